# SPDX-License-Identifier: MIT
"""Every index of the portal: what stands in it, in which order, and what does not."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linli.newsroom.addresses import slugify
from linli.newsroom.announcements import Announcement, Lost, Notice, State
from linli.newsroom.articles import (
    Article,
    Correction,
    CorrectionKind,
    Edition,
    Report,
    Status,
)
from linli.newsroom.bylines import Byline, Role
from linli.newsroom.catalogue import Catalogue
from linli.newsroom.categories import Category, Person
from linli.newsroom.diagnostics import Source
from linli.newsroom.places import Gazetteer, Place
from linli.newsroom.portal import Clock

ZONE = ZoneInfo("Asia/Shanghai")
NOW = datetime(2024, 7, 10, 12, 0, tzinfo=ZONE)
DISTRICT = Place(("新津区",), ("xinjin",), line=1)
STREET = Place(("新津区", "五津街道"), ("xinjin", "wujin"), line=2)
COMMUNITY = Place(("新津区", "五津街道", "古家社区"), ("xinjin", "wujin", "gujia"), line=3)
OTHER = Place(("武侯区",), ("wuhou",), line=4)
GAZETTEER = Gazetteer((DISTRICT, STREET, COMMUNITY, OTHER))
GOVERNANCE = Category(slug="governance", name="社区治理", source=Source("a"), order=2)
CULTURE = Category(slug="culture", name="文化", source=Source("b"), order=1)


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


def report(name: str, published: str = "2024-07-01", **keys: Any) -> Report:
    keys.setdefault("bylines", (Byline("沈悦", (Role.REPORTER,)),))
    return Report(
        source=Source(f"reports/2024/{name}.md"),
        body="正文。",
        title=name,
        published=moment(published),
        **keys,
    )


def notice(id: str, published: str = "2024-07-01", **keys: Any) -> Notice:
    keys.setdefault("code", "1003")
    return Notice(
        source=Source(f"notices/2024/{id}.md"),
        body="正文。",
        title=id,
        published=moment(published),
        id=id,
        **keys,
    )


def lost(id: str, published: str = "2024-07-01", **keys: Any) -> Lost:
    return Lost(
        source=Source(f"lost/2024/{id}.md"),
        body="声明作废。",
        title=id,
        published=moment(published),
        id=id,
        code=keys.pop("code", "4001"),
        **keys,
    )


def catalogue(*articles: Article, people: Iterable[Person] = (), now: datetime = NOW) -> Catalogue:
    return Catalogue.at(Clock(now), articles, (GOVERNANCE, CULTURE), people, GAZETTEER)


def titles(articles: Iterable[Article]) -> list[str]:
    return [article.title for article in articles]


# What is public


@pytest.mark.parametrize(
    ("keys", "public"),
    [
        ({}, True),
        ({"published": "2024-07-10T12:00"}, True),
        ({"published": "2024-07-10T12:01"}, False),
        ({"status": Status.DRAFT}, False),
        ({"status": Status.WITHDRAWN}, True),
        ({"publish_at": moment("2024-07-10T12:00")}, True),
        ({"publish_at": moment("2024-07-10T12:01")}, False),
        ({"published": "2024-07-11", "publish_at": moment("2024-07-01")}, False),
    ],
)
def test_a_piece_is_public_from_its_instant_on(keys: dict[str, Any], *, public: bool) -> None:
    piece = report(
        "a",
        topics=("灯",),
        places=("古家社区",),
        category="governance",
        edition=Edition(date(2024, 7, 1)),
        corrections=(Correction(date(2024, 7, 2), CorrectionKind.UPDATE, "补"),),
        **keys,
    )
    whole = catalogue(piece)
    assert list(whole.articles) == ([piece] if public else [])
    if not public:
        for index in (
            *(whole.topics, whole.portfolios, whole.issue_days, whole.corrections),
            *(whole.reports, whole.listed, whole.in_place(DISTRICT), whole.in_category(GOVERNANCE)),
        ):
            assert list(index) == []


def test_the_newest_stands_first_and_one_instant_by_path() -> None:
    pieces = [report("b"), report("a"), report("c", "2024-07-02"), report("d", "2024-06-30")]
    assert titles(catalogue(*pieces).articles) == ["c", "a", "b", "d"]


# Categories, topics, places, people, issues, codes


def test_a_report_stands_in_its_category_by_slug_or_name_and_in_no_other() -> None:
    by_slug, by_name = report("a", category="governance"), report("b", category="社区治理")
    elsewhere = report("c", category="culture")
    whole = catalogue(by_slug, by_name, elsewhere, notice("N-2024-0001"))
    assert titles(whole.in_category(GOVERNANCE)) == ["a", "b"]
    assert titles(whole.in_category(CULTURE)) == ["c"]
    assert whole.category_of(by_name) == GOVERNANCE
    assert whole.category_of(notice("N-2024-0001")) is None
    assert [category.slug for category in whole.categories] == ["culture", "governance"]


def test_topics_that_differ_in_a_sign_are_different_topics() -> None:
    pieces = [
        report("a", topics=("C", "C++")),
        report("b", topics=("C#", "〇")),
        notice("N-2024-0001", topics=("c",)),
        report("d", topics=("C++", "c++")),
    ]
    whole = catalogue(*pieces)
    found = {topic.slug: titles(topic.articles) for topic in whole.topics}
    assert found == {
        "c": ["N-2024-0001", "a"],
        "c#": ["b"],
        "c++": ["a", "d"],
        "〇": ["b"],
    }
    assert [topic.slug for topic in whole.topics_of(pieces[0])] == ["c", "c++"]
    assert [topic.slug for topic in whole.topics_of(pieces[3])] == ["c++"]


def test_a_topic_is_spelled_as_its_oldest_piece_spells_it() -> None:
    whole = catalogue(
        report("a", "2024-07-03", topics=("ai",)), report("b", "2024-07-01", topics=("ＡＩ",))
    )
    assert [topic.name for topic in whole.topics] == ["ＡＩ"]


def test_what_happened_in_a_community_happened_in_its_street_and_district() -> None:
    whole = catalogue(
        report("a", places=("古家社区",)),
        report("b", places=("五津街道",)),
        lost("L-2024-0001", places=("新津区", "古家社区")),
        report("d", places=("武侯区",)),
        report("e", places=("不认识的地方",)),
    )
    assert titles(whole.in_place(COMMUNITY)) == ["L-2024-0001", "a"]
    assert titles(whole.in_place(STREET)) == ["L-2024-0001", "a", "b"]
    assert titles(whole.in_place(DISTRICT)) == ["L-2024-0001", "a", "b"]
    assert titles(whole.in_place(OTHER)) == ["d"]


def test_everybody_who_wrote_has_a_portfolio_and_a_file_gives_it_its_address() -> None:
    both = (Byline("沈悦", (Role.REPORTER,)), Byline("王小明", (Role.PHOTOGRAPHER,)))
    file = Person(slug="shenyue", name="沈悦", source=Source("people/shenyue.md"))
    unused = Person(slug="nobody", name="某人", source=Source("people/nobody.md"))
    whole = catalogue(
        report("a", bylines=both),
        report("b", "2024-07-02"),
        report("c", status=Status.WITHDRAWN),
        people=[file, unused],
    )
    assert [(one.slug, one.name, titles(one.articles)) for one in whole.portfolios] == [
        ("shenyue", "沈悦", ["b", "a"]),
        ("王小明", "王小明", ["a"]),
    ]
    portfolio = whole.portfolio("沈悦")
    assert portfolio is not None
    assert portfolio.person == file
    assert whole.portfolio("某人") is None


def test_a_printed_issue_holds_its_pages_in_order() -> None:
    day = date(2024, 7, 1)
    whole = catalogue(
        report("a", edition=Edition(day, page="02", page_name="社区")),
        report("b", edition=Edition(day, issue="12", page="01")),
        notice("N-2024-0001", edition=Edition(day)),
        report("d", edition=Edition(date(2024, 6, 1), page="A1")),
        report("e"),
    )
    assert whole.issue_days == (day, date(2024, 6, 1))
    issue = whole.issue(day)
    assert (issue.date, issue.number) == (day, "12")
    assert [(page.page, page.name, titles(page.articles)) for page in issue.pages] == [
        ("01", "", ["b"]),
        ("02", "社区", ["a"]),
        ("", "", ["N-2024-0001"]),
    ]


def test_an_announcement_stands_under_its_code_and_under_no_other() -> None:
    whole = catalogue(
        notice("N-2024-0001"), notice("N-2024-0002", code="2001"), lost("L-2024-0001")
    )
    assert titles(whole.with_code("1003")) == ["N-2024-0001"]
    assert titles(whole.with_code("2001")) == ["N-2024-0002"]
    assert list(whole.with_code("4004")) == []
    assert list(whole.codes) == ["1003", "2001", "4001"]


def test_a_withdrawn_report_keeps_its_page_and_nothing_else() -> None:
    keys: dict[str, Any] = {"category": "governance", "topics": ("灯",), "places": ("古家社区",)}
    whole = catalogue(
        report("a", status=Status.WITHDRAWN, series="巷", **keys), report("b", series="巷", **keys)
    )
    assert titles(whole.articles) == ["a", "b"]
    (topic,), (portfolio,) = whole.topics, whole.portfolios
    for index in (
        *(whole.listed, whole.reports, whole.in_category(GOVERNANCE), topic.articles),
        *(whole.in_place(COMMUNITY), portfolio.articles),
    ):
        assert titles(index) == ["b"]


def test_a_withdrawn_announcement_stays_in_its_lists_and_leaves_the_board() -> None:
    whole = catalogue(notice("N-2024-0001", status=Status.WITHDRAWN), notice("N-2024-0002"))
    assert titles(whole.listed) == ["N-2024-0001", "N-2024-0002"]
    assert titles(whole.board) == ["N-2024-0002"]


# The archive of announcements


def test_an_announcement_stands_under_its_year_month_state_and_places() -> None:
    whole = catalogue(
        notice("N-2023-0001", "2023-12-31", places=("古家社区",)),
        notice("N-2024-0001", "2024-01-01", deadline=date(2024, 7, 12)),
        notice("N-2024-0002", "2024-07-02", status=Status.WITHDRAWN, places=("武侯区",)),
        lost("L-2024-0001", "2024-07-01"),
        notice("N-2024-0003", "2024-08-01", places=("五津街道",)),
        report("a", "2022-01-01", places=("武侯区",)),
    )
    assert whole.announced_years == (2024, 2023)
    assert whole.announced_months(2024) == (7, 1)
    assert titles(whole.announced_in(2024)) == ["N-2024-0002", "L-2024-0001", "N-2024-0001"]
    assert titles(whole.announced_in(2024, 7)) == ["N-2024-0002", "L-2024-0001"]
    assert titles(whole.announced_in(2024, 2)) == titles(whole.announced_in(2022)) == []
    assert {state: titles(whole.in_state(state)) for state in whole.states} == {
        State.CLOSING: ["N-2024-0001"],
        State.CLOSED: ["N-2023-0001"],
        State.IN_FORCE: ["L-2024-0001"],
        State.WITHDRAWN: ["N-2024-0002"],
    }
    assert list(whole.states) == sorted(whole.states, key=list(State).index)
    assert whole.announced_places == (DISTRICT, STREET, COMMUNITY, OTHER)
    assert titles(whole.announced_at(DISTRICT)) == ["N-2023-0001"]
    assert titles(whole.announced_at(OTHER)) == ["N-2024-0002"]


def test_a_place_has_a_notice_board_of_its_own() -> None:
    whole = catalogue(
        notice("N-2024-0001", places=("古家社区",)),
        notice("N-2024-0002", places=("五津街道",), deadline=date(2024, 7, 9)),
        notice("N-2024-0003", places=("武侯区",)),
    )
    assert titles(whole.board_at(DISTRICT)) == ["N-2024-0001"]
    assert titles(whole.board_at(OTHER)) == ["N-2024-0003"]


# Announcements among each other


def test_what_is_superseded_leaves_the_board_and_is_referred_to() -> None:
    whole = catalogue(
        notice("N-2024-0001"),
        notice("N-2024-0002", "2024-07-02", supersedes="N-2024-0001"),
        notice("N-2024-0003", "2024-07-03", corrects="N-2024-0001", code="9001"),
    )
    first = whole.announcement("N-2024-0001")
    assert first is not None
    assert whole.state(first) is State.SUPERSEDED
    assert titles(whole.referring_to(first)) == ["N-2024-0003", "N-2024-0002"]
    assert titles(whole.board) == ["N-2024-0003", "N-2024-0002"]
    assert whole.announcement("N-2024-0009") is None


@pytest.mark.parametrize(
    "keys", [{"status": Status.WITHDRAWN}, {"status": Status.DRAFT}, {"published": "2024-08-01"}]
)
def test_what_is_itself_withdrawn_or_not_out_yet_supersedes_nothing(keys: dict[str, Any]) -> None:
    first = notice("N-2024-0001")
    whole = catalogue(first, notice("N-2024-0002", supersedes="N-2024-0001", **keys))
    assert whole.state(first) is State.OPEN
    assert first in whole.board


def test_the_board_is_emptied_day_by_day() -> None:
    pieces = (
        notice("N-2024-0001", "2024-07-01", deadline=date(2024, 7, 9)),
        notice("N-2024-0002", "2024-07-02", deadline=date(2024, 7, 10)),
        lost("L-2024-0001", "2024-06-10"),
        lost("L-2024-0002", "2024-06-09"),
    )
    assert titles(catalogue(*pieces).board) == ["N-2024-0002", "L-2024-0001"]
    assert titles(catalogue(*pieces, now=moment("2024-07-11")).board) == []


# Neighbours, corrections, related


def test_the_neighbours_are_the_older_and_the_newer_of_the_same_index() -> None:
    pieces = [
        report(name, f"2024-07-0{day}", category="governance")
        for name, day in (("a", 1), ("b", 2), ("c", 3))
    ]
    other = report("d", "2024-07-02", category="culture")
    first, second = notice("N-2024-0001"), notice("N-2024-0002", "2024-07-02")
    whole = catalogue(*pieces, other, first, second)
    a, b, c = pieces
    assert [whole.neighbours(piece) for piece in (a, b, c)] == [(None, b), (a, c), (b, None)]
    assert whole.neighbours(other) == (None, None)
    assert whole.neighbours(first) == (None, second)
    assert whole.neighbours(report("x")) == (None, None)


def test_corrections_are_listed_newest_first_with_their_pieces() -> None:
    def entry(day: int) -> Correction:
        return Correction(date(2024, 7, day), CorrectionKind.CORRECTION, str(day))

    whole = catalogue(
        report("a", corrections=(entry(2), entry(5))),
        notice("N-2024-0001", corrections=(entry(3),)),
    )
    assert [(one.text, piece.title) for one, piece in whole.corrections] == [
        ("5", "a"),
        ("3", "N-2024-0001"),
        ("2", "a"),
    ]


def test_a_series_is_spelled_as_its_oldest_part_spells_it() -> None:
    whole = catalogue(
        report("a", "2024-07-02", series="Ａ 巷"),
        report("b", series="A巷"),
        report("c", series="a 巷"),
    )
    assert whole.series_slugs == ["a_巷", "a巷"]
    one = whole.series("a_巷")
    assert one is not None
    assert (one.name, titles(one.articles)) == ("a 巷", ["a", "c"])
    assert whole.series("b") is None


@pytest.mark.parametrize(
    ("keys", "modified"),
    [
        ({}, "2024-07-01"),
        ({"updated": date(2024, 7, 3)}, "2024-07-03"),
        ({"corrections": (Correction(date(2024, 7, 4), CorrectionKind.UPDATE, ""),)}, "2024-07-04"),
        ({"updated": date(2024, 6, 3)}, "2024-07-01"),
    ],
)
def test_a_piece_was_modified_when_a_reader_could_see_it(
    keys: dict[str, Any], modified: str
) -> None:
    assert report("a", **keys).modified == moment(modified)


# Every index at once

TOPICS = st.lists(st.sampled_from(["C", "c", "C++", "C#", "〇"]), max_size=3).map(tuple)
PLACES = st.lists(st.sampled_from(["新津区", "五津街道", "古家社区", "武侯区"]), max_size=2).map(
    tuple
)
STATUSES = st.sampled_from(list(Status))
DAYS = st.sampled_from(["2024-06-01", "2024-07-01", "2024-07-10", "2024-07-11"])


@st.composite
def whole_catalogues(draw: st.DrawFn) -> tuple[Catalogue, list[Article]]:
    articles: list[Article] = []
    for number in range(draw(st.integers(0, 8))):
        build: Callable[..., Article] = draw(st.sampled_from([report, notice]))
        keys: dict[str, Any] = {
            "topics": draw(TOPICS),
            "places": draw(PLACES),
            "status": draw(STATUSES),
        }
        if build is report:
            keys["category"] = draw(st.sampled_from(["governance", "社区治理", "文化", "none"]))
        else:
            keys["code"] = draw(st.sampled_from(["1003", "2001"]))
        articles.append(build(f"N-2024-{number:04}", draw(DAYS), **keys))
    return catalogue(*articles), articles


@given(whole_catalogues())
def test_a_piece_is_in_every_index_it_belongs_to_and_in_no_other(
    case: tuple[Catalogue, list[Article]],
) -> None:
    whole, articles = case
    for article in articles:
        public = article.status is not Status.DRAFT and article.published <= NOW
        listed = public and (isinstance(article, Announcement) or not article.is_withdrawn)
        assert (article in whole.articles) == public
        assert (article in whole.listed) == listed
        slugs = {slugify(topic) for topic in article.topics}
        for topic in whole.topics:
            assert (article in topic.articles) == (listed and topic.slug in slugs)
        assert not listed or slugs <= {topic.slug for topic in whole.topics}
        for place in GAZETTEER:
            below = any(one.lies_in(place) for one in whole.places_of(article))
            assert (article in whole.in_place(place)) == (listed and below)
        for category in whole.categories:
            own = isinstance(article, Report) and article.category in {category.slug, category.name}
            assert (article in whole.in_category(category)) == (listed and own)
        for code in ("1003", "2001"):
            own = isinstance(article, Announcement) and article.code == code
            assert (article in whole.with_code(code)) == (public and own)
    for index in (whole.articles, whole.listed, *(topic.articles for topic in whole.topics)):
        by_path = sorted(index, key=lambda article: article.src_uri)
        assert list(index) == sorted(by_path, key=lambda article: article.published, reverse=True)
        assert len(set(map(id, index))) == len(index)

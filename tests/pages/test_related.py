# SPDX-License-Identifier: MIT
"""What is offered below a piece."""

from __future__ import annotations

import random
from datetime import datetime, timedelta
from typing import Any, cast
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from linli.newsroom.announcements import Announcement, Issuer, Notice
from linli.newsroom.articles import Article, Report, Status, Withdrawal
from linli.newsroom.catalogue import Catalogue
from linli.newsroom.categories import Category
from linli.newsroom.diagnostics import Source
from linli.newsroom.places import Gazetteer, Place
from linli.newsroom.portal import Clock, Portal
from linli.pages.cards import Cards
from linli.pages.paper import Paper
from linli.pages.related import LIMIT, items, pairs

NOON = datetime(2024, 7, 1, 12, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
CLOCK = Clock(NOON + timedelta(60))
GAZETTEER = Gazetteer(
    (
        Place(("新津区",), ("xinjin",)),
        Place(("新津区", "古家社区"), ("xinjin", "gujia")),
        Place(("新津区", "岷江社区"), ("xinjin", "minjiang")),
    )
)
NEWS = Category(slug="news", name="社区治理", source=Source("categories/news.md"))


class InMemory:
    """The items of a handful of pieces."""

    def __init__(self, catalogue: Catalogue) -> None:
        cards = Cards(Portal(name="邻里"), catalogue.vocabulary)
        self._items = {
            piece.src_uri: cards.card(
                piece,
                None,
                catalogue.state(piece) if isinstance(piece, Announcement) else None,
            )
            for piece in catalogue.articles
        }

    def item(self, path: str) -> Any:
        return self._items[path]


def paper(*pieces: Article) -> Paper:
    catalogue = Catalogue.at(CLOCK, pieces, [NEWS], (), GAZETTEER)
    # Of the files that the look-up and the search keep nothing is asked.
    nothing: Any = None
    return Paper(
        Portal(name="邻里"), catalogue, {}, cast(Any, InMemory(catalogue)), nothing, nothing
    )


def report(path: str, day: int = 0, **keys: Any) -> Report:
    keys.setdefault("title", path)
    return Report(
        source=Source(f"reports/2024/{path}.md"),
        body="",
        published=NOON + timedelta(day),
        **keys,
    )


def notice(id: str, day: int = 55, **keys: Any) -> Notice:
    return Notice(
        source=Source(f"notices/2024/{id}.md"),
        body="",
        title=id,
        id=id,
        code="1003",
        issuer=Issuer("居委会"),
        published=NOON + timedelta(day),
        **keys,
    )


def offered(own: Article, *others: Article) -> list[str]:
    return [item.headline for item in items(paper(own, *others), own)]


def test_named_ones_come_first_then_the_place_the_series_the_topics_and_shared_words() -> None:
    own = report(
        "own",
        5,
        title="古家社区的菜市场开门",
        related=("reports/2024/named.md",),
        places=("古家社区",),
        series="街坊夜话",
        topics=("买菜",),
        category="news",
    )
    others = [
        report("named"),
        report("place", 1, places=("古家社区",)),
        report("series", 2, series="街坊夜话"),
        report("topic", 3, topics=("买菜",)),
        report("words", 4, title="菜市场里的社区", category="news"),
        report("stranger", 4, category="news"),
    ]
    assert offered(own, *others) == ["named", "place", "series", "topic"]
    # What is both stands where it stands first.
    assert offered(own, *others[2:]) == ["series", "topic", "菜市场里的社区"]


def test_a_place_is_the_very_place_and_not_what_it_lies_in() -> None:
    own = report("own", places=("古家社区",))
    others = [report("district", places=("新津区",)), report("next", places=("岷江社区",))]
    assert offered(own, *others) == []


def test_of_one_sort_what_shares_more_and_rarer_words_stands_first() -> None:
    own = report("own", 9, title="桥头的老茶馆翻修", places=("古家社区",))
    others = [
        report("a", 8, title="桥头的灯会", places=("古家社区",)),
        report("b", 1, title="老茶馆的早晨", places=("古家社区",)),
        report("c", 7, title="桥头的豆腐摊", places=("古家社区",)),
    ]
    assert offered(own, *others)[0] == "老茶馆的早晨"


def test_a_piece_far_back_is_not_looked_for() -> None:
    own = report("own", 20, title="老茶馆翻修", places=("古家社区",))
    old = report("old", 0, title="老茶馆翻修", places=("古家社区",))
    between = [report(f"{day}", day, places=("古家社区",)) for day in range(1, 5)]
    assert "老茶馆翻修" not in offered(own, old, *between)


def test_a_new_piece_changes_what_is_offered_below_few_others() -> None:
    standing = [
        report(f"{day}", day, places=("古家社区",), topics=("灯",), category="news", series="巷")
        for day in range(30)
    ]
    new = report("new", 40, places=("古家社区",), topics=("灯",), category="news", series="巷")
    changed = [
        one.title for one in standing if offered(one, *standing) != offered(one, *standing, new)
    ]
    assert set(changed) <= {"29"}


def test_neither_withdrawn_nor_expired_pieces_are_offered_even_if_they_are_named() -> None:
    gone = report("gone", status=Status.WITHDRAWN, withdrawn=Withdrawal(NOON.date(), "失实。"))
    own = report(
        "own",
        related=("reports/2024/gone.md", "N-2024-0001", "N-2024-0002", "reports/2024/own.md", "x"),
    )
    closed = notice("N-2024-0001", 0, deadline=NOON.date())
    assert offered(own, gone, closed, notice("N-2024-0002")) == ["N-2024-0002"]


def test_below_a_notice_hangs_what_else_hangs_on_the_board_of_its_place() -> None:
    own = notice("N-2024-0001", places=("古家社区",))
    others = [
        notice("N-2024-0002", places=("古家社区",)),
        notice("N-2024-0003", places=("岷江社区",)),
        notice("N-2024-0004", 0, places=("古家社区",), expires=NOON.date()),
        report("report", places=("古家社区",)),
    ]
    assert offered(own, *others) == ["N-2024-0002"]
    assert offered(others[2], own, *others[:2]) == []


def test_pairs_are_of_han_signs_side_by_side() -> None:
    assert pairs("Ｃ 菜市场 14号", "号外") == {"菜市", "市场", "号外"}


_KEYS = st.fixed_dictionaries(
    {
        "places": st.sampled_from([(), ("古家社区",), ("岷江社区", "新津区")]),
        "topics": st.sampled_from([(), ("灯",), ("灯", "桥")]),
        "series": st.sampled_from(["", "巷"]),
        "related": st.sampled_from([(), ("reports/2024/0.md", "N-2024-0001")]),
    }
)


@given(
    st.lists(st.tuples(st.integers(0, 50), st.booleans(), _KEYS), min_size=1, max_size=12),
    st.randoms(use_true_random=False),
)
def test_the_same_pieces_in_any_order_offer_the_same_and_never_themselves_or_what_is_gone(
    drawn: list[tuple[int, bool, dict[str, Any]]], chance: random.Random
) -> None:
    pieces: list[Article] = []
    for number, (day, is_notice, keys) in enumerate(drawn):
        if is_notice:
            pieces.append(notice(f"N-2024-{number:04}", day, **keys))
        else:
            title = f"桥头的第{number}盏灯亮了"
            pieces.append(report(str(number), day, title=title, category="news", **keys))
    shuffled = pieces[:]
    chance.shuffle(shuffled)
    first, second = paper(*pieces), paper(*shuffled)
    for piece in pieces:
        found = items(first, piece)
        assert found == items(second, piece)
        urls = [item.url for item in found]
        assert len(urls) == len(set(urls)) <= LIMIT
        assert first.item(piece).url not in urls
        assert not {item.state.key for item in found if item.state} & {"closed", "superseded"}

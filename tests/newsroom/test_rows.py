# SPDX-License-Identifier: MIT
"""Rows: which a piece stands in, and who stands before whom."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from linli.newsroom.announcements import Announcement, Lost, Notice, Resolved
from linli.newsroom.articles import (
    Article,
    Correction,
    CorrectionKind,
    Edition,
    Prominence,
    Report,
    Status,
    Withdrawal,
)
from linli.newsroom.bylines import Byline, Role
from linli.newsroom.categories import Category, Person
from linli.newsroom.diagnostics import Source
from linli.newsroom.places import Gazetteer, Place
from linli.newsroom.portal import Clock
from linli.newsroom.rows import RowsInMemory, standings
from linli.newsroom.vocabulary import Vocabulary

ZONE = ZoneInfo("Asia/Shanghai")
NOON = datetime(2024, 7, 1, 12, 0, tzinfo=ZONE)
CLOCK = Clock(datetime(2024, 7, 10, 12, 0, tzinfo=ZONE))
VOCABULARY = Vocabulary.of(
    Gazetteer(
        (
            Place(("新津区",), ("xinjin",), line=1),
            Place(("新津区", "五津街道"), ("xinjin", "wujin"), line=2),
        )
    ),
    (Category(slug="news", name="社区治理", source=Source("categories/news.md")),),
    (Person(slug="shenyue", name="沈悦", source=Source("people/shenyue.md")),),
)


def report(path: str = "a", published: datetime = NOON, **keys: Any) -> Report:
    return Report(
        source=Source(f"reports/2024/{path}.md"),
        body="正文。",
        title=path,
        published=published,
        **keys,
    )


def announcement(build: Callable[..., Announcement], id: str, **keys: Any) -> Announcement:
    keys.setdefault("published", NOON)
    return build(source=Source(f"notices/2024/{id}.md"), body="正文。", title=id, id=id, **keys)


def rows_of(article: Article, *, superseded: bool = False) -> set[str]:
    found = [name for name, _ in standings(article, VOCABULARY, CLOCK, superseded=superseded)]
    assert len(found) == len(set(found)), "each row once"
    return set(found)


def in_memory(*articles: Article) -> RowsInMemory:
    return RowsInMemory((article, standings(article, VOCABULARY, CLOCK)) for article in articles)


# Which rows

WHOLE: dict[str, Any] = {
    "category": "社区治理",
    "topics": ("C++", "c++"),
    "places": ("五津街道", "新津区"),
    "edition": Edition(date(2024, 7, 1), page="A1"),
    "series": "巷",
    "bylines": (Byline("沈悦", (Role.REPORTER,)), Byline("沈悦", (Role.PHOTOGRAPHER,))),
    "prominence": Prominence.LEAD,
}


def test_a_report_stands_in_every_row_it_belongs_to_once() -> None:
    assert rows_of(report(**WHOLE)) == {
        *("public", "listed", "reports", "front", "month/2024-07", "category/news"),
        *("topic/c++", "place/xinjin", "place/xinjin/wujin", "series/巷", "person/shenyue"),
        *("issue/2024-07-01", "near/xinjin", "near/xinjin/wujin"),
    }


def test_a_withdrawn_report_stands_in_no_row_that_an_index_shows() -> None:
    gone = report(
        status=Status.WITHDRAWN, withdrawn=Withdrawal(date(2024, 7, 2), "失实。"), **WHOLE
    )
    assert rows_of(gone) == {"public", "month/2024-07", "corrected"}


def test_what_was_corrected_or_lay_elsewhere_stands_in_a_row_for_that() -> None:
    mended = Correction(date(2024, 7, 2), CorrectionKind.UPDATE, "补。")
    assert rows_of(report(corrections=(mended,), aliases=("old/a/",))) - rows_of(report()) == {
        *("corrected", "aliased")
    }


NOTICE = announcement(
    Notice,
    "N-2024-0002",
    code="1003",
    places=("五津街道",),
    supersedes="N-2024-0001",
    corrects="N-2024-0001",
)
ANYWAY = {
    *("public", "listed", "announcements", "month/2024-07", "code/1003"),
    *("announced-year/2024", "announced-month/2024-07", "referring/N-2024-0001"),
    *("place/xinjin", "place/xinjin/wujin"),
    *("announced-place/xinjin", "announced-place/xinjin/wujin"),
}


def test_an_announcement_hangs_on_the_boards_of_its_places_until_another_takes_its_place() -> None:
    assert rows_of(NOTICE) == ANYWAY | {
        *("state/open", "superseding/N-2024-0001"),
        *("board", "board-place/xinjin", "board-place/xinjin/wujin", "board-near/xinjin/wujin"),
        *("deadline", "deadline-place/xinjin", "deadline-place/xinjin/wujin"),
    }
    assert rows_of(NOTICE, superseded=True) == ANYWAY | {
        *("state/superseded", "superseding/N-2024-0001")
    }


def test_a_thing_that_was_given_back_is_due_no_more() -> None:
    found = announcement(Lost, "L-2025-0009", code="4201", item="钥匙")
    assert "deadline" in rows_of(found)
    assert "deadline" not in rows_of(replace(found, resolved=Resolved(found.day)))
    assert "deadline" not in rows_of(announcement(Lost, "L-2025-0009", code="4001"))


def test_a_withdrawn_announcement_takes_no_other_s_place() -> None:
    gone = announcement(
        Lost, "L-2024-0001", code="4001", status=Status.WITHDRAWN, supersedes="L-2023-0001"
    )
    found = rows_of(gone)
    assert {"state/withdrawn", "referring/L-2023-0001", "listed"} <= found
    assert not {"superseding/L-2023-0001", "board", "deadline"} & found


# In which order

MOMENTS = st.integers(-3, 3).map(lambda seconds: NOON + timedelta(seconds=seconds)) | st.datetimes(
    datetime(1, 1, 2), datetime(9999, 12, 30), timezones=st.sampled_from([UTC, ZONE])
).map(lambda moment: moment.replace(microsecond=0))
WEIGHTS = st.integers(-3, 3) | st.integers(-(1 << 19), (1 << 19) - 1)


@st.composite
def reports(draw: st.DrawFn) -> list[Report]:
    """Reports of all ages, some of one instant, in no order."""
    return [
        report(
            path,
            draw(MOMENTS),
            prominence=draw(st.sampled_from(Prominence)),
            weight=draw(WEIGHTS),
            category="news",
        )
        for path in draw(st.lists(st.sampled_from("abcdefgh"), unique=True))
    ]


def by_date(one: Report) -> tuple[timedelta, str]:
    return NOON - one.published, one.src_uri


@given(reports())
def test_the_newest_stands_first_and_the_pieces_of_one_instant_by_path(
    pieces: list[Report],
) -> None:
    rows = in_memory(*pieces)
    for name in ("public", "listed", "reports", "category/news"):
        assert list(rows.row(name)) == sorted(pieces, key=by_date)


@given(reports())
def test_around_a_piece_stand_the_next_older_and_the_next_newer(pieces: list[Report]) -> None:
    rows = in_memory(*pieces)
    row = [None, *(one.src_uri for one in rows.row("reports")), None]
    for newer, one, older in zip(row, rows.row("reports"), row[2:], strict=False):
        assert rows.around("reports", one) == (older, newer)
    assert rows.around("reports", report("elsewhere")) == (None, None)


def test_rows_are_named_by_what_stands_behind_a_prefix() -> None:
    rows = in_memory(report("a", topics=("灯", "C")), report("b", topics=("c", "巷")))
    assert list(rows.names("topic/")) == sorted(["c", "灯", "巷"])
    assert list(rows.names("place/")) == list(rows.row("place/xinjin")) == []


def test_a_piece_is_found_by_its_path_and_an_announcement_by_its_id() -> None:
    rows = in_memory(report("a"), NOTICE)
    assert rows.piece("reports/2024/a.md") == report("a")
    assert rows.announcement("N-2024-0002") == NOTICE
    assert rows.piece("reports/2024/b.md") is rows.announcement("N-2024-0001") is None

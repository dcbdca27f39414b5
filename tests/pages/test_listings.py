# SPDX-License-Identifier: MIT
"""A row cut into numbered pages: nothing is lost, nothing twice, and what is old stays put."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from linli.newsroom.catalogue import Catalogue
from linli.newsroom.portal import Clock, Portal
from linli.pages import listings, views
from linli.pages.listings import Listing
from linli.pages.page import Draft, Page
from linli.pages.paper import Paper

NOON = datetime(2026, 11, 20, 12, tzinfo=ZoneInfo("Asia/Shanghai"))
LISTING = Listing(
    parts=("reports",),
    title="新闻",
    label="栏目",
    row="reports",
    introduction=Markup("<p>街坊的事。</p>"),
    facets=(views.Facet("年份"),),
    children=(views.Link("新津区", "places/xinjin/"),),
    board=(views.Item("notices/2026/N-2026-0001/", "公告", NOON, "notice"),),
)


class Row:
    """The shelves of one row, whose pieces are numbered from the oldest, which is 0."""

    def __init__(self, total: int) -> None:
        self.numbers = range(total - 1, -1, -1)

    def size(self, row: str) -> int:
        return len(self.numbers)

    def digests(self, row: str) -> tuple[str, ...]:
        return tuple(map(str, self.numbers))

    def entries(self, row: str, start: int, stop: int) -> tuple[views.Entry, ...]:
        return tuple(
            views.Entry(NOON + timedelta(days=number), Markup(number))
            for number in self.numbers[start:stop]
        )

    def items(self, row: str, start: int = 0, stop: int | None = None) -> tuple[views.Item, ...]:
        raise AssertionError("an index shows entries, no items of its row")

    def modified(self, row: str, stop: int) -> datetime | None:
        return NOON + timedelta(days=self.numbers[0]) if self.numbers and stop else None

    def item(self, path: str) -> views.Item:
        raise AssertionError("an index asks for no single piece")


def cut(total: int, size: int) -> tuple[Page, list[Draft]]:
    """The index of a row of so many pieces, and its numbered pages from the oldest."""
    portal = Portal(name="邻里", page_size=size)
    paper = Paper(portal, Catalogue.at(Clock(NOON), ()), {}, Row(total), (), ())
    index, *numbered = listings.pages(paper, LISTING)
    assert isinstance(index, Page)
    drafts = [draft for draft in numbered if isinstance(draft, Draft)]
    assert len(drafts) == len(numbered)
    return index, drafts


def pieces(page: Page) -> list[int]:
    return [int(entry.html) for month in page.view.months for entry in month.entries]


TOTALS, SIZES = st.integers(0, 60), st.integers(1, 7)


@given(TOTALS, SIZES)
def test_every_piece_of_a_row_stands_on_exactly_one_page(total: int, size: int) -> None:
    index, numbered = cut(total, size)
    made = [draft.make() for draft in numbered]
    for number, page in enumerate(made, 1):
        assert page.url == f"reports/page/{number}/"
        assert len(pieces(page)) == size
    in_order = [index, *reversed(made)]
    assert [one for page in in_order for one in pieces(page)] == list(range(total - 1, -1, -1))
    assert len(pieces(index)) == total if total < size else size <= len(pieces(index)) < 2 * size


@given(TOTALS, SIZES)
def test_a_further_piece_moves_none_that_stands_on_a_numbered_page(total: int, size: int) -> None:
    before, after = cut(total, size)[1], cut(total + 1, size)[1]
    grown = len(after) - len(before)
    assert grown in (0, 1)
    assert [pieces(one.make()) for one in after[: len(before)]] == [
        pieces(one.make()) for one in before
    ]
    # A new numbered page is linked to from the two before it, and from no other.
    kept = max(0, len(before) - 2 * grown)
    assert after[:kept] == [] or [one.basis for one in after[:kept]] == [
        one.basis for one in before[:kept]
    ]


@given(TOTALS, SIZES)
def test_a_numbered_page_with_an_equal_basis_is_an_equal_page(total: int, size: int) -> None:
    before, after = cut(total, size)[1], cut(total + size, size)[1]
    for one, other in zip(before, after, strict=False):
        assert (one.basis == other.basis) == (one.make() == other.make())


def test_the_total_the_filters_and_the_head_stand_on_the_index_only() -> None:
    index, (oldest,) = cut(7, 3)
    kept = ("total", "introduction", "facets", "children", "board")
    assert [getattr(index.view, name) for name in kept] == [
        *(7, LISTING.introduction, LISTING.facets, LISTING.children, LISTING.board)
    ]
    assert not any(getattr(oldest.make().view, name) for name in kept)
    assert (index.head.robots, oldest.make().head.robots) == ("", "noindex, follow")


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        (0, [0, 9, 8, 1]),
        (9, [0, 9, 8, 7, 1]),
        (5, [0, 7, 6, 5, 4, 3, 1]),
        (2, [0, 4, 3, 2, 1]),
        (1, [0, 3, 2, 1]),
    ],
)
def test_a_page_leads_to_the_newest_its_neighbours_and_the_oldest(
    number: int, shown: list[int]
) -> None:
    index, numbered = cut(21, 2)
    page = numbered[number - 1].make() if number else index
    pagination = page.view.pagination
    urls = {other: f"reports/page/{other}/" if other else "reports/" for other in range(10)}
    assert [link.url for link in pagination.pages] == [urls[other] for other in shown]
    assert [link.current for link in pagination.pages] == [other == number for other in shown]
    at = shown.index(number)
    assert pagination.previous == (urls[shown[at - 1]] if number else None)
    assert pagination.next == (urls[shown[at + 1]] if number != 1 else None)


def test_an_index_of_one_page_leads_to_no_other() -> None:
    index, numbered = cut(5, 3)
    assert (index.view.pagination, numbered) == (None, [])

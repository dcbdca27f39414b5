# SPDX-License-Identifier: MIT
"""A row of pieces, cut into numbered pages, grouped by month.

Pages are numbered from the oldest: page 1 holds the first pieces there were, and the index the
newest. So a new piece changes the index and none of its numbered pages but the latest few, which
link to the index, and a numbered page may be cited: it keeps its pieces for good.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from linli.language.dates import month_in_words
from linli.pages import heads, views
from linli.pages.page import Draft, Page
from linli.pages.paper import Paper


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """An index before it is cut into pages."""

    parts: tuple[str, ...]
    """Slugs of its URL: topics, c++."""
    title: str
    label: str
    row: str
    """The name of the row of pieces that it lists."""
    description: str = ""
    introduction: Markup = Markup("")
    breadcrumbs: tuple[views.Link, ...] = ()
    facets: tuple[views.Facet, ...] = ()
    children: tuple[views.Link, ...] = ()
    board: tuple[views.Item, ...] = ()
    feeds: tuple[views.FeedLink, ...] = ()
    downloads: tuple[views.Link, ...] = ()
    section: str | None = None
    template: str = "listing.html"


@dataclass(frozen=True, slots=True)
class _Cut:
    """One page of an index: its number, and where its pieces stand in the row."""

    number: int
    """0 for the index itself."""
    start: int
    stop: int


def pages(paper: Paper, listing: Listing) -> Iterator[Page | Draft]:
    """The pages of an index: `topics/c++/`, `topics/c++/page/1/` …

    What stands at its head (introduction, filters, board, places below) is on the index only.
    """
    size = paper.portal.page_size
    total = paper.shelves.size(listing.row)
    full = numbered_pages(total, size)
    yield _index(paper, listing, total, full)
    digests = paper.shelves.digests(listing.row) if full else ()
    for number in range(1, full + 1):
        cut = _Cut(number, total - number * size, total - (number - 1) * size)
        numbers = shown(number, full)
        yield Draft(
            page_url(paper, listing.parts, number),
            (
                *(listing.title, listing.label, listing.breadcrumbs, listing.section),
                *(listing.template, numbers, digests[cut.start : cut.stop]),
            ),
            lambda cut=cut, numbers=numbers: _numbered(paper, listing, cut, numbers),  # type: ignore[misc]
        )


def numbered_pages(total: int, size: int) -> int:
    """How many full pages stand behind the index, which keeps between one and two pages' worth."""
    return max(0, total // size - 1)


def page_url(paper: Paper, parts: tuple[str, ...], number: int) -> str:
    """URL of a numbered page; number 0 is the index itself."""
    if not number:
        return paper.portal.addresses.index(*parts)
    return paper.portal.addresses.index(*parts, "page", str(number))


def _index(paper: Paper, listing: Listing, total: int, full: int) -> Page:
    url = page_url(paper, listing.parts, 0)
    stop = total - full * paper.portal.page_size
    return Page(
        url=url,
        template=listing.template,
        view=views.ListingView(
            title=listing.title,
            label=listing.label,
            introduction=listing.introduction,
            months=by_month(paper, paper.shelves.entries(listing.row, 0, stop)),
            total=total,
            pagination=pagination(paper, listing.parts, 0, shown(0, full)),
            facets=listing.facets,
            children=listing.children,
            board=listing.board,
            downloads=listing.downloads,
        ),
        head=heads.of_page(paper, listing.title, url, listing.description, listing.feeds),
        breadcrumbs=_trail(paper, listing),
        section=listing.section,
        modified=paper.shelves.modified(listing.row, stop),
    )


def _numbered(paper: Paper, listing: Listing, cut: _Cut, numbers: tuple[int, ...]) -> Page:
    url = page_url(paper, listing.parts, cut.number)
    title = paper.t("listing.numbered", title=listing.title, n=cut.number)
    return Page(
        url=url,
        template=listing.template,
        view=views.ListingView(
            title=listing.title,
            label=listing.label,
            introduction=Markup(""),
            months=by_month(paper, paper.shelves.entries(listing.row, cut.start, cut.stop)),
            total=0,
            pagination=pagination(paper, listing.parts, cut.number, numbers),
        ),
        head=heads.of_page(paper, title, url, robots="noindex, follow"),
        breadcrumbs=_trail(paper, listing),
        section=listing.section,
    )


def _trail(paper: Paper, listing: Listing) -> tuple[views.Link, ...]:
    return (paper.home, *listing.breadcrumbs)


def by_month(paper: Paper, entries: tuple[views.Entry, ...]) -> tuple[views.Month, ...]:
    """Pieces, newest first, under the months they appeared in."""
    return tuple(
        views.Month(month, tuple(group))
        for month, group in groupby(
            entries, key=lambda entry: month_in_words(entry.published, paper.portal.language)
        )
    )


def pagination(
    paper: Paper, parts: tuple[str, ...], number: int, numbers: tuple[int, ...]
) -> views.Pagination | None:
    """Links to the newest, the neighbouring and the oldest pages, the newest first."""
    if len(numbers) < 2:
        return None
    at = numbers.index(number)
    return views.Pagination(
        number=number,
        previous=page_url(paper, parts, numbers[at - 1]) if at else None,
        next=page_url(paper, parts, numbers[at + 1]) if at + 1 < len(numbers) else None,
        pages=tuple(
            views.Link(
                str(other) if other else paper.t("pagination.newest"),
                page_url(paper, parts, other),
                current=other == number,
            )
            for other in numbers
        ),
    )


def shown(number: int, full: int) -> tuple[int, ...]:
    """The index, the pages around this one, and the oldest.

    How many pages there are is not among them: on page 3 of a hundred nothing changes when
    there are a hundred and one.
    """
    place = number or full + 1
    around = {other for other in range(place - 2, place + 3) if 1 <= other <= full}
    oldest = {1} if full else set()
    return (0, *sorted(around | oldest, reverse=True))

# SPDX-License-Identifier: MIT
"""A row of pieces, cut into numbered pages, grouped by month."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from linli.language.dates import month_in_words
from linli.newsroom.articles import Article
from linli.pages import heads, views
from linli.pages.page import Page
from linli.pages.paper import Paper


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """An index before it is cut into pages."""

    parts: tuple[str, ...]
    """Slugs of its URL: topics, c++."""
    title: str
    label: str
    articles: Sequence[Article]
    description: str = ""
    introduction: Markup = Markup("")
    breadcrumbs: tuple[views.Link, ...] = ()
    facets: tuple[views.Facet, ...] = ()
    children: tuple[views.Link, ...] = ()
    board: tuple[views.Item, ...] = ()
    feeds: tuple[views.FeedLink, ...] = ()
    section: str | None = None
    template: str = "listing.html"


def pages(paper: Paper, listing: Listing) -> Iterator[Page]:
    """The pages of an index: `topics/c++/`, `topics/c++/page/2/` …

    What stands at its head (introduction, board, places below) is on the first page only.
    """
    size = paper.portal.page_size
    cuts = [
        listing.articles[start : start + size] for start in range(0, len(listing.articles), size)
    ]
    cuts = cuts or [()]
    for number, articles in enumerate(cuts, 1):
        yield _page(paper, listing, articles, number, len(cuts))


def page_url(paper: Paper, parts: tuple[str, ...], number: int) -> str:
    """URL of a numbered page; the first one is the index itself."""
    if number == 1:
        return paper.portal.addresses.index(*parts)
    return paper.portal.addresses.index(*parts, "page", str(number))


def _page(
    paper: Paper, listing: Listing, articles: Sequence[Article], number: int, count: int
) -> Page:
    first = number == 1
    url = page_url(paper, listing.parts, number)
    return Page(
        url=url,
        template=listing.template,
        view=views.ListingView(
            title=listing.title,
            label=listing.label,
            introduction=listing.introduction if first else Markup(""),
            groups=by_month(paper, articles),
            total=len(listing.articles),
            pagination=_pagination(paper, listing.parts, number, count),
            facets=listing.facets,
            children=listing.children if first else (),
            board=listing.board if first else (),
        ),
        head=heads.of_page(
            paper,
            listing.title if first else paper.t("listing.numbered", title=listing.title, n=number),
            url,
            listing.description if first else "",
            listing.feeds,
            robots="" if first else "noindex, follow",
        ),
        breadcrumbs=(
            views.Link(paper.t("home"), paper.portal.addresses.page()),
            *listing.breadcrumbs,
        ),
        section=listing.section,
    )


def by_month(paper: Paper, articles: Sequence[Article]) -> tuple[views.Group, ...]:
    """Pieces, newest first, under the months they appeared in."""
    return tuple(
        views.Group(month, tuple(map(paper.item, group)), month=True)
        for month, group in groupby(
            articles,
            key=lambda article: month_in_words(article.published, paper.portal.language),
        )
    )


def _pagination(
    paper: Paper, parts: tuple[str, ...], number: int, count: int
) -> views.Pagination | None:
    if count == 1:
        return None
    return views.Pagination(
        number=number,
        count=count,
        previous=page_url(paper, parts, number - 1) if number > 1 else None,
        next=page_url(paper, parts, number + 1) if number < count else None,
        pages=tuple(
            views.Link(str(other), page_url(paper, parts, other), current=other == number)
            for other in _shown(number, count)
        ),
    )


def _shown(number: int, count: int) -> list[int]:
    """The first, the last, and those around this one."""
    around = range(number - 2, number + 3)
    return sorted({1, count} | {other for other in around if 1 <= other <= count})

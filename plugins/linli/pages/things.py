# SPDX-License-Identifier: MIT
"""The board of lost and found things: what still waits, by category and place; what is settled.

What was given back, or is past its last day, has left the board and stays in the archive.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from linli.newsroom.announcements import Lost, State
from linli.newsroom.places import Place
from linli.newsroom.things import ITEM_TYPES, ItemType, Side
from linli.pages import heads, listings, views
from linli.pages.listings import Listing
from linli.pages.page import Job, Page, Product
from linli.pages.paper import Paper

COUNTED = ("thing", "things/", "things-settled")
"""Rows of which other pages show how much there is."""
_SIZES = (
    *(*COUNTED, "thing-of/", "thing-at/"),
    *(f"things-{side}-{by}/" for side in Side for by in ("of", "at")),
)
_SHOWN = 60
"""Things of one side on a page; all of them have a page of their own where there are more."""
_SETTLED = ("settled",)


@dataclass(frozen=True, slots=True)
class _Board:
    """The board, or what of it is of one category or place."""

    parts: tuple[str, ...] = ()
    """Below the board's own URL."""
    title: str = ""
    """A category or a place by its name; empty for the board itself."""
    heading: str = ""
    """What the page is called where nothing else stands around it."""
    trail: tuple[views.Link, ...] = ()
    by: str = ""
    """What the names of its rows end with: `of/keys`, `at/xinjin`."""

    def row(self, side: Side) -> str:
        return f"things-{side}-{self.by}" if self.by else f"things/{side}"


def jobs(paper: Paper) -> Iterator[Job]:
    """The board, there even before anything was lost, and a page for each way to narrow it."""
    for board in _boards(paper):
        yield Job(
            "/".join(_path(*board.parts)),
            tuple(map(board.row, Side)),
            lambda board=board: _pages(paper, board),  # type: ignore[misc]
            # Each offers every other, with the number of things in it.
            sizes=_SIZES,
        )
    if paper.shelves.size("thing"):
        yield Job(
            "/".join(_path(*_SETTLED)),
            ("things-settled",),
            lambda: listings.pages(paper, _settled(paper)),
            sizes=_SIZES,
        )


def link(paper: Paper) -> views.Link | None:
    """The way to the board from other pages; None where nothing was ever lost or found."""
    if paper.things_url is None or not paper.shelves.size("thing"):
        return None
    return views.Link(paper.t("things"), paper.things_url, _open(paper, _Board()) or None)


def facet(paper: Paper) -> views.Facet:
    """The board among the ways to narrow the archive; without links where there is no thing."""
    links = _states(paper, None) if paper.shelves.size("thing") else ()
    return views.Facet(paper.t("facet.things"), links)


def crumbs(paper: Paper, lost: Lost) -> Iterator[views.Link]:
    """The way from the board to the page of a thing that stands on it or did."""
    if lost.side is None or paper.things_url is None:
        return
    yield views.Link(paper.t("things"), paper.things_url)
    # One that was withdrawn or replaced may have been the only one of its category.
    gone = paper.catalogue.state(lost) in {State.WITHDRAWN, State.SUPERSEDED}
    if lost.item_type and not gone:
        yield views.Link(_name(paper, lost.category), _url(paper, lost.category))


def _boards(paper: Paper) -> Iterator[_Board]:
    yield _Board()
    for category in paper.catalogue.categories_of_things:
        name = _name(paper, category)
        yield _Board((category,), name, paper.t("things.of", name=name), by=f"of/{category}")
    for place in paper.catalogue.places_of_things:
        yield _Board(
            ("place", *place.slugs),
            place.name,
            paper.t("things.at", place=place.name),
            tuple(
                views.Link(above.name, _url(paper, "place", *above.slugs))
                for above in paper.catalogue.gazetteer.above(place)[:-1]
            ),
            by="at/" + "/".join(place.slugs),
        )


def _pages(paper: Paper, board: _Board) -> Iterator[Product]:
    yield _page(paper, board)
    for side in Side:
        if paper.shelves.size(board.row(side)) > _SHOWN:
            yield from listings.pages(paper, _listing(paper, board, side))


def _page(paper: Paper, board: _Board) -> Page:
    url = _url(paper, *board.parts)
    title = paper.t("things")
    return Page(
        url=url,
        template="things.html",
        view=views.ThingsView(
            title=board.title or title,
            label=title if board.title else "",
            total=_open(paper, board),
            introduction="" if board.title else paper.t("things.introduction"),
            sides=tuple(_side(paper, board, side) for side in Side),
            facets=_facets(paper, board.parts),
        ),
        head=heads.of_page(paper, board.heading or title, url, paper.t("things.description")),
        breadcrumbs=_breadcrumbs(paper, board),
        section=paper.board_url,
        modified=max(
            (
                moment
                for side in Side
                if (moment := paper.shelves.modified(board.row(side), _SHOWN)) is not None
            ),
            default=None,
        ),
    )


def _side(paper: Paper, board: _Board, side: Side) -> views.ThingsSide:
    row = board.row(side)
    total = paper.shelves.size(row)
    more = views.Link(paper.t("things.all", n=total), _url(paper, *board.parts, side))
    return views.ThingsSide(
        side.value,
        paper.t(f"things.{side}"),
        total,
        tuple(_thing(paper, lost, side) for lost in paper.catalogue.things(row)[:_SHOWN]),
        paper.t(f"things.{side}.empty"),
        more if total > _SHOWN else None,
    )


def _thing(paper: Paper, lost: Lost, side: Side) -> views.Thing:
    item = paper.item(lost)
    closing = item.state is not None and item.state.key == State.CLOSING
    return views.Thing(
        item,
        lost.item or lost.title,
        _name(paper, lost.category),
        paper.t(f"things.{side}.when"),
        lost.lost_on,
        lost.lost_where,
        paper.t(f"things.{side}.until"),
        item.state if closing else None,
    )


def _listing(paper: Paper, board: _Board, side: Side) -> Listing:
    """Every thing of one side of a board, however many there are."""
    trail = _breadcrumbs(paper, board)[1:]
    if board.title:
        trail = (*trail, views.Link(board.title, _url(paper, *board.parts)))
    elif paper.things_url:
        trail = (*trail, views.Link(paper.t("things"), paper.things_url))
    return Listing(
        parts=_path(*board.parts, side),
        title=paper.t(f"things.{side}"),
        label=board.heading or paper.t("things"),
        row=board.row(side),
        breadcrumbs=trail,
        facets=_facets(paper, board.parts),
        section=paper.board_url,
        template="archive.html",
    )


def _settled(paper: Paper) -> Listing:
    return Listing(
        parts=_path(*_SETTLED),
        title=paper.t("state.settled"),
        label=paper.t("things"),
        row="things-settled",
        introduction=Markup("<p>{}</p>").format(paper.t("things.settled.introduction")),
        breadcrumbs=_breadcrumbs(paper, _Board(title=paper.t("state.settled")))[1:],
        facets=_facets(paper, _SETTLED),
        section=paper.board_url,
        template="archive.html",
    )


def _breadcrumbs(paper: Paper, board: _Board) -> tuple[views.Link, ...]:
    return (
        *paper.way_to_announcements,
        *((views.Link(paper.t("things"), paper.things_url),) if board.title else ()),
        *board.trail,
    )


def _facets(paper: Paper, parts: tuple[str, ...]) -> tuple[views.Facet, ...]:
    """Every way to narrow the board, with the number of things that still wait."""
    catalogue = paper.catalogue
    if not paper.shelves.size("thing"):
        return ()
    return (
        views.Facet(
            paper.t("facet.category"),
            tuple(
                views.Link(
                    _name(paper, category),
                    _url(paper, category),
                    _open(paper, _Board(by=f"of/{category}")),
                    current=parts == (category,),
                )
                for category in catalogue.categories_of_things
            ),
        ),
        views.Facet(
            paper.t("facet.place"),
            tuple(
                views.Link(
                    place.name,
                    _url(paper, "place", *place.slugs),
                    _open(paper, _Board(by="at/" + "/".join(place.slugs))),
                    current=parts == ("place", *place.slugs),
                )
                for place in catalogue.places_of_things
                if place.level == 0 or _is_opened(place, parts)
            ),
        ),
        views.Facet(paper.t("facet.status"), _states(paper, parts)),
    )


def _is_opened(place: Place, parts: tuple[str, ...]) -> bool:
    """Places below a district are offered once a reader is in it."""
    return parts[:1] == ("place",) and place.slugs[:-1] == parts[1 : len(place.slugs)]


def _states(paper: Paper, parts: tuple[str, ...] | None) -> tuple[views.Link, ...]:
    """What still waits, and what is settled; None for a page that is neither."""
    waiting, settled = _open(paper, _Board()), paper.shelves.size("things-settled")
    return (
        views.Link(paper.t("things.open"), _url(paper), waiting, current=parts == ()),
        views.Link(
            paper.t("state.settled"), _url(paper, *_SETTLED), settled, current=parts == _SETTLED
        ),
    )


def _open(paper: Paper, board: _Board) -> int:
    return sum(paper.shelves.size(board.row(side)) for side in Side)


def _name(paper: Paper, category: ItemType) -> str:
    return ITEM_TYPES[category].name(paper.portal.language)


def _path(*parts: str) -> tuple[str, ...]:
    return ("announcements", "things", *parts)


def _url(paper: Paper, *parts: str) -> str:
    return paper.portal.addresses.index(*_path(*parts))

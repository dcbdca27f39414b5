# SPDX-License-Identifier: MIT
"""Pieces by place: 区 → 街道/镇 → 社区/村, each level with all that lies below it."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from linli.newsroom.places import Place
from linli.pages import feed_links, heads, listings, views
from linli.pages.listings import Listing
from linli.pages.page import Job, Page
from linli.pages.paper import Paper


def jobs(paper: Paper) -> Iterator[Job]:
    """`places/` and a page for every place where something happened."""
    url = paper.places_url
    places = [place for place in paper.catalogue.gazetteer if _size(paper, place)]
    if url is None or not places:
        return
    yield Job("places", (), lambda: [_directory(paper, url)], sizes=("place/",))
    for place in places:
        path = "/".join(place.slugs)
        yield Job(
            f"places/{path}",
            (f"place/{path}", f"board-place/{path}"),
            lambda place=place: listings.pages(paper, _listing(paper, place, url)),  # type: ignore[misc]
            sizes=(f"place/{path}/",),
        )


def _size(paper: Paper, place: Place) -> int:
    return paper.shelves.size("place/" + "/".join(place.slugs))


def _directory(paper: Paper, url: str) -> Page:
    title = paper.t("places")
    return Page(
        url=url,
        template="directory.html",
        view=views.DirectoryView(title, "", Markup(""), tree(paper)),
        head=heads.of_page(paper, title, url),
        breadcrumbs=(views.Link(paper.t("home"), paper.portal.addresses.page()),),
        section=url,
    )


def tree(paper: Paper, place: Place | None = None) -> tuple[views.Branch, ...]:
    """The places that have pieces, as deep as they go."""
    return tuple(
        views.Branch(
            views.Link(below.name, paper.place_url(below), _size(paper, below)),
            tree(paper, below),
        )
        for below in paper.catalogue.gazetteer.below(place)
        if _size(paper, below)
    )


def _listing(paper: Paper, place: Place, index: str) -> Listing:
    gazetteer = paper.catalogue.gazetteer
    path = "/".join(place.slugs)
    return Listing(
        parts=("places", *place.slugs),
        title=place.name,
        label=paper.t(f"label.place.{place.level}"),
        row=f"place/{path}",
        description=paper.t("place.description", path="".join(place.names)),
        breadcrumbs=(
            views.Link(paper.t("places"), index),
            *(
                views.Link(above.name, paper.place_url(above))
                for above in gazetteer.above(place)[:-1]
            ),
        ),
        children=tuple(
            views.Link(below.name, paper.place_url(below), _size(paper, below))
            for below in gazetteer.below(place)
            if _size(paper, below)
        ),
        board=paper.shelves.items(f"board-place/{path}"),
        feeds=feed_links.links(paper, place.name, "places", *place.slugs),
        section=index,
    )

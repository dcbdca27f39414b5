# SPDX-License-Identifier: MIT
"""Pieces by place: 区 → 街道/镇 → 社区/村, each level with all that lies below it."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from linli.newsroom.places import Place
from linli.pages import feed_links, heads, listings, views
from linli.pages.listings import Listing
from linli.pages.page import Page
from linli.pages.paper import Paper


def pages(paper: Paper) -> Iterator[Page]:
    """`places/` and a page for every place where something happened."""
    url = paper.places_url
    branches = tree(paper)
    if url is None or not branches:
        return
    title = paper.t("places")
    yield Page(
        url=url,
        template="directory.html",
        view=views.DirectoryView(title, "", Markup(""), branches),
        head=heads.of_page(paper, title, url),
        breadcrumbs=(views.Link(paper.t("home"), paper.portal.addresses.page()),),
        section=url,
    )
    for place in paper.catalogue.gazetteer:
        if paper.catalogue.in_place(place):
            yield from listings.pages(paper, _listing(paper, place, url))


def tree(paper: Paper, place: Place | None = None) -> tuple[views.Branch, ...]:
    """The places that have pieces, as deep as they go."""
    return tuple(
        views.Branch(
            views.Link(below.name, paper.place_url(below), len(paper.catalogue.in_place(below))),
            tree(paper, below),
        )
        for below in paper.catalogue.gazetteer.below(place)
        if paper.catalogue.in_place(below)
    )


def _listing(paper: Paper, place: Place, index: str) -> Listing:
    gazetteer = paper.catalogue.gazetteer
    articles = paper.catalogue.in_place(place)
    board = [
        announcement
        for announcement in paper.catalogue.board
        if any(named.lies_in(place) for named in paper.catalogue.places_of(announcement))
    ]
    return Listing(
        parts=("places", *place.slugs),
        title=place.name,
        label=paper.t(f"label.place.{place.level}"),
        articles=articles,
        description=paper.t("place.description", path="".join(place.names)),
        breadcrumbs=(
            views.Link(paper.t("places"), index),
            *(
                views.Link(above.name, paper.place_url(above))
                for above in gazetteer.above(place)[:-1]
            ),
        ),
        children=tuple(branch.link for branch in tree(paper, place)),
        board=paper.items(board),
        feeds=feed_links.links(paper, place.name, "places", *place.slugs),
        section=index,
    )

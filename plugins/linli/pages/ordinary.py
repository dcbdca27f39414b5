# SPDX-License-Identifier: MIT
"""Pages that are no pieces: policies, the handbook. Their text comes set from elsewhere."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator

from markupsafe import Markup

from linli.newsroom.categories import OrdinaryPage
from linli.newsroom.photos import Photo
from linli.pages import heads, views
from linli.pages.page import Page
from linli.pages.paper import Paper
from linli.reading.markup import picture
from linli.reading.markup.typesetter import set_root


def page(paper: Paper, ordinary: OrdinaryPage, html: str) -> Page:
    """An ordinary page; `html` is trusted, since only the site's own makers write such pages."""
    url = paper.portal.addresses.of_source(ordinary.source.path)
    siblings = tuple(_siblings(paper, ordinary))
    return Page(
        url=url,
        template="ordinary.html",
        view=views.OrdinaryView(ordinary.title, Markup(html), siblings),
        head=heads.of_page(paper, ordinary.title, url, ordinary.summary),
        breadcrumbs=(paper.home,),
        section=url,
    )


def _siblings(paper: Paper, ordinary: OrdinaryPage) -> Iterator[views.Link]:
    """The other pages of its folder; those at the root stand each for itself."""
    folder = ordinary.source.path.rpartition("/")[0]
    for other in paper.ordinary:
        path = other.source.path
        if folder and path.rpartition("/")[0] == folder and path != ordinary.source.path:
            yield views.Link(other.title, paper.portal.addresses.of_source(path))


def with_pictures(html: str, file: str, photo_of: Callable[[str], Photo | None]) -> str:
    """The text of a page with all renditions of its pictures, of which whoever set it knew one.

    `file` is where the page is published; `photo_of` tells the photo of a published rendition.
    """
    folder = posixpath.dirname(file)
    way = "../" * (folder.count("/") + 1) if folder else "./"

    def find(source: str) -> Photo | None:
        return photo_of(posixpath.normpath(posixpath.join(folder, source)))

    return set_root(picture.draw_all(html, find), way)

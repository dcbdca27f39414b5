# SPDX-License-Identifier: MIT
"""MkDocs' navigation as the sections of the masthead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mkdocs.structure import StructureItem
from mkdocs.structure.nav import Link, Navigation, Section
from mkdocs.structure.pages import Page

from linli.pages import views


def sections_of(nav: Navigation) -> tuple[views.Section, ...]:
    """The first level of the navigation; a section leads to the first page in it."""
    return tuple(_sections(nav.items))


def _sections(items: Iterable[StructureItem]) -> Iterator[views.Section]:
    for item in items:
        if isinstance(item, Section):
            children = tuple(_links(item.children))
            if children and children[0].url is not None:
                yield views.Section(item.title, children[0].url, children=children)
        elif isinstance(item, Page | Link):
            link = _link(item)
            if link.url is not None:
                yield views.Section(link.title, link.url)


def _links(items: Iterable[StructureItem]) -> Iterator[views.Link]:
    for item in items:
        if isinstance(item, Page | Link):
            yield _link(item)
        elif isinstance(item, Section):
            yield from _links(item.children)


def _link(item: Page | Link) -> views.Link:
    # A page's own `url` is absolute for the host's root once it is the front page; the file's
    # is from the site's root, as all of ours are.
    url = item.file.url if isinstance(item, Page) else item.url
    return views.Link(item.title or "", "" if url in {".", "./"} else url)

# SPDX-License-Identifier: MIT
"""Links of the pages that MkDocs sets itself, and names of links that stand for nothing."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator
from urllib.parse import unquote, urlsplit

from linli.newsroom.articles import Article
from linli.newsroom.categories import OrdinaryPage
from linli.newsroom.diagnostics import Argument, Diagnostic
from linli.newsroom.manuscripts import Manuscript
from linli.newsroom.nearest import nearest
from linli.reading.links import LinkTargets, Resolved, Unresolved
from linli.reading.page_links import WrittenLink, anchors_in, unknown_names, written_links

_INDEX = re.compile(r"(?:^|/)(?:index\.html)?$|\.html$")


def names_are_defined(value: Manuscript) -> Iterator[Diagnostic]:
    """A link by name and a footnote say below what they stand for; else they show as brackets."""
    if isinstance(value, Article):
        for found in unknown_names(value.body):
            arguments = {"text": found.text, "name": found.name}
            yield Diagnostic(found.code, value.source.in_body(found.line), arguments)


IsThere = Callable[[str], bool]
"""Whether the content folder has a picture at a path; no text links to one, but all show them."""


def check(
    page: OrdinaryPage, links: LinkTargets, url: str, is_picture: IsThere
) -> Iterator[Diagnostic]:
    """Each link of a page leads somewhere; in HTML it leads from the page's URL `url`."""
    for link in written_links(page.body):
        found = resolve(link, page, links, url)
        if isinstance(found, Unresolved) and any(map(is_picture, ways(link, page, url))):
            continue
        if isinstance(found, Unresolved):
            arguments: dict[str, Argument] = {"target": link.target, "nearest": found.nearest}
            yield Diagnostic(found.code, page.source.in_body(link.line), arguments)
        elif isinstance(found, Resolved) and found.src_uri == page.source.path:
            yield from _part_is_there(link, found.fragment, page)


def _part_is_there(link: WrittenLink, fragment: str, page: OrdinaryPage) -> Iterator[Diagnostic]:
    """A link to a part of its own page finds it; notes at the foot have names of MkDocs' own."""
    if not fragment or fragment.startswith(("fn:", "fnref")) or fragment == "top":
        return
    anchors = anchors_in(page.body)
    if fragment not in anchors:
        arguments = {"target": link.target, "nearest": nearest(fragment, anchors)}
        yield Diagnostic("dead-anchor", page.source.in_body(link.line), arguments)


def resolve(
    link: WrittenLink, page: OrdinaryPage, links: LinkTargets, url: str
) -> Resolved | Unresolved:
    """Where a link leads; MkDocs makes those in Markdown, and passes on those in HTML."""
    if not link.target.strip():
        return Unresolved("link-empty")
    path = page.source.path
    if not link.is_html or not _is_relative(link.target):
        return links.resolve(path, link.target)
    parts = urlsplit(link.target)
    aim = posixpath.normpath(posixpath.join(posixpath.dirname(f"{url}x"), unquote(parts.path)))
    if not _bare(aim):
        # The front page is there whether it has a file or not.
        return Resolved("", "index.md", unquote(parts.fragment))
    for source in _sources(aim):
        if source in links.hidden:
            return Unresolved("link-not-public")
        if source in links.urls and _bare(links.urls[source]) == _bare(aim):
            return Resolved(links.urls[source], source, unquote(parts.fragment))
    meant = links.resolve(path, link.target)
    if isinstance(meant, Resolved) and meant.src_uri:
        start = posixpath.dirname(f"{url}x") or "."
        way = posixpath.relpath(meant.url or ".", start)
        return Unresolved("dead-link", f"{way}/" if meant.url.endswith("/") else way)
    return Unresolved("dead-link")


def ways(link: WrittenLink, page: OrdinaryPage, url: str) -> Iterator[str]:
    """The paths in the content folder that a link may mean: from the file, and from its URL."""
    if _is_relative(link.target):
        path = unquote(urlsplit(link.target).path)
        for start in (page.source.path, f"{url}x"):
            yield posixpath.normpath(posixpath.join(posixpath.dirname(start), path))


def _is_relative(target: str) -> bool:
    try:
        parts = urlsplit(target)
    except ValueError:
        return False
    return not parts.scheme and bool(parts.path) and not target.startswith("/")


def _sources(aim: str) -> Iterator[str]:
    """The files that may be published at a path."""
    stem = aim.removesuffix(".html").removesuffix("index").rstrip("./")
    yield aim
    yield f"{stem}.md"
    yield f"{stem}/index.md".lstrip("/")


def _bare(url: str) -> str:
    """A URL as two of them are compared."""
    plain = _INDEX.sub("", unquote(url).rstrip("/"))
    return "" if plain == "." else plain

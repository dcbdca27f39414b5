# SPDX-License-Identifier: MIT
"""The sitemap (sitemaps.org 0.9), with the day each page truly changed for a reader."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from linli.language.dates import iso
from linli.pages.page import File, Page
from linli.pages.paper import Paper
from linli.pages.views import ListingView

_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def files(paper: Paper, pages: Iterable[Page]) -> Iterator[File]:
    """`sitemap.xml` of the pages that may be indexed, and a `robots.txt` that names it."""
    if not paper.portal.url:
        return
    modified = {paper.url(article): article.modified for article in paper.catalogue.articles}
    root = Element("urlset", {"xmlns": _NAMESPACE})
    changed: dict[str, datetime | None] = {
        page.url: modified.get(page.url) or _newest(page, modified)
        for page in pages
        if "noindex" not in page.head.robots
    }
    # When an ordinary page last changed, nobody told: better no day than a wrong one.
    changed |= {paper.portal.addresses.of_source(page.source.path): None for page in paper.ordinary}
    for url, day in sorted(changed.items()):
        entry = SubElement(root, "url")
        SubElement(entry, "loc").text = paper.portal.absolute(url)
        if day is not None:
            SubElement(entry, "lastmod").text = iso(day)
    ElementTree.indent(root, "  ")
    data = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n"
    yield File("sitemap.xml", data)
    robots = f"User-agent: *\nAllow: /\nSitemap: {paper.portal.absolute('sitemap.xml')}\n"
    yield File("robots.txt", robots.encode())


def _newest(page: Page, modified: dict[str, datetime]) -> datetime | None:
    """An index changed when the newest of its pieces did."""
    if not isinstance(page.view, ListingView):
        return None
    urls = (item.url for group in page.view.groups for item in group.items)
    return max((modified[url] for url in urls if url in modified), default=None)

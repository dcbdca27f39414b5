# SPDX-License-Identifier: MIT
"""Sitemaps (sitemaps.org 0.9), with the day each page truly changed for a reader.

One sitemap a month of publication, one for the indexes, and an index of them all: a finished
month never changes, and no file comes near the 50,000 addresses that one may hold.
"""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from linli.newsroom.portal import Portal
from linli.pages.page import File

_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"

INDEXES = "pages"
"""The sitemap of all that is no piece."""

Entry = tuple[str, str]
"""A page's URL from the root, and the ISO 8601 instant it last changed; empty if unknown."""


def sitemap(portal: Portal, name: str, entries: Iterable[Entry]) -> File:
    """One sitemap of pages that may be indexed."""
    root = Element("urlset", {"xmlns": _NAMESPACE})
    for url, modified in sorted(entries):
        entry = SubElement(root, "url")
        SubElement(entry, "loc").text = portal.absolute(url)
        # When an ordinary page last changed, nobody told: better no day than a wrong one.
        if modified:
            SubElement(entry, "lastmod").text = modified
    return File(_path(name), _bytes(root))


def index(portal: Portal, names: Iterable[str]) -> File:
    """The sitemap of the sitemaps."""
    root = Element("sitemapindex", {"xmlns": _NAMESPACE})
    for name in sorted(names):
        SubElement(SubElement(root, "sitemap"), "loc").text = portal.absolute(_path(name))
    return File("sitemap.xml", _bytes(root))


def robots(portal: Portal) -> File:
    """A `robots.txt` that names the index."""
    text = f"User-agent: *\nAllow: /\nSitemap: {portal.absolute('sitemap.xml')}\n"
    return File("robots.txt", text.encode())


def _path(name: str) -> str:
    return f"sitemaps/{name}.xml"


def _bytes(root: Element) -> bytes:
    ElementTree.indent(root, "  ")
    data: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return data + b"\n"

# SPDX-License-Identifier: MIT
"""Atom (RFC 4287) and RSS 2.0 for the whole portal and for each category, place and code.

Both are built as trees, so that nothing in a headline can break them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from email.utils import format_datetime
from itertools import islice
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from linli.language.dates import iso
from linli.newsroom.announcements import Announcement
from linli.newsroom.articles import Article, Report
from linli.newsroom.codes import CODES
from linli.pages import feed_links
from linli.pages.page import File, Job
from linli.pages.paper import Feature, Paper

_ENTRIES = 30
"""Newest pieces in one feed: a reader that comes once a week misses none."""

_ATOM = "http://www.w3.org/2005/Atom"


@dataclass(frozen=True, slots=True)
class Feed:
    """One feed, in either format."""

    title: str
    parts: tuple[str, ...]
    """Path below feeds/."""
    page_url: str
    """The index it follows."""
    row: str
    """The name of the row whose newest pieces it tells of."""
    may_be_empty: bool = True
    """Whether it is there before there is anything to tell."""

    def path(self, name: str) -> str:
        return "/".join(("feeds", *self.parts, name))


def jobs(paper: Paper) -> Iterator[Job]:
    """Every feed in both formats; none for a site that has no address of its own."""
    if not paper.portal.url:
        return
    for feed in _feeds(paper):
        yield Job(
            "/".join(("feeds", *feed.parts)),
            (feed.row,),
            lambda feed=feed: _files(paper, feed),  # type: ignore[misc]
        )


def _files(paper: Paper, feed: Feed) -> Iterator[File]:
    articles = _public(paper.catalogue.rows.row(feed.row))
    if not articles and not feed.may_be_empty:
        return
    yield File(feed.path("atom.xml"), atom(paper, feed, articles))
    yield File(feed.path("rss.xml"), rss(paper, feed, articles))


def _feeds(paper: Paper) -> Iterator[Feed]:
    catalogue, size = paper.catalogue, paper.shelves.size
    yield Feed(paper.portal.name, (), "", "listed")
    if Feature.CATEGORIES in paper.features:
        for category in catalogue.categories:
            row = f"category/{category.slug}"
            if size(row):
                url = paper.category_url(category) or ""
                yield _named(paper, category.name, ("categories", category.slug), url, row)
        for place in catalogue.gazetteer:
            row = "place/" + "/".join(place.slugs)
            if size(row):
                url = paper.place_url(place) or ""
                yield _named(paper, place.name, ("places", *place.slugs), url, row)
    if Feature.ANNOUNCEMENTS in paper.features:
        url = paper.board_url or ""
        name = paper.t("announcements")
        yield _named(paper, name, ("announcements",), url, "announcements")
        for code, entry in CODES.items():
            if size(f"code/{code}"):
                url = paper.code_url(code) or ""
                yield _announced(
                    paper, paper.code_title(entry), ("codes", code), url, f"code/{code}"
                )
        for place in catalogue.gazetteer:
            row = "announced-place/" + "/".join(place.slugs)
            if size(row):
                url = paper.portal.addresses.index("announcements", "place", *place.slugs)
                name = paper.t("archive.of-place", place=place.name)
                yield _announced(paper, name, ("announcements", "places", *place.slugs), url, row)


def _named(paper: Paper, name: str, parts: tuple[str, ...], url: str, row: str) -> Feed:
    return Feed(f"{name} · {paper.portal.name}", parts, url, row)


def _announced(paper: Paper, name: str, parts: tuple[str, ...], url: str, row: str) -> Feed:
    return replace(_named(paper, name, parts, url, row), may_be_empty=False)


def _public(articles: Sequence[Article]) -> list[Article]:
    """The newest that still stand: a withdrawn piece is in no feed."""
    return list(islice((one for one in articles if not one.is_withdrawn), _ENTRIES))


def atom(paper: Paper, feed: Feed, articles: Sequence[Article]) -> bytes:
    """A feed as Atom."""
    root = Element("feed", {"xmlns": _ATOM, "xml:lang": paper.portal.language.value})
    url = paper.portal.absolute(feed.page_url)
    _text(root, "id", url)
    _text(root, "title", feed.title)
    # Of the pieces, not of the build: an unchanged feed stays the same bytes.
    _text(root, "updated", iso(_updated(paper, articles)))
    SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": url})
    SubElement(
        root,
        "link",
        {
            "rel": "self",
            "type": feed_links.ATOM,
            "href": paper.portal.absolute(feed.path("atom.xml")),
        },
    )
    author = SubElement(root, "author")
    _text(author, "name", paper.portal.name)
    for article in articles:
        _entry(paper, root, article)
    return _bytes(root)


def _entry(paper: Paper, root: Element, article: Article) -> None:
    url = paper.absolute(article)
    entry = SubElement(root, "entry")
    _text(entry, "id", url)
    _text(entry, "title", article.title)
    _text(entry, "published", iso(article.published))
    _text(entry, "updated", iso(article.modified))
    SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": url})
    for name in _authors(article):
        _text(SubElement(entry, "author"), "name", name)
    for term in _terms(paper, article):
        SubElement(entry, "category", {"term": term})
    _text(entry, "summary", paper.summary(article))


def rss(paper: Paper, feed: Feed, articles: Sequence[Article]) -> bytes:
    """A feed as RSS 2.0."""
    # The prefix is written by hand: ElementTree would call it ns0, which some readers refuse.
    root = Element("rss", {"version": "2.0", "xmlns:atom": _ATOM})
    channel = SubElement(root, "channel")
    url = paper.portal.absolute(feed.page_url)
    _text(channel, "title", feed.title)
    _text(channel, "link", url)
    _text(channel, "description", paper.portal.description or feed.title)
    _text(channel, "language", paper.t("feed.language"))
    _text(channel, "lastBuildDate", format_datetime(_updated(paper, articles)))
    SubElement(
        channel,
        "atom:link",
        {
            "rel": "self",
            "type": feed_links.RSS,
            "href": paper.portal.absolute(feed.path("rss.xml")),
        },
    )
    for article in articles:
        item = SubElement(channel, "item")
        address = paper.absolute(article)
        _text(item, "title", article.title)
        _text(item, "link", address)
        _text(item, "guid", address)
        _text(item, "pubDate", format_datetime(article.published))
        _text(item, "description", paper.summary(article))
        for term in _terms(paper, article):
            _text(item, "category", term)
    return _bytes(root)


def _updated(paper: Paper, articles: Sequence[Article]) -> datetime:
    """When the newest of its pieces changed; an empty feed has never changed."""
    days = [article.modified for article in articles]
    return max(days, default=datetime(1970, 1, 1, tzinfo=paper.portal.zone))


def _authors(article: Article) -> list[str]:
    if isinstance(article, Report):
        return list(dict.fromkeys(byline.name for byline in article.bylines))
    return []


def _terms(paper: Paper, article: Article) -> list[str]:
    category = paper.catalogue.category_of(article)
    terms = [category.name] if category else []
    if isinstance(article, Announcement):
        terms.append(paper.code_name(article))
    return terms + [topic.name for topic in paper.catalogue.topics_of(article)]


def _text(parent: Element, tag: str, text: str) -> None:
    SubElement(parent, tag).text = text


def _bytes(root: Element) -> bytes:
    ElementTree.indent(root, "  ")
    data: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return data + b"\n"

# SPDX-License-Identifier: MIT
"""Every page has one URL, and every URL one page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from linli.newsroom.addresses import RESERVED, Addresses
from linli.newsroom.announcements import Announcement
from linli.newsroom.articles import Article
from linli.newsroom.categories import OrdinaryPage
from linli.newsroom.diagnostics import Diagnostic, Location
from linli.newsroom.manuscripts import Manuscript, Manuscripts
from linli.newsroom.versions import MOST, main_of, version_of

_INDEXES = frozenset({"reports", "categories", "people", "404", "search"})
"""Pages that the site makes beside the files of an editor."""
_OWN_FILES = frozenset({"", "index", "404", "sitemap.xml", "robots.txt"})
"""Single files that the site makes, and the front page, without `.html`."""
_OF_VERSION = re.compile(r"/v\d+$")
_YEAR = re.compile(r"\d{4}")


def check_alone(value: Manuscript) -> Iterator[Diagnostic]:
    """What the place of one file says by itself."""
    yield from folder_is_not_the_sites_own(value.source.path)
    if isinstance(value, Article):
        yield from article_lies_in_its_year(value)


def check(
    manuscripts: Manuscripts, addresses: Addresses, attachments: Iterable[str]
) -> Iterator[Diagnostic]:
    urls: dict[str, str] = {}
    for value in manuscripts.every:
        path = value.source.path
        if version_of(path) is not None:
            # Its page is among those of its announcement.
            continue
        # Windows and macOS hold A.md and a.md for one file, and so do some hosts their URLs.
        key = addresses.of_source(path).casefold()
        if key in urls:
            yield Diagnostic(
                "url-twice",
                value.source.top,
                {"other": urls[key], "url": f"/{addresses.of_source(path)}"},
            )
        urls.setdefault(key, value.source.where)
        if isinstance(value, Announcement):
            # Each version has a page of its own below, also the one that has no file yet.
            for number in range(1, min(value.version, MOST) + 1):
                url = addresses.below(main_of(path), f"v{number}").casefold()
                urls.setdefault(url, value.source.where)
    for path in attachments:
        urls.setdefault(path.casefold(), path)
    pages: tuple[Article | OrdinaryPage, ...] = (*manuscripts.articles, *manuscripts.pages)
    for page in pages:
        yield from aliases_are_free(page, urls)


def _is_the_sites_own(path: str) -> bool:
    bare = PurePosixPath(path).with_suffix("")
    place = bare.parent if bare.name == "index" else bare
    return place.as_posix().split("/")[0] in RESERVED or place.as_posix() in _INDEXES


def folder_is_not_the_sites_own(path: str) -> Iterator[Diagnostic]:
    """No file lies where the site makes pages of its own."""
    if _is_the_sites_own(path):
        yield Diagnostic("path-reserved", Location(path), {"path": path})


def article_lies_in_its_year(article: Article) -> Iterator[Diagnostic]:
    """`reports/2022/<slug>.md` or `reports/2022/<slug>/index.md`, and 2022 is its year."""
    path = PurePosixPath(main_of(article.source.path))
    slug = path.with_suffix("") if path.stem != "index" else path.parent
    shape = len(slug.parts) == 3 and len(path.parts) <= 4 and _YEAR.fullmatch(path.parts[1])
    if not shape and article.source.batch:
        # It is said of the file once, not of each announcement in it.
        path, slug = PurePosixPath(article.source.batch), PurePosixPath(article.source.batch[:-3])
    if not shape and _is_the_sites_own(article.source.path):
        return
    if not shape:
        year = article.published.year if article.is_dated else "2022"
        expected = f"{path.parts[0]}/{year}/{slug.name}.md"
        yield Diagnostic("path-shape", Location(article.source.file), {"expected": expected})
        return
    if article.is_dated and str(article.published.year) != path.parts[1]:
        yield Diagnostic(
            "year-differs",
            article.source.at("date"),
            {"folder": path.parts[1], "year": article.published.year},
        )


def bare(alias: str) -> str:
    """An old URL as it is compared with others."""
    return alias.strip("/").removesuffix("/index.html").removesuffix(".html").casefold()


def may_be_of_a_version(bare: str) -> bool:
    """Whether an old URL looks like that of a version of an announcement."""
    return _OF_VERSION.search(bare) is not None


def forms(bare: str) -> tuple[str, ...]:
    """The URLs, without regard to case, that an old one would lie upon."""
    return (bare, f"{bare}/", f"{bare}.html")


def aliases_are_free(page: Article | OrdinaryPage, urls: dict[str, str]) -> Iterator[Diagnostic]:
    """An old URL is not the URL, nor an old one, of another page."""
    for index, alias in enumerate(page.aliases):
        place = bare(alias)
        others = (urls.get(form) for form in forms(place))
        other = next((path for path in others if path is not None), None) or own(place)
        if other is not None:
            yield Diagnostic(
                "alias-taken",
                page.source.at(f"aliases.{index}"),
                {"alias": alias, "other": other},
            )
        urls.setdefault(place, page.source.where)


def own(bare: str) -> str | None:
    """What of the site's own an old URL would lie upon."""
    first = bare.partition("/")[0]
    if first in RESERVED | {"people", "categories"}:
        return f"{first}/"
    if bare in _OWN_FILES or bare == "reports" or bare.startswith("reports/page/"):
        return bare or "index.html"
    return None

# SPDX-License-Identifier: MIT
"""Every page has one URL, and every URL one page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from linli.newsroom.addresses import RESERVED, Addresses
from linli.newsroom.articles import Article
from linli.newsroom.diagnostics import Diagnostic, Location
from linli.newsroom.manuscripts import Manuscripts

_YEAR = re.compile(r"\d{4}")


def check(manuscripts: Manuscripts, addresses: Addresses) -> Iterator[Diagnostic]:
    for value in manuscripts.every:
        yield from folder_is_not_the_sites_own(value.source.path)
    for article in manuscripts.articles:
        yield from article_lies_in_its_year(article)
    urls = {}
    for value in manuscripts.every:
        path = value.source.path
        # Windows and macOS hold A.md and a.md for one file, and so do some hosts their URLs.
        key = addresses.of_source(path).casefold()
        if key in urls:
            yield Diagnostic(
                "url-twice",
                Location(path),
                {"other": urls[key], "url": f"/{addresses.of_source(path)}"},
            )
        urls.setdefault(key, path)
    for article in manuscripts.articles:
        yield from aliases_are_free(article, urls)


def folder_is_not_the_sites_own(path: str) -> Iterator[Diagnostic]:
    """No file lies where the site makes pages of its own."""
    folder = PurePosixPath(path).parts[0]
    if folder in RESERVED or path in {"reports/index.md", "categories/index.md"}:
        yield Diagnostic("path-reserved", Location(path), {"folder": folder})


def article_lies_in_its_year(article: Article) -> Iterator[Diagnostic]:
    """`reports/2022/<slug>.md` or `reports/2022/<slug>/index.md`, and 2022 is its year."""
    path = PurePosixPath(article.source.path)
    slug = path.with_suffix("") if path.stem != "index" else path.parent
    shape = len(slug.parts) == 3 and len(path.parts) <= 4 and _YEAR.fullmatch(path.parts[1])
    if not shape:
        name = "<slug>" if article.kind.value == "report" else "<id>"
        expected = f"{path.parts[0]}/2022/{name}.md"
        yield Diagnostic("path-shape", Location(article.source.path), {"expected": expected})
        return
    if article.is_dated and str(article.published.year) != path.parts[1]:
        yield Diagnostic(
            "year-differs",
            article.source.at("date"),
            {"folder": path.parts[1], "year": article.published.year},
        )


def aliases_are_free(article: Article, urls: Mapping[str, str]) -> Iterator[Diagnostic]:
    """An old URL is not the URL of another page."""
    for index, alias in enumerate(article.aliases):
        bare = alias.strip("/")
        for form in (bare, f"{bare}/", f"{bare}.html"):
            other = urls.get(form.casefold())
            if other is not None:
                yield Diagnostic(
                    "alias-taken",
                    article.source.at(f"aliases.{index}"),
                    {"alias": alias, "other": other},
                )

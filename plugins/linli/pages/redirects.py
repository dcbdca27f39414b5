# SPDX-License-Identifier: MIT
"""Old URLs: a page at each alias that leads to where the piece lies now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from linli.newsroom.articles import Article
from linli.newsroom.categories import OrdinaryPage
from linli.pages.page import File, Job
from linli.pages.paper import Paper

_PAGE = Markup(
    "<!doctype html>\n"
    '<html lang="{language}">\n<head>\n<meta charset="utf-8">\n<title>{title}</title>\n'
    '<meta name="robots" content="noindex">\n<link rel="canonical" href="{canonical}">\n'
    '<meta http-equiv="refresh" content="0; url={url}">\n</head>\n'
    '<body>\n<p><a href="{url}">{title}</a></p>\n</body>\n</html>\n'
)
"""A static host has no other way to answer 301; the link is for a reader without refresh."""


def job(paper: Paper) -> Job:
    return Job("redirects", ("aliased",), lambda: _files(paper))


def _files(paper: Paper) -> Iterator[File]:
    """One small page an alias, of public pieces only."""
    values: Iterable[Article | OrdinaryPage] = (
        *paper.catalogue.rows.row("aliased"),
        *paper.ordinary,
    )
    for value in values:
        url = paper.portal.addresses.of_source(value.source.path)
        for alias in value.aliases:
            yield _redirect(paper, alias, url, value.title)


def _redirect(paper: Paper, alias: str, url: str, title: str) -> File:
    bare = alias.strip("/")
    path = bare if bare.endswith(".html") else f"{bare}/index.html"
    target = f"{'../' * path.count('/') or './'}{url}"
    page = _PAGE.format(
        language=paper.portal.language.value,
        title=title,
        canonical=paper.portal.absolute(url) if paper.portal.url else target,
        url=target,
    )
    return File(path, page.encode())

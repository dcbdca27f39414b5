# SPDX-License-Identifier: MIT
"""Old URLs: a page at each alias that leads to where the piece lies now."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from linli.pages.page import File
from linli.pages.paper import Paper

_PAGE = Markup(
    "<!doctype html>\n"
    '<html lang="{language}">\n<head>\n<meta charset="utf-8">\n<title>{title}</title>\n'
    '<meta name="robots" content="noindex">\n<link rel="canonical" href="{canonical}">\n'
    '<meta http-equiv="refresh" content="0; url={url}">\n</head>\n'
    '<body>\n<p><a href="{url}">{title}</a></p>\n</body>\n</html>\n'
)
"""A static host has no other way to answer 301; the link is for a reader without refresh."""


def files(paper: Paper) -> Iterator[File]:
    """One small page an alias, of public pieces only."""
    for article in paper.catalogue.articles:
        for alias in article.aliases:
            bare = alias.strip("/")
            path = bare if bare.endswith(".html") else f"{bare}/index.html"
            root = "../" * path.count("/") or "./"
            target = f"{root}{paper.url(article)}"
            page = _PAGE.format(
                language=paper.portal.language.value,
                title=article.title,
                canonical=paper.absolute(article) if paper.portal.url else target,
                url=target,
            )
            yield File(path, page.encode())

# SPDX-License-Identifier: MIT
"""Children are named only where the newsroom has said why it may."""

from __future__ import annotations

from collections.abc import Iterator

from linli.checking.copy_editing import TEXT_KEYS
from linli.newsroom.announcements import Lost
from linli.newsroom.articles import Article
from linli.newsroom.diagnostics import Diagnostic
from linli.newsroom.manuscripts import Manuscripts
from linli.reading.minors import named_minors


def check(manuscripts: Manuscripts) -> Iterator[Diagnostic]:
    for article in manuscripts.articles:
        yield from minors_are_accounted_for(article)


def minors_are_accounted_for(article: Article) -> Iterator[Diagnostic]:
    """A piece that calls a child by its whole name says so under `privacy.minors`.

    A declaration of loss names its holder by that person's own wish.
    """
    privacy = article.privacy
    if isinstance(article, Lost) or (privacy is not None and privacy.minors is not None):
        return
    told: set[str] = set()
    for key in (*TEXT_KEYS, "body"):
        text = getattr(article, key)
        for found in named_minors(text):
            if found.name in told:
                continue
            told.add(found.name)
            line = text.count("\n", 0, found.start)
            location = article.source.in_body(line) if key == "body" else article.source.at(key)
            yield Diagnostic("minor-named", location, {"name": found.name})

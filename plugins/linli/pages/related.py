# SPDX-License-Identifier: MIT
"""What a reader may want to read next, below a piece.

First what its editor named; then what happened in the same place, then its neighbours in its
series, then what shares a topic, then what shares words. Of each sort what shares more words
stands first, then what is nearer in time.

Only a few pieces around it in each row are looked at (`newsroom.rows.WINDOWS`), most of them
older: so a piece that appears changes the pages of a few that came just before it, and not of all
that its place ever had; and it depends on nothing else which words count as rare.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

from linli.newsroom.announcements import Announcement
from linli.newsroom.articles import Article, Report
from linli.newsroom.rows import near_row, window_of
from linli.pages.paper import Paper
from linli.pages.views import Item

LIMIT = 4
_ENOUGH = 3
"""Pairs of signs that two pieces must share to have to do with each other. Fewer are chance."""
_GONE = frozenset({"closed", "withdrawn", "superseded"})
"""States of an announcement that nobody needs to read any more."""


def items(paper: Paper, article: Article) -> tuple[Item, ...]:
    """At most four pieces; never the piece itself, nor one that is withdrawn or has expired."""
    found = dict(_named(paper, article))
    for row, must_share in _rows(paper, article):
        if len(found) >= LIMIT:
            break
        others = dict(_around(paper, article, row))
        fresh = {path: item for path, item in others.items() if path not in found}
        found |= _best(paper.item(article), fresh, LIMIT - len(found), must_share)
    return tuple(found.values())[:LIMIT]


def _named(paper: Paper, article: Article) -> Iterator[tuple[str, Item]]:
    """The pieces that an editor named, in that order."""
    for written in article.related:
        other = paper.catalogue.piece(written)
        if other is None or other.is_withdrawn or other.src_uri == article.src_uri:
            continue
        item = paper.item(other)
        if item.state is None or item.state.key not in _GONE:
            yield other.src_uri, item


def _rows(paper: Paper, article: Article) -> Iterator[tuple[tuple[str, ...], bool]]:
    """The rows that are looked into, sort by sort, and whether what is found must share words."""
    catalogue = paper.catalogue
    if isinstance(article, Announcement):
        superseded = catalogue.is_superseded(article)
        if article.is_on_board(paper.day, superseded=superseded):
            yield _near(paper, article), False
    elif not article.is_withdrawn:
        yield _near(paper, article), False
        yield tuple(catalogue.rows_of_series(article)), False
        yield tuple(catalogue.rows_of_topics(article)), False
        yield tuple(filter(None, (catalogue.row_of_neighbours(article),))), True


def _near(paper: Paper, article: Article) -> tuple[str, ...]:
    return tuple(near_row(article, place) for place in paper.catalogue.places_of(article))


def _around(paper: Paper, article: Article, rows: Iterable[str]) -> Iterator[tuple[str, Item]]:
    for row in rows:
        older, newer = paper.catalogue.rows.window(row, article, *window_of(row))
        for path in (*older, *newer):
            item = paper.shelves.item(path)
            # A topic is borne by announcements too, which have other pages.
            if isinstance(article, Report) != bool(item.state):
                yield path, item


def _best(
    own: Item, others: dict[str, Item], room: int, must_share: bool
) -> Iterator[tuple[str, Item]]:
    """The nearest of some pieces. A pair of signs weighs the more, the fewer of them have it."""
    words = pairs(own.headline, own.summary)
    shared = {path: words & pairs(item.headline, item.summary) for path, item in others.items()}
    common = Counter(pair for found in shared.values() for pair in found)
    rank = []
    for path, found in shared.items():
        telling = [pair for pair in found if 2 * common[pair] <= len(others) or len(others) < 3]
        if must_share and len(telling) < _ENOUGH:
            continue
        weight = sum(len(others) + 1 - common[pair] for pair in telling)
        distance = abs((own.published - others[path].published).total_seconds())
        rank.append((-weight, distance, path))
    yield from ((path, others[path]) for _, _, path in sorted(rank)[:room])


@lru_cache(4096)
def pairs(headline: str, summary: str) -> frozenset[str]:
    """The pairs of neighbouring Han signs in a headline and a summary."""
    text = unicodedata.normalize("NFKC", f"{headline}\n{summary}")
    return frozenset(
        first + second
        for first, second in pairwise(text)
        if "\u3400" <= first <= "\u9fff" and "\u3400" <= second <= "\u9fff"
    )

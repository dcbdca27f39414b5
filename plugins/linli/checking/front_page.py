# SPDX-License-Identifier: MIT
"""What an editor puts on the front page by hand must be there to be shown, and have room."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from linli.newsroom.announcements import Announcement
from linli.newsroom.articles import Article
from linli.newsroom.categories import OrdinaryPage
from linli.newsroom.diagnostics import Diagnostic
from linli.newsroom.front_page import ROOM, fault_of
from linli.newsroom.nearest import nearest
from linli.newsroom.portal import Clock


@dataclass(frozen=True, slots=True)
class Pieces:
    """What the rule asks of all pieces, public or not; few of them are looked at."""

    find: Callable[[str], Article | None]
    """A piece by its path or its id."""
    names: Callable[[], Iterable[str]]
    """Every path and every id, also of what could not be read."""
    is_superseded: Callable[[Announcement], bool]


def check(page: OrdinaryPage, pieces: Pieces, clock: Clock) -> Iterator[Diagnostic]:
    """Each piece of `front` exists, stands there once, is public, neither withdrawn nor expired,
    and finds room; none stands there after its last day."""
    first: dict[str, int] = {}
    shown = 0
    for index, placement in enumerate(page.front):
        location = page.source.at(f"front.{index}")
        article = pieces.find(placement.piece)
        if article is None:
            names = set(pieces.names())
            if placement.piece not in names:
                arguments = {
                    "key": "front",
                    "value": placement.piece,
                    "nearest": nearest(placement.piece, names),
                }
                yield Diagnostic("unknown-related", location, arguments)
            continue
        if article.src_uri in first:
            yield Diagnostic(
                "front-twice",
                location,
                {"value": placement.piece, "first": first[article.src_uri]},
            )
            continue
        first[article.src_uri] = location.line
        if placement.until is not None and placement.is_past(clock.day):
            yield Diagnostic(
                "front-past",
                location,
                {"value": placement.piece, "until": placement.until.isoformat()},
            )
            continue
        superseded = isinstance(article, Announcement) and pieces.is_superseded(article)
        if code := fault_of(article, clock, superseded=superseded):
            yield Diagnostic(code, location, {"value": placement.piece})
            continue
        shown += 1
        if shown > ROOM:
            yield Diagnostic("front-full", location, {"value": placement.piece, "room": ROOM})

# SPDX-License-Identifier: MIT
"""The pages that the site makes by itself and that a text or the navigation may link to."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from linli.newsroom.addresses import Addresses
from linli.pages.paper import Feature

_ROW_OF = {
    "reports": "reports",
    "topics": "topic/",
    "places": "place/",
    "people": "person/",
    "editions": "issue/",
    "series": "series/",
}
"""The rows without which an index is not made."""


def targets(
    stands: Callable[[str], bool], addresses: Addresses, features: frozenset[Feature]
) -> dict[str, str]:
    """The file that stands for each index (`announcements/index.md`), with its URL.

    `stands` tells whether a row, or any row that begins so, holds a piece: an index without a
    piece is not made, so it is no target either.
    """
    return {
        f"{name}/index.md": addresses.index(*name.split("/")) for name in _names(stands, features)
    }


def _names(stands: Callable[[str], bool], features: frozenset[Feature]) -> Iterator[str]:
    yield "corrections"
    if Feature.ANNOUNCEMENTS in features:
        yield "announcements"
        yield "lookup"
        yield "announcements/data"
        yield "announcements/things"
    if Feature.SEARCH in features:
        yield "search"
    if Feature.PHOTOS in features and stands("photos"):
        yield "photos"
    if Feature.CATEGORIES in features:
        yield from (name for name, row in _ROW_OF.items() if stands(row))

# SPDX-License-Identifier: MIT
"""The pages that the site makes by itself and that a text or the navigation may link to."""

from __future__ import annotations

from collections.abc import Iterator

from linli.newsroom.addresses import Addresses
from linli.newsroom.catalogue import Catalogue
from linli.pages.paper import Feature


def targets(
    catalogue: Catalogue, addresses: Addresses, features: frozenset[Feature]
) -> dict[str, str]:
    """The file that stands for each index (`announcements/index.md`), with its URL.

    An index without a piece is not made, so it is no target either.
    """
    return {f"{name}/index.md": addresses.index(name) for name in _names(catalogue, features)}


def _names(catalogue: Catalogue, features: frozenset[Feature]) -> Iterator[str]:
    yield "corrections"
    if Feature.ANNOUNCEMENTS in features:
        yield "announcements"
    if Feature.CATEGORIES in features:
        if any(not report.is_withdrawn for report in catalogue.reports):
            yield "reports"
        if catalogue.topics:
            yield "topics"
        if any(catalogue.in_place(place) for place in catalogue.gazetteer):
            yield "places"
        if catalogue.portfolios:
            yield "people"
        if catalogue.issues:
            yield "editions"

# SPDX-License-Identifier: MIT
"""The places that a printed text names, by names that only one place bears."""

from __future__ import annotations

from linli.newsroom.places import Gazetteer, Place


def places_in(text: str, gazetteer: Gazetteer) -> tuple[Place, ...]:
    """The innermost of the places named in a text, in the order in which they stand there."""
    found: dict[Place, int] = {}
    # 老桥社区 is not 桥社区: the longest name first, and nothing looks at its signs again.
    for place in sorted(gazetteer, key=lambda place: (-len(place.name), place.slugs)):
        at = text.find(place.name)
        if at >= 0 and gazetteer.get(place.name) == place:
            found[place] = at
            text = text.replace(place.name, "\0" * len(place.name))
    innermost = [
        place
        for place in found
        if not any(other is not place and other.lies_in(place) for other in found)
    ]
    return tuple(sorted(innermost, key=lambda place: (found[place], place.slugs)))

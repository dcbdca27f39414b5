# SPDX-License-Identifier: MIT
"""The gazetteer: 区 → 街道/镇 → 社区/村."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Place:
    """One place, knowing the way down to it by name and by slug."""

    names: tuple[str, ...]
    """新津区, 五津街道, 古家社区: outermost first, the place's own name last."""
    slugs: tuple[str, ...]
    code: str = ""
    """Statistical code of the National Bureau of Statistics: six digits a district, nine a town."""
    line: int = 1
    """Its line in places.yml."""

    @property
    def name(self) -> str:
        return self.names[-1]

    @property
    def path(self) -> str:
        """The place as an editor writes it in full: 新津区/五津街道/古家社区."""
        return "/".join(self.names)

    @property
    def level(self) -> int:
        """0 for a district, 1 for a street or town, 2 for a community or village."""
        return len(self.names) - 1

    def lies_in(self, other: Place) -> bool:
        """Whether this place is `other` or lies below it."""
        return self.slugs[: len(other.slugs)] == other.slugs


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """A name that several places bear."""

    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """All places of a portal, in the order of places.yml."""

    places: tuple[Place, ...] = ()
    _by_ending: dict[tuple[str, ...], list[Place]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def __post_init__(self) -> None:
        for place in self.places:
            for start in range(len(place.names)):
                self._by_ending.setdefault(place.names[start:], []).append(place)

    def __iter__(self) -> Iterator[Place]:
        return iter(self.places)

    def find(self, written: str) -> Place | Ambiguous | None:
        """The place an editor means by a path, or by the end of one that is unique."""
        parts = tuple(part.strip() for part in written.split("/"))
        found = self._by_ending.get(parts, [])
        whole = [place for place in found if place.names == parts]
        if len(whole) == 1:
            return whole[0]
        if len(found) > 1:
            return Ambiguous(tuple(found))
        return found[0] if found else None

    def get(self, written: str) -> Place | None:
        """The place meant, or None where the name is unknown or not unique."""
        found = self.find(written)
        return found if isinstance(found, Place) else None

    def above(self, place: Place) -> tuple[Place, ...]:
        """The place and all that it lies in, outermost first."""
        return tuple(
            found
            for depth in range(1, len(place.names) + 1)
            if (found := self.get("/".join(place.names[:depth]))) is not None
        )

    def below(self, place: Place | None) -> tuple[Place, ...]:
        """The places directly below one, or the districts."""
        level = -1 if place is None else place.level
        return tuple(
            other
            for other in self.places
            if other.level == level + 1 and (place is None or other.lies_in(place))
        )

    def spellings(self) -> Iterable[str]:
        """Every way to write a place that is understood."""
        for ending, places in self._by_ending.items():
            if len(places) == 1 or any(place.names == ending for place in places):
                yield "/".join(ending)

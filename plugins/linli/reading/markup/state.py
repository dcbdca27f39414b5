# SPDX-License-Identifier: MIT
"""What the extensions of one document share while it is set."""

from __future__ import annotations

from dataclasses import dataclass, field

from linli.newsroom.articles import PhotoNote
from linli.newsroom.diagnostics import Argument, Diagnostic, Location, Source
from linli.newsroom.photos import Photo, PhotoLookup
from linli.reading.links import LinkTargets, Resolved

ROOT = "\ue000/"
"""Stands for the site's root in a set body, which does not know on which page it will stand."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a text needs from the rest of the site."""

    links: LinkTargets
    photo: PhotoLookup
    photo_paths: tuple[str, ...] = ()
    """Every picture there is, for the nearest one."""


@dataclass(slots=True)
class Sheet:
    """One document on the press."""

    source: Source
    text: str
    surroundings: Surroundings
    notes: tuple[PhotoNote, ...] = ()
    credit: str = ""
    """The piece's own credit line, where a picture has none."""
    diagnostics: list[Diagnostic] = field(default_factory=list)
    links: list[tuple[Resolved, str, int]] = field(default_factory=list)
    """Where the text leads: the target, as written, and the line of the text."""
    photos: list[Photo] = field(default_factory=list)
    anchors: list[str] = field(default_factory=list)
    plain: list[str] = field(default_factory=list)
    """The running text, a paragraph an entry: no headings, captions or code."""
    used_notes: set[str] = field(default_factory=set)
    _places: dict[str, int] = field(default_factory=dict)

    def line_of(self, fragment: str) -> int:
        """The line of the text on which a piece of it stands, counted from 0.

        Python-Markdown forgets lines; what it hands to an inline processor is still the source,
        so the fragment is looked up there. Fragments that occur twice are met in order.
        """
        start = self._places.get(fragment, 0)
        found = self.text.find(fragment, start)
        if found < 0:
            # Indented or quoted lines reach the processor without their margin.
            first = fragment.split("\n", 1)[0]
            start = self._places.get(first, 0)
            found = self.text.find(first, start)
            if found < 0:
                return 0
            fragment = first
        self._places[fragment] = found + len(fragment)
        return self.text.count("\n", 0, found)

    def say(self, code: str, line: int, **arguments: Argument) -> None:
        self.say_at(code, self.source.in_body(line), **arguments)

    def say_at(self, code: str, location: Location, **arguments: Argument) -> None:
        self.diagnostics.append(Diagnostic(code, location, arguments))

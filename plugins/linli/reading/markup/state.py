# SPDX-License-Identifier: MIT
"""What the extensions of one document share while it is set."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from linli.newsroom.articles import PhotoNote
from linli.newsroom.diagnostics import Argument, Diagnostic, Location, Source
from linli.newsroom.photos import CaptionedPhoto, OriginalLookup, PhotoFault, PhotoLookup
from linli.reading.links import LinkTargets, Resolved

ROOT = "\ue000/"
"""Stands for the site's root in a set body, which does not know on which page it will stand."""

_CODE_OR_ESCAPE = re.compile(
    r"""
    ^[ \t>]*(?P<fence>`{3,}|~{3,})[^\n]*\n(?:.*\n)*?[ \t>]*(?P=fence)[`~]*[ \t]*$
  | \\[!-/:-@\[-`{-~]
  | (?<!`)(?P<ticks>`+)(?!`)(?:(?!\n[ \t]*\n)[\s\S])+?(?<!`)(?P=ticks)(?!`)
    """,
    re.VERBOSE | re.MULTILINE,
)
# What Python-Markdown has put aside already stands as a number between these two signs.
_LOOSE = re.compile("(\x02[^\x03]*\x03|[\\s>]+)")
_HEADING = re.compile(
    r"^[ \t>]*(?:(?:[-*+]|\d+\.)[ \t]+)?(?P<hashes>\#{1,6})(?!\#)"
    r"|^[ \t>]*[^\s>][^\n]*\n[ \t>]*(?P<rule>=+|-+)[ ]*$",
    re.MULTILINE,
)


def _not_given_away(path: str) -> PhotoFault:
    return PhotoFault("这里不提供原图", "no originals are given away here")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a text needs from the rest of the site."""

    links: LinkTargets
    photo: PhotoLookup
    photo_paths: Iterable[str] = ()
    """Every picture there is, for the nearest one."""
    original: OriginalLookup = _not_given_away


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
    figures: list[CaptionedPhoto] = field(default_factory=list)
    """Every picture of the text, in its order."""
    anchors: list[str] = field(default_factory=list)
    plain: list[str] = field(default_factory=list)
    """The running text, a paragraph an entry: no headings, captions or code."""
    used_notes: set[str] = field(default_factory=set)
    opened_tags: set[str] = field(default_factory=set)
    """HTML tags told of, whose closing halves are no second slip."""
    _legible: str = field(init=False)
    """The text, sign for sign, with its code and its escapes made unreadable."""
    _places: dict[str, int] = field(default_factory=dict)
    _headings: Iterator[re.Match[str]] = field(init=False)
    _heading_lines: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._legible = self.text
        if any(mark in self.text for mark in ("`", "\\", "~~~")):
            self._legible = _CODE_OR_ESCAPE.sub(lambda m: re.sub(r"[^\n]", "\0", m[0]), self.text)
        self._headings = _HEADING.finditer(self._legible)

    def line_of(self, fragment: str) -> int:
        """The line of the text on which a piece of it stands, counted from 0.

        Python-Markdown forgets lines; what it hands to an inline processor is still the source,
        so the fragment is looked up there. Fragments that occur twice are met in order.
        """
        start = self._places.get(fragment, 0)
        found = self._legible.find(fragment, start)
        end = found + len(fragment)
        if found < 0:
            # Indented or quoted lines reach the processor without their margin.
            pieces = enumerate(_LOOSE.split(fragment))
            loose = "".join(
                _anything(piece) if at % 2 else re.escape(piece) for at, piece in pieces
            )
            match = re.compile(loose).search(self._legible, start)
            if match is None:
                return 0
            found, end = match.span()
        self._places[fragment] = end
        return self._legible.count("\n", 0, found)

    def line_of_heading(self, levels: Sequence[int]) -> int:
        """The line of the last of the headings so far, which are told by their levels."""
        for level in levels[len(self._heading_lines) :]:
            starts = (match.start() for match in self._headings if _level(match) == level)
            start = next(starts, 0)
            self._heading_lines.append(self._legible.count("\n", 0, start))
        return self._heading_lines[-1]

    def say(self, code: str, line: int, **arguments: Argument) -> None:
        self.say_at(code, self.source.in_body(line), **arguments)

    def say_at(self, code: str, location: Location, **arguments: Argument) -> None:
        self.diagnostics.append(Diagnostic(code, location, arguments))


def _level(heading: re.Match[str]) -> int:
    rule = {"=": 1, "-": 2}.get((heading["rule"] or "")[:1])
    return rule or len(heading["hashes"] or "")


def _anything(piece: str) -> str:
    """A pattern for what stood in the place of a margin, or of what was put aside."""
    return r"[\s\S]{1,400}?" if piece[:1] == "\x02" else r"[\s>]+"

# SPDX-License-Identifier: MIT
"""Lines of type as masks: signs set one by one, marks that meet sharing their room."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from PIL import Image, ImageDraw, ImageFont

from linli.photos.fonts import Face
from linli.photos.line_breaking import (
    best_way,
    break_lines,
    is_closing,
    is_opening,
    shares_room,
    space_between,
    squeezed,
)
from linli.reading.chinese import excerpt


@dataclass(frozen=True, slots=True, eq=False)
class Stamp:
    """One sign, or one word of narrow letters, as a mask with its place on the base line."""

    mask: Image.Image
    left: int
    top: int
    advance: float


@dataclass(frozen=True)
class Type:
    """A face in one size; a sign that it lacks comes from the other one."""

    face: Face
    other: Face
    size: int

    def width(self, text: str) -> float:
        """How wide a text is without the room that its first and last mark can do without."""
        words = text.split(" ")
        wide = sum(
            _stamp(face, self.size, run).advance for word in words for face, run in self._runs(word)
        )
        spaces = sum(space_between(*pair) for pair in pairwise(words))
        shared = 0.5 * sum(shares_room(*pair) for pair in pairwise(text))
        return wide + self.size * (spaces - shared)

    def width_of_line(self, line: str) -> float:
        """The same of a whole line, whose spaces are those between clauses."""
        shared = 0.5 * sum(shares_room(*pair) for pair in pairwise(line))
        return self.width(line) - self.size * (squeezed(line) - shared)

    def place(self, line: str) -> Iterator[tuple[Stamp, int]]:
        """The stamps of a line, each with its distance from where the line begins."""
        at = -0.5 * self.size if is_opening(line[:1]) else 0.0
        before = ""
        for word in line.split(" "):
            at += self.size * space_between(before, word) if before else 0.0
            before, last = word, ""
            for face, run in self._runs(word):
                at -= 0.5 * self.size if last and shares_room(last, run[0]) else 0.0
                stamp = _stamp(face, self.size, run)
                yield stamp, round(at) + stamp.left
                at += stamp.advance
                last = run[-1]

    def _runs(self, text: str) -> Iterator[tuple[Face, str]]:
        """Wide signs one by one, narrow ones together."""
        run = ""
        for sign in text:
            if _is_narrow(sign) and self.face.has(sign):
                run += sign
                continue
            if run:
                yield self.face, run
            run = ""
            yield (self.face if self.face.has(sign) else self.other), sign
        if run:
            yield self.face, run


@dataclass(frozen=True)
class Block:
    """A text broken into lines of one size."""

    type: Type
    lines: tuple[str, ...]
    leading: float = 1.28
    """From one base line to the next, in sizes."""

    @property
    def height(self) -> int:
        """From the top of the first line's signs to the bottom of the last one's."""
        return round(self.type.size * (1 + self.leading * (len(self.lines) - 1)))

    def base_line(self, top: int, number: int) -> int:
        """Where a line stands if the block begins at `top`."""
        # The signs of a Chinese face reach from 0.88 above its base line to 0.12 below.
        return round(top + self.type.size * (0.88 + self.leading * number))


Step = tuple[int, int]
"""A size, and how many lines of it there may be."""


_ONE_STEP_DOWN = 0.1
"""What a smaller size costs, held against a clumsy way of breaking in the larger one."""


def set_block(
    text: str,
    face: Face,
    other: Face,
    steps: tuple[Step, ...],
    limit: int,
    height: int = 1 << 15,
    leading: float = 1.28,
) -> Block:
    """A text in the size that suits it; in the last one it is cut and ends with …."""
    best: tuple[float, Block] | None = None
    for number, (size, most) in enumerate(steps):
        if best is not None and number * _ONE_STEP_DOWN >= best[0]:
            break
        type_ = Type(face, other, size)
        way = best_way(text, type_.width, size, limit, _lines_in(height, size, most, leading))
        if way is None:
            continue
        cost = way[0] + number * _ONE_STEP_DOWN
        if best is None or cost < best[0]:
            best = (cost, Block(type_, way[1], leading))
    return best[1] if best else _cut(text, face, other, steps[-1], limit, height, leading)


def _cut(
    text: str, face: Face, other: Face, step: Step, limit: int, height: int, leading: float
) -> Block:
    size, most = step
    type_ = Type(face, other, size)
    most = max(1, _lines_in(height, size, most, leading))
    # A narrow sign is hardly less than a quarter as wide as high.
    for length in range(min(len(text), 4 * limit * most // size), 1, -1):
        beginning = excerpt(text, length)
        # An excerpt that ends with a sentence has no mark; a headline has to tell that it goes on.
        beginning += "" if "…" in beginning[-2:] else "…"
        lines = break_lines(beginning, type_.width, size, limit, most)
        if lines:
            return Block(type_, lines, leading)
    return Block(type_, ("…",), leading)


def _lines_in(height: int, size: int, most: int, leading: float) -> int:
    return min(most, int((height / size - 1) / leading + 1)) if height >= size else 0


def _is_narrow(sign: str) -> bool:
    return unicodedata.east_asian_width(sign) in {"Na", "N", "H"}


@lru_cache(maxsize=256)
def _font(face: Face, size: int, process: int) -> ImageFont.FreeTypeFont:
    # An open file that was carried through a fork has one place for all who read it, so each
    # process opens its own.
    # Raqm would shape Latin a little better, and is not on every machine.
    return ImageFont.truetype(
        str(face.path), size, face.index, layout_engine=ImageFont.Layout.BASIC
    )


@lru_cache(maxsize=2048)
def _stamp(face: Face, size: int, run: str) -> Stamp:
    font = _font(face, size, os.getpid())
    left, top, right, bottom = map(int, font.getbbox(run, anchor="ls"))
    mask = Image.new("L", (max(1, right - left), max(1, bottom - top)))
    ImageDraw.Draw(mask).text((-left, -top), run, 255, font, anchor="ls")
    # Its box holds the room around the ink too.
    ink = mask.getbbox() or (0, 0, 1, 1)
    mask, left, top = mask.crop(ink), left + ink[0], top + ink[1]
    advance = font.getlength(run)
    if is_opening(run) or is_closing(run):
        # A face of another country has some of these marks narrow: each gets a sign's room.
        left += round(size - advance) if is_opening(run) else 0
        advance = float(size)
    return Stamp(mask, left, top, advance)

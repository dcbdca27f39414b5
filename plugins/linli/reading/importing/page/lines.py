# SPDX-License-Identifier: MIT
"""The lines of a page's text, each with what stood around it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from linli.reading.chinese import joint, widen

_INDENT = re.compile(r"[ \t]*\u3000|[ ]{2}|\t")
_MARK = re.compile(r"[，。、；：！？…”’）》】,.;:!?)—]$")
_ENDS = re.compile(
    r"[。！？!?…][”’」』）)》】\"']*(?:[（(][^（）()]{2,40}[）)])?$|(?<=\S)[.：:][”’\"']?$"
)
_NARROWEST, _WIDEST = 9, 45
"""Between so many Han lies the width of every printed column."""
_SHORTER, _LONGER = 1.5, 3
"""By so much a full line may be off: no line begins with a mark, of which three can come."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank."""

    number: int
    text: str
    gap: int = 0
    """How many blank lines stand above it."""
    indented: bool = False
    parted: bool = False
    """A rule was printed above it."""
    goes_on_elsewhere: bool = False
    """It ended in 下转第2版."""

    indent: float = 0
    """How far in it begins, in Han."""

    @property
    def width(self) -> float:
        return width_of(self.text)

    @property
    def reach(self) -> float:
        """Where it ends, counted from the edge of its column."""
        return self.indent + self.width


def width_of(text: str) -> float:
    """How wide a text was printed, in Han."""
    return sum(1 if sign >= "\u2000" else 0.5 for sign in text)


def lines_of(text: str) -> tuple[Line, ...]:
    """All lines of a text that hold something."""
    found: list[Line] = []
    gap = 0
    for number, raw in enumerate(text.removeprefix("\ufeff").splitlines(), start=1):
        if stripped := raw.strip():
            lead = raw[: len(raw) - len(raw.lstrip())]
            is_indented = _INDENT.match(raw) is not None
            found.append(Line(number, stripped, gap, is_indented, indent=width_of(lead)))
            gap = 0
        else:
            gap += 1
    return tuple(found)


def runs(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """Lines with no blank line between them."""
    run: list[Line] = []
    for line in lines:
        if run and (line.gap or line.parted):
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def widened(lines: Iterable[Line]) -> tuple[Line, ...]:
    """The same with full-width marks in Chinese; what a bracket holds may reach over a line's end.

    Run by run: a rule at the beginning of a text would be taken for front matter.
    """
    return tuple(
        replace(line, text=text)
        for run in runs(lines)
        for line, text in zip(
            run, widen("\n".join(line.text for line in run)).split("\n"), strict=True
        )
    )


def measure(lines: Sequence[Line]) -> float | None:
    """The width at which lines were broken; None where each line is a paragraph."""
    long = [line for line in lines if line.width >= _NARROWEST and len(line.text.split()) < 3]
    if len(long) < 4:
        return None
    widths = Counter(round(line.reach) for line in long if line.reach <= _WIDEST)
    if not widths:
        return None
    # Of widths that are equally frequent the widest: the others are ends of paragraphs.
    widest = max(widths, key=lambda width: (widths[width] + widths[width - 1], width))
    full = [line for line in long if is_full(line, widest)]
    ended = sum(1 for line in full if _MARK.search(line.text))
    if len(full) < 4 or len(full) * 2 < len(long) or ended * 4 > len(full) * 3:
        return None
    return widest


def is_full(line: Line, width: float) -> bool:
    return width - _SHORTER <= line.reach <= width + _LONGER


def ends_sentence(text: str) -> bool:
    """Whether a text is complete as it stands; one that announces a list or a verse is."""
    return _ENDS.search(text) is not None


def joined(before: str, after: str) -> str:
    """Two parts of a sentence on one line, with a space between words of Latin only.

    A number that was broken is one number; and beside Chinese print has no space, nor has ours.
    """
    left, right = before[-1:], after[:1]
    if left.isdecimal() and right.isdecimal():
        return before + after
    if left.isascii() and right.isascii():
        parted = right.isalnum() and left not in "/-(+"
        return f"{before} {after}" if parted else before + after
    if left.isascii() or right.isascii():
        return before + after
    return before + joint(before[-8:], after[:8]) + after

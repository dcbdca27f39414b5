# SPDX-License-Identifier: MIT
"""The blocks of a page: paragraphs put together from their lines, headlines, signatures, verses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from linli.reading.bylines import parse_signature
from linli.reading.importing.page.lines import (
    Line,
    ends_sentence,
    is_full,
    joined,
    measure,
    runs,
)
from linli.reading.importing.page.signatures import is_signature, looks_like_one

MOST_HEADLINES = 4
"""So many headlines may stand above one another; more are a list."""
_LONGEST_HEADLINE = 32
_LONGEST_VERSE = 20
_UNFIT = re.compile(r"。|[，、；：,;:.…]$")
_MARKED = re.compile(r"[，。、；：！？,;!?]$")
_ITEM = re.compile(r"[（(]?[0-9一二三四五六七八九十]{1,3}[）)、．]|\d{1,2}\.(?!\d)|[①-⑳●■◆★·•※▪-]")
_CHAPTER = re.compile(r"[一二三四五六七八九十]{1,3}、|[■◆●★※▪]|--")
"""What numbers a cross-head, too."""
_SPEAKER = re.compile(r"[\u4e00-\u9fff]{1,6}[：:]")


class Sort(Enum):
    """What a block looks like by itself."""

    TEXT = auto()
    SHORT = auto()
    """It could be a headline."""
    SIGNATURE = auto()
    VERSE = auto()
    """Short lines that belong together as they stand: a verse, a list, a table of names."""


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that were printed as one thing."""

    sort: Sort
    lines: tuple[Line, ...]
    text: str
    """On one line; a verse on as many as it has."""
    fills_its_end: bool = False
    """Its last line is as wide as its column: the text may go on."""

    @property
    def line(self) -> int:
        return self.lines[0].number

    @property
    def gap(self) -> int:
        return self.lines[0].gap

    @property
    def indented(self) -> bool:
        return self.lines[0].indented

    @property
    def parted(self) -> bool:
        return self.lines[0].parted

    @property
    def goes_on_elsewhere(self) -> bool:
        return self.lines[-1].goes_on_elsewhere

    @property
    def width(self) -> float:
        return sum(line.width for line in self.lines)

    @property
    def is_item(self) -> bool:
        """Whether it is one line of a list, which needs no mark at its end."""
        return _ITEM.match(self.text) is not None and self.width <= _LONGEST_HEADLINE

    @property
    def asks(self) -> bool:
        """A headline may end so, and so may a paragraph of one sentence."""
        return self.text.rstrip("”’\"'").endswith(("？", "！", "?", "!"))


def blocks_of(lines: Sequence[Line]) -> tuple[Block, ...]:
    """All of a page."""
    everywhere = measure(lines)
    return tuple(
        block
        for run in runs(lines)
        for block in _with_verses(list(_unwrapped(run, measure(run) or everywhere)))
    )


def _unwrapped(run: Sequence[Line], width: float | None) -> Iterator[Block]:
    """Paragraphs: a line goes on in the next where it is full and that one is not indented."""
    held: list[Line] = []
    for line in run:
        follows = bool(held) and width is not None and is_full(held[-1], width)
        mid_sentence = follows and not ends_sentence(held[-1].text)
        apart = is_signature(line.text) and not mid_sentence
        signed = bool(held) and is_signature(held[-1].text) and not _begins(held[-1], width)
        if held and (apart or line.indented or not follows or signed):
            yield _block(held, width)
            held = []
        held.append(line)
    yield _block(held, width)


def _block(lines: Sequence[Line], width: float | None) -> Block:
    text = lines[0].text
    for line in lines[1:]:
        text = joined(text, line.text)
    if is_signature(text) and not (len(lines) == 1 and _begins(lines[0], width)):
        return Block(Sort.SIGNATURE, tuple(lines), text)
    if _is_row_of_names(text):
        return Block(Sort.VERSE, tuple(lines), text)
    if _could_be_headline(text, lines, width):
        return Block(Sort.SHORT, tuple(lines), text)
    return Block(Sort.TEXT, tuple(lines), text, width is not None and is_full(lines[-1], width))


def _begins(line: Line, width: float | None) -> bool:
    """Whether a line is the first of a paragraph, even where that was cut behind it."""
    return width is not None and line.indented and is_full(line, width)


def _could_be_headline(text: str, lines: Sequence[Line], width: float | None) -> bool:
    if len(text) < 2 or len(lines) > 1 or lines[0].width > _LONGEST_HEADLINE:
        return False
    if _begins(lines[0], width):
        return False
    if _UNFIT.search(text) or _SPEAKER.match(text) or looks_like_one(text):
        return False
    return not _ITEM.match(text) or _CHAPTER.match(text) is not None


def _is_row_of_names(text: str) -> bool:
    words = text.split()
    all_short = all(2 <= len(word) <= 4 for word in words)
    return len(words) >= 3 and all_short and parse_signature(text) is not None


def _with_verses(blocks: Sequence[Block]) -> Iterator[Block]:
    held: list[Block] = []
    for block in blocks:
        fits = _may_be_verse(block)
        named = block.sort is Sort.VERSE
        if held and (not fits or named is not (held[-1].sort is Sort.VERSE)):
            yield from _verse(held)
            held = []
        if fits:
            held.append(block)
        else:
            yield block
    yield from _verse(held)


def _may_be_verse(block: Block) -> bool:
    fits = len(block.lines) == 1 and block.width <= _LONGEST_VERSE
    return fits and block.sort is not Sort.SIGNATURE and not _SPEAKER.match(block.text)


def _verse(blocks: Sequence[Block]) -> Iterator[Block]:
    marked = sum(1 for block in blocks if _MARKED.search(block.text) or _ITEM.match(block.text))
    named = all(block.sort is Sort.VERSE for block in blocks)
    versed = len(blocks) >= 3 and marked * 3 >= len(blocks)
    if len(blocks) >= 2 and (named or versed or len(blocks) > MOST_HEADLINES):
        lines = tuple(line for block in blocks for line in block.lines)
        yield Block(Sort.VERSE, lines, "\n".join(block.text for block in blocks))
    else:
        yield from blocks

# SPDX-License-Identifier: MIT
"""The text of a piece as paragraphs, headings, pictures, lists and tables, and as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from linli.reading.importing.prose.runs import Run, text_of, write

_FIRST_LEVEL = 2
"""The headline is the first; so much is left to the text."""
_LAST_LEVEL = 6
_CLOSING = re.compile("#+$")
_BRACKETS = re.compile(r"[\\\[\]]")


@dataclass(frozen=True, slots=True)
class Paragraph:
    runs: tuple[Run, ...]
    is_small: bool = False
    """Set small and grey, as captions are."""

    @property
    def text(self) -> str:
        return text_of(self.runs)


@dataclass(frozen=True, slots=True)
class Heading:
    level: int
    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        return text_of(self.runs)


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture by itself. Without an alt text the check will ask for one."""

    file: str
    alt: str = ""
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Items:
    items: tuple[tuple[Block, ...], ...]
    first: int | None = None
    """The number of its first item; None where they bear none."""


@dataclass(frozen=True, slots=True)
class Table:
    rows: tuple[tuple[tuple[Run, ...], ...], ...]


@dataclass(frozen=True, slots=True)
class Code:
    text: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    pass


@dataclass(frozen=True, slots=True)
class Footnote:
    label: str
    blocks: tuple[Block, ...]


Block = Paragraph | Heading | Figure | Quote | Items | Table | Code | Rule | Footnote


def markdown(blocks: Sequence[Block]) -> str:
    """The text of a piece, its headings re-levelled below the headline."""
    return "\n\n".join(_written(relevel(blocks)))


def markdown_of_part(blocks: Sequence[Block]) -> str:
    """The same of blocks that stand in a text of which others know the headings."""
    return "\n\n".join(_written(blocks))


def levels_of(used: Iterable[int]) -> dict[int, int]:
    """What each level of heading becomes: from the second on, none left out between two."""
    return {
        level: min(_FIRST_LEVEL + at, _LAST_LEVEL) for at, level in enumerate(sorted(set(used)))
    }


def relevel(blocks: Sequence[Block]) -> list[Block]:
    """The same text with its headings below the headline."""
    levels = levels_of(block.level for block in blocks if isinstance(block, Heading))
    return [
        replace(block, level=levels[block.level]) if isinstance(block, Heading) else block
        for block in blocks
    ]


def _written(blocks: Iterable[Block]) -> Iterator[str]:
    previous: Block | None = None
    for block in blocks:
        if _is_numbered(previous) is not None and _is_numbered(previous) is _is_numbered(block):
            # With nothing between them, two lists of one sort would become one.
            yield "---"
        previous = block
        text = _one(block)
        if text:
            yield text


def _is_numbered(block: Block | None) -> bool | None:
    return block.first is not None if isinstance(block, Items) else None


def _one(block: Block) -> str:
    match block:
        case Paragraph(runs):
            return write(runs)
        case Heading(level, runs):
            words = write(tuple(replace(run, strong=False) for run in runs), break_as=" ")
            # Markdown takes marks at its end for no part of a heading.
            words = _CLOSING.sub(r"\\\g<0>", words)
            return f"{'#' * level} {words}" if words else ""
        case Figure():
            return _figure(block)
        case Quote(blocks):
            inner = "\n\n".join(_written(blocks))
            return "\n".join(f"> {line}" if line else ">" for line in inner.split("\n"))
        case Items():
            return _items(block)
        case Table(rows):
            return _table(rows)
        case Code(text, language):
            longest = max(map(len, re.findall("`{3,}", text)), default=2)
            fence = "`" * max(3, longest + 1)
            return f"{fence}{language}\n{text}\n{fence}"
        case Rule():
            return "---"
        case Footnote(label, blocks):
            first, *more = "\n\n".join(_written(blocks)).split("\n") or [""]
            return "\n".join(
                [f"[^{label}]: {first}", *(f"    {line}" if line else "" for line in more)]
            )


def _figure(figure: Figure) -> str:
    alt = _BRACKETS.sub(r"\\\g<0>", " ".join(figure.alt.split())).replace("<", "&lt;")
    # Markdown has no sign that would stand for a quotation mark within two of them.
    caption = _curly(figure.caption)
    return f'![{alt}]({figure.file} "{caption}")' if caption else f"![{alt}]({figure.file})"


def _curly(text: str) -> str:
    parts = " ".join(text.split()).split('"')
    marks = ["“" if at % 2 == 0 else "”" for at in range(len(parts) - 1)]
    return "".join(part + mark for part, mark in zip(parts, [*marks, ""], strict=True))


def _items(block: Items) -> str:
    lines: list[str] = []
    loose = any(len(item) > 1 and isinstance(item[1], Paragraph) for item in block.items)
    for at, item in enumerate(block.items):
        mark = "-" if block.first is None else f"{block.first + at}."
        first, *more = "\n\n".join(_written(item)).split("\n")
        if len(item) > 1 and not loose:
            more = [line for line in more if line]
        if loose and lines:
            lines.append("")
        # Python-Markdown wants four spaces, whatever the mark.
        lines += [f"{mark} {first}", *(f"    {line}" if line else "" for line in more)]
    return "\n".join(lines)


def _table(rows: Sequence[Sequence[tuple[Run, ...]]]) -> str:
    width = max(map(len, rows))
    lines = []
    for row in rows:
        cells = [write(cell, break_as=" ").replace("|", r"\|") for cell in row]
        cells += [""] * (width - len(row))
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join([lines[0], f"|{' --- |' * width}", *lines[1:]])

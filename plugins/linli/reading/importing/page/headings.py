# SPDX-License-Identifier: MIT
"""The headlines above a text: which of them is kicker, title and subtitle.

A plain text has lost the sizes of type that would tell. What begins with a dash is the subtitle.
Two lines of one length with nothing between them are one headline that was broken. Of what is left
the one above the text is the title; of three the middle one. Whatever was not told by a dash is
remarked upon.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from linli.reading.importing.page.blocks import Block

_DASH = re.compile(r"[—–―─-]{1,2}\s*(?=\S)")
_SAME_LENGTH = 2.0
_LONGEST = 40


@dataclass(frozen=True, slots=True)
class Headlines:
    """The stack, each in its place."""

    title: str = ""
    kicker: str = ""
    subtitle: str = ""
    broken: bool = False
    """Two lines were taken for one headline."""
    by_place: bool = False
    """Only their order says which is which."""


def begins_with_dash(text: str) -> bool:
    return _DASH.match(text) is not None


def sorted_out(stack: Sequence[Block]) -> Headlines:
    """Which of the headlines is which."""
    dashed = next((at for at, one in enumerate(stack) if at and begins_with_dash(one.text)), None)
    heads, below = list(stack[:dashed]), list(stack[dashed:]) if dashed else []
    subtitle = " ".join(one.text for one in below)
    texts, broken = _mended(heads)
    if len(texts) == 1:
        return Headlines(texts[0], "", subtitle, broken)
    if len(texts) == 2:
        return Headlines(texts[1], texts[0], subtitle, broken, by_place=True)
    rest = " ".join((*texts[2:], *([subtitle] if subtitle else [])))
    return Headlines(texts[1], texts[0], rest, broken, by_place=True)


def _mended(heads: Sequence[Block]) -> tuple[list[str], bool]:
    """The headlines, with two lines that were one made one again."""
    texts: list[str] = []
    broken = False
    for at, one in enumerate(heads):
        if texts and not broken and _was_broken(heads[at - 1], one):
            texts[-1] = f"{texts[-1]} {one.text}"
            broken = True
        else:
            texts.append(one.text)
    return texts, broken


def _was_broken(one: Block, other: Block) -> bool:
    near = abs(one.width - other.width) <= _SAME_LENGTH
    clauses = max(len(one.text.split()), len(other.text.split()))
    return not other.gap and near and clauses < 3 and len(one.text + other.text) < _LONGEST

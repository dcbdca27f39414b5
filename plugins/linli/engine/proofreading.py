# SPDX-License-Identifier: MIT
"""How many errors of editing a paper prints: 编校差错率, counted per 10,000 characters."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from linli.engine.texts import read_text
from linli.language.messages import COPY_SLIPS
from linli.newsroom.diagnostics import Diagnostic
from linli.newsroom.versions import version_of
from linli.reading.articles import kind_of
from linli.reading.chinese import length

_HEAD = re.compile(r"\ufeff?---[ \t]*\n(?:.*\n)*?---[ \t]*(?:\n|\Z)")


@dataclass(frozen=True, slots=True)
class ErrorRate:
    """Errors of editing found, and the characters they were found in."""

    slips: int
    characters: int

    @property
    def per_10000(self) -> float:
        return self.slips * 10_000 / self.characters if self.characters else 0.0


def error_rate(
    content: Path, found: Iterable[Diagnostic], is_wanted: Callable[[str], bool]
) -> ErrorRate:
    """The rate in the pieces that are wanted; `found` is what was found in them.

    Only what counts is read: where nothing was found, nothing is.
    """
    slips = sum(one.code in COPY_SLIPS for one in found if kind_of(one.location.path) is not None)
    if not slips:
        return ErrorRate(0, 0)
    return ErrorRate(slips, sum(_characters(content, path) for path in _pieces(content, is_wanted)))


def _pieces(content: Path, is_wanted: Callable[[str], bool]) -> list[str]:
    paths = (file.relative_to(content).as_posix() for file in sorted(content.rglob("*.md")))
    return [
        path
        for path in paths
        if kind_of(path) is not None and version_of(path) is None and is_wanted(path)
    ]


def _characters(content: Path, path: str) -> int:
    text, _ = read_text(content / path, path)
    return 0 if text is None else length(_HEAD.sub("", text, count=1))

# SPDX-License-Identifier: MIT
"""The copy desk: half-width marks in Chinese, hyphens in ranges, lists that join a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linli.newsroom.articles import Article
from linli.newsroom.diagnostics import Diagnostic, Location
from linli.newsroom.manuscripts import Manuscripts
from linli.reading.chinese import half_width_marks, hyphen_ranges

_TEXT_KEYS = ("title", "kicker", "subtitle", "summary")
_LIST_ITEM = re.compile(r"(?:[-*+]|\d+[.)]) +\S")
_LIST_BELOW = re.compile(rf"\n{_LIST_ITEM.pattern}")
_NO_PARAGRAPH = re.compile(r"\s|[-*+] |\d+[.)] |[#>|]|```|~~~|:|\[\^")


def check(manuscripts: Manuscripts) -> Iterator[Diagnostic]:
    for article in manuscripts.articles:
        yield from marks_are_full_width(article)
        yield from ranges_take_a_dash(article)
        yield from lists_stand_apart(article)


def marks_are_full_width(article: Article) -> Iterator[Diagnostic]:
    """Marks in Chinese text are full-width; one finding a line."""
    for key in _TEXT_KEYS:
        if marks := [found.mark for found in half_width_marks(getattr(article, key))]:
            yield _marks(article.source.at(key), marks)
    lines: dict[int, list[str]] = {}
    for mark in half_width_marks(article.body):
        lines.setdefault(article.body.count("\n", 0, mark.start), []).append(mark.mark)
    for line, marks in lines.items():
        yield _marks(article.source.in_body(line), marks)


def _marks(location: Location, marks: list[str]) -> Diagnostic:
    different = " ".join(dict.fromkeys(marks))
    return Diagnostic("half-width-marks", location, {"count": len(marks), "marks": different})


def ranges_take_a_dash(article: Article) -> Iterator[Diagnostic]:
    """A range of numbers takes — or ～ (GB/T 15834)."""
    for found in hyphen_ranges(article.body):
        yield Diagnostic(
            "hyphen-range",
            article.source.in_body(article.body.count("\n", 0, found.start)),
            {"text": article.body[found.start : found.end]},
        )


def lists_stand_apart(article: Article) -> Iterator[Diagnostic]:
    """A list begins after a blank line; without one Python-Markdown takes it for running text."""
    if not _LIST_BELOW.search(article.body):
        return
    fenced = False
    before = ""
    for line, text in enumerate(article.body.split("\n")):
        if text.startswith(("```", "~~~")):
            fenced = not fenced
        paragraph = bool(before.strip()) and not _NO_PARAGRAPH.match(before)
        if not fenced and paragraph and _LIST_ITEM.match(text):
            yield Diagnostic("list-swallowed", article.source.in_body(line))
        before = text

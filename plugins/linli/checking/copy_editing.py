# SPDX-License-Identifier: MIT
"""The copy desk: half-width marks in Chinese, hyphens in ranges, lists that join a paragraph."""

from __future__ import annotations

from collections.abc import Iterator

from linli.newsroom.articles import Article
from linli.newsroom.diagnostics import Diagnostic, Location
from linli.newsroom.manuscripts import Manuscripts
from linli.reading.chinese import half_width_marks, hyphen_ranges
from linli.reading.lists import swallowed_lists

TEXT_KEYS = ("title", "kicker", "subtitle", "summary")
"""The keys whose values are running text, which the copy desk reads too."""


def check(manuscripts: Manuscripts) -> Iterator[Diagnostic]:
    for article in manuscripts.articles:
        yield from marks_are_full_width(article)
        yield from ranges_take_a_dash(article)
        yield from lists_stand_apart(article)


def marks_are_full_width(article: Article) -> Iterator[Diagnostic]:
    """Marks in Chinese text are full-width; one finding a line."""
    for key in TEXT_KEYS:
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
    for line in swallowed_lists(article.body):
        yield Diagnostic("list-swallowed", article.source.in_body(line))

# SPDX-License-Identifier: MIT
"""The copy desk's marks: quotes in pairs, dots and dashes in full, no stray spaces."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial

from linli.checking.copy_editing import TEXT_KEYS
from linli.newsroom.articles import Article
from linli.newsroom.diagnostics import Argument, Diagnostic, Location
from linli.newsroom.manuscripts import Manuscripts
from linli.reading.punctuation import (
    Slip,
    doubled_marks,
    straight_quotes,
    stray_spaces,
    unpaired_marks,
    wrong_dashes,
    wrong_ellipses,
)

_EXCERPT = 8
"""Signs of the text that tell which mark is meant."""


def check(manuscripts: Manuscripts) -> Iterator[Diagnostic]:
    for article in manuscripts.articles:
        for locate, text in _texts(article):
            yield from pairs_are_whole(locate, text)
            yield from quotes_are_curved(locate, text)
            yield from marks_stand_once(locate, text)
            yield from ellipses_are_six_dots(locate, text)
            yield from dashes_are_long(locate, text)
        yield from nothing_stands_apart(article)


Locate = Callable[[int], Location]
"""Where a line of a text stands, lines counted from 0."""


def pairs_are_whole(locate: Locate, text: str) -> Iterator[Diagnostic]:
    """A quote or a bracket has its other half in the same paragraph."""
    for found in unpaired_marks(text):
        begin = max(text.rfind("\n", 0, found.start) + 1, found.start - _EXCERPT)
        after = text[found.start + 1 : found.start + 1 + _EXCERPT].partition("\n")[0]
        around = (after or text[begin : found.start]) if found.opens else text[begin : found.start]
        yield Diagnostic(
            "unpaired-mark",
            locate(_line(text, found.start)),
            {"mark": found.mark, "partner": found.partner, "text": _without_numbers(around)},
        )


def quotes_are_curved(locate: Locate, text: str) -> Iterator[Diagnostic]:
    """Quotes around Chinese are “ ”, not straight; one finding a line."""
    for line, slips in _by_line(text, straight_quotes(text)):
        yield Diagnostic("straight-quotes", locate(line), {"text": slips[0].text})


def marks_stand_once(locate: Locate, text: str) -> Iterator[Diagnostic]:
    """No mark stands twice in a row; one finding a line."""
    for line, slips in _by_line(text, doubled_marks(text)):
        yield Diagnostic("doubled-marks", locate(line), {"marks": _written(slips)})


def ellipses_are_six_dots(locate: Locate, text: str) -> Iterator[Diagnostic]:
    """An ellipsis is …… (GB/T 15834); one finding a line."""
    for line, slips in _by_line(text, wrong_ellipses(text)):
        yield Diagnostic("wrong-ellipsis", locate(line), {"marks": _written(slips)})


def dashes_are_long(locate: Locate, text: str) -> Iterator[Diagnostic]:
    """A dash between clauses is —— (GB/T 15834); one finding a line."""
    for line, slips in _by_line(text, wrong_dashes(text)):
        yield Diagnostic("wrong-dash", locate(line), {"marks": _written(slips)})


def nothing_stands_apart(article: Article) -> Iterator[Diagnostic]:
    """No space is left over beside a full-width mark or within a clause; one finding a line."""
    body = article.body
    for line, slips in _by_line(body, stray_spaces(body)):
        first = slips[0]
        begin = max(body.rfind("\n", 0, first.start) + 1, first.start - _EXCERPT // 2)
        end = first.end + _EXCERPT // 2
        around = body[begin : end if first.mended == "" else first.end].partition("\n")[0]
        yield Diagnostic(
            "stray-space", article.source.in_body(line), {"text": _without_numbers(around)}
        )


def _texts(article: Article) -> Iterator[tuple[Locate, str]]:
    source = article.source
    for key in TEXT_KEYS:
        if text := getattr(article, key):
            yield partial(_at_key, source.at(key)), text
    yield source.in_body, article.body


def _without_numbers(excerpt: str) -> str:
    """An excerpt may cut a number, and what is left of a private one nobody would know for one."""
    return re.sub("[0-9０-９]{5,}", "…", excerpt)


def _at_key(location: Location, _: int) -> Location:
    return location


def _by_line(text: str, slips: Iterable[Slip]) -> Iterator[tuple[int, list[Slip]]]:
    lines: dict[int, list[Slip]] = {}
    for slip in slips:
        lines.setdefault(_line(text, slip.start), []).append(slip)
    yield from lines.items()


def _line(text: str, place: int) -> int:
    return text.count("\n", 0, place)


def _written(slips: Iterable[Slip]) -> Argument:
    """How they are written, each way once."""
    return " ".join(dict.fromkeys(slip.text.strip() for slip in slips))

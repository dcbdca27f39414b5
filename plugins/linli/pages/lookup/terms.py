# SPDX-License-Identifier: MIT
"""Leaves of terms: common ones by day, rare ones together.

A term that many announcements share has leaves of its own, cut by date, so that a reader's
browser begins with the newest and stops when it has enough. All others of a shelf lie together,
cut by the sign that makes the term.
"""

from __future__ import annotations

from bisect import bisect_right
from calendar import monthrange
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby

from linli.newsroom.lookup import day_code, day_of
from linli.pages.lookup.leaves import REF, Entry, weight

LIMIT = 1000
"""References in a leaf."""
COMMON = 500
"""References from which a term has leaves of its own."""
OWN = "T"
RARE = "L"


def split_terms(shelf: Mapping[str, str]) -> Iterator[tuple[str, Sequence[Entry]]]:
    """The leaves of a shelf, from terms to their references; `""` where one leaf holds all."""
    entries = sorted(shelf.items())
    if weight(entries) <= LIMIT:
        if entries:
            yield "", entries
        return
    for key, refs in entries:
        if len(refs) // REF > COMMON:
            yield from _by_time(key, refs, "", f"{OWN}{key}.")
    rare = [entry for entry in entries if len(entry[1]) // REF <= COMMON]
    if rare:
        yield from _by_sign(rare, 0)


def _by_time(key: str, refs: str, time: str, stem: str) -> Iterator[tuple[str, Sequence[Entry]]]:
    """Cut by date, `20`, `201`, `2019` and so on to a day."""
    if len(refs) // REF <= LIMIT or len(time) == 8:
        yield stem + time, [(key, refs)]
        return
    at = 0
    while at < len(refs):
        longer = f"{day_of(refs[at : at + 3]):%Y%m%d}"[: len(time) + 1]
        end = _end(refs, at, day_code(_last_day(longer)))
        yield from _by_time(key, refs[at:end], longer, stem)
        at = end


def _last_day(time: str) -> date:
    """The last day whose eight digits can begin so."""
    digits = time + "9" * (8 - len(time))
    year, month, day = int(digits[:4]), min(int(digits[4:6]), 12), int(digits[6:])
    return date(year, month, min(day, monthrange(year, month)[1]))


def _end(refs: str, start: int, code: str) -> int:
    """Where the references after a day begin."""
    places = range(start // REF, len(refs) // REF)
    found = bisect_right(places, code, key=lambda place: refs[place * REF : place * REF + 3])
    return (places.start + found) * REF


def _by_sign(entries: Sequence[Entry], depth: int) -> Iterator[tuple[str, Sequence[Entry]]]:
    """Cut by the code point of the sign, its last hexadecimal digit first."""
    paths = [digits(key) for key, _ in entries]
    if weight(entries) <= LIMIT or depth == max(map(len, paths)):
        yield RARE + paths[0][:depth], entries
        return
    found = sorted(zip((path[depth : depth + 1] for path in paths), entries, strict=True))
    for _, group in groupby(found, key=lambda one: one[0]):
        yield from _by_sign([entry for _, entry in group], depth + 1)


def digits(key: str) -> str:
    """The way to a rare term: its code point in hexadecimal, backwards."""
    return f"{ord(key):04X}"[::-1] if key else ""

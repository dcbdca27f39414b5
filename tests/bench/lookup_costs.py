# SPDX-License-Identifier: MIT
"""What a look-up costs a reader: requests and packed bytes until the first answers are shown."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from random import Random
from statistics import median
from typing import NamedTuple

from linli.newsroom.lookup import Record, name_key, number_key
from linli.pages.lookup.answers import Fetch, Lookup, Question

AT_ONCE = 8
FILES_AT_ONCE = 14
"""Answers that the page shows, and files that it reads, before it asks whether to go on."""
EACH = 200
DRAWN = ("any part of a number", "any part of a name")
"""Of these the very record that they were drawn from must be among the answers."""


class Cost(NamedTuple):
    """Of one look-up."""

    requests: int
    packed: int
    """Bytes as a server sends them, packed by gzip -6."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Many look-ups of one sort."""

    sort: str
    costs: tuple[Cost, ...]
    wrong: tuple[str, ...]
    """What was missed, or found though it was made up."""

    def figures(self, of: str) -> tuple[float, int]:
        """Median and worst."""
        found = [getattr(cost, of) for cost in self.costs]
        return median(found), max(found)


class _Line:
    """Counts what goes over it."""

    def __init__(self, fetch: Fetch) -> None:
        self._fetch = fetch
        self.requests = self.packed = 0

    def __call__(self, path: str) -> str | None:
        self.requests += 1
        text = self._fetch(path)
        self.packed += len(gzip.compress((text or "").encode(), 6))
        return text


def cost_of(fetch: Fetch, text: str) -> tuple[Cost, bool]:
    """What the first answers cost, and whether there are any."""
    line = _Line(fetch)
    answers = 0
    for answer in Lookup(line).ask(Question(text)):
        answers += answer is not None
        if answers and (answer is None or answers == AT_ONCE or line.requests >= FILES_AT_ONCE):
            break
    return Cost(line.requests, line.packed), answers > 0


def is_found(fetch: Fetch, text: str, id: str) -> bool:
    """Whether a record is among all answers."""
    return any(one is not None and one.record.id == id for one in Lookup(fetch).ask(Question(text)))


def sorts() -> Mapping[str, Callable[[Random, Record], str]]:
    """What is asked of a record drawn at random."""

    def number(rng: Random, record: Record) -> str:
        found = [number_key(one) for one in record.numbers[1:]]
        return rng.choice([one for one in found if len(one) > 7] or [number_key(record.id)])

    def within(rng: Random, text: str, least: int, most: int) -> str:
        length = min(len(text), rng.randint(least, most))
        start = rng.randint(0, len(text) - length)
        return text[start : start + length]

    def name(rng: Random, record: Record, least: int, most: int) -> str:
        while (text := within(rng, name_key(rng.choice(record.names)), least, most)).isdigit():
            # Nobody looks for the number in a name, and two or three digits are none by themselves.
            pass
        return text

    def part(length: int) -> Callable[[Random, Record], str]:
        return lambda rng, record: name(rng, record, length, length)

    return {
        "full number": lambda rng, record: rng.choice(record.numbers),
        "beginning of a number": lambda rng, record: number(rng, record)[:8],
        "end of a number": lambda rng, record: number(rng, record)[-6:],
        "middle of a number": lambda rng, record: within(rng, number(rng, record)[1:-1], 6, 6),
        DRAWN[0]: lambda rng, record: within(rng, number(rng, record), 6, 18),
        "whole name": lambda rng, record: rng.choice(record.names),
        **{f"{length} signs of a name": part(length) for length in (2, 3, 4, 6)},
        DRAWN[1]: lambda rng, record: name(rng, record, 2, 12),
    }


def measure(fetch: Fetch, records: Sequence[Record], each: int = EACH) -> Iterator[Asked]:
    """Every sort of look-up; `records` are all that the files were made of."""
    rng = Random("look-ups")
    for sort, of in sorts().items():
        costs, missed = [], []
        for _ in range(each):
            record = rng.choice(records)
            text = of(rng, record)
            cost, is_there = cost_of(fetch, text)
            if sort in DRAWN:
                is_there = is_there and is_found(fetch, text, record.id)
            costs.append(cost)
            missed += [] if is_there else [f"{text} ({record.id})"]
        yield Asked(sort, tuple(costs), tuple(missed))
    numbers = "\n".join(number_key(number) for record in records for number in record.numbers)
    names = "\n".join(name_key(name) for record in records for name in record.names)
    for sort, made_up, known in (
        ("unknown number", _made_up_numbers(rng), numbers),
        ("unknown name", _made_up_names(rng), names),
    ):
        costs, found = [], []
        for text in islice((one for one in made_up if one not in known), each):
            cost, is_there = cost_of(fetch, text)
            costs.append(cost)
            found += [text] if is_there else []
        yield Asked(sort, tuple(costs), tuple(found))


def _made_up_numbers(rng: Random) -> Iterator[str]:
    while True:
        yield rng.choice(("", "J6510", "91510116")) + "".join(
            rng.choices("0123456789", k=rng.randint(8, 12))
        )


def _made_up_names(rng: Random) -> Iterator[str]:
    while True:
        yield "".join(chr(rng.randrange(0x4E00, 0x9FA5)) for _ in range(rng.randint(2, 6)))

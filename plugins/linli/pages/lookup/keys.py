# SPDX-License-Identifier: MIT
"""Under which keys a record stands, and in which shelf each of them lies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from functools import lru_cache
from zlib import crc32

from linli.newsroom.lookup import Record, name_key, number_key, pairs


class Shelf(StrEnum):
    """A set of keys of one sort. The value is the folder of its leaves."""

    NUMBERS = "numbers"
    """Numbers, to be found whole and by their beginnings."""
    ENDINGS = "endings"
    """Numbers read backwards, to be found by their ends."""
    INSIDES = "insides"
    """What follows each fourth sign of a number, with the three signs before it: with these a
    number is found by any six signs in a row."""
    NAMES = "names"
    """Names as they stand, in an order that no reader sees: whoever knows the whole finds it."""
    TERMS = "terms"
    """Pairs of signs, a shelf for each first sign; and a shelf for each code and place."""


STEP = 4
"""From one beginning of an inside to the next."""
LEAD = STEP - 1
"""Signs of a number that stand before an inside."""
BEFORE = "-"
"""Between an inside and the signs before it."""
CODE = "code-"
PLACE = "place-"
"""How the shelves begin that hold the announcements of one code or of one place."""


def numbers(record: Record) -> Iterator[str]:
    """The keys of a record's numbers."""
    return iter(dict.fromkeys(map(number_key, record.numbers)))


OUTSIDES = (Shelf.NUMBERS, Shelf.ENDINGS)


def of_numbers(shelf: Shelf, numbers: Iterable[str]) -> dict[str, tuple[int, int]]:
    """The keys of a record's numbers in one shelf, and of which number and place each is made."""
    return {
        of_number(shelf, number, at): (which, at)
        for which, number in enumerate(numbers)
        for at in (range(STEP, len(number) - LEAD, STEP) if shelf is Shelf.INSIDES else (0,))
    }


def of_number(shelf: Shelf, number: str, at: int) -> str:
    """The key that a number has in a shelf from a place on."""
    if shelf is Shelf.INSIDES:
        return f"{number[at:]}{BEFORE}{number[at - LEAD : at]}"
    return number[::-1] if shelf is Shelf.ENDINGS else number


def terms(names: Iterable[str]) -> set[str]:
    """Every pair of signs in the keys of a record's names."""
    return set().union(*map(pairs, names))


def shelf_of(term: str) -> str:
    """The shelf of a pair's first sign."""
    return f"{ord(term[0]):x}"


def filters(record: Record) -> Iterator[str]:
    """The shelves of a record's code, its places and all that these lie in."""
    yield f"{CODE}{record.code}"
    yield from dict.fromkeys(shelf for place in record.places for shelf in _places(place))


@lru_cache(4096)
def _places(slugs: str) -> tuple[str, ...]:
    parts = slugs.split("/")
    return tuple(f"{PLACE}{'~'.join(parts[:end])}" for end in range(1, len(parts) + 1))


def names(record: Record) -> Iterator[str]:
    """The keys of a record's names."""
    return iter(dict.fromkeys(map(name_key, record.names)))


def way_to_name(key: str) -> str:
    """The way to a name's leaf: its CRC-32, for names begin too much alike."""
    return f"{crc32(key.encode()):08X}"

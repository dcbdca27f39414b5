# SPDX-License-Identifier: MIT
"""The bytes of the index: in which pieces of a section each term stands.

A term is known by its check sum. The low bits of it say in which file the term lies, the high bits
are its place in there; terms that agree in both share a list, and the page that asks looks into
the texts anyway.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import repeat
from operator import sub
from zlib import crc32

from linli.newsroom.search import Document, Simplified, is_term, terms

MOST_SHARDS = 1 << 12
_REST = 12
"""Bits of a check sum that can say in which file a term lies; the others are its rest."""
_REST_BITS = 32 - _REST
_CLASSES = 4


def varint(number: int) -> bytes:
    """A number in bytes of seven bits, the low ones first; a high bit says that more follow."""
    if number < len(_SHORT):
        return _SHORT[number]
    signs = bytearray()
    while number > 0x7F:
        signs.append(number & 0x7F | 0x80)
        number >>= 7
    signs.append(number)
    return bytes(signs)


_SHORT = [
    *(bytes((low,)) for low in range(1 << 7)),
    *(bytes((number & 0x7F | 0x80, number >> 7)) for number in range(1 << 7, 1 << 14)),
]


class Lists:
    """The pieces of a section by term."""

    def __init__(self, documents: Iterable[Document], simplified: Simplified) -> None:
        """`documents` are numbered as they come."""
        self.numbers: defaultdict[str, list[int]] = defaultdict(list)
        self.weights: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
        """Of the pieces in which a term stands in more than the text, the class."""
        for number, document in enumerate(documents):
            found = terms(document, simplified)
            lists = map(self.numbers.__getitem__, found.all)
            # Ten million times for ten thousand pieces: no loop of ours is as quick.
            deque(map(list.append, lists, repeat(number)), maxlen=0)
            for term, weight in found.weights.items():
                self.weights[term].append((number, weight))

    def __iter__(self) -> Iterator[str]:
        return filter(is_term, self.numbers)


def encode(
    lists: Lists, shards: int, is_wanted: Callable[[int], bool] = lambda shard: True
) -> Iterator[tuple[int, bytes]]:
    """The terms of each wanted shard that has any, by ascending rest."""
    terms, sharing = _placed(lists, shards, is_wanted)
    parts: list[bytes] = []
    shard, last = -1, 0
    for place in sorted(terms):
        if place >> _REST_BITS != shard:
            if parts:
                yield shard, b"".join(parts)
            parts = []
            shard = place >> _REST_BITS
            last = shard << _REST_BITS
        if place in sharing:
            postings = _together((terms[place], *sharing[place]), lists)
        else:
            term = terms[place]
            postings = _postings(lists.numbers[term], lists.weights.get(term))
        parts += varint(place - last), postings
        last = place
    if parts:
        yield shard, b"".join(parts)


def _placed(
    lists: Lists, shards: int, is_wanted: Callable[[int], bool]
) -> tuple[dict[int, str], dict[int, list[str]]]:
    """Terms by their place, the number of the shard and then the rest; and those whose place
    another has."""
    mask = shards - 1
    wanted = [is_wanted(shard) for shard in range(shards)]
    terms: dict[int, str] = {}
    sharing: dict[int, list[str]] = {}
    for term in lists:
        check = crc32(term.encode())
        if wanted[check & mask]:
            place = (check & mask) << _REST_BITS | check >> _REST
            if terms.setdefault(place, term) is not term:
                sharing.setdefault(place, []).append(term)
    return terms, sharing


def _together(sharing: Sequence[str], lists: Lists) -> bytes:
    """The postings of several terms that share a place."""
    numbers = sorted({number for term in sharing for number in lists.numbers[term]})
    return _postings(
        numbers, _highest(pair for term in sharing for pair in lists.weights.get(term, ()))
    )


def _postings(numbers: list[int], weights: Sequence[tuple[int, int]] | None) -> bytes:
    """One term's pieces, and the class of those in which it stands in more than the text."""
    if weights:
        return _weighed(numbers, weights)
    if len(numbers) == 1:
        return _ONCE + varint(numbers[0])
    return varint(len(numbers) * 2) + _ascending(numbers)


_ONCE = b"\x02"
"""How many pieces one is, none of them of a higher class."""


def _highest(ranked: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Of each piece the highest class of several terms."""
    highest: dict[int, int] = {}
    for number, weight in ranked:
        highest[number] = max(weight, highest.get(number, 0))
    return sorted(highest.items())


def _weighed(numbers: list[int], weights: Iterable[tuple[int, int]]) -> bytes:
    places = {number: place for place, number in enumerate(numbers)}
    last = 0
    classes: list[bytes] = []
    for number, weight in weights:
        place = places[number]
        classes.append(varint((place - last) * _CLASSES + weight))
        last = place
    counted = varint(len(numbers) * 2 + 1), _ascending(numbers), varint(len(classes))
    return b"".join((*counted, *classes))


def _ascending(numbers: list[int]) -> bytes:
    """Ascending numbers as differences."""
    if len(numbers) == 1:
        return varint(numbers[0])
    steps = [numbers[0], *map(sub, numbers[1:], numbers)]
    return bytes(steps) if max(steps) < 0x80 else b"".join(map(varint, steps))


def join(sections: Iterable[bytes]) -> bytes:
    """A file of a shard: its part of each section."""
    return b"".join(part for section in sections for part in (varint(len(section)), section))


def split(data: bytes) -> Iterator[bytes]:
    """What `join` put together."""
    at = 0
    while at < len(data):
        length = shift = 0
        while True:
            byte = data[at]
            at += 1
            length |= (byte & 0x7F) << shift
            if byte < 0x80:
                break
            shift += 7
        yield data[at : at + length]
        at += length

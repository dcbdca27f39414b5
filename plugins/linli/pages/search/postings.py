# SPDX-License-Identifier: MIT
"""The bytes of the index: in which pieces of a section each term stands.

A term is known by its check sum. The low bits of it say in which file the term lies, the high bits
are its place in there; terms that agree in both share a list, and the page that asks looks into
the texts anyway.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator
from operator import itemgetter, sub
from zlib import crc32

from linli.newsroom.search import Document, Simplified, is_term, terms

MOST_SHARDS = 1 << 12
_REST = 12
"""Bits of a check sum that can say in which file a term lies; the others are its rest."""
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


def crc(term: str) -> int:
    """What a term is known by."""
    return crc32(term.encode())


class Section:
    """The postings of some months, of all shards or of those that are wanted."""

    def __init__(
        self,
        documents: Iterable[Document],
        simplified: Simplified,
        shards: int,
        is_wanted: Callable[[int], bool] = lambda shard: True,
    ) -> None:
        """`documents` are numbered as they come."""
        lists = _Lists(shards, is_wanted)
        weights: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
        for number, document in enumerate(documents):
            found = terms(document, simplified)
            for term in found.all:
                lists[term].append(number)
            for term, weight in found.weights.items():
                weights[term].append((number, weight))
        self._shards: defaultdict[int, list[tuple[int, bytes]]] = defaultdict(list)
        self._fill(lists, weights, shards)

    def _fill(self, lists: _Lists, weights: dict[str, list[tuple[int, int]]], shards: int) -> None:
        taken: dict[tuple[int, int], list[str]] = {}
        for term, check in lists.crcs.items():
            taken.setdefault((check & shards - 1, check >> _REST), []).append(term)
        for (shard, rest), sharing in taken.items():
            if len(sharing) == 1:
                (term,) = sharing
                numbers = list(lists[term])
                ranked = weights.get(term, ())
            else:
                numbers = sorted({number for term in sharing for number in lists[term]})
                ranked = _highest(pair for term in sharing for pair in weights.get(term, ()))
            self._shards[shard].append((rest, _postings(numbers, ranked)))

    def of(self, shard: int) -> bytes:
        """The terms of a shard by ascending rest."""
        parts: list[bytes] = []
        last = 0
        for rest, postings in sorted(self._shards.get(shard, ()), key=itemgetter(0)):
            parts += varint(rest - last), postings
            last = rest
        return b"".join(parts)


class _Lists(dict[str, "list[int] | deque[int]"]):
    """The numbers of pieces by term. What is no term, or lies in another shard, keeps nothing."""

    def __init__(self, shards: int, is_wanted: Callable[[int], bool]) -> None:
        self._mask = shards - 1
        self._is_wanted = is_wanted
        self._nothing: deque[int] = deque(maxlen=0)
        self.crcs: dict[str, int] = {}

    def __missing__(self, term: str) -> list[int] | deque[int]:
        kept: list[int] | deque[int] = self._nothing
        if is_term(term):
            check = crc(term)
            if self._is_wanted(check & self._mask):
                self.crcs[term] = check
                kept = []
        self[term] = kept
        return kept


def _highest(ranked: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Of each piece the highest class of several terms."""
    highest: dict[int, int] = {}
    for number, weight in ranked:
        highest[number] = max(weight, highest.get(number, 0))
    return sorted(highest.items())


def _postings(numbers: list[int], ranked: Iterable[tuple[int, int]]) -> bytes:
    """One term's pieces, and the class of those in which it stands in more than the text."""
    named = list(ranked)
    count = varint(len(numbers) * 2 + bool(named))
    listed = varint(numbers[0]) if len(numbers) == 1 else _ascending(numbers)
    if not named:
        return count + listed
    places = {number: place for place, number in enumerate(numbers)}
    last = 0
    classes = [varint(len(named))]
    for number, weight in named:
        place = places[number]
        classes.append(varint((place - last) * _CLASSES + weight))
        last = place
    return count + listed + b"".join(classes)


def _ascending(numbers: list[int]) -> bytes:
    """Ascending numbers as differences."""
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

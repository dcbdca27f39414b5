# SPDX-License-Identifier: MIT
"""Leaves: sorted keys with what they refer to, cut into small files by how the keys begin.

A shelf of leaves is a trie: a leaf holds all keys with one beginning, and where they are too many
it gives way to leaves for longer beginnings. So the leaves follow from the keys alone, and one
more key changes one leaf. From one sign to the next there is a step between, a group of four
signs, lest a leaf fall into thirty-six that hold next to nothing: `J65c` is what begins with `J65`
and goes on with a sign of the third group, 8 to B.

A file is text. In a leaf each line is a key and its references; the first sign of the line says
how many signs of the key above it are to be put before the rest (`front coding`). In a list of
leaves, which begins with `>`, the lines are the names of the leaves in the same coding. A shelf
that fits into one leaf has no list: the leaf stands in its place.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from itertools import accumulate
from operator import itemgetter

from linli.newsroom.lookup import SIGNS

Entry = tuple[str, str]
"""A key and its references, five signs each, in ascending order."""

Leaves = Iterator[tuple[str, Sequence[Entry]]]
"""Leaves by name, each with its entries in order."""

REF = 5
END = "$"
"""Behind the name of a leaf whose only key is that name."""
LAST = "~"
"""Behind everything that a name is made of."""
_DEEPEST = len(SIGNS) - 1
_LIST = ">"


def weight(entries: Iterable[Entry]) -> int:
    """The number of references."""
    return sum(len(refs) for _, refs in entries) // REF


def split(
    entries: Iterable[Entry], limit: int, path: Callable[[str], str] = str, name: str = ""
) -> Leaves:
    """Cut entries into leaves of at most `limit` references, by the way to each key.

    The way is made of the signs 0-9, A-Z and `-`. `name` is what all of them begin with. Keys
    with one and the same way stay together.
    """
    if path is str:
        # Keys are unlike each other; to compare pairs would take half as long again.
        found = sorted(entries, key=itemgetter(0))
        ways = [key for key, _ in found]
    else:
        by_way = sorted((path(entry[0]), entry) for entry in entries)
        ways = [way for way, _ in by_way]
        found = [entry for _, entry in by_way]
    sums = [0, *accumulate(len(refs) // REF for _, refs in found)]
    for below, start, stop in _cuts(ways, sums, limit, (name, 0, len(found))):
        yield below, found[start:stop] if path is str else sorted(found[start:stop])


_Cut = tuple[str, int, int]
"""The name of a leaf, and where the ways to its keys begin and end."""


def _cuts(ways: Sequence[str], sums: Sequence[int], limit: int, whole: _Cut) -> Iterator[_Cut]:
    name, start, stop = whole
    if start == stop:
        return
    if sums[stop] - sums[start] <= limit or name.endswith(END):
        yield whole
        return
    stem = name.rstrip(_GROUPS)
    for step in _members(name[-1]) if stem != name else (END, *_GROUPS):
        below = stem + step
        low, high = _bounds(below)
        first = bisect_left(ways, low, start, stop)
        last = bisect_left(ways, high, first, stop)
        yield from _cuts(ways, sums, limit, (below, first, last))


WAY_SIGNS = "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_GROUPS = "abcdefghij"
"""Each stands for four signs one after the other."""


def _members(group: str) -> str:
    at = _GROUPS.index(group) * 4
    return WAY_SIGNS[at : at + 4]


FIRST_STEPS = {group: _members(group) for group in _GROUPS}
"""The groups in which a way can begin, each with its signs."""


def _group(sign: str) -> str:
    return _GROUPS[WAY_SIGNS.index(sign) >> 2]


def _bounds(name: str) -> tuple[str, str]:
    """From which way, and up to which, a leaf or what lies below it reaches."""
    stem, last = name[:-1], name[-1]
    if last == END:
        return stem, stem + WAY_SIGNS[0]
    first, final = (last, last) if last in WAY_SIGNS else (_members(last)[0], _members(last)[-1])
    return stem + first, stem + chr(ord(final) + 1)


def leaf(entries: Sequence[Entry]) -> str:
    """The text of a leaf."""
    coded = _front_coded(key for key, _ in entries)
    return "".join([f"{key} {refs}\n" for key, (_, refs) in zip(coded, entries, strict=True)])


def list_of(listed: Iterable[str]) -> str:
    """The text of a list of leaves."""
    return "".join([f"{_LIST}\n", *(f"{name}\n" for name in _front_coded(listed))])


def _front_coded(keys: Iterable[str]) -> Iterator[str]:
    """How many signs each key has in common with the one before, as far as one sign can say it,
    and the others."""
    above = ""
    for key in keys:
        shared, most = 0, min(len(above), len(key), _DEEPEST)
        while shared < most and above[shared] == key[shared]:
            shared += 1
        yield SIGNS[shared] + key[shared:]
        above = key


def is_list(text: str) -> bool:
    return text.startswith(_LIST)


def read_list(text: str) -> list[str]:
    """What `list_of` wrote."""
    found: list[str] = []
    above = ""
    for line in text.split("\n")[1:-1]:
        above = above[: SIGNS.index(line[0])] + line[1:]
        found.append(above)
    return found


def read_leaf(text: str) -> list[Entry]:
    """What `leaf` wrote."""
    found: list[Entry] = []
    above = ""
    for line in text.split("\n")[:-1]:
        rest, _, refs = line[1:].rpartition(" ")
        above = above[: SIGNS.index(line[0])] + rest
        found.append((above, refs))
    return found


def refs_of(refs: str) -> list[str]:
    """References one by one."""
    return [refs[at : at + REF] for at in range(0, len(refs), REF)]


def file_name(name: str) -> str:
    """The name of a leaf as a file that every system can hold, also one that knows no small
    letters: ASCII, no device's name, unlike any other leaf's."""
    return "k" + "".join(
        sign if "0" <= sign <= "9" or "A" <= sign <= "Z" or sign in "-.$" else f"_{ord(sign):x}_"
        for sign in name
    )


# The trie: where a key's leaf is, and what lies around it


def nodes(way: str) -> Iterator[str]:
    """The names on the way to a key, the longer below the shorter, but for the shelf itself."""
    for end, sign in enumerate(way):
        yield way[:end] + _group(sign)
        yield way[: end + 1]
    yield way + END


def parent_of(name: str) -> str:
    """What gives way to a leaf of this name; empty for the shelf itself."""
    return name[:-1] + _group(name[-1]) if name[-1] in WAY_SIGNS else name[:-1]


def is_inside(name: str, node: str) -> bool:
    """Whether a leaf is another or lies below it."""
    if name == node or not node:
        return True
    if node[-1] in _GROUPS:
        stem = len(node) - 1
        return name.startswith(node[:-1]) and name[stem : stem + 1] in {*_members(node[-1])}
    return name.startswith(node)


def leaf_for(way: str, listed: Set[str]) -> str | None:
    """The leaf of a list that a key would stand in; None where there is none."""
    return next((name for name in nodes(way) if name in listed), None)

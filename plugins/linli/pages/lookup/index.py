# SPDX-License-Identifier: MIT
"""The files of the look-up: made from all records, or from the last ones and what has changed.

Both give the same files, for each follows from the records alone.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby

from linli.newsroom.lookup import SIGNS, Record
from linli.pages.lookup import keys
from linli.pages.lookup.keys import Shelf
from linli.pages.lookup.leaves import (
    Entry,
    Leaves,
    file_name,
    leaf,
    list_of,
    split,
)
from linli.pages.lookup.terms import split_terms
from linli.pages.page import File

FOLDER = "lookup/leaves/"
LIMIT = 400
"""References in a leaf of numbers or names."""
A_DAY = 96
"""Records that lie in one file; a day that has more has sixteen files."""


# All of it


def build(records: Iterable[Record]) -> Iterator[File]:
    """Every file, from records in any order."""
    ordered = in_order(records)
    yield from of_days(ordered)
    yield from of_numbers(ordered)
    yield from of_names(ordered)


def in_order(records: Iterable[Record]) -> Sequence[Record]:
    return sorted(records, key=lambda record: (record.ref, record.id))


def of_days(records: Sequence[Record]) -> Iterator[File]:
    """The files that hold the records, in order."""
    for day, group in groupby(records, key=lambda record: record.day):
        yield from day_files(day, tuple(group))


def of_numbers(records: Sequence[Record]) -> Iterator[File]:
    """The files in which numbers are looked for, from records in order."""
    refs = [record.ref for record in records]
    numbers = [tuple(keys.numbers(record)) for record in records]
    for shelf, keys_of in NUMBER_KEYS.items():
        yield from shelf_files(shelf, split(_gather(refs, map(keys_of, numbers)), LIMIT))


def of_names(records: Sequence[Record]) -> Iterator[File]:
    """The files in which names are looked for, from records in order."""
    refs = [record.ref for record in records]
    names = [tuple(keys.names(record)) for record in records]
    yield from shelf_files(Shelf.NAMES, split(_gather(refs, names), LIMIT, keys.way_to_name))
    for folder, terms in _gather_terms(records, names, refs):
        yield from shelf_files(f"{Shelf.TERMS}/{folder}", split_terms(terms))


NUMBER_KEYS: Mapping[Shelf, Callable[[Sequence[str]], Iterable[str]]] = {
    Shelf.NUMBERS: lambda numbers: numbers,
    Shelf.ENDINGS: lambda numbers: (number[::-1] for number in numbers),
    Shelf.INSIDES: lambda numbers: dict.fromkeys(
        key for number in numbers for key in keys.insides(number)
    ),
}
"""What a record's numbers are kept under."""


def _gather(refs: Iterable[str], keys: Iterable[Iterable[str]]) -> Iterable[Entry]:
    """Each key with its references."""
    gathered: dict[str, str] = {}
    for ref, found in zip(refs, keys, strict=True):
        for key in found:
            gathered[key] = gathered[key] + ref if key in gathered else ref
    return gathered.items()


def _gather_terms(
    records: Iterable[Record], names: Iterable[Sequence[str]], refs: Sequence[str]
) -> Iterator[tuple[str, Mapping[str, str]]]:
    """For each shelf of terms its keys with their references."""
    # Numbers of records take less room than their references, which repeat a million times.
    common: defaultdict[str, array[int]] = defaultdict(lambda: array("I"))
    shelves: defaultdict[str, array[int]] = defaultdict(lambda: array("I"))
    for number, (record, found) in enumerate(zip(records, names, strict=True)):
        for term in keys.terms(found):
            common[term].append(number)
        for folder in keys.filters(record):
            shelves[folder].append(number)

    def joined(numbers: Iterable[int]) -> str:
        return "".join([refs[number] for number in numbers])

    for folder, terms in groupby(sorted(common), key=keys.shelf_of):
        yield folder, {term[1]: joined(common.pop(term)) for term in terms}
    for folder in sorted(shelves):
        yield folder, {"": joined(shelves.pop(folder))}


def day_files(day: date, records: Sequence[Record]) -> Iterator[File]:
    """The records of one day."""
    stem = f"{FOLDER}records/{day:%Y/%m%d}"
    ordered = sorted(records, key=lambda record: (record.mark, record.id))
    if len(ordered) <= A_DAY:
        if ordered:
            yield text_file(f"{stem}.txt", "".join(f"{record.line()}\n" for record in ordered))
        return
    yield text_file(f"{stem}.txt", list_of(()))
    for part, group in groupby(ordered, key=lambda record: part_of(record.mark)):
        yield text_file(f"{stem}-{part}.txt", "".join(f"{record.line()}\n" for record in group))


def part_of(mark: str) -> str:
    """Which of the sixteen files of a long day holds a record."""
    return f"{SIGNS.index(mark[0]) >> 2:x}"


def shelf_files(folder: str, leaves: Leaves) -> Iterator[File]:
    """The files of one shelf."""
    found = list(leaves)
    if not found:
        return
    if len(found) == 1:
        yield text_file(shelf_path(folder), leaf(found[0][1]))
        return
    yield text_file(shelf_path(folder), list_of(sorted(name for name, _ in found)))
    for name, entries in found:
        yield text_file(leaf_path(folder, name), leaf(entries))


def shelf_path(folder: str) -> str:
    return f"{FOLDER}{folder}.txt"


def leaf_path(folder: str, name: str) -> str:
    return f"{FOLDER}{folder}/{file_name(name)}.txt"


def text_file(path: str, text: str) -> File:
    return File(path, text.encode())

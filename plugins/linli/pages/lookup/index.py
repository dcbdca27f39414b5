# SPDX-License-Identifier: MIT
"""The files of the look-up: made from all records, or from the last ones and what has changed.

Both give the same files, for each follows from the records alone.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from itertools import chain, groupby

from linli.newsroom.lookup import SIGNS, Record
from linli.pages.lookup import keys
from linli.pages.lookup.keys import Shelf
from linli.pages.lookup.leaves import (
    FIRST_STEPS,
    WAY_SIGNS,
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
    by_day = sorted(records, key=lambda record: record.day)
    for day, group in groupby(by_day, key=lambda record: record.day):
        yield from day_files(day, [record.line() for record in group])
    for make in PARTS.values():
        yield from make(in_order(by_day))


def in_order(by_day: Iterable[Record]) -> Iterator[Record]:
    """Records that come day by day, in the order of their references and ids."""
    for _, group in groupby(by_day, key=lambda record: record.day):
        yield from sorted(group, key=lambda record: (record.mark, record.id))


def of_numbers(shelves: Iterable[Shelf], records: Iterable[Record]) -> Iterator[File]:
    """The files of shelves of numbers, from records in order."""
    refs: list[str] = []
    numbers: list[tuple[str, ...]] = []
    for record in records:
        refs.append(record.ref)
        numbers.append(tuple(keys.numbers(record)))
    for shelf in shelves:
        yield from shelf_files(shelf, _by_first_sign(shelf, refs, numbers))


def of_names(records: Iterable[Record]) -> Iterator[File]:
    """The files in which whole names are looked for, from records in order."""
    gathered = _gather((record.ref, keys.names(record)) for record in records)
    yield from shelf_files(Shelf.NAMES, split(gathered, LIMIT, keys.way_to_name))


def of_terms(records: Iterable[Record]) -> Iterator[File]:
    """The files in which parts of names, types and places are looked for, from records in order."""
    refs: list[str] = []
    names: list[tuple[str, ...]] = []
    # Numbers of records take less room than their references, which repeat a million times.
    shelves: defaultdict[str, array[int]] = defaultdict(_numbers)
    for number, record in enumerate(records):
        refs.append(record.ref)
        names.append(tuple(keys.names(record)))
        for folder in keys.filters(record):
            shelves[folder].append(number)
    for folder, terms in _gather_terms(names, refs):
        yield from shelf_files(f"{Shelf.TERMS}/{folder}", split_terms(terms))
    for folder in sorted(shelves):
        joined = "".join([refs[number] for number in shelves.pop(folder)])
        yield from shelf_files(f"{Shelf.TERMS}/{folder}", split_terms({"": joined}))


PARTS: Mapping[tuple[Shelf, ...], Callable[[Iterable[Record]], Iterator[File]]] = {
    keys.OUTSIDES: partial(of_numbers, keys.OUTSIDES),
    (Shelf.INSIDES,): partial(of_numbers, (Shelf.INSIDES,)),
    (Shelf.TERMS,): of_terms,
    (Shelf.NAMES,): of_names,
}
"""What makes the shelves, from records in order; the longest first, for whoever shares it out."""


def _by_first_sign(shelf: Shelf, refs: Sequence[str], numbers: Sequence[Sequence[str]]) -> Leaves:
    """As `split` would cut all keys. Those of one first sign are made at a time: all together take
    ten times the room of the numbers."""
    places: defaultdict[str, array[int]] = defaultdict(lambda: array("Q"))
    for owner, found in enumerate(numbers):
        for key, (which, at) in keys.of_numbers(shelf, found).items():
            places[key[0]].append(owner << 32 | which << 16 | at)

    def entries(signs: str) -> Iterable[Entry]:
        gathered: dict[str, str] = {}
        for sign in signs:
            for place in places.pop(sign, ()):
                owner = place >> 32
                key = keys.of_number(shelf, numbers[owner][place >> 16 & 0xFFFF], place & 0xFFFF)
                gathered[key] = gathered[key] + refs[owner] if key in gathered else refs[owner]
        return gathered.items()

    def fits(signs: str) -> bool:
        return sum(len(places.get(sign, ())) for sign in signs) <= LIMIT

    if fits(WAY_SIGNS):
        yield from split(entries(WAY_SIGNS), LIMIT)
        return
    for group, signs in FIRST_STEPS.items():
        if fits(signs):
            yield from split(entries(signs), LIMIT, name=group)
        else:
            for sign in signs:
                yield from split(entries(sign), LIMIT, name=sign)


def _gather(found: Iterable[tuple[str, Iterable[str]]]) -> Iterable[Entry]:
    """Each key with its references."""
    gathered: dict[str, str] = {}
    for ref, its in found:
        for key in its:
            gathered[key] = gathered[key] + ref if key in gathered else ref
    return gathered.items()


def _gather_terms(
    names: Iterable[Sequence[str]], refs: Sequence[str]
) -> Iterator[tuple[str, Mapping[str, str]]]:
    """For each shelf of pairs its keys with their references."""
    common: defaultdict[str, array[int]] = defaultdict(_numbers)
    for number, found in enumerate(names):
        for term in keys.terms(found):
            common[term].append(number)
    for folder, terms in groupby(sorted(common), key=keys.shelf_of):
        yield (
            folder,
            {term[1]: "".join([refs[number] for number in common.pop(term)]) for term in terms},
        )


def _numbers() -> array[int]:
    return array("I")


def day_files(day: date, lines: Iterable[str]) -> Iterator[File]:
    """The records of one day, each a line that begins with its mark and its id."""
    stem = f"{FOLDER}records/{day:%Y/%m%d}"
    ordered = sorted(lines)
    if len(ordered) <= A_DAY:
        if ordered:
            yield text_file(f"{stem}.txt", "".join(f"{line}\n" for line in ordered))
        return
    yield text_file(f"{stem}.txt", list_of(()))
    for part, group in groupby(ordered, key=lambda line: part_of(line[2:4])):
        yield text_file(f"{stem}-{part}.txt", "".join(f"{line}\n" for line in group))


def part_of(mark: str) -> str:
    """Which of the sixteen files of a long day holds a record."""
    return f"{SIGNS.index(mark[0]) >> 2:x}"


def shelf_files(folder: str, leaves: Leaves) -> Iterator[File]:
    """The files of one shelf."""
    first, second = next(leaves, None), next(leaves, None)
    if first is None:
        return
    if second is None:
        yield text_file(shelf_path(folder), leaf(first[1]))
        return
    listed: list[str] = []
    for name, entries in chain((first, second), leaves):
        listed.append(name)
        yield text_file(leaf_path(folder, name), leaf(entries))
    yield text_file(shelf_path(folder), list_of(sorted(listed)))


def shelf_path(folder: str) -> str:
    return f"{FOLDER}{folder}.txt"


def leaf_path(folder: str, name: str) -> str:
    return f"{FOLDER}{folder}/{file_name(name)}.txt"


def text_file(path: str, text: str) -> File:
    return File(path, text.encode())

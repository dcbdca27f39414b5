# SPDX-License-Identifier: MIT
"""The files of the look-up brought up to date, reading no more than what holds the changed keys."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import date

from linli.newsroom.lookup import Record
from linli.pages.lookup import keys
from linli.pages.lookup.index import (
    FOLDER,
    LIMIT,
    day_files,
    leaf_path,
    shelf_files,
    shelf_path,
    text_file,
)
from linli.pages.lookup.keys import Shelf
from linli.pages.lookup.leaves import (
    END,
    LAST,
    Entry,
    is_inside,
    is_list,
    leaf,
    list_of,
    nodes,
    parent_of,
    read_leaf,
    read_list,
    refs_of,
    split,
    weight,
)
from linli.pages.lookup.terms import split_terms
from linli.pages.page import File, Gone

Published = Callable[[str], bytes | None]
"""From the path of a file to its bytes as they were last published; None where there was none."""


@dataclass(frozen=True, slots=True)
class Changes:
    """Which records went and which came since the files were published."""

    gone: tuple[Record, ...]
    come: tuple[Record, ...]


Edits = Mapping[str, "_Edit"]
"""What changes of each key."""


@dataclass(slots=True)
class _Edit:
    gone: list[str] = field(default_factory=list)
    come: list[str] = field(default_factory=list)

    @property
    def is_nothing(self) -> bool:
        return sorted(self.gone) == sorted(self.come)

    def of(self, refs: str) -> str:
        """References after the change."""
        found = refs_of(refs)
        for ref in self.gone:
            found.remove(ref)
        return "".join(sorted([*found, *self.come]))


def renew_days(
    changes: Changes, published: Published, lines_of: Callable[[date], Iterable[str]]
) -> Iterator[File | Gone]:
    """The files of the days of which a record came or went."""
    for day in sorted({record.day for record in (*changes.gone, *changes.come)}):
        stem = f"{FOLDER}records/{day:%Y/%m%d}"
        before = {f"{stem}.txt", *(f"{stem}-{part:x}.txt" for part in range(16))}
        yield from _differing(day_files(day, lines_of(day)), before, published)


def renew(
    shelves: Iterable[Shelf], changes: Changes, published: Published
) -> Iterator[File | Gone]:
    """The leaves of some shelves."""
    for shelf in shelves:
        yield from _renew(shelf, changes, published)


def _renew(shelf: Shelf, changes: Changes, published: Published) -> Iterator[File | Gone]:
    if shelf is Shelf.TERMS:
        yield from _renew_all_terms(changes, published)
    elif shelf is Shelf.NAMES:
        yield from _renew_shelf(shelf, _edits(changes, keys.names), published, keys.way_to_name)
    else:
        edits = _edits(changes, lambda record: keys.of_numbers(shelf, keys.numbers(record)))
        yield from _renew_shelf(shelf, edits, published)


def _renew_all_terms(changes: Changes, published: Published) -> Iterator[File | Gone]:
    by_shelf: defaultdict[str, dict[str, _Edit]] = defaultdict(dict)
    for term, edit in _edits(changes, lambda record: keys.terms(keys.names(record))).items():
        by_shelf[keys.shelf_of(term)][term[1]] = edit
    for folder, edit in _edits(changes, keys.filters).items():
        by_shelf[folder][""] = edit
    for folder, edits in sorted(by_shelf.items()):
        yield from _renew_terms(f"{Shelf.TERMS}/{folder}", edits, published)


def _edits(changes: Changes, keys_of: Callable[[Record], Iterable[str]]) -> Edits:
    edits: defaultdict[str, _Edit] = defaultdict(_Edit)
    for record in changes.gone:
        for key in keys_of(record):
            edits[key].gone.append(record.ref)
    for record in changes.come:
        for key in keys_of(record):
            edits[key].come.append(record.ref)
    return {key: edit for key, edit in edits.items() if not edit.is_nothing}


def _changed(entries: Iterable[Entry], edits: Edits) -> dict[str, str]:
    """Keys and references after the change."""
    after = dict(entries)
    for key, edit in edits.items():
        after[key] = edit.of(after.get(key, ""))
        if not after[key]:
            del after[key]
    return after


# Terms: a shelf is small, and is cut anew as a whole


def _renew_terms(folder: str, edits: Edits, published: Published) -> Iterator[File | Gone]:
    listed = _listed(folder, published)
    if listed is None:
        entries = _entries(shelf_path(folder), published)
        before = {shelf_path(folder)}
    else:
        entries = [
            entry for name in listed for entry in _entries(leaf_path(folder, name), published)
        ]
        before = {shelf_path(folder), *(leaf_path(folder, name) for name in listed)}
    together: defaultdict[str, str] = defaultdict(str)
    for key, refs in entries:
        # The leaves of a common term follow each other in the order of days.
        together[key] += refs
    after = _changed(together.items(), edits)
    yield from _differing(shelf_files(folder, split_terms(after)), before, published)


# Numbers and names: of a shelf with ten thousand leaves a few are cut anew


def _renew_shelf(
    folder: str, edits: Edits, published: Published, way: Callable[[str], str] = str
) -> Iterator[File | Gone]:
    if not edits:
        return
    listed = _listed(folder, published)
    if listed is None:
        after = _changed(_entries(shelf_path(folder), published), edits)
        files = shelf_files(folder, split(after.items(), LIMIT, way))
        yield from _differing(files, {shelf_path(folder)}, published)
        return
    regions = _regions(folder, listed, edits, published, way)
    if "" in regions:
        before = {shelf_path(folder), *(leaf_path(folder, name) for name in listed)}
        files = shelf_files(folder, split(regions[""].items(), LIMIT, way))
        yield from _differing(files, before, published)
        return
    leaves: dict[str, Sequence[Entry]] = {}
    for region, after in regions.items():
        leaves |= split(after.items(), LIMIT, way, region)
    cut = {name for region in regions for name in _near(listed, region) if is_inside(name, region)}
    names = sorted({*listed} - cut | {*leaves})
    made = [text_file(leaf_path(folder, name), leaf(entries)) for name, entries in leaves.items()]
    before = {shelf_path(folder), *(leaf_path(folder, name) for name in cut)}
    if len(names) == 1:
        # What is left of a shelf stands in place of its list.
        before.add(leaf_path(folder, names[0]))
        entries = leaves.get(names[0]) or _entries(leaf_path(folder, names[0]), published)
        made = [text_file(shelf_path(folder), leaf(entries))]
    elif names:
        made.append(text_file(shelf_path(folder), list_of(names)))
    yield from _differing(made, before, published)


def _regions(
    folder: str,
    listed: Sequence[str],
    edits: Edits,
    published: Published,
    way: Callable[[str], str],
) -> dict[str, dict[str, str]]:
    """The parts of a shelf that are cut anew, none inside another, with all that is in them after
    the change."""

    def after(region: str) -> dict[str, str]:
        entries = (
            entry
            for name in _near(listed, region)
            if is_inside(name, region)
            for entry in _entries(leaf_path(folder, name), published)
        )
        here = {key: edit for key, edit in edits.items() if region in {"", *nodes(way(key))}}
        return _changed(entries, here)

    regions: dict[str, dict[str, str]] = {}
    # First those that go: a region that one of them makes wider takes in what comes.
    for key, edit in sorted(edits.items(), key=lambda item: (not item[1].gone, item[0])):
        region = _leaf_or_gap(way(key), listed)
        if any(is_inside(region, other) for other in regions):
            continue
        found = after(region)
        # Where keys went, what gave way to more leaves may be one again.
        while region and edit.gone:
            above = parent_of(region)
            together = after(above)
            if weight(together.items()) > LIMIT:
                break
            region, found = above, together
        regions[region] = found
    return {
        region: found
        for region, found in regions.items()
        if not any(is_inside(region, other) for other in regions if other != region)
    }


def _leaf_or_gap(way: str, listed: Sequence[str]) -> str:
    """The leaf in which a key stands, or the one that is to be made for it."""
    for name in nodes(way):
        if not any(is_inside(other, name) and other != name for other in _near(listed, name)):
            return name
    raise AssertionError("every way ends in a leaf")


def _near(listed: Sequence[str], name: str) -> Sequence[str]:
    """All leaves of a sorted list that can lie below a name."""
    stem = name.rstrip(END)[:-1]
    return listed[bisect_left(listed, stem) : bisect_left(listed, stem + LAST)]


# Files


def _listed(folder: str, published: Published) -> list[str] | None:
    """The leaves of a shelf; None where it is one leaf, or nothing yet."""
    text = (published(shelf_path(folder)) or b"").decode()
    return read_list(text) if is_list(text) else None


def _entries(path: str, published: Published) -> list[Entry]:
    return read_leaf((published(path) or b"").decode())


def _differing(
    files: Iterable[File], before: Set[str], published: Published
) -> Iterator[File | Gone]:
    """Of new files those that differ from the published ones, and the paths that are no more."""
    paths = set()
    for file in files:
        paths.add(file.path)
        if published(file.path) != file.data:
            yield file
    for path in sorted(before - paths):
        if published(path) is not None:
            yield Gone(path)

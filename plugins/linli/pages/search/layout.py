# SPDX-License-Identifier: MIT
"""How the index is laid out: months in sections, sections in two groups, groups in shards.

Today's paper changes the group of the newest month alone, and an edit of an old piece changes one
section of the other group. All names follow from what lies in the files, so that no browser ever
holds a part of one state beside a part of another.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from hashlib import blake2b
from typing import Any, NamedTuple

from linli.newsroom.search import Simplified
from linli.pages.page import File
from linli.pages.paper import SearchMonth
from linli.pages.search.postings import MOST_SHARDS
from linli.reading.simplified import simplified

FOLDER = "search/"
INDEX = f"{FOLDER}index.json"
VERSION = 1
"""Of the form of all these files."""
PER_FILE = 2
"""Pieces whose texts lie in one file: a page of answers is loaded from a few."""
SECTION = 800
"""Pieces from which a section of old months is closed."""
_PER_SHARD = 8
"""Pieces for each shard, so that a shard has about eight thousand bytes."""

Section = tuple[SearchMonth, ...]


class Group(NamedTuple):
    """Sections whose postings lie in one folder, a file a shard."""

    name: str
    sections: tuple[Section, ...]
    """The newest first, as are the months in each."""
    shards: int

    @property
    def folder(self) -> str:
        """The name of its folder, which says all that its files are made from."""
        months = [[(month.name, month.digest) for month in one] for one in self.sections]
        return f"{self.name}.{_digest(VERSION, self.shards, _of_signs(), months)}"

    def path(self, shard: int) -> str:
        return f"{FOLDER}{self.folder}/{shard:x}.bin"


def groups(months: Sequence[SearchMonth]) -> tuple[Group, ...]:
    """The groups of all months, the newest month first."""
    if not months:
        return ()
    newest, *old = months
    fresh = Group("fresh", ((newest,),), _shards([newest]))
    if not old:
        return (fresh,)
    return fresh, Group("base", tuple(_sections(old)), _shards(old))


def _sections(months: Sequence[SearchMonth]) -> list[Section]:
    """Months put together from the oldest on, so that those that are together stay so."""
    sections: list[Section] = []
    together: list[SearchMonth] = []
    for month in reversed(months):
        together.insert(0, month)
        if sum(one.size for one in together) >= SECTION:
            sections.insert(0, tuple(together))
            together = []
    return [tuple(together), *sections] if together else sections


def _shards(months: Sequence[SearchMonth]) -> int:
    """A power of two that follows from the number of pieces alone."""
    wanted = sum(month.size for month in months) // _PER_SHARD
    return min(MOST_SHARDS, 1 << max(0, wanted).bit_length())


def index(months: Sequence[SearchMonth]) -> File:
    """The one file whose name stays: what there is, and where."""
    data = {
        "version": VERSION,
        "per_file": PER_FILE,
        "months": [list(month) for month in months],
        "groups": [
            {
                "folder": group.folder,
                "shards": group.shards,
                "sections": [len(section) for section in group.sections],
            }
            for group in groups(months)
        ],
        "simplified": simplified_file().path.removeprefix(FOLDER),
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return File(INDEX, f"{text}\n".encode())


def groups_of(index: bytes | None) -> Iterator[Group]:
    """The groups that an index names; nothing of one that was not written here."""
    try:
        data: Mapping[str, Any] = json.loads(index or b"")
        months = iter([SearchMonth(*month) for month in data["months"]])
        for group in data["groups"]:
            sections = tuple(tuple(next(months) for _ in range(size)) for size in group["sections"])
            name = group["folder"].partition(".")[0]
            found = Group(name, sections, group["shards"])
            if found.folder == group["folder"]:
                yield found
    except (ValueError, KeyError, TypeError, AttributeError, RuntimeError):
        return


def simplified_file() -> File:
    """Two lines of signs: what is simplified, and to what."""
    table = simplified()
    text = "".join(map(chr, table)) + "\n" + "".join(table.values()) + "\n"
    return File(f"{FOLDER}simplified.{_of_signs()}.txt", text.encode())


@cache
def _of_signs() -> str:
    return _digest(_items(simplified()))


def _items(table: Simplified) -> list[tuple[int, str]]:
    return list(table.items())


def _digest(*values: object) -> str:
    return blake2b(repr(values).encode(), digest_size=4).hexdigest()

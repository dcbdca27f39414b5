# SPDX-License-Identifier: MIT
"""The files of postings: made from all pieces, or from the published ones and the sections that
changed."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache

from linli.newsroom.search import Document
from linli.pages.page import File, Gone
from linli.pages.paper import SearchRecords
from linli.pages.search import layout
from linli.pages.search.layout import Group, Section
from linli.pages.search.postings import Lists, encode, join, split
from linli.reading.simplified import simplified

PARTS = {"fresh": 1, "base": 2}
"""Into how many jobs a group is divided, so that two processes make a large one."""

Shards = Sequence[bytes]
"""A section's part of each shard."""


class Bindery:
    """Makes the files of the groups, some shards of each at a time."""

    def __init__(self, records: SearchRecords) -> None:
        self._records = records
        # Where one process makes all parts of a group, a section that changed is read once.
        self._lists = lru_cache(maxsize=1)(self._read)

    def make(self, name: str, part: int) -> Iterator[File]:
        """The postings of every so manyth shard of a group."""
        for group in self._groups(name):
            encoded = [self._encoded(section, group, part) for section in group.sections]
            yield from _files(group, part, encoded)

    def renew(self, job: str, name: str, part: int) -> Iterator[File | Gone]:
        """The same, with no more encoded than the sections that changed since the job made them."""
        before = self._records.made_by(job)
        groups = self._groups(name)
        paths = {group.path(shard) for group in groups for shard in _shards(group, part)}
        if paths == {*before}:
            return
        for group in groups:
            taken = self._taken_over(group, part, frozenset(before))
            sections = [
                taken[section] if section in taken else self._encoded(section, group, part)
                for section in group.sections
            ]
            yield from _files(group, part, sections)
        yield from (Gone(path) for path in before if path not in paths)

    def _taken_over(self, group: Group, part: int, before: frozenset[str]) -> dict[Section, Shards]:
        """The sections of a group that stand in the published files as they would be made now.

        The folder's name vouches for the published list: it is a digest of all that the list says
        of the folder.
        """
        published = self._records.published
        for old in layout.groups_of(published(layout.INDEX)):
            if old.name != group.name or old.shards != group.shards:
                continue
            stay = {*old.sections} & {*group.sections}
            paths = [old.path(shard) for shard in _shards(old, part)]
            if not stay or not paths or not before.issuperset(paths):
                continue
            columns = zip(*(split(published(path) or b"") for path in paths), strict=True)
            return {
                section: column
                for section, column in zip(old.sections, columns, strict=True)
                if section in stay
            }
        return {}

    def _encoded(self, section: Section, group: Group, part: int) -> Shards:
        step = PARTS[group.name]
        lists = self._lists(section)
        found = dict(encode(lists, group.shards, lambda shard: shard % step == part))
        return [found.get(shard, b"") for shard in _shards(group, part)]

    def _read(self, section: Section) -> Lists:
        documents = (
            Document.of_line(line, filters)
            for month in section
            for line, filters in self._records.documents(month.name)
        )
        with _no_collector():
            return Lists(documents, simplified())

    def _groups(self, name: str) -> list[Group]:
        return [group for group in layout.groups(self._records.months()) if group.name == name]


@contextmanager
def _no_collector() -> Iterator[None]:
    """Two hundred thousand lists are made, none of which is part of itself: to look for those that
    are takes a quarter of the time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _files(group: Group, part: int, sections: Iterable[Shards]) -> Iterator[File]:
    for shard, parts in zip(_shards(group, part), zip(*sections, strict=True), strict=True):
        yield File(group.path(shard), join(parts))


def _shards(group: Group, part: int) -> range:
    return range(part, group.shards, PARTS[group.name])

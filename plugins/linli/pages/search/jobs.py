# SPDX-License-Identifier: MIT
"""The jobs that make the search: the texts of each month, the postings of the newest month and of
all others, and the list of it all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from linli.newsroom.search import Document
from linli.pages.page import File, Gone, Job
from linli.pages.paper import SEARCH, Paper, SearchRecords
from linli.pages.search import layout
from linli.pages.search.layout import FOLDER, PER_FILE, Group, Section
from linli.pages.search.postings import Section as Postings
from linli.pages.search.postings import join, split
from linli.reading.simplified import simplified

PARTS = {"fresh": 1, "base": 2}
"""Into how many jobs a group is divided, so that two processes make a large one."""


def jobs(paper: Paper) -> Iterator[Job]:
    yield from jobs_of(paper.search)


def jobs_of(records: SearchRecords) -> Iterator[Job]:
    for name, parts in PARTS.items():
        for part in range(parts):
            job = f"search {name} {part}"
            yield Job(
                job,
                (SEARCH,),
                lambda name=name, part=part: make(records, name, part),  # type: ignore[misc]
                renew=lambda job=job, name=name, part=part: renew(records, job, name, part),  # type: ignore[misc]
                late=True,
            )
    yield Job("search index", (SEARCH,), lambda: _list(records), late=True)
    for month in records.names():
        yield Job(
            f"search texts {month}",
            (f"{SEARCH}{month}",),
            lambda month=month: texts(records, month),  # type: ignore[misc]
            late=True,
        )


def _list(records: SearchRecords) -> Iterator[File]:
    yield layout.index(records.months())
    yield layout.simplified_file()


def texts(records: SearchRecords, name: str) -> Iterator[File]:
    """The texts of a month, some pieces a file."""
    month = next(month for month in records.months() if month.name == name)
    lines = (line for line, _ in records.documents(name))
    number = 0
    while together := list(islice(lines, PER_FILE)):
        path = f"{FOLDER}{month.name}.{month.digest}/{number}.json"
        yield File(path, f"[{','.join(together)}]\n".encode())
        number += 1


def make(records: SearchRecords, name: str, part: int) -> Iterator[File]:
    """The postings of every so manyth shard of a group."""
    for group in _groups_of(records, name):
        encoded = [_encoded(records, one, group, part) for one in group.sections]
        yield from _files(group, part, encoded)


def renew(records: SearchRecords, job: str, name: str, part: int) -> Iterator[File | Gone]:
    """The same, with no more encoded than the sections that changed."""
    before = records.made_by(job)
    found = _groups_of(records, name)
    paths = {group.path(shard) for group in found for shard in _shards(group, part)}
    if paths == {*before}:
        return
    for group in found:
        taken = _taken_over(records, group, part, frozenset(before))
        yield from _files(
            group,
            part,
            [
                taken[section] if section in taken else _encoded(records, section, group, part)
                for section in group.sections
            ],
        )
    yield from (Gone(path) for path in before if path not in paths)


Shards = Sequence[bytes]
"""A section's part of each shard."""


def _taken_over(
    records: SearchRecords, group: Group, part: int, before: frozenset[str]
) -> dict[Section, Shards]:
    """The sections of a group that stand in the published files as they would be made now.

    The folder's name vouches for the published list: it is a digest of all that the list says of
    the folder.
    """
    for old in layout.groups_of(records.published(layout.INDEX)):
        if old.name != group.name or old.shards != group.shards:
            continue
        stay = {*old.sections} & {*group.sections}
        paths = [old.path(shard) for shard in _shards(old, part)]
        if not stay or not paths or not before.issuperset(paths):
            continue
        columns = zip(*(split(records.published(path) or b"") for path in paths), strict=True)
        return {
            section: column
            for section, column in zip(old.sections, columns, strict=True)
            if section in stay
        }
    return {}


def _encoded(records: SearchRecords, section: Section, group: Group, part: int) -> Shards:
    documents = (
        Document.of_line(line, filters)
        for month in section
        for line, filters in records.documents(month.name)
    )
    step = PARTS[group.name]
    postings = dict(
        Postings(documents, simplified(), group.shards, lambda shard: shard % step == part)
    )
    return [postings.get(shard, b"") for shard in _shards(group, part)]


def _files(group: Group, part: int, sections: Iterable[Shards]) -> Iterator[File]:
    for shard, parts in zip(_shards(group, part), zip(*sections, strict=True), strict=True):
        yield File(group.path(shard), join(parts))


def _shards(group: Group, part: int) -> range:
    return range(part, group.shards, PARTS[group.name])


def _groups_of(records: SearchRecords, name: str) -> list[Group]:
    return [group for group in layout.groups(records.months()) if group.name == name]

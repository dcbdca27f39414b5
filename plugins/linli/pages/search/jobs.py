# SPDX-License-Identifier: MIT
"""The jobs that make the search: the texts of each month, the postings of the newest month and of
all others, and the list of it all."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from linli.pages.page import File, Job
from linli.pages.paper import SEARCH, Paper, SearchRecords
from linli.pages.search import layout, page
from linli.pages.search.bindery import PARTS, Bindery
from linli.pages.search.layout import FOLDER, PER_FILE


def jobs(paper: Paper) -> Iterator[Job]:
    yield from jobs_of(paper.search)
    yield page.job(paper)


def jobs_of(records: SearchRecords) -> Iterator[Job]:
    bindery = Bindery(records)
    for name, parts in PARTS.items():
        for part in range(parts):
            job = f"search {name} {part}"
            yield Job(
                job,
                (SEARCH,),
                lambda name=name, part=part: bindery.make(name, part),  # type: ignore[misc]
                renew=lambda job=job, name=name, part=part: bindery.renew(job, name, part),  # type: ignore[misc]
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

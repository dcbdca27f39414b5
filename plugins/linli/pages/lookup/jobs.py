# SPDX-License-Identifier: MIT
"""The jobs that make the look-up: its page, its records, and its leaves in parts that
can be made side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from linli.pages.lookup import index, page, renewal
from linli.pages.page import File, Gone, Job
from linli.pages.paper import LOOKUP, Paper

_MANY = 500
"""Changes with which it is sooner made anew."""


def jobs(paper: Paper) -> Iterator[Job]:
    records = paper.lookup

    def changes() -> renewal.Changes:
        return renewal.Changes(tuple(records.gone()), tuple(records.come()))

    def job(
        name: str,
        make: Callable[[], Iterator[File]],
        renew: Callable[[], Iterator[File | Gone]],
    ) -> Job:
        few = records.changes <= _MANY
        return Job(f"lookup-{name}", (LOOKUP,), make, renew=renew if few else None)

    for shelves, make in index.PARTS.items():
        yield job(
            shelves[0],
            lambda make=make: make(index.in_order(records)),  # type: ignore[misc]
            lambda shelves=shelves: renewal.renew(shelves, changes(), records.published),  # type: ignore[misc]
        )
    yield job(
        "days",
        lambda: (file for day, lines in records.days() for file in index.day_files(day, lines)),
        lambda: renewal.renew_days(changes(), records.published, records.lines_of),
    )
    yield page.job(paper)

# SPDX-License-Identifier: MIT
"""The jobs that make the look-up: its page, and its leaves in four that can be made side
by side."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from linli.newsroom.lookup import Record
from linli.pages.lookup import index, page, renewal
from linli.pages.page import File, Gone, Job
from linli.pages.paper import LOOKUP, Paper

_MANY = 500
"""Changes with which it is sooner made anew."""


def jobs(paper: Paper) -> Iterator[Job]:
    yield page.job(paper)
    records = paper.lookup

    def anew(make: Callable[[Iterable[Record]], Iterator[File]]) -> Callable[[], Iterator[File]]:
        return lambda: make(index.in_order(records))

    def changes() -> renewal.Changes:
        return renewal.Changes(tuple(records.gone()), tuple(records.come()))

    def job(
        name: str,
        make: Callable[[Iterable[Record]], Iterator[File]],
        renew: Callable[[], Iterator[File | Gone]],
    ) -> Job:
        few = records.changes <= _MANY
        return Job(f"lookup-{name}", (LOOKUP,), anew(make), renew=renew if few else None)

    yield job(
        "days",
        index.of_days,
        lambda: renewal.renew_days(changes(), records.published, records.of_day),
    )
    yield job(
        "numbers",
        index.of_numbers,
        lambda: renewal.renew_numbers(changes(), records.published),
    )
    yield job(
        "insides",
        index.of_insides,
        lambda: renewal.renew_insides(changes(), records.published),
    )
    yield job("names", index.of_names, lambda: renewal.renew_names(changes(), records.published))

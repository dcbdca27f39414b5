# SPDX-License-Identifier: MIT
"""The look-up at 300,000 announcements: its files made and renewed, and what it costs a reader.

The jobs are those of a build, in two processes that read the manifest; only pages are left out.
"""

from __future__ import annotations

import multiprocessing
import resource
import shutil
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import NamedTuple, cast

from corpus import LAST_DAY
from lookup_costs import Asked, measure
from registry import Registry

from linli.engine.lookup import LookupRecords
from linli.engine.manifest import Manifest
from linli.newsroom.lookup import Record, mark_of
from linli.pages.lookup.index import PARTS
from linli.pages.lookup.jobs import jobs
from linli.pages.page import File, Gone, Job
from linli.pages.paper import Paper

COUNT = 300_000
PROCESSES = 2


class Cost(NamedTuple):
    """Of the files that were made or changed."""

    seconds: float
    files: int
    bytes: int
    memory: int = 0
    """Resident bytes of all processes together, each at its highest."""


@dataclass(frozen=True, slots=True)
class Measured:
    """All that is told of one size."""

    count: int
    anew: Cost
    one_more: Cost
    asked: tuple[Asked, ...]


def bench(count: int, work: Path) -> Measured:
    """Make the files of so many announcements under `work`, add one, and ask."""
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    records = list(Registry().records(count))
    manifest = Manifest(work / "manifest.sqlite", "bench")
    insert = "INSERT INTO lookup VALUES (?, ?, ?)"
    manifest.connection.executemany(insert, map(_row, records))
    manifest.finish()
    site = work / "site"
    anew = _anew(work)
    newest = _newest(records[0])
    manifest.connection.execute(insert, _row(newest))
    one_more = _renewed(LookupRecords(manifest, {newest.url: None}, site), site)
    manifest.connection.close()

    def fetch(path: str) -> str | None:
        file = site / path
        return file.read_text(encoding="utf-8") if file.is_file() else None

    return Measured(count, anew, one_more, tuple(measure(fetch, [newest, *records])))


def _row(record: Record) -> tuple[str, str, str]:
    return record.url, record.day.isoformat(), record.line()


def _newest(like: Record) -> Record:
    """One more notice, of the day after the last."""
    id = "L-2026-999999"
    return like._replace(
        day=LAST_DAY + timedelta(days=1),
        mark=mark_of(id),
        id=id,
        url=f"lost/2026/{id}/",
        names=("例城市湖滨区样刊商贸有限公司", "示例银行湖滨支行"),
        numbers=(id, "J6510999999999", "91510199MA99999999"),
    )


def _jobs(records: LookupRecords) -> Sequence[Job]:
    # The page is made of much more; the leaves of the records alone.
    paper = cast(Paper, SimpleNamespace(lookup=records))
    return [job for job in jobs(paper) if job.rows]


def _anew(work: Path) -> Cost:
    # Begun afresh, so that a process's highest is its own; a build's processes are forked from one
    # that has loaded all of Linli, so that to load it does not count.
    context = multiprocessing.get_context("spawn")
    with context.Pool(PROCESSES) as pool:
        pool.map(_ready, range(PROCESSES), 1)
        begun = time.monotonic()
        done = list(
            pool.imap_unordered(_make, [(work, number) for number in range(len(PARTS) + 1)], 1)
        )
        seconds = time.monotonic() - begun
    memory: dict[int, int] = {}
    for process, highest, _, _ in done:
        memory[process] = max(highest, memory.get(process, 0))
    files, size = sum(one[2] for one in done), sum(one[3] for one in done)
    return Cost(seconds, files, size, sum(memory.values()))


def _ready(number: int) -> None:
    """Once it is called, a process has loaded this module; it waits for the other to have done so."""
    time.sleep(0.5)


def _make(task: tuple[Path, int]) -> tuple[int, int, int, int]:
    """One job: which process made it, its memory, how many files and bytes."""
    work, number = task
    manifest = Manifest(work / "manifest.sqlite", "bench")
    job = _jobs(LookupRecords(manifest, {}, work / "site"))[number]
    files = size = 0
    for product in job.make():
        assert isinstance(product, File)
        write_file(work / "site" / product.path, product.data)
        files += 1
        size += len(product.data)
    manifest.connection.close()
    highest = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    return multiprocessing.current_process().pid or 0, highest, files, size


def write_file(path: Path, data: bytes) -> None:
    """Write a file, and the folders above it where they are missing."""
    try:
        path.write_bytes(data)
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def _renewed(records: LookupRecords, site: Path) -> Cost:
    begun = time.monotonic()
    files = size = 0
    for job in _jobs(records):
        assert job.renew is not None
        for change in list(job.renew()):
            files += 1
            if isinstance(change, Gone):
                (site / change.path).unlink()
            else:
                size += len(change.data)
                write_file(site / change.path, change.data)
    return Cost(time.monotonic() - begun, files, size)


# The table

HEAD = ("look-up", "", "median", "worst")
LEFT = 2
"""Columns of words."""
_MEGABYTE = 1_000_000
_KILOBYTE = 1_000


def rows(measured: Measured) -> Iterator[tuple[str, ...]]:
    """What it takes to make, then what a reader pays for each sort of question."""
    anew, more = measured.anew, measured.one_more
    yield "all files made anew", "s", f"{anew.seconds:.1f}", ""
    yield "all files made anew, memory", "MB", f"{anew.memory / _MEGABYTE:.0f}", ""
    yield "all files", "", f"{anew.files:,}", ""
    yield "all files, bytes", "MB", f"{anew.bytes / _MEGABYTE:.1f}", ""
    yield "one more announcement", "s", f"{more.seconds:.2f}", ""
    yield "one more announcement, files", "", f"{more.files:,}", ""
    yield "one more announcement, bytes", "kB", f"{more.bytes / _KILOBYTE:.1f}", ""
    for asked in measured.asked:
        middle, most = asked.figures("requests")
        yield asked.sort, "requests", f"{middle:.0f}", f"{most}"
    for asked in measured.asked:
        middle, most = asked.figures("packed")
        yield f"{asked.sort}, packed", "kB", f"{middle / _KILOBYTE:.1f}", f"{most / _KILOBYTE:.1f}"
    missed = [len(asked.wrong) for asked in measured.asked if not asked.sort.startswith("unknown")]
    found = [len(asked.wrong) for asked in measured.asked if asked.sort.startswith("unknown")]
    yield f"missed, of {len(missed) * len(measured.asked[0].costs):,}", "", f"{sum(missed)}", ""
    yield (
        f"made up and found, of {len(found) * len(measured.asked[0].costs):,}",
        *(
            "",
            f"{sum(found)}",
            "",
        ),
    )

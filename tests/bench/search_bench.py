# SPDX-License-Identifier: MIT
"""The full-text search over 10,000 reports, beside Pagefind's and that of Material for MkDocs: what
its files cost to make, what a first question costs a reader, and whether the answers are right.

All three get the same reports. Linli's files are made by the jobs of a build, in two processes that
read the manifest; Pagefind reads the pages that Linli has printed; Material's cost is that of its
whole build less one without its search.
"""

from __future__ import annotations

import multiprocessing
import resource
import shutil
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import mean, median
from typing import NamedTuple

from corpus import Piece
from linli_site import LinliSite
from lookup_bench import Cost, write_file
from measure import run
from playwright.sync_api import Browser, sync_playwright
from search_peers import build_material, index_with_pagefind, install_pagefind
from search_questions import LENGTHS, Asked, questions, reports
from search_readers import (
    LINLI,
    MATERIAL,
    PAGEFIND,
    Answers,
    Engine,
    First,
    answers,
    first_question,
)
from served import CHROMIUM, FLAGS, served

from linli.engine.manifest import Manifest, peek
from linli.engine.production import MANIFEST
from linli.engine.search import SearchRecords
from linli.pages.page import File, Job
from linli.pages.search.jobs import jobs_of

COUNT = 10_000
FIRST = 40
"""First questions that are asked of each search; of one whose files take minutes to come, two."""
PATIENCE = 180.0
"""Seconds that a reader waits for a first answer, at most."""
PROCESSES = 2


class Quality(NamedTuple):
    """How right the answers to the questions of one length are."""

    recall: float
    """Right answers among all that it would go through; of the others those that it names."""
    first_ten: float
    empty: int
    """Questions with a right answer for which it shows none."""


@dataclass(frozen=True, slots=True)
class Measured:
    """All that is told of one search."""

    name: str
    made: Cost
    first: tuple[First, ...]
    quality: dict[int, Quality]
    one_edit: Cost | None = None


def bench(count: int, work: Path, *, peers: bool = True) -> tuple[Measured, ...]:
    """Build so many reports with each search under `work`, and ask all of them the same."""
    shutil.rmtree(work, ignore_errors=True)
    pieces = reports(count)
    asked = questions(pieces)
    site = LinliSite(work / "linli", with_search=True)
    site.begin()
    for piece in pieces:
        site.write(piece)
    log = work / "search.log"
    run(site.build, site.kept, log)
    made, one_edit = _made(site.root), _one_edit(site, pieces[0], log)
    if peers:
        found = index_with_pagefind(install_pagefind(work.parent / "tools"), site.output, log)
        pagefind = _cost(found.seconds, found.memory, site.output / "pagefind")
        with_search = build_material(work / "material", pieces, work.parent / "tools", log)
        without = build_material(work / "bare", pieces, work.parent / "tools", log, search=False)
        material = _cost(
            with_search.seconds - without.seconds,
            with_search.memory,
            work / "material" / "site" / "search",
        )
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        measured = []
        with served(site.output, pack=True) as address:
            measured.append(_asked(browser, LINLI, address, asked, pieces, made, one_edit))
            if peers:
                measured.append(_asked(browser, PAGEFIND, address, asked, pieces, pagefind))
        if peers:
            with served(work / "material" / "site", pack=True) as address:
                measured.append(_asked(browser, MATERIAL, address, asked, pieces, material))
        browser.close()
    return tuple(measured)


def _asked(
    browser: Browser,
    engine: Engine,
    address: str,
    asked: Sequence[Asked],
    pieces: Sequence[Piece],
    made: Cost,
    one_edit: Cost | None = None,
) -> Measured:
    some = asked[:: len(asked) // FIRST][:FIRST] if engine is not MATERIAL else asked[:2]
    first = tuple(first_question(browser, engine, address, one.text, PATIENCE) for one in some)
    found = list(answers(browser, engine, address, [one.text for one in asked]))
    # Documents are numbered as the search sorts them: by day, then by path.
    ordered = sorted(pieces, key=lambda piece: (-piece.day.toordinal(), f"{piece.path}.md"))
    numbers = {piece.url: number for number, piece in enumerate(ordered)}
    return Measured(
        engine.name,
        made,
        first,
        {length: _quality(asked, found, length, numbers) for length in LENGTHS},
        one_edit,
    )


def _quality(
    asked: Sequence[Asked], found: Sequence[Answers], length: int, numbers: dict[str, int]
) -> Quality:
    of_length = [
        (one, answer) for one, answer in zip(asked, found, strict=True) if len(one.text) == length
    ]
    return Quality(
        mean(_recall(one, answer, numbers) for one, answer in of_length),
        mean(one.share_found(answer.first) for one, answer in of_length),
        sum(not answer.first for _, answer in of_length),
    )


def _recall(asked: Asked, answer: Answers, numbers: dict[str, int]) -> float:
    if answer.candidates:
        held = {*answer.candidates}
        return sum(numbers[url] in held for url in asked.right) / len(asked.right)
    # What it does not name beyond the first ten it gets the benefit of the doubt for.
    return min(1.0, answer.total / len(asked.right))


def _cost(seconds: float, memory: int, folder: Path) -> Cost:
    files = [file for file in folder.rglob("*") if file.is_file()]
    return Cost(seconds, len(files), sum(file.stat().st_size for file in files), memory)


# Linli's own files


def _made(root: Path) -> Cost:
    """All files of the search made anew by the jobs of a build."""
    # Begun afresh, so that a process's highest is its own.
    context = multiprocessing.get_context("spawn")
    with context.Pool(PROCESSES) as pool:
        names = [job.name for job in _jobs(root)]
        pool.map(_ready, range(PROCESSES), 1)
        begun = time.monotonic()
        done = list(pool.imap_unordered(_make, [(root, name) for name in names], 1))
        seconds = time.monotonic() - begun
    memory: dict[int, int] = {}
    for process, highest, _, _ in done:
        memory[process] = max(highest, memory.get(process, 0))
    files, size = sum(one[2] for one in done), sum(one[3] for one in done)
    return Cost(seconds, files, size, sum(memory.values()))


def _jobs(root: Path) -> Sequence[Job]:
    manifest = Manifest(root / ".cache" / "linli" / "build" / MANIFEST, _program(root))
    return list(jobs_of(SearchRecords(manifest, root / "nothing")))


def _program(root: Path) -> str:
    """Whatever the manifest says it was made by: it is only read here."""
    return str(peek(root / ".cache" / "linli" / "build" / MANIFEST)["program"])


def _ready(number: int) -> None:
    """Once it is called, a process has loaded this module; it waits for the other to have done so."""
    time.sleep(0.5)


def _make(task: tuple[Path, str]) -> tuple[int, int, int, int]:
    """One job: which process made it, its memory, how many files and bytes."""
    root, name = task
    files = size = 0
    for product in next(job for job in _jobs(root) if job.name == name).make():
        assert isinstance(product, File)
        write_file(root.parent / "anew" / product.path, product.data)
        files += 1
        size += len(product.data)
    highest = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    return multiprocessing.current_process().pid or 0, highest, files, size


def _one_edit(site: LinliSite, piece: Piece, log: Path) -> Cost:
    """What a build writes below search/ when a sentence of today's paper changes; the seconds are
    those of the whole build."""
    before = _stamps(site.output / "search")
    site.write(replace(piece, paragraphs=("改过的一句话。", *piece.paragraphs)))
    built = run(site.build, site.kept, log)
    after = _stamps(site.output / "search")
    written = [stamp[1] for path, stamp in after.items() if before.get(path) != stamp]
    site.write(piece)
    run(site.build, site.kept, log)
    return Cost(built.seconds, len(written), sum(written), built.memory)


def _stamps(folder: Path) -> dict[str, tuple[int, int]]:
    return {
        str(path): (path.stat().st_ino, path.stat().st_size)
        for path in folder.rglob("*")
        if path.is_file()
    }


# The table

HEAD = ("search", "", *("Linli", "Pagefind", "Material"))
LEFT = 2
"""Columns of words."""
_MEGABYTE = 1_000_000
_KILOBYTE = 1_000


def rows(measured: Sequence[Measured]) -> Iterator[tuple[str, ...]]:
    """What it takes to make, what the first question costs, and how right the answers are."""
    made = [one.made for one in measured]
    yield "all files made", "s", *(f"{one.seconds:.1f}" for one in made)
    yield "all files made, memory", "MB", *(f"{one.memory / _MEGABYTE:.0f}" for one in made)
    yield "all files", "", *(f"{one.files:,}" for one in made)
    yield "all files, bytes", "MB", *(f"{one.bytes / _MEGABYTE:.1f}" for one in made)
    edit = measured[0].one_edit
    if edit is not None:
        unknown = ("–",) * (len(measured) - 1)
        yield "one edit, the whole build", "s", f"{edit.seconds:.2f}", *unknown
        yield "one edit, files", "", f"{edit.files:,}", *unknown
        yield "one edit, bytes", "kB", f"{edit.bytes / _KILOBYTE:.0f}", *unknown
    first = [one.first for one in measured]
    yield (
        "before the first key",
        "kB",
        *(f"{median(cost.page for cost in one) / _KILOBYTE:.0f}" for one in first),
    )
    for name, of in (("median", median), ("worst", max)):
        yield (
            f"first question, {name}",
            "requests",
            *(f"{of([cost.requests for cost in one]):.0f}" for one in first),
        )
        yield (
            f"first question, {name}",
            "kB",
            *(f"{of([cost.bytes for cost in one]) / _KILOBYTE:.0f}" for one in first),
        )
        yield (
            f"first answers on slow 4G, {name}",
            "s",
            *(f"{of([cost.slow for cost in one]):.2f}" for one in first),
        )
    for length in LENGTHS:
        found = [one.quality[length] for one in measured]
        yield f"{length} signs: found", "", *(f"{one.recall:.3f}" for one in found)
        yield (
            f"{length} signs: right in the first ten",
            "",
            *(f"{one.first_ten:.3f}" for one in found),
        )
        yield f"{length} signs: no answer", "", *(f"{one.empty}" for one in found)

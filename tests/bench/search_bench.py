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
from dataclasses import dataclass
from pathlib import Path
from statistics import mean, median
from types import SimpleNamespace
from typing import NamedTuple, cast

from corpus import Piece
from linli_site import LinliSite
from lookup_bench import Cost
from measure import run
from playwright.sync_api import Browser, sync_playwright
from search_peers import build_material, index_with_pagefind, install_pagefind
from search_questions import LENGTHS, Asked, questions, reports
from search_readers import LINLI, MATERIAL, PAGEFIND, Answers, Engine, First, answers, first_question
from served import CHROMIUM, FLAGS, served

COUNT = 10_000
FIRST = 40
"""First questions that are asked of each search; of one whose files take minutes to come, two."""
PATIENCE = 180.0


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
        (one, answer)
        for one, answer in zip(asked, found, strict=True)
        if len(one.text) == length
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

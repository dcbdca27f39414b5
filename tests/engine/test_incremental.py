# SPDX-License-Identifier: MIT
"""A build over the last one gives what a clean build gives.

| held | by |
|---|---|
| after any edits: the same files, the same bytes, no folder too many | every random script |
| the same findings in the same order, the same warnings | every random script |
| a build that is stopped says what a clean one says, and leaves the site byte for byte | scripts with a mistake in them |
| after the mistake is mended, all of the above again | the same |
| without an edit nothing is written | `test_without_an_edit_…` |
"""

from __future__ import annotations

import os
import shutil
from itertools import count
from pathlib import Path

import pytest
from builds import Outcome, attempt, clean_build, copy_checkout, differences, lay, sources, stamps
from edits import STEPS, Step, Town
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from linli.engine import workers

SCRIPTS = int(os.environ.get("LINLI_SCRIPTS", "8"))
"""Scripts in each of the shares; a longer search is asked for in the environment."""
SHARES = 10
SHARED_OUT = 3
"""So many of the shares are built by several processes, the others, which is quicker, by one."""

_numbers = st.integers(0, 999)
_steps = st.builds(Step, st.sampled_from(list(STEPS)), _numbers, _numbers)
_scripts = st.lists(st.lists(_steps, min_size=1, max_size=3), min_size=1, max_size=4).filter(
    lambda script: sum(map(len, script)) <= 10
)
"""Lists of steps, with a build after each list."""


class Session:
    """One checkout, edited and built again and again; tells what was done where a law is broken."""

    def __init__(self, standing: Path, root: Path, drawn: Path | None = None) -> None:
        self.root = root
        self._drawn = drawn
        self.town = Town(copy_checkout(standing, root / "town"))
        self._told: list[str] = []
        self._clean_builds = 0
        self._last: Outcome | None = None
        # A copy need not be taken for the checkout it was copied from.
        self._published = attempt(self.town.root).tree

    def play(self, steps: list[Step]) -> None:
        """Edit, then build; where that is stopped, look at what is left, and take the edits back."""
        before, hour = sources(self.town.root), self.town.now
        self._told += [step.apply(self.town) for step in steps]
        outcome = self._build()
        if not outcome.published:
            self._compare(outcome)
            lay(self.town.root, before)
            self.town.now = hour
            self._told.append("mended")

    def end(self) -> None:
        """At last the site is what a clean build makes of the sources."""
        last = self._last if self._last and self._last.published else self._build()
        self._compare(last)

    def _build(self) -> Outcome:
        outcome = attempt(self.town.root, self.town.now)
        self._told.append(f"-- build: {outcome.summary}")
        if outcome.published:
            self._published = outcome.tree
        self._last = outcome
        return outcome

    def _compare(self, outcome: Outcome) -> None:
        self._clean_builds += 1
        folder = self.root / f"clean{self._clean_builds}"
        clean = clean_build(folder, sources(self.town.root), self.town.now, self._drawn)
        faults = differences(outcome.tree, clean.tree if clean.published else self._published)
        if outcome.published != clean.published:
            faults.append(f"a clean build is {clean.summary}")
        if outcome.said != clean.said:
            faults.append(f"findings: {outcome.said} for {clean.said}")
        if outcome.warnings != clean.warnings:
            faults.append(f"warnings: {outcome.warnings} for {clean.warnings}")
        assert not faults, "\n".join(["", "SCRIPT", *self._told, "FAULTS", *faults])


@pytest.mark.parametrize("share", range(SHARES))
def test_any_edits_give_what_a_clean_build_gives(
    standing: Path, tmp_path: Path, share: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    folders = count()
    if share >= SHARED_OUT:
        monkeypatch.setattr(workers, "hands", lambda: 1)

    @seed(share)
    @settings(
        max_examples=SCRIPTS,
        deadline=None,
        database=None,
        phases=[Phase.generate, Phase.shrink],
        report_multiple_bugs=False,
        suppress_health_check=[HealthCheck.too_slow],
    )
    @given(_scripts)
    def hold(script: list[list[Step]]) -> None:
        root = tmp_path / str(next(folders))
        session = Session(standing, root, standing / ".cache" / "linli")
        for steps in script:
            session.play(steps)
        session.end()
        shutil.rmtree(root)

    hold()


@pytest.mark.site
@pytest.mark.parametrize("name", STEPS)
def test_each_sort_of_edit_gives_what_a_clean_build_gives(
    standing: Path, tmp_path: Path, name: str
) -> None:
    session = Session(standing, tmp_path)
    for number in range(3):
        session.play([Step(name, 3 * number, 7 * number + 1)])
    session.end()


@pytest.mark.site
def test_what_leaves_the_board_and_looks_as_before_offers_nothing_of_it_any_more(
    standing: Path, tmp_path: Path
) -> None:
    session = Session(standing, tmp_path)
    session.play([Step("clock", 0, 302)])
    session.end()


@pytest.mark.site
@pytest.mark.parametrize("which", range(3))
def test_each_change_of_an_album_gives_what_a_clean_build_gives(
    standing: Path, tmp_path: Path, which: int
) -> None:
    session = Session(standing, tmp_path)
    for way in range(which, 21, 2):
        session.play([Step("album", which, way)])
        session.play([Step("album", which + 1, way + 1)])
    session.end()


@pytest.mark.site
def test_a_numbered_page_of_photos_leads_to_a_photographer_who_has_moved(
    standing: Path, tmp_path: Path
) -> None:
    session = Session(standing, tmp_path)
    town = session.town
    town.change("mkdocs.yml", lambda text: text.replace("page_size: 20", "page_size: 1"))
    album = town.read("content/reports/2025/album/index.md").replace("  eaves", "  album/eaves")
    for number in (1, 2, 3):
        town.write(f"content/reports/2025/album{number}.md", album.replace("](", "](album/"))
    session.play([])
    town.move("content/people/wang.md", "content/people/xiaoming.md")
    session.play([])
    session.end()
    numbered = town.root / "site/photos/2025/12/page/2/index.html"
    assert "photos/by/xiaoming/" in numbered.read_text(encoding="utf-8")


@pytest.mark.site
def test_without_an_edit_nothing_is_written(standing: Path, tmp_path: Path) -> None:
    root = copy_checkout(standing, tmp_path / "town")
    attempt(root)
    before = stamps(root / "site")
    again = attempt(root)
    assert again.published
    assert stamps(root / "site") == before

# SPDX-License-Identifier: MIT
"""A build that is killed at any moment harms nothing.

| held | by |
|---|---|
| the published site is the old one or the new one, whole | 50 builds, killed at a random moment |
| it is absent only where there was none before | 15 of them, first builds |
| the next build, unhelped, gives the clean tree | all of them |
| so it is between any two changes to the disk, seldom as the moment may be | builds that die just before a rename, a removal, a write |
"""

from __future__ import annotations

import random
import shutil
import time
from pathlib import Path

import pytest
from builds import (
    SOURCES,
    Process,
    Tree,
    attempt,
    changes,
    clean_build,
    copy_checkout,
    differences,
    sources,
    tree,
)
from edits import Town, write_town

PIECES = 80
"""Beside those of the town: enough that a build shares them out among workers."""


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A town with many more reports, built once."""
    root = write_town(tmp_path_factory.mktemp("large") / "town")
    # A card for each would be most of a build's time; that one is never half drawn is held elsewhere.
    Town(root).change(
        "mkdocs.yml",
        lambda text: text.replace("- linli/photos", "- linli/photos: {share_cards: false}"),
    )
    for number in range(PIECES):
        year, month, day = 2024 + number % 3, 1 + number % 10, 1 + number % 28
        text = f"街坊第{number}次来信，说路灯亮了，小桥通了。\n\n" * 3
        (root / f"content/reports/{year}").mkdir(exist_ok=True)
        (root / f"content/reports/{year}/letter-{number}.md").write_text(
            f"---\ntitle: 街坊来信第{number}封\ndate: {year}-{month:02}-{day:02}\n"
            f"category: news\ntopics: [来信, 第{number % 7}组]\nplaces: [古家社区]\n"
            f"bylines: [本报记者 李玥林]\n---\n{text}",
            encoding="utf-8",
        )
    outcome = attempt(root)
    assert outcome.published, outcome.summary
    return root


def edit(town: Town, chance: random.Random, number: int) -> None:
    """One piece, every page, or a piece more and a piece less; never the same as before."""
    letters = [path for path in town.reports if "letter" in path]
    one, other = chance.sample(letters, 2)
    town.change(one, lambda text: f"{text}又及，第{number}次。\n")
    way = chance.randrange(3)
    if way == 0:
        name = f"网站第{number}版"
        town.change("mkdocs.yml", lambda text: text.replace("site_name: ", f"site_name: {name}"))
    elif way == 1:
        (town.root / other).rename((town.root / other).with_name(f"letter-new-{number}.md"))


class Victim:
    """A checkout whose builds are killed; knows what may lie in its site folder."""

    def __init__(self, root: Path, clean: Path, drawn: Path) -> None:
        self.town = Town(root)
        self._clean = clean
        self._drawn = drawn
        self._old: Tree | None = tree(root / "site")

    def look(self, story: str) -> None:
        """The site is whole, old or new; then a build that nobody helps makes it the new one."""
        root = self.town.root
        new = clean_build(self._clean, sources(root), drawn=self._drawn).tree
        shutil.rmtree(self._clean)
        found = tree(root / "site")
        if found not in (self._old, new):
            faults = ["is not the old site", *differences(found, self._old)]
            faults += ["and not the new one", *differences(found, new)]
            raise AssertionError("\n".join([story, *faults]))
        again = attempt(root)
        assert again.published, f"{story}\nthe next build is {again.summary}"
        faults = differences(again.tree, new)
        assert not faults, "\n".join([f"{story}\nthe next build is not the clean one", *faults])
        self._old = new


def seconds_of(root: Path) -> float:
    """How long a build takes, unharmed."""
    process = Process(root)
    start = time.perf_counter()
    process.go()
    code, said = process.end()
    assert code == 0, said
    return time.perf_counter() - start


def unbuilt(root: Path, target: Path) -> Path:
    """The sources of a checkout and nothing that a build has made."""
    shutil.copytree(
        root,
        target,
        ignore=lambda folder, names: {
            name for name in names if Path(folder) == root and name not in SOURCES
        },
    )
    return target


@pytest.mark.parametrize("share", range(3))
def test_a_first_build_killed_at_any_moment(large: Path, tmp_path: Path, share: int) -> None:
    chance = random.Random(f"first {share}")
    whole = seconds_of(unbuilt(large, tmp_path / "measured"))
    for number in range(5):
        root = unbuilt(large, tmp_path / f"town{number}")
        victim = Victim(root, tmp_path / "clean", large / ".cache" / "linli")
        process, moment = Process(root), chance.uniform(0, 1.1) * whole
        process.go()
        process.kill_after(moment)
        victim.look(f"a first build of {whole:.2f} s, killed after {moment:.2f} s")


@pytest.mark.parametrize("share", range(7))
def test_a_rebuild_killed_at_any_moment(large: Path, tmp_path: Path, share: int) -> None:
    chance = random.Random(f"rebuild {share}")
    root = copy_checkout(large, tmp_path / "town")
    town = Town(root)
    attempt(root)
    edit(town, chance, 0)
    whole = seconds_of(root)
    victim = Victim(root, tmp_path / "clean", large / ".cache" / "linli")
    for number in range(1, 6):
        edit(town, chance, number)
        process, moment = Process(root), chance.uniform(0, 1.1) * whole
        process.go()
        process.kill_after(moment)
        victim.look(f"rebuild {number} of {whole:.2f} s, killed after {moment:.2f} s")


@pytest.mark.parametrize("share", range(3))
def test_a_rebuild_dies_between_two_changes_to_the_disk(
    large: Path, tmp_path: Path, share: int
) -> None:
    chance = random.Random(f"change {share}")
    root, log = copy_checkout(large, tmp_path / "town"), tmp_path / "log"
    attempt(root)
    town = Town(root)
    letter = town.reports[share]
    town.change(letter, lambda text: f"{text}又及。\n")
    watched = Process(root, log=log)
    watched.go()
    code, said = watched.end()
    assert code == 0, said
    made = list(changes(log))
    assert made, "a build that writes nothing was not watched"
    # Where names change hands the moments are few, so they are sought out.
    decisive = [n for n, event, _ in made if event in {"os.rename", "a call of the system"}]
    near = sorted({n + step for n in decisive[-6:] for step in (0, 1)})
    moments = chance.sample(near, min(4, len(near)))
    moments += chance.sample(range(1, len(made) + 1), min(3, len(made)))
    victim = Victim(root, tmp_path / "clean", large / ".cache" / "linli")
    for number, moment in enumerate(moments):
        town.change(letter, lambda text, number=number: f"{text}又及{number}。\n")  # type: ignore[misc]
        process = Process(root, die_at=moment)
        process.go()
        process.end()
        event = made[moment - 1][1:] if moment <= len(made) else "the end"
        victim.look(f"killed before change {moment} of {len(made)}: {event}")

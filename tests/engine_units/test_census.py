# SPDX-License-Identifier: MIT
"""Every change in the content folder is seen, and nothing is taken for one that is none."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from linli.engine.census import Census, take_census
from linli.engine.manifest import Manifest

SECOND = 1_000_000_000
LONG_AGO = 1_600_000_000 * SECOND
BEGUN = LONG_AGO + 1000 * SECOND
"""When the last build began; its files were written long before."""

FILES = {
    "a.txt": b"one",
    "about/form.txt": b"a form",
    "reports/2026/plan.csv": b"1,2",
    "reports/2026/photo.jpg": b"...",
}


class Folder:
    """A content folder and the manifest of its last build."""

    def __init__(self, root: Path, manifest: Manifest) -> None:
        self.root = root
        self.manifest = manifest

    def write(self, path: str, data: bytes, mtime: int = LONG_AGO) -> None:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
        os.utime(file, ns=(mtime, mtime))

    def census(self) -> Census:
        census = take_census(self.root, self.manifest)
        self.manifest.put("begun", BEGUN)
        return census

    def known(self) -> list[str]:
        rows = self.manifest.connection.execute("SELECT path FROM file ORDER BY path")
        return [path for (path,) in rows]


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Folder]:
    manifest = Manifest(tmp_path / "manifest.db", "program")
    one = Folder(tmp_path / "content", manifest)
    for path, data in FILES.items():
        one.write(path, data)
    first = one.census()
    assert (first.changed, first.removed, first.findings) == (sorted(FILES), [], [])
    yield one
    manifest.close()


def hold(census: Census, changed: list[str], removed: list[str]) -> None:
    assert (census.changed, census.removed) == (changed, removed)


def test_without_a_change_everything_is_looked_at_and_nothing_told(folder: Folder) -> None:
    census = folder.census()
    hold(census, [], [])
    assert census.scanned == len(FILES)
    assert folder.known() == sorted(FILES)


def test_other_bytes_are_a_change_and_another_time_is_none(folder: Folder) -> None:
    folder.write("a.txt", b"two", LONG_AGO + SECOND)
    folder.write("about/form.txt", b"a form", LONG_AGO + SECOND)
    hold(folder.census(), ["a.txt"], [])
    hold(folder.census(), [], [])


@pytest.mark.parametrize("before_the_build", [0, 1, 2 * SECOND - 1])
def test_other_bytes_of_one_size_and_time_are_seen_where_the_build_was_near(
    folder: Folder, before_the_build: int
) -> None:
    mtime = BEGUN - before_the_build
    folder.write("a.txt", b"two", mtime)
    hold(folder.census(), ["a.txt"], [])
    folder.write("a.txt", b"six", mtime)
    hold(folder.census(), ["a.txt"], [])
    hold(folder.census(), [], [])


def test_a_text_that_nobody_has_read_yet_is_told_again(folder: Folder) -> None:
    folder.write("reports/2026/a.md", b"---\n")
    hold(folder.census(), ["reports/2026/a.md"], [])
    hold(folder.census(), [], [])
    folder.write("reports/2026/a.md", b"---\n", LONG_AGO + SECOND)
    hold(folder.census(), ["reports/2026/a.md"], [])


def test_a_removed_file_is_gone(folder: Folder) -> None:
    (folder.root / "a.txt").unlink()
    hold(folder.census(), [], ["a.txt"])
    assert "a.txt" not in folder.known()


def test_a_removed_folder_is_gone_with_all_in_it(folder: Folder) -> None:
    for path in ("reports/2026/plan.csv", "reports/2026/photo.jpg"):
        (folder.root / path).unlink()
    (folder.root / "reports/2026").rmdir()
    (folder.root / "reports").rmdir()
    hold(folder.census(), [], ["reports/2026/photo.jpg", "reports/2026/plan.csv"])
    assert folder.known() == ["a.txt", "about/form.txt"]
    hold(folder.census(), [], [])


def test_a_renamed_file_is_gone_and_new(folder: Folder) -> None:
    (folder.root / "a.txt").rename(folder.root / "b.txt")
    hold(folder.census(), ["b.txt"], ["a.txt"])


def test_a_renamed_folder_is_gone_and_new(folder: Folder) -> None:
    (folder.root / "about").rename(folder.root / "imprint")
    hold(folder.census(), ["imprint/form.txt"], ["about/form.txt"])


def test_a_file_in_place_of_a_folder_and_the_other_way_round(folder: Folder) -> None:
    (folder.root / "about/form.txt").unlink()
    (folder.root / "about").rmdir()
    folder.write("about", b"a form")
    (folder.root / "a.txt").unlink()
    folder.write("a.txt/b.txt", b"b")
    hold(folder.census(), ["a.txt/b.txt", "about"], ["a.txt", "about/form.txt"])


def test_two_files_that_change_places_are_both_seen(folder: Folder) -> None:
    folder.write("b.txt", b"two", LONG_AGO + 5 * SECOND)
    folder.census()
    (folder.root / "a.txt").rename(folder.root / "c")
    (folder.root / "b.txt").rename(folder.root / "a.txt")
    (folder.root / "c").rename(folder.root / "b.txt")
    hold(folder.census(), ["a.txt", "b.txt"], [])


def test_what_is_nobody_s_is_passed_over(folder: Folder) -> None:
    for path in (".DS_Store", "about/Thumbs.db", ".git/config"):
        folder.write(path, b"x")
    census = folder.census()
    hold(census, [], [])
    assert census.scanned == len(FILES)


def test_what_is_wrong_with_a_file_is_said_while_it_is_there(folder: Folder) -> None:
    def said() -> list[tuple[str, str]]:
        return [(found.code, found.location.path) for found in folder.census().findings]

    wrong = [("backup-file", "about/form.txt~")]
    folder.write("about/form.txt~", b"old")
    assert said() == wrong
    assert said() == wrong, "also where its folder is as it was"
    folder.write("about/more.txt", b"more")
    assert said() == wrong, "also where another file of its folder is new"
    (folder.root / "about/form.txt~").unlink()
    assert said() == []

# SPDX-License-Identifier: MIT
"""Whatever happened to the site and to what a build remembers, the next build is right.

| held | by |
|---|---|
| a manifest that is cut off, empty, garbage, another program's, another version's, older, another checkout's | `MEMORY` |
| a site folder edited by hand, older, foreign, or gone | `SITE` |
| each of them also where an article was edited meanwhile | every damage, twice |
| nothing is ever written through a link that leads out of the site | a page that became a link |
| a cache that cannot be written: the right site, or the old one and a plain word | on a disk that is read-only |
| a full disk stops the build, is named, and leaves the old site; with space again the next build is right | on a small disk that was filled |
| two builds at once: one may say that another is at work; the site is right afterwards | two processes |
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest
from builds import (
    Process,
    Tree,
    attempt,
    clean_build,
    copy_checkout,
    differences,
    sources,
    tree,
)
from edits import Town

PAGE = "site/reports/2026/bridge/index.html"
MAGIC = b"SQLite format 3\0"


def manifests(root: Path) -> list[Path]:
    """What the engine remembers, by the mark at its head: one file."""
    found = [
        path
        for path in sorted((root / ".cache/linli").rglob("*"))
        if path.is_file() and path.read_bytes()[: len(MAGIC)] == MAGIC
    ]
    assert len(found) == 1, f"one manifest below .cache/linli, not {found}"
    return found


def write_manifest(make: Callable[[bytes], bytes]) -> Callable[[Path], None]:
    """A damage that puts other bytes into the manifest."""

    def damage(root: Path) -> None:
        for path in manifests(root):
            path.write_bytes(make(path.read_bytes()))

    return damage


def ask_manifest(*statements: str) -> Callable[[Path], None]:
    """A damage by SQL; `{table}` stands for each table in turn."""

    def damage(root: Path) -> None:
        with closing(sqlite3.connect(manifests(root)[0])) as manifest:
            rows = manifest.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
            )
            for (table,) in rows.fetchall():
                for statement in statements:
                    manifest.execute(statement.format(table=table))
            manifest.commit()

    return damage


def foreign_database(root: Path) -> None:
    path = manifests(root)[0]
    path.unlink()
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE birds (name TEXT)")
        other.commit()


def other_checkout(root: Path) -> None:
    """The cache of a town that has other articles under the same names."""
    other = copy_checkout(root, root.with_name("other"))
    town = Town(other)
    for path in town.reports:
        town.change(path, lambda text: text.replace("街坊", "邻居"))
    assert attempt(other).published
    shutil.rmtree(root / ".cache")
    shutil.copytree(other / ".cache", root / ".cache")


def older(name: str) -> Callable[[Path], None]:
    """A folder as it was before the last edit, as from a backup; the other one is of today."""

    def damage(root: Path) -> None:
        kept = root.with_name("kept")
        shutil.copytree(root / name, kept)
        edit(root, "桥上又挂了灯。", "content/reports/2026/lantern.md")
        assert attempt(root).published
        shutil.rmtree(root / name)
        shutil.copytree(kept, root / name)

    return damage


def folder_for_a_manifest(root: Path) -> None:
    path = manifests(root)[0]
    path.unlink()
    path.mkdir()


def lose(name: str) -> Callable[[Path], None]:
    return lambda root: shutil.rmtree(root / name)


MEMORY: dict[str, Callable[[Path], None]] = {
    "cut off": write_manifest(lambda data: data[: len(data) // 2]),
    "cut off in its first page": write_manifest(lambda data: data[:50]),
    "empty": write_manifest(lambda data: b""),
    "garbage": write_manifest(lambda data: b"garbage" * 1000),
    "garbage behind a good head": write_manifest(lambda data: data[:100] + b"\xff" * 9000),
    "garbage in its middle": write_manifest(
        lambda data: data[: len(data) // 2] + b"\xa5" * 64 + data[len(data) // 2 + 64 :]
    ),
    "of another version": ask_manifest("PRAGMA user_version = 9999"),
    "of another program": foreign_database,
    "without rows": ask_manifest("DELETE FROM {table}"),
    "without tables": ask_manifest("DROP TABLE {table}"),
    "with other columns": ask_manifest(
        "ALTER TABLE {table} ADD COLUMN unknown TEXT NOT NULL DEFAULT ''"
    ),
    "a folder": folder_for_a_manifest,
    "of another checkout": other_checkout,
    "older than the site": older(".cache"),
    "gone with the cache": lambda root: shutil.rmtree(root / ".cache", ignore_errors=True),
}


def change_a_letter(root: Path) -> None:
    page = root / PAGE
    page.write_bytes(page.read_bytes().replace("小桥".encode(), "大桥".encode()))


def file_for_a_folder(root: Path) -> None:
    shutil.rmtree((root / PAGE).parent)
    (root / PAGE).parent.write_text("a file", encoding="utf-8")


def folder_for_a_file(root: Path) -> None:
    (root / PAGE).unlink()
    (root / PAGE).mkdir()
    (root / PAGE / "inside.html").write_text("inside", encoding="utf-8")


def link_for_a_page(root: Path) -> None:
    (root / PAGE).unlink()
    (root / PAGE).symlink_to(root.with_name("stranger"))


def link_for_a_folder(root: Path) -> None:
    shutil.rmtree(root / "site/reports")
    (root / "site/reports").symlink_to(root.with_name("strangers"))


def foreign_site(root: Path) -> None:
    shutil.rmtree(root / "site")
    (root / "site/photos").mkdir(parents=True)
    (root / "site/photos/holiday.jpg").write_bytes(b"mine")
    (root / "site/index.html").write_text("mine", encoding="utf-8")


def empty_page(root: Path) -> None:
    (root / PAGE).write_bytes(b"")


def empty_site(root: Path) -> None:
    shutil.rmtree(root / "site")
    (root / "site").mkdir()


def stray_file(root: Path) -> None:
    (root / "site/stray.html").write_text("stray", encoding="utf-8")


def stray_folder(root: Path) -> None:
    (root / "site/reports/2026/stray/deep").mkdir(parents=True)


SITE: dict[str, Callable[[Path], None]] = {
    "a page changed, of the same length": change_a_letter,
    "a page is empty": empty_page,
    "a page is gone": lambda root: (root / PAGE).unlink(),
    "a picture is gone": lambda root: next((root / "site").rglob("*.jpg")).unlink(),
    "an attachment is gone": lambda root: next((root / "site").rglob("*.csv")).unlink(),
    "an ordinary page is gone": lambda root: (root / "site/about/privacy/index.html").unlink(),
    "a stylesheet is gone": lambda root: next((root / "site").rglob("*.css")).unlink(),
    "a stray file": stray_file,
    "a stray folder": stray_folder,
    "a file where a folder was": file_for_a_folder,
    "a folder where a file was": folder_for_a_file,
    "a link where a page was": link_for_a_page,
    "a link where a folder was": link_for_a_folder,
    "a folder is gone": lose("site/reports"),
    "everything is gone": lose("site"),
    "empty": empty_site,
    "another's": foreign_site,
    "older than the manifest": older("site"),
}


def edit(root: Path, words: str = "桥上昨天挂了灯。", path: str = "") -> None:
    """Another text of one report, and another title."""
    path = path or "content/reports/2026/bridge.md"
    Town(root).change(path, lambda text: f"{text}{words}\n".replace("title: ", "title: 又一次", 1))


def right(root: Path, clean: Path, standing: Path) -> Tree | None:
    """What a clean build makes of the checkout; what the standing one drew is drawn."""
    return clean_build(clean, sources(root), drawn=standing / ".cache" / "linli").tree


def hold_damage(
    standing: Path, folder: Path, damage: Callable[[Path], None], *, edited: bool
) -> None:
    root = copy_checkout(standing, folder / "town")
    (folder / "strangers").mkdir()
    (folder / "stranger").write_text("not ours", encoding="utf-8")
    # A copy need not be taken for the checkout it was copied from.
    assert attempt(root).published
    damage(root)
    if edited:
        edit(root)
    outcome = attempt(root)
    assert outcome.published, outcome.summary
    assert differences(outcome.tree, right(root, folder / "clean", standing)) == []
    assert not any(path.is_symlink() for path in (root / "site").rglob("*"))
    assert (folder / "stranger").read_text(encoding="utf-8") == "not ours"
    assert not list((folder / "strangers").iterdir())


@pytest.mark.parametrize("edited", [False, True], ids=["unedited", "edited"])
@pytest.mark.parametrize("damage", MEMORY.values(), ids=MEMORY)
def test_a_manifest_that_is_not_its_own(
    standing: Path, tmp_path: Path, damage: Callable[[Path], None], edited: bool
) -> None:
    hold_damage(standing, tmp_path, damage, edited=edited)


@pytest.mark.parametrize("edited", [False, True], ids=["unedited", "edited"])
@pytest.mark.parametrize("damage", SITE.values(), ids=SITE)
def test_a_site_folder_that_is_not_as_it_was_left(
    standing: Path, tmp_path: Path, damage: Callable[[Path], None], edited: bool
) -> None:
    hold_damage(standing, tmp_path, damage, edited=edited)


def test_the_memory_is_one_file_that_another_checkout_can_be_given(
    standing: Path, tmp_path: Path
) -> None:
    """As a server does that keeps the cache from one run to the next, and not the site."""
    root = copy_checkout(standing, tmp_path / "town")
    manifests(root)
    shutil.rmtree(root / "site")
    edit(root)
    outcome = attempt(root)
    assert outcome.published, outcome.summary
    assert differences(outcome.tree, right(root, tmp_path / "clean", standing)) == []


Mount = Callable[..., Path]


@pytest.fixture
def mount() -> Iterator[Mount]:
    """Mounts a small disk on a folder; skips the test where that is not allowed."""
    with ExitStack() as undone:

        def make(folder: Path, options: str) -> Path:
            folder.mkdir(parents=True, exist_ok=True)
            command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)]
            try:
                done = subprocess.run(command, capture_output=True, text=True)
            except FileNotFoundError:
                pytest.skip("there is no `mount` here")
            if done.returncode:
                pytest.skip(f"no disk of its own here: {done.stderr.strip()}")
            undone.callback(subprocess.run, ["umount", "-l", str(folder)], check=True)
            return folder

        yield make


def fill(folder: Path, *, but: int = 0) -> Path:
    """Fill a disk to its last bytes, but for so many."""
    filler = folder / "filler"
    # Without a buffer: what does not fit must not be tried again when the file is closed.
    with filler.open("wb", buffering=0) as file:
        try:
            while file.write(b"x" * 4096):
                pass
        except OSError:
            pass
    os.truncate(filler, max(0, filler.stat().st_size - but))
    return filler


def stopped_plainly(code: int, said: str) -> None:
    assert code != 0, said
    assert said.strip(), "nothing was said"
    assert "Traceback" not in said, said


@pytest.mark.parametrize("left", [0, 20_000, 400_000], ids=["nothing", "little", "half"])
@pytest.mark.parametrize("place", ["site", "cache"])
def test_a_full_disk_stops_the_build_and_harms_nothing(
    standing: Path, tmp_path: Path, mount: Mount, place: str, left: int
) -> None:
    root = copy_checkout(standing, tmp_path / "town")
    shutil.rmtree(root / ".cache")
    disk = mount(root / ("out" if place == "site" else ".cache"), "size=8m")
    site = root / ("out/site" if place == "site" else "site")
    town = Town(root)
    if place == "site":
        town.change("mkdocs.yml", lambda text: f"site_dir: out/site\n{text}")
    whole = Process(root)
    whole.go()
    assert whole.end()[0] == 0
    before = tree(site)
    # Every page is another one.
    town.change("mkdocs.yml", lambda text: text.replace("site_name: ", "site_name: 新"))
    filler = fill(disk, but=left)
    tried = Process(root)
    tried.go()
    code, said = tried.end()
    # A full cache need not stop a build; a full site must. Where MkDocs was writing it is MkDocs
    # that says so, in its own way.
    if place == "site" or code:
        assert code != 0, said
        assert "No space left" in said or "空间" in said, said
        assert differences(tree(site), before) == []
    filler.unlink()
    again = Process(root)
    again.go()
    code, said = again.end()
    assert code == 0, said
    clean = clean_build(tmp_path / "clean", sources(root))
    made = tmp_path / "clean" / site.relative_to(root)
    assert clean.published, clean.summary
    assert differences(tree(site), tree(made)) == []


def test_a_cache_that_cannot_be_written(standing: Path, tmp_path: Path, mount: Mount) -> None:
    root = copy_checkout(standing, tmp_path / "town")
    shutil.rmtree(root / ".cache")
    mount(root / ".cache", "size=8m,ro")
    before = tree(root / "site")
    edit(root)
    process = Process(root)
    process.go()
    code, said = process.end()
    if code:
        stopped_plainly(code, said)
        assert differences(tree(root / "site"), before) == []
    else:
        assert differences(tree(root / "site"), right(root, tmp_path / "clean", standing)) == []


@pytest.mark.parametrize("first", [True, False], ids=["first builds", "rebuilds"])
def test_two_builds_at_once(standing: Path, tmp_path: Path, first: bool) -> None:
    root = copy_checkout(standing, tmp_path / "town")
    for number in range(3):
        if first:
            shutil.rmtree(root / "site")
            shutil.rmtree(root / ".cache", ignore_errors=True)
        edit(root, f"第{number}次。")
        both = [Process(root), Process(root)]
        for process in both:
            process.go()
        ends = [process.end() for process in both]
        assert 0 in [code for code, _ in ends], ends
        for code, said in ends:
            if code:
                stopped_plainly(code, said)
                assert "site" in said or "构建" in said or "build" in said, said
        clean = tmp_path / f"clean{number}"
        assert differences(tree(root / "site"), right(root, clean, standing)) == []

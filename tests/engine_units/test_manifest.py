# SPDX-License-Identifier: MIT
"""A manifest is the one that was kept, or a new one; there is nothing between."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from linli.engine import manifest as manifests
from linli.engine.manifest import Manifest, remove

KEPT = {"lag": ["a", "b"], "桥": (1, None)}


@contextmanager
def opened(file: Path, program: str = "program") -> Iterator[Manifest]:
    manifest = Manifest(file, program)
    try:
        yield manifest
    finally:
        manifest.close()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A manifest that was kept."""
    path = tmp_path / "cache" / "manifest.db"
    with opened(path) as manifest:
        assert manifest.is_new
        for key, value in KEPT.items():
            manifest.put(key, value)
        manifest.finish()
    return path


def kept(manifest: Manifest) -> dict[str, object]:
    return {key: value for key in KEPT if (value := manifest.get(key)) is not None}


def test_what_was_kept_is_there_again(file: Path) -> None:
    with opened(file) as manifest:
        assert not manifest.is_new
        assert kept(manifest) == KEPT
        assert manifest.get("other") is None
        assert manifest.get("other", 3) == 3
    assert [path.name for path in file.parent.iterdir()] == ["manifest.db"]


def ask(*statements: str) -> Callable[[Path], None]:
    """What another hand has done to the database."""

    def change(file: Path) -> None:
        with closing(sqlite3.connect(file)) as connection:
            for statement in statements:
                connection.execute(statement)
            connection.commit()

    return change


def cut(share: float) -> Callable[[Path], object]:
    return lambda file: file.write_bytes(file.read_bytes()[: int(file.stat().st_size * share)])


def folder(file: Path) -> None:
    file.unlink()
    file.mkdir()
    (file / "letter").touch()


DAMAGE: dict[str, Callable[[Path], object]] = {
    "lost": lambda file: file.unlink(),
    "empty": lambda file: file.write_bytes(b""),
    "no database": lambda file: file.write_bytes(b"x" * 8192),
    "cut off in its head": cut(0.001),
    "cut in half": cut(0.5),
    "cut off at its end": cut(0.99),
    "of another version": ask(f"PRAGMA user_version = {manifests.VERSION + 1}"),
    "with a table less": ask("DROP TABLE body"),
    "with a table more": ask("CREATE TABLE more (a)"),
    "with other columns": ask("ALTER TABLE row ADD COLUMN more"),
    "with an index less": ask("DROP INDEX page_by_job"),
    "with half a word": ask("UPDATE meta SET value = x'80' WHERE key = 'program'"),
    "a folder": folder,
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_one_that_is_not_its_own_is_thrown_away(
    file: Path, damage: Callable[[Path], object]
) -> None:
    damage(file)
    with opened(file) as manifest:
        assert manifest.is_new
        assert kept(manifest) == {}
        manifest.put("lag", 1)
        manifest.finish()
    with opened(file) as manifest:
        assert not manifest.is_new
        assert kept(manifest) == {"lag": 1}


def test_one_of_another_program_is_thrown_away(file: Path) -> None:
    with opened(file, "another program") as manifest:
        assert manifest.is_new
        assert kept(manifest) == {}


def test_what_was_not_finished_is_forgotten(file: Path) -> None:
    with opened(file) as manifest:
        manifest.put("lag", ["c"])
    with opened(file) as manifest:
        assert kept(manifest) == KEPT


def test_a_new_one_that_was_not_finished_is_thrown_away(tmp_path: Path) -> None:
    file = tmp_path / "manifest.db"
    with opened(file) as manifest:
        manifest.put("lag", ["c"])
        manifest.connection.commit()
    with opened(file) as manifest:
        assert manifest.is_new


def test_one_that_was_shared_and_not_finished_is_thrown_away(file: Path) -> None:
    with opened(file) as manifest:
        manifest.put("lag", ["c"])
        manifest.share()
    with opened(file) as manifest:
        assert manifest.is_new
        assert kept(manifest) == {}


def test_one_that_was_shared_and_finished_is_kept(file: Path) -> None:
    with opened(file) as manifest:
        manifest.share()
        manifest.put("lag", ["c"])
        manifest.finish()
    with opened(file) as manifest:
        assert not manifest.is_new
        assert kept(manifest) == KEPT | {"lag": ["c"]}


def test_another_process_sees_what_was_shared_and_cannot_write(file: Path) -> None:
    with opened(file) as manifest:
        manifest.put("lag", ["c"])
        manifest.share()
        with closing(manifests.connect(file, read_only=True)) as other:
            assert other.execute("SELECT count(*) FROM meta WHERE key = 'lag'").fetchone() == (1,)
            with pytest.raises(sqlite3.OperationalError, match="readonly"):
                other.execute("DELETE FROM meta")
        manifest.finish()


def test_removing_takes_what_lies_beside_it_too(tmp_path: Path) -> None:
    file = tmp_path / "manifest.db"
    for suffix in ("", "-wal", "-journal"):
        Path(f"{file}{suffix}").touch()
    Path(f"{file}-shm").mkdir()
    (tmp_path / "manifest.txt").touch()
    remove(file)
    remove(file)
    assert [path.name for path in tmp_path.iterdir()] == ["manifest.txt"]

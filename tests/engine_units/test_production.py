# SPDX-License-Identifier: MIT
"""The engine as the command runs it: in a process with no other thread, so that it may fork.

The suite's own processes run threads, and there everything is done by one.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from builds import Process, tree
from sites import write_site
from town import TOWN

pytestmark = pytest.mark.site


def build(root: Path) -> tuple[int, str]:
    process = Process(root)
    process.go()
    code, said = process.end()
    return code, said


def spoil(manifest: Path, table: str) -> None:
    """Make one table of a database unreadable; the others stay as they are."""
    with closing(sqlite3.connect(manifest)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
        query = "SELECT rootpage FROM sqlite_schema WHERE name = ?"
        ((page,),) = connection.execute(query, (table,)).fetchall()
        ((size,),) = connection.execute("PRAGMA page_size").fetchall()
    data = bytearray(manifest.read_bytes())
    data[(page - 1) * size : page * size] = b"\xff" * size
    manifest.write_bytes(data)


@pytest.mark.parametrize("table", ["page", "piece", "body", "standing", "file"])
def test_a_manifest_with_a_spoilt_table_is_thrown_away(tmp_path: Path, table: str) -> None:
    root = write_site(tmp_path, TOWN)
    assert build(root) == (0, "")
    good = tree(root / "site")
    assert good is not None
    report = root / "content/reports/2026/bridge.md"
    words = report.read_text(encoding="utf-8")
    spoil(root / ".cache/linli/build/manifest.db", table)
    report.write_text(words.replace("走得稳当", "走得很稳"), encoding="utf-8")
    assert build(root) == (0, "")
    assert tree(root / "site") != good
    report.write_text(words, encoding="utf-8")
    assert build(root) == (0, "")
    assert tree(root / "site") == good


@pytest.mark.parametrize("table", ["piece", "body"])
def test_a_table_may_be_spoilt_that_only_the_workers_read(tmp_path: Path, table: str) -> None:
    letters = "".join(
        f"-- content/reports/2026/letter-{number}.md --\n---\ntitle: 街坊来信第{number}封\n"
        f"date: 2026-10-{number % 28 + 1:02}\ncategory: news\nbylines: [本报记者 李玥林]\n---\n"
        f"街坊第{number}次来信。\n"
        for number in range(80)
    )
    root = write_site(tmp_path, TOWN + letters)
    assert build(root) == (0, "")
    config = root / "mkdocs.yml"
    config.write_text(config.read_text(encoding="utf-8").replace("邻里", "邻里报"))
    spoil(root / ".cache/linli/build/manifest.db", table)
    assert build(root) == (0, "")
    standing = tree(root / "site")
    (root / ".cache/linli/build/manifest.db").unlink()
    assert build(root) == (0, "")
    assert tree(root / "site") == standing

# SPDX-License-Identifier: MIT
"""What is left to a later moment is made then, and the site is what a clean build makes."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from search import Index, files_of
from sites import NOW, Built, build, write_site
from town import TOWN

from linli.plugins.articles import ArticlesPlugin
from linli.plugins.later import Later

pytestmark = pytest.mark.site

BRIDGE = "content/reports/2026/bridge.md"


@pytest.fixture
def left(monkeypatch: pytest.MonkeyPatch) -> list[Callable[[], None]]:
    """What builds leave to a later moment, in their order; nobody does it by himself."""
    work: list[Callable[[], None]] = []
    monkeypatch.setattr(Later, "begin", lambda self, one: work.append(one))
    begin = ArticlesPlugin.on_startup

    def as_if_somebody_waited(plugin: ArticlesPlugin, *, command: str, dirty: bool) -> None:
        begin(plugin, command=command, dirty=dirty)
        plugin._answering = True

    monkeypatch.setattr(ArticlesPlugin, "on_startup", as_if_somebody_waited)
    return work


def edit(root: Path, old: str, new: str) -> None:
    file = root / BRIDGE
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def found(built: Built, words: str) -> list[str]:
    return [hit.url for hit in Index(files_of(built.files)).ask(words)]


def clean(root: Path, elsewhere: Path) -> dict[str, bytes]:
    shutil.copytree(root / "content", elsewhere / "content")
    shutil.copy(root / "mkdocs.yml", elsewhere)
    return build(elsewhere, NOW).files


def test_a_first_build_leaves_nothing(tmp_path: Path, left: list[Callable[[], None]]) -> None:
    built = build(write_site(tmp_path, TOWN), NOW)
    assert not left
    assert found(built, "走得稳当") == ["reports/2026/bridge/"]


def test_a_page_comes_first_and_the_search_follows(
    tmp_path: Path, left: list[Callable[[], None]]
) -> None:
    root = write_site(tmp_path / "a", TOWN)
    built = build(root, NOW)
    edit(root, "走得稳当", "走得放心")
    build(root, NOW)
    assert "走得放心" in built.text("reports/2026/bridge/")
    assert not found(built, "走得放心")
    # Another edit before anything was made up for.
    edit(root, "走得放心", "走得安心")
    build(root, NOW)
    left.pop()()
    (tmp_path / "b").mkdir()
    assert found(built, "走得安心") == ["reports/2026/bridge/"]
    assert built.files == clean(root, tmp_path / "b")


def test_what_has_changed_meanwhile_is_left_to_the_next_build(
    tmp_path: Path, left: list[Callable[[], None]]
) -> None:
    root = write_site(tmp_path, TOWN)
    built = build(root, NOW)
    edit(root, "走得稳当", "走得放心")
    build(root, NOW)
    standing = built.files
    edit(root, "走得放心", "走得安心")
    left.pop()()
    assert built.files == standing
    build(root, NOW)
    left.pop()()
    assert found(built, "走得安心") == ["reports/2026/bridge/"]


def test_what_was_put_off_is_made_by_a_build_that_puts_nothing_off(
    tmp_path: Path, left: list[Callable[[], None]], monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write_site(tmp_path, TOWN)
    built = build(root, NOW)
    edit(root, "走得稳当", "走得放心")
    build(root, NOW)
    monkeypatch.undo()
    build(root, NOW)
    assert found(built, "走得放心") == ["reports/2026/bridge/"]


def test_only_the_last_of_what_was_left_is_done() -> None:
    done: list[str] = []
    last = threading.Event()
    later = Later(0.01)
    later.begin(lambda: done.append("first"))
    later.begin(last.set)
    assert last.wait(10)
    later.cancel()
    assert done in ([], ["first"])


def test_what_is_cancelled_is_not_done() -> None:
    done: list[str] = []
    later = Later(60)
    later.begin(lambda: done.append("done"))
    later.cancel()
    assert done == []

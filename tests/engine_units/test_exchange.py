# SPDX-License-Identifier: MIT
"""Two folders change places, or nothing happens at all."""

from __future__ import annotations

import importlib
from pathlib import Path
from types import SimpleNamespace

import pytest

from linli.engine.exchange import exchange


@pytest.fixture
def two(tmp_path: Path) -> tuple[Path, Path]:
    """Two folders, the name of each in a file inside it."""
    for name in ("site", "邻里 next"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "name").write_text(name, encoding="utf-8")
    return tmp_path / "site", tmp_path / "邻里 next"


def names(two: tuple[Path, Path]) -> list[str]:
    return [(folder / "name").read_text(encoding="utf-8") for folder in two]


def test_two_folders_change_places(two: tuple[Path, Path]) -> None:
    before = names(two)
    if exchange(*two):
        assert names(two) == before[::-1]
        assert exchange(*two)
    assert names(two) == before


def test_with_one_that_is_not_there_nothing_happens(two: tuple[Path, Path]) -> None:
    assert not exchange(two[0], two[0].with_name("nowhere"))
    assert not exchange(two[0].with_name("nowhere"), two[1])
    assert names(two) == ["site", "邻里 next"]


def test_another_system_says_that_it_cannot(
    two: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    module = importlib.import_module("linli.engine.exchange")
    monkeypatch.setattr(module, "sys", SimpleNamespace(platform="darwin"))
    assert not exchange(*two)
    assert names(two) == ["site", "邻里 next"]

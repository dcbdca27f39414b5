# SPDX-License-Identifier: MIT
"""Photos are developed before texts ask for them, by all hands, and somebody is told."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PIL import Image

from linli.engine import workers
from linli.engine.manifest import Manifest
from linli.engine.progress import Silent
from linli.engine.shelves import Shelves
from linli.engine.stocktaking import Order, Stocktaking
from linli.newsroom.portal import Clock, Portal
from linli.photos.darkroom import Darkroom
from linli.photos.settings import PhotoSettings

ZONE = ZoneInfo("Asia/Shanghai")
SIZES = (8, 64, 16, 32)


class Teller(Silent):
    def __init__(self) -> None:
        self.said: list[tuple[int, int]] = []

    def developed(self, done: int, total: int) -> None:
        self.said.append((done, total))


def take(root: Path, progress: Teller) -> list[str]:
    """Bring a manifest up to date; gives the keys of the photos that it knows then."""
    manifest = Manifest(root / "manifest.db", "")
    shelves = Shelves(manifest, ZONE)
    darkroom = Darkroom(root / "content", root / "photos", PhotoSettings((16, 32)))
    clock = Clock(datetime(2026, 11, 25, 12, tzinfo=ZONE))
    order = Order(root / "content", Portal(name="邻里"), clock, darkroom, lambda stands: {})
    Stocktaking(order, manifest, shelves, progress).take()
    keys = [key for (key,) in manifest.connection.execute("SELECT key FROM photo ORDER BY path")]
    manifest.finish()
    manifest.connection.close()
    return keys


@pytest.mark.parametrize("hands", [1, 2])
def test_each_photo_is_told_of_once_and_none_of_them_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, hands: int
) -> None:
    monkeypatch.setattr(workers, "hands", lambda: hands)
    (tmp_path / "content").mkdir()
    for size in SIZES:
        Image.new("RGB", (size, size), (size, 90, 90)).save(tmp_path / f"content/p{size}.jpg")
    (tmp_path / "content/broken.jpg").write_bytes(b"no picture")
    first = Teller()
    keys = take(tmp_path, first)
    assert first.said == [(done, 5) for done in (1, 2, 3, 4, 5)]
    assert len(set(keys)) == len(SIZES)
    assert {file.name[:20] for file in (tmp_path / "photos").iterdir()} == set(keys)
    second = Teller()
    assert take(tmp_path, second) == keys
    assert second.said == []


def test_the_largest_photos_are_begun_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "hands", lambda: 1)
    asked: list[str] = []
    photo = Darkroom.photo

    def noted(self: Darkroom, path: str) -> object:
        asked.append(path)
        return photo(self, path)

    monkeypatch.setattr(Darkroom, "photo", noted)
    (tmp_path / "content").mkdir()
    for size in SIZES:
        picture = Image.effect_noise((4 * size, 4 * size), 90)
        picture.save(tmp_path / f"content/p{size}.jpg")
    take(tmp_path, Teller())
    assert asked == ["p64.jpg", "p32.jpg", "p16.jpg", "p8.jpg"]

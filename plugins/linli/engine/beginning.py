# SPDX-License-Identifier: MIT
"""A new piece written into the content folder, with its pictures, and never over another."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

from linli.engine.new_files import write_new
from linli.engine.settings import Settings
from linli.newsroom.photos import Photo, PhotoFault
from linli.photos.darkroom import Darkroom
from linli.photos.settings import LOOKED_THROUGH


def is_free(content: Path, path: str) -> bool:
    """Whether nothing lies at a path, in whatever letters: Windows tells no case apart."""
    target = content / path
    if target.exists() or target.is_symlink():
        return False
    if not target.parent.is_dir():
        return True
    return all(one.name.casefold() != target.name.casefold() for one in target.parent.iterdir())


def look_at(file: Path, settings: Settings) -> Photo | PhotoFault | None:
    """A picture that lies anywhere; None where it is no picture."""
    darkroom = Darkroom(file.resolve().parent, settings.cache / "photos", LOOKED_THROUGH)
    return darkroom.photo(file.name)


def write_piece(content: Path, path: str, text: str, pictures: Mapping[str, Path]) -> bool:
    """Write a piece and copy its pictures beside it; False, and nothing written, where something
    lies there."""
    target = content / path
    target.parent.mkdir(parents=True, exist_ok=True)
    if any((target.parent / name).exists() for name in (target.name, *pictures)):
        return False
    for name, file in pictures.items():
        shutil.copyfile(file, target.parent / name)
    return write_new(target, text.encode())

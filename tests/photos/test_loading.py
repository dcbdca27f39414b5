# SPDX-License-Identifier: MIT
"""A build of one edit does not wait for Pillow."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from PIL import Image

from linli.newsroom.photos import Photo
from linli.photos.darkroom import Darkroom

ASK = """
import sys
from pathlib import Path
from linli.photos.darkroom import Darkroom
from linli.photos.settings import PhotoSettings

darkroom = Darkroom(Path(sys.argv[1]), Path(sys.argv[2]), PhotoSettings((16, 32, 64)))
photo = darkroom.photo("lamp.jpg")
print(len(photo.renditions), "PIL.Image" in sys.modules, "defusedxml" in sys.modules)
"""


def test_what_lies_in_the_cache_needs_no_pillow(
    content: Path,
    darkroom: Callable[..., Darkroom],
    scene: Callable[..., Image.Image],
    tmp_path: Path,
) -> None:
    scene().save(content / "lamp.jpg")
    assert isinstance(darkroom().photo("lamp.jpg"), Photo)
    asked = subprocess.run(
        [sys.executable, "-c", ASK, content, tmp_path / "cache"],
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    assert asked.stdout == "8 False False\n"

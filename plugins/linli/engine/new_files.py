# SPDX-License-Identifier: MIT
"""Files that are begun: none that lies there already is ever written over."""

from __future__ import annotations

from pathlib import Path


def write_new(target: Path, data: bytes) -> bool:
    """Write a file where nothing lies; False, and nothing written, where something does."""
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        with target.open("xb") as stream:
            stream.write(data)
    except FileExistsError:
        return False
    return True

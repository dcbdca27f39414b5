# SPDX-License-Identifier: MIT
"""What nobody asks for any more leaves the darkroom's cache."""

from __future__ import annotations

import os
import re
from collections.abc import Collection
from pathlib import Path

_GRACE = 14 * 24 * 3600
"""Seconds that an unused file stays: a change may be taken back, another branch may need it."""
_KEY = re.compile(r"[0-9a-f]+")


def sweep(cache: Path, used: Collection[str], now: float) -> int:
    """Remove the files of photos whose key is not in use, and what a killed build left half
    written; gives how many. `now` is in seconds since 1970, as the times of files are."""
    try:
        entries = list(os.scandir(cache))
    except FileNotFoundError:
        return 0
    removed = 0
    for entry in entries:
        key = _KEY.match(entry.name)
        if key is not None and key[0] in used:
            continue
        if entry.is_file(follow_symlinks=False) and entry.stat().st_mtime < now - _GRACE:
            Path(entry.path).unlink(missing_ok=True)
            removed += 1
    return removed

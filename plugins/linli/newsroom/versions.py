# SPDX-License-Identifier: MIT
"""Earlier versions of an announcement, kept as they were beside the one that stands.

`N-2026-0001.md` has its first version in `N-2026-0001.v1.md`, and `N-2026-0001/index.md` in
`N-2026-0001/v1.md`. A version is no piece: it stands in no row and is public while its piece is.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

MOST = 999
"""Versions that one announcement may have."""
_INSIDE = re.compile(r"((?:notices|lost)/[^/]+/[^/]+/)v([1-9]\d{0,2})\.md")
_BESIDE = re.compile(r"((?:notices|lost)/.+)\.v([1-9]\d{0,2})\.md")


class VersionPath(NamedTuple):
    """What the path of an earlier version says."""

    main: str
    """The file of the announcement itself."""
    number: int


@lru_cache(4096)
def version_of(path: str) -> VersionPath | None:
    """Of which announcement a file is an earlier version; None for what is none."""
    if match := _INSIDE.fullmatch(path):
        return VersionPath(f"{match[1]}index.md", int(match[2]))
    if match := _BESIDE.fullmatch(path):
        return VersionPath(f"{match[1]}.md", int(match[2]))
    return None


def path_of_version(main: str, number: int) -> str:
    """Where an earlier version of the announcement of a file is kept."""
    if main.endswith("/index.md"):
        return f"{main.removesuffix('index.md')}v{number}.md"
    return f"{main.removesuffix('.md')}.v{number}.md"


def main_of(path: str) -> str:
    """The file of the announcement that a file belongs to."""
    version = version_of(path)
    return version.main if version else path

# SPDX-License-Identifier: MIT
"""Whether the published site is as it was published, or somebody has changed it by hand."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from linli.engine.manifest import connect
from linli.engine.site_folder import Print, SiteFolder
from linli.engine.workers import hands, in_background


@dataclass(frozen=True, slots=True)
class Inspection:
    """What was found."""

    files: int = 0
    """Files that were published."""
    differing: frozenset[str] = frozenset()
    """Those of them that are gone or are other than they were."""
    strays: bool = False
    """Whether anything lies there besides."""
    next_strays: bool = False
    """The same of the tree in which the next site is to be made."""

    @property
    def by_hand(self) -> bool:
        return bool(self.differing) or self.strays

    @property
    def is_empty(self) -> bool:
        """Whether nothing that was published is left."""
        return len(self.differing) == self.files


def begin_inspection(manifest: Path, site: SiteFolder) -> Callable[[], Inspection]:
    """Begin to inspect a site in other processes, and give what waits for the result."""
    count = hands()
    shares = [
        in_background(lambda number=number: inspect(manifest, site, number, count))  # type: ignore[misc]
        for number in range(count)
    ]
    return lambda: _together([share() for share in shares])


def _together(shares: list[Inspection]) -> Inspection:
    return Inspection(
        sum(share.files for share in shares),
        frozenset(path for share in shares for path in share.differing),
        any(share.strays for share in shares),
        any(share.next_strays for share in shares),
    )


def inspect(manifest: Path, site: SiteFolder, number: int = 0, count: int = 1) -> Inspection:
    """Compare the site with the manifest, by the sizes and times of files and folders.

    Of `count` shares, the one of a `number`.
    """
    connection = connect(manifest, read_only=True)
    try:
        rows = connection.execute("SELECT path, size, mtime FROM page").fetchall()
    except sqlite3.OperationalError:
        # A manifest that was only begun.
        rows = []
    finally:
        connection.close()
    rows = rows[number::count]
    differing, folders = site.differing(Print(*row) for row in rows)
    strays = bool(rows) and not site.is_untouched(site.site, folders)
    next_strays = bool(rows) and not site.is_untouched(site.next, folders)
    return Inspection(len(rows), frozenset(differing), strays, next_strays)

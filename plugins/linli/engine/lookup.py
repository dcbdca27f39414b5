# SPDX-License-Identifier: MIT
"""The announcements as the look-up knows them, kept in the manifest from build to build."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from linli.engine.manifest import Manifest
from linli.newsroom.lookup import Record

Kept = tuple[str, str]
"""A day and a line."""


class LookupRecords:
    """One build's view of them."""

    def __init__(
        self, manifest: Manifest, before: Mapping[str, Kept | None], published: Path
    ) -> None:
        """`before` holds what was known of those that are known otherwise now; `published` is the
        site as it was last made."""
        self._manifest = manifest
        self._before = before
        self._published = published

    def __iter__(self) -> Iterator[Record]:
        return self._read("SELECT day, line FROM lookup ORDER BY day, path")

    def days(self) -> Iterator[tuple[date, list[str]]]:
        rows = self._manifest.connection.execute("SELECT day, line FROM lookup ORDER BY day")
        for day, group in groupby(rows, key=itemgetter(0)):
            yield date.fromisoformat(day), [line for _, line in group]

    def lines_of(self, day: date) -> list[str]:
        query = "SELECT line FROM lookup WHERE day = ?"
        rows = self._manifest.connection.execute(query, (day.isoformat(),))
        return [line for (line,) in rows]

    def gone(self) -> Iterator[Record]:
        return (_record(kept) for _, kept in sorted(self._before.items()) if kept is not None)

    def come(self) -> Iterator[Record]:
        for path in sorted(self._before):
            yield from self._read("SELECT day, line FROM lookup WHERE path = ?", path)

    @property
    def changes(self) -> int:
        return len(self._before)

    def published(self, path: str) -> bytes | None:
        try:
            return (self._published / path).read_bytes()
        except FileNotFoundError:
            return None

    def _read(self, query: str, *arguments: str) -> Iterator[Record]:
        return map(_record, self._manifest.connection.execute(query, arguments))


def _record(kept: Kept) -> Record:
    day, line = kept
    return Record.of_line(date.fromisoformat(day), line)

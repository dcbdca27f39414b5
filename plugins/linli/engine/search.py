# SPDX-License-Identifier: MIT
"""The pieces that the search finds, kept in the manifest from build to build."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from hashlib import blake2b
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from linli.engine.manifest import Manifest
from linli.pages.paper import SearchMonth


class SearchRecords:
    """One build's view of them."""

    def __init__(self, manifest: Manifest, published: Path) -> None:
        """`published` is the site as it was last made."""
        self._manifest = manifest
        self._published = published

    def names(self) -> list[str]:
        query = "SELECT DISTINCT month FROM search ORDER BY month DESC"
        return [month for (month,) in self._manifest.connection.execute(query)]

    def months(self) -> list[SearchMonth]:
        return self._months

    @cached_property
    def _months(self) -> list[SearchMonth]:
        rows = self._manifest.connection.execute(
            "SELECT month, digest FROM search ORDER BY month DESC, rank, path"
        )
        return [
            _month(month, [digest for _, digest in group])
            for month, group in groupby(rows, itemgetter(0))
        ]

    def documents(self, month: str) -> Iterator[tuple[str, str]]:
        query = "SELECT line, filters FROM search WHERE month = ? ORDER BY rank, path"
        return iter(self._manifest.connection.execute(query, (month,)))

    def made_by(self, job: str) -> list[str]:
        query = "SELECT path FROM page WHERE job = ? AND job <> '' ORDER BY path"
        return [path for (path,) in self._manifest.connection.execute(query, (job,))]

    def published(self, path: str) -> bytes | None:
        try:
            return (self._published / path).read_bytes()
        except FileNotFoundError:
            return None


def _month(name: str, digests: list[int]) -> SearchMonth:
    text = " ".join(map(str, digests)).encode()
    return SearchMonth(name, len(digests), blake2b(text, digest_size=4).hexdigest())

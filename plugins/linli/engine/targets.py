# SPDX-License-Identifier: MIT
"""What a link or a picture in a text may lead to, asked of the manifest one path at a time."""

from __future__ import annotations

import sqlite3
from collections.abc import Container, Iterable, Iterator, Mapping

from linli.engine.manifest import Manifest
from linli.newsroom.addresses import Addresses
from linli.newsroom.versions import main_of


class Known(Mapping[str, str]):
    """URLs of everything a text may link to, by its path in the content folder."""

    def __init__(self, manifest: Manifest, addresses: Addresses) -> None:
        self._manifest = manifest
        self.generated: Mapping[str, str] = {}
        """Pages that the site makes by itself."""
        self._addresses = addresses
        self._sorts: dict[str, str] | None = None

    @property
    def connection(self) -> sqlite3.Connection:
        return self._manifest.connection

    def learn(self) -> None:
        """Know every file by heart: while a new manifest is being filled nobody can ask it."""
        self._sorts = dict(self.connection.execute("SELECT path, sort FROM file").fetchall())

    def forget(self) -> None:
        """Ask the manifest again."""
        self._sorts = None

    @property
    def is_by_heart(self) -> bool:
        return self._sorts is not None

    def sort(self, path: str) -> str | None:
        """What sort of file the content folder holds at a path; None where there is none."""
        if self._sorts is not None:
            return self._sorts.get(path)
        found = self.connection.execute("SELECT sort FROM file WHERE path = ?", (path,)).fetchone()
        return found[0] if found else self._sort_in_batch(path)

    def _sort_in_batch(self, path: str) -> str | None:
        """An announcement among many has no file of its own, and is a text all the same."""
        found = self.connection.execute(
            "SELECT 1 FROM piece WHERE path = ? AND batch <> ''", (path,)
        ).fetchone()
        return "text" if found else None

    def is_hidden(self, path: str) -> bool:
        """Whether it is a piece that is not public, or an earlier version of one."""
        if self._sorts is not None:
            return False
        found = self.connection.execute(
            "SELECT 1 FROM piece WHERE path = ? AND hidden AND NOT public", (main_of(path),)
        )
        return found.fetchone() is not None

    def texts(self) -> list[str]:
        if self._sorts is not None:
            return [path for path, sort in self._sorts.items() if sort == "text"]
        rows = self.connection.execute(
            "SELECT path FROM file WHERE sort = 'text'"
            " UNION SELECT path FROM piece WHERE batch <> ''"
        ).fetchall()
        return [path for (path,) in rows]

    def count_texts(self) -> int:
        query = "SELECT count(*) FROM file WHERE sort IN ('text', 'batch')"
        ((count,),) = self.connection.execute(query).fetchall()
        return int(count)

    def attachments(self) -> dict[str, bytes]:
        """What is published as it is, with the digest of its bytes."""
        return dict(
            self.connection.execute(
                "SELECT path, digest FROM file WHERE sort = 'attachment' ORDER BY path"
            ).fetchall()
        )

    def pictures(self) -> list[str]:
        rows = self.connection.execute(
            "SELECT path FROM file WHERE sort = 'picture' ORDER BY path"
        ).fetchall()
        return [path for (path,) in rows]

    def __getitem__(self, path: str) -> str:
        sort = self.sort(path)
        if sort == "text":
            return self._addresses.of_source(path)
        if sort == "attachment":
            return path
        return self.generated[path]

    def __iter__(self) -> Iterator[str]:
        yield from self.texts()
        yield from self.attachments()
        yield from self.generated

    def __len__(self) -> int:
        return sum(1 for _ in self)


class Hidden(Container[str]):
    """The pieces that are drafts or embargoed."""

    def __init__(self, known: Known) -> None:
        self._known = known

    def __contains__(self, path: object) -> bool:
        return self._known.is_hidden(str(path))


class Pictures(Iterable[str]):
    """Every picture there is."""

    def __init__(self, known: Known) -> None:
        self._known = known

    def __iter__(self) -> Iterator[str]:
        return iter(self._known.pictures())

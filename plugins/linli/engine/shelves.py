# SPDX-License-Identifier: MIT
"""The pieces of the manifest, read only as far as they are asked for.

Answers the questions of `newsroom.rows.Rows` and `pages.paper.Shelves` by SQL, so that a page
that shows twenty pieces costs twenty pieces, however many there are.
"""

from __future__ import annotations

import pickle
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import lru_cache
from typing import Any, cast, overload
from zoneinfo import ZoneInfo

from markupsafe import Markup

from linli.engine.manifest import Manifest
from linli.engine.packing import unpack
from linli.newsroom.announcements import Announcement
from linli.newsroom.articles import Article
from linli.newsroom.manuscripts import Manuscript
from linli.newsroom.printed import PrintedIssue, row_of_printed
from linli.newsroom.rows import rank_by_date
from linli.newsroom.versions import version_of
from linli.pages.views import Entry, Item
from linli.reading.markup.typesetter import Body

_KEPT = 2048
"""Pieces, texts and items that are kept once they were read; most are asked for several times."""
_CHUNK = 32
_FAR = 200
"""Places into a row from which it is read as a whole."""


class Shelves:
    """One process's view of the manifest."""

    def __init__(self, manifest: Manifest, zone: ZoneInfo) -> None:
        self.manifest = manifest
        self._zone = zone
        self.forget()

    def forget(self) -> None:
        """Read anew whatever is asked for next."""
        self._sizes: dict[str, tuple[int, int]] | None = None
        self._piece = lru_cache(_KEPT)(self._read_piece)
        self._item = lru_cache(_KEPT)(self._read_item)
        self.body_of = lru_cache(_KEPT)(self._read_body)
        self._whole_row = lru_cache(1)(self._read_row)

    @property
    def connection(self) -> sqlite3.Connection:
        return self.manifest.connection

    def _all(self, query: str, *arguments: object) -> list[tuple[Any, ...]]:
        return self.connection.execute(query, arguments).fetchall()

    # Rows

    @property
    def _rows(self) -> dict[str, tuple[int, int]]:
        """Number and size of every row that is not empty."""
        if self._sizes is None:
            self._sizes = {
                name: (id, size)
                for name, id, size in self._all("SELECT name, id, size FROM row WHERE size > 0")
            }
        return self._sizes

    def id_of(self, row: str) -> int:
        return self._rows.get(row, (-1, 0))[0]

    def size(self, row: str) -> int:
        return self._rows.get(row, (-1, 0))[1]

    def names(self, prefix: str) -> Sequence[str]:
        return sorted(name.removeprefix(prefix) for name in self._rows if name.startswith(prefix))

    def stands(self, row: str) -> bool:
        """Whether a row, or any whose name begins with one that ends in `/`, is not empty."""
        if row.endswith("/"):
            return any(name.startswith(row) for name in self._rows)
        return row in self._rows

    def row(self, name: str) -> Sequence[Article]:
        return Row(self, name)

    def paths(self, row: str, start: int = 0, stop: int | None = None) -> list[str]:
        """The files of the pieces of a row, from one place up to another."""
        return [path for _, path in self._places(row, start, stop)]

    def _places(self, row: str, start: int, stop: int | None) -> list[tuple[int, str]]:
        """Ranks and files of a row."""
        if start > _FAR:
            # To count one's way into a long row for each of its pages takes the square of it.
            return self._whole_row(row)[start:stop]
        count = -1 if stop is None else max(0, stop - start)
        return self._all(
            "SELECT rank, path FROM standing WHERE row = ? ORDER BY rank, path LIMIT ? OFFSET ?",
            *(self.id_of(row), count, start),
        )

    def last(self, row: str) -> Article:
        """The oldest piece of a row, without a look at the others. Raises IndexError."""
        for (path,) in self._all(
            "SELECT path FROM standing WHERE row = ? ORDER BY rank DESC, path DESC LIMIT 1",
            self.id_of(row),
        ):
            piece = self.piece(path)
            assert piece is not None, "what stands in a row is public"
            return piece
        raise IndexError(row)

    def _read_row(self, row: str) -> list[tuple[int, str]]:
        return self._all(
            "SELECT rank, path FROM standing WHERE row = ? ORDER BY rank, path", self.id_of(row)
        )

    def around(self, name: str, article: Article) -> tuple[str | None, str | None]:
        older, newer = self.window(name, article, 1, 1)
        return next(iter(older), None), next(iter(newer), None)

    def window(
        self, name: str, article: Article, older: int, newer: int
    ) -> tuple[Sequence[str], Sequence[str]]:
        place = (self.id_of(name), rank_by_date(article), article.src_uri)
        behind = self._all(
            "SELECT path FROM standing WHERE row = ? AND (rank, path) > (?, ?)"
            " ORDER BY rank, path LIMIT ?",
            *(*place, older),
        )
        before = self._all(
            "SELECT path FROM standing WHERE row = ? AND (rank, path) < (?, ?)"
            " ORDER BY rank DESC, path DESC LIMIT ?",
            *(*place, newer),
        )
        return [path for (path,) in behind], [path for (path,) in before]

    # Items

    def items(self, row: str, start: int = 0, stop: int | None = None) -> tuple[Item, ...]:
        return tuple(self._item(path) for path in self.paths(row, start, stop))

    def entries(self, row: str, start: int, stop: int) -> tuple[Entry, ...]:
        return tuple(
            Entry(datetime.fromtimestamp(-rank, self._zone), self._entry(path))
            for rank, path in self._places(row, start, stop)
        )

    def _entry(self, path: str) -> Markup:
        ((html,),) = self._all("SELECT entry FROM piece WHERE path = ?", path)
        return Markup(html)

    def item(self, path: str) -> Item:
        return self._item(path)

    def _read_item(self, path: str) -> Item:
        ((item,),) = self._all("SELECT item FROM piece WHERE path = ?", path)
        return cast(Item, pickle.loads(item))

    def digests(self, row: str) -> tuple[str, ...]:
        return tuple(
            f"{digest:x}"
            for (digest,) in self.connection.execute(
                "SELECT digest FROM standing WHERE row = ? ORDER BY rank, path",
                (self.id_of(row),),
            )
        )

    def modified(self, row: str, stop: int) -> datetime | None:
        ((latest,),) = self._all(
            "SELECT max(modified) FROM piece WHERE path IN"
            " (SELECT path FROM standing WHERE row = ? ORDER BY rank, path LIMIT ?)",
            *(self.id_of(row), stop),
        )
        return None if latest is None else datetime.fromtimestamp(latest, self._zone)

    # Open data

    def record(self, path: str) -> tuple[str, str]:
        """A public announcement as a line of JSON and as a row of a table."""
        ((line, row),) = self._all("SELECT json, row FROM record WHERE path = ?", path)
        return line, row

    def records(self, row: str) -> Iterator[tuple[str, str]]:
        """The same of all announcements of a row, the oldest first; of one instant as files lie."""
        found = self._all(
            "SELECT rank, json, record.row FROM standing JOIN record USING (path)"
            " WHERE standing.row = ? ORDER BY rank, path",
            self.id_of(row),
        )
        # Sorted here: to turn the row around SQLite would carry all its texts into a table.
        found.sort(key=lambda one: -one[0])
        return ((line, row) for _, line, row in found)

    def record_sizes(self, row: str) -> tuple[int, int]:
        """Bytes of all lines and of all rows of the announcements of a year."""
        for sizes in self._all("SELECT json_size, row_size FROM row WHERE name = ?", row):
            return cast(tuple[int, int], sizes)
        return 0, 0

    # Pieces

    def piece(self, path: str) -> Article | None:
        value = self._piece(path)
        return value if isinstance(value, Article) else None

    def announcement(self, id: str) -> Announcement | None:
        for (path,) in self._all("SELECT path FROM piece WHERE id = ? AND id <> '' AND public", id):
            return cast(Announcement, self._piece(path))
        return None

    def with_id(self, id: str) -> set[str]:
        """The files of the announcements that bear an id: one, where nothing is wrong."""
        found = self._all("SELECT path FROM piece WHERE id = ? AND id <> ''", id)
        return {path for (path,) in found}

    def _read_piece(self, path: str) -> Manuscript | None:
        found = self._all("SELECT value FROM piece WHERE path = ? AND public", path)
        return unpack(found[0][0]) if found else None

    def _read_body(self, path: str) -> Body | None:
        found = self._all("SELECT body FROM body WHERE path = ?", path)
        return cast(Body, pickle.loads(found[0][0])) if found else None

    def manuscript(self, path: str) -> Manuscript | None:
        """What a file says, public or not, with the lines of its keys; None for one not read."""
        for value, lines in self._all("SELECT value, lines FROM piece WHERE path = ?", path):
            return None if value is None else unpack(value, lines)
        return None

    def printed(self, day: date) -> tuple[PrintedIssue, Body] | None:
        """The file of a day's printed issue, with the pictures of its pages."""
        for path in self.paths(row_of_printed(day)):
            value, body = self.manuscript(path), self.body_of(path)
            if isinstance(value, PrintedIssue) and body is not None:
                return value, body
        return None

    def written(self, name: str) -> Article | None:
        """A piece by its path or its id, public or not, with the lines of its keys."""
        for path in (name, *sorted(self.with_id(name))):
            value = self.manuscript(path)
            if isinstance(value, Article) and version_of(path) is None:
                return value
        return None

    def ids(self) -> list[str]:
        return [id for (id,) in self._all("SELECT id FROM piece WHERE id <> '' ORDER BY id")]

    def version(self, path: str) -> Announcement | None:
        """An earlier version of an announcement, by its file."""
        value = self.manuscript(path)
        return value if isinstance(value, Announcement) else None

    def manuscripts(self) -> Iterator[Manuscript]:
        """Every text there is."""
        for value, lines in self.connection.execute("SELECT value, lines FROM piece ORDER BY path"):
            if value is not None:
                yield unpack(value, lines)


class Row(Sequence[Article]):
    """A row of pieces that are read when they are looked at."""

    def __init__(self, shelves: Shelves, name: str) -> None:
        self._shelves = shelves
        self._name = name

    def __len__(self) -> int:
        return self._shelves.size(self._name)

    @overload
    def __getitem__(self, at: int) -> Article: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Article]: ...
    def __getitem__(self, at: int | slice) -> Article | Sequence[Article]:
        if isinstance(at, slice):
            start, stop, step = at.indices(len(self))
            found = self._read(start, stop)
            return found if step == 1 else found[::step]
        if at == -1:
            return self._shelves.last(self._name)
        place = at if at >= 0 else len(self) + at
        found = self._read(place, place + 1) if place >= 0 else []
        if not found:
            raise IndexError(at)
        return found[0]

    def __iter__(self) -> Iterator[Article]:
        for start in range(0, len(self), _CHUNK):
            yield from self._read(start, start + _CHUNK)

    def _read(self, start: int, stop: int) -> list[Article]:
        paths = self._shelves.paths(self._name, start, stop)
        return [piece for path in paths if (piece := self._shelves.piece(path)) is not None]


class Bodies(Mapping[str, Body]):
    """Set texts by the path of their file."""

    def __init__(self, shelves: Shelves) -> None:
        self._shelves = shelves

    def __getitem__(self, path: str) -> Body:
        body = self._shelves.body_of(path)
        if body is None:
            raise KeyError(path)
        return body

    def __iter__(self) -> Iterator[str]:
        return (path for (path,) in self._shelves.connection.execute("SELECT path FROM body"))

    def __len__(self) -> int:
        ((count,),) = self._shelves.connection.execute("SELECT count(*) FROM body")
        return int(count)

# SPDX-License-Identifier: MIT
"""The pieces of the manifest, changed one by one, with a note of all that each change touches.

A page shows pieces besides its own: neighbours, a series, what it supersedes. Which pages those
are is settled here, when a piece comes, goes or changes, and nowhere else.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from linli.engine.manifest import Manifest
from linli.engine.reader import Reading, Searched
from linli.engine.shelves import Shelves
from linli.newsroom.catalogue import Catalogue
from linli.newsroom.diagnostics import Diagnostic, Source
from linli.newsroom.rows import window_of
from linli.pages.paper import LOOKUP, SEARCH
from linli.reading.batches import is_batch

_YEAR = "announced-year/"


@dataclass(slots=True)
class Touched:
    """What a build has to look at again."""

    rows: set[str] = field(default_factory=set)
    """Rows in which any piece came, went, moved or changed."""
    sizes: set[str] = field(default_factory=set)
    """Rows that have more or fewer pieces."""
    pieces: set[str] = field(default_factory=set)
    """Files of pieces whose own page may differ."""
    removed: set[str] = field(default_factory=set)
    """Files of pieces that have no page any more."""
    flipped: set[str] = field(default_factory=set)
    """Files of pieces that became public or ceased to be."""
    lookups: dict[str, tuple[str, str] | None] = field(default_factory=dict)
    """What the look-up knew of announcements that it now knows otherwise, by their files."""

    def has_row(self, name: str) -> bool:
        """Whether a row, or any whose name begins with one that ends in `/`, was touched."""
        return _is_among(name, self.rows)

    def has_size(self, name: str) -> bool:
        return _is_among(name, self.sizes)


def _is_among(name: str, rows: set[str]) -> bool:
    return any(row.startswith(name) for row in rows) if name.endswith("/") else name in rows


class Stock:
    """Puts readings into the manifest and takes them out."""

    def __init__(self, manifest: Manifest, shelves: Shelves, catalogue: Catalogue) -> None:
        self._manifest = manifest
        self._shelves = shelves
        self._catalogue = catalogue
        self._execute = manifest.connection.execute
        self._many = manifest.connection.executemany
        self.touched = Touched()
        self.moved: set[str] = set()
        """Places to which an announcement has come that has no file of its own, or from which one
        has gone: a link may lead there now, or no longer."""
        self._waiting: list[Reading] = []
        # Of a new manifest everything is to be made: what touches what does not matter.
        self._all_new = manifest.is_new
        self._ids: dict[str, int] = dict(self._execute("SELECT name, id FROM row").fetchall())
        self._growth: dict[str, int] = {}
        self._weights: dict[str, tuple[int, int]] = {}
        """By how many bytes the open data of a year grow, as lines and as rows."""
        self._topics: dict[str, str] = {}

    def put_file(self, readings: Sequence[Reading]) -> None:
        """Keep all that a file gave, its own reading first.

        What stood in a file of many announcements and does not any more is taken out. What has a
        place that is another's waits until that one has been read: it may have made room.
        """
        file, *others = readings
        self.put_if_free(file)
        if is_batch(file.path):
            for path in self._of_batch(file.path) - {other.path for other in others}:
                self.take_out(path)
        for other in others:
            self.put_if_free(other)

    def put_if_free(self, reading: Reading) -> None:
        """Keep a reading, unless its place is another file's."""
        owner = self._owner(reading.path)
        if owner is not None and owner != reading.batch:
            self._waiting.append(reading)
            return
        if owner is None and reading.batch:
            self.moved.add(reading.path)
        self.put(reading)

    def settle_claims(self) -> Iterator[Diagnostic]:
        """Give each place that is still claimed twice to one, and say so of the other.

        A file of its own has the better right to an id, then the file whose name comes first.
        """
        waiting = sorted(self._waiting, key=lambda reading: (reading.path, reading.batch))
        self._waiting = []
        for reading in waiting:
            owner = self._owner(reading.path)
            if owner is None or owner == reading.batch:
                self.put_if_free(reading)
                continue
            theirs = self._execute(
                "SELECT lines FROM piece WHERE path = ?", (reading.path,)
            ).fetchone()[0]
            places = [
                (owner, _source(reading.path, theirs, owner)),
                (reading.batch, _source(reading.path, reading.lines, reading.batch)),
            ]
            (first, right), (_, wrong) = sorted(places, key=lambda place: place[0])
            id = PurePosixPath(reading.path).stem
            yield Diagnostic("id-twice", wrong.top, {"value": id, "other": right.where})
            if first == reading.batch:
                self.take_out(reading.path)
                self.put_if_free(reading)

    def _owner(self, path: str) -> str | None:
        """The file of many announcements that a piece stands in, empty for one of its own; None
        where there is no piece of that path."""
        found = self._execute("SELECT batch FROM piece WHERE path = ?", (path,)).fetchone()
        return found[0] if found else None

    def _of_batch(self, file: str) -> set[str]:
        found = self._execute("SELECT path FROM piece WHERE batch = ? AND batch <> ''", (file,))
        return {path for (path,) in found.fetchall()}

    def put(self, reading: Reading) -> None:
        """Keep a reading in place of the last one of its file."""
        path = reading.path
        before = None if self._all_new else self._before(path)
        if before is None and not self._all_new:
            self._flip(reading.path, reading.public)
        old, new = (before.standings if before else {}), dict(reading.standings)
        if not self._all_new:
            for name in {*old, *new}:
                self._remember_topic(name)
        if before is not None:
            self._note(before, reading)
            self._leave(path, old, new)
        self._save(reading)
        self._keep_record(path, old, new, reading.record, known=not self._all_new)
        self._keep_digest(reading)
        self._enter(path, old, new, reading.digest, before)
        if not self._all_new:
            self._note_related(reading, before)

    def take_out(self, path: str) -> None:
        """Forget the piece of a file that is gone, or each of many."""
        for announcement in sorted(self._of_batch(path)):
            self.take_out(announcement)
        before = self._before(path)
        if before is None:
            return
        if self._owner(path):
            self.moved.add(path)
        self._flip(path, before.public)
        self._note_others(path, before.id)
        for name in before.standings:
            self._remember_topic(name)
        self._leave(path, before.standings, {})
        self.touched.removed.add(path)
        self._keep_lookup(path, None, known=True)
        self._keep_search(path, None, known=True)
        self._keep_record(path, before.standings, (), None, known=True)
        for table in ("piece", "body", "turn"):
            self._execute(f"DELETE FROM {table} WHERE path = ?", (path,))

    def settle(self) -> Touched:
        """Write the sizes of rows, and add what follows where one came, went or was renamed."""
        for name, growth in self._growth.items():
            if growth and not self._all_new:
                query = "SELECT size FROM row WHERE name = ?"
                (size,) = self._execute(query, (name,)).fetchone()
                if not size or not size + growth:
                    self._note_shadows(name)
        self._many(
            "UPDATE row SET size = size + ? WHERE name = ?",
            [(growth, name) for name, growth in self._growth.items() if growth],
        )
        self._growth = {}
        self._many(
            "UPDATE row SET json_size = json_size + ?, row_size = row_size + ? WHERE name = ?",
            [(lines, rows, name) for name, (lines, rows) in self._weights.items()],
        )
        self._weights = {}
        self._all_new = False
        self._shelves.forget()
        for row, name in self._topics.items():
            topic = self._catalogue.topic(row.removeprefix("topic/"))
            if topic is not None and topic.name != name:
                self._note_shadows(row)
                for path in self._shelves.paths(row):
                    self.touched.pieces.add(path)
                    # A feed names the topics of its pieces.
                    before = self._before(path)
                    self.touched.rows |= set(before.standings) if before else set()
        self._topics = {}
        return self.touched

    # One piece

    def _before(self, path: str) -> _Before | None:
        row = self._execute(
            "SELECT id, public, standings, digest, text_digest FROM piece WHERE path = ?",
            (path,),
        ).fetchone()
        return _Before(row[0], bool(row[1]), dict(pickle.loads(row[2])), *row[3:]) if row else None

    def _save(self, reading: Reading) -> None:
        path = reading.path
        self._execute(
            "INSERT OR REPLACE INTO piece VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                *(path, reading.kind, reading.id, reading.url, reading.public, reading.hidden),
                *(reading.modified, reading.digest, reading.text_digest),
                *(reading.entry, reading.item, reading.value, reading.lines),
                pickle.dumps(reading.findings) if reading.findings else None,
                pickle.dumps(reading.standings, 5),
                reading.batch,
            ),
        )
        self._keep_lookup(path, reading.lookup, known=not self._all_new)
        self._keep_search(path, reading.search, known=not self._all_new)
        if reading.body is not None:
            self._execute("INSERT OR REPLACE INTO body VALUES (?, ?)", (path, reading.body))
        if not self._all_new:
            self._execute("DELETE FROM turn WHERE path = ?", (path,))
        self._many(
            "INSERT OR IGNORE INTO turn VALUES (?, ?)",
            [(instant, path) for instant in reading.turns],
        )

    def _keep_digest(self, reading: Reading) -> None:
        if not reading.batch:
            self._execute(
                "UPDATE file SET digest = ? WHERE path = ?", (reading.bytes_digest, reading.path)
            )

    def _keep_lookup(self, path: str, found: tuple[str, str] | None, *, known: bool) -> None:
        """Keep what the look-up knows of a file; `known` says whether it may know something."""
        if known:
            query = "SELECT day, line FROM lookup WHERE path = ?"
            before = self._execute(query, (path,)).fetchone()
            if before == found:
                return
            self.touched.lookups.setdefault(path, before)
            self.touched.rows.add(LOOKUP)
            self._execute("DELETE FROM lookup WHERE path = ?", (path,))
        if found is not None:
            self._execute("INSERT INTO lookup VALUES (?, ?, ?)", (path, *found))

    def _keep_search(self, path: str, found: Searched | None, *, known: bool) -> None:
        """Keep what the search knows of a file; `known` says whether it may know something."""
        if known:
            query = "SELECT month, rank, digest FROM search WHERE path = ?"
            before = self._execute(query, (path,)).fetchone()
            if before == (found and found[:3]):
                return
            months = {state[0] for state in (before, found) if state}
            self.touched.rows |= {f"{SEARCH}{month}" for month in months}
            self._execute("DELETE FROM search WHERE path = ?", (path,))
        if found is not None:
            self._execute("INSERT INTO search VALUES (?, ?, ?, ?, ?, ?)", (path, *found))

    def _keep_record(
        self,
        path: str,
        old: Iterable[str],
        new: Iterable[str],
        record: tuple[str, str] | None,
        *,
        known: bool,
    ) -> None:
        """Keep an announcement as open data, and note how much the data of its year grow."""
        if known:
            query = "SELECT json_size, row_size FROM record WHERE path = ?"
            for line, row in self._execute(query, (path,)).fetchall():
                self._weigh(old, -line, -row)
                self._execute("DELETE FROM record WHERE path = ?", (path,))
        if record is not None:
            line, row = (len(part.encode()) for part in record)
            self._weigh(new, line, row)
            self._execute("INSERT INTO record VALUES (?, ?, ?, ?, ?)", (path, line, row, *record))

    def _weigh(self, names: Iterable[str], line: int, row: int) -> None:
        for name in names:
            if name.startswith(_YEAR):
                lines, rows = self._weights.get(name, (0, 0))
                self._weights[name] = lines + line, rows + row

    def _note(self, before: _Before, reading: Reading) -> None:
        if before.public != reading.public:
            self._flip(reading.path, True)
        if (before.digest, before.text_digest) != (reading.digest, reading.text_digest):
            self.touched.pieces.add(reading.path)
        if before.digest != reading.digest or before.public != reading.public:
            self._note_others(reading.path, before.id)

    def _flip(self, path: str, flips: bool) -> None:
        if flips:
            self.touched.flipped.add(path)
            self.touched.pieces.add(path)

    def _note_related(self, reading: Reading, before: _Before | None) -> None:
        if before is None or before.digest != reading.digest or before.public != reading.public:
            self._note_others(reading.path, reading.id)
            for name, _ in reading.standings:
                if name.startswith("@refers/"):
                    self._note_id(name.removeprefix("@refers/"))

    def _note_others(self, path: str, id: str) -> None:
        """The pieces that name this one, by its file or by its id."""
        names = [f"@related/{path}"]
        if id:
            names += [f"@related/{id}", f"@refers/{id}"]
        for name in names:
            others = set(self._shelves_paths(name))
            self.touched.pieces |= others
            if name.startswith("@refers/"):
                self._note_years(others)

    def _note_years(self, paths: set[str]) -> None:
        """The data of a year name what an announcement corrects or supersedes, if it is public."""
        for path in paths:
            before = self._before(path)
            self.touched.rows |= {
                name for name in (before.standings if before else ()) if name.startswith(_YEAR)
            }

    def _note_id(self, id: str) -> None:
        self.touched.pieces |= self._shelves.with_id(id)

    def _note_shadows(self, row: str) -> None:
        """The pieces that link to a row without standing in it."""
        self.touched.pieces |= set(self._shelves_paths(f"@@{row}"))

    def _shelves_paths(self, row: str) -> Iterator[str]:
        id = self._ids.get(row)
        if id is None:
            return iter(())
        found = self._execute("SELECT path FROM standing WHERE row = ?", (id,)).fetchall()
        return (path for (path,) in found)

    # Rows

    def _leave(self, path: str, old: dict[str, int], new: dict[str, int]) -> None:
        for name, rank in old.items():
            if new.get(name) == rank:
                continue
            row = self._ids[name]
            self._note_around(name, row, rank, path)
            self._execute(
                "DELETE FROM standing WHERE row = ? AND rank = ? AND path = ?", (row, rank, path)
            )
            self.touched.rows.add(name)
            if name.startswith("@refers/"):
                self._note_id(name.removeprefix("@refers/"))
            if name not in new:
                self.touched.sizes.add(name)
                self._growth[name] = self._growth.get(name, 0) - 1

    def _enter(
        self,
        path: str,
        old: dict[str, int],
        new: dict[str, int],
        digest: int,
        before: _Before | None,
    ) -> None:
        rows: list[tuple[int, int, str, int]] = []
        for name, rank in new.items():
            row = self._id(name)
            stays = old.get(name) == rank
            if name not in old:
                self._growth[name] = self._growth.get(name, 0) + 1
            if self._all_new:
                rows.append((row, rank, path, digest))
                continue
            if stays and before is not None and before.digest == digest:
                continue
            self._execute(
                "INSERT OR REPLACE INTO standing VALUES (?, ?, ?, ?)", (row, rank, path, digest)
            )
            self._note_around(name, row, rank, path)
            self.touched.rows.add(name)
            if name not in old:
                self.touched.sizes.add(name)
        if rows:
            self._many("INSERT INTO standing VALUES (?, ?, ?, ?)", rows)

    def _id(self, name: str) -> int:
        if name not in self._ids:
            cursor = self._execute("INSERT INTO row (name, size) VALUES (?, 0)", (name,))
            assert cursor.lastrowid is not None
            self._ids[name] = cursor.lastrowid
        return self._ids[name]

    def _note_around(self, name: str, row: int, rank: int, path: str) -> None:
        """Note the pieces whose pages look at this one: the next newer see it behind them, the next
        older before them."""
        older, newer = window_of(name)
        if older or newer:
            # It looks around in the row only while it stands there itself.
            self.touched.pieces.add(path)
        for way, order, count in (("<", "DESC", older), (">", "ASC", newer)):
            if count:
                self.touched.pieces |= {
                    other
                    for (other,) in self._execute(
                        f"SELECT path FROM standing WHERE row = ? AND (rank, path) {way} (?, ?)"
                        f" ORDER BY rank {order}, path {order} LIMIT ?",
                        (row, rank, path, count),
                    )
                }

    def _remember_topic(self, name: str) -> None:
        """How a topic is spelled before its oldest piece may be another."""
        if name.startswith("topic/") and name not in self._topics:
            topic = self._catalogue.topic(name.removeprefix("topic/"))
            self._topics[name] = topic.name if topic else ""


def _source(path: str, lines: bytes | None, batch: str) -> Source:
    return Source(path, *pickle.loads(lines)) if lines else Source(path, batch=batch)


@dataclass(frozen=True, slots=True)
class _Before:
    """What the manifest knew of a piece."""

    id: str
    public: bool
    standings: dict[str, int]
    digest: int
    text_digest: int

# SPDX-License-Identifier: MIT
"""The manifest: what the last build read, and what it made of it, in one SQLite file.

It is a memory and nothing else: a build without it makes the same site, only more slowly. One
that is lost, damaged, of another version or made by another program is thrown away.
"""

from __future__ import annotations

import os
import pickle
import shutil
import sqlite3
from functools import cache
from pathlib import Path
from typing import Any

VERSION = 4
"""Of the tables below; another number is another manifest."""

_TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID;

-- What lies in the content folder.
CREATE TABLE folder (path TEXT PRIMARY KEY, digest BLOB, findings BLOB) WITHOUT ROWID;
CREATE TABLE file (
    path TEXT PRIMARY KEY, folder TEXT, size INTEGER, mtime INTEGER, digest BLOB, sort TEXT
) WITHOUT ROWID;
CREATE INDEX file_by_folder ON file (folder);
CREATE INDEX file_by_sort ON file (sort, path) WHERE sort <> 'text';

-- What the texts say. A piece that is not public stands in no row but those beginning with @.
CREATE TABLE piece (
    path TEXT PRIMARY KEY, kind TEXT, id TEXT, url TEXT, public INTEGER, hidden INTEGER,
    modified INTEGER, digest INTEGER, text_digest INTEGER, entry TEXT, item BLOB, value BLOB,
    lines BLOB, findings BLOB, standings BLOB,
    -- The file of many announcements that it stands in; empty for a piece with a file of its own.
    batch TEXT
);
CREATE INDEX piece_by_id ON piece (id) WHERE id <> '';
CREATE INDEX piece_by_url ON piece (url);
CREATE INDEX hidden_piece ON piece (path) WHERE hidden;
CREATE INDEX piece_with_findings ON piece (path) WHERE findings IS NOT NULL;
CREATE INDEX ordinary_page ON piece (path) WHERE kind = 'page';
CREATE INDEX piece_of_batch ON piece (batch) WHERE batch <> '';
CREATE TABLE body (path TEXT PRIMARY KEY, body BLOB);
-- Of a public announcement its open data, with the bytes of each; of a year their sum is in `row`.
CREATE TABLE record (
    path TEXT PRIMARY KEY, json_size INTEGER, row_size INTEGER, json TEXT, row TEXT
) WITHOUT ROWID;
CREATE TABLE turn (instant INTEGER, path TEXT, PRIMARY KEY (instant, path)) WITHOUT ROWID;
CREATE INDEX turn_by_path ON turn (path);
CREATE TABLE row (
    id INTEGER PRIMARY KEY, name TEXT UNIQUE, size INTEGER,
    json_size INTEGER DEFAULT 0, row_size INTEGER DEFAULT 0
);
CREATE TABLE standing (
    row INTEGER, rank INTEGER, path TEXT, digest INTEGER, PRIMARY KEY (row, rank, path)
) WITHOUT ROWID;
-- Announcements as the look-up knows them.
CREATE TABLE lookup (path TEXT PRIMARY KEY, day TEXT, line TEXT) WITHOUT ROWID;
CREATE INDEX lookup_by_day ON lookup (day);
-- Pieces as the search knows them.
CREATE TABLE search (
    path TEXT PRIMARY KEY, month TEXT, rank INTEGER, digest INTEGER, filters TEXT, line TEXT
);
CREATE INDEX search_by_month ON search (month, rank, path, digest);
CREATE TABLE photo (path TEXT PRIMARY KEY, key TEXT, photo BLOB) WITHOUT ROWID;

-- What the site holds. Of every file its size and time are asked on every build.
CREATE TABLE page (
    path TEXT PRIMARY KEY, size INTEGER, mtime INTEGER, job TEXT, source TEXT, key BLOB,
    digest BLOB, url TEXT, sitemap TEXT, modified TEXT, made TEXT, why TEXT, parts BLOB
) WITHOUT ROWID;
CREATE INDEX page_by_job ON page (job) WHERE job <> '';
CREATE INDEX page_by_source ON page (source) WHERE source <> '';
CREATE INDEX page_by_sitemap ON page (sitemap) WHERE sitemap <> '';
"""


class Manifest:
    """An open manifest. Everything a build writes to it is one transaction."""

    def __init__(self, file: Path, program: str) -> None:
        """Open `file`; `program` names everything that a reading depends on besides the text."""
        self.file = file
        file.parent.mkdir(parents=True, exist_ok=True)
        self.is_new = not self._open(program)
        if self.is_new:
            self._make(program)

    def _open(self, program: str) -> bool:
        if not self.file.is_file() or not _is_whole(self.file):
            return False
        self.connection = connect(self.file)
        try:
            tables = _tables_of(self.connection)
            version = self.connection.execute("PRAGMA user_version").fetchone()[0]
            fits = version == VERSION and tables == _tables() and self.get("program") == program
            # A build that was killed half-way has left pages and pieces of two ages.
            fits = fits and not self.get("unfinished", default=False)
        except Exception:
            # Whatever a damaged database and a damaged pickle in it may raise.
            fits = False
        if not fits:
            self.connection.close()
        return bool(fits)

    def _make(self, program: str) -> None:
        remove(self.file)
        self.connection = connect(self.file)
        # What a killed first build leaves is thrown away, so it needs no journal.
        self.connection.execute("PRAGMA journal_mode = OFF")
        self.connection.executescript(_TABLES)
        self.connection.execute(f"PRAGMA user_version = {VERSION}")
        self.put("program", program)
        self.put("unfinished", True)
        self.connection.commit()

    def get(self, key: str, default: Any = None) -> Any:
        """One remembered value."""
        row = self.connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return pickle.loads(row[0]) if row else default

    def put(self, key: str, value: Any) -> None:
        self.connection.execute(
            "INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, pickle.dumps(value))
        )

    def reopen(self) -> None:
        """Read on a connection of its own, in a process that was forked off."""
        # The parent's is not closed here: closing it would take the parent's locks away.
        self._of_parent = self.connection
        self.connection = connect(self.file, read_only=True)

    def share(self) -> None:
        """Let other processes see what was written so far; until `finish` it is of no use."""
        self.put("unfinished", True)
        self.connection.commit()
        # Readers and the one writer must not wait for each other.
        self.connection.execute("PRAGMA journal_mode = WAL")

    def finish(self) -> None:
        """Keep all that was written."""
        if self.is_new:
            # All of it first, and only then the word that it is whole.
            self.share()
        self.put("unfinished", False)
        self.connection.commit()
        self.is_new = False

    def close(self) -> None:
        """Forget what was written since the last `finish` or `share`."""
        self.connection.rollback()
        self.connection.close()


@cache
def _tables() -> str:
    connection = sqlite3.connect(":memory:")
    connection.executescript(_TABLES)
    try:
        return _tables_of(connection)
    finally:
        connection.close()


def _tables_of(connection: sqlite3.Connection) -> str:
    """The tables of a database, as they were created."""
    rows = connection.execute("SELECT sql FROM sqlite_schema WHERE sql <> '' ORDER BY name")
    return "\n".join(sql for (sql,) in rows)


def peek(file: Path) -> dict[str, Any]:
    """What a manifest remembers by name, whoever wrote it; nothing where it cannot be read."""
    try:
        connection = connect(file, read_only=True)
        try:
            rows = connection.execute("SELECT key, value FROM meta").fetchall()
        finally:
            connection.close()
        return {key: pickle.loads(value) for key, value in rows}
    except Exception:
        return {}


def connect(file: Path, *, read_only: bool = False) -> sqlite3.Connection:
    """A connection for one process; none may be carried through a fork."""
    mode = "ro" if read_only else "rwc"
    connection = sqlite3.connect(f"{file.resolve().as_uri()}?mode={mode}", uri=True, timeout=60)
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute("PRAGMA cache_size = -16000")
    return connection


def _is_whole(file: Path) -> bool:
    """Whether the file is as long as its own head says (SQLite file format, 1.3)."""
    with file.open("rb") as stream:
        head = stream.read(100)
        size = stream.seek(0, os.SEEK_END)
    page = int.from_bytes(head[16:18], "big")
    pages = int.from_bytes(head[28:32], "big")
    return len(head) == 100 and size >= (65536 if page == 1 else page) * pages


def remove(file: Path) -> None:
    """Remove a manifest and what SQLite keeps beside it."""
    for suffix in ("", "-wal", "-shm", "-journal"):
        path = f"{file}{suffix}"
        if os.path.isdir(path) and not os.path.islink(path):
            shutil.rmtree(path)
        elif os.path.lexists(path):
            os.unlink(path)

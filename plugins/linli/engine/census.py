# SPDX-License-Identifier: MIT
"""What has changed in the content folder since the manifest was written.

Every folder is listed and every file asked for its size and time, but only a folder whose listing
differs is compared file by file, and only a file whose size or time differs is read for its bytes.
A fresh clone has new times everywhere: then the bytes decide.
"""

from __future__ import annotations

import os
import pickle
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path

from linli.engine.faults import faults, is_passed_over, sort_of
from linli.engine.manifest import Manifest
from linli.newsroom.diagnostics import Diagnostic, Location

_COARSE = 2_000_000_000
"""Nanoseconds within which two writes may bear one time."""


@dataclass(slots=True)
class Census:
    """The files that are new, differ or are gone, by path, and what is wrong with files."""

    scanned: int = 0
    changed: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    findings: list[Diagnostic] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Listing:
    """One folder, as the system tells of it."""

    path: str
    """With a slash at its end; empty for the content folder itself."""
    entries: tuple[os.DirEntry[str], ...]
    facts: tuple[tuple[str, bool, int, int], ...]
    """Name, whether it is an ordinary file, size, and time in nanoseconds, of each entry."""

    @property
    def key(self) -> str:
        """The path as a database takes it: one that is no UTF-8 is an error, but not the first."""
        return self.path.encode(errors="backslashreplace").decode()

    @property
    def digest(self) -> bytes:
        return blake2b(repr(self.facts).encode(errors="surrogateescape"), digest_size=16).digest()


def take_census(content: Path, manifest: Manifest) -> Census:
    """Compare the content folder with the manifest, and bring the manifest's files up to date."""
    census = Census()
    # A file written about when the last build began may have changed since, and its time not.
    settled = manifest.get("begun", 0) - _COARSE
    known = {
        path: (digest, findings)
        for path, digest, findings in manifest.connection.execute("SELECT * FROM folder")
    }
    for listing in _walk(content, census.findings):
        census.scanned += len(listing.facts)
        digest, found = known.pop(listing.key, (b"", b""))
        before = pickle.loads(found) if found else []
        recent = any(mtime > settled for _, _, _, mtime in listing.facts)
        if digest == listing.digest and not recent:
            census.findings += before
            continue
        _compare(listing, content, manifest, census, settled, before)
    for path in sorted(known):
        for (file,) in manifest.connection.execute(
            "SELECT path FROM file WHERE folder = ?", (path,)
        ).fetchall():
            _remove(file, manifest, census)
        manifest.connection.execute("DELETE FROM folder WHERE path = ?", (path,))
    census.changed.sort()
    census.removed.sort()
    return census


def _walk(folder: Path, findings: list[Diagnostic], prefix: str = "") -> Iterator[_Listing]:
    try:
        with os.scandir(folder) as listing:
            entries = sorted(listing, key=lambda entry: entry.name)
    except PermissionError as error:
        problem = error.strerror or type(error).__name__
        findings.append(Diagnostic("file-unreadable", Location(prefix), {"problem": problem}))
        return
    files: list[os.DirEntry[str]] = []
    facts: list[tuple[str, bool, int, int]] = []
    folders: list[os.DirEntry[str]] = []
    for entry in entries:
        if is_passed_over(entry.name):
            continue
        if entry.is_dir(follow_symlinks=False):
            folders.append(entry)
            continue
        status = entry.stat(follow_symlinks=False)
        files.append(entry)
        ordinary = entry.is_file(follow_symlinks=False)
        facts.append((entry.name, ordinary, status.st_size, status.st_mtime_ns))
    yield _Listing(prefix, tuple(files), tuple(facts))
    for entry in folders:
        yield from _walk(Path(entry.path), findings, f"{prefix}{entry.name}/")


def _compare(
    listing: _Listing,
    content: Path,
    manifest: Manifest,
    census: Census,
    settled: int,
    before: list[Diagnostic],
) -> None:
    """Look at one folder file by file; `before` is what was wrong with its files' names."""
    execute = manifest.connection.execute
    known = {
        path: (size, mtime, digest)
        for path, size, mtime, digest in execute(
            "SELECT path, size, mtime, digest FROM file WHERE folder = ?", (listing.key,)
        )
    }
    findings: list[Diagnostic] = []
    for entry, (name, _, size, mtime) in zip(listing.entries, listing.facts, strict=True):
        path = f"{listing.path}{name}"
        last = known.pop(path, None)
        if last and last[:2] == (size, mtime) and mtime <= settled:
            findings += [finding for finding in before if finding.location.path == path]
            continue
        found = list(faults(path, entry))
        findings += found
        if any(finding.is_error for finding in found):
            continue
        # A new text will be read anyway; whoever reads it tells its digest.
        digest = _digest(content / path) if last or not path.endswith(".md") else b""
        if last is None or last[2] != digest:
            census.changed.append(path)
        execute(
            "INSERT OR REPLACE INTO file VALUES (?, ?, ?, ?, ?, ?)",
            (path, listing.key, size, mtime, digest, sort_of(path)),
        )
    for path in sorted(known):
        _remove(path, manifest, census)
    execute(
        "INSERT OR REPLACE INTO folder VALUES (?, ?, ?)",
        (listing.key, listing.digest, pickle.dumps(findings) if findings else b""),
    )
    census.findings += findings


def _remove(path: str, manifest: Manifest, census: Census) -> None:
    manifest.connection.execute("DELETE FROM file WHERE path = ?", (path,))
    census.removed.append(path)


def _digest(file: Path) -> bytes:
    """Of a file's bytes; empty where nobody may read them, which is said when they are needed."""
    digest = blake2b(digest_size=16)
    try:
        with file.open("rb") as stream:
            while chunk := stream.read(1 << 20):
                digest.update(chunk)
    except OSError:
        return b""
    return digest.digest()

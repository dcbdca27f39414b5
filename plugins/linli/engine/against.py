# SPDX-License-Identifier: MIT
"""The content folder held against an earlier commit: `linli check --against REV`.

Only what differs from the commit is read. Drafts and what was under embargo when the commit was
made were never published, so they may change and go.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from datetime import datetime
from functools import cached_property
from pathlib import Path

from linli.checking import addresses, history
from linli.engine.repository import Commit, Repository, blob_id
from linli.engine.texts import decode, read_text
from linli.newsroom.announcements import Announcement
from linli.newsroom.articles import Article
from linli.newsroom.diagnostics import Diagnostic
from linli.newsroom.portal import Portal
from linli.newsroom.versions import MOST, path_of_version, version_of
from linli.reading.articles import Read, kind_of, read_batch, read_file
from linli.reading.batches import ids_in, is_batch


def compare(
    content: Path, portal: Portal, revision: str, instant: datetime
) -> Iterator[Diagnostic]:
    """What was published at a commit and is not as it should be now. Raises RepositoryError."""
    repository = Repository(content)
    yield from Comparison(content, portal, repository, repository.commit(revision), instant).run()


@dataclass(frozen=True, slots=True)
class Change:
    """A piece that is not as it was at the commit."""

    path: str
    """Where it stands; of one that is gone, where it stood."""
    files: frozenset[str]
    """The files that hold it and held it: for one of many announcements, those of them all."""
    was: str
    """Where it stood; empty for one that was not there."""
    before: Article | None
    was_public: bool
    now: Article | None
    """None where it is gone, or cannot be read."""
    is_there: bool

    @property
    def is_read(self) -> bool:
        """Whether what it says is known."""
        return self.now is not None or not self.is_there


@dataclass
class Comparison:
    """One comparison; texts of both sides are read once."""

    content: Path
    portal: Portal
    repository: Repository
    commit: Commit
    instant: datetime
    _now: dict[str, Read | None] = field(default_factory=dict)

    def run(self) -> Iterator[Diagnostic]:
        versions = set()
        for path in self._differing:
            if version_of(path) is not None:
                versions.add(path)
                continue
            before = self._before(path)
            if before is None:
                continue
            found = self._successor(path, before)
            if found is None:
                yield history.is_gone(before, self.portal.addresses.of_source(path))
                continue
            now = self._read_now(found)
            if now is None or not isinstance(now.value, Article):
                # That it cannot be read is said by whoever reads it.
                continue
            again = self._before(path, _words(now))
            yield from history.compare(again or before, now.value, self.instant)
            if isinstance(before, Announcement):
                later = now.value.version if isinstance(now.value, Announcement) else 1
                numbers = range(1, min(later, MOST + 1))
                versions |= {path_of_version(found, number) for number in numbers}
        for path in sorted(versions):
            yield from self._check_version(path)

    def changes(self) -> Iterator[Change]:
        """Every piece that differs, whether it was public or not."""
        successors = set()
        for path in self._differing:
            if version_of(path) is not None:
                continue
            before = self._as_it_was(path)
            if before is None and path not in self._texts:
                continue
            found = self._successor(path, before) if before is not None else path
            if found is None:
                yield self._change(path, path, before, None)
                continue
            successors.add(found)
            now = self._as_it_is(found)
            before = self._as_it_was(path, _words(self._read_now(found)))
            if found != path or now is None or before is None or not _are_same(before, now):
                yield self._change(found, path, before, now)
        for path in sorted(self._texts - successors):
            if kind_of(path) is None or version_of(path) is not None or is_batch(path):
                continue
            blob = self.commit.blobs.get(file := self._file_of(path))
            if blob is None or not self._is_unchanged(file, blob):
                yield self._change(path, "", None, self._as_it_is(path))

    def _change(self, path: str, was: str, before: Article | None, now: Article | None) -> Change:
        was_public = before is not None and before.is_public(self.commit.made)
        is_there = path in self._texts
        files = {self._file_of(path)} if is_there else set()
        files |= {self._batched_then.get(was, was)} if was else set()
        return Change(path, frozenset(files), was, before, was_public, now, is_there)

    def _as_it_was(self, path: str, words: tuple[str, ...] = ()) -> Article | None:
        read = self._read_before(path, words)
        return read.value if read is not None and isinstance(read.value, Article) else None

    def _as_it_is(self, path: str) -> Article | None:
        read = self._read_now(path)
        return read.value if read is not None and isinstance(read.value, Article) else None

    def _file_of(self, path: str) -> str:
        """The file in which a piece stands now; what has one of its own stands in that."""
        return path if path in self._files else self._batched.get(path, path)

    @cached_property
    def _files(self) -> frozenset[str]:
        """The texts that are there now."""
        return frozenset(
            name
            for path in self.content.rglob("*.md")
            if path.is_file() and not path.is_symlink()
            if _can_have_a_url(name := path.relative_to(self.content).as_posix())
        )

    @cached_property
    def _batched(self) -> Mapping[str, str]:
        """The announcements that stand in files of many now, and these files."""
        return {
            piece: path
            for path in sorted(filter(is_batch, self._files))
            if (text := read_text(self.content / path, path)[0]) is not None
            for piece in _pieces_in(path, text)
        }

    @cached_property
    def _texts(self) -> frozenset[str]:
        """The pieces and their versions that are there now."""
        return self._files | {*self._batched}

    @cached_property
    def _differing_files(self) -> tuple[str, ...]:
        """The files of the commit that are not there any more as they were."""
        return tuple(
            path
            for path, blob in sorted(self.commit.blobs.items())
            if path.endswith(".md") and kind_of(path) is not None and _can_have_a_url(path)
            if path not in self._files or not self._is_unchanged(path, blob)
        )

    @cached_property
    def _batched_then(self) -> Mapping[str, str]:
        """The same of the commit, as far as it differs."""
        return {
            piece: path
            for path in filter(is_batch, self._differing_files)
            if (text := decode(self._blob(path), path)[0]) is not None
            for piece in _pieces_in(path, text)
        }

    @cached_property
    def _differing(self) -> tuple[str, ...]:
        """The pieces of the commit that are not there any more as they were, or that stand in a
        file with such."""
        alone = {path for path in self._differing_files if not is_batch(path)}
        return tuple(sorted(alone | {*self._batched_then}))

    def _is_unchanged(self, path: str, blob: str) -> bool:
        return blob_id((self.content / path).read_bytes(), blob) == blob

    @cached_property
    def _old(self) -> dict[str, bytes]:
        """The bytes of what differs, by their ids."""
        return self.repository.read([self.commit.blobs[path] for path in self._differing_files])

    def _blob(self, path: str) -> bytes:
        """The bytes of a file of the commit."""
        blob = self.commit.blobs[path]
        return self._old[blob] if blob in self._old else self.repository.read([blob])[blob]

    # Then

    def _read_before(self, path: str, words: tuple[str, ...] = ()) -> Read | None:
        file = self._batched_then.get(path, path)
        if file not in self.commit.blobs:
            return None
        return self._read(file, path, decode(self._blob(file), file)[0], words)

    def _read(self, file: str, path: str, text: str | None, words: tuple[str, ...]) -> Read | None:
        """A piece that stands in a file, which may be one of many."""
        if text is None:
            return None
        if not is_batch(file):
            return read_file(path, text, self.portal.zone, words)
        batch = read_batch(file, text, self.portal.zone, {path: words})
        return dict(batch.entries).get(path)

    def _before(self, path: str, words: tuple[str, ...] = ()) -> Article | None:
        """A piece as it was published; None for what was not public then."""
        read = self._read_before(path, words)
        if read is None or not isinstance(read.value, Article):
            return None
        return read.value if read.value.is_public(self.commit.made) else None

    # Now

    def _read_now(self, path: str, words: tuple[str, ...] = ()) -> Read | None:
        if path not in self._now or words:
            # What has a file of its own stands in that.
            file = path if path in self._files else self._batched.get(path, path)
            text, _ = read_text(self.content / file, file)
            self._now[path] = self._read(file, path, text, words)
        return self._now[path]

    def _successor(self, path: str, before: Article) -> str | None:
        """The file in which a piece stands now: its own, one of the same URL, or one that has
        its old URL among its aliases and, for an announcement, its id."""
        if path in self._texts:
            return path
        url = self.portal.addresses.of_source(path)
        id = before.id if isinstance(before, Announcement) else ""
        for other, value in self._newcomers:
            if id and getattr(value, "id", "") != id:
                continue
            aliases = {addresses.bare(alias) for alias in value.aliases}
            bare = addresses.bare(self.portal.addresses.file_of(url))
            if self.portal.addresses.of_source(other) == url or bare.rstrip("/") in aliases:
                return other
        return None

    @cached_property
    def _newcomers(self) -> tuple[tuple[str, Article], ...]:
        """The pieces that were not there, or not as they are."""
        found = []
        for path in sorted(self._texts):
            if kind_of(path) is None or version_of(path) is not None or is_batch(path):
                continue
            file = path if path in self._files else self._batched[path]
            blob = self.commit.blobs.get(file)
            if blob is not None and self._is_unchanged(file, blob):
                continue
            read = self._read_now(path)
            if read is not None and isinstance(read.value, Article):
                found.append((path, read.value))
        return tuple(found)

    # Versions

    def _check_version(self, path: str) -> Iterator[Diagnostic]:
        """An earlier version that is there says what was published under its number."""
        version = version_of(path)
        assert version is not None
        if path not in self._texts:
            # That it is missing, `checking.versions` says.
            return
        main = self._read_now(version.main) if version.main in self._texts else None
        words = _words(main)
        published = self._published(version.main, path, version.number, words)
        kept = self._read_now(path, words)
        if published is None or kept is None or not isinstance(kept.value, Announcement):
            return
        yield from history.version_is_as_published(published, kept.value, version.number)

    def _published(
        self, main: str, path: str, number: int, words: tuple[str, ...]
    ) -> Announcement | None:
        """What was published under a number; None where nothing was."""
        for old in (main, *self._moved_to(main)):
            then = self._before(old, words)
            if not isinstance(then, Announcement):
                continue
            if then.version == number:
                return then
            read = self._read_before(path_of_version(old, number), words)
            if read is not None and isinstance(read.value, Announcement):
                return read.value
        return None

    def _moved_to(self, main: str) -> Iterator[str]:
        """Where a piece lay that lies here now."""
        for old in self._differing:
            if version_of(old) is None and old not in self._texts:
                before = self._before(old)
                if before is not None and self._successor(old, before) == main:
                    yield old


def _pieces_in(path: str, text: str) -> list[str]:
    """The paths that the announcements of a file of many would have by themselves."""
    batch = ids_in(path, text)
    return [batch.path_of(cutting) for cutting in batch.cuttings]


def _can_have_a_url(path: str) -> bool:
    """Whether a path is a text. What is none was never published: `path-characters` says so."""
    return not any("\ud800" <= sign <= "\udfff" for sign in path)


def _are_same(before: Article, now: Article) -> bool:
    """Whether two readings of a piece say the same, on whatever lines."""
    return type(before) is type(now) and all(
        getattr(before, one.name) == getattr(now, one.name)
        for one in fields(before)
        if one.name != "source"
    )


def _words(read: Read | None) -> tuple[str, ...]:
    """What is taken out of a piece now, and so out of what it was."""
    return tuple(one.text for one in read.redactions if one.text) if read else ()

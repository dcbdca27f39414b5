# SPDX-License-Identifier: MIT
"""An announcement read together with its earlier versions: they share redactions and one fate.

Each file of a dossier is read again when any of them changes, so nothing of it is kept in common.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property
from pathlib import Path
from zoneinfo import ZoneInfo

from linli.checking import versions
from linli.engine.texts import read_text
from linli.newsroom.announcements import Announcement
from linli.newsroom.diagnostics import Diagnostic, Location
from linli.newsroom.manuscripts import Manuscript
from linli.newsroom.versions import main_of, path_of_version, version_of
from linli.reading import redaction
from linli.reading.articles import Read, read_file
from linli.reading.markup.typesetter import Body

Setter = Callable[[Manuscript], tuple[Body | None, tuple[Diagnostic, ...]]]


class Dossier:
    """The other files of the announcement that one file belongs to."""

    def __init__(self, path: str, content: Path, zone: ZoneInfo, set_text: Setter) -> None:
        self._path = path
        self._content = content
        self._zone = zone
        self._set = set_text
        self.version = version_of(path)
        """What the path says of an earlier version; None for a piece."""
        self.earlier: list[tuple[Announcement, Body]] = []
        """Of a piece, once it was checked, the earlier versions with their set texts."""

    @property
    def digest(self) -> bytes:
        """Of all that the pages of earlier versions show."""
        return b"".join(
            repr(value).encode() + b"\0" + body.html.encode() for value, body in self.earlier
        )

    @cached_property
    def words(self) -> tuple[str, ...]:
        """What the announcement asks to be taken out of all its versions."""
        return () if self._main is None else _words(self._main)

    @cached_property
    def _main(self) -> Read | None:
        """Of an earlier version, the announcement itself."""
        return self._read(main_of(self._path)) if self.version is not None else None

    def _read(self, path: str, words: tuple[str, ...] = ()) -> Read | None:
        if not (self._content / path).is_file():
            return None
        text, _ = read_text(self._content / path, path)
        return None if text is None else read_file(path, text, self._zone, words)

    def check(self, read: Read, body: Body | None) -> Iterator[Diagnostic]:
        """What the files of an announcement say of each other; reads the earlier versions."""
        value = read.value
        assert isinstance(value, Announcement)
        if self.version is not None:
            main = self._main.value if self._main else None
            known = main if isinstance(main, Announcement) else None
            there = (self._content / self.version.main).is_file()
            yield from versions.version_fits(value, self.version, known, is_there=there)
            return
        texts, held = [(value, body)], set(read.taken_out)
        for number in versions.numbers(value):
            earlier = self._read(path_of_version(self._path, number), _words(read))
            if earlier is None or not isinstance(earlier.value, Announcement):
                continue
            text, _ = self._set(earlier.value)
            texts.append((earlier.value, text))
            held |= earlier.taken_out
            self.earlier.append((earlier.value, text or Body()))
        yield from versions.earlier_are_kept(
            value, lambda number: (self._content / path_of_version(self._path, number)).is_file()
        )
        if read.redactions:
            yield from self._check_redactions(read, texts, held)

    def _check_redactions(
        self, read: Read, texts: list[tuple[Announcement, Body | None]], held: set[str]
    ) -> Iterator[Diagnostic]:
        shown = [text for value, body in texts for text in versions.texts_of(value, body)]
        marked = any(redaction.MARK in text for text in shown)
        left = redaction.remaining(_words(read), shown)
        file = texts[0][0].source.file
        for one in read.redactions:
            location = Location(file, one.line)
            if not one.text and not marked:
                yield Diagnostic("redaction-without-mark", location)
            elif one.text in left:
                yield Diagnostic("redaction-remains", location)
            elif one.text and one.text not in held:
                yield Diagnostic("redaction-not-found", location)


def _words(read: Read) -> tuple[str, ...]:
    return tuple(one.text for one in read.redactions if one.text)

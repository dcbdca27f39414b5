# SPDX-License-Identifier: MIT
"""A piece that is not written yet, held to the rules of the check.

What hangs on other pieces (a link's target that is a draft, an anchor) is left to the check
itself, once the file is there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from linli.checking import privacy, references
from linli.engine.at_hand import AtHand
from linli.engine.faults import sort_of
from linli.engine.reader import check_alone
from linli.engine.settings import Settings
from linli.engine.texts import read_text
from linli.newsroom.announcements import Announcement, Notice
from linli.newsroom.articles import Article, Report
from linli.newsroom.diagnostics import Diagnostic
from linli.newsroom.manuscripts import Manuscripts
from linli.newsroom.nearest import nearest
from linli.newsroom.photos import Photo, PhotoFault
from linli.pages import indexes
from linli.reading.articles import read_batch, read_file
from linli.reading.batches import is_batch
from linli.reading.links import LinkTargets
from linli.reading.markup.state import Surroundings
from linli.reading.markup.typesetter import Typesetter


class Court:
    """Judges one text after the other."""

    def __init__(
        self, settings: Settings, known: AtHand, pictures: Mapping[str, Photo | PhotoFault]
    ) -> None:
        self._settings = settings
        self._known = known
        self._typesetter = Typesetter()
        self._surroundings = Surroundings(
            LinkTargets(_Urls(settings, known)),
            lambda path: pictures.get(path.rpartition("/")[2]),
            pictures,
        )

    def judge(self, path: str, text: str) -> Iterator[Diagnostic]:
        """All that is wrong with the text that a file at a path would have."""
        read = read_file(path, text, self._settings.portal.zone)
        value = read.value
        yield from privacy.check_text(path, text, privacy.phone_lines(value))
        yield from read.diagnostics
        if not isinstance(value, Article):
            return
        notes = value.photos if isinstance(value, Report | Notice) else ()
        body, found = self._typesetter.set(value.source, value.body, self._surroundings, notes)
        yield from found
        yield from privacy.check_set(value.source.in_body(0), body.plain, text)
        yield from privacy.photos_give_nothing_away(value, body.photos)
        yield from check_alone(value, self._known.vocabulary, self._known.unread)
        if isinstance(value, Announcement) and (value.corrects or value.supersedes):
            yield from self._against_earlier(value)

    def _against_earlier(self, value: Announcement) -> Iterator[Diagnostic]:
        """What it says of earlier announcements; what those lack is not its fault."""
        others = {id: self._other(id) for id in {value.corrects, value.supersedes, ""} - {value.id}}
        unread = {
            self._known.files[id]
            for id, other in others.items()
            if other is None and id in self._known.files
        }
        there = [other for other in others.values() if other is not None]
        manuscripts = Manuscripts.of([value, *there], self._known.vocabulary.gazetteer, unread)
        for found in references.check_histories(manuscripts):
            if found.location.path != value.source.file:
                continue
            yield self._with_nearest(found)

    def _with_nearest(self, found: Diagnostic) -> Diagnostic:
        if found.code != "unknown-announcement":
            return found
        near = nearest(str(found.arguments["value"]), self._known.files)
        return Diagnostic(found.code, found.location, {**found.arguments, "nearest": near})

    def _other(self, id: str) -> Announcement | None:
        path = self._known.files.get(id)
        text = read_text(self._settings.content / path, path)[0] if path else None
        if not path or text is None:
            return None
        zone = self._settings.portal.zone
        many = read_batch(path, text, zone).pieces if is_batch(path) else ()
        values = [one for _, one in many] if many else [read_file(path, text, zone).value]
        return next((one for one in values if isinstance(one, Announcement) and one.id == id), None)


class _Urls(Mapping[str, str]):
    """Everything a text may link to; a file is looked for when something leads to it."""

    def __init__(self, settings: Settings, known: AtHand) -> None:
        addresses = settings.portal.addresses
        self._content = settings.content
        self._addresses = addresses
        self._generated = indexes.targets(lambda row: True, addresses, settings.features)
        # One of many in a file has a path of its own, where nothing lies.
        self._in_batches = {
            (PurePosixPath(path).parent / f"{id}.md").as_posix()
            for id, path in known.files.items()
            if is_batch(path)
        }

    def __getitem__(self, path: str) -> str:
        if path in self._generated:
            return self._generated[path]
        sort = sort_of(path)
        is_there = path in self._in_batches or (self._content / path).is_file()
        if not is_there or sort not in {"text", "attachment"}:
            raise KeyError(path)
        return self._addresses.of_source(path) if sort == "text" else path

    def __iter__(self) -> Iterator[str]:
        """All of them, for the nearest to a slip."""
        found = (file for file in self._content.rglob("*") if file.is_file())
        paths = {file.relative_to(self._content).as_posix() for file in found}
        every = sorted(paths | self._in_batches)
        yield from (path for path in every if sort_of(path) in {"text", "attachment"})
        yield from self._generated

    def __len__(self) -> int:
        return sum(1 for _ in self)

# SPDX-License-Identifier: MIT
"""The manifest brought up to date with the content folder, reading no more than has changed.

A text is read again when its bytes differ, and when what it names has changed: a word of the
desk's, a picture, a page it links to, the day. What is wrong with a text is kept with it and said
again on every build.
"""

from __future__ import annotations

import pickle
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath

from linli.checking import addresses as address_rules
from linli.checking import front_page, printed, references, site
from linli.engine import doubts
from linli.engine.census import Census, take_census
from linli.engine.desk import read_desk
from linli.engine.faults import is_picture
from linli.engine.manifest import Manifest
from linli.engine.packing import unpack
from linli.engine.progress import SILENT, Progress
from linli.engine.reader import Circumstances, PageEvents, Reader, Reading, SetEntry
from linli.engine.shelves import Bodies, Shelves
from linli.engine.stock import Stock, Touched
from linli.engine.targets import Hidden, Known, Pictures
from linli.engine.workers import NEVER, WORTH_SHARING, is_shared, share_out
from linli.newsroom.catalogue import Catalogue
from linli.newsroom.categories import OrdinaryPage
from linli.newsroom.diagnostics import Diagnostic, Location, in_file_order
from linli.newsroom.manuscripts import Manuscripts
from linli.newsroom.photos import Photo, PhotoFault
from linli.newsroom.portal import Clock, Portal
from linli.newsroom.printed import PrintedIssue
from linli.newsroom.versions import main_of
from linli.newsroom.vocabulary import Vocabulary
from linli.pages.paper import Feature
from linli.photos.darkroom import Darkroom
from linli.reading.articles import FRONT
from linli.reading.links import LinkTargets
from linli.reading.markup.state import Surroundings

_ABOUT_LINKS = frozenset({"dead-link", "link-not-public"})
_RENDITION = re.compile(r"\.[0-9a-f]{8}-\d+\.\w+$")
"""What the name of a rendition has behind that of its photo."""
_ROUNDS = 4
"""Readings follow from readings: what is superseded, what is public. Three levels are the most."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be read, and as at which instant."""

    content: Path
    portal: Portal
    clock: Clock
    darkroom: Darkroom
    generated: Callable[[Callable[[str], bool]], Mapping[str, str]]
    """Given whether a row stands, the pages that the site makes by itself: URLs by the path that
    stands for them (`announcements/index.md`)."""
    setter: Callable[[], SetEntry] = lambda: lambda item: ""
    """Makes, in the process that it is for, what sets a piece as an index shows it."""
    templates: bytes = b""
    """Digest of what it is set by."""
    events: PageEvents | None = None
    """Other programs that want to see every piece; then one process reads them all."""
    features: frozenset[Feature] = frozenset()
    """What the site has: nobody need keep for the search what nobody searches."""


@dataclass(slots=True)
class Taken:
    """The result of taking stock."""

    census: Census
    vocabulary: Vocabulary
    ordinary: tuple[OrdinaryPage, ...]
    touched: Touched
    texts: int = 0
    """Markdown files in the content folder."""
    read: int = 0
    desk_changed: bool = False
    """Whether places, categories, people or ordinary pages differ: every index may."""
    pictures_changed: bool = False
    """Whether a picture file came, went or changed."""
    day_changed: bool = False
    diagnostics: tuple[Diagnostic, ...] = ()
    unread: frozenset[str] = frozenset()

    @property
    def has_errors(self) -> bool:
        return any(finding.is_error for finding in self.diagnostics)


class Stocktaking:
    """One bringing up to date."""

    def __init__(
        self,
        order: Order,
        manifest: Manifest,
        shelves: Shelves,
        progress: Progress = SILENT,
    ) -> None:
        self._order = order
        self._manifest = manifest
        self._shelves = shelves
        self._progress = progress
        self.darkroom = order.darkroom
        self._known = Known(manifest, order.portal.addresses)
        self._findings: list[Diagnostic] = []
        self._photos: dict[str, Photo] = {}
        self._seen = False

    def take(self) -> Taken:
        """Read what has to be read. Nothing is kept for good until the manifest is finished."""
        order, manifest = self._order, self._manifest
        census = take_census(order.content, manifest)
        self._forget_photos(census)
        before = manifest.get("vocabulary", Vocabulary())
        desk = read_desk(order.content, order.portal.zone, manifest, census, before)
        vocabulary = desk.vocabulary
        self._findings += desk.findings
        catalogue = Catalogue(self._shelves, vocabulary, order.clock)
        stock = Stock(manifest, self._shelves, catalogue)
        last = manifest.get("now")
        taken = Taken(
            census, vocabulary, (), stock.touched, desk_changed=desk.changed, unread=desk.unread
        )
        taken.pictures_changed = any(map(is_picture, (*census.changed, *census.removed)))
        taken.day_changed = last is None or last.date() != order.clock.day
        for path in census.removed:
            stock.take_out(path)
        self._develop(census)
        first = self._first_round(census, before, vocabulary, last, stock.touched)
        self._rounds(first, stock, vocabulary, taken)
        taken.ordinary = tuple(self._ordinary())
        taken.texts = self._known.count_texts()
        if taken.day_changed:
            for state in ("scheduled", "open", "closing"):
                taken.touched.pieces |= set(self._shelves.paths(f"state/{state}"))
        self._set_entries_anew()
        manifest.put("vocabulary", vocabulary)
        manifest.put("now", order.clock.now)
        taken.diagnostics = in_file_order(self._diagnostics(census, taken))
        return taken

    # What is read

    def _first_round(
        self,
        census: Census,
        before: Vocabulary,
        after: Vocabulary,
        last: datetime | None,
        touched: Touched,
    ) -> set[str]:
        if self._manifest.is_new:
            return {path for path in census.changed if path.endswith(".md")}
        paths: set[str] = set()
        names = [
            f"@{kind}/{word}"
            for kind, meaning in (
                ("place", _meaning_of_place),
                ("category", _meaning_of_category),
                ("person", lambda words, name: words.slug_of_person(name)),
            )
            for word in self._shelves.names(f"@{kind}/")
            if meaning(before, word) != meaning(after, word)
        ]
        # A word may mean another place, and the text that uses it still say the same.
        worded = {path for name in names for path in self._shelves.paths(name)}
        touched.pieces |= worded
        for path in (*census.changed, *census.removed):
            name = f"@pictures/{path}" if is_picture(path) else f"@links/{path}"
            paths |= set(self._shelves.paths(name))
        paths |= worded
        for path in (*census.changed, *census.removed):
            if path.startswith(("notices/", "lost/")) and path.endswith(".md"):
                paths |= self._dossier(path)
        changed = {path for path in census.changed if path.endswith(".md")}
        return (changed | self._files_of(paths | self._turned(last))) - set(census.removed)

    def _files_of(self, paths: set[str]) -> set[str]:
        """The files to read for these pieces: for one of many announcements, that of them all."""
        query = "SELECT batch FROM piece WHERE path = ? AND batch <> ''"
        execute = self._manifest.connection.execute
        found = ((path, execute(query, (path,)).fetchone()) for path in paths)
        return {batch[0] if batch else path for path, batch in found}

    def _dossier(self, path: str) -> set[str]:
        """An announcement and its earlier versions: one of them is read again with the others."""
        main = main_of(path)
        folder, name = main.rsplit("/", 1)
        prefix = f"{folder}/v" if name == "index.md" else f"{main.removesuffix('.md')}.v"
        found = self._manifest.connection.execute(
            "SELECT path FROM file WHERE path = ? OR path > ? AND path < ?",
            (main, prefix, f"{prefix}:"),
        )
        return {other for (other,) in found if main_of(other) == main}

    def _turned(self, last: datetime | None) -> set[str]:
        """Pieces that stand elsewhere because time has gone by, forth or back."""
        if last is None:
            return set()
        instants = sorted((int(last.timestamp()), int(self._order.clock.now.timestamp())))
        rows = self._manifest.connection.execute(
            "SELECT path FROM turn WHERE instant > ? AND instant <= ?", instants
        )
        return {path for (path,) in rows}

    def _rounds(self, paths: set[str], stock: Stock, vocabulary: Vocabulary, taken: Taken) -> None:
        superseded = self._superseded()
        hidden = self._hidden()
        generated = self._generated(assume_all=self._manifest.is_new)
        for _ in range(_ROUNDS):
            about_links = self._read(
                paths, stock, self._circumstances(vocabulary, superseded, generated, taken.unread)
            )
            taken.read += len(paths)
            stock.settle()
            now_superseded, now_hidden = self._superseded(), self._hidden()
            now_generated = self._generated()
            flipped = (hidden ^ now_hidden) | {
                path for path, _ in set(generated.items()) ^ set(now_generated.items())
            }
            flipped |= stock.moved
            stock.moved = set()
            paths = self._with_ids(superseded ^ now_superseded)
            for path in flipped:
                paths |= set(self._shelves.paths(f"@links/{path}"))
            if flipped:
                paths |= about_links
            paths = self._files_of(paths)
            superseded, hidden, generated = now_superseded, now_hidden, now_generated
            if not paths:
                return

    def _read(self, paths: set[str], stock: Stock, circumstances: Circumstances) -> set[str]:
        """Read texts and keep them; gives those that have a finding about a link."""
        if not paths:
            return set()
        tasks = sorted(paths)
        at_least = WORTH_SHARING if self._order.events is None else NEVER
        shared = is_shared(tasks, at_least)
        about_links: set[str] = set()

        blind = self._manifest.is_new and not self._seen
        self._seen = True

        def begin() -> Callable[[str], tuple[Reading, ...]]:
            if shared and not blind:
                self._manifest.reopen()
            return Reader(circumstances, self._order.setter()).read

        if blind:
            # Nothing of what is read is known yet, so nothing is asked; and what nobody reads
            # meanwhile can be written without a journal, once.
            self._known.learn()
            self._photos = dict(self._kept_photos())
        elif shared:
            # The processes that read look into the manifest too.
            self._manifest.share()

        total = len(tasks)
        for done, readings in enumerate(share_out(tasks, begin, at_least), 1):
            stock.put_file(readings)
            for reading in readings:
                self._keep_photos(reading)
                if _ABOUT_LINKS & {finding.code for finding in reading.findings}:
                    about_links.add(reading.path)
            self._progress.read(done, total)
        claims = list(stock.settle_claims())
        self._findings += claims
        # What has no place of its own has no row either that would tell what it links to.
        about_links |= {claim.location.path for claim in claims}
        self._known.forget()
        self._photos = {}
        return about_links

    def _set_entries_anew(self) -> None:
        """Set every entry that was set by other templates."""
        before, now = self._manifest.get("templates"), self._order.templates
        self._manifest.put("templates", now)
        if self._manifest.is_new or before == now:
            return
        execute = self._manifest.connection.execute
        paths = [path for (path,) in execute("SELECT path FROM piece WHERE public")]
        shared = is_shared(paths)
        if shared:
            self._manifest.share()

        def begin() -> Callable[[str], tuple[str, str]]:
            if shared:
                self._manifest.reopen()
            set_entry = self._order.setter()
            return lambda path: (set_entry(self._shelves.item(path)), path)

        for entry in share_out(paths, begin):
            execute("UPDATE piece SET entry = ? WHERE path = ?", entry)

    def _circumstances(
        self,
        vocabulary: Vocabulary,
        superseded: frozenset[str],
        generated: Mapping[str, str],
        unread: frozenset[str],
    ) -> Circumstances:
        order = self._order
        self._known.generated = generated
        surroundings = Surroundings(
            LinkTargets(self._known, Hidden(self._known)),
            self.photo,
            Pictures(self._known),
            self.darkroom.original,
        )
        return Circumstances(
            order.content,
            order.portal,
            order.clock,
            vocabulary,
            surroundings,
            superseded,
            unread,
            order.events,
            order.features,
        )

    # What is known of other texts

    def _superseded(self) -> frozenset[str]:
        return frozenset(self._shelves.names("superseding/"))

    def _hidden(self) -> set[str]:
        """Pieces that are drafts or embargoed."""
        rows = self._manifest.connection.execute(
            "SELECT path FROM piece WHERE hidden AND NOT public"
        )
        return {path for (path,) in rows}

    def _with_ids(self, ids: Iterable[str]) -> set[str]:
        return {path for id in ids for path in self._shelves.with_id(id)}

    def _generated(self, *, assume_all: bool = False) -> Mapping[str, str]:
        if assume_all:
            return self._order.generated(lambda row: True)
        return self._order.generated(self._shelves.stands)

    # Pictures

    def _forget_photos(self, census: Census) -> None:
        self._manifest.connection.executemany(
            "DELETE FROM photo WHERE path = ?",
            [(path,) for path in (*census.changed, *census.removed)],
        )

    def _develop(self, census: Census) -> None:
        """Develop new pictures before texts ask for them: each once, and all hands at work."""
        pictures = [path for path in census.changed if is_picture(path)]
        # The largest first, so that no process has one left when the others are done.
        pictures.sort(key=self.darkroom.size_of, reverse=True)
        developed = share_out(pictures, lambda: self.darkroom.photo, at_least=2, at_once=1)
        for done, photo in enumerate(developed, 1):
            if isinstance(photo, Photo):
                self.keep_photo(photo)
            self._progress.developed(done, len(pictures))

    def photo(self, path: str) -> Photo | PhotoFault | None:
        """The photo at a path: as it was described when it was last seen, or developed now."""
        if path in self._photos:
            return self._photos[path]
        if self._known.is_by_heart:
            return self.darkroom.photo(path)
        row = self._known.connection.execute(
            "SELECT photo FROM photo WHERE path = ?", (path,)
        ).fetchone()
        if row:
            photo = pickle.loads(row[0])
            assert isinstance(photo, Photo)
            return photo
        return self.darkroom.photo(path)

    def photo_of(self, rendition: str) -> Photo | None:
        """The photo of which the file at a path of the site is the largest rendition."""
        stem = _RENDITION.sub("", rendition)
        found = self._manifest.connection.execute(
            "SELECT path FROM photo WHERE path > ? AND path < ? ORDER BY path",
            (f"{stem}.", f"{stem}/"),
        ).fetchall()
        photos = (self.photo(path) for (path,) in found)
        ours = (photo for photo in photos if isinstance(photo, Photo))
        return next((photo for photo in ours if photo.largest.path == rendition), None)

    def _kept_photos(self) -> Iterator[tuple[str, Photo]]:
        for path, photo in self._manifest.connection.execute("SELECT path, photo FROM photo"):
            yield path, pickle.loads(photo)

    def _keep_photos(self, reading: Reading) -> None:
        for photo in reading.photos:
            if photo.src_uri not in self._photos:
                self.keep_photo(photo)

    def keep_photo(self, photo: Photo) -> None:
        self._manifest.connection.execute(
            "INSERT OR REPLACE INTO photo VALUES (?, ?, ?)",
            (photo.src_uri, photo.key, pickle.dumps(photo, 5)),
        )

    # What is wrong

    def _ordinary(self) -> Iterator[OrdinaryPage]:
        for path, value in self._manifest.connection.execute(
            "SELECT path, value FROM piece WHERE kind = 'page' ORDER BY path"
        ).fetchall():
            page = unpack(value)
            assert isinstance(page, OrdinaryPage), path
            yield page

    def _diagnostics(self, census: Census, taken: Taken) -> Iterator[Diagnostic]:
        yield from census.findings
        yield from self._findings
        yield from self._placements(taken)
        yield from self._printed(taken)
        for (found,) in self._manifest.connection.execute(
            "SELECT findings FROM piece WHERE findings IS NOT NULL"
        ).fetchall():
            yield from pickle.loads(found)
        if taken.read or census.changed or census.removed:
            wrong = any(found.is_error for (found) in self._findings)
            if wrong or taken.unread or doubts.are_there(self._shelves, taken.vocabulary):
                yield from self._between(taken)
                return
        # Of the rules between texts one gives a warning, with which a site may live for years.
        yield from site.policy_pages_exist(Manuscripts(pages=taken.ordinary))

    def _placements(self, taken: Taken) -> Iterator[Diagnostic]:
        """What an editor put on the front page: of a handful of pieces, and of the day."""
        catalogue = Catalogue(self._shelves, taken.vocabulary, self._order.clock)
        pieces = front_page.Pieces(
            self._shelves.written,
            lambda: (*self._known.texts(), *self._shelves.ids()),
            catalogue.is_superseded,
        )
        page = self._shelves.manuscript(FRONT)
        if isinstance(page, OrdinaryPage):
            yield from front_page.check(page, pieces, self._order.clock)

    def _printed(self, taken: Taken) -> Iterator[Diagnostic]:
        """What printed issues say of pieces, of those that are touched: all of it is an error, and
        what has one is not kept. But an issue may be without pieces for years."""
        shelves, touched, execute = self._shelves, taken.touched, self._manifest.connection.execute
        days = {
            name.partition("/")[2]: size
            for name, size in execute(
                "SELECT name, size FROM row WHERE name >= 'printed/' AND name < 'printed0'"
                " AND size > 0"
            )
        }
        if not days:
            return
        rows = {f"{kind}/{day}" for day in days for kind in ("printed", "issue")}
        suspects = {row.partition("/")[2] for row in rows & touched.rows}
        if self._manifest.is_new:
            suspects = set(days)
        paths = {path for day in suspects for path in shelves.paths(f"printed/{day}")}
        for piece in touched.pieces | touched.removed | set(taken.census.removed):
            for name in (piece, PurePosixPath(piece).stem):
                if shelves.size(f"@zone/{name}"):
                    paths |= set(shelves.paths(f"@zone/{name}"))
        for path in sorted(paths):
            issue = shelves.manuscript(path)
            if isinstance(issue, PrintedIssue):
                yield from printed.check(
                    issue, shelves.written, lambda: (*self._known.texts(), *shelves.ids())
                )
        for day, size in sorted(days.items()):
            if size > 1:
                first, *others = shelves.paths(f"printed/{day}")
                arguments = {"other": first, "url": f"/editions/{day}/"}
                yield from (Diagnostic("url-twice", Location(path), arguments) for path in others)
            if not shelves.size(f"issue/{day}") and day <= str(self._order.clock.day):
                (first,) = shelves.paths(f"printed/{day}", 0, 1)
                yield Diagnostic("issue-without-pieces", Location(first), {"day": day})

    def _between(self, taken: Taken) -> Iterator[Diagnostic]:
        """What texts name of each other: every text is looked at."""
        everything = self._manuscripts(taken)
        bodies = Bodies(self._shelves)
        yield from references.check(everything)
        yield from address_rules.check(
            everything, self._order.portal.addresses, self._known.attachments()
        )
        yield from site.check(everything, bodies)

    def _manuscripts(self, taken: Taken) -> Manuscripts:
        values = list(self._shelves.manuscripts())
        read = {value.source.path for value in values}
        unread = {path for path in self._known.texts() if path not in read} | taken.unread
        return Manuscripts.of(values, taken.vocabulary.gazetteer, unread)


def _meaning_of_place(words: Vocabulary, written: str) -> object:
    """What a reader sees of a place: its way down, and the code its papers bear."""
    place = words.gazetteer.get(written)
    if place is None:
        return None
    return [(above.names, above.slugs, above.code) for above in words.gazetteer.above(place)]


def _meaning_of_category(words: Vocabulary, word: str) -> object:
    category = words.category_words.get(word)
    return category and (category.slug, category.name)

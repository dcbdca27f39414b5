# SPDX-License-Identifier: MIT
"""One production of the site, from the content folder to the site folder, step by step.

Read (and stop where something is wrong), compose the frame, print what differs, publish. Plugins
add producers before it begins; the published site is as it was until the last step.
"""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from pickle import UnpicklingError

from linli.engine import fingerprint
from linli.engine import manifest as manifests
from linli.engine.frame import frame_view
from linli.engine.inspection import Inspection, begin_inspection
from linli.engine.lock import Lock
from linli.engine.look import Look, read_look
from linli.engine.lookup import LookupRecords
from linli.engine.manifest import Manifest
from linli.engine.precompression import Packing, packings
from linli.engine.pressroom import Plan, Pressroom
from linli.engine.printing import Printer
from linli.engine.progress import Progress, Silent
from linli.engine.reader import PageEvents
from linli.engine.search import SearchRecords
from linli.engine.settings import Settings
from linli.engine.shelves import Bodies, Shelves
from linli.engine.site_folder import CollisionError, SiteFolder
from linli.engine.stocktaking import Order, Stocktaking, Taken
from linli.engine.supplies import Supplies
from linli.engine.targets import Known
from linli.engine.workers import WorkerError
from linli.newsroom.addresses import Addresses
from linli.newsroom.catalogue import Catalogue
from linli.newsroom.photos import Photo
from linli.newsroom.portal import Clock
from linli.newsroom.versions import main_of
from linli.pages import indexes, ordinary, share, views
from linli.pages.page import Job
from linli.pages.paper import Paper
from linli.pages.producers import ALWAYS, Producer
from linli.pages.templates import EntrySetter, Press
from linli.photos.darkroom import Darkroom
from linli.photos.fonts import find_fonts
from linli.photos.settings import PLAIN, PhotoSettings
from linli.photos.studio import CardStudio
from linli.photos.sweeping import sweep
from linli.reading.articles import FRONT

__all__ = ["CollisionError", "Production", "StorageError", "Summary"]

MANIFEST = "manifest.db"


class StorageError(Exception):
    """The disk is full or must not be written; the text says which file and why."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What a build did, in numbers of files and in seconds."""

    scanned: int
    parsed: int
    rendered: int
    kept: int
    removed: int
    seconds: float


@dataclass(slots=True)
class Production:
    """The state of one build. Made anew for each, also while serving."""

    settings: Settings
    clock: Clock
    site: Path
    """Where the site is published."""
    purpose: str = "build"
    """`build` or `serve`: their sites have other addresses, so each has a memory of its own."""
    elsewhere: Path | None = None
    """Another folder for its memory, for whoever only asks."""
    producers: list[Producer] = field(default_factory=lambda: [*ALWAYS])
    has_sitemap: bool = False
    photos: PhotoSettings = PLAIN
    progress: Progress = field(default_factory=Silent)
    events: PageEvents | None = None
    """Other programs that want to see every piece. What they do nobody can foretell, so with
    them everything is read and printed anew on every build, by one process."""
    puts_off: bool = False
    """Whether somebody waits for a page: what no page shows is made by `catch_up`, afterwards."""
    owes: bool = False
    """Whether anything was put off."""
    _begun: float = field(default_factory=time.monotonic)
    _begun_at: int = field(default_factory=time.time_ns)
    _folder: SiteFolder = field(default_factory=lambda: SiteFolder(Path()))
    _inspection: Callable[[], Inspection] = Inspection
    _lock: Lock | None = None
    _manifest: Manifest | None = None
    _shelves: Shelves | None = None
    _stocktaking: Stocktaking | None = None
    _taken: Taken | None = None
    _paper: Paper | None = None
    _press: Press | None = None
    _look: Look | None = None
    _studio: CardStudio | None = None
    _frame: bytes = b""
    _composition: tuple[Path, tuple[views.Section, ...]] | None = None

    # Where its memory lies

    @property
    def memory(self) -> Path:
        """The folder of everything that may be thrown away."""
        return self.elsewhere or self.settings.cache / self.purpose

    @property
    def host(self) -> Path:
        """Where MkDocs builds its part of the site."""
        return self.memory / "host"

    @property
    def overrides(self) -> Path:
        """The folder of templates."""
        assert self.settings.overrides is not None, "without templates nothing is printed"
        return self.settings.overrides

    @property
    def _compiled(self) -> Path:
        """Where compiled templates are kept."""
        return self.settings.cache / "templates"

    @property
    def _negatives(self) -> Path:
        """Where developed photos are kept, for whoever builds here."""
        return self.settings.cache / "photos"

    @property
    def nowhere(self) -> Path:
        """An empty folder."""
        return self.memory / "nowhere"

    @property
    def is_new(self) -> bool:
        """Whether nothing was remembered of a build before."""
        return self._manifest is not None and self._manifest.is_new

    @property
    def taken(self) -> Taken:
        assert self._taken is not None, "nothing was read yet"
        return self._taken

    @property
    def paper(self) -> Paper:
        assert self._paper is not None, "nothing was composed yet"
        return self._paper

    # Reading

    def read(self, on_wait: Callable[[], None] = lambda: None) -> Taken:
        """Bring the manifest up to date with the content folder, and check what is there.

        `on_wait` is called if another build is at work here; this one waits until it is done.
        Raises StorageError.
        """
        with _storage(self.memory):
            self._lock = Lock(self.memory / "lock")
            self._lock.take(on_wait)
            try:
                return self._read()
            except _DAMAGE as error:
                self._throw_away(error)
                return self._read()

    def _throw_away(self, error: Exception) -> None:
        """A manifest damaged in a way that shows only where it is read. It is a memory, no more."""
        was_new = self.is_new
        self._forget()
        cause = (error.__cause__ or error) if isinstance(error, WorkerError) else error
        code = getattr(cause, "sqlite_errorcode", 0) & 0xFF
        # What is on its way out may lie in the way of what comes in; of a new site nothing does.
        in_the_way = isinstance(cause, CollisionError) and not was_new
        if code in _REFUSALS or not (in_the_way or isinstance(cause, _DAMAGE)):
            # A new manifest would fare no better.
            raise cause
        manifests.remove(self.memory / MANIFEST)

    def _read(self) -> Taken:
        settings = self.settings
        if self.events is not None:
            manifests.remove(self.memory / MANIFEST)
        manifest = Manifest(self.memory / MANIFEST, self._program())
        self._manifest = manifest
        self._folder = SiteFolder(self.site)
        self._folder.recover()
        self._inspection = Inspection
        if not manifest.is_new:
            self._inspection = begin_inspection(manifest.file, self._folder)
        self._shelves = Shelves(manifest, settings.portal.zone)
        order = Order(
            settings.content,
            settings.portal,
            self.clock,
            Darkroom(settings.content, self._negatives, self.photos),
            lambda stands: indexes.targets(stands, settings.portal.addresses, settings.features),
            lambda: EntrySetter(self.overrides, settings.portal.language, self._compiled).set,
            fingerprint.of_templates(self.overrides),
            self.events,
            settings.features,
        )
        self._stocktaking = Stocktaking(order, manifest, self._shelves, self.progress)
        self._taken = self._stocktaking.take()
        return self._taken

    def _program(self) -> str:
        """Everything that what is kept of a text depends on, besides the text."""
        settings = self.settings
        values = fingerprint.of_values(
            str(settings.portal.zone),
            settings.portal.language,
            settings.portal.addresses,
            sorted(settings.features),
            self.photos,
        )
        return f"{fingerprint.of_program()} {values.hex()}"

    # Composing

    def compose(self, overrides: Path, sections: tuple[views.Section, ...]) -> None:
        """Make the frame that all pages stand in, now that the masthead is known."""
        settings, taken = self.settings, self.taken
        assert self._shelves is not None
        self._composition = (overrides, sections)
        self._keep_photos_of_pages()
        studio = self._studio = self._hire_studio()
        shared = share.of_paper(settings.portal, studio)
        self._paper = Paper(
            settings.portal,
            Catalogue(self._shelves, taken.vocabulary, self.clock),
            Bodies(self._shelves),
            self._shelves,
            LookupRecords(self._shelves.manifest, taken.touched.lookups, self._folder.site),
            SearchRecords(self._shelves.manifest, self._folder.site),
            tuple(page for page in taken.ordinary if page.source.path != FRONT),
            settings.features,
            studio,
            shared.url if shared else "",
            frozenset({share.FAVICON, share.MANIFEST} & self._known().attachments().keys()),
            next((page.front for page in taken.ordinary if page.source.path == FRONT), ()),
        )
        self._look = read_look(overrides)
        frame = frame_view(self._paper, self._look, sections)
        self._press = Press(
            overrides,
            settings.portal.language,
            frame,
            settings.portal.base_path,
            self._compiled,
        )
        self._frame = fingerprint.of_values(
            fingerprint.of_templates(overrides),
            settings.portal,
            frame,
            studio.recipe if studio else "",
        )

    def _hire_studio(self) -> CardStudio | None:
        """Who draws share cards and icons; None where nobody wants any, or no font is there."""
        fonts = find_fonts(self.photos.font) if self.photos.share_cards else None
        if fonts is None:
            return None
        assert self._stocktaking is not None
        cache = self.settings.cache / "share_cards"
        return CardStudio(fonts, self._stocktaking.darkroom, cache)

    def ordinary_page(self, path: str, html: str) -> str:
        """A page that MkDocs set, in our frame."""
        assert self._press is not None, "nothing was composed yet"
        page = next(page for page in self.taken.ordinary if page.source.path == path)
        html = self._with_pictures(path, html)
        return self._press.page(ordinary.page(self.paper, page, html)).decode()

    def _with_pictures(self, path: str, html: str) -> str:
        """All renditions of the pictures of an ordinary page, of which MkDocs knows one."""
        stocktaking = self._stocktaking
        assert stocktaking is not None
        url = self.settings.portal.addresses.of_source(path)
        return ordinary.with_pictures(html, Addresses.file_of(url), stocktaking.photo_of)

    # What is asked of it without printing

    def context_of(self, path: str) -> tuple[bytes | None, bytes | None, str, str]:
        """For a file of the site or a text: the parts of its key when it was last made and now,
        when that was, and why; None for parts that there are not."""
        assert self._manifest is not None
        assert self._press is not None
        # Of all that is made from a text its own page is meant.
        url = self.settings.portal.addresses.of_source(path) if path.endswith(".md") else None
        target = path if url is None else Addresses.file_of(url)
        row = self._manifest.connection.execute(
            "SELECT parts, job, source, made, why FROM page WHERE path = ?", (target,)
        ).fetchone()
        before, job, source, made, why = row or (None, "", path, "", "")
        printer = Printer(
            *(self.paper, self._press, self._frame, self._folder, lambda *_: None),
            packings=self._packings(),
        )
        jobs = [one for producer in self.producers for one in producer(self.paper)]
        return before, printer.parts(target, source, job, jobs), made, why

    def pieces_of(self, path: str) -> list[str]:
        """The announcements of a file that holds many, by the path each would have by itself."""
        assert self._manifest is not None
        return [
            piece
            for (piece,) in self._manifest.connection.execute(
                "SELECT path FROM piece WHERE batch = ? AND batch <> '' ORDER BY path", (path,)
            )
        ]

    # What MkDocs is told

    def _keep_photos_of_pages(self) -> None:
        assert self._stocktaking is not None
        for path in self._supplies().pictures_of_pages():
            photo = self._stocktaking.photo(path)
            if isinstance(photo, Photo):
                self._stocktaking.keep_photo(photo)

    def target(self, path: str) -> str | None:
        """The URL of what an ordinary page links to and MkDocs does not build."""
        addresses = self.settings.portal.addresses
        assert self._shelves is not None
        assert self._stocktaking is not None
        if path == FRONT:
            return addresses.page()
        generated = indexes.targets(self._shelves.stands, addresses, self.settings.features)
        if path in generated:
            return generated[path]
        there = path == main_of(path) or self._known().sort(path) == "text"
        if there and self._shelves.piece(main_of(path)) is not None:
            return addresses.of_source(path)
        for category in self.taken.vocabulary.categories:
            if category.source.path == path and self._shelves.size(f"category/{category.slug}"):
                return addresses.index("categories", category.slug)
        for person in self.taken.vocabulary.people:
            if person.source.path == path and self._shelves.size(f"person/{person.slug}"):
                return addresses.index("people", person.slug)
        known = self._known()
        if known.sort(path) == "attachment" and path not in self._supplies().withheld():
            return path
        if known.sort(path) == "picture" and self._is_shown(path):
            photo = self._stocktaking.photo(path)
            return photo.largest.path if isinstance(photo, Photo) else None
        return None

    def _is_shown(self, path: str) -> bool:
        """Whether a picture is shown by a public piece, or by an ordinary page."""
        assert self._shelves is not None
        in_pages = path in set(self._supplies().pictures_of_pages())
        return in_pages or self._shelves.size(f"shows/{path}") > 0

    @property
    def ordinary_paths(self) -> list[str]:
        """The pages that MkDocs builds."""
        return [page.source.path for page in self.taken.ordinary if page.source.path != FRONT]

    def _known(self) -> Known:
        assert self._manifest is not None
        return Known(self._manifest, self.settings.portal.addresses)

    def _supplies(self) -> Supplies:
        assert self._shelves is not None
        assert self._stocktaking is not None
        return Supplies(
            self._shelves,
            self._known(),
            self._stocktaking.darkroom,
            self._stocktaking.photo,
            self.settings.content,
        )

    # Printing

    def print(self) -> Summary:
        """Make what differs and put the new site in place of the old.

        Raises CollisionError where two things would lie at one path, and StorageError.
        """
        with _storage(self.memory):
            try:
                return self._print()
            except (*_DAMAGE, CollisionError) as error:
                self._throw_away(error)
                self._read()
                assert self._composition is not None
                self.compose(*self._composition)
                return self._print()

    def _print(self) -> Summary:
        assert self._manifest is not None
        assert self._shelves is not None
        assert self._press is not None
        assert self._look is not None
        taken, look = self.taken, self._look
        jobs = [job for producer in self.producers for job in producer(self.paper)]
        jobs.append(Job("look", (), lambda: look.files, always=True))
        plan = Plan(
            jobs,
            self._frame,
            taken.touched,
            every_job=taken.desk_changed,
            day_changed=taken.day_changed,
            ordinary={
                Addresses.file_of(url): url
                for path in self.ordinary_paths
                if (url := self.settings.portal.addresses.of_source(path)) is not None
            },
            sitemap=self.settings.portal if self.has_sitemap and self.settings.portal.url else None,
            puts_off=self.puts_off,
            packings=self._packings(),
        )
        pressroom = Pressroom(
            self._manifest,
            self._shelves,
            self.paper,
            self._press,
            self._folder,
            self._supplies(),
            self.progress,
            self.events,
        )
        rendered, kept, removed = pressroom.print(plan, self.host, self._inspection())
        self.owes = bool(pressroom.owed)
        self._manifest.put("begun", self._begun_at)
        # For `linli explain`, which does not know MkDocs and what it made of the navigation.
        assert self._composition is not None
        self._manifest.put("sections", self._composition[1])
        self._manifest.put("photos", self.photos)
        photos = self._photos_in_use()
        self._manifest.finish()
        pressroom.settle()
        if taken.pictures_changed:
            sweep(self._negatives, photos, time.time())
        if self._studio is not None:
            self._studio.sweep(partial(_drawings, self._manifest))
        self._manifest.connection.close()
        self._manifest = None
        return Summary(
            taken.census.scanned,
            taken.read,
            rendered,
            kept,
            removed,
            time.monotonic() - self._begun,
        )

    def catch_up(self) -> Summary | None:
        """Make what this build has put off, where nothing has changed since; else the next build
        does. Raises what `read` and `print` raise."""
        later = Production(
            self.settings,
            self.clock,
            self.site,
            self.purpose,
            producers=self.producers,
            has_sitemap=self.has_sitemap,
            photos=self.photos,
        )
        try:
            taken = later.read()
            census = taken.census
            if later.is_new or taken.read or census.changed or census.removed:
                return None
            assert self._composition is not None
            later.compose(*self._composition)
            assert later._manifest is not None
            return later.print() if later._manifest.get("frame") == later._frame else None
        finally:
            later.abandon()

    def _packings(self) -> tuple[Packing, ...]:
        """In which forms texts have packed copies; whoever serves needs none."""
        return packings(self.settings.precompress) if self.purpose == "build" else ()

    def _photos_in_use(self) -> frozenset[str]:
        """The keys of all photos of the content folder."""
        assert self._manifest is not None
        return frozenset(
            key for (key,) in self._manifest.connection.execute("SELECT key FROM photo")
        )

    def abandon(self) -> None:
        """The build ends here: what was read is forgotten, and another may begin."""
        self._forget()
        if self._lock is not None:
            self._lock.give_back()
            self._lock = None

    def _forget(self) -> None:
        if self._manifest is not None:
            self._manifest.close()
            self._manifest = None


def _drawings(manifest: Manifest) -> list[str]:
    """Files of the site that may be share cards or icons."""
    query = "SELECT path FROM page WHERE path GLOB '*.????????.[pj][np]g'"
    return [path for (path,) in manifest.connection.execute(query)]


_DAMAGE = (sqlite3.DatabaseError, EOFError, UnpicklingError, WorkerError)
"""What comes of a manifest that is not what was written."""
_REFUSALS = frozenset(
    {
        *(sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_READONLY),
        *(sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_BUSY),
    }
)
"""Why SQLite fails where its file is not to blame."""
_HARDLY_ANY = 1 << 16
"""Bytes of free space with which nothing can be done."""


@contextmanager
def _storage(folder: Path) -> Iterator[None]:
    """What the disk refuses is told in a sentence."""
    try:
        yield
    except OSError as error:
        raise StorageError(f"{error.filename or ''}: {error.strerror or error}") from error
    except sqlite3.OperationalError as error:
        # SQLite says `disk I/O error` of a full disk too.
        full = shutil.disk_usage(folder).free < _HARDLY_ANY
        problem = os.strerror(errno.ENOSPC) if full else str(error)
        raise StorageError(f"{folder / MANIFEST}: {problem}") from error

# SPDX-License-Identifier: MIT
"""One production of the site, from the content folder to the site folder, step by step.

Read (and stop where something is wrong), compose every page as a value, print, publish. Plugins
add producers before it begins; nothing is written before everything is composed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from linli.engine import load as reading
from linli.engine.load import Loaded
from linli.engine.look import Look, read_look
from linli.engine.settings import Settings
from linli.engine.site_folder import copy, write
from linli.language.summaries import PRINTED
from linli.newsroom.addresses import Addresses
from linli.newsroom.categories import OrdinaryPage
from linli.newsroom.codes import Kind
from linli.newsroom.photos import Photo
from linli.newsroom.portal import Clock
from linli.pages import feed_links, indexes, ordinary, views
from linli.pages.page import File, Page, Product
from linli.pages.paper import Paper
from linli.pages.templates import Press
from linli.photos.darkroom import ONE_WIDTH

FRONT = "index.md"
"""The front page's shell: only its front matter is read."""

Producer = Callable[[Paper], Iterable[Product]]
"""Makes some of the site's pages and files from the paper, and from nothing else."""
Finisher = Callable[[Paper, Sequence[Page]], Iterable[File]]
"""Makes a file that lists the pages themselves."""


class CollisionError(Exception):
    """Two things would lie at one path; the text names it."""


@dataclass(slots=True)
class Production:
    """The state of one build. Made anew for each, also while serving."""

    settings: Settings
    clock: Clock
    producers: list[Producer] = field(default_factory=list)
    finishers: list[Finisher] = field(default_factory=list)
    photo_widths: tuple[int, ...] = ONE_WIDTH
    _loaded: Loaded | None = None
    _paper: Paper | None = None
    _press: Press | None = None
    _look: Look | None = None
    _pages: list[Page] = field(default_factory=list)
    _files: list[File] = field(default_factory=list)
    _attachments_withheld: frozenset[str] | None = None

    @property
    def loaded(self) -> Loaded:
        assert self._loaded is not None, "nothing was read yet"
        return self._loaded

    @property
    def paper(self) -> Paper:
        assert self._paper is not None, "nothing was composed yet"
        return self._paper

    def read(self) -> Loaded:
        """Read and check the content folder."""
        settings = self.settings
        self._loaded = reading.load(
            settings.content,
            settings.portal,
            self.clock,
            settings.cache,
            lambda catalogue: indexes.targets(
                catalogue, settings.portal.addresses, settings.features
            ),
            self.photo_widths,
        )
        return self._loaded

    def compose(self, overrides: Path, sections: tuple[views.Section, ...]) -> None:
        """Make every page as a value, and the frame they will stand in."""
        settings, loaded = self.settings, self.loaded
        paper = Paper(
            settings.portal,
            loaded.catalogue,
            loaded.bodies,
            tuple(page for page in loaded.manuscripts.pages if page.source.path != FRONT),
            settings.features,
        )
        self._paper = paper
        for producer in self.producers:
            for product in producer(paper):
                if isinstance(product, Page):
                    self._pages.append(product)
                else:
                    self._files.append(product)
        for finisher in self.finishers:
            self._files += finisher(paper, self._pages)
        self._refuse_collisions()
        self._look = read_look(overrides)
        self._press = Press(
            overrides,
            settings.portal.language,
            self._frame(paper, sections, self._look),
            settings.portal.base_path,
        )

    def _refuse_collisions(self) -> None:
        """No page takes another's place, and none is a file where another needs a folder."""
        content = str(self.settings.content)
        taken = {path for path in self.loaded.folder.others if self.leaves_to_mkdocs(path, content)}
        products: tuple[Product, ...] = (*self._pages, *self._files)
        for product in products:
            path = Addresses.file_of(product.url) if isinstance(product, Page) else product.path
            if path in taken:
                raise CollisionError(f"{path}: two things would lie here; one may be an old URL")
            taken.add(path)
        for path in sorted(taken):
            folder = path.rpartition("/")[0]
            while folder:
                if folder in taken:
                    raise CollisionError(f"{path}: `{folder}` is a file; one may be an old URL")
                folder = folder.rpartition("/")[0]

    def _frame(
        self, paper: Paper, sections: tuple[views.Section, ...], look: Look
    ) -> views.FrameView:
        portal = self.settings.portal
        return views.FrameView(
            imprint=views.Imprint(
                portal.name,
                portal.tagline,
                portal.sponsor,
                portal.publisher,
                portal.serial,
                tuple(views.Link(one.text, one.url or None) for one in portal.licences),
            ),
            language=portal.language.value,
            home=portal.addresses.page(),
            sections=sections,
            footer=tuple(self._policies()),
            feeds=feed_links.links(paper, portal.name),
            stylesheets=(look.stylesheet.path,),
            scripts=tuple(script.path for script in look.scripts),
            board_url=paper.board_url,
            icon=look.icon.path if look.icon else "",
        )

    def _policies(self) -> Iterator[views.Link]:
        """The pages of about/, for the foot of every page."""
        for page in self.loaded.manuscripts.pages:
            if page.source.path.startswith("about/"):
                url = self.settings.portal.addresses.of_source(page.source.path)
                yield views.Link(page.title, url)

    def ordinary_page(self, path: str, html: str) -> str:
        """A page that MkDocs set, in our frame."""
        assert self._press is not None, "nothing was composed yet"
        page = self._ordinary(path)
        folder = path.rpartition("/")[0]
        siblings = tuple(
            views.Link(other.title, self.settings.portal.addresses.of_source(other.source.path))
            for other in self.loaded.manuscripts.pages
            if folder and other.source.path.rpartition("/")[0] == folder and other is not page
        )
        return self._press.page(ordinary.page(self.paper, page, html, siblings)).decode()

    def _ordinary(self, path: str) -> OrdinaryPage:
        return next(page for page in self.loaded.manuscripts.pages if page.source.path == path)

    def print(self, folder: Path) -> int:
        """Write all that was composed below a folder; returns how many files."""
        assert self._press is not None, "nothing was composed yet"
        assert self._look is not None, "nothing was composed yet"
        count = write(folder, [*self._pages, *self._files, *self._look.files], self._press)
        return count + copy(folder, self._renditions())

    def _renditions(self) -> Iterator[tuple[str, Path]]:
        for photo in self._photos().values():
            for rendition in photo.renditions:
                yield rendition.path, self.loaded.darkroom.file_of(rendition)

    def _photos(self) -> dict[str, Photo]:
        """Every picture that a reader is shown, by its path."""
        hidden = self._hidden()
        shown: dict[str, Photo] = {}
        for path, body in self.loaded.bodies.items():
            if path not in hidden:
                shown |= {photo.src_uri: photo for photo in body.photos}
        for path in sorted(self.loaded.pictures):
            # A picture of an ordinary page is found by MkDocs, not by our typesetter.
            if not path.startswith(tuple(f"{kind.folder}/" for kind in Kind)):
                photo = self.loaded.darkroom.photo(path)
                if isinstance(photo, Photo):
                    shown[path] = photo
        return shown

    def _hidden(self) -> frozenset[str]:
        """Pieces whose text no reader sees: what is not public yet, and what was withdrawn."""
        loaded = self.loaded
        shown = {one.src_uri for one in loaded.catalogue.articles if not one.is_withdrawn}
        return frozenset(one.src_uri for one in loaded.manuscripts.articles) - shown

    def targets(self) -> dict[str, str]:
        """Whatever an ordinary page may link to and MkDocs does not build: URLs by path."""
        loaded, addresses = self.loaded, self.settings.portal.addresses
        targets = indexes.targets(loaded.catalogue, addresses, self.settings.features)
        targets[FRONT] = addresses.page()
        targets |= {
            article.src_uri: addresses.of_source(article.src_uri)
            for article in loaded.catalogue.articles
        }
        for category in loaded.catalogue.categories:
            if loaded.catalogue.in_category(category):
                path = category.source.path
                targets[path] = addresses.index("categories", category.slug)
        for portfolio in loaded.catalogue.portfolios:
            if portfolio.person is not None:
                path = portfolio.person.source.path
                targets[path] = addresses.index("people", portfolio.slug)
        return targets | {path: photo.largest.path for path, photo in self._photos().items()}

    def leaves_to_mkdocs(self, path: str, folder: str | None) -> bool:
        """Whether MkDocs builds or copies a file: ordinary pages, attachments, its plugins' own.

        Not the theme's files: our frame uses none of Material's scripts and stylesheets.
        """
        if folder is None:
            return True
        if Path(folder) != self.settings.content:
            return False
        if path in self.loaded.pictures or path in {reading.PLACES, FRONT}:
            return False
        if path in {value.source.path for value in self.loaded.manuscripts.pages}:
            return True
        return not path.endswith(".md") and path not in self._withheld()

    def _withheld(self) -> frozenset[str]:
        """Attachments that lie beside a hidden piece, or that one links to, and no other text."""
        if self._attachments_withheld is None:
            hidden = self._hidden()
            linked: dict[bool, set[str]] = {True: set(), False: set()}
            for path, body in self.loaded.bodies.items():
                linked[path in hidden] |= {use.target.src_uri for use in body.links}
            folders = {
                path.removesuffix("index.md") for path in hidden if path.endswith("/index.md")
            }
            beside = {
                path
                for path in self.loaded.folder.others
                if any(f"{above.as_posix()}/" in folders for above in PurePosixPath(path).parents)
            }
            self._attachments_withheld = frozenset((beside | linked[True]) - linked[False])
        return self._attachments_withheld

    def summary(self, files: int) -> str:
        """One line at the end of a build."""
        return PRINTED(self.settings.says).format(
            articles=len(self.loaded.manuscripts.articles),
            public=len(self.loaded.catalogue.articles),
            files=files,
        )

# SPDX-License-Identifier: MIT
"""The one way in: a content folder becomes a catalogue, set texts, and all that is wrong.

The build and `linli check` both come through here, so they say the same things.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

from linli.checking import addresses, consistency, copy_editing, privacy, references, site
from linli.engine.folder import Folder, scan
from linli.newsroom.announcements import Notice
from linli.newsroom.articles import PhotoNote, Report
from linli.newsroom.catalogue import Catalogue
from linli.newsroom.categories import OrdinaryPage
from linli.newsroom.diagnostics import Diagnostic, Location, in_file_order
from linli.newsroom.manuscripts import Manuscript, Manuscripts
from linli.newsroom.places import Gazetteer
from linli.newsroom.portal import Clock, Portal
from linli.photos.darkroom import ONE_WIDTH, SUFFIXES, Darkroom
from linli.reading.articles import read_file
from linli.reading.gazetteer import read_places
from linli.reading.links import LinkTargets
from linli.reading.markup.state import Surroundings
from linli.reading.markup.typesetter import Body, Typesetter

PLACES = "places.yml"


@dataclass(frozen=True, slots=True)
class Loaded:
    """One content folder at one instant."""

    folder: Folder
    manuscripts: Manuscripts
    catalogue: Catalogue
    bodies: Mapping[str, Body]
    """Set texts by the path of their file; of articles, categories and people."""
    darkroom: Darkroom
    diagnostics: tuple[Diagnostic, ...]
    """In file order."""

    @property
    def has_errors(self) -> bool:
        return any(finding.is_error for finding in self.diagnostics)

    @property
    def pictures(self) -> frozenset[str]:
        """Picture files of the folder; they are published as renditions only."""
        return frozenset(path for path in self.folder.others if _is_picture(path))


def load(
    content: Path,
    portal: Portal,
    clock: Clock,
    cache: Path,
    generated: Callable[[Catalogue], Mapping[str, str]],
    photo_widths: tuple[int, ...] = ONE_WIDTH,
) -> Loaded:
    """Read, set and check a whole content folder.

    `generated` tells the pages that the site makes by itself and that a text may link to: their
    URLs by the path that stands for them (`announcements/index.md`).
    """
    folder = scan(content)
    diagnostics = list(folder.diagnostics)
    gazetteer, found = _read_gazetteer(folder, portal.zone)
    diagnostics += found
    values: list[Manuscript] = []
    for path in folder.texts:
        text, found = _read_text(folder.root / path, path)
        diagnostics += found
        if text is None:
            continue
        diagnostics += privacy.check_text(path, text)
        read = read_file(path, text, portal.zone)
        diagnostics += read.diagnostics
        if read.value is not None:
            values.append(read.value)
    unread = {*folder.texts} - {value.source.path for value in values}
    if PLACES in folder.others and not gazetteer.places:
        unread.add(PLACES)
    manuscripts = Manuscripts.of(values, gazetteer, unread)
    catalogue = manuscripts.catalogue(clock)
    darkroom = Darkroom(content, cache / "photos", photo_widths)
    bodies, found = _set(manuscripts, catalogue, folder, portal, darkroom, generated(catalogue))
    diagnostics += found
    diagnostics += _site_wide(manuscripts, bodies, portal, _attachments(folder))
    return Loaded(folder, manuscripts, catalogue, bodies, darkroom, in_file_order(diagnostics))


def _site_wide(
    manuscripts: Manuscripts,
    bodies: Mapping[str, Body],
    portal: Portal,
    attachments: tuple[str, ...],
) -> Iterator[Diagnostic]:
    yield from references.check(manuscripts)
    yield from consistency.check(manuscripts)
    yield from privacy.check(manuscripts)
    yield from copy_editing.check(manuscripts)
    yield from addresses.check(manuscripts, portal.addresses, attachments)
    yield from site.check(manuscripts, bodies)


def _read_gazetteer(folder: Folder, zone: ZoneInfo) -> tuple[Gazetteer, list[Diagnostic]]:
    if PLACES not in folder.others:
        return Gazetteer(), []
    text, found = _read_text(folder.root / PLACES, PLACES)
    if text is None:
        return Gazetteer(), found
    gazetteer, diagnostics = read_places(PLACES, text, zone)
    return gazetteer, [*found, *diagnostics]


def _read_text(file: Path, path: str) -> tuple[str | None, list[Diagnostic]]:
    try:
        raw = file.read_bytes()
    except OSError as error:
        problem = error.strerror or type(error).__name__
        return None, [Diagnostic("file-unreadable", Location(path), {"problem": problem})]
    try:
        # Three kinds of line end, one of them ours: whoever counts lines counts the same ones.
        return raw.decode("utf-8").replace("\r\n", "\n").replace("\r", "\n"), []
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return None, [Diagnostic("not-utf8", Location(path, line), {"guess": _encoding(raw)})]


def _encoding(raw: bytes) -> str:
    """What Windows most likely saved: UTF-16 with its mark, or GB18030."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "UTF-16"
    try:
        raw.decode("gb18030")
    except UnicodeDecodeError:
        return ""
    return "GBK"


def _set(
    manuscripts: Manuscripts,
    catalogue: Catalogue,
    folder: Folder,
    portal: Portal,
    darkroom: Darkroom,
    generated: Mapping[str, str],
) -> tuple[dict[str, Body], list[Diagnostic]]:
    surroundings = Surroundings(
        _targets(manuscripts, catalogue, folder, portal, generated),
        darkroom.photo,
        tuple(path for path in folder.others if _is_picture(path)),
    )
    typesetter = Typesetter()
    bodies: dict[str, Body] = {}
    diagnostics: list[Diagnostic] = []
    for value in manuscripts.every:
        if isinstance(value, OrdinaryPage):
            continue
        body, found = typesetter.set(
            value.source, value.body, surroundings, _photo_notes(value), _credit(value)
        )
        bodies[value.source.path] = body
        diagnostics += found
    return bodies, diagnostics


def _targets(
    manuscripts: Manuscripts,
    catalogue: Catalogue,
    folder: Folder,
    portal: Portal,
    generated: Mapping[str, str],
) -> LinkTargets:
    public = {article.src_uri for article in catalogue.articles}
    hidden = {article.src_uri for article in manuscripts.articles} - public
    urls = dict(generated)
    urls |= {path: path for path in _attachments(folder)}
    urls |= {
        value.source.path: portal.addresses.of_source(value.source.path)
        for value in manuscripts.every
        if value.source.path not in hidden
    }
    # Where a file cannot be read that is said of it, not of every link to it.
    urls |= {path: path for path in manuscripts.unread if path not in urls}
    return LinkTargets(urls, frozenset(hidden))


def _photo_notes(value: Manuscript) -> tuple[PhotoNote, ...]:
    return value.photos if isinstance(value, Report | Notice) else ()


def _credit(value: Manuscript) -> str:
    """The line under a picture that names nobody: who supplied pictures, or who shot them."""
    if not isinstance(value, Report):
        return ""
    if value.credits:
        return "、".join(str(credit) for credit in value.credits)
    shot = [byline for byline in value.bylines if byline.photographed]
    return "、".join(f"{byline.name} 摄" for byline in shot)


def _attachments(folder: Folder) -> tuple[str, ...]:
    """What is published as it is: neither text nor picture."""
    return tuple(path for path in folder.others if not _is_picture(path) and path != PLACES)


def _is_picture(path: str) -> bool:
    return Path(path).suffix.lower() in SUFFIXES

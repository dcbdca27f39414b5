# SPDX-License-Identifier: MIT
"""What the desk has written: places, categories and people, the words by which pieces are read."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

from linli.engine.census import Census
from linli.engine.faults import PLACES
from linli.engine.manifest import Manifest
from linli.engine.texts import read_text
from linli.newsroom import printed
from linli.newsroom.categories import Category, Person
from linli.newsroom.codes import Kind
from linli.newsroom.diagnostics import Diagnostic
from linli.newsroom.manuscripts import Manuscript
from linli.newsroom.places import Gazetteer
from linli.newsroom.vocabulary import Vocabulary
from linli.reading.articles import FRONT, read_file
from linli.reading.gazetteer import read_places

_OF_PIECES = tuple(f"{kind.folder}/" for kind in Kind)


@dataclass(frozen=True, slots=True)
class Desk:
    """The vocabulary, as far as the desk's files could be read."""

    vocabulary: Vocabulary
    changed: bool
    """Whether any file of the desk, an ordinary page among them, differs from the last build's."""
    unread: frozenset[str]
    findings: tuple[Diagnostic, ...]
    """About places.yml; those of the other files are kept with them."""


def read_desk(
    content: Path, zone: ZoneInfo, manifest: Manifest, census: Census, before: Vocabulary
) -> Desk:
    """Bring a vocabulary up to date with the files that a census found changed."""
    changed = {*census.changed, *census.removed}
    if PLACES in changed:
        manifest.put("places", _read_gazetteer(content, zone, exists=PLACES in census.changed))
    gazetteer, findings, is_read = manifest.get("places", (Gazetteer(), (), True))
    unread = set() if is_read else {PLACES}
    categories = {category.source.path: category for category in before.categories}
    people = {person.source.path: person for person in before.people}
    for path in sorted(path for path in changed if path.endswith(".md")):
        if not path.startswith(("categories/", "people/")):
            continue
        categories.pop(path, None)
        people.pop(path, None)
        value = _read(content, path, zone) if path in census.changed else None
        if isinstance(value, Category):
            categories[path] = value
        elif isinstance(value, Person):
            people[path] = value
        elif value is None and path in census.changed:
            unread.add(path)
    return Desk(
        Vocabulary.of(gazetteer, categories.values(), people.values()),
        any(map(_is_the_desks, changed)),
        frozenset(unread),
        findings,
    )


def _is_the_desks(path: str) -> bool:
    if path == FRONT:
        # What stands on the front page is a row of its own.
        return False
    if path.startswith(printed.FOLDER):
        # And so is a printed issue.
        return False
    return path == PLACES or (path.endswith(".md") and not path.startswith(_OF_PIECES))


def _read(content: Path, path: str, zone: ZoneInfo) -> Manuscript | None:
    text, _ = read_text(content / path, path)
    return None if text is None else read_file(path, text, zone).value


def _read_gazetteer(
    content: Path, zone: ZoneInfo, *, exists: bool
) -> tuple[Gazetteer, tuple[Diagnostic, ...], bool]:
    """The gazetteer, what is wrong with it, and whether it could be read; none is an empty one."""
    if not exists:
        return Gazetteer(), (), True
    text, found = read_text(content / PLACES, PLACES)
    if text is None:
        return Gazetteer(), tuple(found), False
    gazetteer, diagnostics = read_places(PLACES, text, zone)
    return gazetteer, (*found, *diagnostics), bool(gazetteer.places)

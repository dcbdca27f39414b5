# SPDX-License-Identifier: MIT
"""What the desk has at hand for a piece that is begun: places, categories, ids that are taken.

Read straight from the content folder: a broken file elsewhere is the check's to tell of, and stops
nobody who writes another.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from zoneinfo import ZoneInfo

from linli.engine.faults import PLACES
from linli.engine.texts import read_text
from linli.newsroom.categories import Category
from linli.newsroom.codes import Kind
from linli.newsroom.places import Gazetteer
from linli.newsroom.versions import main_of
from linli.newsroom.vocabulary import Vocabulary
from linli.reading.articles import read_file
from linli.reading.batches import ids_in, is_batch
from linli.reading.gazetteer import read_places


@dataclass(frozen=True, slots=True)
class AtHand:
    """What a piece may name, as far as it could be read."""

    vocabulary: Vocabulary
    files: Mapping[str, str]
    """The file of each announcement, by its id."""
    unread: frozenset[str]
    """Files of the desk that could not be read."""


def at_hand(content: Path, zone: ZoneInfo) -> AtHand:
    """What the desk has in a content folder."""
    files: dict[str, str] = {}
    for path in announcements(content):
        text = read_text(content / path, path)[0] if is_batch(path) else ""
        files |= dict.fromkeys(ids_of(path, text or ""), path)
    unread: set[str] = set()
    places = gazetteer_of(content, zone)
    if (content / PLACES).is_file() and not places.places:
        unread.add(PLACES)
    categories: list[Category] = []
    for file in sorted((content / "categories").glob("*.md")):
        path = file.relative_to(content).as_posix()
        text, _ = read_text(file, path)
        value = None if text is None else read_file(path, text, zone).value
        if isinstance(value, Category):
            categories.append(value)
        elif value is None:
            unread.add(path)
    return AtHand(Vocabulary.of(places, categories, ()), files, frozenset(unread))


def announcements(content: Path) -> Iterator[str]:
    """The paths of all files with announcements, earlier versions among them."""
    for kind in Kind:
        if kind.is_announcement:
            for file in sorted((content / kind.folder).rglob("*.md")):
                if file.is_file() and not file.is_symlink():
                    yield file.relative_to(content).as_posix()


def ids_of(path: str, text: str) -> frozenset[str]:
    """The ids that a file takes: by its name, or those of the many announcements in it."""
    if is_batch(path):
        return frozenset(cutting.id for cutting in ids_in(path, text).cuttings)
    main = PurePosixPath(main_of(path))
    return frozenset({main.parent.name if main.stem == "index" else main.stem})


def gazetteer_of(content: Path, zone: ZoneInfo) -> Gazetteer:
    """The places, as far as they could be read."""
    text = read_text(content / PLACES, PLACES)[0] if (content / PLACES).is_file() else None
    return Gazetteer() if text is None else read_places(PLACES, text, zone)[0]

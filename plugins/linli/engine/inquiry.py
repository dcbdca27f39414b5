# SPDX-License-Identifier: MIT
"""`linli lookup`: the same leaves asked from the command line that a reader's browser asks."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from linli.engine.faults import PLACES
from linli.engine.settings import Settings, SettingsError
from linli.engine.texts import read_text
from linli.language import lookups as words
from linli.newsroom.codes import CODES
from linli.newsroom.nearest import nearest
from linli.newsroom.places import Gazetteer, Place
from linli.pages.lookup.answers import Found, Lookup, Question
from linli.pages.lookup.index import FOLDER
from linli.reading.gazetteer import read_places

AT_ONCE = 20
"""Answers that are told where not all are asked for."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What was found, and whether there may be more."""

    found: tuple[Found, ...]
    are_all: bool
    gazetteer: Gazetteer = field(repr=False)

    def place_of(self, answer: Found) -> str:
        """The most exact place of an announcement, in words; empty where it has none."""
        slugs = max(answer.record.places, key=len, default="")
        by_slugs = {"/".join(place.slugs): place for place in self.gazetteer}
        return by_slugs[slugs].path if slugs in by_slugs else slugs


def inquire(
    settings: Settings,
    text: str,
    *,
    code: str = "",
    place: str = "",
    year: int | None = None,
    everything: bool = False,
) -> Answers:
    """Look a number or a name up in the site as it was last built. Raises SettingsError."""
    if not (settings.site / FOLDER).is_dir():
        raise SettingsError(words.NO_SITE(settings.says).format(folder=f"{settings.site.name}/"))
    if code and code not in CODES:
        raise SettingsError(words.UNKNOWN_CODE(settings.says).format(code=code))
    gazetteer = _gazetteer(settings)
    slugs = _slugs(settings, gazetteer, place) if place else ""
    question = Question(text, code, slugs, year)
    found: list[Found] = []
    for answer in Lookup(lambda path: _read(settings.site / path)).ask(question):
        # Where a reader with a slow line may stop, nobody need stop here.
        if answer is None:
            continue
        if len(found) == AT_ONCE and not everything:
            return Answers(tuple(found), False, gazetteer)
        found.append(answer)
    return Answers(tuple(found), True, gazetteer)


def _read(file: Path) -> str | None:
    try:
        return file.read_text(encoding="utf-8")
    except FileNotFoundError:
        return None


def _gazetteer(settings: Settings) -> Gazetteer:
    if not (settings.content / PLACES).is_file():
        return Gazetteer()
    text, _ = read_text(settings.content / PLACES, PLACES)
    return Gazetteer() if text is None else read_places(PLACES, text, settings.portal.zone)[0]


def _slugs(settings: Settings, gazetteer: Gazetteer, written: str) -> str:
    """A place by its path, its shortest unique name or its slugs."""
    found = gazetteer.find(written)
    if isinstance(found, Place):
        return "/".join(found.slugs)
    slugs = {"/".join(place.slugs) for place in gazetteer}
    if written.strip("/") in slugs:
        return written.strip("/")
    near = nearest(written, gazetteer.spellings())
    said = words.UNKNOWN_PLACE(settings.says).format(place=written)
    raise SettingsError(said + (words.NEAREST(settings.says).format(nearest=near) if near else ""))

# SPDX-License-Identifier: MIT
"""A printed column drafted into the content folder: `linli import --announcements`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from linli.engine.at_hand import announcements, gazetteer_of, ids_of
from linli.engine.settings import Settings
from linli.engine.texts import read_text
from linli.newsroom.announcements import Lost
from linli.newsroom.codes import Kind
from linli.reading.articles import read_batch, read_file
from linli.reading.batches import SUFFIX, is_batch
from linli.reading.importing.column.drafts import Draft, Known, draft, holders_in
from linli.reading.importing.printing import Printing

_LOST = f"{Kind.LOST.folder}/"


@dataclass(frozen=True, slots=True)
class Import:
    """A draft, and the file it is for; None where it is only to be shown."""

    draft: Draft
    target: Path | None


def draft_column(
    text: str, settings: Settings, printing: Printing, output: Path | None, year: int
) -> Import:
    """Draft a batch from a column's text.

    Ids are of the year of the paper's date, else of the folder that the draft is for, else of
    `year`, the present one.
    """
    target = output
    if target is None and printing.date is not None:
        folder = settings.content / Kind.LOST.folder / str(printing.date.year)
        target = folder / f"{printing.date}{SUFFIX}"
    if printing.date is not None:
        year = printing.date.year
    elif target is not None and target.resolve().parent.name.isdecimal():
        year = int(target.resolve().parent.name)
    known = _known(settings, text)
    return Import(draft(text, printing, known, year), target)


def _known(settings: Settings, text: str) -> Known:
    """What the content folder has, as far as it can be a twin of what is in the text."""
    content, zone = settings.content, settings.portal.zone
    names = holders_in(text)
    ids: set[str] = set()
    lost: list[Lost] = []
    for path in announcements(content):
        raw, _ = read_text(content / path, path)
        ids |= ids_of(path, raw or "")
        if raw is None:
            continue
        # To take a text apart takes time, and most are about others.
        if not path.startswith(_LOST) or not any(name in raw for name in names):
            continue
        pieces = (
            [one for _, one in read_batch(path, raw, zone).pieces]
            if is_batch(path)
            else [read_file(path, raw, zone).value]
        )
        lost += [one for one in pieces if isinstance(one, Lost)]
    return Known(frozenset(ids), tuple(lost), gazetteer_of(content, zone))

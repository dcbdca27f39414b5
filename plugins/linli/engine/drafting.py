# SPDX-License-Identifier: MIT
"""Drafts laid into the content folder: their files and ids, and which of them stand already."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from zoneinfo import ZoneInfo

from linli.engine.at_hand import announcements, ids_of
from linli.engine.new_files import write_new
from linli.engine.settings import Settings
from linli.engine.texts import read_text
from linli.newsroom.articles import Article
from linli.newsroom.codes import Kind
from linli.newsroom.numbering import free_ids
from linli.reading.articles import read_batch, read_file
from linli.reading.batches import is_batch
from linli.reading.importing.drafted import Drafted
from linli.reading.importing.printing import Printing
from linli.reading.importing.twins import marks_of, twin_of
from linli.reading.slugs import slug_of
from linli.reading.writing import Value, piece

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_YEAR = re.compile(r"\d{4}(?=\D|$)")


@dataclass(frozen=True, slots=True)
class Laid:
    """Where a draft goes, or where what it says stands already."""

    draft: Drafted
    path: str
    """Relative to the content folder."""
    files: Mapping[str, bytes]
    """The text and its pictures; empty where the draft is there already."""

    @property
    def is_new(self) -> bool:
        return bool(self.files)


def lay_out(
    drafts: Sequence[Drafted], settings: Settings, printing: Printing, year: int
) -> tuple[Laid, ...]:
    """Decide on the file of each draft; nothing is written.

    What of `printing` a source does not tell itself, its drafts are given. A draft without a date
    goes to the folder of `year`.
    """
    content, zone = settings.content, settings.portal.zone
    taken = _Taken(content)
    laid: list[Laid] = []
    standing = _standing(content, drafts, zone)
    for draft in (_printed(one, printing) for one in drafts):
        twin = twin_of(draft, standing)
        again = twin_of_draft(draft, laid)
        if twin is not None:
            laid.append(Laid(draft, twin.source.where, {}))
        elif again is not None:
            laid.append(Laid(draft, again.path, {}))
        else:
            laid.append(taken.place(draft, year))
    return tuple(laid)


def twin_of_draft(draft: Drafted, laid: Iterable[Laid]) -> Laid | None:
    """The draft of this run that says word for word the same."""
    return next(
        (
            one
            for one in laid
            if one.is_new and one.draft.kind is draft.kind and one.draft.body == draft.body
        ),
        None,
    )


def write_down(laid: Laid, content: Path) -> bool:
    """Write a draft and its pictures, the text last; False where something lies there by now."""
    files = sorted(laid.files.items(), key=lambda file: file[0].endswith(".md"))
    return all(write_new(content / path, data) for path, data in files)


def _printed(draft: Drafted, printing: Printing) -> Drafted:
    """A draft with what has been said of the paper it was printed in."""
    keys: dict[str, Value] = dict(draft.keys)
    if printing.date is not None:
        keys.setdefault("date", printing.date)
        edition: dict[str, Value] = {"date": printing.date}
        edition |= {name: word for name in ("issue", "page") if (word := getattr(printing, name))}
        if len(edition) > 1:
            keys.setdefault("edition", edition)
    to_do = {name: words for name, words in draft.to_do.items() if name not in keys}
    return replace(draft, keys=keys, to_do=to_do)


def _standing(content: Path, drafts: Iterable[Drafted], zone: ZoneInfo) -> tuple[Article, ...]:
    """The pieces of the content folder that may be twins of drafts."""
    marks: dict[Kind, frozenset[str]] = {}
    for draft in drafts:
        marks[draft.kind] = marks.get(draft.kind, frozenset()) | marks_of(draft)
    return tuple(article for kind in marks for article in _pieces(content, kind, marks[kind], zone))


def _pieces(content: Path, kind: Kind, marks: frozenset[str], zone: ZoneInfo) -> Iterator[Article]:
    for file in sorted((content / kind.folder).rglob("*.md")):
        path = file.relative_to(content).as_posix()
        raw = None if file.is_symlink() else read_text(file, path)[0]
        # To take a text apart takes time, and most are about something else.
        if raw is None or not any(mark in raw for mark in marks):
            continue
        values = (
            [one for _, one in read_batch(path, raw, zone).pieces]
            if is_batch(path)
            else [read_file(path, raw, zone).value]
        )
        yield from (one for one in values if isinstance(one, Article))


class _Taken:
    """The file names and ids that are taken, by files or by drafts of this run."""

    def __init__(self, content: Path) -> None:
        self._content = content
        self._ids: set[str] = set()
        for path in announcements(content):
            text = read_text(content / path, path)[0] if is_batch(path) else ""
            self._ids |= ids_of(path, text or "")
        self._names: set[str] = set()

    def place(self, draft: Drafted, year: int) -> Laid:
        told = _YEAR.match(str(draft.keys.get("date", "")))
        folder = f"{draft.kind.folder}/{told[0] if told else year}"
        keys = dict(draft.keys)
        if draft.kind.is_announcement:
            name = next(free_ids(draft.kind, int(told[0]) if told else year, self._ids))
            self._ids.add(name)
            keys["id"] = name
        else:
            name = self._free_name(folder, draft)
        path = f"{folder}/{name}.md"
        if draft.enclosures:
            path = f"{folder}/{name}/index.md"
        files = {f"{folder}/{name}/{one.name}": one.data for one in draft.enclosures}
        text = piece(keys, draft.body, draft.to_do)
        return Laid(draft, path, {path: text.encode(), **files})

    def _free_name(self, folder: str, draft: Drafted) -> str:
        """The slug that the piece had, or that of its headline, with a number where it is taken."""
        slug = draft.slug if _SLUG.fullmatch(draft.slug) else slug_of(draft.slug or draft.headline)
        slug = slug or slug_of(draft.headline) or "gaojian"
        number = 1
        while True:
            name = slug if number == 1 else f"{slug}-{number}"
            place = f"{folder}/{name}"
            lies = any((self._content / one).exists() for one in (place, f"{place}.md"))
            if not lies and place not in self._names:
                self._names.add(place)
                return name
            number += 1

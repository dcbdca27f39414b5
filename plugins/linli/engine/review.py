# SPDX-License-Identifier: MIT
"""What the report on a pull request is made of: the content folder against an earlier commit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum

from linli.checking import history
from linli.engine.against import Change, Comparison
from linli.engine.explanations import explanations
from linli.engine.proofreading import error_rate
from linli.engine.repository import Repository
from linli.engine.settings import Settings
from linli.language import reviews
from linli.language.languages import Text
from linli.language.reviews import Deed
from linli.newsroom.announcements import Announcement, Lost, Number, Show
from linli.newsroom.articles import Article, Status
from linli.newsroom.diagnostics import Diagnostic, in_file_order
from linli.pages.review import Field, Piece, Review

_UNTOLD = frozenset({"source", "kind", "has_time"})
"""No keys of the front matter."""
_KEYS = {"published": "date"}


def review(
    settings: Settings,
    revision: str,
    now: datetime,
    found: Iterable[Diagnostic],
    preview: str = "",
) -> Review:
    """What differs from a commit, and what is said of it. Raises RepositoryError.

    `found` is all that the check says of the folder as it is.
    """
    repository = Repository(settings.content)
    commit = repository.commit(revision)
    comparison = Comparison(settings.content, settings.portal, repository, commit, now)
    changes = sorted(comparison.changes(), key=lambda change: change.path)
    findings = in_file_order((*found, *comparison.run()))
    differing = repository.differing(commit)
    told = {file for change in changes for file in change.files}
    of_these = tuple(one for one in findings if one.location.path in differing)
    slips = error_rate(settings.content, of_these, lambda path: path in differing)
    return Review(
        revision=commit.id[:12],
        now=now,
        folder=settings.content.name,
        site=settings.portal.url,
        pieces=tuple(_piece(change, settings, now) for change in changes),
        others=tuple(sorted(differing - told)),
        findings=of_these,
        elsewhere=Counter(one.severity for one in findings if one.location.path not in differing),
        fields=tuple(field for change in changes for field in _fields(change)),
        preview=preview,
        rate=f"{slips.per_10000:.1f}" if slips.slips else "",
        explained=explanations(settings).of,
    )


def _piece(change: Change, settings: Settings, now: datetime) -> Piece:
    addresses = settings.portal.addresses
    said = change.now or change.before
    url = addresses.of_source(change.path)
    was = addresses.of_source(change.was) if change.was else url
    deed = _deed(change, now)
    is_draft = said is None or said.status is Status.DRAFT
    never = is_draft or (deed is Deed.GONE and not change.was_public)
    return Piece(
        deed,
        _without_numbers(said.title, said) if said and change.is_read else "",
        _type(said),
        url,
        was=was if was != url else "",
        appears=None if never or said is None else said.appears,
        withdrawn=said.withdrawn.date if said and said.is_withdrawn and said.withdrawn else None,
    )


def _deed(change: Change, now: datetime) -> Deed:
    piece = change.now
    if piece is None:
        return Deed.UNREAD if change.is_there else Deed.GONE
    before = change.before
    if piece.is_withdrawn and not (before is not None and before.is_withdrawn):
        return Deed.WITHDRAWN
    if change.was_public and not piece.is_public(now):
        return Deed.HIDDEN
    if not change.was_public:
        return Deed.DRAFT if piece.status is Status.DRAFT else Deed.NEW
    return Deed.CHANGED if change.was == change.path else Deed.RENAMED


def _type(piece: Article | None) -> Text:
    if piece is None:
        return Text(reviews.EMPTY, reviews.EMPTY)
    if isinstance(piece, Announcement):
        name = piece.type.name if piece.type else Text("", "")
        return Text(f"{piece.code} {name.zh}".strip(), f"{piece.code} {name.en}".strip())
    return reviews.REPORT


def _fields(change: Change) -> Iterator[Field]:
    """What a published announcement says differently, and what of that needed a version."""
    before, now = change.before, change.now
    if not (change.was_public and isinstance(before, Announcement)):
        return
    if not isinstance(now, Announcement) or type(now) is not type(before):
        return
    guarded = set(history.changed_keys(before, now)) if now.version <= before.version else set()
    names = [one.name for one in fields(before) if one.name not in _UNTOLD]
    if now.is_withdrawn:
        names = [name for name in names if name in history.OF_TOMBSTONE or "withdrawn" in name]
    for name in names:
        old, new = getattr(before, name), getattr(now, name)
        if old != new:
            key = _KEYS.get(name, name)
            yield Field(now.id, key, _told(old, before), _told(new, now), name in guarded)


def _told(value: object, piece: Announcement) -> str:
    """A value in a few words, with no number that the site would not show."""
    if value is None or value == "" or value == ():
        return ""
    if isinstance(value, bool):
        return "public" if value else ""
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d %H:%M" if piece.has_time else "%Y-%m-%d")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return "；".join(_told(one, piece) for one in value)
    if isinstance(value, Number):
        shown = piece.shown(value) if isinstance(piece, Lost) else ""
        return f"{value.label} {shown}".strip()
    if is_dataclass(value):
        parts = (_told(getattr(value, one.name), piece) for one in fields(value))
        return "，".join(filter(None, parts))
    return _without_numbers(str(value), piece)


def _without_numbers(text: str, piece: Article) -> str:
    """A text in which a document's number stands as the table says."""
    if not isinstance(piece, Lost):
        return text
    for document in piece.documents:
        for number in document.numbers:
            if number.value and piece.show(number) is not Show.FULL:
                text = text.replace(number.value, piece.shown(number))
    return text

# SPDX-License-Identifier: MIT
"""What was published stays: it may be withdrawn, corrected or given a new version, and no more.

Each rule holds a piece as it was published against the same piece now.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum

from linli.newsroom.announcements import Announcement
from linli.newsroom.articles import Article, Report, Status
from linli.newsroom.diagnostics import Diagnostic
from linli.reading.redaction import MARK

_FREE = frozenset(
    {
        *("related", "aliases", "keywords", "topics", "corrections", "insertions", "resolved"),
        *("updated", "redactions", "privacy", "publish_at", "has_time", "source", "kind"),
        "item_type",
        # The status has a rule of its own, and so has the version.
        *("status", "withdrawn", "version"),
    }
)
"""What may change in an announcement without a new version.

`claim_by` is not among them: until when a thing can be claimed is what a reader relies on.
"""
OF_TOMBSTONE = ("title", "published", "code", "places")
"""What is still told of an announcement that was withdrawn."""
_KEYS = {"published": "date"}


def is_gone(piece: Article, url: str) -> Diagnostic:
    """A published piece has its file, or another piece has its URL among its aliases."""
    source = piece.source
    return Diagnostic("published-gone", source.top, {"file": source.where, "url": url})


def stays_public(now: Article, instant: datetime) -> Iterator[Diagnostic]:
    """What was published is not made a draft again, nor put off."""
    if now.is_public(instant):
        return
    key = "publish_at" if now.publish_at and now.publish_at > instant else "date"
    key = "status" if now.status is Status.DRAFT else key
    yield Diagnostic("published-hidden", now.source.at(key), {"file": now.source.where, "key": key})


def changes_have_a_version(before: Announcement, now: Announcement) -> Iterator[Diagnostic]:
    """What an announcement says changes only with a higher version."""
    if now.version > before.version:
        return
    changed = list(changed_keys(before, now))
    if now.version < before.version:
        changed.append("version")
    if before.is_withdrawn and not now.is_withdrawn:
        changed.append("status")
    if changed:
        yield _found("changed-without-version", now, changed)


def version_is_as_published(
    published: Announcement, kept: Announcement, number: int
) -> Iterator[Diagnostic]:
    """An earlier version is what was published under that number."""
    changed = list(changed_keys(published, kept))
    if changed:
        yield _found("version-differs", kept, changed, number=number)


def changes_are_told(before: Report, now: Report) -> Iterator[Diagnostic]:
    """Another text of a report comes with a correction or an update."""
    told = set(now.corrections) - set(before.corrections) or now.updated != before.updated
    if not told and not now.is_withdrawn and not _is_same(before.body, now.body, False):
        yield Diagnostic("changed-without-correction", now.source.in_body(0))


def _found(code: str, now: Announcement, changed: list[str], **arguments: int) -> Diagnostic:
    first = changed[0]
    place = now.source.in_body(0) if first == "body" else now.source.at(_KEYS.get(first, first))
    names = [_KEYS.get(key, key) for key in changed]
    return Diagnostic(
        code,
        place,
        {
            "keys_zh": tuple("正文" if key == "body" else key for key in names),
            "keys_en": tuple("text" if key == "body" else key for key in names),
            **arguments,
        },
    )


def changed_keys(before: Announcement, now: Announcement) -> Iterator[str]:
    """What an announcement says differently, as far as it may not; the text comes last."""
    if type(before) is not type(now):
        yield "code"
        return
    names = [one.name for one in fields(before) if one.name not in _FREE]
    if now.is_withdrawn:
        names = [name for name in names if name in OF_TOMBSTONE]
    redacted = bool(now.redactions)
    for name in sorted(names, key=lambda name: (name == "body", names.index(name))):
        if not _is_same(getattr(before, name), getattr(now, name), redacted):
            yield name


def _is_same(before: object, now: object, redacted: bool) -> bool:
    """Whether two values say the same; blank space says nothing, and a mark stands for any sign
    where words were taken out."""
    if isinstance(before, Enum | datetime | date) or type(before) is not type(now):
        return before == now
    if isinstance(before, str):
        assert isinstance(now, str)
        old, new = "".join(before.split()), "".join(now.split())
        if old == new or not redacted or MARK not in new:
            return old == new
        pattern = re.escape(new).replace(re.escape(MARK), ".")
        return re.fullmatch(pattern, old, re.DOTALL) is not None
    if isinstance(before, tuple):
        assert isinstance(now, tuple)
        return len(before) == len(now) and all(
            _is_same(old, new, redacted) for old, new in zip(before, now, strict=True)
        )
    if is_dataclass(before):
        return all(
            _is_same(getattr(before, one.name), getattr(now, one.name), redacted)
            for one in fields(before)
        )
    return before == now


def compare(before: Article, now: Article, instant: datetime) -> Iterator[Diagnostic]:
    """All that is wrong with a published piece as it is now."""
    hidden = list(stays_public(now, instant))
    yield from hidden
    if hidden:
        return
    if isinstance(before, Announcement) and isinstance(now, Announcement):
        yield from changes_have_a_version(before, now)
    elif isinstance(before, Report) and isinstance(now, Report):
        yield from changes_are_told(before, now)

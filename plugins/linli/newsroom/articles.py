# SPDX-License-Identifier: MIT
"""Articles: what every piece has, and what a report has beyond it.

Names follow IPTC and schema.org where they have one (headline, byline, credit line, dateline);
the keys of the front matter keep an editor's shorter word where content.md gives one.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from linli.newsroom.bylines import Byline, Credit
from linli.newsroom.codes import Kind
from linli.newsroom.diagnostics import Source


class Status(StrEnum):
    """Whether a piece may be shown."""

    DRAFT = "draft"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


class Prominence(StrEnum):
    """How far up the front page a report stands."""

    LEAD = "lead"
    FEATURED = "featured"
    NORMAL = "normal"

    @property
    def rank(self) -> int:
        return list(Prominence).index(self)


class Origin(StrEnum):
    """Whose work a report is."""

    OWN = "own"
    SUPPLIED = "supplied"
    REPOST = "repost"


class AiUse(StrEnum):
    """What part a generative model had; shown to the reader (标识办法, in force 2025-09-01)."""

    NONE = "none"
    ASSISTED = "assisted"
    GENERATED = "generated"


class Minors(StrEnum):
    """What the newsroom did about minors that a piece names."""

    NONE = "none"
    ANONYMISED = "anonymised"
    CONSENT = "consent"


class CorrectionKind(StrEnum):
    CORRECTION = "correction"
    CLARIFICATION = "clarification"
    UPDATE = "update"
    RETRACTION = "retraction"


@dataclass(frozen=True, slots=True)
class Correction:
    """A change to a published piece, told to the reader."""

    date: date
    kind: CorrectionKind
    text: str


@dataclass(frozen=True, slots=True)
class Edition:
    """The printed page a piece stood on."""

    date: date
    issue: str = ""
    page: str = ""
    page_name: str = ""


@dataclass(frozen=True, slots=True)
class Privacy:
    minors: Minors | None = None
    reviewer: str = ""
    basis: str = ""


@dataclass(frozen=True, slots=True)
class Withdrawal:
    date: date
    reason: str


@dataclass(frozen=True, slots=True)
class Redaction:
    """Words of a published piece that nobody may read any more, in no version of it."""

    date: date
    reason: str
    words: str = ""
    """What was taken out, while the file still holds it. A piece that was read has forgotten."""


@dataclass(frozen=True, slots=True)
class PhotoNote:
    """What `photos:` says of a file, where the image's own line does not."""

    file: str
    caption: str = ""
    alt: str | None = None
    """None: not given. An empty text says that the picture is decorative."""
    credit: str = ""
    creator: str = ""
    original: bool = False
    """Whether the file itself is given away, cleaned of what it must not tell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One piece of any kind, as its file says it."""

    kind: Kind
    source: Source
    body: str
    """The text below the front matter, Markdown."""
    title: str
    published: datetime
    """First published, with the offset of the site's zone."""
    has_time: bool = False
    """Whether the editor gave a time of day."""
    kicker: str = ""
    subtitle: str = ""
    updated: date | None = None
    publish_at: datetime | None = None
    status: Status = Status.PUBLISHED
    withdrawn: Withdrawal | None = None
    topics: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    """As written; the gazetteer knows which places they are."""
    summary: str = ""
    edition: Edition | None = None
    series: str = ""
    related: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()
    privacy: Privacy | None = None

    @property
    def src_uri(self) -> str:
        """Path in the content folder, with forward slashes."""
        return self.source.path

    @property
    def is_dated(self) -> bool:
        """Whether the file gives a date; in one that does not, `published` is a stopgap."""
        return "date" in self.source.key_lines

    @property
    def is_withdrawn(self) -> bool:
        return self.status is Status.WITHDRAWN

    @property
    def is_sample(self) -> bool:
        """Made up by this site's own makers to show what a page looks like."""
        return "示例" in self.keywords

    @property
    def modified(self) -> datetime:
        """When the piece last changed for a reader: the true `lastmod`."""
        days = [self.updated] if self.updated else []
        days += [correction.date for correction in self.corrections]
        days += [self.withdrawn.date] if self.withdrawn else []
        midnight = self.published.replace(hour=0, minute=0, second=0, microsecond=0)
        latest = max(
            (midnight.replace(year=day.year, month=day.month, day=day.day) for day in days),
            default=self.published,
        )
        return max(latest, self.published)

    @property
    def appears(self) -> datetime:
        """The instant before which nothing of the file may be anywhere in the output."""
        return max(self.published, self.publish_at or self.published)

    def is_public(self, now: datetime) -> bool:
        """Whether the piece may be shown at an instant."""
        return self.status is not Status.DRAFT and self.appears <= now


@dataclass(frozen=True, slots=True, kw_only=True)
class Report(Article):
    """A report: somebody wrote it, and it stands in a category."""

    kind: Kind = field(default=Kind.REPORT)
    category: str = ""
    """Slug or name, as written."""
    bylines: tuple[Byline, ...] = ()
    credits: tuple[Credit, ...] = ()
    prominence: Prominence = Prominence.NORMAL
    weight: int = 0
    photos: tuple[PhotoNote, ...] = ()
    origin: Origin = Origin.OWN
    source_name: str = ""
    original_title: str = ""
    original_url: str = ""
    editor: str = ""
    ai: AiUse = AiUse.NONE

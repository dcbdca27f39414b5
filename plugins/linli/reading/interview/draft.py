# SPDX-License-Identifier: MIT
"""A piece that is being asked for: what is known of it so far, and the file it will be."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from zoneinfo import ZoneInfo

from linli.language.languages import Language
from linli.newsroom.codes import CODES, AnnouncementCode, Kind
from linli.newsroom.diagnostics import Diagnostic
from linli.newsroom.numbering import free_ids
from linli.newsroom.vocabulary import Vocabulary
from linli.reading.dates import DateError, parse_moment
from linli.reading.writing import Value, piece

Judge = Callable[[str, str], Iterable[Diagnostic]]
"""All that is wrong with the text that a file at a path would have."""

_AWKWARD = re.compile(r"[\\\[\]\"'{}`*_<>&!\n]")

LACKS = frozenset({"missing-key", "code-needs-key", "body-empty"})
"""What is said of a piece of which not all is told yet."""
_INNER_LACKS = frozenset({"number-missing", "document-without-issuer"})
"""The same of a part of it, which no question will mend once all of it was given."""


@dataclass(slots=True)
class Picture:
    """A picture that goes with a report."""

    name: str
    alt: str = ""
    caption: str = ""
    credit: str = ""

    @property
    def is_plain(self) -> bool:
        """Whether no sign of its words would be taken for Markdown's own."""
        return not _AWKWARD.search(f"{self.alt}{self.caption}{self.credit}")

    @property
    def line(self) -> str:
        """Its line in the text; words that Markdown would misread stand in the front matter."""
        if not self.is_plain:
            return f"![]({self.name})"
        caption = f' "{self.caption}"' if self.caption else ""
        credit = f'{{ credit="{self.credit}" }}' if self.credit else ""
        return f"![{self.alt}]({self.name}{caption}){credit}"

    @property
    def note(self) -> dict[str, Value]:
        """Its entry in the front matter, where it needs one."""
        words = {"alt": self.alt, "caption": self.caption, "credit": self.credit}
        return {} if self.is_plain else {key: word for key, word in words.items() if word}


@dataclass(frozen=True, slots=True)
class Desk:
    """What an interview has to know of the paper."""

    says: Language
    zone: ZoneInfo
    today: date
    vocabulary: Vocabulary
    ids: tuple[str, ...]
    """Those of all announcements."""
    judge: Judge
    is_free: Callable[[str], bool]
    """Whether nothing lies where a piece would lie."""


@dataclass(slots=True)
class Draft:
    """A piece, as far as it is told."""

    kind: Kind
    desk: Desk
    keys: dict[str, Value] = field(default_factory=dict)
    body: str = ""
    slug: str = ""
    pictures: list[Picture] = field(default_factory=list)

    @property
    def type(self) -> AnnouncementCode | None:
        return CODES.get(str(self.keys.get("code", "")))

    @property
    def is_of_a_person(self) -> bool:
        """Whether what it declares lost is a person's."""
        holder = self.keys.get("holder")
        return isinstance(holder, dict) and holder.get("type") in {"person", "个人"}

    @property
    def day(self) -> date:
        """The day it is of, or today where none that can be read is told yet."""
        written = self.keys.get("date")
        if isinstance(written, date):
            return written
        try:
            return parse_moment(str(written), self.desk.zone)[0].date()
        except DateError:
            return self.desk.today

    @property
    def id(self) -> str:
        """The id it has, or else the next one that is free."""
        given = self.keys.get("id")
        return str(given) if given else next(free_ids(self.kind, self.day.year, self.desk.ids))

    @property
    def path(self) -> str:
        folder = f"{self.kind.folder}/{self.day.year}"
        if self.kind.is_announcement:
            return f"{folder}/{self.id}.md"
        name = self.slug or "a"
        return f"{folder}/{name}/index.md" if self.pictures else f"{folder}/{name}.md"

    @property
    def text(self) -> str:
        """The whole file."""
        return piece(self._keys, self._body)

    @property
    def _keys(self) -> Mapping[str, Value]:
        keys = dict(self.keys)
        if self.kind.is_announcement:
            keys["id"] = self.id
        notes: dict[str, Value] = {one.name: one.note for one in self.pictures if one.note}
        return keys | ({"photos": notes} if notes else {})

    @property
    def _body(self) -> str:
        """The text, with its pictures below the first paragraph."""
        first, gap, rest = self.body.partition("\n\n")
        lines = "\n".join(one.line for one in self.pictures if one.alt)
        return "\n\n".join(filter(None, (first, lines, rest if gap else "")))

    def errors(self) -> list[Diagnostic]:
        """All that the check would not let pass."""
        return [one for one in self.desk.judge(self.path, self.text) if one.is_error]

    def slips(self) -> list[Diagnostic]:
        """Errors that are no mere gaps."""
        return [one for one in self.errors() if one.code not in LACKS | _INNER_LACKS]

    def lost_causes(self) -> list[Diagnostic]:
        """Errors that no question will mend: all but gaps on the first level."""
        return [
            one
            for one in self.errors()
            if one.code not in LACKS or re.search(r"[.\[]", str(one.arguments.get("key", "")))
        ]

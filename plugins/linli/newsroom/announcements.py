# SPDX-License-Identifier: MIT
"""Announcements: notices of an office, and what people have lost or found."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Self

from linli.newsroom.articles import Article, Edition, PhotoNote, Redaction
from linli.newsroom.codes import CODES, AnnouncementCode, Kind
from linli.newsroom.identifiers import (
    NumberKind,
    is_bank_card,
    is_like_a_resident_id,
    is_masked,
    kind_of,
    mask,
)
from linli.newsroom.things import ItemType, Side


class Show(StrEnum):
    """How much of a document's number the site shows."""

    FULL = "full"
    MASKED = "masked"
    HIDDEN = "hidden"


class HolderType(StrEnum):
    PERSON = "person"
    ORGANISATION = "organisation"


class State(StrEnum):
    """Where an announcement stands on a day."""

    SCHEDULED = "scheduled"
    OPEN = "open"
    CLOSING = "closing"
    """Open, with seven days or fewer to go."""
    CLOSED = "closed"
    IN_FORCE = "in-force"
    """It has no end: what was declared void stays void."""
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"

    @property
    def is_current(self) -> bool:
        """Whether it still asks something of a reader."""
        return self in {State.SCHEDULED, State.OPEN, State.CLOSING}


class Remark(StrEnum):
    """What is said of an announcement beside its state: one that was corrected may be open."""

    CORRECTED = "corrected"
    REDACTED = "redacted"


CLOSING_DAYS = 7
"""Days before its last day from which an open announcement is closing."""
BOARD_DAYS = 30
"""How long an announcement without an end stays on the notice board."""


_PRIVATE_LABELS = ("身份证", "公民身份", "护照", "通行证", "手机", "银行卡", "社保", "医保")


@dataclass(frozen=True, slots=True)
class Issuer:
    """The office or company that gives notice."""

    name: str
    uscc: str = ""
    department: str = ""


@dataclass(frozen=True, slots=True)
class Holder:
    """Whose documents or things were lost."""

    type: HolderType
    name: str
    uscc: str = ""


@dataclass(frozen=True, slots=True)
class Number:
    """A number that a document bears."""

    label: str
    value: str
    """The whole number as the source has it. The site shows `Lost.shown`, never this."""
    show: Show | None = None
    """None: in full for an organisation, masked for a person."""

    @property
    def is_private(self) -> bool:
        """Whether it says who a person is, where to call or to pay: of a person, never in full."""
        if any(word in self.label for word in _PRIVATE_LABELS) or is_bank_card(self.value):
            return True
        return kind_of(self.value) in {NumberKind.RESIDENT_ID, NumberKind.MOBILE}


@dataclass(frozen=True, slots=True)
class LostDocument:
    """One document declared lost."""

    name: str
    type: str = ""
    copy: str = ""
    """正本, 副本 …"""
    issuer: str = ""
    issued_on: date | None = None
    numbers: tuple[Number, ...] = ()


@dataclass(frozen=True, slots=True)
class Contact:
    """Where to ask. An office line is public; a private number only with `public: true`."""

    desk: str
    phone: str = ""
    public: bool = False


@dataclass(frozen=True, slots=True)
class Insertion:
    """One printed appearance."""

    date: date
    edition: Edition | None = None


@dataclass(frozen=True, slots=True)
class Resolved:
    """How a lost or found thing's story ended."""

    date: date
    how: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Announcement(Article):
    """What notices and lost-and-found pieces share: an id, a type, a history."""

    id: str = ""
    version: int = 1
    code: str = ""
    supersedes: str = ""
    corrects: str = ""
    contacts: tuple[Contact, ...] = ()
    insertions: tuple[Insertion, ...] = ()
    redactions: tuple[Redaction, ...] = ()

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """What to say beside its state. What another corrects has an entry of its own for it:
        a check holds that both ends agree."""
        corrected = (Remark.CORRECTED,) if self.corrections else ()
        return (*corrected, Remark.REDACTED) if self.redactions else corrected

    @property
    def issued(self) -> date:
        """The day on which this version was published."""
        return self.updated if self.updated is not None and self.version > 1 else self.day

    @property
    def as_issued(self) -> Self:
        """Without what may be added to a version after it was published."""
        return replace(self, corrections=(), insertions=(), redactions=(), related=())

    @property
    def type(self) -> AnnouncementCode | None:
        """Its entry in the list of codes; None only in a file that has an error."""
        return CODES.get(self.code)

    @property
    def day(self) -> date:
        return self.published.date()

    @property
    def opens(self) -> date:
        """The first day on which it asks something of a reader."""
        return self.day

    @property
    def named_end(self) -> date | None:
        """The last day that the announcement itself names."""
        return None

    @property
    def closes(self) -> date | None:
        """The last day on which it is open: the day it names, else the law's, else its type's.

        None for what has no end.
        """
        if self.named_end is not None:
            return self.named_end
        if self.type is None:
            return None
        if self.type.clock is not None:
            return self.type.clock.ends(self.day)
        if self.type.expires_after is not None:
            return self.opens + timedelta(days=self.type.expires_after)
        return None

    @property
    def leaves_board(self) -> date | None:
        """The last day on which it hangs on the notice board; None where nothing names one."""
        return self.closes

    @property
    def turning_days(self) -> frozenset[date]:
        """The days on which its state, or whether it hangs on the board, can change.

        Between two of them nothing about it changes by itself.
        """
        leaves = self.leaves_board or self.day + timedelta(days=BOARD_DAYS)
        days = {self.opens, leaves + timedelta(days=1)}
        if self.closes is not None:
            days |= {self.closes - timedelta(days=CLOSING_DAYS), self.closes + timedelta(days=1)}
        return frozenset(days)

    def state(self, day: date, *, superseded: bool = False) -> State:
        """Where it stands on a day; only the catalogue knows whether another supersedes it."""
        if self.is_withdrawn:
            return State.WITHDRAWN
        if superseded:
            return State.SUPERSEDED
        if day < self.opens:
            return State.SCHEDULED
        if self.closes is None:
            return State.IN_FORCE
        if day > self.closes:
            return State.CLOSED
        return State.CLOSING if (self.closes - day).days <= CLOSING_DAYS else State.OPEN

    def is_on_board(self, day: date, *, superseded: bool = False) -> bool:
        """Whether it hangs on the notice board on a day."""
        state = self.state(day, superseded=superseded)
        if state in {State.WITHDRAWN, State.SUPERSEDED}:
            return False
        return day <= (self.leaves_board or self.day + timedelta(days=BOARD_DAYS))


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice(Announcement):
    """A notice that an office or a company gives."""

    kind: Kind = field(default=Kind.NOTICE)
    issuer: Issuer = field(default_factory=lambda: Issuer(""))
    effective_from: date | None = None
    deadline: date | None = None
    expires: date | None = None
    photos: tuple[PhotoNote, ...] = ()

    @property
    def opens(self) -> date:
        return self.effective_from or self.day

    @property
    def named_end(self) -> date | None:
        return self.deadline or self.expires

    @property
    def leaves_board(self) -> date | None:
        return self.expires or self.closes


@dataclass(frozen=True, slots=True, kw_only=True)
class Lost(Announcement):
    """A document declared void, a thing lost, or a thing found."""

    kind: Kind = field(default=Kind.LOST)
    holder: Holder = field(default_factory=lambda: Holder(HolderType.ORGANISATION, ""))
    documents: tuple[LostDocument, ...] = ()
    item: str = ""
    item_type: ItemType | None = None
    """The category of a thing, where the editor gave one."""
    lost_on: date | None = None
    lost_where: str = ""
    claim_by: date | None = None
    resolved: Resolved | None = None

    @property
    def named_end(self) -> date | None:
        return self.claim_by

    @property
    def as_issued(self) -> Self:
        # A resolved loss is one whose claim has ended: what was published said when it would.
        return replace(super(Lost, self).as_issued, resolved=None, item_type=None)

    @property
    def side(self) -> Side | None:
        """On which side of the board of things it stands; None for a document."""
        return Side.of(self.code)

    @property
    def category(self) -> ItemType:
        """The category of a thing."""
        return self.item_type or ItemType.OTHER

    def is_settled(self, day: date) -> bool:
        """Whether what was lost was found, or what was found given back, by a day."""
        return self.resolved is not None and day >= self.resolved.date

    @property
    def closes(self) -> date | None:
        ends = [super(Lost, self).closes, self.resolved.date if self.resolved else None]
        return min((day for day in ends if day is not None), default=None)

    @property
    def turning_days(self) -> frozenset[date]:
        """As for any announcement, and the day on which it was settled."""
        settled = {self.resolved.date} if self.resolved else set()
        return super(Lost, self).turning_days | settled

    def state(self, day: date, *, superseded: bool = False) -> State:
        """As for any announcement; what was found or given back is closed from that day on."""
        state = super(Lost, self).state(day, superseded=superseded)
        return State.CLOSED if self.is_settled(day) and state.is_current else state

    def is_on_board(self, day: date, *, superseded: bool = False) -> bool:
        """As for any announcement; what is settled is taken down the same day."""
        if self.is_settled(day):
            return False
        return super(Lost, self).is_on_board(day, superseded=superseded)

    def show(self, number: Number) -> Show:
        """How much of a number is shown: what the editor asked for, else by whose it is."""
        if number.show is not None:
            return number.show
        return Show.FULL if self.holder.type is HolderType.ORGANISATION else Show.MASKED

    def shown(self, number: Number) -> str:
        """A document's number as it may be published; empty where it is hidden.

        This is the only way from a number to the site: what is masked here is masked everywhere.
        """
        show = self.show(number)
        if show is Show.HIDDEN:
            return ""
        kind = kind_of(number.value)
        if "身份证" in number.label or "公民身份" in number.label:
            # A wrong digit must not make of a resident's number a long one that shows four, or all.
            kind = NumberKind.RESIDENT_ID
        is_person = self.holder.type is HolderType.PERSON
        if is_person and kind is NumberKind.LONG_NUMBER and is_like_a_resident_id(number.value):
            kind = NumberKind.RESIDENT_ID
        personal = is_person and number.is_private
        if show is Show.FULL and not personal:
            return number.value
        if is_masked(number.value) or "*" in number.value:
            return number.value
        return mask(number.value, kind or NumberKind.LONG_NUMBER)

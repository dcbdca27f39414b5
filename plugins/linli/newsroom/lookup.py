# SPDX-License-Identifier: MIT
"""What an announcement is looked up by: its numbers and its names, each in one spelling.

A clerk types a number as the paper before him has it, in full width, with spaces or hyphens, in
small letters. So the announcement's numbers and the typed one are brought to one key before they
are compared; names are likewise. Nothing masked or hidden has a key.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from hashlib import blake2b
from typing import NamedTuple

from linli.newsroom.announcements import Announcement, HolderType, Lost, Notice
from linli.newsroom.vocabulary import Vocabulary

SIGNS = "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz"
"""The 64 digits of days and marks, in the order of their code points."""
_NO_SIGN = re.compile("[^0-9A-Z]+")
_FIRST_DAY = date(1600, 1, 1)
_LAST_CODE = len(SIGNS) ** 3 - 1
_IN_TEXT = re.compile(r"(?=[A-Z]*[0-9][A-Z]*[0-9][A-Z]*[0-9][A-Z]*[0-9])[0-9A-Z]{8,}")
"""What is long enough, with four digits or more, to be the number of something."""


class Record(NamedTuple):
    """One announcement as a look-up compares and shows it. It holds what anybody may see."""

    day: date
    """First published."""
    mark: str
    """Two signs made from the id: with the day they refer to a record, or in rare cases to two."""
    id: str
    url: str
    title: str
    code: str
    places: tuple[str, ...] = ()
    """Slugs of each place, from the district down: `shuangliu/xihanggang`."""
    names: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    standing: str = ""
    """`withdrawn` or `superseded`; empty for what stands."""

    @property
    def ref(self) -> str:
        """Five signs that refer to it: the day and the mark."""
        return day_code(self.day) + self.mark

    def line(self) -> str:
        """The record without its day, as one line of JSON."""
        return json.dumps(
            [
                *(self.mark, self.id, self.url, self.title, self.code),
                *(self.places, self.names, self.numbers, self.standing),
            ],
            ensure_ascii=False,
            separators=(",", ":"),
        )

    @classmethod
    def of_line(cls, day: date, line: str) -> Record:
        """Read what `line` wrote."""
        mark, id, url, title, code, places, names, numbers, standing = json.loads(line)
        lists = (tuple(places), tuple(names), tuple(numbers))
        return cls(day, mark, id, url, title, code, *lists, standing)


def record_of(
    announcement: Announcement, url: str, vocabulary: Vocabulary, *, superseded: bool = False
) -> Record:
    """The record of a public announcement. Of a withdrawn one only the id is kept."""
    withdrawn = announcement.is_withdrawn
    return Record(
        announcement.day,
        mark_of(announcement.id),
        announcement.id,
        url,
        announcement.title,
        announcement.code,
        tuple("/".join(place.slugs) for place in vocabulary.places_of(announcement)),
        () if withdrawn else _unlike(_names(announcement), name_key),
        (announcement.id,) if withdrawn else _unlike(_numbers(announcement), number_key),
        "withdrawn" if withdrawn else "superseded" if superseded else "",
    )


def mark_of(id: str) -> str:
    """Two signs for an id; ids of one day that share them are told apart by their records."""
    high, low = blake2b(id.encode(), digest_size=2).digest()
    return SIGNS[high & 63] + SIGNS[low & 63]


def day_code(day: date) -> str:
    """Three signs for a day, in the order of days; later ones than there are signs for have those
    of the last."""
    days = min(max((day - _FIRST_DAY).days, 0), _LAST_CODE)
    return SIGNS[days >> 12 & 63] + SIGNS[days >> 6 & 63] + SIGNS[days & 63]


def day_of(code: str) -> date:
    """The day of three signs."""
    high, middle, low = map(SIGNS.index, code)
    return _FIRST_DAY + timedelta(days=(high << 12) + (middle << 6) + low)


def number_key(text: str) -> str:
    """A number for comparison: NFKC, upper case, nothing but 0-9 and A-Z.

    `J6510-1555 27401`, `ｊ６５１０１５５５２７４０１` and `核准号：J6510155527401` have one key.
    """
    return _NO_SIGN.sub("", _plain(text))


def name_key(text: str) -> str:
    """A name for comparison: NFKC, upper case, letters and digits only."""
    plain = _plain(text)
    return plain if plain.isalnum() else "".join(sign for sign in plain if sign.isalnum())


def _plain(text: str) -> str:
    # Nearly every text is normal as it stands, and to ask is quicker than to make it so.
    normal = unicodedata.is_normalized("NFKC", text)
    return (text if normal else unicodedata.normalize("NFKC", text)).upper()


def pairs(key: str) -> set[str]:
    """Every two neighbouring signs of a name's key."""
    return {key[at : at + 2] for at in range(len(key) - 1)}


def _names(announcement: Announcement) -> Iterator[str]:
    if isinstance(announcement, Notice):
        yield announcement.issuer.name
    if isinstance(announcement, Lost):
        yield announcement.holder.name
        yield from (document.issuer for document in announcement.documents)
        yield announcement.item


def _numbers(announcement: Announcement) -> Iterator[str]:
    yield announcement.id
    if isinstance(announcement, Notice):
        yield announcement.issuer.uscc
    if isinstance(announcement, Lost):
        yield announcement.holder.uscc
        shown = (
            announcement.shown(number)
            for document in announcement.documents
            for number in document.numbers
        )
        yield from (value for value in shown if "*" not in value)
        if announcement.holder.type is HolderType.PERSON:
            return
    # A number that stands in the text alone is as good as one in the table.
    text = unicodedata.normalize("NFKC", announcement.body).upper()
    yield from _IN_TEXT.findall(text)


def _unlike(texts: Iterable[str], key: Callable[[str], str]) -> tuple[str, ...]:
    """Texts whose keys differ, in their order, without those that have none."""
    first: dict[str, str] = {}
    for text in texts:
        first.setdefault(key(text), text)
    first.pop("", None)
    return tuple(first.values())

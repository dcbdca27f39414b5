# SPDX-License-Identifier: MIT
"""What a piece is searched by: its texts, in one spelling, cut into every two neighbouring signs.

A reader remembers a part of a name or of a sentence, writes it as his telephone does, and knows
nothing of words: so any two signs that stand together are a term.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import IntEnum
from operator import add
from typing import NamedTuple

from linli.newsroom.announcements import Announcement, Lost, Notice
from linli.newsroom.articles import Article, Report
from linli.newsroom.vocabulary import Vocabulary

Simplified = Mapping[int, str]
"""What each traditional sign becomes, by its code point."""
_NO_SIGN = re.compile(r"[\W_]+")
"""Whatever is neither a letter nor a digit: where a run ends."""
_MARKS = re.compile("[，。、；：？！（）《》“”‘’…—·\\s]+")
_BLANK = " "


class Weight(IntEnum):
    """How much it says of a piece that a term stands there."""

    TEXT = 0
    SUMMARY = 1
    KICKER = 2
    """The kicker and the subtitle."""
    TITLE = 3


class Document(NamedTuple):
    """A piece as the search shows and compares it. It holds what anybody may read."""

    url: str
    kind: str
    day: date
    title: str
    kicker: str
    subtitle: str
    group: str
    """The name of its category or of its code."""
    place: str
    """The name of its most exact place."""
    blocks: tuple[str, ...]
    """The summary that an editor wrote, or nothing; the paragraphs; then all other words."""
    filters: tuple[str, ...] = ()
    """Terms that no text can hold: `=kind/report`."""

    def line(self) -> str:
        """The piece without its filters, as one line of JSON."""
        return json.dumps(
            [
                *(self.url, self.kind, self.day.isoformat(), self.title, self.kicker),
                *(self.subtitle, self.group, self.place, self.blocks),
            ],
            ensure_ascii=False,
            separators=(",", ":"),
        )

    @classmethod
    def of_line(cls, line: str, filters: str = "") -> Document:
        """Read what `line` and `filter_lines` wrote."""
        url, kind, day, *names, blocks = json.loads(line)
        title, kicker, subtitle, group, place = names
        return cls(
            *(url, kind, date.fromisoformat(day), title, kicker, subtitle, group, place),
            tuple(blocks),
            tuple(filters.split("\n")) if filters else (),
        )

    @property
    def filter_lines(self) -> str:
        return "\n".join(self.filters)


class Terms(NamedTuple):
    """The terms of a piece; among them may be some with a blank, which are none."""

    all: set[str]
    weights: dict[str, Weight]
    """Of those that stand in more than its text."""


def is_searched(article: Article, day: date, *, superseded: bool = False) -> bool:
    """Whether a public piece is found on a day: a report that stands, an announcement that hangs
    on the notice board."""
    if isinstance(article, Announcement):
        return article.is_on_board(day, superseded=superseded)
    return not article.is_withdrawn


def document_of(
    article: Article,
    url: str,
    group: str,
    vocabulary: Vocabulary,
    paragraphs: Iterable[str],
) -> Document:
    """What a piece is searched by; `paragraphs` are all that its own page shows of its text."""
    places = vocabulary.places_of(article)
    others = dict.fromkeys(filter(None, (group, *_other_words(article, vocabulary))))
    return Document(
        url,
        article.kind.value,
        article.published.date(),
        article.title,
        article.kicker,
        article.subtitle,
        group,
        places[0].name if places else "",
        (article.summary, *paragraphs, " · ".join(others)),
        tuple(_filters(article, vocabulary)),
    )


def _filters(article: Article, vocabulary: Vocabulary) -> Iterator[str]:
    yield f"=kind/{article.kind.value}"
    category = vocabulary.category_of(article)
    if category is not None:
        yield f"=category/{category.slug}"
    yield from dict.fromkeys(
        f"=place/{'/'.join(above.slugs)}"
        for place in vocabulary.places_of(article)
        for above in vocabulary.gazetteer.above(place)
    )


def _other_words(article: Article, vocabulary: Vocabulary) -> Iterator[str]:
    """What the page of a piece says of it besides its text."""
    if isinstance(article, Report):
        yield from map(str, article.bylines)
        yield from map(str, article.credits)
    if isinstance(article, Announcement):
        yield article.id
        yield from _fields(article)
        yield from (contact.desk for contact in article.contacts)
    yield from article.topics
    yield article.series
    for place in vocabulary.places_of(article):
        yield "".join(above.name for above in vocabulary.gazetteer.above(place))


def _fields(announcement: Announcement) -> Iterator[str]:
    if isinstance(announcement, Notice):
        yield from (announcement.issuer.name, announcement.issuer.department)
        yield announcement.issuer.uscc
    if isinstance(announcement, Lost):
        yield from (announcement.holder.name, announcement.holder.uscc)
        for document in announcement.documents:
            yield from (f"{document.name} {document.copy}".strip(), document.issuer)
            shown = map(announcement.shown, document.numbers)
            # The part of a number that a mask leaves says nothing to whoever looks for it.
            yield from (number for number in shown if "*" not in number)
        yield from (announcement.item, announcement.lost_where)


def key(text: str, simplified: Simplified) -> str:
    """A text for comparison: NFKC, small letters, simplified signs."""
    normal = unicodedata.is_normalized("NFKC", text)
    small = (text if normal else unicodedata.normalize("NFKC", text)).lower()
    try:
        # To ask so is ten times quicker than to look at each sign.
        small.encode("gb2312")
    except UnicodeEncodeError:
        return small.translate(simplified)
    return small


def terms(document: Document, simplified: Simplified) -> Terms:
    """Every two neighbouring signs of a piece, and every sign of its title and of its kicker."""
    summary, *others = document.blocks
    found = _pairs(_spaced("\n".join(others), simplified))
    weights: dict[str, Weight] = {}
    for text, weight, is_short in (
        (summary, Weight.SUMMARY, False),
        (document.subtitle, Weight.KICKER, False),
        (document.kicker, Weight.KICKER, True),
        (document.title, Weight.TITLE, True),
    ):
        if text:
            spaced = _spaced(text, simplified)
            here = _pairs(spaced) | {*spaced} if is_short else _pairs(spaced)
            weights |= dict.fromkeys(here, weight)
    found.update(weights, document.filters)
    return Terms(found, weights)


def is_term(text: str) -> bool:
    """Whether what `terms` gave is one: what has a blank reaches from one run to another."""
    return _BLANK not in text or text[0] == "="


def _spaced(text: str, simplified: Simplified) -> str:
    """The runs of a text, with a blank between them.

    Without the marks of a Chinese sentence nearly every text is normal as it stands.
    """
    return _NO_SIGN.sub(_BLANK, key(_MARKS.sub(_BLANK, text), simplified))


def _pairs(spaced: str) -> set[str]:
    return {*map(add, spaced, spaced[1:])}

# SPDX-License-Identifier: MIT
"""Rows: every order in which pieces stand, and which rows a piece stands in.

A row is what an index shows: all reports, a place, a code, a day's issue. That a piece stands in
a row follows from the piece, the vocabulary and the day alone, so one piece that changes touches
its own rows and no other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple, Protocol, TypeVar

from linli.newsroom.addresses import slugify
from linli.newsroom.announcements import Announcement, Lost
from linli.newsroom.articles import Article, Edition, Report
from linli.newsroom.front_page import rank_on
from linli.newsroom.places import Place
from linli.newsroom.portal import Clock
from linli.newsroom.vocabulary import Vocabulary

K = TypeVar("K")

Standing = tuple[str, int]
"""A row's name and the piece's rank in it; the lowest rank stands first."""


class Window(NamedTuple):
    """How many pieces a page looks at around its own in a row."""

    older: int
    newer: int


WINDOWS: Mapping[str, Window] = {
    # The piece before and the piece behind, and the older ones in which related words are sought.
    "category/": Window(8, 1),
    "code/": Window(1, 1),
    "series/": Window(1, 1),
    "topic/": Window(4, 1),
    "near/": Window(4, 1),
    "board-near/": Window(4, 1),
}
"""By the beginning of a row's name; where a piece comes, goes or changes, the pages of those that
have it in their window are looked at again. A new piece is in the window of `newer` others."""


def window_of(row: str) -> Window:
    """The window of a row; none where no page looks around in it."""
    return next((found for name, found in WINDOWS.items() if row.startswith(name)), Window(0, 0))


class Rows(Protocol):
    """Pieces in rows, however they are kept."""

    def row(self, name: str) -> Sequence[Article]:
        """The pieces of a row in order; empty where there is no such row."""
        ...

    def names(self, prefix: str) -> Sequence[str]:
        """What stands behind a prefix in the names of all rows that are not empty, sorted."""
        ...

    def piece(self, path: str) -> Article | None:
        """The public piece of a file."""
        ...

    def announcement(self, id: str) -> Announcement | None:
        """The public announcement of an id."""
        ...

    def around(self, name: str, article: Article) -> tuple[str | None, str | None]:
        """The paths of the piece behind one in a row (older) and of that before it (newer).

        The row must be one that goes by date.
        """
        ...

    def window(
        self, name: str, article: Article, older: int, newer: int
    ) -> tuple[Sequence[str], Sequence[str]]:
        """The same of several pieces on either side, the nearest first."""
        ...


def standings(
    article: Article, vocabulary: Vocabulary, clock: Clock, *, superseded: bool = False
) -> Iterator[Standing]:
    """The rows of a public piece. The newest piece ranks first, but on the front page.

    `superseded` says that another announcement takes this one's place.
    """
    newest = rank_by_date(article)
    for name in _rows(article, vocabulary):
        yield name, newest
    if isinstance(article, Report) and not article.is_withdrawn:
        yield "front", rank_on(article, clock.day)
    if isinstance(article, Announcement):
        yield f"state/{article.state(clock.day, superseded=superseded)}", newest
        for remark in article.remarks:
            yield f"remark/{remark}", newest
        if article.is_on_board(clock.day, superseded=superseded):
            yield "board", newest
            for place in vocabulary.places_of(article):
                yield near_row(article, place), newest
            for slugs in _places(article, vocabulary):
                yield f"board-place/{slugs}", newest
        yield from _deadlines(article, vocabulary, superseded=superseded)
    if isinstance(article, Lost) and article.side and not (article.is_withdrawn or superseded):
        yield from ((name, newest) for name in _things(article, vocabulary, clock.day))


def photo_standings(
    article: Article, photographers: Iterable[str], vocabulary: Vocabulary
) -> Iterator[Standing]:
    """The rows of a public piece with photos to show: its month, and everybody who took one."""
    newest = rank_by_date(article)
    yield "photos", newest
    yield f"photos/{article.published:%Y/%m}", newest
    for slug in dict.fromkeys(map(vocabulary.slug_of_person, photographers)):
        yield f"photographer/{slug}", newest


def _things(lost: Lost, vocabulary: Vocabulary, day: date) -> Iterator[str]:
    """The rows of the board of lost and found things: what is open, and all there ever was."""
    of, places = f"of/{lost.category}", [f"at/{slugs}" for slugs in _places(lost, vocabulary)]
    yield "thing"
    yield from (f"thing-{name}" for name in (of, *places))
    if lost.is_on_board(day):
        yield f"things/{lost.side}"
        yield from (f"things-{lost.side}-{name}" for name in (of, *places))
    elif lost.is_settled(day):
        yield "things-settled"


def _deadlines(
    announcement: Announcement, vocabulary: Vocabulary, *, superseded: bool
) -> Iterator[Standing]:
    """The rows of what somebody has to do in time; what is due last stands first."""
    settled = isinstance(announcement, Lost) and announcement.resolved is not None
    if announcement.closes is None or announcement.is_withdrawn or superseded or settled:
        return
    rank = -announcement.closes.toordinal()
    yield "deadline", rank
    for slugs in _places(announcement, vocabulary):
        yield f"deadline-place/{slugs}", rank


def rank_by_date(article: Article) -> int:
    """The rank of a piece in every row but that of the front page."""
    return -int(article.published.timestamp())


def _rows(article: Article, vocabulary: Vocabulary) -> Iterator[str]:
    yield "public"
    yield f"month/{article.published:%Y-%m}"
    if article.corrections or article.withdrawn:
        yield "corrected"
    if article.aliases:
        yield "aliased"
    # What indexes and feeds list: a withdrawn report keeps its page and nothing else.
    if isinstance(article, Announcement) or not article.is_withdrawn:
        yield "listed"
        yield from _listed(article, vocabulary)
    if isinstance(article, Report) and not article.is_withdrawn:
        yield "reports"
        yield from (near_row(article, place) for place in vocabulary.places_of(article))
        slugs = (vocabulary.slug_of_person(byline.name) for byline in article.bylines)
        yield from (f"person/{slug}" for slug in dict.fromkeys(slugs))
    if isinstance(article, Announcement):
        yield from _announced(article, vocabulary)


def _listed(article: Article, vocabulary: Vocabulary) -> Iterator[str]:
    category = vocabulary.category_of(article)
    if category is not None:
        yield f"category/{category.slug}"
    for slug in dict.fromkeys(map(slugify, article.topics)):
        yield f"topic/{slug}"
    for slugs in _places(article, vocabulary):
        yield f"place/{slugs}"
    if article.edition:
        yield f"issue/{article.edition.date}"
    if article.series:
        yield f"series/{slugify(article.series)}"


def _announced(announcement: Announcement, vocabulary: Vocabulary) -> Iterator[str]:
    yield "announcements"
    yield f"code/{announcement.code}"
    yield f"announced-year/{announcement.day:%Y}"
    yield f"announced-month/{announcement.day:%Y-%m}"
    for slugs in _places(announcement, vocabulary):
        yield f"announced-place/{slugs}"
    for id in dict.fromkeys((announcement.supersedes, announcement.corrects)):
        if id:
            yield f"referring/{id}"
    if announcement.supersedes and not announcement.is_withdrawn:
        yield f"superseding/{announcement.supersedes}"


def near_row(article: Article, place: Place) -> str:
    """The row of what is of exactly one place: reports, or announcements on the board."""
    name = "near" if isinstance(article, Report) else "board-near"
    return f"{name}/{'/'.join(place.slugs)}"


def _places(article: Article, vocabulary: Vocabulary) -> Iterable[str]:
    """Each place of a piece and all that it lies in."""
    return dict.fromkeys(
        "/".join(above.slugs)
        for place in vocabulary.places_of(article)
        for above in vocabulary.gazetteer.above(place)
    )


def page_slug(edition: Edition) -> str:
    """A printed page in a URL; empty where the page is not known."""
    return slugify(edition.page) if edition.page else ""


class RowsInMemory:
    """Rows of a handful of pieces: for a test, for a check."""

    def __init__(self, pieces: Iterable[tuple[Article, Iterable[Standing]]]) -> None:
        self._pieces: dict[str, Article] = {}
        self._by_id: dict[str, Announcement] = {}
        ranked: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
        for article, rows in pieces:
            self._pieces[article.src_uri] = article
            if isinstance(article, Announcement):
                self._by_id[article.id] = article
            for name, rank in rows:
                ranked[name].append((rank, article.src_uri))
        self._rows: Mapping[str, tuple[Article, ...]] = {
            name: tuple(self._pieces[path] for _, path in sorted(row))
            for name, row in ranked.items()
        }

    def row(self, name: str) -> Sequence[Article]:
        return self._rows.get(name, ())

    def names(self, prefix: str) -> Sequence[str]:
        return sorted(name.removeprefix(prefix) for name in self._rows if name.startswith(prefix))

    def piece(self, path: str) -> Article | None:
        return self._pieces.get(path)

    def announcement(self, id: str) -> Announcement | None:
        return self._by_id.get(id)

    def around(self, name: str, article: Article) -> tuple[str | None, str | None]:
        older, newer = self.window(name, article, 1, 1)
        return next(iter(older), None), next(iter(newer), None)

    def window(
        self, name: str, article: Article, older: int, newer: int
    ) -> tuple[Sequence[str], Sequence[str]]:
        row = [other.src_uri for other in self._rows.get(name, ())]
        if article.src_uri not in row:
            return (), ()
        at = row.index(article.src_uri)
        return row[at + 1 : at + 1 + older], row[max(0, at - newer) : at][::-1]

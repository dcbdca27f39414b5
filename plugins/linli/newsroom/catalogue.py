# SPDX-License-Identifier: MIT
"""Everything a portal has published at one instant, and the questions asked of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import groupby
from typing import cast

from linli.newsroom.addresses import slugify
from linli.newsroom.announcements import Announcement, Lost, Remark, State
from linli.newsroom.articles import Article, Correction, CorrectionKind, Report
from linli.newsroom.categories import Category, Person
from linli.newsroom.places import Gazetteer, Place
from linli.newsroom.portal import Clock
from linli.newsroom.rows import Rows, RowsInMemory, page_slug, standings
from linli.newsroom.things import ItemType
from linli.newsroom.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Topic:
    """A free keyword, spelled as the oldest article that bears it spells it."""

    slug: str
    name: str
    articles: Sequence[Article]


@dataclass(frozen=True, slots=True)
class Series:
    """Pieces that go on from one another, named as the oldest spells it."""

    slug: str
    name: str
    articles: Sequence[Article]
    """The newest first, as in any row."""


@dataclass(frozen=True, slots=True)
class Portfolio:
    """What one person has written or shot."""

    slug: str
    name: str
    person: Person | None
    """The person's own file, where there is one."""
    articles: Sequence[Report]


@dataclass(frozen=True, slots=True)
class Issue:
    """One printed issue: its pages in order, with what stood on each."""

    date: date
    number: str
    pages: tuple[IssuePage, ...]


@dataclass(frozen=True, slots=True)
class IssuePage:
    slug: str
    page: str
    """As printed; empty where it is not known."""
    name: str
    articles: tuple[Article, ...]


@dataclass(frozen=True)
class Catalogue:
    """All that may be shown at `clock.now`.

    Its rows hold public pieces only: what is a draft or embargoed stands in none, so nothing
    that asks the catalogue can give it away.
    """

    rows: Rows
    vocabulary: Vocabulary
    clock: Clock

    @classmethod
    def at(
        cls,
        clock: Clock,
        articles: Iterable[Article],
        categories: Iterable[Category] = (),
        people: Iterable[Person] = (),
        gazetteer: Gazetteer | None = None,
    ) -> Catalogue:
        """The catalogue of what is public at an instant, kept in memory."""
        vocabulary = Vocabulary.of(gazetteer or Gazetteer(), categories, people)
        public = [article for article in articles if article.is_public(clock.now)]
        superseded = {
            article.supersedes
            for article in public
            if isinstance(article, Announcement) and not article.is_withdrawn
        }
        rows = RowsInMemory(
            (
                article,
                standings(
                    article,
                    vocabulary,
                    clock,
                    superseded=isinstance(article, Announcement) and article.id in superseded,
                ),
            )
            for article in public
        )
        return cls(rows, vocabulary, clock)

    def _reports(self, name: str) -> Sequence[Report]:
        return cast(Sequence[Report], self.rows.row(name))

    def _announcements(self, name: str) -> Sequence[Announcement]:
        return cast(Sequence[Announcement], self.rows.row(name))

    # Kinds

    @property
    def articles(self) -> Sequence[Article]:
        """Every public piece, the withdrawn among them."""
        return self.rows.row("public")

    @property
    def reports(self) -> Sequence[Report]:
        """The reports that stand."""
        return self._reports("reports")

    @property
    def announcements(self) -> Sequence[Announcement]:
        """Every announcement, whatever its state."""
        return self._announcements("announcements")

    @property
    def listed(self) -> Sequence[Article]:
        """What indexes and feeds list: a withdrawn report keeps its page and nothing else."""
        return self.rows.row("listed")

    # Categories

    @property
    def categories(self) -> tuple[Category, ...]:
        return self.vocabulary.categories

    def category_of(self, article: Article) -> Category | None:
        return self.vocabulary.category_of(article)

    def in_category(self, category: Category) -> Sequence[Article]:
        return self.rows.row(f"category/{category.slug}")

    # Topics

    @cached_property
    def topic_slugs(self) -> Sequence[str]:
        """Every topic in use."""
        return self.rows.names("topic/")

    @property
    def topics(self) -> Iterable[Topic]:
        """Every topic in use, by slug."""
        return (topic for slug in self.topic_slugs if (topic := self.topic(slug)))

    def topic(self, slug: str) -> Topic | None:
        articles = self.rows.row(f"topic/{slug}")
        if not articles:
            return None
        name = next(topic for topic in articles[-1].topics if slugify(topic) == slug)
        return Topic(slug, name, articles)

    def topics_of(self, article: Article) -> tuple[Topic, ...]:
        """The article's topics in its own order, each once."""
        slugs = dict.fromkeys(map(slugify, article.topics))
        return tuple(topic for slug in slugs if (topic := self.topic(slug)))

    def rows_of_topics(self, article: Article) -> Iterable[str]:
        return (f"topic/{slug}" for slug in dict.fromkeys(map(slugify, article.topics)))

    # Series

    @cached_property
    def series_slugs(self) -> Sequence[str]:
        """Every series there is."""
        return self.rows.names("series/")

    def series(self, slug: str) -> Series | None:
        articles = self.rows.row(f"series/{slug}")
        return Series(slug, articles[-1].series, articles) if articles else None

    def rows_of_series(self, article: Article) -> Iterable[str]:
        """The row of the series of a piece; none where it belongs to none."""
        return (f"series/{slugify(article.series)}",) if article.series else ()

    # Places

    @property
    def gazetteer(self) -> Gazetteer:
        return self.vocabulary.gazetteer

    def places_of(self, article: Article) -> tuple[Place, ...]:
        return self.vocabulary.places_of(article)

    def in_place(self, place: Place) -> Sequence[Article]:
        """What happened in a place or in any place below it."""
        return self.rows.row("place/" + "/".join(place.slugs))

    # People

    @property
    def people(self) -> tuple[Person, ...]:
        return self.vocabulary.people

    @cached_property
    def portfolio_slugs(self) -> Sequence[str]:
        """Everybody who stands under a report. Offices are credits, not people."""
        return self.rows.names("person/")

    @property
    def portfolios(self) -> Iterable[Portfolio]:
        return (found for slug in self.portfolio_slugs if (found := self.portfolio_at(slug)))

    def portfolio(self, name: str) -> Portfolio | None:
        return self.portfolio_at(self.vocabulary.slug_of_person(name))

    def portfolio_at(self, slug: str) -> Portfolio | None:
        reports = self._reports(f"person/{slug}")
        if not reports:
            return None
        person = self.vocabulary.person_by_slug.get(slug)
        return Portfolio(
            slug, person.name if person else self._first_name(slug, reports[-1]), person, reports
        )

    def _first_name(self, slug: str, report: Report) -> str:
        names = (byline.name for byline in report.bylines)
        return next(name for name in names if self.vocabulary.slug_of_person(name) == slug)

    # Photos

    @cached_property
    def photo_months(self) -> tuple[date, ...]:
        """The first day of every month with photos to show, newest first."""
        months = (month.split("/") for month in reversed(self.rows.names("photos/")))
        return tuple(date(int(year), int(month), 1) for year, month in months)

    @property
    def pictured(self) -> Sequence[Article]:
        """The pieces with photos to show."""
        return self.rows.row("photos")

    @cached_property
    def photographer_slugs(self) -> Sequence[str]:
        """Everybody who took a photo that is shown."""
        return self.rows.names("photographer/")

    def shot_by(self, slug: str) -> Sequence[Article]:
        """The pieces that show a photo of somebody's."""
        return self.rows.row(f"photographer/{slug}")

    # Printed issues

    @cached_property
    def issue_days(self) -> tuple[date, ...]:
        """The day of every printed issue that a piece stood in, newest first."""
        return tuple(date.fromisoformat(day) for day in reversed(self.rows.names("issue/")))

    def issue(self, day: date) -> Issue:
        return _issue(day, self.rows.row(f"issue/{day}"))

    # Announcements

    def is_superseded(self, announcement: Announcement) -> bool:
        return bool(announcement.id and self.rows.row(f"superseding/{announcement.id}"))

    def state(self, announcement: Announcement) -> State:
        """Where an announcement stands on the day of the build."""
        return announcement.state(self.clock.day, superseded=self.is_superseded(announcement))

    def board_at(self, place: Place) -> Sequence[Announcement]:
        """What hangs there and concerns a place."""
        return self._announcements("board-place/" + "/".join(place.slugs))

    @property
    def board(self) -> Sequence[Announcement]:
        """What hangs on the notice board on the day of the build, newest first."""
        return self._announcements("board")

    def announcement(self, id: str) -> Announcement | None:
        return self.rows.announcement(id) if id else None

    def referring_to(self, announcement: Announcement) -> Sequence[Announcement]:
        """The announcements that correct or supersede this one, newest first."""
        return self._announcements(f"referring/{announcement.id}") if announcement.id else ()

    @cached_property
    def announced_years(self) -> tuple[int, ...]:
        """The years of the archive, the newest first."""
        return tuple(int(year) for year in reversed(self.rows.names("announced-year/")))

    def announced_months(self, year: int) -> tuple[int, ...]:
        """The months of a year of the archive, the newest first."""
        months = self.rows.names(f"announced-month/{year}-")
        return tuple(int(month) for month in reversed(months))

    def announced_in(self, year: int, month: int | None = None) -> Sequence[Announcement]:
        if month is None:
            return self._announcements(f"announced-year/{year}")
        return self._announcements(f"announced-month/{year}-{month:02}")

    @cached_property
    def states(self) -> tuple[State, ...]:
        """The states that announcements are in, in the order of states."""
        found = set(self.rows.names("state/"))
        return tuple(state for state in State if state.value in found)

    @cached_property
    def remarks(self) -> tuple[Remark, ...]:
        """What is said of announcements beside their states, in the order of remarks."""
        found = set(self.rows.names("remark/"))
        return tuple(remark for remark in Remark if remark.value in found)

    def in_state(self, state: State) -> Sequence[Announcement]:
        return self._announcements(f"state/{state.value}")

    def announced_at(self, place: Place) -> Sequence[Announcement]:
        """The announcements of a place and of all below it."""
        return self._announcements("announced-place/" + "/".join(place.slugs))

    @cached_property
    def announced_places(self) -> tuple[Place, ...]:
        """The places of the archive, in the order of the gazetteer."""
        return tuple(place for place in self.gazetteer if self.announced_at(place))

    def things(self, row: str) -> Sequence[Lost]:
        """The lost and found things of a row, newest first."""
        return cast(Sequence[Lost], self.rows.row(row))

    @cached_property
    def places_of_things(self) -> tuple[Place, ...]:
        """The places where things were lost or found, in the order of the gazetteer."""
        found = set(self.rows.names("thing-at/"))
        return tuple(place for place in self.gazetteer if "/".join(place.slugs) in found)

    @cached_property
    def categories_of_things(self) -> tuple[ItemType, ...]:
        """The categories of things in use, in the order of categories."""
        found = set(self.rows.names("thing-of/"))
        return tuple(one for one in ItemType if one.value in found)

    @property
    def deadlines(self) -> Sequence[Announcement]:
        """The announcements with a last day that still counts, what is due last first."""
        return self._announcements("deadline")

    def deadlines_at(self, place: Place) -> Sequence[Announcement]:
        return self._announcements("deadline-place/" + "/".join(place.slugs))

    @cached_property
    def codes(self) -> Sequence[str]:
        """The types of announcement in use."""
        return self.rows.names("code/")

    def with_code(self, code: str) -> Sequence[Announcement]:
        return self._announcements(f"code/{code}")

    # Neighbours and history

    def neighbours(self, article: Article) -> tuple[Article | None, Article | None]:
        """The next older and the next newer piece of the same category or code."""
        older, newer = self.around(article)
        return self.rows.piece(older or ""), self.rows.piece(newer or "")

    def around(self, article: Article) -> tuple[str | None, str | None]:
        """The paths of its neighbours."""
        row = self.row_of_neighbours(article)
        return self.rows.around(row, article) if row else (None, None)

    def row_of_neighbours(self, article: Article) -> str:
        """The row in which a reader goes on from piece to piece; empty where there is none."""
        if isinstance(article, Announcement):
            return f"code/{article.code}"
        category = self.category_of(article)
        return f"category/{category.slug}" if category and not article.is_withdrawn else ""

    @property
    def corrections(self) -> tuple[tuple[Correction, Article], ...]:
        """Every correction and every withdrawal with its piece, newest first."""
        corrected = self.rows.row("corrected")
        entries = [
            (correction, article) for article in corrected for correction in article.corrections
        ]
        for article in corrected:
            kinds = {correction.kind for correction in article.corrections}
            if article.withdrawn is not None and CorrectionKind.RETRACTION not in kinds:
                withdrawn = article.withdrawn
                told = Correction(withdrawn.date, CorrectionKind.RETRACTION, withdrawn.reason)
                entries.append((told, article))
        return tuple(
            sorted(entries, key=lambda entry: (entry[0].date, entry[1].src_uri), reverse=True)
        )

    def piece(self, written: str) -> Article | None:
        """A public piece by its path or its id."""
        return self.rows.piece(written) or self.announcement(written)


def _issue(day: date, articles: Sequence[Article]) -> Issue:
    def slug(article: Article) -> str:
        return page_slug(article.edition) if article.edition else ""

    # Sorting is stable, so the pieces of a page stay in the order of the row.
    by_page = sorted(articles, key=lambda article: (not slug(article), slug(article)))
    return Issue(
        day,
        _first(article.edition.issue for article in articles if article.edition),
        tuple(
            IssuePage(
                page,
                _first(article.edition.page for article in on_page if article.edition),
                _first(article.edition.page_name for article in on_page if article.edition),
                on_page,
            )
            for page, group in groupby(by_page, key=slug)
            if (on_page := tuple(group))
        ),
    )


def _first(texts: Iterable[str]) -> str:
    return next((text for text in texts if text), "")

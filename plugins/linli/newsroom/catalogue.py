# SPDX-License-Identifier: MIT
"""Everything a portal has published at one instant, and the questions asked of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeVar

from linli.newsroom.addresses import slugify
from linli.newsroom.announcements import Announcement, State
from linli.newsroom.articles import Article, Correction, CorrectionKind, Edition, Report
from linli.newsroom.categories import Category, Person
from linli.newsroom.places import Gazetteer, Place
from linli.newsroom.portal import Clock

A = TypeVar("A", bound=Article)
K = TypeVar("K")


def newest_first(articles: Iterable[A]) -> tuple[A, ...]:
    """Newest first; what appeared at one instant stands in the order of its paths."""
    by_path = sorted(articles, key=lambda article: article.src_uri)
    return tuple(sorted(by_path, key=lambda article: article.published, reverse=True))


@dataclass(frozen=True, slots=True)
class Topic:
    """A free keyword, spelled as the oldest article that bears it spells it."""

    slug: str
    name: str
    articles: tuple[Article, ...]


@dataclass(frozen=True, slots=True)
class Portfolio:
    """What one person has written or shot."""

    slug: str
    name: str
    person: Person | None
    """The person's own file, where there is one."""
    articles: tuple[Report, ...]


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

    It is made of public articles only: what is a draft or embargoed is not in it, so nothing
    that asks the catalogue can give it away.
    """

    articles: tuple[Article, ...]
    categories: tuple[Category, ...]
    people: tuple[Person, ...]
    gazetteer: Gazetteer
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
        """The catalogue of what is public at an instant."""
        return cls(
            newest_first(article for article in articles if article.is_public(clock.now)),
            tuple(sorted(categories, key=lambda category: (category.order, category.slug))),
            tuple(sorted(people, key=lambda person: person.slug)),
            gazetteer or Gazetteer(),
            clock,
        )

    # Kinds

    @cached_property
    def reports(self) -> tuple[Report, ...]:
        return tuple(article for article in self.articles if isinstance(article, Report))

    @cached_property
    def announcements(self) -> tuple[Announcement, ...]:
        return tuple(article for article in self.articles if isinstance(article, Announcement))

    @cached_property
    def listed(self) -> tuple[Article, ...]:
        """What indexes and feeds list: a withdrawn report keeps its page and nothing else."""
        return tuple(
            article
            for article in self.articles
            if isinstance(article, Announcement) or not article.is_withdrawn
        )

    # Categories

    @cached_property
    def _category_by_word(self) -> Mapping[str, Category]:
        by_name = {category.name: category for category in self.categories}
        return by_name | {category.slug: category for category in self.categories}

    def category_of(self, article: Article) -> Category | None:
        """The category a report stands in; announcements have a code instead."""
        if not isinstance(article, Report):
            return None
        return self._category_by_word.get(article.category)

    @cached_property
    def _by_category(self) -> Mapping[str, tuple[Article, ...]]:
        return _grouped(
            self.listed,
            lambda article: [found.slug] if (found := self.category_of(article)) else [],
        )

    def in_category(self, category: Category) -> tuple[Article, ...]:
        return self._by_category.get(category.slug, ())

    # Topics

    @cached_property
    def topics(self) -> tuple[Topic, ...]:
        """Every topic in use, by slug."""
        by_slug = _grouped(self.listed, lambda article: dict.fromkeys(map(slugify, article.topics)))
        return tuple(
            Topic(slug, _first_spelling(slug, articles), articles)
            for slug, articles in sorted(by_slug.items())
        )

    @cached_property
    def _topic_by_slug(self) -> Mapping[str, Topic]:
        return {topic.slug: topic for topic in self.topics}

    def topics_of(self, article: Article) -> tuple[Topic, ...]:
        """The article's topics in its own order, each once."""
        slugs = dict.fromkeys(map(slugify, article.topics))
        return tuple(self._topic_by_slug[slug] for slug in slugs if slug in self._topic_by_slug)

    # Places

    def places_of(self, article: Article) -> tuple[Place, ...]:
        """The places an article names, in its own order."""
        found = (self.gazetteer.get(written) for written in article.places)
        return tuple(dict.fromkeys(place for place in found if place is not None))

    @cached_property
    def _by_place(self) -> Mapping[Place, tuple[Article, ...]]:
        return _grouped(
            self.listed,
            lambda article: dict.fromkeys(
                above for place in self.places_of(article) for above in self.gazetteer.above(place)
            ),
        )

    def in_place(self, place: Place) -> tuple[Article, ...]:
        """What happened in a place or in any place below it."""
        return self._by_place.get(place, ())

    # People

    @cached_property
    def portfolios(self) -> tuple[Portfolio, ...]:
        """Everybody who stands under a report, by slug. Offices are credits, not people."""
        files = {person.slug: person for person in self.people}
        reports = _grouped(
            (report for report in self.reports if not report.is_withdrawn),
            lambda report: dict.fromkeys(self._slug_of(byline.name) for byline in report.bylines),
        )
        return tuple(
            Portfolio(
                slug,
                files[slug].name if slug in files else self._first_name(slug, articles),
                files.get(slug),
                articles,
            )
            for slug, articles in sorted(reports.items())
        )

    @cached_property
    def _slug_by_name(self) -> Mapping[str, str]:
        return {person.name: person.slug for person in self.people}

    def _slug_of(self, name: str) -> str:
        """Where a person's page lies; `Ann Lee` and `ann lee` are one person."""
        return self._slug_by_name.get(name) or slugify(name)

    def _first_name(self, slug: str, articles: tuple[Report, ...]) -> str:
        names = (byline.name for byline in articles[-1].bylines)
        return next(name for name in names if self._slug_of(name) == slug)

    @cached_property
    def _portfolio_by_slug(self) -> Mapping[str, Portfolio]:
        return {portfolio.slug: portfolio for portfolio in self.portfolios}

    def portfolio(self, name: str) -> Portfolio | None:
        return self._portfolio_by_slug.get(self._slug_of(name))

    # Printed issues

    @cached_property
    def issues(self) -> tuple[Issue, ...]:
        """Every printed issue that a piece stood in, newest first."""
        by_day = _grouped(
            (article for article in self.listed if article.edition),
            lambda article: [article.edition.date] if article.edition else [],
        )
        return tuple(_issue(day, by_day[day]) for day in sorted(by_day, reverse=True))

    # Announcements

    @cached_property
    def _superseded(self) -> frozenset[str]:
        return frozenset(
            announcement.supersedes
            for announcement in self.announcements
            if announcement.supersedes and not announcement.is_withdrawn
        )

    def state(self, announcement: Announcement) -> State:
        """Where an announcement stands on the day of the build."""
        return announcement.state(self.clock.day, superseded=announcement.id in self._superseded)

    @cached_property
    def board(self) -> tuple[Announcement, ...]:
        """What hangs on the notice board on the day of the build, newest first."""
        return tuple(
            announcement
            for announcement in self.announcements
            if announcement.is_on_board(
                self.clock.day, superseded=announcement.id in self._superseded
            )
        )

    @cached_property
    def _by_id(self) -> Mapping[str, Announcement]:
        return {announcement.id: announcement for announcement in self.announcements}

    def announcement(self, id: str) -> Announcement | None:
        return self._by_id.get(id)

    @cached_property
    def _referring(self) -> Mapping[str, tuple[Announcement, ...]]:
        return _grouped(
            self.announcements,
            lambda announcement: [
                id for id in (announcement.supersedes, announcement.corrects) if id
            ],
        )

    def referring_to(self, announcement: Announcement) -> tuple[Announcement, ...]:
        """The announcements that correct or supersede this one, newest first."""
        return self._referring.get(announcement.id, ())

    @cached_property
    def announcements_by_year(self) -> Mapping[int, tuple[Announcement, ...]]:
        """The whole archive by year, the newest first."""
        return _grouped(self.announcements, lambda announcement: [announcement.day.year])

    @cached_property
    def announcements_by_state(self) -> Mapping[State, tuple[Announcement, ...]]:
        """The whole archive by where each stands on the day of the build, in order of states."""
        by_state = _grouped(self.announcements, lambda announcement: [self.state(announcement)])
        return {state: by_state[state] for state in State if state in by_state}

    @cached_property
    def announcements_by_place(self) -> Mapping[Place, tuple[Announcement, ...]]:
        """The archive by place, in the order of the gazetteer, each level with all below it."""
        rows = (
            (place, tuple(one for one in self.in_place(place) if isinstance(one, Announcement)))
            for place in self.gazetteer
        )
        return {place: found for place, found in rows if found}

    @cached_property
    def codes(self) -> tuple[str, ...]:
        """The types of announcement in use."""
        return tuple(sorted(self._by_code))

    @cached_property
    def _by_code(self) -> Mapping[str, tuple[Announcement, ...]]:
        return _grouped(self.announcements, lambda announcement: [announcement.code])

    def with_code(self, code: str) -> tuple[Announcement, ...]:
        return self._by_code.get(code, ())

    # Neighbours and history

    @cached_property
    def _neighbours(self) -> Mapping[str, tuple[Article | None, Article | None]]:
        rows: list[tuple[Article, ...]] = [*self._by_category.values(), *self._by_code.values()]
        return {
            article.src_uri: (
                row[index + 1] if index + 1 < len(row) else None,
                row[index - 1] if index else None,
            )
            for row in rows
            for index, article in enumerate(row)
        }

    def neighbours(self, article: Article) -> tuple[Article | None, Article | None]:
        """The next older and the next newer piece of the same category or code."""
        return self._neighbours.get(article.src_uri, (None, None))

    @cached_property
    def corrections(self) -> tuple[tuple[Correction, Article], ...]:
        """Every correction and every withdrawal with its piece, newest first."""
        entries = [
            (correction, article) for article in self.articles for correction in article.corrections
        ]
        for article in self.articles:
            kinds = {correction.kind for correction in article.corrections}
            if article.withdrawn is not None and CorrectionKind.RETRACTION not in kinds:
                withdrawn = article.withdrawn
                told = Correction(withdrawn.date, CorrectionKind.RETRACTION, withdrawn.reason)
                entries.append((told, article))
        return tuple(
            sorted(entries, key=lambda entry: (entry[0].date, entry[1].src_uri), reverse=True)
        )

    def related(self, article: Article, limit: int = 4) -> tuple[Article, ...]:
        """The pieces an editor named, then those of its series."""
        named = (self._by_path.get(path) or self.announcement(path) for path in article.related)
        series = self._by_series.get(article.series, ())
        found = {other.src_uri: other for other in (*named, *series) if other is not None}
        found.pop(article.src_uri, None)
        return tuple(found.values())[:limit]

    @cached_property
    def _by_path(self) -> Mapping[str, Article]:
        return {article.src_uri: article for article in self.listed}

    @cached_property
    def _by_series(self) -> Mapping[str, tuple[Article, ...]]:
        return _grouped(self.listed, lambda article: [article.series] if article.series else [])


def _grouped(articles: Iterable[A], keys_of: Callable[[A], Iterable[K]]) -> dict[K, tuple[A, ...]]:
    """Articles under each of their keys, in the order they come."""
    groups: defaultdict[K, list[A]] = defaultdict(list)
    for article in articles:
        for key in keys_of(article):
            groups[key].append(article)
    return {key: tuple(group) for key, group in groups.items()}


def _first_spelling(slug: str, articles: tuple[Article, ...]) -> str:
    return next(topic for topic in articles[-1].topics if slugify(topic) == slug)


def _issue(day: date, articles: tuple[Article, ...]) -> Issue:
    by_page = _grouped(articles, lambda article: [_page_slug(article.edition)])
    return Issue(
        day,
        _first(article.edition.issue for article in articles if article.edition),
        tuple(
            IssuePage(
                slug,
                _first(article.edition.page for article in on_page if article.edition),
                _first(article.edition.page_name for article in on_page if article.edition),
                on_page,
            )
            for slug, on_page in sorted(by_page.items(), key=lambda entry: (not entry[0], entry[0]))
        ),
    )


def _page_slug(edition: Edition | None) -> str:
    return slugify(edition.page) if edition and edition.page else ""


def _first(texts: Iterable[str]) -> str:
    return next((text for text in texts if text), "")

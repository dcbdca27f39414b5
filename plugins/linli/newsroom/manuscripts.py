# SPDX-License-Identifier: MIT
"""Everything the newsroom has written, public or not, as it was read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from linli.newsroom.announcements import Announcement
from linli.newsroom.articles import Article
from linli.newsroom.catalogue import Catalogue
from linli.newsroom.categories import Category, OrdinaryPage, Person
from linli.newsroom.places import Gazetteer
from linli.newsroom.portal import Clock
from linli.newsroom.printed import PrintedIssue
from linli.newsroom.versions import version_of

Manuscript = Article | Category | Person | OrdinaryPage | PrintedIssue


@dataclass(frozen=True, slots=True)
class Manuscripts:
    """All files that could be read, in the order of their paths."""

    articles: tuple[Article, ...] = ()
    categories: tuple[Category, ...] = ()
    people: tuple[Person, ...] = ()
    pages: tuple[OrdinaryPage, ...] = ()
    gazetteer: Gazetteer = Gazetteer()
    versions: tuple[Announcement, ...] = ()
    """Earlier versions of announcements; they are no pieces."""
    unread: frozenset[str] = frozenset()
    """Paths of files that could not be read: what they hold is unknown, but they are there."""

    @classmethod
    def of(
        cls,
        values: Iterable[Manuscript],
        gazetteer: Gazetteer,
        unread: Iterable[str] = (),
    ) -> Manuscripts:
        every = sorted(values, key=lambda value: value.source.path)
        return cls(
            tuple(
                value
                for value in every
                if isinstance(value, Article) and version_of(value.source.path) is None
            ),
            tuple(value for value in every if isinstance(value, Category)),
            tuple(value for value in every if isinstance(value, Person)),
            tuple(value for value in every if isinstance(value, OrdinaryPage)),
            gazetteer,
            tuple(
                value
                for value in every
                if isinstance(value, Announcement) and version_of(value.source.path) is not None
            ),
            frozenset(unread),
        )

    @property
    def announcements(self) -> tuple[Announcement, ...]:
        return tuple(article for article in self.articles if isinstance(article, Announcement))

    def has_unread(self, folder: str) -> bool:
        """Whether a file of a folder, or the file of that name, could not be read."""
        return any(path == folder or path.startswith(f"{folder}/") for path in self.unread)

    @property
    def every(self) -> tuple[Manuscript, ...]:
        return (*self.articles, *self.versions, *self.categories, *self.people, *self.pages)

    def catalogue(self, clock: Clock) -> Catalogue:
        """What of it is public at an instant."""
        return Catalogue.at(clock, self.articles, self.categories, self.people, self.gazetteer)

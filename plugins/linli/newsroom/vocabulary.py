# SPDX-License-Identifier: MIT
"""The words that pieces use and the desk decides: places, categories, people."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from linli.newsroom.addresses import slugify
from linli.newsroom.articles import Article, Report
from linli.newsroom.categories import Category, Person
from linli.newsroom.places import Gazetteer, Place


@dataclass(frozen=True)
class Vocabulary:
    """What a word in the front matter of a piece means."""

    gazetteer: Gazetteer = Gazetteer()
    categories: tuple[Category, ...] = ()
    """In the order of the masthead."""
    people: tuple[Person, ...] = ()

    @classmethod
    def of(
        cls, gazetteer: Gazetteer, categories: Iterable[Category], people: Iterable[Person]
    ) -> Vocabulary:
        """Categories by their order, people by their slug."""
        return cls(
            gazetteer,
            tuple(sorted(categories, key=lambda category: (category.order, category.slug))),
            tuple(sorted(people, key=lambda person: person.slug)),
        )

    @cached_property
    def category_words(self) -> Mapping[str, Category]:
        """Categories by each word that means one; of a name and a slug the slug wins."""
        by_name = {category.name: category for category in self.categories}
        return by_name | {category.slug: category for category in self.categories}

    def category_of(self, article: Article) -> Category | None:
        """The category a report stands in; announcements have a code instead."""
        if not isinstance(article, Report):
            return None
        return self.category_words.get(article.category)

    def places_of(self, article: Article) -> tuple[Place, ...]:
        """The places an article names, in its own order, each once."""
        found = (self.gazetteer.get(written) for written in article.places)
        return tuple(dict.fromkeys(place for place in found if place is not None))

    @cached_property
    def _slug_by_name(self) -> Mapping[str, str]:
        return {person.name: person.slug for person in self.people}

    @cached_property
    def person_by_slug(self) -> Mapping[str, Person]:
        return {person.slug: person for person in self.people}

    def slug_of_person(self, name: str) -> str:
        """Where a person's page lies; `Ann Lee` and `ann lee` are one person."""
        return self._slug_by_name.get(name) or slugify(name)

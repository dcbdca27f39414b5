# SPDX-License-Identifier: MIT
"""The paper: the catalogue with everything a page producer may ask besides it.

It knows where each index lies and whether it is made at all, so that no page links to one that a
site has left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple, Protocol

from markupsafe import Markup

from linli.language.interface import Words
from linli.newsroom.announcements import Announcement
from linli.newsroom.articles import Article, Report
from linli.newsroom.catalogue import Catalogue, Portfolio, Topic
from linli.newsroom.categories import Category, OrdinaryPage
from linli.newsroom.codes import AnnouncementCode
from linli.newsroom.front_page import Placement
from linli.newsroom.lookup import Record
from linli.newsroom.photos import Photo
from linli.newsroom.places import Place
from linli.newsroom.portal import Portal
from linli.newsroom.printed import PrintedIssue
from linli.newsroom.share_cards import Studio
from linli.pages import cards, views
from linli.reading.markup.state import ROOT
from linli.reading.markup.typesetter import Body, set_root


class Feature(StrEnum):
    """What a site may leave out."""

    CATEGORIES = "categories"
    PHOTOS = "photos"
    ANNOUNCEMENTS = "announcements"
    FEEDS = "feeds"
    SEARCH = "search"


class Shelves(Protocol):
    """The pieces of every row as lists show them, read only as far as they are shown."""

    def items(self, row: str, start: int = 0, stop: int | None = None) -> tuple[views.Item, ...]:
        """The items of a row from one place up to another."""
        ...

    def entries(self, row: str, start: int, stop: int) -> tuple[views.Entry, ...]:
        """The same pieces as an index shows them, in a row that goes by date."""
        ...

    def digests(self, row: str) -> tuple[str, ...]:
        """For each item of a row what tells one state of it from another."""
        ...

    def size(self, row: str) -> int: ...

    def modified(self, row: str, stop: int) -> datetime | None:
        """When the first pieces of a row last changed for a reader."""
        ...

    def item(self, path: str) -> views.Item:
        """The item of one public piece."""
        ...

    def record(self, path: str) -> tuple[str, str]:
        """A public announcement as open data: a line of JSON, a row of a table."""
        ...

    def records(self, row: str) -> Iterator[tuple[str, str]]:
        """The same of all announcements of a row, the oldest first."""
        ...

    def record_sizes(self, row: str) -> tuple[int, int]:
        """Bytes of all lines and of all rows of the announcements of a year."""
        ...

    def printed(self, day: date) -> tuple[PrintedIssue, Body] | None:
        """The file of a day's printed issue, with the pictures of its pages."""
        ...

    def version(self, path: str) -> Announcement | None:
        """An earlier version of an announcement, by its file."""
        ...


LOOKUP = "@lookup"
"""What stands for a row where the look-up knows an announcement otherwise than before."""


PLACED = "@placed"
"""What stands for a row of what an editor has put on the front page."""


class LookupRecords(Protocol):
    """The announcements as the look-up knows them, day by day."""

    def __iter__(self) -> Iterator[Record]: ...

    def days(self) -> Iterable[tuple[date, Sequence[str]]]:
        """The lines of all records, day by day."""
        ...

    def lines_of(self, day: date) -> Sequence[str]:
        """The lines of the records of one day."""
        ...

    def gone(self) -> Iterable[Record]:
        """Those that the last build knew and that are no more, or are otherwise now."""
        ...

    def come(self) -> Iterable[Record]:
        """Those that it did not know, or knew otherwise."""
        ...

    @property
    def changes(self) -> int:
        """How many announcements differ."""
        ...

    def published(self, path: str) -> bytes | None:
        """A file of the site as it was last made."""
        ...


SEARCH = "@search/"
"""How the rows begin that stand for months of which the search knows a piece otherwise than before:
`@search/2026-11`."""


class SearchMonth(NamedTuple):
    """The pieces of one month that the search finds."""

    name: str
    """`2026-11`."""
    size: int
    digest: str
    """What tells one state of them from another."""


class SearchRecords(Protocol):
    """The pieces that the search finds, month by month."""

    def names(self) -> Sequence[str]:
        """The months that have any piece, the newest first."""
        ...

    def months(self) -> Sequence[SearchMonth]:
        """The same, with what is in them."""
        ...

    def documents(self, month: str) -> Iterator[tuple[str, str]]:
        """The line and the filters of each piece of a month: the newest first, then by path."""
        ...

    def made_by(self, job: str) -> Sequence[str]:
        """Paths of the files that a job made last."""
        ...

    def published(self, path: str) -> bytes | None:
        """A file of the site as it was last made."""
        ...


@dataclass(frozen=True)
class Paper:
    """One edition of the whole site, ready to be made into pages."""

    portal: Portal
    catalogue: Catalogue
    bodies: Mapping[str, Body]
    shelves: Shelves
    lookup: LookupRecords
    search: SearchRecords
    ordinary: tuple[OrdinaryPage, ...] = ()
    """Pages that are no pieces and that another hand sets."""
    features: frozenset[Feature] = field(default_factory=lambda: frozenset(Feature))
    studio: Studio | None = None
    """Who draws share cards and icons; None for a site that wants none, or has no font."""
    card: str = ""
    """Where the share card of the paper itself lies, from the site's root."""
    brought: frozenset[str] = frozenset()
    """Files at the site's root that the newsroom brings itself."""
    front: tuple[Placement, ...] = ()
    """What stands on the front page by hand."""

    @cached_property
    def t(self) -> Words:
        """The words of the interface in the portal's language."""
        return Words(self.portal.language)

    @property
    def day(self) -> date:
        return self.catalogue.clock.day

    # Where things lie

    @cached_property
    def home(self) -> views.Link:
        return views.Link(self.t("home"), self.portal.addresses.page())

    @cached_property
    def way_to_announcements(self) -> tuple[views.Link, ...]:
        """The breadcrumbs of whatever belongs to the archive."""
        return (self.home, views.Link(self.t("announcements"), self.board_url))

    def url(self, article: Article) -> str:
        return self.portal.addresses.of_source(article.src_uri)

    def absolute(self, article: Article) -> str:
        return self.portal.absolute(self.url(article))

    def index(self, *parts: str, needs: Feature) -> str | None:
        """URL of an index of the site, or None where its feature is left out."""
        return self.portal.addresses.index(*parts) if needs in self.features else None

    @property
    def reports_url(self) -> str | None:
        return self.index("reports", needs=Feature.CATEGORIES)

    @property
    def board_url(self) -> str | None:
        return self.index("announcements", needs=Feature.ANNOUNCEMENTS)

    @property
    def things_url(self) -> str | None:
        return self.index("announcements", "things", needs=Feature.ANNOUNCEMENTS)

    @property
    def lookup_url(self) -> str | None:
        return self.index("lookup", needs=Feature.ANNOUNCEMENTS)

    @property
    def search_url(self) -> str | None:
        return self.index("search", needs=Feature.SEARCH)

    @property
    def places_url(self) -> str | None:
        return self.index("places", needs=Feature.CATEGORIES)

    @property
    def photos_url(self) -> str | None:
        """Where all photos are shown; None where there is none to show."""
        return self.index("photos", needs=Feature.PHOTOS) if self.shelves.size("photos") else None

    @property
    def topics_url(self) -> str | None:
        return self.index("topics", needs=Feature.CATEGORIES)

    @property
    def editions_url(self) -> str | None:
        return self.index("editions", needs=Feature.CATEGORIES)

    def category_url(self, category: Category) -> str | None:
        if not self.shelves.size(f"category/{category.slug}"):
            return None
        return self.index("categories", category.slug, needs=Feature.CATEGORIES)

    def topic_url(self, topic: Topic) -> str | None:
        return self.index("topics", topic.slug, needs=Feature.CATEGORIES)

    def place_url(self, place: Place) -> str | None:
        if not self.shelves.size("place/" + "/".join(place.slugs)):
            return None
        return self.index("places", *place.slugs, needs=Feature.CATEGORIES)

    def person_url(self, portfolio: Portfolio | None) -> str | None:
        if portfolio is None:
            return None
        return self.index("people", portfolio.slug, needs=Feature.CATEGORIES)

    def url_of_person(self, name: str) -> str | None:
        """Where the page of somebody who signs lies."""
        slug = self.catalogue.vocabulary.slug_of_person(name)
        if not self.shelves.size(f"person/{slug}"):
            return None
        return self.index("people", slug, needs=Feature.CATEGORIES)

    def issue_url(self, day: date) -> str | None:
        if not self.shelves.size(f"issue/{day}"):
            return None
        return self.index("editions", day.isoformat(), needs=Feature.CATEGORIES)

    def code_url(self, code: str) -> str | None:
        return self.index("announcements", "code", code, needs=Feature.ANNOUNCEMENTS)

    # What lists show

    def summary(self, article: Article, limit: int = 120) -> str:
        """The editor's summary, or the beginning of the text; neither of what was withdrawn."""
        return cards.summary(article, self.bodies.get(article.src_uri), limit)

    def body(self, path: str, root: str) -> Markup:
        """A set text with real URLs. It is safe: typesetting lets no HTML through."""
        body = self.bodies.get(path)
        return Markup(set_root(body.html, root)) if body else Markup("")

    def here(self, path: str) -> Markup:
        """A set text whose URLs start from the root, for the engine to make relative."""
        return self.body(path, ROOT)

    def as_set(self, path: str) -> Markup:
        """The same as our own typesetter set it, for a page that is not the piece's own."""
        body = self.bodies.get(path)
        return Markup(set_root(body.before_others or body.html, ROOT)) if body else Markup("")

    def lead_photo(self, article: Article) -> Photo | None:
        return cards.lead_photo(article, self.bodies.get(article.src_uri))

    def item(self, article: Article) -> views.Item:
        """A piece as any list shows it."""
        return self.shelves.item(article.src_uri)

    def items(self, articles: Iterable[Article]) -> tuple[views.Item, ...]:
        return tuple(map(self.item, articles))

    def code_name(self, announcement: Announcement) -> str:
        return cards.code_name(announcement, self.portal.language)

    def code_title(self, entry: AnnouncementCode) -> str:
        return cards.code_title(entry, self.portal.language)

    def state(self, announcement: Announcement) -> views.State:
        state = self.catalogue.state(announcement)
        return cards.state_view(announcement, state, self.portal.language)

    def section_of(self, article: Article) -> str | None:
        """The masthead's section a piece belongs to."""
        if isinstance(article, Report):
            category = self.catalogue.category_of(article)
            return (category and self.category_url(category)) or self.reports_url
        return self.board_url

    def issue_line(self, number: str) -> str:
        return self.t("edition.issue", number=number) if number else ""

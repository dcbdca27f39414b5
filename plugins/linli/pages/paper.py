# SPDX-License-Identifier: MIT
"""The paper: the catalogue with everything a page producer may ask besides it.

It knows where each index lies and whether it is made at all, so that no page links to one that a
site has left out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from urllib.parse import quote

from markupsafe import Markup

from linli.language.interface import Words
from linli.newsroom.announcements import Announcement, State
from linli.newsroom.articles import Article, Report
from linli.newsroom.catalogue import Catalogue, Issue, Portfolio, Topic
from linli.newsroom.categories import Category, OrdinaryPage
from linli.newsroom.codes import CODES, GROUPS, AnnouncementCode
from linli.newsroom.photos import Photo
from linli.newsroom.places import Place
from linli.newsroom.portal import Portal
from linli.pages import views
from linli.reading.chinese import excerpt
from linli.reading.markup.state import ROOT
from linli.reading.markup.typesetter import Body, set_root


class Feature(StrEnum):
    """What a site may leave out."""

    CATEGORIES = "categories"
    ANNOUNCEMENTS = "announcements"
    FEEDS = "feeds"


@dataclass(frozen=True)
class Paper:
    """One edition of the whole site, ready to be made into pages."""

    portal: Portal
    catalogue: Catalogue
    bodies: Mapping[str, Body]
    ordinary: tuple[OrdinaryPage, ...] = ()
    """Pages that are no pieces and that another hand sets."""
    features: frozenset[Feature] = field(default_factory=lambda: frozenset(Feature))
    _items: dict[str, views.Item] = field(default_factory=dict, init=False, repr=False)

    @property
    def t(self) -> Words:
        """The words of the interface in the portal's language."""
        return Words(self.portal.language)

    @property
    def day(self) -> date:
        return self.catalogue.clock.day

    # Where things lie

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
    def places_url(self) -> str | None:
        return self.index("places", needs=Feature.CATEGORIES)

    @property
    def editions_url(self) -> str | None:
        return self.index("editions", needs=Feature.CATEGORIES)

    def category_url(self, category: Category) -> str | None:
        if not self.catalogue.in_category(category):
            return None
        return self.index("categories", category.slug, needs=Feature.CATEGORIES)

    def topic_url(self, topic: Topic) -> str | None:
        return self.index("topics", topic.slug, needs=Feature.CATEGORIES)

    def place_url(self, place: Place) -> str | None:
        if not self.catalogue.in_place(place):
            return None
        return self.index("places", *place.slugs, needs=Feature.CATEGORIES)

    def person_url(self, portfolio: Portfolio | None) -> str | None:
        if portfolio is None:
            return None
        return self.index("people", portfolio.slug, needs=Feature.CATEGORIES)

    def issue_url(self, day: date) -> str | None:
        if not any(issue.date == day for issue in self.catalogue.issues):
            return None
        return self.index("editions", day.isoformat(), needs=Feature.CATEGORIES)

    def code_url(self, code: str) -> str | None:
        return self.index("announcements", "code", code, needs=Feature.ANNOUNCEMENTS)

    # What lists show

    def summary(self, article: Article, limit: int = 120) -> str:
        """The editor's summary, or the beginning of the text; neither of what was withdrawn."""
        if article.is_withdrawn:
            return ""
        if article.summary:
            return article.summary
        body = self.bodies.get(article.src_uri)
        return excerpt(body.plain[0], limit) if body and body.plain else ""

    def body(self, path: str, root: str) -> Markup:
        """A set text with real URLs. It is safe: typesetting lets no HTML through."""
        body = self.bodies.get(path)
        return Markup(set_root(body.html, root)) if body else Markup("")

    def here(self, path: str) -> Markup:
        """A set text whose URLs start from the root, for the engine to make relative."""
        return self.body(path, ROOT)

    def lead_photo(self, article: Article) -> Photo | None:
        body = self.bodies.get(article.src_uri)
        return body.photos[0] if body and body.photos and not article.is_withdrawn else None

    def picture(self, article: Article) -> views.Picture | None:
        """The first picture of a piece. In a list it decorates the headline beside it: no alt."""
        photo = self.lead_photo(article)
        if photo is None:
            return None
        return views.Picture(
            quote(photo.largest.path),
            photo.largest.width,
            photo.largest.height,
            "",
            tuple((quote(one.path), one.width) for one in photo.renditions),
        )

    def item(self, article: Article) -> views.Item:
        """A piece as any list shows it; made once, for most stand in a dozen lists."""
        path = article.src_uri
        if path not in self._items:
            self._items[path] = self._item(article)
        return self._items[path]

    def _item(self, article: Article) -> views.Item:
        places = self.catalogue.places_of(article)
        category = self.catalogue.category_of(article)
        announcement = article if isinstance(article, Announcement) else None
        return views.Item(
            url=self.url(article),
            headline=article.title,
            published=article.published,
            kind=article.kind.value,
            kicker=article.kicker,
            summary=self.summary(article, 80),
            category=views.Link(category.name, self.category_url(category)) if category else None,
            place=places[0].name if places else "",
            picture=self.picture(article),
            code_name=self.code_name(announcement) if announcement else "",
            state=self.state(announcement) if announcement else None,
            deadline=announcement.closes
            if announcement and not announcement.is_withdrawn
            else None,
            sample=article.is_sample,
        )

    def items(self, articles: Sequence[Article]) -> tuple[views.Item, ...]:
        return tuple(map(self.item, articles))

    def code_name(self, announcement: Announcement) -> str:
        return self.code_title(announcement.type) if announcement.type else ""

    def code_title(self, entry: AnnouncementCode) -> str:
        """遗失声明·银行开户许可证: the group and the type; 寻物启事, whose group has one type."""
        group = GROUPS[entry.group](self.portal.language)
        if sum(other.group == entry.group for other in CODES.values()) == 1:
            return group
        return f"{group}·{entry.name(self.portal.language)}"

    def state(self, announcement: Announcement) -> views.State:
        key = self.catalogue.state(announcement).value
        # "In force" beside the name of a licence would read as if the licence were.
        void = announcement.type is not None and announcement.type.is_void_declaration
        word = "void" if void and key == State.IN_FORCE else key
        return views.State(key, self.t(f"state.{word}"))

    def section_of(self, article: Article) -> str | None:
        """The masthead's section a piece belongs to."""
        if isinstance(article, Report):
            category = self.catalogue.category_of(article)
            return (category and self.category_url(category)) or self.reports_url
        return self.board_url

    def issue_line(self, issue: Issue) -> str:
        return self.t("edition.issue", number=issue.number) if issue.number else ""

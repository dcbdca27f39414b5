# SPDX-License-Identifier: MIT
"""Parts of a page that reports and announcements share: places, editions, corrections."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import NamedTuple
from urllib.parse import quote

from linli.language.dates import date_in_words
from linli.language.sizes import size_in_words
from linli.newsroom.announcements import Announcement
from linli.newsroom.articles import Article, Edition, Report
from linli.newsroom.catalogue import Topic
from linli.newsroom.categories import Category
from linli.newsroom.places import Place
from linli.pages import views
from linli.pages.paper import Paper
from linli.reading.markup.typesetter import Body


class Facts(NamedTuple):
    """What the catalogue knows of a piece, looked up once for its page and for its head."""

    item: views.Item
    category: Category | None
    topics: tuple[Topic, ...]
    places: tuple[Place, ...]
    authors: tuple[str | None, ...]
    """For each byline the URL of the person's own page."""


def facts(paper: Paper, article: Article) -> Facts:
    catalogue = paper.catalogue
    bylines = article.bylines if isinstance(article, Report) else ()
    return Facts(
        paper.item(article),
        catalogue.category_of(article),
        catalogue.topics_of(article),
        catalogue.places_of(article),
        tuple(paper.url_of_person(byline.name) for byline in bylines),
    )


def place_view(paper: Paper, place: Place) -> views.Place:
    return views.Place(
        tuple(
            views.Link(above.name, paper.place_url(above))
            for above in paper.catalogue.gazetteer.above(place)
        )
    )


def edition_view(paper: Paper, edition: Edition | None) -> views.EditionView | None:
    if edition is None:
        return None
    url = paper.issue_url(edition.date)
    return views.EditionView(edition.date, edition.issue, edition.page, edition.page_name, url)


def correction_views(paper: Paper, article: Article) -> tuple[views.CorrectionView, ...]:
    """The corrections of a piece, newest first."""
    newest = sorted(article.corrections, key=lambda correction: correction.date, reverse=True)
    return tuple(
        views.CorrectionView(
            correction.date,
            correction.kind.value,
            paper.t(f"correction.{correction.kind.value}"),
            correction.text,
        )
        for correction in newest
    )


def neighbours(paper: Paper, article: Article) -> views.Neighbours:
    older, newer = paper.catalogue.around(article)
    item = paper.shelves.item
    return views.Neighbours(item(older) if older else None, item(newer) if newer else None)


def withdrawal(paper: Paper, article: Article) -> str:
    """Why and when a piece was withdrawn, in a sentence."""
    if article.withdrawn is None:
        return ""
    day = date_in_words(article.withdrawn.date, paper.portal.language)
    return paper.t("withdrawn.sentence", day=day, reason=article.withdrawn.reason)


def redactions(paper: Paper, announcement: Announcement) -> tuple[str, ...]:
    """When and why words were taken out, the newest first; of a withdrawn piece nothing is left."""
    if announcement.is_withdrawn:
        return ()
    newest = sorted(announcement.redactions, key=lambda one: one.date, reverse=True)
    return tuple(
        paper.t(
            "redaction.sentence",
            day=date_in_words(one.date, paper.portal.language),
            reason=one.reason,
        )
        for one in newest
    )


def sample_notes(paper: Paper, article: Article) -> tuple[str, ...]:
    return (paper.t("note.sample"),) if article.is_sample else ()


def originals(body: Body) -> Iterator[views.Link]:
    """Files of photos that a piece gives away, each once."""
    given = dict.fromkeys(
        (figure.photo.src_uri, figure.original) for figure in body.figures if figure.original
    )
    for source, original in given:
        name = PurePosixPath(source).name
        yield views.Link(f"{name} · {size_in_words(original.size)}", quote(original.path))


def photos(body: Body | None) -> int:
    """How many pictures of a set text can be enlarged."""
    return sum(bool(figure.anchor) for figure in body.figures) if body else 0

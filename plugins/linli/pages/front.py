# SPDX-License-Identifier: MIT
"""The front page: lead, seconds, columns, and the notice board beside them."""

from __future__ import annotations

from collections.abc import Iterator

from linli.language.dates import date_in_words, weekday_in_words
from linli.newsroom.announcements import Announcement
from linli.newsroom.articles import Article
from linli.newsroom.front_page import ROOM, fault_of
from linli.pages import editions, heads, places, things, views
from linli.pages.page import Job, Page, Shape
from linli.pages.paper import PLACED, Feature, Paper

_IN_COLUMN = 4
_ON_BOARD = 6
_CORRECTIONS = 3


def job(paper: Paper) -> Job:
    return Job(
        "front",
        ("front", "category/", "board", "corrected", PLACED),
        lambda: [page(paper)],
        sizes=("announcements", "place/", "issue/", *things.COUNTED),
        daily=True,
    )


def page(paper: Paper) -> Page:
    url = paper.portal.addresses.page()
    return Page(
        url=url,
        template="front.html",
        view=view(paper),
        head=heads.of_front(paper, url),
        section=url,
        shape=Shape.FRONT,
    )


def view(paper: Paper) -> views.FrontView:
    above = ranking(paper)
    days = paper.catalogue.issue_days
    has_board = Feature.ANNOUNCEMENTS in paper.features
    has_indexes = Feature.CATEGORIES in paper.features
    return views.FrontView(
        date_line=f"{date_in_words(paper.day, paper.portal.language)} "
        f"{weekday_in_words(paper.day, paper.portal.language)}",
        issue_line=paper.issue_line(paper.catalogue.issue(days[0]).number) if days else "",
        lead=above[0] if above else None,
        secondary=above[1:],
        columns=tuple(_columns(paper, {item.url for item in above})),
        board=paper.shelves.items("board", 0, _ON_BOARD) if has_board else (),
        board_url=paper.board_url,
        board_total=paper.shelves.size("announcements"),
        places=places.tree(paper) if has_indexes else (),
        calendar=next(editions.calendars(paper), None) if has_indexes else None,
        corrections=tuple(
            views.Link(article.title, paper.url(article))
            for article in _corrected(paper)[:_CORRECTIONS]
        ),
        things=things.link(paper),
    )


def ranking(paper: Paper) -> tuple[views.Item, ...]:
    """What leads, and what stands beside it: what an editor has put there, then the row of the
    front, which goes by prominence, weight and age."""
    placed = tuple(_placed(paper))[:ROOM]
    row = paper.shelves.items("front", 0, ROOM + len(placed))
    return (*placed, *(item for item in row if item not in placed))[:ROOM]


def _placed(paper: Paper) -> Iterator[views.Item]:
    """The pieces that stand there by hand today, each once."""
    catalogue, seen = paper.catalogue, set[str]()
    for placement in paper.front:
        article = catalogue.piece(placement.piece)
        if article is None or article.src_uri in seen or placement.is_past(paper.day):
            continue
        superseded = isinstance(article, Announcement) and catalogue.is_superseded(article)
        if not fault_of(article, catalogue.clock, superseded=superseded):
            seen.add(article.src_uri)
            yield paper.item(article)


def _corrected(paper: Paper) -> list[Article]:
    """The pieces corrected last; what was withdrawn is told on the page of corrections alone."""
    articles = (article for _, article in paper.catalogue.corrections if not article.is_withdrawn)
    return list({article.src_uri: article for article in articles}.values())


def _columns(paper: Paper, above: set[str]) -> Iterator[views.Column]:
    for category in paper.catalogue.categories:
        row = f"category/{category.slug}"
        newest = paper.shelves.items(row, 0, _IN_COLUMN + len(above))
        items = tuple(item for item in newest if item.url not in above)[:_IN_COLUMN]
        if items:
            yield views.Column(category.name, paper.category_url(category), items)

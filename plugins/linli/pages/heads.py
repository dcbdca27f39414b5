# SPDX-License-Identifier: MIT
"""The `<head>` of a page: title, description, canonical URL, Open Graph, feeds."""

from __future__ import annotations

from markupsafe import Markup

from linli.language.dates import iso
from linli.newsroom.articles import Article
from linli.newsroom.share_cards import CARD_HEIGHT, CARD_WIDTH
from linli.pages import share, structured_data
from linli.pages.paper import Paper
from linli.pages.pieces import Facts
from linli.pages.views import FeedLink, Head

_LARGE = 300
"""Pixels from which WeChat takes a picture of a page for the page's own."""


def of_article(paper: Paper, article: Article, facts: Facts) -> Head:
    """The head of one piece. A withdrawn one is not to be indexed."""
    description = paper.summary(article)
    graph = [
        ("og:type", "article"),
        ("article:published_time", iso(article.published)),
        ("article:modified_time", iso(article.modified)),
    ]
    graph += [("article:section", facts.category.name)] if facts.category else []
    graph += [("article:tag", topic.name) for topic in facts.topics]
    card = share.of_piece(paper, article, facts.item)
    photo = paper.lead_photo(article)
    if card is not None:
        graph += _card(paper, card.url, article.title)
    elif photo is not None and paper.portal.url:
        graph += [
            ("og:image", paper.portal.absolute(photo.largest.path)),
            ("og:image:width", str(photo.largest.width)),
            ("og:image:height", str(photo.largest.height)),
        ]
    else:
        graph += _card_of_paper(paper)
    return _head(
        paper,
        article.title,
        description,
        facts.item.url,
        graph,
        structured=structured_data.of_article(paper, article, facts, description),
        robots="noindex" if article.is_withdrawn else "",
        card=card.url if card and (photo is None or photo.largest.width < _LARGE) else "",
    )


def of_page(
    paper: Paper,
    title: str,
    url: str,
    description: str = "",
    feeds: tuple[FeedLink, ...] = (),
    robots: str = "",
) -> Head:
    """The head of an index or of an ordinary page; one of which nobody says anything tells whose
    it is."""
    portal = paper.portal
    whose = paper.t("page.description", paper=portal.name, title=title, about=portal.description)
    description = description or whose.strip()
    graph = [("og:type", "website"), *_card_of_paper(paper)]
    return _head(paper, title, description, url, graph, feeds=feeds, robots=robots)


def of_front(paper: Paper, url: str) -> Head:
    """The head of the front page."""
    return _head(
        paper,
        paper.portal.name,
        paper.portal.description,
        url,
        [("og:type", "website"), *_card_of_paper(paper)],
        structured=structured_data.of_site(paper),
    )


def _card_of_paper(paper: Paper) -> list[tuple[str, str]]:
    """The card of the paper itself, for a page without one of its own."""
    return _card(paper, paper.card, paper.portal.name) if paper.card else []


def _card(paper: Paper, url: str, alt: str) -> list[tuple[str, str]]:
    return [
        ("og:image", paper.portal.absolute(url)),
        ("og:image:type", "image/jpeg" if url.endswith(".jpg") else "image/png"),
        ("og:image:width", str(CARD_WIDTH)),
        ("og:image:height", str(CARD_HEIGHT)),
        ("og:image:alt", alt),
        ("twitter:card", "summary_large_image"),
    ]


def _head(
    paper: Paper,
    title: str,
    description: str,
    url: str,
    graph: list[tuple[str, str]],
    *,
    structured: Markup = Markup(""),
    feeds: tuple[FeedLink, ...] = (),
    robots: str = "",
    card: str = "",
) -> Head:
    common = [
        ("og:title", title),
        ("og:site_name", paper.portal.name),
        ("og:locale", paper.t("head.locale")),
    ]
    common += [("og:description", description)] if description else []
    common += [("og:url", paper.portal.absolute(url))] if paper.portal.url else []
    return Head(
        title=title,
        description=description,
        canonical=paper.portal.absolute(url) if paper.portal.url else "",
        open_graph=(*graph, *common),
        structured_data=structured,
        feeds=feeds,
        robots=robots,
        card=card,
    )

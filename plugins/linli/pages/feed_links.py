# SPDX-License-Identifier: MIT
"""Where the feeds lie: one pair for the portal, one for each category, place and code."""

from __future__ import annotations

from linli.pages.paper import Feature, Paper
from linli.pages.views import FeedLink

ATOM, RSS = "application/atom+xml", "application/rss+xml"


def links(paper: Paper, title: str, *parts: str) -> tuple[FeedLink, ...]:
    """The Atom and the RSS feed of an index; none where the site has no feeds.

    Feeds name their pages by full URLs, so a site without an address has none either.
    """
    if Feature.FEEDS not in paper.features or not paper.portal.url:
        return ()
    folder = "/".join(("feeds", *parts))
    return (
        FeedLink(paper.t("feed.atom", title=title), f"{folder}/atom.xml", ATOM),
        FeedLink(paper.t("feed.rss", title=title), f"{folder}/rss.xml", RSS),
    )


def has_entries(paper: Paper, row: str) -> bool:
    """Whether a row holds what a feed may tell of: one of withdrawn pieces alone is no feed."""
    return any(not article.is_withdrawn for article in paper.catalogue.rows.row(row))

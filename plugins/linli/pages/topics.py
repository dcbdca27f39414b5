# SPDX-License-Identifier: MIT
"""Pieces by topic, and the topics themselves."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from linli.pages import heads, listings, views
from linli.pages.listings import Listing
from linli.pages.page import Page
from linli.pages.paper import Paper


def pages(paper: Paper) -> Iterator[Page]:
    """`topics/` and `topics/<slug>/`."""
    topics = paper.catalogue.topics
    if not topics:
        return
    home = views.Link(paper.t("home"), paper.portal.addresses.page())
    index = views.Link(paper.t("topics"), paper.portal.addresses.index("topics"))
    assert index.url is not None
    # The topics with the most pieces first: a reader who browses wants those.
    ranked = sorted(topics, key=lambda topic: (-len(topic.articles), topic.slug))
    yield Page(
        url=index.url,
        template="directory.html",
        view=views.DirectoryView(
            title=index.title,
            label="",
            introduction=Markup(""),
            branches=tuple(
                views.Branch(views.Link(topic.name, paper.topic_url(topic), len(topic.articles)))
                for topic in ranked
            ),
        ),
        head=heads.of_page(paper, index.title, index.url),
        breadcrumbs=(home,),
        section=index.url,
    )
    for topic in topics:
        yield from listings.pages(
            paper,
            Listing(
                parts=("topics", topic.slug),
                title=topic.name,
                label=paper.t("label.topic"),
                articles=topic.articles,
                breadcrumbs=(index,),
                section=index.url,
            ),
        )

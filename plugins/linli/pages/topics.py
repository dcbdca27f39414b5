# SPDX-License-Identifier: MIT
"""Pieces by topic, and the topics themselves."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from linli.pages import heads, listings, views
from linli.pages.listings import Listing
from linli.pages.page import Draft, Job, Page
from linli.pages.paper import Paper


def jobs(paper: Paper) -> Iterator[Job]:
    """`topics/` and `topics/<slug>/`."""
    slugs = paper.catalogue.topic_slugs
    if slugs:
        yield Job("topics", ("topic/",), lambda: [_directory(paper)])
    for slug in slugs:
        yield Job(
            f"topics/{slug}",
            (f"topic/{slug}",),
            lambda slug=slug: _pages(paper, slug),  # type: ignore[misc]
        )


def _index(paper: Paper) -> views.Link:
    return views.Link(paper.t("topics"), paper.portal.addresses.index("topics"))


def _directory(paper: Paper) -> Page:
    index = _index(paper)
    assert index.url is not None
    sized = [(topic, len(topic.articles)) for topic in paper.catalogue.topics]
    # The topics with the most pieces first: a reader who browses wants those.
    sized.sort(key=lambda entry: (-entry[1], entry[0].slug))
    return Page(
        url=index.url,
        template="directory.html",
        view=views.DirectoryView(
            title=index.title,
            label="",
            introduction=Markup(""),
            branches=tuple(
                views.Branch(views.Link(topic.name, paper.topic_url(topic), size))
                for topic, size in sized
            ),
        ),
        head=heads.of_page(paper, index.title, index.url),
        breadcrumbs=(paper.home,),
        section=index.url,
    )


def _pages(paper: Paper, slug: str) -> Iterator[Page | Draft]:
    topic = paper.catalogue.topic(slug)
    assert topic is not None, "its row is not empty"
    index = _index(paper)
    yield from listings.pages(
        paper,
        Listing(
            parts=("topics", slug),
            title=topic.name,
            label=paper.t("label.topic"),
            row=f"topic/{slug}",
            breadcrumbs=(index,),
            section=index.url,
        ),
    )

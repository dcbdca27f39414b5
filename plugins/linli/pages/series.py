# SPDX-License-Identifier: MIT
"""Series: the parts of each in the order in which they appeared, and all series there are."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from linli.newsroom.addresses import slugify
from linli.newsroom.articles import Article
from linli.pages import heads, views
from linli.pages.page import Job, Page
from linli.pages.paper import Feature, Paper


def jobs(paper: Paper) -> Iterator[Job]:
    """`series/` and `series/<slug>/`."""
    slugs = paper.catalogue.series_slugs
    if slugs:
        yield Job("series", ("series/",), lambda: [_directory(paper)])
    for slug in slugs:
        yield Job(
            f"series/{slug}",
            (f"series/{slug}",),
            lambda slug=slug: [_page(paper, slug)],  # type: ignore[misc]
        )


def url_of(paper: Paper, article: Article) -> str | None:
    """Where the series of a piece lies; None where it has no page."""
    slug = slugify(article.series)
    if not article.series or not paper.shelves.size(f"series/{slug}"):
        return None
    return paper.index("series", slug, needs=Feature.CATEGORIES)


def _index(paper: Paper) -> views.Link:
    return views.Link(paper.t("series"), paper.portal.addresses.index("series"))


def _directory(paper: Paper) -> Page:
    index = _index(paper)
    assert index.url is not None
    found = (paper.catalogue.series(slug) for slug in paper.catalogue.series_slugs)
    every = [one for one in found if one is not None]
    # What goes on these days stands first.
    every.sort(key=lambda one: one.slug)
    every.sort(key=lambda one: one.articles[0].published, reverse=True)
    return Page(
        url=index.url,
        template="directory.html",
        view=views.DirectoryView(
            title=index.title,
            label="",
            introduction=Markup(""),
            branches=tuple(
                views.Branch(
                    views.Link(one.name, url_of(paper, one.articles[0]), len(one.articles))
                )
                for one in every
            ),
        ),
        head=heads.of_page(paper, index.title, index.url),
        breadcrumbs=(paper.home,),
        section=index.url,
    )


def _page(paper: Paper, slug: str) -> Page:
    series = paper.catalogue.series(slug)
    assert series is not None, "its row is not empty"
    url = paper.portal.addresses.index("series", slug)
    parts = paper.shelves.items(f"series/{slug}")
    return Page(
        url=url,
        template="series.html",
        view=views.SeriesView(
            title=series.name,
            label=paper.t("article.series"),
            total=len(parts),
            # The first part first: who finds a series wants to begin at its beginning.
            parts=parts[::-1],
        ),
        head=heads.of_page(paper, series.name, url),
        breadcrumbs=(paper.home, _index(paper)),
        section=_index(paper).url,
        modified=paper.shelves.modified(f"series/{slug}", len(parts)),
    )

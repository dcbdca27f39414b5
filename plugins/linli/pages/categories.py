# SPDX-License-Identifier: MIT
"""Reports by category, and all reports."""

from __future__ import annotations

from collections.abc import Iterator

from linli.newsroom.categories import Category
from linli.pages import feed_links, listings, views
from linli.pages.listings import Listing
from linli.pages.page import Job
from linli.pages.paper import Paper


def jobs(paper: Paper) -> Iterator[Job]:
    """`reports/` and `categories/<slug>/`; a category without a report has no page."""
    if paper.shelves.size("reports"):
        yield Job(
            "reports",
            ("reports",),
            lambda: listings.pages(paper, _reports(paper)),
            sizes=("category/", "photos"),
        )
    for category in paper.catalogue.categories:
        row = f"category/{category.slug}"
        if paper.shelves.size(row):
            yield Job(
                f"categories/{category.slug}",
                (row,),
                lambda category=category: listings.pages(paper, _category(paper, category)),  # type: ignore[misc]
            )


def _reports(paper: Paper) -> Listing:
    children = tuple(
        views.Link(category.name, url, paper.shelves.size(f"category/{category.slug}"))
        for category in paper.catalogue.categories
        if (url := paper.category_url(category))
    )
    if paper.photos_url is not None:
        children += (views.Link(paper.t("photos"), paper.photos_url, paper.shelves.size("photos")),)
    return Listing(
        parts=("reports",),
        title=paper.t("reports"),
        label="",
        row="reports",
        children=children,
        feeds=feed_links.links(paper, paper.portal.name),
        section=paper.reports_url,
    )


def _category(paper: Paper, category: Category) -> Listing:
    return Listing(
        parts=("categories", category.slug),
        title=category.name,
        label=paper.t("label.category"),
        row=f"category/{category.slug}",
        description=category.summary,
        introduction=paper.here(category.source.path),
        breadcrumbs=(views.Link(paper.t("reports"), paper.reports_url),),
        feeds=feed_links.links(paper, category.name, "categories", category.slug),
        section=paper.category_url(category),
    )

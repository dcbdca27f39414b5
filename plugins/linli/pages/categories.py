# SPDX-License-Identifier: MIT
"""Reports by category, and all reports."""

from __future__ import annotations

from collections.abc import Iterator

from linli.pages import feed_links, listings, views
from linli.pages.listings import Listing
from linli.pages.page import Page
from linli.pages.paper import Paper


def pages(paper: Paper) -> Iterator[Page]:
    """`reports/` and `categories/<slug>/`; a category without a report has no page."""
    children = tuple(
        views.Link(category.name, url, len(paper.catalogue.in_category(category)))
        for category in paper.catalogue.categories
        if (url := paper.category_url(category))
    )
    reports = [report for report in paper.catalogue.reports if not report.is_withdrawn]
    if reports:
        yield from listings.pages(
            paper,
            Listing(
                parts=("reports",),
                title=paper.t("reports"),
                label="",
                articles=reports,
                children=children,
                feeds=feed_links.links(paper, paper.portal.name),
                section=paper.reports_url,
            ),
        )
    for category in paper.catalogue.categories:
        articles = paper.catalogue.in_category(category)
        if not articles:
            continue
        yield from listings.pages(
            paper,
            Listing(
                parts=("categories", category.slug),
                title=category.name,
                label=paper.t("label.category"),
                articles=articles,
                description=category.summary,
                introduction=paper.here(category.source.path),
                breadcrumbs=(views.Link(paper.t("reports"), paper.reports_url),),
                feeds=feed_links.links(paper, category.name, "categories", category.slug),
                section=paper.category_url(category),
            ),
        )

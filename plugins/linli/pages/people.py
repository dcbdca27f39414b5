# SPDX-License-Identifier: MIT
"""Reports by the people who wrote or shot them."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from linli.pages import heads, listings, views
from linli.pages.listings import Listing
from linli.pages.page import Page
from linli.pages.paper import Paper


def pages(paper: Paper) -> Iterator[Page]:
    """`people/` and `people/<slug>/`; an office that supplied a picture has none."""
    portfolios = paper.catalogue.portfolios
    if not portfolios:
        return
    index = views.Link(paper.t("people"), paper.portal.addresses.index("people"))
    assert index.url is not None
    yield Page(
        url=index.url,
        template="directory.html",
        view=views.DirectoryView(
            index.title,
            "",
            Markup(""),
            tuple(
                views.Branch(
                    views.Link(portfolio.name, paper.person_url(portfolio), len(portfolio.articles))
                )
                for portfolio in sorted(
                    portfolios, key=lambda portfolio: (-len(portfolio.articles), portfolio.slug)
                )
            ),
        ),
        head=heads.of_page(paper, index.title, index.url),
        breadcrumbs=(views.Link(paper.t("home"), paper.portal.addresses.page()),),
    )
    for portfolio in portfolios:
        person = portfolio.person
        label = f"{person.affiliation}{person.role}" if person else ""
        yield from listings.pages(
            paper,
            Listing(
                parts=("people", portfolio.slug),
                title=portfolio.name,
                label=label or paper.t("label.person"),
                articles=portfolio.articles,
                description=person.summary if person else "",
                introduction=paper.here(person.source.path) if person else Markup(""),
                breadcrumbs=(index,),
            ),
        )

# SPDX-License-Identifier: MIT
"""Reports by the people who wrote or shot them."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from linli.newsroom.catalogue import Portfolio
from linli.pages import heads, listings, views
from linli.pages.listings import Listing
from linli.pages.page import Job, Page
from linli.pages.paper import Paper


def jobs(paper: Paper) -> Iterator[Job]:
    """`people/` and `people/<slug>/`; an office that supplied a picture has none."""
    slugs = paper.catalogue.portfolio_slugs
    if slugs:
        yield Job("people", ("person/",), lambda: [_directory(paper)])
    for slug in slugs:
        yield Job(
            f"people/{slug}",
            (f"person/{slug}",),
            lambda slug=slug: listings.pages(paper, _listing(paper, slug)),  # type: ignore[misc]
        )


def _index(paper: Paper) -> views.Link:
    return views.Link(paper.t("people"), paper.portal.addresses.index("people"))


def _directory(paper: Paper) -> Page:
    index = _index(paper)
    assert index.url is not None
    sized = [(portfolio, len(portfolio.articles)) for portfolio in paper.catalogue.portfolios]
    sized.sort(key=lambda entry: (-entry[1], entry[0].slug))
    return Page(
        url=index.url,
        template="directory.html",
        view=views.DirectoryView(
            index.title,
            "",
            Markup(""),
            tuple(
                views.Branch(views.Link(portfolio.name, paper.person_url(portfolio), size))
                for portfolio, size in sized
            ),
        ),
        head=heads.of_page(paper, index.title, index.url),
        breadcrumbs=(views.Link(paper.t("home"), paper.portal.addresses.page()),),
    )


def _listing(paper: Paper, slug: str) -> Listing:
    portfolio: Portfolio | None = paper.catalogue.portfolio_at(slug)
    assert portfolio is not None, "its row is not empty"
    person = portfolio.person
    label = f"{person.affiliation}{person.role}" if person else ""
    return Listing(
        parts=("people", slug),
        title=portfolio.name,
        label=label or paper.t("label.person"),
        row=f"person/{slug}",
        description=person.summary if person else "",
        introduction=paper.here(person.source.path) if person else Markup(""),
        breadcrumbs=(_index(paper),),
    )

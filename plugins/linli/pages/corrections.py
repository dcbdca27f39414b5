# SPDX-License-Identifier: MIT
"""Every correction of the portal on one page, newest first."""

from __future__ import annotations

from markupsafe import Markup

from linli.pages import heads, views
from linli.pages.page import Job, Page
from linli.pages.paper import Paper


def job(paper: Paper) -> Job:
    return Job("corrections", ("corrected",), lambda: [page(paper)])


def page(paper: Paper) -> Page:
    """`corrections/`; it stands there also while there is none, because readers look for it."""
    url = paper.portal.addresses.index("corrections")
    title = paper.t("corrections")
    entries = tuple(
        (
            views.CorrectionView(
                correction.date,
                correction.kind.value,
                paper.t(f"correction.{correction.kind.value}"),
                correction.text,
            ),
            paper.item(article),
        )
        for correction, article in paper.catalogue.corrections
    )
    return Page(
        url=url,
        template="corrections.html",
        view=views.CorrectionsView(title, Markup(""), entries),
        head=heads.of_page(paper, title, url),
        breadcrumbs=(views.Link(paper.t("home"), paper.portal.addresses.page()),),
        section=url,
    )

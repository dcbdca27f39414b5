# SPDX-License-Identifier: MIT
"""Pages that are no pieces: policies, the handbook. Their text comes set from elsewhere."""

from __future__ import annotations

from markupsafe import Markup

from linli.newsroom.categories import OrdinaryPage
from linli.pages import heads, views
from linli.pages.page import Page
from linli.pages.paper import Paper


def page(paper: Paper, ordinary: OrdinaryPage, html: str, siblings: tuple[views.Link, ...]) -> Page:
    """An ordinary page; `html` is trusted, since only the site's own makers write such pages."""
    url = paper.portal.addresses.of_source(ordinary.source.path)
    return Page(
        url=url,
        template="ordinary.html",
        view=views.OrdinaryView(ordinary.title, Markup(html), siblings),
        head=heads.of_page(paper, ordinary.title, url, ordinary.summary),
        breadcrumbs=(paper.home,),
        section=url,
    )

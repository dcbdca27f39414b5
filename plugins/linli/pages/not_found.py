# SPDX-License-Identifier: MIT
"""404: what to do where there is no page."""

from __future__ import annotations

from linli.pages import views
from linli.pages.page import Job, Page, Shape
from linli.pages.paper import Paper

_NEWEST = 5


def job(paper: Paper) -> Job:
    return Job("404", ("reports", "board"), lambda: [page(paper)])


def page(paper: Paper) -> Page:
    title = paper.t("missing.title")
    return Page(
        url="404.html",
        template="404.html",
        view=views.NotFoundView(
            title,
            paper.shelves.items("reports", 0, _NEWEST),
            paper.shelves.items("board", 0, _NEWEST) if paper.board_url else (),
            paper.board_url,
        ),
        head=views.Head(title, "", "", robots="noindex"),
        shape=Shape.MISSING,
    )

# SPDX-License-Identifier: MIT
"""`display/`: where a reader chooses how the paper looks on this device."""

from __future__ import annotations

from linli.pages import heads, views
from linli.pages.page import Job, Page
from linli.pages.paper import Paper

_SETTINGS = {
    "display.view": (
        ("elder", "0", "frame.standard"),
        ("elder", "1", "frame.elder"),
    ),
    "display.size": (
        ("size", "1", "display.size.large"),
        ("size", "2", "display.size.largest"),
    ),
    "display.colour": (
        ("scheme", "device", "display.colour.device"),
        ("scheme", "light", "display.colour.light"),
        ("scheme", "dark", "display.colour.dark"),
    ),
    "display.contrast": (
        ("contrast", "device", "display.contrast.device"),
        ("contrast", "more", "display.contrast.more"),
    ),
}
"""Name and value as `overrides/scripts/inline/view.js` understands them, and the words for it."""


def url(paper: Paper) -> str:
    return paper.portal.addresses.index("display")


def job(paper: Paper) -> Job:
    return Job("display", (), lambda: [page(paper)])


def page(paper: Paper) -> Page:
    title = paper.t("display")
    return Page(
        url=url(paper),
        template="display.html",
        view=views.DisplayView(
            title,
            tuple(
                views.DisplaySetting(
                    paper.t(setting),
                    tuple(
                        views.DisplayChoice(name, value, paper.t(word))
                        for name, value, word in choices
                    ),
                )
                for setting, choices in _SETTINGS.items()
            ),
        ),
        head=heads.of_page(paper, title, url(paper), paper.t("display.introduction")),
        breadcrumbs=(views.Link(paper.t("home"), paper.portal.addresses.page()),),
    )

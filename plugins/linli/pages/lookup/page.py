# SPDX-License-Identifier: MIT
"""`lookup/`: where a number or a name is typed in. Without a script the archive below it serves."""

from __future__ import annotations

import json

from linli.language.dates import year_in_words
from linli.newsroom.codes import CODES, GROUPS
from linli.pages import archive, heads, views
from linli.pages.lookup.answers import How
from linli.pages.lookup.index import FOLDER
from linli.pages.page import Job, Page
from linli.pages.paper import Paper

_SAID = ("again", "all", "failed", "looking", "looser", "more", "nothing", "short", "some")
_STANDINGS = ("superseded", "withdrawn")
_NUMBERS = {"n": "{n}", "q": "{q}"}
"""What the script sets into the words."""


def job(paper: Paper) -> Job:
    # Only what there is to choose from stands on it, with the numbers of the archive.
    return Job("lookup", (), lambda: [page(paper)], sizes=archive.SIZES)


def page(paper: Paper) -> Page:
    title = paper.t("lookup.label")
    url = paper.lookup_url
    assert url is not None, "it belongs to the announcements"
    return Page(
        url=url,
        template="lookup.html",
        view=view(paper, title),
        head=heads.of_page(paper, title, url, paper.t("lookup.introduction")),
        breadcrumbs=paper.way_to_announcements,
        section=paper.board_url,
    )


def view(paper: Paper, title: str) -> views.LookupView:
    years = paper.catalogue.announced_years
    return views.LookupView(
        title=title,
        leaves=FOLDER,
        words=_words(paper),
        codes=tuple(_codes(paper)),
        places=tuple(
            views.Option("/".join(place.slugs), place.name, place.level)
            for place in paper.catalogue.announced_places
        ),
        years=tuple(
            views.Option(str(year), year_in_words(year, paper.portal.language)) for year in years
        ),
        first_year=year_in_words(years[-1], paper.portal.language) if years else "",
        facets=tuple(archive.facets(paper)),
    )


def _codes(paper: Paper) -> list[views.Option]:
    """Types of announcement that there are; the name of each group stands before them."""
    language = paper.portal.language
    return [
        views.Option(code, CODES[code].name(language), group=GROUPS[CODES[code].group](language))
        for code in paper.catalogue.codes
    ]


def _words(paper: Paper) -> str:
    """What the script says, as JSON."""
    words: dict[str, object] = {key: paper.t(f"lookup.{key}", **_NUMBERS) for key in _SAID}
    words["how"] = {how.value: paper.t(f"lookup.how.{how.value}") for how in How}
    words["standing"] = {state: paper.t(f"state.{state}") for state in _STANDINGS}
    return json.dumps(words, ensure_ascii=False, sort_keys=True)

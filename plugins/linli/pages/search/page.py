# SPDX-License-Identifier: MIT
"""`search/`: where any words are typed in. Without a script the indexes below it serve."""

from __future__ import annotations

import json
from collections.abc import Iterator

from linli.language.dates import year_in_words
from linli.newsroom.codes import Kind
from linli.pages import heads, views
from linli.pages.page import Job, Page
from linli.pages.paper import SEARCH, Paper
from linli.pages.search.layout import FOLDER

_SAID = ("again", "all", "day", "failed", "looking", "more", "nothing", "short", "some")
_NUMBERS = {name: f"{{{name}}}" for name in ("n", "m", "q", "year", "month", "day")}
"""What the script sets into the words."""


def job(paper: Paper) -> Job:
    """What there is to choose from stands on it, and nothing of any piece."""
    sizes = ("reports", "board", "announcements", "category/", "place/", "topic/", "issue/")
    return Job("search", (SEARCH,), lambda: [page(paper)], sizes=sizes)


def page(paper: Paper) -> Page:
    title = paper.t("search.label")
    url = paper.search_url
    assert url is not None, "it belongs to the search"
    return Page(
        url=url,
        template="search.html",
        view=views.SearchView(
            title=title,
            files=FOLDER,
            words=_words(paper),
            choices=tuple(choice for choice in _choices(paper) if len(choice.options) > 1),
            browse=tuple(_browse(paper)),
        ),
        head=heads.of_page(paper, title, url, paper.t("search.introduction")),
        breadcrumbs=(paper.home,),
        section=url,
    )


def _choices(paper: Paper) -> Iterator[views.Choice]:
    yield views.Choice("kind", paper.t("search.kind"), tuple(_kinds(paper)))
    yield views.Choice("category", paper.t("label.category"), tuple(_categories(paper)))
    yield views.Choice("place", paper.t("facet.place"), tuple(_places(paper)))
    yield views.Choice("year", paper.t("facet.year"), tuple(_years(paper)))


def _kinds(paper: Paper) -> Iterator[views.Option]:
    if paper.shelves.size("reports"):
        yield views.Option(Kind.REPORT, paper.t("search.kind.report"))
    if paper.shelves.size("board"):
        yield views.Option(Kind.NOTICE, paper.t("search.kind.notice"))
        yield views.Option(Kind.LOST, paper.t("search.kind.lost"))


def _categories(paper: Paper) -> Iterator[views.Option]:
    for category in paper.catalogue.categories:
        if paper.shelves.size(f"category/{category.slug}"):
            yield views.Option(category.slug, category.name)


def _places(paper: Paper) -> Iterator[views.Option]:
    for place in paper.catalogue.gazetteer:
        path = "/".join(place.slugs)
        if paper.shelves.size(f"place/{path}"):
            yield views.Option(path, place.name, place.level)


def _years(paper: Paper) -> Iterator[views.Option]:
    for year in dict.fromkeys(month[:4] for month in paper.search.names()):
        yield views.Option(year, year_in_words(int(year), paper.portal.language))


def _browse(paper: Paper) -> Iterator[views.Link]:
    """The indexes, in which everything is."""
    indexes = (
        ("reports", paper.reports_url if paper.shelves.size("reports") else None),
        ("announcements", paper.board_url),
        ("places", paper.places_url if paper.catalogue.rows.names("place/") else None),
        ("topics", paper.topics_url if paper.catalogue.topic_slugs else None),
        ("editions", paper.editions_url if paper.catalogue.issue_days else None),
    )
    for name, url in indexes:
        if url is not None:
            yield views.Link(paper.t(name), url)


def _words(paper: Paper) -> str:
    """What the script says, as JSON."""
    words: dict[str, object] = {key: paper.t(f"search.{key}", **_NUMBERS) for key in _SAID}
    words["kind"] = {kind.value: paper.t(f"search.kind.{kind}") for kind in Kind}
    return json.dumps(words, ensure_ascii=False, sort_keys=True)

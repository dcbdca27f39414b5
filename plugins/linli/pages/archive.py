# SPDX-License-Identifier: MIT
"""The announcement archive: what is current, then everything by year, month, type, place, status.

Nothing ever leaves it. From `announcements/` any announcement is three links away at most: a
year, type, place or status, its page, the announcement.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby

from markupsafe import Markup

from linli.language.dates import month_in_words, year_in_words
from linli.newsroom.announcements import Announcement, State
from linli.newsroom.codes import CODES, GROUPS
from linli.newsroom.places import Place
from linli.pages import feed_links, listings, views
from linli.pages.listings import Listing
from linli.pages.page import Page
from linli.pages.paper import Paper


def pages(paper: Paper) -> Iterator[Page]:
    """All pages of the archive; there is one even where nothing was announced yet."""
    every = paper.catalogue.announcements
    yield from _listing(
        paper,
        ("announcements",),
        paper.t("announcements"),
        every,
        board=paper.items(paper.catalogue.board),
        introduction=Markup("<p>{}</p>").format(paper.t("announcement.archive-note")),
        feeds=feed_links.links(paper, paper.t("announcements"), "announcements"),
    )
    for year, of_year in paper.catalogue.announcements_by_year.items():
        title = year_in_words(year, paper.portal.language)
        yield from _listing(paper, ("announcements", str(year)), title, of_year)
        for month, of_month in _by_month(of_year):
            yield from _listing(
                paper,
                ("announcements", str(year), f"{month:02}"),
                month_in_words(date(year, month, 1), paper.portal.language),
                of_month,
                trail=(views.Link(title, _url(paper, str(year))),),
            )
    for code in paper.catalogue.codes:
        yield from _listing(
            paper,
            ("announcements", "code", code),
            _code_title(paper, code),
            paper.catalogue.with_code(code),
            feeds=feed_links.links(paper, _code_title(paper, code), "codes", code),
        )
    for place, of_place in paper.catalogue.announcements_by_place.items():
        yield from _listing(
            paper,
            ("announcements", "place", *place.slugs),
            paper.t("archive.of-place", place=place.name),
            of_place,
            trail=tuple(
                views.Link(above.name, _url(paper, "place", *above.slugs))
                for above in paper.catalogue.gazetteer.above(place)[:-1]
            ),
        )
    for state, of_state in paper.catalogue.announcements_by_state.items():
        yield from _listing(
            paper, ("announcements", "status", state.value), _state_title(paper, state), of_state
        )


def _listing(
    paper: Paper,
    parts: tuple[str, ...],
    title: str,
    announcements: Sequence[Announcement],
    *,
    trail: tuple[views.Link, ...] = (),
    board: tuple[views.Item, ...] = (),
    introduction: Markup = Markup(""),
    feeds: tuple[views.FeedLink, ...] = (),
) -> Iterator[Page]:
    is_index = len(parts) == 1
    archive = views.Link(paper.t("announcements"), paper.board_url)
    yield from listings.pages(
        paper,
        Listing(
            parts=parts,
            title=title,
            label="" if is_index else paper.t("label.archive"),
            articles=announcements,
            introduction=introduction,
            breadcrumbs=() if is_index else (archive, *trail),
            facets=tuple(facets(paper, parts)),
            board=board,
            feeds=feeds,
            section=paper.board_url,
            template="archive.html",
        ),
    )


def facets(paper: Paper, parts: tuple[str, ...] = ()) -> Iterator[views.Facet]:
    """Every way to narrow the archive; the counts of years, types and states add up to it all."""
    language = paper.portal.language
    yield _facet(
        paper,
        "facet.year",
        [
            ((str(year),), year_in_words(year, language), len(of_year))
            for year, of_year in paper.catalogue.announcements_by_year.items()
        ],
        parts,
    )
    if len(parts) >= 2 and parts[1].isdecimal():
        year = int(parts[1])
        of_year = paper.catalogue.announcements_by_year[year]
        yield _facet(
            paper,
            "facet.month",
            [
                (
                    (str(year), f"{month:02}"),
                    month_in_words(date(year, month, 1), language),
                    len(of),
                )
                for month, of in _by_month(of_year)
            ],
            parts,
        )
    yield _facet(
        paper,
        "facet.status",
        [
            (("status", state.value), _state_title(paper, state), len(of_state))
            for state, of_state in paper.catalogue.announcements_by_state.items()
        ],
        parts,
    )
    yield views.Facet(
        paper.t("facet.code"),
        groups=tuple(
            views.Facet(GROUPS[group](language), _links(paper, _code_rows(paper, codes), parts))
            for group, codes in groupby(paper.catalogue.codes, key=lambda code: CODES[code].group)
        ),
    )
    yield _facet(
        paper,
        "facet.place",
        [
            (("place", *place.slugs), place.name, len(of_place))
            for place, of_place in paper.catalogue.announcements_by_place.items()
            if place.level == 0 or _is_open(place, parts)
        ],
        parts,
    )


def _is_open(place: Place, parts: tuple[str, ...]) -> bool:
    """Places below a district are offered once a reader is in it."""
    return parts[1:2] == ("place",) and place.slugs[:-1] == parts[2 : 1 + len(place.slugs)]


def _facet(
    paper: Paper,
    title: str,
    rows: list[tuple[tuple[str, ...], str, int]],
    parts: tuple[str, ...],
) -> views.Facet:
    return views.Facet(paper.t(title), _links(paper, rows, parts))


def _links(
    paper: Paper, rows: Iterable[tuple[tuple[str, ...], str, int]], parts: tuple[str, ...]
) -> tuple[views.Link, ...]:
    return tuple(
        views.Link(name, _url(paper, *path), count, current=parts[1:] == path)
        for path, name, count in rows
    )


def _code_rows(paper: Paper, codes: Iterable[str]) -> Iterator[tuple[tuple[str, ...], str, int]]:
    for code in codes:
        name = CODES[code].name(paper.portal.language)
        yield ("code", code), name, len(paper.catalogue.with_code(code))


def _url(paper: Paper, *parts: str) -> str:
    return paper.portal.addresses.index("announcements", *parts)


def _by_month(
    announcements: Sequence[Announcement],
) -> list[tuple[int, list[Announcement]]]:
    return [
        (month, list(group))
        for month, group in groupby(announcements, key=lambda one: one.day.month)
    ]


def _code_title(paper: Paper, code: str) -> str:
    return paper.code_title(CODES[code])


def _state_title(paper: Paper, state: State) -> str:
    return paper.t(f"state.{state.value}")

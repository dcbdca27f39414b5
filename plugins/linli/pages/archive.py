# SPDX-License-Identifier: MIT
"""The announcement archive: what is current, then everything by year, month, type, place, status.

Nothing ever leaves it. From `announcements/` any announcement is three links away at most: a
year, type, place or status, its page, the announcement.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import groupby

from markupsafe import Markup

from linli.language.dates import month_in_words, year_in_words
from linli.newsroom.announcements import Remark, State
from linli.newsroom.codes import CODES, GROUPS
from linli.newsroom.places import Place
from linli.pages import calendars, feed_links, listings, open_data, things, views
from linli.pages.listings import Listing
from linli.pages.page import Draft, Job, Page
from linli.pages.paper import Paper

SIZES = (
    *("announced-year/", "announced-month/", "announced-place/", "code/", "state/", "remark/"),
    *("deadline", "deadline-place/"),
    *things.COUNTED,
)


def jobs(paper: Paper) -> Iterator[Job]:
    """All pages of the archive; there is one even where nothing was announced yet."""
    yield Job(
        "announcements",
        ("announcements", "board"),
        lambda: _pages(paper, _all(paper)),
        sizes=SIZES,
    )
    for listing in _listings(paper):
        yield Job(
            "/".join(listing.parts),
            (listing.row,),
            lambda listing=listing: _pages(paper, listing),  # type: ignore[misc]
            # Each offers every other, with the number of pieces in it.
            sizes=SIZES,
        )


def _pages(paper: Paper, listing: Listing) -> Iterator[Page | Draft]:
    feeds = _feeds(paper, listing)
    return listings.pages(
        paper,
        replace(
            listing,
            facets=tuple(facets(paper, listing.parts)),
            feeds=feeds,
            downloads=(
                *(views.Link(feed.title, feed.url) for feed in feeds),
                *_downloads(paper, listing.parts[1:]),
            ),
        ),
    )


def _feeds(paper: Paper, listing: Listing) -> tuple[views.FeedLink, ...]:
    """Of all, of a type, of a place; a row of withdrawn ones alone has none."""
    match listing.parts[1:]:
        case ():
            return feed_links.links(paper, paper.t("announcements"), "announcements")
        case ("code", code) if feed_links.has_entries(paper, listing.row):
            return feed_links.links(paper, listing.title, "codes", code)
        case ("place", *slugs) if feed_links.has_entries(paper, listing.row):
            return feed_links.links(paper, listing.title, "announcements", "places", *slugs)
    return ()


def _downloads(paper: Paper, parts: tuple[str, ...]) -> Iterator[views.Link]:
    """Calendars and data that belong to a page of the archive."""
    match parts:
        case ():
            if calendars.has_calendar(paper):
                yield views.Link(paper.t("calendar"), calendars.url_of())
            yield from open_data.downloads(paper)
        case ("place", *slugs):
            place = next(
                one for one in paper.catalogue.announced_places if one.slugs == tuple(slugs)
            )
            if calendars.has_calendar(paper, place):
                name = paper.t("calendar.at-place", place=place.name)
                yield views.Link(name, calendars.url_of(place))
        case (year,) if year.isdecimal():
            yield from open_data.downloads(paper, year)


def _all(paper: Paper) -> Listing:
    return Listing(
        parts=("announcements",),
        title=paper.t("announcements"),
        label="",
        row="announcements",
        introduction=Markup("<p>{}</p>").format(paper.t("announcement.archive-note")),
        board=paper.shelves.items("board"),
        section=paper.board_url,
        template="archive.html",
    )


def _listings(paper: Paper) -> Iterator[Listing]:
    catalogue = paper.catalogue
    for year in catalogue.announced_years:
        title = year_in_words(year, paper.portal.language)
        yield _listing(paper, (str(year),), title, f"announced-year/{year}")
        for month in catalogue.announced_months(year):
            yield _listing(
                paper,
                (str(year), f"{month:02}"),
                month_in_words(date(year, month, 1), paper.portal.language),
                f"announced-month/{year}-{month:02}",
                trail=(views.Link(title, _url(paper, str(year))),),
            )
    for code in catalogue.codes:
        yield _listing(paper, ("code", code), _code_title(paper, code), f"code/{code}")
    for place in catalogue.announced_places:
        yield _listing(
            paper,
            ("place", *place.slugs),
            paper.t("archive.of-place", place=place.name),
            _place_row(place),
            trail=tuple(
                views.Link(above.name, _url(paper, "place", *above.slugs))
                for above in catalogue.gazetteer.above(place)[:-1]
            ),
        )
    for state in catalogue.states:
        title = _state_title(paper, state)
        yield _listing(paper, ("status", state.value), title, f"state/{state.value}")
    for remark in catalogue.remarks:
        title = _remark_title(paper, remark)
        yield _listing(paper, ("status", remark.value), title, f"remark/{remark.value}")


def _listing(
    paper: Paper,
    parts: tuple[str, ...],
    title: str,
    row: str,
    *,
    trail: tuple[views.Link, ...] = (),
) -> Listing:
    return Listing(
        parts=("announcements", *parts),
        title=title,
        label=paper.t("label.archive"),
        row=row,
        breadcrumbs=(views.Link(paper.t("announcements"), paper.board_url), *trail),
        section=paper.board_url,
        template="archive.html",
    )


def facets(paper: Paper, parts: tuple[str, ...] = ()) -> Iterator[views.Facet]:
    """Every way to narrow the archive; the counts of years, types and states add up to it all."""
    language, catalogue, size = paper.portal.language, paper.catalogue, paper.shelves.size
    yield _facet(
        paper,
        "facet.year",
        [
            ((str(year),), year_in_words(year, language), size(f"announced-year/{year}"))
            for year in catalogue.announced_years
        ],
        parts,
    )
    if len(parts) >= 2 and parts[1].isdecimal():
        year = int(parts[1])
        yield _facet(
            paper,
            "facet.month",
            [
                (
                    (str(year), f"{month:02}"),
                    month_in_words(date(year, month, 1), language),
                    size(f"announced-month/{year}-{month:02}"),
                )
                for month in catalogue.announced_months(year)
            ],
            parts,
        )
    yield _facet(
        paper,
        "facet.status",
        [
            (("status", state.value), _state_title(paper, state), size(f"state/{state.value}"))
            for state in catalogue.states
        ],
        parts,
    )
    # Beside the states, not among them: a corrected announcement may be open or closed.
    yield _facet(
        paper,
        "facet.remark",
        [
            (("status", one.value), _remark_title(paper, one), size(f"remark/{one.value}"))
            for one in catalogue.remarks
        ],
        parts,
    )
    yield views.Facet(
        paper.t("facet.code"),
        groups=tuple(
            views.Facet(GROUPS[group](language), _links(paper, _code_rows(paper, codes), parts))
            for group, codes in groupby(catalogue.codes, key=lambda code: CODES[code].group)
        ),
    )
    yield _facet(
        paper,
        "facet.place",
        [
            (("place", *place.slugs), place.name, size(_place_row(place)))
            for place in catalogue.announced_places
            if place.level == 0 or _is_open(place, parts)
        ],
        parts,
    )
    yield things.facet(paper)


def _place_row(place: Place) -> str:
    return "announced-place/" + "/".join(place.slugs)


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
        yield ("code", code), name, paper.shelves.size(f"code/{code}")


def _url(paper: Paper, *parts: str) -> str:
    return paper.portal.addresses.index("announcements", *parts)


def _code_title(paper: Paper, code: str) -> str:
    return paper.code_title(CODES[code])


def _remark_title(paper: Paper, remark: Remark) -> str:
    return paper.t(f"remark.{remark.value}")


def _state_title(paper: Paper, state: State) -> str:
    return paper.t(f"state.{state.value}")

# SPDX-License-Identifier: MIT
"""Photos by month and by who took them, each with its words and the way to its piece.

A page is cut by pieces and not by photos: how many photos a row holds nobody knows without reading
every text in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby, islice
from urllib.parse import quote

from linli.language.dates import month_in_words, month_name
from linli.newsroom.articles import Article
from linli.pages import cards, heads, listings, views
from linli.pages.page import Draft, Job, Page
from linli.pages.paper import Paper
from linli.reading.photographers import photographers

_NEWEST = 24
"""Photos on the first page of all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Album:
    """The photos of a row before they are cut into pages."""

    parts: tuple[str, ...]
    """Below the URL of all photos."""
    row: str
    title: str
    heading: str
    """What the page is called where nothing else stands around it."""
    label: str = ""
    photographer: str = ""
    """The slug of whose photos it shows; empty for everybody's."""
    facets: tuple[views.Facet, ...] = ()
    more: views.Link | None = None


@dataclass(frozen=True, slots=True)
class _Cut:
    """One page of an album: its number, its pieces' places in the row, the pages it offers."""

    number: int
    """0 for the first, which holds the newest."""
    start: int
    stop: int
    numbers: tuple[int, ...]


def jobs(paper: Paper) -> Iterator[Job]:
    """`photos/`, `photos/2026/07/` and `photos/by/<slug>/`; none on a site without photos."""
    months = paper.catalogue.photo_months
    if not months:
        return
    yield Job(
        "photos",
        # How a name is spelled follows from the photos of whoever bears it.
        ("photos", "photographer/"),
        lambda: [_index(paper)],
        sizes=("photos/", "photographer/"),
    )
    for month in months:
        yield Job(
            "/".join(("photos", *_parts(month))),
            (_row(month),),
            lambda month=month: _pages(paper, _month(paper, month)),  # type: ignore[misc]
            # Each month offers the others of its year.
            sizes=(f"photos/{month.year}/",),
        )
    for slug in paper.catalogue.photographer_slugs:
        yield Job(
            f"photos/by/{slug}",
            (f"photographer/{slug}",),
            lambda slug=slug: _pages(paper, _person(paper, slug)),  # type: ignore[misc]
            sizes=(f"person/{slug}",),
        )


def _parts(month: date) -> tuple[str, str]:
    return (f"{month:%Y}", f"{month:%m}")


def _row(month: date) -> str:
    return "/".join(("photos", *_parts(month)))


def _url(paper: Paper, *parts: str) -> str:
    return paper.portal.addresses.index("photos", *parts)


# The first page


def _index(paper: Paper) -> Page:
    """The newest photos, every month and everybody who took one."""
    url, title = _url(paper), paper.t("photos")
    pieces = paper.catalogue.pictured
    return Page(
        url=url,
        template="photos.html",
        view=views.PhotosView(
            title=title,
            label="",
            introduction=paper.t("photos.introduction"),
            total=len(pieces),
            photos=tuple(islice(_shown(paper, pieces), _NEWEST)),
            facets=(*_years(paper), _people(paper)),
        ),
        head=heads.of_page(paper, title, url, paper.t("photos.introduction")),
        breadcrumbs=(paper.home,),
        section=url,
        modified=paper.shelves.modified("photos", len(pieces)),
    )


def _years(paper: Paper) -> Iterator[views.Facet]:
    for year, months in groupby(paper.catalogue.photo_months, key=lambda month: month.year):
        yield _year(paper, year, list(months))


def _year(
    paper: Paper, year: int, months: Sequence[date], current: date | None = None
) -> views.Facet:
    """The months of a year, with the number of pieces that they show."""
    return views.Facet(
        str(year),
        tuple(
            views.Link(
                month_name(month, paper.portal.language),
                _url(paper, *_parts(month)),
                paper.shelves.size(_row(month)),
                current=month == current,
            )
            for month in months
        ),
    )


def _people(paper: Paper) -> views.Facet:
    """Everybody who took a photo, those with the most pieces first."""
    sized = [
        (slug, paper.shelves.size(f"photographer/{slug}"))
        for slug in paper.catalogue.photographer_slugs
    ]
    sized.sort(key=lambda one: (-one[1], one[0]))
    return views.Facet(
        paper.t("photos.people"),
        tuple(
            views.Link(_name(paper, slug), _url(paper, "by", slug), size) for slug, size in sized
        ),
    )


def _name(paper: Paper, slug: str) -> str:
    """Somebody's name: from a file of their own, or as their oldest photo spells it."""
    vocabulary = paper.catalogue.vocabulary
    person = vocabulary.person_by_slug.get(slug)
    if person is not None:
        return person.name
    oldest = paper.catalogue.shot_by(slug)[-1]
    names = (
        name
        for figure in paper.bodies[oldest.src_uri].told_of
        for name in photographers(oldest, figure)
    )
    return next(name for name in names if vocabulary.slug_of_person(name) == slug)


# Months and people


def _month(paper: Paper, month: date) -> _Album:
    words = month_in_words(month, paper.portal.language)
    of_year = [other for other in paper.catalogue.photo_months if other.year == month.year]
    return _Album(
        parts=_parts(month),
        row=_row(month),
        title=words,
        heading=paper.t("photos.of", month=words),
        label=paper.t("photos"),
        facets=(_year(paper, month.year, of_year, month),),
    )


def _person(paper: Paper, slug: str) -> _Album:
    name = _name(paper, slug)
    reports = paper.url_of_person(name)
    return _Album(
        parts=("by", slug),
        row=f"photographer/{slug}",
        title=name,
        heading=paper.t("photos.by", name=name),
        label=paper.t("photos.person"),
        photographer=slug,
        more=views.Link(paper.t("photos.reports", name=name), reports) if reports else None,
    )


def _pages(paper: Paper, album: _Album) -> Iterator[Page | Draft]:
    """The pages of an album, numbered from the oldest as those of every index."""
    size, total = paper.portal.page_size, paper.shelves.size(album.row)
    full = listings.numbered_pages(total, size)
    yield _page(paper, album, _Cut(0, 0, total - full * size, listings.shown(0, full)))
    digests = paper.shelves.digests(album.row) if full else ()
    for number in range(1, full + 1):
        numbers = listings.shown(number, full)
        cut = _Cut(number, total - number * size, total - (number - 1) * size, numbers)
        yield Draft(
            listings.page_url(paper, ("photos", *album.parts), number),
            (album.title, album.heading, album.label, numbers, digests[cut.start : cut.stop]),
            lambda cut=cut: _page(paper, album, cut),  # type: ignore[misc]
        )


def _page(paper: Paper, album: _Album, cut: _Cut) -> Page:
    parts = ("photos", *album.parts)
    url = listings.page_url(paper, parts, cut.number)
    first = cut.number == 0
    pieces = paper.catalogue.rows.row(album.row)[cut.start : cut.stop]
    heading = album.heading
    if not first:
        heading = paper.t("listing.numbered", title=heading, n=cut.number)
    return Page(
        url=url,
        template="photos.html",
        view=views.PhotosView(
            title=album.title,
            label=album.label,
            introduction="",
            total=paper.shelves.size(album.row) if first else 0,
            photos=tuple(_shown(paper, pieces, album.photographer)),
            facets=album.facets if first else (),
            more=album.more if first else None,
            pagination=listings.pagination(paper, parts, cut.number, cut.numbers),
        ),
        head=heads.of_page(paper, heading, url, robots="" if first else "noindex, follow"),
        breadcrumbs=(paper.home, views.Link(paper.t("photos"), _url(paper))),
        section=_url(paper),
        modified=paper.shelves.modified(album.row, cut.stop) if first else None,
    )


# Photos


def _shown(
    paper: Paper, pieces: Sequence[Article], photographer: str = ""
) -> Iterator[views.PhotoView]:
    """The photos of pieces, newest piece first, in the order of each text."""
    slug_of = paper.catalogue.vocabulary.slug_of_person
    for piece in pieces:
        url = paper.url(piece)
        for figure in paper.bodies[piece.src_uri].told_of:
            names = photographers(piece, figure)
            if photographer and photographer not in map(slug_of, names):
                continue
            picture = cards.picture(figure.photo)
            assert picture is not None, "there is a photo"
            # On their own page nothing leads to it.
            linked = () if photographer else names
            yield views.PhotoView(
                picture._replace(alt=figure.alt),
                figure.caption,
                tuple(_credited(paper, figure.credit, linked)),
                views.Link(piece.title, f"{url}#{quote(figure.anchor, safe=':')}"),
                piece.published.date(),
                piece.is_sample,
            )


def _credited(paper: Paper, credit: str, names: tuple[str, ...]) -> Iterator[views.Link]:
    """A credit in parts, where each name of it leads to that person's photos; names that it does
    not give stand behind it."""
    slug_of = paper.catalogue.vocabulary.slug_of_person
    missing = [name for name in names if name not in credit]
    names_in_it = "|".join(re.escape(name) for name in names if name in credit)
    for at, part in enumerate(re.split(f"({names_in_it})", credit) if names_in_it else (credit,)):
        if part:
            yield views.Link(part, _url(paper, "by", slug_of(part)) if at % 2 else None)
    for name in missing:
        if credit or name != missing[0]:
            yield views.Link(" ")
        yield views.Link(name, _url(paper, "by", slug_of(name)))

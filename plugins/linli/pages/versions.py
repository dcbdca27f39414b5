# SPDX-License-Identifier: MIT
"""Each version of an announcement on a page of its own, as it was published.

The page is made from the version's own text and from words that never change: neither the day nor
a later version is on it, so what somebody has cited stays as it was, byte for byte. Only two things
reach it: words taken out of all versions, and a withdrawal, after which nothing of a version is
shown, because what was withdrawn must not be read under another URL.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from markupsafe import Markup

from linli.language.dates import date_in_words
from linli.newsroom.announcements import Announcement
from linli.newsroom.articles import Edition
from linli.newsroom.versions import path_of_version
from linli.pages import heads, pieces, views
from linli.pages.page import Page
from linli.pages.paper import Paper

Fields = Callable[[Paper, Announcement], Iterable[views.FieldView]]


def url(paper: Paper, announcement: Announcement, number: int) -> str:
    """Where a version lies: `notices/2026/N-2026-0001/v1/`."""
    return paper.portal.addresses.below(announcement.src_uri, f"v{number}")


def links(paper: Paper, announcement: Announcement) -> tuple[views.Link, ...]:
    """All versions with their days; none where there is only one."""
    versions = [version for version, _ in _versions(paper, announcement)]
    if len(versions) < 2:
        return ()
    return tuple(
        views.Link(
            paper.t(
                "version.entry",
                n=version.version,
                day=date_in_words(version.issued, paper.portal.language),
            ),
            url(paper, announcement, version.version),
        )
        for version in versions
    )


def pages(paper: Paper, announcement: Announcement, fields: Fields) -> Iterator[Page]:
    """The page of each version, the first first."""
    for version, path in _versions(paper, announcement):
        yield _page(paper, announcement, version, path, fields)


def _versions(paper: Paper, announcement: Announcement) -> Iterator[tuple[Announcement, str]]:
    """The versions, each with the file of its text."""
    for number in range(1, announcement.version):
        path = path_of_version(announcement.src_uri, number)
        version = paper.shelves.version(path)
        if version is not None:
            yield version, path
    yield announcement, announcement.src_uri


def _page(
    paper: Paper, announcement: Announcement, version: Announcement, path: str, fields: Fields
) -> Page:
    number = version.version
    withdrawn = pieces.withdrawal(paper, announcement)
    shown = announcement if withdrawn else version
    title = paper.t("version.title", title=shown.title, n=number)
    current = views.Link(paper.t("version.current", id=announcement.id), paper.url(announcement))
    return Page(
        url=url(paper, announcement, number),
        template="version.html",
        view=views.VersionView(
            title=shown.title,
            sentence=paper.t("version.withdrawn", n=number)
            if withdrawn
            else paper.t(
                "version.sentence",
                n=number,
                day=date_in_words(version.issued, paper.portal.language),
            ),
            current=current,
            id=announcement.id,
            version=number,
            code_name=paper.code_name(shown),
            body=Markup("") if withdrawn else paper.as_set(path),
            fields=() if withdrawn else tuple(fields(paper, version.as_issued)),
            published=shown.published,
            edition=None if withdrawn else _edition(version.edition),
            places=() if withdrawn else tuple(_places(paper, version)),
            redactions=pieces.redactions(paper, announcement),
            withdrawn=withdrawn,
            archive_note=paper.t("announcement.archive-note"),
            notes=pieces.sample_notes(paper, shown),
        ),
        head=heads.of_page(
            paper, title, url(paper, announcement, number), robots="noindex, follow"
        ),
        breadcrumbs=(
            *paper.way_to_announcements,
            views.Link(announcement.id, paper.url(announcement)),
        ),
        section=paper.board_url,
    )


def _edition(edition: Edition | None) -> views.EditionView | None:
    """The printed page without its link: the index of an issue may go with its last piece."""
    if edition is None:
        return None
    return views.EditionView(edition.date, edition.issue, edition.page, edition.page_name)


def _places(paper: Paper, version: Announcement) -> Iterator[views.Place]:
    for place in paper.catalogue.places_of(version):
        above = paper.catalogue.gazetteer.above(place)
        yield views.Place(tuple(views.Link(one.name) for one in above))

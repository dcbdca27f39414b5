# SPDX-License-Identifier: MIT
"""A printed issue's file: its name is a day, its pages are each there once, and on each picture
the pieces lie where they were printed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from linli.newsroom.announcements import Announcement
from linli.newsroom.articles import Article, Edition
from linli.newsroom.diagnostics import Diagnostic
from linli.newsroom.nearest import nearest
from linli.newsroom.printed import PrintedIssue


def check_alone(issue: PrintedIssue) -> Iterator[Diagnostic]:
    yield from name_is_a_day(issue)
    yield from pages_are_unique(issue)
    yield from zones_lie_apart(issue)


def name_is_a_day(issue: PrintedIssue) -> Iterator[Diagnostic]:
    """The file is called as the day on which the issue appeared."""
    if issue.day is None:
        yield Diagnostic("issue-not-a-day", issue.source.top, {"path": issue.source.path})


def pages_are_unique(issue: PrintedIssue) -> Iterator[Diagnostic]:
    """Each page stands once."""
    first: dict[str, int] = {}
    for index, page in enumerate(issue.pages):
        location = issue.source.at(f"pages.{index}.page")
        if page.page in first:
            yield Diagnostic(
                "page-twice", location, {"value": page.page, "first": first[page.page]}
            )
        first.setdefault(page.page, location.line)


def zones_lie_apart(issue: PrintedIssue) -> Iterator[Diagnostic]:
    """No two pieces of a page lie upon each other: a reader could reach only one."""
    for index, page in enumerate(issue.pages):
        for number, zone in enumerate(page.zones):
            upon = (one for one in page.zones[:number] if one.at.overlaps(zone.at))
            for other in islice(upon, 1):
                yield Diagnostic(
                    "zones-overlap",
                    issue.source.at(f"pages.{index}.zones.{number}"),
                    {"value": zone.piece, "other": other.piece},
                )


def check(
    issue: PrintedIssue, find: Callable[[str], Article | None], names: Callable[[], Iterable[str]]
) -> Iterator[Diagnostic]:
    """Each piece of a page exists, and was printed on that page."""
    for index, page in enumerate(issue.pages):
        for number, zone in enumerate(page.zones):
            location = issue.source.at(f"pages.{index}.zones.{number}.piece")
            article = find(zone.piece)
            if article is None:
                known = set(names())
                if zone.piece not in known:
                    near = nearest(zone.piece, known)
                    arguments = {"key": "piece", "value": zone.piece, "nearest": near}
                    yield Diagnostic("unknown-related", location, arguments)
            elif not any(
                edition.date == issue.day and edition.page == page.page
                for edition in printings(article)
            ):
                yield Diagnostic(
                    "zone-elsewhere",
                    location,
                    {"value": zone.piece, "date": str(issue.day), "page": page.page},
                )


def printings(article: Article) -> Iterator[Edition]:
    """Where a piece was printed, the first time and again."""
    if article.edition is not None:
        yield article.edition
    if isinstance(article, Announcement):
        yield from (one.edition for one in article.insertions if one.edition is not None)

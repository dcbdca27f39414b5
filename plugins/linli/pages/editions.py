# SPDX-License-Identifier: MIT
"""Printed issues: a calendar of them, each issue, and each of its pages."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from datetime import date
from itertools import groupby

from markupsafe import Markup

from linli.language.dates import date_in_words, month_in_words, weekday_letters
from linli.newsroom.articles import Edition
from linli.newsroom.catalogue import Issue, IssuePage
from linli.pages import heads, listings, pieces, views
from linli.pages.listings import Listing
from linli.pages.page import Draft, Job, Page
from linli.pages.paper import Paper


def jobs(paper: Paper) -> Iterator[Job]:
    """`editions/`, `editions/2022-07-05/` and `editions/2022-07-05/01/`."""
    url = paper.editions_url
    days = paper.catalogue.issue_days
    if url is None or not days:
        return
    yield Job("editions", (), lambda: [_directory(paper, url)], sizes=("issue/",))
    for at, day in enumerate(days):
        newer = days[at - 1] if at else None
        older = days[at + 1] if at + 1 < len(days) else None
        yield Job(
            # The days around it are in the name: where one appears, this is another job.
            f"editions/{day} {older} {newer}",
            (f"issue/{day}",),
            lambda day=day, older=older, newer=newer: _pages(paper, day, older, newer),  # type: ignore[misc]
        )


def _directory(paper: Paper, url: str) -> Page:
    title = paper.t("editions")
    return Page(
        url=url,
        template="editions.html",
        view=views.EditionsView(title, Markup(""), tuple(calendars(paper))),
        head=heads.of_page(paper, title, url),
        breadcrumbs=(paper.home,),
        section=url,
    )


def _pages(
    paper: Paper, day: date, older: date | None, newer: date | None
) -> Iterator[Page | Draft]:
    issue = paper.catalogue.issue(day)
    yield _issue(paper, issue, older, newer)
    for printed in issue.pages:
        if printed.page:
            yield from listings.pages(paper, _printed_page(paper, issue, printed))


def calendars(paper: Paper) -> Iterator[views.Calendar]:
    """The months with an issue, newest first; exactly the days with one are links."""
    for (year, month), days in groupby(
        paper.catalogue.issue_days, key=lambda day: (day.year, day.month)
    ):
        yield _calendar(paper, year, month, {day: paper.issue_url(day) for day in days})


def _calendar(paper: Paper, year: int, month: int, urls: dict[date, str | None]) -> views.Calendar:
    language = paper.portal.language
    weeks = calendar.Calendar(firstweekday=calendar.MONDAY).monthdatescalendar(year, month)
    return views.Calendar(
        year,
        month,
        tuple(
            tuple(
                views.CalendarDay(day.day, urls.get(day))
                if day.month == month
                else views.CalendarDay(0)
                for day in week
            )
            for week in weeks
        ),
        weekday_letters(language),
        month_in_words(date(year, month, 1), language),
    )


def _issue(paper: Paper, issue: Issue, older: date | None, newer: date | None) -> Page:
    title = _issue_title(paper, issue)
    url = paper.issue_url(issue.date) or ""
    edition = pieces.edition_view(paper, Edition(issue.date, issue.number))
    assert edition is not None
    return Page(
        url=url,
        template="issue.html",
        view=views.IssueView(
            title,
            edition,
            tuple(
                views.Group(
                    _page_title(paper, printed) or paper.t("issue.unplaced"),
                    paper.items(printed.articles),
                    anchor=f"p{printed.slug}" if printed.slug else "",
                    more=_page_link(paper, issue, printed),
                )
                for printed in issue.pages
            ),
            _link(paper, older),
            _link(paper, newer),
        ),
        head=heads.of_page(paper, title, url),
        breadcrumbs=(paper.home, views.Link(paper.t("editions"), paper.editions_url)),
        section=paper.editions_url,
    )


def _printed_page(paper: Paper, issue: Issue, printed: IssuePage) -> Listing:
    return Listing(
        parts=("editions", issue.date.isoformat(), printed.slug),
        title=f"{_issue_title(paper, issue)} {_page_title(paper, printed)}",
        label=paper.t("editions"),
        row=f"issue-page/{issue.date}/{printed.slug}",
        breadcrumbs=(
            views.Link(paper.t("editions"), paper.editions_url),
            views.Link(_issue_title(paper, issue), paper.issue_url(issue.date)),
        ),
        section=paper.editions_url,
    )


def _issue_title(paper: Paper, issue: Issue) -> str:
    return paper.t(
        "issue.title",
        name=paper.portal.name,
        day=date_in_words(issue.date, paper.portal.language),
    )


def _page_title(paper: Paper, printed: IssuePage) -> str:
    number = paper.t("edition.page", number=printed.page) if printed.page else ""
    return f"{number} {printed.name}".strip()


def _page_link(paper: Paper, issue: Issue, printed: IssuePage) -> views.Link | None:
    """To the page's own index, whose address a reader may pass on."""
    url = paper.issue_url(issue.date)
    if not printed.page or url is None:
        return None
    day = issue.date.isoformat()
    return views.Link(
        _page_title(paper, printed),
        paper.portal.addresses.index("editions", day, printed.slug),
        len(printed.articles),
    )


def _link(paper: Paper, day: date | None) -> views.Link | None:
    if day is None:
        return None
    return views.Link(date_in_words(day, paper.portal.language), paper.issue_url(day))

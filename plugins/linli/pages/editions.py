# SPDX-License-Identifier: MIT
"""Printed issues: a calendar of them, each issue, and each of its pages."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import groupby

from markupsafe import Markup

from linli.language.dates import date_in_words, month_in_words, weekday_letters
from linli.newsroom.addresses import slugify
from linli.newsroom.articles import Report
from linli.newsroom.catalogue import Issue, IssuePage
from linli.newsroom.photos import Photo
from linli.newsroom.printed import PrintedPage, row_of_printed
from linli.pages import cards, heads, views
from linli.pages.page import Job, Page
from linli.pages.paper import Paper


def jobs(paper: Paper) -> Iterator[Job]:
    """`editions/`, `editions/2022-07-05/` and `editions/2022-07-05/01/`."""
    url = paper.editions_url
    days = paper.catalogue.issue_days
    if url is None or not days:
        return
    yield Job("editions", (), lambda: [_directory(paper, url)], sizes=("issue/",))
    months = {month: tuple(found) for month, found in groupby(days, key=_month)}
    for at, day in enumerate(days):
        newer = days[at - 1] if at else None
        older = days[at + 1] if at + 1 < len(days) else None
        month = months[_month(day)]
        days_of_month = ",".join(str(one.day) for one in month)
        yield Job(
            # The days around it and in its month are in the name: where one appears, this is
            # another job.
            f"editions/{day} {older} {newer} {days_of_month}",
            (f"issue/{day}", row_of_printed(day)),
            lambda day=day, older=older, newer=newer, month=month: _pages(  # type: ignore[misc]
                paper, _Around(day, older, newer, month)
            ),
        )


@dataclass(frozen=True, slots=True)
class _Around:
    """A day's issue among the others."""

    day: date
    older: date | None
    newer: date | None
    month: tuple[date, ...]


def _month(day: date) -> tuple[int, int]:
    return day.year, day.month


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


def _pages(paper: Paper, around: _Around) -> Iterator[Page]:
    sheets = _Sheets(paper, around)
    yield sheets.issue_page()
    for at, sheet in enumerate(sheets.numbered):
        yield sheets.page(at, sheet)


def calendars(paper: Paper) -> Iterator[views.Calendar]:
    """The months with an issue, newest first; exactly the days with one are links."""
    for _, days in groupby(paper.catalogue.issue_days, key=_month):
        yield _calendar(paper, tuple(days))


def _calendar(paper: Paper, days: tuple[date, ...], current: date | None = None) -> views.Calendar:
    """The month of some days with an issue."""
    language = paper.portal.language
    year, month = _month(days[0])
    urls = {day: paper.issue_url(day) for day in days}
    weeks = calendar.Calendar(firstweekday=calendar.MONDAY).monthdatescalendar(year, month)
    return views.Calendar(
        year,
        month,
        tuple(
            tuple(
                views.CalendarDay(day.day, urls.get(day), day == current)
                if day.month == month
                else views.CalendarDay(0)
                for day in week
            )
            for week in weeks
        ),
        weekday_letters(language),
        month_in_words(date(year, month, 1), language),
    )


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A printed page: what stood on it, and its picture where there is one."""

    printed: IssuePage
    picture: PrintedPage | None = None
    photo: Photo | None = None


@dataclass(frozen=True)
class _Sheets:
    """The pages of one issue."""

    paper: Paper
    around: _Around

    @cached_property
    def issue(self) -> Issue:
        return self.paper.catalogue.issue(self.around.day)

    @cached_property
    def title(self) -> str:
        paper = self.paper
        day = date_in_words(self.around.day, paper.portal.language)
        return paper.t("issue.title", name=paper.portal.name, day=day)

    @cached_property
    def all(self) -> tuple[_Sheet, ...]:
        """Every page that holds a piece or has a picture, in order; last what has no page."""
        sheets = {printed.slug: _Sheet(printed) for printed in self.issue.pages}
        found = self.paper.shelves.printed(self.around.day)
        if found is not None and self.around.day <= self.paper.day:
            issue, body = found
            for page, figure in zip(issue.pages, body.figures, strict=True):
                slug = slugify(page.page)
                printed = sheets[slug].printed if slug in sheets else None
                sheets[slug] = _Sheet(
                    printed or IssuePage(slug, page.page, page.page_name, ()), page, figure.photo
                )
        return tuple(sheets[slug] for slug in sorted(sheets, key=lambda slug: (not slug, slug)))

    @cached_property
    def numbered(self) -> tuple[_Sheet, ...]:
        return tuple(sheet for sheet in self.all if sheet.printed.page)

    def heading(self, sheet: _Sheet) -> str:
        printed = sheet.printed
        number = self.paper.t("edition.page", number=printed.page) if printed.page else ""
        name = printed.name or (sheet.picture.page_name if sheet.picture else "")
        return f"{number} {name}".strip()

    def link(self, sheet: _Sheet, *, current: bool = False) -> views.Link:
        """To the page's own address, which a reader may pass on."""
        day = self.around.day.isoformat()
        url = self.paper.portal.addresses.index("editions", day, sheet.printed.slug)
        return views.Link(self.heading(sheet), url, current=current)

    def issue_page(self) -> Page:
        paper, day = self.paper, self.around.day
        url = paper.issue_url(day) or ""
        return Page(
            url=url,
            template="issue.html",
            view=views.IssueView(
                self.title,
                self.plate(),
                tuple(
                    views.Group(
                        self.heading(sheet) or paper.t("issue.unplaced"),
                        paper.items(sheet.printed.articles),
                        anchor=f"p{sheet.printed.slug}" if sheet.printed.slug else "",
                        more=self.link(sheet) if sheet.printed.slug else None,
                    )
                    for sheet in self.all
                ),
                _calendar(paper, self.around.month, day),
                _issue_way(paper, "issue.previous", self.around.older),
                _issue_way(paper, "issue.next", self.around.newer),
            ),
            head=heads.of_page(paper, self.title, url),
            breadcrumbs=(paper.home, _index(paper)),
            section=paper.editions_url,
        )

    def page(self, at: int, sheet: _Sheet) -> Page:
        paper, around = self.paper, self.around
        link = self.link(sheet)
        title = f"{self.title} {link.title}"
        before = self.numbered[at - 1] if at else None
        behind = self.numbered[at + 1] if at + 1 < len(self.numbered) else None
        return Page(
            url=link.url or "",
            template="printed.html",
            view=views.PrintedPageView(
                title,
                self.plate(),
                link.title,
                paper.items(sheet.printed.articles),
                tuple(self.link(other, current=other is sheet) for other in self.numbered),
                _page_way(paper, "printed.previous", self.link(before))
                if before
                else _issue_way(paper, "issue.previous", around.older),
                _page_way(paper, "printed.next", self.link(behind))
                if behind
                else _issue_way(paper, "issue.next", around.newer),
                self._picture(sheet),
                tuple(self._zones(sheet)),
            ),
            head=heads.of_page(paper, title, link.url or ""),
            breadcrumbs=(
                paper.home,
                _index(paper),
                views.Link(self.title, paper.issue_url(around.day)),
            ),
            section=paper.editions_url,
        )

    def plate(self) -> views.Plate:
        portal, t = self.paper.portal, self.paper.t
        numbered = len(self.numbered)
        facts = (
            t("imprint.serial", number=portal.serial) if portal.serial else "",
            t("plate.postal", number=portal.postal) if portal.postal else "",
            t("plate.supervisor", name=portal.supervisor) if portal.supervisor else "",
            t("imprint.sponsor", name=portal.sponsor) if portal.sponsor else "",
            t("imprint.publisher", name=portal.publisher) if portal.publisher else "",
            t("plate.founded", day=portal.founded) if portal.founded else "",
            t("plate.price", price=portal.price) if portal.price else "",
            t("plate.pages", n=numbered) if numbered else "",
        )
        return views.Plate(
            portal.name,
            self.around.day,
            self.paper.issue_line(self.issue.number),
            tuple(filter(None, facts)),
        )

    def _picture(self, sheet: _Sheet) -> views.Picture | None:
        picture = cards.picture(sheet.photo)
        alt = self.paper.t("printed.picture", page=self.heading(sheet))
        return picture and picture._replace(alt=alt)

    def _zones(self, sheet: _Sheet) -> Iterator[views.HotZone]:
        """The pieces that may be read; a withdrawn one leads nowhere."""
        for zone in sheet.picture.zones if sheet.picture else ():
            article = self.paper.catalogue.piece(zone.piece)
            if article is None or (article.is_withdrawn and isinstance(article, Report)):
                continue
            area = zone.at
            yield views.HotZone(
                views.Link(article.title, self.paper.url(article)),
                *(area.left, area.top, area.width, area.height),
            )


def _index(paper: Paper) -> views.Link:
    return views.Link(paper.t("editions"), paper.editions_url)


def _page_way(paper: Paper, way: str, link: views.Link) -> views.Way:
    return views.Way(paper.t(way), link.title, link.url)


def _issue_way(paper: Paper, way: str, day: date | None) -> views.Way | None:
    if day is None:
        return None
    words = date_in_words(day, paper.portal.language)
    return views.Way(paper.t(way), words, paper.issue_url(day))

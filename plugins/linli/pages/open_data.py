# SPDX-License-Identifier: MIT
"""Announcements as open data: a file for each, two for each year, and the page that tells of them.

| file | what is in it |
|---|---|
| `<announcement>/announcement.json` | one record |
| `<announcement>/canonical.txt` | the words whose SHA-256 stands on the proof of publication |
| `announcements/2026/announcements-2026.ndjson` | a year, a record a line, the oldest first |
| `announcements/2026/announcements-2026.csv` | the same as a table, for Excel: BOM, CRLF |
| `announcements/announcement.schema.json` | what a record looks like |
| `announcements/codes.json` | the types of announcement |

Nothing in them follows from the day of the build, so a year changes with its announcements alone.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from linli.language.records import MEANINGS
from linli.language.sizes import size_in_words
from linli.newsroom.announcements import Announcement
from linli.pages import calendars, feed_links, heads, record_schema, records, views
from linli.pages.page import File, Job, Page
from linli.pages.paper import Paper
from linli.reading.markup.state import ROOT

_BOM = "\ufeff"
_LINKS = ("supersedes", "corrects")


def jobs(paper: Paper) -> Iterator[Job]:
    """The data of each year, its schema, and the page of all of it."""
    for year in paper.catalogue.announced_years:
        yield Job(
            f"announcements/{year}/data",
            (_row(year),),
            lambda year=year: of_year(paper, year),  # type: ignore[misc]
        )
    yield Job("announcements/schema", (), lambda: [record_schema.file(paper)])
    yield Job(
        "announcements/data",
        ("announcements",),
        lambda: [page(paper)],
        sizes=("deadline", "deadline-place/"),
    )


def url_of_page(paper: Paper) -> str:
    return paper.portal.addresses.index("announcements", "data")


def _row(year: int) -> str:
    return f"announced-year/{year}"


# One announcement


def url_of(paper: Paper, announcement: Announcement) -> str:
    return paper.portal.addresses.beside(announcement.src_uri, "announcement.json")


def of_announcement(paper: Paper, announcement: Announcement) -> File:
    """The record of one announcement, set for a reader."""
    line, _ = paper.shelves.record(announcement.src_uri)
    record = _public(paper, json.loads(line.replace(ROOT, paper.portal.url)))
    text = json.dumps(record, ensure_ascii=False, indent=2) + "\n"
    path = paper.portal.addresses.file_of(url_of(paper, announcement))
    return File(path, text.encode())


def _public(paper: Paper, record: records.Record) -> records.Record:
    """Without the number of an announcement that is not public."""
    hidden = {
        key for key in _LINKS if key in record and not paper.catalogue.announcement(record[key])
    }
    return {key: value for key, value in record.items() if key not in hidden}


# A year


def of_year(paper: Paper, year: int) -> Iterator[File]:
    """All announcements of a year, the oldest first."""
    lines: list[str] = []
    rows = [_BOM, records.header()]
    for line, row in paper.shelves.records(_row(year)):
        if any(f'"{key}":"' in line for key in _LINKS):
            record = _public(paper, json.loads(line))
            line, row = records.line(record), records.row(record)
        lines += (line, "\n")
        rows.append(row)
    for kind, parts in (("csv", rows), ("ndjson", lines)):
        data = "".join(parts).replace(ROOT, paper.portal.url).encode()
        yield File(path_of_year(year, kind), data)


def path_of_year(year: int, kind: str) -> str:
    return f"announcements/{year}/announcements-{year}.{kind}"


# The page


def page(paper: Paper) -> Page:
    """What there is, in which form, and on what terms."""
    url = url_of_page(paper)
    title = paper.t("data")
    return Page(
        url=url,
        template="data.html",
        view=views.DataView(
            title=title,
            years=tuple(_year(paper, year) for year in paper.catalogue.announced_years),
            forms=tuple(_forms(paper)),
            subscriptions=tuple(_subscriptions(paper)),
            keys=tuple((key, meaning(paper.portal.language)) for key, meaning in MEANINGS.items()),
            licence=paper.portal.data_licence or paper.t("data.licence-default"),
        ),
        head=heads.of_page(paper, title, url, paper.t("data.introduction")),
        breadcrumbs=paper.way_to_announcements,
        section=paper.board_url,
    )


def _year(paper: Paper, year: int) -> views.YearOfData:
    count = paper.shelves.size(_row(year))
    lines, rows = paper.shelves.record_sizes(_row(year))
    # Each record names one URL, and in it the root of the site.
    root = count * (len(paper.portal.url.encode()) - len(ROOT.encode()))
    head = len(f"{_BOM}{records.header()}".encode())
    return views.YearOfData(
        year=views.Link(str(year), paper.portal.addresses.index("announcements", str(year))),
        total=count,
        csv=views.Link(f"CSV {size_in_words(rows + root + head)}", path_of_year(year, "csv")),
        ndjson=views.Link(
            f"NDJSON {size_in_words(lines + root + count)}", path_of_year(year, "ndjson")
        ),
    )


def _forms(paper: Paper) -> Iterator[views.Link]:
    yield views.Link(paper.t("data.schema"), record_schema.PATH)
    yield views.Link(paper.t("data.codes"), "announcements/codes.json")


def _subscriptions(paper: Paper) -> Iterator[views.Link]:
    """Feeds and calendars of all; those of a type and of a place stand on their own pages."""
    for feed in feed_links.links(paper, paper.t("announcements"), "announcements"):
        yield views.Link(feed.title, feed.url)
    if calendars.has_calendar(paper):
        yield views.Link(paper.t("calendar"), calendars.url_of())
    for place in paper.catalogue.gazetteer:
        if place.level == 0 and calendars.has_calendar(paper, place):
            name = paper.t("calendar.at-place", place=place.name)
            yield views.Link(name, calendars.url_of(place))


# What a page of the archive offers


def downloads(paper: Paper, year: str = "") -> Iterator[views.Link]:
    """The data behind a page of the archive."""
    if year:
        yield views.Link(paper.t("data.csv-of", year=year), path_of_year(int(year), "csv"))
        yield views.Link(paper.t("data.ndjson-of", year=year), path_of_year(int(year), "ndjson"))
    yield views.Link(paper.t("data"), url_of_page(paper))

# SPDX-License-Identifier: MIT
"""Last days as calendars (iCalendar, RFC 5545 and 7986): one for the paper, one for each place.

A calendar holds what is due or was in the twelve months before this one; where that is nothing,
what was due last, for a calendar without an event is none. It changes with its announcements and
with the month, not with the day.

The library that reads them back in our tests would write them too, at a third of a millisecond an
event and a fifth of a second to load; a daily paper's year has two thousand, and they are written
again with every notice.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime
from urllib.parse import quote, urlsplit

from linli.newsroom.announcements import Announcement
from linli.newsroom.places import Place
from linli.pages.page import File, Job
from linli.pages.paper import Paper

_FILE = "deadlines.ics"
_OCTETS = 75
"""Of a line; a longer one goes on in the next, behind a space."""
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


def jobs(paper: Paper) -> Iterator[Job]:
    """Every calendar; none for a site that has no address, for an event leads to its notice."""
    if not paper.portal.url:
        return
    places: list[Place | None] = [None, *paper.catalogue.gazetteer]
    for place in places:
        if not has_calendar(paper, place):
            continue
        path = _path(place)
        yield Job(
            path,
            (_row(place),),
            lambda place=place, path=path: [  # type: ignore[misc]
                File(path, calendar(paper, place, _deadlines(paper, place)))
            ],
            # On the first of a month the oldest go.
            daily=True,
        )


def has_calendar(paper: Paper, place: Place | None = None) -> bool:
    return bool(paper.portal.url and paper.shelves.size(_row(place)))


def url_of(place: Place | None = None) -> str:
    return quote(_path(place))


def _path(place: Place | None) -> str:
    return "/".join(("announcements", *(("place", *place.slugs) if place else ()), _FILE))


def _row(place: Place | None) -> str:
    return "deadline-place/" + "/".join(place.slugs) if place else "deadline"


def _deadlines(paper: Paper, place: Place | None) -> Iterator[Announcement]:
    """What stands in a calendar, what is due last first: so nobody looks at the rest."""
    first = paper.day.replace(day=1)
    since = first.replace(year=first.year - 1)
    row: Sequence[Announcement] = (
        paper.catalogue.deadlines_at(place) if place else paper.catalogue.deadlines
    )
    for number, announcement in enumerate(row):
        if number and announcement.closes is not None and announcement.closes < since:
            return
        yield announcement


def calendar(paper: Paper, place: Place | None, announcements: Iterable[Announcement]) -> bytes:
    """A calendar, what is due first first."""
    title = paper.t("calendar.at-place", place=place.name) if place else paper.t("calendar")
    name = f"{title} · {paper.portal.name}"
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//Linli//{_text(paper.portal.name)}//{paper.portal.language.value}",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"NAME:{_text(name)}",
        # What most programs read instead of NAME.
        f"X-WR-CALNAME:{_text(name)}",
        f"URL:{paper.portal.absolute(url_of(place))}",
        "REFRESH-INTERVAL;VALUE=DURATION:P1D",
    ]
    for announcement in reversed(list(announcements)):
        if announcement.closes is not None:
            lines += _event(paper, announcement, announcement.closes)
    lines.append("END:VCALENDAR")
    return b"".join(map(_folded, lines))


def _event(paper: Paper, announcement: Announcement, last: date) -> Iterator[str]:
    clock = announcement.type.clock if announcement.type else None
    basis = clock.basis(paper.portal.language) if clock else ""
    number = paper.t("calendar.number", id=announcement.id)
    where = ["".join(place.names) for place in paper.catalogue.places_of(announcement)]
    yield "BEGIN:VEVENT"
    yield f"UID:{_text(announcement.id)}@{urlsplit(paper.portal.url).hostname}"
    # When it was published, not when the site was built: an unchanged calendar stays the same.
    yield f"DTSTAMP:{_instant(announcement.published)}"
    yield f"LAST-MODIFIED:{_instant(announcement.modified)}"
    yield f"SEQUENCE:{announcement.version - 1}"
    yield f"DTSTART;VALUE=DATE:{last:%Y%m%d}"
    yield f"SUMMARY:{_text(paper.t('calendar.summary', title=announcement.title))}"
    yield f"DESCRIPTION:{_text(chr(10).join(filter(None, (number, basis))))}"
    yield f"CATEGORIES:{_text(paper.code_name(announcement))}"
    if where:
        yield f"LOCATION:{_text(paper.t('role.join').join(where))}"
    yield f"URL:{paper.absolute(announcement)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _instant(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _text(words: str) -> str:
    return words.translate(_ESCAPED)


def _folded(line: str) -> bytes:
    """A line as bytes; no sign is cut in two."""
    whole = line.encode()
    if len(whole) <= _OCTETS:
        return whole + b"\r\n"
    parts: list[bytes] = [b""]
    for sign in line:
        data = sign.encode()
        if len(parts[-1]) + len(data) > _OCTETS:
            parts.append(b" ")
        parts[-1] += data
    return b"\r\n".join(parts) + b"\r\n"

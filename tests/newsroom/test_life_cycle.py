# SPDX-License-Identifier: MIT
"""The life of an announcement, day by day."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linli.newsroom.announcements import (
    BOARD_DAYS,
    Announcement,
    Holder,
    HolderType,
    Lost,
    Notice,
    Number,
    Remark,
    Resolved,
    Show,
    State,
)
from linli.newsroom.articles import Correction, CorrectionKind, Redaction, Status
from linli.newsroom.codes import CODES, Clock
from linli.newsroom.diagnostics import Source

ZONE = ZoneInfo("Asia/Shanghai")


def day(text: str) -> date:
    return date.fromisoformat(text)


def announcement(code: str, published: str, **keys: Any) -> Announcement:
    build = Lost if code.startswith("4") else Notice
    dates = {
        key: day(value) if type(value) is str and key != "id" else value
        for key, value in keys.items()
    }
    return build(
        source=Source("notices/2024/N-2024-0001.md"),
        body="正文。",
        title="公告",
        published=datetime.combine(day(published), datetime.min.time(), ZONE),
        code=code,
        **dates,
    )


STATES: list[tuple[str, str, dict[str, Any], str, str]] = [
    # A notice with both ends.
    (
        "1003",
        "2024-07-01",
        {"effective_from": "2024-07-05", "deadline": "2024-07-20"},
        "2024-07-04",
        "scheduled",
    ),
    (
        "1003",
        "2024-07-01",
        {"effective_from": "2024-07-05", "deadline": "2024-07-20"},
        "2024-07-05",
        "open",
    ),
    (
        "1003",
        "2024-07-01",
        {"effective_from": "2024-07-05", "deadline": "2024-07-20"},
        "2024-07-12",
        "open",
    ),
    (
        "1003",
        "2024-07-01",
        {"effective_from": "2024-07-05", "deadline": "2024-07-20"},
        "2024-07-13",
        "closing",
    ),
    (
        "1003",
        "2024-07-01",
        {"effective_from": "2024-07-05", "deadline": "2024-07-20"},
        "2024-07-20",
        "closing",
    ),
    (
        "1003",
        "2024-07-01",
        {"effective_from": "2024-07-05", "deadline": "2024-07-20"},
        "2024-07-21",
        "closed",
    ),
    # Expires after the deadline: closed, though it still hangs.
    (
        "2001",
        "2024-07-01",
        {"deadline": "2024-07-20", "expires": "2024-07-31"},
        "2024-07-25",
        "closed",
    ),
    ("1003", "2024-07-01", {"expires": "2024-07-31"}, "2024-07-24", "closing"),
    # No end of its own: thirty days.
    ("1004", "2024-07-01", {}, "2024-07-23", "open"),
    ("1004", "2024-07-01", {}, "2024-07-31", "closing"),
    ("1004", "2024-07-01", {}, "2024-08-01", "closed"),
    ("1004", "2024-07-01", {"effective_from": "2024-07-11"}, "2024-08-10", "closing"),
    # Capital reduction: 45 days, counted from the day after.
    ("3001", "2024-07-01", {}, "2024-07-01", "open"),
    ("3001", "2024-07-01", {}, "2024-08-07", "open"),
    ("3001", "2024-07-01", {}, "2024-08-08", "closing"),
    ("3001", "2024-07-01", {}, "2024-08-15", "closing"),
    ("3001", "2024-07-01", {}, "2024-08-16", "closed"),
    ("3001", "2024-07-01", {"deadline": "2024-08-31"}, "2024-08-16", "open"),
    ("3004", "2024-07-01", {}, "2024-07-31", "closing"),
    ("3004", "2024-07-01", {}, "2024-08-01", "closed"),
    # What was declared void stays void.
    ("4001", "2024-07-01", {}, "2024-07-01", "in-force"),
    ("4001", "2024-07-01", {}, "2034-07-01", "in-force"),
    ("4001", "2024-07-02", {}, "2024-07-01", "scheduled"),
    # Found on a leap day: a year later, on the month's last.
    ("4201", "2024-02-29", {}, "2025-02-28", "closing"),
    ("4201", "2024-02-29", {}, "2025-03-01", "closed"),
    ("4201", "2023-03-01", {}, "2024-02-29", "closing"),
    ("4201", "2023-03-01", {}, "2024-03-01", "closing"),
    ("4201", "2024-07-01", {"claim_by": "2024-12-31"}, "2025-01-01", "closed"),
    ("4201", "2024-07-01", {"resolved": Resolved(date(2024, 7, 9))}, "2024-07-10", "closed"),
    ("4101", "2024-07-01", {}, "2024-12-28", "closing"),
    ("4101", "2024-07-01", {}, "2024-12-29", "closed"),
    # What ended otherwise.
    ("1003", "2024-07-01", {"status": Status.WITHDRAWN}, "2024-07-02", "withdrawn"),
]


@pytest.mark.parametrize(("code", "published", "keys", "on", "state"), STATES)
def test_where_an_announcement_stands_on_a_day(
    code: str, published: str, keys: dict[str, Any], on: str, state: str
) -> None:
    assert announcement(code, published, **keys).state(day(on)) is State(state)


CORRECTED = (Correction(date(2024, 7, 2), CorrectionKind.CORRECTION, "改。"),)
REDACTED = (Redaction(date(2024, 7, 3), "涉及个人。"),)


@pytest.mark.parametrize(
    ("keys", "remarks"),
    [
        ({}, ()),
        ({"corrections": CORRECTED}, (Remark.CORRECTED,)),
        ({"redactions": REDACTED}, (Remark.REDACTED,)),
        (
            {"corrections": CORRECTED, "redactions": REDACTED},
            (Remark.CORRECTED, Remark.REDACTED),
        ),
    ],
)
def test_a_remark_stands_beside_the_state_and_does_not_replace_it(
    keys: dict[str, Any], remarks: tuple[Remark, ...]
) -> None:
    one = announcement("1003", "2024-07-01", **keys)
    assert one.remarks == remarks
    assert one.state(day("2024-07-02")) is State.OPEN


@pytest.mark.parametrize(
    ("version", "updated", "issued"),
    [
        (1, None, "2024-07-01"),
        (1, "2024-07-05", "2024-07-01"),
        (2, "2024-07-05", "2024-07-05"),
        (2, None, "2024-07-01"),
    ],
)
def test_a_version_was_issued_on_the_day_it_was_updated(
    version: int, updated: str | None, issued: str
) -> None:
    one = announcement("1003", "2024-07-01", version=version, updated=updated)
    assert one.issued == day(issued)


def test_who_withdraws_wins_over_who_supersedes() -> None:
    open_one = announcement("1003", "2024-07-01")
    withdrawn = announcement("1003", "2024-07-01", status=Status.WITHDRAWN)
    assert open_one.state(day("2024-07-02"), superseded=True) is State.SUPERSEDED
    assert withdrawn.state(day("2024-07-02"), superseded=True) is State.WITHDRAWN


@pytest.mark.parametrize(
    ("code", "keys", "last"),
    [
        ("1003", {"deadline": "2024-07-20"}, "2024-07-20"),
        ("1003", {"deadline": "2024-07-20", "expires": "2024-07-31"}, "2024-07-31"),
        ("1003", {}, "2024-07-31"),
        ("9001", {}, "2024-07-31"),
        ("3001", {}, "2024-08-15"),
        ("4001", {}, "2024-07-31"),
        ("4201", {}, "2025-07-01"),
        ("4201", {"claim_by": "2024-12-31"}, "2024-12-31"),
    ],
)
def test_an_announcement_hangs_on_the_board_until_its_last_day(
    code: str, keys: dict[str, Any], last: str
) -> None:
    one = announcement(code, "2024-07-01", **keys)
    assert one.is_on_board(day("2024-07-01"))
    assert one.is_on_board(day(last))
    assert not one.is_on_board(day(last) + timedelta(days=1))
    assert not one.is_on_board(day(last), superseded=True)


def test_what_is_withdrawn_is_taken_down() -> None:
    one = announcement("1003", "2024-07-01", status=Status.WITHDRAWN)
    assert not one.is_on_board(day("2024-07-01"))


@given(
    st.sampled_from(sorted(code for code, entry in CODES.items() if entry.kind.is_announcement)),
    st.dates(date(2000, 1, 1), date(2050, 1, 1)),
    st.integers(-40, 800),
)
def test_a_state_only_ever_moves_forward(code: str, published: date, offset: int) -> None:
    order = [State.SCHEDULED, State.OPEN, State.CLOSING, State.CLOSED]
    one = announcement(code, published.isoformat())
    on = published + timedelta(days=offset)
    today, tomorrow = one.state(on), one.state(on + timedelta(days=1))
    if today is State.IN_FORCE:
        assert tomorrow is State.IN_FORCE
    elif tomorrow is not State.IN_FORCE:
        assert order.index(today) <= order.index(tomorrow)


STATUSES = st.sampled_from([Status.PUBLISHED, Status.WITHDRAWN])
OFFSETS = st.none() | st.integers(-60, 400)


@st.composite
def announcements(draw: st.DrawFn) -> Announcement:
    """An announcement of any type, with any of the days that it can name."""
    published = draw(st.dates(date(2000, 1, 1), date(2050, 1, 1)))

    def some_day() -> date | None:
        offset = draw(OFFSETS)
        return None if offset is None else published + timedelta(days=offset)

    code = draw(st.sampled_from(sorted(code for code in CODES if CODES[code].kind.is_announcement)))
    if code.startswith("4"):
        settled = some_day()
        days: dict[str, Any] = {
            "claim_by": some_day(),
            "resolved": settled and Resolved(settled),
        }
    else:
        days = {key: some_day() for key in ("effective_from", "deadline", "expires")}
    return announcement(code, published.isoformat(), status=draw(STATUSES), **days)


@given(announcements(), st.booleans(), st.integers(-80, 900))
def test_between_two_of_its_turning_days_an_announcement_stays_as_it_is(
    one: Announcement, superseded: bool, offset: int
) -> None:
    today = one.day + timedelta(days=offset)
    days = {today, *one.turning_days, *(day + timedelta(days=1) for day in one.turning_days)}

    def stands(on: date) -> tuple[State, bool]:
        return one.state(on, superseded=superseded), one.is_on_board(on, superseded=superseded)

    for on in days - one.turning_days:
        assert stands(on) == stands(on - timedelta(days=1))


@given(st.dates(date(1950, 1, 1), date(2100, 1, 1)), st.integers(0, 90), st.integers(0, 3))
def test_a_term_ends_as_many_days_after_publication(start: date, days: int, years: int) -> None:
    end = Clock(CODES["3001"].name, CODES["3001"].name, days=days, years=years).ends(start)
    assert (end - start).days >= days + 365 * years
    if not years:
        assert (end - start).days == days


@pytest.mark.parametrize(
    ("type", "asked", "shown"),
    [
        (HolderType.ORGANISATION, None, Show.FULL),
        (HolderType.PERSON, None, Show.MASKED),
        (HolderType.PERSON, Show.FULL, Show.FULL),
        (HolderType.ORGANISATION, Show.HIDDEN, Show.HIDDEN),
    ],
)
def test_how_much_of_a_number_is_shown_depends_on_whose_it_is(
    type: HolderType, asked: Show | None, shown: Show
) -> None:
    lost = announcement("4001", "2024-07-01", holder=Holder(type, "某"))
    assert isinstance(lost, Lost)
    assert lost.show(Number("号", "12345678", asked)) is shown


def test_the_board_keeps_what_has_no_end_for_a_month() -> None:
    assert BOARD_DAYS == 30
    assert announcement("4001", "2024-07-01").closes is None


def test_every_code_has_a_group_a_kind_and_names() -> None:
    assert list(CODES) == sorted(CODES)
    for code, entry in CODES.items():
        assert entry.code == code
        assert entry.name.zh
        assert entry.name.en
        assert entry.is_void_declaration == code.startswith("40")

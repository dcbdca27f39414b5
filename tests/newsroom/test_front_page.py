# SPDX-License-Identifier: MIT
"""How far up a report stands on the front page, day by day."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linli.newsroom.articles import Prominence, Report
from linli.newsroom.diagnostics import Source
from linli.newsroom.front_page import (
    FEATURED_DAYS,
    LEAD_DAYS,
    Placement,
    prominence_on,
    rank_on,
    turning_days,
)

NOON = datetime(2024, 7, 1, 12, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
DAY = NOON.date()
LEAD, FEATURED, NORMAL = Prominence


def report(path: str = "a", published: datetime = NOON, **keys: Any) -> Report:
    source = Source(f"reports/2024/{path}.md")
    return Report(source=source, body="正文。", title=path, published=published, **keys)


def order(day: date, *pieces: Report) -> list[str]:
    return [piece.title for piece in sorted(pieces, key=lambda piece: rank_on(piece, day))]


@pytest.mark.parametrize(
    ("given", "age", "shown"),
    [
        (LEAD, 0, LEAD),
        (LEAD, LEAD_DAYS - 1, LEAD),
        (LEAD, LEAD_DAYS, FEATURED),
        (LEAD, FEATURED_DAYS - 1, FEATURED),
        (LEAD, FEATURED_DAYS, NORMAL),
        (FEATURED, 0, FEATURED),
        (FEATURED, FEATURED_DAYS - 1, FEATURED),
        (FEATURED, FEATURED_DAYS, NORMAL),
        (NORMAL, 0, NORMAL),
    ],
)
def test_what_was_set_in_large_type_becomes_smaller_with_age(
    given: Prominence, age: int, shown: Prominence
) -> None:
    assert prominence_on(report(prominence=given), DAY + timedelta(age)) is shown


def test_the_age_counts_from_the_day_on_which_readers_first_saw_it() -> None:
    late = report(prominence=LEAD, publish_at=NOON + timedelta(5))
    assert prominence_on(late, DAY + timedelta(5 + LEAD_DAYS - 1)) is LEAD


def test_the_lead_of_last_month_stands_behind_the_report_of_today() -> None:
    old = report("old", prominence=LEAD, weight=900)
    new = report("new", NOON + timedelta(30))
    assert order(DAY + timedelta(30), old, new) == ["new", "old"]


def test_of_the_leads_the_newest_day_stands_first_and_of_one_day_the_heaviest() -> None:
    pieces = [
        report("old", prominence=LEAD, weight=9),
        report("light", NOON + timedelta(1, hours=3), prominence=LEAD),
        report("heavy", NOON + timedelta(1), prominence=LEAD, weight=1),
    ]
    assert order(DAY + timedelta(1), *pieces) == ["heavy", "light", "old"]


def test_below_the_leads_the_heavier_stands_first_then_the_newer() -> None:
    pieces = [
        report("featured", prominence=FEATURED),
        report("newer", NOON + timedelta(hours=1)),
        report("older", NOON),
        report("heavier", NOON - timedelta(1), weight=1),
        report("lead", NOON - timedelta(2), prominence=LEAD),
    ]
    assert order(DAY, *pieces) == ["lead", "featured", "heavier", "newer", "older"]


@pytest.mark.parametrize("weight", [1 << 19, 1 << 40, -(1 << 40)])
def test_a_weight_beyond_all_bounds_does_not_outweigh_prominence(weight: int) -> None:
    pieces = [
        report("normal", weight=weight),
        report("featured", prominence=FEATURED, weight=-weight),
        report("lead", prominence=LEAD, weight=-weight),
    ]
    assert order(DAY, *pieces) == ["lead", "featured", "normal"]


@given(
    st.sampled_from(Prominence),
    st.integers(-3, 3),
    st.integers(0, 40),
    st.integers(0, 30),
)
def test_between_two_turning_days_the_rank_stays_and_it_fits_into_eight_bytes(
    prominence: Prominence, weight: int, age: int, wait: int
) -> None:
    one = report(
        prominence=prominence, weight=weight, publish_at=NOON + timedelta(wait) if wait else None
    )
    today = one.appears.date() + timedelta(age)
    tomorrow = today + timedelta(1)
    assert 0 <= rank_on(one, today) < 1 << 63
    if tomorrow not in turning_days(one):
        assert rank_on(one, today) == rank_on(one, tomorrow)


def test_what_stands_there_by_hand_stands_until_the_end_of_its_last_day() -> None:
    assert not Placement("a").is_past(date.max)
    assert not Placement("a", DAY).is_past(DAY)
    assert Placement("a", DAY).is_past(DAY + timedelta(1))

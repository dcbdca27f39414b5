# SPDX-License-Identifier: MIT
"""Dates as editors write them, and days that no calendar has."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linli.reading.dates import DateError, parse_day, parse_moment

SHANGHAI = ZoneInfo("Asia/Shanghai")
DAY = date(2022, 7, 5)


@pytest.mark.parametrize(
    "text",
    [
        "2022-07-05",
        "2022-7-5",
        "2022/07/05",
        "2022/7/5",
        "2022.07.05",
        "2022.7.5",
        "2022年7月5日",
        "2022年07月05日",
        " 2022-07-05 ",
        "２０２２－０７－０５",
        "２０２２年７月５日",
        "２０２２／７／５",
    ],
)
def test_a_day_may_be_written_in_any_of_these_ways(text: str) -> None:
    assert parse_day(text) == DAY
    assert parse_moment(text, SHANGHAI) == (datetime(2022, 7, 5, tzinfo=SHANGHAI), False)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "昨天",
        "22-07-05",
        "2022-07",
        "2022年7月",
        "2022-07/05",
        "07-05-2022",
        "2022年7月5号",
        "2022-07-05x",
        "20220705",
        "2022 -07-05",
        "七月五日",
        "2022--07-05",
    ],
)
def test_anything_else_is_no_date(text: str) -> None:
    for parse in (parse_day, lambda text: parse_moment(text, SHANGHAI)):
        with pytest.raises(DateError) as caught:
            parse(text)
        assert caught.value.real


@pytest.mark.parametrize(
    "text", ["2022-02-29", "2022年2月30日", "2022/13/1", "2022-00-10", "2022-04-31", "0000-01-01"]
)
def test_a_day_that_no_calendar_has_is_said_to_be_none(text: str) -> None:
    for parse in (parse_day, lambda text: parse_moment(text, SHANGHAI)):
        with pytest.raises(DateError) as caught:
            parse(text)
        assert not caught.value.real


def test_the_leap_day_of_a_leap_year_is_one() -> None:
    assert parse_day("2024年2月29日") == date(2024, 2, 29)


@pytest.mark.parametrize(
    ("text", "hour", "minute", "second"),
    [
        ("2022-07-05 09:30", 9, 30, 0),
        ("2022-07-05T09:30", 9, 30, 0),
        ("2022-07-05 9:30:15", 9, 30, 15),
        ("2022/7/5 09:30", 9, 30, 0),
        ("2022-07-05 00:00", 0, 0, 0),
        ("2022-07-05 23:59:59", 23, 59, 59),
        ("2022年7月5日 9:30", 9, 30, 0),
        ("2022年7月5日9时30分", 9, 30, 0),
        ("2022年7月5日9时", 9, 0, 0),
        ("2022年7月5日 9点", 9, 0, 0),
        ("２０２２年７月５日９：３０", 9, 30, 0),
    ],
)
def test_a_time_of_day_without_an_offset_is_the_papers_own(
    text: str, hour: int, minute: int, second: int
) -> None:
    moment, has_time = parse_moment(text, SHANGHAI)
    assert moment == datetime(2022, 7, 5, hour, minute, second, tzinfo=SHANGHAI)
    assert has_time


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("2022-07-05T09:30Z", "2022-07-05T17:30:00+08:00"),
        ("2022-07-05T09:30+08:00", "2022-07-05T09:30:00+08:00"),
        ("2022-07-05 09:30 +0900", "2022-07-05T08:30:00+08:00"),
        ("2022-07-05 20:00-05:00", "2022-07-06T09:00:00+08:00"),
    ],
)
def test_an_offset_is_turned_into_the_papers_own_time(text: str, at: str) -> None:
    moment, _ = parse_moment(text, SHANGHAI)
    assert moment.isoformat() == at


@pytest.mark.parametrize(
    ("text", "real"),
    [
        ("2022-07-05 24:00", False),
        ("2022-07-05 09:60", False),
        ("2022-07-05 09:30+25:00", False),
        ("0001-01-01 00:00+14:00", False),
        ("2022-07-05T", True),
        ("2022-07-05 上午", True),
        ("2022-07-05 09-30", True),
        ("2022-07-0509:30", True),
    ],
)
def test_a_time_that_no_clock_shows_is_refused(text: str, *, real: bool) -> None:
    with pytest.raises(DateError) as caught:
        parse_moment(text, SHANGHAI)
    assert caught.value.real is real


@given(st.dates(min_value=date(1000, 1, 1)))
def test_every_day_comes_back_from_every_way_of_writing_it(day: date) -> None:
    for text in (
        day.isoformat(),
        f"{day.year}/{day.month}/{day.day}",
        f"{day.year}.{day.month}.{day.day}",
        f"{day.year}年{day.month}月{day.day}日",
    ):
        assert parse_day(text) == day


@given(
    st.datetimes(min_value=datetime(1992, 1, 1), max_value=datetime(2100, 1, 1)),
    st.integers(-12 * 60, 14 * 60),
)
def test_every_instant_comes_back_from_its_iso_form(naive: datetime, minutes: int) -> None:
    moment = naive.replace(microsecond=0, tzinfo=timezone(timedelta(minutes=minutes)))
    assert parse_moment(moment.isoformat(), SHANGHAI) == (moment, True)


@given(st.text(max_size=30))
def test_any_text_is_a_date_or_is_refused(text: str) -> None:
    for parse in (parse_day, lambda text: parse_moment(text, SHANGHAI)):
        try:
            parse(text)
        except DateError:
            pass

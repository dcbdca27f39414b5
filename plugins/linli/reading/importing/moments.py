# SPDX-License-Identifier: MIT
"""Dates and times as other programs write them."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from linli.reading.dates import DateError, parse_moment

CHINA = "Asia/Shanghai"
"""Where those that write no offset, WeChat and Founder, keep their clocks."""
_FRACTION = re.compile(r"(?<=:\d\d)[.:]\d+")
_SPACE_BEFORE_OFFSET = re.compile(r"(?<=\d)\s+(?=(?:[+-]\d{2}:?\d{2}|Z)$)")
_ZONE_NAME = re.compile(r"\s+(?:UTC|GMT)$")


def moment_of(text: str) -> date | None:
    """A date, or a date and time; its offset is kept, and none is added. None where it is none."""
    plain = _FRACTION.sub("", " ".join(text.split()))
    plain = _SPACE_BEFORE_OFFSET.sub("", _ZONE_NAME.sub("Z", plain))
    try:
        here, has_time = parse_moment(plain, ZoneInfo(CHINA))
        elsewhere, _ = parse_moment(plain, ZoneInfo("UTC"))
    except DateError:
        return None
    if not has_time:
        return here.date()
    return here if here == elsewhere else here.replace(tzinfo=None)


def day_in_china(seconds: str) -> date | None:
    """The day of a point in time, counted in seconds since 1970."""
    try:
        return datetime.fromtimestamp(int(seconds), UTC).astimezone(ZoneInfo(CHINA)).date()
    except (ValueError, OverflowError, OSError):
        return None

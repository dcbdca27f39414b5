# SPDX-License-Identifier: MIT
"""Dates as editors write them."""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, date, datetime, time, timedelta, timezone
from functools import lru_cache
from zoneinfo import ZoneInfo

_DATE = re.compile(
    r"(?P<year>\d{4})(?:-(?P<m1>\d{1,2})-(?P<d1>\d{1,2})|/(?P<m2>\d{1,2})/(?P<d2>\d{1,2})"
    r"|\.(?P<m3>\d{1,2})\.(?P<d3>\d{1,2})|年(?P<m4>\d{1,2})月(?P<d4>\d{1,2})日)"
)
_TIME = re.compile(
    r"(?P<hour>\d{1,2})(?::(?P<minute>\d{2})(?::(?P<second>\d{2}))?|[时点](?:(?P<min2>\d{1,2})分)?)"
    r" ?(?P<offset>Z|[+-]\d{2}:?\d{2})?"
)


class DateError(ValueError):
    """Not a date in any form that is understood; `real` is False for 2月30日 and the like."""

    def __init__(self, *, real: bool = True) -> None:
        super().__init__()
        self.real = real


@lru_cache(maxsize=1024)
def parse_day(text: str) -> date:
    """`2022-07-05`, `2022/7/5`, `2022.7.5`, `2022年7月5日`, also in full-width digits.

    Raises DateError.
    """
    plain = unicodedata.normalize("NFKC", text).strip()
    match = _DATE.fullmatch(plain)
    if match is None:
        raise DateError
    return _day(match)


@lru_cache(maxsize=1024)
def parse_moment(text: str, zone: ZoneInfo) -> tuple[datetime, bool]:
    """A date, or a date and a time of day; and which of the two it was.

    Without an offset the time is the zone's. A date alone is the first instant of its day there.
    Raises DateError.
    """
    plain = unicodedata.normalize("NFKC", text).strip()
    match = _DATE.match(plain)
    if match is None:
        raise DateError
    day = _day(match)
    rest = plain[match.end() :]
    if not rest:
        return datetime.combine(day, time(), zone), False
    clock = _TIME.fullmatch(rest[1:] if rest[0] in "T " else rest if rest[0].isdigit() else "")
    if clock is None or (rest[0].isdigit() and "年" not in plain):
        raise DateError
    try:
        at = time(
            int(clock["hour"]),
            int(clock["minute"] or clock["min2"] or 0),
            int(clock["second"] or 0),
        )
    except ValueError as error:
        raise DateError(real=False) from error
    offset = clock["offset"]
    if offset is None:
        return datetime.combine(day, at, zone), True
    try:
        return datetime.combine(day, at, _offset(offset)).astimezone(zone), True
    except OverflowError as error:
        raise DateError(real=False) from error


def _day(match: re.Match[str]) -> date:
    month = next(match[name] for name in ("m1", "m2", "m3", "m4") if match[name])
    day = next(match[name] for name in ("d1", "d2", "d3", "d4") if match[name])
    try:
        return date(int(match["year"]), int(month), int(day))
    except ValueError as error:
        raise DateError(real=False) from error


def _offset(text: str) -> timezone:
    if text == "Z":
        return UTC
    sign = -1 if text[0] == "-" else 1
    digits = text[1:].replace(":", "")
    try:
        return timezone(sign * timedelta(hours=int(digits[:2]), minutes=int(digits[2:])))
    except ValueError as error:
        raise DateError(real=False) from error

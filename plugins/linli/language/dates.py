# SPDX-License-Identifier: MIT
"""Dates in words. The words never depend on the locale of the machine that builds."""

from __future__ import annotations

from datetime import date, datetime

from linli.language.languages import Language

_WEEKDAYS_ZH = ("星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日")
_WEEKDAYS_EN = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WEEKDAYS_SHORT_ZH = ("一", "二", "三", "四", "五", "六", "日")
_MONTHS_EN = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def date_in_words(day: date, language: Language) -> str:
    """2022年7月5日 · 5 July 2022."""
    if language is Language.ZH_HANS:
        return f"{day.year}年{day.month}月{day.day}日"
    return f"{day.day} {_MONTHS_EN[day.month - 1]} {day.year}"


def day_in_words(day: date, language: Language) -> str:
    """7月5日 · 5 July, where the year is plain from what stands around."""
    if language is Language.ZH_HANS:
        return f"{day.month}月{day.day}日"
    return f"{day.day} {_MONTHS_EN[day.month - 1]}"


def month_in_words(day: date, language: Language) -> str:
    """2022年7月 · July 2022."""
    if language is Language.ZH_HANS:
        return f"{day.year}年{day.month}月"
    return f"{_MONTHS_EN[day.month - 1]} {day.year}"


def month_name(day: date, language: Language) -> str:
    """7月 · July, where the year stands before it."""
    return f"{day.month}月" if language is Language.ZH_HANS else _MONTHS_EN[day.month - 1]


def year_in_words(year: int, language: Language) -> str:
    """2022年 · 2022."""
    return f"{year}年" if language is Language.ZH_HANS else str(year)


def weekday_in_words(day: date, language: Language) -> str:
    """星期二 · Tuesday."""
    names = _WEEKDAYS_ZH if language is Language.ZH_HANS else _WEEKDAYS_EN
    return names[day.weekday()]


def weekday_letters(language: Language) -> tuple[str, ...]:
    """The head of a calendar, Monday first: 一 二 三 … · M T W …."""
    if language is Language.ZH_HANS:
        return _WEEKDAYS_SHORT_ZH
    return tuple(name[:2] for name in _WEEKDAYS_EN)


def iso(moment: date | datetime) -> str:
    """ISO 8601, with the offset where there is a time of day."""
    return (
        moment.isoformat(timespec="seconds")
        if isinstance(moment, datetime)
        else (moment.isoformat())
    )

# SPDX-License-Identifier: MIT
"""What stands on the front page, and for how long: an editor's order, then prominence and age."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from linli.newsroom.announcements import Announcement
from linli.newsroom.articles import Article, Prominence, Report
from linli.newsroom.portal import Clock

LEAD_DAYS = 7
"""So long a lead story leads; then it is a featured one."""
FEATURED_DAYS = 14
"""So long what an editor has featured, or given a weight, stands above the rest; then it is a
report like any other, and the newer one stands first."""
BESIDE_THE_LEAD = 3
"""Headlines without a picture."""
ROOM = 1 + BESIDE_THE_LEAD
"""Pieces that stand above the columns."""

_WEIGHTS = 1 << 19
"""A weight counts up to here, on either side of nothing."""


@dataclass(frozen=True, slots=True)
class Placement:
    """A piece that an editor has put on the front page by hand."""

    piece: str
    """By its path or its id."""
    until: date | None = None
    """The last day on which it stands there."""

    def is_past(self, day: date) -> bool:
        return self.until is not None and day > self.until


def fault_of(article: Article, clock: Clock, *, superseded: bool = False) -> str:
    """Why a piece is not on the front page although an editor has put it there: the code of what
    the editor is told; empty where it is there."""
    if article.is_withdrawn:
        return "front-withdrawn"
    if not article.is_public(clock.now):
        return "front-not-public"
    if isinstance(article, Announcement) and not article.is_on_board(
        clock.day, superseded=superseded
    ):
        return "front-expired"
    return ""


def prominence_on(report: Report, day: date) -> Prominence:
    """How far up a report stands on a day."""
    age = day - report.appears.date()
    if age >= timedelta(FEATURED_DAYS):
        return Prominence.NORMAL
    if report.prominence is Prominence.LEAD and age >= timedelta(LEAD_DAYS):
        return Prominence.FEATURED
    return report.prominence


def rank_on(report: Report, day: date) -> int:
    """The rank of a report on the front page: lead stories, featured ones, all others.

    The lead story of the newest day stands first, of one day the heaviest; of all others the
    heaviest, then the newest. The prominence takes 3 bits; the day 22, the weight 20 and the
    second 17, or the weight 20 and the instant 40: 34,000 years.
    """
    prominence = prominence_on(report, day)
    fresh = day - report.appears.date() < timedelta(FEATURED_DAYS)
    weight = min(max(report.weight, -_WEIGHTS), _WEIGHTS - 1) if fresh else 0
    lightness, stamp = _WEIGHTS - 1 - weight, int(report.published.timestamp())
    rank = prominence.rank << 60
    if prominence is not Prominence.LEAD:
        return rank + (lightness << 40) + (1 << 39) - stamp
    midnight = report.published.replace(hour=0, minute=0, second=0, microsecond=0)
    second = min(stamp - int(midnight.timestamp()), (1 << 17) - 1)
    days = (1 << 22) - 1 - report.published.toordinal()
    return rank + (days << 37) + (lightness << 17) + (1 << 17) - 1 - second


def turning_days(report: Report) -> frozenset[date]:
    """The days on which its rank on the front page changes."""
    if report.prominence is Prominence.NORMAL and not report.weight:
        return frozenset()
    appeared = report.appears.date()
    days = {appeared + timedelta(FEATURED_DAYS)}
    if report.prominence is Prominence.LEAD:
        days.add(appeared + timedelta(LEAD_DAYS))
    return frozenset(days)

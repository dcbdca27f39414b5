# SPDX-License-Identifier: MIT
"""Calendars of last days, read back by other people's parser."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from crawl import document
from icalendar import Calendar
from sites import CONFIG, Built, Site
from town import ADDRESS, TOWN

pytestmark = pytest.mark.site

ALL = "announcements/deadlines.ics"
XINJIN = "announcements/place/xinjin/deadlines.ics"


def calendar(built: Built, path: str = ALL) -> Calendar:
    found = Calendar.from_ical(built.files[path])
    assert isinstance(found, Calendar)
    assert not found.errors
    return found


def ids(built: Built, path: str = ALL) -> list[str]:
    return [str(event["UID"]).partition("@")[0] for event in calendar(built, path).walk("VEVENT")]


def test_a_calendar_holds_what_is_due_first_first(town: Built) -> None:
    assert ids(town) == ["L-2025-0001", "N-2026-0002", "N-2026-0001"]
    assert ids(town, XINJIN) == ["L-2025-0001", "N-2026-0002", "N-2026-0001"]
    assert ids(town, "announcements/place/xinjin/wujin/gujia/deadlines.ics") == ["N-2026-0001"]


def test_a_place_where_nothing_is_due_has_no_calendar(town: Built) -> None:
    # A lost licence has no end, and the notice of Wuhou was withdrawn.
    assert not town.has("announcements/place/shuangliu/deadlines.ics")
    assert not town.has("announcements/place/wuhou/deadlines.ics")


def test_an_event_is_a_whole_day_that_leads_to_its_notice(town: Built) -> None:
    first = calendar(town).walk("VEVENT")[0]
    assert first["DTSTART"].dt == date(2026, 1, 15)
    assert "VALUE=DATE" in town.text(ALL)
    assert first["DTSTAMP"].dt == datetime(2025, 1, 14, 16, tzinfo=UTC)
    assert str(first["UID"]) == "L-2025-0001@paper.example"
    assert str(first["SUMMARY"]) == "截止：招领钥匙一串"
    assert str(first["DESCRIPTION"]) == "公告编号 L-2025-0001\n《民法典》第三百一十八条"
    assert first["CATEGORIES"].cats == ["招领启事"]
    assert str(first["LOCATION"]) == "新津区五津街道"
    assert str(first["URL"]) == f"{ADDRESS}lost/2025/L-2025-0001/"


def test_a_calendar_names_itself_and_says_how_often_to_look(town: Built) -> None:
    found = calendar(town, XINJIN)
    assert str(found["NAME"]) == str(found["X-WR-CALNAME"]) == "新津区公告截止日期（日历） · 邻里"
    assert found["REFRESH-INTERVAL"].dt == timedelta(days=1)
    assert str(found["VERSION"]) == "2.0"


LONG = "，；,;\\补领营业执照和开户许可证的通知，请各商户在期限以内到便民服务中心二楼办理"


def test_a_long_line_is_folded_between_signs_and_read_back_whole(site: Site) -> None:
    built = site(TOWN.replace("title: 停水通知", f"title: '{LONG}'"))
    data = built.files[ALL]
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert max(len(line) for line in data.split(b"\r\n")) <= 75
    assert all(line.decode() for line in data.split(b"\r\n")[:-1])
    assert f"截止：{LONG}" in [str(event["SUMMARY"]) for event in calendar(built).walk("VEVENT")]


def test_what_was_superseded_or_settled_is_due_no_more(site: Site) -> None:
    later = """\
-- content/notices/2026/N-2026-0010.md --
---
id: N-2026-0010
code: 1003
title: 招募改期
date: 2026-11-21
places: [岷江社区]
issuer: {name: 岷江社区居委会}
deadline: 2026-12-05
supersedes: N-2026-0002
---
招募改期。
"""
    text = TOWN.replace(
        "item: 钥匙一串\n", "item: 钥匙一串\nresolved: {date: 2026-01-10, how: 已领回。}\n"
    )
    assert ids(site(text + later)) == ["N-2026-0001", "N-2026-0010"]


@pytest.mark.parametrize(
    ("now", "found"),
    [
        ("2027-01-31 12:00", ["L-2025-0001", "N-2026-0002", "N-2026-0001"]),
        ("2027-02-01 00:00", ["N-2026-0002", "N-2026-0001"]),
        ("2027-12-01 00:00", ["N-2026-0001"]),
        # An empty calendar would be none: what was due last stays.
        ("2031-05-05 12:00", ["N-2026-0001"]),
    ],
)
def test_a_year_later_an_event_goes(site: Site, now: str, found: list[str]) -> None:
    assert ids(site(TOWN, now)) == found


def test_a_calendar_is_the_same_bytes_tomorrow(site: Site) -> None:
    today, tomorrow = site(TOWN).files, site(TOWN, "2026-11-30 12:00").files
    calendars = [path for path in today if path.endswith(".ics")]
    assert len(calendars) == 5
    assert all(today[path] == tomorrow[path] for path in calendars)


def test_the_archive_of_a_place_leads_to_its_calendar_and_its_feed(town: Built) -> None:
    hrefs = {href for href, _, _ in document(town.main("announcements/place/xinjin/")).anchors}
    assert {f"../../../{XINJIN}", "../../../feeds/announcements/places/xinjin/atom.xml"} <= hrefs
    wuhou = document(town.main("announcements/place/wuhou/"))
    assert not [href for href, _, _ in wuhou.anchors if "feeds" in href or ".ics" in href]
    data = {href for href, _, _ in document(town.main("announcements/data/")).anchors}
    assert {f"../../{ALL}", f"../../{XINJIN}"} <= data


def test_a_site_without_an_address_has_no_calendar(site: Site) -> None:
    config = CONFIG.replace("site_url: https://paper.example/\n", "")
    config = config.replace("  - linli/feeds\n", "")
    built = site(f"{TOWN}-- mkdocs.yml --\n{config}")
    assert not [path for path in built.files if path.endswith(".ics")]
    assert "日历）" not in built.main("announcements/")

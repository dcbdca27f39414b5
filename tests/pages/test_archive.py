# SPDX-License-Identifier: MIT
"""The archive: current first, counts that add up, and nothing ever leaves it."""

from __future__ import annotations

import json
import re

import pytest
from sites import Built, Site

pytestmark = pytest.mark.site

PLACES = "-- content/places.yml --\n- {name: 双流区, slug: shuangliu, code: '510116'}\n"


def notice(number: int, date: str, code: str, more: str = "") -> str:
    id = f"N-{date[:4]}-{number:04}"
    return (
        f"-- content/notices/{date[:4]}/{id}.md --\n---\nid: {id}\ncode: {code}\n"
        f"title: 公告{number}号\ndate: {date}\nplaces: [双流区]\nissuer: {{name: 双流区示例中心}}\n"
        f"{more}---\n这是第{number}则公告。\n"
    )


PORTAL = (
    PLACES
    + notice(1, "2025-03-01", "1003", "deadline: 2025-03-20\n")
    + notice(2, "2026-10-20", "3001")
    + notice(3, "2026-11-01", "1003", "deadline: 2026-11-27\n")
    + notice(4, "2026-11-20", "1003", "deadline: 2027-01-01\n")
    + "-- content/lost/2024/L-2024-0001.md --\n---\nid: L-2024-0001\ncode: 4002\ntitle: 遗失声明\n"
    "date: 2024-05-01\nplaces: [双流区]\nholder: {type: organisation, name: 双流区示例公司}\n"
    "documents: [{name: 营业执照, numbers: [{label: 编号, value: '0001'}]}]\n---\n遗失，声明作废。\n"
)


def row(built: Built, title: str) -> dict[str, int]:
    """One row of the facets: names and counts."""
    main = built.main("announcements/")
    part = main.partition(f"<dt>{title}</dt>")[2].partition("</div>")[0]
    found = re.findall(r'>([^<>]+)</a>\s*<span class="nr-count">(\d+)</span>', part)
    return {name: int(count) for name, count in found}


def test_the_counts_of_years_states_types_and_places_add_up(site: Site) -> None:
    built = site(PORTAL)
    assert row(built, "年份") == {"2026年": 3, "2025年": 1, "2024年": 1}
    assert row(built, "状态") == {"有效": 2, "即将截止": 1, "已截止": 1, "无截止日期": 1}
    assert row(built, "类型") == {"活动招募": 3, "减资": 1, "营业执照": 1}
    assert row(built, "地点") == {"双流区": 5}


def test_what_is_current_stands_first_and_what_has_closed_stays_in_the_archive(site: Site) -> None:
    built = site(PORTAL)
    board = built.main("announcements/").partition('class="nr-group"')[0]
    assert [n for n in (1, 2, 3, 4) if f"公告{n}号" in board] == [2, 3, 4]
    assert built.has("notices/2025/N-2025-0001/")
    assert "公告1号" in built.main("announcements/2025/03/")
    assert "公告1号" in built.main("announcements/status/closed/")


def test_a_notice_leaves_the_board_the_day_after_its_last(site: Site) -> None:
    last = site(PORTAL, "2026-11-27 23:59").main("")
    after = site(PORTAL, "2026-11-28 00:00")
    assert "公告3号" in last
    assert "公告3号" not in after.main("")
    assert "公告3号" in after.main("announcements/2026/11/")
    assert after.has("notices/2026/N-2026-0003/")


def test_a_statutory_notice_says_its_term_and_the_law(site: Site) -> None:
    main = site(PORTAL).main("notices/2026/N-2026-0002/")
    assert "2026年12月4日" in main
    assert "《公司法》第二百二十四条" in main
    assert "本站为报纸公告的网上存档" in main


def test_a_declaration_is_never_called_valid(site: Site) -> None:
    main = site(PORTAL).main("lost/2024/L-2024-0001/")
    assert "已声明作废" in main
    assert "有效" not in main.partition("<table")[0]


def test_the_codes_are_published_as_data(site: Site) -> None:
    codes = json.loads(site("").text("announcements/codes.json"))
    by_code = {one["code"]: one for one in codes["codes"]}
    assert len(by_code) == 26
    assert by_code["4004"]["phrase"] == "声明作废"
    assert by_code["3001"]["clock"]["days"] == 45
    assert by_code["4201"]["clock"]["years"] == 1


def test_a_withdrawal_stands_among_the_corrections_with_its_reason(site: Site) -> None:
    gone = notice(
        5,
        "2026-11-02",
        "1003",
        "status: withdrawn\nwithdrawn: {date: 2026-11-05, reason: 活动取消。}\n",
    )
    main = site(PORTAL + gone).main("corrections/")
    assert "公告5号" in main
    assert "活动取消。" in main
    assert "撤回" in main

# SPDX-License-Identifier: MIT
"""The board of lost and found things: who waits for what, by category and place, day by day."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

import pytest
from sites import CONFIG, Built, Site

pytestmark = pytest.mark.site

PLACES = """\
-- content/places.yml --
- name: 新津区
  slug: xinjin
  children:
    - name: 五津街道
      slug: wujin
      children: [{name: 古家社区, slug: gujia}]
- {name: 武侯区, slug: wuhou}
"""
BOARD = "announcements/things/"
KEYS = f"{BOARD}keys/"
SETTLED = f"{BOARD}settled/"


def thing(
    number: int, code: str, date: str, item: str, more: str = "", place: str = "武侯区"
) -> str:
    id = f"L-{date[:4]}-{number:04}"
    return (
        f"-- content/lost/{date[:4]}/{id}.md --\n---\nid: {id}\ncode: {code}\ntitle: 第{number}则启事\n"
        f"date: {date}\nplaces: [{place}]\nholder: {{type: person, name: 张某}}\nitem: {item}\n"
        f"lost_on: {date}\nlost_where: 第{number}号门口\n"
        f"contacts: [{{desk: 居委会值班室, phone: 028-00000000}}]\n{more}---\n这是第{number}则启事。\n"
    )


THINGS = (
    PLACES
    + thing(1, "4201", "2026-11-20", "钥匙一串", "item_type: keys\n", "古家社区")
    + thing(2, "4201", "2026-11-18", "黑色钱包一个", "物品类别: 箱包钱包\n")
    + thing(3, "4101", "2026-11-19", "钥匙一把", "item_type: keys\n")
    + thing(4, "4101", "2026-11-10", "旧二胡", "claim_by: 2026-11-30\n", "五津街道")
    + thing(
        5, "4201", "2026-10-01", "雨伞一把", "item_type: clothing\nresolved: {date: 2026-10-09}\n"
    )
    + thing(6, "4201", "2025-11-24", "眼镜一副", "item_type: glasses\n")
)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    from sites import build, write_site

    one = build(write_site(tmp_path_factory.mktemp("things"), THINGS))
    assert not one.warnings
    return one


def things(built: Built, url: str, side: str) -> list[str]:
    """What stands on one side of a board."""
    part = built.main(url).partition(f'<h2 class="nr-board__title" id="{side}">')[2]
    part = part.partition("</section>")[0]
    return re.findall(r'<h3 class="nr-notice__headline"><a[^>]*>([^<]*)', part)


def row(built: Built, url: str, title: str) -> dict[str, int]:
    part = built.main(url).partition(f"<dt>{title}</dt>")[2].partition("</div>")[0]
    found = re.findall(r'>([^<>]+)</a>\s*<span class="nr-count">(\d+)</span>', part)
    return {name: int(count) for name, count in found}


@pytest.mark.parametrize("name", ["", "keys/", "other/", "place/xinjin/", "settled/"])
def test_the_board_is_set_as_it_was(
    built: Built, golden: Callable[[str, str], None], name: str
) -> None:
    golden(f"things-{name.replace('/', '-').strip('-') or 'board'}.html", built.main(BOARD + name))


@pytest.mark.parametrize("name", ["", "keys/"])
def test_the_board_is_set_as_it_was_in_english(
    site: Site, golden: Callable[[str, str], None], name: str
) -> None:
    english = site(f"{THINGS}-- mkdocs.yml --\n{CONFIG.replace('language: zh', 'language: en')}")
    golden(f"things-{name.strip('/') or 'board'}.en.html", english.main(BOARD + name))


def test_what_waits_stands_on_its_side_the_newest_first(built: Built) -> None:
    assert things(built, BOARD, "found") == ["钥匙一串", "黑色钱包一个"]
    assert things(built, BOARD, "lost") == ["钥匙一把", "旧二胡"]


def test_a_thing_tells_what_where_when_and_until_when(built: Built) -> None:
    main = built.main(BOARD)
    first = main.partition('<li class="nr-notice">')[2].partition("</li>")[0]
    text = "".join(re.sub(r"<[^>]+>", "", first).split())
    assert text == "钥匙钥匙一串拾到2026年11月20日第1号门口古家社区认领至2027年11月20日"


def test_the_board_is_narrowed_by_category_place_and_state(built: Built) -> None:
    assert row(built, BOARD, "物品") == {
        **{"钥匙": 2, "箱包钱包": 1, "衣帽雨伞": 0, "眼镜": 0, "其他": 1}
    }
    assert row(built, BOARD, "地点") == {"新津区": 2, "武侯区": 2}
    assert row(built, BOARD, "状态") == {"待领、待寻": 4, "已了结": 1}
    assert things(built, KEYS, "found") == ["钥匙一串"]
    assert things(built, KEYS, "lost") == ["钥匙一把"]
    assert things(built, f"{BOARD}place/xinjin/", "lost") == ["旧二胡"]
    assert row(built, f"{BOARD}place/xinjin/", "地点") == {"新津区": 2, "五津街道": 2, "武侯区": 2}
    assert things(built, f"{BOARD}place/xinjin/wujin/gujia/", "found") == ["钥匙一串"]


def test_an_empty_side_says_what_to_do(built: Built) -> None:
    main = built.main(f"{BOARD}clothing/")
    assert "捡到东西，请交给社区，由社区来登招领启事。" in main
    assert "丢了东西，请到社区登寻物启事，写明物品、时间和地点。" in main


def test_before_anything_was_lost_there_is_a_board_and_no_way_to_it(site: Site) -> None:
    empty = site(PLACES)
    assert "眼下没有等人认领的东西。" in empty.main(BOARD)
    assert not empty.has(SETTLED)
    assert "announcements/things/" not in empty.main("") + empty.main("announcements/")


@pytest.mark.parametrize("url", ["", "announcements/", "announcements/code/4201/", "lookup/"])
def test_other_pages_lead_to_the_board(built: Built, url: str) -> None:
    assert re.search(r'<a href="[^"]*announcements/things/"', built.main(url))


def test_what_is_settled_stays_on_a_page_of_its_own_and_in_the_archive(built: Built) -> None:
    assert "第5则启事" in built.main(SETTLED)
    assert "第5则启事" in built.main("announcements/2026/10/")
    assert "第5则启事" not in built.main("announcements/").partition('class="nr-facets"')[0]
    assert "已于2026年10月9日了结。" in built.main("lost/2026/L-2026-0005/")
    assert "已了结" in built.main("lost/2026/L-2026-0005/")


def test_a_thing_leaves_on_the_day_it_is_settled_and_not_before(site: Site) -> None:
    one = PLACES + thing(
        1, "4201", "2026-11-01", "钥匙", "item_type: keys\nresolved: {date: 2026-11-25}\n"
    )
    before, on = site(one, "2026-11-24 23:59"), site(one, "2026-11-25 00:00")
    assert things(before, BOARD, "found") == ["钥匙"]
    assert "第1则启事" not in before.main(SETTLED)
    assert things(on, BOARD, "found") == []
    assert "第1则启事" in on.main(SETTLED)


def test_a_thing_that_nobody_claims_leaves_after_a_year_and_its_page_says_what_then(
    site: Site,
) -> None:
    one = PLACES + thing(1, "4201", "2025-11-24", "钥匙", "item_type: keys\n")
    last, after = site(one, "2026-11-24 23:59"), site(one, "2026-11-25 00:00")
    assert things(last, BOARD, "found") == ["钥匙"]
    assert "今天（2026年11月24日）是认领的最后一天。" in last.main("lost/2025/L-2025-0001/")
    assert "即将截止" in last.main(BOARD)
    assert things(after, BOARD, "found") == []
    assert "第1则启事" not in after.main(SETTLED)
    assert "第1则启事" in after.main("announcements/code/4201/")
    page = after.main("lost/2025/L-2025-0001/")
    assert "认领期限已于2026年11月24日届满。" in page
    assert "依《民法典》第三百一十八条归国家所有" in page


def test_found_on_a_leap_day_it_waits_until_the_end_of_the_next_february(site: Site) -> None:
    one = PLACES + thing(1, "4201", "2024-02-29", "钥匙", "item_type: keys\n")
    last, after = site(one, "2025-02-28 12:00"), site(one, "2025-03-01 00:00")
    assert things(last, BOARD, "found") == ["钥匙"]
    assert things(after, BOARD, "found") == []
    assert "DTSTART;VALUE=DATE:20250228" in last.text("announcements/deadlines.ics")
    record = json.loads(last.text("lost/2024/L-2024-0001/announcement.json"))
    assert record["validThrough"] == "2025-02-28"
    assert "claimBy" not in record


def test_the_page_of_a_found_thing_says_how_it_is_claimed(built: Built, site: Site) -> None:
    sentence = "认领时请带本人证件，说出公告里没有写的特征，核对相符后领取。"
    found = built.main("lost/2026/L-2026-0001/")
    assert "请在2027年11月20日前（含当天）认领，还有360天。" in found
    assert sentence in found
    assert "028-00000000" in found
    assert "启事有效期至" in built.main("lost/2026/L-2026-0004/")
    for other in ("lost/2026/L-2026-0004/", "lost/2026/L-2026-0005/", "lost/2025/L-2025-0006/"):
        assert sentence not in built.main(other)
    english = site(f"{THINGS}-- mkdocs.yml --\n{CONFIG.replace('language: zh', 'language: en')}")
    assert "name features that this notice does not give" in english.main("lost/2026/L-2026-0001/")


def test_a_thing_that_ran_out_unfound_may_still_be_told_of(site: Site) -> None:
    one = PLACES + thing(1, "4101", "2026-11-01", "二胡", "claim_by: 2026-11-20\n")
    page = site(one).main("lost/2026/L-2026-0001/")
    assert "启事已于2026年11月20日到期，仅供查阅。如果拾到，仍请告诉失主。" in page


def test_open_data_names_the_category(built: Built) -> None:
    def category(number: int) -> str:
        record = json.loads(built.text(f"lost/2026/L-2026-{number:04}/announcement.json"))
        return str(record["itemType"])

    assert [category(number) for number in (1, 2, 4)] == ["keys", "bags", "other"]


def test_a_withdrawn_thing_is_on_no_page_of_the_board(site: Site) -> None:
    gone = "status: withdrawn\nwithdrawn: {date: 2026-11-21, reason: 登错了。}\nitem_type: pets\n"
    built = site(THINGS + thing(7, "4201", "2026-11-20", "八哥一只", gone))
    assert not built.has(f"{BOARD}pets/")
    assert all("八哥" not in built.main(url) for url in (BOARD, SETTLED))
    assert "things/pets" not in built.text("lost/2026/L-2026-0007/")


def test_of_very_many_things_the_newest_hang_there_and_a_page_lists_them_all(site: Site) -> None:
    many = "".join(
        thing(number, "4201", "2026-11-20", f"第{number}把伞", "item_type: clothing\n")
        for number in range(1, 62)
    )
    built = site(PLACES + many)
    assert len(things(built, BOARD, "found")) == 60
    for url in (BOARD, f"{BOARD}clothing/", f"{BOARD}place/wuhou/"):
        assert ">全部61件</a>" in built.main(url)
        assert len(re.findall(r"第\d+则启事", built.main(f"{url}found/"))) >= 20
        assert not built.has(f"{url}lost/")


def test_the_board_names_itself_to_machines(built: Built) -> None:
    text = built.text(KEYS)
    assert "<title>失物招领：钥匙" in text
    assert '<link rel="canonical" href="https://paper.example/announcements/things/keys/"' in text
    page = built.text("lost/2026/L-2026-0001/")
    data = json.loads(page.partition('<script type="application/ld+json">')[2].partition("<")[0])
    assert data["expires"] == "2027-11-20"
    assert data["articleSection"] == "招领启事"
    # A finder who is a person is named in the notice and is nobody's author.
    assert "author" not in data

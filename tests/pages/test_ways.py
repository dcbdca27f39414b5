# SPDX-License-Identifier: MIT
"""The ways through the paper: breadcrumbs, neighbours, corrections, printed pages, people."""

from __future__ import annotations

import re

import pytest
from crawl import Walk, document
from sites import CONFIG, Built, Site
from town import ADDRESS, TOWN

pytestmark = pytest.mark.site


def trail(built: Built, url: str) -> list[str]:
    main = built.main(url)
    crumbs = re.search(r'<nav class="nr-breadcrumbs".*?</nav>', main, re.DOTALL)
    return re.findall(r">([^<>\n]+)</(?:a|span)>", crumbs[0]) if crumbs else []


@pytest.mark.parametrize(
    ("url", "steps"),
    [
        ("reports/2026/bridge/", ["首页", "社区治理"]),
        ("notices/2026/N-2026-0002/", ["首页", "公告", "社区通知·活动招募"]),
        ("lost/2025/L-2025-0001/", ["首页", "公告", "失物招领", "钥匙"]),
        ("categories/news/", ["首页", "新闻"]),
        ("topics/c++/", ["首页", "话题"]),
        ("places/xinjin/wujin/gujia/", ["首页", "地点", "新津区", "五津街道"]),
        ("people/liyuelin/", ["首页", "记者"]),
        ("editions/2026-11-20/", ["首页", "数字报"]),
        ("editions/2026-11-20/01/", ["首页", "数字报", "邻里 2026年11月20日"]),
        ("announcements/2026/11/", ["首页", "公告", "2026年"]),
        ("announcements/place/xinjin/wujin/", ["首页", "公告", "新津区"]),
        ("about/privacy/", ["首页"]),
        ("", []),
    ],
)
def test_a_page_shows_the_way_down_to_it(town: Built, url: str, steps: list[str]) -> None:
    assert trail(town, url) == steps


@pytest.mark.parametrize(
    ("url", "older", "newer"),
    [
        ("reports/2026/bridge/", "小巷亮了", None),
        ("reports/2026/alley/", "图书室开放", "小桥修好了"),
        ("reports/2025/library/", None, "小巷亮了"),
        ("reports/2026/lantern/", None, None),
        ("notices/2026/N-2026-0002/", "取消的活动", None),
        ("notices/2025/N-2025-0001/", None, "取消的活动"),
    ],
)
def test_the_neighbours_are_the_next_of_the_same_category_or_type(
    town: Built, url: str, older: str | None, newer: str | None
) -> None:
    found = {
        rel: text for _, text, rel in document(town.main(url)).anchors if rel in ("prev", "next")
    }
    expected = {"prev": older and f"上一篇 {older}", "next": newer and f"下一篇 {newer}"}
    assert found == {rel: text for rel, text in expected.items() if text}


CORRECTED = TOWN.replace(
    'C++, "C#"]\n',
    'C++, "C#"]\ncorrections:\n'
    "  - {date: 2026-11-21, kind: clarification, text: 灯会为期三天。}\n"
    "  - {date: 2026-11-23, kind: update, text: 又加一天。}\n",
)


def test_all_corrections_stand_on_one_page_newest_first(site: Site) -> None:
    main = site(CORRECTED).main("corrections/")
    order = ["又加一天。", "灯会为期三天。", "路灯是十盏，不是九盏。"]
    assert [main.index(text) for text in order] == sorted(main.index(text) for text in order)
    assert re.findall(r'<p class="nr-kicker">(..)</p>', main) == [
        "补充",
        "说明",
        "更正",
        "撤回",
        "撤回",
    ]
    assert 'href="../reports/2026/lantern/"' in main


def test_corrections_stand_above_the_text_they_correct(site: Site) -> None:
    main = site(CORRECTED).main("reports/2026/lantern/")
    assert main.index("又加一天。") < main.index("灯会为期三天。") < main.index("灯会昨晚开了")


def test_the_page_of_corrections_stands_there_before_there_is_one(site: Site) -> None:
    assert "还没有更正。" in site("").main("corrections/")


@pytest.mark.parametrize("directory_urls", [True, False])
@pytest.mark.parametrize("size", [1, 20])
def test_every_announcement_is_three_links_from_the_archive_at_most(
    site: Site, directory_urls: bool, size: int
) -> None:
    config = CONFIG.replace("- linli/articles", f"- linli/articles: {{page_size: {size}}}")
    config += f"use_directory_urls: {str(directory_urls).lower()}\n"
    built = site(f"{TOWN}-- mkdocs.yml --\n{config}")
    far = Walk(built.site, ADDRESS).distances("announcements/index.html")
    pieces = [
        path
        for path in built.files
        if re.match(r"(notices|lost)/\d{4}/[NL]-[^/]+(?:/index)?\.html", path)
    ]
    assert len(pieces) == 6
    assert {path: far.get(path) for path in pieces if far.get(path, 9) > 3} == {}


def test_a_year_leads_to_its_months_and_a_month_to_its_announcements(town: Built) -> None:
    year = document(town.main("announcements/2025/"))
    assert {"../../announcements/2025/01/", "../../announcements/2025/10/"} <= {
        href for href, _, _ in year.anchors
    }
    assert "招领钥匙一串" in town.main("announcements/2025/01/")
    assert "招募巡逻队员" not in town.main("announcements/2025/01/").partition("nr-group")[2]


@pytest.mark.parametrize("page", ["../..", "a/b", "A 1", "〇", "?x#y", ".."])
def test_a_printed_page_of_any_name_has_a_page_of_its_own(site: Site, page: str) -> None:
    text = TOWN.replace('page: "02"', f'page: "{page}"')
    built = site(text)
    assert Walk(built.site, ADDRESS).faults() == []
    found = [path for path in built.files if path.startswith("editions/2026-11-20/")]
    assert len(found) == 3
    assert all(path.count("/") <= 3 for path in found)


def test_one_person_in_two_spellings_has_one_page(site: Site) -> None:
    text = (
        TOWN.replace("本报记者 王小明", "{name: Ann Lee, role: reporter}")
        .replace("bylines: [本报记者 沈悦 摄影报道]", "bylines: [{name: ann lee, role: reporter}]")
        .replace("通讯员 王小明", "{name: Ann Lee, role: reporter}")
    )
    main = site(text).main("people/ann_lee/")
    assert "小巷亮了" in main
    assert "灯会开了" in main


def test_a_byline_that_is_spelled_like_another_s_file_takes_no_page_from_it(site: Site) -> None:
    text = TOWN.replace("通讯员 王小明", "{name: liyuelin, role: reporter}")
    built = site(text)
    main = built.main("people/liyuelin/")
    assert "小桥修好了" in main
    assert "小巷亮了" in main


TAKEN = {
    "the front page": "index.html",
    "an index": "announcements/",
    "a page of an index": "topics/c++/",
    "a person's page": "people/沈悦/",
    "a feed": "feeds/atom.xml",
    "the sitemap": "sitemap.xml",
    "the page for missing ones": "404.html",
    "another piece": "reports/2026/lantern/",
    "a file that is copied": "about/form.txt",
}


@pytest.mark.parametrize("alias", TAKEN.values(), ids=TAKEN)
def test_an_old_url_never_takes_the_place_of_a_page(site: Site, alias: str) -> None:
    text = TOWN + "-- content/about/form.txt --\n一张表。\n"
    with pytest.raises(SystemExit):
        site(text.replace("old/bridge/", alias), expect_warnings=True)


def test_two_pieces_cannot_claim_one_old_url(site: Site) -> None:
    text = TOWN.replace("title: 小巷亮了\n", "title: 小巷亮了\naliases: [old/bridge]\n")
    with pytest.raises(SystemExit):
        site(text, expect_warnings=True)


@pytest.mark.parametrize(
    ("now", "sentence"),
    [
        ("2026-11-21 09:00", "截止日期2026年11月28日，还有7天。"),
        ("2026-11-27 23:59", "截止日期2026年11月28日，还有1天。"),
        ("2026-11-28 09:00", "今天（2026年11月28日）是最后一天。"),
        ("2026-11-29 00:00", "已于2026年11月28日截止，仅供查阅。"),
    ],
)
def test_a_notice_says_how_long_it_still_runs(site: Site, now: str, sentence: str) -> None:
    assert sentence in site(TOWN, now).main("notices/2026/N-2026-0002/")

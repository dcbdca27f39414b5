# SPDX-License-Identifier: MIT
"""What a reader of a whole site finds, and what he must never find."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

import pytest
from search import Index, files_of
from sites import CONFIG, Built, Site

pytestmark = pytest.mark.site

TOWN = """\
-- content/categories/news.md --
---
name: 社区治理
---
-- content/places.yml --
- name: 新津区
  slug: xinjin
  children:
    - name: 五津街道
      slug: wujin
      children: [{name: 古家社区, slug: gujia}]
-- content/reports/2026/market.md --
---
title: 菜市场里测血压
kicker: 家门口的好事
subtitle: 三十位老人排队
date: 2026-11-20
category: news
places: [古家社区]
topics: [义诊]
series: 街坊夜话
bylines: [华西社区传媒记者 李玥林 摄影报道]
summary: 社区医院来了人。
---
居民张建国在龙王渡小区坐地铁14号线，到静語Coffee门口，再转Ｋ１６路去听暑期课堂。

## 小标题里有糖水

| 班 | 时间 |
|---|---|
| 太极班 | 周三傍晚 |

- 一条*清单*上的话
-- content/reports/2026/older.md --
---
title: 市场修好了
date: 2026-09-02
category: news
bylines: [本报记者 沈悦]
---
旧的市场修好了，SCA咖啡师来过。
-- content/reports/2026/newer.md --
---
title: 一件小事
date: 2026-11-22
category: news
bylines: [本报记者 沈悦]
---
有人在市场捡到伞。
-- content/notices/2026/N-2026-0001.md --
---
id: N-2026-0001
code: 1001
title: 周五停水
date: 2026-11-24
places: [古家社区]
issuer: {name: 示例供水站, department: 抢修组}
effective_from: 2026-11-26
expires: 2026-11-30
---
周五停水一天，请各家存水。
-- content/lost/2026/L-2026-0001.md --
---
id: L-2026-0001
code: 4002
title: 遗失声明
date: 2026-11-20
places: [古家社区]
holder: {type: organisation, name: 成都示例食品店}
documents: [{name: 营业执照, issuer: 示例审批局, numbers: [{label: 注册号, value: "510107600123457"}]}]
---
成都示例食品店遗失营业执照正本，声明作废。
"""

MARKET = "reports/2026/market/"
NOTICE = "notices/2026/N-2026-0001/"
LOST = "lost/2026/L-2026-0001/"


def index_of(built: Built) -> Index:
    return Index(files_of(built.files))


def urls(built: Built, question: str, *filters: str) -> list[str]:
    return [hit.url for hit in index_of(built).ask(question, *filters)]


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Built:
    from sites import NOW, build, write_site

    return build(write_site(tmp_path_factory.mktemp("town"), TOWN), NOW)


ASKED = {
    "市场 in 菜市场": "市场",
    "血压 in 测血压": "血压",
    "建国 in 张建国": "建国",
    "a line of the underground": "14号线",
    "a part of its number": "4号",
    "暑期课堂": "暑期课堂",
    "龙王渡": "龙王渡",
    "王渡": "王渡",
    "simplified for traditional": "静语",
    "traditional as it stands": "静語coffee",
    "all in small letters": "coffee",
    "traditional for simplified": "測血壓",
    "full width as it stands": "Ｋ１６路",
    "half width for full width": "k16路",
    "two words apart": "龙王渡 课堂",
    "a sign of the title": "菜",
    "a sign of the kicker": "门",
    "the subtitle": "老人排队",
    "the summary": "社区医院",
    "a cross-head": "糖水",
    "a cell of a table": "周三傍晚",
    "a word in a list": "清单上",
    "a byline": "李玥林",
    "an affiliation": "华西社区传媒",
    "a topic": "义诊",
    "a series": "街坊夜话",
    "its place": "古家社区",
    "a place above it": "新津区五津街道",
    "its category": "社区治理",
}


@pytest.mark.parametrize("question", ASKED.values(), ids=ASKED)
def test_any_part_of_a_report_is_found(town: Built, question: str) -> None:
    assert MARKET in urls(town, question)


@pytest.mark.parametrize(
    ("question", "url"),
    [
        ("存水", NOTICE),
        ("示例供水站", NOTICE),
        ("抢修组", NOTICE),
        ("N-2026-0001", NOTICE),
        ("示例审批局", LOST),
        ("510107600123457", LOST),
        ("营业执照", LOST),
    ],
)
def test_an_announcement_is_found_by_what_its_page_shows(
    town: Built, question: str, url: str
) -> None:
    assert url in urls(town, question)


def test_what_stands_nowhere_is_not_found(town: Built) -> None:
    for question in ("场菜", "15号线", "张建军", "题目", "菜市场 存水"):
        assert urls(town, question) == []


def test_the_title_comes_first_and_then_the_newest(town: Built) -> None:
    assert urls(town, "市场") == [MARKET, "reports/2026/older/", "reports/2026/newer/"]
    weights = {hit.url: hit.weight for hit in index_of(town).ask("市场")}
    assert weights == {MARKET: 3, "reports/2026/older/": 3, "reports/2026/newer/": 0}
    assert [hit.weight for hit in index_of(town).ask("家门口")] == [2]
    assert [hit.weight for hit in index_of(town).ask("医院")] == [1]


def test_a_question_can_be_narrowed(town: Built) -> None:
    assert urls(town, "古家", "=kind/notice") == [NOTICE]
    assert urls(town, "市场", "=category/news", "=place/xinjin/wujin") == [MARKET]
    assert set(urls(town, "", "=place/xinjin")) == {MARKET, NOTICE, LOST}
    assert urls(town, "市场", "=place/xinjin/wujin/gujia") == [MARKET]


def test_a_piece_is_shown_with_its_texts(town: Built) -> None:
    (hit,) = index_of(town).ask("太极班")
    assert hit.record == [
        *(MARKET, "report", "2026-11-20", "菜市场里测血压", "家门口的好事", "三十位老人排队"),
        *("社区治理", "古家社区"),
        [
            "社区医院来了人。",
            "居民张建国在龙王渡小区坐地铁14号线，到静語Coffee门口，再转Ｋ１６路去听暑期课堂。",
            "小标题里有糖水",
            "班 时间",
            "太极班 周三傍晚",
            "一条清单上的话",
            "社区治理 · 华西社区传媒记者 李玥林 摄影报道 · 义诊 · 街坊夜话 · 新津区五津街道古家社区",
        ],
    ]


def test_the_list_of_a_small_site(town: Built, golden: Callable[[str, str], None]) -> None:
    text = json.dumps(index_of(town).list, ensure_ascii=False, indent=1)
    # Another version of the table of signs gives other names, and the same list.
    text = re.sub(r"(fresh|base|simplified)\.[0-9a-f]{8}", r"\1.DIGEST", text)
    golden("index.json", f"{text}\n")


NEVER = {
    "a draft": "status: draft",
    "under embargo": 'publish_at: "2026-11-26 08:00"',
    "withdrawn": "status: withdrawn\nwithdrawn: {date: 2026-11-25, reason: 有误。}",
}


@pytest.mark.parametrize("keys", NEVER.values(), ids=NEVER)
def test_what_no_reader_may_read_is_in_no_file_of_the_search(site: Site, keys: str) -> None:
    report = TOWN.replace("kicker: 家门口", f"{keys}\nkicker: 家门口")
    notice = report.replace("expires: 2026-11-30", f"expires: 2026-11-30\n{keys}")
    _holds_nothing(site(notice), ("测血压", "建国", "存水", MARKET, NOTICE))


def _holds_nothing(built: Built, words: tuple[str, ...]) -> None:
    """No byte of the search's files, and no term."""
    found = files_of(built.files)
    assert found
    for word in words:
        assert [path for path, data in found.items() if word.encode() in data] == []
        assert urls(built, word) == []


def test_an_expired_notice_is_found_no_more(site: Site) -> None:
    assert urls(site(TOWN, "2026-11-30 23:59"), "存水") == [NOTICE]
    _holds_nothing(site(TOWN, "2026-12-01 00:01"), ("存水", NOTICE))


def test_a_superseded_notice_gives_its_place(site: Site) -> None:
    newer = """\
-- content/notices/2026/N-2026-0002.md --
---
id: N-2026-0002
code: 1001
title: 周六停水
date: 2026-11-25
places: [古家社区]
issuer: {name: 示例供水站}
effective_from: 2026-11-26
expires: 2026-11-30
supersedes: N-2026-0001
---
改在周六停水，请储水。
"""
    built = site(TOWN + newer)
    assert urls(built, "停水") == ["notices/2026/N-2026-0002/"]
    _holds_nothing(built, ("存水", NOTICE))


def test_masked_and_redacted_values_are_in_no_file_of_the_search(site: Site) -> None:
    person = """\
-- content/lost/2026/L-2026-0002.md --
---
id: L-2026-0002
code: 4001
title: 身份证遗失声明
date: 2026-11-21
places: [古家社区]
holder: {type: person, name: 李某}
documents: [{name: 居民身份证, numbers: [{label: 证号, value: "AB12345678", show: masked}, {label: 档号, value: "CD87654321", show: hidden}]}]
redactions:
  - {date: 2026-11-22, reason: 涉及个人, words: 某经办}
---
李某遗失居民身份证一张，找某经办，声明作废。
"""
    built = site(TOWN + person)
    assert urls(built, "李某") == ["lost/2026/L-2026-0002/"]
    _holds_nothing(built, ("AB12345678", "2345678", "CD87654321", "8765", "某经办"))


def test_a_site_without_the_search_has_none_of_it(site: Site) -> None:
    config = CONFIG.replace("  - linli/search\n", "")
    built = site(f"{TOWN}-- mkdocs.yml --\n{config}")
    assert not files_of(built.files)


def test_a_site_without_a_piece_has_an_empty_list(site: Site) -> None:
    built = site("")
    assert index_of(built).list["groups"] == index_of(built).months == []


def test_the_same_pieces_make_the_same_bytes(site: Site) -> None:
    assert files_of(site(TOWN).files) == files_of(site(TOWN).files)

# SPDX-License-Identifier: MIT
"""Whole files of every kind, and the values they become."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from linli.newsroom.announcements import (
    Contact,
    Holder,
    HolderType,
    Insertion,
    Issuer,
    Lost,
    LostDocument,
    Notice,
    Number,
    Resolved,
    Show,
)
from linli.newsroom.articles import (
    AiUse,
    Correction,
    CorrectionKind,
    Edition,
    Minors,
    Origin,
    PhotoNote,
    Privacy,
    Prominence,
    Report,
    Status,
    Withdrawal,
)
from linli.newsroom.bylines import Byline, Credit, CreditKind, Role
from linli.newsroom.categories import Category, OrdinaryPage, Person
from linli.newsroom.codes import Kind
from linli.reading.articles import Read, kind_of
from linli.reading.schema import KEYS

ReadPiece = Callable[..., Read]
SEED = Path(__file__).parents[2] / "content/lost/2022/L-2022-0001.md"

REPORT = """\
---
title: 巷子里的灯 亮了
kicker: 看点位 聊发展
subtitle: 一盏灯的两个月
date: 2022-07-05 09:30
updated: 2022-07-06
publish_at: 2022-07-05 10:00
status: withdrawn
withdrawn: {date: 2022-07-07, reason: 采访对象要求。}
category: governance
topics: [路灯, C++]
places: [古家社区]
bylines:
  - 华西社区传媒记者 沈悦 摄影报道
  - {name: 王小明, role: correspondent, affiliation: 古家社区}
credits: [新津区委社治委供图]
summary: 灯亮了。
edition: {date: 2022-07-05, issue: 12, page: 02, page_name: 社区}
prominence: lead
weight: 3
photos:
  lamp.jpg: {caption: 路灯。, alt: "", credit: 沈悦 摄, creator: 沈悦}
related: [lost/2022/L-2022-0001.md]
series: 小巷
aliases: [old/lamp/]
keywords: [示例]
origin: repost
source: 邻里报
original_title: 灯亮了
original_url: https://example.com/a
editor: 李四
ai: assisted
corrections:
  - {date: 2022-07-06, kind: correction, text: 改正地名。}
privacy: {minors: anonymised, reviewer: 李四, basis: 监护人}
---

正文。
"""

NOTICE = """\
---
id: N-2022-0001
code: 3001
title: 减资公告
date: 2022-07-05
version: 2
supersedes: N-2022-0000
corrects: N-2021-0001
places: [双流区]
issuer: {name: 某公司, uscc: N2510116MF1516847Y, department: 办公室}
effective_from: 2022-07-06
deadline: 2022-08-20
expires: 2022-08-31
contacts:
  - {desk: 办公室, phone: 028-85800000, public: true}
insertions:
  - {date: 2022-07-06, edition: {date: 2022-07-06, page: A02}}
---
正文。
"""

LOST = """\
---
id: L-2022-0001
code: 4001
title: 遗失声明
date: 2022-07-05
places: [双流区]
holder: {type: person, name: 张某}
documents:
  - type: 学历
    name: 毕业证
    copy: 正本
    issuer: 某学校
    issued_on: 2001年7月1日
    numbers:
      - {label: 证号, value: 0012, show: hidden}
item: 书包
lost_on: 2022-07-01
lost_where: 公交车上
claim_by: 2023-07-05
resolved: {date: 2022-07-06, how: 已找回}
---
声明作废。
"""


def at(hour: int, minute: int) -> datetime:
    return datetime(2022, 7, 5, hour, minute, tzinfo=ZoneInfo("Asia/Shanghai"))


def values(piece: Any, *, but: frozenset[str] = frozenset({"source"})) -> dict[str, Any]:
    return {one.name: getattr(piece, one.name) for one in fields(piece) if one.name not in but}


def test_a_report_is_read_key_by_key(read_piece: ReadPiece) -> None:
    read = read_piece(REPORT)
    assert read.diagnostics == ()
    assert isinstance(read.value, Report)
    assert values(read.value) == {
        "kind": Kind.REPORT,
        "body": "正文。",
        "title": "巷子里的灯 亮了",
        "kicker": "看点位 聊发展",
        "subtitle": "一盏灯的两个月",
        "published": at(9, 30),
        "has_time": True,
        "updated": date(2022, 7, 6),
        "publish_at": at(10, 0),
        "status": Status.WITHDRAWN,
        "withdrawn": Withdrawal(date(2022, 7, 7), "采访对象要求。"),
        "category": "governance",
        "topics": ("路灯", "C++"),
        "places": ("古家社区",),
        "bylines": (
            Byline("沈悦", (Role.REPORTER, Role.PHOTOGRAPHER), "华西社区传媒"),
            Byline("王小明", (Role.CORRESPONDENT,), "古家社区"),
        ),
        "credits": (Credit("新津区委社治委", CreditKind.PICTURE, organisation=True),),
        "summary": "灯亮了。",
        "edition": Edition(date(2022, 7, 5), "12", "02", "社区"),
        "prominence": Prominence.LEAD,
        "weight": 3,
        "photos": (PhotoNote("lamp.jpg", "路灯。", "", "沈悦 摄", "沈悦"),),
        "related": ("lost/2022/L-2022-0001.md",),
        "series": "小巷",
        "aliases": ("old/lamp/",),
        "keywords": ("示例",),
        "origin": Origin.REPOST,
        "source_name": "邻里报",
        "original_title": "灯亮了",
        "original_url": "https://example.com/a",
        "editor": "李四",
        "ai": AiUse.ASSISTED,
        "corrections": (Correction(date(2022, 7, 6), CorrectionKind.CORRECTION, "改正地名。"),),
        "privacy": Privacy(Minors.ANONYMISED, "李四", "监护人"),
    }


def test_a_notice_is_read_key_by_key(read_piece: ReadPiece) -> None:
    read = read_piece(NOTICE, "notices/2022/N-2022-0001.md")
    assert read.diagnostics == ()
    notice = read.value
    assert isinstance(notice, Notice)
    assert (notice.id, notice.code, notice.version) == ("N-2022-0001", "3001", 2)
    assert (notice.supersedes, notice.corrects) == ("N-2022-0000", "N-2021-0001")
    assert notice.issuer == Issuer("某公司", "N2510116MF1516847Y", "办公室")
    assert (notice.effective_from, notice.deadline, notice.expires) == (
        date(2022, 7, 6),
        date(2022, 8, 20),
        date(2022, 8, 31),
    )
    assert notice.contacts == (Contact("办公室", "028-85800000", public=True),)
    assert notice.insertions == (
        Insertion(date(2022, 7, 6), Edition(date(2022, 7, 6), page="A02")),
    )
    assert not notice.has_time


def test_a_loss_is_read_key_by_key(read_piece: ReadPiece) -> None:
    read = read_piece(LOST, "lost/2022/L-2022-0001.md")
    assert read.diagnostics == ()
    lost = read.value
    assert isinstance(lost, Lost)
    assert lost.holder == Holder(HolderType.PERSON, "张某")
    assert lost.documents == (
        LostDocument(
            "毕业证",
            "学历",
            "正本",
            "某学校",
            date(2001, 7, 1),
            (Number("证号", "0012", Show.HIDDEN),),
        ),
    )
    assert (lost.item, lost.lost_on, lost.lost_where) == ("书包", date(2022, 7, 1), "公交车上")
    assert (lost.claim_by, lost.resolved) == (
        date(2023, 7, 5),
        Resolved(date(2022, 7, 6), "已找回"),
    )


def test_the_seed_notice_is_read_without_a_word(read_piece: ReadPiece) -> None:
    read = read_piece(SEED.read_text(encoding="utf-8"), "lost/2022/L-2022-0001.md")
    assert read.diagnostics == ()
    assert isinstance(read.value, Lost)
    assert read.value.documents[0].numbers == (
        Number("核准号", "J6510155527401"),
        Number("账号", "22829301040012305"),
    )


@pytest.mark.parametrize(
    ("text", "path"),
    [
        (REPORT, "reports/2022/lamp.md"),
        (NOTICE, "notices/2022/N-2022-0001.md"),
        (LOST, "lost/2022/L-2022-0001.md"),
    ],
)
def test_chinese_keys_say_the_same_as_english_ones(
    read_piece: ReadPiece, text: str, path: str
) -> None:
    kind = kind_of(path)
    chinese = text
    for key in KEYS:
        if kind in key.kinds:
            chinese = "".join(
                line.replace(f"{key.name}:", f"{key.zh[0]}:", 1)
                if line.startswith(f"{key.name}:")
                else line
                for line in chinese.splitlines(keepends=True)
            )
    assert chinese != text
    english_read, chinese_read = read_piece(text, path), read_piece(chinese, path)
    assert chinese_read.diagnostics == ()
    assert values(chinese_read.value) == values(english_read.value)
    assert chinese_read.value is not None
    assert english_read.value is not None
    assert chinese_read.value.source.key_lines == english_read.value.source.key_lines


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("status: draft", "status: 草稿"),
        ("prominence: lead", "位置: 头条"),
        ("ai: generated", "人工智能: 生成"),
        ("origin: supplied", "来源类型: 来稿"),
        (
            "corrections: [{date: 2022-07-06, kind: update, text: 补充。}]",
            "更正: [{日期: 2022年7月6日, 类型: 补充, 内容: 补充。}]",
        ),
        ("edition: {date: 2022-07-05, page: A02}", "见报: {日期: 2022/7/5, 版次: A02}"),
        ("privacy: {minors: consent}", "隐私: {未成年人: 监护人同意}"),
        (
            "photos: {a.jpg: {caption: 图, alt: 物}}",
            "图片: {a.jpg: {图注: 图, 替代文字: 物}}",
        ),
    ],
)
def test_chinese_values_and_inner_keys_are_understood_too(
    read_piece: ReadPiece, english: str, chinese: str
) -> None:
    head = "---\ntitle: 灯亮了\ndate: 2022-07-05\ncategory: a\nbylines: [通讯员 王小明]\n"
    first, second = (read_piece(f"{head}{line}\n---\n正文。\n") for line in (english, chinese))
    assert first.diagnostics == second.diagnostics == ()
    assert values(first.value) == values(second.value)


def test_a_key_is_named_as_the_editor_wrote_it(read_piece: ReadPiece) -> None:
    read = read_piece(
        "---\n标题: 灯亮了\n日期: 昨天\ncategory: a\n记者: [通讯员 王小明]\n"
        "更正:\n  - {日期: 2022-07-06, 类型: 错, 内容: 改。}\n---\n正文。\n"
    )
    assert [found.arguments["key"] for found in read.diagnostics] == ["日期", "更正[1].类型"]


def test_a_broken_item_does_not_shift_the_lines_of_the_next(read_piece: ReadPiece) -> None:
    read = read_piece(
        "---\ntitle: 灯亮了\ndate: 2022-07-05\ncategory: a\nbylines: [通讯员 王小明]\n"
        "corrections:\n"
        "  - {date: 昨天, kind: update, text: 一。}\n"
        "  - {date: 2022-07-06, kind: update, text: 二。}\n"
        "places:\n"
        "  -\n"
        "  - 古家社区\n"
        "---\n正文。\n"
    )
    assert isinstance(read.value, Report)
    assert [correction.text for correction in read.value.corrections] == ["二。"]
    assert read.value.source.at("corrections.0.date").line == 8
    assert read.value.places == ("古家社区",)
    assert read.value.source.at("places.0").line == 11
    assert [found.arguments["key"] for found in read.diagnostics] == [
        "corrections[1].date",
        "places",
    ]


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("categories/governance.md", Category),
        ("people/shenyue.md", Person),
        ("about/privacy.md", OrdinaryPage),
        ("index.md", OrdinaryPage),
        ("categories/index.md", OrdinaryPage),
        ("reports/index.md", OrdinaryPage),
        ("reports/2022/index.md", Report),
        ("notices/2022/N-2022-0001/index.md", Notice),
    ],
)
def test_the_folder_makes_the_kind(read_piece: ReadPiece, path: str, value: type) -> None:
    assert isinstance(read_piece("---\nname: 甲\n---\n", path).value, value)


@pytest.mark.parametrize(
    ("path", "text", "found"),
    [
        ("categories/a.md", "name: 治理\norder: 2\nsummary: 一。", []),
        ("categories/a.md", "order: 2", [("missing-key", 2)]),
        ("people/a.md", "姓名: 沈悦\n身份: 记者", []),
        ("people/a.md", "name: 沈悦\nage: 30", [("unknown-key", 3)]),
        ("about/a.md", "title: 隐私\naliases: [old/privacy/]", []),
        ("about/a.md", "title: 隐私\naliases: [../privacy]", [("wrong-shape", 3)]),
        ("about/a.md", "summary: 一。", [("missing-key", 2)]),
    ],
)
def test_the_other_files_have_a_few_keys_of_their_own(
    read_piece: ReadPiece,
    told: Callable[..., list[tuple[str, int]]],
    path: str,
    text: str,
    found: list[tuple[str, int]],
) -> None:
    assert told(read_piece(f"---\n{text}\n---\n正文。\n", path).diagnostics) == found


def test_a_misspelt_key_is_not_said_to_be_missing_as_well(
    read_piece: ReadPiece, told: Callable[..., list[tuple[str, int]]]
) -> None:
    read = read_piece(
        "---\ntitel: 灯亮了\n日起: 2022-07-05\ncategory: a\nbylines: [通讯员 王小明]\n"
        "edition: {dat: 2022-07-05}\n---\n正文。\n"
    )
    assert told(read.diagnostics) == [("unknown-key", 2), ("unknown-key", 3), ("unknown-key", 6)]


@pytest.mark.parametrize(
    ("path", "lines"),
    [
        ("reports/2022/a.md", {"title", "date", "category", "bylines"}),
        ("notices/2022/a.md", {"title", "date", "id", "code", "places", "issuer"}),
        ("lost/2022/a.md", {"title", "date", "id", "code", "places", "holder"}),
    ],
)
def test_each_kind_says_which_keys_it_needs(
    read_piece: ReadPiece, path: str, lines: set[str]
) -> None:
    missing = {
        found.arguments["key"] for found in read_piece("---\n---\n正文。\n", path).diagnostics
    }
    assert missing == lines


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("weight: 3", None),
        ("weight: -1", "not-a-number"),
        ("weight: 3.5", "not-a-number"),
        ("weight: ３", "not-a-number"),
        ("topics: [a, [b]]", "not-a-single-value"),
        ("topics: []", "empty-value"),
        ("topics: 路灯", "not-a-list"),
        ("topics: {a: b}", "not-a-list"),
        ("summary: [a]", "not-a-single-value"),
        ("summary: ''", "empty-value"),
        ("edition: 二版", "not-a-record"),
        ("edition: date：2022-07-05", "wide-colon"),
        ("edition: {page: 02}", "missing-key"),
        ("original_url: ftp://a", "wrong-shape"),
        ("original_url: https://a.example/b", None),
        ("aliases: [old/a/b.html]", None),
        ("aliases: [/old/a]", None),
        ("aliases: [old/../../a]", "wrong-shape"),
        ("aliases: [..]", "wrong-shape"),
        ("aliases: ['https://a.example/']", "wrong-shape"),
        ("aliases: [/]", "wrong-shape"),
        ("publish_at: 2022-07-05", "time-missing"),
        ("photos: {a.jpg: 图}", "not-by-file"),
        ("photos: [a.jpg]", "not-by-file"),
        ("photos: {a.jpg: {alt: ''}}", None),
        ("photos: {a.jpg: {caption: ''}}", "empty-value"),
        ("photos: {a.jpg: {caption: 一}, a.jpg: {caption: 二}}", "duplicate-key"),
        ("ai: none", None),
        ("ai: AI", "unknown-choice"),
        ("status: Draft", None),
    ],
)
def test_a_value_has_the_form_of_its_key(
    read_piece: ReadPiece, line: str, found: str | None
) -> None:
    read = read_piece(
        "---\ntitle: 灯亮了\ndate: 2022-07-05\ncategory: a\nbylines: [通讯员 王小明]\n"
        f"{line}\n---\n正文。\n"
    )
    assert [(one.code, one.location.line) for one in read.diagnostics] == (
        [(found, 6)] if found else []
    )


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("bylines: [华西社区传媒记者 李玥林]", []),
        ("bylines: [{name: 李玥林}]", []),
        ("bylines: [{name: 李玥林, role: 记者, affiliation: 华西社区传媒}]", []),
        ("bylines: [新津区委社治委供图]", ["byline-organisation"]),
        ("bylines: [{name: 新津区民政局}]", ["byline-organisation"]),
        ("bylines: [大家一起动手写]", ["byline-unknown"]),
        ("bylines: [{role: reporter}]", ["missing-key"]),
        ("bylines: [[a]]", ["not-a-single-value"]),
        ("bylines: [通讯员 王小明]\ncredits: [古家社区供图]", []),
        ("bylines: [通讯员 王小明]\ncredits: [{name: 古家社区}]", []),
        ("bylines: [通讯员 王小明]\ncredits: [记者 李玥林]", ["credit-person"]),
        ("bylines: [通讯员 王小明]\ncredits: [谢谢大家帮忙]", ["credit-unknown"]),
    ],
)
def test_people_stand_in_bylines_and_offices_in_credits(
    read_piece: ReadPiece, line: str, found: list[str]
) -> None:
    read = read_piece(f"---\ntitle: 灯亮了\ndate: 2022-07-05\ncategory: a\n{line}\n---\n正文。\n")
    assert [one.code for one in read.diagnostics] == found

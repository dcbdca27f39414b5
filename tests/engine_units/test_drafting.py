# SPDX-License-Identifier: MIT
"""Drafts find their files in the content folder, and what stands there already is left alone."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from sites import write_site
from town import TOWN

from linli.engine.drafting import Laid, lay_out, write_down
from linli.engine.settings import Settings, read_settings
from linli.newsroom.codes import Kind
from linli.reading.importing.drafted import Drafted, Enclosure
from linli.reading.importing.printing import Printing

YEAR = 2026
BODY = "五点半，巷子里的灯亮了。\n\n王婆婆说，这条路她走了三十年，今天头一回看清了脚下的石板。"
REPORT = Drafted(
    Kind.REPORT,
    "巷子里的灯亮了",
    {"title": "巷子里的灯亮了", "bylines": ["通讯员 王小明"]},
    BODY,
    to_do={"date": "见报日期", "category": "栏目"},
)
HOLDER = {"type": "organisation", "name": "成都示例锦里广告制作有限公司"}
LOST = Drafted(
    Kind.LOST,
    "遗失声明",
    {
        "title": "遗失声明",
        "code": "4003",
        "holder": HOLDER,
        "documents": [
            {"name": "公章", "numbers": [{"label": "印章编码", "value": "5101070000001"}]}
        ],
    },
    "成都示例锦里广告制作有限公司遗失公章一枚（印章编码：5101070000001），声明作废。",
)


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    write_site(tmp_path, TOWN)
    monkeypatch.chdir(tmp_path)
    return read_settings(Path("mkdocs.yml"))


UNSAID = Printing()


def lay(settings: Settings, *drafts: Drafted, printing: Printing = UNSAID) -> tuple[Laid, ...]:
    laid = lay_out(drafts, settings, printing, YEAR)
    for one in laid:
        write_down(one, settings.content)
    return laid


def text(settings: Settings, path: str) -> str:
    return (settings.content / path).read_text(encoding="utf-8")


def test_a_draft_without_a_day_says_so_in_its_front_matter(settings: Settings) -> None:
    (one,) = lay(settings, REPORT)
    assert one.path == "reports/2026/xiang-zi-li-de-deng-liang-le.md"
    assert (
        text(settings, one.path)
        == f"""\
---
title: 巷子里的灯亮了
# 待填：date: 见报日期
# 待填：category: 栏目
bylines: [通讯员 王小明]
---
{BODY}
"""
    )


def test_what_is_said_of_the_paper_is_taken_where_the_source_does_not_tell(
    settings: Settings,
) -> None:
    printing = Printing(date(2022, 7, 5), issue="88", page="03")
    own = Drafted(
        Kind.REPORT, "另一篇", {"title": "另一篇", "date": date(2021, 1, 2)}, "另一段话。"
    )
    one, other = lay(settings, REPORT, own, printing=printing)
    assert one.path == "reports/2022/xiang-zi-li-de-deng-liang-le.md"
    assert "date: 2022-07-05\n" in text(settings, one.path)
    assert 'edition: {date: 2022-07-05, issue: "88", page: "03"}\n' in text(settings, one.path)
    assert "待填：date" not in text(settings, one.path)
    assert other.path == "reports/2021/ling-yi-pian.md"
    assert "date: 2021-01-02\n" in text(settings, other.path)


def test_pictures_lie_beside_their_text(settings: Settings) -> None:
    shown = Drafted(
        Kind.REPORT,
        "有图",
        {"title": "有图"},
        '![](tu-1.jpg "灯亮了。")',
        enclosures=(Enclosure("tu-1.jpg", b"\xff\xd8"),),
    )
    (one,) = lay(settings, shown)
    assert one.path == "reports/2026/you-tu/index.md"
    assert (settings.content / "reports/2026/you-tu/tu-1.jpg").read_bytes() == b"\xff\xd8"


def test_a_second_run_writes_nothing(settings: Settings) -> None:
    first = lay(settings, REPORT, LOST)
    before = {path: path.read_bytes() for path in settings.content.rglob("*") if path.is_file()}
    again = lay(settings, REPORT, LOST)
    assert [one.is_new for one in first] == [True, True]
    assert [one.is_new for one in again] == [False, False]
    assert [one.path for one in again] == [one.path for one in first]
    after = {path: path.read_bytes() for path in settings.content.rglob("*") if path.is_file()}
    assert after == before


def test_a_piece_that_an_editor_has_gone_over_is_known_again(settings: Settings) -> None:
    (one,) = lay(settings, REPORT)
    file = settings.content / one.path
    edited = file.read_text(encoding="utf-8").replace("三十年", "三十二年")
    edited = edited.replace("亮了。\n", '亮了。\n\n![灯](deng.jpg "灯。"){ credit="王小明 摄" }\n')
    moved = settings.content / "reports/2026/ludeng/index.md"
    moved.parent.mkdir()
    moved.write_text(edited, encoding="utf-8")
    file.unlink()
    (again,) = lay(settings, REPORT)
    assert (again.is_new, again.path) == (False, "reports/2026/ludeng/index.md")


def test_another_text_under_the_same_headline_is_another_piece(settings: Settings) -> None:
    other = Drafted(Kind.REPORT, REPORT.headline, REPORT.keys, "今年，巷子里又装了一批新灯。")
    one, two = lay(settings, REPORT, other)
    assert one.path == "reports/2026/xiang-zi-li-de-deng-liang-le.md"
    assert two.path == "reports/2026/xiang-zi-li-de-deng-liang-le-2.md"


def test_the_same_text_twice_is_one_draft(settings: Settings) -> None:
    one, again = lay(settings, REPORT, REPORT)
    assert one.is_new
    assert not again.is_new
    assert again.path == one.path


def test_an_announcement_gets_the_next_id_and_keeps_it(settings: Settings) -> None:
    other = Drafted(
        Kind.LOST,
        "遗失声明",
        {**LOST.keys, "holder": {**HOLDER, "name": "成都示例蓉速货运代理有限公司"}},
        LOST.body.replace("锦里广告制作", "蓉速货运代理"),
    )
    one, two = lay(settings, LOST, other)
    assert [one.path, two.path] == ["lost/2026/L-2026-0002.md", "lost/2026/L-2026-0003.md"]
    assert "id: L-2026-0003\n" in text(settings, two.path)


def test_a_declaration_is_known_by_its_holder_and_numbers(settings: Settings) -> None:
    (one,) = lay(settings, LOST)
    reworded = Drafted(Kind.LOST, "公章遗失声明", LOST.keys, f"{LOST.body}特此声明。")
    (again,) = lay(settings, reworded)
    assert (again.is_new, again.path) == (False, one.path)


def test_a_file_name_of_another_site_is_kept_where_it_is_one(settings: Settings) -> None:
    drafts = [
        Drafted(Kind.REPORT, "甲", {"title": "甲甲"}, f"正文{slug}。", slug=slug)
        for slug in ("lu-deng", "Lu Deng!", "路灯", "../etc")
    ]
    assert [one.path for one in lay(settings, *drafts)] == [
        "reports/2026/lu-deng.md",
        "reports/2026/lu-deng-2.md",
        "reports/2026/lu-deng-3.md",
        "reports/2026/etc.md",
    ]

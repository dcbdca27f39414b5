# SPDX-License-Identifier: MIT
"""The copy desk's marks, leftovers and children's names, as they are told of whole files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from linli.checking import minors
from linli.engine.stocktaking import Taken
from linli.newsroom.articles import Article
from linli.newsroom.manuscripts import Manuscripts
from linli.reading.articles import read_file

Say = Callable[..., list[str]]
Piece = Callable[..., str]
LAMP = "reports/2022/lamp.md"
NOTICE = "notices/2022/N-2022-0001.md"
SEED = Path(__file__).parents[2] / "content/reports/2022/jincheng-shuqi-ketang/index.md"


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("“好。”《书》（一）……——“甲\n\n“乙”", []),
        ("“好。\n\n好。”，，好，。", ["unpaired-mark 7", "doubled-marks 9"]),
        ("好...\n\n好…\n好。。。", ["wrong-ellipsis 7", "wrong-ellipsis 9", "wrong-ellipsis 10"]),
        ("灯--好--灯。\n灯 — 好", ["wrong-dash 7", "wrong-dash 8"]),
        ('"好"和"灯"。', ["straight-quotes 7"]),
        ("灯 ，好 。\n\n# 灯 ，好", ["stray-space 7", "heading-one 9"]),
        ("```\n“，，...--\n```\n\n`“，，...`好。", []),
    ],
)
def test_a_slip_is_told_once_a_line(say: Say, piece: Piece, body: str, found: list[str]) -> None:
    assert say({LAMP: piece(LAMP, body=body)}) == [
        f"{code} {LAMP}:{line}" for code, line in (one.split() for one in found)
    ]


def test_headline_and_summary_are_looked_at_but_for_their_spaces(say: Say, piece: Piece) -> None:
    more = "kicker: 看点位 聊发展\nsummary: “好。\n"
    assert say({LAMP: piece(LAMP, more, title="灯，，亮了")}) == [
        f"doubled-marks {LAMP}:2",
        f"unpaired-mark {LAMP}:7",
    ]


def test_a_mark_is_told_with_the_words_beside_it(
    load_site: Callable[..., Taken], piece: Piece
) -> None:
    body = "老人说：“再也不怕摔了。\n\n街坊都说灯亮了》好"
    first, second = load_site({LAMP: piece(LAMP, body=body)}).diagnostics
    assert first.arguments == {"mark": "“", "partner": "”", "text": "再也不怕摔了。"}
    assert second.arguments == {"mark": "》", "partner": "《", "text": "街坊都说灯亮了"}


def test_an_announcement_is_read_by_the_copy_desk_too(say: Say, piece: Piece) -> None:
    assert say({NOTICE: piece(NOTICE, body="停水，，请储水。")}) == [f"doubled-marks {NOTICE}:9"]


@pytest.mark.parametrize(
    ("head", "found"),
    [
        ("# 待填：edition: 原文没有\n", ["key-to-fill 6"]),
        ("# 待填：category: 原文没有\n", ["missing-key 2"]),
        ("# 备注：category\n", ["missing-key 2"]),
    ],
)
def test_a_key_that_is_asked_for_already_is_not_asked_for_twice(
    say: Say, piece: Piece, head: str, found: list[str]
) -> None:
    text = piece(LAMP, head)
    if "missing-key 2" in found:
        text = "".join(line for line in text.splitlines(True) if not line.startswith("category"))
    assert say({LAMP: text}) == [
        f"{code} {LAMP}:{line}" for code, line in (one.split() for one in found)
    ]


def test_leftovers_are_found_in_every_sort_of_text(say: Say, piece: Piece) -> None:
    batch = "lost/2022/2022-07-05.batch.md"
    files = {
        LAMP: piece(LAMP, body="灯（待补）。电话XXX，XXX。"),
        "about/help.md": "---\ntitle: 帮助\n---\n好\u200b。\n",
        batch: "---\ncode: 4007\n---\nTODO：写公告\n",
    }
    said = [one for one in say(files) if not one.startswith(("batch-", "missing-key"))]
    assert said == [
        "invisible-character about/help.md:4",
        f"leftover-marker {batch}:4",
        f"leftover-marker {LAMP}:7",
    ]


def test_a_child_is_named_only_where_the_paper_says_why(say: Say, piece: Piece) -> None:
    body = "社区少年张小禾说。\n\n少年张小禾又说，小学生李小果也说。"
    told = [f"minor-named {LAMP}:7", f"minor-named {LAMP}:9"]
    assert say({LAMP: piece(LAMP, body=body)}) == told
    for answer in ("consent", "anonymised", "none"):
        assert say({LAMP: piece(LAMP, f"privacy: {{minors: {answer}}}\n", body=body)}) == []
    assert say({LAMP: piece(LAMP, "privacy: {reviewer: 王}\n", body=body)}) == [
        f"minor-named {LAMP}:{line}" for line in (8, 10)
    ]
    said = say({NOTICE: piece(NOTICE, body=body), LAMP: piece(LAMP)})
    assert said == [f"minor-named {NOTICE}:{line}" for line in (9, 11)]
    lost = "lost/2022/L-2022-0001.md"
    text = piece(lost, body="学生张小禾，遗失学生证，声明作废。")
    assert not [one for one in say({lost: text}) if f"minor-named {lost}" in one]


def test_on_the_seed_page_the_boy_is_found_once_the_declaration_is_taken_out() -> None:
    text = SEED.read_text(encoding="utf-8")
    lines = [line for line in text.splitlines(True) if not line.startswith("privacy:")]
    value = read_file(LAMP, "".join(lines), ZoneInfo("Asia/Shanghai")).value
    assert isinstance(value, Article)
    (found,) = minors.check(Manuscripts(articles=(value,)))
    assert found.arguments == {"name": "张萧阳"}

# SPDX-License-Identifier: MIT
"""What nobody meant to print, beside what somebody did."""

from __future__ import annotations

import pytest

from linli.reading.leftovers import keys_to_fill, leftovers


@pytest.mark.parametrize(
    ("text", "code", "found"),
    [
        ("电话（待核实）。", "leftover-marker", "（待核实）"),
        ("待补：人名", "leftover-marker", "待补"),
        ("---\ntitle: 待填\n---\n正文。", "leftover-marker", "待填"),
        ("TODO：补图", "leftover-marker", "TODO"),
        ("请打电话XXX", "leftover-marker", "XXX"),
        ("记者×××", "leftover-marker", "×××"),
        ("Lorem ipsum dolor sit amet", "leftover-marker", "Lorem ipsum dolor"),
        ("【图片】", "leftover-marker", "【图片】"),
        ("[图片]", "leftover-marker", "[图片]"),
        ("点击输入图片描述", "leftover-marker", "点击输入图片描述"),
        ("见错误!未找到引用源。", "leftover-marker", "错误!未找到引用源。"),
        ("甲&amp;nbsp;乙", "leftover-marker", "&amp;nbsp;"),
        ("甲\u200b乙", "invisible-character", "U+200B"),
        ("甲\u202e乙", "invisible-character", "U+202E"),
        ("甲\u200d乙", "invisible-character", "U+200D"),
        ("甲\ufeff乙", "invisible-character", "U+FEFF"),
        ("老人姓\ufffd", "unknown-character", "U+FFFD"),
        ("老人姓\ue123", "unknown-character", "U+E123"),
        ("<<<<<<< HEAD\n甲\n=======\n乙\n>>>>>>> b", "merge-conflict", "<<<<<<< HEAD"),
    ],
)
def test_a_leftover_is_found(text: str, code: str, found: str) -> None:
    (one,) = leftovers(text)
    assert (one.code, one.text) == (code, found)


@pytest.mark.parametrize(
    "text",
    [
        "具体原因有待核实。名额待补，岗位待定。",
        "标着“待填”“XXX”的请补上。",
        "张××、李某某、138XXXX0000、张×××。",
        "3××5，XX小区，XL码，XXL码。",
        "[图片](../photos/index.md)和[图片][1]",
        "`TODO`，TODO清单，https://a.example/XXX。",
        "---\n# TODO\ntitle: 灯\n---\n正文。",
        "\ufeff---\ntitle: 灯\n---\n正文。",
        "甲&nbsp;乙",
        "👩\u200d👧",
        "标题\n=======\n\n正文。",
        "```\n<<<<<<< HEAD\n待填：甲\n```",
    ],
)
def test_what_was_meant_is_none(text: str) -> None:
    assert list(leftovers(text)) == []


def test_comments_that_ask_for_a_key_are_found_above_the_text_only() -> None:
    text = "---\ntitle: 灯\n# 待填：date: 原文没有\n  # 待填: places\n---\n# 待填：甲: 乙\n"
    assert [(gap.key, gap.what) for gap in keys_to_fill(text)] == [
        ("date", "原文没有"),
        ("places", ""),
    ]

# SPDX-License-Identifier: MIT
"""The copy desk: marks, ranges, and lists that join a paragraph."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from linli.engine.stocktaking import Taken

Say = Callable[..., list[str]]
Piece = Callable[..., str]
PATH = "reports/2022/lamp.md"


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("今天，灯亮了（一盏）。", []),
        ("今天,灯亮了(一盏);好!\n\n问:谁?\n\nA, b: c!", [7, 9]),
        ("代码`a,b`和[链接](https://a.example/b?c=d,e)，9:30，1,000元。", []),
        ("```\n甲,乙\n```", []),
    ],
)
def test_half_width_marks_in_chinese_are_told_once_a_line(
    say: Say, piece: Piece, body: str, lines: list[int]
) -> None:
    assert say({PATH: piece(PATH, body=body)}) == [
        f"half-width-marks {PATH}:{line}" for line in lines
    ]


def test_they_are_counted_and_named_in_the_order_they_stand(
    load_site: Callable[..., Taken], piece: Piece
) -> None:
    (finding,) = load_site({PATH: piece(PATH, body="甲,乙(丙),丁!")}).diagnostics
    assert finding.arguments == {"count": 5, "marks": ", ( ) !"}


def test_headline_and_summary_are_read_by_the_copy_desk_too(say: Say, piece: Piece) -> None:
    text = piece(PATH, 'kicker: "看点位:聊发展"\nsummary: 今天,灯亮了。\n', title="灯,亮了")
    assert say({PATH: text}) == [f"half-width-marks {PATH}:{line}" for line in (2, 6, 7)]


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("5—12岁，3～6岁。", []),
        ("5-12岁。\n\n3-6岁和6-12岁。", [7, 9, 9]),
        ("2022-07-05，028-85800000，3-1栋室。", []),
    ],
)
def test_a_range_takes_a_dash(say: Say, piece: Piece, body: str, lines: list[int]) -> None:
    assert say({PATH: piece(PATH, body=body)}) == [f"hyphen-range {PATH}:{line}" for line in lines]


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("要带：\n\n- 甲\n- 乙", []),
        ("要带：\n- 甲\n- 乙\n\n还要：\n1. 丙\n2. 丁", [8, 12]),
        ("- 甲\n- 乙\n1. 丙", []),
        ("## 要带\n- 甲", []),
        ("```\n要带：\n- 甲\n```", []),
        ("> 要带\n\n- 甲", []),
    ],
)
def test_a_list_stands_apart_from_the_paragraph_above(
    say: Say, piece: Piece, body: str, lines: list[int]
) -> None:
    assert say({PATH: piece(PATH, body=body)}) == [
        f"list-swallowed {PATH}:{line}" for line in lines
    ]

# SPDX-License-Identifier: MIT
"""Marks of Chinese that are wrong, each beside one that looks like it and is right."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from linli.reading.lists import swallowed_lists
from linli.reading.punctuation import (
    Slip,
    doubled_marks,
    straight_quotes,
    stray_spaces,
    unpaired_marks,
    wrong_dashes,
    wrong_ellipses,
)

Rule = Callable[[str], Iterator[Slip]]
WRONG: list[tuple[Rule, str, str, str | None]] = [
    (doubled_marks, "灯亮了，，好。", "，，", "，"),
    (doubled_marks, "灯亮了。。", "。。", "。"),
    (doubled_marks, "甲、、乙", "、、", "、"),
    (doubled_marks, "灯亮了，。", "，。", "。"),
    (doubled_marks, "灯亮了,。", ",。", "。"),
    (doubled_marks, "灯亮了。，好", "。，", None),
    (doubled_marks, "真的？。", "？。", None),
    (doubled_marks, "灯亮了。 ，好", "。 ，", None),
    (wrong_ellipses, "等等...好", "...", "……"),
    (wrong_ellipses, "等等......", "......", "……"),
    (wrong_ellipses, "等等。。。", "。。。", "……"),
    (wrong_ellipses, "等等…", "…", "……"),
    (wrong_ellipses, "等等···", "···", "……"),
    (wrong_ellipses, "等等………好", "………", "……"),
    (wrong_dashes, "灯亮了--好", "--", "——"),
    (wrong_dashes, "灯亮了 — 好", " — ", "——"),
    (wrong_dashes, "灯亮了，—好", "—", "——"),
    (wrong_dashes, "灯亮了──好", "──", "——"),
    (wrong_dashes, "“好”－－他说", "－－", "——"),
    (straight_quotes, '他说"好"。', '"好"', "“好”"),
    (straight_quotes, '他说"好"，又说"。', '"好"', None),
    (straight_quotes, '“他说"好"。”', '"好"', None),
    (straight_quotes, '32"电视和"好"', '"电视和"', None),
    (stray_spaces, "灯 ，亮了", " ", ""),
    (stray_spaces, "灯亮了。 好", " ", ""),
    (stray_spaces, "（ 灯）", " ", ""),
    (stray_spaces, "新 津 区 社 治 委", "新 津 区 社 治 委", None),
    (stray_spaces, "成都市新津区今天 召开了现场会，", "成都市新津区今天 召开了现场会", None),
]
RIGHT: list[tuple[Rule, str]] = [
    *(
        (doubled_marks, text)
        for text in ("什么？！", "好！！！", "等等……。", "`，，`", "甲：“乙”。")
    ),
    *((doubled_marks, text) for text in ("::: note", "a,,b", "[灯](a,,b.md)", "阶乘n!，")),
    *(
        (wrong_ellipses, text)
        for text in ("等等……", "…………", "1...9", "a…b", "../../灯.md", "`...`")
    ),
    *((wrong_ellipses, text) for text in ("and so on...", "阿卜·杜拉", "3.5.1版")),
    *(
        (wrong_dashes, text)
        for text in ("灯——好", "成都—重庆", "5—12岁", "---", "- 灯", "`灯--好`")
    ),
    *(
        (wrong_dashes, text)
        for text in ("运行 linli --help 看", "| --- |\n", "《甲》—《乙》", "<!--灯-->")
    ),
    *(
        (straight_quotes, text)
        for text in ('32"电视', '{ credit="灯" }', '[灯](a.md "灯")', 'say "yes"')
    ),
    *(
        (straight_quotes, text)
        for text in ('[灯]: a.md "灯"', '!!! note "灯"', '<a title="灯">好</a>')
    ),
    *(
        (stray_spaces, text)
        for text in ("看点位 聊发展", "# 灯 ，亮", "| 灯 ， |", "张三 李四 王五")
    ),
    *(
        (stray_spaces, text)
        for text in ("本报记者 王小明从社区里了解到，", "“甲” “乙”", "    灯 ，")
    ),
    *((stray_spaces, text) for text in ("灯，  \n好", "华西社区传媒记者 李玥林")),
]


@pytest.mark.parametrize(("rule", "text", "found", "mended"), WRONG)
def test_what_is_wrong_is_found_with_what_belongs_there(
    rule: Rule, text: str, found: str, mended: str | None
) -> None:
    (slip,) = rule(text)
    assert (slip.text, slip.mended) == (found, mended)
    assert text[slip.start : slip.end] == found


@pytest.mark.parametrize(("rule", "text"), RIGHT)
def test_what_only_looks_like_it_is_not(rule: Rule, text: str) -> None:
    assert list(rule(text)) == []


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("“灯亮了。", "“"),
        ("灯亮了。”", "”"),
        ("“灯“", "““"),
        ("《安全手册", "《"),
        ("（灯亮了", "（"),
        ("灯亮了）", "）"),
        ("“（灯”）", "（）"),
        ("“甲。\n\n乙。”", "“"),
        ("“甲。\n\n乙。", "“"),
        ("- “甲\n- 乙”", "“"),
        ("(灯亮了）。\n\n（好", "（"),
        ("【灯", "【"),
    ],
)
def test_a_mark_without_its_other_half_is_found(text: str, marks: str) -> None:
    assert "".join(sorted(found.mark for found in unpaired_marks(text))) == "".join(sorted(marks))


@pytest.mark.parametrize(
    "text",
    [
        "“灯亮了。”《手册》（一）‘好’",
        "“甲‘乙’（丙《丁》）”",
        "“甲。\n\n“乙。\n\n“丙。”",
        "“甲。\n\n![灯](a.jpg)\n\n## 小标题\n\n“乙。”",
        "“甲\n乙”",
        "1）甲 2）乙；a）丙",
        "（一）甲\n\n一）乙",
        "好：）",
        "It’s 好，students’ 书",
        "`“` 和 `（`",
        "```\n“灯\n```",
        "（灯)",
    ],
)
def test_marks_in_pairs_are_not(text: str) -> None:
    assert list(unpaired_marks(text)) == []


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("要带：\n- 甲\n- 乙", [1]),
        ("要带：\n1. 甲\n接着说\n2. 乙", [1]),
        ("- 甲\n接着说\n- 乙", []),
        ("<div>\n- 甲\n</div>", []),
        ("```\n要带：\n- 甲\n```", []),
        ("要带：\n-甲", []),
    ],
)
def test_a_list_right_below_a_paragraph_is_found(text: str, lines: list[int]) -> None:
    assert list(swallowed_lists(text)) == lines

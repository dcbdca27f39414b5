# SPDX-License-Identifier: MIT
"""What `linli fix` may change in a text, and what it may not: by example, and by chance."""

from __future__ import annotations

import random
import re
from collections import Counter
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from linli.checking import copy_editing, punctuation
from linli.newsroom.articles import Article
from linli.newsroom.manuscripts import Manuscripts
from linli.reading import frontmatter
from linli.reading.articles import read_file
from linli.reading.mending import mend

ZONE = ZoneInfo("Asia/Shanghai")
PATH = "reports/2026/lamp.md"
CONTENT = Path(__file__).parents[2] / "content"
HEAD = "---\ntitle: 灯亮了\ndate: 2026-11-05\ncategory: news\nbylines: [本报记者 王小明]\n---\n"


@pytest.mark.parametrize(
    ("body", "mended"),
    [
        ("今天,灯亮了(一盏)!", "今天，灯亮了（一盏）！"),
        ("灯亮了，，大家好，。", "灯亮了，大家好。"),
        ("灯亮了,,大家好,。", "灯亮了，大家好。"),
        ("他说...等等。。。", "他说……等等……"),
        ("灯亮了--这是头一回。", "灯亮了——这是头一回。"),
        ('大家叫它"放心灯"。', "大家叫它“放心灯”。"),
        ("灯 ，亮了 。 好", "灯，亮了。好"),
        ("要带：\n- 甲\n- 乙", "要带：\n\n- 甲\n- 乙"),
        ("行尾有空格 \n第二行\t\n\n   \n末行  ", "行尾有空格\n第二行\n\n\n末行"),
    ],
)
def test_a_slip_is_mended(body: str, mended: str) -> None:
    assert mend(f"{HEAD}{body}\n") == f"{HEAD}{mended}\n"
    assert mend(f"{HEAD}{mended}\n") == f"{HEAD}{mended}\n"


@pytest.mark.parametrize(
    "body",
    [
        "换行用两个空格  \n第二行。",
        "1,000元，9:30，5-12岁，成都—重庆，1...9，《甲》—《乙》。",
        "编号N2510116MF1516847Y，网址https://a.example/b--c?d=甲&e=f,g...h。",
        "代码`甲,乙...`和：\n\n```\n甲,乙--丙\n- 丁  \n```\n\n    甲,乙 \n    - 丙",
        '![灯](a--b.jpg "灯,亮了"){ credit="王小明,摄" }',
        "| 甲 ，乙 | 丙 |\n| --- | --- |\n| 丁 | 戊 |",
        "见[甲,乙]。\n\n[甲,乙]: a.md '题'",
        "- 甲\n接着说\n- 乙",
        "什么？！好！！",
    ],
)
def test_what_is_no_slip_is_not_touched(body: str) -> None:
    assert mend(f"{HEAD}{body}\n") == f"{HEAD}{body}\n"


@pytest.mark.parametrize(
    ("head", "mended"),
    [
        ("标题：灯亮了\n日期：2026-11-05", "标题: 灯亮了\n日期: 2026-11-05"),
        (
            "title: 灯亮了\nprivacy:\n\tminors: none\n\treviewer： 王",
            "title: 灯亮了\nprivacy:\n  minors: none\n  reviewer: 王",
        ),
        ("title: 灯,亮了\nsummary: '好,好'", "title: 灯，亮了\nsummary: '好，好'"),
        ("title: 灯亮了\ntopics: [甲, 乙]\nplaces: [丙,丁]", None),
        ("title: 灯亮了\n怪键：甲", None),
        ("标题：灯亮了: 又一盏", None),
        ("title: |\n  灯,亮了", None),
        ("title: 灯亮了…", None),
        ("title: 灯亮了\nsource: 某报,某版", None),
    ],
)
def test_keys_are_mended_only_where_they_then_can_be_read(head: str, mended: str | None) -> None:
    text = "---\n{}\n---\n正文。\n"
    assert mend(text.format(head)) == text.format(mended or head)


@pytest.mark.parametrize("rule", ["———", "－－－", "——", "--", "–––", "——— "])
def test_dashes_around_the_keys_become_hyphens(rule: str) -> None:
    typed = HEAD.replace("---\n", f"{rule}\n").replace("title:", "title：")
    assert mend(f"{typed}今天,灯亮了。\n") == f"{HEAD}今天，灯亮了。\n"


@pytest.mark.parametrize(
    "text",
    [
        "标题: 甲,乙\n正文,好。\n",
        "————\n一首诗,两行。\n————\n三行,四行。\n",
        HEAD.removesuffix("---\n") + "今天,灯亮了: 是头一回。\n",
    ],
)
def test_what_has_no_beginning_or_no_end_of_its_keys_stays(text: str) -> None:
    assert mend(text) == text


def test_the_portals_own_texts_need_no_mending() -> None:
    for file in sorted(CONTENT.rglob("*.md")):
        text = file.read_text(encoding="utf-8")
        assert mend(text) == text, file.name


def test_without_words_only_the_form_is_mended() -> None:
    text = f"{HEAD}今天,灯亮了： \n- 甲\n"
    assert mend(text, words=False) == f"{HEAD}今天,灯亮了：\n\n- 甲\n"


HAN = ["灯", "亮了", "巷子", "里的", "人", "说", "好", "社区", "一二", "三年级"]
MARKS = [
    "，",
    "。",
    "、",
    ",",
    ":",
    ";",
    "!",
    "?",
    "(",
    ")",
    "（",
    "）",
    "“",
    "”",
    '"',
    "《",
    "》",
    "...",
    "…",
    "--",
    "—",
    "——",
    "，，",
    "。。",
    ",。",
    "·",
    "'",
    "*",
]
MARKS += [" ", "  ", " ，", "。 ", "“ "]
TOKENS = [
    "N2510116MF1516847Y",
    "J6510155527401",
    "5-12岁",
    "1,000元",
    "9:30",
    "2026-11-05",
    "3.5万",
    "138****0000",
]
TOKENS += ["MkDocs", "f(x)", "v1.2...v1.3", "028-85800000", "A--B"]
KEPT = [
    *(
        "`甲,乙--丙...`",
        "`` ，， ``",
        "<https://a.example/甲,乙>",
        "https://a.example/b--c...d?e=f,g",
    ),
    *("[灯](../a--b.md)", '[灯](a.md "甲,乙")', '![灯](a.jpg "甲..乙"){ credit="王,摄" }'),
]
BLOCKS = [
    *("```\n甲,乙 \n- 丙...\n```", "~~~ yaml\n标题：甲,乙\n~~~", "<!-- 甲,乙 -->", "---"),
    *("| 甲 ，乙 | 丙 |\n| --- | --- |\n| 丁 | 戊 |", "    代码,代码  \n    - 甲"),
    *("[甲,乙]: a.md", "[^1]: 注释"),
]


def document(chance: random.Random) -> tuple[str, list[str]]:
    """A text of some paragraphs, lists, code, links and numbers, and what of it may never change."""
    kept: list[str] = []

    def sentence() -> str:
        pieces = chance.choices((HAN, MARKS, TOKENS, KEPT), (8, 6, 2, 1), k=chance.randint(1, 9))
        words = [chance.choice(piece) for piece in pieces]
        kept.extend(word for word in words if word in KEPT)
        return "".join(f"灯{word}灯" if word in KEPT else word for word in words)

    def paragraph() -> str:
        if chance.random() < 0.25:
            kept.append(chance.choice(BLOCKS))
            return kept[-1]
        begins, ends = ["", "", "", "", "- ", "1. ", "## ", "> "], ["", "", "", " ", "  ", "\t"]
        return "\n".join(
            f"{chance.choice(begins)}{sentence()}{chance.choice(ends)}"
            for _ in range(chance.randint(1, 3))
        )

    title = "".join(
        chance.choice(HAN + [mark for mark in MARKS if mark not in "\"'*:?"]) for _ in "1234"
    )
    head = HEAD.replace("灯亮了", f"'灯{title.rstrip()}'", 1)
    text = head + "\n\n".join(paragraph() for _ in range(chance.randint(1, 5))) + "\n"
    return text, kept


def slips(text: str) -> Counter[str]:
    """How often each rule of the copy desk speaks."""
    value = read_file(PATH, text, ZONE).value
    assert isinstance(value, Article)
    alone = Manuscripts(articles=(value,))
    return Counter(one.code for one in (*copy_editing.check(alone), *punctuation.check(alone)))


@pytest.mark.parametrize("seed", range(4))
def test_of_a_thousand_texts_none_loses_a_sign_or_gains_a_slip(seed: int) -> None:
    """Mended once and for all; numbers, codes, code, URLs and all other keys byte for byte."""
    chance = random.Random(seed)
    changed = 0
    for _ in range(250):
        text, kept = document(chance)
        mended = mend(text)
        changed += mended != text
        assert mend(mended) == mended, text
        assert SIGNS.findall(mended) == SIGNS.findall(text)
        assert len(HAN_SIGN.findall(mended)) == len(HAN_SIGN.findall(text)), text
        for piece in kept:
            assert mended.count(piece) == text.count(piece) or piece not in text, (text, piece)
        before, after = (list(frontmatter.read(one).entries) for one in (text, mended))
        assert before[1:] == after[1:], text
        assert not slips(mended) - slips(text), text
    assert changed > 150


SIGNS = re.compile("[0-9A-Za-z]+")
HAN_SIGN = re.compile("[\u4e00-\u9fff]")

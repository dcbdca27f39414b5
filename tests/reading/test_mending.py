# SPDX-License-Identifier: MIT
"""What `linli fix` may change in a text, and what it may not: by example, and by chance."""

from __future__ import annotations

import re
from collections import Counter
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linli.checking import copy_editing, punctuation
from linli.newsroom.articles import Article
from linli.newsroom.manuscripts import Manuscripts
from linli.reading import frontmatter
from linli.reading.articles import read_file
from linli.reading.mending import mend

ZONE = ZoneInfo("Asia/Shanghai")
PATH = "reports/2026/lamp.md"
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


def test_without_words_only_the_form_is_mended() -> None:
    text = f"{HEAD}今天,灯亮了： \n- 甲\n"
    assert mend(text, words=False) == f"{HEAD}今天,灯亮了：\n\n- 甲\n"


HAN = st.text("灯亮了巷子里的人说好社区一二", min_size=1, max_size=5)
MARK = st.sampled_from(
    ["，", "。", "、", ",", ":", ";", "!", "?", "(", ")", "（", "）", "“", "”", '"', "《", "》"]
    + ["...", "…", "--", "—", "——", "，，", "。。", ",。", " ", "  ", " ，", "。 ", "·", "'", "*"]
)
TOKEN = st.sampled_from(
    ["N2510116MF1516847Y", "J6510155527401", "5-12岁", "1,000元", "9:30", "2026-11-05", "3.5万"]
    + ["138****0000", "MkDocs", "f(x)", "v1.2...v1.3"]
)
KEPT = st.sampled_from(
    ["`甲,乙--丙...`", "<https://a.example/甲,乙>", "https://a.example/b--c...d?e=f,g"]
    + ["[灯](../a--b.md)", '[灯](a.md "甲,乙")', '![灯](a.jpg "甲..乙"){ credit="王,摄" }', "`` ，， ``"]
)
BLOCK = st.sampled_from(
    ["```\n甲,乙 \n- 丙...\n```", "~~~ yaml\n标题：甲,乙\n~~~", "| 甲 ，乙 | 丙 |\n| --- | --- |\n| 丁 | 戊 |"]
    + ["<!-- 甲,乙 -->", "    代码,代码  \n    - 甲", "---", "[甲,乙]: a.md", "[^1]: 注,释"]
)
SENTENCE = st.lists(st.one_of(HAN, HAN, MARK, TOKEN, KEPT), min_size=1, max_size=9).map("".join)
LINE = st.builds(
    "{}{}{}".format, st.sampled_from(["", "", "", "- ", "1. ", "## ", "> "]), SENTENCE,
    st.sampled_from(["", "", " ", "  ", "\t"]),
)  # fmt: skip
PARAGRAPH = st.lists(LINE, min_size=1, max_size=3).map("\n".join)
BODY = st.lists(st.one_of(PARAGRAPH, PARAGRAPH, BLOCK), min_size=1, max_size=5).map("\n\n".join)
VALUE = st.lists(st.one_of(HAN, MARK.filter(lambda mark: mark not in "\"'*:?!")), min_size=1, max_size=5)
TITLE = VALUE.map("".join).map(str.strip).map(lambda text: f"灯{text}"[:50].strip())


def slips(text: str) -> Counter[str]:
    value = read_file(PATH, text, ZONE).value
    assert isinstance(value, Article)
    alone = Manuscripts(articles=(value,))
    return Counter(one.code for one in (*copy_editing.check(alone), *punctuation.check(alone)))


@settings(max_examples=3000, deadline=None)
@given(TITLE, BODY)
def test_a_thousand_texts_are_mended_once_and_hold_all_that_they_held(
    title: str, body: str
) -> None:
    text = HEAD.replace("灯亮了", f"'{title}'", 1) + body + "\n"
    mended = mend(text)
    assert mend(mended) == mended
    assert re.findall("[0-9A-Za-z]+", mended) == re.findall("[0-9A-Za-z]+", text)
    assert re.findall("[\u4e00-\u9fff]", mended) == re.findall("[\u4e00-\u9fff]", text)
    before, after = (list(frontmatter.read(one).entries) for one in (text, mended))
    assert before[1:] == after[1:]
    found, left = slips(text), slips(mended)
    assert not left - found


KEPT_BODY = st.lists(st.one_of(HAN, MARK.filter(lambda mark: mark not in "(（)）\"'*"), KEPT), max_size=8)


@settings(max_examples=2000, deadline=None)
@given(st.lists(KEPT_BODY, min_size=1, max_size=3))
def test_code_links_and_attributes_come_through_byte_for_byte(lines: list[list[str]]) -> None:
    kept = ("`甲", "<http", "https", "[灯]", "![", "``")
    text = "\n\n".join("灯".join(["", *line, ""]) for line in lines)
    mended = mend(HEAD + text + "\n")
    for piece in (piece for line in lines for piece in line if piece.startswith(kept)):
        assert mended.count(piece) == text.count(piece)

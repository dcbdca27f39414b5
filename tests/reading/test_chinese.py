# SPDX-License-Identifier: MIT
"""Chinese text as a reader sees it, with one printed page as the known answer."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linli.reading.chinese import (
    HalfWidthMark,
    HyphenRange,
    excerpt,
    half_width_marks,
    hyphen_ranges,
    is_wide,
    join_soft_breaks,
    joint,
    length,
    reading_minutes,
    widen,
)

PAGE = Path(__file__).parents[1].joinpath("data/newspaper-page.txt").read_text(encoding="utf-8")
MIXED = st.text("中文社区一aZ9 ,;:()?!，；：（）？！“”。、\n`*[]{}<>/.-&#|_@~:", max_size=60)


@pytest.mark.parametrize("ch", "中𠮷㐀〇々，。（）《》、！？：；ＡＺ０９￥のㄅ　")
def test_han_and_its_marks_are_wide(ch: str) -> None:
    assert is_wide(ch)


@pytest.mark.parametrize(
    "ch", ["a", "0", ",", " ", "\n", "한", "ㅎ", "ﾡ", "é", "“", "—", "", "中文"]
)
def test_latin_and_hangul_are_not_wide(ch: str) -> None:
    assert not is_wide(ch)


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("自强不息，厚\n德载物", "自强不息，厚德载物"),
        ("自强不息，\n厚德载物", "自强不息，厚德载物"),
        ("MkDocs\nplugin", "MkDocs plugin"),
        ("使用\nMkDocs", "使用 MkDocs"),
        ("MkDocs\n插件", "MkDocs 插件"),
        ("，\nMkDocs", "，MkDocs"),
        ("MkDocs\n（插件）", "MkDocs（插件）"),
        ("社区“有办法”\n方兴", "社区“有办法”方兴"),
        ("当地\n“有亮点”", "当地“有亮点”"),
        ("建立“三张\n清单”", "建立“三张清单”"),
        ("he said\n“yes”", "he said “yes”"),
        ("“yes”\nhe said", "“yes” he said"),
        ("MkDocs\n“插件”", "MkDocs“插件”"),
        ("于是……\n他走了", "于是……他走了"),
        ("한국\n한국", "한국 한국"),
        ("한국\n中文", "한국 中文"),
        ("中文，\n한국", "中文， 한국"),
        ("古家  \n\t社区", "古家社区"),
        ("古家\r\n社区", "古家社区"),
        ("看点位 聊发展\n议治理", "看点位 聊发展议治理"),
        ("第一段\n\n第二段", "第一段\n\n第二段"),
        ("\n中文\n", "\n中文\n"),
        ("1\n2", "1 2"),
        ("7月\n1日", "7月 1日"),
        ("", ""),
    ],
)
def test_a_soft_break_joins_as_the_language_wants(text: str, joined: str) -> None:
    assert join_soft_breaks(text) == joined


@given(st.lists(st.text("中文社𠮷，。（）“”ab한", min_size=1), min_size=1))
def test_no_white_space_is_left_between_two_han(lines: list[str]) -> None:
    joined = join_soft_breaks("\n".join(lines))
    assert "\n" not in joined
    assert not re.search(r"[中文社𠮷，。（）]\s+[中文社𠮷，。（）]", joined)
    assert joined.replace(" ", "") == "".join(lines)
    assert join_soft_breaks(joined) == joined


def test_two_pieces_of_a_paragraph_meet_as_its_lines_do() -> None:
    assert (joint("古家", "社区"), joint("使用", "MkDocs"), joint("", "社区")) == ("", " ", " ")


def test_on_the_printed_page_every_half_width_mark_is_found_and_nothing_else() -> None:
    found = Counter(mark.mark for mark in half_width_marks(PAGE))
    assert found == {",": 92, "(": 8, ")": 8, ";": 5, ":": 3}
    wide = widen(PAGE)
    assert wide == PAGE.translate(str.maketrans(",():;", "，（）：；"))
    assert all(kept in wide for kept in ("1.5万元", "N2510116MF1516847Y", "5-12岁", "1000余个"))
    assert list(half_width_marks(wide)) == []


def test_a_mark_tells_its_place_and_its_wide_form() -> None:
    assert list(half_width_marks("好,a,b")) == [HalfWidthMark(1, ",", "，")]


@pytest.mark.parametrize(
    ("text", "wide"),
    [
        ("你好,世界!好吗?好;好:好", "你好，世界！好吗？好；好：好"),
        ("使用MkDocs,很好", "使用MkDocs，很好"),
        ("使用 MkDocs, 很好", "使用 MkDocs， 很好"),
        (
            "核准号:J6510155527401,账号:22829301040012305",
            "核准号：J6510155527401，账号：22829301040012305",
        ),
        ("“组织”:3岁", "“组织”：3岁"),
        ("**重点**:ABC", "**重点**：ABC"),
        ("[新津](/a,b/),ABC", "[新津](/a,b/)，ABC"),
        ("成都(Chengdu)", "成都（Chengdu）"),
        ("村(社区)", "村（社区）"),
        ("三(2)班", "三（2）班"),
        ("(1)总则", "（1）总则"),
        ("(一) 总则", "（一） 总则"),
        ("党(工)委(见(1))", "党（工）委（见（1））"),
        ("混用（括号)与(括号）", "混用（括号）与（括号）"),
        ("见`a`,b:`中`,再看", "见`a`,b:`中`，再看"),
        ("[^1]: 注,释", "[^1]: 注，释"),
        ("详见https://a.cn/b,c?d=1,然后", "详见https://a.cn/b,c?d=1，然后"),
        ("(见https://a.cn/x)说明", "（见https://a.cn/x）说明"),
        ("见https://a.cn/?词=一,二,三", "见https://a.cn/?词=一，二，三"),
        ("写信到a.b@c.cn,谢谢", "写信到a.b@c.cn，谢谢"),
        ("共1,000人,于10:30,在1.5万元", "共1,000人，于10:30，在1.5万元"),
        ("天&nbsp;气,好", "天&nbsp;气，好"),
        ("| 姓名:张三 |", "| 姓名：张三 |"),
    ],
)
def test_marks_in_chinese_become_wide(text: str, wide: str) -> None:
    assert widen(text) == wide
    assert widen(wide) == wide


@pytest.mark.parametrize(
    "text",
    [
        "Hello, world! (yes): no?",
        "共1,000人，10:30，比分3:2",
        "函数f(x)的值",
        "`中,文:(好)`",
        "``中`,文``",
        "```\n中,文\n```",
        "~~~yaml\n标题: 中,文\n~~~",
        "```\n没有,关上",
        "![照片](照,片(1).jpg)",
        "[新津](/新,津/ '标,题')",
        "{ credit='新津区委,社治委' }",
        "{{ 变量:值 }}",
        "<!-- 注释,说明 -->",
        "<img alt='中,文:(好)'>",
        "<pre>中,文</pre>",
        "<https://a.cn/新,津>",
        "https://zh.wikipedia.org/wiki/A_(社区)",
        "https://a.cn/a_(b),c",
        "---\n标题: 中文\n栏目: 新闻\n---\n",
        "| 姓名 | 年龄 |\n|:----|----:|\n| 张三 | 3 |",
        "[^1]: 注释",
        "[新津]: https://a.cn/b",
        "*[区]: District",
        "词\n:   解释",
        '!!! note "提示"',
        '??? "提示"',
        "1) 中文",
        "a) 中文",
        "中文 :smile: 中文",
        "中文\\,中文",
        "图![图](a.png)图",
        "（已经）是，全角：的！",
        "ABC:\n\n中文",
    ],
)
def test_what_is_protected_or_not_chinese_stays(text: str) -> None:
    assert widen(text) == text


@given(MIXED)
def test_widening_touches_only_the_marks_and_once_is_enough(text: str) -> None:
    wide = widen(text)
    marks = dict(zip(",;:()?!", "，；：（）？！", strict=True))
    assert len(wide) == len(text)
    assert all(new in (old, marks.get(old)) for old, new in zip(text, wide, strict=True))
    assert widen(wide) == wide


@given(st.lists(st.sampled_from(["中", "a", "(", ")", ",", "（", "）"])).map("".join))
def test_brackets_become_wide_in_pairs(text: str) -> None:
    found = [mark.start for mark in half_width_marks(text) if mark.mark in "()"]
    wide = widen(text)
    assert list(half_width_marks(wide)) == []
    if "（" not in text and "）" not in text:
        assert wide.count("（") == wide.count("）") == len(found) / 2


def test_the_printed_page_has_five_ranges_with_a_hyphen() -> None:
    found = list(hyphen_ranges(PAGE))
    assert [mark.text for mark in found] == ["5-12", "3-18", "3-6", "6-12", "12-18"]
    assert all(PAGE[mark.start : mark.end] == mark.text for mark in found)
    assert PAGE[found[0].end] == "岁"


@pytest.mark.parametrize(
    "text", ["5-12岁", "7-8月", "2021-2022年", "1000-2000元", "1.5-2.5万元", "10-20 %", "5－12岁"]
)
def test_a_range_before_its_unit_is_found(text: str) -> None:
    (found,) = hyphen_ranges(f"共{text}。")
    assert found.start == 1
    assert text.startswith(found.text)
    assert found.wide == re.sub("[-－]", "—", found.text)


def test_a_range_offers_the_dash() -> None:
    assert list(hyphen_ranges("5-12岁")) == [HyphenRange(0, 4, "5-12", "5—12")]


@pytest.mark.parametrize(
    "text",
    [
        "2022-07-01日",
        "2022-07月",
        "2022-7月",
        "028-85123456转",
        "400-8001234电话",
        "400-800-1234电话",
        "138-0013-8000张三",
        "L-2022-0001号",
        "A5-12岁",
        "3-2获胜",
        "2-301室",
        "`5-12岁`",
        "https://a.cn/5-12岁",
        "{ ages='5-12岁' }",
        "8:30-17点",
        "1-2-3岁",
        "5-12",
    ],
)
def test_a_date_a_phone_and_a_code_are_no_range(text: str) -> None:
    assert list(hyphen_ranges(text)) == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("，。！", 0),
        ("自强不息", 4),
        ("用 MkDocs 写", 3),
        ("don’t stop", 2),
        ("共1,000人", 3),
        ("ＡＢ社", 2),
        ("𠮷野家", 3),
    ],
)
def test_length_counts_han_and_words(text: str, count: int) -> None:
    assert length(text) == count


@pytest.mark.parametrize(
    ("count", "minutes"), [(0, 1), (1, 1), (400, 1), (401, 2), (800, 2), (4000, 10)]
)
def test_reading_takes_a_minute_for_four_hundred_characters(count: int, minutes: int) -> None:
    assert reading_minutes("字" * count) == minutes


@pytest.mark.parametrize(
    ("text", "limit", "short"),
    [
        ("社区开班。", 10, "社区开班。"),
        ("社区暑期\n课堂\n\n开班。", 20, "社区暑期课堂开班。"),
        ("社区暑期课堂开班了。娃娃托管不再难了。", 12, "社区暑期课堂开班了。"),
        ("他说“暑期课堂开班了。”娃娃托管不再难了。", 13, "他说“暑期课堂开班了。”"),
        ("社区暑期课堂，今天开班了，娃娃托管", 10, "社区暑期课堂…"),
        ("社区暑期课堂今天开班了娃娃托管", 10, "社区暑期课堂今天开…"),
        ("他说：“暑期课堂开班娃娃托管不再难", 8, "他说：“暑期…”"),
        ("社区暑期课堂（《今天开班》）", 9, "社区暑期课堂…"),
        ("The community summer class opens", 16, "The community…"),
        ("好。社区暑期课堂今天开班娃娃托管", 8, "好。社区暑期课…"),
        ("One two three. Four five six.", 16, "One two three."),
    ],
)
def test_an_excerpt_ends_where_a_reader_would_stop(text: str, limit: int, short: str) -> None:
    assert excerpt(text, limit) == short


@given(st.text("中文社区ab ，。：“”（）《》‘’！…\n", max_size=80), st.integers(4, 60))
def test_an_excerpt_fits_and_is_the_beginning(text: str, limit: int) -> None:
    short = excerpt(text, limit)
    flat = excerpt(text, 10_000)
    assert len(short) <= limit
    assert short == flat or len(flat) > limit
    assert flat.startswith(short.rstrip("…”’）》"))


@given(st.text("中文社区，。“（《", min_size=1, max_size=80), st.integers(8, 60))
def test_an_excerpt_leaves_no_mark_open(text: str, limit: int) -> None:
    short = excerpt(text, limit)
    if len(text) > limit:
        pairs = zip("“（《", "”）》", strict=True)
        assert all(short.count(opening) == short.count(closing) for opening, closing in pairs)


@pytest.mark.parametrize("paragraph", [p for p in PAGE.split("\n\n") if len(p) > 120])
def test_each_long_paragraph_of_the_page_has_an_excerpt(paragraph: str) -> None:
    short = excerpt(widen(paragraph.strip()))
    assert 60 <= len(short) <= 120
    assert short[-1] in "。！？…”"

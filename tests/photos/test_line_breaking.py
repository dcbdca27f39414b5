# SPDX-License-Identifier: MIT
"""Headlines turn into the next line as a compositor would turn them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from linli.photos.line_breaking import (
    CLOSING,
    OPENING,
    best_way,
    break_lines,
    shares_room,
    space_between,
    squeezed,
    units,
)


def width(text: str) -> float:
    """A font whose wide signs are one wide and whose narrow ones are half of that."""
    words = text.split(" ")
    wide = sum(0.5 if sign.isascii() else 1.0 for word in words for sign in word)
    spaces = sum(space_between(left, right) for left, right in pairwise(words))
    return wide + spaces - _shared(text)


def _shared(text: str) -> float:
    return 0.5 * sum(shares_room(left, right) for left, right in pairwise(text))


def width_of_line(line: str) -> float:
    return width(line) + _shared(line) - squeezed(line)


def broken(text: str, limit: float, most: int = 9) -> list[str] | None:
    lines = break_lines(text, width, 1.0, limit, most)
    return None if lines is None else list(lines)


@pytest.mark.parametrize(
    ("text", "limit", "lines"),
    [
        ("邻里", 9, ["邻里"]),
        ("", 9, []),
        # Clauses stay whole, even where more of the next one had room.
        ("社区暑期课堂开班 娃娃托管不再难", 12, ["社区暑期课堂开班", "娃娃托管不再难"]),
        ("停车位怎么分　居民坐下来画图", 9, ["停车位怎么分", "居民坐下来画图"]),
        ("一个圈也是一个字：老茶馆里的识字会", 11, ["一个圈也是一个字：", "老茶馆里的识字会"]),
        # No last line of one sign.
        ("一碗热汤上六楼啊", 7, ["一碗热汤", "上六楼啊"]),
        # Marks hang on to their words.
        ("街坊都来看《街坊》", 6, ["街坊都来", "看《街坊》"]),
        ("他说：“好”，走了", 5, ["他说：", "“好”，走了"]),
        ("读完了——还要再读……", 7, ["读完了——", "还要再读……"]),
        # The name of a book stays whole where it can.
        ("第12期《街坊》到了", 6, ["第12期", "《街坊》到了"]),
        # So does what is quoted, and its first sign is not left behind.
        (
            "新津召开“镇街书记走社区 社区书记说社区”二季度现场拉练会",
            8,
            ["新津召开", "“镇街书记走社区", "社区书记说社区”", "二季度现场拉练会"],
        ),
        ("樟树巷社区招募“给冬天缝一床被”志愿者", 12, ["樟树巷社区招募", "“给冬天缝一床被”志愿者"]),
        # Nor does a line begin with what leans on the word before it, or leave a sign behind.
        ("旧衣回收箱换了位置（示例）", 7, ["旧衣回收箱换了", "位置（示例）"]),
        ("小小程序员：先教乌龟走路（示例）", 7, ["小小程序员：", "先教乌龟", "走路（示例）"]),
        # Words, and numbers with their units.
        ("请看Bridge新书", 5, ["请看", "Bridge新书"]),
        ("居民捐了1.5万元修桥", 7, ["居民捐了", "1.5万元修桥"]),
        ("绿化率35.5%了", 5, ["绿化率", "35.5%了"]),
        ("街坊报第12期到了", 5, ["街坊报", "第12期到了"]),
    ],
)
def test_a_headline_turns_where_a_compositor_would_turn_it(
    text: str, limit: float, lines: list[str]
) -> None:
    assert broken(text, limit) == lines


def test_a_word_longer_than_a_line_is_cut_by_force() -> None:
    assert broken("Llanfairpwllgwyngyll", 4) == ["Llanfair", "pwllgwyn", "gyll"]


def test_what_takes_more_lines_has_no_way() -> None:
    assert broken("一二三四五六七八九十", 4, 2) is None
    assert broken("一二三四五六七八九十", 5, 2) == ["一二三四五", "六七八九十"]


def test_marks_at_the_edges_of_a_line_need_half_their_room() -> None:
    assert broken("（一二三四）", 5) == ["（一二三四）"]
    assert squeezed("（一二三四）") == 1.0
    assert squeezed("一》，《二") == 1.0


def test_even_lines_are_better_than_a_full_and_a_short_one() -> None:
    assert broken("一二三四五六七八九", 7) == ["一二三四", "五六七八九"]


def test_a_break_between_clauses_is_the_least_clumsy() -> None:
    clause = best_way("社区暑期课堂 娃娃托管不难", width, 1.0, 8, 3)
    inside = best_way("社区暑期课堂娃娃托管不难呢", width, 1.0, 8, 3)
    assert clause is not None
    assert inside is not None
    assert clause[0] < inside[0]


_HAN = "社区暑期课堂开班娃娃托管不再难新津召开书记说街坊邻里万元年"
_headlines = st.text(
    st.sampled_from(_HAN * 3 + "，。、；：？！）》」』】”’…—·《「『（“‘【 　ab1290.%"),
    min_size=1,
    max_size=60,
)
_limits = st.integers(8, 24)


def _breaks(text: str, lines: tuple[str, ...]) -> bool:
    """Whether a break had to be forced: some part that stays whole is wider than any line."""
    return any(part not in "\n".join(lines) for part, _ in units(text))


@given(_headlines, _limits)
@example("……——！！", 8)
@example("“ 《 （", 8)
def test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one(
    text: str, limit: int
) -> None:
    lines = break_lines(text, width, 1.0, limit, 99)
    assert lines is not None
    if _breaks(text, lines):
        return
    for line in lines[1:]:
        assert line[0] not in CLOSING
    for line in lines[:-1]:
        assert line[-1] not in OPENING
    for left, right in pairwise(lines):
        assert left[-1] + right[0] not in {"……", "——"}
        assert not (
            left[-1] in "ab1290" and right[0] in "ab1290" and f"{left[-1]}{right[0]}" in text
        ) or (f"{left[-1]} {right[0]}" in text or f"{left[-1]}\u3000{right[0]}" in text)


@given(_headlines, _limits)
def test_nothing_is_lost_and_no_line_is_too_wide(text: str, limit: int) -> None:
    lines = break_lines(text, width, 1.0, limit, 99)
    assert lines is not None
    assert "".join(lines).replace(" ", "") == "".join(text.split())
    assert all(width_of_line(line) <= limit + 1e-9 for line in lines)
    assert all(lines)


@given(_headlines, _limits)
def test_the_same_text_breaks_the_same_way(text: str, limit: int) -> None:
    assert break_lines(text, width, 1.0, limit, 9) == break_lines(text, width, 1.0, limit, 9)

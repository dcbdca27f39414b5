# SPDX-License-Identifier: MIT
"""Where a Chinese headline may turn into the next line, and where it should.

After GB/T 15834 and the W3C's Requirements for Chinese Text Layout: no line begins with a closing
mark, none ends with an opening one; …… and ——, words, and numbers with their units stay whole.
Of all ways that are allowed the most even one is taken. It knows no font: whoever asks brings
along how wide a text is.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from itertools import pairwise

Width = Callable[[str], float]
"""How wide a text without a place to break is, in the unit of the line."""

OPENING = frozenset("《〈「『（“‘【〔〖［｛([{¥￥$＄№#＃@")
"""Marks that belong to what follows."""
CLOSING = frozenset(
    "，。、；：？！）》〉」』】〕〗］｝”’…—–‐～~·•・％%‰℃°/／,.;:?!)]}々〻ーゝゞヽヾぁぃぅぇぉっゃゅょァィゥェォッャュョ"
)
"""Marks and signs that belong to what stands before them."""
_FULL_WIDTH_OPENING = frozenset("《〈「『（“‘【〔〖［｛")
_FULL_WIDTH_CLOSING = frozenset("，。、；：）》〉」』】〕〗］｝”’")

_SPACES = " \t\n\u00a0\u3000"
_UNITS = frozenset(
    "年月日号时点分秒岁人个名户家场次届期米元角吨斤万亿千百十倍度路楼层室栋幢组排平公里成度厘毫升盏条件天周位张则页版"
)
"""Signs that a number is not parted from."""
_NUMERALS = frozenset("0123456789０１２３４５６７８９")
_POWERS = frozenset("万亿千百")
_LATIN = re.compile(r"[A-Za-z0-9À-ɏ]")
_INSIDE_WORDS = frozenset("'’.,:/&@+-_#*=%")

_ENDS_A_CLAUSE = frozenset("：，；！？。…—:;!?")

# What a way of breaking costs; the unit is a last line as short as can be, squared.
_ONE_LINE_MORE = 0.15
_INSIDE_A_CLAUSE = 0.12
_PARTS_OF_TWO = 0.3
"""A line with the end of one clause and the beginning of another."""
_INSIDE_A_NAME = 0.15
"""A break inside 《》, which hold the name of one thing."""
_STRAY = 0.3
"""A sign by itself on the other side of a break from the rest of its clause."""
_ORPHAN = 4.0
"""A last line of one sign."""

_NO_WAY = 1e9

_SPACE_OF_CLAUSES, _SPACE_OF_WORDS = 0.5, 0.26

Part = tuple[str, bool]
"""A text that stays whole, and whether a space stood before it."""


@lru_cache(maxsize=4096)
def units(text: str) -> tuple[Part, ...]:
    """The parts of a text that stay whole; for each whether a space stood before it."""
    parts: list[Part] = []
    current, spaced, pending = "", False, False
    for at, sign in enumerate(text):
        if sign in _SPACES:
            pending = pending or bool(current or parts)
            continue
        if not current:
            current, spaced, pending = sign, pending, False
        elif pending and _may_turn_at_space(current, sign):
            parts.append((current, spaced))
            current, spaced, pending = sign, True, False
        elif pending:
            current, pending = f"{current} {sign}", False
        elif _may_turn(current, sign, text[at + 1 : at + 2]):
            parts.append((current, spaced))
            current, spaced = sign, False
        else:
            current += sign
    if current:
        parts.append((current, spaced))
    return tuple(parts)


def _may_turn_at_space(before: str, after: str) -> bool:
    return before[-1] not in OPENING and after not in CLOSING


def _may_turn(before: str, after: str, then: str) -> bool:
    """Whether a line may end with one sign and the next begin with another."""
    last = before[-1]
    if after in CLOSING or last in OPENING or _clings(after) or last == "\u200d":
        return False
    if after in "\"'" or last in "\"'":
        return False
    if _LATIN.match(last) and _LATIN.match(after):
        return False
    if last in _INSIDE_WORDS and _LATIN.match(after):
        return not (len(before) > 1 and _LATIN.match(before[-2]))
    if last in _NUMERALS and after in _UNITS:
        return False
    if last in _POWERS and after in _UNITS and len(before) > 1:
        return before[-2] not in _NUMERALS
    return not (last == "第" and (after in _NUMERALS or after in "一二三四五六七八九十"))


def _clings(sign: str) -> bool:
    """Whether a sign is drawn over the one before it."""
    return sign == "\u200d" or unicodedata.category(sign)[0] == "M"


def squeezed(line: str) -> float:
    """How many signs' widths a line gains because marks that meet share their room.

    A full-width mark is half empty: at the edges of a line, and where two of them meet.
    """
    gain = sum(0.5 for left, right in pairwise(line) if shares_room(left, right))
    if line[:1] in _FULL_WIDTH_OPENING:
        gain += 0.5
    if line[-1:] in _FULL_WIDTH_CLOSING:
        gain += 0.5
    return gain


def shares_room(left: str, right: str) -> bool:
    """Whether two full-width marks have an empty half between them that one can do without."""
    closing = left in _FULL_WIDTH_CLOSING
    opening = right in _FULL_WIDTH_OPENING
    return (closing and (opening or right in _FULL_WIDTH_CLOSING)) or (
        left in _FULL_WIDTH_OPENING and opening
    )


def space_between(left: str, right: str) -> float:
    """How wide the space between two texts is, in signs: less between words than clauses."""
    narrow = left[-1:].isascii() or right[:1].isascii()
    return _SPACE_OF_WORDS if narrow else _SPACE_OF_CLAUSES


def is_opening(sign: str) -> bool:
    """Whether a sign's ink stands in its right half."""
    return sign in _FULL_WIDTH_OPENING


def is_closing(sign: str) -> bool:
    """Whether a sign's ink stands in its left half."""
    return sign in _FULL_WIDTH_CLOSING


def break_lines(
    text: str, width: Width, em: float, limit: float, most: int
) -> tuple[str, ...] | None:
    """The lines of a text, none wider than `limit`, in at most `most`; None where it takes more.

    About as few lines as will do, as even as can be, turning where clauses end.
    """
    way = best_way(text, width, em, limit, most)
    return None if way is None else way[1]


def best_way(
    text: str, width: Width, em: float, limit: float, most: int
) -> tuple[float, tuple[str, ...]] | None:
    """The same lines, and how clumsy they are: 0 for even ones that turn where clauses end."""
    whole = _fitting(units(text), width, em, limit)
    if not whole:
        return 0.0, ()
    widths = [width(part) for part, _ in whole]
    if sum(widths) - em * most > limit * most:
        return None
    lines = _possible_lines(whole, widths, em, limit)
    least = _fewest(lines, len(whole), most)
    if least is None:
        return None
    ways = [_most_even(whole, lines, limit, least)]
    if least < most and least < len(whole):
        cost, ends = _most_even(whole, lines, limit, least + 1)
        ways.append((cost + _ONE_LINE_MORE, ends))
    cost, ends = min(ways)
    return cost, tuple(_joined(whole[start:stop]) for start, stop in pairwise(ends))


def _joined(parts: tuple[Part, ...]) -> str:
    return "".join(
        f" {part}" if spaced and number else part for number, (part, spaced) in enumerate(parts)
    )


def _room_inside(part: str) -> float:
    """Room shared within a unit, which its own width knows already."""
    return 0.5 * sum(shares_room(left, right) for left, right in pairwise(part))


def _fitting(parts: tuple[Part, ...], width: Width, em: float, limit: float) -> tuple[Part, ...]:
    """The same, with what is wider than a line cut by force."""
    fitting: list[Part] = []
    for whole, before in parts:
        part, spaced = whole, before
        while len(part) > 1 and width(part) - em * (squeezed(part) - _room_inside(part)) > limit:
            size = max(1, sum(width(part[:end]) <= limit for end in range(1, len(part))))
            fitting.append((part[:size].rstrip(), spaced))
            part, spaced = part[size:].lstrip(), False
        fitting.append((part, spaced))
    return tuple(fitting)


Lines = dict[tuple[int, int], float]
"""How wide each possible line is, by its first unit and the one behind its last."""


def _possible_lines(parts: tuple[Part, ...], widths: list[float], em: float, limit: float) -> Lines:
    shared = [em * _room_inside(part) for part, _ in parts]
    lines: Lines = {}
    for start in range(len(parts)):
        total = 0.0
        for stop in range(start + 1, len(parts) + 1):
            part, spaced = parts[stop - 1]
            total += widths[stop - 1] + shared[stop - 1]
            if spaced and stop - 1 > start:
                total += em * space_between(parts[stop - 2][0], part)
            if total - em * 0.5 * (stop - start + 2) > limit and stop > start + 1:
                break
            wide = total - em * squeezed(_joined(parts[start:stop]))
            if wide <= limit or stop == start + 1:
                lines[start, stop] = wide
    return lines


def _fewest(lines: Lines, count: int, most: int) -> int | None:
    """The fewest lines that hold all units."""
    reached = {0}
    for number in range(1, most + 1):
        reached = {stop for start, stop in lines if start in reached}
        if count in reached:
            return number
    return None


def _most_even(
    parts: tuple[Part, ...], lines: Lines, limit: float, number: int
) -> tuple[float, tuple[int, ...]]:
    """What the best way to so many lines costs, and where they begin and end."""
    # What a line would be if all were alike; it is what they are held against.
    even = sum(lines[at, at + 1] for at in range(len(parts))) / number
    names = _inside_names(parts)
    ways: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, (0,))}
    for _ in range(number):
        longer: dict[int, tuple[float, tuple[int, ...]]] = {}
        for (start, stop), wide in lines.items():
            if start not in ways:
                continue
            before, ends = ways[start]
            cost = before + ((wide - even) / limit) ** 2 + _clumsiness(parts, start, stop)
            cost += _INSIDE_A_NAME * names[stop]
            if stop not in longer or cost < longer[stop][0]:
                longer[stop] = (cost, (*ends, stop))
        ways = longer
    return ways.get(len(parts), (_NO_WAY, ()))


def _clumsiness(parts: tuple[Part, ...], start: int, stop: int) -> float:
    """What a line costs for where it begins and ends."""
    count = len(parts)
    begins_well = start == 0 or _is_clause_end(parts, start)
    ends_well = stop == count or _is_clause_end(parts, stop)
    cost = 0.0 if ends_well else _INSIDE_A_CLAUSE
    parted = any(_is_clause_end(parts, at) for at in range(start + 1, stop))
    if parted and not (begins_well and ends_well):
        cost += _PARTS_OF_TWO
    if not begins_well and _is_stray(parts, start):
        cost += _STRAY
    if not ends_well and _is_stray(parts, stop - 1):
        cost += _STRAY
    if stop == count and start > 0 and _signs(parts[start:stop]) < 2:
        cost += _ORPHAN
    return cost


def _is_stray(parts: tuple[Part, ...], at: int) -> bool:
    """Whether a unit is one sign, and one end of its clause."""
    begins = at == 0 or _is_clause_end(parts, at)
    ends = at + 1 == len(parts) or _is_clause_end(parts, at + 1)
    return (begins or ends) and _signs(parts[at : at + 1]) < 2


def _inside_names(parts: tuple[Part, ...]) -> tuple[bool, ...]:
    """For each place between two units whether it is inside 《》."""
    depths = [0]
    for part, _ in parts:
        depths.append(depths[-1] + part.count("《") - part.count("》"))
    return tuple(depth > 0 for depth in (*depths[:-1], 0))


def _is_clause_end(parts: tuple[Part, ...], at: int) -> bool:
    """Whether a clause ends before a unit."""
    return parts[at][1] or parts[at - 1][0][-1] in _ENDS_A_CLAUSE


def _signs(parts: tuple[Part, ...]) -> int:
    """Signs of a line besides its marks."""
    return sum(sign.isalnum() for part, _ in parts for sign in part)

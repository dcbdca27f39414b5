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
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, pairwise

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

_LEANS = frozenset("了的着们吗呢吧啊")
_ENDS_A_CLAUSE = frozenset("：，；！？。…—:;!?")

# What a way of breaking costs; the unit is a last line as short as can be, squared.
_ONE_LINE_MORE = 0.15
_INSIDE_A_CLAUSE = 0.12
_AT_A_QUOTATION = 0.02
"""A break before or behind what is quoted."""
_PARTS_OF_TWO = 0.3
"""A line with the end of one clause and the beginning of another."""
_INSIDE_A_NAME = 0.15
"""A break inside 《》, which hold the name of one thing."""
_LEANING = 0.1
"""A break before a sign that leans on the word before it."""
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
    row = _Row.of(whole, widths, em)
    lines = row.possible_lines(limit)
    least = _fewest(lines, len(whole), most)
    if least is None:
        return None
    ways = [row.most_even(lines, limit, least)]
    if least < most and least < len(whole):
        cost, ends = row.most_even(lines, limit, least + 1)
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


def _fewest(lines: Lines, count: int, most: int) -> int | None:
    """The fewest lines that hold all units."""
    reached = {0}
    for number in range(1, most + 1):
        reached = {stop for start, stop in lines if start in reached}
        if count in reached:
            return number
    return None


@dataclass(frozen=True, slots=True)
class _Row:
    """All units beside each other, with what has to be known of every place between two."""

    em: float
    ends: tuple[float, ...]
    """How far the row reaches with each unit; the first place is its beginning."""
    leads: tuple[float, ...]
    """What is between the end of a unit and the beginning of the next one."""
    hangs_left: tuple[bool, ...]
    hangs_right: tuple[bool, ...]
    """Whether the outer half of a unit's first or last mark needs no room in a line."""
    clauses: tuple[bool, ...]
    """Whether a clause ends at a place."""
    clauses_before: tuple[int, ...]
    pauses: tuple[bool, ...]
    """The same, and where brackets begin and end."""
    quotations: tuple[bool, ...]
    """Whether something quoted begins or ends at a place."""
    names: tuple[bool, ...]
    """Whether a place is inside 《》."""
    leans: tuple[bool, ...]
    """Whether what comes after a place leans on what stands before it."""
    signs: tuple[int, ...]
    """Signs besides marks before each place."""

    @classmethod
    def of(cls, parts: tuple[Part, ...], widths: list[float], em: float) -> _Row:
        count = len(parts)
        leads, ends, depths, signs = [0.0], [0.0], [0], [0]
        clauses, pauses, quotations = [False], [False], [False]
        for at, ((part, spaced), width) in enumerate(zip(parts, widths, strict=True)):
            if at:
                before = parts[at - 1][0]
                lead = em * space_between(before, part) if spaced else 0.0
                if not spaced and shares_room(before[-1], part[0]):
                    lead = -0.5 * em
                leads.append(lead)
                clauses.append(spaced or before[-1] in _ENDS_A_CLAUSE)
                # What stands in brackets is said beside the clause.
                pauses.append(clauses[-1] or part[0] in "（(" or before[-1] in "）)")
                quotations.append(part[0] in "“「『" or before[-1] in "”」』")
            ends.append(ends[-1] + leads[at] + width)
            depths.append(depths[-1] + part.count("《") - part.count("》"))
            signs.append(signs[-1] + sum(map(str.isalnum, part)))
        return cls(
            em,
            tuple(ends),
            tuple(leads),
            tuple(is_opening(part[0]) for part, _ in parts),
            tuple(is_closing(part[-1]) for part, _ in parts),
            (*clauses, False),
            tuple(accumulate(clauses, initial=0)),
            (*pauses, False),
            (*quotations, False),
            tuple(0 < at < count and depth > 0 for at, depth in enumerate(depths)),
            (*(part[0] in _LEANS for part, _ in parts), False),
            tuple(signs),
        )

    def possible_lines(self, limit: float) -> Lines:
        lines: Lines = {}
        count = len(self.leads)
        half = 0.5 * self.em
        for start in range(count):
            begin = self.ends[start] + self.leads[start]
            begin += half if self.hangs_left[start] else 0.0
            for stop in range(start + 1, count + 1):
                wide = self.ends[stop] - begin
                if wide - half > limit and stop > start + 1:
                    break
                wide -= half if self.hangs_right[stop - 1] else 0.0
                if wide <= limit or stop == start + 1:
                    lines[start, stop] = wide
        return lines

    def most_even(self, lines: Lines, limit: float, number: int) -> tuple[float, tuple[int, ...]]:
        """What the best way to so many lines costs, and where they begin and end."""
        # What a line would be if all were alike; it is what they are held against.
        count = len(self.leads)
        even = self.ends[count] / number
        ways: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, (0,))}
        costs = {
            line: ((wide - even) / limit) ** 2 + self._clumsiness(*line)
            for line, wide in lines.items()
        }
        for _ in range(number):
            longer: dict[int, tuple[float, tuple[int, ...]]] = {}
            for (start, stop), cost in costs.items():
                if start in ways:
                    before, ends = ways[start]
                    if stop not in longer or before + cost < longer[stop][0]:
                        longer[stop] = (before + cost, (*ends, stop))
            ways = longer
        return ways.get(count, (_NO_WAY, ()))

    def _clumsiness(self, start: int, stop: int) -> float:
        """What a line costs for where it begins and ends."""
        count = len(self.leads)
        begins_well = start == 0 or self.clauses[start]
        ends_well = stop == count or self.clauses[stop]
        cost = _INSIDE_A_NAME if self.names[stop] else 0.0
        if not ends_well:
            cost += _AT_A_QUOTATION if self.quotations[stop] else _INSIDE_A_CLAUSE
            alone = self.quotations[stop - 1] and self.signs[stop] - self.signs[stop - 1] < 2
            cost += _STRAY if alone or self._is_stray(stop - 1) else 0.0
            cost += _LEANING if self.leans[stop] else 0.0
        if not begins_well and self._is_stray(start):
            cost += _STRAY
        parted = self.clauses_before[stop] > self.clauses_before[start + 1]
        if parted and not (begins_well and ends_well):
            cost += _PARTS_OF_TWO
        if stop == count and start > 0 and self.signs[stop] - self.signs[start] < 2:
            cost += _ORPHAN
        return cost

    def _is_stray(self, at: int) -> bool:
        """Whether a unit is one sign, and one end of its clause."""
        begins = at == 0 or self.pauses[at]
        ends = at + 1 == len(self.leads) or self.pauses[at + 1]
        return (begins or ends) and self.signs[at + 1] - self.signs[at] < 2

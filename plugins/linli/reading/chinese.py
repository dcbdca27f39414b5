# SPDX-License-Identifier: MIT
"""Chinese text as text: its line breaks, its punctuation marks, its length."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

# A pattern that holds all of Han takes a millisecond to compile. Such patterns stand here as text:
# `re` compiles them when they are first asked for, and keeps them.
HAN = (
    "\u2e80-\u2fdf\u3005\u3007\u3021-\u3029\u3038-\u303b"
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003fffd"
)
# Kana, bopomofo and the squared units stand in Chinese text without a space, too; Hangul
# (U+1100, U+3130, U+A960, U+AC00, and the half-width forms from U+FFA0) parts its words with one.
_OTHER_WIDE = (
    "\u3000-\u312f\u31a0-\u31ff\u3200-\u33ff\ufe10-\ufe1f\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6"
    # What stands for a character that was taken out.
    "\u2588"
)


def _ranges(characters: str) -> tuple[tuple[str, str], ...]:
    ends = re.findall("(.)(?:-(.))?", characters)
    return tuple((first, last or first) for first, last in ends)


def _is_in(ranges: tuple[tuple[str, str], ...], ch: str) -> bool:
    return any(first <= ch <= last for first, last in ranges)


_WIDE_RANGES = _ranges(HAN + _OTHER_WIDE)
_HANGUL_RANGES = _ranges(
    "\u1100-\u11ff\u3130-\u318f\u3200-\u321e\u3260-\u327e\ua960-\ua97f\uac00-\ud7ff"
)

# Marks that Chinese shares with Latin; which of the two they are, only their neighbours tell.
_SHARED_MARKS = "“”‘’—…·"


@lru_cache(maxsize=8192)
def is_wide(ch: str) -> bool:
    """Whether a character stands in Chinese text without a space: Han, its marks, full width."""
    return len(ch) == 1 and _is_in(_WIDE_RANGES, ch) and not _is_in(_HANGUL_RANGES, ch)


def is_han(ch: str) -> bool:
    """Whether a character is Han, or a letter that stands in Chinese text as one does."""
    return is_wide(ch) and ch.isalnum()


def join_soft_breaks(text: str) -> str:
    """A paragraph on one line: a break in Chinese leaves nothing behind, any other one space.

    A full-width mark carries its own space, so beside it a break leaves nothing even where the
    other side is Latin (`，⏎MkDocs`); Korean keeps its space everywhere. A hard break is the
    Markdown parser's, and a blank line or a break at an edge stays: it has no two neighbours.
    """
    return _SOFT_BREAK.sub(_join, text)


_SOFT_BREAK = re.compile(r"(?<=\S)[ \t\u3000]*\r?\n[ \t\u3000]*(?=\S)")


def _join(match: re.Match[str]) -> str:
    text = match.string
    return joint(text[max(0, match.start() - 8) : match.start()], text[match.end() :][:8])


def joint(before: str, after: str) -> str:
    """What stands for a line break between two pieces of a paragraph: nothing, or one space."""
    left, right = before[-1:], after[:1]
    if not left or not right:
        return " "
    if _is_in(_HANGUL_RANGES, left) or _is_in(_HANGUL_RANGES, right):
        return " "
    outward, across = before[::-1], after
    left_chinese = is_wide(left) or (left in _SHARED_MARKS and _touch_chinese(outward, across))
    right_chinese = is_wide(right) or (right in _SHARED_MARKS and _touch_chinese(outward, across))
    if left_chinese and right_chinese:
        return ""
    left_mark = left_chinese and not left.isalnum()
    right_mark = right_chinese and not right.isalnum()
    return "" if left_mark or right_mark else " "


def _touch_chinese(*sides: str) -> bool:
    """Whether the shared marks where the sides meet have a wide neighbour on either side."""
    return any(is_wide(side.lstrip(_SHARED_MARKS)[:1]) for side in sides)


@dataclass(frozen=True, slots=True)
class HalfWidthMark:
    """A half-width mark in Chinese text, and the full-width one that belongs there."""

    start: int
    mark: str
    wide: str


@dataclass(frozen=True, slots=True)
class HyphenRange:
    """A range of numbers written with a hyphen (`5-12`), where Chinese takes — or ～."""

    start: int
    end: int
    text: str
    wide: str


_WIDE_MARKS = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）"}
_HALF_WIDTH = re.compile("[,;:?!()]")
_OPENING, _CLOSING = "(（", ")）"

# What a mark looks past to find the letter it belongs to. The full-width twins are among them,
# and no wide mark counts as Chinese by itself: so what is decided stays decided (idempotence).
_LOOKED_PAST = frozenset(
    " \t\u3000\0,;:()?!，；：（）？！、。.“”‘’\"'「」『』《》〈〉【】〔〕[]*_~—…·"
)

# How far a mark looks; without an end, a page of nothing but marks would take minutes.
_REACH = 64

_ASCII = r"[\x00-\x7f]"
_URL_CHARACTER = rf"(?![\s<>\"'`()]){_ASCII}"
_URL_TAIL = rf"(?![\s<>\"'`(),;:.?!*_~]){_ASCII}"
_URL_GROUP = rf"(?:\((?:(?![\s()<>\"]){_ASCII})*\)|(?<=_)\([^\s()<>\"]*\))"
_URL_HAN = rf"(?<=[/=&#?_-])[{HAN}]+"

# Each named group is text no mark is looked for in. The name's first letter says what the marks
# around it see in its place: B a break, O something that is not Chinese, T nothing at all.
# They all begin with one of the characters looked for ahead, which no Chinese prose holds many of.
_PROTECTED = rf"""(?mx)
    (?=[ \t!&*+\-.0-9:<?A-Z\[\\\]_`a-z{{|~])
  (?: (?P<B_front_matter> \A---[ ]*\n(?:.*\n)*?---[ ]*(?:\n|\Z) )
  | (?P<B_fence> ^[ \t]*(?P<fence>`{{3,}}|~{{3,}})[^\n]*\n(?:.*\n)*?[ \t]*(?P=fence)[`~]*[ \t]*$ )
  | (?P<B_open_fence> ^[ \t]*(?:```|~~~)[\s\S]*\Z )
  | (?P<B_generated> <!--[ ](?P<written>[a-z]+):begin[ ]-->
                     [\s\S]*? <!--[ ](?P=written):end[ ]--> )
  | (?P<T_comment> <!--[\s\S]*?--> )
  | (?P<O_element> <(?P<tag>pre|script|style|code|kbd|samp)\b[^<>]*>[\s\S]*?</(?P=tag)> )
  | (?P<O_autolink> <[A-Za-z][A-Za-z0-9+.-]*:[^<>\s]*> )
  | (?P<T_tag> </?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]*)?/?> )
  | (?P<O_code> (?<!`)(?P<ticks>`+)(?!`)(?:(?!\n[ \t]*\n)[\s\S])*?(?<!`)(?P=ticks)(?!`) )
  | (?P<B_table_rule> ^[ \t]*(?:\|[ \t]*)?:?-+:?[ \t]*(?:\|[ \t]*:?-*:?[ \t]*)*$ )
  | (?P<B_definition> ^[ \t]*(?:\[[^\]^\n][^\]\n]*\]:[ \t]*\S+|(?:\[\^|\*\[)[^\]\n]+\]:) )
  | (?P<B_list_marker> ^[ \t]*(?:[0-9]{{1,9}}\)|:+|!!!|\?\?\?\+?)(?=[ \t]) )
  | (?P<T_target> \]\((?:<[^<>\n]*>|(?:\([^()\n]*\)|[^\s()])*)
                  (?:\s+(?:"[^"\n]*"|'[^'\n]*'|“[^”\n]*”|\([^()\n]*\)))?[ \t]*\) )
  | (?P<T_attributes> \{{\{{.*?\}}\}}|\{{%.*?%\}}|\{{[^{{}}\n]*\}} )
  | (?P<O_url> (?:[A-Za-z][A-Za-z0-9+.-]*://|www\.)
               (?:{_URL_HAN}|{_URL_GROUP}|{_URL_CHARACTER})*
               (?:{_URL_HAN}|{_URL_GROUP}|{_URL_TAIL}) )
  | (?P<O_mail> [A-Za-z0-9_.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+ )
  | (?P<T_entity> &(?:\#[0-9]+|\#[xX][0-9A-Fa-f]+|[A-Za-z][A-Za-z0-9]*); )
  | (?P<T_emoji> :[a-z][a-z0-9_+-]*: )
  | (?P<T_escape> \\[!-/:-@\[-`{{-~] )
  | (?P<T_image> !(?=\[) )
  )
"""
_VEILS = {"B": "\n", "O": "x", "T": "\0"}


@lru_cache(maxsize=2)
def veiled(text: str) -> str:
    """The text, character for character, with everything protected made unreadable."""
    return re.sub(_PROTECTED, _veil, text)


def _veil(match: re.Match[str]) -> str:
    # The group closed last is the one around all others, so its name tells what this is.
    return _VEILS[str(match.lastgroup)[0]] * len(match[0])


def half_width_marks(text: str) -> Iterator[HalfWidthMark]:
    """Each half-width `, ; : ( ) ? !` that stands in Chinese text, in order.

    A mark is Chinese where the nearest letter or digit on either side is; brackets are judged
    as a pair, by what they hold and what they follow. So numbers, times and codes keep theirs;
    and URLs, addresses, Markdown's code, link targets (with their title) and attribute lists,
    HTML and front matter are never looked into.
    """
    if not _HALF_WIDTH.search(text):
        return
    plain = veiled(text)
    marks = [(match.start(), match[0]) for match in _HALF_WIDTH.finditer(plain)]
    brackets = _chinese_brackets(plain) if any(mark in "()" for _, mark in marks) else ()
    for start, mark in marks:
        if start in brackets if mark in "()" else stands_in_chinese(plain, start):
            yield HalfWidthMark(start, mark, _WIDE_MARKS[mark])


def widen(text: str) -> str:
    """The text with each mark of `half_width_marks` full-width, and nothing else changed."""
    characters = list(text)
    for found in half_width_marks(text):
        characters[found.start] = found.wide
    return "".join(characters)


def stands_in_chinese(plain: str, start: int) -> bool:
    """Whether the nearest letter on either side of a mark is Han, in a text that is veiled."""
    return is_han(_neighbour(plain, start, -1)) or is_han(_neighbour(plain, start, +1))


def _neighbour(plain: str, start: int, step: int) -> str:
    """The nearest character that is no mark and no space, within the paragraph; '' for none."""
    breaks = 0
    place = start + step
    while 0 <= place < len(plain) and breaks < 2 and abs(place - start) <= _REACH:
        if plain[place] == "\n":
            breaks += 1
        elif plain[place] not in _LOOKED_PAST:
            return plain[place]
        place += step
    return ""


def _chinese_brackets(plain: str) -> set[int]:
    """Where the brackets stand whose pair belongs to Chinese text."""
    return {
        place
        for start, end in _bracket_pairs(plain)
        if _is_chinese_pair(plain, start, end)
        for place in (start, end)
    }


def _bracket_pairs(plain: str) -> Iterator[tuple[int, int]]:
    opened: list[int] = []
    for match in re.finditer(r"[(（)）]|\n[ \t]*\n", plain):
        if match[0] in _OPENING:
            opened.append(match.start())
        elif match[0] not in _CLOSING:
            opened.clear()  # no pair reaches over a paragraph's end
        elif opened:
            yield opened.pop(), match.start()


def _is_chinese_pair(plain: str, start: int, end: int) -> bool:
    if plain[start] == "（" or plain[end] == "）":
        return True
    if any(map(is_han, plain[start:end])):
        return True
    before = _neighbour(plain, start, -1)
    # After a Latin letter it is a call or a unit, f(x)的, and stays with its letter.
    is_latin = before.isascii() and before.isalpha()
    return is_han(before) or (not is_latin and is_han(_neighbour(plain, end, +1)))


_NUMBER = r"[0-9]{1,6}(?:\.[0-9]+)?"
_HYPHEN_RANGE = (
    r"(?=[0-9])(?<![0-9A-Za-z/\\_+-])(?<![0-9][.,:])"
    rf"({_NUMBER})[-－]({_NUMBER})(?=[ ]?[{HAN}%‰℃㎡])(?![ ]?[室房])"
)
_HYPHEN = re.compile("[0-9][-－][0-9]")


def hyphen_ranges(text: str) -> Iterator[HyphenRange]:
    """Each range of numbers with a hyphen before its unit (`5-12岁`), in order.

    A date, a telephone number, a score, a code and a room number are not ranges: a range has
    two ends, the first the smaller, and neither begins with a nought it does not need.
    """
    if not _HYPHEN.search(text):
        return
    for match in re.finditer(_HYPHEN_RANGE, veiled(text)):
        first, last = match[1], match[2]
        if _is_range(first, last):
            yield HyphenRange(match.start(), match.end(), match[0], f"{first}—{last}")


def _is_range(first: str, last: str) -> bool:
    if any(re.match(r"0[0-9]", number) for number in (first, last)):
        return False
    is_month_of_year = len(first) == 4 and first[:2] in ("19", "20") and len(last) <= 2
    return float(first) < float(last) and not is_month_of_year


_HAN_RUN = f"[{HAN}]+"
_WORD = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+)*")


def length(text: str) -> int:
    """How long a text is to read: its Han characters and its words and numbers in Latin."""
    others, runs = re.subn(_HAN_RUN, " ", text)
    return len(text) - len(others) + runs + len(_WORD.findall(others))


def reading_minutes(text: str) -> int:
    """Whole minutes to read a text at 400 characters a minute, begun ones counted, at least 1."""
    return max(1, -(-length(text) // 400))


_PAIRS = {"“": "”", "‘": "’", "（": "）", "(": ")", "《": "》", "〈": "〉"} | {
    "「": "」", "『": "』", "【": "】", "〔": "〕", "[": "]"
}  # fmt: skip
_CLOSERS = "".join(_PAIRS.values())
_SENTENCE_END = re.compile(rf"(?:[。！？!?…]+|\.(?=\s|$))[{re.escape(_CLOSERS)}\"]*")
_CLAUSE_END = re.compile(r"[，；：、—]|[,;:](?=\s)")
_WORD_TAIL = rf"[^\W_{HAN}]+$"


def excerpt(text: str, limit: int = 120) -> str:
    """The beginning of a text in at most `limit` characters, for a list or a share card.

    It ends with a sentence where one ends in its second half, else with a clause and …, else
    with a whole word and …; a quotation or bracket that was cut open is closed again.
    """
    flat = re.sub(r"[ \t\u3000]+", " ", _PARAGRAPH_BREAK.sub(_join, text.strip()))
    if len(flat) <= limit:
        return flat
    for end in _ends(_SENTENCE_END, flat, limit):
        if not _left_open(flat[:end]):
            return flat[:end]
    return _cut_inside_a_sentence(flat, limit)


_PARAGRAPH_BREAK = re.compile(r"\s*\n\s*")


def _ends(pattern: re.Pattern[str], flat: str, limit: int) -> Iterator[int]:
    ends = [m.end() for m in pattern.finditer(flat, 0, limit + 8) if m.end() <= limit]
    return (end for end in reversed(ends) if end * 2 >= limit)


def _cut_inside_a_sentence(flat: str, limit: int) -> str:
    clauses = [end - 1 for end in _ends(_CLAUSE_END, flat, limit)]
    # A cut outside of all brackets first, then any clause, then wherever the room ends.
    clauses.sort(key=lambda end: bool(_left_open(flat[:end])))
    for end in (*clauses, _end_of_word(flat, limit - 1)):
        shortened = _closed(flat[:end])
        if len(shortened) <= limit:
            return shortened
    return _closed_within(flat, limit)


def _end_of_word(flat: str, end: int) -> int:
    tail = re.search(_WORD_TAIL, flat[: end + 1])
    return tail.start() if tail and tail.start() * 2 >= end else end


def _closed_within(flat: str, limit: int) -> str:
    for end in range(limit - 1, 0, -1):
        if len(shortened := _closed(flat[:end])) <= limit:
            return shortened
    return ""


def _closed(head: str) -> str:
    """A cut-off beginning, without what dangles at its end, with … and the closing marks due."""
    head = head.rstrip(" ，；：、—,;:…" + "".join(_PAIRS))
    return f"{head}…{_left_open(head)}"


def _left_open(head: str) -> str:
    """The closing marks that a beginning still owes, in the order they are due."""
    due: list[str] = []
    for character in head:
        if character in _PAIRS:
            due.append(_PAIRS[character])
        elif due and character == due[-1]:
            due.pop()
    return "".join(reversed(due))

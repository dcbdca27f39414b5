# SPDX-License-Identifier: MIT
"""Marks of Chinese text that are written wrongly, with what belongs in their place.

What is found is found in the text as `widen` leaves it, so that a half-width comma before a
full-width one is told of once, and a mended text is judged as the text before it was. Code, URLs,
HTML and attribute lists are never looked into.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from linli.reading.chinese import HAN, is_han, is_wide, stands_in_chinese, veiled, widen


@dataclass(frozen=True, slots=True)
class Slip:
    """What is written wrongly, and what belongs there; None where only an editor can tell."""

    start: int
    end: int
    text: str
    mended: str | None


@lru_cache(maxsize=2)
def legible(text: str) -> str:
    """A text, sign for sign, as its marks are judged: all wide, and code made unreadable."""
    return veiled(widen(text))


# Each rule looks first for what it cannot do without: most texts hold nothing of the sort.
_MAY_BE_DOUBLED = re.compile("[，、；：。！？,;:!?][ \t\u00a0]*[，、；：。！？,;:!?]")
_MARKS = re.compile("[，、；：。！？](?:[ \t\u00a0]*[，、；：。！？])+")
_ALLOWED = re.compile("[！？]+|。{3,}")


def doubled_marks(text: str) -> Iterator[Slip]:
    """Two marks stand where one belongs, `，，`, `，。`; `？！` and `！！` are meant."""
    if not _MAY_BE_DOUBLED.search(text):
        return
    plain = legible(text)
    for match in _MARKS.finditer(plain):
        marks = "".join(match[0].split())
        if text[match.start()] in "!?" and plain[match.start() - 1 : match.start()].isascii():
            # n! and C? may end in a mark of their own.
            continue
        if _ALLOWED.fullmatch(marks) is None:
            one = marks[0] if len(set(marks)) == 1 else None
            if one is None and marks[-1] == "。" and not set(marks[:-1]) & set("。！？"):
                one = "。"
            yield _slip(text, match, one)


_MAY_BE_SHORT = re.compile(r"\.{3}|。{3}|[·・･]{3}|(?<!…)(?:……)*…(?!…)")
_ELLIPSIS = re.compile(r"(?:\.{3,}|。{3,}|[·・･]{3,}|…+)+")


def wrong_ellipses(text: str) -> Iterator[Slip]:
    """An ellipsis in Chinese is six dots, ……; twelve stand for a paragraph left out."""
    if not any(dots in text for dots in ("…", "...", "。。。", "···", "・・・", "･･･")):
        return
    if not _MAY_BE_SHORT.search(text):
        return
    plain = legible(text)
    for match in _ELLIPSIS.finditer(plain):
        dots = match[0]
        is_right = set(dots) == {"…"} and len(dots) % 2 == 0
        around = plain[max(0, match.start() - 1) : match.start()] + plain[match.end() :][:1]
        # 1...9, a…b and ../.. belong to what they stand in.
        is_foreign = any(ch.isascii() and (ch.isalnum() or ch in "./\\") for ch in around)
        if not is_right and not is_foreign and _is_in_chinese(plain, match):
            yield _slip(text, match, "……")


_DASH = re.compile(r"[ ]*(?:(?<!-)-{2,3}(?!-)|(?<![─―－])[─―－]{2,4}(?![─―－])|(?<!—)—(?!—))[ ]*")
_BEFORE_A_DASH = "”’）》】，。！？；："
_AFTER_A_DASH = "“‘（《【"


def wrong_dashes(text: str) -> Iterator[Slip]:
    """A dash between clauses is ——; a single — joins two ends, 成都—重庆, and may stay."""
    if not any(dash in text for dash in ("—", "--", "──", "――", "－－")):
        return
    plain = legible(text)
    for match in _DASH.finditer(plain):
        before, after = plain[max(0, match.start() - 1) : match.start()], plain[match.end() :][:1]
        if not before or not (is_han(before) or before in _BEFORE_A_DASH):
            continue
        if not after or not (is_han(after) or after in _AFTER_A_DASH):
            continue
        is_single = match[0].strip() == "—"
        stands_apart = match[0].startswith(" ") and match[0].endswith(" ")
        if not is_single or stands_apart or before in "，。！？；：":
            yield _slip(text, match, "——")


_MAY_BE_STRAY = re.compile(
    r"[ \t\u00a0][，。、；：？！”）》】,;:?!)]|[，。、；：？！“（《【,;:?!(][ \t\u00a0]"
)
# A pattern that holds all of Han takes milliseconds to compile, and is seldom asked for.
_STRAY = (
    rf"(?<=[{HAN}，。、；：？！“”（）《》【】])[ \t\u00a0]+(?=[，。、；：？！”）》】])"
    rf"|(?<=[，。、；：？！“（《【])[ \t\u00a0]+(?=[{HAN}])"
)
_APART = rf" [{HAN}](?: [{HAN}]|[{HAN}、]{{4}})"
_SPELLED = rf"(?<![{HAN}][ ])(?<![{HAN}])[{HAN}](?:[ ][{HAN}]){{5,}}(?![{HAN}]|[ ][{HAN}])"
_TORN = rf"(?m)(?:^|(?<=[，。；！？]))[{HAN}、]{{5,}}([ ])[{HAN}、]{{5,}}(?=[，。；！？])"
# After these a space stands before a name: 本报记者 王小明从社区了解到，…
_BEFORE_A_NAME = re.compile(
    "(?:记者|通讯员|编辑|评论员|实习生|摄影|摄|图|文|报道|作者|主任|书记|老师)$"
)
_NO_PROSE = re.compile(r"[ ]{4}|[ ]*(?:\t|#|!!!|\?\?\?)|[^\n]*\|")


def stray_spaces(text: str) -> Iterator[Slip]:
    """A space that copying left beside a full-width mark, or in the middle of a clause.

    In headlines, tables, lists and signatures spaces mean something.
    """
    if _MAY_BE_STRAY.search(text):
        plain = legible(text)
        for match in re.finditer(_STRAY, plain):
            if not _NO_PROSE.match(_line_around(plain, match.start())):
                yield _slip(text, match, "")
    may_be_torn = " " in text and re.search(_APART, text) is not None
    for pattern in (_SPELLED, _TORN):
        if may_be_torn and re.search(pattern, text):
            plain = legible(text)
            for match in re.finditer(pattern, plain):
                is_name = pattern is _TORN and _BEFORE_A_NAME.search(plain[: match.start(1)])
                if not is_name and not _NO_PROSE.match(_line_around(plain, match.start())):
                    yield _slip(text, match, None)


def straight_quotes(text: str) -> Iterator[Slip]:
    """Quotes around Chinese are “ ”; a straight one is a pair's half or a mark of inches."""
    if '"' not in text or not _MAY_BE_STRAIGHT.search(text):
        return
    plain = legible(text)
    for start, end in _paragraphs(plain):
        paragraph = plain[start:end]
        if '"' not in paragraph:
            continue
        places = [start + match.start() for match in re.finditer('"', paragraph)]
        for first, last in zip(places[::2], places[1::2], strict=False):
            held = plain[first + 1 : last]
            if not any(map(is_han, held)) or _is_a_title(text, first):
                continue
            can_tell = (
                len(places) % 2 == 0
                and not re.search(r'[“”]|[0-9]"', paragraph)
                and not any(unpaired_marks(held))
                and held == held.strip()
            )
            mended = f"“{text[first + 1 : last]}”" if can_tell else None
            yield Slip(first, last + 1, text[first : last + 1], mended)


# Not that of a picture's caption or of its credit.
_MAY_BE_STRAIGHT = re.compile(r'(?<![ =])"(?!\)| \})')
# Of a link's definition and of a box the title stands in straight quotes.
_DECLARES = re.compile(r"^[ ]*(?:!!!|\?\?\?|\[[^\]\n]*\]:)", re.MULTILINE)


def _is_a_title(text: str, place: int) -> bool:
    line = text.rfind("\n", 0, place)
    return _DECLARES.search(text[text.rfind("\n", 0, max(0, line)) + 1 : place]) is not None


@dataclass(frozen=True, slots=True)
class UnpairedMark:
    """A mark whose other half is missing in its paragraph."""

    start: int
    mark: str
    partner: str

    @property
    def opens(self) -> bool:
        return self.mark in _PARTNERS


_PARTNERS = {
    "“": "”",
    "‘": "’",
    "《": "》",
    "〈": "〉",
    "（": "）",
    "【": "】",
    "「": "」",
    "『": "』",
}
_QUOTES = "“‘「『"
_OPENERS = {closing: opening for opening, closing in _PARTNERS.items()}
_PAIRED = re.compile(f"[{''.join((*_PARTNERS, *_OPENERS))}]")
_WIDE = {"(": "（", ")": "）"}
_PAIRED_OR_END = re.compile(rf"{_PAIRED.pattern}|[()]|\n(?=[\s\-*+#|>0-9])")
# 1）, a）, （一）'s half in a list, and a smile.
_COUNTS = re.compile(
    r"(?:^|[\s，。；、：])(?:[0-9A-Za-z]{1,3}|[一二三四五六七八九十]{1,3}|[①-⑳])$|[：:;；]-?$"
)


def unpaired_marks(text: str) -> Iterator[UnpairedMark]:
    """Each quote and bracket has its other half in the same paragraph.

    A quotation of several paragraphs may stay open where the next one begins with “ again.
    """
    if not _is_paired(text):
        yield from _unpaired(legible(text))


def _is_paired(text: str) -> bool:
    """Whether all is well at first sight, as it is in nearly every text."""
    due: list[str] = []
    for found in _PAIRED_OR_END.findall(text):
        # A half-width bracket is as good as a wide one, which it may belong with.
        mark = _WIDE.get(found, found)
        if mark in _PARTNERS:
            due.append(_PARTNERS[mark])
        elif (mark == "\n" and due) or (mark != "\n" and (not due or due.pop() != mark)):
            return False
    return not due


def _unpaired(plain: str) -> Iterator[UnpairedMark]:
    paragraphs = list(_paragraphs(plain))
    left_open: set[str] = set()
    for place, (start, end) in enumerate(paragraphs):
        opened: list[int] = []
        for match in _PAIRED.finditer(plain, start, end):
            at, mark = match.start(), match[0]
            if mark in _PARTNERS:
                opened.append(at)
            elif _is_apostrophe(plain, at):
                continue
            elif any(plain[other] == _OPENERS[mark] for other in opened):
                while plain[other := opened.pop()] != _OPENERS[mark]:
                    yield _without_partner(plain, other)
            elif _OPENERS[mark] in left_open:
                # The end of a quotation whose beginning was told of.
                left_open.discard(_OPENERS[mark])
            elif mark != "）" or not _COUNTS.search(plain[max(start, at - 5) : at]):
                yield _without_partner(plain, at)
        following = _next_prose(plain, paragraphs[place + 1 :]) if opened else ""
        for at in opened:
            if plain[at] not in _QUOTES or not following.startswith(plain[at]):
                left_open |= {plain[at]} & {*_QUOTES}
                yield _without_partner(plain, at)


def _without_partner(plain: str, at: int) -> UnpairedMark:
    mark = plain[at]
    return UnpairedMark(at, mark, _PARTNERS.get(mark) or _OPENERS[mark])


def _is_apostrophe(plain: str, at: int) -> bool:
    before = plain[at - 1 : at]
    return plain[at] == "’" and before.isascii() and before.isalnum()


def _next_prose(plain: str, paragraphs: list[tuple[int, int]]) -> str:
    """The next paragraph of a text; pictures and cross-heads between two belong to neither."""
    for start, end in paragraphs:
        words = plain[start:end].lstrip("> \t\u3000\n")
        if words[:1] not in ("#", "!", "\0") and any(map(is_wide, words)):
            return words
    return ""


_BREAK = re.compile(
    # A blank line; and a line that is a paragraph by itself begins.
    r"\n[ \t>]*(?=\n)|\n(?=[ \t>]*(?:[-*+][ ]|\d+[.)][ ]|\#{1,6}|\|))|(?<=\|)[ \t]*\n"
)


def _paragraphs(plain: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _BREAK.finditer(plain):
        if match.start() > start:
            yield start, match.start()
        start = match.end()
    if start < len(plain):
        yield start, len(plain)


def _slip(text: str, match: re.Match[str], mended: str | None) -> Slip:
    return Slip(match.start(), match.end(), text[match.start() : match.end()], mended)


def _is_in_chinese(plain: str, match: re.Match[str]) -> bool:
    return stands_in_chinese(plain, match.start()) or stands_in_chinese(plain, match.end() - 1)


def _line_around(plain: str, place: int) -> str:
    start = plain.rfind("\n", 0, place) + 1
    end = plain.find("\n", place)
    return plain[start : len(plain) if end < 0 else end]

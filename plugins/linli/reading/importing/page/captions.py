# SPDX-License-Identifier: MIT
"""Captions: what was printed under a picture, and came between the paragraphs of a text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from linli.reading.importing.page.signatures import is_credit

_BEGINS = re.compile(r"图为|图中|图\s?[①-⑨\d一二三四五][：:、\s]|[上下左右]图|本版图|[▲△▼▽◀▶↑↓]")
_SOURCE = re.compile(r"资料(?:图片?|照片)|示意图|效果图")
_CREDIT = re.compile(r"(?:(?<=[。！？”])\s*|\s+)([^。！？\s][^。！？]{1,24})$")
_IN_BRACKETS = re.compile(r"\s*[（(]([^（）()]{2,24})[）)]$")
_LONGEST = 80
_SHORTEST, _LONGEST_BARE = 5, 30


@dataclass(frozen=True, slots=True)
class Caption:
    """What is under a picture, and whose it is."""

    text: str
    line: int
    credit: str = ""


def marked(text: str, line: int) -> Caption | None:
    """A caption by its own words: 图为…, …… 某某摄, ▲…"""
    if len(text) > _LONGEST:
        return None
    if _SOURCE.fullmatch(text):
        return Caption("", line, text)
    words, credit = _parted(text)
    if credit or (_BEGINS.match(text) and "\n" not in text):
        return Caption(words, line, credit)
    return None


def may_be_one(text: str) -> bool:
    """Whether a text is no longer than the words under a picture, and no shorter."""
    return _SHORTEST <= len(text) <= _LONGEST_BARE


def _parted(text: str) -> tuple[str, str]:
    """The words, and the credit behind them."""
    for pattern in (_IN_BRACKETS, _CREDIT):
        found = pattern.search(text)
        if found is None or not found.start():
            continue
        credit = found[1].strip()
        is_source = pattern is _IN_BRACKETS and _SOURCE.fullmatch(credit)
        if is_credit(credit) or is_source:
            return text[: found.start()].strip(), credit
    return text, ""

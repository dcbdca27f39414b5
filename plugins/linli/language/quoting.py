# SPDX-License-Identifier: MIT
"""What an editor wrote, as a message may show it: on one line, and no longer than can be read."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

SHORT = 40
"""Signs of a text that is quoted so that an editor finds it again."""
WHOLE = 120
"""Signs of a name or a path, which an editor may want to copy."""
LISTED = 360
"""Signs of a list of what is allowed."""

_QUOTED = frozenset({"text", "value", "found", "name", "tag", "what", "marks", "key", "label"})
_BREAK = re.compile(r"\s*[\n\r\u2028\u2029]\s*")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_JOINER = "\u200d"


def quoted(name: str, value: str | int) -> str:
    """The value of an argument of that name."""
    plain = _CONTROL.sub("", _BREAK.sub(" ", str(value)))
    return cut(plain, SHORT if name in _QUOTED else WHOLE)


def cut(text: str, most: int) -> str:
    """A text in at most so many signs, with … where it was cut; no sign is torn from its accents."""
    if len(text) <= most:
        return text
    end = most - 1
    while end and (_leans(text[end]) or text[end - 1] == _JOINER):
        end -= 1
    return f"{text[:end].rstrip()}…"


def _leans(sign: str) -> bool:
    """Whether it belongs to the sign before it: an accent, a joiner, a choice of picture."""
    return sign == _JOINER or unicodedata.category(sign).startswith("M")


def listed(items: Iterable[str], comma: str) -> str:
    """As many of some words as there is room for, each of them whole."""
    shown: list[str] = []
    room = LISTED
    for item in items:
        word = quoted("", item)
        room -= len(word) + len(comma)
        if room < 0 and shown:
            return f"{comma.join(shown)}{comma}…"
        shown.append(word)
    return comma.join(shown)

# SPDX-License-Identifier: MIT
"""All that a reader can read of a set text, block by block: paragraphs, cross-heads, captions,
rows of tables, code."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

_UNREAD = re.compile(r"<(script|style|template)\b.*?</\1\s*>|<!--.*?-->", re.DOTALL | re.IGNORECASE)
_INLINE = "a|abbr|b|bdi|bdo|cite|code|data|del|dfn|em|i|ins|kbd|mark|q|ruby|s|samp|small|span"
_TAG = re.compile(
    rf"""
    </?(?:(?P<inline>{_INLINE}|strong|sub|sup|time|u|var|wbr)(?=[\s/>])
       |(?P<beside>td|th|br)(?=[\s/>])|[a-z!])
    (?:"[^"]*"|'[^']*'|[^'">])*>
    """,
    re.VERBOSE | re.IGNORECASE,
)


def blocks_of(set_text: str) -> Iterator[str]:
    """The blocks of the HTML of a text, without those that hold nothing to read."""
    text = _UNREAD.sub("\0", set_text) if "<s" in set_text or "<!" in set_text else set_text
    for block in _TAG.sub(_seam, text).split("\0"):
        words = " ".join(html.unescape(block).split())
        if words:
            yield words


def _seam(tag: re.Match[str]) -> str:
    """What is left where a tag was: nothing inside a word, a blank between two cells of a row, a
    mark between two blocks."""
    if tag["inline"]:
        return ""
    return " " if tag["beside"] else "\0"

# SPDX-License-Identifier: MIT
"""Words that nobody may read any more, taken out of a text before anything else reads it.

Only what stands in a value or in the body is looked at, never a key. A word that is broken by a
line end is found; one that is broken by Markdown is not, so what was set is looked through again.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import replace

from linli.reading.frontmatter import Document
from linli.reading.nodes import Entries, Entry, Items, Node, Scalar

MARK = "█"
"""Stands for one sign that was taken out."""
KEYS = frozenset({"redactions", "隐去"})
_WORDS = frozenset({"words", "文字"})
_TAG = re.compile(r"<[^>]*>")
_GAP = re.compile(r"\s+")


def entries_of(entries: Entries) -> tuple[Scalar, ...]:
    """Of each entry under `redactions` its words; without words, an empty one on its line."""
    found: list[Scalar] = []
    for entry in entries:
        if entry.key not in KEYS:
            continue
        items = entry.value.items if isinstance(entry.value, Items) else (entry.value,)
        for item in items:
            if isinstance(item, Entries):
                words = [one.value for one in item if one.key in _WORDS]
                scalars = [one for one in words if isinstance(one, Scalar) and one.text.strip()]
                found += scalars or [Scalar("", item.line)]
    return tuple(found)


def redact(document: Document, words: Iterable[str]) -> tuple[Document, frozenset[str]]:
    """A document without these words, and which of them it held."""
    # The longer first: of two names one may begin with the other.
    patterns = {
        word: _pattern(word) for word in sorted(set(words), key=lambda word: (-len(word), word))
    }
    if not patterns:
        return document, frozenset()
    held: set[str] = set()

    def blank(text: str) -> str:
        for word, pattern in patterns.items():
            text, count = pattern.subn(lambda match: re.sub(r"\S", MARK, match[0]), text)
            if count:
                held.add(word)
        return text

    def clean(node: Node, inside: bool = False) -> Node:
        if isinstance(node, Scalar):
            return replace(node, text=blank(node.text))
        if isinstance(node, Items):
            return replace(node, items=tuple(clean(item, inside) for item in node.items))
        return Entries(
            tuple(
                entry
                if inside and entry.key in _WORDS
                else Entry(entry.key, entry.line, clean(entry.value, inside or entry.key in KEYS))
                for entry in node
            ),
            node.line,
        )

    entries = clean(document.entries)
    assert isinstance(entries, Entries)
    return replace(document, entries=entries, body=blank(document.body)), frozenset(held)


def _pattern(word: str) -> re.Pattern[str]:
    return re.compile(r"\s*".join(map(re.escape, "".join(word.split()))), re.IGNORECASE)


def remaining(words: Sequence[str], texts: Iterable[str]) -> frozenset[str]:
    """The words that can still be read in texts that were set, however they are broken up."""
    plain = [_plain(form) for text in texts for form in (text, _TAG.sub("", text))]
    return frozenset(word for word in words if any(_plain(word) in text for text in plain))


def _plain(text: str) -> str:
    return _GAP.sub("", unicodedata.normalize("NFKC", html.unescape(text))).casefold()

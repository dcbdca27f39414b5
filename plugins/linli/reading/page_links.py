# SPDX-License-Identifier: MIT
"""The links of a text as they are written, in Markdown and in HTML, with the line of each."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

_CODE = re.compile(
    r"""
    ^[ \t>]*(?P<fence>`{3,}|~{3,})[^\n]*\n(?:.*\n)*?[ \t>]*(?P=fence)[`~]*[ \t]*$
  | \\[!-/:-@\[-`{-~]
  | (?<!`)(?P<ticks>`+)(?!`)(?:(?!\n[ \t]*\n)[\s\S])+?(?<!`)(?P=ticks)(?!`)
  | <!--[\s\S]*?-->
  | (?:\A|(?<=\n\n))(?:(?:[ ]{4}|\t).*(?:\n|\Z))+
    """,
    re.VERBOSE | re.MULTILINE,
)
_INLINE = re.compile(
    r"\]\([ ]*(?:<(?P<angled>[^<>\n]*)>|(?P<plain>(?:\([^()\s]*\)|[^()\s])*))"
    r"(?:\s+(?:\"[^\"\n]*\"|'[^'\n]*'))?[ ]*\)"
)
_DEFINED = re.compile(r"^[ ]{0,3}\[(?P<name>[^\]\n]+)\]:[ \t]*<?(?P<target>[^\s>]*)", re.MULTILINE)
_HTML = re.compile(
    r"<(?P<tag>[A-Za-z][A-Za-z0-9]*)\b[^<>]*?\s(?P<key>href|src)\s*=\s*"
    r"(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>[^\s\"'>]+))",
    re.IGNORECASE,
)
_REFERENCE = re.compile(r"(?P<whole>\[(?P<text>[^\[\]\n]+)\]\[(?P<name>[^\[\]\n]*)\])(?!\()")
_NOTE = re.compile(r"\[\^(?P<name>[^\[\]\s]+)\](?!:)")


@dataclass(frozen=True, slots=True)
class WrittenLink:
    """A link, and the line of the text on which it stands, counted from 0."""

    target: str
    line: int
    is_html: bool


@dataclass(frozen=True, slots=True)
class Unknown:
    """A link or a note by name, and nothing of that name."""

    code: str
    text: str
    name: str
    line: int


def without_code(text: str) -> str:
    """The text, sign for sign, with its code, its escapes and its comments made unreadable."""
    if not any(mark in text for mark in ("`", "\\", "~~~", "<!--", "    ", "\t")):
        return text
    return _CODE.sub(lambda match: re.sub(r"[^\n]", "\0", match[0]), text)


def written_links(text: str) -> Iterator[WrittenLink]:
    """Every link and picture of a page that MkDocs sets."""
    plain = without_code(text)
    for match in _INLINE.finditer(plain):
        yield WrittenLink(match["angled"] or match["plain"] or "", _line(plain, match), False)
    for match in _DEFINED.finditer(plain):
        if not match["name"].startswith("^"):
            yield WrittenLink(match["target"], _line(plain, match), False)
    for match in _HTML.finditer(plain):
        target = match["double"] or match["single"] or match["bare"] or ""
        yield WrittenLink(target, _line(plain, match), True)


_ID = re.compile(
    r"<[A-Za-z][^<>]*?\s(?:id|name)\s*=\s*[\"']?(?P<html>[^\s\"'>]+)"
    r"|\{:?[^{}\n]*?#(?P<list>[^\s{}]+)[^{}\n]*\}"
)
_HEADING = re.compile(
    r"^[ ]{0,3}\#{1,6}[ \t]*(?P<hashed>[^\n]+?)[ \t]*\#*$"
    r"|^(?P<ruled>[^\n]*\S[^\n]*)\n[ ]{0,3}(?:=+|-+)[ ]*$",
    re.MULTILINE,
)


def anchors_in(text: str) -> frozenset[str]:
    """Every name that a part of a page may be linked to by, in whatever way its site makes them."""
    plain = without_code(text)
    ids = {match["html"] or match["list"] for match in _ID.finditer(plain)}
    headings = [match["hashed"] or match["ruled"] for match in _HEADING.finditer(plain)]
    for place, heading in enumerate(headings, 1):
        words = re.sub(r"\{[^{}]*\}|[*_`]", "", heading).strip()
        latin = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
        for kept in (latin, words, unicodedata.normalize("NFKC", words)):
            slug = re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", kept).strip().lower())
            # Where two are alike, or nothing is left, they are counted.
            ids |= {slug, f"{slug}_{place}", *(f"{slug}_{n}" for n in range(1, place))}
        ids.add("-".join(re.sub(r"[\W_]+", " ", words.casefold()).split()))
    return frozenset(ids)


def unknown_names(text: str) -> Iterator[Unknown]:
    """`[text][name]` and `[^name]`, where no line of the text says what the name stands for."""
    if "][" not in text and "[^" not in text:
        return
    plain = without_code(text)
    known = {_plain(match["name"]) for match in _DEFINED.finditer(plain)}
    for match in _REFERENCE.finditer(plain):
        name = match["name"] or match["text"]
        # [1][2] is how an encyclopaedia is copied, and not a slip in a link.
        is_number = name.isdecimal() and match["text"].isdecimal()
        if _plain(name) not in known and not is_number and not match["text"].startswith("^"):
            yield Unknown("link-undefined", match["whole"], name, _line(plain, match))
    for match in _NOTE.finditer(plain):
        if f"^{_plain(match['name'])}" not in known:
            yield Unknown("footnote-undefined", match[0], match["name"], _line(plain, match))


def _plain(name: str) -> str:
    return " ".join(name.split()).lower()


def _line(text: str, match: re.Match[str]) -> int:
    return text.count("\n", 0, match.start())

# SPDX-License-Identifier: MIT
"""A paragraph as runs of text that look alike, and as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from urllib.parse import quote

from linli.reading.chinese import joint

_SPACES = re.compile(r"[ \t\xa0\f\v\u2002-\u200a\u202f\u205f]+")
_LINE_END = re.compile(r"(?<![ \t\xa0\u3000])[ \t\xa0\u3000]*[\r\n]\s*")
_NO_SIGNS = re.compile("[\u200b\u2060\ufeff\u00ad]")
"""Signs that nobody sees: they would part words for the search."""
_REACH = 16
"""How far around a line end is looked."""
_EDGES = " \t\n\xa0\u3000"


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a paragraph; `\\n` in its text is a line that the source itself ends."""

    text: str
    strong: bool = False
    emphasised: bool = False
    code: bool = False
    href: str = ""
    note: bool = False
    """Whether it is the mark of the footnote whose label is its text."""


def text_of(runs: Iterable[Run]) -> str:
    """What a reader sees, on one line."""
    return " ".join("".join(run.text for run in runs if not run.note).split())


def tidy(runs: Sequence[Run]) -> tuple[Run, ...]:
    """Without the source's own line ends, indents and empty lines; alike neighbours joined."""
    plain = [run if run.code else replace(run, text=_NO_SIGNS.sub("", run.text)) for run in runs]
    tidied: list[Run] = []
    before = ""
    for place, run in enumerate(plain):
        text = run.text
        if not run.code and not run.note:
            after = "".join(one.text for one in plain[place + 1 : place + 4])
            text = _joined(text, before, after) if text != "\n" else text
            if not before or before[-1] in _EDGES:
                text = text if text == "\n" else text.lstrip(" \t")
            if text == "\n":
                _strip_end(tidied)
        if not text or (text == "\n" and not before):
            continue
        before = f"{before}{text}"[-_REACH:]
        tidied.append(replace(run, text=text))
    while tidied and not tidied[0].text.strip(_EDGES):
        del tidied[0]
    if tidied:
        tidied[0] = replace(tidied[0], text=tidied[0].text.lstrip(_EDGES))
    _strip_end(tidied)
    return tuple(_merged(tidied))


def _joined(text: str, before: str, after: str) -> str:
    """A text with every line end of its source made what it stands for in Chinese."""

    def joined(match: re.Match[str]) -> str:
        left = before + text[: match.start()]
        right = text[match.end() :] + after.lstrip()
        return joint(left[-8:], right[:8]) if left.strip() and right.strip() else " "

    return _SPACES.sub(" ", _LINE_END.sub(joined, text))


def _strip_end(runs: list[Run]) -> None:
    while runs and not runs[-1].note and not runs[-1].text.strip(_EDGES):
        del runs[-1]
    if runs:
        runs[-1] = replace(runs[-1], text=runs[-1].text.rstrip(_EDGES))


def _merged(runs: Iterable[Run]) -> Iterator[Run]:
    for look, alike in groupby(runs, key=lambda run: replace(run, text="")):
        if look.note:
            yield from alike
        else:
            yield replace(look, text="".join(run.text for run in alike))


def write(runs: Sequence[Run], *, break_as: str = "  \n") -> str:
    """Markdown of a paragraph; `break_as` stands for its line ends."""
    written = "".join(_linked(runs))
    lines = [_escape_start(line.strip(_EDGES)) for line in written.split("\n")]
    return break_as.join(line for line in lines if line)


def _linked(runs: Sequence[Run]) -> Iterator[str]:
    for href, group in groupby(runs, key=lambda run: run.href):
        inner = list(group)
        if not href or not text_of(inner):
            yield "".join(map(_marked, inner))
            continue
        words = "".join(map(_marked, inner)).replace("\n", " ")
        bare = words.strip()
        before, after = words[: len(words) - len(words.lstrip())], words[len(words.rstrip()) :]
        yield f"{before}[{bare}]({_address(href)}){after}"


def _marked(run: Run) -> str:
    if run.note:
        return f"[^{run.text}]"
    if run.code:
        ticks = "`" * (max(map(len, re.findall("`+", run.text)), default=0) + 1)
        edge = " " if run.text.startswith("`") or run.text.endswith("`") else ""
        return f"{ticks}{edge}{run.text}{edge}{ticks}".replace("\n", " ")
    sign = "*" * (2 * run.strong + run.emphasised)
    return "\n".join(_between(sign, part) for part in run.text.split("\n"))


def _between(sign: str, text: str) -> str:
    bare = text.strip(_EDGES)
    if not sign or not bare:
        return escape(text)
    start = text.index(bare)
    return f"{text[:start]}{sign}{escape(bare)}{sign}{text[start + len(bare) :]}"


_MARKS = re.compile(r"[\\`*{]|(?<!\w)_|_(?!\w)|\[(?=\^)|!(?=\[|$)|\](?=\s?[(\[:]|$)|^\[(?=[^\]]*$)")
_TAG = re.compile(r"<(?=[A-Za-z/!?])")
_ENTITY = re.compile(r"&(?=#?\w+;)")


def escape(text: str) -> str:
    """A text whose signs mean nothing but themselves in Markdown."""
    escaped = _MARKS.sub(lambda match: f"\\{match[0]}", text)
    return _TAG.sub("&lt;", _ENTITY.sub("&amp;", escaped))


_START = re.compile(r"#|>|[-+](?=\s|$)|(?<=\d)[.)](?=\s|$)")


def _escape_start(line: str) -> str:
    """A line that would begin a heading, a list, a quotation or a rule."""
    if re.fullmatch(r"(?:=+|-[- ]*|~{3}.*)", line):
        return f"&#{ord(line[0])};{line[1:]}"
    number = re.match(r"\d{1,9}(?=[.)](?:\s|$))", line)
    start = number.end() if number else 0
    return f"{line[:start]}\\{line[start:]}" if _START.match(line, start) else line


def _address(href: str) -> str:
    return (
        quote(href, safe="!#$%&'*+,-./:;=?@_~")
        if re.search(r"[\s()<>\"\\^`{|}\[\]]", href)
        else href
    )

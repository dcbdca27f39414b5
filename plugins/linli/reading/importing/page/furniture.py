# SPDX-License-Identifier: MIT
"""What a page bears besides its pieces: date, number, editors, rules, where a piece goes on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from linli.reading.dates import DateError, parse_day
from linli.reading.importing.page.lines import Line, runs

_NUMERAL = "[一二三四五六七八九十]"
_PAGE = re.compile(
    rf"(?<![\u4e00-\u9fff])(?:第\s?([A-Z]?\d{{1,3}}|{_NUMERAL}{{1,3}})\s?版|([A-Z]?\d{{2,3}})\s?版)[：:]?"
)
_ISSUE = re.compile(r"(?:总\s?)?第\s?(\d{1,5})\s?期")
_DAY = re.compile(r"\d{4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日|\d{4}([-/.])\d{1,2}\1\d{1,2}")
_WEEKDAY = re.compile(r"(?:星期|周|礼拜)[一二三四五六日天]|农历[\u4e00-\u9fff]{4,12}")
_NAMES = r"[：:／/\s]*[\u4e00-\u9fff]{1,4}(?:[\s、][\u4e00-\u9fff]{1,4}(?![\u4e00-\u9fff：:]))*"
_STAFF = re.compile(
    r"(?:本版|值班|责任|执行|美术)*(?:编辑|责编|美编|主编|编审|版式设计|版面设计|版式|排版|组版|校对|校检|审读"
    rf"|审校|设计|制图)(?:[：:／/]|\s){_NAMES}"
)
_HOUSE = re.compile(
    r"(?:(?:新闻|报料|读者|服务|发行|广告)热线|投稿邮箱|国内统一连续出版物号|国内统一刊号|邮发代号)"
    r"[：:]?\s*[A-Za-z0-9@.\-—/\s]+"
)
_RULE = re.compile(r"[-—–_=*·•~～─━―\s]{3,}")
_STRONG = (_PAGE, _ISSUE, _STAFF, _HOUSE)
_SENTENCE = re.compile(r"[。！？；，、“《]")
_LONGEST_REST = 8
_LONGEST_RUNNING_HEAD = 5

_FROM = re.compile(
    r"[（(]?\s*(?:紧|上)接\s?[第\d A-Z一二三四五六七八九十]{1,6}版(?:[《“][^）)]*)?[）)]?"
)
_TO = re.compile(
    r"[（(]?\s*(?:下转|转)\s?第?\s?[\dA-Z一二三四五六七八九十]{1,4}\s?版[^）)]{0,8}[）)]?$"
)


@dataclass(frozen=True, slots=True)
class Facts:
    """What the head and the foot of a page say of it."""

    days: tuple[tuple[date, int], ...] = ()
    """Each with its line."""
    issues: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()


@dataclass(slots=True)
class Cleared:
    """The lines of the pieces, and apart from them what belonged to the page."""

    lines: list[Line] = field(default_factory=list)
    furniture: list[Line] = field(default_factory=list)
    jumps: list[Line] = field(default_factory=list)
    facts: Facts = Facts()


def cleared(lines: Sequence[Line]) -> Cleared:
    """Take the page's own lines out; what it says of its day counts at its edges only."""
    done = Cleared()
    found = [is_furniture(line.text) or is_rule(line.text) for line in lines]
    running = _running_heads(lines, found)
    first = next((at for at, _ in enumerate(lines) if not (found[at] or at in running)), len(lines))
    last = next((at for at in reversed(range(len(lines))) if not (found[at] or at in running)), -1)
    edges: list[Line] = []
    gap, parted = 0, False
    for at, line in enumerate(lines):
        at_edge = at < first or at > last
        if found[at] or at in running or (at_edge and _is_day(line.text)):
            done.furniture.append(line)
            gap = max(gap, line.gap)
            parted = parted or is_rule(line.text)
            edges += [line] if at_edge else []
            continue
        kept = _without_jumps(line, done)
        if kept is not None:
            kept = replace(kept, gap=max(gap, line.gap), parted=parted)
            done.lines.append(kept)
            gap, parted = 0, False
    done.facts = _facts(edges)
    return done


def is_rule(text: str) -> bool:
    return _RULE.fullmatch(text) is not None


def is_furniture(text: str) -> bool:
    """Whether a line says nothing but what page this is, of which day, made by whom."""
    if len(text) > 100 or not any(pattern.search(text) for pattern in _STRONG):
        return _is_day(text) and _WEEKDAY.search(text) is not None
    rest = text
    for pattern in (_HOUSE, _STAFF, _DAY, _WEEKDAY, _ISSUE, _PAGE):
        rest = pattern.sub(" ", rest)
    return not _SENTENCE.search(rest) and len("".join(rest.split())) <= _LONGEST_REST


def _is_day(text: str) -> bool:
    rest = _WEEKDAY.sub("", _DAY.sub("", text))
    return _DAY.search(text) is not None and not re.sub(r"[\s()（）|｜]", "", rest)


def _running_heads(lines: Sequence[Line], found: Sequence[bool]) -> set[int]:
    """The paper's or the section's name, where it stands in one run with such lines alone."""
    heads: set[int] = set()
    at = 0
    for run in runs(lines):
        places = range(at, at + len(run))
        at += len(run)
        others = [place for place in places if not found[place]]
        short = all(lines[place].width <= _LONGEST_RUNNING_HEAD for place in others)
        marked = any(_SENTENCE.search(lines[place].text) for place in others)
        strong = any(found[place] and not is_rule(lines[place].text) for place in places)
        if strong and short and not marked:
            heads.update(others)
    return heads


def _without_jumps(line: Line, done: Cleared) -> Line | None:
    """A line without 上接 and 下转; None where it held nothing else."""
    text = line.text
    came = _FROM.match(text)
    if came:
        done.jumps.append(replace(line, text=came[0]))
        text = text[came.end() :].strip()
    goes = _TO.search(text)
    if goes:
        done.jumps.append(replace(line, text=goes[0]))
        text = text[: goes.start()].strip()
        if not text and done.lines:
            done.lines[-1] = replace(done.lines[-1], goes_on_elsewhere=True)
    return replace(line, text=text, goes_on_elsewhere=goes is not None) if text else None


def _facts(edges: Sequence[Line]) -> Facts:
    return Facts(
        tuple(_days(edges)),
        tuple(dict.fromkeys(match[1] for line in edges for match in _ISSUE.finditer(line.text))),
        tuple(
            dict.fromkeys(
                match[1] or match[2] for line in edges for match in _PAGE.finditer(line.text)
            )
        ),
    )


def _days(edges: Sequence[Line]) -> Iterator[tuple[date, int]]:
    seen: set[date] = set()
    for line in edges:
        for match in _DAY.finditer(line.text):
            try:
                day = parse_day("".join(match[0].split()))
            except DateError:
                continue
            if day not in seen:
                seen.add(day)
                yield day, line.number

# SPDX-License-Identifier: MIT
"""What is declared twice, in the table and in the text, is declared alike."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import accumulate

from linli.language.languages import Text
from linli.newsroom.announcements import Announcement, HolderType, Lost, Notice
from linli.newsroom.diagnostics import Diagnostic
from linli.newsroom.documents import plain, recognised
from linli.newsroom.identifiers import faults, find_mobiles, find_resident_ids
from linli.reading.credit_code import looks_like_a_credit_code, slips

_TOKEN = re.compile(r"[0-9A-Z*]{6,}")
_HOLDER = Text("遗失人", "holder")
_ISSUER = Text("签发单位", "issuer")
_DOCUMENT = Text("证件", "document")
_CREDIT = Text("统一社会信用代码", "credit code")
_SIGN = re.compile("[0-9A-Z]")
_LONG = re.compile("[0-9A-Za-z０-９Ａ-Ｚａ-ｚ]{4}")
_LABELLED = re.compile(r"(?:信用代码|识别号|税号)[^0-9A-Z]{0,4}$")
_WIDE = re.compile("[０-９Ａ-Ｚａ-ｚ]{4}")
_SLIPS = 2
"""Signs in which two writings of one number differ; more of them, and they are two numbers."""

_LONG_NAME = 8
"""Signs from which the names of two offices are not alike by chance (示例银行, 示例商行)."""


@dataclass(frozen=True, slots=True)
class Told:
    """The text of a piece in its plain form, which still knows its lines."""

    text: str
    _starts: tuple[int, ...]

    @classmethod
    def of(cls, body: str) -> Told:
        lines = [plain(line) for line in body.split("\n")]
        return cls("".join(lines), (0, *accumulate(map(len, lines))))

    def line_of(self, place: int) -> int:
        """The line below the first on which a sign stands; a line that is empty holds none."""
        return bisect_right(self._starts, place) - 1

    def tokens(self) -> Iterator[tuple[str, int]]:
        """Numbers in the text, each with its place."""
        return ((match[0], match.start()) for match in _TOKEN.finditer(self.text))

    def holds(self, value: str) -> bool:
        """Whether a number stands here, and not as a piece of a longer one."""
        place = self.text.find(value)
        if not _TOKEN.fullmatch(value):
            return place >= 0
        while place >= 0:
            # Not by a pattern: one for each number of a large archive would have to be compiled.
            around = self.text[max(place - 1, 0) : place] + self.text[place + len(value) :][:1]
            if not _SIGN.search(around):
                return True
            place = self.text.find(value, place + 1)
        return False


def texts_agree(lost: Lost) -> Iterator[Diagnostic]:
    """Holder, documents, issuers and numbers are the same in the table and in the text."""
    if not lost.body.strip():
        return
    told = Told.of(lost.body)
    for line, text in enumerate(lost.body.split("\n")):
        # Of a private number in clear more than enough is said.
        if _WIDE.search(text) and not any((*find_resident_ids(text), *find_mobiles(text))):
            yield Diagnostic("number-typed", lost.source.in_body(line), {"value": ""})
    yield from _holder(lost, told)
    yield from _documents(lost, told)
    yield from _credit_code(lost, told)
    yield from _numbers(lost, told)


def _holder(lost: Lost, told: Told) -> Iterator[Diagnostic]:
    name = plain(lost.holder.name)
    if not name or name in told.text:
        return
    at = lost.source.at("holder.name")
    words = {"label_zh": _HOLDER.zh, "label_en": _HOLDER.en, "value": lost.holder.name}
    window = _window(name, told.text, min(len(name) // 6 + 1, 3) if len(name) > 3 else 0)
    if window:
        yield Diagnostic("differs-from-text", at, words | {"found": window})
    else:
        yield Diagnostic("not-in-text", at, words)


def _documents(lost: Lost, told: Told) -> Iterator[Diagnostic]:
    for index, document in enumerate(lost.documents):
        sort = recognised(document.type, document.name)
        # A text may call 毕业证书 what the table calls 毕业证: any word of the sort will do.
        if sort and not any(word in told.text for word in (*sort.words, *sort.unclear)):
            words = {"label_zh": _DOCUMENT.zh, "label_en": _DOCUMENT.en, "value": document.name}
            yield Diagnostic("not-in-text", lost.source.at(f"documents.{index}.name"), words)
        issuer = plain(document.issuer)
        if len(issuer) >= _LONG_NAME and issuer not in told.text:
            # A text need not name who issued it; but if it does, then by the same name.
            others = told.text.replace(plain(lost.holder.name), "")
            window = _window(issuer, others, len(issuer) // 6, shift=False)
            if window:
                words = {"label_zh": _ISSUER.zh, "label_en": _ISSUER.en, "value": document.issuer}
                at = lost.source.at(f"documents.{index}.issuer")
                yield Diagnostic("differs-from-text", at, words | {"found": window})


def _credit_code(lost: Lost, told: Told) -> Iterator[Diagnostic]:
    uscc = lost.holder.uscc
    codes = [token for token, _ in _credit_codes(told)]
    if uscc and not faults(uscc) and uscc not in codes and codes:
        words = {"label_zh": _CREDIT.zh, "label_en": _CREDIT.en, "value": uscc}
        at = lost.source.at("holder.uscc")
        yield Diagnostic("differs-from-text", at, words | {"found": codes[0]})
    known = {plain(number.value) for document in lost.documents for number in document.numbers}
    is_body = lost.holder.type is HolderType.ORGANISATION
    strangers = {code for code in codes if code not in known and not faults(code)}
    if not uscc and is_body and len(strangers) == 1:
        yield Diagnostic("uscc-only-in-text", lost.source.at("holder"), {"value": strangers.pop()})


def _numbers(lost: Lost, told: Told) -> Iterator[Diagnostic]:
    numbers = [number for document in lost.documents for number in document.numbers]
    known = {plain(number.value) for number in numbers} | {lost.holder.uscc}
    for index, document in enumerate(lost.documents):
        for place, number in enumerate(document.numbers):
            value = plain(number.value)
            if "*" in value or len(value) < 6 or told.holds(value) or value == lost.holder.uscc:
                continue
            found = _other(value, plain(number.label), told, known)
            if found:
                yield Diagnostic(
                    "differs-from-text",
                    lost.source.at(f"documents.{index}.numbers.{place}.value"),
                    {
                        "label_zh": number.label,
                        "label_en": number.label,
                        # What the table may not show, a message must not show from the text.
                        "value": lost.shown(number),
                        "found": lost.shown(replace(number, value=found)),
                    },
                )


def _other(value: str, label: str, told: Told, known: set[str]) -> str:
    """What the text has in place of a number; empty where it has nothing like it."""
    if not _TOKEN.fullmatch(value):
        return _window(value, told.text, _SLIPS)
    strangers = [token for token, _ in told.tokens() if token not in known and "*" not in token]
    near = [(_distance(value, token, _SLIPS), token) for token in strangers]
    close = min((pair for pair in near if pair[0] <= _SLIPS), default=None)
    if close:
        return close[1]
    if value in told.text:
        return ""
    pattern = rf"(?<![\u4e00-\u9fff]){re.escape(label)}[:是为\"“]*([0-9A-Z]{{4,}})(?![0-9A-Z*])"
    labelled = re.search(pattern, told.text)
    return labelled[1] if labelled and labelled[1] not in known else ""


def _window(value: str, text: str, most: int, *, shift: bool = True) -> str:
    """The part of a text that is closest to a value, differing in no more than a few signs."""
    lengths = [len(value), *((len(value) + more for more in (-1, 1, -2, 2)) if shift else ())]
    best = (most + 1, "")
    if most == 0:
        return ""
    signs = set(value)
    for length in lengths:
        for start in range(len(text) - length + 1):
            window = text[start : start + length]
            if window[0] != value[0] and window[-1] != value[-1]:
                continue
            if len(signs.intersection(window)) * 2 < len(signs):
                continue
            distance = _distance(value, window, best[0] - 1)
            if distance < best[0]:
                best = (distance, window)
    return best[1]


def _distance(one: str, other: str, most: int) -> int:
    """In how many signs two writings differ: wrong, missing or too many; more than `most` is one
    more."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    row = list(range(len(other) + 1))
    for i, sign in enumerate(one, start=1):
        before, row[0] = row[0], i
        for j, against in enumerate(other, start=1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (sign != against))
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)


def _credit_codes(told: Told) -> Iterator[tuple[str, int]]:
    """Credit codes in a text: by their label, or because nothing else looks so."""
    for token, start in told.tokens():
        labelled = _LABELLED.search(told.text[max(start - 12, 0) : start])
        if "*" not in token and (labelled or looks_like_a_credit_code(token)):
            yield token, start


def _numbers_called(lost: Lost, word: str) -> Iterator[str]:
    """Numbers of the table that have a check of their own there."""
    for document in lost.documents:
        yield from (plain(number.value) for number in document.numbers if word in number.label)


def credit_codes_are_right(announcement: Announcement) -> Iterator[Diagnostic]:
    """A credit code in the text stands its checks too."""
    if not _LONG.search(announcement.body):
        return
    own = ""
    checked: set[str] = set()
    if isinstance(announcement, Lost):
        own = announcement.holder.uscc
        checked = set(_numbers_called(announcement, "信用代码"))
    elif isinstance(announcement, Notice):
        own = announcement.issuer.uscc
    told = Told.of(announcement.body)
    found = list(_credit_codes(told))
    if isinstance(announcement, Lost) and own and not any(token == own for token, _ in found):
        # Then the text differs from the table, and that is said.
        return
    for token, start in found:
        if token not in checked | {own}:
            line = announcement.source.in_body(told.line_of(start))
            yield from (Diagnostic(code, line, words) for code, words in slips(token))

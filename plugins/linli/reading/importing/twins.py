# SPDX-License-Identifier: MIT
"""Whether a draft stands in the content folder already, perhaps edited meanwhile."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from linli.newsroom.announcements import Announcement, Lost
from linli.newsroom.articles import Article
from linli.newsroom.identifiers import compact
from linli.reading.importing.drafted import Drafted

_ALIKE = 0.8
"""So much of two texts under one headline is the same: an editor has gone over it since."""
_RUN = 4
_NOT_TEXT = re.compile(r"!\[[^\]]*\]\([^)]*\)(?:\{[^}\n]*\})?|<!--.*?-->", re.DOTALL)


def twin_of(draft: Drafted, pieces: Iterable[Article]) -> Article | None:
    """The piece that says what a draft says.

    An announcement says the same in the same words only, or of the same holder with the same
    numbers: the next one by the same form of words is another. A report may have been edited.
    """
    return next((one for one in pieces if _is_twin(draft, one)), None)


def marks_of(draft: Drafted) -> frozenset[str]:
    """Of these runs of signs, one stands in the file of every twin: for a quick look into files."""
    lines = (line for line in _NOT_TEXT.sub("", draft.body).splitlines() if line.strip("# >-*"))
    runs = (re.findall(r"[^\W_]{4,}", line) for line in lines)
    return frozenset([draft.headline, *(run[0] for run in runs if run)][:6])


def signs_of(text: str) -> str:
    """The letters and digits of a text, without its pictures, marks and spaces."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", _NOT_TEXT.sub("", text))))


def _is_twin(draft: Drafted, piece: Article) -> bool:
    if piece.source.path.partition("/")[0] != draft.kind.folder:
        return False
    said, there = signs_of(draft.body), signs_of(piece.body)
    if said == there:
        return bool(said) or draft.headline == piece.title
    if isinstance(piece, Announcement):
        return isinstance(piece, Lost) and _declares_the_same(draft, piece)
    return signs_of(draft.headline) == signs_of(piece.title) and _likeness(said, there) >= _ALIKE


def _declares_the_same(draft: Drafted, lost: Lost) -> bool:
    holder = draft.keys.get("holder")
    if not isinstance(holder, dict) or holder.get("name") != lost.holder.name:
        return False
    numbers = {compact(value) for value in _numbers(draft.keys.get("documents"))}
    there = {compact(number.value) for document in lost.documents for number in document.numbers}
    return bool(numbers) and numbers <= there


def _numbers(value: object) -> Iterable[str]:
    """Every `value` of every number of every document."""
    if isinstance(value, list):
        for one in value:
            yield from _numbers(one)
    elif isinstance(value, dict):
        if isinstance(number := value.get("value"), str):
            yield number
        yield from _numbers(value.get("numbers"))


def _likeness(one: str, other: str) -> float:
    """How many of the runs of four signs that stand in either stand in both."""
    runs, others = ({text[at : at + _RUN] for at in range(len(text))} for text in (one, other))
    return len(runs & others) / max(1, len(runs | others))

# SPDX-License-Identifier: MIT
"""The law of an import: every sign of a source is in one draft or left over, and in its order."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from linli.newsroom.codes import Kind
from linli.reading.importing.drafted import Drafted, Harvest

_WIDE = str.maketrans(",;:?!()", "，；：？！（）")
_ENTITIES = {"amp": "&", "lt": "<"}
_CAPTION = re.compile(
    r'^  !\[图上有什么\]\(文件名\.jpg(?: "(.*?)")?\)(?:\{ credit="(.*?)" \})?（在', re.M
)
_LINE_FIELDS = ("kicker", "subtitle")
_LIST_FIELDS = ("bylines", "credits")


def held(text: str, harvest: Harvest) -> None:
    """Fails where a sign of the text is lost, doubled, invented or out of its order."""
    source = _signs(text)
    parts = list(_parts(text, harvest))
    missing = Counter(source)
    missing.subtract(Counter("".join(map(_signs, parts))))
    # A signature is known by its key, no longer by its brackets.
    assert missing["（"] == missing["）"] >= 0
    if any(remark.code == "masked" for remark in harvest.remarks):
        for sign in filter(str.isascii, list(missing)):
            missing[sign] = 0
    lost = {sign: count for sign, count in missing.items() if count and sign not in "（）"}
    assert not lost, lost
    for draft in harvest.drafts:
        assert _stands_in(_signs(plain(draft.body)), source), draft.headline
    lines = [draft.line for draft in harvest.drafts]
    assert lines == sorted(lines)


def plain(markdown: str) -> str:
    """What a reader sees of a drafted text."""
    text = re.sub(r"^## ", "", markdown, flags=re.M)
    return re.sub(r"\\([!-/:-@\[-`{-~])|&(?:(amp|lt)|#(\d+));", _shown, text)


def _shown(match: re.Match[str]) -> str:
    if match[1]:
        return match[1]
    return _ENTITIES[match[2]] if match[2] else chr(int(match[3]))


def _signs(text: str) -> str:
    return "".join(text.replace("\ufeff", "").split()).translate(_WIDE)


def _parts(text: str, harvest: Harvest) -> Iterator[str]:
    seen: set[tuple[int, str]] = set()
    for draft in harvest.drafts:
        key = (draft.line, draft.body)
        if draft.kind is Kind.LOST and key in seen:
            # One notice of two holders is two announcements with the same words.
            continue
        seen.add(key)
        yield from _words(draft, text)
    for leftover in harvest.leftovers:
        yield leftover.text


def _words(draft: Drafted, text: str) -> Iterator[str]:
    title = str(draft.keys.get("title", ""))
    printed = "".join(text.splitlines()[draft.line - 1].split())
    if draft.kind is not Kind.LOST or title in printed:
        # A declaration without a headline is named after what was lost.
        yield title
    for key in _LINE_FIELDS:
        yield str(draft.keys.get(key, ""))
    for key in _LIST_FIELDS:
        many = draft.keys.get(key, [])
        assert isinstance(many, list)
        yield from map(str, many)
    for caption in _CAPTION.finditer(draft.to_do.get("photos", "")):
        yield caption[1] or ""
        yield caption[2] or ""
    yield plain(draft.body)


def _stands_in(part: str, whole: str) -> bool:
    """Whether all signs of a part stand in the whole, in this order; masks are as long as theirs."""
    rest = iter(whole)
    return all(sign == "*" or any(sign == other for other in rest) for sign in part)

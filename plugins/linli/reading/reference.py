# SPDX-License-Identifier: MIT
"""The editors' table of keys, written from the table that validates them."""

from __future__ import annotations

from collections.abc import Iterator

from linli.language.languages import Language, Text
from linli.language.written import between_marks
from linli.newsroom.codes import CODES, GROUPS, Kind
from linli.reading.forms import Key
from linli.reading.schema import KEYS

_KINDS = {
    Kind.REPORT: Text("报道", "report"),
    Kind.NOTICE: Text("公告", "notice"),
    Kind.LOST: Text("遗失招领", "lost"),
}
_HEAD = Text(
    "| 键 | 中文写法 | 用于 | 写法 | 说明 |", "| key | in Chinese | kinds | form | meaning |"
)
_CODE_HEAD = Text("| 代码 | 类型 | 还必须写 |", "| code | type | also needs |")


def reference(language: Language) -> str:
    """All keys of articles and all codes, as two Markdown tables."""
    return "\n".join([*_key_table(language), "", *_code_table(language)]) + "\n"


def with_reference(handbook: str, language: Language) -> str:
    """A handbook with the current table between its two marks.

    Raises ValueError where a mark is missing.
    """
    return between_marks(handbook, "keys", reference(language))


def _key_table(language: Language) -> Iterator[str]:
    yield _HEAD(language)
    yield "| --- | --- | --- | --- | --- |"
    for key in KEYS:
        cells = (
            f"`{key.name}`",
            "、".join(key.zh),
            _kinds(key, language),
            key.form.words(language),
            key.meaning(language),
        )
        yield f"| {' | '.join(cell.replace('|', '&#124;') for cell in cells)} |"


def _kinds(key: Key, language: Language) -> str:
    """Where a key may stand; `*` where it must."""
    comma = Text("、", ", ")(language)
    return comma.join(
        f"{text(language)}{'*' if kind in key.required else ''}"
        for kind, text in _KINDS.items()
        if kind in key.kinds
    )


def _code_table(language: Language) -> Iterator[str]:
    yield _CODE_HEAD(language)
    yield "| --- | --- | --- |"
    for entry in CODES.values():
        needs = [f"`{name}`" for name in entry.required]
        needs += [number.label(language) for number in entry.numbers]
        needs += [f"“{entry.phrase}”"] if entry.phrase else []
        group = GROUPS[entry.group](language)
        yield f"| {entry.code} | {group}·{entry.name(language)} | {'、'.join(needs)} |"

# SPDX-License-Identifier: MIT
"""Numbers of persons never enter a draft in clear, and never a report."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from linli.language.imports import Remark
from linli.reading.importing.drafted import Drafted, Harvest, Leftover
from linli.reading.numbers import Masked, mask_private
from linli.reading.writing import Value


def veiled(harvest: Harvest) -> Harvest:
    """The same with every resident's number and mobile masked, and told of."""
    masked: list[Masked] = []

    def veil(text: str) -> str:
        safe, found = mask_private(text)
        masked.extend(found)
        return safe

    drafts = tuple(_veiled(draft, veil) for draft in harvest.drafts)
    leftovers = tuple(Leftover(veil(one.text), one.line) for one in harvest.leftovers)
    remarks = [
        replace(one, arguments={name: veil(words) for name, words in one.arguments.items()})
        for one in harvest.remarks
    ]
    # What stands in a draft and in a remark is one number.
    for one in dict.fromkeys(masked):
        remarks.append(Remark("draft-masked", 1, {"kind": one.kind.value, "value": one.value}))
    return Harvest(drafts, leftovers, tuple(remarks))


def _veiled(draft: Drafted, veil: Callable[[str], str]) -> Drafted:
    return replace(
        draft,
        headline=veil(draft.headline),
        keys={name: _value(value, veil) for name, value in draft.keys.items()},
        body=_in_markdown(draft.body, veil),
        to_do={name: veil(words) for name, words in draft.to_do.items()},
    )


def _in_markdown(text: str, veil: Callable[[str], str]) -> str:
    """A text whose new asterisks are no marks of Markdown."""
    veiled = veil(text)
    # As many signs as before, so that those which changed are found.
    if len(veiled) != len(text):
        return veiled
    pairs = zip(text, veiled, strict=True)
    return "".join(f"\\{new}" if new != old else new for old, new in pairs)


def _value(value: Value, veil: Callable[[str], str]) -> Value:
    match value:
        case str():
            return veil(value)
        case list():
            return [_value(item, veil) for item in value]
        case dict():
            return {name: _value(inner, veil) for name, inner in value.items()}
        case _:
            return value

# SPDX-License-Identifier: MIT
"""Lost and found things: each in its category."""

from __future__ import annotations

from collections.abc import Iterator

from linli.newsroom.announcements import Lost
from linli.newsroom.diagnostics import Diagnostic
from linli.newsroom.manuscripts import Manuscripts
from linli.newsroom.things import ITEM_TYPES, likely_type


def check(manuscripts: Manuscripts) -> Iterator[Diagnostic]:
    for announcement in manuscripts.announcements:
        if isinstance(announcement, Lost) and announcement.type is not None:
            yield from category_is_given(announcement)
            yield from only_things_have_a_category(announcement)


def category_is_given(lost: Lost) -> Iterator[Diagnostic]:
    """A thing whose words say what it is says so under `item_type` too."""
    # Whoever wrote a wrong one has been told.
    if lost.side is None or "item_type" in lost.source.key_lines:
        return
    likely = likely_type(lost.item)
    if likely is not None:
        name = ITEM_TYPES[likely].name
        yield Diagnostic(
            "item-type-advised",
            lost.source.at("item"),
            {"value": likely.value, "name_zh": name.zh, "name_en": name.en},
        )


def only_things_have_a_category(lost: Lost) -> Iterator[Diagnostic]:
    """A document has no category of things."""
    if lost.side is None and lost.item_type is not None:
        yield Diagnostic("item-type-unused", lost.source.at("item_type"), {"code": lost.code})

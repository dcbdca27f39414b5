# SPDX-License-Identifier: MIT
"""What is noted while a page is read: remarks for the editor, and what is left over."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from linli.language.imports import Remark
from linli.reading.chinese import half_width_marks, widen
from linli.reading.importing.drafted import Leftover
from linli.reading.numbers import Masked, mask_private

_LONG_NUMBER = re.compile(r"\d{6,}")
_OPENING = 16


@dataclass(slots=True)
class Notes:
    """A notebook; no private number is ever written into it."""

    remarks: list[Remark] = field(default_factory=list)
    leftovers: list[Leftover] = field(default_factory=list)
    widened: int = 0

    def say(self, remark: str, line: int, **arguments: str) -> None:
        self.remarks.append(Remark(remark, line, arguments))

    def leave(self, text: str, line: int) -> None:
        """Keep what belongs to no piece."""
        self.leftovers.append(Leftover(self.private(text, line), line))

    def private(self, text: str, line: int) -> str:
        """A text as it may enter the repository."""
        shown, masked = mask_private(text)
        self.say_masked(masked, line)
        return shown

    def say_masked(self, masked: list[Masked], line: int) -> None:
        for one in masked:
            self.say("masked", line, kind=one.kind.value, value=one.value)

    def wide(self, text: str) -> str:
        """A text with the marks of Chinese, counting those that were others."""
        self.widened += sum(1 for _ in half_width_marks(text))
        return widen(text)


def opening(text: str) -> str:
    """The first words of a text, to find it by."""
    flat = shown(" ".join(text.split()))
    return flat if len(flat) <= _OPENING else f"{flat[:_OPENING]}…"


def shown(text: str) -> str:
    """Words for a remark: a part of a private number is private too."""
    return _LONG_NUMBER.sub(lambda number: "*" * len(number[0]), text)

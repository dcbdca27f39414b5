# SPDX-License-Identifier: MIT
"""What keeps a source from being read at all, and what is noted while one is read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from linli.language.imports import Remark
from linli.language.languages import Language
from linli.language.sources import FAULTS
from linli.reading.importing.drafted import Leftover

Beside = Callable[[str], bytes | None]
"""The bytes of a file by its path as the source writes it; None where there is no such file."""


def nothing_beside(_: str) -> None:
    """Of a source that came alone."""


class SourceError(Exception):
    """A source of which nothing can be drafted; `say` tells why, and what to do."""

    def __init__(self, code: str, **arguments: str) -> None:
        super().__init__(code)
        self.code = code
        self.arguments = arguments

    def say(self, language: Language) -> str:
        return FAULTS[self.code](language).format(**self.arguments)


@dataclass(slots=True)
class Notes:
    """What an editor will be told of a source, and what found no place in a draft."""

    remarks: list[Remark] = field(default_factory=list)
    leftovers: list[Leftover] = field(default_factory=list)
    line: int = 1
    """Where what is read now begins, which is told where nothing more exact is."""

    def say(self, remark: str, line: int = 0, **arguments: str) -> None:
        self.remarks.append(Remark(remark, line or self.line, arguments))

    def leave(self, text: str, line: int = 0) -> None:
        if text.strip():
            self.leftovers.append(Leftover(text.strip(), line or self.line))

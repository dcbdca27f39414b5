# SPDX-License-Identifier: MIT
"""What is found while one file is read: its diagnostics, and where its keys stand."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from linli.newsroom.diagnostics import Argument, Diagnostic, Location, Source


@dataclass(slots=True)
class Findings:
    """Handed down through the forms of one file; each adds what it finds."""

    path: str
    zone: ZoneInfo
    """What a date without an offset is told in."""
    diagnostics: list[Diagnostic] = field(default_factory=list)
    key_lines: dict[str, int] = field(default_factory=dict)
    _inside: list[str] = field(default_factory=list)

    def say(self, code: str, line: int, **arguments: Argument) -> None:
        self.diagnostics.append(Diagnostic(code, Location(self.path, line), arguments))

    @contextmanager
    def inside(self, key: str, line: int) -> Iterator[None]:
        """Read the value of a key, or an item of a list."""
        self._inside.append(key)
        self.key_lines[self.key] = line
        try:
            yield
        finally:
            self._inside.pop()

    @property
    def key(self) -> str:
        """The key being read, with the keys around it: `documents.0.numbers`."""
        return ".".join(self._inside)

    @property
    def label(self) -> str:
        """The key as an editor counts: `documents[1].numbers`."""
        label = ""
        for part in self._inside:
            label += f"[{int(part) + 1}]" if part.isdecimal() else f".{part}" if label else part
        return label

    def source(self, body_line: int) -> Source:
        return Source(self.path, self.key_lines, body_line)

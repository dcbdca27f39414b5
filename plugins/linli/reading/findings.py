# SPDX-License-Identifier: MIT
"""What is found while one file is read: its diagnostics, and where its keys stand."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Self
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
    piece: str = ""
    """The path that a piece of a file of many would have by itself."""
    _inside: list[tuple[str, str]] = field(default_factory=list)
    """The keys around the one being read, each with the word that stands in the file."""

    def say(self, code: str, line: int, **arguments: Argument) -> None:
        self.diagnostics.append(Diagnostic(code, Location(self.path, line), arguments))

    def inside(self, key: str, line: int, written: str = "") -> Self:
        """Read the value of a key, or an item of a list, in a `with` block.

        `written` is how the file has it.
        """
        self._inside.append((key, written or f".{key}"))
        self.key_lines[self.key] = line
        return self

    def __enter__(self) -> None:
        """The block that `inside` begins."""

    def __exit__(self, *_: object) -> None:
        self._inside.pop()

    @property
    def key(self) -> str:
        """The key being read, with the keys around it: `documents.0.numbers`."""
        return ".".join([key for key, _ in self._inside])

    @property
    def label(self) -> str:
        """The key as the editor wrote it, items counted from 1: `证件[1].号码`."""
        return "".join(written for _, written in self._inside).removeprefix(".")

    def source(self, body_line: int) -> Source:
        if self.piece:
            return Source(self.piece, self.key_lines, body_line, self.path)
        return Source(self.path, self.key_lines, body_line)

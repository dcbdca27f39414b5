# SPDX-License-Identifier: MIT
"""Front matter as a tree of nodes that still know their line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value, as its characters stand in the file.

    YAML would make 22829301040012305 a number, 4004 an integer and 2022-07-05 a date; what they
    are is for the table of keys to say, so here they stay text.
    """

    text: str
    line: int
    quoted: bool = False

    @property
    def is_empty(self) -> bool:
        """Nothing was written: `title:` or `title: ~`."""
        return not self.quoted and self.text in {"", "~", "null"}


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    items: tuple[Node, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Entry:
    """A key with its value."""

    key: str
    line: int
    value: Node


@dataclass(frozen=True, slots=True)
class Entries:
    """Keys with values, in the order of the file; a key may stand twice here."""

    entries: tuple[Entry, ...]
    line: int

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries)


Node = Scalar | Items | Entries

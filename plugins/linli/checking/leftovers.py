# SPDX-License-Identifier: MIT
"""Nothing goes to the reader that was meant for the editor: notes, placeholders, stray signs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from linli.newsroom.diagnostics import Diagnostic, Location
from linli.reading.leftovers import keys_to_fill, leftovers

_ASKS_FOR = frozenset({"missing-key", "code-needs-key", "number-missing"})
"""Findings that ask for a key themselves."""


def check_text(path: str, text: str) -> Iterator[Diagnostic]:
    """A file holds no marker to come back to, no conflict of git's and no sign nobody can see."""
    told: set[tuple[int, str]] = set()
    for found in leftovers(text):
        line = text.count("\n", 0, found.start) + 1
        if (line, found.code) not in told:
            told.add((line, found.code))
            yield Diagnostic(found.code, Location(path, line), {"text": found.text})


def keys_are_filled(path: str, text: str, found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """No comment is left that asks for a key, unless the check asks for that key already."""
    asked = {str(one.arguments.get("key")) for one in found if one.code in _ASKS_FOR}
    for gap in keys_to_fill(text):
        if gap.key not in asked:
            line = text.count("\n", 0, gap.start) + 1
            arguments = {"key": gap.key, "what": gap.what}
            yield Diagnostic("key-to-fill", Location(path, line), arguments)

# SPDX-License-Identifier: MIT
"""What a command writes into a page of the handbook, between two marks."""

from __future__ import annotations


def marks(name: str) -> tuple[str, str]:
    """The two lines between which it stands."""
    return f"<!-- {name}:begin -->", f"<!-- {name}:end -->"


def between_marks(page: str, name: str, text: str) -> str:
    """A page with a text in the place of what stood there.

    Raises ValueError where a mark is missing.
    """
    first, last = marks(name)
    before, begin, rest = page.partition(first)
    _, end, after = rest.partition(last)
    if not begin or not end:
        raise ValueError(f"{first} … {last}")
    return f"{before}{first}\n\n{text}\n{last}{after}"

# SPDX-License-Identifier: MIT
"""A text of the content folder inside Markdown that a forge shows: words, and nothing happens.

Titles come from whoever opens a pull request. None of them may become a link, a picture, a table
cell of its own or a call for somebody's attention, and no personal number is repeated.
"""

from __future__ import annotations

import re

from linli.reading.numbers import mask_private

_SIGNS = re.compile(
    r"""(?P<mark>[\\`*_{}\[\]<>()|~&$^"'])|[@#]|(?<=GH)-|(?<=www)\.|:(?=//)""", re.IGNORECASE
)
"""Marks of Markdown and HTML, and what makes a mention, a reference or a link of a word."""
_JOINER = "&#8288;"
"""Shows nothing, and parts the word from the sign before it."""


def neutral(text: str, most: int = 0) -> str:
    """A text on one line, as it is read; of at most so many signs, if told."""
    # The name of a file may be no text at all.
    text = text.encode(errors="replace").decode()
    plain = " ".join(mask_private(text)[0].split())
    if most and len(plain) > most:
        plain = f"{plain[: most - 1]}…"
    return _SIGNS.sub(_harmless, plain)


def _harmless(match: re.Match[str]) -> str:
    return f"&#{ord(match[0])};" if match["mark"] else f"{match[0]}{_JOINER}"

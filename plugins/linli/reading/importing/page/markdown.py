# SPDX-License-Identifier: MIT
"""A printed text as Markdown that shows the same signs and no others."""

from __future__ import annotations

import re

_ALWAYS = re.compile(r"([\\`\[{])")
_AT_START = re.compile(r"^(?=[#>+\-])|^(?=\*\s)", re.MULTILINE)
_NUMBERED = re.compile(r"^(\d+)(?=[.)]\s)", re.MULTILINE)
_STARS = re.compile(r"\*+")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_BAR = re.compile(r"^[=~|]|\|$", re.MULTILINE)


def escaped(text: str) -> str:
    """A text, with no sign in it that Markdown would take for its own."""
    text = _ENTITY.sub("&amp;", text).replace("<", "&lt;")
    text = _ALWAYS.sub(r"\\\1", text)
    if len(_STARS.findall(text)) > 1:
        # One mask stands as it is; two would set what lies between them in bold.
        text = text.replace("*", r"\*")
    if text.count("_") > 1:
        text = text.replace("_", r"\_")
    text = _BAR.sub(lambda sign: f"&#{ord(sign[0])};", text)
    text = _NUMBERED.sub(r"\1\\", text)
    return _AT_START.sub(r"\\", text)


def cross_head(text: str) -> str:
    """A heading of the second level; signs that would close it belong to it."""
    bare = text.rstrip("#")
    return f"## {escaped(bare)}" + r"\#" * (len(text) - len(bare))


def verse(text: str) -> str:
    """Lines that stay lines."""
    return escaped(text).replace("\n", "  \n")

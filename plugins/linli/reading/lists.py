# SPDX-License-Identifier: MIT
"""Lists that begin right below a paragraph, where Python-Markdown takes them for a part of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linli.reading.chinese import veiled

_ITEM = re.compile(r"(?P<marker>[-*+]|\d+[.)]) +\S")
_BELOW = re.compile(rf"\n{_ITEM.pattern}")
_NO_PARAGRAPH = re.compile(r"\s|(?:[-*+]|\d+[.)])(?: |$)|[#>|<{]|```|~~~|:|\[[^\]]*\]:|\[\^")
_ENDS_A_BLOCK = re.compile(r"\s*$|#|```|~~~")


def swallowed_lists(text: str) -> Iterator[int]:
    """The line of each such list's first item, counted from 0."""
    if not _BELOW.search(text):
        return
    plain = veiled(text)
    place = 0
    first, before = "", ""
    for number, line in enumerate(text.split("\n")):
        item = _ITEM.match(line)
        # Code and HTML are made unreadable, and so is the space behind the marker.
        is_item = item is not None and plain[place + item.end("marker")] == " "
        if is_item and _is_paragraph(first) and _is_paragraph(before):
            yield number
            first = line
        place += len(line) + 1
        before = line
        # What stands below an item's line, with no blank line between, belongs to the item.
        first = "" if _ENDS_A_BLOCK.match(line) else first or line


def _is_paragraph(line: str) -> bool:
    return bool(line.strip()) and not _NO_PARAGRAPH.match(line)

# SPDX-License-Identifier: MIT
"""The outline of a set text: its cross-heads, their ids, and its running text."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Sequence
from xml.etree.ElementTree import Element

from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE, HTML_PLACEHOLDER_RE

from linli.reading.markup.state import Sheet

_HEADING = re.compile(r"h([1-6])")


def heading_id(text: str, separator: str) -> str:
    """An id that keeps its Chinese; Python-Markdown's own would be `_1`, `_2` …."""
    plain = unicodedata.normalize("NFKC", text).strip().casefold()
    return separator.join("".join(ch if ch.isalnum() else " " for ch in plain).split()) or "_"


class Outline(Treeprocessor):
    """Reads the tree when all else is done: levels of headings, anchors, paragraphs."""

    sheet: Sheet | None = None

    def run(self, root: Element) -> None:
        sheet = self.sheet
        if sheet is None:
            return
        levels: list[int] = []
        for element in root.iter():
            if "id" in element.attrib:
                sheet.anchors.append(element.attrib["id"])
            match = _HEADING.fullmatch(element.tag)
            if match:
                levels.append(int(match[1]))
                self._check(levels, element, sheet)
            elif element.tag in {"p", "li", "td", "dd"}:
                text = " ".join(self._legible(_own_text(element)).split())
                if text:
                    sheet.plain.append(text)

    def _legible(self, text: str) -> str:
        """A text with its entities put back, and without the code that Python-Markdown set."""

        def stashed(match: re.Match[str]) -> str:
            kept = self.md.htmlStash.rawHtmlBlocks[int(match[1])]
            return html.unescape(kept) if isinstance(kept, str) and kept[:1] == "&" else ""

        return html.unescape(HTML_PLACEHOLDER_RE.sub(stashed, text).replace(AMP_SUBSTITUTE, "&"))

    def _check(self, levels: Sequence[int], element: Element, sheet: Sheet) -> None:
        last, found = (1, *levels)[-2:]
        text = _own_text(element)
        if found == 1:
            sheet.say("heading-one", sheet.line_of_heading(levels), text=text)
        elif found > last + 1:
            line = sheet.line_of_heading(levels)
            # Among many announcements the second level is theirs; see `reading.batches`.
            expected = "#" * (last + 1 + bool(sheet.source.batch))
            sheet.say("heading-skipped", line, text=text, expected=expected)


def _own_text(element: Element) -> str:
    """An element's text without that of blocks inside it, which are met on their own."""
    text = element.text or ""
    for child in element:
        if child.tag not in {"p", "ul", "ol", "pre", "img"}:
            text += _own_text(child)
        text += child.tail or ""
    return text

# SPDX-License-Identifier: MIT
"""The words of a set text, as they are published: a paragraph, item or table row an entry."""

from __future__ import annotations

from html.parser import HTMLParser

_BLOCKS = frozenset(
    {"p", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "dd", "dt"}
    | {"figure", "figcaption", "caption", "table", "ul", "ol", "hr", "div"}
)
_CELLS = frozenset({"td", "th"})
_BETWEEN_CELLS = " | "


def wording(html: str) -> tuple[str, ...]:
    """The paragraphs of a text without its markup; of a picture its caption alone."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.end()
    return tuple(reader.paragraphs)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.paragraphs: list[str] = []
        self._words: list[str] = []

    def end(self) -> None:
        """The paragraph ends here."""
        text = " ".join("".join(self._words).split()).removesuffix(_BETWEEN_CELLS.rstrip())
        if text.strip():
            self.paragraphs.append(text.strip())
        self._words = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS:
            self.end()
        elif tag == "br":
            self._words.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.end()
        elif tag in _CELLS:
            self._words.append(_BETWEEN_CELLS)
        elif tag == "span":
            # A caption and its credit line are two, and stand beside each other without a space.
            self._words.append(" ")

    def handle_data(self, data: str) -> None:
        self._words.append(data)

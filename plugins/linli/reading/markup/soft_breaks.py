# SPDX-License-Identifier: MIT
"""Soft line breaks: joined between Han characters, a space where Latin stands on a side.

Chromium shows a newline between two Han characters as a space; CSS has no cure for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from linli.reading.chinese import join_soft_breaks, joint

_BLOCKS = frozenset(
    {"p", "li", "td", "th", "dd", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "figcaption"}
)
_OPAQUE = frozenset({"code", "pre"})
_CONTEXT = 8
"""Characters on either side of a break that `joint` looks at."""


@dataclass(slots=True)
class _Piece:
    """A run of text in a paragraph: an element's own text, or what follows it."""

    element: Element
    is_tail: bool
    opaque: bool

    @property
    def text(self) -> str:
        return (self.element.tail if self.is_tail else self.element.text) or ""

    @text.setter
    def text(self, text: str) -> None:
        if self.is_tail:
            self.element.tail = text
        else:
            self.element.text = text


class SoftBreaks(Treeprocessor):
    """Joins the lines of every paragraph, also across bold text and links."""

    def run(self, root: Element) -> None:
        for block in root.iter():
            if block.tag in _BLOCKS and any("\n" in text for text in block.itertext()):
                _join(list(_pieces(block)))
            if "alt" in block.attrib:
                block.set("alt", join_soft_breaks(block.attrib["alt"]))


def _pieces(block: Element) -> Iterator[_Piece]:
    if block.tag not in _OPAQUE:
        yield _Piece(block, is_tail=False, opaque=False)
    else:
        yield _Piece(block, is_tail=False, opaque=True)
    for child in block:
        if child.tag not in _BLOCKS:
            yield from _pieces(child)
        yield _Piece(child, is_tail=True, opaque=False)


def _join(pieces: list[_Piece]) -> None:
    texts = [piece.text for piece in pieces]
    for index, piece in enumerate(pieces):
        if piece.opaque or "\n" not in piece.text:
            continue
        text = piece.text
        before = "".join(texts[:index])[-_CONTEXT:]
        after = "".join(texts[index + 1 :])[:_CONTEXT]
        if piece.is_tail and piece.element.tag == "br":
            # The break is drawn already; the newline after it is only the source's.
            text = text.removeprefix("\n")
        lead = text[: len(text) - len(text.lstrip("\n"))]
        trail = text[len(text.rstrip("\n")) :] if text.strip("\n") else ""
        core = join_soft_breaks(text.strip("\n"))
        if lead and before:
            lead = joint(before, core[:_CONTEXT] or after)
        if trail and after:
            trail = joint(core[-_CONTEXT:] or before, after)
        piece.text = f"{lead}{core}{trail}"


class SoftBreaksExtension(Extension):
    """The same for pages that MkDocs sets; `markdown_extensions` of mkdocs.yml names it."""

    def extendMarkdown(self, md: Markdown) -> None:
        md.treeprocessors.register(SoftBreaks(md), "linli-soft-breaks", 7)


def makeExtension(**options: object) -> SoftBreaksExtension:
    """Python-Markdown's way to an extension by the name of its module."""
    return SoftBreaksExtension(**options)

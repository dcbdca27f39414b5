# SPDX-License-Identifier: MIT
"""The Markdown that nearly every piece is written in, read without Python-Markdown.

Paragraphs, cross-heads, pictures alone in their paragraph, flat lists, tables, simple links and
emphasis. It gives the tree that Python-Markdown would, at a tenth of the cost, and gives way to it
where a text holds anything else: what is not understood here to the last sign is not touched.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element, SubElement

from markdown.extensions.toc import unique

from linli.reading.markup.outline import heading_id

_CONTROL = r"\x00-\x1f\x7f"
_MARK = rf"{_CONTROL}\\`<>&{{*_|\["
"""Signs that mean something to Markdown wherever they stand."""
_SIGN = rf"[^{_MARK}]"
_BEGIN = r"(?![-+=#~ ]|\d+\.[ ])"
"""No heading, list, rule, fence or indent begins here."""
_LINE = rf"{_BEGIN}{_SIGN}++"

_PARAGRAPH = re.compile(rf"{_LINE}(?:\n{_LINE})*+")
_HEADING = re.compile(rf"(?P<hashes>\#{{1,6}})(?P<text>[^{_MARK}#]+)\#*")
_FIGURE = re.compile(
    rf"""
    (?P<image>
      !\[(?P<alt>[^{_CONTROL}\\`\[\]]*)\]
      \((?P<src>[^{_CONTROL}\s\\`<>()\[\]"']+)
      (?:[ ]"(?P<title>(?:[^{_MARK}\s()"']|[ ])+)")?\)
    )
    (?:\{{[ ]*credit="(?P<credit>[^{_MARK}}}"]+)"[ ]*\}})?
    """,
    re.VERBOSE,
)
_LIST = re.compile(
    rf"-[ ]+{_LINE}(?:\n-[ ]+{_LINE})*+|(?P<one>1\.)[ ]+{_LINE}(?:\n[0-9]+\.[ ]+{_LINE})*+"
)
_ROW = rf"\|(?:{_SIGN}+\|)++"
_TABLE = re.compile(rf"{_ROW}\n\|(?:[ ]*-+[ ]*\|)++(?:\n{_ROW})++")
_RUN = re.compile(
    rf"""
    (?P<text>(?:{_SIGN}|\n{_BEGIN})++)
  | (?P<link>(?<!!)\[(?P<label>(?!\^)[^{_MARK}\]]+)\]
      \((?P<href>[^{_CONTROL}\s\\`<>&*()\[\]"']+)\))
  | (?P<emphasis>(?P<stars>\*\*?)(?=\S)(?P<stressed>{_SIGN}+)(?<=\S)(?P=stars)(?!\*))
  | (?P<mask>(?<=\S)\*+)
    """,
    re.VERBOSE,
)
_BEGINNING = re.compile(_BEGIN)


@dataclass(slots=True)
class Copy:
    """A text as a tree, and how each of its links and images was written."""

    root: Element
    located: list[tuple[Element, str]] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)


def is_plain(text: str) -> bool:
    """Whether a text is set without Python-Markdown."""
    return parse(text) is not None


def parse(text: str) -> Copy | None:
    """The tree of a text; None where it holds anything that is not plain."""
    # Spaces at a line's end may be a hard break, or a blank line that is not quite blank.
    if " \n" in text or not text.strip():
        return None
    copy = Copy(Element("div"))
    copy.root.text = "\n"
    for block in text.split("\n\n"):
        block = block.strip("\n")
        if block.strip() and not any(read(block, copy) for read in _READERS):
            return None
    return copy


def _paragraph(block: str, copy: Copy) -> bool:
    if _PARAGRAPH.fullmatch(block) is None:
        return False
    _add(copy.root, "p", block.lstrip())
    return True


def _heading(block: str, copy: Copy) -> bool:
    match = _HEADING.fullmatch(block)
    if match is None or not (text := match["text"].strip()):
        return False
    heading = _add(copy.root, f"h{len(match['hashes'])}", text)
    heading.set("id", unique(heading_id(text, "-"), copy.ids))
    return True


def _figure(block: str, copy: Copy) -> bool:
    match = _FIGURE.fullmatch(block)
    if match is None:
        return False
    image = SubElement(_add(copy.root, "p"), "img", src=match["src"], alt=match["alt"])
    if match["title"]:
        image.set("title", match["title"].strip())
    if match["credit"]:
        image.set("credit", match["credit"])
    copy.located.append((image, match["image"]))
    return True


def _list(block: str, copy: Copy) -> bool:
    match = _LIST.fullmatch(block)
    if match is None:
        return False
    tag = "ol" if match["one"] else "ul"
    if len(copy.root) and copy.root[-1].tag == tag:
        # Two lists of a sort in a row are one, with paragraphs in it.
        return False
    items = _add(copy.root, tag, "\n")
    for line in block.split("\n"):
        _add(items, "li", line.partition(" ")[2].lstrip())
    return True


def _table(block: str, copy: Copy) -> bool:
    if _TABLE.fullmatch(block) is None:
        return False
    lines = [[cell.strip(" ") for cell in line[1:-1].split("|")] for line in block.split("\n")]
    if len({len(line) for line in lines}) != 1:
        return False
    table = _add(copy.root, "table", "\n")
    for part, tag, rows in (("thead", "th", lines[:1]), ("tbody", "td", lines[2:])):
        group = _add(table, part, "\n")
        for cells in rows:
            row = _add(group, "tr", "\n")
            for cell in cells:
                _add(row, tag, cell)
    return True


def _marked_paragraph(block: str, copy: Copy) -> bool:
    """A paragraph with links and emphasis, or with one number that stars mask: `5***3`."""
    runs = list(_RUN.finditer(block))
    if _BEGINNING.match(block) is None or sum(len(run[0]) for run in runs) != len(block):
        return False
    sorts = [run.lastgroup for run in runs]
    if sorts.count("mask") > 1 or {"mask", "emphasis"} <= set(sorts):
        # Which stars belong together, only Python-Markdown can tell.
        return False
    paragraph = _add(copy.root, "p")
    for run in runs:
        if run["link"]:
            link = SubElement(paragraph, "a", href=run["href"])
            link.text = run["label"]
            copy.located.append((link, run["link"]))
        elif run["emphasis"]:
            SubElement(paragraph, "em" if run["stars"] == "*" else "strong").text = run["stressed"]
        elif len(paragraph):
            paragraph[-1].tail = (paragraph[-1].tail or "") + run[0]
        else:
            paragraph.text = ((paragraph.text or "") + run[0]).lstrip()
    return True


def _add(parent: Element, tag: str, text: str | None = None) -> Element:
    """A block, and the line break that Python-Markdown sets after each."""
    element = SubElement(parent, tag)
    element.text = text
    element.tail = "\n"
    return element


_READERS: tuple[Callable[[str, Copy], bool], ...] = (
    _paragraph,
    _heading,
    _figure,
    _list,
    _table,
    _marked_paragraph,
)

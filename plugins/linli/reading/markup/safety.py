# SPDX-License-Identifier: MIT
"""Attribute lists, `{ credit="…" }`: a few names, and every other one is an error."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown.extensions.attr_list import AttrListTreeprocessor, get_attrs_and_remainder
from markdown.treeprocessors import Treeprocessor

from linli.newsroom.nearest import nearest
from linli.reading.markup.state import Sheet

_CHINESE_QUOTES = re.compile("[a-z]+=“[^“”]*”?")
_EVERYWHERE = ("id", "class", "lang")
_AT_IMAGES = ("alt", "credit", *_EVERYWHERE)
_ALLOWED = frozenset(
    {"id", "class", "href", "title", "alt", "rel", "start", "src", "srcset", "sizes", "width"}
    | {
        "height",
        "loading",
        "decoding",
        "fetchpriority",
        "lang",
        "dir",
        "colspan",
        "rowspan",
        "tabindex",
    }
)
_ALLOWED_AT = {"img": frozenset({"style"}), "source": frozenset({"type", "media"})}
"""What `picture.py` sets besides; an editor cannot."""


class AttributeLists(AttrListTreeprocessor):
    """Python-Markdown's own would set `onclick`, `href` and our notes of lines as well."""

    sheet: Sheet | None = None

    def assign_attrs(self, elem: Element, attrs_string: str, *, strict: bool = False) -> str:
        if self.sheet is not None and (quoted := _CHINESE_QUOTES.search(attrs_string)):
            line = self.sheet.line_of(f"{attrs_string}}}")
            self.sheet.say("smart-quotes", line, text=quoted[0])
            # What was meant is not missing as well.
            attrs_string = re.sub("[“”]", '"', attrs_string)
        attributes, remainder = get_attrs_and_remainder(attrs_string)
        if strict and remainder:
            return remainder
        allowed = _AT_IMAGES if elem.tag == "img" else _EVERYWHERE
        for name, value in attributes:
            if name == ".":
                elem.set("class", f"{elem.get('class', '')} {value}".strip())
            elif value is not None and name in allowed:
                elem.set(name, value)
            elif self.sheet is not None:
                near = nearest(name, allowed)
                line = self.sheet.line_of(f"{attrs_string}}}")
                self.sheet.say("unknown-attribute", line, name=name, nearest=near, allowed=allowed)
                if near and value is not None:
                    # It was meant, and is not missing as well.
                    elem.set(near, value)
        return remainder


class Safety(Treeprocessor):
    """Drops what the extensions noted for each other, and whatever else no page needs."""

    def run(self, root: Element) -> None:
        for element in root.iter():
            allowed = _ALLOWED | _ALLOWED_AT.get(element.tag, frozenset())
            for name in [name for name in element.attrib if name not in allowed]:
                del element.attrib[name]

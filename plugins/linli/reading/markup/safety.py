# SPDX-License-Identifier: MIT
"""Attribute lists can name any attribute; only those that cannot act are let through."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from markdown.treeprocessors import Treeprocessor

_ALLOWED = frozenset(
    {"id", "class", "href", "title", "alt", "rel", "start", "src", "srcset", "sizes", "width"}
    | {"height", "loading", "decoding", "fetchpriority", "lang", "dir", "colspan", "rowspan"}
)


class Safety(Treeprocessor):
    """Drops event handlers, styles and whatever else no text of a newsroom needs."""

    def run(self, root: Element) -> None:
        for element in root.iter():
            for name in [name for name in element.attrib if name not in _ALLOWED]:
                del element.attrib[name]

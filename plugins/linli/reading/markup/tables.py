# SPDX-License-Identifier: MIT
"""A table may be wider than a phone: it stands in a box of its own that scrolls."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from markdown.treeprocessors import Treeprocessor


class Tables(Treeprocessor):
    """Sets each table into a box, which a keyboard reaches as well as a finger."""

    def run(self, root: Element) -> None:
        for parent in list(root.iter()):
            for place, table in enumerate(parent):
                if table.tag == "table":
                    box = Element("div", {"class": "nr-scroll", "tabindex": "0"})
                    box.tail, table.tail = table.tail, None
                    parent[place] = box
                    box.append(table)

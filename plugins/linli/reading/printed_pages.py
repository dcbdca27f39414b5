# SPDX-License-Identifier: MIT
"""The keys of a printed issue's file, and the form of a part of a page."""

from __future__ import annotations

import re
from typing import Any

from linli.language.languages import Language, Text
from linli.newsroom.printed import Area, PrintedPage, Zone
from linli.reading.findings import Findings
from linli.reading.forms import JsonSchema, Key, Many, Record, Words
from linli.reading.nodes import Items, Node, Scalar

_NUMBER = re.compile(r"\d{1,3}(\.\d{1,4})?")


class AreaForm:
    """[left, top, width, height] in per cent."""

    def read(self, node: Node, findings: Findings) -> Any:
        parts = node.items if isinstance(node, Items) else (node,)
        texts = [part.text.strip() for part in parts if isinstance(part, Scalar)]
        if len(texts) == len(parts) == 4 and all(map(_NUMBER.fullmatch, texts)):
            area = Area(*map(float, texts))
            inside = max(area.left + area.width, area.top + area.height) <= 100
            if inside and area.width and area.height:
                return area
        findings.say("zone-shape", node.line, key=findings.label, value=", ".join(texts))
        return None

    def json_schema(self) -> JsonSchema:
        number = {"type": "number", "minimum": 0, "maximum": 100}
        return {"type": "array", "items": number, "minItems": 4, "maxItems": 4}

    def words(self, language: Language) -> str:
        return Text("[左, 上, 宽, 高]，百分数", "[left, top, width, height], per cent")(language)


_ZONE = Record(
    Zone,
    (
        Key("piece", ("稿件",), Words(), Text("稿件的路径或编号", "path or id of the piece")),
        Key("at", ("位置",), AreaForm(), Text("在版面图上的位置", "where it stands on the page")),
    ),
    required=frozenset({"piece", "at"}),
)
_PAGE = Record(
    PrintedPage,
    (
        Key("page", ("版次",), Words(most=6), Text("第几版，如 01、A02", "page: 01, A02")),
        Key("page_name", ("版名",), Words(most=20), Text("版名，如要闻", "name of the page")),
        Key("picture", ("版面图",), Words(), Text("版面图的文件名", "file of its picture")),
        Key("zones", ("热区",), Many(_ZONE), Text("每篇稿件在图上的位置", "where each piece is")),
    ),
    required=frozenset({"page", "picture"}),
)
ISSUE_KEYS: tuple[Key, ...] = (
    Key(
        "pages",
        ("各版",),
        Many(_PAGE),
        Text("各版的版面图", "pictures of the pages"),
        required=frozenset({"issue"}),
    ),
)
"""Keys of editions/<day>.md."""

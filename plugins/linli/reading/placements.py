# SPDX-License-Identifier: MIT
"""The form of `front`: a piece by its path or id, or the same with a last day."""

from __future__ import annotations

from typing import Any

from linli.language.languages import Language, Text
from linli.newsroom.front_page import Placement
from linli.reading.findings import Findings
from linli.reading.forms import Day, JsonSchema, Key, Record, Words
from linli.reading.nodes import Entries, Node

_PIECE = Words()
_PLACEMENT = Record(
    Placement,
    (
        Key("piece", ("稿件",), _PIECE, Text("稿件的路径或编号", "path or id of the piece")),
        Key("until", ("截止",), Day(), Text("放到哪天为止", "the last day it stands there")),
    ),
    required=frozenset({"piece"}),
)


class PlacementForm:
    """A piece that stands on the front page."""

    def read(self, node: Node, findings: Findings) -> Any:
        if isinstance(node, Entries):
            return _PLACEMENT.read(node, findings)
        piece = _PIECE.read(node, findings)
        return None if piece is None else Placement(piece)

    def json_schema(self) -> JsonSchema:
        return {"anyOf": [_PIECE.json_schema(), _PLACEMENT.json_schema()]}

    def words(self, language: Language) -> str:
        one = Text("稿件的路径或编号", "path or id of a piece")(language)
        return f"{one} · `{_PLACEMENT.braces}`"

# SPDX-License-Identifier: MIT
"""places.yml becomes the gazetteer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from linli.language.languages import Text
from linli.newsroom.diagnostics import Diagnostic
from linli.newsroom.places import Gazetteer, Place
from linli.reading import frontmatter
from linli.reading.findings import Findings
from linli.reading.forms import JsonSchema, Key, Many, Pattern, Record, Words
from linli.reading.nodes import Items

_NAME = Key("name", ("名称",), Words(most=20), Text("地名", "its name"))
_SLUG = Key(
    "slug",
    ("网址名",),
    Pattern(
        re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*"),
        Text("小写拼音，例如 wujin", "lower-case letters, such as wujin"),
    ),
    Text("网址里的名字", "its name in URLs"),
)
_CODE = Key(
    "code",
    ("区划代码",),
    Pattern(
        re.compile(r"\d{6}(?:\d{3}|\d{6})?"),
        Text("6、9 或 12 位统计用区划代码", "a statistical code of 6, 9 or 12 digits"),
    ),
    Text("统计用区划代码", "statistical code"),
)


@dataclass(frozen=True, slots=True)
class _Row:
    line: int
    name: str
    slug: str
    code: str = ""
    children: tuple[Any, ...] = ()


class _RowForm(Record):
    """A place with the places below it: a record whose line is kept."""

    __slots__ = ()

    def read(self, node: Any, findings: Findings) -> Any:
        if hasattr(node, "entries"):
            return self.read_entries(node, findings, line=node.line)
        return super().read(node, findings)


def _row_form(depth: int) -> _RowForm:
    keys = (_NAME, _SLUG, _CODE)
    if depth:
        below = Key("children", ("下级",), Many(_row_form(depth - 1)), Text("下级", "places below"))
        keys = (*keys, below)  # type: ignore[assignment]
    # A row with a slip keeps its place, so that those below it are still known.
    blank = {"name": "", "slug": ""}
    return _RowForm(_Row, keys, required=frozenset(blank), defaults=blank)


# One level more than there may be: a fourth is said in words, not as an unknown key.
_PLACES = Many(_row_form(3))


def places_schema() -> JsonSchema:
    """places.yml as JSON Schema, in the draft that every program for YAML reads."""
    form = Many(_row_form(2))
    return {"$schema": "http://json-schema.org/draft-07/schema#"} | form.json_schema()


def read_places(path: str, text: str, zone: ZoneInfo) -> tuple[Gazetteer, tuple[Diagnostic, ...]]:
    """The gazetteer as far as it could be read, and what is wrong with it."""
    findings = Findings(path, zone)
    try:
        node = frontmatter.parse_yaml(text)
    except frontmatter.FrontMatterError as error:
        return Gazetteer(), error.at(path)
    if node is None:
        return Gazetteer(), ()
    if not isinstance(node, Items):
        findings.say("not-a-list", node.line, key=path, value="{name: …, slug: …}")
        return Gazetteer(), tuple(findings.diagnostics)
    rows = _PLACES.read(node, findings) or ()
    places = tuple(_places(rows, (), (), findings))
    return Gazetteer(places), tuple(findings.diagnostics)


def _places(
    rows: tuple[_Row, ...], names: tuple[str, ...], slugs: tuple[str, ...], findings: Findings
) -> Iterator[Place]:
    first_lines: dict[str, int] = {}
    for row in rows:
        if len(names) == 3:
            findings.say("place-too-deep", row.line, name=row.name)
            continue
        for word in (row.name, row.slug):
            if not word:
                continue
            if word in first_lines:
                findings.say("place-twice", row.line, name=word, first=first_lines[word])
            first_lines.setdefault(word, row.line)
        place = Place((*names, row.name), (*slugs, row.slug), row.code, row.line)
        yield place
        yield from _places(row.children, place.names, place.slugs, findings)

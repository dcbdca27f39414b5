# SPDX-License-Identifier: MIT
"""The front matter of Hugo, Jekyll and Hexo: YAML, TOML or JSON, as texts, lists and mappings."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from linli.reading import frontmatter
from linli.reading.frontmatter import FrontMatterError
from linli.reading.importing.faults import SourceError
from linli.reading.nodes import Entries, Items, Node, Scalar

Plain = str | list["Plain"] | dict[str, "Plain"]
"""A value whose scalars are the texts that were written."""

_FENCED = re.compile(r"\A\s*(---|\+\+\+|;;;)[ \t]*\n(?:(.*?)\n)?\1[ \t]*(?:\n|\Z)", re.DOTALL)
_HEXO = re.compile(r"\A\s*((?:[\w-]+:.*\n|[ \t-].*\n)+?)---[ \t]*(?:\n|\Z)")
_JSON = re.compile(r"\A\s*(?=\{\s*\")")


@dataclass(frozen=True, slots=True)
class Post:
    """A file cut in two."""

    said: Mapping[str, Plain] = field(default_factory=dict)
    body: str = ""
    line: int = 1
    """Where the body begins."""


def split(name: str, text: str) -> Post:
    """Cut a post into what it says of itself and its text. Raises SourceError."""
    fenced = _FENCED.match(text)
    if fenced is not None:
        reader = {"---": _yaml, "+++": _toml, ";;;": _json_of_hexo}[fenced[1]]
        line = text.count("\n", 0, fenced.end(1)) + 2
        return _post(reader(name, fenced[2] or "", line), text, fenced.end())
    if _JSON.match(text):
        try:
            said, end = json.JSONDecoder().raw_decode(text, len(text) - len(text.lstrip()))
        except (json.JSONDecodeError, RecursionError) as error:
            line = getattr(error, "lineno", 1)
            raise SourceError("broken-front-matter", name=name, line=str(line)) from error
        return _post(_mapping(said), text, end)
    hexo = _HEXO.match(text)
    if hexo is not None:
        return _post(_yaml(name, hexo[1], 1), text, hexo.end())
    if text.lstrip().startswith(("---\n", "+++\n")):
        raise SourceError("no-front-matter", name=name)
    return Post({}, text)


def read_config(name: str, text: str) -> Mapping[str, Plain]:
    """The settings of a site, as far as its addresses follow from them; none where unreadable."""
    try:
        if name.endswith(".toml"):
            return _toml(name, text, 1)
        if name.endswith(".json"):
            return _json_of_hexo(name, text, 1)
        return _yaml(name, text, 1)
    except SourceError:
        return {}


def _post(said: Mapping[str, Plain], text: str, end: int) -> Post:
    body = text[end:]
    blank = len(body) - len(body.lstrip("\n"))
    return Post(said, body.strip("\n"), text.count("\n", 0, end) + blank + 1)


def _yaml(name: str, text: str, line: int) -> Mapping[str, Plain]:
    try:
        return _mapping(_of_node(frontmatter.parse_keys(text, line)))
    except FrontMatterError as error:
        raise SourceError("broken-front-matter", name=name, line=str(error.line)) from error


def _of_node(node: Node) -> Plain:
    match node:
        case Scalar():
            return "" if node.is_empty else node.text
        case Items():
            return [_of_node(item) for item in node.items]
        case Entries():
            return {entry.key: _of_node(entry.value) for entry in node}


def _toml(name: str, text: str, line: int) -> Mapping[str, Plain]:
    try:
        return _mapping(tomllib.loads(text))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        found = re.search(r"at line (\d+)", str(error))
        at = line + int(found[1]) - 1 if found else line
        raise SourceError("broken-front-matter", name=name, line=str(at)) from error


def _json_of_hexo(name: str, text: str, line: int) -> Mapping[str, Plain]:
    written = text if text.lstrip().startswith("{") else f"{{{text}}}"
    try:
        return _mapping(json.loads(written))
    except (json.JSONDecodeError, RecursionError) as error:
        at = line + getattr(error, "lineno", 1) - 1
        raise SourceError("broken-front-matter", name=name, line=str(at)) from error


def _mapping(value: Any) -> dict[str, Plain]:
    return (
        {str(key): _plain(inner) for key, inner in value.items()} if isinstance(value, dict) else {}
    )


def _plain(value: Any) -> Plain:
    if isinstance(value, dict):
        return _mapping(value)
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None else str(value)


def words_of(value: Plain) -> str:
    """A value on one line, as it is told."""
    match value:
        case str():
            return " ".join(value.split())
        case list():
            return ", ".join(map(words_of, value))
        case dict():
            return ", ".join(f"{key}: {words_of(inner)}" for key, inner in value.items())


def list_of(value: Plain) -> list[str]:
    """All texts in a value, in their order."""
    match value:
        case str():
            return [value.strip()] if value.strip() else []
        case list():
            return [text for item in value for text in list_of(item)]
        case dict():
            return [text for inner in value.values() for text in list_of(inner)]

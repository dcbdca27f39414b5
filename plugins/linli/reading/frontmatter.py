# SPDX-License-Identifier: MIT
"""The one strict reader of front matter: it keeps the line of every key and guesses nothing.

MkDocs drops front matter that it cannot read and prints it on the page; python-frontmatter
takes a file without any for a text of its own. Here each of those is a diagnostic.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import frontmatter
import yaml
from frontmatter.default_handlers import YAMLHandler

from linli.newsroom.diagnostics import Diagnostic, Location
from linli.reading.nodes import Entries, Entry, Items, Node, Scalar

_FENCE = re.compile(r"---[ \t]*")
_WIDE_COLON = re.compile(r"^\s*(?:- )?([\w-]+)：")
_TAB_INDENT = re.compile(r"^ *\t")
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class FrontMatterError(Exception):
    """The front matter cannot be read at all."""

    def __init__(self, code: str, line: int, **arguments: str) -> None:
        super().__init__(code)
        self.code = code
        self.line = line
        self.arguments = arguments

    def at(self, path: str) -> Diagnostic:
        return Diagnostic(self.code, Location(path, self.line), self.arguments)


@dataclass(frozen=True, slots=True)
class Document:
    """A file cut in two."""

    entries: Entries
    body: str
    body_line: int


class StrictHandler(YAMLHandler):
    """python-frontmatter's YAML handler, made to refuse what it would pass over."""

    body_line = 1

    def detect(self, text: str) -> bool:
        """Always: a file of ours that has no front matter is an error, not a plain text."""
        return True

    def split(self, text: str) -> tuple[str, str]:
        lines = text.split("\n")
        if not _FENCE.fullmatch(lines[0]):
            raise FrontMatterError(*_why_no_fence(lines))
        closing = next(
            (index for index, line in enumerate(lines[1:], 1) if _FENCE.fullmatch(line)), None
        )
        if closing is None:
            raise FrontMatterError("front-matter-open", 1)
        self.body_line = closing + 2
        return "\n".join(lines[1:closing]), "\n".join(lines[closing + 1 :])

    def load(self, fm: str, **kwargs: object) -> dict[str, Any]:
        """The tree of nodes under one key, since python-frontmatter wants a dict."""
        return {"nodes": _compose(fm)}


def read(text: str) -> Document:
    """Cut a file into its front matter and its body.

    Raises FrontMatterError where there is none, where it does not end, or is no YAML mapping.
    """
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if not plain.strip():
        raise FrontMatterError("file-empty", 1)
    if not plain.split("\n", 1)[0].strip():
        # python-frontmatter strips leading blank lines, and all line numbers would be off.
        raise FrontMatterError(*_why_no_fence(plain.split("\n")))
    handler = StrictHandler()
    metadata, body = frontmatter.parse(plain, handler=handler)
    nodes = metadata["nodes"]
    assert isinstance(nodes, Entries)
    return Document(nodes, body, _first_text_line(plain, handler.body_line))


def parse_yaml(text: str) -> Node | None:
    """A whole YAML file as nodes (places.yml); None where it is empty.

    Raises FrontMatterError where it is not YAML.
    """
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n")
    return _compose_any(plain, first_line=1)


def _why_no_fence(lines: list[str]) -> tuple[str, int]:
    for index, line in enumerate(lines, 1):
        if not line.strip():
            continue
        if _FENCE.fullmatch(line.strip()) and index > 1:
            return "front-matter-late", index
        break
    return "front-matter-missing", 1


def _first_text_line(text: str, line: int) -> int:
    """python-frontmatter strips the blank lines below the front matter: count them."""
    for text_line in text.split("\n")[line - 1 :]:
        if text_line.strip():
            return line
        line += 1
    return line


def _compose(text: str) -> Entries:
    node = _compose_any(text, first_line=2)
    if node is None:
        return Entries((), 1)
    if not isinstance(node, Entries):
        raise _plainer(text, 2) or FrontMatterError("front-matter-no-mapping", node.line)
    return node


def _compose_any(text: str, first_line: int) -> Node | None:
    try:
        root = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        lines = text.split("\n")
        index = min(mark.line if mark else 0, len(lines) - 1)
        raise _plainer(text, first_line) or FrontMatterError(
            "yaml-broken", first_line + index, text=lines[index].strip()[:40]
        ) from error
    except yaml.YAMLError as error:
        raise FrontMatterError("yaml-broken", first_line, text=str(error)[:40]) from error
    return None if root is None else _node(root, first_line, set())


def _plainer(text: str, first_line: int) -> FrontMatterError | None:
    """The two slips of a Chinese keyboard and a word processor, which YAML itself explains badly."""
    for line, words in enumerate(text.split("\n"), first_line):
        if match := _WIDE_COLON.match(words):
            return FrontMatterError("wide-colon", line, key=match[1])
        if _TAB_INDENT.match(words):
            return FrontMatterError("tab-indent", line)
    return None


def _node(node: yaml.Node, first_line: int, seen: set[int]) -> Node:
    line = node.start_mark.line + first_line
    if not isinstance(node, yaml.ScalarNode):
        if id(node) in seen:
            # An alias: nine lines of them can stand for a billion values.
            raise FrontMatterError("yaml-alias", line)
        seen.add(id(node))
    if isinstance(node, yaml.MappingNode):
        entries = []
        for key, value in node.value:
            key_line = key.start_mark.line + first_line
            if not isinstance(key, yaml.ScalarNode):
                raise FrontMatterError("yaml-broken", key_line, text=str(key.value)[:40])
            entries.append(Entry(str(key.value), key_line, _node(value, first_line, seen)))
        return Entries(tuple(entries), line)
    if isinstance(node, yaml.SequenceNode):
        return Items(tuple(_node(item, first_line, seen) for item in node.value), line)
    return Scalar(str(node.value), line, quoted=node.style is not None)

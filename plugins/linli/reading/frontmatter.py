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
_OPENING = re.compile(r"---[ \t]*(?=\n|\Z)")
_CLOSING = re.compile(r"\n---[ \t]*(?=\n|\Z)")
_WIDE_COLON = re.compile(r"^\s*(?:- )?([\w-]+)：")
_TAB_INDENT = re.compile(r"^ *\t")
_KEY = re.compile(r"[\w-]+ ?[:：]")
_HASHTAG = re.compile(r"\s+#\S")
# Named by what it holds: the other way round, it takes milliseconds to compile.
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_MARK = re.compile("[&*!]")
_MARKS = (yaml.AnchorToken, yaml.AliasToken, yaml.TagToken)
# YAML breaks a line at these; no editor shows that it does.
_NO_BREAKS = ("\x85", "\u2028", "\u2029")
# What a value is, the table of keys says: the base loader does not guess at it.
_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class FrontMatterError(Exception):
    """The front matter cannot be read at all."""

    def __init__(self, code: str, line: int, **arguments: str) -> None:
        super().__init__(code)
        self.code = code
        self.line = line
        self.arguments = arguments
        self.others: tuple[FrontMatterError, ...] = ()
        """Slips of the same sort on other lines: who types one wide colon types ten."""

    def at(self, path: str) -> tuple[Diagnostic, ...]:
        return tuple(
            Diagnostic(error.code, Location(path, error.line), error.arguments)
            for error in (self, *self.others)
        )


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
        opening = _OPENING.match(text)
        if opening is None:
            raise FrontMatterError(*_why_no_fence(text.split("\n")))
        closing = _CLOSING.search(text, opening.end())
        if closing is None:
            raise FrontMatterError("front-matter-open", 1)
        body = text[closing.end() + 1 :]
        # python-frontmatter strips the blank lines below the front matter: count them.
        blank = len(body) - len(body.lstrip())
        self.body_line = text.count("\n", 0, closing.end()) + 2 + body.count("\n", 0, blank)
        return text[opening.end() + 1 : closing.start()], body

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
    return Document(nodes, body, handler.body_line if body else plain.count("\n") + 2)


def parse_keys(text: str, first_line: int) -> Entries:
    """Front matter that stands within a file, from a line on.

    Raises FrontMatterError where it is no YAML mapping.
    """
    return _compose(text, first_line)


def parse_yaml(text: str) -> Node | None:
    """A whole YAML file as nodes (places.yml); None where it is empty.

    Raises FrontMatterError where it is not YAML.
    """
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return _compose_any(plain, first_line=1)


def _why_no_fence(lines: list[str]) -> tuple[str, int]:
    for index, line in enumerate(lines[:-1], 1):
        # A rule between two paragraphs is no front matter: a key stands on its next line.
        if _FENCE.fullmatch(line.strip()) and _KEY.match(lines[index]):
            return "front-matter-late", index
    return "front-matter-missing", 1


def _compose(text: str, first_line: int = 2) -> Entries:
    node = _compose_any(text, first_line)
    if node is None:
        return Entries((), first_line - 1)
    if not isinstance(node, Entries):
        lines = text.split("\n")
        raise _plainer(lines, len(lines), first_line) or FrontMatterError(
            "front-matter-no-mapping", node.line
        )
    return node


def _compose_any(text: str, first_line: int) -> Node | None:
    for mark in _NO_BREAKS:
        text = text.replace(mark, " ")
    lines = text.split("\n")
    if stray := _UNPRINTABLE.search(text):
        index = text.count("\n", 0, stray.start())
        raise _broken(_UNPRINTABLE.sub("", lines[index]), first_line + index)
    try:
        if _MARK.search(text):
            _refuse_marks(text, first_line, lines)
        root = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as slip:
        # What is no word of YAML is said before what is no sentence of it.
        error = _broken_word(text) or slip
        index = min(_line_of(error), len(lines) - 1)
        while index and not lines[index].strip():
            # Something was missed at the end of what stands above.
            index -= 1
        plainer = _plainer(lines, index, first_line)
        raise plainer or _broken(lines[index], first_line + index) from error
    return None if root is None else _node(root, first_line, lines)


def _refuse_marks(text: str, first_line: int, lines: list[str]) -> None:
    for token in yaml.scan(text, Loader=_Loader):
        if isinstance(token, _MARKS):
            # Named, repeated or typed values: nine lines of them can stand for a billion.
            index = token.start_mark.line
            raise FrontMatterError("yaml-alias", first_line + index, text=lines[index].strip())


def _broken_word(text: str) -> yaml.MarkedYAMLError | None:
    try:
        for _ in yaml.scan(text, Loader=_Loader):
            pass
    except yaml.MarkedYAMLError as error:
        return error
    return None


def _broken(line: str, number: int) -> FrontMatterError:
    return FrontMatterError("yaml-broken", number, text=line.strip())


def _line_of(error: yaml.MarkedYAMLError) -> int:
    """Where the slip is: what was left open began at the context, all else is at the problem."""
    began = error.context is not None and any(
        word in error.context for word in ("flow", "quoted scalar", "simple key")
    )
    mark = (error.context_mark if began else None) or error.problem_mark or error.context_mark
    return mark.line if mark else 0


def _plainer(lines: list[str], stuck: int, first_line: int) -> FrontMatterError | None:
    """The slips of a Chinese keyboard and a word processor, which YAML itself explains badly."""
    slips = []
    for index, words in enumerate(lines):
        match = _WIDE_COLON.match(words)
        if match and (index <= stuck or not words[0].isspace()):
            # Below the line where YAML stuck, an indented one may be somebody's text.
            slips.append(FrontMatterError("wide-colon", index + first_line, key=match[1]))
        elif index <= stuck and _TAB_INDENT.match(words):
            slips.append(FrontMatterError("tab-indent", index + first_line))
    if not slips or slips[0].line > stuck + first_line:
        return None
    slips[0].others = tuple(slips[1:])
    return slips[0]


def _node(node: yaml.Node, first_line: int, lines: list[str]) -> Node:
    # LibYAML takes the end of a text for one line more.
    line = min(node.start_mark.line, len(lines) - 1) + first_line
    if isinstance(node, yaml.ScalarNode):
        end = node.end_mark
        # The stubs of PyYAML do not know that a scalar has a style.
        quoted = bool(getattr(node, "style", None))
        if not quoted and end.line < len(lines) and _HASHTAG.match(lines[end.line], end.column):
            # `title: 编程 #1 入门`: YAML takes the rest of the line for a remark.
            raise _broken(lines[end.line], end.line + first_line)
        return Scalar(node.value, line, quoted)
    if isinstance(node, yaml.MappingNode):
        entries = []
        for key, value in node.value:
            key_line = key.start_mark.line + first_line
            if not isinstance(key, yaml.ScalarNode):
                raise _broken(lines[key.start_mark.line], key_line)
            if not value.value and (match := _WIDE_COLON.match(key.value)):
                raise FrontMatterError("wide-colon", key_line, key=match[1])
            entries.append(Entry(key.value, key_line, _node(value, first_line, lines)))
        return Entries(tuple(entries), line)
    return Items(tuple([_node(item, first_line, lines) for item in node.value]), line)

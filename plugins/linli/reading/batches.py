# SPDX-License-Identifier: MIT
"""A file of many announcements: `lost/2026/2026-11-20.batch.md`, a day's column of the paper.

Keys that all share stand above, as front matter; each announcement begins with `## id title`, has
keys of its own in a block of YAML right below, and then its text. It becomes the piece that it
would be in a file of its own, which its id names. As `##` is theirs, a cross-head inside one has a
`#` more than on its page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import accumulate
from pathlib import PurePosixPath

from linli.newsroom.codes import Kind
from linli.newsroom.diagnostics import Diagnostic, Location
from linli.reading.frontmatter import Document, FrontMatterError, parse_keys
from linli.reading.nodes import Entries, Entry, Scalar
from linli.reading.schema import ID, keys_of

SUFFIX = ".batch.md"
_FOLDERS = tuple(f"{kind.folder}/" for kind in Kind if kind.is_announcement)

_HEADING = re.compile(r"##(?!#)[ \t]*(\S*)[ \t]*(.*?)(?:[ \t]+#+)?[ \t]*")
_BEGINS = re.compile(rf"##[ \t]+{ID.pattern}(?!\S)")
_LIKE_AN_ID = re.compile(r"(?![^/]*/)[A-Za-zＡ-Ｚａ-ｚ]{1,4}[-－—–_]?[0-9０-９].*")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})[ \t]*([^`]*)")
_OF_KEYS = frozenset({"", "yaml", "yml"})
_KEY = re.compile(r"([\w-]+)[ \t]*:(?=[ \t]|$)|([A-Za-z_-]+)[ \t]*：")
_CROSS_HEAD = re.compile(r"#(##+)")
_NOT_SHARED = frozenset({"id", "aliases"})


@dataclass(slots=True)
class Cutting:
    """One announcement as it was cut out of its file."""

    id: str
    title: str
    line: int
    """Of its heading."""
    keys: Entries | None = None
    """Its own keys, with those that all share; None where they cannot be read."""
    body: str = ""
    body_line: int = 1

    @property
    def document(self) -> Document | None:
        """It, as a file that holds nothing else would be read."""
        return None if self.keys is None else Document(self.keys, self.body, self.body_line)


@dataclass(slots=True)
class Batch:
    """A file of many announcements, cut into them."""

    path: str
    cuttings: list[Cutting] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    key_lines: list[tuple[int, int]] = field(default_factory=list)
    """From which line to before which one keys stand."""

    def path_of(self, cutting: Cutting) -> str:
        """The file that an announcement would lie in by itself."""
        return f"{self.path.rpartition('/')[0]}/{cutting.id}.md"

    def key_ranges(self, text: str) -> list[tuple[int, int]]:
        """Where in the text keys stand."""
        starts = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]
        return [(starts[first - 1], starts[last - 1]) for first, last in self.key_lines]

    def say(self, code: str, line: int, **arguments: str) -> None:
        self.diagnostics.append(Diagnostic(code, Location(self.path, line), arguments))


def is_batch(path: str) -> bool:
    """Whether a file of the content folder holds many announcements."""
    return path.endswith(SUFFIX) and path.startswith(_FOLDERS)


def line_of_many(document: Document) -> int:
    """The line of the first `## id` in a file that has no id itself; 0 where there is none."""
    if any(entry.key in _spellings(Kind.LOST, "id") for entry in document.entries):
        return 0
    for line, text in enumerate(document.body.split("\n"), document.body_line):
        if _BEGINS.match(text):
            return line
    return 0


def not_named(path: str, line: int) -> Diagnostic:
    """What is said of such a file: its name does not tell what it is."""
    expected = f"{PurePosixPath(path).stem}{SUFFIX}"
    return Diagnostic("batch-not-named", Location(path, line), {"expected": expected})


def cut(path: str, kind: Kind, document: Document) -> Batch:
    """Cut a file into its announcements."""
    batch = Batch(path)
    batch.key_lines.append((1, document.body_line))
    shared = tuple(_shared(batch, kind, document.entries))
    for cutting, lines in _sections(batch, document.body, document.body_line):
        batch.cuttings.append(cutting)
        _read(batch, kind, cutting, lines, shared)
    if not batch.cuttings and not batch.diagnostics:
        batch.say("batch-empty", 1)
    return batch


def ids_in(path: str, text: str) -> Batch:
    """Only what the announcements are called, of a file whose shared keys cannot be read."""
    batch = Batch(path)
    batch.cuttings = [cutting for cutting, _ in _sections(batch, text, 1)]
    batch.diagnostics.clear()
    return batch


def _sections(batch: Batch, body: str, first: int) -> Iterator[tuple[Cutting, list[str]]]:
    """Each announcement with the lines below its heading; what belongs to none is said."""
    lines = body.split("\n") if body else []
    found: list[tuple[Cutting, int]] = []
    fence, strays = "", False
    for index, line in enumerate(lines):
        begins = _BEGINS.match(line) is not None
        if not begins and fence:
            if _closes(line, fence):
                fence = ""
            continue
        mark = _FENCE.fullmatch(line)
        if mark is not None:
            fence = mark[1]
        heading = _HEADING.fullmatch(line)
        if heading is not None and (begins or _LIKE_AN_ID.fullmatch(heading[1])):
            # An id begins another announcement even where a block was left open: none is lost.
            fence = ""
            found.append((Cutting(heading[1], heading[2], first + index), index))
        elif heading is not None:
            batch.say("batch-heading", first + index, text=line.strip())
            strays = True
        elif line.strip() and not found and not strays:
            batch.say("batch-text-before", first + index)
            strays = True
    # Each ends where the next begins.
    ends = [index for _, index in found][1:] + [len(lines)] * bool(found)
    for (cutting, index), end in zip(found, ends, strict=True):
        yield cutting, lines[index + 1 : end]


def _shared(batch: Batch, kind: Kind, entries: Entries) -> Iterator[Entry]:
    names = _names(kind)
    for entry in entries:
        if names.get(entry.key) in _NOT_SHARED:
            batch.say("batch-key-shared", entry.line, key=entry.key)
        else:
            yield entry


def _read(
    batch: Batch, kind: Kind, cutting: Cutting, lines: list[str], shared: Sequence[Entry]
) -> None:
    """Part the lines of an announcement into its keys and its text."""
    start = next((at for at, line in enumerate(lines) if line.strip()), len(lines))
    own: tuple[Entry, ...] = ()
    if start < len(lines):
        opening = _FENCE.fullmatch(lines[start])
        if opening and opening[1][0] == "`" and opening[2].strip().casefold() in _OF_KEYS:
            end = _closing(lines, start + 1, opening[1])
            line = cutting.line + 1 + start
            if end is None:
                batch.say("batch-fields-open", line)
                return
            batch.key_lines.append((line, line + end - start))
            try:
                own = parse_keys("\n".join(lines[start + 1 : end]), line + 1).entries
            except FrontMatterError as error:
                batch.diagnostics += error.at(batch.path)
                return
            start = end + 1
        elif _is_bare(lines[start], kind):
            batch.say("batch-fields-bare", cutting.line + 1 + start)
            return
    _set_text(batch, cutting, lines, start)
    # In quotes, so that nothing written there is taken for nothing.
    heading = [Entry("id", cutting.line, Scalar(cutting.id, cutting.line, quoted=True))]
    if cutting.title:
        title = Scalar(cutting.title, cutting.line, quoted=True)
        heading.append(Entry("title", cutting.line, title))
    names = _names(kind)
    said = {names.get(entry.key, entry.key) for entry in (*heading, *own)}
    rest = [entry for entry in shared if names.get(entry.key, entry.key) not in said]
    cutting.keys = Entries((*heading, *own, *rest), cutting.line)


def _closing(lines: list[str], start: int, fence: str) -> int | None:
    places = (at for at in range(start, len(lines)) if _closes(lines[at], fence))
    return next(places, None)


def _closes(line: str, fence: str) -> bool:
    mark = _FENCE.fullmatch(line)
    return mark is not None and mark[1].startswith(fence) and not mark[2].strip()


def _is_bare(line: str, kind: Kind) -> bool:
    """Whether a first line of text is one of keys that nothing sets apart."""
    key = _KEY.match(line)
    return line.strip() == "---" or (key is not None and (key[1] or key[2]) in _names(kind))


def _set_text(batch: Batch, cutting: Cutting, lines: list[str], start: int) -> None:
    while start < len(lines) and not lines[start].strip():
        start += 1
    text: list[str] = []
    fence = ""
    for index, line in enumerate(lines[start:], cutting.line + 1 + start):
        mark = _FENCE.fullmatch(line)
        if fence:
            fence = "" if _closes(line, fence) else fence
        elif mark:
            fence = mark[1]
            if mark[2].strip().casefold() in {"yaml", "yml"}:
                batch.say("batch-fields-late", index)
        elif _CROSS_HEAD.match(line):
            line = line[1:]
        text.append(line)
    cutting.body = "\n".join(text).strip()
    cutting.body_line = cutting.line + 1 + start if cutting.body else cutting.line


@cache
def _names(kind: Kind) -> dict[str, str]:
    """The key that each spelling means."""
    return {spelling: key.name for key in keys_of(kind) for spelling in key.spellings}


@cache
def _spellings(kind: Kind, name: str) -> frozenset[str]:
    return frozenset(spelling for spelling, key in _names(kind).items() if key == name)

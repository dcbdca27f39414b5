# SPDX-License-Identifier: MIT
"""What is wrong with a text, where, and how it is said to an editor."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import IntEnum

from linli.language.languages import Language
from linli.language.messages import MESSAGES, Severity
from linli.newsroom.identifiers import masked


class Exit(IntEnum):
    """What a command tells the shell."""

    CLEAN = 0
    ERRORS = 1
    USAGE = 2


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A line of a file; `path` is relative to the content folder, lines count from 1."""

    path: str
    line: int = 1


Argument = str | int | tuple[str, ...]


_PATHS = frozenset({"file", "path", "other", "nearest", "target", "url", "main"})
"""What an editor has to find under the name that it has."""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding. Its code never changes; its words stand in `language.messages`."""

    code: str
    location: Location
    arguments: Mapping[str, Argument] = field(default_factory=dict)

    @property
    def severity(self) -> Severity:
        return MESSAGES[self.code].severity

    @property
    def is_error(self) -> bool:
        return self.severity is Severity.ERROR

    def message(self, language: Language) -> str:
        """What is wrong and what to do, without the place."""
        # It goes to logs and pull requests, and an editor's words may hold anybody's number.
        words = {
            name: masked(value) if isinstance(value, str) and name not in _PATHS else value
            for name, value in self.arguments.items()
        }
        return MESSAGES[self.code].say(words, language)

    def line(self, language: Language, prefix: str = "") -> str:
        """`path:line: code: what is wrong. what to do`."""
        place = f"{prefix}{self.location.path}:{self.location.line}"
        return f"{place}: {self.code}: {self.message(language)}"


@dataclass(frozen=True, slots=True)
class Source:
    """The file a value was read from, with the line of each of its keys."""

    path: str
    key_lines: Mapping[str, int] = field(default_factory=dict, hash=False)
    """Line of a key; keys inside keys are written `holder.uscc`, items `documents.0.name`."""
    body_line: int = 1
    """The line on which the text below the front matter begins."""
    batch: str = ""
    """The file of many announcements that it was read from; `path` is then the one it would have
    by itself, and no finding names that, because nobody could open it."""

    @property
    def file(self) -> str:
        """The file that an editor opens to mend it."""
        return self.batch or self.path

    @property
    def top(self) -> Location:
        """Where it begins."""
        return Location(self.file, self.key_lines.get("id", 1) if self.batch else 1)

    @property
    def where(self) -> str:
        """How a message about another piece names this one: its file; in a batch, the line too."""
        return f"{self.batch}:{self.top.line}" if self.batch else self.path

    def at(self, key: str = "") -> Location:
        """Where a key stands; where a key inside it is missing, the key around it."""
        while key:
            if key in self.key_lines:
                return Location(self.file, self.key_lines[key])
            key = key.rpartition(".")[0]
        return self.top

    @staticmethod
    def label(key: str) -> str:
        """A key as an editor counts: `documents.0.name` is `documents[1].name`."""
        parts = (
            f"[{int(part) + 1}]" if part.isdecimal() else f".{part}" for part in key.split(".")
        )
        return "".join(parts).removeprefix(".")

    def in_body(self, offset: int) -> Location:
        """The line of the text `offset` lines below its first."""
        return Location(self.file, self.body_line + offset)


def in_file_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Each finding once, by path, line and code."""
    unique = {
        (found.location, found.code, tuple(sorted(found.arguments.items()))): found
        for found in diagnostics
    }
    return tuple(
        unique[key] for key in sorted(unique, key=lambda key: (key[0], key[1], str(key[2])))
    )

# SPDX-License-Identifier: MIT
"""What an example of a finding is made of: how an editor wrote it, and how it should be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from linli.language.languages import Text

REPORT = "reports/2026/ludeng.md"
NOTICE = "notices/2026/N-2026-0101.md"
LOST = "lost/2026/L-2026-0101.md"
BATCH = "lost/2026/2026-11-20.batch.md"
ISSUE = "editions/2026-11-05.md"

MOBILE = "〔十一位手机号码〕"
RESIDENT_ID = "〔十八位身份证号〕"
MISTYPED_ID = "〔抄错一位的身份证号〕"
"""Stand for numbers that no page may show in full, not even a made-up one."""

_FILE = re.compile(r"^# (\S+\.(?:md|yml))$")


class Part(StrEnum):
    """Which part of a file an example shows; the rest is as in any sound piece."""

    KEYS = "keys"
    """Lines of the front matter; below a line `---`, the text."""
    TEXT = "text"
    WHOLE = "whole"
    NAMES = "names"
    """Names of files."""


@dataclass(frozen=True, slots=True)
class Example:
    """A mistake as an editor would write it, and the same mended.

    A line `# path` says that what follows stands in another file.
    """

    wrong: str
    right: str
    file: str
    part: Part

    @staticmethod
    def files(written: str, first: str) -> Iterator[tuple[str, str]]:
        """The files of one side, each with its lines."""
        path, lines = first, list[str]()
        for line in written.split("\n"):
            if match := _FILE.match(line):
                if lines:
                    yield path, "\n".join(lines)
                path, lines = match[1], []
            else:
                lines.append(line)
        yield path, "\n".join(lines)


@dataclass(frozen=True, slots=True)
class InWords:
    """A mistake that is no text, told in words: what was done, and what to do."""

    wrong: Text
    right: Text


Examples = dict[str, Example | InWords]
"""By the code of the finding."""


@dataclass(frozen=True, slots=True)
class Theme:
    """Findings that are looked up together."""

    slug: str
    name: Text
    examples: Examples


def keys(wrong: str, right: str, file: str = REPORT) -> Example:
    return Example(wrong, right, file, Part.KEYS)


def text(wrong: str, right: str, file: str = REPORT) -> Example:
    return Example(wrong, right, file, Part.TEXT)


def whole(wrong: str, right: str, file: str = REPORT) -> Example:
    return Example(wrong, right, file, Part.WHOLE)


def names(wrong: str, right: str) -> Example:
    return Example(wrong, right, "", Part.NAMES)


def words(wrong: tuple[str, str], right: tuple[str, str]) -> InWords:
    return InWords(Text(*wrong), Text(*right))

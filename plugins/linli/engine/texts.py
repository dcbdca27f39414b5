# SPDX-License-Identifier: MIT
"""The bytes of a file of the content folder, as a text or not at all."""

from __future__ import annotations

from pathlib import Path

from linli.newsroom.diagnostics import Diagnostic, Location


def read_text(file: Path, path: str) -> tuple[str | None, list[Diagnostic]]:
    """A text of the content folder, in UTF-8 or not at all."""
    raw, found = read_bytes(file, path)
    return (None, found) if found else decode(raw, path)


def read_bytes(file: Path, path: str) -> tuple[bytes, list[Diagnostic]]:
    """The bytes of a file of the content folder, or why nobody may read it."""
    try:
        return file.read_bytes(), []
    except OSError as error:
        problem = error.strerror or type(error).__name__
        return b"", [Diagnostic("file-unreadable", Location(path), {"problem": problem})]


def decode(raw: bytes, path: str) -> tuple[str | None, list[Diagnostic]]:
    """Bytes as a text, with one sort of line end."""
    try:
        # Three kinds of line end, one of them ours: whoever counts lines counts the same ones.
        return raw.decode("utf-8").replace("\r\n", "\n").replace("\r", "\n"), []
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return None, [Diagnostic("not-utf8", Location(path, line), {"guess": _encoding(raw)})]


def _encoding(raw: bytes) -> str:
    """What Windows most likely saved: UTF-16 with its mark, or GB18030."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "UTF-16"
    try:
        raw.decode("gb18030")
    except UnicodeDecodeError:
        return ""
    return "GBK"

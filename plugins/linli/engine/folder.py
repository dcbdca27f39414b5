# SPDX-License-Identifier: MIT
"""The content folder: which files it holds, and which of them nothing good can come of.

MkDocs follows symbolic links and publishes what they lead to, hangs on a named pipe, passes over
`a.MD` and copies `a.md~` to the site. Each of those is said here before MkDocs looks.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from linli.newsroom.diagnostics import Diagnostic, Location

_BACKUP = re.compile(r".*~|#.*#|.*\.(?:bak|orig|swp|tmp)|~\$.*", re.IGNORECASE)
_PASSED_OVER = re.compile(r"\..*|Thumbs\.db|desktop\.ini", re.IGNORECASE)
_UNSAFE = re.compile(r"[\s\"'#%&*:<>?\\^`{|}\x00-\x1f\ud800-\udfff]")
_PROPER = {
    **dict.fromkeys((".md", ".markdown", ".mdown", ".mkdn", ".mkd"), ".md"),
    **dict.fromkeys((".yml", ".yaml"), ".yml"),
}
"""Endings of texts; MkDocs takes all those of Markdown for pages, and we read one."""
_PICTURES = frozenset(
    (".heic", ".heif", ".tif", ".tiff", ".bmp", ".jp2", ".jxl", ".jfif", ".dng", ".raw", ".psd")
)
"""Endings of pictures that no browser shows everywhere; as an attachment one keeps its GPS."""


@dataclass(frozen=True, slots=True)
class Folder:
    """What lies in a content folder, by path, in ascending order."""

    root: Path
    texts: tuple[str, ...]
    """Markdown files."""
    others: tuple[str, ...]
    """All else that may be published or read: pictures, attachments, places.yml."""
    diagnostics: tuple[Diagnostic, ...]


def scan(root: Path) -> Folder:
    """List a content folder without following a link or opening a file."""
    texts: list[str] = []
    others: list[str] = []
    diagnostics: list[Diagnostic] = []
    for path, entry in _walk(root, diagnostics):
        found = list(_faults(path, entry))
        diagnostics += found
        if any(finding.is_error for finding in found):
            continue
        (texts if path.endswith(".md") else others).append(path)
    return Folder(root, tuple(sorted(texts)), tuple(sorted(others)), tuple(diagnostics))


def _walk(
    folder: Path, diagnostics: list[Diagnostic], prefix: str = ""
) -> Iterator[tuple[str, os.DirEntry[str]]]:
    try:
        with os.scandir(folder) as listing:
            entries = sorted(listing, key=lambda entry: entry.name)
    except PermissionError as error:
        problem = error.strerror or type(error).__name__
        diagnostics.append(Diagnostic("file-unreadable", Location(prefix), {"problem": problem}))
        return
    for entry in entries:
        if _PASSED_OVER.fullmatch(entry.name):
            continue
        path = f"{prefix}{entry.name}"
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(Path(entry.path), diagnostics, f"{path}/")
        else:
            yield path, entry


def _faults(path: str, entry: os.DirEntry[str]) -> Iterator[Diagnostic]:
    """What is wrong with a file as a file."""
    # A name that is no UTF-8 cannot be printed as it is.
    location = Location(path.encode("utf-8", "replace").decode())
    if entry.is_symlink():
        yield Diagnostic("symlink", location)
        return
    if not entry.is_file(follow_symlinks=False):
        yield Diagnostic("special-file", location)
        return
    if _BACKUP.fullmatch(entry.name):
        yield Diagnostic("backup-file", location)
        return
    suffix = PurePosixPath(path).suffix
    expected = _PROPER.get(suffix.lower(), suffix)
    if suffix != expected:
        yield Diagnostic("extension-case", location, {"found": suffix, "expected": expected})
    if suffix.lower() in _PICTURES:
        yield Diagnostic("picture-format", location, {"found": suffix})
    unsafe = _UNSAFE.search(path)
    if unsafe:
        sign = unsafe[0] if unsafe[0].isprintable() and not unsafe[0].isspace() else ""
        words = {"found_zh": sign or "空格", "found_en": f"`{sign}`" if sign else "a space"}
        yield Diagnostic("path-characters", location, words)

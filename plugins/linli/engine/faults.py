# SPDX-License-Identifier: MIT
"""Files of the content folder that nothing good can come of, and those that are nobody's.

MkDocs follows symbolic links and publishes what they lead to, hangs on a named pipe, passes over
`a.MD` and copies `a.md~` to the site. Each of those is said here before MkDocs looks.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from linli.newsroom.diagnostics import Diagnostic, Location
from linli.photos.darkroom import SUFFIXES
from linli.reading.batches import is_batch

_BACKUP = re.compile(r".*~|#.*#|.*\.(?:bak|orig|swp|tmp)|~\$.*", re.IGNORECASE)
_PASSED_OVER = frozenset({"thumbs.db", "desktop.ini"})
_UNSAFE = re.compile(r"[\s\"'#%&*:<>?\\^`{|}\x00-\x1f\ud800-\udfff]")
_PROPER = {
    **dict.fromkeys((".md", ".markdown", ".mdown", ".mkdn", ".mkd"), ".md"),
    **dict.fromkeys((".yml", ".yaml"), ".yml"),
}
"""Endings of texts; MkDocs takes all those of Markdown for pages, and we read one."""
_PICTURES = frozenset((".tif", ".tiff", ".bmp", ".jp2", ".jxl", ".jfif", ".dng", ".raw", ".psd"))
"""Endings of pictures that no browser shows everywhere; as an attachment one keeps its GPS."""


PLACES = "places.yml"


def is_picture(path: str) -> bool:
    """Whether a file is published as renditions only."""
    return PurePosixPath(path).suffix.lower() in SUFFIXES


def sort_of(path: str) -> str:
    """`text`, `batch`: of many announcements, `picture`, `places`, or `attachment`: what is
    published as it is."""
    if path.endswith(".md"):
        return "batch" if is_batch(path) else "text"
    if path == PLACES:
        return "places"
    return "picture" if is_picture(path) else "attachment"


def is_passed_over(name: str) -> bool:
    """Whether a file or folder of this name is none of an editor's."""
    return name.startswith(".") or name.casefold() in _PASSED_OVER


def faults(path: str, entry: os.DirEntry[str]) -> Iterator[Diagnostic]:
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

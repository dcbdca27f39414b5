# SPDX-License-Identifier: MIT
"""Stylesheets, scripts and pictures of the look: joined, named by what they hold."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from pathlib import PurePosixPath

from linli.pages.page import File

ORDER = (
    *("tokens", "type", "frame", "breadcrumbs", "links", "places", "item", "picture", "notice"),
    *(
        "lookup",
        "front",
        "article",
        "corrections",
        "neighbours",
        "announcement",
        "fields",
    ),
    *("listing", "pagination", "facets", "archive", "tree", "directory", "calendar"),
    *("edition", "ordinary", "elder", "print"),
)
"""Sheets by role, the general before the particular; a sheet of another name comes last."""

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_BLANKS = re.compile(r"\s+")
_AROUND = re.compile(r" ?([{};,>]) ?|(:) ")


def stylesheet(sheets: Mapping[str, str]) -> File:
    """One sheet of all, by name without its ending; a browser asks once."""
    names = sorted(
        sheets, key=lambda name: (ORDER.index(name) if name in ORDER else len(ORDER), name)
    )
    return named("newspaper.css", "\n".join(_dense(sheets[name]) for name in names).encode())


def sheet_of_page(name: str, css: str) -> File:
    """A sheet that one page asks for besides."""
    return named(f"{name}.css", _dense(css).encode())


def named(name: str, data: bytes) -> File:
    """A file under `assets/` whose name changes with its content, so that it may be kept long."""
    path = PurePosixPath(name)
    digest = hashlib.blake2b(data, digest_size=4).hexdigest()
    return File(f"assets/{path.stem}.{digest}{path.suffix}", data)


def _dense(css: str) -> str:
    """A sheet without its comments and blanks; nothing in ours depends on either."""
    return _AROUND.sub(r"\1\2", _BLANKS.sub(" ", _COMMENT.sub("", css))).strip()

# SPDX-License-Identifier: MIT
"""Stylesheets, scripts and pictures of the look: joined, named by what they hold."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from pathlib import PurePosixPath

from markupsafe import Markup

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
    *("edition", "ordinary"),
)
"""Sheets by role, the general before the particular; a sheet of another name comes last."""

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_BLANKS = re.compile(r"\s+")
_AROUND = re.compile(r"(?<!:) ?([{};,>]) ?|(:) (?!;)")
"""What no blank need stand around; `--night: ;` keeps its own, for browsers that want a value."""
_LINE_COMMENT = re.compile(r"^[ \t]*//.*\n", re.MULTILINE)
_INDENT = re.compile(r"^\s+", re.MULTILINE)


def stylesheet(sheets: Mapping[str, str]) -> File:
    """One sheet of all, by name without its ending; a browser asks once."""
    names = sorted(
        sheets, key=lambda name: (ORDER.index(name) if name in ORDER else len(ORDER), name)
    )
    return named("newspaper.css", "\n".join(_dense(sheets[name]) for name in names).encode())


def sheet_of_page(name: str, css: str) -> File:
    """A sheet that one page, or one view, asks for besides."""
    return named(f"{name}.css", _dense(css).encode())


def script(name: str, text: str) -> File:
    """A script that a page loads."""
    return named(name, _bare(text).encode())


def inline(scripts: Mapping[str, str]) -> Markup:
    """Scripts that stand in every page, as one text.

    The text is the same on every page, so a host's policy can allow it by its digest.
    """
    return Markup("".join(_bare(script) for _, script in sorted(scripts.items())).strip())


def named(name: str, data: bytes) -> File:
    """A file under `assets/` whose name changes with its content, so that it may be kept long."""
    path = PurePosixPath(name)
    digest = hashlib.blake2b(data, digest_size=4).hexdigest()
    return File(f"assets/{path.stem}.{digest}{path.suffix}", data)


def _bare(script: str) -> str:
    """A script without the lines that hold nothing but a comment, and without indents."""
    return _INDENT.sub("", _LINE_COMMENT.sub("", script))


def _dense(css: str) -> str:
    """A sheet without its comments and blanks; nothing in ours depends on either."""
    return _AROUND.sub(r"\1\2", _BLANKS.sub(" ", _COMMENT.sub("", css))).strip()

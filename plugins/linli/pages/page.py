# SPDX-License-Identifier: MIT
"""What a producer hands to the engine: a page to be set into the frame, or a file as it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from linli.pages.views import Head, Link


class Shape(StrEnum):
    """Which frame a page stands in."""

    INNER = "inner"
    FRONT = "front"
    """With the large masthead."""
    MISSING = "missing"
    """404: shown under any URL, so its links start from the host's root."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the site as a pure function's arguments: a template and all it may know."""

    url: str
    """From the site's root; the file follows from it."""
    template: str
    view: Any
    """The one value of `views` that the template shows."""
    head: Head
    breadcrumbs: tuple[Link, ...] = ()
    section: str | None = None
    """URL of the masthead's section that the page belongs to; the front page's own is empty."""
    shape: Shape = Shape.INNER


@dataclass(frozen=True, slots=True)
class File:
    """A file that is no page: a feed, the sitemap, open data."""

    path: str
    data: bytes


Product = Page | File

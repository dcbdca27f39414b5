# SPDX-License-Identifier: MIT
"""What a producer hands to the engine: jobs, and the pages and files that they make."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
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
    modified: datetime | None = None
    """When it last changed for a reader; None where nobody told."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A page that need not be made while its basis is what it was.

    For the thousands of further pages of a long index: to know their basis is cheap.
    """

    url: str
    basis: tuple[object, ...]
    """All that the page is made from, as plain values with a stable `repr`."""
    make: Callable[[], Page]


@dataclass(frozen=True, slots=True)
class File:
    """A file that is no page: a feed, the sitemap, open data."""

    path: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Copy:
    """A file that is published as it lies elsewhere: an attachment, a rendition of a photo."""

    path: str
    source: Callable[[], Path]
    """Where it lies; asked only where it has to be copied."""
    digest: str
    """Of its bytes."""


@dataclass(frozen=True, slots=True)
class Gone:
    """A file that a job made last time and that is no more: for jobs that make only changes."""

    path: str


Product = Page | Draft | File | Copy


@dataclass(frozen=True, slots=True)
class Job:
    """Some pages and files, and the rows of pieces that they are made from.

    Besides its rows a job depends on what is the same for all jobs: the portal, its vocabulary,
    its templates. While none of that changes, what the job made stands.
    """

    name: str
    """Unlike any other job's."""
    rows: tuple[str, ...]
    """Names of rows; `place/` means every row whose name begins so."""
    make: Callable[[], Iterable[Product]]
    sizes: tuple[str, ...] = ()
    """Rows of which only the number of pieces is shown, named in the same way."""
    daily: bool = False
    """Whether the day of the build is on its pages."""
    renew: Callable[[], Iterable[File | Gone]] | None = None
    """Makes no more than what differs from what the job made last time, where that still stands."""
    always: bool = False
    """Whether what it makes comes from elsewhere than rows, and is compared on every build."""
    late: bool = False
    """Whether no page shows what it makes, so that a page that is waited for may come before."""

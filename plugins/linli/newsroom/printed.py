# SPDX-License-Identifier: MIT
"""A printed issue as its file says it: pictures of its pages, and where on them pieces stand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath

from linli.newsroom.diagnostics import Source

FOLDER = "editions/"
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Area:
    """A part of a page, in hundredths of its width and height."""

    left: float
    top: float
    width: float
    height: float

    def overlaps(self, other: Area) -> bool:
        return (
            self.left < other.left + other.width
            and other.left < self.left + self.width
            and self.top < other.top + other.height
            and other.top < self.top + self.height
        )


@dataclass(frozen=True, slots=True)
class Zone:
    """Where on a page a piece stands."""

    piece: str
    """By its path or its id."""
    at: Area


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """The picture of one page."""

    page: str
    picture: str
    """A file beside the issue's."""
    page_name: str = ""
    zones: tuple[Zone, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedIssue:
    """editions/2022-07-05.md, or editions/2022-07-05/index.md with its pictures beside it."""

    source: Source
    body: str = ""
    pages: tuple[PrintedPage, ...] = ()

    @property
    def day(self) -> date | None:
        """The day of its file's name; None where that is no day."""
        path = PurePosixPath(self.source.path)
        name = path.parent.name if path.stem == "index" else path.stem
        try:
            return date.fromisoformat(name) if _DAY.fullmatch(name) else None
        except ValueError:
            return None


def row_of_printed(day: date) -> str:
    """The row of the files of a day's issue, of which there should be one."""
    return f"printed/{day}"

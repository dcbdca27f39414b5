# SPDX-License-Identifier: MIT
"""A report of a page, as far as it has been put together."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto

from linli.reading.importing.page.captions import Caption
from linli.reading.importing.page.headings import Headlines


class Form(Enum):
    """How a paragraph is set."""

    TEXT = auto()
    CROSS_HEAD = auto()
    VERSE = auto()


@dataclass(slots=True)
class Paragraph:
    """One paragraph of a piece, growing while its sentence is open."""

    form: Form
    text: str
    line: int
    open: bool = False
    fills_its_end: bool = False
    """It was cut where its column ended, perhaps behind a sentence."""


@dataclass(slots=True)
class Piece:
    """A report, as far as it has been read."""

    line: int
    headlines: Headlines = field(default_factory=Headlines)
    paragraphs: list[Paragraph] = field(default_factory=list)
    bylines: list[str] = field(default_factory=list)
    credits: list[str] = field(default_factory=list)
    captions: list[tuple[Caption, str]] = field(default_factory=list)
    """Each with the first words of the paragraph in or after which it stood."""
    signed: bool = False
    """A signature stands below its text."""

# SPDX-License-Identifier: MIT
"""What stands on the picture by which a page is passed on from one reader to another."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, StrEnum
from pathlib import Path
from typing import Protocol

from linli.newsroom.photos import Photo


class Composition(StrEnum):
    """How a card is laid out."""

    REPORT = "report"
    DOCUMENT = "document"
    """An announcement, in the frame of one."""
    PAPER = "paper"
    """The paper itself, for all that is no piece."""


@dataclass(frozen=True, slots=True)
class ShareCard:
    """The words and the photo of a card: nothing but what a list shows of the piece too."""

    composition: Composition
    paper: str
    """The paper's name."""
    headline: str
    label: str = ""
    """What stands above the headline: a kicker, a category, a type of announcement."""
    place: str = ""
    day: str = ""
    id: str = ""
    photo: Photo | None = None

    @property
    def words(self) -> tuple[str, ...]:
        return (self.paper, self.headline, self.label, self.place, self.day, self.id)


GROUND = "#fbf9f4"
"""The paper's own colour by day, as tokens.css has it."""
CARD_WIDTH, CARD_HEIGHT = 1200, 630
"""What messengers and networks ask for."""


class Icon(Enum):
    """A picture for the site as a whole: how its file is called, and its sizes in pixels."""

    FAVICON = ("favicon", ".ico", (16, 32, 48))
    """Browsers ask for it even where no page names it."""
    TOUCH = ("apple-touch-icon", ".png", (180,))
    SMALL = ("icon-192", ".png", (192,))
    LARGE = ("icon-512", ".png", (512,))

    def __init__(self, stem: str, suffix: str, sizes: tuple[int, ...]) -> None:
        self.stem = stem
        self.suffix = suffix
        self.sizes = sizes


class Studio(Protocol):
    """Who draws cards; to name one takes no drawing."""

    def name_of(self, card: ShareCard) -> str | None:
        """The file name of a card, another one for other words; None where it cannot be drawn."""
        ...

    def card(self, card: ShareCard) -> Path:
        """Where a card lies, drawn now if it is not there yet."""
        ...

    def icon_of(self, icon: Icon, paper: str) -> str | None:
        """The file name of an icon for a paper of some name."""
        ...

    def icon(self, icon: Icon, paper: str) -> Path:
        """Where an icon lies, drawn now if it is not there yet."""
        ...

# SPDX-License-Identifier: MIT
"""A photo as the newsroom knows it: its file, what it says of itself, its renditions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PhotoMetadata:
    """What a file carries of the IPTC Photo Metadata Standard 2025.1 that a reader is owed."""

    caption: str = ""
    """Description, IPTC 2:120, dc:description."""
    creator: str = ""
    """By-line, IPTC 2:80, dc:creator."""
    credit: str = ""
    """Credit line, IPTC 2:110, photoshop:Credit."""
    copyright: str = ""
    """Copyright notice, IPTC 2:116, dc:rights."""
    alt: str = ""
    """Alt text (accessibility), Iptc4xmpCore:AltTextAccessibility."""


@dataclass(frozen=True, slots=True)
class Rendition:
    """One published size of a photo."""

    path: str
    """Where it is published, from the site's root, not quoted."""
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture file of the content folder that can be published."""

    src_uri: str
    width: int
    """Upright, in pixels."""
    height: int
    metadata: PhotoMetadata = PhotoMetadata()
    renditions: tuple[Rendition, ...] = ()
    """Ascending by width; never wider than the original."""

    @property
    def largest(self) -> Rendition:
        return self.renditions[-1]


@dataclass(frozen=True, slots=True)
class PhotoFault:
    """Why a picture file cannot be published, as the end of a sentence."""

    zh: str
    en: str


PhotoLookup = Callable[[str], Photo | PhotoFault | None]
"""From a path in the content folder to the photo there; None where there is no such file."""

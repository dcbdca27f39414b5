# SPDX-License-Identifier: MIT
"""A photo as the newsroom knows it: its file, what it says of itself, its renditions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class Format(StrEnum):
    """What a rendition is written in, the lightest first; every browser knows the last three."""

    AVIF = "avif"
    WEBP = "webp"
    JPEG = "jpeg"
    PNG = "png"
    GIF = "gif"

    @property
    def media_type(self) -> str:
        return f"image/{self.value}"

    @property
    def suffix(self) -> str:
        """How the name of such a file ends."""
        return ".jpg" if self is Format.JPEG else f".{self.value}"


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
    digital_source_type: str = ""
    """How the picture came about, a term of http://cv.iptc.org/newscodes/digitalsourcetype/,
    Iptc4xmpExt:DigitalSourceType."""


@dataclass(frozen=True, slots=True)
class Rendition:
    """One published size of a photo."""

    path: str
    """Where it is published, from the site's root, not quoted."""
    width: int
    height: int
    format: Format = Format.JPEG


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture file of the content folder that can be published."""

    src_uri: str
    width: int
    """Upright, in pixels."""
    height: int
    metadata: PhotoMetadata = PhotoMetadata()
    renditions: tuple[Rendition, ...] = ()
    """By format, the lightest format first; ascending by width; never wider than the original."""
    placeholder: str = ""
    """What is seen until the photo has come: a data URI of a few pixels; empty where it would
    shine through."""

    @property
    def formats(self) -> tuple[Format, ...]:
        """The formats there are, the lightest first; the last one is for any browser."""
        return tuple(dict.fromkeys(one.format for one in self.renditions))

    def in_format(self, format: Format) -> tuple[Rendition, ...]:
        """The renditions in one format, ascending by width."""
        return tuple(one for one in self.renditions if one.format is format)

    @property
    def largest(self) -> Rendition:
        """The widest rendition that any program can show: for feeds, data and old browsers."""
        return self.renditions[-1]


@dataclass(frozen=True, slots=True)
class CaptionedPhoto:
    """A photo as a piece shows it: with what the editor, or else the file, says of it."""

    photo: Photo
    alt: str = ""
    """Empty for a picture that decorates."""
    caption: str = ""
    credit: str = ""
    """The line under the picture that says whose it is."""
    creator: str = ""
    """Who took it, by name, where an editor or the file says so."""
    anchor: str = ""
    """The id of its figure on the page of its piece; empty for one that decorates, or that stands
    in a line of text."""

    @property
    def is_told_of(self) -> bool:
        """Whether it stands by itself, with words or a name under it: what a collection shows."""
        return bool(self.anchor and (self.caption or self.credit))


PHOTO_STORY = 4
"""From so many captioned photos on a piece is a photo story, and says so."""


@dataclass(frozen=True, slots=True)
class PhotoFault:
    """Why a picture file cannot be published, as the end of a sentence."""

    zh: str
    en: str


PhotoLookup = Callable[[str], Photo | PhotoFault | None]
"""From a path in the content folder to the photo there; None where there is no such file."""

# SPDX-License-Identifier: MIT
"""A photo as the newsroom knows it: its file, what it says of itself, its renditions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class Format(StrEnum):
    """What a rendition is written in, the lightest first; every browser knows the last two."""

    AVIF = "avif"
    WEBP = "webp"
    JPEG = "jpeg"
    PNG = "png"

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
    unreadable: bool = False
    """Whether the file holds one of these fields in no encoding that we know; it is left out."""


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
    is_moving: bool = False
    """Whether its WebP shows several frames one after the other; the others show the first."""
    key: str = ""
    """Under which it is kept in the cache: changes with its bytes and with how it is developed."""

    @property
    def formats(self) -> tuple[Format, ...]:
        """The formats there are, the lightest first; the last one is for any browser."""
        return tuple(dict.fromkeys(one.format for one in self.renditions))

    @property
    def lighter(self) -> tuple[tuple[Rendition, ...], ...]:
        """The renditions of each format but the last, the lightest format first."""
        return tuple(self.in_format(format) for format in self.formats[:-1])

    @property
    def for_any_browser(self) -> tuple[Rendition, ...]:
        """The renditions of the last format, ascending by width."""
        return self.in_format(self.formats[-1])

    def in_format(self, format: Format) -> tuple[Rendition, ...]:
        """The renditions in one format, ascending by width."""
        return tuple(one for one in self.renditions if one.format is format)

    @property
    def largest(self) -> Rendition:
        """The widest rendition that any program can show: for feeds, data and old browsers."""
        return self.renditions[-1]


@dataclass(frozen=True, slots=True)
class Original:
    """A picture file as it came, but for what it must not tell; published only where asked for."""

    path: str
    """Where it is published, from the site's root, not quoted."""
    size: int
    """In bytes."""


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
    original: Original | None = None
    """Where the piece gives away the file itself."""
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


WHERE_MOTION_IS_WELCOME = "(prefers-reduced-motion: no-preference)"
"""The media query for a picture that moves; the others see its first frame."""

OriginalLookup = Callable[[str], Original | PhotoFault]
"""From the path of a photo in the content folder to its file as it may be given away."""
PhotoLookup = Callable[[str], Photo | PhotoFault | None]
"""From a path in the content folder to the photo there; None where there is no such file."""

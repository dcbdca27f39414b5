# SPDX-License-Identifier: MIT
"""What a picture file says of itself, and the little of it that goes out again.

IPTC Photo Metadata Standard 2025.1: caption, creator, credit line, copyright notice, alt text,
digital source type. XMP wins over IPTC-IIM, which wins over EXIF. Position, serial numbers,
thumbnails and software are not read at all, so they cannot be passed on.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence

from PIL import Image, PngImagePlugin

from linli.newsroom.photos import PhotoMetadata
from linli.photos.boilerplate import without_boilerplate
from linli.photos.encodings import decode_together, tidy
from linli.photos.exif import read_exif
from linli.photos.fields import JOINED, Said
from linli.photos.iim import read_iim
from linli.photos.png_text import read_png_text
from linli.photos.xmp import read_xmp, xmp_packet

__all__ = ["read_metadata", "xmp_packet"]

_CLAIMS = frozenset({"copyright", "digital_source_type"})
"""Never taken for boilerplate: they are no words of ours to leave out."""

_BROKEN = (ArithmeticError, LookupError, OSError, SyntaxError, TypeError, ValueError, struct.error)
"""What Pillow raises on a block of EXIF that goes wrong."""


def read_metadata(image: Image.Image, boilerplate: Sequence[str] = ()) -> PhotoMetadata:
    """The fields of a picture that was opened and not yet changed."""
    fields: dict[str, str] = {}
    unreadable = set()

    def offer(name: str, texts: Sequence[str | None]) -> None:
        if None in texts:
            unreadable.add(name)
        said = [text for text in texts if text]
        text = JOINED[name].join(dict.fromkeys(said)) if name in JOINED else "".join(said[:1])
        if name not in _CLAIMS:
            text = without_boilerplate(text, boilerplate)
        if text and name not in fields:
            fields[name] = text

    if isinstance(image, PngImagePlugin.PngImageFile):
        # Chunks behind the picture are read with it.
        image.load()
    xmp = read_xmp(image)
    for name, text in (xmp or {}).items():
        offer(name, [tidy(text)])
    said: list[Said] = []
    for read in (read_iim, read_exif, read_png_text):
        try:
            said += read(image)
        except _BROKEN as fault:
            # Of a block that nobody can follow the words before its fault count; the picture itself
            # may be sound.
            unreadable.add(type(fault).__name__)
    texts = iter(decode_together([part for one in said for part in one.parts]))
    for one in said:
        offer(one.name, [next(texts) for _ in one.parts])
    return PhotoMetadata(**fields, unreadable=xmp is None or not unreadable <= set(fields))

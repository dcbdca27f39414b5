# SPDX-License-Identifier: MIT
"""Pixels as the bytes of a file, in each format."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass

from PIL import Image, PngImagePlugin

from linli.newsroom.photos import Format
from linli.photos import recipe

_ALONE = {"max_threads": 1, "autotiling": False}
"""Photos are developed side by side already, and the same picture must give the same bytes."""


@dataclass(frozen=True, slots=True)
class Frame:
    """One picture of several, and for how many milliseconds it is seen."""

    image: Image.Image
    duration: int


def encode(image: Image.Image, format: Format, xmp: bytes) -> bytes:
    """A picture in a format, with an XMP packet and no other metadata."""
    buffer = io.BytesIO()
    if format is Format.AVIF:
        image.save(buffer, "AVIF", xmp=xmp, **recipe.AVIF, **_ALONE)
    elif format is Format.WEBP:
        image.save(buffer, "WEBP", xmp=xmp, **recipe.WEBP)
    elif format is Format.JPEG:
        image.save(buffer, "JPEG", **({"xmp": xmp} if xmp else {}), **recipe.JPEG)
    else:
        text = PngImagePlugin.PngInfo()
        if xmp:
            text.add_itxt("XML:com.adobe.xmp", xmp.decode())
        image.save(buffer, "PNG", optimize=True, pnginfo=text)
    return buffer.getvalue()


def encode_moving(frames: Sequence[Frame], loop: int, xmp: bytes) -> bytes:
    """Frames that are shown one after the other; `loop` is how often, 0 for ever."""
    buffer = io.BytesIO()
    first, *others = frames
    first.image.save(
        buffer,
        "WEBP",
        save_all=True,
        append_images=[frame.image for frame in others],
        duration=[frame.duration for frame in frames],
        loop=loop,
        xmp=xmp,
        **recipe.WEBP,
    )
    return buffer.getvalue()


def encode_placeholder(image: Image.Image) -> bytes:
    """A picture of a few pixels, as few bytes as it takes."""
    buffer = io.BytesIO()
    image.save(buffer, "WEBP", **recipe.PLACEHOLDER)
    return buffer.getvalue()

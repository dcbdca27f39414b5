# SPDX-License-Identifier: MIT
"""The words in a PNG's text chunks, and the records that ImageMagick keeps there as digits."""

from __future__ import annotations

from collections.abc import Iterator

from PIL import Image, PngImagePlugin

from linli.photos.encodings import Written
from linli.photos.fields import Said

_KEYWORDS = {"Description": "caption", "Author": "creator", "Copyright": "copyright"}


def read_png_text(image: Image.Image) -> Iterator[Said]:
    """The keywords that the PNG standard names."""
    if not isinstance(image, PngImagePlugin.PngImageFile):
        return
    for keyword, name in _KEYWORDS.items():
        text = image.text.get(keyword)
        if isinstance(text, PngImagePlugin.iTXt):
            yield Said(name, (Written(str(text).encode(), "utf-8"),))
        elif text:
            # Said to be Latin-1, and as such taken back to the bytes that they are.
            yield Said(name, (Written(str(text).encode("latin-1", errors="ignore")),))


def raw_profile(image: Image.Image, name: str) -> bytes:
    """A record that is kept as text: its name, its length, and its bytes as hexadecimal digits."""
    if not isinstance(image, PngImagePlugin.PngImageFile):
        return b""
    text = image.text.get(f"Raw profile type {name}")
    lines = str(text or "").strip().split("\n")
    try:
        return bytes.fromhex("".join(lines[2:]))
    except ValueError:
        return b""

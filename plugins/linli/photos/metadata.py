# SPDX-License-Identifier: MIT
"""What a picture file says of itself, and the little of it that goes out again.

IPTC Photo Metadata Standard 2025.1: caption, creator, credit line, copyright notice, alt text,
digital source type. XMP wins over IPTC-IIM, which wins over EXIF. Position, serial numbers,
thumbnails and software are not read at all, so they cannot be passed on.
"""

from __future__ import annotations

from collections.abc import Sequence

from PIL import Image

from linli.newsroom.photos import PhotoMetadata
from linli.photos.boilerplate import without_boilerplate
from linli.photos.encodings import decode_together, tidy
from linli.photos.exif import read_exif
from linli.photos.fields import JOINED
from linli.photos.iim import read_iim
from linli.photos.png_text import read_png_text
from linli.photos.xmp import read_xmp, xmp_packet

__all__ = ["read_metadata", "xmp_packet"]

_CLAIMS = frozenset({"copyright", "digital_source_type"})
"""Never taken for boilerplate: they are no words of ours to leave out."""


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

    xmp = read_xmp(image)
    for name, text in (xmp or {}).items():
        offer(name, [tidy(text)])
    said = [*read_iim(image), *read_exif(image), *read_png_text(image)]
    texts = iter(decode_together([part for one in said for part in one.parts]))
    for one in said:
        offer(one.name, [next(texts) for _ in one.parts])
    return PhotoMetadata(**fields, unreadable=xmp is None or not unreadable <= set(fields))

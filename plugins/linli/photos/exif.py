# SPDX-License-Identifier: MIT
"""The words in a picture's EXIF; everything else that a camera writes there stays unread."""

from __future__ import annotations

from collections.abc import Iterator

from PIL import ExifTags, Image

from linli.photos.encodings import Written, likelier
from linli.photos.fields import Said

_ASCII = {
    "caption": ExifTags.Base.ImageDescription,
    "creator": ExifTags.Base.Artist,
    "copyright": ExifTags.Base.Copyright,
}
# Windows' own fields, in UTF-16 whatever the rest of the file is in.
_WINDOWS = {
    "caption": (ExifTags.Base.XPComment, ExifTags.Base.XPTitle),
    "creator": (ExifTags.Base.XPAuthor,),
}


def read_exif(image: Image.Image) -> Iterator[Said]:
    """The words, those that win first."""
    exif = image.getexif()
    for name, tag in _ASCII.items():
        if raw := _bytes(exif.get(tag)):
            # A copyright notice is the photographer's, a zero byte, the editor's.
            parts = raw.split(b"\x00")[:2] if name == "copyright" else [raw]
            yield Said(name, tuple(Written(part) for part in parts))
    comment = _bytes(exif.get_ifd(ExifTags.IFD.Exif).get(ExifTags.Base.UserComment))
    if len(comment) > 8:
        yield Said("caption", (_comment(comment, exif.endian),))
    for name, tags in _WINDOWS.items():
        for tag in tags:
            if raw := _bytes(exif.get(tag)):
                yield Said(name, (Written(raw, "utf-16-le"),))


def _bytes(value: object) -> bytes:
    if isinstance(value, str):
        # Pillow reads these bytes as Latin-1, which loses nothing: take them back.
        return value.encode("latin-1", errors="ignore")
    if isinstance(value, tuple) and all(isinstance(one, int) and 0 <= one < 256 for one in value):
        return bytes(value)
    return bytes(value) if isinstance(value, bytes) else b""


def _comment(comment: bytes, endian: str | None) -> Written:
    """A user comment, which begins with eight bytes that name its encoding."""
    code, text = comment[:8].rstrip(b"\x00 "), comment[8:]
    if code == b"UNICODE":
        # UTF-16 in the byte order of the file, says the standard; in either, say the cameras.
        own, other = ("utf-16-be", "utf-16-le") if endian == ">" else ("utf-16-le", "utf-16-be")
        return Written(text, likelier(text, own, other))
    return Written(text, "iso2022_jp" if code == b"JIS" else "")

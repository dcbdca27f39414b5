# SPDX-License-Identifier: MIT
"""The words in a picture's IPTC-IIM records, as agencies have written them since 1991."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from PIL import Image, JpegImagePlugin

from linli.photos.encodings import Written
from linli.photos.fields import Said
from linli.photos.png_text import raw_profile

_FIELDS = {120: "caption", 80: "creator", 110: "credit", 116: "copyright"}
_PHOTOSHOP = b"Photoshop 3.0\x00"
_IPTC = 0x0404
_MARKED = {
    # ISO 2022 escapes of dataset 1:90. Others are mostly wrong where the text is Chinese.
    b"\x1b%G": "utf-8",
    b"\x1b%/G": "utf-8",
    b"\x1b%/H": "utf-8",
    b"\x1b%/I": "utf-8",
    b"\x1b.A": "latin-1",
}


def read_iim(image: Image.Image) -> Iterator[Said]:
    """The words; a dataset that stands there twice is one field of two parts."""
    encoding = ""
    found: dict[str, list[bytes]] = {}
    for record, dataset, value in _datasets(_records(image)):
        if (record, dataset) == (1, 90):
            encoding = _MARKED.get(value.strip(), "")
        elif record == 2 and dataset in _FIELDS:
            found.setdefault(_FIELDS[dataset], []).append(value)
    for name, values in found.items():
        yield Said(name, tuple(Written(value, encoding) for value in values))


def _records(image: Image.Image) -> bytes:
    if isinstance(image, JpegImagePlugin.JpegImageFile):
        # What does not fit into one segment goes on in the next.
        segments = [data for name, data in image.applist if name == "APP13"]
        return b"".join(
            _resources(
                b"".join(
                    data.removeprefix(_PHOTOSHOP)
                    for data in segments
                    if data.startswith(_PHOTOSHOP)
                )
            )
        )
    profile = raw_profile(image, "iptc") or raw_profile(image, "8bim")
    return b"".join(_resources(profile)) if profile.startswith(b"8BIM") else profile


def _resources(data: bytes) -> Iterator[bytes]:
    """Of Photoshop's blocks, those that hold IPTC records."""
    at = 0
    while data[at : at + 4] == b"8BIM" and at + 12 <= len(data):
        kind, name = struct.unpack_from(">HB", data, at + 4)
        at += 6 + (name + 2) // 2 * 2
        if at + 4 > len(data):
            return
        (size,) = struct.unpack_from(">I", data, at)
        if kind == _IPTC:
            yield data[at + 4 : at + 4 + size]
        at += 4 + size + size % 2


def _datasets(data: bytes) -> Iterator[tuple[int, int, bytes]]:
    """Record, dataset, value; what follows a broken dataset is not read."""
    at = 0
    while at + 5 <= len(data) and data[at] == 0x1C:
        record, dataset, size = struct.unpack_from(">BBH", data, at + 1)
        at += 5
        if size & 0x8000:
            more = size & 0x7FFF
            size = int.from_bytes(data[at : at + more], "big")
            at += more
        yield record, dataset, data[at : at + size]
        at += size

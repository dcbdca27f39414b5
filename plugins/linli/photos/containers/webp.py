# SPDX-License-Identifier: MIT
"""WebP: a RIFF file, whose first chunk says which others there are."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from linli.photos.containers.icc import clean_profile
from linli.photos.containers.structure import Kept, need

_ICC, _ALPHA, _EXIF, _XMP, _ANIMATED = 0x20, 0x10, 0x08, 0x04, 0x02
_PIXELS = frozenset({b"VP8 ", b"VP8L", b"ALPH"})


def clean_webp(data: bytes, kept: Kept) -> bytes:
    """The chunks that hold pixels, in their order, and the profile."""
    need(data[:4] == b"RIFF" and data[8:12] == b"WEBP", "no start")
    (size,) = struct.unpack_from("<I", data, 4)
    need(size + 8 <= len(data) and size >= 4, "no end")
    head, profile, written, flags = b"", b"", [], 0
    for name, body in _chunks(data[12 : size + 8]):
        if name == b"VP8X":
            need(len(body) == 10, "a head of another length")
            head = body
        elif name == b"ICCP":
            profile = _chunk(name, clean_profile(body))
        elif name == b"ANIM":
            written.append(_chunk(name, body[:6]))
        elif name == b"ANMF":
            need(len(body) >= 16, "a frame without its place")
            frame = (_chunk(*one) for one in _chunks(body[16:]) if one[0] in _PIXELS)
            written.append(_chunk(name, body[:16] + b"".join(frame)))
        elif name in _PIXELS:
            written.append(_chunk(name, body))
            head = head or _head(name, body)
    need(written and head, "no picture")
    flags = head[0] & (_ALPHA | _ANIMATED)
    flags |= (_ICC if profile else 0) | (_EXIF if kept.exif else 0) | (_XMP if kept.packet else 0)
    chunks = [_chunk(b"VP8X", bytes((flags, 0, 0, 0)) + head[4:]), profile, *written]
    if kept.exif:
        chunks.append(_chunk(b"EXIF", kept.exif))
    if kept.packet:
        chunks.append(_chunk(b"XMP ", kept.packet))
    whole = b"WEBP" + b"".join(chunks)
    return b"RIFF" + struct.pack("<I", len(whole)) + whole


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 0
    while at < len(data):
        need(at + 8 <= len(data), "no end")
        name, size = struct.unpack_from("<4sI", data, at)
        need(at + 8 + size <= len(data), "no end")
        yield name, data[at + 8 : at + 8 + size]
        at += 8 + size + size % 2


def _chunk(name: bytes, body: bytes) -> bytes:
    return b"".join((name, struct.pack("<I", len(body)), body, b"\x00" * (len(body) % 2)))


def _head(name: bytes, body: bytes) -> bytes:
    """A head for a file that had none: its size stands in the coded picture."""
    need(len(body) >= 10, "no picture")
    if name == b"VP8 ":
        width, height = (value & 0x3FFF for value in struct.unpack_from("<HH", body, 6))
        alpha = 0
    else:
        (bits,) = struct.unpack_from("<I", body, 1)
        width, height = (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
        alpha = _ALPHA if bits >> 28 & 1 else 0
    need(name != b"ALPH" and width and height, "no picture")
    sides = b"".join(int(side - 1).to_bytes(3, "little") for side in (width, height))
    return bytes((alpha, 0, 0, 0)) + sides

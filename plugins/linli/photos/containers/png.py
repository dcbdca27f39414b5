# SPDX-License-Identifier: MIT
"""PNG: chunks, each with a length, a name and a check sum."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

from linli.photos.containers.icc import clean_profile
from linli.photos.containers.structure import Kept, need

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_CRITICAL = frozenset({b"IHDR", b"PLTE", b"IDAT", b"IEND"})
_COLOURS = frozenset(
    {b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"sBIT", b"pHYs", b"bKGD", b"cICP", b"mDCV", b"cLLI"}
)
_FRAMES = frozenset({b"acTL", b"fcTL", b"fdAT"})
_LARGEST_PROFILE = 4_000_000


def clean_png(data: bytes, kept: Kept) -> bytes:
    """The chunks that a picture is drawn from; what lies behind the last one is dropped."""
    need(data.startswith(_SIGNATURE), "no start")
    need(data[12:16] == b"IHDR", "no head")
    written = [_SIGNATURE]
    for name, body in _chunks(data):
        if name in _CRITICAL or name in _COLOURS or name in _FRAMES:
            written.append(_chunk(name, body))
        elif name == b"iCCP":
            written.append(_chunk(name, _profile(body)))
        else:
            need(name[0] & 0x20, "an unknown chunk that must not be left out")
        if name == b"IHDR":
            if kept.exif:
                written.append(_chunk(b"eXIf", kept.exif))
            if kept.packet:
                text = b"XML:com.adobe.xmp\x00\x00\x00\x00\x00" + kept.packet
                written.append(_chunk(b"iTXt", text))
    return b"".join(written)


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at, name = len(_SIGNATURE), b""
    while name != b"IEND":
        need(at + 12 <= len(data), "no end")
        length, name = struct.unpack_from(">I4s", data, at)
        body = data[at + 8 : at + 8 + length]
        at += 12 + length
        need(at <= len(data), "no end")
        (check,) = struct.unpack_from(">I", data, at - 4)
        need(zlib.crc32(name + body) == check, "a check sum that is wrong")
        yield name, body


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def _profile(body: bytes) -> bytes:
    _, zero, rest = body.partition(b"\x00")
    need(zero and rest[:1] == b"\x00", "no colour profile")
    inflater = zlib.decompressobj()
    try:
        profile = inflater.decompress(rest[1:], _LARGEST_PROFILE)
    except zlib.error:
        profile = b""
    return b"ICC\x00\x00" + zlib.compress(clean_profile(profile), 9)

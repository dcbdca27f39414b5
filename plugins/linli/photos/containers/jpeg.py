# SPDX-License-Identifier: MIT
"""JPEG: segments, each with a marker and a length, and between them the coded picture."""

from __future__ import annotations

import re
import struct

from linli.photos.containers.icc import clean_profile
from linli.photos.containers.structure import Kept, need

_SOI, _EOI, _SOS, _COM = 0xD8, 0xD9, 0xDA, 0xFE
_CODING = frozenset({*range(0xC0, 0xC8), *range(0xC9, 0xD0), 0xDB, 0xDC, 0xDD, _SOS})
"""Frames, tables and scans: what the picture is decoded with."""
_APP = range(0xE0, 0xF0)
_ICC = b"ICC_PROFILE\x00"
# In coded data a marker is FF and neither a zero, which stands for FF itself, nor a restart.
_NEXT_MARKER = re.compile(rb"\xff+[\x01-\xcf\xd8-\xfe]")
_ROOM = 0xFFFF - 2 - len(_ICC) - 2


def clean_jpeg(data: bytes, kept: Kept) -> bytes:
    """The first picture of the file, up to its end: what lies behind it is dropped."""
    need(data[:2] == b"\xff\xd8", "no start")
    jfif, adobe, coded = b"", b"", []
    profile: dict[int, bytes] = {}
    at = 2
    while True:
        need(data[at : at + 1] == b"\xff", "no marker")
        while data[at + 1 : at + 2] == b"\xff":
            at += 1
        need(at + 1 < len(data), "no end")
        marker = data[at + 1]
        if marker == _EOI:
            break
        need(marker in _CODING or marker in _APP or marker == _COM, "an unknown marker")
        need(at + 4 <= len(data), "no end")
        (length,) = struct.unpack_from(">H", data, at + 2)
        end = at + 2 + length
        need(length >= 2 and end <= len(data), "no end")
        body = data[at + 4 : end]
        if marker == _SOS:
            match = _NEXT_MARKER.search(data, end)
            need(match, "no end")
            end = match.start() if match else end
        if marker in _CODING:
            coded.append(data[at:end])
        elif marker == 0xE0 and body[:5] == b"JFIF\x00" and len(body) >= 12:
            # Without the thumbnail that may follow.
            jfif = _segment(0xE0, body[:12] + b"\x00\x00")
        elif marker == 0xEE and body[:5] == b"Adobe" and len(body) >= 12:
            adobe = _segment(0xEE, body[:12])
        elif marker == 0xE2 and body.startswith(_ICC) and len(body) > len(_ICC) + 2:
            profile[body[len(_ICC)]] = body[len(_ICC) + 2 :]
        at = end
    need(coded, "no picture")
    exif = _segment(0xE1, b"Exif\x00\x00" + kept.exif) if kept.exif else b""
    xmp = b"http://ns.adobe.com/xap/1.0/\x00" + kept.packet if kept.packet else b""
    need(len(xmp) <= 0xFFFF - 2, "too long a caption")
    head = [b"\xff\xd8", jfif, exif, _segment(0xE1, xmp) if xmp else b"", _profile(profile), adobe]
    return b"".join([*head, *coded, b"\xff\xd9"])


def _segment(marker: int, body: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body


def _profile(parts: dict[int, bytes]) -> bytes:
    if not parts:
        return b""
    need(sorted(parts) == list(range(1, len(parts) + 1)), "a part of the profile is missing")
    whole = clean_profile(b"".join(parts[number] for number in sorted(parts)))
    pieces = [whole[start : start + _ROOM] for start in range(0, len(whole), _ROOM)]
    return b"".join(
        _segment(0xE2, _ICC + bytes((number, len(pieces))) + piece)
        for number, piece in enumerate(pieces, 1)
    )

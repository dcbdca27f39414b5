# SPDX-License-Identifier: MIT
"""GIF: blocks, most of them chains of pieces of up to 255 bytes."""

from __future__ import annotations

from linli.photos.containers.structure import Kept, need

_LOOPS = (b"NETSCAPE2.0", b"ANIMEXTS1.0")
_TRAILER, _IMAGE, _EXTENSION = 0x3B, 0x2C, 0x21
_CONTROL, _APPLICATION = 0xF9, 0xFF
_MAGIC = bytes((1, *range(0xFF, -1, -1), 0))
"""Behind an XMP packet, which is no chain of pieces: wherever a reader falls in, it gets out."""


def clean_gif(data: bytes, kept: Kept) -> bytes:
    """Frames, how long each stands, and how often they are repeated; up to the trailer."""
    need(data[:6] in (b"GIF87a", b"GIF89a") and len(data) > 13, "no start")
    at = 13 + _table(data[10])
    written = [b"GIF89a", data[6:at]]
    if kept.packet:
        written += [b"\x21\xff\x0bXMP DataXMP", kept.packet, _MAGIC]
    has_image = False
    while True:
        need(at < len(data), "no end")
        kind = data[at]
        if kind == _TRAILER:
            break
        if kind == _IMAGE:
            need(at + 11 <= len(data), "no end")
            end = _chain(data, at + 11 + _table(data[at + 9]))
            written.append(data[at:end])
            has_image = True
        else:
            need(kind == _EXTENSION and at + 2 < len(data), "an unknown block")
            end = _chain(data, at + 2)
            if data[at + 1] == _CONTROL:
                need(data[at + 2] == 4 and end == at + 8, "a control block of another length")
                written.append(data[at:end])
            elif data[at + 1] == _APPLICATION and data[at + 3 : at + 14] in _LOOPS:
                loop = data[at + 14 : at + 18]
                need(loop[:2] == b"\x03\x01" and at + 18 < end, "a loop of another form")
                written += [data[at : at + 18], b"\x00"]
        at = end
    need(has_image, "no picture")
    return b"".join((*written, b"\x3b"))


def _table(flags: int) -> int:
    """Bytes of the colour table that follows."""
    return 3 * 2 ** ((flags & 7) + 1) if flags & 0x80 else 0


def _chain(data: bytes, at: int) -> int:
    """Where the pieces that begin here end."""
    while True:
        need(at < len(data), "no end")
        if not data[at]:
            return at + 1
        at += 1 + data[at]

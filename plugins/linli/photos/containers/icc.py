# SPDX-License-Identifier: MIT
"""A colour profile without what describes a device: the model and number of somebody's screen."""

from __future__ import annotations

import struct

from linli.photos.containers.structure import need

_COLOURS = frozenset(
    {
        *(b"rXYZ", b"gXYZ", b"bXYZ", b"rTRC", b"gTRC", b"bTRC", b"kTRC", b"wtpt", b"bkpt"),
        *(b"chad", b"lumi", b"cicp", b"gamt", b"desc", b"cprt"),
        *(b"A2B0", b"A2B1", b"A2B2", b"B2A0", b"B2A1", b"B2A2"),
        *(b"D2B0", b"D2B1", b"D2B2", b"B2D0", b"B2D1", b"B2D2"),
    }
)
_TABLE = 132
_OF_A_DEVICE = ((24, 36), (48, 64), (80, 100))
"""In the header: when it was made; the device's maker, model and settings; by which program, and
the check sum of it all."""


def clean_profile(profile: bytes) -> bytes:
    """The profile, as long as before, with only the tags that colours are computed from."""
    need(len(profile) >= _TABLE and profile[36:40] == b"acsp", "no colour profile")
    (count,) = struct.unpack_from(">I", profile, 128)
    need(_TABLE + 12 * count <= len(profile), "a table of tags that does not end")
    tags = [struct.unpack_from(">4sII", profile, _TABLE + 12 * i) for i in range(count)]
    kept = [tag for tag in tags if tag[0] in _COLOURS]
    clean = bytearray(len(profile))
    clean[:128] = profile[:128]
    for start, end in _OF_A_DEVICE:
        clean[start:end] = bytes(end - start)
    struct.pack_into(">I", clean, 128, len(kept))
    for place, (name, start, size) in enumerate(kept):
        need(start >= _TABLE and start + size <= len(profile), "a tag that lies outside")
        struct.pack_into(">4sII", clean, _TABLE + 12 * place, name, start, size)
    for _, start, size in kept:
        clean[start : start + size] = profile[start : start + size]
    return bytes(clean)

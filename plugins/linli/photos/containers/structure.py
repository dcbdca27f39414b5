# SPDX-License-Identifier: MIT
"""What the formats have in common when they are cleaned."""

from __future__ import annotations

import struct
from typing import NamedTuple


class Misunderstood(ValueError):
    """The file is not built as its format says, so nobody knows what would leave with it."""


class Kept(NamedTuple):
    """What goes into the cleaned file beside its pixels."""

    packet: bytes
    """XMP of the allowed fields, or nothing."""
    orientation: int
    """As in EXIF; 1 for a picture that stands upright."""

    @property
    def exif(self) -> bytes:
        """EXIF that says which way up the picture is and nothing else; nothing where it is."""
        if self.orientation == 1:
            return b""
        entry = struct.pack(">HHIHH", 0x0112, 3, 1, self.orientation, 0)
        return b"MM\x00\x2a\x00\x00\x00\x08" + b"\x00\x01" + entry + bytes(4)


def need(condition: object, what: str) -> None:
    """Stop where a file is not built as it should be."""
    if not condition:
        raise Misunderstood(what)

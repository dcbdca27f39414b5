# SPDX-License-Identifier: MIT
"""A word of a picture file before anybody knows in which encoding it is."""

from __future__ import annotations

from typing import NamedTuple

from linli.photos.encodings import Written

JOINED = {"creator": "、", "copyright": "；"}
"""How the parts of a field are joined; of any other field the first part counts."""


class Said(NamedTuple):
    """A field of `PhotoMetadata`, as one place of a file gives it."""

    name: str
    parts: tuple[Written, ...]

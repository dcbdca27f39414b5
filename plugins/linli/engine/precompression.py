# SPDX-License-Identifier: MIT
"""Packed copies of texts, for a host that sends `page.html.gz` where a browser may have it."""

from __future__ import annotations

import importlib
import zlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version

SMALLEST = 1024
"""Bytes from which on a copy is made: what is smaller travels in one packet either way."""

_TEXTS = (
    *(".html", ".css", ".js", ".json", ".ndjson", ".xml", ".txt", ".svg", ".csv", ".ics"),
    ".webmanifest",
)
_QUALITY = 7
"""Of brotli, up to 11, which takes forty times as long for a tenth less."""


class PackingError(Exception):
    """A form that is not known, or whose library is not installed."""


@dataclass(frozen=True, slots=True)
class Packing:
    """One form of packed copies."""

    suffix: str
    recipe: str
    """All that the bytes of a copy depend on besides those of its file."""
    pack: Callable[[bytes], bytes]


def has_copies(path: str) -> bool:
    """Whether copies of a file are worth while, should it be large enough."""
    return path.endswith(_TEXTS)


def packings(names: Iterable[str]) -> tuple[Packing, ...]:
    """The forms of these names. Raises PackingError."""
    return tuple(packing(name) for name in sorted({*names}))


@cache
def packing(name: str) -> Packing:
    """The form of a name; that of brotli where its library is. Raises PackingError."""
    if name == "gz":
        return Packing(".gz", f"gz 9 {zlib.ZLIB_RUNTIME_VERSION}", _gzip)
    if name != "br":
        raise PackingError(f"`{name}` is not a way to pack a file; use gz or br")
    try:
        # Only who wants it has it.
        brotli = importlib.import_module("brotli")
    except ImportError as error:
        missing = "`br` needs a library that is not here: pip install 'linli[brotli]'"
        raise PackingError(missing) from error
    return Packing(
        ".br",
        f"br {_QUALITY} {version('brotli')}",
        lambda data: bytes(brotli.compress(data, mode=brotli.MODE_TEXT, quality=_QUALITY)),
    )


def _gzip(data: bytes) -> bytes:
    # Neither a name nor a time: the same on every machine and at every hour.
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    return packer.compress(data) + packer.flush()

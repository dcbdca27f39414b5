# SPDX-License-Identifier: MIT
"""The text of a file that no editor of ours has saved: the encoding is told by its bytes."""

from __future__ import annotations

import codecs

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


class EncodingError(ValueError):
    """Bytes that are no text in UTF-8, UTF-16 or GB18030."""


def decode(raw: bytes) -> str:
    """A printed page's text with one sort of line end. Raises EncodingError."""
    mark, encoding = next(
        ((mark, name) for mark, name in _MARKS if raw.startswith(mark)), (b"", _guess(raw))
    )
    try:
        text = raw[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        raise EncodingError from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _guess(raw: bytes) -> str:
    """Without a mark: a text has no NUL, unless each of its signs takes two bytes."""
    if b"\x00" in raw:
        return "utf-16-le" if raw.count(b"\n\x00") >= raw.count(b"\x00\n") else "utf-16-be"
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return "gb18030"
    return "utf-8"

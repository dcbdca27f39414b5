# SPDX-License-Identifier: MIT
"""A printed page's text in whatever encoding the page maker's program has saved it."""

from __future__ import annotations

import pytest

from linli.reading.importing.decoding import EncodingError, decode

TEXT = "遗失声明\n成都示例商贸有限公司遗失公章，声明作废。\n"


@pytest.mark.parametrize(
    "raw",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("gb18030"),
        TEXT.encode("gbk"),
        TEXT.encode("utf-16"),
        b"\xfe\xff" + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        TEXT.replace("\n", "\r\n").encode("gb18030"),
        TEXT.replace("\n", "\r").encode(),
    ],
)
def test_a_text_is_read_by_its_bytes(raw: bytes) -> None:
    assert decode(raw) == TEXT


def test_what_is_no_text_is_refused() -> None:
    with pytest.raises(EncodingError):
        decode(b"\x89PNG\r\n\x1a\n\xff\xff\xff")

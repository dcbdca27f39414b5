# SPDX-License-Identifier: MIT
"""What the signs that GB 2312 lacks are simplified to: 静語 is found by 静语.

A sign that GB 2312 has is written as it stands by whoever writes simplified Chinese (乾 of 乾坤,
瞭 of 瞭望), so it is left alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from opencc import OpenCC

_HAN = (*range(0x3400, 0xA000), *range(0x20000, 0x32400))
"""Code points of all unified ideographs, and of a few that are none yet."""


@cache
def simplified() -> Mapping[int, str]:
    """One sign for each code point that becomes another, in the order of code points."""
    signs = [sign for sign in map(chr, _HAN) if not _is_in_gb_2312(sign)]
    # A sign a line: taken together, two of them might be a word that is written otherwise.
    found = OpenCC("t2s").convert("\n".join(signs)).split("\n")
    pairs = zip(signs, found, strict=True)
    table = {ord(sign): other for sign, other in pairs if sign != other and len(other) == 1}
    # 薴 is simplified to 苧, and 苧, which is another sign, to 苎: a reader may have written any.
    return {sign: table.get(ord(other), other) for sign, other in table.items()}


def _is_in_gb_2312(sign: str) -> bool:
    try:
        sign.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True

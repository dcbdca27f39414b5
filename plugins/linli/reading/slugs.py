# SPDX-License-Identifier: MIT
"""The name of a piece's file, the end of its URL: its headline in the letters of pinyin."""

from __future__ import annotations

import re
import unicodedata

_LONGEST = 40


def slug_of(headline: str) -> str:
    """`社区暑期课堂开班 娃娃托管不再难` is `she-qu-shu-qi-ke-tang-kai-ban-wa-wa`.

    A hyphen parts syllables and words, of which as many are taken as fit into forty letters; ''
    where a headline has none.
    """
    # A dictionary of some megabytes: only who names a file waits for it.
    from pypinyin import lazy_pinyin

    plain = unicodedata.normalize("NFKC", headline).casefold()
    syllables = " ".join(lazy_pinyin(plain))
    letters = unicodedata.normalize("NFD", syllables).encode("ascii", "ignore").decode()
    slug = ""
    for word in re.findall(r"[a-z0-9]+", letters):
        longer = f"{slug}-{word}" if slug else word[:_LONGEST]
        if len(longer) > _LONGEST:
            break
        slug = longer
    return slug

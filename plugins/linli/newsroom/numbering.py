# SPDX-License-Identifier: MIT
"""The next free id of an announcement."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from linli.newsroom.codes import Kind

_LETTER = {Kind.NOTICE: "N", Kind.LOST: "L"}
_ID = re.compile(r"([A-Z]{1,4})-(\d{4})-(\d{3,6})")


def free_ids(kind: Kind, year: int, ids: Iterable[str]) -> Iterator[str]:
    """Ids behind the last one of a year: a gap may be that of an announcement that is gone."""
    letter = _LETTER[kind]
    found = filter(None, map(_ID.fullmatch, ids))
    number = max((int(id[3]) for id in found if (id[1], int(id[2])) == (letter, year)), default=0)
    while True:
        number += 1
        yield f"{letter}-{year}-{number:04}"

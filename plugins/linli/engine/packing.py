# SPDX-License-Identifier: MIT
"""What a text says as bytes, and back: only what it says, without its text and its lines.

Most of the forty things a piece may say it does not say, so to leave those out is twice as fast
as to pickle the whole.
"""

from __future__ import annotations

import pickle
from dataclasses import MISSING, fields
from functools import cache
from typing import Any, cast

from linli.newsroom.announcements import Lost, Notice
from linli.newsroom.articles import Report
from linli.newsroom.categories import Category, OrdinaryPage, Person
from linli.newsroom.diagnostics import Source
from linli.newsroom.manuscripts import Manuscript
from linli.newsroom.printed import PrintedIssue

_TYPES: tuple[type, ...] = (Report, Notice, Lost, Category, Person, OrdinaryPage, PrintedIssue)
_APART = frozenset({"source", "body"})


@cache
def _defaults(type_: type) -> tuple[tuple[str, Any], ...]:
    """What a piece says by saying nothing; MISSING where it always says something."""
    return tuple((one.name, one.default) for one in fields(type_) if one.name not in _APART)


def pack(value: Manuscript) -> bytes:
    """A value without its text and the lines of its keys."""
    said = {
        name: found
        for name, default in _defaults(cast(Any, type(value)))
        if (found := getattr(value, name)) != default or default is MISSING
    }
    return pickle.dumps((_TYPES.index(type(value)), value.source.path, said), 5)


def pack_lines(source: Source) -> bytes:
    """Where it stands in its file, which only a finding needs."""
    return pickle.dumps((dict(source.key_lines), source.body_line, source.batch), 5)


def unpack(data: bytes, lines: bytes | None = None) -> Manuscript:
    """A value as it was, but for its text."""
    number, path, said = pickle.loads(data)
    source = Source(path, *pickle.loads(lines)) if lines else Source(path)
    return cast(Manuscript, _TYPES[number](source=source, body="", **said))

# SPDX-License-Identifier: MIT
"""Every text of a value, under the key it has in the front matter: for rules about all of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from dataclasses import fields, is_dataclass

from linli.newsroom.diagnostics import Source

LeftOut = Mapping[type, Set[str]]
"""For a class, the fields that are not looked at."""


def texts(value: object, left_out: LeftOut, key: str = "") -> Iterator[tuple[str, str]]:
    """Keys and texts: `documents.0.name`, 银行开户许可证."""
    if isinstance(value, str):
        yield key, value
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from texts(item, left_out, f"{key}.{index}")
    elif is_dataclass(value) and not isinstance(value, type | Source):
        without = {
            name for of, names in left_out.items() if isinstance(value, of) for name in names
        }
        for field in fields(value):
            if field.name not in without:
                name = f"{key}.{field.name}" if key else field.name
                yield from texts(getattr(value, field.name), left_out, name)

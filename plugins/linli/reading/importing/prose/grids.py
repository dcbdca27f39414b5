# SPDX-License-Identifier: MIT
"""The cells of a table, row by row, where some reach over several."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linli.reading.importing.prose.tree import Element


def rows_of(table: Element) -> list[list[Element | None]]:
    """The cells of a table, None where one of another row or column reaches in."""
    rows: list[list[Element | None]] = []
    reaching: dict[int, int] = {}
    for row in _of_this_table(table):
        cells: list[Element | None] = []
        for cell in row.children:
            if not isinstance(cell, Element) or cell.name not in {"td", "th"}:
                continue
            _skip(cells, reaching)
            wide, high = _span(cell, "colspan"), _span(cell, "rowspan")
            for column in range(wide):
                if high > 1:
                    reaching[len(cells)] = high - 1
                cells.append(None if column else cell)
        _skip(cells, reaching)
        rows.append(cells)
    return rows


def _skip(cells: list[Element | None], reaching: dict[int, int]) -> None:
    while reaching.get(len(cells), 0):
        reaching[len(cells)] -= 1
        cells.append(None)


def _span(cell: Element, name: str) -> int:
    value = cell.attributes.get(name, "1")
    return min(max(int(value), 1), 30) if re.fullmatch(r"\d{1,4}", value) else 1


def _of_this_table(element: Element) -> Iterator[Element]:
    for child in element.children:
        if isinstance(child, Element):
            if child.name == "tr":
                yield child
            elif child.name in {"thead", "tbody", "tfoot"}:
                yield from _of_this_table(child)

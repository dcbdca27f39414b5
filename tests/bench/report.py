# SPDX-License-Identifier: MIT
"""What was measured, as a table to read and as JSON to keep."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import Any

from measure import Run

NAMES = {
    "cold": "cold build",
    "unchanged": "no change",
    "body": "one body edited",
    "title": "one title edited",
    "category": "one category changed",
    "new": "one new article",
    "template": "one template changed",
    "serve": "serve: saved to served",
}


@dataclass(frozen=True, slots=True)
class Series:
    """The runs of one scenario by one generator."""

    count: int
    """Pieces in the corpus."""
    scenario: str
    generator: str
    runs: tuple[Run, ...]

    def median(self, of: str) -> float:
        return float(median(getattr(run, of) for run in self.runs))


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: a figure of ours beside the other's."""

    count: int
    what: str
    unit: str
    ours: float | None
    theirs: float | None

    @property
    def ratio(self) -> float | None:
        return self.ours / self.theirs if self.ours is not None and self.theirs else None

    @property
    def cells(self) -> tuple[str, ...]:
        digits = ".3f" if self.unit == "s" else ".1f"
        figures = ((self.ours, digits), (self.theirs, digits), (self.ratio, ".2f"))
        return (
            f"{self.count:,}",
            self.what,
            self.unit,
            *("–" if figure is None else f"{figure:{form}}" for figure, form in figures),
        )


_MEGABYTE = 1_000_000
_FIGURES = (
    ("seconds", "", "s", 1),
    ("processor", ", processor", "s", 1),
    ("memory", ", memory", "MB", _MEGABYTE),
    ("written", ", written", "MB", _MEGABYTE),
)
HEAD = ("articles", "what", "", "Linli", "Hugo", "Linli / Hugo")


def rows(measured: Sequence[Series], ours: str = "Linli", theirs: str = "Hugo") -> Iterator[Row]:
    """For each size seconds by the clock, of processor, then memory, then bytes written."""
    found = {(one.count, one.scenario, one.generator): one for one in measured}
    counts = sorted({one.count for one in measured})
    for count in counts:
        for figure, suffix, unit, divisor in _FIGURES:
            for scenario, name in NAMES.items():
                mine = found.get((count, scenario, ours))
                other = found.get((count, scenario, theirs))
                if figure == "written" and scenario == "serve":
                    continue
                if mine or other:
                    yield Row(
                        count,
                        f"{name}{suffix}",
                        unit,
                        mine.median(figure) / divisor if mine else None,
                        other.median(figure) / divisor if other else None,
                    )
    for smaller, larger in pairwise(counts):
        growth = [
            found[larger, "cold", name].median("seconds")
            / found[smaller, "cold", name].median("seconds")
            if {(smaller, "cold", name), (larger, "cold", name)} <= found.keys()
            else None
            for name in (ours, theirs)
        ]
        if any(growth):
            yield Row(larger, f"cold build, times that of {smaller:,}", "x", *growth)


def table(measured: Sequence[Series]) -> str:
    """The table in Markdown, its columns set under each other; Latin only, so that they are."""
    return laid_out([HEAD, *(row.cells for row in rows(measured))], 3)


def laid_out(lines: Sequence[Sequence[str]], left: int) -> str:
    """A table whose first line is its head, and whose first columns are words."""
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    rule = tuple(
        "-" * (width - (place >= left)) + ":" * (place >= left)
        for place, width in enumerate(widths)
    )
    return "".join(
        "| "
        + " | ".join(
            cell.rjust(width) if place >= left else cell.ljust(width)
            for place, (cell, width) in enumerate(zip(line, widths, strict=True))
        )
        + " |\n"
        for line in (lines[0], rule, *lines[1:])
    )


def machine() -> dict[str, str]:
    """What the figures were measured on."""
    return {
        "processor": _line_of("/proc/cpuinfo", "model name") or platform.machine(),
        "cores": str(len(os.sched_getaffinity(0))),
        "memory": _line_of("/proc/meminfo", "MemTotal"),
        "system": f"{platform.system()} {platform.release()}",
        "load": f"{os.getloadavg()[0]:.1f} before the first run",
        "python": platform.python_version(),
    }


def _line_of(file: str, key: str) -> str:
    lines = Path(file).read_text(encoding="utf-8").splitlines()
    return next((line.partition(":")[2].strip() for line in lines if line.startswith(key)), "")


def as_json(measured: Sequence[Series], about: Mapping[str, str]) -> dict[str, Any]:
    return {"about": dict(about), "series": [asdict(one) for one in measured]}


RESULTS = "<!-- Written by the bench from here on. -->\n"


def with_results(page: str, measured: Sequence[Series], about: Mapping[str, str]) -> str:
    """RESULTS.md with its introduction kept and its figures new. Raises ValueError."""
    introduction, mark, _ = page.partition(RESULTS)
    if not mark:
        raise ValueError(f"there is no line {RESULTS.strip()}")
    facts = "".join(f"- {key}: {value}\n" for key, value in about.items())
    return f"{introduction}{mark}\n{facts}\n{table(measured)}"


def with_part(page: str, part: str, text: str) -> str:
    """RESULTS.md with the figures of one part new: `look-up`, `photos`. Raises ValueError."""
    lines = f"<!-- The {part}, written by the bench. -->\n", f"<!-- The end of the {part}. -->\n"
    before, begin, rest = page.partition(lines[0])
    _, end, after = rest.partition(lines[1])
    if not begin or not end:
        raise ValueError(f"there are no lines {lines[0].strip()} and {lines[1].strip()}")
    return f"{before}{begin}\n{text}\n{end}{after}"

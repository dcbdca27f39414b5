# SPDX-License-Identifier: MIT
"""What the judges said, as tables to read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from lighthouse import Report
from report import laid_out
from weight import Weight

MARK = "<!-- Written by the audit from here on. -->\n"

ANCHORS = {
    "a page written by hand": 3.8,
    "Hugo with PaperMod": 10.5,
    "Material, besides its index for search": 76.0,
}
"""Kilobytes of HTML, stylesheets and scripts of other makers' pages with the same report."""


def lighthouse_table(reports: Sequence[Report]) -> str:
    head = (
        *("page", "performance", "accessibility", "best practices", "SEO"),
        *("FCP, s", "LCP, s", "TBT, ms", "CLS"),
    )
    rows = [
        (
            one.name,
            *(str(score) for score in one.scores),
            f"{one.figures['first-contentful-paint'] / 1000:.2f}",
            f"{one.figures['largest-contentful-paint'] / 1000:.2f}",
            f"{one.figures['total-blocking-time']:.0f}",
            f"{one.figures['cumulative-layout-shift']:.3f}",
        )
        for one in reports
    ]
    return laid_out([head, *rows], 1)


def weight_table(weights: Mapping[str, Weight]) -> str:
    head = ("first view of", "HTML", "CSS", "JS", "text, kB", "photos, kB", "all, kB", "requests")
    rows = [
        (
            name,
            *(f"{one.bytes[sort] / 1000:.1f}" for sort in ("html", "css", "js")),
            *(f"{size / 1000:.1f}" for size in (one.text, one.bytes["images"], one.all)),
            str(one.requests),
        )
        for name, one in weights.items()
    ]
    anchors = [(name, "", "", "", f"{size:.1f}", "", "", "") for name, size in ANCHORS.items()]
    return laid_out([head, *rows, *anchors], 1)


def judges_table(faults: Mapping[str, tuple[int, int]]) -> str:
    """Of each judge and view: pages seen, and faults found."""
    rows = [(name, str(pages), str(found)) for name, (pages, found) in faults.items()]
    return laid_out([("judge", "pages", "faults"), *rows], 1)


def with_results(page: str, about: Mapping[str, str], parts: Iterable[tuple[str, str]]) -> str:
    """RESULTS.md with its introduction kept and its figures new. Raises ValueError."""
    introduction, mark, _ = page.partition(MARK)
    if not mark:
        raise ValueError(f"there is no line {MARK.strip()}")
    facts = "".join(f"- {key}: {value}\n" for key, value in about.items())
    tables = "".join(f"\n## {title}\n\n{table}" for title, table in parts)
    return f"{introduction}{mark}\n{facts}{tables}"

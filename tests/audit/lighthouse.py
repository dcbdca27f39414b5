# SPDX-License-Identifier: MIT
"""Lighthouse's mobile profile, asked some times for each page; it tells nobody but us."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from judges import TOOLS
from served import CHROMIUM, FLAGS

CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
MOST = {
    "largest-contentful-paint": 1200,
    "cumulative-layout-shift": 0.02,
    "total-blocking-time": 50,
}
"""What a page may have at most: milliseconds, shares of the screen, milliseconds."""

_FLAGS = (
    *FLAGS,
    # Chromium has a thing or two to ask its makers about; here it knows no other machine.
    '--host-resolver-rules="MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"',
)


@dataclass(frozen=True, slots=True)
class Report:
    """The medians of a page's runs."""

    name: str
    scores: tuple[int, ...]
    """Of `CATEGORIES`, of 100."""
    figures: dict[str, float]
    """Of `MOST`, and `first-contentful-paint`."""
    complaints: tuple[str, ...]
    """Audits that cost a score in any run."""
    versions: tuple[str, str]
    """Lighthouse's and Chromium's."""

    @property
    def faults(self) -> Iterator[str]:
        for category, score in zip(CATEGORIES, self.scores, strict=True):
            if score < 100:
                yield f"{self.name}: {category} {score}: {', '.join(self.complaints)}"
        for figure, most in MOST.items():
            # A simulated line is reckoned in whole round trips; a few milliseconds are the machine's.
            told = self.figures[figure] if most < 1 else round(self.figures[figure], -1)
            if told > most:
                yield f"{self.name}: {figure} {self.figures[figure]:.2f}, at most {most}"


def report(name: str, url: str, runs: int, folder: Path) -> Report:
    """Ask about a page; what was answered stays in the folder as JSON."""
    answers = [_run(url, folder / f"{name.replace(' ', '-')}-{run}.json") for run in range(runs)]
    return Report(
        name,
        tuple(
            round(100 * median(one["categories"][category]["score"] for one in answers))
            for category in CATEGORIES
        ),
        {
            figure: median(one["audits"][figure]["numericValue"] for one in answers)
            for figure in ("first-contentful-paint", *MOST)
        },
        tuple(sorted({complaint for one in answers for complaint in _complaints(one)})),
        (
            answers[0]["lighthouseVersion"],
            answers[0]["environment"]["hostUserAgent"].partition("Chrome/")[2].split()[0],
        ),
    )


def _run(url: str, file: Path) -> dict[str, Any]:
    file.parent.mkdir(parents=True, exist_ok=True)
    command = [
        *("node", str(TOOLS / "lighthouse" / "cli" / "index.js"), url, "--quiet"),
        *("--output", "json", "--output-path", str(file), "--no-enable-error-reporting"),
        f"--chrome-flags={' '.join(_FLAGS)}",
    ]
    environ = {**os.environ, "CHROME_PATH": CHROMIUM}
    subprocess.run(command, check=True, env=environ, cwd=file.parent, timeout=180)
    answer: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    if answer.get("runtimeError"):
        raise RuntimeError(f"{url}: {answer['runtimeError']['message']}")
    return answer


def _complaints(answer: dict[str, Any]) -> Iterator[str]:
    for category in CATEGORIES:
        for reference in answer["categories"][category]["auditRefs"]:
            score = answer["audits"][reference["id"]]["score"]
            if reference["weight"] and score is not None and score < 0.9:
                yield reference["id"]

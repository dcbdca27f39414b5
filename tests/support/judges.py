# SPDX-License-Identifier: MIT
"""Judges from outside: vnu for the HTML of pages, axe for those who cannot see them."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser

TOOLS = Path(__file__).resolve().parents[1] / "tools" / "node_modules"

VIEWS = ("light", "dark", "elder", "elder-dark")
WIDTHS = (360, 1280)

_RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
"""WCAG 2.2 AA, which holds what was before it, and axe's own best practices."""
_COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
"""All that another colour scheme can change."""


def vnu_faults(folder: Path) -> list[str]:
    """What the Nu checker finds wrong with every page below a folder."""
    jar = TOOLS / "vnu-jar" / "build" / "dist" / "vnu.jar"
    command = ["java", "-jar", str(jar), "--format", "json", "--skip-non-html", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8")
    messages: list[dict[str, Any]] = json.loads(done.stderr)["messages"]
    # "info" without a subtype is a remark on taste, such as a slash at the end of a void element.
    found = [one for one in messages if one["type"] != "info" or one.get("subType") == "warning"]
    root = f"{folder.resolve().as_posix()}/"
    return [f"{one.get('url', '').rpartition(root)[2]}: {one['message']}" for one in found]


@cache
def _axe() -> str:
    return (TOOLS / "axe-core" / "axe.min.js").read_text(encoding="utf-8")


def axe_faults(
    chromium: Browser,
    address: str,
    pages: Mapping[str, str],
    view: str,
    width: int,
    *,
    colours_only: bool = False,
) -> Iterator[str]:
    """What axe finds wrong with pages in a view, at a width."""
    elder = view.startswith("elder")
    context = chromium.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if view.endswith("dark") else "light",
        reduced_motion="reduce",
        bypass_csp=True,
    )
    try:
        page = context.new_page()
        for name, path in pages.items():
            page.goto(f"{address}{path}{'?elder=1' if elder else ''}")
            if elder:
                page.wait_for_function("document.documentElement.hasAttribute('data-elder')")
            page.evaluate(_axe())
            result = page.evaluate(
                "rules => axe.run({runOnly: rules, resultTypes: ['violations']})",
                _COLOURS if colours_only else {"type": "tag", "values": list(_RULES)},
            )
            for one in result["violations"]:
                for node in one["nodes"]:
                    yield f"{name}: {one['id']}: {node['target']}"
    finally:
        context.close()

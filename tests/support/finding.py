# SPDX-License-Identifier: MIT
"""A reader at the look-up or at the search: asks, waits, and reads what is said and shown."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlencode

from playwright.sync_api import Page

AXE = Path(__file__).resolve().parents[1] / "tools" / "node_modules" / "axe-core" / "axe.min.js"


def ask(page: Page, address: str, text: str, **among: str) -> None:
    """Come by an address that asks; `address` is that of the look-up or of the search."""
    page.goto(f"{address}?{urlencode({'q': text, **among})}")
    settle(page)


def settle(page: Page) -> None:
    """Wait until the answers have come."""
    page.wait_for_function(
        "document.querySelector('.nr-finder__answers').getAttribute('aria-busy') === 'false'"
    )


def said(page: Page) -> str:
    return page.locator("[role=status]").inner_text()


def urls(page: Page) -> list[str]:
    """Where the answers lead, in their order."""
    found = page.locator(".nr-answer__headline a").evaluate_all("all => all.map(one => one.href)")
    return [re.sub(r"^https?://[^/]*/", "", url) for url in found]


def barriers(page: Page) -> list[tuple[str, object]]:
    """What axe finds on the page as it stands, and where first."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    result = page.evaluate("axe.run({resultTypes: ['violations']})")
    return [(one["id"], one["nodes"][0]["target"]) for one in result["violations"]]

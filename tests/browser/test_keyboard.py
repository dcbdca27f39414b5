# SPDX-License-Identifier: MIT
"""Without a mouse: every template walked with the Tab key, and what opens opened with Enter."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from served import PAGES, opened

pytestmark = pytest.mark.browser

REACHABLE = (
    "a[href], summary, button:not(:disabled), select:not(:disabled), textarea:not(:disabled), "
    "input:not(:disabled):not([type=hidden]), [tabindex='0']"
)

NUMBERED = """selector => {
  window.all = [...document.querySelectorAll(selector)];
  window.drawn = one => one.checkVisibility({visibilityProperty: true, contentVisibilityAuto: true});
}"""

FOCUSED = """() => {
  const one = document.activeElement;
  if (one === document.body) return null;
  const style = getComputedStyle(one), box = one.getClientRects()[0];
  const x = box.left + box.width / 2, y = box.top + box.height / 2;
  const hit = document.elementFromPoint(x, y);
  return {
    at: all.indexOf(one),
    said: `${one.tagName} ${one.className} ${(one.textContent || one.name || '').trim().slice(0, 20)}`,
    outline: style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth),
    inside: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    free: hit !== null && (hit.contains(one) || one.contains(hit)),
    closed: one.tagName === 'SUMMARY' && !one.parentElement.open,
  };
}"""


def walk(page: Page) -> tuple[list[dict[str, Any]], list[str]]:
    """Every stop of the Tab key, what is closed opened on the way; and what it never came to."""
    page.evaluate(NUMBERED, REACHABLE)
    most = 2 * page.evaluate("all.length") + 10
    stops: list[dict[str, Any]] = []
    for _ in range(most):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUSED)
        if stop is None or (stops and stop["at"] == stops[0]["at"]):
            break
        stops.append(stop)
        if stop["closed"]:
            page.keyboard.press("Enter")
    else:
        stops.append({"at": -1, "said": "no way out", "outline": 9, "inside": True, "free": True})
    missed = page.evaluate(
        """reached => all.filter((one, at) => drawn(one) && !reached.includes(at))
          .map(one => `${one.tagName} ${one.className} ${one.textContent.trim().slice(0, 20)}`)""",
        [stop["at"] for stop in stops],
    )
    return stops, missed


def faults_of(page: Page) -> list[str]:
    stops, missed = walk(page)
    faults = [f"never reached: {one}" for one in missed]
    first = page.evaluate("at => all[at].getAttribute('href')", stops[0]["at"])
    if first != "#main":
        faults.append(f"the first stop is {first}")
    faults += [f"no ring: {stop['said']}" for stop in stops if stop["outline"] < 2]
    faults += [f"out of sight: {stop['said']}" for stop in stops if not stop["inside"]]
    faults += [f"covered: {stop['said']}" for stop in stops if not stop["free"]]
    places = [stop["at"] for stop in stops if stop["at"] >= 0]
    if places != sorted(places):
        faults.append("not in the order of the page")
    if stops[-1]["at"] < 0 and stops[-1]["said"] == "no way out":
        faults.append("no way out")
    return faults


@pytest.mark.parametrize(("width", "query"), [(320, "?elder=0"), (1280, "?elder=1")])
def test_a_keyboard_reaches_everything_and_shows_where_it_is(
    chromium: Browser, address: str, width: int, query: str
) -> None:
    faults: list[str] = []
    with opened(chromium, width) as page:
        for name, path in PAGES.items():
            page.goto(f"{address}{path}{query}")
            faults += [f"{name}: {fault}" for fault in faults_of(page)]
    assert faults == []


def test_a_keyboard_goes_back_the_way_it_came(chromium: Browser, address: str) -> None:
    with opened(chromium, 320) as page:
        page.goto(address)
        page.evaluate(NUMBERED, REACHABLE)
        forth = [page.keyboard.press("Tab") or page.evaluate(FOCUSED)["at"] for _ in range(12)]
        back = [page.keyboard.press("Shift+Tab") or page.evaluate(FOCUSED)["at"] for _ in range(11)]
    assert back == forth[-2::-1]


@pytest.mark.parametrize("name", ["front", "report", "archive"])
def test_whoever_skips_is_at_the_text(chromium: Browser, address: str, name: str) -> None:
    with opened(chromium, 320) as page:
        page.goto(f"{address}{PAGES[name]}")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('main') !== null")

# SPDX-License-Identifier: MIT
"""Readers who zoom, who set their letters larger, and who have no script."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser
from served import PAGES, opened

pytestmark = pytest.mark.browser

CLIPPED = """() => [...document.querySelectorAll('body *')].filter(one => {
  if (!one.checkVisibility({visibilityProperty: true}) || !one.textContent.trim()) return false;
  if (one.closest('.nr-skip, svg')) return false;
  const style = getComputedStyle(one), hides = /hidden|clip/;
  // What only a screen reader is told.
  if (style.clipPath === 'inset(50%)') return false;
  return hides.test(style.overflowX) && one.scrollWidth > one.clientWidth + 2
      || hides.test(style.overflowY) && one.scrollHeight > one.clientHeight + 2;
}).map(one => `${one.tagName} ${one.className} ${one.textContent.trim().slice(0, 20)}`)"""

OVERLAPPING = """() => {
  // What only a screen reader is told.
  const unseen = one => one && (getComputedStyle(one).clipPath === 'inset(50%)' || unseen(one.parentElement));
  const boxes = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode()); ) {
    const element = node.parentElement;
    if (!node.data.trim() || !element.checkVisibility({visibilityProperty: true})) continue;
    if (element.closest('.nr-skip, script, style, svg') || unseen(element)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      // The signs themselves: a line's box is taller than they are.
      const spare = box.height / 4;
      if (box.width > 1) boxes.push({element, text: node.data.trim().slice(0, 16), left: box.left + 1,
        right: box.right - 1, top: box.top + spare, bottom: box.bottom - spare});
    }
  }
  boxes.sort((one, other) => one.top - other.top);
  const found = [];
  boxes.forEach((one, at) => {
    for (let next = at + 1; next < boxes.length && boxes[next].top < one.bottom; next++) {
      const other = boxes[next];
      if (other.element !== one.element && other.left < one.right && one.left < other.right)
        found.push(`${one.text} / ${other.text}`);
    }
  });
  return found;
}"""


@pytest.mark.parametrize(
    ("width", "pixels", "letters"), [(640, 2, 1), (640, 1, 2)], ids=["zoom", "letters"]
)
def test_at_twice_the_size_nothing_is_cut_covered_or_off_the_page(
    chromium: Browser, address: str, width: int, pixels: int, letters: int
) -> None:
    """A window of 1280 zoomed to 200 %; and letters of 200 % in half of it."""
    faults: list[str] = []
    with opened(chromium, width, device_scale_factor=pixels) as page:
        for name, path in PAGES.items():
            page.goto(f"{address}{path}")
            page.evaluate(
                """times => {
                  const root = document.documentElement, size = getComputedStyle(root).fontSize;
                  root.style.setProperty('font-size', `${times * parseFloat(size)}px`, 'important');
                }""",
                letters,
            )
            inside = page.evaluate("document.documentElement.scrollWidth")
            if inside > width:
                faults.append(f"{name}: {inside} in {width}")
            faults += [f"{name}: cut: {one}" for one in page.evaluate(CLIPPED)]
            faults += [f"{name}: covered: {one}" for one in page.evaluate(OVERLAPPING)]
    assert faults == []


def test_what_is_cut_or_covered_would_be_seen(chromium: Browser) -> None:
    with opened(chromium, 640) as page:
        page.set_content("<p style='height: 1em; overflow: hidden'>街坊<br>邻里</p>")
        assert page.evaluate(CLIPPED) == ["P  街坊邻里"]
        page.set_content("<p>街坊</p><p style='margin-top: -2em'>邻里</p>")
        assert page.evaluate(OVERLAPPING) == ["街坊 / 邻里"]


LINKS = """() => [...document.querySelectorAll('a[href]')]
  .filter(one => one.checkVisibility() && !one.closest('.nr-scripted')).map(one => one.href)"""


def test_without_a_script_every_link_stays_and_nothing_is_offered_that_does_nothing(
    chromium: Browser, address: str
) -> None:
    links: dict[str, list[str]] = {}
    with opened(chromium) as page:
        for name, path in PAGES.items():
            page.goto(f"{address}{path}")
            links[name] = page.evaluate(LINKS)
    faults: list[str] = []
    with opened(chromium, java_script_enabled=False) as page:
        for name, path in PAGES.items():
            page.goto(f"{address}{path}")
            lost = set(links[name]) - set(page.evaluate(LINKS))
            faults += [f"{name}: {link} is lost" for link in sorted(lost)]
            faults += [
                f"{name}: {one} does nothing"
                for one in page.evaluate(
                    """() => [...document.querySelectorAll('button, input, select, a[href^="?"]')]
                      .filter(one => one.checkVisibility()).map(one => one.outerHTML)"""
                )
            ]
    assert faults == []

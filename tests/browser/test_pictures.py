# SPDX-License-Identifier: MIT
"""Pictures as a browser loads them: few bytes, no jump of the page, none drawn larger than it is."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page
from served import PAGES

pytestmark = pytest.mark.browser

SHIFTS = """
window.shifts = [];
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) window.shifts.push([entry.value, entry.startTime]);
}).observe({ type: "layout-shift", buffered: true });
"""
LOADED = """
() => performance.getEntriesByType("resource")
  .filter((entry) => /\\.(avif|webp|jpe?g|png|gif)(\\?|$)/.test(entry.name))
  .map((entry) => entry.name)
"""
DRAWN = """
() => [...document.querySelectorAll("main img")].map((image) => ({
  source: image.currentSrc,
  natural: image.naturalWidth,
  shown: image.getBoundingClientRect().width,
  height: image.getBoundingClientRect().height,
  widest: Number(image.getAttribute("width")),
}))
"""


def scrolled_through(page: Page, address: str) -> None:
    """Open a page and read it to its end, slowly enough for every lazy picture to come."""
    page.goto(address, wait_until="load")
    height = page.evaluate("document.documentElement.scrollHeight")
    for top in range(0, height, 400):
        page.evaluate(f"window.scrollTo(0, {top})")
        page.wait_for_timeout(30)
    page.wait_for_function(
        "() => [...document.querySelectorAll('main img')].every((image) => image.complete)"
    )
    page.wait_for_timeout(100)


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("name", ["front", "report", "category", "photos", "photo story"])
def test_nothing_on_a_page_moves_while_its_pictures_come(
    chromium: Browser, address: str, name: str, width: int
) -> None:
    context = chromium.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    page.add_init_script(SHIFTS)
    # A slow line: pictures come long after the text.
    page.route("**/*.{avif,webp,jpg,png}", lambda route: _late(page, route))
    scrolled_through(page, address + PAGES[name])
    assert page.evaluate("window.shifts") == []
    assert page.evaluate(LOADED)
    context.close()


def _late(page: Page, route: Any) -> None:
    page.wait_for_timeout(150)
    route.continue_()


@pytest.mark.parametrize("name", ["report", "corrected report", "front"])
def test_a_telephones_first_view_takes_little_of_pictures(
    chromium: Browser, address: str, folder: Path, name: str
) -> None:
    """360 CSS pixels wide, two pixels to each: 200 KB at most."""
    context = chromium.new_context(
        viewport={"width": 360, "height": 740},
        device_scale_factor=2,
        is_mobile=True,
        has_touch=True,
    )
    page = context.new_page()
    page.goto(address + PAGES[name], wait_until="networkidle")
    loaded = [url.removeprefix(address) for url in page.evaluate(LOADED)]
    assert loaded
    assert all(path.endswith(".avif") for path in loaded)
    assert sum((folder / path).stat().st_size for path in loaded) <= 200_000
    context.close()


@pytest.mark.parametrize(("width", "scale"), [(360, 3), (768, 2), (1280, 1), (1280, 2)])
@pytest.mark.parametrize("name", ["front", "report", "category", "photos", "photo story"])
def test_every_picture_comes_in_a_width_that_fits_its_place(
    chromium: Browser, address: str, name: str, width: int, scale: int
) -> None:
    """Not so few pixels that it is blurred, and not twice as many as the screen can show."""
    context = chromium.new_context(
        viewport={"width": width, "height": 800}, device_scale_factor=scale
    )
    page = context.new_page()
    scrolled_through(page, address + PAGES[name])
    for image in page.evaluate(DRAWN):
        assert image["shown"] <= image["widest"], image
        pixels = image["shown"] * scale
        offered = int(image["source"].rsplit("-", 1)[1].split(".")[0])
        assert offered >= min(pixels * 0.66, image["widest"]), image
        assert offered <= max(2.2 * pixels, 240), image
    context.close()


def test_a_browser_that_knows_nothing_new_gets_a_jpeg(chromium: Browser, address: str) -> None:
    context = chromium.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.route("**/*.{avif,webp}", lambda route: route.abort())
    page.goto(address + PAGES["report"])
    # What an old browser makes of <picture>: nothing but its <img>.
    page.evaluate("document.querySelectorAll('source').forEach((source) => source.remove())")
    page.wait_for_function("() => document.querySelector('main figure img').naturalWidth > 0")
    first = page.evaluate(DRAWN)[0]
    assert first["source"].endswith(".jpg")
    context.close()


def test_a_placeholder_stands_until_the_picture_has_come(chromium: Browser, address: str) -> None:
    context = chromium.new_context(
        viewport={"width": 360, "height": 740}, java_script_enabled=False
    )
    page = context.new_page()
    page.route("**/*.{avif,webp,jpg}", lambda route: route.abort())
    page.goto(address + PAGES["report"])
    box = page.locator("main figure img").first.bounding_box()
    assert box
    assert box["width"] > 300
    shot = page.locator("main figure img").first.screenshot()
    # Many colours: a picture of its own, not one grey box.
    colours = Image.open(io.BytesIO(shot)).convert("RGB").getcolors(1 << 20)
    assert colours is not None
    assert len(colours) > 500
    context.close()

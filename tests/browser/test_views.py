# SPDX-License-Identifier: MIT
"""Views: large print, day and night, high contrast; chosen, remembered, and there at once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect
from served import PAGES, opened

pytestmark = pytest.mark.browser

REPORT = PAGES["report"]
SUPPORT = Path(__file__).resolve().parents[1] / "support"
LOOKS = (SUPPORT / "looks.js").read_text(encoding="utf-8").partition("() =>")
SEEN = f"{LOOKS[1]}{LOOKS[2]}"
FRAMES = """() => {
  const seen = window.seen = new Set(), note = () => {
    if (performance.getEntriesByName('first-paint').length) {
      const style = getComputedStyle(document.documentElement);
      seen.add(`${style.fontSize} ${style.backgroundColor} ${style.color}`);
    }
    requestAnimationFrame(note);
  };
  note();
}"""
"""Notes how the page looked in every frame since the first that was painted."""
CHOSEN = {
    "elder": "1",
    "scheme": "dark",
    "contrast": "more",
}


def looks(page: Page) -> Any:
    return page.evaluate(SEEN)


@pytest.mark.parametrize("name", CHOSEN)
def test_no_frame_is_painted_in_another_view_than_the_chosen_one(
    chromium: Browser, address: str, name: str
) -> None:
    def late(route: Route) -> None:
        page.wait_for_timeout(150)
        route.continue_()

    with opened(chromium, color_scheme="light") as page:
        page.goto(f"{address}{REPORT}?{name}={CHOSEN[name]}")
        page.add_init_script(f"({FRAMES})()")
        # The sheet of the view comes late, and no file of script at all.
        page.route("**/assets/elder.*.css", late)
        page.route("**/assets/*.js", lambda route: route.abort())
        page.goto(f"{address}{PAGES['category']}", wait_until="networkidle")
        page.wait_for_timeout(100)
        assert page.get_attribute("html", f"data-{name}") == CHOSEN[name]
        seen = page.evaluate("[...seen]")
        assert len(seen) == 1, seen
        if name == "elder":
            assert float(seen[0].partition("px")[0]) >= 20


def test_what_runs_before_paint_is_the_same_on_every_page(folder: Path) -> None:
    scripts = set()
    for path in PAGES.values():
        page = folder / path / "index.html" if not path.endswith(".html") else folder / path
        text = page.read_text(encoding="utf-8")
        scripts.add(text.partition("<script data-elder")[2].partition(">")[2].partition("<")[0])
        assert text.count("<script data-elder") == 1
        # It stands before the sheet, so that it waits for nothing.
        assert text.index("<script data-elder") < text.index('rel="stylesheet"')
    assert len(scripts) == 1
    assert len(scripts.pop().encode()) <= 900


@pytest.mark.parametrize("name", CHOSEN)
def test_an_address_asks_for_a_view_and_is_passed_on_without_it(
    chromium: Browser, address: str, name: str
) -> None:
    with opened(chromium) as page:
        page.goto(f"{address}{REPORT}?from=wechat&{name}={CHOSEN[name]}#main")
        page.wait_for_url(f"{address}{REPORT}?from=wechat#main")
        assert page.get_attribute("html", f"data-{name}") == CHOSEN[name]
        page.goto(f"{address}{REPORT}?{name}={'0' if name == 'elder' else 'device'}")
        assert page.get_attribute("html", f"data-{name}") is None
        page.reload()
        assert page.get_attribute("html", f"data-{name}") is None


def test_every_view_is_a_visible_link_away(chromium: Browser, address: str) -> None:
    with opened(chromium) as page:
        page.goto(f"{address}{REPORT}")
        page.get_by_role("link", name="显示", exact=True).click()
        for link, name, value in (
            ("深色", "scheme", "dark"),
            ("加强", "contrast", "more"),
            ("特大", "size", "2"),
            ("长辈版", "elder", "1"),
        ):
            page.locator("main").get_by_role("link", name=link, exact=True).click()
            page.wait_for_function(f"document.documentElement.dataset.{name} === '{value}'")
            chosen = page.locator("main").get_by_role("link", name=link, exact=True)
            expect(chosen).to_have_attribute("aria-current", "true")
        assert page.locator("main [aria-current]").count() == 4
        size = page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)")
        assert size * 1.125 >= 27
        page.goto(f"{address}{PAGES['category']}")
        assert page.evaluate("({...document.documentElement.dataset})") == {
            "scripted": "",
            "scheme": "dark",
            "contrast": "more",
            "size": "2",
            "elder": "1",
        }


def test_where_nothing_can_be_remembered_a_view_holds_for_the_page(
    chromium: Browser, address: str
) -> None:
    with opened(chromium) as page:
        page.add_init_script(
            "Object.defineProperty(window, 'localStorage', {get() { throw new Error('refused') }})"
        )
        failed: list[str] = []
        page.on("pageerror", lambda error: failed.append(str(error)))
        page.goto(f"{address}{REPORT}?elder=1", wait_until="networkidle")
        assert page.get_attribute("html", "data-elder") == "1"
        page.reload(wait_until="networkidle")
        assert page.get_attribute("html", "data-elder") == "1"
        assert failed == []


def test_without_a_script_there_is_no_link_that_does_nothing(
    chromium: Browser, address: str
) -> None:
    with opened(chromium, java_script_enabled=False) as page:
        page.goto(f"{address}{REPORT}")
        expect(page.get_by_role("link", name="长辈版")).to_have_count(0)
        expect(page.get_by_role("button")).to_have_count(0)
        page.get_by_role("link", name="显示", exact=True).click()
        expect(page.get_by_text("这台设备没有开脚本，这里不能设置。")).to_be_visible()
        assert page.locator("main a[href*='?']:visible").count() == 0


def test_the_browser_s_own_bar_has_the_colour_of_the_chosen_paper(
    chromium: Browser, address: str
) -> None:
    with opened(chromium, color_scheme="light") as page:
        page.goto(f"{address}{REPORT}?scheme=dark")
        page.wait_for_function(
            "[...document.querySelectorAll('meta[name=theme-color]')]"
            ".every(one => one.content === 'rgb(21, 23, 26)' && !one.media)"
        )
        assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "dark"


def test_a_page_that_comes_back_has_the_view_that_was_chosen_since(
    chromium: Browser, address: str
) -> None:
    with opened(chromium) as page:
        page.goto(f"{address}{REPORT}", wait_until="networkidle")
        page.goto(f"{address}{PAGES['category']}?scheme=dark", wait_until="networkidle")
        page.go_back(wait_until="networkidle")
        page.wait_for_function("document.documentElement.dataset.scheme === 'dark'")


def every(page: Page, address: str, query: str = "") -> Iterator[str]:
    for name, path in PAGES.items():
        page.goto(f"{address}{path}{query}")
        yield name


def weak(page: Page, where: str) -> list[str]:
    return [
        f"{where}: {text['name']} {text['contrast']}"
        for text in looks(page)["texts"]
        if text["contrast"] < 7
    ]


def test_every_text_on_every_page_stands_out_seven_times(chromium: Browser, address: str) -> None:
    found: list[str] = []
    views = [(scheme, more) for scheme in ("light", "dark") for more in ("", "more")]
    with opened(chromium, 1280) as page:
        for name in every(page, address):
            for scheme, more in views:
                page.evaluate(
                    """([scheme, more]) => {
                      const root = document.documentElement;
                      root.dataset.scheme = scheme;
                      if (more) root.dataset.contrast = more; else delete root.dataset.contrast;
                    }""",
                    [scheme, more],
                )
                found += weak(page, f"{name}, {scheme} {more}")
        for name in every(page, address, "?elder=1"):
            for scheme in ("light", "dark"):
                page.evaluate("scheme => document.documentElement.dataset.scheme = scheme", scheme)
                found += weak(page, f"{name}, elder {scheme}")
    assert found == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_device_that_asks_for_contrast_gets_what_the_link_gives(
    chromium: Browser, address: str, scheme: Any
) -> None:
    def tokens(page: Page) -> Any:
        return page.evaluate(
            """['paper', 'ink', 'soft', 'accent', 'place', 'read', 'card', 'rule', 'hair'].map(
              one => getComputedStyle(document.documentElement).getPropertyValue(`--${one}`).trim())"""
        )

    with opened(chromium, color_scheme=scheme, contrast="more") as page:
        page.goto(f"{address}{REPORT}")
        asked = tokens(page)
    with opened(chromium, color_scheme=scheme) as page:
        page.goto(f"{address}{REPORT}?contrast=more")
        assert tokens(page) == asked
    assert asked[0] == {"light": "#fff", "dark": "#000"}[scheme]


def test_where_the_device_has_its_own_colours_every_button_has_an_edge(
    chromium: Browser, address: str
) -> None:
    with opened(chromium, forced_colors="active") as page:
        for name in ("front", "look-up", "report"):
            page.goto(f"{address}{PAGES[name]}")
            bare = page.evaluate(
                """[...document.querySelectorAll('button')].filter(one => one.checkVisibility())
                  .filter(one => parseFloat(getComputedStyle(one).borderTopWidth) < 1
                    && getComputedStyle(one).textDecorationLine !== 'underline')
                  .map(one => one.textContent)"""
            )
            assert bare == []


@pytest.mark.parametrize("width", [360, 1280])
def test_large_print_is_large_on_every_page(chromium: Browser, address: str, width: int) -> None:
    found: list[str] = []
    with opened(chromium, width) as page:
        for where in every(page, address, "?elder=1"):
            seen = looks(page)
            found += [
                f"{where}: {text['name']}: {text['size']} px"
                for text in seen["texts"]
                if not 20 <= text["size"] <= 45
            ]
            found += [
                f"{where}: {text['name']}: leading {text['leading']}"
                for text in seen["texts"]
                if text["leading"] is not None and text["leading"] < 1.89
            ]
            for target in seen["targets"]:
                least = 59.5 if target["main"] else 47.5
                size = min(target["height"], target["width"] + (12 if target["main"] else 0))
                if not target["inText"] and size < least:
                    found.append(f"{where}: {target['name']}: {size} px")
            found += [f"{where}: moves: {one}" for one in seen["moving"]]
            found += [f"{where}: side by side: {one}" for one in seen["beside"]]
            # Only the paper's own name in the masthead is known for a link without a line.
            found += [
                f"{where}: no line: {target['name']}"
                for target in seen["targets"]
                if target["plain"] and "masthead__name" not in target["name"]
            ]
    assert found == []


def test_large_print_leads_to_six_places_and_has_no_drawer(chromium: Browser, address: str) -> None:
    with opened(chromium) as page:
        page.goto(f"{address}?elder=1")
        links = page.locator(".nr-sections a:visible")
        assert links.count() == 6
        assert all((one.bounding_box() or {"height": 0})["height"] >= 60 for one in links.all())
        assert page.locator("header :is(details, button)").count() == 0

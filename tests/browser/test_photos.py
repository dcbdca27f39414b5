# SPDX-License-Identifier: MIT
"""Photos enlarged, as fingers, keys and those without a script meet them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from served import PAGES, opened

pytestmark = pytest.mark.browser

AXE = Path(__file__).resolve().parents[1] / "tools" / "node_modules" / "axe-core" / "axe.min.js"
STORY, ALONE = PAGES["photo story"], PAGES["report"]
IN_PICTURES = """() => document.querySelectorAll('.nr-enlarge > img').forEach(image => {
  const picture = document.createElement('picture'), source = document.createElement('source');
  source.srcset = image.srcset; source.sizes = image.sizes;
  image.replaceWith(picture); picture.append(source, image);
})"""
"""Whatever a figure draws its photo with, it is enlarged."""


def enlarge(page: Page, address: str, number: int = 1, query: str = "") -> None:
    page.goto(f"{address}{STORY}{query}", wait_until="load")
    page.locator(".nr-enlarge").nth(number - 1).click()
    page.locator("dialog[open]").wait_for()
    settle(page)


def settle(page: Page) -> None:
    """Wait until the enlarged photo is there."""
    page.wait_for_function("document.querySelector('dialog[open] img')?.complete")


def place(page: Page) -> str:
    return page.locator(".nr-viewer__place").inner_text()


def focused(page: Page) -> str:
    found: str = page.evaluate(
        "document.activeElement.closest('figure')?.id ?? document.activeElement.textContent.trim()"
    )
    return found


def swipe(page: Page, across: int, down: int = 0) -> None:
    """One finger over the photo."""
    page.evaluate(
        """([across, down]) => {
          const stage = document.querySelector('.nr-viewer__stage');
          const at = (type, clientX, clientY) => stage.dispatchEvent(new PointerEvent(type, {
            pointerId: 7, pointerType: 'touch', isPrimary: true, bubbles: true, clientX, clientY }));
          at('pointerdown', 180, 200); at('pointerup', 180 + across, 200 + down);
        }""",
        [across, down],
    )


def test_a_click_enlarges_a_photo_with_its_words(chromium: Browser, address: str) -> None:
    with opened(chromium) as page:
        enlarge(page, address, 3)
        expect(page.get_by_role("dialog", name="大图")).to_be_visible()
        assert place(page) == "3 / 5"
        expect(page.locator(".nr-viewer__caption")).to_have_text("辣椒挂起来，摊子就算开了。")
        expect(page.get_by_role("status")).to_contain_text("高一鸣 摄（示意图／本站绘制）")
        expect(page.get_by_role("dialog").get_by_role("img")).to_have_accessible_name(
            "干货摊上挂着一串串红辣椒，下面三只竹筐装着大蒜、生姜和青椒"
        )


@pytest.mark.parametrize("in_pictures", [False, True])
@pytest.mark.parametrize(("width", "height"), [(320, 480), (360, 780), (780, 360), (1280, 800)])
def test_the_whole_photo_is_on_the_screen(
    chromium: Browser, address: str, width: int, height: int, in_pictures: bool
) -> None:
    with opened(chromium, width) as page:
        page.set_viewport_size({"width": width, "height": height})
        page.goto(f"{address}{STORY}")
        if in_pictures:
            page.evaluate(IN_PICTURES)
        for number in (1, 3):
            page.locator(".nr-enlarge").nth(number - 1).click()
            page.locator("dialog[open]").wait_for()
            settle(page)
            box = page.locator("dialog img").bounding_box()
            assert box is not None
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= width
            assert box["y"] >= 0
            assert box["y"] + box["height"] <= height
            assert box["height"] >= 150
            page.keyboard.press("Escape")


def test_keys_open_turn_and_close_and_the_focus_comes_back(chromium: Browser, address: str) -> None:
    with opened(chromium) as page:
        page.goto(f"{address}{STORY}")
        page.locator(".nr-enlarge").nth(1).focus()
        page.keyboard.press("Enter")
        page.locator("dialog[open]").wait_for()
        settle(page)
        places = [place(page)]
        for key in ("ArrowRight", "End", "ArrowRight", "ArrowLeft", "Home", "ArrowLeft"):
            page.keyboard.press(key)
            places.append(place(page))
        assert places == ["2 / 5", "3 / 5", "5 / 5", "5 / 5", "4 / 5", "1 / 5", "1 / 5"]
        page.keyboard.press("Escape")
        expect(page.get_by_role("dialog")).to_have_count(0)
        assert focused(page) == "photo:2"
        assert page.url == f"{address}{STORY}"


def test_the_focus_stays_in_the_dialog_and_on_a_button_that_works(
    chromium: Browser, address: str
) -> None:
    with opened(chromium) as page:
        enlarge(page, address, 4)
        page.get_by_role("button", name="下一张").click()
        assert place(page) == "5 / 5"
        expect(page.get_by_role("button", name="下一张")).to_be_disabled()
        assert focused(page) == "上一张"
        for _ in range(6):
            page.keyboard.press("Tab")
            assert page.evaluate("!document.activeElement.closest('main, header, footer')")


def test_back_closes_the_photo_and_stays_on_the_page(chromium: Browser, address: str) -> None:
    with opened(chromium) as page:
        page.goto(f"{address}photos/")
        enlarge(page, address, 2)
        page.keyboard.press("ArrowRight")
        page.go_back()
        expect(page.locator("dialog[open]")).to_have_count(0)
        assert page.url == f"{address}{STORY}"
        assert focused(page) == "photo:2"
        # Opened and closed in any way, it leaves nothing to go back through.
        for _ in range(2):
            page.locator(".nr-enlarge").first.click()
            page.locator("dialog[open]").wait_for()
            page.get_by_role("button", name="关闭").click()
            page.wait_for_function("history.state === null")
        page.go_back()
        assert page.url == f"{address}photos/"


def test_a_page_opened_anew_over_a_photo_shows_the_piece(chromium: Browser, address: str) -> None:
    with opened(chromium) as page:
        enlarge(page, address)
        page.reload()
        expect(page.locator("dialog[open]")).to_have_count(0)
        page.locator(".nr-enlarge").first.click()
        page.locator("dialog[open]").wait_for()
        page.keyboard.press("Escape")
        page.wait_for_function("history.state === null")
        expect(page.locator("dialog[open]")).to_have_count(0)


def test_a_finger_turns_the_page_from_side_to_side_only(chromium: Browser, address: str) -> None:
    with opened(chromium, has_touch=True) as page:
        enlarge(page, address, 2)
        for across, down, then in (
            (-120, 10, "3 / 5"),
            (120, -10, "2 / 5"),
            (-20, 0, "2 / 5"),
            (-60, 200, "2 / 5"),
            (120, 0, "1 / 5"),
            (120, 0, "1 / 5"),
        ):
            swipe(page, across, down)
            assert place(page) == then
        stage = page.locator(".nr-viewer__stage")
        assert stage.evaluate("one => getComputedStyle(one).touchAction") == "pan-y pinch-zoom"


def test_a_photo_that_stands_alone_has_no_ways_to_others(chromium: Browser, address: str) -> None:
    with opened(chromium) as page:
        page.goto(f"{address}{ALONE}")
        page.locator(".nr-enlarge").click()
        page.locator("dialog[open]").wait_for()
        settle(page)
        assert place(page) == ""
        expect(page.get_by_role("dialog").get_by_role("button")).to_have_count(1)


def test_the_next_photo_is_on_its_way_while_one_is_enlarged_and_no_other(
    chromium: Browser, address: str
) -> None:
    with opened(chromium, 1280) as page:
        page.goto(f"{address}{STORY}", wait_until="networkidle")
        # The page may have fetched a small one that comes into sight soon.
        page.evaluate("performance.clearResourceTimings()")
        page.locator(".nr-enlarge").nth(3).click()
        page.locator("dialog[open]").wait_for()
        page.wait_for_function(
            "performance.getEntriesByType('resource').some(one => one.name.includes('shoutan'))"
        )
        asked = page.evaluate("performance.getEntriesByType('resource').map(one => one.name)")
        assert place(page) == "4 / 5"
    assert [url for url in asked if "doufu" in url or "lajiao" in url] == []


def test_without_a_script_a_photo_is_a_link_to_the_picture(chromium: Browser, address: str) -> None:
    with opened(chromium, java_script_enabled=False) as page:
        page.goto(f"{address}{STORY}")
        page.locator(".nr-enlarge").first.click()
        page.wait_for_url("**/xiecai*.jpg")


def test_a_photo_may_be_opened_in_a_tab_of_its_own(chromium: Browser, address: str) -> None:
    with opened(chromium) as page:
        page.goto(f"{address}{STORY}")
        with page.context.expect_page() as opening:
            page.locator(".nr-enlarge").first.click(modifiers=["Control"])
        assert "xiecai" in opening.value.url
        expect(page.locator("dialog[open]")).to_have_count(0)


@pytest.mark.parametrize("elder", ["0", "1"])
@pytest.mark.parametrize("number", range(1, 6))
def test_whose_photo_it_is_stands_on_the_first_screen(
    chromium: Browser, address: str, elder: str, number: int
) -> None:
    with opened(chromium) as page:
        enlarge(page, address, number, f"?elder={elder}")
        expect(page.locator(".nr-viewer__credit")).to_be_in_viewport(ratio=1)
        for button in page.get_by_role("dialog").get_by_role("button").all():
            box = button.bounding_box()
            assert box is not None
            assert min(box["width"], box["height"]) >= 48


@pytest.mark.parametrize("elder", ["0", "1"])
def test_a_long_caption_is_read_to_its_end_and_hides_no_credit(
    chromium: Browser, address: str, elder: str
) -> None:
    with opened(chromium, 320) as page:
        page.goto(f"{address}{STORY}?elder={elder}")
        page.evaluate(
            "document.querySelector('figcaption .caption').textContent = '很长的说明'.repeat(80)"
        )
        page.locator(".nr-enlarge").first.click()
        page.locator("dialog[open]").wait_for()
        settle(page)
        expect(page.locator(".nr-viewer__credit")).to_be_in_viewport(ratio=1)
        inside = "(one => one.scrollWidth <= one.clientWidth)(document.querySelector('dialog'))"
        assert page.evaluate(inside)
        page.locator(".nr-viewer__ways").scroll_into_view_if_needed()
        expect(page.get_by_role("button", name="下一张")).to_be_in_viewport(ratio=1)


@pytest.mark.validator
@pytest.mark.parametrize("view", ["light", "dark", "elder"])
def test_axe_finds_no_barrier_over_an_enlarged_photo(
    chromium: Browser, address: str, view: str
) -> None:
    scheme: Any = "dark" if view == "dark" else "light"
    with opened(chromium, color_scheme=scheme, bypass_csp=True) as page:
        enlarge(page, address, 5, "?elder=1" if view == "elder" else "")
        page.evaluate(AXE.read_text(encoding="utf-8"))
        result = page.evaluate("axe.run({resultTypes: ['violations']})")
        assert [(one["id"], one["nodes"][0]["target"]) for one in result["violations"]] == []


@pytest.mark.parametrize(("width", "across"), [(360, 1), (480, 2), (1280, 2)])
def test_a_gallery_stands_in_rows_of_one_height(
    chromium: Browser, address: str, width: int, across: int
) -> None:
    with opened(chromium, width) as page:
        page.goto(f"{address}{STORY}")
        boxes = page.locator(".nr-gallery img").evaluate_all(
            "all => all.map(one => one.getBoundingClientRect()).map(box => [box.top, box.width])"
        )
        assert (boxes[0][0] == boxes[1][0]) == (across == 2)
        if across == 2:
            assert boxes[2][1] > 1.9 * boxes[0][1], "the odd one spans its row"

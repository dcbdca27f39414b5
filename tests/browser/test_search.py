# SPDX-License-Identifier: MIT
"""The search as a reader meets it: any two signs are found, by keyboard, with the match marked."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import quote

import pytest
from finding import ask, barriers, said, settle, urls
from playwright.sync_api import Browser, Page, Route, expect
from served import opened

pytestmark = pytest.mark.browser

SUMMER = "reports/2022/jincheng-shuqi-ketang/"
TEXTS = re.compile(r"/\d+\.json$")
MARKET = "reports/2026/caishi-zaochen/"


def search(page: Page, address: str, text: str, **among: str) -> None:
    ask(page, f"{address}search/", text, **among)


def show_all(page: Page) -> list[str]:
    more = page.locator("#search-more")
    while more.is_visible():
        more.click()
        settle(page)
    return urls(page)


# What is found


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("暑期课堂", SUMMER),
        ("期课", SUMMER),
        ("暑期 课堂", SUMMER),
        ("5-12岁", SUMMER),
        ("５－１２歲", SUMMER),
        ("天文館", SUMMER),
        ("张萧阳", SUMMER),
        ("沈悦", SUMMER),
        ("儿童友好社区", SUMMER),
        ("簇桥", SUMMER),
        ("市场", MARKET),
        ("龙王渡", "reports/2022/xinjin-zhenjie-shuji/"),
        ("龍王渡", "reports/2022/xinjin-zhenjie-shuji/"),
    ],
)
def test_any_part_of_a_text_is_found_however_it_is_written(
    chromium: Browser, address: str, text: str, url: str
) -> None:
    with opened(chromium) as page:
        search(page, address, text)
        assert url in show_all(page)
        assert page.locator(".nr-answer mark").count() >= 1


def test_a_match_is_marked_where_it_stands(chromium: Browser, address: str) -> None:
    with opened(chromium) as page:
        search(page, address, "暑期课堂")
        first = page.locator(".nr-answer").filter(has=page.locator(f"a[href$='{SUMMER}']"))
        # Of the title first: it says most.
        expect(first.locator("h2 mark")).to_have_text("暑期课堂")
        excerpt = first.locator(".nr-answer__excerpt")
        expect(excerpt.locator("mark").first).to_have_text("暑期课堂")
        assert len(excerpt.inner_text()) < 100
        assert first.locator(".nr-meta").inner_text().split() == [
            *("少儿成长", "锦城社区", "2022年7月5日")
        ]


def test_what_stands_in_a_title_comes_first(chromium: Browser, address: str) -> None:
    with opened(chromium) as page:
        search(page, address, "菜市场")
        found = show_all(page)
        assert found[0] == MARKET
        assert len(found) > 1


def test_a_single_sign_is_looked_for_in_titles(chromium: Browser, address: str) -> None:
    with opened(chromium) as page:
        search(page, address, "娃")
        assert SUMMER in show_all(page)
        titles = page.locator(".nr-answer__headline").all_inner_texts()
        kickers = page.locator(".nr-answer .nr-kicker").all_inner_texts()
        assert all("娃" in title for title in titles) or kickers


def test_the_number_of_answers_is_told_and_more_come_when_they_are_asked_for(
    chromium: Browser, address: str
) -> None:
    with opened(chromium) as page:
        search(page, address, "社区")
        shown = urls(page)
        assert 3 <= len(shown) <= 10
        total = int(re.sub(r"\D", "", said(page)))
        assert total > len(shown)
        page.get_by_role("button", name="显示更多").click()
        settle(page)
        following = urls(page)
        assert following[: len(shown)] == shown
        assert len(shown) < len({*following}) == len(following)
        assert len(show_all(page)) == total
        assert said(page) == f"找到{total}篇。"


def test_nothing_found_says_what_else_to_try(chromium: Browser, address: str) -> None:
    with opened(chromium) as page:
        search(page, address, "火星居民")
        assert said(page) == "没有找到“火星居民”。"
        expect(page.get_by_role("heading", name="可以这样再找")).to_be_visible()
        page.get_by_role("link", name="过期的公告不在搜索里").click()
        page.wait_for_url(f"{address}lookup/")


def test_signs_that_stand_apart_are_no_answer(chromium: Browser, address: str) -> None:
    with opened(chromium) as page:
        # Both pairs stand in that text, and never one behind the other.
        search(page, address, "暑期堂")
        assert SUMMER not in show_all(page)


@pytest.mark.parametrize("text", ["，。", "///", "　"])
def test_what_has_no_sign_to_look_for_is_told_so(
    chromium: Browser, address: str, text: str
) -> None:
    with opened(chromium) as page:
        search(page, address, text)
        assert said(page) == ("请输入要找的字。" if text.strip("　 ") else "")
        assert urls(page) == []


def test_markup_in_a_question_stays_text(chromium: Browser, address: str) -> None:
    with opened(chromium) as page:
        search(page, address, "<img src=x onerror=alert(1)>")
        assert "<img src=x onerror=alert(1)>" in said(page)
        assert page.locator("[role=status] img").count() == 0


# Filters


def test_answers_are_narrowed_by_kind_category_place_and_year(
    chromium: Browser, address: str
) -> None:
    with opened(chromium) as page:
        search(page, address, "社区")
        everything = set(show_all(page))
        page.locator("summary").filter(has_text="只搜某一类").click()
        page.get_by_label("年份", exact=True).select_option("2022")
        page.wait_for_url("**/search/?q=*&year=2022")
        settle(page)
        of_2022 = set(show_all(page))
        assert SUMMER in of_2022 < everything
        assert all("/2022/" in url for url in of_2022)
        page.get_by_label("栏目", exact=True).select_option("youth")
        page.wait_for_url("**&category=youth&year=2022")
        settle(page)
        assert show_all(page) == [SUMMER]
        search(page, address, "社区", kind="notice")
        assert all(url.startswith("notices/") for url in show_all(page))
        expect(page.get_by_label("类别", exact=True)).to_be_visible()
        search(page, address, "社区", place="wuhou")
        assert SUMMER in show_all(page)


# Addresses and keys


def test_a_question_is_found_while_it_is_typed_and_kept_in_the_address(
    chromium: Browser, address: str
) -> None:
    with opened(chromium) as page:
        page.goto(f"{address}search/")
        field = page.get_by_label("要找的字")
        field.press_sequentially("暑期课堂")
        expect(page.locator(f"a[href$='{SUMMER}']")).to_have_count(1)
        assert page.url == f"{address}search/?q={quote('暑期课堂')}"
        field.press("Enter")
        field.fill("龙王渡")
        field.press("Enter")
        page.wait_for_url(f"**?q={quote('龙王渡')}")
        page.go_back()
        expect(page.locator(f"a[href$='{SUMMER}']")).to_have_count(1)
        assert field.input_value() == "暑期课堂"


def test_nothing_is_loaded_before_the_first_key_nor_while_an_input_method_writes(
    chromium: Browser, address: str
) -> None:
    asked: list[str] = []
    with opened(chromium) as page:
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"{address}search/", wait_until="networkidle")
        assert [url for url in asked if "/search/" in url and not url.endswith("/search/")] == []
        field = page.get_by_label("要找的字")
        field.focus()
        page.evaluate(
            """() => { const field = document.activeElement;
            field.dispatchEvent(new CompositionEvent('compositionstart'));
            field.value = 'shu qi';
            field.dispatchEvent(new InputEvent('input', { isComposing: true })); }"""
        )
        page.wait_for_timeout(500)
        assert urls(page) == []
        assert not [url for url in asked if url.endswith("index.json")]
        page.evaluate(
            """() => { const field = document.activeElement; field.value = '暑期课堂';
            field.dispatchEvent(new CompositionEvent('compositionend')); }"""
        )
        expect(page.locator(f"a[href$='{SUMMER}']")).to_have_count(1)


def test_a_keyboard_is_enough(chromium: Browser, address: str) -> None:
    with opened(chromium) as page:
        page.goto(f"{address}search/")
        page.keyboard.press("/")
        field = page.get_by_label("要找的字")
        expect(field).to_be_focused()
        page.keyboard.type("社区")
        page.keyboard.press("Enter")
        expect(page.locator(".nr-answer").nth(2)).to_be_visible()
        settle(page)
        links = page.locator(".nr-answer__headline a")
        page.keyboard.press("ArrowDown")
        expect(links.nth(0)).to_be_focused()
        page.keyboard.press("ArrowDown")
        expect(links.nth(1)).to_be_focused()
        page.keyboard.press("ArrowUp")
        page.keyboard.press("ArrowUp")
        expect(field).to_be_focused()
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Escape")
        expect(field).to_be_focused()
        page.keyboard.press("Escape")
        assert field.input_value() == ""
        assert urls(page) == []
        page.keyboard.type("社区")
        page.keyboard.press("Enter")
        expect(links.nth(2)).to_be_visible()
        settle(page)
        target = urls(page)[0]
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        page.wait_for_url(f"**/{target}")


def test_the_key_of_one_sign_can_be_switched_off_and_stays_so(
    chromium: Browser, address: str
) -> None:
    with opened(chromium) as page:
        page.goto(f"{address}search/")
        page.locator("summary").filter(has_text="只搜某一类").click()
        page.get_by_label("按 / 键回到搜索框").uncheck()
        page.reload()
        page.keyboard.press("/")
        expect(page.get_by_label("要找的字")).not_to_be_focused()


# What goes wrong


def test_a_network_that_fails_is_told_and_tried_again(chromium: Browser, address: str) -> None:
    with opened(chromium) as page:
        page.route("**/*.bin", lambda route: route.abort())
        search(page, address, "暑期课堂")
        assert said(page) == "没有搜完：网络不通，或者服务器没有应答。"
        page.unroute("**/*.bin")
        page.get_by_role("button", name="再试一次").click()
        expect(page.locator(f"a[href$='{SUMMER}']")).to_have_count(1)


def test_files_that_were_replaced_since_the_list_was_kept_are_asked_for_by_their_new_names(
    chromium: Browser, address: str
) -> None:
    lists: list[str] = []
    gone: list[str] = []

    def once(route: Route) -> None:
        gone.append(route.request.url)
        route.fulfill(status=404) if len(gone) == 1 else route.continue_()

    with opened(chromium) as page:
        page.on(
            "request",
            lambda request: (
                lists.append(request.url) if request.url.endswith("index.json") else None
            ),
        )
        page.route("**/*.bin", once)
        search(page, address, "暑期课堂")
        expect(page.locator(f"a[href$='{SUMMER}']")).to_have_count(1)
    assert len(lists) == 2


def test_a_slow_answer_to_an_old_question_is_not_shown(chromium: Browser, address: str) -> None:
    with opened(chromium) as page:
        held: list[Route] = []

        def slow_at_first(route: Route) -> None:
            held.append(route) if not held else route.continue_()

        page.goto(f"{address}search/")
        page.route(TEXTS, slow_at_first)
        field = page.get_by_label("要找的字")
        with page.expect_request(TEXTS):
            field.fill("龙王渡")
            field.press("Enter")
        field.fill("暑期课堂")
        field.press("Enter")
        expect(page.locator(f"a[href$='{SUMMER}']")).to_have_count(1)
        held[0].continue_()
        page.wait_for_timeout(300)
        assert urls(page)[0] == SUMMER


def test_without_a_script_the_page_says_so_and_the_indexes_are_there(
    chromium: Browser, address: str
) -> None:
    with opened(chromium, java_script_enabled=False) as page:
        page.goto(f"{address}search/?q={quote('暑期课堂')}")
        expect(page.get_by_text("这台设备没有开脚本，不能搜索")).to_be_visible()
        page.get_by_role("main").get_by_role("link", name="新闻", exact=True).click()
        assert page.url == f"{address}reports/"
    with opened(chromium) as page:
        page.goto(f"{address}search/")
        expect(page.get_by_text("这台设备没有开脚本")).not_to_be_visible()


# Looks


@pytest.mark.validator
@pytest.mark.parametrize("view", ["light", "dark", "elder"])
@pytest.mark.parametrize("text", ["社区", "火星居民"])
def test_axe_finds_no_barrier_in_answers(
    chromium: Browser, address: str, view: str, text: str
) -> None:
    scheme: Any = "dark" if view == "dark" else "light"
    with opened(chromium, color_scheme=scheme, bypass_csp=True) as page:
        elder = {"elder": "1"} if view == "elder" else {}
        search(page, address, text, **elder)
        assert barriers(page) == []


@pytest.mark.parametrize("elder", ["0", "1"])
def test_answers_do_not_scroll_sideways_on_the_smallest_phone(
    chromium: Browser, address: str, elder: str
) -> None:
    with opened(chromium, 320) as page:
        for text in ("社区", "9" * 80, "没有这样的" * 16):
            search(page, address, text, elder=elder)
            assert page.evaluate("document.documentElement.scrollWidth") <= 320, text

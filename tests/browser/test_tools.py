# SPDX-License-Identifier: MIT
"""What a reader does with a piece: has it read aloud, prints it, hangs it up, passes it on."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import segno
from playwright.sync_api import Browser, Page, expect
from served import PAGES, opened, served
from sites import Site

pytestmark = pytest.mark.browser

REPORT, NOTICE = PAGES["report"], PAGES["lost document"]
VOICE = (Path(__file__).resolve().parents[1] / "support" / "voice.js").read_text(encoding="utf-8")
PRINTED = "window.print = () => { window.printed = true; }"


def sheets(page: Page) -> int:
    pdf = page.pdf(prefer_css_page_size=True)
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def said(page: Page) -> list[str]:
    return [words for words, _, _ in page.evaluate("said")]


def read_to_the_end(page: Page) -> list[str]:
    """Every sentence in the order in which it is said."""
    for _ in range(200):
        before = len(said(page))
        page.evaluate("ended()")
        if len(said(page)) == before:
            break
    return said(page)


def test_a_device_without_a_voice_is_offered_none_and_fetches_nothing(
    chromium: Browser, address: str
) -> None:
    asked: list[str] = []
    with opened(chromium) as page:
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"{address}{REPORT}", wait_until="networkidle")
        expect(page.get_by_role("button", name="朗读本文")).to_have_count(0)
        expect(page.get_by_text("怎样听本文")).to_be_hidden()
        assert not [
            url
            for url in asked
            if "aloud" in url or "/qr." in url or ("photos" in url and url.endswith(".js"))
        ]
        page.goto(f"{address}{REPORT}?elder=1")
        page.get_by_role("link", name="怎样听本文").click()
        expect(page.get_by_role("heading", name="听报纸")).to_be_in_viewport()


def test_a_report_is_read_in_its_order_and_no_caption_breaks_a_sentence(
    chromium: Browser, address: str
) -> None:
    with opened(chromium) as page:
        page.add_init_script(VOICE)
        page.goto(f"{address}{REPORT}")
        page.get_by_role("button", name="朗读本文").click()
        words = read_to_the_end(page)
        assert page.evaluate("said.every(([, voice, rate]) => voice === '普通话' && rate === 1)")
        paragraphs = page.locator(".nr-text p").all_inner_texts()
    assert words[0] == "社区暑期课堂开班 娃娃托管不再难"
    assert words[1].startswith("2022年7月5日 锦城社区 华西社区传媒记者 沈悦 摄影报道")
    assert (
        words[2]
        == "“一到寒暑假双职工家庭就恼火，娃娃一人在家没人管很不放心，社区为我们解决了大问题。”"
    )
    captions = [one for one in words if one.startswith("图片说明：")]
    assert len(captions) == 1
    assert "沈悦 摄" not in captions[0]
    # Whole paragraphs, one after the other, and the caption between two of them.
    text = "".join(words[2:])
    for paragraph in paragraphs:
        assert "".join(paragraph.split()) in "".join(text.split())


def test_the_numbers_of_a_notice_are_said_sign_by_sign(chromium: Browser, address: str) -> None:
    with opened(chromium) as page:
        page.add_init_script(VOICE)
        page.goto(f"{address}{NOTICE}")
        page.get_by_role("button", name="朗读本文").click()
        words = read_to_the_end(page)
    assert words[0] == "遗失公告"
    assert any("2 2 8 2 9 3 0 1 0 4 0 0 1 2 3 0 5" in one for one in words)
    assert any(one.endswith("J 6 5 1 0 1 5 5 5 2 7 4 0 1") for one in words)
    assert not any(re.search(r"\d{5}", one) for one in words)


def test_reading_is_halted_taken_up_again_slowed_and_ended(chromium: Browser, address: str) -> None:
    with opened(chromium) as page:
        page.add_init_script(VOICE)
        page.goto(f"{address}{REPORT}")
        page.get_by_role("button", name="朗读本文").press("Enter")
        page.evaluate("ended()")
        assert page.evaluate("CSS.highlights.get('nr-aloud').size") == 1
        # The focus went to the bar, and a keyboard does all there.
        page.keyboard.press("Enter")
        expect(page.get_by_role("button", name="继续")).to_be_focused()
        now = said(page)
        page.evaluate("ended()")
        assert said(page) == now
        page.keyboard.press("Enter")
        assert said(page) == [*now, now[-1]], "the sentence begins anew"
        page.get_by_role("button", name="常速").click()
        assert page.evaluate("said.at(-1)[2]") == 0.75
        expect(page.get_by_role("button", name="慢速")).to_be_visible()
        page.keyboard.press("Escape")
        expect(page.get_by_role("button", name="朗读本文")).to_be_focused()
        expect(page.get_by_role("button", name="暂停")).to_have_count(0)
        assert page.evaluate("CSS.highlights.has('nr-aloud')") is False


def test_whoever_leaves_the_page_hears_no_more_of_it(chromium: Browser, address: str) -> None:
    with opened(chromium) as page:
        page.add_init_script(VOICE)
        page.goto(f"{address}{REPORT}")
        page.get_by_role("button", name="朗读本文").click()
        before = page.evaluate("cancelled")
        page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide'))")
        assert page.evaluate("cancelled") == before + 1


@pytest.mark.parametrize("query", ["", "?elder=1"])
def test_a_voice_that_comes_late_moves_nothing(chromium: Browser, address: str, query: str) -> None:
    with opened(chromium) as page:
        page.add_init_script(VOICE)
        page.add_init_script(
            "window.moved = 0; new PerformanceObserver(list => {"
            " for (const one of list.getEntries()) window.moved += one.value;"
            "}).observe({type: 'layout-shift', buffered: true})"
        )
        page.goto(f"{address}{REPORT}{query}")
        button = page.get_by_role("button", name="朗读本文")
        button.wait_for()
        page.wait_for_timeout(200)
        assert page.evaluate("moved") <= 0.02
        box = button.bounding_box()
        assert box is not None
        assert box["height"] >= (60 if query else 44)


def test_the_button_to_share_stands_where_it_works(chromium: Browser, address: str) -> None:
    shared = "navigator.share = what => { window.shared = what; return Promise.resolve(); }"
    with opened(chromium) as page:
        page.add_init_script(shared)
        page.goto(f"{address}{REPORT}?elder=1")
        page.get_by_role("button", name="分享").click()
        assert page.evaluate("shared") == {
            "title": "社区暑期课堂开班 娃娃托管不再难 · 邻里",
            "url": f"https://linli.example.org/{REPORT}",
        }
        expect(page.get_by_role("button", name="复制网址")).to_have_count(0)


def test_where_nothing_shares_the_address_is_copied(chromium: Browser, address: str) -> None:
    copies = (
        "Object.defineProperty(navigator, 'clipboard', {value: {writeText: text => {"
        " window.copied = text; return Promise.resolve(); }}})"
    )
    with opened(chromium) as page:
        page.add_init_script(f"delete Navigator.prototype.share; {copies}")
        page.goto(f"{address}{REPORT}")
        page.get_by_role("button", name="复制网址").click()
        expect(page.get_by_role("button", name="已复制")).to_be_visible()
        assert page.evaluate("copied") == f"https://linli.example.org/{REPORT}"
    with opened(chromium) as page:
        page.add_init_script(
            "delete Navigator.prototype.share;"
            "Object.defineProperty(navigator, 'clipboard', {value: undefined})"
        )
        page.goto(f"{address}{REPORT}", wait_until="networkidle")
        assert page.locator(".nr-tools li:visible").all_inner_texts() == ["海报", "打印"]


PIECES = (
    *("report", "corrected report", "photo story", "report without a picture"),
    *("lost document", "statutory notice", "found thing"),
)


@pytest.mark.parametrize("name", PIECES)
def test_a_poster_is_one_sheet_with_nothing_but_the_piece(
    chromium: Browser, address: str, name: str
) -> None:
    with opened(chromium, 1280) as page:
        page.add_init_script(PRINTED)
        page.goto(f"{address}{PAGES[name]}?elder=1")
        page.get_by_role("link", name="海报", exact=True).click()
        page.wait_for_function("window.printed")
        expect(page.get_by_text("本页现在按海报打印")).to_be_visible()
        assert sheets(page) == 1
        page.emulate_media(media="print")
        sheet = page.locator("#nr-poster").bounding_box()
        assert sheet is not None
        inside = page.evaluate(
            """() => [...document.querySelectorAll('#nr-poster :is(h1, .nr-fields, .nr-qr, .nr-qr svg)')]
              .map(one => one.getBoundingClientRect().bottom)"""
        )
        assert max(inside) <= sheet["y"] + sheet["height"]
        title = page.locator("#nr-poster h1")
        points = title.evaluate("one => parseFloat(getComputedStyle(one).fontSize) * .75")
        assert points >= 36
        assert title.evaluate("one => getComputedStyle(one).color") == "rgb(0, 0, 0)"
        assert page.locator("#nr-poster :is(button, nav, .nr-tools):visible").count() == 0


def test_a_poster_needs_no_script(chromium: Browser, address: str) -> None:
    with opened(chromium, java_script_enabled=False) as page:
        page.goto(f"{address}{NOTICE}")
        page.get_by_role("link", name="海报", exact=True).click()
        expect(page.get_by_text("本页现在按海报打印")).to_be_visible()
        assert sheets(page) == 1
        page.get_by_role("link", name="回到网页").click()
        expect(page.get_by_text("本页现在按海报打印")).to_be_hidden()


def test_a_report_is_printed_with_a_code_that_leads_back_to_it(
    chromium: Browser, address: str
) -> None:
    with opened(chromium, 1280) as page:
        page.add_init_script(PRINTED)
        page.goto(f"{address}{REPORT}")
        page.get_by_role("button", name="打印", exact=True).click()
        page.wait_for_function("window.printed")
        page.emulate_media(media="print")
        expect(page.get_by_role("img", name="本页网址的二维码")).to_be_visible()
        dark = page.locator(".nr-qr path").nth(1).get_attribute("d")
    code = segno.make_qr(
        f"https://linli.example.org/{REPORT}", error="m", boost_error=False, mask=2
    )
    drawn = {(int(x), int(y)) for x, y in re.findall(r"M(\d+) (\d+)h1v1h-1z", dark or "")}
    assert drawn == {
        (x + 4, y + 4)
        for y, row in enumerate(code.matrix)
        for x, module in enumerate(row)
        if module
    }


def test_a_code_is_drawn_as_segno_draws_it(chromium: Browser, folder: Path, address: str) -> None:
    [script] = (folder / "assets").glob("qr.*.js")
    long = "https://linli.example.org/reports/" + "ab/%E4-c" * 60
    with opened(chromium) as page:
        page.goto(address)
        for length in (*range(20, 140, 9), 180, 213, 214, 271, 300, 362, 450):
            code = segno.make_qr(long[:length], error="m", boost_error=False, mask=2)
            drawn = page.evaluate(
                "async ([script, text]) => (await import(script)).code(text)",
                [f"{address}assets/{script.name}", long[:length]],
            )
            assert drawn == [list(row) for row in code.matrix], length
        drawn = page.evaluate(
            "async script => (await import(script)).code('x'.repeat(2000))",
            f"{address}assets/{script.name}",
        )
        assert drawn is None


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_paper_is_black_on_white_whatever_the_screen_shows(
    chromium: Browser, address: str, scheme: Any
) -> None:
    with opened(chromium, 1280, color_scheme=scheme) as page:
        for path in (REPORT, NOTICE):
            page.goto(f"{address}{path}?elder=1&contrast=more")
            page.emulate_media(media="print", color_scheme=scheme)
            colours = page.evaluate(
                """['html', 'h1', '.nr-text p'].map(one => {
                  const style = getComputedStyle(document.querySelector(one));
                  return [style.color, style.fontSize];
                })"""
            )
            assert {colour for colour, _ in colours} == {"rgb(0, 0, 0)"}
            assert colours[0][1] == "12.6667px", "no large print on paper"
            assert (
                page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
                == "rgb(255, 255, 255)"
            )


LONG = f"""\
-- content/places.yml --
- {{name: 双流区, slug: shuangliu, code: "510116"}}
-- content/notices/2026/N-2026-0001.md --
---
id: N-2026-0001
code: 3001
title: 关于示例小区电梯更新改造期间停运和临时通行安排的公告
date: 2026-11-10
deadline: 2026-12-26
places: [双流区]
issuer: {{name: 示例街道示例社区居民委员会}}
contacts: [{{desk: 居委会, phone: 028-00000000}}]
---
{"电梯停运期间请走东侧楼梯，行动不便的居民可以打电话预约搬运。" * 13}特此公告。
"""


def test_a_notice_of_four_hundred_characters_fills_one_sheet(chromium: Browser, site: Site) -> None:
    built = site(LONG)
    with served(built.site) as url, opened(chromium, 1280) as page:
        page.add_init_script(PRINTED)
        page.goto(f"{url}notices/2026/N-2026-0001/")
        assert sheets(page) == 1
        page.goto(f"{url}notices/2026/N-2026-0001/#nr-poster")
        assert sheets(page) == 1

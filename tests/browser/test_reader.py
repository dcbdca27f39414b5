# SPDX-License-Identifier: MIT
"""The portal as a reader meets it: a small phone, a keyboard, no script, paper."""

from __future__ import annotations

import gzip
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser
from served import PAGES, opened, served
from sites import Site

pytestmark = pytest.mark.browser

REPORT, NOTICE = PAGES["report"], PAGES["lost document"]
INSTEAD = {
    "look-up": "这台设备没有开脚本，不能按号码查。请按下面的年份、类型或地点翻看，每则公告都在里面；"
    "也可以打电话问编辑部。",
    "search": "这台设备没有开脚本，不能搜索。请从下面的目录翻看，每篇报道和公告都在里面。",
    "display settings": "这台设备没有开脚本，这里不能设置。浏览器菜单里的“文字大小”或“缩放”可以把字放大；"
    "手机的深色模式和高对比度一打开，本站就跟着变。",
}


def test_nothing_is_asked_of_anybody_else_and_nothing_fails(
    chromium: Browser, address: str
) -> None:
    asked: list[str] = []
    said: list[str] = []
    with opened(chromium) as page:
        page.on("request", lambda request: asked.append(request.url))
        page.on("requestfailed", lambda request: said.append(request.url))
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on(
            "response",
            lambda response: said.append(response.url) if response.status >= 400 else None,
        )
        for path in PAGES.values():
            page.goto(f"{address}{path}")
            # What a page does when it has nothing else to do, it does before this.
            page.evaluate("new Promise((done) => setTimeout(() => requestIdleCallback(done), 60))")
        assert page.context.cookies() == []
    assert said == []
    assert asked
    assert [url for url in asked if not url.startswith(address)] == []


@pytest.mark.parametrize("view", ["?elder=0", "?elder=1"])
def test_nothing_scrolls_sideways(chromium: Browser, address: str, view: str) -> None:
    wider: list[str] = []
    with opened(chromium) as page:
        for name, path in PAGES.items():
            page.goto(f"{address}{path}{view}")
            for width in (320, 360, 390, 768, 1024, 1280, 1440):
                page.set_viewport_size({"width": width, "height": 800})
                inside = page.evaluate("document.documentElement.scrollWidth")
                if inside > width:
                    wider.append(f"{name}: {inside} in {width}")
    assert wider == []


def test_without_a_script_everything_is_there(chromium: Browser, address: str) -> None:
    with opened(chromium) as with_script:
        texts = {}
        for name, path in PAGES.items():
            with_script.goto(f"{address}{path}")
            # Whoever has no script is offered no field, button or setting that does nothing.
            with_script.evaluate(
                "document.querySelectorAll('.nr-lookup, .nr-tools li:has(button), .nr-scripted')"
                ".forEach(one => one.remove())"
            )
            texts[name] = with_script.inner_text("main")
    with opened(chromium, java_script_enabled=False) as without:
        for name, path in PAGES.items():
            without.goto(f"{address}{path}")
            text = without.inner_text("main")
            if name in INSTEAD:
                # It says what to do instead, and to nobody else.
                assert INSTEAD[name] in text
                text = text.replace(f"{INSTEAD[name]}\n", "")
            assert text.split() == texts[name].split(), name


def test_an_old_notice_is_three_links_from_the_archive_without_a_script(
    chromium: Browser, address: str
) -> None:
    with opened(chromium, java_script_enabled=False) as page:
        page.goto(f"{address}announcements/")
        page.get_by_role("link", name="2022年", exact=True).click()
        page.get_by_role("link", name="遗失公告").click()
        assert page.url == f"{address}{NOTICE}"
        assert page.get_by_text("J6510155527401").count() >= 1


def test_pictures_keep_their_place_and_only_the_first_hurries(
    chromium: Browser, address: str
) -> None:
    with opened(chromium) as page:
        for path in PAGES.values():
            page.goto(f"{address}{path}")
            pictures = page.evaluate(
                """[...document.querySelectorAll('img:not([hidden])')].map(i => ({
                  w: +i.getAttribute('width'), h: +i.getAttribute('height'),
                  box: i.getBoundingClientRect().width / i.getBoundingClientRect().height,
                  cut: i.closest('.nr-gallery, .nr-photo') !== null,
                  alt: i.getAttribute('alt')}))"""
            )
            for picture in pictures:
                assert picture["alt"] is not None
                assert picture["w"] > 0
                assert picture["h"] > 0
                shape = 1.5 if picture["cut"] else picture["w"] / picture["h"]
                assert picture["box"] == pytest.approx(shape, rel=0.02)
        page.goto(f"{address}{PAGES['corrected report']}")
        lead = page.locator("figure img").first
        assert lead.get_attribute("fetchpriority") == "high"
        assert lead.get_attribute("loading") is None
        # Below the first view of a telephone none does.
        page.goto(f"{address}{REPORT}")
        assert page.locator("figure img").first.get_attribute("loading") == "lazy"


def test_chinese_is_set_as_a_paper_sets_it(chromium: Browser, address: str) -> None:
    with opened(chromium, 1280) as page:
        page.goto(f"{address}{REPORT}")
        assert page.get_attribute("html", "lang") == "zh-Hans"
        style = page.evaluate(
            """() => {
              const p = document.querySelector('.nr-text p'), s = getComputedStyle(p);
              const h = getComputedStyle(document.querySelector('h1'));
              return {indent: parseFloat(s.textIndent) / parseFloat(s.fontSize),
                      measure: p.getBoundingClientRect().width / parseFloat(s.fontSize),
                      autospace: s.textAutospace, breaks: s.lineBreak, align: s.textAlign,
                      size: parseFloat(s.fontSize), feature: s.fontFeatureSettings,
                      wrap: h.textWrapStyle || h.textWrap};
            }"""
        )
    assert style["indent"] == 2
    assert 32 <= style["measure"] <= 40
    assert style["size"] >= 18
    assert style["autospace"] == "normal"
    assert style["breaks"] == "strict"
    assert style["align"] == "justify"
    assert style["wrap"] == "balance"
    assert style["feature"] == "normal"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_day_and_night_have_their_own_paper(chromium: Browser, address: str, scheme: Any) -> None:
    with opened(chromium, color_scheme=scheme) as page:
        page.goto(address)
        paper = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
        body = page.evaluate("getComputedStyle(document.body).backgroundColor")
    shown = {"light": "rgb(251, 249, 244)", "dark": "rgb(21, 23, 26)"}[scheme]
    assert shown in (paper, body)


def test_the_view_for_old_eyes_is_remembered_until_it_is_left(
    chromium: Browser, address: str
) -> None:
    measure = """() => {
      const s = getComputedStyle(document.querySelector('.nr-text p'));
      return [parseFloat(s.fontSize), parseFloat(s.lineHeight) / parseFloat(s.fontSize)];
    }"""
    with opened(chromium) as page:
        page.goto(f"{address}{REPORT}")
        page.get_by_role("link", name="长辈版").click()
        page.wait_for_function("document.documentElement.hasAttribute('data-elder')")
        page.goto(f"{address}{PAGES['corrected report']}")
        page.wait_for_function("document.documentElement.hasAttribute('data-elder')")
        size, leading = page.evaluate(measure)
        assert size >= 20
        assert leading >= 1.9
        small = page.evaluate(
            """[...document.querySelectorAll('header a, footer a')].filter(a =>
                 a.checkVisibility() && a.getBoundingClientRect().height < 48)
                 .map(a => a.textContent)"""
        )
        assert small == []
        page.get_by_role("link", name="标准版").click()
        page.wait_for_function("!document.documentElement.hasAttribute('data-elder')")
        page.goto(f"{address}{REPORT}", wait_until="networkidle")
        assert page.get_attribute("html", "data-elder") is None


@pytest.mark.parametrize("path", [NOTICE, PAGES["statutory notice"], PAGES["proof of publication"]])
def test_a_notice_fills_one_sheet_and_carries_no_navigation(
    chromium: Browser, address: str, path: str
) -> None:
    with opened(chromium, 1280) as page:
        page.goto(f"{address}{path}")
        sheets = page.pdf(format="A4")
        assert len(re.findall(rb"/Type\s*/Page\b", sheets)) == 1
        page.emulate_media(media="print")
        assert not page.locator("nav").first.is_visible()


def test_a_number_is_copied_without_spaces(chromium: Browser, address: str) -> None:
    with opened(chromium) as page:
        page.goto(f"{address}{NOTICE}")
        copied = page.evaluate(
            """() => [...document.querySelectorAll('td .nr-fields__number')].map(cell => {
              getSelection().selectAllChildren(cell);
              return getSelection().toString();
            })"""
        )
    assert copied == ["N2510116MF1516847Y", "J6510155527401", "22829301040012305"]


def test_a_first_visit_weighs_little(chromium: Browser, folder: Path, address: str) -> None:
    urls: list[str] = []
    with opened(chromium) as visit:
        visit.on("request", lambda request: urls.append(request.url))
        visit.goto(f"{address}{REPORT}", wait_until="networkidle")
    page = (folder / REPORT / "index.html").read_bytes()
    asked = [folder / url.removeprefix(address) for url in urls if url.endswith((".css", ".js"))]
    assets = [path.read_bytes() for path in asked]
    sheets = {path.name.split(".")[0]: path for path in asked if path.suffix == ".css"}
    assert set(sheets) == {"newspaper", "photos", "print"}, "of other pages and views none"
    assert [path.name.split(".")[0] for path in asked if path.suffix == ".js"] == ["view"]
    assert len(gzip.compress(sheets["newspaper"].read_bytes(), 6)) <= 6 * 1024
    assert sum(len(gzip.compress(part, 6)) for part in (page, *assets)) <= 15 * 1024


LONG_NOTICE = f"""\
-- content/places.yml --
- {{name: 双流区, slug: shuangliu, code: "510116"}}
-- content/lost/2026/L-2026-0001.md --
---
id: L-2026-0001
code: 4004
title: 关于银行开户许可证和预留印鉴遗失的声明
date: 2026-11-10
places: [双流区]
edition: {{date: 2026-11-10, issue: "12", page: "03", page_name: 公告}}
insertions: [{{date: 2026-11-11}}, {{date: 2026-11-12}}]
contacts: [{{desk: 示例公司办公室, phone: 028-00000000}}]
corrections: [{{date: 2026-11-12, kind: correction, text: 核准号以本次刊登的为准。}}]
holder: {{type: organisation, name: 成都市双流区示例街道示例社区股份经济合作联合社}}
documents:
  - name: 银行开户许可证
    copy: 正本
    issuer: 示例银行双流示例分理处
    issued_on: 2020-05-06
    numbers:
      - {{label: 核准号, value: J6510155527401}}
      - {{label: 编号, value: "6510-00000001"}}
      - {{label: 账号, value: "22829301040012305"}}
---
不慎遗失开户许可证，声明作废。{"此后凭该证件办理的一切事项均与本社无关，" * 19}特此声明。
"""


def test_a_proof_of_a_long_notice_is_one_sheet_with_room_for_a_seal(
    chromium: Browser, site: Site
) -> None:
    built = site(LONG_NOTICE)
    assert 390 <= len(LONG_NOTICE.rpartition("---\n")[2]) <= 410
    with served(built.site) as url, opened(chromium, 1280) as page:
        page.goto(f"{url}lost/2026/L-2026-0001/proof/")
        sheets = page.pdf(format="A4")
        assert len(re.findall(rb"/Type\s*/Page\b", sheets)) == 1
        page.emulate_media(media="print")
        # A round seal of a newspaper is 42 mm wide.
        room = page.locator(".nr-proof__seal > :first-child").bounding_box()
        assert room is not None
        assert min(room["width"], room["height"]) / 96 * 25.4 >= 42
        assert page.locator(".nr-proof svg, .nr-proof img").count() == 1

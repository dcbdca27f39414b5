# SPDX-License-Identifier: MIT
"""The look holds what it promises: contrast, targets, columns, and strange copy."""

from __future__ import annotations

import re
from itertools import chain

import pytest
from playwright.sync_api import Browser, Page
from served import PAGES, opened, served
from sites import Site

pytestmark = pytest.mark.browser

TEXT_ON = {
    "paper": ("ink", "soft", "accent", "place", "read"),
    "card": ("ink", "soft", "place", "read"),
    "ink": ("paper",),
}
"""Which colours are text on which ground."""

LONG = "关于进一步完善街道社区老旧小区既有住宅加装电梯资金补助办法和居民议事协商工作机制若干意见稿公开征求意见结果的报道"

TABLE = """
| 键 | 中文写法 | 用在 | 写法 | 说明 |
|---|---|---|---|---|
| documents_of_the_holder | 证件 | 遗失招领 | 列表 | name_type_copy_issuer_issued_on |
"""


def luminance(colour: str) -> float:
    """How bright a `#rrggbb` is, as WCAG reckons it."""
    digits = colour.strip().lstrip("#")
    if len(digits) == 3:
        digits = "".join(2 * digit for digit in digits)
    parts = (int(digits[start : start + 2], 16) / 255 for start in (0, 2, 4))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def tokens(page: Page) -> dict[str, str]:
    """Every colour of the look, as the page has it now."""
    names = sorted({*TEXT_ON, *chain.from_iterable(TEXT_ON.values())})
    return page.evaluate(
        """names => Object.fromEntries(names.map(name => {
          let style = getComputedStyle(document.documentElement), value = `var(--${name})`;
          for (let asked; (asked = /^var\\(--(.+)\\)$/.exec(value)); )
            value = style.getPropertyValue(`--${asked[1]}`).trim();
          return [name, value];
        }))""",
        names,
    )


@pytest.mark.parametrize("view", ["?elder=0", "?elder=1"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_stands_out_seven_times_from_its_ground(
    chromium: Browser, address: str, view: str, scheme: str
) -> None:
    with opened(chromium, color_scheme=scheme) as page:
        page.goto(f"{address}{view}")
        colours = tokens(page)
    weak = {
        f"{text} on {ground}": round(contrast(colours[text], colours[ground]), 2)
        for ground, texts in TEXT_ON.items()
        for text in texts
        if contrast(colours[text], colours[ground]) < 7
    }
    assert weak == {}


def test_a_chosen_scheme_has_the_colours_of_the_night(chromium: Browser, address: str) -> None:
    with opened(chromium, color_scheme="dark") as page:
        page.goto(address)
        night = tokens(page)
    with opened(chromium, color_scheme="light") as page:
        page.goto(address)
        page.evaluate("document.documentElement.dataset.scheme = 'dark'")
        assert tokens(page) == night


def test_pictures_keep_their_colours_at_night(chromium: Browser, address: str) -> None:
    with opened(chromium, color_scheme="dark") as page:
        page.goto(f"{address}{PAGES['report']}")
        filters = page.evaluate(
            """[...document.querySelectorAll('img')].map(image => {
              const style = getComputedStyle(image);
              return [style.filter, style.mixBlendMode, style.opacity];
            })"""
        )
    assert filters
    assert {tuple(one) for one in filters} == {("none", "normal", "1")}


@pytest.mark.parametrize("name", ["front", "archive", "report", "places"])
def test_a_thumb_finds_the_navigation(chromium: Browser, address: str, name: str) -> None:
    with opened(chromium, 320) as page:
        page.goto(f"{address}{PAGES[name]}")
        small = page.evaluate(
            """[...document.querySelectorAll('.nr-masthead a, .nr-imprint__links a, summary')]
              .filter(one => one.checkVisibility())
              .map(one => [one.textContent, one.getBoundingClientRect().height])
              .filter(([, height]) => height < 44)"""
        )
    assert small == []


def test_on_the_front_page_only_the_lead_picture_hurries(chromium: Browser, address: str) -> None:
    with opened(chromium) as page:
        page.goto(address)
        loading = page.evaluate(
            "[...document.images].map(one => [one.fetchPriority, one.getAttribute('loading')])"
        )
    assert loading[0] == ["high", None]
    assert len(loading) > 1
    assert {tuple(one) for one in loading[1:]} == {("auto", "lazy")}


def test_no_line_break_of_an_editor_parts_two_chinese_signs(
    chromium: Browser, address: str
) -> None:
    parted: list[str] = []
    with opened(chromium) as page:
        for path in PAGES.values():
            page.goto(f"{address}{path}")
            # What is to be typed has the spaces that it has to have.
            page.evaluate("document.querySelectorAll('code').forEach(one => one.remove())")
            for text in page.locator(".nr-text p").all_text_contents():
                parted += re.findall(r"[\u4e00-\u9fff]\s+[\u4e00-\u9fff]", text)
    assert parted == []


def test_only_the_view_for_old_eyes_is_remembered(chromium: Browser, address: str) -> None:
    with opened(chromium) as page:
        page.goto(f"{address}{PAGES['report']}")
        assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [
            0,
            0,
            "",
        ]
        page.goto(f"{address}{PAGES['report']}?elder=1")
        page.wait_for_function("document.documentElement.hasAttribute('data-elder')")
        assert page.evaluate("Object.keys(localStorage)") == ["linli-elder"]


def test_in_the_view_for_old_eyes_every_target_is_large(chromium: Browser, address: str) -> None:
    small: list[str] = []
    with opened(chromium) as page:
        for name, path in PAGES.items():
            page.goto(f"{address}{path}?elder=1")
            page.wait_for_function("document.documentElement.hasAttribute('data-elder')")
            small += page.evaluate(
                """name => [...document.querySelectorAll('a[href], summary, button, input')]
                  .filter(one => one.checkVisibility() && !one.closest('.nr-skip, .nr-text'))
                  .filter(one => one.getBoundingClientRect().height < 47.5)
                  .map(one => `${name}: ${one.closest('[class]').className} ${one.textContent}`)""",
                name,
            )
    assert small == []


@pytest.mark.parametrize("name", ["report", "category"])
def test_on_paper_there_is_no_navigation(chromium: Browser, address: str, name: str) -> None:
    with opened(chromium) as page:
        page.goto(f"{address}{PAGES[name]}")
        page.emulate_media(media="print")
        shown = page.evaluate(
            """[...document.querySelectorAll('nav, .nr-masthead__tools, form')]
              .filter(one => one.checkVisibility()).map(one => one.className)"""
        )
    assert shown == []


def town(columns: int) -> str:
    """A small paper with as many columns, and a lead whose headline gives no place to break."""
    names = ["社区治理", "民生服务", "少儿成长", "文体生活", "邻里故事", "平安社区"][:columns]
    parts = [
        f"-- content/categories/c{at}.md --\n---\nname: {name}\norder: {at}\n---\n"
        for at, name in enumerate(names)
    ]
    titles = [LONG, "二头条", "三头条", "四头条", *(f"{name}的一条新闻" for name in names)]
    parts += [
        f"-- content/reports/2026/r{at}.md --\n---\ntitle: {title}\ndate: 2026-11-{20 - at:02}\n"
        f"category: c{max(at - 4, 0)}\nbylines: [本报记者 李玥林]\n---\n街坊的一件事。\n{TABLE}"
        for at, title in enumerate(titles)
    ]
    return "".join(parts)


@pytest.mark.parametrize("columns", [1, 2, 3, 4, 5, 6])
def test_the_columns_of_the_front_page_leave_no_hole(
    chromium: Browser, site: Site, columns: int
) -> None:
    built = site(town(columns))
    with served(built.site) as url, opened(chromium, 1280) as page:
        page.goto(url)
        for width in (768, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            rows: dict[int, list[int]] = {}
            for top, right in page.evaluate(
                """[...document.querySelectorAll('.nr-column')].map(column => {
                  const box = column.getBoundingClientRect();
                  return [Math.round(box.top), Math.round(box.right)];
                })"""
            ):
                rows.setdefault(top, []).append(right)
            assert sum(map(len, rows.values())) == columns
            assert len({max(ends) for ends in rows.values()}) == 1, rows


def test_strange_copy_stays_on_the_page(chromium: Browser, site: Site) -> None:
    built = site(town(3))
    with served(built.site) as url, opened(chromium, 320) as page:
        for path in ("", "reports/", "reports/2026/r0/"):
            page.goto(f"{url}{path}")
            for width in (320, 768, 1280):
                page.set_viewport_size({"width": width, "height": 800})
                assert page.evaluate("document.documentElement.scrollWidth") <= width, path
        page.set_viewport_size({"width": 320, "height": 800})
        box = page.locator(".nr-scroll")
        assert box.evaluate("one => one.scrollWidth > one.clientWidth")
        box.focus()
        page.keyboard.press("End")
        page.keyboard.press("ArrowRight")
        page.wait_for_function("document.querySelector('.nr-scroll').scrollLeft > 0")


def test_an_empty_paper_says_what_to_do(chromium: Browser, site: Site) -> None:
    built = site("")
    with served(built.site) as url, opened(chromium, 320) as page:
        for path, words in {
            "": "还没有报道。编辑发布第一篇之后，头条就在这里。",
            "announcements/": "这里还没有内容。",
            "corrections/": "还没有更正。",
        }.items():
            page.goto(f"{url}{path}")
            assert words in page.inner_text("main")

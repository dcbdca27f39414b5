# SPDX-License-Identifier: MIT
"""What the first view of a page asks for, in bytes as they travel."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from shutil import copyfile

from playwright.sync_api import Browser, Response
from served import packed

TWO_PHOTOS = "reports/2026/liangzhang/"

_SORTS = {"document": "html", "stylesheet": "css", "script": "js", "image": "images"}

_SHIFTS = """
window.shifted = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) window.shifted += entry.value;
}).observe({ type: "layout-shift", buffered: true });
"""

_BLOCKING = """
[...document.scripts]
  .filter((one) => one.src && one.type !== "module" && !one.async && !one.defer)
  .map((one) => one.src)
"""


@dataclass(frozen=True, slots=True)
class Weight:
    """The first view of a page, by somebody who has never been here."""

    bytes: Counter[str]
    """By `html`, `css`, `js`, `images` and whatever else was asked for; texts packed."""
    requests: int
    foreign: tuple[str, ...]
    """URLs on other hosts."""
    cookies: int
    blocking: tuple[str, ...]
    """Scripts that the page waits for; what stands in the page itself has come with it."""
    shift: float

    @property
    def text(self) -> int:
        """HTML, stylesheets and scripts."""
        return sum(self.bytes[sort] for sort in ("html", "css", "js"))

    @property
    def all(self) -> int:
        return self.bytes.total()


def weigh(
    chromium: Browser, address: str, path: str, *, width: int = 360, to_the_end: bool = False
) -> Weight:
    """Open a page as a telephone of so many CSS pixels does, two pixels to each; and read it
    to its end where asked to, with the photos that come only then."""
    context = chromium.new_context(
        viewport={"width": width, "height": 740},
        device_scale_factor=2,
        is_mobile=True,
        has_touch=True,
    )
    try:
        page = context.new_page()
        page.add_init_script(_SHIFTS)
        answers: list[Response] = []
        page.on("response", lambda answer: answers.append(answer))
        page.goto(f"{address}{path}", wait_until="networkidle")
        if to_the_end:
            for top in range(0, page.evaluate("document.documentElement.scrollHeight"), 500):
                page.evaluate(f"window.scrollTo(0, {top})")
                page.wait_for_timeout(30)
            page.wait_for_function("[...document.images].every((image) => image.complete)")
        weights: Counter[str] = Counter()
        for answer in answers:
            sort = _SORTS.get(answer.request.resource_type, answer.request.resource_type)
            data = answer.body()
            weights[sort] += len(data if sort == "images" else packed(data))
        return Weight(
            weights,
            len(answers),
            tuple(one.url for one in answers if not one.url.startswith(address)),
            len(context.cookies()),
            tuple(page.evaluate(_BLOCKING)),
            page.evaluate("window.shifted"),
        )
    finally:
        context.close()


_REPORT = """\
---
title: 锦城社区暑期课堂里的两张照片
date: 2022-07-06
category: youth
topics: [暑期课堂]
places: [武侯区/簇桥街道/锦城社区]
bylines: [本报记者 沈小满]
---
"""


def add_report_with_two_photos(root: Path) -> None:
    """Give a copy of the portal a report as long as the printed one, with two of its photos."""
    reports = root / "content" / "reports"
    folder = root / "content" / TWO_PHOTOS
    folder.mkdir(parents=True)
    whole = (reports / "2022" / "jincheng-shuqi-ketang" / "index.md").read_text(encoding="utf-8")
    text = whole.split("---\n", 2)[2]
    copyfile(reports / "2022" / "jincheng-shuqi-ketang" / "ketang.jpg", folder / "ketang.jpg")
    copyfile(reports / "2026" / "xiaoxiang-ludeng" / "xiaoxiang.jpg", folder / "xiaoxiang.jpg")
    second = (
        '\n![小巷里新装的路灯。](xiaoxiang.jpg "小巷里的路灯。"){ credit="示意图／本站绘制" }\n'
    )
    (folder / "index.md").write_text(f"{_REPORT}{text}{second}", encoding="utf-8")

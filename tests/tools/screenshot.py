# SPDX-License-Identifier: MIT
"""Pictures of the finished site, at every width and in every view, for a person to look at.

`python tests/tools/screenshot.py reports/ places/` serves site/ on a free port and writes
`reports-360-dark.png` and the like into .cache/screenshots/; without paths it takes the front
page. `--readme` writes .github/front.png, the picture in the README.
"""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

sys.path.append(str(Path(__file__).resolve().parents[1] / "support"))

from served import CHROMIUM, FLAGS, served

WIDTHS = (360, 768, 1280, 1440)
HEIGHTS = {360: 780, 768: 1024, 1280: 900, 1440: 900}
"""What a reader sees before scrolling."""
VIEWS = ("light", "dark", "elder")
README = Path(".github/front.png")
MOST_BYTES = 400_000
"""A README must open on a slow line too."""

Scheme = Literal["light", "dark"]


@contextmanager
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        try:
            yield browser
        finally:
            browser.close()


def shoot(browser: Browser, url: str, width: int, view: str, *, whole: bool = True) -> bytes:
    """One picture of one page; the whole of it, or what stands above the fold."""
    scheme: Scheme = "dark" if view == "dark" else "light"
    context = browser.new_context(
        viewport={"width": width, "height": HEIGHTS[width]},
        color_scheme=scheme,
        reduced_motion="reduce",
        locale="zh-CN",
        timezone_id="Asia/Shanghai",
    )
    try:
        page = context.new_page()
        answer = page.goto(f"{url}?elder=1" if view == "elder" else url, wait_until="networkidle")
        if answer is None or not answer.ok:
            raise SystemExit(f"{url}: {answer.status if answer else 'no answer'}")
        page.evaluate("document.fonts.ready")
        return page.screenshot(full_page=whole)
    finally:
        context.close()


def name_of(path: str, width: int, view: str) -> str:
    """`reports/2022/x/` at 360 in the dark: `reports-2022-x-360-dark.png`."""
    return f"{path.strip('/').replace('/', '-') or 'front'}-{width}-{view}.png"


def take(
    browser: Browser,
    address: str,
    paths: Iterable[str],
    widths: Iterable[int],
    views: Iterable[str],
    folder: Path,
) -> Iterator[Path]:
    """Write every path in every width and view into the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for path in paths:
        for width in widths:
            for view in views:
                target = folder / name_of(path, width, view)
                target.write_bytes(shoot(browser, f"{address}{path.lstrip('/')}", width, view))
                yield target


def small_png(picture: bytes, most: int = MOST_BYTES) -> bytes:
    """The same picture within so many bytes, in as many colours as that allows."""
    image = Image.open(io.BytesIO(picture)).convert("RGB")
    for colours in (256, 128, 64, 32):
        out = io.BytesIO()
        image.quantize(colours, method=Image.Quantize.MEDIANCUT).save(out, "PNG", optimize=True)
        if out.tell() <= most:
            return out.getvalue()
    raise SystemExit(f"{README}: larger than {most} bytes even in 32 colours")


def main() -> int:
    parser = argparse.ArgumentParser(description="Pictures of the finished site.")
    parser.add_argument("paths", nargs="*", default=[""], help="URLs from the site's root")
    parser.add_argument("--site", type=Path, default=Path("site"))
    parser.add_argument("--into", type=Path, default=Path(".cache/screenshots"))
    parser.add_argument("--width", type=int, choices=WIDTHS, action="append")
    parser.add_argument("--view", choices=VIEWS, action="append")
    parser.add_argument("--readme", action="store_true", help=f"write {README} too")
    options = parser.parse_args()
    if not (options.site / "index.html").is_file():
        parser.error(f"{options.site}/ holds no site; run `make site` first")
    with served(options.site) as address, chromium() as browser:
        widths, views = options.width or WIDTHS, options.view or VIEWS
        for file in take(browser, address, options.paths, widths, views, options.into):
            print(file)
        if options.readme:
            front = shoot(browser, address, 1280, "light", whole=False)
            README.write_bytes(small_png(front))
            print(README)
    return 0


if __name__ == "__main__":
    sys.exit(main())

# SPDX-License-Identifier: MIT
"""A first view is light: little text, small photos, and nothing of anybody else's."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser
from portal_build import build_portal, copy_portal
from served import PAGES, served
from weight import TWO_PHOTOS, add_report_with_two_photos, weigh

pytestmark = pytest.mark.browser

ARTICLES = ("report", "corrected report", "report without a picture", "lost document")


@pytest.mark.parametrize("name", ARTICLES)
def test_the_first_view_of_an_article_is_15_kilobytes_of_text(
    chromium: Browser, address: str, name: str
) -> None:
    weight = weigh(chromium, address, PAGES[name])
    assert weight.text <= 15 * 1024, weight
    # The rest is the paper's icon.
    assert weight.bytes["other"] <= 1024
    assert weight.bytes.keys() <= {"html", "css", "js", "images", "other"}


def test_two_photos_are_not_heavy_on_a_telephone(
    chromium: Browser, tmp_path: Path, developed: Path
) -> None:
    root = copy_portal(tmp_path / "portal", developed)
    add_report_with_two_photos(root)
    build_portal(root)
    with served(root / "site") as url:
        weight = weigh(chromium, url, TWO_PHOTOS, to_the_end=True)
    assert weight.requests >= 2 + len(("html", "css", "js"))
    assert weight.all <= 120 * 1024, weight


def test_no_page_asks_others_sets_a_cookie_or_waits_for_a_script(
    chromium: Browser, address: str
) -> None:
    faults: list[str] = []
    for name in (*ARTICLES, "front", "photo story", "category", "archive", "issue", "look-up"):
        weight = weigh(chromium, address, PAGES[name])
        faults += [f"{name}: {url}" for url in (*weight.foreign, *weight.blocking)]
        if weight.cookies or weight.bytes["font"]:
            faults.append(f"{name}: cookies or fonts")
        if weight.shift > 0.02:
            faults.append(f"{name}: moves by {weight.shift}")
    assert faults == []

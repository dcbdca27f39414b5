# SPDX-License-Identifier: MIT
"""Two judges from outside: vnu for the HTML of every page, axe for those who cannot see it."""

from __future__ import annotations

from pathlib import Path

import pytest
from judges import axe_faults, vnu_faults
from playwright.sync_api import Browser
from served import PAGES, served
from sites import CONFIG, Site
from town import TOWN

pytestmark = [pytest.mark.browser, pytest.mark.validator]

IN_PARTS = (
    TOWN + "-- mkdocs.yml --\n" + CONFIG.replace("linli/articles", "linli/articles: {page_size: 2}")
)
"""A town whose lists go on on further pages."""


def test_no_page_has_an_error_in_its_html(folder: Path) -> None:
    assert vnu_faults(folder) == []


def test_no_page_has_an_error_in_its_html_where_urls_are_files(site: Site) -> None:
    built = site(IN_PARTS, use_directory_urls=False)
    assert (built.site / "reports/2026/bridge.html").is_file()
    assert vnu_faults(built.site) == []


def test_the_judge_of_html_sees_a_fault(tmp_path: Path) -> None:
    page = tmp_path / "topics" / "话题" / "index.html"
    page.parent.mkdir(parents=True)
    page.write_text("<!doctype html><title>街坊</title><p><b>街坊</p>", "utf-8")
    assert any(fault.startswith("topics/") for fault in vnu_faults(tmp_path))


# `make audit` asks for everything at both widths in every view. By night only the colours differ.
@pytest.mark.parametrize(
    ("view", "width"), [("light", 360), ("dark", 1280), ("elder", 360), ("elder-dark", 360)]
)
def test_axe_finds_no_barrier_on_any_template(
    chromium: Browser, address: str, view: str, width: int
) -> None:
    night = view.endswith("dark")
    assert list(axe_faults(chromium, address, PAGES, view, width, colours_only=night)) == []


@pytest.mark.parametrize("view", ["light", "elder"])
def test_axe_finds_no_barrier_on_the_further_pages_of_a_list(
    chromium: Browser, site: Site, view: str
) -> None:
    built = site(IN_PARTS)
    pages = {path: path for path in ("reports/page/1/", "announcements/page/1/")}
    with served(built.site) as url:
        assert list(axe_faults(chromium, url, pages, view, 360)) == []

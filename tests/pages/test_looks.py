# SPDX-License-Identifier: MIT
"""What stands in <main> of one page of every sort, as its template sets it."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from sites import CONFIG, Built, Site
from town import TOWN

pytestmark = pytest.mark.site

PAGES = {
    "front": "",
    "article": "reports/2026/bridge/",
    "article-corrected": "reports/2026/alley/",
    "article-withdrawn": "reports/2025/gone/",
    "notice": "notices/2026/N-2026-0002/",
    "notice-withdrawn": "notices/2026/N-2026-0003/",
    "version": "notices/2026/N-2026-0002/v1/",
    "version-withdrawn": "notices/2026/N-2026-0003/v1/",
    "lost": "lost/2026/L-2026-0001/",
    "proof": "lost/2026/L-2026-0001/proof/",
    "data": "announcements/data/",
    "category": "categories/news/",
    "place": "places/xinjin/wujin/gujia/",
    "places": "places/",
    "topics": "topics/",
    "person": "people/liyuelin/",
    "archive": "announcements/",
    "editions": "editions/",
    "issue": "editions/2026-11-20/",
    "corrections": "corrections/",
    "missing": "404.html",
    "ordinary": "about/privacy/",
}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_set_as_it_was(
    town: Built, golden: Callable[[str, str], None], name: str
) -> None:
    golden(f"{name}.html", _look(town, name))


@pytest.mark.parametrize("name", ["front", "archive", "notice", "proof", "data"])
def test_a_page_is_set_as_it_was_in_english(
    site: Site, golden: Callable[[str, str], None], name: str
) -> None:
    built = site(f"{TOWN}-- mkdocs.yml --\n{CONFIG.replace('language: zh', 'language: en')}")
    golden(f"{name}.en.html", _look(built, name))


def _look(built: Built, name: str) -> str:
    """<main> of a page; of a file that is named by its bytes the name alone, which is stable."""
    return re.sub(r"(/assets/[a-z]+|/share)\.[0-9a-f]{8}\.", r"\1.", built.main(PAGES[name]))

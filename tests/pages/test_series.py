# SPDX-License-Identifier: MIT
"""Series: their pages, and the way from part to part."""

from __future__ import annotations

import re

import pytest
from sites import CONFIG, Site

pytestmark = pytest.mark.site


def part(slug: str, day: int, series: str, more: str = "") -> str:
    return (
        f"-- content/reports/2026/{slug}.md --\n---\ntitle: 第{slug}篇\ndate: 2026-11-{day:02}\n"
        f"category: news\nbylines: [本报记者 李玥林]\nseries: {series}\n{more}---\n街坊都说好。\n"
    )


GONE = "status: withdrawn\nwithdrawn: {date: 2026-11-07, reason: 失实。}\n"
PAPER = (
    "-- content/categories/news.md --\n---\nname: 社区治理\n---\n"
    + part("a", 1, "街坊夜话")
    + part("b", 2, "街坊夜话")
    + part("c", 3, "街坊夜话")
    + part("d", 4, "桥")
    + part("e", 5, "街坊夜话", GONE)
)


def test_the_first_part_stands_first_and_what_is_withdrawn_nowhere(site: Site) -> None:
    built = site(PAPER)
    main = built.main("series/街坊夜话/")
    headlines = re.findall(r'nr-item__headline"><a [^>]*>(.*?)</a>', main)
    assert headlines == ["第a篇", "第b篇", "第c篇"]
    assert "共3篇" in main


def test_the_series_that_goes_on_these_days_stands_first(site: Site) -> None:
    main = site(PAPER).main("series/")
    assert re.findall(r'<a href="[^"]*">(桥|街坊夜话)</a>', main) == ["桥", "街坊夜话"]


def test_a_part_leads_to_its_series_and_to_the_parts_around_it(site: Site) -> None:
    built = site(PAPER)
    (facts,) = re.findall(r"(?s)<dt>系列</dt><dd>(.*?)</dd>", built.main("reports/2026/b/"))
    links = re.findall(r'<a (?:rel="(\w+)" )?href="([^"]*)"', facts)
    assert links == [
        ("", "../../../series/%E8%A1%97%E5%9D%8A%E5%A4%9C%E8%AF%9D/"),
        ("prev", "../../../reports/2026/a/"),
        ("next", "../../../reports/2026/c/"),
    ]
    (facts,) = re.findall(r"(?s)<dt>系列</dt><dd>(.*?)</dd>", built.main("reports/2026/e/"))
    assert re.findall(r'rel="', facts) == []


def test_a_text_and_the_navigation_may_lead_to_all_series(site: Site) -> None:
    config = CONFIG.replace("  - 更正:", "  - 连载: series/index.md\n  - 更正:")
    built = site(f"{PAPER}-- mkdocs.yml --\n{config}")
    assert re.search(r'<a href="(\./)?series/">连载</a>', built.text(""))
    assert "series/%E8%A1%97%E5%9D%8A%E5%A4%9C%E8%AF%9D/" in built.text("sitemaps/pages.xml")


def test_without_the_plugin_of_indexes_a_series_is_a_name(site: Site) -> None:
    config = CONFIG.replace("  - linli/categories\n", "")
    built = site(f"{PAPER}-- mkdocs.yml --\n{config}")
    assert not built.has("series/")
    assert "<dt>系列</dt><dd>街坊夜话" in built.main("reports/2026/a/")

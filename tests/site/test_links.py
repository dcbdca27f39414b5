# SPDX-License-Identifier: MIT
"""Every link of every page leads somewhere: whatever the style of URL, folder, or plugins."""

from __future__ import annotations

import pytest
from crawl import Walk, parse_errors
from sites import CONFIG, Built, Site
from town import ADDRESS, TOWN

pytestmark = pytest.mark.site

ABOUT = """\
-- content/about/extra.md --
---
title: 附页
---
见[桥](../reports/2026/bridge.md)、[来历](../reports/2026/bridge.md#桥的来历)、
[公告](../announcements/index.md)、[隐私](privacy.md)。
"""

CONFIGS = {
    "as MkDocs does it": CONFIG,
    "file URLs": f"{CONFIG}use_directory_urls: false\n",
    "in a sub-folder": CONFIG.replace(ADDRESS, f"{ADDRESS}local/news/"),
    "in a sub-folder whose slash was forgotten": CONFIG.replace(ADDRESS, f"{ADDRESS}local/news"),
    "file URLs in a sub-folder": CONFIG.replace(ADDRESS, f"{ADDRESS}local/")
    + "use_directory_urls: false\n",
    "one piece a page": CONFIG.replace("- linli/articles", "- linli/articles: {page_size: 1}"),
    "in English": CONFIG.replace("language: zh", "language: en"),
}


def walk(built: Built, config: str) -> Walk:
    address = config.partition("site_url: ")[2].partition("\n")[0]
    return Walk(built.site, address.rstrip("/") + "/" if address else ADDRESS)


@pytest.mark.parametrize("config", CONFIGS.values(), ids=CONFIGS)
def test_every_page_is_html_and_every_link_leads_to_a_page_and_a_place_on_it(
    site: Site, config: str
) -> None:
    built = site(f"{TOWN}{ABOUT}-- mkdocs.yml --\n{config}")
    assert walk(built, config).faults() == []
    pages = [path for path in built.files if path.endswith(".html")]
    assert len(pages) > 60
    assert {path: found for path in pages if (found := parse_errors(built.text(path)))} == {}


@pytest.mark.parametrize("config", [CONFIGS["as MkDocs does it"], CONFIGS["file URLs"]])
def test_every_page_but_404_and_old_urls_is_reached_from_the_front_page(
    site: Site, config: str
) -> None:
    built = site(f"{TOWN}-- mkdocs.yml --\n{config}")
    pages = {path for path in built.files if path.endswith(".html")}
    lonely = pages - set(walk(built, config).distances("index.html"))
    assert lonely == {"404.html", "old/bridge/index.html"}


LEFT_OUT = {
    "categories": (
        "categories/",
        "topics/",
        "places/",
        "people/",
        "editions/",
        "reports/index",
    ),
    "photos": (),
    "announcements": ("announcements/",),
    "feeds": ("feeds/", "sitemap.xml", "robots.txt"),
}


@pytest.mark.parametrize("plugin", LEFT_OUT)
@pytest.mark.parametrize("directory_urls", [True, False])
def test_a_site_without_one_of_the_plugins_has_no_dead_link(
    site: Site, plugin: str, directory_urls: bool
) -> None:
    config = CONFIG.replace(f"  - linli/{plugin}\n", "")
    if not directory_urls:
        config += "use_directory_urls: false\n"
    built = site(f"{TOWN}-- mkdocs.yml --\n{config}")
    assert walk(built, config).faults() == []
    assert [path for path in built.files if path.startswith(LEFT_OUT[plugin] or "-")] == []
    assert built.has("reports/2026/bridge/" if directory_urls else "reports/2026/bridge.html")


def test_a_site_of_the_first_plugin_alone_has_no_dead_link(site: Site) -> None:
    config = CONFIG.partition("  - linli/categories")[0]
    built = site(f"{TOWN}-- mkdocs.yml --\n{config}")
    assert walk(built, config).faults() == []


@pytest.mark.parametrize("plugin", ["categories", "photos", "announcements", "feeds"])
def test_a_plugin_without_the_first_one_is_told_so(site: Site, plugin: str) -> None:
    from mkdocs.exceptions import Abort

    config = f"{CONFIG.partition('  - linli/articles')[0]}  - linli/{plugin}\n"
    with pytest.raises(Abort) as stopped:
        site(f"-- mkdocs.yml --\n{config}", expect_warnings=True)
    assert "`linli/articles` is missing or stands too low" in str(stopped.value.__context__)


def test_a_plugin_may_stand_before_the_first_one(site: Site) -> None:
    head = CONFIG.partition("  - linli/articles")[0]
    config = f"{head}  - linli/categories\n  - linli/articles\n"
    # Its event comes first wherever it stands, so a wrong order does no harm.
    assert site(f"{TOWN}-- mkdocs.yml --\n{config}").has("categories/news/")


def test_a_site_without_an_address_is_warned_and_has_no_feed_and_no_dead_link(site: Site) -> None:
    config = CONFIG.replace(f"site_url: {ADDRESS}\n", "")
    built = site(f"{TOWN}-- mkdocs.yml --\n{config}", strict=False, expect_warnings=True)
    assert built.warnings == [
        "Linli: site_url is not set: no feeds and no sitemap, which need full URLs."
    ] or any("site_url is not set" in warning for warning in built.warnings)
    assert walk(built, config).faults() == []
    assert [path for path in built.files if path.endswith(".xml")] == []


def test_the_page_for_a_missing_address_links_from_the_root_of_the_host(site: Site) -> None:
    config = CONFIGS["in a sub-folder"]
    page = site(f"{TOWN}-- mkdocs.yml --\n{config}").text("404.html")
    assert 'href="/local/news/reports/2026/bridge/"' in page
    assert 'href="./' not in page
    assert 'href="../' not in page

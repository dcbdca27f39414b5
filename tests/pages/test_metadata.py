# SPDX-License-Identifier: MIT
"""What a page says of itself to machines: schema.org, Open Graph, canonical address, sitemap."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest
from crawl import document
from PIL import Image
from sites import CONFIG, Built, Site
from town import ADDRESS, TOWN

pytestmark = pytest.mark.site

PHOTO = """\
-- content/reports/2026/market/index.md --
---
title: 菜市开了
subtitle: 一百个摊位
date: 2026-11-19 07:05
category: news
places: [古家社区, 武侯区]
topics: [菜市]
bylines: [本报记者 沈悦 摄影报道]
ai: assisted
origin: repost
source: 另一家报
original_title: 开市
original_url: https://other.example/open
editor: 沈悦
---
菜市昨天开了门，街坊都去看。

![菜摊前的人](stall.jpg "菜市第一天。"){ credit="沈悦 摄" }
"""


@pytest.fixture
def market(site: Site, tmp_path: Path) -> Callable[[], Built]:
    def make() -> Built:
        file = tmp_path / "site0/content/reports/2026/market/stall.jpg"
        file.parent.mkdir(parents=True)
        Image.new("RGB", (2000, 1000), "orange").save(file)
        return site(TOWN + PHOTO)

    return make


def schema(built: Built, url: str) -> dict[str, Any]:
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', built.text(url))
    assert len(found) == 1
    data: dict[str, Any] = json.loads(found[0])
    return data


def test_a_report_with_a_picture_tells_all_that_schema_org_has_a_word_for(
    market: Callable[[], Built],
) -> None:
    built = market()
    data = schema(built, "reports/2026/market/")
    image = data.pop("image")
    assert data == {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "mainEntityOfPage": f"{ADDRESS}reports/2026/market/",
        "headline": "菜市开了",
        "alternativeHeadline": "一百个摊位",
        "description": "菜市昨天开了门，街坊都去看。",
        "inLanguage": "zh-Hans",
        "datePublished": "2026-11-19T07:05:00+08:00",
        "dateModified": "2026-11-19T07:05:00+08:00",
        "publisher": {"@type": "Organization", "name": "邻里", "url": ADDRESS},
        "author": [
            {
                "@type": "Person",
                "name": "沈悦",
                "url": f"{ADDRESS}people/%E6%B2%88%E6%82%A6/",
                "affiliation": {"@type": "Organization", "name": "本报"},
            }
        ],
        "contentLocation": [
            {
                "@type": "Place",
                "name": "古家社区",
                "containedInPlace": {
                    "@type": "Place",
                    "name": "五津街道",
                    "containedInPlace": {"@type": "Place", "name": "新津区"},
                },
            },
            {"@type": "Place", "name": "武侯区"},
        ],
        "keywords": ["菜市"],
        "articleSection": "社区治理",
        "dateline": "新津区 11月19日",
        "digitalSourceType": "https://cv.iptc.org/newscodes/digitalsourcetype/"
        "compositeWithTrainedAlgorithmicMedia",
        "isBasedOn": "https://other.example/open",
    }
    assert len(image) == 1
    assert image[0]["url"].startswith(f"{ADDRESS}reports/2026/market/stall.")
    assert image[0]["url"].removeprefix(ADDRESS) in built.files
    del image[0]["url"]
    assert image[0] == {
        "@type": "ImageObject",
        "width": 1600,
        "height": 800,
        "caption": "菜市第一天。",
        "creator": [{"@type": "Person", "name": "沈悦"}],
        "creditText": "沈悦 摄",
    }


def test_the_picture_of_a_share_card_exists_and_has_its_true_size(
    market: Callable[[], Built],
) -> None:
    built = market()
    metas = document(built.text("reports/2026/market/")).metas
    picture = metas["og:image"].removeprefix(ADDRESS)
    with Image.open(built.site / picture) as image:
        size = image.size
    assert (metas["og:image:width"], metas["og:image:height"]) == tuple(map(str, size))


def test_a_share_card_of_a_report_tells_what_it_is(town: Built) -> None:
    metas = document(town.text("reports/2026/bridge/")).metas
    card = metas["og:image"].removeprefix(ADDRESS)
    assert card.startswith("reports/2026/bridge/share.")
    assert card in town.files
    about = ("og:", "article:", "twitter:")
    assert {key: value for key, value in metas.items() if key.startswith(about)} == {
        "og:type": "article",
        "og:image": f"{ADDRESS}{card}",
        "og:image:type": "image/png",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": "小桥修好了",
        "twitter:card": "summary_large_image",
        "og:title": "小桥修好了",
        "og:site_name": "邻里",
        "og:locale": "zh_CN",
        "og:description": "小桥昨天修好，街坊走得稳当。",
        "og:url": f"{ADDRESS}reports/2026/bridge/",
        "article:published_time": "2026-11-20T08:30:00+08:00",
        "article:modified_time": "2026-11-20T08:30:00+08:00",
        "article:section": "社区治理",
        "article:tag": "C++",
    }


def test_a_notice_is_an_article_of_its_issuer_with_its_last_day(town: Built) -> None:
    data = schema(town, "notices/2026/N-2026-0002/")
    assert data["@type"] == "Article"
    assert data["identifier"] == "N-2026-0002"
    assert data["articleSection"] == "社区通知·活动招募"
    assert data["expires"] == "2026-11-28"
    assert data["author"] == [{"@type": "Organization", "name": "岷江社区居委会"}]


@pytest.mark.parametrize("url", ["reports/2025/gone/", "notices/2026/N-2026-0003/"])
def test_a_withdrawn_piece_tells_machines_only_that_it_was_there(town: Built, url: str) -> None:
    kept = {"@context", "@type", "mainEntityOfPage", "headline", "inLanguage", "publisher"}
    assert set(schema(town, url)) <= kept | {"datePublished", "dateModified", "identifier"}


def test_the_summary_of_a_withdrawn_report_is_withdrawn_too(site: Site) -> None:
    text = TOWN.replace("title: 不该登的报道\n", "title: 不该登的报道\nsummary: 不实的摘要。\n")
    files = site(text).files
    assert not [path for path, data in files.items() if "不实的摘要".encode() in data]


def test_the_front_page_tells_whose_paper_it_is(site: Site) -> None:
    config = CONFIG.replace("docs_dir", "site_description: 街坊的报纸。\ndocs_dir")
    assert schema(site(f"{TOWN}-- mkdocs.yml --\n{config}"), "") == {
        "@context": "https://schema.org",
        "@type": "NewsMediaOrganization",
        "name": "邻里",
        "url": ADDRESS,
        "description": "街坊的报纸。",
    }


@pytest.mark.parametrize("address", [ADDRESS, f"{ADDRESS}local/news"])
def test_every_page_names_its_one_address(site: Site, address: str) -> None:
    built = site(f"{TOWN}-- mkdocs.yml --\n{CONFIG.replace(ADDRESS, address)}")
    for path in built.files:
        if not path.endswith(".html") or path in {"404.html", "old/bridge/index.html"}:
            continue
        found = re.findall(r'<link rel="canonical" href="([^"]+)">', built.text(path))
        own = path.removesuffix("index.html")
        assert len(found) == 1, path
        assert re.sub(r"%..", "", found[0]).startswith(address.rstrip("/") + "/"), path
        assert unquote(found[0]) == f"{address.rstrip('/')}/{own}"


def test_no_two_pages_name_the_same_address(town: Built) -> None:
    found = [
        address
        for path in town.files
        if path.endswith(".html") and path != "old/bridge/index.html"
        for address in re.findall(r'<link rel="canonical" href="([^"]+)">', town.text(path))
    ]
    assert len(found) == len(set(found)) > 60


NAME = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def sitemaps(built: Built) -> dict[str, dict[str, str | None]]:
    """Each sitemap that the index names: addresses with the instant they last changed."""
    root = ElementTree.fromstring(built.text("sitemap.xml"))
    assert root.tag == f"{NAME}sitemapindex"
    assert {one.tag for one in root} <= {f"{NAME}sitemap"}
    assert [[part.tag for part in one] for one in root] == [[f"{NAME}loc"]] * len(root)
    paths = [(one.findtext(f"{NAME}loc") or "").removeprefix(ADDRESS) for one in root]
    assert paths == sorted(path for path in built.files if path.startswith("sitemaps/"))
    return {Path(path).stem: _sitemap(built.text(path)) for path in paths}


def _sitemap(text: str) -> dict[str, str | None]:
    root = ElementTree.fromstring(text)
    assert root.tag == f"{NAME}urlset"
    for url in root:
        assert url.tag == f"{NAME}url"
        assert [one.tag for one in url] in ([f"{NAME}loc"], [f"{NAME}loc", f"{NAME}lastmod"])
    rows = [(one.findtext(f"{NAME}loc") or "", one.findtext(f"{NAME}lastmod")) for one in root]
    assert [row[0] for row in rows] == sorted({row[0] for row in rows})
    return dict(rows)


def test_the_sitemap_lists_exactly_the_pages_that_may_be_indexed(site: Site) -> None:
    config = CONFIG.replace("- linli/articles", "- linli/articles: {page_size: 2}")
    built = site(f"{TOWN}-- mkdocs.yml --\n{config}")
    indexed = {
        path
        for path in built.files
        if path.endswith(".html")
        and "noindex" not in document(built.text(path)).metas.get("robots", "")
    }
    files = [
        f"{path}index.html" if path.endswith("/") or not path else path
        for urls in sitemaps(built).values()
        for path in (unquote(url.removeprefix(ADDRESS)) for url in urls)
    ]
    assert sorted(files) == sorted(indexed), "and each of them once"
    assert any("/page/1/" in path for path in built.files)


def test_a_sitemap_holds_the_pieces_of_one_month_and_one_all_that_is_no_piece(town: Built) -> None:
    found = sitemaps(town)
    pages = found.pop("pages")
    assert list(found) == sorted(found)
    for month, urls in found.items():
        assert urls
        for url in urls:
            metas = document(town.text(unquote(url.removeprefix(ADDRESS)))).metas
            assert metas["article:published_time"].startswith(month)
    assert not [url for url in pages if re.search("/(reports|notices|lost)/[0-9]{4}/", url)]
    assert {ADDRESS, f"{ADDRESS}topics/", f"{ADDRESS}about/privacy/"} <= set(pages)


def test_a_further_piece_leaves_the_sitemaps_of_other_months_as_they_are(site: Site) -> None:
    december = (
        PHOTO.partition("\n![")[0].replace("2026-11-19", "2026-12-01").replace("/index.md", ".md")
    )
    before = site(TOWN, "2026-12-02 08:00").files
    after = site(f"{TOWN}{december}\n", "2026-12-02 08:00").files
    months = [path for path in before if path.startswith("sitemaps/2")]
    assert len(months) > 2
    assert {path for path in after if path.startswith("sitemaps/2")} - set(months) == {
        "sitemaps/2026-12.xml"
    }
    assert [path for path in months if before[path] != after[path]] == []


def test_an_index_changed_when_the_newest_of_its_pieces_did(town: Built) -> None:
    found = sitemaps(town)
    days = found["pages"]
    assert found["2026-11"][f"{ADDRESS}reports/2026/alley/"] == "2026-11-19T00:00:00+08:00"
    assert days[f"{ADDRESS}categories/culture/"] == "2026-11-18T00:00:00+08:00"
    assert days[f"{ADDRESS}places/wuhou/"] == "2026-11-19T00:00:00+08:00"
    assert days[f"{ADDRESS}announcements/2025/01/"] == "2025-01-15T00:00:00+08:00"
    assert days[f"{ADDRESS}about/privacy/"] is None


def test_the_sitemaps_are_the_same_bytes_on_another_day(site: Site) -> None:
    # Not a month later: a notice would have closed meanwhile, and its status have a new page.
    today, tomorrow = (
        {path: data for path, data in built.files.items() if path.startswith("sitemap")}
        for built in (site(TOWN), site(TOWN, "2026-11-26 08:00"))
    )
    assert len(today) > 3
    assert today == tomorrow


def test_robots_are_shown_the_sitemap(town: Built) -> None:
    assert town.text("robots.txt") == (
        "User-agent: *\nAllow: /\nSitemap: https://paper.example/sitemap.xml\n"
    )


def first_picture(built: Built, url: str) -> tuple[str, int, str]:
    """The first picture in a page's text, as a messenger finds it: its tag, width and address."""
    picture = re.findall(r"<img[^>]*>", built.main(url))[0]
    width, source = re.search(r' width="(\d+)"', picture), re.search(r' src="([^"]*)"', picture)
    assert width
    assert source
    return picture, int(width[1]), source[1]


@pytest.mark.parametrize(
    "url", ["reports/2026/bridge/", "notices/2026/N-2026-0002/", "lost/2026/L-2026-0001/"]
)
def test_a_piece_without_a_picture_brings_its_card_for_wechat(town: Built, url: str) -> None:
    picture, width, source = first_picture(town, url)
    assert width == 1200
    assert "/share." in source
    assert town.has(unquote(source.removeprefix("../../../")))
    assert picture.startswith('<img hidden loading="lazy"'), "no reader sees or fetches it"


def test_a_piece_with_a_picture_shows_wechat_that_one(market: Callable[[], Built]) -> None:
    picture, width, source = first_picture(market(), "reports/2026/market/")
    assert width >= 300
    assert "stall." in source
    assert "hidden" not in picture

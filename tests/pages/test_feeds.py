# SPDX-License-Identifier: MIT
"""Feeds, sitemap and structured data, read back by other people's parsers."""

from __future__ import annotations

import json
import re
from xml.etree import ElementTree

import feedparser
import pytest
from sites import Site

pytestmark = pytest.mark.site

PORTAL = """\
-- content/places.yml --
- {name: 新津区, slug: xinjin}
-- content/categories/news.md --
---
name: 社区治理
---
-- content/reports/2026/a.md --
---
title: Bridge & "river" reopens <soon>
date: 2026-11-20 09:30
category: news
places: [新津区]
bylines: [华西社区传媒记者 李玥林]
edition: {date: 2026-11-20, issue: 50, page: "01", page_name: 要闻}
corrections: [{date: 2026-11-22, kind: correction, text: 桥长三十米。}]
---
小桥通了。
-- content/reports/2026/b.md --
---
title: 撤下的稿
date: 2026-11-21
category: news
bylines: [本报记者 李玥林]
status: withdrawn
withdrawn: {date: 2026-11-22, reason: 失实。}
---
-- content/notices/2026/N-2026-0001.md --
---
id: N-2026-0001
code: 1003
title: 招募读书志愿者
date: 2026-11-10
places: [新津区]
issuer: {name: 新津区示例中心}
---
招募十名。
"""
ROOT = "https://paper.example/"


@pytest.mark.parametrize(
    ("path", "titles"),
    [
        ("feeds/atom.xml", ['Bridge & "river" reopens <soon>', "招募读书志愿者"]),
        ("feeds/rss.xml", ['Bridge & "river" reopens <soon>', "招募读书志愿者"]),
        ("feeds/categories/news/atom.xml", ['Bridge & "river" reopens <soon>']),
        ("feeds/places/xinjin/rss.xml", ['Bridge & "river" reopens <soon>', "招募读书志愿者"]),
        ("feeds/codes/1003/atom.xml", ["招募读书志愿者"]),
        ("feeds/announcements/atom.xml", ["招募读书志愿者"]),
        ("feeds/announcements/places/xinjin/atom.xml", ["招募读书志愿者"]),
    ],
)
def test_a_feed_holds_the_newest_of_its_index_and_nothing_withdrawn(
    site: Site, path: str, titles: list[str]
) -> None:
    built = site(PORTAL)
    ElementTree.fromstring(built.text(path))
    feed = feedparser.parse(built.text(path), sanitize_html=False)
    assert not feed.bozo
    # feedparser reads a title that is no markup as text with its entities.
    assert [
        entry.title.replace("&lt;", "<").replace("&gt;", ">") for entry in feed.entries
    ] == titles
    assert all(entry.link.startswith(ROOT) for entry in feed.entries)
    assert any(link.rel == "self" and link.href == ROOT + path for link in feed.feed.links)


def test_an_atom_entry_tells_beijing_time_and_its_last_change(site: Site) -> None:
    root = ElementTree.fromstring(site(PORTAL).text("feeds/atom.xml"))
    name = "{http://www.w3.org/2005/Atom}"
    entry = root.find(f"{name}entry")
    assert entry is not None
    assert entry.findtext(f"{name}published") == "2026-11-20T09:30:00+08:00"
    assert entry.findtext(f"{name}updated") == "2026-11-22T00:00:00+08:00"
    assert entry.findtext(f"{name}author/{name}name") == "李玥林"
    assert root.findtext(f"{name}updated") == "2026-11-22T00:00:00+08:00"


def test_a_feed_without_news_is_the_same_bytes_tomorrow(site: Site) -> None:
    today, tomorrow = site(PORTAL).files, site(PORTAL, "2026-11-26 12:00").files
    feeds = [path for path in today if path.startswith("feeds/")]
    assert len(feeds) == 12
    assert all(today[path] == tomorrow[path] for path in feeds)


def test_the_sitemap_tells_the_true_last_change(site: Site) -> None:
    built = site(PORTAL)
    name = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    pieces, others = (
        {
            url.findtext(f"{name}loc"): url.findtext(f"{name}lastmod")
            for url in ElementTree.fromstring(built.text(f"sitemaps/{month}.xml"))
        }
        for month in ("2026-11", "pages")
    )
    assert pieces == {
        f"{ROOT}reports/2026/a/": "2026-11-22T00:00:00+08:00",
        f"{ROOT}notices/2026/N-2026-0001/": "2026-11-10T00:00:00+08:00",
    }
    assert f"{ROOT}about/privacy/" in others
    assert f"{ROOT}404.html" not in others


def test_a_report_describes_itself_to_machines(site: Site) -> None:
    text = site(PORTAL).text("reports/2026/a/")
    match = re.search(r'<script type="application/ld\+json">(.*?)</script>', text)
    assert match
    data = json.loads(match[1])
    assert data["@type"] == "NewsArticle"
    assert data["headline"] == 'Bridge & "river" reopens <soon>'
    assert data["datePublished"] == "2026-11-20T09:30:00+08:00"
    assert data["dateModified"] == "2026-11-22T00:00:00+08:00"
    assert data["dateline"] == "新津区 11月20日"
    assert (data["printEdition"], data["printPage"], data["printSection"]) == ("50", "01", "要闻")
    assert data["author"] == [
        {
            "@type": "Person",
            "name": "李玥林",
            "url": f"{ROOT}people/%E6%9D%8E%E7%8E%A5%E6%9E%97/",
            "affiliation": {"@type": "Organization", "name": "华西社区传媒"},
        }
    ]
    assert data["correction"] == [
        {"@type": "CorrectionComment", "text": "桥长三十米。", "datePublished": "2026-11-22"}
    ]
    assert f'<link rel="canonical" href="{ROOT}reports/2026/a/">' in text
    assert (
        '<meta property="og:title" content="Bridge &amp; &#34;river&#34; reopens &lt;soon&gt;">'
        in text
    )


def test_a_feed_that_has_nothing_yet_is_the_same_bytes_tomorrow_too(site: Site) -> None:
    today, tomorrow = site("").files, site("", "2026-11-26 12:00").files
    feeds = [path for path in today if path.startswith("feeds/")]
    assert len(feeds) == 4
    assert all(today[path] == tomorrow[path] for path in feeds)


@pytest.mark.parametrize("path", ["feeds/atom.xml", "feeds/places/xinjin/atom.xml"])
def test_an_atom_feed_and_its_entries_have_each_an_id_of_their_own(site: Site, path: str) -> None:
    root = ElementTree.fromstring(site(PORTAL).text(path))
    ids = [one.text or "" for one in root.iter("{http://www.w3.org/2005/Atom}id")]
    assert len(ids) == len(set(ids)) == 3
    assert all(id.startswith(ROOT) for id in ids)


def test_an_rss_item_tells_beijing_time_and_its_lasting_address(site: Site) -> None:
    channel = ElementTree.fromstring(site(PORTAL).text("feeds/rss.xml")).find("channel")
    assert channel is not None
    item = channel.find("item")
    assert item is not None
    assert item.findtext("pubDate") == "Fri, 20 Nov 2026 09:30:00 +0800"
    assert item.findtext("guid") == item.findtext("link") == f"{ROOT}reports/2026/a/"
    assert channel.findtext("lastBuildDate") == "Sun, 22 Nov 2026 00:00:00 +0800"
    assert channel.findtext("language") == "zh-cn"


def test_every_page_tells_of_the_feeds_of_the_portal_and_an_index_of_its_own(site: Site) -> None:
    built = site(PORTAL)
    link = (
        r'<link rel="alternate" type="application/(?:atom|rss)\+xml" title="[^"]+" href="([^"]+)">'
    )
    assert re.findall(link, built.text("reports/2026/a/")) == [
        "../../../feeds/atom.xml",
        "../../../feeds/rss.xml",
    ]
    assert "../../feeds/categories/news/atom.xml" in re.findall(
        link, built.text("categories/news/")
    )
    assert "../../feeds/places/xinjin/rss.xml" in re.findall(link, built.text("places/xinjin/"))
    code = built.text("announcements/code/1003/")
    assert "../../../feeds/codes/1003/atom.xml" in re.findall(link, code)


def test_a_place_or_a_type_has_a_feed_while_a_notice_of_it_stands(site: Site) -> None:
    gone = "status: withdrawn\nwithdrawn: {date: 2026-11-12, reason: 取消。}\n"
    built = site(
        PORTAL.replace("issuer: {name: 新津区示例中心}\n", f"issuer: {{name: 甲}}\n{gone}")
    )
    assert not built.has("feeds/codes/1003/atom.xml")
    assert not built.has("feeds/announcements/places/xinjin/atom.xml")
    for page in ("code/1003", "place/xinjin"):
        assert "feeds/" not in built.main(f"announcements/{page}/")
        assert "feeds/codes" not in built.text(f"announcements/{page}/")
    standing = site(PORTAL).main("announcements/place/xinjin/")
    assert 'href="../../../feeds/announcements/places/xinjin/rss.xml"' in standing

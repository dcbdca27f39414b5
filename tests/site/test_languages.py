# SPDX-License-Identifier: MIT
"""The interface is whole in each language; the paper's own texts are not the interface."""

from __future__ import annotations

import re

import pytest
from crawl import document
from sites import CONFIG, Site

from linli.language.interface import WORDS

pytestmark = pytest.mark.site

HAN = re.compile(r"[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]")

ENGLISH = """\
-- mkdocs.yml --
site_name: The Neighbours
site_url: https://paper.example/
docs_dir: content
theme: {name: material, custom_dir: OVERRIDES, language: en, font: false}
nav: [{Front page: index.md}, {News: reports/index.md}]
plugins: [linli/articles: {page_size: 1, tagline: A paper, sponsor: A, publisher: B, serial: C},
  linli/categories, linli/photos, linli/announcements, linli/feeds]
-- content/index.md --
---
title: Front page
---
-- content/about/corrections.md --
---
title: Corrections
---
We mend what is wrong.
-- content/about/privacy.md --
---
title: Privacy
---
None is kept.
-- content/about/contact.md --
---
title: Contact
---
Write to us.
-- content/about/newsroom.md --
---
title: Newsroom
---
In the street.
-- content/about/reposting.md --
---
title: Reposting
---
Name us.
-- content/places.yml --
- name: North
  slug: north
  children:
    - name: Hill
      slug: hill
      children: [{name: Top, slug: top}]
-- content/categories/news.md --
---
name: News
---
-- content/reports/2026/a.md --
---
title: The bridge is open
date: 2026-11-20
category: news
topics: [bridges]
places: [North/Hill/Top]
bylines: [{name: Ann Lee, role: reporter}, {name: Bo Wu, role: photographer}]
edition: {date: 2026-11-21, issue: "9", page: "01", page_name: Home}
corrections: [{date: 2026-11-22, kind: update, text: It opened at eight.}]
updated: 2026-11-22
ai: assisted
series: Bridges
---
The bridge is open.
-- content/reports/2026/b.md --
---
title: The lamp is lit
date: 2026-11-19
category: news
places: [North]
bylines: [{name: Ann Lee, role: correspondent}]
origin: repost
source: The Other Paper
original_title: A lamp
original_url: https://other.example/lamp
editor: Ann Lee
---
The lamp is lit.
-- content/reports/2026/c.md --
---
title: Not so
date: 2026-11-18
category: news
bylines: [{name: Ann Lee, role: reporter}]
status: withdrawn
withdrawn: {date: 2026-11-19, reason: It was not so.}
---
Not so.
-- content/notices/2026/N-2026-0001.md --
---
id: N-2026-0001
code: 3001
title: Capital reduction
date: 2026-11-01
places: [North]
issuer: {name: Example Ltd, department: Office}
contacts: [{desk: Front desk}]
insertions: [{date: 2026-11-02}]
---
Creditors may come forward.
-- content/notices/2026/N-2026-0002.md --
---
id: N-2026-0002
code: 1003
title: Readers wanted
date: 2026-11-02
places: [North]
issuer: {name: Example Ltd}
deadline: 2026-11-27
---
Readers wanted.
-- content/lost/2026/L-2026-0001.md --
---
id: L-2026-0001
code: 4201
title: A key
date: 2026-01-15
places: [North]
holder: {type: organisation, name: Market office}
item: A key
lost_on: 2026-01-14
lost_where: At the market
---
A key was found.
"""


def test_an_english_site_has_no_chinese_word_on_any_page(site: Site) -> None:
    built = site(ENGLISH)
    pages = {path: data.decode() for path, data in built.files.items() if path.endswith(".html")}
    assert len(pages) > 40
    assert {path: found for path, page in pages.items() if (found := HAN.findall(page))} == {}


def test_an_english_site_has_no_chinese_word_in_a_feed_or_a_sitemap(site: Site) -> None:
    built = site(ENGLISH)
    feeds = {path: data.decode() for path, data in built.files.items() if path.endswith(".xml")}
    assert len(feeds) > 10
    assert [path for path, feed in feeds.items() if HAN.search(feed)] == []
    assert "sitemaps/2026-11.xml" in feeds
    assert 'xml:lang="en"' in feeds["feeds/atom.xml"]
    assert "<language>en</language>" in feeds["feeds/rss.xml"]


def test_every_page_names_its_language(site: Site) -> None:
    built = site(ENGLISH)
    pages = [path for path in built.files if path.endswith(".html")]
    assert [path for path in pages if '<html lang="en">' not in built.text(path)] == []


@pytest.mark.parametrize("tag", ["zh", "zh-CN", "zh_Hans", "zh-SG"])
def test_every_name_of_simplified_chinese_is_understood(site: Site, tag: str) -> None:
    config = CONFIG.replace("language: zh", f"language: {tag}")
    page = site(f"-- mkdocs.yml --\n{config}").text("404.html")
    assert '<html lang="zh-Hans">' in page
    assert "没有这一页" in page


@pytest.mark.parametrize("tag", ["en", "en-GB", "en_US"])
def test_every_name_of_english_is_understood(site: Site, tag: str) -> None:
    config = CONFIG.replace("language: zh", f"language: {tag}")
    page = site(f"-- mkdocs.yml --\n{config}").text("404.html")
    assert '<html lang="en">' in page
    assert "There is no such page" in document(page).text


def test_editors_may_be_spoken_to_in_another_language_than_readers(site: Site) -> None:
    config = CONFIG.replace("- linli/articles", "- linli/articles: {language: en}")
    built = site(f"-- mkdocs.yml --\n{config}")
    assert "没有这一页" in built.text("404.html")
    said = [record.getMessage() for record in built.records]
    assert any("Files scanned: 6, texts parsed: 6;" in line for line in said)


def test_the_two_languages_say_different_things() -> None:
    same = {key for key, text in WORDS.items() if text.zh == text.en}
    assert same <= {"role.author"}

# SPDX-License-Identifier: MIT
"""A headline may hold any sign; none of them is ever read as markup."""

from __future__ import annotations

import json
import re
from xml.etree import ElementTree

import pytest
from crawl import Walk, document, parse_errors
from sites import Site
from town import ADDRESS

pytestmark = pytest.mark.site

HEADLINE = """Bridge & "river" reopens <soon>"""
WORSE = """</script><script>alert('x')</script> ]]> {{ 7*7 }}"""

AWKWARD = """\
-- content/places.yml --
- {name: A & B <区>, slug: ab}
-- content/categories/news.md --
---
name: News & "views" <all>
---
-- content/reports/2026/a.md --
---
title: 'HEADLINE'
kicker: 'HEADLINE'
subtitle: 'HEADLINE'
summary: 'HEADLINE'
date: 2026-11-20
category: news
topics: ['TOPIC']
series: 'SERIES'
places: [A & B <区>]
bylines: [{name: 'Ann "X" <Lee> & Co', role: reporter, affiliation: 'A & <B>'}]
edition: {date: 2026-11-20, issue: '<9>', page: '01', page_name: 'A & <B>'}
aliases: [old/page/]
corrections: [{date: 2026-11-21, kind: correction, text: 'HEADLINE'}]
---
The bridge reopens.
-- content/notices/2026/N-2026-0001.md --
---
id: N-2026-0001
code: 1003
title: 'HEADLINE'
date: 2026-11-20
places: [A & B <区>]
issuer: {name: 'A & <B>', department: 'A & <B>'}
deadline: 2026-12-20
contacts: [{desk: 'A & <B>'}]
---
Readers wanted.
"""


@pytest.fixture(params=[HEADLINE, WORSE], ids=["awkward", "hostile"])
def headline(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def with_headline(headline: str) -> str:
    text = AWKWARD
    # A topic and a series may be no longer than this.
    for name, most in (("HEADLINE", 60), ("TOPIC", 28), ("SERIES", 38)):
        text = text.replace(name, headline[:most].replace("'", "''"))
    return text


def test_every_page_shows_the_headline_and_is_still_html(site: Site, headline: str) -> None:
    built = site(with_headline(headline))
    pages = {path: built.text(path) for path in built.files if path.endswith(".html")}
    assert {path: found for path, page in pages.items() if (found := parse_errors(page))} == {}
    for path in ("", "reports/2026/a/", "notices/2026/N-2026-0001/", "reports/", "old/page/"):
        assert headline in document(built.text(path)).text, path
    assert [path for path, page in pages.items() if "<soon>" in page or "alert('x')<" in page] == []
    assert Walk(built.site, ADDRESS).faults() == []


def test_no_page_holds_an_element_that_no_template_wrote(site: Site, headline: str) -> None:
    built = site(with_headline(headline))
    elements = set()
    for path in built.files:
        if path.endswith(".html"):
            elements |= set(re.findall(r"<([a-z0-9]+)", built.text(path)))
    assert not elements & {"soon", "lee", "b", "all"}
    ours = re.compile(
        r' type="application/ld\+json"| data-elder="[^"]*/elder\.\w+\.css"'
        r'| type="module"(?: fetchpriority="low")? src="[^"]*/?assets/\w+\.\w+\.js"'
    )
    scripts = {
        (path, script)
        for path in built.files
        if path.endswith(".html")
        for script in re.findall(r"<script([^>]*)>", built.text(path))
        if not ours.fullmatch(script)
    }
    assert scripts == set()


def test_the_structured_data_holds_the_headline_as_it_is(site: Site, headline: str) -> None:
    page = site(with_headline(headline)).text("reports/2026/a/")
    script = re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    assert script
    data = json.loads(script[1])
    assert data["headline"] == headline
    assert data["author"][0]["name"] == 'Ann "X" <Lee> & Co'
    assert "<" not in script[1]


def test_the_share_card_holds_the_headline_as_it_is(site: Site, headline: str) -> None:
    metas = document(site(with_headline(headline)).text("reports/2026/a/")).metas
    assert metas["og:title"] == headline
    assert metas["og:description"] == headline
    assert metas["description"] == headline


def test_feeds_hold_the_headline_as_it_is(site: Site, headline: str) -> None:
    built = site(with_headline(headline))
    atom = ElementTree.fromstring(built.text("feeds/atom.xml"))
    name = "{http://www.w3.org/2005/Atom}"
    assert [one.text for one in atom.iterfind(f"{name}entry/{name}title")] == [headline] * 2
    rss = ElementTree.fromstring(built.text("feeds/rss.xml"))
    assert [one.text for one in rss.iterfind("channel/item/title")] == [headline] * 2


def test_every_sitemap_is_xml_whatever_a_topic_is_called(site: Site, headline: str) -> None:
    built = site(with_headline(headline))
    sitemaps = locations(built.text("sitemap.xml"))
    assert sitemaps == [f"{ADDRESS}sitemaps/2026-11.xml", f"{ADDRESS}sitemaps/pages.xml"]
    urls = [
        url for sitemap in sitemaps for url in locations(built.text(sitemap.removeprefix(ADDRESS)))
    ]
    assert f"{ADDRESS}reports/2026/a/" in urls
    assert any("/topics/" in url for url in urls)
    assert [url for url in urls if not url.isascii() or set(url) & set(" <>\"'")] == []


def locations(sitemap: str) -> list[str]:
    return [entry[0].text or "" for entry in ElementTree.fromstring(sitemap)]

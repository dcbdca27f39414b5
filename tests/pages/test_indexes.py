# SPDX-License-Identifier: MIT
"""Indexes: a piece is in every one it belongs to, and in no other."""

from __future__ import annotations

import re

import pytest
from sites import CONFIG, Built, Site

pytestmark = pytest.mark.site

PLACES = """\
-- content/places.yml --
- name: 新津区
  slug: xinjin
  children:
    - name: 五津街道
      slug: wujin
      children:
        - {name: 古家社区, slug: gujia}
        - {name: 岷江社区, slug: minjiang}
- {name: 武侯区, slug: wuhou}
"""
CATEGORIES = """\
-- content/categories/news.md --
---
name: 社区治理
order: 1
---
社区里的事。
-- content/categories/youth.md --
---
name: 少儿成长
order: 2
---
-- content/categories/empty.md --
---
name: 空栏目
---
"""


def report(slug: str, title: str, date: str, more: str) -> str:
    year = date[:4]
    return (
        f"-- content/reports/{year}/{slug}.md --\n---\ntitle: {title}\ndate: {date}\n"
        f"bylines: [本报记者 李玥林]\n{more}---\n{title}，街坊都说好。\n"
    )


PORTAL = (
    PLACES
    + CATEGORIES
    + report("a", "甲事", "2026-11-01", "category: news\nplaces: [古家社区]\ntopics: [C, 〇]\n")
    + report("b", "乙事", "2026-11-02", "category: 少儿成长\nplaces: [五津街道]\ntopics: [C++]\n")
    + report("c", "丙事", "2026-11-03", "category: news\nplaces: [武侯区]\ntopics: ['C#', c]\n")
    + report("d", "丁事", "2026-11-03", "category: news\nedition: {date: 2026-11-03, page: '01'}\n")
)


def listed(built: Built, path: str) -> list[str]:
    """The headlines of an index, in their order."""
    return re.findall(r'nr-item__headline"><a [^>]*>(..)</a>', built.main(path))


@pytest.mark.parametrize(
    ("path", "headlines"),
    [
        ("reports/", ["丙事", "丁事", "乙事", "甲事"]),
        ("categories/news/", ["丙事", "丁事", "甲事"]),
        ("categories/youth/", ["乙事"]),
        ("topics/c/", ["丙事", "甲事"]),
        ("topics/c++/", ["乙事"]),
        ("topics/c#/", ["丙事"]),
        ("topics/〇/", ["甲事"]),
        ("places/xinjin/", ["乙事", "甲事"]),
        ("places/xinjin/wujin/", ["乙事", "甲事"]),
        ("places/xinjin/wujin/gujia/", ["甲事"]),
        ("places/wuhou/", ["丙事"]),
        ("people/李玥林/", ["丙事", "丁事", "乙事", "甲事"]),
        ("editions/2026-11-03/", ["丁事"]),
        ("editions/2026-11-03/01/", ["丁事"]),
    ],
)
def test_a_piece_is_in_every_index_it_belongs_to_and_in_no_other(
    site: Site, path: str, headlines: list[str]
) -> None:
    assert listed(site(PORTAL), path) == headlines


def test_an_empty_index_is_not_made(site: Site) -> None:
    built = site(PORTAL)
    assert not built.has("categories/empty/")
    assert not built.has("places/xinjin/wujin/minjiang/")
    assert not site("").has("topics/")


PAIRS = "-- mkdocs.yml --\n" + CONFIG.replace(
    "- linli/articles", "- linli/articles: {page_size: 2}"
)
MORE = [
    report(slug, title, f"2026-11-0{day}", "category: news\n")
    for slug, title, day in (("e", "戊事", 4), ("f", "己事", 5))
]


def test_a_long_index_is_cut_into_pages_numbered_from_the_oldest(site: Site) -> None:
    built = site(PORTAL + MORE[0] + PAIRS)
    assert listed(built, "reports/") == ["戊事", "丙事", "丁事"]
    assert listed(built, "reports/page/1/") == ["乙事", "甲事"]
    assert not built.has("reports/page/0/")
    assert not built.has("reports/page/2/")
    assert 'content="noindex, follow"' in built.text("reports/page/1/")
    assert "noindex" not in built.text("reports/")
    assert '<a href="../reports/page/1/"' in built.main("reports/")
    assert '<a href="../../../reports/"' in built.main("reports/page/1/")


def test_a_further_piece_changes_no_numbered_page(site: Site) -> None:
    before, after = site(PORTAL + PAIRS), site(PORTAL + MORE[0] + PAIRS)
    numbered = [path for path in before.files if "/page/" in path]
    assert "reports/page/1/index.html" in numbered
    assert [path for path in numbered if before.files[path] != after.files[path]] == []
    grown = site(PORTAL + "".join(MORE) + PAIRS)
    assert listed(grown, "reports/page/1/") == listed(after, "reports/page/1/")
    assert listed(grown, "reports/page/2/") == ["丙事", "丁事"]


def test_the_total_stands_on_the_index_and_the_number_on_a_numbered_page(site: Site) -> None:
    built = site(PORTAL + PAIRS)
    first = re.compile(r'<p class="nr-meta">(.*?)</p>')
    assert first.findall(built.main("reports/"))[0] == "共4篇"
    assert first.findall(built.main("reports/page/1/"))[0] == "第1页，从最早的一页数起"


def test_the_newest_lead_leads_and_the_featured_follow(site: Site) -> None:
    built = site(
        PLACES
        + CATEGORIES
        + report("a", "旧头条", "2026-11-20", "category: news\nprominence: lead\n")
        + report("b", "新头条", "2026-11-22", "category: news\nprominence: lead\n")
        + report("c", "新消息", "2026-11-24", "category: news\n")
        + report("d", "重点一", "2026-11-13", "category: news\nprominence: featured\n")
        + report("e", "重点二", "2026-11-12", "category: news\nprominence: 重点\nweight: 5\n")
    )
    order = re.findall(r"<a [^>]*>((?:旧头|新头|新消|重点).)</a>", built.main(""))
    assert order[:5] == ["新头条", "旧头条", "重点二", "重点一", "新消息"]

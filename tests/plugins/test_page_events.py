# SPDX-License-Identifier: MIT
"""Plugins that the world has written for MkDocs' pages do for articles what they do for pages."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from crawl import Walk
from PIL import Image
from sites import CONFIG, Site, write_site
from town import TOWN

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from linli.plugins.page_events import PageEvents

STYLES = {"directory URLs": "", "file URLs": "use_directory_urls: false\n"}

SCHOOL = """\
-- content/reports/2026/school/index.md --
---
title: 夜校开课
date: 2026-11-22
category: culture
bylines: [本报记者 李玥林]
---
夜校昨天开课，灯![一盏灯](lamp.png)亮了，见[小桥](../bridge.md)。

![教室里的人](lamp.png "夜校第一课。"){ credit="李玥林 摄" }
"""


def with_plugin(name: str) -> str:
    return CONFIG.replace("plugins:\n", f"plugins:\n  - {name}\n")


# Whole sites


@pytest.mark.site
@pytest.mark.parametrize("style", STYLES)
def test_glightbox_opens_an_article_s_pictures(site: Site, tmp_path: Path, style: str) -> None:
    picture = tmp_path / "site0/content/reports/2026/school/lamp.png"
    picture.parent.mkdir(parents=True)
    Image.new("RGB", (640, 480), "orange").save(picture)
    built = site(f"{TOWN}{SCHOOL}-- mkdocs.yml --\n{with_plugin('glightbox')}{STYLES[style]}")
    page = built.text("reports/2026/school/index.html")
    folder = built.site / "reports/2026/school"
    anchor = re.search(r'<a class="glightbox"[^>]* href="([^"]+)"[^>]*><img ([^>]+)>', page)
    assert anchor, page
    assert f'src="{anchor[1]}"' in anchor[2]
    assert 'alt="一盏灯"' in anchor[2]
    # What leads to its picture already is left as it is.
    assert page.count('class="glightbox"') == page.count('class="nr-enlarge"') == 1
    assert (folder / anchor[1]).is_file()
    for asset in ("stylesheets/glightbox.min.css", "javascripts/glightbox.min.js"):
        assert f'"../../../assets/{asset}"' in page
        assert built.has(f"assets/{asset}")
    bridge = "../bridge/" if style == "directory URLs" else "../bridge.html"
    assert any((folder / url).resolve() == (folder / bridge).resolve() for url in _links(page))
    assert page.count("<html") == page.count("<body") == 1
    assert "\ue000" not in page


def _links(page: str) -> list[str]:
    return re.findall(r'<a href="([^"#:]+)"', page)


@pytest.mark.site
def test_macros_are_expanded_in_an_article(site: Site) -> None:
    built = site(
        f"""{TOWN}-- mkdocs.yml --
{with_plugin("macros")}extra: {{lamps: 十盏}}
-- content/reports/2026/lamps.md --
---
title: 路灯
date: 2026-11-22
category: news
bylines: [本报记者 沈悦]
---
装了{{{{ lamps }}}}灯，题为《{{{{ title }}}}》。
"""
    )
    assert "装了十盏灯，题为《路灯》。" in built.main("reports/2026/lamps/")
    assert "装了十盏灯" in built.text("categories/news/"), "a list says what the article says"


@pytest.mark.site
@pytest.mark.parametrize("style", STYLES)
def test_a_version_of_an_announcement_leads_where_its_own_page_lies(site: Site, style: str) -> None:
    text = TOWN.replace("请到居委会报名。", "见[小桥](../../reports/2026/bridge.md)，{{ lamps }}。")
    config = with_plugin("macros").replace("  - macros\n", "  - macros\n  - glightbox\n")
    built = site(f"{text}-- mkdocs.yml --\n{config}extra: {{lamps: 十盏}}\n{STYLES[style]}")
    assert Walk(built.site, "https://paper.example/").faults() == []
    folder = style == "directory URLs"
    page = built.text(f"notices/2026/N-2026-0002/v1{'/' if folder else '.html'}")
    assert "十盏" in page
    assert "glightbox" not in page


HOOKS = """\
import logging

seen = []

def on_page_markdown(markdown, page, config, files):
    return markdown.replace("走得稳当", f"走得稳当（{page.meta.get('category')}）")

def on_page_content(html, page, config, files):
    assert "\\ue000" not in html
    return html.replace("</h2>", f"：{page.file.src_uri}</h2>")

def on_page_context(context, page, config, nav):
    seen.append((page.title, context["page"] is page, len(nav.items)))
    context["page"] = None

def on_post_page(output, page, config):
    return output.replace("</body>", f"<!-- {page.url} {seen[-1]} --></body>")
"""


@pytest.mark.site
@pytest.mark.parametrize("style", STYLES)
def test_a_hook_sees_an_article_as_a_page_of_mkdocs(site: Site, style: str) -> None:
    config = f"{CONFIG}hooks: [hooks.py]\n{STYLES[style]}"
    built = site(f"{TOWN}-- mkdocs.yml --\n{config}-- hooks.py --\n{HOOKS}")
    url = "reports/2026/bridge.html" if STYLES[style] else "reports/2026/bridge/"
    page = built.text(url)
    assert "走得稳当（news）" in page
    assert "桥的来历：reports/2026/bridge.md</h2>" in page
    assert f"<!-- {url} ('小桥修好了', True, 2) --></body>" in page


# The calls by themselves


def events_of(root: Path, hooks: str, more: str = "") -> PageEvents | None:
    from linli.plugins.page_events import PageEvents

    return PageEvents.of(_config(root, hooks, more))


def _config(root: Path, hooks: str, more: str) -> MkDocsConfig:
    from mkdocs.config import load_config

    config = f"{CONFIG}{more}" + ("hooks: [hooks.py]\n" if hooks else "")
    write_site(root, f"{TOWN}-- mkdocs.yml --\n{config}-- hooks.py --\n{hooks}")
    return load_config(str(root / "mkdocs.yml"))


@pytest.mark.parametrize("hooks", ["", "def on_post_build(config): pass\n"])
def test_a_site_without_such_plugins_has_no_page_events(tmp_path: Path, hooks: str) -> None:
    assert events_of(tmp_path, hooks) is None


@pytest.mark.parametrize(
    ("style", "way"), [("directory URLs", "../../../"), ("file URLs", "../../")]
)
def test_urls_lead_from_the_article_s_page_and_a_document_becomes_a_fragment(
    tmp_path: Path, style: str, way: str
) -> None:
    hooks = (
        "def on_page_content(html, page, config, files):\n"
        "    return f'<html><head></head><body>{html}</body></html>'\n"
    )
    events = events_of(tmp_path, hooks, STYLES[style])
    assert events is not None
    html = '<p><a href="\ue000/">一</a><img srcset="\ue000/a.jpg 1w, \ue000/b.jpg 2w"></p>'
    assert events.content("reports/2026/bridge.md", html) == html.replace("\ue000/", way)


def test_what_a_handler_does_not_answer_stays(tmp_path: Path) -> None:
    events = events_of(tmp_path, "def on_page_markdown(markdown, page, config, files): pass\n")
    assert events is not None
    path = "reports/2026/bridge.md"
    assert events.markdown(path, "一") == "一"
    assert events.content(path, "<p>一</p>") == "<p>一</p>"
    assert events.page(path, "<html></html>") == "<html></html>"

# SPDX-License-Identifier: MIT
"""Pages that MkDocs sets: policies and the handbook, with their links, pictures and files."""

from __future__ import annotations

import io
import posixpath
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from crawl import Walk, document
from PIL import Image
from sites import CONFIG, Built, Site, write_site
from town import ADDRESS, TOWN

pytestmark = pytest.mark.site

EXTRA = """\
-- content/about/extra.md --
---
title: 附页
summary: 这里有路。
---
## 去处

[桥](../reports/2026/bridge.md)
[来历](../reports/2026/bridge.md#桥的来历)
[执照](../lost/2026/L-2026-0001.md)
[公告](../announcements/index.md)
[地点](../places/index.md)
[话题](../topics/index.md)
[人](../people/index.md)
[李玥林](../people/liyuelin.md)
[数字报](../editions/index.md)
[新闻](../reports/index.md)
[文化](../categories/culture.md)
[更正](../corrections/index.md)
[首页](../index.md)
[隐私](privacy.md)
[去处](#去处)
[表](form.txt)

![编辑部的门](door.jpg)
-- content/about/form.txt --
一张表。
"""

Snapshot = Callable[[str], Path]


def test_an_about_page_links_to_pieces_and_indexes(site: Site, snapshot: Snapshot) -> None:
    snapshot("content/about/door.jpg")
    built = site(TOWN + EXTRA)
    main = document(built.main("about/extra/"))
    hrefs = {text: href for href, text, _ in main.anchors}
    assert {name: hrefs[name] for name in ("桥", "来历", "执照", "公告", "人", "首页")} == {
        "桥": "../../reports/2026/bridge/",
        "来历": "../../reports/2026/bridge/#桥的来历",
        "执照": "../../lost/2026/L-2026-0001/",
        "公告": "../../announcements/",
        "人": "../../people/",
        "首页": "../..",
    }
    assert Walk(built.site, ADDRESS).faults() == []


@pytest.mark.parametrize("directory_urls", [True, False])
def test_an_about_page_shows_a_clean_rendition_and_not_the_original(
    site: Site, snapshot: Snapshot, directory_urls: bool
) -> None:
    original = snapshot("content/about/door.jpg").read_bytes()
    config = f"{CONFIG}use_directory_urls: {str(directory_urls).lower()}\n"
    built = site(f"{TOWN}{EXTRA}-- mkdocs.yml --\n{config}")
    page = built.text("about/extra/" if directory_urls else "about/extra.html")
    source = re.search(r'<img[^>]* src="([^"]+)"', page.partition("<main")[2])
    assert source
    folder = "about/extra" if directory_urls else "about"
    assert posixpath.normpath(posixpath.join(folder, source[1])) in built.files
    # Several widths and formats, each of which is there, and room kept for them.
    main = page.partition("<main")[2]
    offers = re.findall(r'([^"\s,]+) \d+w', main)
    assert {posixpath.splitext(offer)[1] for offer in offers} == {".avif", ".webp"}
    assert all(posixpath.normpath(posixpath.join(folder, one)) in built.files for one in offers)
    assert re.search(r'<img[^>]* width="640"', main)
    assert re.search(r'<img[^>]* height="480"', main)
    assert not built.has("about/door.jpg")
    assert original not in built.files.values()


def test_no_picture_of_the_site_tells_where_and_with_what_it_was_taken(
    site: Site, snapshot: Snapshot
) -> None:
    snapshot("content/about/door.jpg")
    snapshot("content/reports/2026/market/stall.jpg")
    piece = """\
-- content/reports/2026/market/index.md --
---
title: 菜市开了
date: 2026-11-19
category: news
bylines: [本报记者 李玥林]
---
菜市昨天开了门，街坊都去看。

![菜摊前的人](stall.jpg "菜市第一天。"){ credit="李玥林 摄" }
"""
    files = site(TOWN + EXTRA + piece).files
    pictures = [data for path, data in files.items() if path.endswith((".jpg", ".webp", ".avif"))]
    assert len(pictures) >= 2
    for data in pictures:
        assert b"SECRETMAKER" not in data
        assert b"SERIAL4711" not in data
        with Image.open(io.BytesIO(data)) as image:
            exif = image.getexif()
            assert not exif.get_ifd(0x8825)
            assert 0x010F not in exif


def test_an_attachment_is_copied_as_it_is(site: Site, snapshot: Snapshot) -> None:
    snapshot("content/about/door.jpg")
    built = site(
        TOWN + EXTRA + "-- content/reports/2026/files/plan.csv --\na,b\n1,2\n"
        "-- content/reports/2026/files/index.md --\n---\ntitle: 账目公开\ndate: 2026-11-19\n"
        "category: news\nbylines: [本报记者 李玥林]\n---\n账目在[这里](plan.csv)，请看。\n"
    )
    assert built.text("about/form.txt") == "一张表。\n"
    assert built.text("reports/2026/files/plan.csv") == "a,b\n1,2\n"
    assert 'href="../../../reports/2026/files/plan.csv"' in built.main("reports/2026/files/")


def test_nothing_of_the_theme_below_ours_is_in_the_output(town: Built) -> None:
    files = town.files
    assets = [path for path in files if path.startswith("assets/")]
    # One sheet of all, those of one page or view, scripts, the icon as drawn; then share card, icons.
    look = Path(__file__).parents[2] / "overrides"
    sheets = [
        file for room in ("pages", "views") for file in (look / "stylesheets" / room).iterdir()
    ]
    scripts = [*(look / "scripts").glob("*.js"), *(look / "scripts" / "pages").glob("*.js")]
    assert len([path for path in assets if not path.endswith(".png")]) == (
        1 + len(sheets) + len(scripts) + 1
    )
    assert len([path for path in assets if path.endswith(".png")]) == 4
    assert [path for path in files if "material" in path or "search_index" in path] == []
    texts = [data for path, data in files.items() if path.endswith((".html", ".css", ".js"))]
    assert not [text for text in texts if b"fonts.g" in text or b"mkdocs" in text.lower()]


def test_the_gazetteer_and_sources_are_not_published(town: Built) -> None:
    files = town.files
    assert [path for path in files if path.endswith((".yml", ".md"))] == []


def test_an_about_page_stands_in_the_frame_and_in_the_foot_of_every_page(town: Built) -> None:
    page = document(town.text("about/privacy/"))
    assert page.metas["og:title"] == "隐私"
    assert "本站不设缓存标识。" in page.text
    assert 'aria-current="page">隐私</a>' in town.text("about/privacy/")
    assert 'href="../../../about/privacy/">隐私</a>' in town.text("reports/2026/bridge/")


def test_an_old_url_leads_to_where_the_piece_lies_now(town: Built) -> None:
    page = town.text("old/bridge/")
    assert '<meta http-equiv="refresh" content="0; url=../../reports/2026/bridge/">' in page
    assert '<link rel="canonical" href="https://paper.example/reports/2026/bridge/">' in page
    assert document(page).metas["robots"] == "noindex"


def test_old_urls_in_each_spelling_lead_on(site: Site) -> None:
    spelt = TOWN.replace("aliases: [old/bridge/]", "aliases: [/a/b, 旧桥.html, c/]")
    built = site(spelt)
    assert built.has("a/b/")
    assert built.has("旧桥.html")
    assert built.has("c/")
    assert Walk(built.site, ADDRESS).faults() == []


STALL = """\
-- content/reports/2026/market/index.md --
---
title: 菜市开了
date: 2026-11-19
category: news
bylines: [本报记者 李玥林]
---
菜市昨天开了门，街坊都去看。

![菜摊前的人](stall.jpg "菜市第一天。"){ credit="李玥林 摄" }
-- content/about/extra.md --
---
title: 附页
---
![菜摊](../reports/2026/market/stall.jpg)
"""


def test_an_about_page_may_show_a_picture_of_a_report(site: Site, snapshot: Snapshot) -> None:
    snapshot("content/reports/2026/market/stall.jpg")
    built = site(TOWN + STALL)
    assert "stall." in built.main("about/extra/")
    assert Walk(built.site, ADDRESS).faults() == []


def test_an_about_page_cannot_show_a_picture_that_no_reader_is_shown(
    site: Site, snapshot: Snapshot
) -> None:
    snapshot("content/reports/2026/market/stall.jpg")
    draft = STALL.replace("title: 菜市开了\n", "title: 菜市开了\nstatus: draft\n")
    built = site(TOWN + draft, strict=False, expect_warnings=True)
    assert any("stall.jpg" in warning for warning in built.warnings)
    assert not [path for path in built.files if "stall" in path]


def test_a_preview_is_built_where_the_server_looks_for_it(tmp_path: Path) -> None:
    from mkdocs.commands.build import build
    from mkdocs.config import load_config
    from mkdocs.livereload import LiveReloadServer

    root = write_site(tmp_path / "checkout", TOWN)
    preview = str(tmp_path / "preview")
    config = load_config(str(root / "mkdocs.yml"), site_dir=preview)
    config.plugins.on_startup(command="serve", dirty=False)
    build(config)
    with LiveReloadServer(lambda: None, "127.0.0.1", 0, preview) as server:
        config.plugins.on_serve(server, config=config, builder=lambda: None)
        looked_in = Path(server.root)
        missing = server.error_handler(404)
    assert looked_in == root / ".cache/linli/serve/site"
    assert (looked_in / "about/privacy/index.html").is_file()
    assert (looked_in / "reports/2025/library/index.html").is_file()
    assert missing == (looked_in / "404.html").read_bytes()
    assert not (root / "site").exists()
    assert [path.name for path in root.glob(".*")] == [".cache"]

# SPDX-License-Identifier: MIT
"""Photos by month and by photographer, and a piece of many photos."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from edits import picture
from sites import CONFIG, Built, Site

pytestmark = pytest.mark.site

STORY = """\
-- content/categories/news.md --
---
name: 新闻
---
-- content/people/wang.md --
---
name: 王小明
---
拍街坊的人。
-- content/reports/2026/story/index.md --
---
title: 一条街 一个早晨
date: 2026-07-03
category: news
bylines: [本报记者 沈悦 摄影报道, 通讯员 王小明]
photos:
  dawn.jpg: {creator: Ann Lee}
---
天亮了。

![天亮](dawn.jpg "天刚亮，“第一担”菜 <来了>。"){ credit="Bridge & Co" }

![豆腐](tofu.jpg "豆腐。")
![辣椒](chilli.jpg "辣椒。"){ credit="王小明 摄" }
![鱼](fish.jpg "鱼。"){ credit="沈悦 摄、王小明 摄" }

散了。

![](line.jpg){ alt="" }

看![钥匙](key.jpg)这个。
-- content/reports/2026/one.md --
---
title: 井修好了
date: 2026-07-01 08:00
category: news
bylines: [本报记者 沈悦]
credits: [新津区委社治委供图]
keywords: [示例]
---
![井](well.jpg "井。")
-- content/reports/2026/bare.md --
---
title: 没有图片
date: 2026-07-02
category: news
bylines: [本报记者 沈悦]
---
没有图片。
-- content/reports/2025/old.md --
---
title: 去年的灯会
date: 2025-02-12
category: news
bylines: [通讯员 王小明 摄影报道]
---
![灯](lamp.jpg "灯会。")
-- content/reports/2025/gone.md --
---
title: 弄错的照片
date: 2025-03-01
category: news
status: withdrawn
withdrawn: {date: 2025-03-02, reason: 照片有误。}
bylines: [通讯员 赵一民 摄影报道]
---
![错](gone.jpg "错的。")
-- content/reports/2026/later.md --
---
title: 还没到时候
date: 2026-12-01
publish_at: 2026-12-01 09:00
category: news
bylines: [通讯员 赵一民 摄影报道]
---
![早](later.jpg "早了。")
-- content/places.yml --
- {name: 武侯区, slug: wuhou}
-- content/lost/2026/L-2026-0001.md --
---
id: L-2026-0001
code: 4201
title: 招领雨伞
date: 2026-07-02
places: [武侯区]
holder: {type: organisation, name: 社区居委会}
item: 雨伞一把
item_type: clothing
lost_where: 社区门口
---
拾到雨伞一把。

![蓝伞](umbrella.jpg "蓝色长柄伞。"){ credit="居委会 摄" }
"""
FOLDERS = {
    "reports/2026/story": ("dawn", "tofu", "chilli", "fish", "line", "key"),
    "reports/2026": ("well", "later"),
    "reports/2025": ("lamp", "gone"),
    "lost/2026": ("umbrella",),
}


def lay(root: Path) -> None:
    """The pictures of the story, in a site that is about to be written."""
    for folder, names in FOLDERS.items():
        (root / "content" / folder).mkdir(parents=True, exist_ok=True)
        for name in names:
            (root / "content" / folder / f"{name}.jpg").write_bytes(picture("teal"))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    from sites import build, write_site

    root = tmp_path_factory.mktemp("photos")
    lay(root)
    one = build(write_site(root, STORY))
    assert not one.warnings
    return one


def look(built: Built, path: str) -> str:
    """<main> of a page, where a picture is its alt: how pictures are drawn others test."""
    main = re.sub(r"(/assets/[a-z]+)\.[0-9a-f]{8}\.", r"\1.", built.main(path))
    main = re.sub(r"<img hidden [^>]*>\n", "", main)
    main = re.sub(r"<picture.*?</picture>|<img[^>]*>", _alt, main, flags=re.DOTALL)
    return re.sub(r"\.[0-9a-f]{8}-\d+\.", ".", main)


def _alt(match: re.Match[str]) -> str:
    alt = re.search(r'alt="(.*?)"', match[0])
    assert alt
    return f"[{alt[1]}]"


def photos(built: Built, path: str) -> list[str]:
    """What the photos of a page show."""
    return re.findall(r'<li class="nr-photo">.*?alt="(.*?)"', built.main(path), re.DOTALL)


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("photo-story", "reports/2026/story/"),
        ("photos", "photos/"),
        ("photos-month", "photos/2026/07/"),
        ("photos-person", "photos/by/wang/"),
    ],
)
def test_photos_are_set_as_they_were(
    built: Built, golden: Callable[[str, str], None], name: str, path: str
) -> None:
    golden(f"{name}.html", look(built, path))


def test_the_newest_photos_stand_first_and_decorations_nowhere(built: Built) -> None:
    story = ["天亮", "豆腐", "辣椒", "鱼"]
    assert photos(built, "photos/") == [*story, "蓝伞", "井", "灯"]
    assert photos(built, "photos/2026/07/") == [*story, "蓝伞", "井"]
    assert photos(built, "photos/2025/02/") == ["灯"]


def test_what_is_withdrawn_or_not_yet_public_is_on_no_page_of_photos(built: Built) -> None:
    assert not built.has("photos/2025/03/")
    assert not built.has("photos/2026/12/")
    assert not built.has("photos/by/赵一民/")
    assert not [path for path, data in built.files.items() if "早了".encode() in data]


@pytest.mark.parametrize(
    ("slug", "shown"),
    [
        ("wang", ["辣椒", "鱼", "灯"]),
        ("沈悦", ["豆腐", "鱼"]),
        ("ann_lee", ["天亮"]),
    ],
)
def test_a_photographer_has_the_photos_that_say_so(
    built: Built, slug: str, shown: list[str]
) -> None:
    assert photos(built, f"photos/by/{slug}/") == shown


def test_who_supplied_a_photo_is_no_photographer(built: Built) -> None:
    there = {path.parent.name for path in (built.site / "photos/by").glob("*/index.html")}
    assert there == {"wang", "沈悦", "ann_lee"}


def test_a_photo_leads_to_its_place_in_its_piece(built: Built) -> None:
    page = built.main("photos/")
    for link in re.findall(r'href="\.\./(reports/2026/story/#[^"]+)"', page):
        path, _, anchor = link.partition("#")
        assert f'<figure id="{anchor}">' in built.main(path)
    assert page.count("story/#photo:3") == 2


def test_a_piece_of_many_photos_says_how_many(built: Built) -> None:
    assert "组图·4张" in built.main("reports/2026/story/")
    assert "组图" not in built.main("reports/2026/one/")


def test_only_a_page_with_a_photo_loads_what_enlarges_it(built: Built) -> None:
    assert "photos." in built.main("reports/2026/one/")
    assert "photos." in built.main("lost/2026/L-2026-0001/")
    assert "photos." not in built.main("reports/2026/bare/")


def test_all_photos_may_be_linked_to_and_are_in_the_sitemap(site: Site, tmp_path: Path) -> None:
    lay(tmp_path / "site0")
    text = STORY.replace(
        "没有图片。", "[图片](../../photos/index.md)，[豆腐](story/index.md#photo:2)。"
    )
    built = site(f"{text}-- mkdocs.yml --\n{CONFIG.replace('更正: corrections', '图片: photos')}")
    assert '<a href="../../../photos/">图片</a>' in built.main("reports/2026/bare/")
    assert 'story/#photo%3A2"' in built.main("reports/2026/bare/")
    assert "https://paper.example/photos/2026/07/<" in built.text("sitemaps/pages.xml")
    assert '<a href="../photos/" aria-current="true">图片</a>' in built.text("photos/")


def test_a_month_of_many_pieces_is_cut_into_numbered_pages(site: Site, tmp_path: Path) -> None:
    lay(tmp_path / "site0")
    built = site(
        f"{STORY}-- mkdocs.yml --\n"
        + CONFIG.replace("linli/articles\n", "linli/articles: {page_size: 1}\n")
    )
    assert photos(built, "photos/2026/07/") == ["天亮", "豆腐", "辣椒", "鱼"]
    assert photos(built, "photos/2026/07/page/2/") == ["蓝伞"]
    assert photos(built, "photos/2026/07/page/1/") == ["井"]
    assert "noindex" in built.text("photos/2026/07/page/1/")


def test_a_site_without_the_plugin_has_no_page_of_photos(site: Site, tmp_path: Path) -> None:
    lay(tmp_path / "site0")
    built = site(f"{STORY}-- mkdocs.yml --\n" + CONFIG.replace("  - linli/photos\n", ""))
    assert not built.has("photos/")
    assert "<span>组图·4张</span>" in built.main("reports/2026/story/")
    assert "photos/" not in built.main("reports/")


def test_photos_are_spoken_of_in_the_language_of_the_site(site: Site, tmp_path: Path) -> None:
    lay(tmp_path / "site0")
    built = site(f"{STORY}-- mkdocs.yml --\n" + CONFIG.replace("language: zh", "language: en"))
    assert "<title>Photos of July 2026 · " in built.text("photos/2026/07/")
    assert '">July</a>' in built.main("photos/")
    assert "Photo story · 4 photos" in built.main("reports/2026/story/")
    assert ">Close</button>" in built.main("reports/2026/story/")


def test_a_site_without_photos_has_no_page_of_them(town: Built) -> None:
    assert not (town.site / "photos").exists()
    assert "图片" not in town.main("reports/")

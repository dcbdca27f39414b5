# SPDX-License-Identifier: MIT
"""Every public piece has a card of its own, every other page the paper's; the site has icons."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from crawl import document
from PIL import Image
from sites import CONFIG, OVERRIDES, Built, Site, build, write_site

from linli.photos import fonts, share_cards
from linli.photos.fonts import find_fonts

pytestmark = pytest.mark.site

ADDRESS = "https://paper.example/"
REPORT = """\
-- content/categories/news.md --
---
name: 社区治理
---
-- content/places.yml --
- {name: 武侯区, slug: wuhou}
-- content/reports/2026/a.md --
---
title: 桥修好了
date: 2026-11-20
category: news
places: [武侯区]
bylines: [本报记者 李玥林]
---
桥修好了。
"""
WITHDRAWN = "status: withdrawn\nwithdrawn: {date: 2026-11-21, reason: 内容有误}\nbylines: [本报记者 李玥林]\n"


def card_of(built: Built, url: str) -> str:
    """The path of the picture by which a page is passed on."""
    return document(built.text(url)).metas["og:image"].removeprefix(ADDRESS)


def cards(built: Built) -> list[str]:
    return sorted(path for path in built.files if "share." in path)


@pytest.fixture
def draws(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Headlines of the cards that are drawn, in a build that is too small to be shared out."""
    drawn: list[str] = []
    draw = share_cards.draw

    def noted(card: share_cards.ShareCard, *others: object) -> bytes:
        drawn.append(card.headline)
        return draw(card, *others)  # type: ignore[arg-type]

    monkeypatch.setattr(share_cards, "draw", noted)
    return drawn


@pytest.fixture
def no_fonts(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """A machine without a font."""
    monkeypatch.setattr(fonts, "_FOLDERS", (os.fspath(tmp_path / "fonts"),))
    monkeypatch.setattr(fonts, "_DEBIAN", os.fspath(tmp_path / "fonts"))
    find_fonts.cache_clear()
    yield
    find_fonts.cache_clear()


def test_each_piece_names_a_card_that_is_there(town: Built) -> None:
    for url in ("reports/2026/bridge/", "notices/2026/N-2026-0001/"):
        path = card_of(town, url)
        assert path.startswith(url)
        with Image.open(town.site / path) as image:
            assert image.size == (1200, 630)


def test_every_page_without_a_card_of_its_own_has_that_of_the_paper(town: Built) -> None:
    paper = card_of(town, "")
    assert paper.startswith("assets/share.")
    for url in ("reports/", "places/", "about/privacy/", "announcements/"):
        assert card_of(town, url) == paper
    with Image.open(town.site / paper) as image:
        assert image.size == (1200, 630)


def test_the_head_of_a_page_says_all_that_a_messenger_asks(site: Site) -> None:
    built = site(REPORT)
    metas = document(built.text("reports/2026/a/")).metas
    picture = metas.pop("og:image")
    assert {key: value for key, value in metas.items() if "image" in key or "twitter" in key} == {
        "og:image:type": "image/png",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": "桥修好了",
        "twitter:card": "summary_large_image",
    }
    assert picture.startswith(f"{ADDRESS}reports/2026/a/share.")
    assert '<meta name="twitter:card"' in built.text("reports/2026/a/")


def test_search_engines_are_shown_the_photo_and_messengers_the_card(site: Site) -> None:
    built = site(REPORT)
    Image.new("RGB", (900, 600), "teal").save(built.root / "content/reports/2026/lamp.jpg")
    text = f'{REPORT.rstrip()}\n\n![灯](lamp.jpg "灯亮了。"){{ credit="沈悦 摄" }}\n'
    again = build(write_site(built.root, text))
    assert card_of(again, "reports/2026/a/").endswith(".jpg")
    assert card_of(again, "reports/2026/a/").startswith("reports/2026/a/share.")
    assert "lamp." in again.text("reports/2026/a/").partition('"ImageObject"')[2][:200]


def test_a_withdrawn_piece_has_no_card(site: Site) -> None:
    built = site(REPORT)
    assert len(cards(built)) == 2
    again = build(write_site(built.root, REPORT.replace("bylines: [本报记者 李玥林]\n", WITHDRAWN)))
    assert cards(again) == [card_of(again, "")]
    assert card_of(again, "reports/2026/a/") == card_of(again, "")


def test_another_headline_makes_another_card_and_takes_the_old_one_away(
    site: Site, draws: list[str]
) -> None:
    built = site(REPORT)
    before = card_of(built, "reports/2026/a/")
    assert draws == ["邻里", "桥修好了"]
    again = build(write_site(built.root, REPORT.replace("title: 桥修好了", "title: 桥又修好了")))
    assert draws == ["邻里", "桥修好了", "桥又修好了"]
    after = card_of(again, "reports/2026/a/")
    assert before != after
    assert cards(again) == sorted([card_of(again, ""), after])


def test_what_does_not_stand_on_a_card_leaves_it_as_it_is(site: Site, draws: list[str]) -> None:
    built = site(REPORT)
    before = {path: built.files[path] for path in cards(built)}
    again = build(write_site(built.root, REPORT.replace("桥修好了。", "桥修好了，请走。")))
    assert {path: again.files[path] for path in cards(again)} == before
    assert len(draws) == 2


def test_cards_outlive_another_template_and_a_lost_memory(site: Site, draws: list[str]) -> None:
    built = site(REPORT)
    own = CONFIG.replace("OVERRIDES", "overrides")
    write_site(built.root, f"{REPORT}-- mkdocs.yml --\n{own}")
    shutil.copytree(OVERRIDES, built.root / "overrides")
    frame = built.root / "overrides/frame.html"
    frame.write_text(frame.read_text(encoding="utf-8").replace("<body", "<body data-new"))
    again = build(built.root)
    assert "data-new" in again.text("")
    (built.root / ".cache/linli/build/manifest.db").unlink()
    anew = build(built.root)
    assert cards(built) == cards(anew)
    assert len(draws) == 2


def test_a_site_of_english_words_has_english_cards(site: Site, draws: list[str]) -> None:
    chinese = site(REPORT)
    english = site(f"{REPORT}-- mkdocs.yml --\n{CONFIG.replace('language: zh', 'language: en')}")
    # The day is told in the words of the site's language.
    assert card_of(chinese, "reports/2026/a/") != card_of(english, "reports/2026/a/")
    assert draws == ["邻里", "桥修好了"] * 2


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "zh",
            "这台机器上没有中文字体，不画分享卡片和网站图标；"
            "装上 fonts-noto-cjk，或在 linli/photos 的 font 里写字体文件，就有了。",
        ),
        (
            "en",
            "There is no Chinese font on this machine, so no share cards and no icons are drawn."
            " Install fonts-noto-cjk, or name a font file at linli/photos: font.",
        ),
    ],
)
@pytest.mark.usefixtures("no_fonts")
def test_a_machine_without_a_font_builds_and_says_what_is_missing(
    site: Site, language: str, words: str
) -> None:
    config = CONFIG.replace("language: zh", f"language: {language}")
    built = site(f"{REPORT}-- mkdocs.yml --\n{config}")
    said = [record.getMessage() for record in built.records]
    assert sum(words in one for one in said) == 1
    assert not [path for path in built.files if path.endswith((".png", ".ico", "manifest"))]
    page = built.text("reports/2026/a/")
    assert "og:image" not in page
    assert "apple-touch-icon" not in page
    assert 'type="image/svg+xml"' in page


@pytest.mark.usefixtures("no_fonts")
def test_without_a_font_the_photo_is_what_is_passed_on(site: Site) -> None:
    built = site(REPORT)
    Image.new("RGB", (900, 600), "teal").save(built.root / "content/reports/2026/lamp.jpg")
    text = f'{REPORT.rstrip()}\n\n![灯](lamp.jpg "灯亮了。"){{ credit="沈悦 摄" }}\n'
    again = build(write_site(built.root, text))
    assert card_of(again, "reports/2026/a/").startswith("reports/2026/lamp.")
    assert card_of(again, "reports/2026/a/") in again.files


def test_who_wants_no_cards_gets_none_and_hears_nothing(site: Site) -> None:
    config = CONFIG.replace("  - linli/photos\n", "  - linli/photos: {share_cards: false}\n")
    built = site(f"{REPORT}-- mkdocs.yml --\n{config}")
    plain = CONFIG.replace("  - linli/photos\n", "")
    without = site(f"{REPORT}-- mkdocs.yml --\n{plain}")
    for one in (built, without):
        assert not [path for path in one.files if path.endswith((".png", ".ico", "manifest"))]
        assert not [record for record in one.records if "fonts-noto-cjk" in record.getMessage()]


def test_a_font_of_the_site_must_be_one(tmp_path: Path) -> None:
    from mkdocs.exceptions import ConfigurationError

    config = CONFIG.replace("  - linli/photos\n", "  - linli/photos: {font: own.ttf}\n")
    root = write_site(tmp_path, f"{REPORT}-- mkdocs.yml --\n{config}-- own.ttf --\nno font\n")
    with pytest.raises(ConfigurationError, match=r"linli/photos: font: .*own\.ttf: not a font"):
        build(root)


# Icons


def test_the_icons_are_found_from_any_depth(town: Built) -> None:
    for url, root in (("", "./"), ("reports/2026/bridge/", "../../../")):
        page = town.text(url)
        assert f'<link rel="icon" href="{root}favicon.ico" sizes="32x32">' in page
        assert f'<link rel="manifest" href="{root}site.webmanifest">' in page
        assert f'<link rel="apple-touch-icon" href="{root}assets/apple-touch-icon.' in page
    assert town.has("favicon.ico")


def test_a_site_in_a_sub_folder_finds_its_icons_too(site: Site) -> None:
    config = CONFIG.replace(ADDRESS, f"{ADDRESS}sub/folder/")
    built = site(f"{REPORT}-- mkdocs.yml --\n{config}")
    assert '<link rel="manifest" href="/sub/folder/site.webmanifest">' in built.text("404.html")
    card = document(built.text("reports/2026/a/")).metas["og:image"]
    assert card.startswith(f"{ADDRESS}sub/folder/reports/2026/a/share.")
    assert card.removeprefix(f"{ADDRESS}sub/folder/") in built.files


def test_the_manifest_names_icons_that_are_there(town: Built) -> None:
    data = json.loads(town.text("site.webmanifest"))
    icons = data.pop("icons")
    assert data == {
        "name": "邻里",
        "short_name": "邻里",
        "lang": "zh-Hans",
        "start_url": "./",
        "scope": "./",
        "display": "browser",
        "background_color": share_cards.TOKENS["paper"],
        "theme_color": share_cards.TOKENS["paper"],
    }
    assert [icon["sizes"] for icon in icons] == ["192x192", "512x512"]
    for icon in icons:
        with Image.open(town.site / icon["src"]) as image:
            assert f"{image.width}x{image.height}" == icon["sizes"]


def test_an_icon_that_the_newsroom_brings_is_not_drawn_over(site: Site) -> None:
    built = site(f"{REPORT}-- content/favicon.ico --\nown\n-- content/site.webmanifest --\n{{}}\n")
    assert built.text("favicon.ico") == "own\n"
    assert built.text("site.webmanifest") == "{}\n"


def test_without_an_address_no_card_is_named_and_none_is_drawn(site: Site) -> None:
    config = CONFIG.replace(f"site_url: {ADDRESS}\n", "")
    built = site(f"{REPORT}-- mkdocs.yml --\n{config}", expect_warnings=True, strict=False)
    assert cards(built) == []
    assert "og:image" not in built.text("reports/2026/a/")
    assert built.has("favicon.ico")

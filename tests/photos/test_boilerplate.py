# SPDX-License-Identifier: MIT
"""What says nothing of this picture is never taken for a caption."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from linli.newsroom.photos import Photo, PhotoMetadata
from linli.photos.boilerplate import without_boilerplate
from linli.photos.darkroom import Darkroom
from linli.photos.settings import PhotoSettings
from linli.photos.xmp import xmp_packet

AGENCY = ("未经授权，不得转载", "Copyright © Linli Pictures")


@pytest.mark.parametrize(
    "text",
    [
        "OLYMPUS DIGITAL CAMERA",
        "OLYMPUS DIGITAL CAMERA         ",
        "ＳＯＮＹ　ＤＳＣ",
        "Samsung",
        "KONICA MINOLTA DIGITAL CAMERA",
        "DCIM",
        "Exif_JPEG_PICTURE",
        "default",
        "Created with GIMP",
        "Screenshot",
        "Screenshot_20260601-120000.png",
        "IMG_20260601_120000",
        "DSC00042.JPG",
        "微信图片_20260601120000",
        "屏幕截图 2026-06-01 120000",
        "Processed with VSCO",
        "mmexport1590000000000",
    ],
)
def test_a_camera_or_a_program_is_no_author(text: str) -> None:
    assert without_boilerplate(text, ()) == ""


@pytest.mark.parametrize(
    "text",
    [
        "三星（SAMSUNG）店里的灯",
        "截图显示，路灯亮了。",
        "Default 是这家店的店名。",
        "图片1比图片2亮",
        "路灯亮了。",
        "2026年6月1日",
        "",
    ],
)
def test_words_about_a_picture_stay(text: str) -> None:
    assert without_boilerplate(text, ()) == text


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("未经授权，不得转载", ""),
        ("未经授权，不得转载。", ""),
        ("路灯亮了。未经授权，不得转载。", "路灯亮了。"),
        ("路灯亮了。本图未经授权 , 不得转载，违者必究。共十二盏。", "路灯亮了。共十二盏。"),
        ("路灯亮了\n未经授权，不得转载\n共十二盏", "路灯亮了\n共十二盏"),
        ("路灯亮了！copyright ©  LINLI pictures", "路灯亮了！"),
        ("未经授权，不得转载。路灯亮了。未经授权，不得转载。", "路灯亮了。"),
        ("未经授权的转载", "未经授权的转载"),
        ("未经授权，不得转载。" * 180, ""),
    ],
)
def test_an_agencys_sentence_is_cut_out_with_all_that_stands_in_it(text: str, rest: str) -> None:
    assert without_boilerplate(text, AGENCY) == rest


def test_a_phrase_of_nothing_cuts_nothing() -> None:
    assert without_boilerplate("路灯亮了。", ("", " ", "。")) == "路灯亮了。"


def test_a_phrase_may_go_over_two_sentences() -> None:
    assert (
        without_boilerplate("灯亮。版权所有。不得转载。灯灭。", ("版权所有。不得转载。",))
        == "灯亮。灯灭。"
    )


def test_boilerplate_neither_shows_nor_goes_out_again_but_a_claim_stays(
    content: Path, scene: Callable[..., Any], tmp_path: Path
) -> None:
    words = PhotoMetadata(
        "路灯亮了。未经授权，不得转载。", "未经授权，不得转载", "", "未经授权，不得转载", "一盏路灯"
    )
    scene().save(content / "lamp.jpg", xmp=xmp_packet(words))
    for phrases, found in (
        ((), words),
        (AGENCY, PhotoMetadata("路灯亮了。", "", "", "未经授权，不得转载", "一盏路灯")),
    ):
        room = Darkroom(content, tmp_path / "cache", PhotoSettings((16,), boilerplate=phrases))
        photo = room.photo("lamp.jpg")
        assert isinstance(photo, Photo)
        assert photo.metadata == found
        for rendition in photo.renditions:
            assert xmp_packet(found) in room.file_of(rendition).read_bytes()


@pytest.mark.site
def test_a_site_names_the_phrases_of_its_agencies(
    site: Callable[..., Any], scene: Callable[..., Any], tmp_path: Path
) -> None:
    from sites import CONFIG, build, write_site

    root = write_site(
        tmp_path,
        "-- mkdocs.yml --\n"
        + CONFIG.replace(
            "  - linli/photos\n",
            "  - linli/photos:\n      boilerplate: ['未经授权，不得转载', 通稿图片]\n",
        )
        + "-- content/categories/street.md --\n---\nname: 街上\n---\n"
        "-- content/reports/2026/lamp/index.md --\n---\ntitle: 路灯亮了\ndate: 2026-06-01\n"
        "category: street\nbylines: [本报记者 王小明]\n---\n正文。\n\n![一盏路灯](lamp.jpg)\n",
    )
    words = PhotoMetadata("路灯亮了。未经授权，不得转载。", "王小明", "通稿图片")
    scene().save(root / "content/reports/2026/lamp/lamp.jpg", xmp=xmp_packet(words))
    built = build(root)
    page = built.main("reports/2026/lamp/")
    assert '<span class="caption">路灯亮了。</span>' in page
    assert '<span class="credit">王小明</span>' in page
    told = [line.split(": ")[1] for line in built.said]
    assert told == ["photo-caption-from-file", "photo-credit-from-file"]
    assert not any("不得转载".encode() in data for data in built.files.values())

# SPDX-License-Identifier: MIT
"""A font is known by its tables of contents: which signs it has, and what tells it from another."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import ImageFont

from linli.photos import fonts
from linli.photos.fonts import Face, FontError, Fonts, find_fonts, read_face


@pytest.fixture(scope="module")
def found() -> Fonts:
    there = find_fonts()
    assert there is not None, "the tests need fonts-noto-cjk: .ci/system-packages tests"
    return there


def test_the_faces_are_those_for_simplified_chinese(found: Fonts) -> None:
    song = ImageFont.truetype(str(found.song.path), 16, found.song.index)
    assert "SC" in str(song.getname()[0])
    assert "Mono" not in str(song.getname()[0])


@pytest.mark.parametrize("sign", "邻里《“…—·A1々〇")
def test_a_sign_that_a_face_has_is_drawn(found: Fonts, sign: str) -> None:
    assert found.song.has(sign)


@pytest.mark.parametrize("sign", ["😀", "\ufe0f", "\u0e01", "\U0003ffff"])
def test_a_sign_that_a_face_lacks_is_known_to_be_missing(found: Fonts, sign: str) -> None:
    assert not found.song.has(sign)


def test_what_a_face_has_is_what_pillow_draws(found: Fonts) -> None:
    font = ImageFont.truetype(str(found.hei.path), 32, found.hei.index)
    missing = bytes(font.getmask("\U0003ffff"))
    for code in range(0x4E00, 0x9FFF, 97):
        assert found.hei.has(chr(code)) == (bytes(font.getmask(chr(code))) != missing), hex(code)


def test_another_font_has_another_digest(found: Fonts) -> None:
    assert found.song.digest != found.hei.digest
    assert read_face(found.song.path) == found.song


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "not a font file"),
        (b"PK\x03\x04 and more of that", "not a font file"),
        (b"ttcf\0\1\0\0\0\0\0\1\xff\xff\xff\xff", "not a font file"),
    ],
)
def test_a_file_that_is_no_font_is_told(tmp_path: Path, data: bytes, problem: str) -> None:
    file = tmp_path / "own.ttf"
    file.write_bytes(data)
    with pytest.raises(FontError, match=problem):
        read_face(file)


def test_a_font_that_was_cut_off_is_told(tmp_path: Path, found: Fonts) -> None:
    file = tmp_path / "own.ttc"
    file.write_bytes(found.song.path.read_bytes()[:4000])
    with pytest.raises(FontError, match="not a font file"):
        read_face(file)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(FontError, match="No such file"):
        read_face(tmp_path / "none.ttf")


def test_a_font_of_the_site_is_taken_for_everything(found: Fonts) -> None:
    own = find_fonts(os.fspath(found.hei.path))
    assert own == Fonts(found.hei, found.hei, found.hei)


def test_a_machine_without_fonts_has_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "_FOLDERS", (os.fspath(tmp_path),))
    monkeypatch.setattr(fonts, "_DEBIAN", os.fspath(tmp_path))
    find_fonts.cache_clear()
    try:
        assert find_fonts() is None
        # One that is broken is passed over.
        (tmp_path / "simsun.ttc").write_bytes(b"ttcf")
        find_fonts.cache_clear()
        assert find_fonts() is None
    finally:
        find_fonts.cache_clear()


def test_fonts_are_found_wherever_they_lie_below_a_folder_of_fonts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, found: Fonts
) -> None:
    (tmp_path / "truetype/other").mkdir(parents=True)
    (tmp_path / "truetype/other/MSYH.TTC").symlink_to(found.hei.path)
    monkeypatch.setattr(fonts, "_FOLDERS", (os.fspath(tmp_path),))
    monkeypatch.setattr(fonts, "_DEBIAN", os.fspath(tmp_path))
    find_fonts.cache_clear()
    try:
        there = find_fonts()
        assert there is not None
        assert {there.song, there.hei, there.bold} == {there.hei}
        assert there.digest == f"{found.hei.digest}-{found.hei.digest}-{found.hei.digest}"
    finally:
        find_fonts.cache_clear()


def test_to_know_the_fonts_takes_no_pillow() -> None:
    ask = (
        "import sys; from linli.photos.fonts import find_fonts; find_fonts();"
        "from linli.photos import studio; print('PIL.Image' in sys.modules)"
    )
    asked = subprocess.run([sys.executable, "-c", ask], check=True, capture_output=True, text=True)
    assert asked.stdout == "False\n"


def test_ranges_of_signs_are_asked_at_both_ends() -> None:
    face = Face(Path("own.ttf"), 0, "", (0x41, 0x61), (0x5A, 0x7A))
    assert [face.has(sign) for sign in "@AZ[`az{"] == [
        *(False, True, True, False, False, True, True, False)
    ]

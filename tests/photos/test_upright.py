# SPDX-License-Identifier: MIT
"""Colours and sizes as a screen wants them, and no more memory than it takes."""

from __future__ import annotations

import io
import struct
import subprocess
import sys
import zlib
from pathlib import Path
from typing import Any

import pytest
from pictures import adobe_rgb, chunk, cmyk_profile, display_p3, grey_profile, heic
from PIL import Image, ImageCms

from linli.newsroom.photos import Format
from linli.photos import opening, prints
from linli.photos.opening import PictureRefused
from linli.photos.prints import Developed, Print, develop

WIDTHS = (16, 32, 64)


def developed(image: Image.Image, suffix: str = ".png", **extra: Any) -> Developed:
    buffer = io.BytesIO()
    image.save(buffer, suffix[1:].replace("jpg", "jpeg"), **extra)
    return develop(buffer.getvalue(), suffix, WIDTHS)


def pixel(printed: Print, at: tuple[int, int] = (2, 2)) -> tuple[int, ...]:
    found = Image.open(io.BytesIO(printed.data)).convert("RGB").getpixel(at)
    assert isinstance(found, tuple)
    return found


@pytest.mark.parametrize("suffix", [".png", ".jpg", ".webp", ".avif"])
@pytest.mark.parametrize(("name", "wide"), [("P3", display_p3()), ("Adobe", adobe_rgb())])
def test_a_wide_gamut_becomes_srgb(suffix: str, name: str, wide: bytes) -> None:
    """A muted green of a wide gamut is a stronger one in numbers of sRGB."""
    assert ImageCms.ImageCmsProfile(io.BytesIO(wide))
    made = developed(Image.new("RGB", (64, 48), (100, 180, 100)), suffix, icc_profile=wide)
    for one in made.prints:
        red, green, _ = pixel(one)
        assert red < 92, name
        assert 176 < green < 192
        assert b"ICC_PROFILE" not in one.data
        assert b"Wide" not in one.data


@pytest.mark.parametrize(
    ("colour", "wanted"), [((0, 255, 255, 0), (255, 0, 0)), ((0, 0, 0, 255), (0, 0, 0))]
)
def test_ink_becomes_light(colour: tuple[int, ...], wanted: tuple[int, ...]) -> None:
    made = developed(Image.new("CMYK", (64, 48), colour), ".jpg", quality=95)
    for one in made.prints:
        assert all(abs(a - b) < 40 for a, b in zip(pixel(one), wanted, strict=True))


def test_ink_of_a_known_press_becomes_light_by_its_profile() -> None:
    """Its cyan is a blue of two thirds of the light; without a profile it would be 0, 255, 255."""
    ink = Image.new("CMYK", (64, 48), (255, 0, 0, 0))
    made = developed(ink, ".jpg", quality=95, icc_profile=cmyk_profile())
    for one in made.prints:
        red, green, blue = pixel(one)
        assert red < 60
        assert 140 < green < 210
        assert blue > 200


@pytest.mark.parametrize("suffix", [".jpg", ".png"])
def test_grey_stays_grey(suffix: str) -> None:
    made = developed(Image.new("L", (64, 48), 128), suffix, icc_profile=grey_profile())
    for one in made.prints:
        assert all(abs(found - 128) < 6 for found in pixel(one))


@pytest.mark.parametrize(("value", "wanted"), [(0, 0), (30_000, 117), (65_535, 255)])
def test_sixteen_bits_are_not_cut_off(value: int, wanted: int) -> None:
    made = developed(Image.new("I;16", (64, 48), value))
    for one in made.prints:
        assert all(abs(found - wanted) < 4 for found in pixel(one))


def test_what_could_shine_through_and_does_not_is_a_photo() -> None:
    made = developed(Image.new("RGBA", (64, 48), (10, 120, 90, 255)))
    assert made.prints[-1].format is Format.JPEG
    assert made.placeholder


def test_a_long_screenshot_is_made_narrower_until_it_fits() -> None:
    made = developed(Image.new("RGB", (64, 24_000), "teal"))
    assert {(one.width, one.height) for one in made.prints} == {
        (16, 6000),
        (32, 12_000),
        (42, 15_750),
    }


def test_a_photo_of_an_iphone_is_opened() -> None:
    data = heic(Image.new("RGB", (64, 48), "teal"))
    for suffix in (".heic", ".heif"):
        made = develop(data, suffix, WIDTHS)
        assert (made.width, made.height) == (64, 48)
        assert [one.format for one in made.prints] == [
            *[Format.AVIF] * 3,
            *[Format.WEBP] * 3,
            *[Format.JPEG] * 2,
        ]


@pytest.mark.parametrize(("module", "most"), [(opening, 9_000), (prints, 9_000)])
def test_what_moves_for_too_long_is_refused(
    monkeypatch: pytest.MonkeyPatch, module: Any, most: int
) -> None:
    frames = [Image.new("RGB", (64, 48), colour) for colour in ("teal", "gold", "navy")]
    assert developed(frames[0], ".gif", save_all=True, append_images=frames[1:]).is_moving
    monkeypatch.setattr(module, "_MOST_PIXELS_MOVING", most)
    with pytest.raises(PictureRefused) as refused:
        developed(frames[0], ".gif", save_all=True, append_images=frames[1:])
    assert refused.value.fault.zh == "动图太长太大"
    assert refused.value.fault.en == "it moves for too long at this size"


# Memory


def blank(width: int, height: int) -> bytes:
    """A black PNG of any size, written row by row."""

    squeeze = zlib.compressobj(1)
    row = bytes(1 + 3 * width)
    data = b"".join(squeeze.compress(row) for _ in range(height)) + squeeze.flush()
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", data) + chunk(b"IEND", b"")
    )


ASK = """
import resource, sys
from pathlib import Path
from linli.photos.prints import develop

made = develop(Path(sys.argv[1]).read_bytes(), ".png", (240, 480, 720, 1080, 1600))
print(made.width, len(made.prints), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
"""


def test_the_largest_picture_that_is_taken_needs_no_more_than_one_copy_of_it(
    tmp_path: Path,
) -> None:
    file = tmp_path / "large.png"
    file.write_bytes(blank(8_900, 8_900))
    asked = subprocess.run(
        [sys.executable, "-c", ASK, file], check=True, capture_output=True, encoding="utf-8"
    )
    width, prints, megabytes = map(int, asked.stdout.split())
    assert (width, prints) == (8_900, 12)
    # 8,900 × 8,900 pixels of three bytes, which Pillow keeps as four, are 302 MB.
    assert megabytes < 460

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

import pillow_heif
import pytest
from PIL import Image, ImageCms

from linli.newsroom.photos import Format
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


def profile(
    red: tuple[float, float], green: tuple[float, float], blue: tuple[float, float]
) -> bytes:
    """An ICC profile of three primaries (x, y) at D50 with a gamma of 2.2, put together by hand."""

    def xyz(x: float, y: float, z: float) -> bytes:
        return b"XYZ \0\0\0\0" + b"".join(struct.pack(">i", round(v * 65536)) for v in (x, y, z))

    # Columns of primaries, scaled so that their sum is the white of D50.
    white = (0.9642, 1.0, 0.8249)
    columns = [(x / y, 1.0, (1 - x - y) / y) for x, y in (red, green, blue)]
    matrix = [[column[row] for column in columns] for row in range(3)]
    scales = _solve(matrix, list(white))
    tags = {
        b"desc": b"desc\0\0\0\0\0\0\0\x05Wide\0" + bytes(78),
        b"cprt": b"text\0\0\0\0free\0",
        b"wtpt": xyz(*white),
        b"rXYZ": xyz(*(value * scales[0] for value in columns[0])),
        b"gXYZ": xyz(*(value * scales[1] for value in columns[1])),
        b"bXYZ": xyz(*(value * scales[2] for value in columns[2])),
        **dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), b"curv\0\0\0\0\0\0\0\x01\x02\x33"),
    }
    body, table = b"", struct.pack(">I", len(tags))
    for name, data in tags.items():
        data += bytes(-len(data) % 4)
        table += struct.pack(">4sII", name, 132 + 12 * len(tags) + len(body), len(data))
        body += data
    header = struct.pack(
        ">I4sI4s4s4s",
        132 + 12 * len(tags) + len(body),
        b"lcms",
        0x02100000,
        b"mntr",
        b"RGB ",
        b"XYZ ",
    )
    header += struct.pack(">6H4s", 2026, 11, 25, 12, 0, 0, b"acsp") + bytes(28)
    header += b"".join(struct.pack(">i", round(value * 65536)) for value in white)
    return header.ljust(128, b"\0") + table + body


def _solve(matrix: list[list[float]], right: list[float]) -> list[float]:
    """Cramer's rule for three unknowns."""

    def determinant(m: list[list[float]]) -> float:
        (a, b, c), (d, e, f), (g, h, i) = m
        return a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g)

    whole = determinant(matrix)
    return [
        determinant(
            [
                [right[row] if at == column else matrix[row][at] for at in range(3)]
                for row in range(3)
            ]
        )
        / whole
        for column in range(3)
    ]


DISPLAY_P3 = profile((0.6842, 0.3156), (0.2953, 0.6486), (0.1553, 0.0688))
ADOBE_RGB = profile((0.6484, 0.3309), (0.2302, 0.7016), (0.1559, 0.0660))


@pytest.mark.parametrize("suffix", [".png", ".jpg", ".webp", ".avif"])
@pytest.mark.parametrize(("name", "wide"), [("P3", DISPLAY_P3), ("Adobe", ADOBE_RGB)])
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
    buffer = io.BytesIO()
    image = Image.new("RGB", (64, 48), "teal")
    heif = pillow_heif.from_pillow(image)
    heif.save(buffer, quality=90)
    for suffix in (".heic", ".heif"):
        made = develop(buffer.getvalue(), suffix, WIDTHS)
        assert (made.width, made.height) == (64, 48)
        assert [one.format for one in made.prints] == [
            *[Format.AVIF] * 3,
            *[Format.WEBP] * 3,
            *[Format.JPEG] * 2,
        ]


# Memory


def blank(width: int, height: int) -> bytes:
    """A black PNG of any size, written row by row."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        )

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

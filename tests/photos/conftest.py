# SPDX-License-Identifier: MIT
"""Pictures made on the spot, with whatever a camera or an agency writes into one."""

from __future__ import annotations

import struct
from collections.abc import Callable
from pathlib import Path

import pytest
from pictures import app13, jpeg, resource
from PIL import ExifTags, Image, ImageDraw

from linli.photos.darkroom import Darkroom
from linli.photos.settings import PhotoSettings

LATITUDE = (30.0, 24.0, 51.0)
LONGITUDE = (103.0, 48.0, 39.0)
SERIAL = "SERIAL-20220705"


def scene(width: int = 64, height: int = 48, mode: str = "RGB") -> Image.Image:
    """A red half above a blue one, so that one can see which way up it is."""
    image = Image.new("RGB", (width, height), "blue")
    if height > 1:
        ImageDraw.Draw(image).rectangle((0, 0, width, height // 2 - 1), fill="red")
    return image.convert(mode)


def camera_exif(orientation: int = 1, **words: str) -> Image.Exif:
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = orientation
    exif[ExifTags.Base.BodySerialNumber] = SERIAL
    exif[ExifTags.Base.Software] = SERIAL
    for name, text in words.items():
        exif[ExifTags.Base[name]] = text
    gps = exif.get_ifd(ExifTags.IFD.GPSInfo)
    gps[ExifTags.GPS.GPSLatitudeRef] = "N"
    gps[ExifTags.GPS.GPSLatitude] = LATITUDE
    gps[ExifTags.GPS.GPSLongitudeRef] = "E"
    gps[ExifTags.GPS.GPSLongitude] = LONGITUDE
    return exif


def iim(fields: list[tuple[int, bytes]]) -> bytes:
    """An APP13 segment with IPTC-IIM datasets of record 2, as Photoshop writes it."""
    data = b"".join(
        b"\x1c\x02" + bytes([dataset]) + struct.pack(">H", len(value)) + value
        for dataset, value in fields
    )
    return app13(resource(data))


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    folder.mkdir()
    return folder


@pytest.fixture
def darkroom(content: Path, tmp_path: Path) -> Callable[..., Darkroom]:
    """A new darkroom over the same cache; sizes 16, 32 and 64 keep the tests quick."""

    def darkroom(widths: tuple[int, ...] = (16, 32, 64)) -> Darkroom:
        return Darkroom(content, tmp_path / "cache", PhotoSettings(widths))

    return darkroom


@pytest.fixture(name="scene")
def scene_fixture() -> Callable[..., Image.Image]:
    return scene


@pytest.fixture(name="camera_exif")
def camera_exif_fixture() -> Callable[..., Image.Exif]:
    return camera_exif


@pytest.fixture(name="iim")
def iim_fixture() -> Callable[..., bytes]:
    return iim


@pytest.fixture(name="jpeg")
def jpeg_fixture() -> Callable[..., bytes]:
    return jpeg

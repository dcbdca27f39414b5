# SPDX-License-Identifier: MIT
"""What is not listed does not leave with an original, in whichever corner of the file it lies."""

from __future__ import annotations

import io
import random
import struct
from pathlib import PurePosixPath
from typing import Any

import pillow_heif
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pictures import (
    PICTURES,
    SERIAL,
    WHOLE,
    chunk,
    display_p3,
    exif,
    gif,
    heic,
    jpeg,
    png,
    scene,
    segment,
    webp,
    xmp,
)
from PIL import Image

from linli.newsroom.photos import PhotoFault, PhotoMetadata
from linli.photos import faults
from linli.photos.cleaning import clean
from linli.photos.containers.icc import clean_profile
from linli.photos.containers.structure import Misunderstood
from linli.photos.metadata import read_metadata

SECRET = SERIAL.encode()
pillow_heif.register_heif_opener()


def cleaned(data: bytes, suffix: str, words: PhotoMetadata = PhotoMetadata()) -> bytes:
    found = clean(data, suffix, words)
    assert isinstance(found, bytes), found
    return found


@pytest.mark.parametrize(
    ("suffix", "data"),
    [
        (".jpg", lambda: jpeg(scene(), segment(0xFE, SECRET))),
        (".jpg", lambda: jpeg(scene(), segment(0xE4, SECRET))),
        (".jpg", lambda: jpeg(scene(), segment(0xE0, b"JFXX\x00" + SECRET))),
        (".jpg", lambda: jpeg(scene(), segment(0xE0, b"JFIF\0\1\1\0\0\1\0\1\1\1" + SECRET))),
        (".jpg", lambda: jpeg(scene(), segment(0xEE, b"Adobe\0\x64\0\0\0\0\0" + SECRET))),
        (".jpg", lambda: jpeg(scene(), segment(0xE2, b"FPXR\0" + SECRET))),
        (".jpg", lambda: jpeg(scene(), icc_profile=display_p3())),
        (".jpg", lambda: jpeg(scene()) + SECRET),
        (".png", lambda: png(scene(), chunk(b"tIME", SECRET))),
        (".png", lambda: png(scene(), chunk(b"prVt", SECRET))),
        (".png", lambda: png(scene(), chunk(b"tEXt", b"Comment\0" + SECRET), behind=True)),
        (".png", lambda: png(scene(), icc_profile=display_p3())),
        (".png", lambda: png(scene()) + SECRET),
        (".webp", lambda: webp(scene(), xmp=SECRET)),
        (".webp", lambda: _riff(webp(scene()), b"JUNK", SECRET)),
        (".webp", lambda: webp(scene()) + SECRET),
        (".webp", lambda: webp(scene(), icc_profile=display_p3())),
        (".gif", lambda: gif(scene(), b"\x21\xfe" + _piece(SECRET))),
        (".gif", lambda: gif(scene(), b"\x21\xff\x0bLinliSecret" + _piece(SECRET))),
        (".gif", lambda: gif(scene(), b"\x21\x01\x0c" + bytes(12) + _piece(SECRET))),
        (".gif", lambda: gif(scene(), b"\x21\xff\x0bNETSCAPE2.0\x03\x01\0\0" + _piece(SECRET))),
        (".gif", lambda: gif(scene()) + SECRET),
        (".heic", lambda: heic(scene()) + _box(b"uuid", bytes(16) + SECRET)),
        (".heic", lambda: heic(scene()) + _box(b"mdat", SECRET)),
        (".heic", lambda: heic(scene(), exif=exif())),
    ],
)
def test_nothing_that_is_not_listed_stays(suffix: str, data: Any) -> None:
    before = data()
    after = cleaned(before, suffix)
    if suffix != ".png" or b"iCCP" not in before:
        # A PNG's profile is packed, so one does not see the secret in the bytes.
        assert SECRET in before
    assert SECRET not in after
    with Image.open(io.BytesIO(before)) as one, Image.open(io.BytesIO(after)) as other:
        assert one.convert("RGBA").tobytes() == other.convert("RGBA").tobytes()
        profile = other.info.get("icc_profile") or b""
        assert SECRET not in profile
        assert len(profile) == len(one.info.get("icc_profile") or b"")


def _riff(data: bytes, name: bytes, body: bytes) -> bytes:
    body += b"\x00" * (len(body) % 2)
    whole = data[8:] + name + struct.pack("<I", len(body)) + body
    return b"RIFF" + struct.pack("<I", len(whole)) + whole


def _piece(data: bytes) -> bytes:
    return bytes((len(data),)) + data + b"\x00"


def _box(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body) + 8) + name + body


def test_the_thumbnail_of_an_iphone_stays_behind() -> None:
    """It may show what was cropped away since."""
    large, small = scene(512, 384), Image.new("RGB", (512, 384), "white")
    buffer = io.BytesIO()
    file = pillow_heif.from_pillow(large)
    file[0].info["thumbnails"] = [128]
    file.save(buffer, quality=60, save_all=False, xmp=xmp(WHOLE))
    before = buffer.getvalue()
    assert pillow_heif.open_heif(io.BytesIO(before)).info["thumbnails"] == [128]
    after = cleaned(before, ".heic", WHOLE)
    assert len(after) == len(before)
    assert pillow_heif.open_heif(io.BytesIO(after)).info["thumbnails"] == []
    with Image.open(io.BytesIO(after)) as image:
        assert image.size == small.size
        assert read_metadata(image) == WHOLE


def test_the_other_pictures_of_a_burst_stay_behind() -> None:
    file = pillow_heif.from_pillow(scene())
    file.add_from_pillow(scene().rotate(90))
    buffer = io.BytesIO()
    file.save(buffer, quality=60, primary_index=1)
    before = buffer.getvalue()
    after = cleaned(before, ".heic")
    assert len(pillow_heif.open_heif(io.BytesIO(before))) == 2
    (left,) = pillow_heif.open_heif(io.BytesIO(after))
    wanted = pillow_heif.open_heif(io.BytesIO(before))[1]
    assert left.to_pillow().tobytes() == wanted.to_pillow().tobytes()


def test_a_picture_with_a_property_that_must_be_understood_is_refused() -> None:
    data = bytearray(heic(scene()))
    place = data.index(b"hvcC")
    data[place : place + 4] = b"abcd"
    assert clean(bytes(data), ".heic", WHOLE) == faults.UNCLEANABLE


def test_words_too_long_for_the_room_there_was_are_left_out_of_a_heic() -> None:
    data = heic(scene(), xmp=xmp(PhotoMetadata("灯")))
    after = cleaned(data, ".heic", PhotoMetadata("灯" * 1500))
    with Image.open(io.BytesIO(after)) as image:
        assert read_metadata(image) == PhotoMetadata()


@pytest.mark.parametrize(
    ("suffix", "data"),
    [
        (".jpg", lambda: b"\xff\xd8\xff\xd9"),
        (".jpg", lambda: jpeg(scene(), b"\xff\x01\x00\x02")),
        (".jpg", lambda: jpeg(scene(), icc_profile=b"no profile")),
        (".jpg", lambda: png(scene())),
        (".png", lambda: png(scene(), chunk(b"SeCR", SECRET))),
        (".png", lambda: png(scene()).replace(b"IDAT", b"IDAt", 1)),
        (".webp", lambda: b"RIFF\x04\x00\x00\x00WEBP"),
        (".gif", lambda: b"GIF89a\x01\x00\x01\x00\x00\x00\x00\x3b"),
        (".gif", lambda: gif(scene(), b"\x77")),
        (".heic", lambda: heic(scene()) + _box(b"moov", b"")),
        (".heic", lambda: heic(scene()) + SECRET),
        (".heic", lambda: heic(scene()).replace(b"pict", b"vide", 1)),
        (".tif", lambda: b"II*\x00"),
        (".svg", lambda: b"<svg/>"),
        (".jpg", lambda: b""),
    ],
)
def test_a_file_of_another_structure_is_refused(suffix: str, data: Any) -> None:
    assert clean(data(), suffix, WHOLE) == faults.UNCLEANABLE


def test_the_same_file_gives_the_same_bytes_and_a_clean_one_stays_as_it_is() -> None:
    for sample in PICTURES:
        suffix = PurePosixPath(sample.name).suffix
        if not sample.is_sound or sample.is_film:
            continue
        data = sample.make()
        once = clean(data, suffix, sample.words)
        assert once == clean(data, suffix, sample.words)
        assert isinstance(once, bytes)
        assert clean(once, suffix, sample.words) == once, sample.name


@pytest.mark.parametrize("profile", [b"", b"x" * 200, display_p3()[:140], display_p3()[:200]])
def test_a_profile_that_is_none_is_refused(profile: bytes) -> None:
    with pytest.raises(Misunderstood):
        clean_profile(profile)


def test_a_cleaned_profile_gives_the_same_colours() -> None:
    image = jpeg(scene(), icc_profile=display_p3())
    profile = clean_profile(display_p3())
    assert b"mmod" not in profile
    assert profile != display_p3()
    with Image.open(io.BytesIO(cleaned(image, ".jpg"))) as found:
        assert found.info["icc_profile"] == profile


_SEEDS = {
    suffix: next(one.make() for one in PICTURES if one.name == f"xmp{suffix}")
    for suffix in (".jpg", ".png", ".webp", ".gif", ".avif", ".heic")
}


@given(st.sampled_from(sorted(_SEEDS)), st.integers(0, 2**32))
@settings(max_examples=300, deadline=None)
def test_a_garbled_file_is_an_answer_and_never_an_exception(suffix: str, seed: int) -> None:
    chance = random.Random(seed)
    data = bytearray(_SEEDS[suffix])
    for _ in range(chance.randint(1, 12)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    assert isinstance(clean(bytes(data), suffix, WHOLE), bytes | PhotoFault)

# SPDX-License-Identifier: MIT
"""What leaves the darkroom: upright, small, and silent about where it was taken."""

from __future__ import annotations

import io
import json
import struct
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pictures import claims_to_be
from PIL import ExifTags, Image

from linli.newsroom.photos import Format, Photo, PhotoFault, PhotoMetadata
from linli.photos.darkroom import Darkroom
from linli.photos.settings import PhotoSettings

MakeDarkroom = Callable[..., Darkroom]
Make = Callable[..., Any]
RED, BLUE = (254, 0, 0), (0, 0, 254)


def develop(darkroom: Darkroom, path: str) -> Photo:
    photo = darkroom.photo(path)
    assert isinstance(photo, Photo), photo
    return photo


def outputs(darkroom: Darkroom, photo: Photo) -> list[bytes]:
    return [darkroom.file_of(rendition).read_bytes() for rendition in photo.renditions]


def near(found: Any, wanted: tuple[int, int, int]) -> bool:
    return all(abs(a - b) < 40 for a, b in zip(found, wanted, strict=False))


# Sizes


@pytest.mark.parametrize(
    ("size", "widths", "renditions"),
    [
        ((64, 48), (16, 32, 64), [(16, 12), (32, 24), (64, 48)]),
        ((100, 50), (16, 32, 64), [(16, 8), (32, 16), (64, 32)]),
        ((40, 40), (16, 32, 64), [(16, 16), (32, 32), (40, 40)]),
        ((16, 8), (16, 32, 64), [(16, 8)]),
        ((9, 9), (16, 32, 64), [(9, 9)]),
        ((1, 1), (16, 32, 64), [(1, 1)]),
        ((64, 1), (16,), [(16, 1)]),
    ],
)
def test_a_picture_is_never_made_larger_than_it_is(
    content: Path,
    darkroom: MakeDarkroom,
    scene: Make,
    size: tuple[int, int],
    widths: tuple[int, ...],
    renditions: list[tuple[int, int]],
) -> None:
    scene(*size).save(content / "lamp.png")
    room = darkroom(widths)
    photo = develop(room, "lamp.png")
    assert (photo.width, photo.height) == size
    for format in (Format.AVIF, Format.WEBP):
        assert [(one.width, one.height) for one in photo.in_format(format)] == renditions
    assert photo.formats == (Format.AVIF, Format.WEBP, Format.JPEG)
    last = photo.in_format(Format.JPEG)
    assert [(one.width, one.height) for one in last] == [
        one for one in renditions if one[0] == widths[len(widths) // 2] or one == renditions[-1]
    ]
    for one, data in zip(photo.renditions, outputs(room, photo), strict=True):
        assert Image.open(io.BytesIO(data)).size == (one.width, one.height)
    assert photo.largest == photo.renditions[-1]


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_stands_upright_whichever_way_the_camera_was_held(
    content: Path, darkroom: MakeDarkroom, scene: Make, camera_exif: Make, orientation: int
) -> None:
    upright = scene(64, 48)
    back = {
        1: None,
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }[orientation]
    stored = upright if back is None else upright.transpose(back)
    stored.save(content / "lamp.jpg", exif=camera_exif(orientation), quality=95)
    room = darkroom()
    photo = develop(room, "lamp.jpg")
    assert (photo.width, photo.height) == (64, 48)
    for data in outputs(room, photo):
        image = Image.open(io.BytesIO(data)).convert("RGB")
        assert near(image.getpixel((image.width // 2, 1)), RED)
        assert near(image.getpixel((image.width // 2, image.height - 2)), BLUE)


# What a file must not tell


@pytest.mark.parametrize(
    ("suffix", "mode"),
    [
        (".jpg", "RGB"),
        (".png", "RGB"),
        (".png", "RGBA"),
        (".webp", "RGB"),
        (".webp", "RGBA"),
        (".avif", "RGB"),
        (".avif", "RGBA"),
    ],
)
def test_no_byte_that_leaves_tells_where_it_was_taken(
    content: Path,
    darkroom: MakeDarkroom,
    scene: Make,
    camera_exif: Make,
    suffix: str,
    mode: str,
) -> None:
    exif = camera_exif(ImageDescription="Lamp")
    file = content / f"lamp{suffix}"
    scene(mode=mode).save(file, exif=exif)
    original = file.read_bytes()
    position = struct.pack("<II", 30, 1) if b"II*\x00" in original else struct.pack(">II", 30, 1)
    assert position in original
    assert b"SERIAL-20220705" in original
    assert Image.open(io.BytesIO(original)).getexif().get_ifd(ExifTags.IFD.GPSInfo)
    room = darkroom()
    for data in outputs(room, develop(room, f"lamp{suffix}")):
        image = Image.open(io.BytesIO(data))
        assert not image.getexif().get_ifd(ExifTags.IFD.GPSInfo)
        assert not dict(image.getexif())
        for bytes_ in (
            b"Exif\x00\x00",
            b"eXIf",
            b"GPS",
            b"SERIAL-20220705",
            struct.pack("<II", 30, 1) + struct.pack("<II", 24, 1),
            struct.pack(">II", 30, 1) + struct.pack(">II", 24, 1),
        ):
            assert bytes_ not in data


def test_a_position_in_xmp_does_not_leave_either(
    content: Path, darkroom: MakeDarkroom, scene: Make
) -> None:
    packet = (
        b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF '
        b'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" '
        b'xmlns:exif="http://ns.adobe.com/exif/1.0/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" '
        b'exif:GPSLatitude="30,24.85N" photoshop:Credit="Newsroom" photoshop:City="Chengdu"/>'
        b"</rdf:RDF></x:xmpmeta>"
    )
    scene().save(content / "lamp.jpg", xmp=packet)
    room = darkroom()
    photo = develop(room, "lamp.jpg")
    assert photo.metadata == PhotoMetadata(credit="Newsroom")
    for data in outputs(room, photo):
        assert b"GPS" not in data
        assert b"Chengdu" not in data
        assert b"Newsroom" in data


def test_an_animation_leaves_without_its_exif_too(
    content: Path, darkroom: MakeDarkroom, scene: Make, camera_exif: Make
) -> None:
    frames = [scene(), scene().rotate(180)]
    frames[0].save(
        content / "lamp.webp", save_all=True, append_images=frames[1:], exif=camera_exif()
    )
    room = darkroom()
    photo = develop(room, "lamp.webp")
    assert photo.is_moving
    assert photo.formats == (Format.WEBP, Format.JPEG)
    assert [(one.width, one.format) for one in photo.renditions] == [
        (64, Format.WEBP),
        (32, Format.JPEG),
        (64, Format.JPEG),
    ]
    moving, *stills = outputs(room, photo)
    assert Image.open(io.BytesIO(moving)).n_frames == 2
    for data in (moving, *stills):
        assert not dict(Image.open(io.BytesIO(data)).getexif())
        assert b"SERIAL" not in data


def test_a_telephones_picture_of_two_frames_is_no_animation(
    content: Path, darkroom: MakeDarkroom, scene: Make, camera_exif: Make
) -> None:
    scene().save(
        content / "lamp.jpg",
        "MPO",
        save_all=True,
        append_images=[scene().rotate(180)],
        exif=camera_exif(6),
    )
    room = darkroom()
    photo = develop(room, "lamp.jpg")
    assert (photo.width, photo.height) == (48, 64)
    for data in outputs(room, photo):
        image = Image.open(io.BytesIO(data))
        assert getattr(image, "n_frames", 1) == 1
        assert image.format != "MPO"
        assert b"SERIAL" not in data


def test_the_thumbnail_and_the_original_stay_behind(
    content: Path, darkroom: MakeDarkroom, scene: Make, jpeg: Make
) -> None:
    thumbnail = jpeg(scene(32, 24))
    segment = b"\xff\xe5" + struct.pack(">H", len(thumbnail) + 2) + thumbnail
    original = jpeg(scene(), segment)
    (content / "lamp.jpg").write_bytes(original)
    room = darkroom()
    for data in outputs(room, develop(room, "lamp.jpg")):
        assert data != original
        assert data.count(b"\xff\xd8\xff") <= 1


# Colours


def test_print_colours_become_screen_colours(
    content: Path, darkroom: MakeDarkroom, scene: Make
) -> None:
    scene(mode="CMYK").save(content / "lamp.jpg")
    room = darkroom()
    for data in outputs(room, develop(room, "lamp.jpg")):
        image = Image.open(io.BytesIO(data))
        assert image.mode == "RGB"
        assert near(image.getpixel((1, 1)), RED)


@pytest.mark.parametrize("mode", ["L", "1", "P", "LA", "I;16", "PA"])
def test_pictures_of_other_modes_are_developed(
    content: Path, darkroom: MakeDarkroom, scene: Make, mode: str
) -> None:
    image = (
        Image.new("I;16", (64, 48), 30000)
        if mode == "I;16"
        else scene(mode="LA" if mode == "PA" else mode)
    )
    image.save(content / "lamp.png")
    room = darkroom()
    for data in outputs(room, develop(room, "lamp.png")):
        assert Image.open(io.BytesIO(data)).mode in {"RGB", "RGBA"}


def test_what_shines_through_still_does(content: Path, darkroom: MakeDarkroom) -> None:
    image = Image.new("RGBA", (64, 48), (255, 0, 0, 0))
    image.save(content / "lamp.png")
    room = darkroom()
    photo = develop(room, "lamp.png")
    assert photo.largest.format is Format.PNG
    assert not photo.placeholder
    for data in outputs(room, photo):
        printed = Image.open(io.BytesIO(data))
        assert printed.mode == "RGBA"
        assert printed.getpixel((3, 3))[3] == 0


def test_a_profile_that_cannot_be_followed_stops_nobody(
    content: Path, darkroom: MakeDarkroom, scene: Make
) -> None:
    scene().save(content / "lamp.jpg", icc_profile=b"not a profile")
    room = darkroom()
    for data in outputs(room, develop(room, "lamp.jpg")):
        assert b"not a profile" not in data


# Faults


@pytest.mark.parametrize(
    ("name", "change", "problem"),
    [
        ("empty.jpg", lambda data: b"", "空"),
        ("cut.jpg", lambda data: data[: len(data) // 2], "损坏"),
        ("head.jpg", lambda data: data[:20], "不是图片|损坏"),
        ("text.jpg", lambda data: "不是图片".encode(), "不是图片"),
        ("zeros.jpg", lambda data: bytes(500), "不是图片"),
        ("jpeg.png", lambda data: data, "扩展名"),
        ("jpeg.webp", lambda data: data, "扩展名"),
        ("bomb.png", lambda data: claims_to_be(100_000, 100_000), "像素"),
        ("large.png", lambda data: claims_to_be(10_000, 9_000), "像素"),
    ],
)
def test_a_file_that_is_no_good_says_why(
    content: Path,
    darkroom: MakeDarkroom,
    scene: Make,
    jpeg: Make,
    name: str,
    change: Callable[[bytes], bytes],
    problem: str,
) -> None:
    (content / name).write_bytes(change(jpeg(scene(), quality=95)))
    fault = darkroom().photo(name)
    assert isinstance(fault, PhotoFault)
    assert any(word in fault.zh for word in problem.split("|")), fault
    assert fault.en


@pytest.mark.parametrize(
    "path",
    ["none.jpg", "lamp.txt", "folder.jpg", "../outside.jpg", "link.jpg", "a/../../outside.jpg"],
)
def test_what_is_no_picture_file_of_the_folder_is_not_there(
    content: Path, darkroom: MakeDarkroom, scene: Make, path: str
) -> None:
    scene().save(content.parent / "outside.jpg")
    (content / "lamp.txt").write_text("x")
    (content / "folder.jpg").mkdir()
    (content / "link.jpg").symlink_to(content.parent / "outside.jpg")
    assert darkroom().photo(path) is None


def test_a_path_from_the_root_of_the_machine_is_not_followed(
    content: Path, darkroom: MakeDarkroom, scene: Make
) -> None:
    outside = content.parent / "outside.jpg"
    scene().save(outside)
    assert darkroom().photo(outside.as_posix()) is None


def test_a_name_longer_than_any_files_is_no_exception(darkroom: MakeDarkroom) -> None:
    assert not isinstance(darkroom().photo(f"{'灯' * 300}.jpg"), Photo)


# The cache


def tree(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in sorted(folder.iterdir())}


def test_the_same_picture_gives_the_same_bytes_twice(
    content: Path, scene: Make, tmp_path: Path
) -> None:
    scene().save(content / "lamp.jpg")
    trees = []
    for name in ("first", "second"):
        develop(Darkroom(content, tmp_path / name, PhotoSettings((16, 32))), "lamp.jpg")
        trees.append(tree(tmp_path / name))
    assert trees[0] == trees[1]
    assert len(trees[0]) == 6


def test_what_was_developed_once_is_not_developed_again(
    content: Path,
    darkroom: MakeDarkroom,
    scene: Make,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    scene().save(content / "lamp.jpg")
    first = develop(darkroom(), "lamp.jpg")

    def refuse(*_: object) -> None:
        raise AssertionError("developed again")

    monkeypatch.setattr(Darkroom, "_print", refuse)
    assert develop(darkroom(), "lamp.jpg") == first


def test_a_new_width_or_a_new_picture_is_developed(
    content: Path, darkroom: MakeDarkroom, scene: Make
) -> None:
    scene().save(content / "lamp.jpg")
    first = develop(darkroom(), "lamp.jpg")
    assert len(develop(darkroom((16,)), "lamp.jpg").renditions) == 3
    scene().rotate(180).save(content / "lamp.jpg")
    second = develop(darkroom(), "lamp.jpg")
    assert {one.path for one in first.renditions}.isdisjoint(one.path for one in second.renditions)


@pytest.mark.parametrize("damage", ["delete", "empty", "record", "half-record", "list"])
def test_a_cache_that_was_damaged_heals(
    content: Path, darkroom: MakeDarkroom, scene: Make, tmp_path: Path, damage: str
) -> None:
    scene().save(content / "lamp.jpg")
    first = develop(darkroom(), "lamp.jpg")
    whole = tree(tmp_path / "cache")
    for file in (tmp_path / "cache").iterdir():
        if file.suffix == ".jpg" and damage == "delete":
            file.unlink()
        elif file.suffix == ".jpg" and damage == "empty":
            file.write_bytes(b"")
        elif file.suffix == ".json" and damage == "record":
            file.write_text("{")
        elif file.suffix == ".json" and damage == "half-record":
            file.write_text(json.dumps({"prints": []}))
        elif file.suffix == ".json" and damage == "list":
            file.write_text("[1, 2]")
    assert develop(darkroom(), "lamp.jpg") == first
    assert tree(tmp_path / "cache") == whole


def test_a_picture_is_not_taken_from_the_cache_under_a_wrong_name(
    content: Path, darkroom: MakeDarkroom, scene: Make
) -> None:
    scene().save(content / "lamp.png")
    develop(darkroom(), "lamp.png")
    (content / "lamp.jpg").write_bytes((content / "lamp.png").read_bytes())
    assert isinstance(darkroom().photo("lamp.jpg"), PhotoFault)


def test_two_pictures_of_one_name_in_two_folders_lie_apart(
    content: Path, darkroom: MakeDarkroom, scene: Make
) -> None:
    for folder in ("a", "b"):
        (content / folder).mkdir()
        scene().save(content / folder / "lamp.jpg")
    room = darkroom()
    paths = [
        one.path for name in ("a", "b") for one in develop(room, f"{name}/lamp.jpg").renditions
    ]
    assert len(paths) == len(set(paths)) == 16
    assert all(path.startswith(("a/lamp.", "b/lamp.")) for path in paths)

# SPDX-License-Identifier: MIT
"""Pictures of every sort: what is read from them, and what leaves, as an outside judge sees it."""

from __future__ import annotations

import io
from dataclasses import asdict
from pathlib import Path, PurePosixPath

import pillow_heif
import pytest
from exiftool import UPRIGHT, forbidden, tags_in, words_of
from pictures import PICTURES, PLANTED, Sample
from PIL import Image, ImageSequence

from linli.newsroom.photos import Photo, PhotoFault, PhotoMetadata
from linli.photos import faults
from linli.photos.cleaning import clean
from linli.photos.darkroom import SUFFIXES, Darkroom
from linli.photos.metadata import read_metadata
from linli.photos.settings import PhotoSettings

pillow_heif.register_heif_opener()

SOUND = [one for one in PICTURES if one.is_sound]
FAULTY = [one for one in PICTURES if not one.is_sound]
CLEANED = [one for one in SOUND if not one.is_film]
DEVELOPED = [one for one in SOUND if PurePosixPath(one.name).suffix in SUFFIXES]


def each(samples: list[Sample]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("sample", samples, ids=[one.name for one in samples])


def said(words: PhotoMetadata) -> dict[str, str]:
    return {name: value for name, value in asdict(words).items() if value and name != "unreadable"}


@pytest.fixture(scope="session")
def originals(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with every picture of the table."""
    folder = tmp_path_factory.mktemp("originals")
    for sample in PICTURES:
        (folder / sample.name).write_bytes(sample.make())
    return folder


@pytest.fixture(scope="session")
def darkroom(originals: Path, tmp_path_factory: pytest.TempPathFactory) -> Darkroom:
    return Darkroom(originals, tmp_path_factory.mktemp("cache"), PhotoSettings((16, 32, 64)))


@pytest.fixture(scope="session")
def renditions(darkroom: Darkroom, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for each sound picture, with every rendition of it."""
    folder = tmp_path_factory.mktemp("renditions")
    for sample in DEVELOPED:
        photo = darkroom.photo(sample.name)
        assert isinstance(photo, Photo), (sample.name, photo)
        (folder / sample.name).mkdir()
        for rendition in photo.renditions:
            target = folder / sample.name / PurePosixPath(rendition.path).name
            target.write_bytes(darkroom.file_of(rendition).read_bytes())
    return folder


@pytest.fixture(scope="session")
def of_renditions(renditions: Path) -> dict[str, dict[str, object]]:
    return tags_in(renditions)


@pytest.fixture(scope="session")
def cleaned(originals: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every sound original that can be cleaned, cleaned."""
    folder = tmp_path_factory.mktemp("cleaned")
    for sample in CLEANED:
        data = (originals / sample.name).read_bytes()
        made = clean(data, PurePosixPath(sample.name).suffix, sample.words)
        assert not isinstance(made, PhotoFault), sample.name
        (folder / sample.name).write_bytes(made)
    return folder


@pytest.fixture(scope="session")
def of_cleaned(cleaned: Path) -> dict[str, dict[str, object]]:
    return tags_in(cleaned)


def test_the_table_holds_pictures_of_every_sort() -> None:
    assert len(PICTURES) >= 60
    assert len({one.name for one in PICTURES}) == len(PICTURES)


def test_every_sound_picture_is_a_few_kilobytes(originals: Path) -> None:
    sizes = {one.name: (originals / one.name).stat().st_size for one in PICTURES}
    assert {name: size for name, size in sizes.items() if size > 12_000} == {}


def test_the_judge_finds_the_position_in_the_originals(originals: Path) -> None:
    """Else it would prove nothing that he finds none later."""
    found = tags_in(originals)
    located = {name for name, tags in found.items() if any("GPS" in tag for tag in tags)}
    assert len(located) > 70
    assert sum(any("SerialNumber" in tag for tag in tags) for tags in found.values()) > 70


@each(CLEANED)
def test_the_fields_are_read_as_the_table_has_them(originals: Path, sample: Sample) -> None:
    with Image.open(originals / sample.name) as image:
        assert read_metadata(image) == sample.words


@each(FAULTY)
def test_a_faulty_picture_says_why(darkroom: Darkroom, sample: Sample) -> None:
    if PurePosixPath(sample.name).suffix not in SUFFIXES:
        assert darkroom.photo(sample.name) is None
        return
    fault = darkroom.photo(sample.name)
    assert isinstance(fault, PhotoFault)
    assert any(reason in fault.zh for reason in sample.fault.split("|")), fault


@each(DEVELOPED)
def test_every_rendition_says_what_it_may_and_nothing_else(
    renditions: Path, of_renditions: dict[str, dict[str, object]], sample: Sample
) -> None:
    names = [path.name for path in sorted((renditions / sample.name).iterdir())]
    assert names
    for name in names:
        tags = of_renditions[f"{sample.name}/{name}"]
        assert words_of(tags) == said(sample.words), name
        assert forbidden(tags) == set(), name
        data = (renditions / sample.name / name).read_bytes()
        assert [planted for planted in PLANTED if planted in data] == [], name


# Originals, cleaned


@each(CLEANED)
def test_a_cleaned_original_says_what_it_may_and_nothing_else(
    cleaned: Path, of_cleaned: dict[str, dict[str, object]], sample: Sample
) -> None:
    tags = of_cleaned[sample.name]
    assert forbidden(tags) - UPRIGHT == set()
    data = (cleaned / sample.name).read_bytes()
    assert [planted for planted in PLANTED if planted in data] == []
    # An AVIF or HEIC has room for words only where it had XMP before.
    has_room = sample.name.partition(".")[2] not in {"avif", "heic"} or sample.words.alt
    assert words_of(tags) == (said(sample.words) if has_room else {})


def test_a_film_is_no_original_to_publish(originals: Path) -> None:
    films = [one for one in SOUND if one.is_film]
    assert films
    for film in films:
        data = (originals / film.name).read_bytes()
        assert clean(data, PurePosixPath(film.name).suffix, film.words) == faults.UNCLEANABLE


def frames(data: bytes) -> list[bytes]:
    with Image.open(io.BytesIO(data)) as image:
        if image.format == "MPO":
            return [image.convert("RGBA").tobytes()]
        return [frame.convert("RGBA").tobytes() for frame in ImageSequence.Iterator(image)]


@each(CLEANED)
def test_a_cleaned_original_has_the_same_pixels(
    originals: Path, cleaned: Path, sample: Sample
) -> None:
    before, after = ((folder / sample.name).read_bytes() for folder in (originals, cleaned))
    assert frames(after) == frames(before)


def coded(data: bytes, suffix: str) -> bytes:
    """The bytes that a decoder makes pixels of."""
    if suffix == ".jpg":
        # The first picture: the thumbnail, which the EXIF holds, has another size.
        start = next(
            at
            for at in (
                data.find(mark + b"\x00\x11\x08\x00\x30\x00\x40")
                for mark in (b"\xff\xc0", b"\xff\xc2")
            )
            if at >= 0
        )
        return data[start : data.index(b"\xff\xd9", start)]
    if suffix == ".png":
        return data[data.index(b"IDAT") - 4 : data.index(b"IEND") - 4]
    raise AssertionError(suffix)


@each(
    [
        one
        for one in CLEANED
        if one.name
        in {
            "xmp.jpg",
            "display-p3.jpg",
            "for-3d.jpg",
            "progressive.jpg",
            "xmp.png",
            "moves.png",
            "palette.png",
        }
    ]
)
def test_the_coded_picture_is_copied_byte_for_byte(
    originals: Path, cleaned: Path, sample: Sample
) -> None:
    before, after = ((folder / sample.name).read_bytes() for folder in (originals, cleaned))
    suffix = PurePosixPath(sample.name).suffix
    assert coded(before, suffix) == coded(after, suffix)
    assert len(coded(before, suffix)) > 70


@each([one for one in CLEANED if one.name.startswith("orientation-")])
def test_a_cleaned_original_still_says_which_way_up_it_is(cleaned: Path, sample: Sample) -> None:
    with Image.open(cleaned / sample.name) as image:
        assert dict(image.getexif()) == (
            {} if sample.name == "orientation-1.jpg" else {0x0112: int(sample.name[12])}
        )


@each([one for one in FAULTY if one.fault != "扩展名" and "bomb" not in one.name])
def test_a_file_that_is_not_understood_is_never_passed_through(
    originals: Path, sample: Sample
) -> None:
    data = (originals / sample.name).read_bytes()
    found = clean(data, PurePosixPath(sample.name).suffix, PhotoMetadata())
    assert isinstance(found, PhotoFault)


@each(
    [
        one
        for one in CLEANED
        if one.name
        in {
            "xmp.jpg",
            "xmp.png",
            "xmp.webp",
            "xmp.gif",
            "xmp.avif",
            "xmp.heic",
            "moves.gif",
            "display-p3.avif",
        }
    ]
)
def test_a_file_that_was_cut_anywhere_is_refused_or_still_silent(
    originals: Path, sample: Sample
) -> None:
    data = (originals / sample.name).read_bytes()
    for end in range(0, len(data) - 1, max(1, len(data) // 150)):
        found = clean(data[:end], PurePosixPath(sample.name).suffix, PhotoMetadata())
        if isinstance(found, bytes):
            assert [planted for planted in PLANTED if planted in found] == []


# A whole site


@pytest.mark.site
def test_no_file_of_a_whole_site_tells_where_a_picture_was_taken(
    originals: Path, tmp_path: Path
) -> None:
    from sites import build, write_site

    shown = "\n\n".join(
        f'![巷口的一盏路灯](pictures/{one.name} "路灯亮了。"){{ credit="王小明 摄" }}'
        for one in DEVELOPED
    )
    root = write_site(
        tmp_path,
        "-- content/categories/street.md --\n---\nname: 街上\n---\n"
        "-- content/reports/2026/lamps/index.md --\n---\ntitle: 路灯亮了\ndate: 2026-06-01\n"
        f"category: street\nbylines: [本报记者 王小明]\n---\n正文。\n\n{shown}\n",
    )
    folder = root / "content/reports/2026/lamps/pictures"
    folder.mkdir()
    for one in DEVELOPED:
        (folder / one.name).write_bytes((originals / one.name).read_bytes())
    built = build(root)
    assert built.warnings == []
    published = tags_in(built.site)
    ours = [name for name in published if "/pictures/" in name]
    assert len(ours) >= len(DEVELOPED)
    located = {name for name, tags in published.items() if any("GPS" in tag for tag in tags)}
    assert located == set()
    assert {name: forbidden(published[name]) for name in ours if forbidden(published[name])} == {}
    telling = [
        (path, planted)
        for path, data in built.files.items()
        for planted in PLANTED
        if planted in data
    ]
    assert telling == []

# SPDX-License-Identifier: MIT
"""What a picture says of itself, and the little of it that goes out again."""

from __future__ import annotations

import io
import random
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pictures import PICTURES
from PIL import Image

from linli.newsroom.photos import Photo, PhotoMetadata
from linli.photos.darkroom import Darkroom
from linli.photos.encodings import LONGEST, decode
from linli.photos.metadata import read_metadata, xmp_packet
from linli.photos.source_types import term

Make = Callable[..., Any]
WORDS = PhotoMetadata("路灯亮了。", "王小明", "邻里／供图", "© 邻里", "巷口的一盏路灯")
SOURCES = "http://cv.iptc.org/newscodes/digitalsourcetype/"
CHINESE = "路灯亮了，一共十二盏。"


def read(data: bytes) -> PhotoMetadata:
    return read_metadata(Image.open(io.BytesIO(data)))


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_an_iptc_caption_is_read_in_both_ways_that_chinese_cameras_write_it(
    scene: Make, iim: Make, jpeg: Make, encoding: str
) -> None:
    segment = iim(
        [
            (120, CHINESE.encode(encoding)),
            (80, "王小明".encode(encoding)),
            (110, "邻里／供图".encode(encoding)),
            (116, "© 邻里".encode(encoding)),
        ]
    )
    assert read(jpeg(scene(), segment)) == PhotoMetadata(CHINESE, "王小明", "邻里／供图", "© 邻里")


def test_two_by_lines_are_two_people(scene: Make, iim: Make, jpeg: Make) -> None:
    segment = iim([(80, "王小明".encode()), (80, "沈悦".encode())])
    assert read(jpeg(scene(), segment)).creator == "王小明、沈悦"


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_an_exif_description_is_read_in_both_ways_too(
    scene: Make, camera_exif: Make, jpeg: Make, encoding: str
) -> None:
    # Pillow writes an ASCII field only; a camera writes whatever it likes.
    exif = camera_exif(ImageDescription="X" * len(CHINESE.encode(encoding)), Artist="Wang")
    data = jpeg(scene(), exif=exif.tobytes())
    data = data.replace(b"X" * len(CHINESE.encode(encoding)), CHINESE.encode(encoding))
    found = read(data)
    assert (found.caption, found.creator) == (CHINESE, "Wang")


@pytest.mark.parametrize("suffix", ["JPEG", "PNG", "WEBP"])
def test_every_field_comes_back_from_xmp(scene: Make, suffix: str) -> None:
    buffer = io.BytesIO()
    extra: dict[str, Any] = {"xmp": xmp_packet(WORDS)}
    if suffix == "PNG":
        from PIL import PngImagePlugin

        extra = {"pnginfo": PngImagePlugin.PngInfo()}
        extra["pnginfo"].add_itxt("XML:com.adobe.xmp", xmp_packet(WORDS).decode())
    scene().save(buffer, suffix, **extra)
    assert read(buffer.getvalue()) == WORDS


def test_xmp_wins_over_iptc_which_wins_over_exif(
    scene: Make, iim: Make, jpeg: Make, camera_exif: Make
) -> None:
    exif = camera_exif(ImageDescription="exif", Artist="exif", Copyright="exif")
    segment = iim([(120, b"iptc"), (80, b"iptc")])
    packet = xmp_packet(PhotoMetadata(caption="xmp"))
    found = read(jpeg(scene(), segment, exif=exif, xmp=packet))
    assert (found.caption, found.creator, found.copyright) == ("xmp", "iptc", "exif")


@pytest.mark.parametrize(
    "packet",
    [
        b"<x:xmpmeta",
        b"",
        b"\xff\xfe\x00",
        b'<!DOCTYPE a [<!ENTITY b "cccc"><!ENTITY d "&b;&b;&b;">]><a>&d;</a>',
        b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
        b"<a/>",
    ],
)
def test_a_packet_that_is_no_good_says_nothing(scene: Make, jpeg: Make, packet: bytes) -> None:
    assert read(jpeg(scene(), xmp=packet)) == PhotoMetadata(unreadable=packet not in {b"", b"<a/>"})


def test_a_field_may_be_an_attribute_or_an_element_of_its_own(scene: Make, jpeg: Make) -> None:
    packet = (
        '<?xpacket begin="\ufeff" id="x"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF '
        'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" '
        'photoshop:Credit=" 邻里 "/><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/">'
        "<dc:creator><rdf:Seq><rdf:li>王小明</rdf:li><rdf:li>沈悦</rdf:li></rdf:Seq></dc:creator>"
        '<dc:description>一句话</dc:description></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
    ).encode()
    found = read(jpeg(scene(), xmp=packet))
    assert (found.credit, found.creator, found.caption) == ("邻里", "王小明、沈悦", "一句话")


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("路灯".encode(), "路灯"),
        ("路灯".encode("gb18030"), "路灯"),
        (b"lamp\x00\x00", "lamp"),
        (b" \r\n", ""),
        (b"\xff\xff\xff", None),
    ],
)
def test_a_header_is_decoded_or_left_alone(raw: bytes, text: str | None) -> None:
    assert decode(raw) == text


def test_a_packet_of_megabytes_is_not_read(scene: Make) -> None:
    buffer = io.BytesIO()
    scene().save(buffer, "WEBP", xmp=xmp_packet(WORDS).ljust(2_000_001))
    assert read(buffer.getvalue()) == PhotoMetadata(unreadable=True)


def test_a_packet_is_wrapped_as_the_standard_asks_and_the_same_each_time() -> None:
    words = PhotoMetadata("灯", "王小明", "邻里", "© 邻里", "一盏灯", f"{SOURCES}digitalCapture")
    packet = xmp_packet(words)
    assert packet.startswith('<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'.encode())
    assert packet.endswith(b'<?xpacket end="r"?>')
    assert packet == xmp_packet(words)
    for tag in ("rdf:li", "dc:description", "photoshop:Credit", "Iptc4xmpExt:DigitalSourceType"):
        assert f"<{tag}".encode() in packet


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"{SOURCES}trainedAlgorithmicMedia", f"{SOURCES}trainedAlgorithmicMedia"),
        (" https://cv.iptc.org/newscodes/digitalsourcetype/print ", f"{SOURCES}print"),
        ("digitalCapture", f"{SOURCES}digitalCapture"),
        (f"{SOURCES}madeUp", ""),
        ("http://elsewhere.example/digitalCapture", ""),
        ("", ""),
    ],
)
def test_only_terms_of_the_vocabulary_are_source_types(text: str, found: str) -> None:
    assert term(text) == found


def test_the_longest_words_still_fit_into_a_jpeg(scene: Make, jpeg: Make) -> None:
    longest = PhotoMetadata(*(["&" * LONGEST] * 5))
    assert read(jpeg(scene(), xmp=xmp_packet(longest))) == longest


_SEEDS = [one.make() for one in PICTURES if one.is_sound and len(one.make()) > 1000][::4]


@given(st.integers(0, len(_SEEDS) - 1), st.integers(0, 2**32))
@settings(max_examples=300, deadline=None)
def test_a_garbled_block_is_no_exception_that_the_darkroom_does_not_know(
    which: int, seed: int
) -> None:
    chance = random.Random(seed)
    data = bytearray(_SEEDS[which])
    for _ in range(chance.randint(1, 20)):
        data[chance.randrange(min(len(data), 1500))] = chance.randrange(256)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            with Image.open(io.BytesIO(data)) as image:
                found = read_metadata(image)
        except (OSError, EOFError, SyntaxError, ValueError, Image.DecompressionBombError):
            return
    assert isinstance(found, PhotoMetadata)


def test_without_words_there_is_no_packet() -> None:
    assert xmp_packet(PhotoMetadata()) == b""


def test_signs_of_xml_in_a_caption_do_no_harm(scene: Make, jpeg: Make) -> None:
    words = PhotoMetadata("<b>&\"'灯</b>")
    assert read(jpeg(scene(), xmp=xmp_packet(words))) == words


@pytest.mark.parametrize("mode", ["RGB", "RGBA"])
def test_creator_credit_copyright_caption_and_alt_go_out_again(
    content: Path, darkroom: Callable[..., Darkroom], scene: Make, mode: str
) -> None:
    scene(mode=mode).save(content / "lamp.webp", xmp=xmp_packet(WORDS))
    room = darkroom()
    photo = room.photo("lamp.webp")
    assert isinstance(photo, Photo)
    assert photo.metadata == WORDS
    for rendition in photo.renditions:
        assert read(room.file_of(rendition).read_bytes()) == WORDS
    again = darkroom().photo("lamp.webp")
    assert isinstance(again, Photo)
    assert again.metadata == WORDS

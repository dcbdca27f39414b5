# SPDX-License-Identifier: MIT
"""Pictures of every sort that reaches a newsroom, made by code, and what each one says of itself.

`PICTURES` is the table: how a file is made, and the fields that must be read from it, or why it
cannot be published. Every sound one also holds what must never leave: where it was taken, the
number of the camera, a maker's note, a thumbnail, programs and their histories.
"""

from __future__ import annotations

import codecs
import io
import struct
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PIL import Image, ImageCms, ImageDraw, PngImagePlugin

from linli.newsroom.photos import PhotoMetadata

SERIAL = "SERIAL-20220705"
POSITION = ((30, 1), (24, 1), (51, 1))
LONGITUDE = ((103, 1), (48, 1), (39, 1))
POSITION_IN_XMP = "30,24.8512N"
PLANTED = (
    SERIAL.encode(),
    SERIAL.encode("utf-16-le"),
    struct.pack("<6I", *sum(POSITION, ())),
    struct.pack(">6I", *sum(POSITION, ())),
    POSITION_IN_XMP.encode(),
)
"""Bytes that no published file may hold."""

SOURCE = "http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture"
MAINLAND = PhotoMetadata("路灯亮了，一共十二盏。", "王小明", "邻里／供图", "© 邻里报社")
TAIWAN = PhotoMetadata("巷口的路燈亮了，一共十二盞。", "陳美玲", "鄰里／提供", "© 鄰里報社")
IN_EXIF = replace(MAINLAND, credit="")
WHOLE = replace(MAINLAND, alt="巷口的一盏路灯", digital_source_type=SOURCE)


@dataclass(frozen=True)
class Sample:
    """One picture file."""

    name: str
    make: Callable[[], bytes]
    words: PhotoMetadata = PhotoMetadata()
    fault: str = ""
    """A part of the Chinese reason why it cannot be published."""
    is_film: bool = False
    """Whether its frames lie in it as in a film, which is published but not as an original."""

    @property
    def is_sound(self) -> bool:
        return not self.fault


# Pixels


def scene(width: int = 64, height: int = 48, mode: str = "RGB") -> Image.Image:
    """A red half above a blue one, with a yellow lamp: one sees which way up it is."""
    image = Image.new("RGB", (width, height), "blue")
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, width, height // 2 - 1), fill="red")
    draw.ellipse((4, 4, 12, 12), fill="yellow")
    if mode in {"RGBA", "LA"}:
        image = image.convert(mode)
        image.putalpha(Image.linear_gradient("L").resize(image.size))
    return image.convert(mode)


_STORED = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


def stored(orientation: int) -> Image.Image:
    """The scene as a camera stores it that was held in another way."""
    image = scene()
    return image.transpose(_STORED[orientation]) if orientation in _STORED else image


# EXIF, as a camera writes it: in bytes

_ASCII, _SHORT, _LONG, _RATIONAL, _BYTE, _UNDEFINED = 2, 3, 4, 5, 1, 7
_SIZES = {_ASCII: 1, _SHORT: 2, _LONG: 4, _RATIONAL: 8, _BYTE: 1, _UNDEFINED: 1}
Entry = tuple[int, int, bytes]


def _directory(entries: Sequence[Entry], start: int, order: str, following: int = 0) -> bytes:
    entries = sorted(entries)
    table = struct.pack(f"{order}H", len(entries))
    heap = b""
    heap_at = start + 2 + 12 * len(entries) + 4
    for tag, kind, value in entries:
        table += struct.pack(f"{order}HHI", tag, kind, len(value) // _SIZES[kind])
        if len(value) <= 4:
            table += value.ljust(4, b"\x00")
        else:
            table += struct.pack(f"{order}I", heap_at + len(heap))
            heap += value + b"\x00" * (len(value) % 2)
    return table + struct.pack(f"{order}I", following) + heap


def exif(
    words: PhotoMetadata = PhotoMetadata(),
    encoding: str = "utf-8",
    *,
    orientation: int = 1,
    order: str = "<",
    comment: bytes = b"",
    title: str = "",
    xp_comment: str = "",
    author: str = "",
    raw: dict[int, bytes] | None = None,
) -> bytes:
    """A block with words in an encoding, and all that must not leave."""

    def text(value: str | bytes) -> bytes:
        return (value if isinstance(value, bytes) else value.encode(encoding)) + b"\x00"

    def number(value: int, size: str = "I") -> bytes:
        return struct.pack(f"{order}{size}", value)

    def degrees(value: Any) -> bytes:
        return struct.pack(f"{order}6I", *sum(value, ()))

    first: list[Entry] = [
        (0x010F, _ASCII, text("Linli")),
        (0x0110, _ASCII, text("Sample 1")),
        (0x0131, _ASCII, text(f"Software {SERIAL}")),
    ]
    if orientation:
        first.append((0x0112, _SHORT, number(orientation, "H")))
    for tag, value in ((0x010E, words.caption), (0x013B, words.creator), (0x8298, words.copyright)):
        if value:
            first.append((tag, _ASCII, text(value)))
    first += [(tag, _ASCII, value + b"\x00") for tag, value in (raw or {}).items()]
    for tag, value in ((0x9C9B, title), (0x9C9C, xp_comment), (0x9C9D, author)):
        if value:
            first.append((tag, _BYTE, f"{value}\0".encode("utf-16-le")))
    second: list[Entry] = [
        (0x927C, _UNDEFINED, f"Nikon\0note {SERIAL}".encode()),
        (0xA430, _ASCII, text(f"Owner {SERIAL}")),
        (0xA431, _ASCII, text(SERIAL)),
        (0xA435, _ASCII, text(f"Lens {SERIAL}")),
    ]
    if comment:
        second.append((0x9286, _UNDEFINED, comment))
    third: list[Entry] = [
        (1, _ASCII, b"N\x00"),
        (2, _RATIONAL, degrees(POSITION)),
        (3, _ASCII, b"E\x00"),
        (4, _RATIONAL, degrees(LONGITUDE)),
    ]
    thumbnail = jpeg(scene(16, 12))
    # Lengths do not depend on the places, so a first round with zeros tells them.
    places = [0, 0, 0, 0]
    for _ in range(2):
        whole = [*first, (0x8769, _LONG, number(places[0])), (0x8825, _LONG, number(places[1]))]
        head = _directory(whole, 8, order, places[2])
        places[0] = 8 + len(head)
        sub = _directory(second, places[0], order)
        places[1] = places[0] + len(sub)
        position = _directory(third, places[1], order)
        places[2] = places[1] + len(position)
        small = [(0x0103, _SHORT, number(6, "H")), (0x0201, _LONG, number(places[3]))]
        last = _directory([*small, (0x0202, _LONG, number(len(thumbnail)))], places[2], order)
        places[3] = places[2] + len(last)
    begin = (b"II" if order == "<" else b"MM") + number(42, "H") + number(8)
    return b"Exif\x00\x00" + begin + head + sub + position + last + thumbnail


# IPTC-IIM

_DATASETS = {"caption": 120, "creator": 80, "credit": 110, "copyright": 116}


def iim(
    words: PhotoMetadata, encoding: str = "utf-8", *, mark: bytes = b"", raw: bytes = b""
) -> bytes:
    """IPTC records; the mark is that of dataset 1:90."""
    data = _dataset(1, 90, mark) if mark else b""
    data += _dataset(2, 0, b"\x00\x04") + raw
    for name, number in _DATASETS.items():
        if value := getattr(words, name):
            data += _dataset(2, number, value.encode(encoding))
    return data + _dataset(2, 65, f"Program {SERIAL}".encode())


def _dataset(record: int, number: int, value: bytes) -> bytes:
    return struct.pack(">BBBH", 0x1C, record, number, len(value)) + value


def resource(data: bytes, kind: int = 0x0404) -> bytes:
    """One of Photoshop's blocks."""
    return b"8BIM" + struct.pack(">HHI", kind, 0, len(data)) + data + b"\x00" * (len(data) % 2)


def app13(data: bytes) -> bytes:
    return segment(0xED, b"Photoshop 3.0\x00" + data)


def segment(marker: int, body: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body


# XMP

_SPACES = (
    'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" '
    'xmlns:exif="http://ns.adobe.com/exif/1.0/" xmlns:aux="http://ns.adobe.com/exif/1.0/aux/" '
    'xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" '
    'xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/" '
    'xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"'
)


def packet(inside: str, encoding: str = "utf-8") -> bytes:
    """A packet with these properties, and all that must not leave."""
    text = (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
        f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF {_SPACES}>'
        f'<rdf:Description rdf:about="" exif:GPSLatitude="{POSITION_IN_XMP}" '
        f'aux:SerialNumber="{SERIAL}" xmp:CreatorTool="Program {SERIAL}" '
        f'xmpMM:DocumentID="uuid:{SERIAL}">{inside}</rdf:Description>'
        f"</rdf:RDF></x:xmpmeta>{' ' * 400}<?xpacket end='w'?>"
    )
    return text.replace("\ufeff", "").encode(encoding) if encoding != "utf-8" else text.encode()


def alternatives(tag: str, **texts: str) -> str:
    items = "".join(
        f'<rdf:li xml:lang="{language.replace("_", "-")}">{text}</rdf:li>'
        for language, text in texts.items()
    )
    return f"<{tag}><rdf:Alt>{items}</rdf:Alt></{tag}>"


def sequence(tag: str, *texts: str) -> str:
    items = "".join(f"<rdf:li>{text}</rdf:li>" for text in texts)
    return f"<{tag}><rdf:Seq>{items}</rdf:Seq></{tag}>"


def properties(words: PhotoMetadata) -> str:
    found = [
        alternatives("dc:description", x_default=words.caption) if words.caption else "",
        sequence("dc:creator", words.creator) if words.creator else "",
        alternatives("dc:rights", x_default=words.copyright) if words.copyright else "",
        alternatives("Iptc4xmpCore:AltTextAccessibility", x_default=words.alt) if words.alt else "",
        f"<photoshop:Credit>{words.credit}</photoshop:Credit>" if words.credit else "",
    ]
    if words.digital_source_type:
        kind = words.digital_source_type
        found.append(f"<Iptc4xmpExt:DigitalSourceType>{kind}</Iptc4xmpExt:DigitalSourceType>")
    return "".join(found)


def xmp(words: PhotoMetadata) -> bytes:
    return packet(properties(words))


# Files


def jpeg(image: Image.Image, segments: bytes = b"", **extra: Any) -> bytes:
    data = _saved(image, "JPEG", **extra)
    return data[:2] + segments + data[2:]


def _saved(image: Image.Image, format: str, **extra: Any) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, format, **extra)
    return buffer.getvalue()


def png(image: Image.Image, chunks: bytes = b"", *, behind: bool = False, **extra: Any) -> bytes:
    """With chunks before the pixels, or behind them."""
    data = _saved(image, "PNG", **extra)
    place = data.index(b"IEND") - 4 if behind else data.index(b"IDAT") - 4
    return data[:place] + chunks + data[place:]


def chunk(name: bytes, body: bytes) -> bytes:
    check = struct.pack(">I", zlib.crc32(name + body))
    return struct.pack(">I", len(body)) + name + body + check


def text_chunk(keyword: str, value: bytes) -> bytes:
    return chunk(b"tEXt", keyword.encode() + b"\x00" + value)


def raw_profile(name: str, data: bytes) -> bytes:
    """A record as ImageMagick keeps it in a PNG."""
    digits = data.hex()
    lines = "\n".join(digits[at : at + 72] for at in range(0, len(digits), 72))
    text = f"\n{name}\n{len(data):8}\n{lines}\n".encode()
    keyword = f"Raw profile type {name}".encode()
    return chunk(b"zTXt", keyword + b"\x00\x00" + zlib.compress(text))


def webp(image: Image.Image, **extra: Any) -> bytes:
    return _saved(image, "WEBP", **extra)


def avif(image: Image.Image, **extra: Any) -> bytes:
    return _saved(image, "AVIF", speed=10, **extra)


def gif(image: Image.Image, extension: bytes = b"", **extra: Any) -> bytes:
    """With an extension behind the colour table."""
    data = _saved(image, "GIF", **extra)
    place = 13 + (3 * 2 ** ((data[10] & 7) + 1) if data[10] & 0x80 else 0)
    return data[:place] + extension + data[place:]


def gif_xmp(words: PhotoMetadata) -> bytes:
    magic = bytes((1, *range(255, -1, -1), 0))
    return b"\x21\xff\x0bXMP DataXMP" + xmp(words) + magic


def heic(image: Image.Image, **extra: Any) -> bytes:
    import pillow_heif

    buffer = io.BytesIO()
    pillow_heif.from_pillow(image).save(buffer, quality=60, **extra)
    return buffer.getvalue()


def mpo() -> bytes:
    return _saved(
        scene(), "MPO", save_all=True, append_images=[scene().rotate(180)], exif=exif(IN_EXIF)
    )


def frames(mode: str = "RGB") -> dict[str, Any]:
    """Two more frames, for a picture that moves."""
    others = [scene(mode=mode).rotate(90), scene(mode=mode).rotate(180)]
    return {"save_all": True, "append_images": others, "duration": 100, "loop": 0}


def text_of(image: Image.Image, words: PhotoMetadata) -> bytes:
    """A PNG whose packet lies in an iTXt chunk, as the standard has it."""
    info = PngImagePlugin.PngInfo()
    info.add_itxt("XML:com.adobe.xmp", xmp(words).decode())
    return _saved(image, "PNG", pnginfo=info, exif=exif())


# Colour profiles


def _fixed(*values: float) -> bytes:
    return b"XYZ \x00\x00\x00\x00" + struct.pack(">3i", *(round(v * 65536) for v in values))


def _profile(kind: bytes, space: bytes, connection: bytes, tags: dict[bytes, bytes]) -> bytes:
    tags = {
        b"desc": b"desc" + bytes(4) + struct.pack(">I", 6) + b"Linli\x00" + bytes(79),
        b"cprt": b"text\x00\x00\x00\x00CC0\x00",
        b"wtpt": _fixed(0.9642, 1.0, 0.8249),
        # What a screen's own profile tells of it.
        b"mmod": b"mmod\x00\x00\x00\x00" + SERIAL.encode().ljust(32, b"\x00"),
        **tags,
    }
    table, heap = struct.pack(">I", len(tags)), b""
    for name, value in tags.items():
        table += struct.pack(">4sII", name, 132 + 12 * len(tags) + len(heap), len(value))
        heap += value + bytes(-len(value) % 4)
    size = 128 + len(table) + len(heap)
    head = struct.pack(">I4sI4s4s4s", size, b"lcms", 0x02400000, kind, space, connection)
    head += struct.pack(">6H", 2026, 1, 1, 0, 0, 0) + b"acsp" + bytes(28)
    head += struct.pack(">3i", 63190, 65536, 54061)
    return head.ljust(128, b"\x00") + table + heap


def _curve(gamma: float) -> bytes:
    return b"curv" + struct.pack(">IIH", 0, 1, round(gamma * 256)) + bytes(2)


def wide_gamut(red: Sequence[float], green: Sequence[float], blue: Sequence[float]) -> bytes:
    colours = dict(zip((b"rXYZ", b"gXYZ", b"bXYZ"), (red, green, blue), strict=True))
    tags = {name: _fixed(*value) for name, value in colours.items()}
    curves = dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), _curve(2.2))
    return _profile(b"mntr", b"RGB ", b"XYZ ", tags | curves)


def display_p3() -> bytes:
    return wide_gamut((0.5151, 0.2412, -0.0011), (0.2920, 0.6922, 0.0419), (0.1571, 0.0666, 0.7841))


def adobe_rgb() -> bytes:
    return wide_gamut((0.6097, 0.3111, 0.0195), (0.2053, 0.6257, 0.0609), (0.1492, 0.0632, 0.7446))


def grey_profile() -> bytes:
    return _profile(b"mntr", b"GRAY", b"XYZ ", {b"kTRC": _curve(2.2)})


def cmyk_profile() -> bytes:
    """Sixteen corners between paper and four full inks."""
    corners = bytearray()
    for corner in range(16):
        c, m, y, k = (corner >> bit & 1 for bit in (3, 2, 1, 0))
        light = max(0, 255 - 90 * (c + m) - 30 * y - 230 * k)
        corners += bytes((light, 128 - 40 * c + 70 * m, 128 - 50 * c + 85 * y))
    ramp = bytes(range(256))
    identity = struct.pack(">9i", 65536, 0, 0, 0, 65536, 0, 0, 0, 65536)
    table = b"mft1" + bytes(4) + bytes((4, 3, 2, 0)) + identity + ramp * 4 + corners + ramp * 3
    return _profile(b"prtr", b"CMYK", b"Lab ", {b"A2B0": table})


def srgb() -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


# Files that are no good


def claims_to_be(width: int, height: int) -> bytes:
    """A PNG of some dozen bytes whose header speaks of millions of pixels."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(b""))
        + chunk(b"IEND", b"")
    )


def words_bomb() -> bytes:
    """A PNG with a text of megabytes in some kilobytes."""
    text = zlib.compress(bytes(5_000_000))
    return png(scene(), chunk(b"zTXt", b"Description\x00\x00" + text))


def _half(data: bytes) -> bytes:
    return data[: len(data) // 2]


# The table

_LAUGHS = (
    b'<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    b'<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><a>&c;</a>'
)
_OUTSIDE = b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x;</a>'
_UTF16 = codecs.BOM_UTF16_LE + "路灯亮了".encode("utf-16-le")
UNREADABLE = PhotoMetadata(unreadable=True)


def _caption(text: str) -> PhotoMetadata:
    return PhotoMetadata(caption=text)


def _in_jpeg(inside: str) -> Callable[[], bytes]:
    return lambda: jpeg(scene(), exif=exif(), xmp=packet(inside))


def _with_comment(comment: bytes, order: str = "<") -> Callable[[], bytes]:
    return lambda: jpeg(scene(), exif=exif(order=order, comment=comment))


def _with_iim(data: bytes) -> Callable[[], bytes]:
    return lambda: jpeg(scene(), app13(resource(data)), exif=exif())


_ENCODINGS = (("utf8", "utf-8", IN_EXIF), ("gb", "gb18030", IN_EXIF))
_MAKERS: dict[str, Callable[..., bytes]] = {
    "jpg": jpeg,
    "png": png,
    "webp": webp,
    "avif": avif,
    "heic": heic,
}


def _exif_samples() -> list[Sample]:
    samples = []
    for suffix, maker in _MAKERS.items():
        for name, encoding, words in (
            *_ENCODINGS,
            ("big5", "cp950", replace(TAIWAN, credit="", copyright="鄰里報社")),
        ):
            written = replace(words, copyright=words.copyright.removeprefix("© "))

            def make(
                maker: Callable[..., bytes] = maker,
                written: PhotoMetadata = written,
                encoding: str = encoding,
            ) -> bytes:
                # Pillow's AVIF writes a block anew that says which way up, and spoils the words.
                up = 0 if maker is avif else 1
                return maker(scene(), exif=exif(written, encoding, order=">", orientation=up))

            samples.append(Sample(f"exif-{name}.{suffix}", make, written))
    return samples


def _orientation_samples() -> list[Sample]:
    def make(orientation: int) -> Callable[[], bytes]:
        return lambda: jpeg(stored(orientation), exif=exif(IN_EXIF, orientation=orientation))

    return [Sample(f"orientation-{n}.jpg", make(n), IN_EXIF) for n in range(1, 9)]


PICTURES: tuple[Sample, ...] = (
    *_exif_samples(),
    *_orientation_samples(),
    # XMP, in each format
    Sample("xmp.jpg", lambda: jpeg(scene(), exif=exif(), xmp=xmp(WHOLE)), WHOLE),
    Sample("xmp.png", lambda: text_of(scene(), WHOLE), WHOLE),
    Sample("xmp.webp", lambda: webp(scene(), exif=exif(), xmp=xmp(WHOLE)), WHOLE),
    Sample("xmp.avif", lambda: avif(scene(), exif=exif(), xmp=xmp(WHOLE)), WHOLE),
    Sample("xmp.gif", lambda: gif(scene(), gif_xmp(WHOLE), comment=SERIAL), WHOLE),
    Sample("xmp.heic", lambda: heic(scene(), exif=exif(), xmp=xmp(WHOLE)), WHOLE),
    # XMP, in each of its forms
    Sample(
        "xmp-attributes.jpg",
        lambda: jpeg(
            scene(),
            xmp=packet("").replace(
                b'rdf:about=""',
                'rdf:about="" photoshop:Credit=" 邻里 " dc:description="灯"'.encode(),
            ),
        ),
        PhotoMetadata("灯", credit="邻里"),
    ),
    Sample(
        "xmp-plain-elements.jpg",
        _in_jpeg("<dc:description>路灯</dc:description><dc:creator>王小明</dc:creator>"),
        PhotoMetadata("路灯", "王小明"),
    ),
    Sample(
        "xmp-two-creators.jpg",
        _in_jpeg(sequence("dc:creator", "王小明", "沈悦")),
        PhotoMetadata(creator="王小明、沈悦"),
    ),
    Sample(
        "xmp-mainland-first.jpg",
        _in_jpeg(
            alternatives("dc:description", x_default="Lamps", zh_TW="路燈", zh_CN="路灯", en="L")
        ),
        _caption("路灯"),
    ),
    Sample(
        "xmp-any-chinese-next.jpg",
        _in_jpeg(alternatives("dc:description", x_default="Lamps", zh_Hant="路燈")),
        _caption("路燈"),
    ),
    Sample(
        "xmp-default-next.jpg",
        _in_jpeg(alternatives("dc:description", en_US="Lamps", x_default="路灯")),
        _caption("路灯"),
    ),
    Sample(
        "xmp-first-last.jpg",
        _in_jpeg(alternatives("dc:description", fr="Lampes", en_US="Lamps")),
        _caption("Lampes"),
    ),
    Sample(
        "xmp-source-as-resource.jpg",
        _in_jpeg(f'<Iptc4xmpExt:DigitalSourceType rdf:resource="{SOURCE}"/>'),
        PhotoMetadata(digital_source_type=SOURCE),
    ),
    Sample(
        "xmp-source-unknown.jpg",
        _in_jpeg(f"<Iptc4xmpExt:DigitalSourceType>{SOURCE}X</Iptc4xmpExt:DigitalSourceType>"),
    ),
    Sample(
        "xmp-utf16.jpg",
        lambda: jpeg(scene(), xmp=codecs.BOM_UTF16_BE + packet(properties(WHOLE), "utf-16-be")),
        WHOLE,
    ),
    Sample("xmp-gb.jpg", lambda: jpeg(scene(), xmp=packet(properties(WHOLE), "gb18030")), WHOLE),
    Sample("xmp-broken.jpg", lambda: jpeg(scene(), xmp=_half(xmp(WHOLE))), UNREADABLE),
    Sample("xmp-laughs.jpg", lambda: jpeg(scene(), xmp=_LAUGHS), UNREADABLE),
    Sample("xmp-outside.jpg", lambda: jpeg(scene(), xmp=_OUTSIDE), UNREADABLE),
    Sample(
        "xmp-extended.jpg",
        lambda: jpeg(
            scene(),
            segment(0xE1, b"http://ns.adobe.com/xmp/extension/\x00" + b"0" * 40 + xmp(TAIWAN)),
            xmp=xmp(WHOLE),
        ),
        WHOLE,
    ),
    # IPTC-IIM
    Sample("iim-marked.jpg", _with_iim(iim(MAINLAND, mark=b"\x1b%G")), MAINLAND),
    Sample("iim-utf8.jpg", _with_iim(iim(MAINLAND)), MAINLAND),
    Sample(
        "iim-gb.jpg",
        _with_iim(iim(replace(MAINLAND, copyright="邻里报社"), "gb18030")),
        replace(MAINLAND, copyright="邻里报社"),
    ),
    Sample(
        "iim-big5.jpg",
        _with_iim(iim(replace(TAIWAN, copyright="鄰里報社"), "cp950")),
        replace(TAIWAN, copyright="鄰里報社"),
    ),
    Sample(
        "iim-marked-wrongly.jpg",
        _with_iim(iim(replace(MAINLAND, copyright=""), "gb18030", mark=b"\x1b%G")),
        replace(MAINLAND, copyright=""),
    ),
    Sample(
        "iim-latin.jpg",
        _with_iim(iim(PhotoMetadata("Café", "Müller"), "latin-1", mark=b"\x1b.A")),
        PhotoMetadata("Café", "Müller"),
    ),
    Sample(
        "iim-short-name.jpg",
        _with_iim(iim(PhotoMetadata("亮灯", "陈明"), "gb18030")),
        PhotoMetadata("亮灯", "陈明"),
    ),
    Sample(
        "iim-two-by-lines.jpg",
        _with_iim(
            iim(
                PhotoMetadata(),
                raw=_dataset(2, 80, "王小明".encode()) + _dataset(2, 80, "沈悦".encode()),
            )
        ),
        PhotoMetadata(creator="王小明、沈悦"),
    ),
    Sample(
        "iim-second-segment.jpg",
        lambda: jpeg(
            scene(), app13(resource(b"\x00" * 8, 0x03ED)) + app13(resource(iim(MAINLAND)))
        ),
        MAINLAND,
    ),
    Sample(
        "iim-across-segments.jpg",
        lambda: jpeg(
            scene(), app13(resource(iim(MAINLAND))[:40]) + app13(resource(iim(MAINLAND))[40:])
        ),
        MAINLAND,
    ),
    Sample(
        "iim-cut-sign.jpg",
        _with_iim(iim(PhotoMetadata(), raw=_dataset(2, 80, "通讯员王小明等"[:11].encode()[:20]))),
        PhotoMetadata(creator="通讯员王小明"),
    ),
    Sample(
        "iim-twice-encoded.jpg",
        _with_iim(
            iim(
                PhotoMetadata(),
                raw=_dataset(2, 120, "路灯亮了".encode().decode("latin-1").encode()),
            )
        ),
        _caption("路灯亮了"),
    ),
    Sample(
        "iim-utf16.jpg",
        _with_iim(iim(PhotoMetadata(), raw=_dataset(2, 120, _UTF16))),
        _caption("路灯亮了"),
    ),
    Sample(
        "iim-unreadable.jpg",
        _with_iim(iim(PhotoMetadata(), raw=_dataset(2, 120, b"\xff\xfe\xff\xff\xff"))),
        UNREADABLE,
    ),
    Sample(
        "iim-broken.jpg",
        _with_iim(iim(MAINLAND)[:60] + b"\xff\xff\xff"),
        replace(MAINLAND, credit="", copyright=""),
    ),
    # EXIF, in each of its fields
    Sample("comment-ascii.jpg", _with_comment(b"ASCII\0\0\0Lamps"), _caption("Lamps")),
    Sample(
        "comment-utf16-le.jpg",
        _with_comment(b"UNICODE\0" + "路灯亮了".encode("utf-16-le"), ">"),
        _caption("路灯亮了"),
    ),
    Sample(
        "comment-utf16-be.jpg",
        _with_comment(b"UNICODE\0" + "路灯亮了".encode("utf-16-be"), "<"),
        _caption("路灯亮了"),
    ),
    Sample(
        "comment-gb.jpg",
        _with_comment(bytes(8) + "路灯亮了".encode("gb18030")),
        _caption("路灯亮了"),
    ),
    Sample("comment-blank.jpg", _with_comment(b"ASCII\0\0\0" + b" " * 40)),
    Sample(
        "windows.jpg",
        lambda: jpeg(scene(), exif=exif(title="题目", xp_comment="路灯亮了", author="王小明")),
        PhotoMetadata("路灯亮了", "王小明"),
    ),
    Sample("windows-title.jpg", lambda: jpeg(scene(), exif=exif(title="题目")), _caption("题目")),
    Sample(
        "exif-two-rights.jpg",
        lambda: jpeg(scene(), exif=exif(raw={0x8298: "王小明\0邻里".encode()})),
        PhotoMetadata(copyright="王小明；邻里"),
    ),
    Sample(
        "exif-latin-rights.jpg",
        lambda: jpeg(scene(), exif=exif(raw={0x8298: b"\xa9 2026 Linli"})),
        PhotoMetadata(copyright="© 2026 Linli"),
    ),
    Sample(
        "exif-unreadable.jpg",
        lambda: jpeg(scene(), exif=exif(raw={0x010E: b"\xff\xff\xff"})),
        UNREADABLE,
    ),
    Sample(
        "exif-of-a-camera.jpg",
        lambda: jpeg(scene(), exif=exif(PhotoMetadata("OLYMPUS DIGITAL CAMERA         "))),
    ),
    Sample(
        "exif-of-a-camera-then-words.jpg",
        lambda: jpeg(scene(), exif=exif(PhotoMetadata("SONY DSC"), xp_comment="路灯亮了")),
        _caption("路灯亮了"),
    ),
    # What wins over what
    Sample(
        "xmp-over-iim-over-exif.jpg",
        lambda: jpeg(
            scene(),
            app13(resource(iim(PhotoMetadata("记录", "记录")))),
            exif=exif(PhotoMetadata("相机", "相机", "", "相机")),
            xmp=xmp(_caption("数据包")),
        ),
        PhotoMetadata("数据包", "记录", "", "相机"),
    ),
    # PNG's own places
    Sample(
        "text-utf8.png",
        lambda: png(
            scene(),
            text_chunk("Description", "路灯".encode()) + text_chunk("Software", SERIAL.encode()),
        ),
        _caption("路灯"),
    ),
    Sample(
        "text-gb.png",
        lambda: png(
            scene(),
            text_chunk("Description", MAINLAND.caption.encode("gb18030"))
            + text_chunk("Author", "王小明".encode("gb18030")),
        ),
        PhotoMetadata(MAINLAND.caption, "王小明"),
    ),
    Sample(
        "text-behind.png",
        lambda: png(
            scene(), chunk(b"iTXt", b"Description\0\0\0\0\0" + "路灯".encode()), behind=True
        ),
        _caption("路灯"),
    ),
    Sample(
        "magick-iptc.png",
        lambda: png(scene(), raw_profile("iptc", resource(iim(MAINLAND)))),
        MAINLAND,
    ),
    Sample("magick-exif.png", lambda: png(scene(), raw_profile("exif", exif(IN_EXIF))), IN_EXIF),
    Sample("magick-xmp.png", lambda: png(scene(), raw_profile("xmp", xmp(WHOLE))), WHOLE),
    # Colours
    Sample("srgb.jpg", lambda: jpeg(scene(), exif=exif(IN_EXIF), icc_profile=srgb()), IN_EXIF),
    Sample(
        "display-p3.jpg",
        lambda: jpeg(scene(), exif=exif(IN_EXIF), icc_profile=display_p3()),
        IN_EXIF,
    ),
    Sample(
        "display-p3.png",
        lambda: png(scene(), exif=exif(IN_EXIF), icc_profile=display_p3()),
        IN_EXIF,
    ),
    Sample(
        "display-p3.webp",
        lambda: webp(scene(), exif=exif(IN_EXIF), icc_profile=display_p3()),
        IN_EXIF,
    ),
    Sample(
        "display-p3.avif",
        lambda: avif(scene(), exif=exif(IN_EXIF, orientation=0), icc_profile=display_p3()),
        IN_EXIF,
    ),
    Sample(
        "display-p3.heic",
        lambda: heic(scene(), exif=exif(IN_EXIF), icc_profile=display_p3()),
        IN_EXIF,
    ),
    Sample(
        "adobe-rgb.jpg", lambda: jpeg(scene(), exif=exif(IN_EXIF), icc_profile=adobe_rgb()), IN_EXIF
    ),
    Sample(
        "cmyk.jpg",
        lambda: jpeg(scene(mode="CMYK"), exif=exif(IN_EXIF), icc_profile=cmyk_profile()),
        IN_EXIF,
    ),
    Sample(
        "grey.jpg",
        lambda: jpeg(scene(mode="L"), exif=exif(IN_EXIF), icc_profile=grey_profile()),
        IN_EXIF,
    ),
    Sample("progressive.jpg", lambda: jpeg(scene(), exif=exif(IN_EXIF), progressive=True), IN_EXIF),
    # Several frames, and light that shines through
    Sample("moves.gif", lambda: gif(scene(), gif_xmp(WHOLE), comment=SERIAL, **frames()), WHOLE),
    Sample("moves.webp", lambda: webp(scene(), exif=exif(), xmp=xmp(WHOLE), **frames()), WHOLE),
    Sample("moves.avif", lambda: avif(scene(), **frames()), is_film=True),
    Sample("moves.png", lambda: png(scene(), text_chunk("Software", SERIAL.encode()), **frames())),
    Sample("shines-through.png", lambda: text_of(scene(mode="RGBA"), WHOLE), WHOLE),
    Sample(
        "shines-through.webp", lambda: webp(scene(mode="RGBA"), exif=exif(), xmp=xmp(WHOLE)), WHOLE
    ),
    Sample(
        "shines-through.avif", lambda: avif(scene(mode="RGBA"), exif=exif(), xmp=xmp(WHOLE)), WHOLE
    ),
    Sample(
        "shines-through.gif", lambda: gif(scene(mode="P"), gif_xmp(WHOLE), transparency=0), WHOLE
    ),
    Sample("shines-through-lossless.webp", lambda: webp(scene(mode="RGBA"), lossless=True)),
    Sample("grey-shines-through.png", lambda: png(scene(mode="LA"), exif=exif())),
    Sample("palette.png", lambda: png(scene(mode="P"), exif=exif(), transparency=3)),
    Sample("plain.webp", lambda: webp(scene())),
    Sample("for-3d.jpg", mpo, IN_EXIF),
    Sample(
        "something-behind.jpg", lambda: jpeg(scene(), exif=exif(IN_EXIF)) + SERIAL.encode(), IN_EXIF
    ),
    Sample(
        "something-behind.png", lambda: png(scene(), exif=exif(IN_EXIF)) + SERIAL.encode(), IN_EXIF
    ),
    # No good
    Sample("cut.jpg", lambda: _half(jpeg(scene(), quality=95)), fault="损坏"),
    Sample("cut.png", lambda: _half(png(scene())), fault="损坏"),
    Sample("cut.webp", lambda: _half(webp(scene())), fault="损坏|不是图片"),
    Sample("cut.gif", lambda: _half(gif(scene())), fault="损坏"),
    Sample("cut.avif", lambda: _half(avif(scene())), fault="损坏|不是图片"),
    Sample("cut.heic", lambda: _half(heic(scene())), fault="损坏|不是图片"),
    Sample("empty.jpg", lambda: b"", fault="空"),
    Sample("zeros.jpg", lambda: bytes(500), fault="不是图片"),
    Sample("text.png", lambda: "不是图片".encode(), fault="不是图片"),
    Sample("misnamed.png", lambda: jpeg(scene()), fault="扩展名"),
    Sample("misnamed.jpg", lambda: png(scene()), fault="扩展名"),
    Sample("misnamed.webp", lambda: gif(scene()), fault="扩展名"),
    Sample("words-bomb.png", words_bomb, fault="损坏|不是图片"),
    Sample("bomb.png", lambda: claims_to_be(50_000, 50_000), fault="像素"),
)

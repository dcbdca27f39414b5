# SPDX-License-Identifier: MIT
"""Which renditions a picture gets, and all of them drawn.

AVIF and WebP in every width, which browsers choose from; in two of them JPEG, or PNG where
something shines through: for feeds, for those who pass a page on, for a browser that knows nothing
newer. What moves is kept moving as WebP, with a still picture of its first frame beside it.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator
from dataclasses import dataclass

from PIL import Image

from linli.newsroom.photos import Format, PhotoMetadata
from linli.photos import faults
from linli.photos.encoders import Frame, encode, encode_moving, encode_placeholder
from linli.photos.metadata import read_metadata, xmp_packet
from linli.photos.opening import (
    PictureRefused,
    frames_of,
    is_moving,
    open_picture,
    refusing,
)
from linli.photos.upright import drawn_within, upright_size

_TALLEST = 16_000
"""WebP has no more rows than 16,383; a long screenshot is made narrower to keep within."""
_WIDEST_MOVING = 960
_MOST_PIXELS_MOVING = 64_000_000
"""Of all frames of a rendition, which lie in memory together."""
_PLACEHOLDER = 16
"""The longer side of a placeholder, in pixels."""
_NO_TIME = 20
"""Milliseconds; a frame that claims less is shown for a tenth of a second by every browser."""


@dataclass(frozen=True, slots=True)
class Print:
    """One rendition, as the bytes of its file."""

    width: int
    height: int
    format: Format
    data: bytes


@dataclass(frozen=True, slots=True)
class Developed:
    """What became of a picture file; its own size is that of the picture upright."""

    width: int
    height: int
    metadata: PhotoMetadata
    placeholder: str = ""
    is_moving: bool = False
    prints: tuple[Print, ...] = ()
    """By format, the lightest first, ascending by width."""


def develop(
    data: bytes, suffix: str, widths: tuple[int, ...], boilerplate: tuple[str, ...] = ()
) -> Developed:
    """Draw the bytes of a picture file in each width that is not wider than it is.

    Without any width it is only looked through to its end. Raises PictureRefused.
    """
    image = open_picture(data, suffix)
    with refusing():
        metadata = read_metadata(image, boilerplate)
        width, height = upright_size(image)
        if not widths:
            image.draft(None, (1, 1))
            image.load()
            return Developed(width, height, metadata)
        sizes = _sizes(width, height, widths)
        packet = xmp_packet(metadata)
        # Before the first frame is drawn: of a picture that is read, the others are gone.
        moving = is_moving(image)
        film = tuple(_moving(image, packet, widths[-1])) if moving else ()
        if moving:
            image.seek(0)
        drawn = _drawn(drawn_within(image, sizes[-1]), sizes)
    largest = drawn[-1]
    formats: list[Print] = []
    for format in (Format.AVIF, Format.WEBP):
        formats += [] if moving else (_print(one, format, packet) for one in drawn)
    formats += film
    last = Format.PNG if largest.mode == "RGBA" else Format.JPEG
    formats += (_print(one, last, packet) for one in _for_any_browser(drawn, widths))
    return Developed(width, height, metadata, _placeholder(largest), moving, tuple(formats))


def _print(image: Image.Image, format: Format, packet: bytes) -> Print:
    return Print(image.width, image.height, format, encode(image, format, packet))


def _sizes(width: int, height: int, wanted: tuple[int, ...]) -> list[tuple[int, int]]:
    """The picture in each width, ascending, never wider than it is."""
    widest = min(width, wanted[-1], max(1, _TALLEST * width // height))
    widths = [*(one for one in wanted if one < widest), widest]
    return [(one, max(1, round(height * one / width))) for one in widths]


def _drawn(largest: Image.Image, sizes: list[tuple[int, int]]) -> list[Image.Image]:
    """The largest one in each size."""
    return [
        largest.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)
        if size[0] < largest.width
        else largest
        for size in sizes
    ]


def _for_any_browser(drawn: list[Image.Image], widths: tuple[int, ...]) -> list[Image.Image]:
    """The largest one and, for a telephone, the one of a middle width."""
    middle = widths[len(widths) // 2]
    return [one for one in drawn if one.width == middle or one is drawn[-1]]


def _moving(image: Image.Image, packet: bytes, widest: int) -> Iterator[Print]:
    width, height = upright_size(image)
    size = _sizes(width, height, (min(widest, _WIDEST_MOVING),))[-1]
    count = frames_of(image)
    if size[0] * size[1] * count > _MOST_PIXELS_MOVING:
        raise PictureRefused(faults.TOO_LONG)
    loop = image.info.get("loop", 1)
    frames = []
    for number in range(count):
        image.seek(number)
        # Some formats tell how long a frame is seen only once it has been read.
        image.load()
        duration = round(image.info.get("duration") or 0)
        frames.append(Frame(_frame(image, size), duration if duration >= _NO_TIME else 100))
    yield Print(*size, Format.WEBP, encode_moving(frames, loop, packet))


def _frame(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    # A copy: what reads the next frame needs this one as it is.
    drawn = drawn_within(image.copy(), size)
    return drawn if drawn.size == size else drawn.resize(size, Image.Resampling.LANCZOS)


def _placeholder(image: Image.Image) -> str:
    if image.mode == "RGBA":
        return ""
    longer = max(image.size)
    size = tuple(max(1, round(side * _PLACEHOLDER / longer)) for side in image.size)
    tiny = image.resize((size[0], size[1]), Image.Resampling.LANCZOS, reducing_gap=3.0)
    return "data:image/webp;base64," + base64.b64encode(encode_placeholder(tiny)).decode()

# SPDX-License-Identifier: MIT
"""A picture file opened, and not one that would fill the memory."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from PIL import Image, UnidentifiedImageError

from linli.newsroom.photos import PhotoFault
from linli.photos import faults

_FORMATS = {
    ".jpg": "JPEG",
    ".jpeg": "JPEG",
    ".png": "PNG",
    ".webp": "WEBP",
    ".gif": "GIF",
    ".avif": "AVIF",
    ".heic": "HEIF",
    ".heif": "HEIF",
}
_SUFFIXES = {format: suffix for suffix, format in reversed(_FORMATS.items())}
_MOST_PIXELS = 80_000_000
"""Larger than any camera's picture; a file that claims more wants to fill the memory."""
_LONGEST_SIDE = 32_000
_MOST_PIXELS_MOVING = 400_000_000
"""Of all frames together, which are coded one after the other."""


class PictureRefused(Exception):
    """A file that is not developed."""

    def __init__(self, fault: PhotoFault) -> None:
        super().__init__(fault.en)
        self.fault = fault


@contextmanager
def refusing() -> Iterator[None]:
    """Raises PictureRefused for whatever Pillow raises on a file that is cut off or garbled."""
    try:
        with warnings.catch_warnings():
            # The size is judged here, by our own limit; a broken EXIF block is not passed on.
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            warnings.simplefilter("ignore", UserWarning)
            yield
    except Image.DecompressionBombError as error:
        raise PictureRefused(faults.TOO_LARGE) from error
    except UnidentifiedImageError as error:
        raise PictureRefused(faults.NOT_A_PICTURE) from error
    except (OSError, EOFError, SyntaxError, ValueError, RuntimeError) as error:
        raise PictureRefused(faults.DAMAGED) from error


def open_picture(data: bytes, suffix: str) -> Image.Image:
    """The picture in the bytes of a file, its pixels not read yet. Raises PictureRefused."""
    if suffix in {".heic", ".heif"}:
        _learn_heif()
    with refusing():
        image = Image.open(io.BytesIO(data))
    if image.width * image.height > _MOST_PIXELS or max(image.size) > _LONGEST_SIDE:
        raise PictureRefused(faults.TOO_LARGE)
    format = (image.format or "").replace("MPO", "JPEG")
    if format != _FORMATS[suffix]:
        raise PictureRefused(faults.misnamed(format, _SUFFIXES.get(format, "")))
    if is_moving(image) and image.width * image.height * frames_of(image) > _MOST_PIXELS_MOVING:
        raise PictureRefused(faults.TOO_LONG)
    return image


def is_moving(image: Image.Image) -> bool:
    """Whether a picture has more than one frame to show one after the other."""
    # A telephone's MPO has a second frame too: the same scene for a 3D screen. One of HEIC's are
    # other photos.
    return image.format not in {"MPO", "HEIF"} and frames_of(image) > 1


def frames_of(image: Image.Image) -> int:
    with refusing():
        return getattr(image, "n_frames", 1)


@cache
def _learn_heif() -> None:
    import pillow_heif

    pillow_heif.register_heif_opener()

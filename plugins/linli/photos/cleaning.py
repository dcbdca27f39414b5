# SPDX-License-Identifier: MIT
"""An original made fit to leave: its coded pixels as they are, and of all else the allowed fields.

What stays is listed, format by format in `containers/`; what is not listed goes. A file that is not
built as its format says is refused: nobody could say what would leave with it.
"""

from __future__ import annotations

import io
import struct
import warnings

from PIL import ExifTags, Image

from linli.newsroom.photos import PhotoFault, PhotoMetadata
from linli.photos import faults
from linli.photos.containers.gif import clean_gif
from linli.photos.containers.heif import clean_heif
from linli.photos.containers.jpeg import clean_jpeg
from linli.photos.containers.png import clean_png
from linli.photos.containers.structure import Kept, Misunderstood
from linli.photos.containers.webp import clean_webp
from linli.photos.xmp import xmp_packet

_CLEANERS = {
    ".jpg": clean_jpeg,
    ".jpeg": clean_jpeg,
    ".png": clean_png,
    ".webp": clean_webp,
    ".gif": clean_gif,
    ".avif": clean_heif,
    ".heic": clean_heif,
    ".heif": clean_heif,
}
_TURNED_BY_EXIF = frozenset({clean_jpeg, clean_png, clean_webp})
"""The formats that a browser turns as EXIF says; the others do it themselves or not at all."""


def clean(data: bytes, suffix: str, metadata: PhotoMetadata) -> bytes | PhotoFault:
    """The bytes of a picture file, without loss, with these words and no others.

    An AVIF or HEIC keeps the words only where it had XMP of at least that length: in these formats
    nothing can be put in without moving everything.
    """
    cleaner = _CLEANERS.get(suffix.lower())
    if cleaner is None:
        return faults.UNCLEANABLE
    orientation = _orientation(data) if cleaner in _TURNED_BY_EXIF else 1
    try:
        return cleaner(data, Kept(xmp_packet(metadata), orientation))
    except (Misunderstood, struct.error, IndexError):
        return faults.UNCLEANABLE


def _orientation(data: bytes) -> int:
    try:
        with warnings.catch_warnings():
            # What is wrong with a block that does not leave is of no interest.
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(data)) as image:
                found = image.getexif().get(ExifTags.Base.Orientation, 1)
    except (OSError, SyntaxError, ValueError, struct.error, Image.DecompressionBombError):
        # Whether the file is any good is for its cleaner to say.
        return 1
    return found if isinstance(found, int) and 2 <= found <= 8 else 1

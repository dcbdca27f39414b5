# SPDX-License-Identifier: MIT
"""A picture drawn anew: upright, in sRGB, in a few widths, with the allowed metadata only."""

from __future__ import annotations

import io
import warnings
from dataclasses import dataclass
from typing import Any

from PIL import Image, ImageCms, ImageOps, PngImagePlugin, UnidentifiedImageError

from linli.newsroom.photos import PhotoFault, PhotoMetadata
from linli.photos import faults
from linli.photos.metadata import read_metadata, xmp_packet

_FORMATS = {
    ".jpg": "JPEG",
    ".jpeg": "JPEG",
    ".png": "PNG",
    ".webp": "WEBP",
    ".gif": "GIF",
    ".avif": "AVIF",
}
_MOST_PIXELS = 80_000_000
"""Larger than any camera's picture; a file that claims more wants to fill the memory."""


@dataclass(frozen=True, slots=True)
class Print:
    """One rendition, as the bytes of its file."""

    width: int
    height: int
    suffix: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Developed:
    """What became of a picture file; its own size is that of the picture upright."""

    width: int
    height: int
    metadata: PhotoMetadata
    prints: tuple[Print, ...]


def develop(
    data: bytes,
    suffix: str,
    widths: tuple[int, ...],
    quality: int,
    boilerplate: tuple[str, ...] = (),
) -> Developed | PhotoFault:
    """Draw the bytes of a picture file in each width that is not wider than it is."""
    try:
        with warnings.catch_warnings():
            # The size is judged here, by our own limit; a broken EXIF block is not passed on.
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            warnings.simplefilter("ignore", UserWarning)
            image = Image.open(io.BytesIO(data))
            if image.width * image.height > _MOST_PIXELS:
                return faults.TOO_LARGE
            if (image.format or "").replace("MPO", "JPEG") != _FORMATS[suffix]:
                return faults.MISNAMED
            metadata = read_metadata(image, boilerplate)
            image.load()
            upright = _upright(image)
    except Image.DecompressionBombError:
        return faults.TOO_LARGE
    except UnidentifiedImageError:
        return faults.NOT_A_PICTURE
    except (OSError, EOFError, SyntaxError, ValueError, RuntimeError):
        # Pillow's readers raise any of these on a file that is cut off or garbled.
        return faults.DAMAGED
    sizes = [image] if _is_animated(image) else _sizes(upright, widths)
    prints = tuple(_print(one, metadata, quality) for one in sizes)
    return Developed(upright.width, upright.height, metadata, prints)


def _print(image: Image.Image, metadata: PhotoMetadata, quality: int) -> Print:
    buffer = io.BytesIO()
    packet = xmp_packet(metadata)
    if _is_animated(image):
        suffix = ".webp"
        image.save(buffer, "WEBP", save_all=True, quality=quality, exif=b"", xmp=packet)
    elif image.mode == "RGBA":
        suffix = ".png"
        text = PngImagePlugin.PngInfo()
        if packet:
            text.add_itxt("XML:com.adobe.xmp", packet.decode())
        image.save(buffer, "PNG", optimize=True, pnginfo=text)
    else:
        suffix = ".jpg"
        extra: dict[str, Any] = {"xmp": packet} if packet else {}
        image.save(buffer, "JPEG", quality=quality, optimize=True, progressive=True, **extra)
    return Print(image.width, image.height, suffix, buffer.getvalue())


def _is_animated(image: Image.Image) -> bool:
    # A telephone's MPO has a second frame too: the same scene for a 3D screen.
    return image.format != "MPO" and getattr(image, "n_frames", 1) > 1


def _upright(image: Image.Image) -> Image.Image:
    """Turned as EXIF says, in sRGB, opaque where nothing shines through, without metadata."""
    turned = ImageOps.exif_transpose(image)
    opaque = turned.mode not in {"RGBA", "LA", "PA"} and "transparency" not in turned.info
    mode = "RGB" if opaque else "RGBA"
    profile = turned.info.get("icc_profile")
    if profile and turned.mode in {"RGB", "RGBA", "CMYK", "L"}:
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            converted = ImageCms.profileToProfile(
                turned, source, ImageCms.createProfile("sRGB"), outputMode=mode
            )
            turned = converted or turned
        except (ImageCms.PyCMSError, OSError):
            # A profile that cannot be followed: the numbers as they are beat no picture.
            pass
    plain = turned.convert(mode)
    plain.info.clear()
    return plain


def _sizes(image: Image.Image, wanted: tuple[int, ...]) -> list[Image.Image]:
    """The picture in each width, never wider than it is."""
    widths = [width for width in wanted if width < image.width]
    widths.append(min(image.width, wanted[-1]))
    return [
        image.resize(
            (width, max(1, round(image.height * width / image.width))),
            Image.Resampling.LANCZOS,
            reducing_gap=3.0,
        )
        if width < image.width
        else image
        for width in dict.fromkeys(widths)
    ]

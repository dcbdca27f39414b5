# SPDX-License-Identifier: MIT
"""Pixels as a screen wants them: the right way up, in sRGB, opaque where nothing shines through."""

from __future__ import annotations

import io

from PIL import ExifTags, Image, ImageCms

_SIDEWAYS = range(5, 9)
"""Orientations of EXIF in which height and width change places."""
_WITH_ALPHA = frozenset({"RGBA", "LA", "PA", "La", "RGBa"})


def upright_size(image: Image.Image) -> tuple[int, int]:
    """Width and height of a picture once it is turned as its EXIF says."""
    orientation = image.getexif().get(ExifTags.Base.Orientation, 1)
    width, height = image.size
    return (height, width) if orientation in _SIDEWAYS else (width, height)


def drawn_within(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    """The picture upright, in sRGB, without metadata, in this size or, where the file is smaller,
    in its own.

    It is made smaller before anything else, so that no more than one copy of all its pixels lies
    in memory; a JPEG is not even read in full where half of it will do.
    """
    sideways = upright_size(image) != image.size
    width, height = reversed(size) if sideways else size
    image.draft(None, (width, height))
    image.load()
    orientation = image.getexif()
    smaller = _many_coloured(image)
    if smaller.width > width or smaller.height > height:
        smaller = smaller.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3.0)
    profile = image.info.get("icc_profile")
    turned = _turned(smaller, orientation)
    return _in_srgb(turned, profile)


def _many_coloured(image: Image.Image) -> Image.Image:
    """In a mode whose pixels can be mixed."""
    if image.mode.startswith("I") or image.mode == "F":
        # Sixteen bits a pixel; Pillow would cut off what is above eight.
        return image.convert("I").point(lambda value: value / 256).convert("L")
    if image.mode == "1":
        return image.convert("L")
    see_through = image.mode in _WITH_ALPHA or "transparency" in image.info
    if image.mode in {"P", "PA"} or see_through:
        return image.convert("RGBA" if see_through else "RGB")
    return image


def _turned(image: Image.Image, exif: Image.Exif) -> Image.Image:
    orientation = exif.get(ExifTags.Base.Orientation, 1)
    way = _WAYS.get(orientation)
    return image if way is None else image.transpose(way)


_WAYS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""How a picture is turned that says so in EXIF 0x0112."""


def _in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    mode = "RGBA" if image.mode in _WITH_ALPHA else "RGB"
    if profile and image.mode in {"RGB", "RGBA", "CMYK", "L"}:
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            converted = ImageCms.profileToProfile(
                image,
                source,
                ImageCms.createProfile("sRGB"),
                renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
                outputMode=mode,
                flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
            )
            image = converted or image
        except (ImageCms.PyCMSError, OSError):
            # A profile that cannot be followed: the numbers as they are beat no picture.
            pass
    plain = image.convert(mode)
    if mode == "RGBA" and plain.getchannel("A").getextrema() == (255, 255):
        plain = plain.convert("RGB")
    plain.info.clear()
    return plain

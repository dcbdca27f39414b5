# SPDX-License-Identifier: MIT
"""Icons of a site: the first sign of the paper's name, white in red, like a seal."""

from __future__ import annotations

import io

from PIL import Image, ImageDraw, ImageFont

from linli.newsroom.share_cards import Icon
from linli.photos.fonts import Face, Fonts
from linli.photos.share_cards import TOKENS

_SMALL = 48
"""Up to this size strokes of a Song face are too thin to be seen."""
_SAFE = 0.58
"""Of the sign in the square: any shape that a telephone cuts an icon to leaves it whole."""
_FULL = 0.86
"""Where nothing is cut off, the sign is as large as it can be."""


def cut(icon: Icon, sign: str, fonts: Fonts) -> bytes:
    """The bytes of an icon."""
    images = [_seal(size, sign, fonts) for size in icon.sizes]
    buffer = io.BytesIO()
    if icon is Icon.FAVICON:
        images[-1].save(
            buffer, "ICO", sizes=[one.size for one in images], append_images=images[:-1]
        )
    else:
        images[0].save(buffer, "PNG")
    return buffer.getvalue()


def _seal(size: int, sign: str, fonts: Fonts) -> Image.Image:
    face = fonts.bold if size <= _SMALL or not fonts.song.has(sign) else fonts.song
    image = Image.new("RGB", (size, size), TOKENS["accent"])
    em = round(size * (_FULL if size <= _SMALL else _SAFE))
    font = _font(face, em)
    left, top, right, bottom = font.getbbox(sign, anchor="ls")
    at = ((size - right - left) / 2, (size - bottom - top) / 2)
    # On whole pixels, so that the strokes of a small one stay sharp.
    ImageDraw.Draw(image).text(
        (round(at[0]), round(at[1])), sign, TOKENS["paper"], font, anchor="ls"
    )
    return image.quantize(64) if size > _SMALL else image


def _font(face: Face, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(
        str(face.path), size, face.index, layout_engine=ImageFont.Layout.BASIC
    )

# SPDX-License-Identifier: MIT
"""The picture by which a page is passed on, composed like the head of a newspaper."""

from __future__ import annotations

import io
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw, ImageOps

from linli.newsroom.photos import Photo
from linli.newsroom.share_cards import CARD_HEIGHT, CARD_WIDTH, GROUND, Composition, ShareCard
from linli.photos.composing import Block, Stamp, set_block
from linli.photos.fonts import Fonts
from linli.photos.metadata import xmp_packet

TOKENS = {
    "paper": GROUND,
    "ink": "#1d1b16",
    "soft": "#504b42",
    "rule": "#b9b2a2",
    "accent": "#a3231b",
    "place": "#1b563f",
    "card": "#f4eddc",
}
"""Those of tokens.css for a light screen."""

MARGIN = 56
_RIGHT, _BOTTOM = CARD_WIDTH - MARGIN, CARD_HEIGHT - MARGIN
_RULE_TOP = 118
_TOP = 158
"""Where the piece begins, below the masthead."""
_GUTTER = 40
PHOTO_WIDTH = 540
"""The widest that a photo stands on a card."""

_NAME = ((48, 1), (40, 1), (32, 1), (26, 1))
_LABEL = ((30, 1), (26, 1), (24, 2))
_HEADLINE = ((96, 2), (84, 3), (74, 3), (66, 4), (58, 4), (50, 5), (44, 6))
_BESIDE_A_PHOTO = ((68, 3), (62, 4), (56, 4), (50, 5), (44, 5), (40, 6))
_IN_A_FRAME = ((84, 2), (74, 2), (66, 3), (58, 3), (50, 4), (44, 4))
_PAPER = ((170, 1), (140, 1), (112, 1), (96, 1), (88, 2), (64, 3))
_META = ((26, 1), (23, 1))

_LEVELS = 10
"""Shades between the ground and the type."""
_INKS = ("ink", "soft", "accent", "place")
_QUALITY = 78


def draw(card: ShareCard, fonts: Fonts, photo: Path | None) -> bytes:
    """The bytes of a card: a PNG of few colours, or a JPEG where it shows a photo."""
    if card.composition is Composition.PAPER:
        return _png(_paper_card(card, fonts))
    if card.composition is Composition.DOCUMENT:
        canvas, panel = _document_card(card, fonts), None
    else:
        panel = _panel(card.photo) if card.photo and photo else None
        canvas = _report_card(card, fonts, panel)
    if panel is None or photo is None or card.photo is None:
        return _png(canvas)
    return _jpeg(canvas, panel, photo, card.photo)


# Colours: a canvas holds numbers of a palette, so that a card of type alone stays small.


@lru_cache(maxsize=1)
def _palette() -> tuple[bytes, dict[tuple[str, str], int], dict[str, int]]:
    """The palette, where each ink's shades on each ground begin, and where flat colours stand."""
    colours: list[tuple[int, ...]] = []
    flat = {}
    for name, value in TOKENS.items():
        flat[name] = len(colours)
        colours.append(_rgb(value))
    shades = {}
    for ground in ("paper", "card"):
        for ink in _INKS:
            shades[ground, ink] = len(colours)
            pair = zip(_rgb(TOKENS[ground]), _rgb(TOKENS[ink]), strict=True)
            ways = [(low, high - low) for low, high in pair]
            colours += [
                tuple(round(low + way * level / _LEVELS) for low, way in ways)
                for level in range(1, _LEVELS + 1)
            ]
    return bytes(value for colour in colours for value in colour), shades, flat


def _rgb(value: str) -> tuple[int, ...]:
    return tuple(int(value[at : at + 2], 16) for at in (1, 3, 5))


@lru_cache(maxsize=8)
def _shades(ground: str, ink: str) -> list[int]:
    """For each darkness of a mask the number of a colour."""
    _, shades, flat = _palette()
    levels = [round(value * _LEVELS / 255) for value in range(256)]
    return [shades[ground, ink] + level - 1 if level else flat[ground] for level in levels]


@dataclass(frozen=True)
class _Canvas:
    image: Image.Image
    ground: str = "paper"

    def fill(self, box: tuple[int, int, int, int], colour: str) -> None:
        self.image.paste(_palette()[2][colour], box)

    def text(self, block: Block, top: int, left: int, ink: str, *, centred: int = 0) -> None:
        """Set a block; `centred` in a width that begins at `left`."""
        for number, line in enumerate(block.lines):
            start = left
            if centred:
                start += round((centred - block.type.width_of_line(line)) / 2)
            self.line(block, number, start, block.base_line(top, number), ink)

    def line(self, block: Block, number: int, left: int, base: int, ink: str) -> None:
        for stamp, offset in block.type.place(block.lines[number]):
            inked = _inked(stamp, self.ground, ink)
            at = (left + offset, base + stamp.top)
            # Signs that stand close share a few pixels: of two shades the darker one stays, which
            # has the higher number.
            box = (*at, at[0] + inked.width, at[1] + inked.height)
            self.image.paste(ImageChops.lighter(self.image.crop(box), inked), at)

    def double_rule(self, top: int, left: int = MARGIN, right: int = _RIGHT) -> None:
        """A thin line over a thick one, as below the masthead of every page."""
        self.fill((left, top, right, top + 2), "accent")
        self.fill((left, top + 5, right, top + 11), "accent")


@lru_cache(maxsize=2048)
def _inked(stamp: Stamp, ground: str, ink: str) -> Image.Image:
    """A stamp in the numbers of its colours."""
    return stamp.mask.point(_shades(ground, ink))


# Compositions


def _report_card(card: ShareCard, fonts: Fonts, panel: tuple[int, int, int, int] | None) -> _Canvas:
    canvas = _begin(card.paper, fonts)
    right = panel[0] - _GUTTER if panel else _RIGHT
    width = right - MARGIN
    meta = _BOTTOM - 26
    label = set_block(card.label, fonts.hei, fonts.song, _LABEL, width) if card.label else None
    steps = _BESIDE_A_PHOTO if panel else _HEADLINE
    above = label.height + 22 if label else 0
    room = meta - 30 - _TOP - above
    head = set_block(card.headline, fonts.song, fonts.hei, steps, width, room)
    # A little above the middle, where the eye takes it for the middle.
    top = _TOP + (0 if panel else max(0, (room - head.height) * 2 // 5))
    if label:
        canvas.text(label, top, MARGIN, "accent")
    canvas.text(head, top + above, MARGIN, "ink")
    _meta_line(canvas, fonts, card, meta, width)
    return canvas


def _document_card(card: ShareCard, fonts: Fonts) -> _Canvas:
    canvas = _begin_document(card.paper, fonts)
    left, width = MARGIN + 44, CARD_WIDTH - 2 * (MARGIN + 44)
    top, bottom = _TOP + 34, _BOTTOM - 32
    label = set_block(card.label, fonts.hei, fonts.song, _LABEL, width) if card.label else None
    if label:
        canvas.text(label, top, left, "accent", centred=width)
        top += label.height + 22
    meta = bottom - 26
    room = meta - 24 - top
    head = set_block(card.headline, fonts.song, fonts.hei, _IN_A_FRAME, width, room)
    canvas.text(head, top + (room - head.height) // 2, left, "ink", centred=width)
    _meta_line(canvas, fonts, card, meta, width, left)
    return canvas


def _paper_card(card: ShareCard, fonts: Fonts) -> _Canvas:
    canvas = _Canvas(_blank("paper"))
    width = _RIGHT - MARGIN
    name = set_block(card.headline, fonts.song, fonts.hei, _PAPER, width)
    below = set_block(card.label, fonts.hei, fonts.song, ((36, 2), (30, 3)), width - 160)
    height = name.height + 44 + 11 + (40 + below.height if below.lines else 0)
    top = (CARD_HEIGHT - height) // 2
    canvas.text(name, top, MARGIN, "ink", centred=width)
    canvas.double_rule(top + name.height + 44)
    canvas.text(below, top + name.height + 44 + 11 + 40, MARGIN + 80, "soft", centred=width - 160)
    return canvas


def _meta_line(
    canvas: _Canvas, fonts: Fonts, card: ShareCard, top: int, width: int, left: int = MARGIN
) -> None:
    """Where and when; an announcement's number at the end of the line."""
    right = left + width
    if card.id:
        number = set_block(card.id, fonts.hei, fonts.song, _META, width // 2)
        right -= round(number.type.width_of_line(number.lines[0]))
        canvas.text(number, top, right, "ink")
        right -= 24
    if card.day:
        day = set_block(card.day, fonts.hei, fonts.song, _META, right - left)
        day_width = round(day.type.width_of_line(day.lines[0]))
        room = right - left - day_width - 20
        if card.place and room > 120:
            place = set_block(card.place, fonts.hei, fonts.song, _META, room)
            canvas.text(place, top, left, "place")
            left += round(place.type.width_of_line(place.lines[0])) + 20
        canvas.text(day, top, left, "soft")


def _begin(paper: str, fonts: Fonts) -> _Canvas:
    return _Canvas(_masthead(paper, fonts).copy())


def _begin_document(paper: str, fonts: Fonts) -> _Canvas:
    return _Canvas(_framed(paper, fonts).copy(), "card")


@lru_cache(maxsize=2)
def _masthead(paper: str, fonts: Fonts) -> Image.Image:
    """What is above every piece of a paper."""
    canvas = _Canvas(_blank("paper"))
    name = set_block(paper, fonts.song, fonts.hei, _NAME, _RIGHT - MARGIN)
    canvas.text(name, _RULE_TOP - 18 - name.height, MARGIN, "ink")
    canvas.double_rule(_RULE_TOP)
    return canvas.image


@lru_cache(maxsize=2)
def _framed(paper: str, fonts: Fonts) -> Image.Image:
    canvas = _Canvas(_masthead(paper, fonts).copy())
    top = _TOP - 4
    draw = ImageDraw.Draw(canvas.image)
    numbers = _palette()[2]
    draw.rectangle((MARGIN, top, _RIGHT - 1, _BOTTOM + 3), numbers["card"], numbers["ink"], 4)
    draw.rectangle((MARGIN + 8, top + 8, _RIGHT - 9, _BOTTOM - 5), None, numbers["ink"], 1)
    return canvas.image


def _blank(colour: str) -> Image.Image:
    return Image.new("L", (CARD_WIDTH, CARD_HEIGHT), _palette()[2][colour])


# The photo


def _panel(photo: Photo) -> tuple[int, int, int, int]:
    """Where a photo stands: at the right, as wide as its form asks for, within limits."""
    height = _BOTTOM - _TOP
    width = round(height * photo.width / photo.height)
    width = min(max(width, 330), PHOTO_WIDTH)
    return (_RIGHT - width, _TOP, _RIGHT, _BOTTOM)


def _cut(file: Path, size: tuple[int, int]) -> Image.Image:
    """A photo cut to a form; what matters in one is rather above its middle than below."""
    with Image.open(file) as image:
        image.draft("RGB", size)
        picture = image.convert("RGBA" if image.has_transparency_data else "RGB")
    # Nothing is gained from more pixels than a screen shows, and much time is lost.
    cut = ImageOps.fit(picture, size, Image.Resampling.BICUBIC, centering=(0.5, 0.4))
    if cut.mode == "RGBA":
        ground = Image.new("RGB", size, TOKENS["paper"])
        ground.paste(cut, mask=cut.getchannel("A"))
        return ground
    return cut


# Files


def _coloured(canvas: _Canvas) -> Image.Image:
    image = canvas.image
    image.putpalette(_palette()[0])
    return image


def _png(canvas: _Canvas) -> bytes:
    buffer = io.BytesIO()
    _coloured(canvas).save(buffer, "PNG", compress_level=4)
    return buffer.getvalue()


def _jpeg(canvas: _Canvas, panel: tuple[int, int, int, int], file: Path, photo: Photo) -> bytes:
    image = _coloured(canvas).convert("RGB")
    image.paste(_cut(file, (panel[2] - panel[0], panel[3] - panel[1])), panel)
    # Whose photo it is goes with it; its caption is not what the card says.
    packet = xmp_packet(replace(photo.metadata, caption="", alt=""))
    extra = {"xmp": packet} if packet else {}
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", quality=_QUALITY, optimize=True, **extra)
    return buffer.getvalue()

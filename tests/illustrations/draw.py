# SPDX-License-Identifier: MIT
"""The sample pictures of the portal, cut like coloured woodblocks: flat shapes, gouged light.

`python tests/illustrations/draw.py` writes every picture into content/. The same script and the
same Pillow give the same bytes.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise
from math import atan2, cos, hypot, pi, radians, sin
from pathlib import Path
from random import Random
from typing import Literal

from PIL import Image, ImageChops, ImageDraw

Point = tuple[float, float]
Outline = Sequence[Point]
Colour = str
Facing = Literal["left", "right", "front", "back"]

WIDTH, HEIGHT = 1620, 1080
SCALE = 2
"""Drawn twice as large and reduced, because ImageDraw does not smooth its edges."""

PAPER, CREAM, SKIN = "#f7f0e0", "#efe0bf", "#e8c79b"
INK, SOOT = "#24211c", "#4a443a"
CINNABAR, ROSE = "#b3372a", "#db8a6c"
JADE, DEEP, MIST, CELADON = "#2f6a52", "#173d36", "#b9cdb6", "#7fa88b"
OCHRE, STRAW, UMBER = "#d2963a", "#e9c680", "#8a5a2b"
NIGHT, DUSK = "#1b2c31", "#3d5a5c"


# Outlines


def rect(left: float, top: float, right: float, bottom: float) -> list[Point]:
    return [(left, top), (right, top), (right, bottom), (left, bottom)]


def oval(x: float, y: float, rx: float, ry: float | None = None, turn: float = 0.0) -> list[Point]:
    """An ellipse, turned by degrees."""
    ry = rx if ry is None else ry
    c, s = cos(radians(turn)), sin(radians(turn))
    steps = [2 * pi * i / 72 for i in range(72)]
    return [
        (x + rx * cos(a) * c - ry * sin(a) * s, y + rx * cos(a) * s + ry * sin(a) * c)
        for a in steps
    ]


def curve(points: Outline, closed: bool = False, steps: int = 14) -> list[Point]:
    """A Catmull-Rom curve through the points."""
    count = len(points)

    def pick(i: int) -> Point:
        return points[i % count] if closed else points[min(max(i, 0), count - 1)]

    out: list[Point] = []
    for i in range(count if closed else count - 1):
        p0, p1, p2, p3 = pick(i - 1), pick(i), pick(i + 1), pick(i + 2)
        for k in range(steps):
            t = k / steps
            x, y = (
                0.5
                * (
                    2 * b
                    + (c - a) * t
                    + (2 * a - 5 * b + 4 * c - d) * t * t
                    + (3 * b - a - 3 * c + d) * t**3
                )
                for a, b, c, d in zip(p0, p1, p2, p3, strict=True)
            )
            out.append((x, y))
    if not closed:
        out.append(points[-1])
    return out


def lens(start: Point, end: Point, width: float) -> list[Point]:
    """The cut of a gouge: pointed at both ends."""
    length = hypot(end[0] - start[0], end[1] - start[1]) or 1.0
    nx, ny = -(end[1] - start[1]) / length * width / 2, (end[0] - start[0]) / length * width / 2
    sides: list[Point] = []
    for sign, order in ((1, range(9)), (-1, range(8, -1, -1))):
        for k in order:
            t = k / 8
            bulge = sign * sin(pi * t)
            sides.append(
                (
                    start[0] + (end[0] - start[0]) * t + nx * bulge,
                    start[1] + (end[1] - start[1]) * t + ny * bulge,
                )
            )
    return sides


def cloud(
    x: float, y: float, rx: float, ry: float, seed: int, lobes: int = 13, depth: float = 0.16
) -> list[Point]:
    """The outline of a tree's crown."""
    rng = Random(seed)
    out: list[Point] = []
    for i in range(lobes * 2):
        a = pi * i / lobes
        r = 1 + (depth * (0.55 + 0.6 * rng.random()) if i % 2 else -depth * 0.55 * rng.random())
        out.append((x + rx * r * cos(a), y + ry * r * sin(a)))
    return curve(out, closed=True, steps=8)


def moved(outline: Outline, dx: float, dy: float, size: float = 1.0) -> list[Point]:
    return [(x * size + dx, y * size + dy) for x, y in outline]


def mix(one: Colour, other: Colour, share: float) -> Colour:
    a, b = (tuple(int(c[i : i + 2], 16) for i in (1, 3, 5)) for c in (one, other))
    return "#" + "".join(f"{round(p + (q - p) * share):02x}" for p, q in zip(a, b, strict=True))


# The block


class Block:
    """One picture being cut and printed, in units of the finished picture."""

    def __init__(self, ground: Colour, width: int = WIDTH, height: int = HEIGHT) -> None:
        self.width, self.height = width, height
        self.image = Image.new("RGB", (width * SCALE, height * SCALE), ground)
        self.pen = ImageDraw.Draw(self.image)

    def fill(self, outline: Iterable[Point], colour: Colour) -> None:
        self.pen.polygon([(x * SCALE, y * SCALE) for x, y in outline], fill=colour)

    def line(self, points: Outline, width: float, colour: Colour) -> None:
        """A stroke with round ends and joints."""
        for (x0, y0), (x1, y1) in pairwise(points):
            a = atan2(y1 - y0, x1 - x0) + pi / 2
            dx, dy = cos(a) * width / 2, sin(a) * width / 2
            self.fill(
                [(x0 + dx, y0 + dy), (x1 + dx, y1 + dy), (x1 - dx, y1 - dy), (x0 - dx, y0 - dy)],
                colour,
            )
        for x, y in points:
            r = width / 2
            self.pen.ellipse(
                [(x - r) * SCALE, (y - r) * SCALE, (x + r) * SCALE, (y + r) * SCALE], fill=colour
            )

    def stem(self, points: Outline, thick: float, thin: float, colour: Colour) -> None:
        """A stroke that tapers from its first point to its last."""
        path = curve(points)
        for i, (a, b) in enumerate(pairwise(path)):
            self.line([a, b], thick + (thin - thick) * i / len(path), colour)

    def ring(self, x: float, y: float, radius: float, width: float, colour: Colour) -> None:
        r = radius + width / 2
        box = [(x - r) * SCALE, (y - r) * SCALE, (x + r) * SCALE, (y + r) * SCALE]
        self.pen.ellipse(box, outline=colour, width=round(width * SCALE))

    def wash(self, outline: Outline, colour: Colour, strength: float) -> None:
        """A shape printed so thinly that what lies below shows."""
        self._stamp(outline, colour, [outline], strength)

    def carve(
        self,
        outline: Outline,
        colour: Colour,
        *,
        angle: float,
        gap: float,
        length: float,
        width: float,
        seed: int,
        skip: float = 0.25,
    ) -> None:
        """Gouge marks of one direction, inside the outline only."""
        rng = Random(seed)
        left, top, right, bottom = _bounds(outline)
        cx, cy, reach = (
            (left + right) / 2,
            (top + bottom) / 2,
            hypot(right - left, bottom - top) / 2,
        )
        c, s = cos(radians(angle)), sin(radians(angle))
        cuts: list[list[Point]] = []
        across = -reach
        while across < reach:
            along = -reach + rng.random() * length
            while along < reach:
                run = length * (0.6 + 0.8 * rng.random())
                if rng.random() > skip:
                    off = across + (rng.random() - 0.5) * gap * 0.5
                    a = (cx + along * c - off * s, cy + along * s + off * c)
                    b = (cx + (along + run) * c - off * s, cy + (along + run) * s + off * c)
                    cuts.append(lens(a, b, width * (0.6 + 0.7 * rng.random())))
                along += run + length * (0.2 + 0.4 * rng.random())
            across += gap
        self._stamp(outline, colour, cuts, 1.0)

    def inside(self, outline: Outline, colour: Colour, shapes: Sequence[Outline]) -> None:
        """Shapes of one colour, cut off at the outline."""
        self._stamp(outline, colour, shapes, 1.0)

    def _stamp(
        self, outline: Outline, colour: Colour, shapes: Sequence[Outline], strength: float
    ) -> None:
        left, top, right, bottom = (round(v * SCALE) for v in _bounds(outline))
        left, top = max(left - 2, 0), max(top - 2, 0)
        right, bottom = min(right + 2, self.image.width), min(bottom + 2, self.image.height)
        if right <= left or bottom <= top:
            return
        size = (right - left, bottom - top)
        clip, marks = Image.new("L", size, 0), Image.new("L", size, 0)

        def local(shape: Outline) -> list[Point]:
            return [(x * SCALE - left, y * SCALE - top) for x, y in shape]

        ImageDraw.Draw(clip).polygon(local(outline), fill=round(255 * strength))
        pen = ImageDraw.Draw(marks)
        for shape in shapes:
            pen.polygon(local(shape), fill=255)
        self.image.paste(colour, (left, top), ImageChops.multiply(clip, marks))

    def printed(self, seed: int) -> Image.Image:
        """The finished picture: an uneven plate edge, worn ink, the tooth of the paper."""
        rng = Random(seed)
        for _ in range(520):
            x, y, r = (
                rng.random() * self.width,
                rng.random() * self.height,
                0.5 + rng.random() * 1.1,
            )
            a = rng.random() * pi
            self.fill(lens((x, y), (x + cos(a) * r * 5, y + sin(a) * r * 5), r), PAPER)
        margin, edge = 30, []
        sides = [
            ((margin, margin), (self.width - margin, margin)),
            ((self.width - margin, margin), (self.width - margin, self.height - margin)),
            ((self.width - margin, self.height - margin), (margin, self.height - margin)),
            ((margin, self.height - margin), (margin, margin)),
        ]
        for (x0, y0), (x1, y1) in sides:
            for k in range(40):
                t = k / 40
                edge.append(
                    (
                        x0 + (x1 - x0) * t + rng.uniform(-1.6, 1.6),
                        y0 + (y1 - y0) * t + rng.uniform(-1.6, 1.6),
                    )
                )
        mask = Image.new("L", self.image.size, 0)
        ImageDraw.Draw(mask).polygon([(x * SCALE, y * SCALE) for x, y in edge], fill=255)
        sheet = Image.new("RGB", self.image.size, PAPER)
        sheet.paste(self.image, (0, 0), mask)
        small = sheet.resize((self.width, self.height), Image.Resampling.LANCZOS)
        tooth = Image.frombytes(
            "L",
            (self.width // 3, self.height // 3),
            rng.randbytes((self.width // 3) * (self.height // 3)),
        )
        tooth = tooth.point(lambda v: 246 + v * 9 // 255).resize(
            (self.width, self.height), Image.Resampling.BICUBIC
        )
        return ImageChops.multiply(small, Image.merge("RGB", (tooth, tooth, tooth)))


def _bounds(outline: Outline) -> tuple[float, float, float, float]:
    xs, ys = [x for x, _ in outline], [y for _, y in outline]
    return min(xs), min(ys), max(xs), max(ys)


# Things that come back


def head(
    b: Block, x: float, y: float, r: float, facing: Facing, hair: Colour = INK, style: str = "short"
) -> None:
    """A head without features: the hair says which way it looks."""
    if style == "bun":
        lean = {"left": 1, "right": -1, "front": 0, "back": 0}[facing]
        b.fill(
            oval(x + lean * r * 0.95, y - r * 0.55 - (0.5 * r if not lean else 0), r * 0.46), hair
        )
    if style == "long" and facing != "back":
        for side in {"left": (0.62,), "right": (-0.62,)}.get(facing, (-0.84, 0.84)):
            wide = 0.44 if facing != "front" else 0.26
            b.fill(
                curve(
                    [
                        (x + (side - wide) * r, y - r * 0.3),
                        (x + (side + wide) * r, y - r * 0.3),
                        (x + (side + wide * 0.8) * r, y + r * 1.3),
                        (x + side * r, y + r * 1.5),
                        (x + (side - wide) * r, y + r * 1.3),
                    ],
                    closed=True,
                ),
                hair,
            )
    if style == "bald":
        b.fill(oval(x, y, r * 0.96), SKIN)
        side = {"left": 1.0, "right": -1.0, "front": 0.0, "back": 0.0}[facing]
        b.fill(oval(x + side * r * 0.78, y + r * 0.12, r * 0.3, r * 0.46), hair)
        b.fill(oval(x + side * r * 0.4, y + r * 0.2, r * 0.17, r * 0.26), mix(SKIN, UMBER, 0.18))
        b.fill(
            [
                (x - side * r * 0.88, y + r * 0.1),
                (x - side * r * 1.14, y + r * 0.38),
                (x - side * r * 0.84, y + r * 0.46),
            ],
            SKIN,
        )
        b.fill(oval(x - side * r * 0.6, y + r * 0.1, r * 0.08, r * 0.11), INK)
        b.fill(oval(x - side * r * 0.46, y + r * 0.42, r * 0.15, r * 0.1), ROSE)
        return
    if facing == "back":
        b.fill(oval(x - r * 0.92, y + r * 0.12, r * 0.2, r * 0.28), SKIN)
        b.fill(oval(x + r * 0.92, y + r * 0.12, r * 0.2, r * 0.28), SKIN)
        b.fill(oval(x, y - r * 0.04, r * 1.0, r * 1.04), hair)
        if style == "long":
            b.fill(
                curve(
                    [
                        (x - r * 0.9, y),
                        (x + r * 0.9, y),
                        (x + r * 0.8, y + r * 1.6),
                        (x - r * 0.8, y + r * 1.6),
                    ],
                    closed=True,
                ),
                hair,
            )
        if style == "tails":
            for s in (-1, 1):
                b.fill(oval(x + s * r * 1.15, y + r * 0.55, r * 0.3, r * 0.75, turn=-s * 18), hair)
                b.fill(oval(x + s * r * 0.98, y - r * 0.05, r * 0.17), CINNABAR)
        return
    if style == "tails":
        for s in {"left": (1,), "right": (-1,)}.get(facing, (-1, 1)):
            b.fill(oval(x + s * r * 1.12, y + r * 0.5, r * 0.28, r * 0.68, turn=-s * 18), hair)
            b.fill(oval(x + s * r * 0.98, y - r * 0.02, r * 0.16), CINNABAR)
    if facing == "front":
        b.fill(oval(x, y - r * 0.1, r * 1.03), hair)
        b.fill(oval(x, y + r * 0.26, r * 0.78, r * 0.76), SKIN)
        for s in (-1, 1):
            b.fill(oval(x + s * r * 0.3, y + r * 0.18, r * 0.075, r * 0.1), INK)
            b.fill(oval(x + s * r * 0.5, y + r * 0.46, r * 0.14, r * 0.1), ROSE)
        return
    f = 1 if facing == "right" else -1
    b.fill(oval(x - f * r * 0.1, y - r * 0.1, r * 1.03), hair)
    b.fill(oval(x + f * r * 0.34, y + r * 0.2, r * 0.68, r * 0.78), SKIN)
    b.fill(
        [
            (x + f * r * 0.92, y + r * 0.1),
            (x + f * r * 1.16, y + r * 0.38),
            (x + f * r * 0.9, y + r * 0.46),
        ],
        SKIN,
    )
    b.fill(oval(x - f * r * 0.2, y + r * 0.22, r * 0.17, r * 0.24), SKIN)
    b.fill(oval(x + f * r * 0.62, y + r * 0.14, r * 0.08, r * 0.11), INK)
    b.fill(oval(x + f * r * 0.5, y + r * 0.46, r * 0.15, r * 0.1), ROSE)
    if style == "cap":
        b.fill(
            curve(
                [
                    (x - f * r * 1.1, y - r * 0.25),
                    (x - f * r * 0.7, y - r * 1.1),
                    (x + f * r * 0.5, y - r * 1.15),
                    (x + f * r * 1.0, y - r * 0.35),
                ],
                closed=True,
            ),
            CINNABAR,
        )
        b.line(
            [(x + f * r * 0.6, y - r * 0.36), (x + f * r * 1.5, y - r * 0.28)], r * 0.22, CINNABAR
        )


def person(
    b: Block,
    x: float,
    foot: float,
    tall: float,
    coat: Colour,
    legs: Colour | None,
    facing: Facing = "front",
    *,
    style: str = "short",
    hair: Colour = INK,
    hands: Sequence[Sequence[Point]] = (),
    skirt: bool = False,
    stride: float = 0.05,
) -> None:
    """A standing figure; `hands` are elbow and hand of each arm.

    Both in parts of the height from the shoulder, y down.

    Without a colour for the legs the figure sits in something and is drawn from the hips up.
    """
    shoulder, hip = foot - tall * 0.79, foot - tall * 0.42
    if legs is not None:
        b.wash(oval(x + tall * 0.05, foot + tall * 0.005, tall * 0.19, tall * 0.024), INK, 0.22)
    for s in (-1, 1) if legs is not None else ():
        toe = {"left": -1, "right": 1}.get(facing, s * 0.6)
        at = x + s * tall * stride
        b.line([(x + s * tall * 0.045, hip), (at, foot - tall * 0.02)], tall * 0.085, legs or INK)
        b.line(
            [
                (at - toe * tall * 0.005, foot - tall * 0.012),
                (at + toe * tall * 0.045, foot - tall * 0.012),
            ],
            tall * 0.035,
            INK,
        )
    hem, flare = (foot - tall * 0.2, 0.17) if skirt else (foot - tall * 0.38, 0.125)
    body = curve(
        [
            (x - tall * 0.06, shoulder - tall * 0.03),
            (x + tall * 0.06, shoulder - tall * 0.03),
            (x + tall * 0.115, shoulder + tall * 0.05),
            (x + tall * flare, hem),
            (x, hem + tall * 0.012),
            (x - tall * flare, hem),
            (x - tall * 0.115, shoulder + tall * 0.05),
        ],
        closed=True,
    )
    b.line([(x, shoulder - tall * 0.05), (x, shoulder)], tall * 0.06, SKIN)
    b.fill(body, coat)
    b.carve(
        body,
        mix(coat, PAPER, 0.28),
        angle=82,
        gap=tall * 0.042,
        length=tall * 0.13,
        width=tall * 0.011,
        seed=round(x * 7 + foot),
        skip=0.45,
    )
    head(b, x, foot - tall * 0.905, tall * 0.092, facing, hair, style)
    for i, arm in enumerate(hands):
        s = -1 if i == 0 else 1
        start = (x + s * tall * 0.09, shoulder + tall * 0.035)
        elbow, hand = (((x + px * tall), (shoulder + py * tall)) for px, py in arm)
        sleeve = mix(coat, INK, 0.16)
        b.line([start, elbow, hand], tall * 0.062, sleeve)
        b.line([hand, hand], tall * 0.058, SKIN)


HANG: tuple[tuple[Point, Point], ...] = (
    ((-0.14, 0.18), (-0.13, 0.33)),
    ((0.14, 0.18), (0.13, 0.33)),
)
"""Both arms at rest."""


def wheel(b: Block, x: float, y: float, r: float, colour: Colour, spokes: Colour) -> None:
    for k in range(14):
        a = pi * k / 14
        b.line(
            [(x - cos(a) * r, y - sin(a) * r), (x + cos(a) * r, y + sin(a) * r)],
            max(r * 0.022, 1.1),
            spokes,
        )
    b.ring(x, y, r, r * 0.115, colour)
    b.fill(oval(x, y, r * 0.1), colour)


def bicycle(
    b: Block,
    x: float,
    y: float,
    r: float,
    frame: Colour,
    tyre: Colour = INK,
    spokes: Colour = SOOT,
    flip: int = 1,
) -> None:
    """A town bicycle; (x, y) is the middle of the ground between its wheels."""

    def p(px: float, py: float) -> Point:
        return x + flip * px * r, y - r + py * r

    wheel(b, *p(-1.35, 0), r, tyre, spokes)
    wheel(b, *p(1.35, 0), r, tyre, spokes)
    crank, seat, neck = p(-0.12, 0.08), p(-0.5, -1.35), p(0.92, -1.3)
    for a, c in (
        (p(-1.35, 0), crank),
        (p(-1.35, 0), p(-0.42, -1.05)),
        (crank, seat),
        (crank, neck),
        (p(-0.42, -1.02), neck),
        (neck, p(1.35, 0)),
    ):
        b.line([a, c], r * 0.12, frame)
    b.line([neck, p(0.86, -1.62), p(0.5, -1.72)], r * 0.09, tyre)
    b.line([p(-0.82, -1.42), p(-0.22, -1.4)], r * 0.2, tyre)
    b.ring(*crank, r * 0.2, r * 0.07, tyre)
    b.line([crank, p(0.1, 0.36)], r * 0.07, tyre)
    b.line(curve([p(-2.1, -0.75), p(-1.75, -1.12), p(-1.2, -1.2)]), r * 0.07, frame)


def leaves(
    b: Block, outline: Outline, colour: Colour, seed: int, size: float = 22, dense: float = 1.0
) -> None:
    """Leaf-shaped light cut out of a crown."""
    rng = Random(seed)
    left, top, right, bottom = _bounds(outline)
    count = int((right - left) * (bottom - top) / (size * size * 3.2) * dense)
    cuts: list[list[Point]] = []
    for _ in range(count):
        x, y, a = (
            rng.uniform(left, right),
            rng.uniform(top, bottom),
            rng.uniform(0.15 * pi, 0.85 * pi),
        )
        n = size * rng.uniform(0.7, 1.25)
        cuts.append(lens((x, y), (x + cos(a) * n, y + sin(a) * n), n * 0.36))
    b.inside(outline, colour, cuts)


def tiled_roof(
    b: Block,
    left: float,
    right: float,
    ridge: float,
    eave: float,
    colour: Colour,
    light: Colour,
    lean: float = 60,
) -> None:
    """A roof of grey tiles seen from the front."""
    shape = (
        curve([(left + lean, ridge), (right - lean, ridge)], steps=2)
        + curve(
            [(right - lean * 0.6, (ridge + eave) / 2), (right, eave - 6), (right + 14, eave - 14)]
        )
        + curve([(right + 10, eave), ((left + right) / 2, eave + 2), (left - 10, eave)])
        + curve([(left - 14, eave - 14), (left, eave - 6), (left + lean * 0.6, (ridge + eave) / 2)])
    )
    b.fill(shape, colour)
    count = max(int((right - left) / 17), 2)
    cuts = []
    for k in range(count + 1):
        t = k / count
        cuts.append(
            lens(
                (left + lean + (right - left - 2 * lean) * t, ridge + 4),
                (left + (right - left) * t, eave + 2),
                4.2,
            )
        )
    b.inside(shape, light, cuts)
    b.line([(left + lean - 8, ridge), (right - lean + 8, ridge)], 8, mix(colour, INK, 0.4))


# The pictures


def guanjia() -> Image.Image:
    """Visitors before an information board in a housing estate."""
    b = Block(CREAM)
    b.fill(rect(0, 0, WIDTH, 700), "#f3e4c2")
    b.fill(oval(1190, 210, 112), ROSE)
    b.carve(
        oval(1190, 210, 112), "#f3e4c2", angle=0, gap=15, length=150, width=3.4, seed=3, skip=0.2
    )
    for i, (x, top, w, wall) in enumerate(
        [
            (330, 250, 300, MIST),
            (680, 175, 330, "#e3cfa0"),
            (1060, 300, 300, MIST),
            (1400, 215, 260, "#e3cfa0"),
        ]
    ):
        front = rect(x, top, x + w, 770)
        b.fill(front, wall)
        b.carve(
            front,
            mix(wall, PAPER, 0.4),
            angle=90,
            gap=13,
            length=70,
            width=2.4,
            seed=20 + i,
            skip=0.5,
        )
        b.fill(
            [(x - 14, top + 4), (x + 26, top - 52), (x + w - 26, top - 52), (x + w + 14, top + 4)],
            CINNABAR if i % 2 else JADE,
        )
        for k in range(13):
            xx = x + 20 + (w - 40) * k / 12
            b.fill(
                lens((xx, top - 48), (xx + (xx - x - w / 2) * 0.12, top + 2), 3),
                mix(CINNABAR if i % 2 else JADE, PAPER, 0.4),
            )
        for row in range(6):
            for col in range(4):
                wx, wy = x + 26 + col * (w - 46) / 4, top + 34 + row * 82
                lit = (row * 5 + col * 3 + i) % 7 == 0
                b.fill(
                    rect(wx, wy, wx + (w - 46) / 4 - 22, wy + 46),
                    OCHRE if lit else mix(wall, INK, 0.62),
                )
                b.line(
                    [(wx + ((w - 46) / 4 - 22) / 2, wy), (wx + ((w - 46) / 4 - 22) / 2, wy + 46)],
                    3,
                    wall,
                )
                b.line(
                    [(wx - 5, wy + 50), (wx + (w - 46) / 4 - 16, wy + 50)], 5, mix(wall, INK, 0.35)
                )
                if (row * 3 + col + i * 2) % 4 == 0:
                    for q in range(3):
                        b.fill(oval(wx + 8 + q * 12, wy + 44, 9, 7), JADE if q != 1 else CINNABAR)
    for k in range(15):
        hedge = cloud(300 + k * 98, 742 + (k % 3) * 8, 82, 58, 40 + k)
        b.fill(hedge, (JADE, "#3d7a5e", DEEP)[k % 3])
        leaves(b, hedge, mix((JADE, "#3d7a5e", DEEP)[k % 3], PAPER, 0.35), 60 + k, 15)
    for k in range(6):
        bloom = cloud(700 + k * 118 + (k % 2) * 30, 716 + (k % 3) * 14, 52, 36, 90 + k)
        b.fill(bloom, CINNABAR)
        leaves(b, bloom, ROSE, 110 + k, 12, 1.3)
    ground = [*curve([(0, 792), (400, 772), (900, 782), (1620, 768)]), (1620, 1080), (0, 1080)]
    b.fill(ground, STRAW)
    b.carve(ground, PAPER, angle=-2, gap=21, length=120, width=5, seed=7, skip=0.45)
    b.carve(ground, "#d3a955", angle=-2, gap=34, length=90, width=4, seed=8, skip=0.5)
    # the board
    for x in (1165, 1475):
        b.line([(x, 500), (x, 884)], 17, UMBER)
    b.fill(rect(1120, 398, 1520, 722), UMBER)
    b.fill(rect(1138, 416, 1502, 704), PAPER)
    plan = rect(1138, 416, 1502, 704)
    b.inside(
        plan,
        MIST,
        [
            [
                *curve([(1120, 640), (1230, 600), (1330, 640), (1420, 590), (1520, 610)]),
                *curve([(1520, 664), (1430, 646), (1330, 694), (1230, 656), (1120, 700)]),
            ]
        ],
    )
    b.line(curve([(1150, 560), (1250, 540), (1330, 570), (1490, 520)]), 9, STRAW)
    b.line(curve([(1320, 428), (1328, 500), (1330, 570)]), 9, STRAW)
    for x, y, c in (
        (1190, 500, CELADON),
        (1250, 478, ROSE),
        (1200, 446, CELADON),
        (1272, 430, CELADON),
        (1390, 474, CELADON),
        (1450, 450, ROSE),
        (1400, 530, CELADON),
    ):
        b.fill(rect(x - 22, y, x + 22, y + 26), c)
        b.fill([(x - 28, y + 1), (x, y - 18), (x + 28, y + 1)], mix(c, INK, 0.45))
    for x, y in ((1160, 588), (1190, 580), (1476, 560), (1452, 556), (1290, 600), (1374, 600)):
        b.fill(oval(x, y, 11, 13), JADE)
    b.fill(oval(1338, 470, 19), CINNABAR)
    b.fill([(1321, 478), (1355, 478), (1338, 514)], CINNABAR)
    b.fill(oval(1338, 470, 8), PAPER)
    tiled_roof(b, 1092, 1548, 346, 404, SOOT, "#8d8474", 40)
    # the guide and the guests
    person(
        b,
        1042,
        938,
        352,
        CINNABAR,
        INK,
        "left",
        style="bun",
        hands=[((-0.13, 0.12), (-0.2, 0.04)), ((0.15, 0.02), (0.29, -0.08))],
    )
    person(b, 596, 902, 320, "#8aa58a", SOOT, "right", style="bald", hair="#9a9184", hands=HANG)
    person(
        b,
        842,
        920,
        326,
        OCHRE,
        SOOT,
        "right",
        style="long",
        hands=[((-0.13, 0.16), (0.02, 0.2)), ((0.14, 0.17), (0.09, 0.2))],
    )
    b.fill([(850, 722), (896, 712), (902, 754), (856, 764)], PAPER)
    person(
        b,
        700,
        962,
        364,
        DEEP,
        INK,
        "right",
        hands=[((-0.14, 0.18), (-0.12, 0.33)), ((0.13, 0.16), (0.2, 0.06))],
    )
    person(
        b,
        452,
        988,
        368,
        "#efe7d4",
        JADE,
        "right",
        style="bun",
        hair="#6f675b",
        skirt=True,
        hands=[((-0.13, 0.18), (-0.03, 0.28)), ((0.13, 0.18), (0.03, 0.28))],
    )
    person(b, 350, 940, 340, UMBER, INK, "right", style="cap", hands=HANG)
    # the camphor tree
    trunk = curve(
        [
            (64, 1010),
            (118, 880),
            (124, 640),
            (96, 420),
            (128, 260),
            (206, 240),
            (186, 420),
            (204, 640),
            (212, 880),
            (286, 1016),
            (176, 986),
        ],
        closed=True,
    )
    b.fill(trunk, INK)
    b.carve(trunk, "#7a6a52", angle=88, gap=13, length=80, width=4.2, seed=12, skip=0.3)
    b.stem([(180, 470), (300, 330), (460, 262)], 40, 12, INK)
    for k, (x, y, rx, ry, c) in enumerate(
        [
            (60, 150, 240, 160, DEEP),
            (300, 80, 270, 140, DEEP),
            (560, 70, 210, 108, JADE),
            (150, 260, 190, 104, JADE),
            (430, 190, 186, 88, DEEP),
            (30, 60, 220, 110, JADE),
            (300, 130, 170, 84, "#3d7a5e"),
        ]
    ):
        crown = cloud(x, y, rx, ry, 200 + k)
        b.fill(crown, c)
        leaves(b, crown, mix(c, STRAW, 0.5), 220 + k, 24)
    return b.printed(1)


def ketang() -> Image.Image:
    """Children round a long table in the community's summer class."""
    b = Block("#ecd9ad")
    b.carve(
        rect(0, 0, WIDTH, 760), "#f5e9cb", angle=90, gap=19, length=150, width=3.6, seed=2, skip=0.5
    )
    # window
    b.fill(rect(1010, 92, 1560, 600), UMBER)
    b.fill(rect(1030, 112, 1540, 580), MIST)
    for k, (x, y, rx, ry, c) in enumerate(
        [
            (1100, 420, 150, 150, JADE),
            (1330, 330, 190, 150, DEEP),
            (1500, 470, 150, 140, JADE),
            (1220, 520, 190, 90, "#3d7a5e"),
        ]
    ):
        crown = [
            (min(max(px, 1030), 1540), min(max(py, 112), 580))
            for px, py in cloud(x, y, rx, ry, 30 + k)
        ]
        b.fill(crown, c)
        leaves(b, crown, mix(c, STRAW, 0.5), 50 + k, 22)
    b.fill(oval(1160, 210, 46), OCHRE)
    for x in (1200, 1370):
        b.line([(x, 112), (x, 580)], 13, UMBER)
    b.line([(1030, 270), (1540, 270)], 13, UMBER)
    b.fill(rect(986, 596, 1584, 624), mix(UMBER, INK, 0.3))
    for x, c in ((1080, CINNABAR), (1300, JADE), (1460, OCHRE)):
        for q in (-1, 0, 1):
            b.fill(lens((x, 560), (x + q * 34, 498 - (q == 0) * 16), 18), DEEP)
        b.fill([(x - 28, 556), (x + 28, 556), (x + 20, 600), (x - 20, 600)], c)
    # blackboard
    b.fill(rect(120, 122, 850, 560), UMBER)
    board = rect(142, 144, 828, 538)
    b.fill(board, DEEP)
    b.carve(board, "#21493f", angle=12, gap=24, length=190, width=9, seed=9, skip=0.4)
    chalk = "#f2ead6"
    b.ring(262, 262, 42, 5, chalk)
    for k in range(12):
        a = pi * k / 6
        b.line(
            [(262 + cos(a) * 58, 262 + sin(a) * 58), (262 + cos(a) * 78, 262 + sin(a) * 78)],
            5,
            chalk,
        )
    fish = curve(
        [(500, 300), (570, 244), (660, 262), (700, 300), (660, 338), (570, 354)], closed=True
    )
    b.line([*fish, fish[0]], 5, chalk)
    b.line([(502, 300), (446, 258), (446, 344), (502, 300)], 5, chalk)
    b.fill(oval(664, 290, 7), chalk)
    for k in range(3):
        b.line(curve([(560 + k * 34, 270), (574 + k * 34, 300), (560 + k * 34, 330)]), 4, ROSE)
    for k in range(4):
        b.line(
            curve(
                [
                    (210 + 130 * k, 440),
                    (242 + 130 * k, 420),
                    (275 + 130 * k, 440),
                    (308 + 130 * k, 458),
                    (340 + 130 * k, 440),
                ]
            ),
            5,
            CELADON,
        )
    boat = [(330, 404), (464, 404), (434, 444), (360, 444)]
    b.line([*boat, boat[0]], 5, STRAW)
    b.line([(396, 402), (396, 340), (440, 390), (396, 390)], 5, STRAW)
    b.fill(rect(112, 556, 858, 576), UMBER)
    # paper garland
    string = curve([(30, 60), (420, 118), (820, 66), (1210, 92), (1600, 40)])
    b.line(string, 3, INK)
    for k in range(3, len(string) - 2, 4):
        (left, top), c = string[k], (CINNABAR, OCHRE, JADE, ROSE)[(k // 4) % 4]
        b.fill([(left - 20, top), (left + 20, top), (left, top + 44)], c)
    # teacher
    person(
        b,
        890,
        830,
        452,
        CINNABAR,
        INK,
        "left",
        style="bun",
        skirt=True,
        hands=[((-0.2, 0.06), (-0.34, -0.07)), ((0.15, 0.16), (0.06, 0.26))],
    )
    b.line([(738, 438), (700, 400)], 6, PAPER)
    floor = rect(0, 760, WIDTH, HEIGHT)
    b.fill([(0, 756), (846, 756), (846, 770), (0, 770)], UMBER)
    b.fill([(960, 756), (1620, 756), (1620, 770), (960, 770)], UMBER)
    b.fill(floor, "#c9924a")
    b.carve(floor, "#dcae68", angle=0, gap=24, length=210, width=6, seed=14, skip=0.35)
    # children on the far side
    far = [
        (250, OCHRE, "short", "right"),
        (440, "#f2ead6", "tails", "right"),
        (650, JADE, "short", "front"),
        (1090, ROSE, "tails", "left"),
        (1290, DEEP, "short", "left"),
        (1470, STRAW, "long", "front"),
    ]
    for x, c, style, facing in far:
        torso = curve(
            [
                (x - 34, 756),
                (x + 34, 756),
                (x + 74, 800),
                (x + 84, 900),
                (x - 84, 900),
                (x - 74, 800),
            ],
            closed=True,
        )
        b.line([(x, 740), (x, 775)], 34, SKIN)
        b.fill(torso, c)
        b.carve(torso, mix(c, PAPER, 0.3), angle=85, gap=16, length=50, width=4, seed=x, skip=0.4)
        head(b, x, 696, 56, facing, INK, style)  # type: ignore[arg-type]
    table = [(110, 846), (1520, 846), (1604, 985), (22, 985)]
    b.fill(table, "#f0dcae")
    b.carve(table, "#d9ba79", angle=0, gap=17, length=190, width=3.6, seed=15, skip=0.4)
    b.fill([(22, 985), (1604, 985), (1600, 1012), (26, 1012)], UMBER)
    for x, c, _style, _facing in far:
        hands = [(x - 62, 868), (x + 62, 868)]
        for hx, hy in hands:
            b.line([(hx + (x - hx) * 0.1, hy - 34), (hx, hy)], 30, mix(c, INK, 0.14))
            b.fill(oval(hx, hy + 8, 17), SKIN)
    for x, y, c in ((330, 900, CINNABAR), (760, 905, PAPER), (1180, 898, OCHRE)):
        b.fill([(x - 62, y), (x + 62, y), (x + 34, y + 36), (x - 34, y + 36)], c)
        b.fill([(x - 20, y), (x + 4, y - 42), (x + 28, y)], mix(c, INK, 0.2))
    for x, c in ((540, CINNABAR), (568, JADE), (596, OCHRE), (1390, CINNABAR), (1420, JADE)):
        b.line([(x, 930), (x + 52, 914)], 9, c)
        b.fill(lens((x + 48, 915), (x + 70, 908), 10), INK)
    b.fill(oval(950, 912, 54, 22), PAPER)
    b.fill(oval(950, 908, 40, 14), CELADON)
    for x, y in ((940, 906), (960, 910), (950, 902)):
        b.fill(oval(x, y, 8, 5), CINNABAR)
    # children in front, from behind
    for x, c, style in (
        (210, CINNABAR, "tails"),
        (600, "#5f8f78", "short"),
        (1000, UMBER, "long"),
        (1400, "#efe7d4", "short"),
    ):
        torso = curve(
            [
                (x - 50, 1010),
                (x + 50, 1010),
                (x + 112, 1046),
                (x + 130, 1130),
                (x - 130, 1130),
                (x - 112, 1046),
            ],
            closed=True,
        )
        b.fill(torso, c)
        b.carve(
            torso, mix(c, PAPER, 0.35), angle=88, gap=18, length=44, width=4, seed=x + 1, skip=0.3
        )
        head(b, x, 950, 70, "back", INK, style)
        b.carve(
            oval(x, 946, 66, 68),
            "#6b6252",
            angle=100,
            gap=12,
            length=46,
            width=2.6,
            seed=x + 5,
            skip=0.45,
        )
    return b.printed(2)


def xiaoxiang() -> Image.Image:
    """A lane at dusk under new lamps, a cyclist riding home."""
    b = Block(NIGHT)
    k: float
    vx, vy = 905.0, 590.0
    for y0, y1, c in (
        (0, 150, "#1f3a40"),
        (150, 290, "#37595a"),
        (290, 400, "#7f8f78"),
        (400, 480, "#d9a860"),
        (480, 560, "#d9794e"),
        (560, 640, CINNABAR),
    ):
        band = [
            *curve([(0, y0 + 8), (420, y0 - 8), (900, y0 + 10), (1620, y0 - 4)]),
            (1620, y1 + 30),
            (0, y1 + 30),
        ]
        b.fill(band, c)
        b.carve(
            band, mix(c, PAPER, 0.22), angle=-1, gap=26, length=210, width=4.5, seed=y1, skip=0.55
        )
    b.fill(oval(1010, 236, 46), "#f6e7bd")
    b.fill(oval(1030, 224, 42), mix("#37595a", PAPER, 0.03))

    def at(x: float, y: float, depth: float) -> Point:
        """A point of the near plane, moved towards the vanishing point."""
        return vx + (x - vx) * (1 - depth), vy + (y - vy) * (1 - depth)

    lane = [at(130, 1100, 0), at(1560, 1100, 0), at(1560, 1100, 0.9), at(130, 1100, 0.9)]
    b.fill(lane, "#4b5a55")
    for k in range(26):
        d = 1 - 0.865**k
        b.line([at(130, 1100, d), at(1560, 1100, d)], max(6 * (1 - d), 1.2), "#2d3d3c")
    for k in range(1, 8):
        x = 130 + 1430 * k / 8
        b.line([at(x, 1100, 0), at(x, 1100, 0.9)], 2.6, "#2d3d3c")
    # the far end
    tiled_roof(b, 790, 1020, 512, 548, "#3a3a38", "#837a68", 34)
    b.fill(rect(806, 548, 1004, 640), "#5d4a3a")
    b.fill(rect(872, 566, 938, 640), OCHRE)
    b.line([(905, 566), (905, 640)], 4, "#5d4a3a")
    for s, foot in ((-1, 130), (1, 1560)):
        wall = [at(foot, 1100, -0.3), at(foot, 1100, 0.9), at(foot, 190, 0.9), at(foot, 190, -0.3)]
        b.fill(wall, "#26302f" if s < 0 else "#2d3835")
        b.carve(wall, "#445450", angle=14 * -s, gap=30, length=120, width=4, seed=31 + s, skip=0.5)
        for n, d in enumerate((0.02, 0.30, 0.50, 0.64, 0.74)):
            e = d + (1 - d) * 0.2
            shop = n % 2 == (0 if s < 0 else 1)
            bottom, top = (1096, 470) if shop else (830, 470)
            frame = [at(foot, bottom, d), at(foot, bottom, e), at(foot, top, e), at(foot, top, d)]
            b.fill(frame, "#efbb5c" if (n + s) % 3 else "#6e4f2e")
            b.carve(
                frame,
                "#f8e0a0" if (n + s) % 3 else "#8d6a40",
                angle=90,
                gap=16 * (1 - d),
                length=60 * (1 - d),
                width=4 * (1 - d),
                seed=44 + n,
                skip=0.4,
            )
            for t in (0.0, 0.33, 0.66, 1.0):
                q = d + (e - d) * t
                b.line([at(foot, bottom, q), at(foot, top, q)], 9 * (1 - d), "#3a271a")
            for yy in (top, (top + bottom) / 2, bottom):
                b.line([at(foot, yy, d), at(foot, yy, e)], 9 * (1 - d), "#3a271a")
        # eaves, from below
        inner, soffit = foot - s * 210, []
        b.fill(
            [at(foot, 190, -0.3), at(foot, 190, 0.9), at(inner, 110, 0.9), at(inner, 110, -0.3)],
            "#151a1b",
        )
        for k in range(34):
            q, w = 1 - 1.3 * 0.925**k, 0.022 * 0.925**k
            soffit.append(
                [at(foot, 186, q), at(inner, 112, q), at(inner, 112, q + w), at(foot, 186, q + w)]
            )
        for bar in soffit:
            b.fill(bar, "#5b4630")
        b.line([at(inner, 106, -0.3), at(inner, 106, 0.9)], 10, "#0c1011")
        for k in range(58):
            q = 1 - 1.25 * 0.958**k
            x, y = at(inner, 104, q)
            r = 17 * (1 - q)
            if r > 1.6:
                b.fill(oval(x, y, r), "#39423f")
                b.fill(oval(x, y, r * 0.5), "#66716b")
    # lamps: cone, pool, lantern
    for d in (0.72, 0.58, 0.40, 0.14):
        for s, foot in ((-1, 300), (1, 1390)):
            lx, ly = at(foot, 420, d)
            px, py = at(foot - s * 40, 1060, d)
            k = 1 - d
            if py < 1200:
                b.wash(
                    [(lx - 16 * k, ly), (lx + 16 * k, ly), (px + 250 * k, py), (px - 250 * k, py)],
                    "#f4cf7c",
                    0.20,
                )
                b.wash(oval(px, py, 270 * k, 58 * k), "#f4cf7c", 0.5)
                b.wash(oval(px, py, 170 * k, 34 * k), "#fae7b4", 0.6)
            b.line([(lx, ly - 60 * k), (lx - s * -70 * k, ly - 76 * k)], 8 * k, "#0f1415")
            b.line([(lx, ly - 62 * k), (lx, ly - 24 * k)], 5 * k, "#0f1415")
            b.fill(
                [
                    (lx - 36 * k, ly - 8 * k),
                    (lx - 14 * k, ly - 36 * k),
                    (lx + 14 * k, ly - 36 * k),
                    (lx + 36 * k, ly - 8 * k),
                ],
                CINNABAR,
            )
            b.fill(oval(lx, ly, 19 * k, 16 * k), "#fff3cf")
    # plants by the doors, a cat
    for x, y, k in ((330, 1010, 1.0), (250, 1062, 1.25), (1440, 1000, 1.0)):
        for q in range(-3, 4):
            b.fill(
                lens((x, y - 60 * k), (x + q * 26 * k, y - (150 - abs(q) * 16) * k), 20 * k),
                JADE if q % 2 else "#4c8a6c",
            )
        b.fill(
            [(x - 44 * k, y - 66 * k), (x + 44 * k, y - 66 * k), (x + 32 * k, y), (x - 32 * k, y)],
            CINNABAR,
        )
        b.line([(x - 46 * k, y - 64 * k), (x + 46 * k, y - 64 * k)], 9 * k, mix(CINNABAR, INK, 0.3))
    cat = curve(
        [(1226, 1012), (1222, 962), (1240, 930), (1262, 938), (1276, 980), (1286, 1012)],
        closed=True,
    )
    b.fill(cat, "#0f1415")
    b.fill(oval(1240, 922, 21, 18), "#0f1415")
    b.fill([(1222, 918), (1222, 892), (1238, 908)], "#0f1415")
    b.fill([(1244, 906), (1260, 892), (1259, 918)], "#0f1415")
    b.line(curve([(1284, 1008), (1318, 1002), (1322, 966), (1308, 950)]), 9, "#0f1415")
    # the rider
    b.wash([(640, 968), (770, 962), (560, 1060), (380, 1068)], "#10191a", 0.55)
    bicycle(b, 720, 968, 74, CINNABAR, "#0d1112", "#c9b78c")
    b.line([(690, 775), (752, 846), (716, 902), (732, 905)], 28, "#14211f")
    coat = curve(
        [(664, 800), (668, 730), (706, 664), (752, 668), (760, 712), (728, 790)], closed=True
    )
    b.fill(coat, "#efe0bf")
    b.carve(coat, "#c9a867", angle=110, gap=12, length=40, width=3.6, seed=77, skip=0.3)
    b.line([(742, 690), (786, 736), (812, 776)], 23, "#dcc48f")
    b.fill(oval(816, 780, 12), SKIN)
    b.line([(738, 668), (744, 640)], 22, SKIN)
    head(b, 752, 618, 34, "right", "#0f1415", "short")
    scarf = curve(
        [(734, 654), (690, 652), (640, 676), (596, 664), (640, 694), (696, 676)], closed=True
    )
    b.fill(scarf, CINNABAR)
    b.line([(736, 658), (766, 660)], 18, CINNABAR)
    b.fill(rect(592, 800, 650, 846), OCHRE)
    b.fill(oval(846, 822, 13), "#fff3cf")
    b.wash(
        curve(
            [
                (850, 816),
                (1000, 872),
                (1110, 930),
                (1136, 968),
                (1080, 962),
                (980, 906),
                (850, 830),
            ],
            closed=True,
        ),
        "#f8e2a6",
        0.4,
    )
    return b.printed(3)


def hetang() -> Image.Image:
    """Three boats among lotus leaves, hills and farmsteads behind."""
    b = Block("#f5e6c4")
    x: float
    b.fill(oval(1130, 300, 150), OCHRE)
    b.carve(
        oval(1130, 300, 150), "#f5e6c4", angle=0, gap=19, length=210, width=4.2, seed=2, skip=0.15
    )
    for k, (base, c, pts) in enumerate(
        [
            (
                480,
                "#d9cfa6",
                [
                    (0, 400),
                    (220, 300),
                    (400, 350),
                    (640, 240),
                    (900, 350),
                    (1200, 290),
                    (1420, 340),
                    (1620, 270),
                ],
            ),
            (
                520,
                MIST,
                [
                    (0, 440),
                    (260, 400),
                    (520, 330),
                    (760, 430),
                    (1010, 380),
                    (1300, 430),
                    (1620, 360),
                ],
            ),
            (
                560,
                CELADON,
                [(0, 500), (300, 460), (620, 490), (900, 440), (1260, 490), (1620, 450)],
            ),
        ]
    ):
        hill = [*curve(pts), (1620, base + 80), (0, base + 80)]
        b.fill(hill, c)
        b.carve(
            hill,
            mix(c, PAPER, 0.45),
            angle=-18 + 30 * (k % 2),
            gap=18,
            length=70,
            width=3.6,
            seed=30 + k,
            skip=0.5,
        )
    for k, (x, y, rx, ry) in enumerate(
        [
            (250, 500, 130, 76),
            (420, 510, 90, 56),
            (1340, 494, 150, 80),
            (1520, 508, 110, 62),
            (100, 520, 110, 50),
        ]
    ):
        crown = cloud(x, y, rx, ry, 50 + k)
        b.fill(crown, JADE if k % 2 else DEEP)
        leaves(b, crown, mix(JADE, STRAW, 0.45), 60 + k, 15)
    for x, w in ((300, 150), (1270, 170), (1440, 120)):
        b.fill(rect(x + 12, 508, x + w - 12, 572), PAPER)
        b.fill(rect(x + w / 2 - 14, 528, x + w / 2 + 14, 572), UMBER)
        tiled_roof(b, x - 8, x + w + 8, 472, 514, SOOT, "#948a78", 26)
    water = rect(0, 566, WIDTH, HEIGHT)
    b.fill(water, "#c5d6c4")
    b.carve(water, "#e5ead6", angle=0, gap=19, length=170, width=6, seed=5, skip=0.4)
    b.carve(
        rect(0, 566, WIDTH, 800), "#9dbba4", angle=0, gap=27, length=140, width=5, seed=6, skip=0.5
    )
    b.inside(
        rect(980, 566, 1280, 900),
        STRAW,
        [
            lens((1130 - 150 + k * 3, 590 + k * 24), (1130 + 150 - k * 5, 590 + k * 24), 9)
            for k in range(13)
        ],
    )

    rng = Random(11)
    for row, (y, size, count) in enumerate(((598, 22, 22), (634, 32, 18), (680, 42, 13))):
        for _ in range(count):
            x = rng.uniform(0, WIDTH)
            if 560 < x < 1260 and row:
                continue
            b.fill(
                oval(x, y + rng.uniform(-10, 10), size * 1.5, size * 0.42),
                (JADE, CELADON, "#3d7a5e")[rng.randrange(3)],
            )

    def boat(
        x: float,
        y: float,
        k: float,
        flip: int,
        canopy: bool,
        crew: Callable[[Callable[[float, float], Point]], None],
    ) -> None:
        def p(px: float, py: float) -> Point:
            return x + flip * px * k, y + py * k

        b.inside(
            rect(x - 420 * k, y, x + 420 * k, y + 130 * k),
            "#8fae99",
            [
                lens(p(-300 + j * 18, 52 + j * 17), p(300 - j * 30, 52 + j * 17), 11 * k)
                for j in range(6)
            ],
        )
        crew(p)
        hull = curve([p(-330, -34), p(-190, 6), p(0, 16), p(190, 4), p(340, -44)]) + curve(
            [p(340, -44), p(240, 52), p(0, 66), p(-230, 54), p(-330, -34)]
        )
        b.fill(hull, INK)
        b.carve(
            hull,
            "#8b7350",
            angle=2 * flip,
            gap=13 * k,
            length=120 * k,
            width=4 * k,
            seed=round(x),
            skip=0.35,
        )
        b.line(curve([p(-326, -34), p(-190, 6), p(0, 16), p(190, 4), p(336, -44)]), 7 * k, UMBER)
        if canopy:
            hood = curve(
                [p(-120, 12), p(-116, -92), p(-60, -138), p(60, -138), p(116, -92), p(120, 12)]
            )
            b.fill(hood, "#2f2b25")
            for j in range(7):
                b.line(
                    curve([p(-116 + j * 38, 10), p(-112 + j * 37, -80), p(-96 + j * 32, -126)]),
                    4.5 * k,
                    "#8b7350",
                )
            b.line(curve([p(-124, -90), p(0, -104), p(124, -90)]), 4 * k, "#8b7350")

    def far(p: Callable[[float, float], Point]) -> None:
        x, y = p(190, 34)
        person(
            b,
            x,
            y,
            150,
            JADE,
            INK,
            "left",
            style="cap",
            hands=[((-0.15, 0.08), (-0.24, 0.02)), ((0.14, 0.1), (-0.12, 0.18))],
        )
        b.line([p(60, -190), p(200, 90)], 4, UMBER)

    boat(560, 660, 0.62, 1, True, far)

    def second(p: Callable[[float, float], Point]) -> None:
        for dx, c, style, tall in (
            (-150, CINNABAR, "bun", 190),
            (-60, "#efe7d4", "short", 196),
            (40, OCHRE, "tails", 168),
        ):
            x, y = p(dx, 96)
            person(
                b,
                x,
                y,
                tall,
                c,
                None,
                "right",
                style=style,
                hands=[((-0.12, 0.14), (-0.02, 0.2)), ((0.13, 0.14), (0.1, 0.2))],
            )

    boat(1270, 706, 0.74, -1, False, second)

    def near(p: Callable[[float, float], Point]) -> None:
        x, y = p(232, 40)
        b.line([(x + 132, y - 430), (x - 88, y + 170)], 10, UMBER)
        person(
            b,
            x,
            y,
            316,
            DEEP,
            SOOT,
            "left",
            style="bald",
            hair="#d8d2c4",
            stride=0.09,
            hands=[((-0.02, 0.16), (0.15, 0.14)), ((0.2, 0.06), (0.245, -0.07))],
        )
        hx, hy = x, y - 316 * 0.978
        b.fill(
            curve(
                [(hx - 62, hy + 6), (hx, hy - 44), (hx + 62, hy + 6), (hx, hy + 18)], closed=True
            ),
            STRAW,
        )
        b.carve(
            curve(
                [(hx - 62, hy + 6), (hx, hy - 44), (hx + 62, hy + 6), (hx, hy + 18)], closed=True
            ),
            UMBER,
            angle=8,
            gap=8,
            length=40,
            width=2.4,
            seed=9,
            skip=0.3,
        )
        for dx, c, style, tall, look in (
            (-226, ROSE, "long", 244, "right"),
            (-164, STRAW, "short", 252, "right"),
        ):
            sx, sy = p(dx, 118)
            person(
                b,
                sx,
                sy,
                tall,
                c,
                None,
                look,
                style=style,
                hands=[((-0.12, 0.14), (-0.02, 0.2)), ((0.13, 0.1), (0.2, 0.04))],
            )  # type: ignore[arg-type]

    boat(770, 832, 1.06, 1, True, near)

    def leaf(x: float, y: float, r: float, c: Colour, seed: int, flat: float = 0.46) -> None:
        shape = oval(x, y, r, r * flat, turn=(seed % 5 - 2) * 5)
        b.fill(shape, c)
        cx, cy = x + r * 0.08, y - r * flat * 0.12
        b.inside(
            shape,
            mix(c, PAPER, 0.5),
            [
                lens((cx, cy), (x + cos(a) * r * 0.93, y + sin(a) * r * flat * 0.93), r * 0.05)
                for a in (2 * pi * k / 13 + seed for k in range(13))
            ],
        )
        b.fill(oval(cx, cy, r * 0.07, r * 0.05), mix(c, PAPER, 0.65))

    def flower(x: float, y: float, k: float, stalk: float) -> None:
        b.stem([(x, y), (x + 10 * k, y + stalk * 0.5), (x - 4 * k, y + stalk)], 9 * k, 9 * k, DEEP)
        for turn, c in (
            (-62, ROSE),
            (62, ROSE),
            (-34, CINNABAR),
            (34, CINNABAR),
            (0, ROSE),
            (-17, CINNABAR),
            (17, CINNABAR),
        ):
            tip = (x + sin(radians(turn)) * 108 * k, y - cos(radians(turn)) * 108 * k)
            petal = lens((x, y + 12 * k), tip, 56 * k)
            b.fill(petal, c)
            b.inside(
                petal,
                mix(c, PAPER, 0.5),
                [
                    lens(
                        (x + sin(radians(turn + d)) * 30 * k, y - cos(radians(turn + d)) * 30 * k),
                        (
                            x + sin(radians(turn + d * 0.5)) * 92 * k,
                            y - cos(radians(turn + d * 0.5)) * 92 * k,
                        ),
                        3.6 * k,
                    )
                    for d in (-9, 0, 9)
                ],
            )
        b.fill(oval(x, y + 8 * k, 26 * k, 15 * k), STRAW)

    for k, (x, y, r, c) in enumerate(
        [
            (60, 780, 120, JADE),
            (250, 850, 150, DEEP),
            (1480, 800, 150, JADE),
            (1580, 900, 170, DEEP),
            (1290, 880, 130, "#3d7a5e"),
            (40, 930, 190, "#3d7a5e"),
            (400, 960, 170, JADE),
            (1150, 985, 180, JADE),
            (1420, 1000, 200, "#3d7a5e"),
            (640, 1010, 160, DEEP),
            (900, 1040, 170, "#3d7a5e"),
            (210, 1050, 210, DEEP),
            (1610, 1050, 170, JADE),
        ]
    ):
        b.wash(oval(x + 10, y + 20, r, r * 0.4), INK, 0.16)
        leaf(x, y, r, c, k)
    flower(170, 700, 1.0, 260)
    flower(1500, 690, 1.16, 300)
    flower(1340, 800, 0.72, 200)
    flower(390, 868, 0.74, 160)
    flower(1060, 930, 0.62, 90)
    for x, y, tip in ((300, 720, 96), (1420, 640, 110)):
        b.stem([(x, y), (x + 6, y + 220)], 7, 7, DEEP)
        b.fill(lens((x, y + 20), (x + 4, y - tip + 20), 40), CINNABAR)
        b.fill(lens((x + 4, y + 10), (x + 6, y - tip + 40), 14), ROSE)
    # an egret going up
    b.fill(curve([(706, 330), (770, 300), (826, 312), (784, 334), (740, 348)], closed=True), PAPER)
    b.fill(curve([(760, 312), (740, 220), (690, 170), (700, 240), (726, 318)], closed=True), PAPER)
    b.fill(curve([(776, 310), (840, 236), (908, 210), (868, 268), (806, 322)], closed=True), PAPER)
    b.line(curve([(816, 314), (850, 320), (858, 300), (884, 298)]), 9, PAPER)
    b.fill([(882, 292), (924, 302), (882, 304)], OCHRE)
    b.line([(712, 334), (648, 352)], 4, INK)
    b.line([(716, 340), (654, 364)], 4, INK)
    return b.printed(4)


def xiuche() -> Image.Image:
    """The bicycle mender under the great camphor tree."""
    b = Block("#f0dfb8")
    x: float
    y: float
    wall = rect(0, 380, WIDTH, 800)
    b.fill(wall, "#d8cdb4")
    for row in range(15):
        for col in range(24):
            x, y = col * 72 - (row % 2) * 36, 386 + row * 28
            b.fill(
                rect(x + 2, y, x + 68, y + 24),
                ("#c6bba3", "#d1c5ab", "#bcb199", "#cabfa6")[(row * 7 + col * 5) % 4],
            )
    tiled_roof(b, -60, 1690, 318, 394, SOOT, "#8f8676", 10)
    b.fill(rect(1190, 470, 1470, 800), INK)
    b.fill(rect(1206, 486, 1454, 800), CINNABAR)
    b.line([(1330, 486), (1330, 800)], 6, INK)
    for x in (1310, 1350):
        b.ring(x, 650, 12, 5, OCHRE)
    for k in range(5):
        for j in range(2):
            for x in (1226 + j * 40, 1364 + j * 40):
                b.fill(oval(x + 10, 520 + k * 64, 5), OCHRE)
    moon = oval(1040, 600, 84)
    b.fill(moon, INK)
    b.fill(oval(1040, 600, 72), "#f7ecd0")
    for k in range(-2, 3):
        b.line(
            [(1040 + k * 28, 600 - (72 - abs(k) * 12)), (1040 + k * 28, 600 + (72 - abs(k) * 12))],
            5,
            INK,
        )
    b.line([(970, 600), (1110, 600)], 5, INK)
    ground = rect(0, 796, WIDTH, HEIGHT)
    b.fill(ground, OCHRE)
    b.carve(ground, STRAW, angle=-1, gap=19, length=140, width=6, seed=3, skip=0.35)
    shade = curve(
        [
            (40, 870),
            (360, 820),
            (800, 812),
            (1240, 832),
            (1540, 900),
            (1400, 1010),
            (900, 1050),
            (340, 1030),
        ],
        closed=True,
    )
    b.wash(shade, "#6f4d22", 0.46)
    rng = Random(5)
    spots = [
        oval(
            rng.uniform(120, 1480),
            rng.uniform(838, 1030),
            6 + 16 * rng.random(),
            3 + 6 * rng.random(),
        )
        for _ in range(110)
    ]
    b.inside(shade, STRAW, spots)
    # trunk
    trunk = curve(
        [
            (390, 960),
            (480, 880),
            (520, 740),
            (506, 540),
            (440, 380),
            (360, 240),
            (470, 220),
            (560, 330),
            (620, 220),
            (700, 120),
            (800, 140),
            (740, 330),
            (716, 540),
            (730, 740),
            (790, 880),
            (900, 966),
            (760, 940),
            (640, 980),
            (520, 944),
        ],
        closed=True,
    )
    b.fill(trunk, INK)
    b.carve(trunk, "#8a7455", angle=84, gap=15, length=90, width=5, seed=8, skip=0.25)
    b.ring(612, 640, 28, 9, "#8a7455")
    b.ring(612, 640, 12, 7, "#8a7455")
    b.stem([(690, 420), (860, 320), (1080, 270)], 58, 16, INK)
    b.stem([(520, 430), (330, 330), (150, 310)], 54, 16, INK)
    crowns = [
        (120, 180, 250, 160, DEEP),
        (1180, 170, 300, 150, DEEP),
        (640, 80, 420, 170, DEEP),
        (1460, 120, 230, 150, JADE),
        (360, 170, 240, 130, JADE),
        (900, 200, 240, 110, JADE),
        (20, 60, 240, 130, JADE),
        (560, 60, 230, 110, "#4b8a68"),
        (1240, 80, 250, 110, "#3d7a5e"),
        (180, 80, 190, 80, "#4b8a68"),
        (960, 70, 200, 90, "#4b8a68"),
        (1580, 40, 150, 90, DEEP),
        (600, 236, 170, 66, JADE),
        (790, 210, 150, 80, DEEP),
        (420, 250, 130, 56, "#3d7a5e"),
    ]
    for k, (x, y, rx, ry, c) in enumerate(crowns):
        crown = cloud(x, y, rx, ry, 300 + k, 15)
        b.fill(crown, c)
        leaves(b, crown, mix(c, STRAW, 0.55), 330 + k, 25, 1.15)
    for k in range(16):
        x, y = rng.uniform(120, 1500), rng.uniform(340, 800)
        b.fill(lens((x, y), (x + 24, y + rng.uniform(-14, 18)), 9), JADE if k % 3 else CINNABAR)
    # parked bicycles
    bicycle(b, 1482, 916, 86, JADE)
    bicycle(b, 215, 920, 88, "#efe7d4", flip=-1)
    b.fill(rect(60, 756, 128, 816), UMBER)
    b.carve(rect(60, 756, 128, 816), STRAW, angle=45, gap=11, length=80, width=3, seed=4, skip=0.0)
    # the one being mended, upside down
    for x in (890, 1160):
        wheel(b, x, 800, 98, INK, SOOT)
    for a, z in (
        ((890, 800), (1012, 812)),
        ((890, 800), (986, 922)),
        ((1012, 812), (980, 956)),
        ((1012, 812), (1112, 938)),
        ((984, 924), (1112, 938)),
        ((1112, 938), (1160, 800)),
    ):
        b.line([a, z], 13, CINNABAR)
    b.line([(950, 966), (1012, 966)], 18, INK)
    b.line([(1112, 938), (1108, 968), (1072, 980)], 10, INK)
    b.ring(1012, 812, 21, 8, INK)
    b.line([(1012, 812), (1030, 772)], 8, INK)
    # tub, tools, pump
    b.fill([(1196, 966), (1330, 966), (1312, 1024), (1214, 1024)], JADE)
    b.fill(oval(1263, 966, 67, 17), MIST)
    b.inside(
        oval(1263, 966, 67, 17),
        PAPER,
        [lens((1220, 964), (1300, 962), 5), lens((1240, 972), (1310, 971), 4)],
    )
    b.ring(1290, 958, 36, 9, INK)
    b.fill(rect(560, 930, 700, 1010), UMBER)
    b.carve(
        rect(560, 930, 700, 1010), STRAW, angle=0, gap=14, length=90, width=3.5, seed=6, skip=0.3
    )
    b.fill(rect(552, 920, 708, 936), mix(UMBER, INK, 0.4))
    b.line(curve([(592, 920), (598, 880), (662, 880), (668, 920)]), 8, INK)
    b.line([(1450, 1000), (1450, 900)], 15, CINNABAR)
    b.line([(1450, 900), (1450, 872)], 6, INK)
    b.line([(1424, 870), (1476, 870)], 9, INK)
    b.line([(1424, 1002), (1476, 1002)], 9, INK)
    b.line(curve([(1450, 990), (1400, 1016), (1360, 990), (1330, 1012)]), 6, INK)
    # the mender on his stool
    b.line([(740, 1012), (756, 956)], 9, UMBER)
    b.line([(824, 1012), (808, 956)], 9, UMBER)
    b.fill(rect(726, 940, 838, 960), UMBER)
    b.line([(790, 926), (880, 908), (872, 1004)], 40, "#37414a")
    b.line([(864, 1012), (908, 1012)], 19, INK)
    back = curve(
        [(728, 944), (722, 860), (756, 784), (810, 768), (846, 806), (838, 880), (830, 946)],
        closed=True,
    )
    b.fill(back, "#5c7f95")
    b.carve(back, "#a9c0c6", angle=80, gap=15, length=46, width=4, seed=19, skip=0.35)
    b.fill(curve([(800, 830), (846, 812), (868, 900), (836, 934), (800, 930)], closed=True), UMBER)
    b.line([(808, 806), (868, 860), (934, 838)], 30, mix("#5c7f95", INK, 0.2))
    b.fill(oval(942, 834, 17), SKIN)
    b.line([(816, 772), (826, 742)], 26, SKIN)
    head(b, 838, 712, 48, "right", "#8f877a", "cap")
    # the child looking on
    b.fill(curve([(352, 862), (398, 856), (402, 934), (352, 930)], closed=True), JADE)
    person(
        b,
        420,
        1030,
        246,
        STRAW,
        CINNABAR,
        "right",
        style="tails",
        hands=[((-0.15, 0.14), (-0.12, 0.26)), ((0.13, 0.14), (0.02, 0.2))],
    )
    return b.printed(5)


def longdeng() -> Image.Image:
    """The lantern dragon crossing the old stone bridge."""
    b = Block("#16262d")
    n: float
    ry: float
    sky = rect(0, 0, WIDTH, 700)
    b.carve(sky, "#2c4a50", angle=-3, gap=27, length=230, width=6, seed=2, skip=0.5)
    b.fill(oval(1290, 196, 104), "#f6e6b8")
    b.carve(oval(1290, 196, 104), OCHRE, angle=-4, gap=22, length=110, width=4, seed=3, skip=0.4)
    for k in range(5):
        b.ring(1290, 196, 130 + k * 30, 2.4, mix("#16262d", STRAW, 0.34 - k * 0.06))
    rng = Random(21)
    for _ in range(70):
        x, y, n = rng.uniform(40, 1580), rng.uniform(40, 380), rng.uniform(3, 9)
        if hypot(x - 1290, y - 196) > 260:
            b.fill(lens((x - n, y), (x + n, y), n * 0.6), STRAW)
            b.fill(lens((x, y - n), (x, y + n), n * 0.6), STRAW)
    b.fill(
        [
            *curve([(0, 470), (260, 400), (560, 470), (860, 410), (1180, 470), (1620, 400)]),
            (1620, 720),
            (0, 720),
        ],
        "#1d363a",
    )
    for k, (x, y, rx, ry) in enumerate(
        [(80, 560, 170, 120), (1540, 550, 190, 140), (1380, 600, 120, 90), (250, 600, 120, 80)]
    ):
        crown = cloud(x, y, rx, ry, 70 + k)
        b.fill(crown, DEEP)
        leaves(b, crown, JADE, 80 + k, 22)
    for x, w, y in ((330, 170, 600), (1140, 150, 604), (1290, 190, 590)):
        b.fill(rect(x, y, x + w, 690), "#2b2722")
        b.fill(rect(x + 24, y + 22, x + 62, y + 62), OCHRE)
        b.fill(rect(x + w - 66, y + 22, x + w - 28, y + 62), OCHRE)
        tiled_roof(b, x - 20, x + w + 20, y - 46, y + 4, "#0f1719", "#56625c", 30)
    water = rect(0, 690, WIDTH, HEIGHT)
    b.fill(water, "#122026")
    b.carve(water, "#27434a", angle=0, gap=17, length=150, width=6, seed=6, skip=0.4)
    # bridge
    deck = [(x, 690 - 250 * (1 - ((x - 790) / 800) ** 2) + 40) for x in range(-10, 1640, 30)]
    stone = [*deck, (1640, 780), (-10, 780)]
    b.fill(stone, "#8c8370")
    for row in range(12):
        for col in range(24):
            x, y = col * 72 - (row % 2) * 34, 470 + row * 27
            b.inside(
                stone,
                ("#7d7564", "#989079", "#877e6b", "#a39a82")[(row * 5 + col * 3) % 4],
                [rect(x, y, x + 67, y + 22)],
            )
    for cx, r in ((790, 200), (390, 116), (1190, 116)):
        b.fill([*oval(cx, 716, r + 26)[36:], (cx + r + 26, 780), (cx - r - 26, 780)], "#6a6352")
        for k in range(15):
            a = pi + pi * k / 14
            b.line(
                [
                    (cx + cos(a) * (r + 2), 716 + sin(a) * (r + 2)),
                    (cx + cos(a) * (r + 25), 716 + sin(a) * (r + 25)),
                ],
                4,
                "#2e2a22",
            )
        b.fill([*oval(cx, 716, r)[36:], (cx + r, 790), (cx - r, 790)], "#16262d")
        b.fill(oval(cx, 716, r)[:37], "#1b3238")
        b.carve(
            oval(cx, 716, r)[:37], "#35555a", angle=0, gap=15, length=90, width=5, seed=cx, skip=0.4
        )
    marks: list[Outline] = []
    while len(marks) < 150:
        x, y, n = rng.uniform(0, WIDTH), rng.uniform(784, 880), rng.uniform(24, 60)
        if all(
            hypot(x - cx, (y - 716) * 0.9) > r for cx, r in ((790, 200), (390, 116), (1190, 116))
        ):
            marks.append(lens((x - n, y), (x + n, y), 7))
    b.inside(rect(0, 776, WIDTH, HEIGHT), "#5a5446", marks)
    # glow, dragon
    spine = curve(
        [
            (-60, 560),
            (90, 468),
            (230, 500),
            (370, 380),
            (520, 404),
            (660, 290),
            (810, 338),
            (950, 262),
            (1085, 320),
            (1180, 290),
        ],
        steps=16,
    )
    for width, strength in ((150, 0.10), (100, 0.12), (64, 0.16)):
        outline = [(x, y - width) for x, y in spine] + [(x, y + width) for x, y in reversed(spine)]
        b.wash(outline, "#f0a94a", strength)
    # carriers
    step = len(spine) // 15
    for k in range(1, 15):
        x, y = spine[k * step]
        if x < 20:
            continue
        ground = 690 - 250 * (1 - ((x - 790) / 800) ** 2) + 40 + 10
        tall = min(max((ground - y) * 0.78, 120), 150)
        b.line([(x, y), (x + 2, ground - tall * 0.5)], 6, UMBER)
        coat = (CINNABAR, OCHRE)[k % 2]
        person(
            b,
            x - 18,
            ground,
            tall,
            coat,
            INK,
            "right",
            stride=0.1,
            hands=[((0.02, 0.12), (0.13, 0.1)), ((0.17, 0.06), (0.13, -0.03))],
            style="short" if k % 3 else "cap",
        )
    body_low = [(x, y + 38) for x, y in spine]
    b.fill([*[(x, y - 30) for x, y in spine], *reversed(body_low)], CINNABAR)
    for k in range(0, len(spine) - 4, 4):
        x, y = spine[k]
        b.fill([(x - 10, y - 28), (x + 16, y - 28), (x - 12, y - 62)], OCHRE)
        b.inside(
            [*[(p, q - 30) for p, q in spine], *reversed(body_low)],
            ROSE,
            [lens((x - 12, y + 8 + j), (x + 12, y + 10 + j), 9) for j in (0, 18)],
        )
    for k in range(step // 2, len(spine) - 6, step):
        x, y = spine[k]
        b.fill(oval(x, y + 2, 33, 37), "#f3b54e")
        b.fill(oval(x, y + 2, 20, 26), "#fdeebd")
        for d in (-20, -8, 8, 20):
            b.line(
                curve([(x + d * 0.5, y - 34), (x + d * 1.3, y + 2), (x + d * 0.5, y + 38)]),
                2.2,
                CINNABAR,
            )
    # head
    hx, hy = 1236, 290
    for k in range(9):
        a = pi * 0.62 + k * 0.22
        b.fill(
            lens((hx - 20, hy), (hx - 20 + cos(a) * 136, hy + sin(a) * 112), 34),
            JADE if k % 2 else OCHRE,
        )
    skull = curve(
        [
            (hx - 84, hy - 6),
            (hx - 50, hy - 66),
            (hx + 30, hy - 68),
            (hx + 70, hy - 36),
            (hx + 136, hy - 44),
            (hx + 154, hy - 14),
            (hx + 90, hy + 6),
            (hx + 20, hy + 14),
        ],
        closed=True,
    )
    jaw = curve(
        [
            (hx - 60, hy + 16),
            (hx + 20, hy + 26),
            (hx + 84, hy + 42),
            (hx + 130, hy + 34),
            (hx + 116, hy + 66),
            (hx + 30, hy + 78),
            (hx - 50, hy + 56),
        ],
        closed=True,
    )
    b.fill(jaw, CINNABAR)
    b.fill(
        curve(
            [
                (hx - 20, hy + 10),
                (hx + 60, hy + 12),
                (hx + 124, hy + 14),
                (hx + 80, hy + 40),
                (hx + 20, hy + 34),
            ],
            closed=True,
        ),
        INK,
    )
    b.fill(skull, CINNABAR)
    b.carve(skull, ROSE, angle=12, gap=15, length=44, width=5, seed=4, skip=0.3)
    for k in range(5):
        b.fill(
            [(hx + 30 + k * 22, hy + 6), (hx + 46 + k * 22, hy + 5), (hx + 39 + k * 22, hy + 24)],
            PAPER,
        )
    b.line(curve([(hx + 40, hy + 40), (hx + 90, hy + 28), (hx + 124, hy + 50)]), 11, ROSE)
    b.fill(oval(hx + 24, hy - 30, 25, 22), "#fdeebd")
    b.fill(oval(hx + 32, hy - 28, 10), INK)
    b.line(curve([(hx - 8, hy - 52), (hx + 22, hy - 62), (hx + 54, hy - 46)]), 8, OCHRE)
    for s in (0, 26):
        b.stem(
            [(hx - 20 + s, hy - 62), (hx - 50 + s, hy - 120), (hx - 100 + s, hy - 140)],
            15,
            5,
            STRAW,
        )
        b.stem([(hx - 44 + s, hy - 112), (hx - 30 + s, hy - 150)], 9, 4, STRAW)
    b.stem(
        [(hx + 140, hy - 18), (hx + 186, hy + 10), (hx + 176, hy + 60), (hx + 204, hy + 92)],
        8,
        3,
        OCHRE,
    )
    b.stem([(hx + 110, hy + 56), (hx + 104, hy + 104), (hx + 66, hy + 128)], 8, 3, OCHRE)
    # head carrier
    b.line([(1236, 520), (1230, 350)], 8, UMBER)
    person(
        b,
        1214,
        594,
        158,
        "#efe0bf",
        INK,
        "right",
        stride=0.11,
        hands=[((0.02, 0.12), (0.13, 0.1)), ((0.17, 0.06), (0.13, -0.03))],
    )
    # the pearl
    b.wash(oval(1448, 330, 92), "#f0a94a", 0.25)
    b.line([(1444, 570), (1448, 370)], 6, UMBER)
    b.fill(oval(1448, 332, 44), "#f3b54e")
    b.fill(oval(1448, 332, 27), "#fdeebd")
    person(
        b,
        1462,
        656,
        158,
        JADE,
        INK,
        "left",
        stride=0.08,
        style="tails",
        hands=[((-0.17, 0.06), (-0.13, -0.03)), ((-0.02, 0.12), (-0.12, 0.1))],
    )
    # parapet in front
    rail = [(x, y + 26) for x, y in deck]
    b.line(rail, 16, "#b4aa90")
    b.line([(x, y + 60) for x, y in deck], 9, "#5d5646")
    for k in range(1, len(deck) - 1, 3):
        x, y = deck[k]
        b.fill(rect(x - 11, y - 8, x + 11, y + 64), "#b4aa90")
        b.fill(oval(x, y - 12, 12), "#cfc5aa")
    # reflection
    for k in range(0, len(spine), 2):
        x, y = spine[k]
        for j in range(3):
            n, ry = 16 + 20 * rng.random(), 862 + (560 - y) * 0.4 + j * 17 + 10 * rng.random()
            b.fill(lens((x - n, ry), (x + n, ry), 7), (CINNABAR, "#8a3226", "#5c2a22")[j])
    for k in range(step // 2, len(spine) - 6, step):
        x, y = spine[k]
        ry = 858 + (560 - y) * 0.4
        for j in range(6):
            n, dx = 40 - j * 4 - 10 * (j == 1), rng.uniform(-7, 7)
            b.fill(
                lens((x - n + dx, ry + j * 13), (x + n + dx, ry + j * 13), 9),
                ("#fdeebd", "#f8d583", "#f3b54e", OCHRE, "#a8722e", "#6b4a26")[j],
            )
    for j in range(7):
        b.fill(
            lens((1290 - 90 + j * 8, 950 + j * 14), (1290 + 90 - j * 12, 950 + j * 14), 8),
            mix("#f6e6b8", "#122026", j * 0.1),
        )
    # two who watch from the bank
    bank = [*curve([(0, 960), (160, 930), (340, 990), (480, 1080)]), (0, 1080)]
    b.fill(bank, "#0b1416")
    for k in range(26):
        x = rng.uniform(0, 420)
        y = 968 + max(0.0, x - 160) * 0.34
        b.fill(
            lens((x, y + 10), (x + rng.uniform(-20, 26), y - rng.uniform(40, 90)), 9),
            "#0b1416" if k % 2 else "#1f4a41",
        )
    person(
        b,
        150,
        1010,
        240,
        "#27574c",
        "#0b1416",
        "back",
        style="bun",
        hair="#0b1416",
        skirt=True,
        hands=HANG,
    )
    person(
        b,
        246,
        1022,
        162,
        CINNABAR,
        "#0b1416",
        "back",
        style="tails",
        hair="#0b1416",
        hands=[((-0.14, 0.02), (-0.2, -0.06)), ((0.16, -0.04), (0.26, -0.16))],
    )
    b.line([(288, 852), (318, 820)], 4, UMBER)
    b.fill(oval(322, 842, 20, 24), "#f3b54e")
    b.fill(oval(322, 842, 10, 14), "#fdeebd")
    return b.printed(6)


def wancan() -> Image.Image:
    """An old walk-up cut open at supper time: the canteen below, the soup on the stairs."""
    b = Block("#2b4a50")
    x: float
    y0: float
    y1: float
    for y0, y1, c in (
        (0, 260, "#23393f"),
        (260, 520, "#35585a"),
        (520, 760, "#7c8a72"),
        (760, 960, "#d59a5e"),
    ):
        band = [
            *curve([(0, y0), (500, y0 - 14), (1100, y0 + 10), (1620, y0 - 6)]),
            (1620, y1 + 40),
            (0, y1 + 40),
        ]
        b.fill(band, c)
        b.carve(band, mix(c, PAPER, 0.2), angle=-2, gap=27, length=200, width=5, seed=y1, skip=0.5)
    b.fill(oval(180, 190, 58), "#f6e6b8")
    for k, (x, w, top) in enumerate(((40, 150, 560), (1390, 190, 500), (180, 130, 640))):
        b.fill(rect(x, top, x + w, 960), ("#314a4b", "#3a5352")[k % 2])
        for r in range(5):
            for q in range(3):
                if (r + q * 2 + k) % 3:
                    b.fill(
                        rect(
                            x + 18 + q * w / 3.3,
                            top + 30 + r * 74,
                            x + 42 + q * w / 3.3,
                            top + 62 + r * 74,
                        ),
                        "#e2b766" if (r * q + k) % 2 else "#56706c",
                    )
    b.fill(rect(0, 962, WIDTH, HEIGHT), "#59503f")
    b.carve(
        rect(0, 962, WIDTH, HEIGHT),
        "#786c54",
        angle=0,
        gap=20,
        length=150,
        width=6,
        seed=9,
        skip=0.4,
    )
    left, right, roof, storey = 300, 1320, 96, 120
    floors = [
        roof + 24 + k * storey for k in range(7)
    ]  # the ceilings of storeys 6..1, then the canteen's
    b.fill(rect(left - 18, roof, right + 18, 968), CREAM)
    b.carve(
        rect(left - 18, roof, right + 18, 968),
        PAPER,
        angle=90,
        gap=16,
        length=80,
        width=4,
        seed=3,
        skip=0.4,
    )
    b.fill(rect(left - 34, roof - 16, right + 34, roof + 8), "#7b4a35")
    for x, w in ((380, 90), (1130, 110)):
        b.fill(rect(x, roof - 74, x + w, roof - 28), MIST)
        b.fill(rect(x + 10, roof - 28, x + 18, roof - 14), INK)
        b.fill(rect(x + w - 18, roof - 28, x + w - 10, roof - 14), INK)
    for q in range(5):
        b.fill(lens((620 + q * 24, roof - 14), (600 + q * 32, roof - 62 - (q % 2) * 18), 18), JADE)
    b.line([(960, roof - 14), (960, roof - 62)], 5, INK)
    for k in range(4):
        b.line([(934 + k * 4, roof - 60 + k * 12), (986 - k * 4, roof - 60 + k * 12)], 4, INK)
    stair_l, stair_r = 724, 896
    walls = ("#f0c878", "#e6b45c", "#f3d79a")
    wide = (stair_l - left - 12) / 2
    rooms: list[tuple[float, float, float, float]] = []
    for k in range(6):
        for x in (left, left + wide + 6, stair_r + 6, stair_r + 12 + wide):
            rooms.append((x, floors[k] + 6, x + wide, floors[k] + storey - 6))
    dark = {3, 9, 16}
    for n, (x0, y0, x1, y1) in enumerate(rooms):
        wall = "#3b4f50" if n in dark else (walls[(n * 7) % 3] if n % 5 else "#c7d3b4")
        b.fill(rect(x0, y0, x1, y1), wall)
        b.carve(
            rect(x0, y0, x1, y1),
            mix(wall, PAPER, 0.3),
            angle=90,
            gap=12,
            length=50,
            width=2.6,
            seed=n,
            skip=0.55,
        )
        b.fill(rect(x0, y1 - 9, x1, y1), UMBER)
        if n not in dark:
            cx = (x0 + x1) / 2
            b.line([(cx, y0), (cx, y0 + 15)], 3, INK)
            b.fill(
                [(cx - 18, y0 + 30), (cx - 8, y0 + 13), (cx + 8, y0 + 13), (cx + 18, y0 + 30)],
                CINNABAR if n % 2 else JADE,
            )
            b.fill(oval(cx, y0 + 31, 8, 5), PAPER)

    def table(x: float, y: float, w: float, bowls: int, c: Colour = UMBER) -> None:
        b.line([(x - w / 2 + 8, y), (x - w / 2 + 8, y + 30)], 5, c)
        b.line([(x + w / 2 - 8, y), (x + w / 2 - 8, y + 30)], 5, c)
        b.fill(rect(x - w / 2, y - 4, x + w / 2, y + 4), c)
        for k in range(bowls):
            bx = x + (k - (bowls - 1) / 2) * 30
            b.fill(oval(bx, y - 12, 12, 9)[:37], CINNABAR if k % 2 == 0 else JADE)
            b.fill(oval(bx, y - 12, 12, 3), PAPER)
            b.line(
                curve([(bx - 2, y - 20), (bx + 4, y - 28), (bx - 3, y - 36), (bx + 3, y - 46)]),
                2.4,
                PAPER,
            )

    def sit(x: float, y: float, c: Colour, facing: Facing, style: str, hair: Colour = INK) -> None:
        person(
            b,
            x,
            y + 44,
            128,
            c,
            None,
            facing,
            style=style,
            hair=hair,
            hands=[
                (
                    (0.1 if facing == "right" else -0.1, 0.14),
                    (0.24 if facing == "right" else -0.24, 0.1),
                )
            ],
        )

    grey = "#8d877c"

    def floor(n: int) -> float:
        return rooms[n][3] - 9

    def mid(n: int) -> float:
        return (rooms[n][0] + rooms[n][2]) / 2

    # sixth floor: granny opens the door to her soup
    sit(mid(0) - 36, floor(0), CINNABAR, "right", "bun", grey)
    table(mid(0) + 36, floor(0) - 32, 76, 1)
    b.fill(rect(rooms[1][0] + 20, rooms[1][1] + 34, rooms[1][0] + 78, rooms[1][1] + 74), DEEP)
    b.fill(oval(rooms[1][0] + 60, rooms[1][1] + 46, 6), STRAW)
    person(
        b,
        rooms[1][2] - 42,
        floor(1),
        92,
        "#efe7d4",
        JADE,
        "right",
        style="bun",
        hair=grey,
        hands=[((0.02, 0.14), (0.14, 0.1)), ((0.16, 0.12), (0.26, 0.02))],
    )
    for q in range(4):
        b.fill(
            lens(
                (mid(2) - 54 + q * 14, floor(2) - 22),
                (mid(2) - 64 + q * 20, floor(2) - 70 - q % 2 * 10),
                14,
            ),
            JADE,
        )
    b.fill(
        [
            (mid(2) - 60, floor(2) - 26),
            (mid(2) - 4, floor(2) - 26),
            (mid(2) - 12, floor(2)),
            (mid(2) - 52, floor(2)),
        ],
        CINNABAR,
    )
    person(
        b,
        mid(2) + 44,
        floor(2),
        92,
        DEEP,
        INK,
        "left",
        style="bald",
        hair=grey,
        hands=[((-0.16, 0.1), (-0.3, 0.06)), ((0.12, 0.16), (0.04, 0.22))],
    )
    # fifth
    b.fill(rect(mid(4) - 74, floor(4) - 64, mid(4) - 20, floor(4)), "#7a4a2b")
    for r in range(3):
        for q in range(5):
            b.fill(
                rect(
                    mid(4) - 70 + q * 10,
                    floor(4) - 60 + r * 21,
                    mid(4) - 63 + q * 10,
                    floor(4) - 44 + r * 21,
                ),
                (CINNABAR, JADE, OCHRE, PAPER, DEEP)[(q + r * 2) % 5],
            )
    sit(mid(4) + 38, floor(4), JADE, "left", "short", grey)
    b.fill(
        [
            (mid(4) - 2, floor(4) - 52),
            (mid(4) + 12, floor(4) - 46),
            (mid(4) + 12, floor(4) - 24),
            (mid(4) - 2, floor(4) - 30),
        ],
        PAPER,
    )
    sit(mid(5) - 50, floor(5), OCHRE, "right", "bun", grey)
    sit(mid(5) + 52, floor(5), DEEP, "left", "bald", grey)
    table(mid(5), floor(5) - 32, 80, 2)
    sit(mid(6) - 40, floor(6), "#efe7d4", "right", "long")
    table(mid(6) + 34, floor(6) - 32, 84, 1)
    b.fill(rect(mid(6) + 40, floor(6) - 60, mid(6) + 72, floor(6) - 36), INK)
    cat = curve(
        [
            ((mid(7) + 36) - 10, floor(7)),
            ((mid(7) + 36) - 12, floor(7) - 26),
            ((mid(7) + 36) + 2, floor(7) - 42),
            ((mid(7) + 36) + 20, floor(7) - 26),
            ((mid(7) + 36) + 24, floor(7)),
        ],
        closed=True,
    )
    b.fill(cat, INK)
    b.fill(oval((mid(7) + 36), floor(7) - 46, 12, 10), INK)
    b.fill(
        [
            ((mid(7) + 36) - 11, floor(7) - 48),
            ((mid(7) + 36) - 10, floor(7) - 64),
            ((mid(7) + 36) - 1, floor(7) - 54),
        ],
        INK,
    )
    b.fill(
        [
            ((mid(7) + 36) + 1, floor(7) - 54),
            ((mid(7) + 36) + 10, floor(7) - 64),
            ((mid(7) + 36) + 11, floor(7) - 48),
        ],
        INK,
    )
    b.fill(rect((mid(7) + 36) - 78, floor(7) - 30, (mid(7) + 36) - 24, floor(7)), CINNABAR)
    b.fill(rect((mid(7) + 36) - 86, floor(7) - 54, (mid(7) + 36) - 70, floor(7)), CINNABAR)
    # fourth to first, kept short
    for n, c, s, look in (
        (8, ROSE, "tails", "right"),
        (10, CINNABAR, "short", "right"),
        (13, JADE, "bun", "left"),
        (15, OCHRE, "long", "left"),
        (18, DEEP, "cap", "right"),
        (20, "#efe7d4", "bun", "right"),
        (23, CINNABAR, "short", "left"),
    ):
        side = 40 if look == "left" else -40
        sit(mid(n) + side, floor(n), c, look, s, grey if n in (13, 20) else INK)  # type: ignore[arg-type]
        table(mid(n) - side * 0.8, floor(n) - 32, 74, 1 + n % 2)
    for n in (11, 12, 19, 22):
        person(
            b,
            mid(n) + 38,
            floor(n),
            92 if n != 19 else 66,
            (OCHRE, CINNABAR, JADE, DEEP)[n % 4],
            INK,
            "left" if n % 2 else "right",
            style=("short", "bun", "long", "tails")[n % 4],
            hands=HANG,
        )
        b.fill(rect(rooms[n][0] + 14, floor(n) - 40, rooms[n][0] + 46, floor(n)), UMBER)
    for n in (14, 17, 21):
        b.fill(
            rect(mid(n) - 62, floor(n) - 26, mid(n) + 62, floor(n) - 6),
            (MIST, ROSE, CELADON)[n % 3],
        )
        b.fill(rect(mid(n) - 68, floor(n) - 46, mid(n) - 58, floor(n)), UMBER)
        b.fill(rect(mid(n) - 56, floor(n) - 36, mid(n) - 26, floor(n) - 24), PAPER)
    # canteen
    top, ground = floors[6] + 6, 962
    b.fill(rect(left, top, right, ground), "#f6dfa6")
    b.carve(
        rect(left, top, right, ground),
        PAPER,
        angle=90,
        gap=18,
        length=60,
        width=3,
        seed=41,
        skip=0.5,
    )
    # stairs
    b.fill(rect(stair_l - 4, floors[0] + 2, stair_r + 4, floors[6] - 2), "#d8c7a0")
    for k in range(6):
        y0, y1 = floors[k] + storey, floors[k]
        up = k % 2 == 0
        for j in range(9):
            x0 = stair_l + 4 + j * 18.4 if up else stair_r - 4 - (j + 1) * 18.4
            y = y0 - (j + 1) * (storey / 9.6)
            b.fill(rect(x0, y, x0 + 18.8, y + storey / 9.6 + 13), "#8c7f68")
            b.fill(rect(x0, y, x0 + 18.8, y + 4), PAPER)
        a, z = (
            ((stair_l + 4, y0 - 52), (stair_r - 10, y1 - 38))
            if up
            else ((stair_r - 4, y0 - 52), (stair_l + 10, y1 - 38))
        )
        b.line([a, z], 4, CINNABAR)

    def climber(k: int, t: float, c: Colour, style: str) -> None:
        up = k % 2 == 0
        x = stair_l + 16 + 150 * t if up else stair_r - 16 - 150 * t
        y = floors[k] + storey - storey * (0.06 + 0.92 * t)
        f: Facing = "right" if up else "left"
        s = 1 if up else -1
        person(
            b,
            x,
            y,
            86,
            c,
            INK,
            f,
            style=style,
            stride=0.11,
            hands=[((s * 0.12, 0.2), (s * 0.2, 0.3))],
        )
        b.fill(rect(x + s * 20 - 15, y - 44, x + s * 20 + 15, y - 14), CINNABAR)
        b.line([(x + s * 20 - 15, y - 34), (x + s * 20 + 15, y - 34)], 3.4, STRAW)

    climber(0, 0.4, OCHRE, "short")
    climber(2, 0.5, JADE, "tails")
    climber(3, 0.55, "#efe7d4", "cap")
    climber(5, 0.4, DEEP, "long")
    # slabs over everything
    for y in floors:
        for x0, x1 in (
            ((left - 18, stair_l - 4), (stair_r + 4, right + 18))
            if y != floors[6]
            else ((left - 18, right + 18),)
        ):
            b.fill(rect(x0, y - 6, x1, y + 6), "#7b4a35")
    for x in (left - 12, stair_l - 6, stair_r + 6, right + 12):
        b.fill(rect(x - 6, roof, x + 6, floors[6]), "#7b4a35")
    for x in (left - 12, right + 12):
        b.fill(rect(x - 8, floors[6], x + 8, ground), "#7b4a35")
    # the canteen's kitchen and guests
    for x in (360, 452):
        b.fill(rect(x, ground - 42, x + 84, ground), SOOT)
        for j in range(2):
            b.fill(rect(x + 6, ground - 76 + j * 17, x + 78, ground - 60 + j * 17), STRAW)
            b.line([(x + 6, ground - 60 + j * 17), (x + 78, ground - 60 + j * 17)], 3, UMBER)
    person(
        b,
        596,
        ground - 1,
        104,
        PAPER,
        INK,
        "left",
        style="cap",
        hands=[((-0.16, 0.08), (-0.32, 0.1)), ((-0.02, 0.14), (-0.2, 0.2))],
    )
    b.fill(rect(640, ground - 46, 900, ground), CINNABAR)
    b.fill(rect(632, ground - 54, 908, ground - 44), UMBER)
    for k in range(5):
        b.fill(
            rect(660 + k * 50, ground - 78, 694 + k * 50, ground - 54), CINNABAR if k % 2 else JADE
        )
        b.fill(rect(658 + k * 50, ground - 82, 696 + k * 50, ground - 76), STRAW)
    for x, c, look, style in (
        (976, OCHRE, "right", "bun"),
        (1094, JADE, "left", "bald"),
        (1180, ROSE, "right", "long"),
        (1284, DEEP, "left", "short"),
    ):
        sit(x, ground, c, look, style, grey if style in ("bun", "bald") else INK)  # type: ignore[arg-type]
    table(1035, ground - 32, 76, 2)
    table(1232, ground - 32, 70, 2)
    for k in range(6):
        x = 400 + k * 160
        b.line([(x, top), (x, top + 14)], 3, INK)
        b.fill(oval(x, top + 26, 12, 15), "#f3b54e")
        for d in (-7, 0, 7):
            b.line(
                curve([(x + d * 0.5, top + 12), (x + d * 1.3, top + 26), (x + d * 0.5, top + 40)]),
                2.4,
                CINNABAR,
            )
        b.line([(x - 6, top + 12), (x + 6, top + 12)], 5, CINNABAR)
        b.line([(x - 6, top + 41), (x + 6, top + 41)], 4, CINNABAR)
    # steam, escaping and rising
    for k, x in enumerate((262, 214)):
        path = curve(
            [
                (284, 896 - k * 14),
                (x + 34, 876),
                (x, 820 - k * 30),
                (x + 34, 740 - k * 40),
                (x - 10, 650 - k * 50),
                (x + 24, 560 - k * 60),
                (x - 2, 500 - k * 60),
            ]
        )
        for i, (start, end) in enumerate(pairwise(path)):
            b.line([start, end], 17 * (1 - i / len(path)) + 3, "#f3ead2")
    # tree and lamp
    b.stem([(1480, 970), (1470, 800), (1490, 640)], 34, 18, INK)
    for k, (x, y, rx, ry, c) in enumerate(
        [(1500, 560, 130, 120, DEEP), (1420, 640, 90, 70, JADE), (1570, 660, 100, 80, JADE)]
    ):
        crown = cloud(x, y, rx, ry, 500 + k)
        b.fill(crown, c)
        leaves(b, crown, mix(c, STRAW, 0.45), 520 + k, 20)
    bicycle(b, 1428, 1006, 42, CINNABAR)
    b.fill(rect(1346, 926, 1392, 966), OCHRE)
    b.line([(130, 990), (130, 770)], 9, INK)
    b.wash([(112, 778), (148, 778), (230, 1000), (30, 1000)], "#f6dc96", 0.35)
    b.fill([(98, 774), (118, 748), (142, 748), (162, 774)], CINNABAR)
    b.fill(oval(130, 776, 17, 10), "#fff3cf")
    person(b, 226, 1010, 132, UMBER, INK, "right", style="short", hands=HANG)
    person(b, 176, 1014, 88, CINNABAR, DEEP, "right", style="tails", hands=HANG)
    return b.printed(7)


def chaguan() -> Image.Image:
    """A teahouse table from above; on the red paper, one ring."""
    b = Block("#8d8a7c")
    x: float
    y: float
    for row in range(-1, 16):
        for col in range(-1, 24):
            x, y = col * 76, row * 76
            c = ("#84816f", "#989483", "#7c7968", "#8f8b7a")[(row * 3 + col * 5) % 4]
            if (row + col) % 2:
                b.fill(rect(x + 2, y + 2, x + 74, y + 36), c)
                b.fill(rect(x + 2, y + 40, x + 74, y + 74), mix(c, INK, 0.06))
            else:
                b.fill(rect(x + 2, y + 2, x + 36, y + 74), c)
                b.fill(rect(x + 40, y + 2, x + 74, y + 74), mix(c, PAPER, 0.06))

    def chair(x: float, y: float, turn: float) -> None:
        c, s = cos(radians(turn)), sin(radians(turn))

        def p(px: float, py: float) -> Point:
            return x + px * c - py * s, y + px * s + py * c

        seat = [p(-120, -90), p(120, -90), p(120, 110), p(-120, 110)]
        b.wash([p(-120, -70), p(150, -70), p(150, 140), p(-100, 140)], INK, 0.3)
        b.fill(seat, STRAW)
        for k in range(12):
            b.line([p(-112 + k * 20.4, -88), p(-112 + k * 20.4, 108)], 3, "#b98a3d")
        for k in range(9):
            b.line([p(-118, -76 + k * 22), p(118, -76 + k * 22)], 2.4, "#b98a3d")
        b.line([p(-124, -96), p(-132, 120)], 17, "#b07f35")
        b.line([p(124, -96), p(132, 120)], 17, "#b07f35")
        b.line(curve([p(-140, 96), p(-90, 140), p(0, 152), p(90, 140), p(140, 96)]), 19, "#b07f35")

    for x, y, turn in ((810, 985, 0), (810, 95, 180), (180, 540, 90), (1440, 540, 270)):
        chair(x, y, turn)
    b.wash(rect(402, 172, 1258, 956), INK, 0.4)
    table = rect(380, 140, 1240, 928)
    b.fill(table, "#a4622c")
    for k in range(6):
        plank = rect(380, 140 + k * 131.4, 1240, 140 + (k + 1) * 131.4 - 3)
        b.fill(plank, ("#b06d33", "#a8652d", "#b57338")[k % 3])
        b.carve(plank, "#c98d4c", angle=0.6, gap=14, length=210, width=4, seed=20 + k, skip=0.35)
        b.carve(plank, "#8a4e22", angle=-0.6, gap=24, length=160, width=3.4, seed=40 + k, skip=0.4)
    for x, y in ((520, 330), (1120, 800)):
        for r in (9, 18, 28):
            b.ring(x, y, r, 3, "#8a4e22")
    b.fill(rect(380, 922, 1240, 940), "#6d3d1c")
    # the sheet of red paper and its ring
    b.wash([(648, 372), (988, 388), (972, 730), (630, 714)], INK, 0.3)
    sheet = [(640, 360), (980, 374), (966, 716), (624, 702)]
    b.fill(sheet, CINNABAR)
    b.carve(sheet, "#c2503f", angle=38, gap=18, length=60, width=4, seed=5, skip=0.5)
    stroke = [
        (802 + cos(a) * (98 + 3 * sin(3 * a)), 538 + sin(a) * (104 + 2 * cos(2 * a)))
        for a in (-pi * 0.58 + k * 2 * pi * 0.985 / 90 for k in range(91))
    ]
    for i, (p, q) in enumerate(pairwise(stroke)):
        b.line([p, q], 20 + 10 * sin(pi * i / 90) + (8 if i < 4 else 0), INK)
    # ink stone and brush
    b.fill(curve([(1036, 300), (1150, 292), (1160, 430), (1042, 436)], closed=True, steps=4), INK)
    b.fill(oval(1098, 364, 42, 48), SOOT)
    b.fill(oval(1102, 384, 32, 24), "#100e0b")
    b.line([(1000, 706), (1128, 494)], 13, STRAW)
    b.line([(1012, 686), (1000, 706)], 15, UMBER)
    b.fill(lens((1010, 690), (972, 752), 24), INK)

    def gaiwan(x: float, y: float, r: float, rim: Colour, lid: tuple[float, float] | None) -> None:
        b.wash(oval(x + 12, y + 14, r * 1.42), INK, 0.3)
        b.fill(oval(x, y, r * 1.42), PAPER)
        b.ring(x, y, r * 1.3, 4, rim)
        b.fill(oval(x, y, r), "#fffaf0")
        b.ring(x, y, r * 0.93, 6, rim)
        b.fill(oval(x, y, r * 0.82), "#c9a53f")
        b.carve(
            oval(x, y, r * 0.82),
            "#e2c56d",
            angle=30,
            gap=16,
            length=40,
            width=5,
            seed=round(x),
            skip=0.4,
        )
        rng = Random(round(x + y))
        for _ in range(9):
            a, d = rng.uniform(0, 2 * pi), rng.uniform(0, r * 0.55)
            px, py, t = x + cos(a) * d, y + sin(a) * d, rng.uniform(0, pi)
            b.fill(lens((px, py), (px + cos(t) * 26, py + sin(t) * 26), 9), JADE)
        if lid:
            lx, ly = x + lid[0], y + lid[1]
            b.wash(oval(lx + 8, ly + 10, r * 0.92), INK, 0.3)
            b.fill(oval(lx, ly, r * 0.92), "#fffaf0")
            b.ring(lx, ly, r * 0.78, 5, rim)
            for k in range(8):
                a = pi * k / 4
                b.fill(
                    lens(
                        (lx + cos(a) * r * 0.34, ly + sin(a) * r * 0.34),
                        (lx + cos(a) * r * 0.68, ly + sin(a) * r * 0.68),
                        13,
                    ),
                    rim,
                )
            b.fill(oval(lx, ly, r * 0.24), rim)
            b.fill(oval(lx, ly, r * 0.13), "#fffaf0")

    gaiwan(512, 256, 62, JADE, (54, 34))
    gaiwan(1122, 812 - 30, 62, CINNABAR, None)
    gaiwan(496, 800, 62, "#3f6480", (-46, -40))
    gaiwan(866, 242, 58, CINNABAR, (40, -30))
    # seeds in a dish, husks about
    b.wash(oval(788, 832, 74), INK, 0.25)
    b.fill(oval(780, 822, 74), CELADON)
    b.ring(780, 822, 62, 4, PAPER)
    rng = Random(8)
    for k in range(60):
        a, d, t = rng.uniform(0, 2 * pi), rng.uniform(0, 48), rng.uniform(0, pi)
        x, y = 780 + cos(a) * d, 822 + sin(a) * d
        b.fill(
            lens((x - cos(t) * 11, y - sin(t) * 11), (x + cos(t) * 11, y + sin(t) * 11), 9),
            INK if k % 3 else PAPER,
        )
    for k in range(30):
        x, y, t = rng.uniform(560, 1010), rng.uniform(744, 908), rng.uniform(0, pi)
        b.fill(
            lens((x - cos(t) * 10, y - sin(t) * 10), (x + cos(t) * 10, y + sin(t) * 10), 8),
            PAPER if k % 2 else INK,
        )
    # spectacles
    for x in (456, 538):
        b.ring(x, 592, 33, 7, INK)
        b.wash(oval(x, 592, 30), PAPER, 0.25)
    b.line(curve([(488, 586), (497, 580), (506, 586)]), 6, INK)
    b.line([(424, 584), (412, 662)], 6, INK)
    b.line([(570, 584), (578, 664)], 6, INK)

    def arm(points: Outline, cuff: Colour, wide: float, finger: float) -> None:
        path = curve(points)
        for p, q in pairwise(path):
            b.line([p, q], wide, cuff)
        (x0, y0), (x1, y1) = path[-6], path[-1]
        a = atan2(y1 - y0, x1 - x0)
        b.line(
            [(x1 - cos(a) * 12, y1 - sin(a) * 12), (x1 + cos(a) * 6, y1 + sin(a) * 6)],
            wide + 4,
            mix(cuff, PAPER, 0.35),
        )
        b.line(
            [(x1 + cos(a) * 20, y1 + sin(a) * 20), (x1 + cos(a) * 62, y1 + sin(a) * 62)],
            wide * 0.62,
            SKIN,
        )
        for k, (turn, far) in enumerate(
            ((-0.42, 96), (-0.14, 118 + finger), (0.12, 112), (0.36, 98))
        ):
            s = (x1 + cos(a + turn * 0.7) * 60, y1 + sin(a + turn * 0.7) * 60)
            e = (x1 + cos(a + turn) * far, y1 + sin(a + turn) * far)
            b.line([s, e], 19 - k % 2, SKIN)
            b.line(
                [
                    (s[0] + (e[0] - s[0]) * 0.1, s[1] + (e[1] - s[1]) * 0.1),
                    (s[0] + (e[0] - s[0]) * 0.5, s[1] + (e[1] - s[1]) * 0.5),
                ],
                1.8,
                UMBER,
            )
        b.line(
            [
                (x1 + cos(a + 0.9) * 34, y1 + sin(a + 0.9) * 34),
                (x1 + cos(a + 0.95) * 70, y1 + sin(a + 0.95) * 70),
            ],
            18,
            SKIN,
        )
        outline = [(p[0] - wide / 2, p[1] - wide / 2) for p in path] + [
            (p[0] + wide / 2, p[1] + wide / 2) for p in reversed(path)
        ]
        b.carve(
            outline,
            mix(cuff, PAPER, 0.3),
            angle=a * 180 / pi,
            gap=20,
            length=60,
            width=4,
            seed=round(x1),
            skip=0.5,
        )

    arm([(-60, 300), (120, 350), (300, 416), (440, 420), (520, 440)], JADE, 84, 30)
    arm([(1690, 800), (1560, 744), (1420, 640), (1290, 600), (1190, 590)], "#3f6480", 84, 0)
    arm([(960, 1130), (1010, 1010), (1030, 930), (1010, 880)], OCHRE, 88, 0)
    arm([(620, -60), (650, 60), (690, 140), (700, 180)], "#efe0bf", 84, 16)
    # a long-spouted kettle comes in
    b.wash(oval(1428, 212, 150), INK, 0.3)
    b.stem([(1330, 250), (1240, 300), (1216, 420), (1160, 690)], 34, 9, "#b98532")
    b.fill(oval(1410, 190, 142), "#b98532")
    b.ring(1410, 190, 122, 5, STRAW)
    b.carve(oval(1410, 190, 136), "#d9ab58", angle=40, gap=22, length=70, width=6, seed=6, skip=0.4)
    b.fill(oval(1410, 190, 66), "#9a6c25")
    b.ring(1410, 190, 60, 5, STRAW)
    b.fill(oval(1410, 190, 20), INK)
    b.line(curve([(1470, 300), (1550, 240), (1560, 140), (1490, 74)]), 20, INK)
    b.line(curve([(1160, 690), (1150, 730), (1136, 764)]), 6, PAPER)
    return b.printed(8)


def biancheng() -> Image.Image:
    """Children steering a wooden turtle over a chequered mat with arrow cards."""
    b = Block("#d9a45b")
    dx: float
    dy: float
    for k in range(12):
        plank = [
            (-80 + k * 150, 0),
            (70 + k * 150, 0),
            (40 + k * 160, HEIGHT),
            (-120 + k * 160, HEIGHT),
        ]
        b.fill(plank, ("#d6a158", "#dfae68", "#cf9850")[k % 3])
        b.carve(plank, "#ebc58a", angle=89, gap=19, length=150, width=4, seed=k, skip=0.5)

    def at(col: float, row: float) -> Point:
        """A corner of the mat, laid out on the slant."""
        return 810 + (col - row) * 92 * 0.98, 132 + (col + row) * 53

    size = 8
    b.wash(
        [
            moved([at(0, 0)], 0, 26)[0],
            (at(size, 0)[0] + 26, at(size, 0)[1] + 20),
            moved([at(size, size)], 0, 40)[0],
            (at(0, size)[0] - 8, at(0, size)[1] + 20),
        ],
        INK,
        0.25,
    )
    edge = 0.28
    b.fill(
        [
            at(-edge, -edge),
            at(size + edge, -edge),
            at(size + edge, size + edge),
            at(-edge, size + edge),
        ],
        DEEP,
    )
    for row in range(size):
        for col in range(size):
            tile = [at(col, row), at(col + 1, row), at(col + 1, row + 1), at(col, row + 1)]
            c = "#f5ead0" if (row + col) % 2 else "#c4d6bd"
            b.fill(tile, c)
            if (row * 3 + col) % 4 == 0:
                b.carve(
                    tile,
                    PAPER if (row + col) % 2 else "#d6e3ce",
                    angle=30,
                    gap=13,
                    length=40,
                    width=4,
                    seed=row * 9 + col,
                    skip=0.4,
                )
    # the way it has gone
    way = [(1.5, 5.5), (1.5, 2.5), (4.5, 2.5)]
    for (c0, r0), (c1, r1) in pairwise(way):
        for k in range(9):
            if k % 2 == 0:
                b.line(
                    [
                        at(c0 + (c1 - c0) * k / 9, r0 + (r1 - r0) * k / 9),
                        at(c0 + (c1 - c0) * (k + 1) / 9, r0 + (r1 - r0) * (k + 1) / 9),
                    ],
                    9,
                    CINNABAR,
                )

    def block(col: float, row: float, c: Colour, tall: float = 64) -> None:
        q = [
            at(col + 0.12, row + 0.12),
            at(col + 0.88, row + 0.12),
            at(col + 0.88, row + 0.88),
            at(col + 0.12, row + 0.88),
        ]
        top = [(x, y - tall) for x, y in q]
        b.wash([q[1], (q[1][0] + 40, q[1][1] + 12), (q[2][0] + 30, q[2][1] + 16), q[2]], INK, 0.22)
        b.fill([q[3], q[2], top[2], top[3]], mix(c, INK, 0.12))
        b.fill([q[2], q[1], top[1], top[2]], mix(c, INK, 0.34))
        b.fill(top, mix(c, PAPER, 0.14))
        b.carve(
            [q[3], q[2], top[2], top[3]],
            mix(c, PAPER, 0.3),
            angle=28,
            gap=13,
            length=40,
            width=3.6,
            seed=round(col * 7 + row),
            skip=0.4,
        )

    def kid(
        x: float, y: float, k: float, c: Colour, facing: Facing, style: str, reach: Point | None
    ) -> None:
        """Kneeling at the mat's edge."""
        b.wash(oval(x + 12 * k, y + 6 * k, 130 * k, 36 * k), INK, 0.24)
        s = {"left": -1, "right": 1}.get(facing, 0)
        for q in (-1, 1):
            b.line(
                [
                    (x + q * 40 * k, y - 40 * k),
                    (x + q * 84 * k, y - 8 * k),
                    (x - s * 40 * k + q * 34 * k, y),
                ],
                42 * k,
                mix(INK, DEEP, 0.5),
            )
        body = curve(
            [
                (x - 44 * k, y - 170 * k),
                (x + 44 * k, y - 170 * k),
                (x + 78 * k, y - 120 * k),
                (x + 80 * k, y - 30 * k),
                (x, y - 14 * k),
                (x - 80 * k, y - 30 * k),
                (x - 78 * k, y - 120 * k),
            ],
            closed=True,
        )
        b.fill(body, c)
        b.carve(
            body,
            mix(c, PAPER, 0.3),
            angle=84,
            gap=19 * k,
            length=52 * k,
            width=4.4 * k,
            seed=round(x + y),
            skip=0.4,
        )
        other = -s if s else -1
        b.line(
            [
                (x + other * 66 * k, y - 138 * k),
                (x + other * 104 * k, y - 86 * k),
                (x + other * 76 * k, y - 40 * k),
            ],
            34 * k,
            mix(c, INK, 0.16),
        )
        b.fill(oval(x + other * 72 * k, y - 30 * k, 18 * k), SKIN)
        b.line([(x, y - 182 * k), (x, y - 164 * k)], 34 * k, SKIN)
        head(b, x + s * 8 * k, y - 226 * k, 62 * k, facing, INK, style)
        if reach:
            start = (x + (s or 1) * 62 * k, y - 138 * k)
            elbow = ((start[0] + reach[0]) / 2, (start[1] + reach[1]) / 2 + 26 * k)
            b.line([start, elbow, reach], 34 * k, mix(c, INK, 0.16))
            b.fill(oval(*reach, 19 * k), SKIN)

    # at the far side
    kid(530, 322, 0.86, CINNABAR, "right", "tails", (668, 270))
    kid(1092, 318, 0.86, JADE, "left", "short", None)
    block(4, 4, OCHRE)
    block(6, 1, CINNABAR, 52)
    block(2, 0, JADE, 52)
    # lotus leaf, the goal
    gx, gy = at(6.5, 4.5)
    b.fill(oval(gx, gy, 76, 42), JADE)
    b.inside(
        oval(gx, gy, 76, 42),
        CELADON,
        [
            lens((gx, gy), (gx + cos(a) * 70, gy + sin(a) * 38), 5)
            for a in (2 * pi * k / 11 for k in range(11))
        ],
    )
    for turn in (-60, 60, -30, 30, 0):
        b.fill(
            lens(
                (gx, gy - 2), (gx + sin(radians(turn)) * 52, gy - 2 - cos(radians(turn)) * 58), 26
            ),
            ROSE if abs(turn) == 60 else CINNABAR,
        )
    # the turtle
    tx, ty = at(4.5, 2.5)
    b.wash(oval(tx + 8, ty + 20, 92, 36), INK, 0.3)
    for dx, dy in ((-56, 18), (54, 22), (-30, 34), (30, 36)):
        b.fill(oval(tx + dx, ty + dy - 6, 19, 15), UMBER)
        b.ring(tx + dx, ty + dy - 6, 8, 4, STRAW)
    b.line([(tx + 58, ty - 2), (tx + 92, ty - 16)], 28, UMBER)
    b.fill(oval(tx + 100, ty - 22, 29, 26), UMBER)
    b.fill(oval(tx + 110, ty - 28, 5), PAPER)
    b.line(curve([(tx + 108, ty - 10), (tx + 118, ty - 12), (tx + 124, ty - 18)]), 3, PAPER)
    shell = curve(
        [
            (tx - 78, ty + 12),
            (tx - 64, ty - 40),
            (tx, ty - 76),
            (tx + 62, ty - 40),
            (tx + 76, ty + 12),
            (tx, ty + 24),
        ],
        closed=True,
    )
    b.fill(shell, "#b8742f")
    b.inside(
        shell,
        STRAW,
        [
            lens((tx - 80 + k * 4, ty + 4 - k * 17), (tx + 80 - k * 4, ty + 4 - k * 17), 5)
            for k in range(5)
        ],
    )
    b.inside(
        shell,
        "#7a4a1e",
        [lens((tx + q * 30, ty - 74 + abs(q) * 12), (tx + q * 46, ty + 24), 6) for q in (-1, 0, 1)],
    )
    b.line(curve([(tx - 82, ty + 12), (tx, ty + 27), (tx + 82, ty + 12)]), 11, UMBER)
    # cards, in a row along the near edge
    for k, (turn, c) in enumerate(
        (
            (0, CINNABAR),
            (0, CINNABAR),
            (90, JADE),
            (0, CINNABAR),
            (0, CINNABAR),
            (0, CINNABAR),
            (90, OCHRE),
        )
    ):
        q = [
            at(8.62 + d0, 0.2 + k * 1.12 + d1)
            for d0, d1 in ((0, 0), (1.0, 0), (1.0, 0.96), (0, 0.96))
        ]
        b.wash(moved(q, 6, 9), INK, 0.28)
        b.fill(q, PAPER)
        cx, cy = at(9.12, 0.68 + k * 1.12)
        ax, ay = at(9.12 + (0.36 if turn else 0), 0.68 + k * 1.12 - (0 if turn else 0.36))
        dx, dy = ax - cx, ay - cy
        b.line([(cx - dx * 0.8, cy - dy * 0.8), (cx + dx * 0.5, cy + dy * 0.5)], 11, c)
        b.fill(
            [
                (cx + dx * 1.05, cy + dy * 1.05),
                (cx + dx * 0.2 - dy * 0.75, cy + dy * 0.2 + dx * 0.42),
                (cx + dx * 0.2 + dy * 0.75, cy + dy * 0.2 - dx * 0.42),
            ],
            c,
        )
    # at the near side
    kid(268, 640, 1.06, "#efe7d4", "right", "short", (430, 560))
    kid(190, 966, 1.16, ROSE, "right", "long", None)
    kid(1430, 560, 1.02, DEEP, "left", "tails", (1262, 500))
    kid(540, 1030, 1.2, STRAW, "right", "cap", (748, 948))
    # a box of crayons, scissors, scraps
    b.fill([(1300, 930), (1470, 896), (1496, 984), (1326, 1020)], UMBER)
    for k, c in enumerate((CINNABAR, OCHRE, JADE, DEEP, ROSE, STRAW)):
        b.line([(1322 + k * 25, 932 - k * 5), (1340 + k * 25, 1000 - k * 5)], 15, c)
    b.ring(1496, 806, 20, 7, CINNABAR)
    b.ring(1540, 790, 20, 7, CINNABAR)
    b.line([(1508, 790), (1490, 716)], 8, SOOT)
    b.line([(1524, 776), (1468, 726)], 8, SOOT)
    for k, (x, y) in enumerate(((1390, 760), (1330, 830), (1420, 840), (1500, 870))):
        b.fill([(x, y), (x + 34, y - 8), (x + 22, y + 22)], (PAPER, OCHRE, PAPER, CELADON)[k])
    return b.printed(9)


PICTURES: dict[str, Callable[[], Image.Image]] = {
    "2022/xinjin-zhenjie-shuji/guanjia.jpg": guanjia,
    "2022/jincheng-shuqi-ketang/ketang.jpg": ketang,
    "2025/yuanxiao-longdeng/longdeng.jpg": longdeng,
    "2026/zhangshu-xiuche/xiuche.jpg": xiuche,
    "2026/hetang-laodiao/hetang.jpg": hetang,
    "2026/xiaoxiang-ludeng/xiaoxiang.jpg": xiaoxiang,
    "2026/reshi-shang-liulou/wancan.jpg": wancan,
    "2026/laochaguan-shizihui/chaguan.jpg": chaguan,
    "2026/xiaoxiao-chengxuyuan/biancheng.jpg": biancheng,
}
LARGEST = 240 * 1024
"""A picture of the samples is never heavier than this."""


def write(pictures: Mapping[str, Callable[[], Image.Image]]) -> None:
    """Draw the pictures whose path holds one of the arguments; all of them without arguments."""
    reports = Path(__file__).resolve().parents[2] / "content" / "reports"
    for name, draw in pictures.items():
        if sys.argv[1:] and not any(word in name for word in sys.argv[1:]):
            continue
        path = reports / name
        path.parent.mkdir(parents=True, exist_ok=True)
        picture = draw()
        for quality in range(86, 60, -2):
            picture.save(path, quality=quality, progressive=True, optimize=True)
            if path.stat().st_size < LARGEST:
                break
        print(f"{path.stat().st_size / 1024:6.0f} KB  {name}")


if __name__ == "__main__":
    write(PICTURES)

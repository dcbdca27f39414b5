# SPDX-License-Identifier: MIT
"""The pictures of the sample photo story: a market from the first basket to the last broom.

`python tests/illustrations/market.py` writes them into content/, cut as `draw.py` cuts its own.
"""

from __future__ import annotations

from collections.abc import Callable
from math import cos, pi, sin
from random import Random

from draw import (
    CELADON,
    CINNABAR,
    CREAM,
    DEEP,
    DUSK,
    HANG,
    INK,
    JADE,
    MIST,
    NIGHT,
    OCHRE,
    PAPER,
    ROSE,
    SKIN,
    SOOT,
    STRAW,
    UMBER,
    Block,
    Colour,
    cloud,
    curve,
    leaves,
    lens,
    mix,
    oval,
    person,
    rect,
    wheel,
    write,
)
from PIL import Image


def basket(b: Block, x: float, y: float, wide: float, tall: float, colour: Colour = UMBER) -> None:
    """A bamboo basket; (x, y) is the middle of its rim."""
    body = [
        (x - wide / 2, y),
        (x + wide / 2, y),
        (x + wide * 0.4, y + tall),
        (x - wide * 0.4, y + tall),
    ]
    b.fill(body, colour)
    weave = mix(colour, STRAW, 0.55)
    b.carve(body, weave, angle=62, gap=15, length=34, width=5, seed=round(x), skip=0.2)
    b.carve(body, weave, angle=-62, gap=15, length=34, width=4, seed=round(y), skip=0.35)
    b.fill(oval(x, y, wide / 2, wide * 0.12), mix(colour, INK, 0.35))
    b.line(curve([(x - wide / 2, y), (x, y + wide * 0.1), (x + wide / 2, y)]), 10, STRAW)


def cabbage(b: Block, x: float, y: float, r: float, seed: int) -> None:
    for k, colour in enumerate((DEEP, JADE, CELADON, MIST)):
        b.fill(
            cloud(x, y - k * r * 0.08, r * (1 - k * 0.22), r * (0.9 - k * 0.2), seed + k), colour
        )
    b.stem([(x, y + r * 0.6), (x, y), (x - r * 0.1, y - r * 0.4)], r * 0.16, r * 0.05, PAPER)


def xiecai() -> Image.Image:
    """Four in the morning: vegetables come off a tricycle under one lamp."""
    b = Block(NIGHT)
    b.fill(rect(0, 780, 1620, 1080), "#22353a")
    for k in range(5):
        left = 60 + k * 320
        b.fill(rect(left, 330, left + 250, 790), mix(NIGHT, DUSK, 0.35))
        shutter = rect(left + 20, 420, left + 230, 790)
        b.fill(shutter, mix(NIGHT, DUSK, 0.7))
        for step in range(14):
            b.line([(left + 20, 436 + step * 26), (left + 230, 436 + step * 26)], 4, NIGHT)
    b.fill([(0, 330), (1620, 330), (1620, 250), (0, 290)], "#101d21")
    light = [(1010, 210), (1110, 210), (1500, 960), (560, 960)]
    b.wash(light, STRAW, 0.34)
    b.wash([(1030, 210), (1090, 210), (1330, 940), (760, 940)], STRAW, 0.3)
    b.fill([(990, 216), (1130, 216), (1090, 160), (1030, 160)], SOOT)
    b.fill(oval(1060, 220, 46, 20), "#fff3c9")
    b.line([(1060, 0), (1060, 164)], 8, SOOT)
    b.wash(oval(1030, 948, 520, 54), STRAW, 0.25)
    # the tricycle and its load
    b.wash(oval(760, 930, 430, 40), INK, 0.4)
    for x in (560, 930):
        wheel(b, x, 850, 84, INK, STRAW)
    b.line([(930, 850), (1120, 700), (1150, 640), (1206, 640)], 18, DEEP)
    wheel(b, 1180, 858, 76, INK, STRAW)
    b.line([(1180, 858), (1136, 680)], 16, DEEP)
    bed = [(440, 700), (1000, 700), (980, 800), (460, 800)]
    b.fill(bed, UMBER)
    b.carve(bed, OCHRE, angle=0, gap=24, length=120, width=6, seed=2, skip=0.3)
    rng = Random(4)
    for row, count in ((640, 6), (562, 5), (492, 3)):
        for k in range(count):
            x = 720 + (k - (count - 1) / 2) * 92 + rng.uniform(-8, 8)
            cabbage(b, x, row, 58, seed=row + k)
    person(
        b, 1330, 968, 520, "#3f6480", INK, "left",
        hands=(((-0.2, 0.1), (-0.36, 0.16)), ((0.05, 0.16), (-0.28, 0.24))),
    )  # fmt: skip
    basket(b, 1130, 706, 190, 110, OCHRE)
    for k in range(5):
        x = 1064 + k * 34
        b.stem([(x, 700), (x + 10, 650), (x + 26, 610)], 26, 8, CINNABAR if k % 2 else "#d8642f")
        b.line([(x + 26, 610), (x + 40, 576)], 7, CELADON)
    person(b, 300, 958, 500, CINNABAR, SOOT, "right", style="cap", hands=HANG)
    basket(b, 170, 850, 180, 110)
    basket(b, 200, 790, 170, 90, OCHRE)
    b.carve(
        rect(0, 960, 1620, 1080), DUSK, angle=-4, gap=26, length=120, width=5, seed=3, skip=0.55
    )
    return b.printed(11)


def doufu() -> Image.Image:
    """Bean curd from above, cut into squares, one of them on the blade."""
    b = Block("#5b6f63")
    b.carve(rect(0, 0, 1620, 1080), "#6d8375", angle=12, gap=34, length=160, width=7, seed=1)
    board = [(250, 120), (1290, 80), (1350, 930), (220, 960)]
    b.wash([(x + 26, y + 30) for x, y in board], INK, 0.35)
    b.fill(board, UMBER)
    b.carve(board, OCHRE, angle=88, gap=30, length=240, width=6, seed=5, skip=0.3)
    cloth = curve(
        [(300, 170), (780, 140), (1250, 150), (1290, 520), (1280, 880), (770, 900), (280, 890), (290, 520)],
        closed=True,
    )  # fmt: skip
    b.fill(cloth, CREAM)
    b.carve(cloth, mix(CREAM, UMBER, 0.22), angle=45, gap=22, length=50, width=3, seed=7, skip=0.4)
    for row in range(5):
        for column in range(7):
            if (row, column) in {(4, 6), (4, 5), (3, 6)}:
                continue
            x, y = 336 + column * 130 + row * 3, 206 + row * 132 - column * 4
            b.fill(rect(x + 8, y + 10, x + 124, y + 128), mix(CREAM, UMBER, 0.4))
            b.fill(rect(x, y, x + 116, y + 118), "#fffaf0")
            b.fill(rect(x + 8, y + 8, x + 106, y + 16), PAPER)
            # the weave of the cloth that it was pressed in
            for k in range(4):
                b.line([(x + 18 + k * 26, y + 28), (x + 18 + k * 26, y + 106)], 2, CREAM)
                b.line([(x + 14, y + 36 + k * 20), (x + 104, y + 36 + k * 20)], 2, CREAM)
    # the blade comes from the right, with one square on it
    blade = [(1040, 820), (1400, 690), (1440, 800), (1090, 950)]
    b.wash([(x + 14, y + 20) for x, y in blade], INK, 0.35)
    b.fill(blade, "#aab4b3")
    b.carve(blade, PAPER, angle=-20, gap=16, length=90, width=4, seed=3, skip=0.4)
    b.line([(1420, 742), (1560, 690)], 46, UMBER)
    b.fill([(1110, 806), (1226, 764), (1262, 872), (1146, 916)], "#fffaf0")
    b.line([(1690, 600), (1560, 690)], 96, "#3f6480")
    b.line([(1590, 672), (1520, 706)], 62, SKIN)
    for k in range(4):
        b.line([(1500 + k * 18, 664 + k * 4), (1488 + k * 20, 738 + k * 2)], 22, SKIN)
    # steam
    for x, y in ((430, 330), (700, 240), (980, 360), (620, 640), (880, 700)):
        path = [(x + 34 * sin(k * 0.9), y - k * 44) for k in range(6)]
        b.stem(path, 22, 4, "#fffaf0")
    for k in range(4):
        x, y = 70 + (k % 2) * 90, 260 + k * 170
        b.fill(oval(x, y, 62), (PAPER, CELADON, CREAM, MIST)[k])
        b.ring(x, y, 50, 4, DEEP)
        b.fill(oval(x, y, 40), (CINNABAR, JADE, OCHRE, INK)[k])
    return b.printed(12)


def lajiao() -> Image.Image:
    """Upright: chillies hang in strings over baskets of garlic and ginger."""
    b = Block(CREAM, 1080, 1350)
    for k in range(9):
        left = k * 122 - 10
        b.fill([(left, 0), (left + 61, 0), (left + 70, 190), (left - 4, 190)], CINNABAR)
        b.fill(oval(left + 34, 190, 36, 26), CINNABAR)
        b.fill(oval(left + 95, 190, 30, 22), PAPER)
    b.fill(rect(0, 226, 1080, 900), "#e3cf9f")
    b.carve(rect(0, 226, 1080, 900), CREAM, angle=90, gap=40, length=220, width=6, seed=2)
    b.line([(0, 250), (1080, 250)], 22, UMBER)
    rng = Random(21)
    for string in range(6):
        x, deep = 110 + string * 172, 560 + (string % 3) * 70
        b.line([(x, 250), (x, deep)], 7, UMBER)
        steps = (deep - 320) // 17
        for k in range(steps):
            y = 320 + k * 17
            for side in (-1, 1):
                tip = (x + side * rng.uniform(54, 84), y + rng.uniform(34, 66))
                colour = (CINNABAR, "#8e2a20", "#c9492f")[rng.randrange(3)]
                b.fill(lens((x + side * 4, y - 6), tip, 30), colour)
                b.fill(lens((x + side * 12, y), tip, 6), ROSE)
                b.fill(oval(x + side * 7, y - 4, 8), JADE)
    b.fill(rect(0, 860, 1080, 1350), UMBER)
    b.carve(rect(0, 880, 1080, 1350), OCHRE, angle=2, gap=46, length=240, width=8, seed=9, skip=0.5)
    for x, y, wide in ((210, 930, 330), (560, 960, 330), (890, 930, 320)):
        basket(b, x, y, wide, 190, OCHRE)
    for k in range(34):
        x, y = 210 + rng.uniform(-130, 130), 930 - rng.uniform(-6, 96) * (1 - abs(k % 7 - 3) / 9)
        b.fill(oval(x, y, 30, 27), PAPER)
        b.fill(lens((x, y - 40), (x, y + 22), 10), mix(PAPER, ROSE, 0.5))
        b.line([(x, y - 22), (x + 2, y - 42)], 6, STRAW)
    for _ in range(26):
        x, y = 560 + rng.uniform(-128, 128), 955 - rng.uniform(0, 90)
        for a in (0.2, 1.5, 2.8):
            b.fill(oval(x + cos(a) * 24, y - sin(a) * 16, 26, 18), "#d6b06a")
        b.ring(x, y, 15, 3, UMBER)
    for _ in range(60):
        x, y, a = 890 + rng.uniform(-130, 130), 930 - rng.uniform(-4, 84), rng.uniform(0, pi)
        b.fill(lens((x, y), (x + cos(a) * 62, y - sin(a) * 34), 24), JADE)
        b.fill(lens((x + 6, y), (x + cos(a) * 50, y - sin(a) * 26), 5), CELADON)
    for x, price in ((210, 3), (560, 4), (890, 2)):
        b.line([(x, 1250), (x, 1130)], 12, STRAW)
        b.fill(rect(x - 92, 1150, x + 92, 1260), PAPER)
        for k in range(price):
            b.line([(x - 56, 1176 + k * 21), (x + 50 - 14 * k, 1174 + k * 21)], 8, INK)
    return b.printed(13)


def chengzi() -> Image.Image:
    """A steelyard in the hand: the fish is on the hook, the weight finds its place."""
    b = Block(MIST)
    b.fill(rect(0, 640, 1620, 1080), CELADON)
    for k in range(6):
        crown = cloud(140 + k * 290, 560, 190, 150, 30 + k)
        b.fill(crown, JADE if k % 2 else DEEP)
        leaves(b, crown, CELADON if k % 2 else JADE, k, 26)
    b.fill(rect(0, 660, 1620, 720), UMBER)
    b.carve(rect(0, 720, 1620, 1080), MIST, angle=0, gap=40, length=200, width=7, seed=5, skip=0.5)
    # the buyer, waiting; the seller's sleeve
    person(b, 1400, 1500, 1100, OCHRE, None, "left", style="bun", hair="#8c8a84", hands=HANG)
    b.line([(430, -60), (560, 70), (660, 210)], 150, CINNABAR)
    b.line([(640, 180), (676, 236)], 96, SKIN)
    for k in range(4):
        b.line([(640 + k * 26, 232), (634 + k * 28, 306)], 30, SKIN)
    b.line([(688, 300), (690, 392)], 7, INK)
    # the beam, level within a finger's breadth
    b.line([(470, 430), (1250, 372)], 24, UMBER)
    b.line([(470, 424), (1250, 366)], 5, OCHRE)
    for k in range(26):
        x = 740 + k * 18
        y = 430 - (x - 470) * 58 / 780
        b.fill(oval(x, y, 4 if k % 5 else 7), STRAW)
    b.fill(oval(690, 414, 22), INK)
    b.line([(1010, 390), (1010, 560)], 6, INK)
    b.fill([(976, 560), (1044, 560), (1066, 650), (954, 650)], SOOT)
    b.fill(oval(1010, 560, 24, 12), INK)
    b.ring(1010, 546, 16, 6, INK)
    b.line([(490, 428), (490, 540)], 8, INK)
    b.line(curve([(490, 540), (520, 580), (494, 604), (470, 586)]), 9, INK)
    # the fish
    fish = curve(
        [(486, 588), (566, 660), (586, 780), (540, 910), (494, 960), (446, 900), (404, 780), (424, 660)],
        closed=True,
    )  # fmt: skip
    b.fill(fish, "#6f8d94")
    b.fill([(494, 940), (420, 1040), (494, 1004), (570, 1040)], "#4f6d74")
    b.fill([(586, 760), (650, 800), (574, 850)], "#4f6d74")
    scales = [
        lens((x, y), (x + 26, y + 8), 12)
        for y in range(690, 930, 26)
        for x in range(410 + (y // 26 % 2) * 16, 590, 34)
    ]
    b.inside(fish, PAPER, scales)
    b.ring(470, 646, 13, 6, INK)
    b.line(curve([(432, 700), (490, 722), (552, 700)]), 6, INK)
    for x, y in ((560, 986), (520, 1050), (450, 1046)):
        b.fill(oval(x, y, 7, 12), PAPER)
    basket(b, 960, 880, 330, 170, OCHRE)
    for k in range(7):
        cabbage(b, 840 + k * 40, 850 - (k % 2) * 40, 54, 70 + k)
    return b.printed(14)


def shoutan() -> Image.Image:
    """Noon: the hall is empty, the floor is washed, the baskets stand in each other."""
    b = Block("#cfd6c4")
    b.fill([(0, 0), (1620, 0), (1200, 420), (420, 420)], "#9fae9f")
    for k in range(9):
        x = 90 + k * 180
        b.line([(x, 0), (420 + (x - 90) * 0.54, 420)], 7, DUSK)
    for k in range(3):
        x, y = 560 + k * 250, 150 + (k % 2) * 60
        b.fill([(x - 70, y + 40), (x + 70, y + 40), (x + 40, y), (x - 40, y)], DEEP)
        b.fill(oval(x, y + 44, 60, 16), "#fff3c9")
        b.line([(x, 0), (x, y)], 5, DUSK)
    floor = [(0, 1080), (1620, 1080), (1180, 520), (440, 520)]
    b.fill(rect(0, 420, 1620, 1080), "#b7b49a")
    b.fill(floor, DUSK)
    for k in range(12):
        y = 530 + (k * k) * 4.6
        b.line([(0, y), (1620, y)], 3 + k * 0.5, mix(DUSK, NIGHT, 0.5))
    for k in range(11):
        b.line([(440 + k * 74, 520), (k * 162, 1080)], 4, mix(DUSK, NIGHT, 0.5))
    for k in range(3):
        x = 560 + k * 250
        b.wash(oval(x + (x - 810) * 0.4, 800, 64, 190), "#fff3c9", 0.16)
    b.carve(floor, MIST, angle=2, gap=36, length=120, width=5, seed=6, skip=0.6)
    for side in (-1, 1):
        for k in range(3):
            near = (2 - k) / 2
            x, top, wide = 810 + side * (430 + near * 280), 500 + near * 60, 150 + near * 130
            b.fill(rect(x - wide / 2, top, x + wide / 2, top + 120 + near * 150), PAPER)
            b.carve(
                rect(x - wide / 2, top, x + wide / 2, top + 120 + near * 150),
                CREAM, angle=90, gap=22, length=60, width=4, seed=k + 4,
            )  # fmt: skip
            b.fill(rect(x - wide * 0.56, top - 24, x + wide * 0.56, top), UMBER)
    for k in range(4):
        basket(b, 300 + (k % 2) * 8, 770 - k * 64, 230, 130, OCHRE if k % 2 else UMBER)
    person(
        b, 960, 1010, 500, JADE, INK, "left", style="bun", hair=SOOT,
        hands=(((-0.16, 0.14), (-0.2, 0.3)), ((0.06, 0.2), (-0.14, 0.36))),
    )  # fmt: skip
    b.line([(850, 740), (700, 1010)], 14, UMBER)
    for k in range(9):
        b.stem([(704, 1000), (670 + k * 12, 1030), (636 + k * 20, 1060)], 9, 4, STRAW)
    for k in range(7):
        x, y = 420 + k * 34, 1010 - (k * 13) % 40
        b.fill(lens((x, y), (x + 40, y + 14), 18), CELADON if k % 2 else JADE)
    b.wash([(560, 1050), (700, 1010), (690, 1070)], PAPER, 0.35)
    return b.printed(15)


PICTURES: dict[str, Callable[[], Image.Image]] = {
    "2026/caishi-zaochen/xiecai.jpg": xiecai,
    "2026/caishi-zaochen/doufu.jpg": doufu,
    "2026/caishi-zaochen/lajiao.jpg": lajiao,
    "2026/caishi-zaochen/chengzi.jpg": chengzi,
    "2026/caishi-zaochen/shoutan.jpg": shoutan,
}

if __name__ == "__main__":
    write(PICTURES)

# SPDX-License-Identifier: MIT
"""What the styles of a page say: text set small and grey, and pictures that nobody sees."""

from __future__ import annotations

import re
from collections.abc import Mapping

from linli.reading.importing.prose.tree import Element

_FONT_SIZE = re.compile(r"font-size\s*:\s*(\d+(?:\.\d+)?)\s*(px|pt|em|rem)")
_RGB = re.compile(r"(?<!-)color\s*:\s*rgba?\(\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)")
_HEX = re.compile(r"(?<!-)color\s*:\s*#([0-9a-f])([0-9a-f])([0-9a-f])([0-9a-f]{3})?\b")
_GREY_WORD = re.compile(r"(?<!-)color\s*:\s*(?:dim|dark|slate)?gr[ae]y")
_TINY = re.compile(r"(?:^|;)\s*(?:width|height)\s*:\s*[0-2](?:px)?\s*(?:;|!|$)")
_CAPTIONS = frozenset({"wp-caption-text", "caption"})


def is_tiny(attributes: Mapping[str, str]) -> bool:
    sizes = (attributes.get("width", ""), attributes.get("height", ""))
    return any(re.fullmatch(r"[0-2](?:px)?", size.strip()) for size in sizes) or bool(
        _TINY.search(attributes.get("style", "").lower())
    )


def is_small(element: Element) -> bool:
    """Whether its text is set as captions are: 14 px or less, and grey."""
    styles = ";".join(one.attributes.get("style", "") for one in element).lower()
    sizes = [float(size) * _PIXELS[unit] for size, unit in _FONT_SIZE.findall(styles)]
    small = bool(sizes) and max(sizes) <= 14.5
    return not _CAPTIONS.isdisjoint(element.classes) or (small and _is_grey(styles))


_PIXELS = {"px": 1.0, "pt": 4 / 3, "em": 16.0, "rem": 16.0}


def _is_grey(styles: str) -> bool:
    if _GREY_WORD.search(styles):
        return True
    shades = [tuple(map(int, match)) for match in _RGB.findall(styles)]
    for red, green, blue, rest in _HEX.findall(styles):
        digits = f"{red}{green}{blue}{rest}" if rest else f"{red}{red}{green}{green}{blue}{blue}"
        shades.append(tuple(int(digits[at : at + 2], 16) for at in (0, 2, 4)))
    return any(max(shade) - min(shade) <= 16 and 88 <= max(shade) <= 204 for shade in shades)

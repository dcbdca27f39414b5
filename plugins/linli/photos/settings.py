# SPDX-License-Identifier: MIT
"""What a site wants of its photos, as the photos plugin is told."""

from __future__ import annotations

from dataclasses import dataclass

ONE_WIDTH = (1600,)
"""One width, for a site without the photos plugin."""
WIDTHS = (240, 480, 720, 1080, 1600)
"""A list; half a page; a phone with a fine screen; one with a very fine one; a desktop."""

WIDEST = 16_000
"""WebP has no more columns than 16,383."""


@dataclass(frozen=True, slots=True)
class PhotoSettings:
    """Plain values with a stable `repr`: what is kept of a photo depends on them."""

    widths: tuple[int, ...] = ONE_WIDTH
    """Of renditions, in pixels, ascending."""
    boilerplate: tuple[str, ...] = ()
    """Sentences of cameras and agencies that are never taken for a caption or a credit."""
    share_cards: bool = False
    """Whether every piece gets a picture of 1200 × 630 for those who pass it on."""
    font: str = ""
    """A font file with Chinese signs; empty: one of those that systems bring along."""


PLAIN = PhotoSettings()
"""Those of a site without the photos plugin."""
LOOKED_THROUGH = PhotoSettings(widths=())
"""No photo is drawn; each is read to its end, to know that it is sound and what it says."""

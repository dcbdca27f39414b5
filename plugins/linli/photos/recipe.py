# SPDX-License-Identifier: MIT
"""With what settings pictures are written, as measured; apart from Pillow, which loads slowly.

Ten photos, 720 pixels wide, held against their originals (SSIM, mean; KB and CPU milliseconds for
one). The settings below are those that cost least where all come out alike: an SSIM of 0.975.

    AVIF 58, speed 9    26.6 KB   14 ms        WebP 80, method 2   31.6 KB   12 ms
    AVIF 58, speed 8    24.4 KB   48 ms        WebP 80, method 4   30.6 KB   24 ms
    AVIF 56, speed 7    22.0 KB   85 ms        WebP 80, method 6   29.4 KB   46 ms
    AVIF 55, speed 6    19.5 KB  148 ms        JPEG 75             40.5 KB    4 ms
"""

from __future__ import annotations

import PIL

AVIF = {"quality": 58, "speed": 8, "subsampling": "4:2:0"}
"""A slower speed would take a fifth off the bytes and three times as long."""
WEBP = {"quality": 80, "method": 4}
JPEG = {"quality": 75, "optimize": True, "progressive": True}
PLACEHOLDER = {"quality": 20, "method": 6}
"""As WebP, which needs the fewest bytes for a picture of a few pixels: 100."""

RECIPE = f"2 {AVIF} {WEBP} {JPEG} {PLACEHOLDER} {PIL.__version__}"
"""Part of the key under which a photo is kept. Its number changes with whatever is read from a
file, drawn of it or cleaned out of it: what lies in a cache may be of an older program."""

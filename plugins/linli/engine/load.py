# SPDX-License-Identifier: MIT
"""A content folder read and checked, and nothing made of it: `linli check`.

It goes the way of the build, so both say the same things.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from linli.engine import fingerprint
from linli.engine.lock import Lock
from linli.engine.manifest import Manifest
from linli.engine.shelves import Shelves
from linli.engine.stocktaking import Order, Stocktaking, Taken
from linli.newsroom.portal import Clock, Portal
from linli.photos.darkroom import Darkroom
from linli.photos.settings import LOOKED_THROUGH, PhotoSettings


def load(
    content: Path,
    portal: Portal,
    clock: Clock,
    cache: Path,
    generated: Callable[[Callable[[str], bool]], Mapping[str, str]],
    photos: PhotoSettings = LOOKED_THROUGH,
) -> Taken:
    """Read and check a whole content folder.

    `generated` is told which rows stand, and tells the pages that the site makes by itself and
    that a text may link to: their URLs by the path that stands for them.
    """
    settings = fingerprint.of_values(portal, photos, sorted(generated(lambda row: True)))
    program = f"{fingerprint.of_program()} {settings.hex()}"
    lock = Lock(cache / "check" / "lock")
    lock.take(lambda: None)
    manifest = Manifest(cache / "check" / "manifest.db", program)
    order = Order(content, portal, clock, Darkroom(content, cache / "photos", photos), generated)
    taken = Stocktaking(order, manifest, Shelves(manifest, portal.zone)).take()
    if taken.has_errors:
        manifest.close()
    else:
        manifest.finish()
        manifest.connection.close()
    lock.give_back()
    return taken

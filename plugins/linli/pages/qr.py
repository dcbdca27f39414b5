# SPDX-License-Identifier: MIT
"""A page's address as a QR code (ISO/IEC 18004): an SVG that stands in the page."""

from __future__ import annotations

import io
from functools import lru_cache

import segno
from markupsafe import Markup

_QUIET = 4
"""Modules of white around the code; with fewer some phones do not find it."""
_MASK = 2
"""A phone reads any of the eight masks; to try them all costs five times the rest."""


@lru_cache(64)
def code(address: str, title: str) -> Markup:
    """The code of a full URL, black on white whatever the page's colours are."""
    made = segno.make_qr(address, error="m", boost_error=False, mask=_MASK)
    stream = io.BytesIO()
    made.save(
        stream,
        kind="svg",
        border=_QUIET,
        light="#fff",
        xmldecl=False,
        svgns=False,
        svgclass=None,
        lineclass=None,
        omitsize=True,
        nl=False,
        title=title,
        desc=address,
    )
    return Markup(stream.getvalue().decode().replace("<svg ", '<svg role="img" ', 1))

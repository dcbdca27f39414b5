# SPDX-License-Identifier: MIT
"""What somebody says of the paper that a text was printed in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Printing:
    """When and where a text was printed, as far as somebody has said."""

    date: date | None = None
    issue: str = ""
    page: str = ""

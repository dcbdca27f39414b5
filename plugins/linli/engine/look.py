# SPDX-License-Identifier: MIT
"""The look: what overrides/ holds besides templates, as files of the site."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from linli.pages import assets
from linli.pages.page import File


@dataclass(frozen=True, slots=True)
class Look:
    """Assets of one set of overrides."""

    stylesheet: File
    scripts: tuple[File, ...]
    icon: File | None

    @property
    def files(self) -> tuple[File, ...]:
        return (self.stylesheet, *self.scripts, *((self.icon,) if self.icon else ()))


def read_look(overrides: Path) -> Look:
    """Read stylesheets/, scripts/ and images/favicon.svg of a folder of overrides."""
    sheets = {
        path.stem: path.read_text(encoding="utf-8")
        for path in sorted((overrides / "stylesheets").glob("*.css"))
    }
    scripts = tuple(
        assets.named(path.name, path.read_bytes())
        for path in sorted((overrides / "scripts").glob("*.js"))
    )
    icon = overrides / "images" / "favicon.svg"
    return Look(
        assets.stylesheet(sheets),
        scripts,
        assets.named(icon.name, icon.read_bytes()) if icon.is_file() else None,
    )

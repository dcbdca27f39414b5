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
    """Scripts of every page."""
    modules: dict[str, File]
    """Scripts of one page, by its name."""
    icon: File | None

    @property
    def files(self) -> tuple[File, ...]:
        scripts = (*self.scripts, *self.modules.values())
        return (self.stylesheet, *scripts, *((self.icon,) if self.icon else ()))


def read_look(overrides: Path) -> Look:
    """Read stylesheets/, scripts/, scripts/pages/ and images/favicon.svg of a folder."""
    sheets = {
        path.stem: path.read_text(encoding="utf-8")
        for path in sorted((overrides / "stylesheets").glob("*.css"))
    }
    scripts = tuple(_scripts(overrides / "scripts").values())
    icon = overrides / "images" / "favicon.svg"
    return Look(
        assets.stylesheet(sheets),
        scripts,
        _scripts(overrides / "scripts" / "pages"),
        assets.named(icon.name, icon.read_bytes()) if icon.is_file() else None,
    )


def _scripts(folder: Path) -> dict[str, File]:
    return {
        path.stem: assets.named(path.name, path.read_bytes())
        for path in sorted(folder.glob("*.js"))
    }

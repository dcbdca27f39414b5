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
    sheets: dict[str, File]
    """Stylesheets of one page, by its name."""
    icon: File | None

    @property
    def files(self) -> tuple[File, ...]:
        of_pages = (*self.modules.values(), *self.sheets.values())
        icon = (self.icon,) if self.icon else ()
        return (self.stylesheet, *self.scripts, *of_pages, *icon)


def read_look(overrides: Path) -> Look:
    """Read stylesheets/, scripts/ and images/favicon.svg; what lies in pages/ is of one page."""
    scripts = tuple(_scripts(overrides / "scripts").values())
    icon = overrides / "images" / "favicon.svg"
    return Look(
        assets.stylesheet(_sheets(overrides / "stylesheets")),
        scripts,
        _scripts(overrides / "scripts" / "pages"),
        {
            name: assets.sheet_of_page(name, css)
            for name, css in _sheets(overrides / "stylesheets" / "pages").items()
        },
        assets.named(icon.name, icon.read_bytes()) if icon.is_file() else None,
    )


def _sheets(folder: Path) -> dict[str, str]:
    return {path.stem: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.css"))}


def _scripts(folder: Path) -> dict[str, File]:
    return {
        path.stem: assets.named(path.name, path.read_bytes())
        for path in sorted(folder.glob("*.js"))
    }

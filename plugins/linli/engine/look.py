# SPDX-License-Identifier: MIT
"""The look: what overrides/ holds besides templates, as files of the site."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

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
    views: dict[str, File]
    """Stylesheets of one view, by its name."""
    first_script: Markup
    """What stands in every page, because it has to run before anything is painted."""
    icon: File | None

    @property
    def files(self) -> tuple[File, ...]:
        of_pages = (*self.modules.values(), *self.sheets.values(), *self.views.values())
        icon = (self.icon,) if self.icon else ()
        return (self.stylesheet, *self.scripts, *of_pages, *icon)


def read_look(overrides: Path) -> Look:
    """Read stylesheets/, scripts/ and images/favicon.svg.

    What lies in pages/ is of one page, in views/ of one view; what lies in inline/ is no file of
    the site but part of every page.
    """
    scripts = tuple(_scripts(overrides / "scripts").values())
    icon = overrides / "images" / "favicon.svg"
    return Look(
        assets.stylesheet(_texts(overrides / "stylesheets", "*.css")),
        scripts,
        _scripts(overrides / "scripts" / "pages"),
        _sheets_of(overrides / "stylesheets" / "pages"),
        _sheets_of(overrides / "stylesheets" / "views"),
        assets.inline(_texts(overrides / "scripts" / "inline", "*.js")),
        assets.named(icon.name, icon.read_bytes()) if icon.is_file() else None,
    )


def _texts(folder: Path, pattern: str) -> dict[str, str]:
    return {path.stem: path.read_text(encoding="utf-8") for path in sorted(folder.glob(pattern))}


def _sheets_of(folder: Path) -> dict[str, File]:
    return {name: assets.sheet_of_page(name, css) for name, css in _texts(folder, "*.css").items()}


def _scripts(folder: Path) -> dict[str, File]:
    return {
        name: assets.script(f"{name}.js", text) for name, text in _texts(folder, "*.js").items()
    }

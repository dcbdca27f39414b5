# SPDX-License-Identifier: MIT
"""Photos: the same pictures in the same renditions, by Linli and by Hugo, in one run.

Both make whole sites of as many reports as there are photos, one photo in each. What a photo costs
is what the build takes more than a build of the same reports without a photo.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import NamedTuple

from corpus import CATEGORIES, photo
from generator import Command, write_text
from hugo_site import HugoSite
from linli_site import LinliSite
from measure import Run, run

from linli.photos.recipe import AVIF, JPEG, WEBP
from linli.photos.settings import WIDTHS

COUNT = 24
HEAD = ("photos", "", "Linli", "Hugo", "Linli / Hugo")
LEFT = 2
_PICTURES = ("*.avif", "*.webp", "*.jpg")
_FALLBACKS = (WIDTHS[len(WIDTHS) // 2], WIDTHS[-1])
"""Widths of which there is a JPEG too."""


class Figures(NamedTuple):
    """What one generator takes; seconds and bytes a photo, memory in bytes in all."""

    cold: float
    processor: float
    memory: int
    files: int
    size: int
    unchanged: float
    template: float
    """Seconds in all: the frame around every page changes, and no photo does."""


@dataclass(frozen=True)
class _LinliPhotos(LinliSite):
    photos: int = 0

    @property
    def kept(self) -> tuple[Path, ...]:
        return self.output, self.root / ".cache"

    def begin(self) -> None:
        super().begin()
        shutil.rmtree(self.root / "content" / "photos")
        category = next(iter(CATEGORIES))
        for number in range(COUNT):
            pictured = (
                f'\n\n![照片](p{number:02}.jpg "照片。"){{ credit="示例 摄" }}'
                if number < self.photos
                else ""
            )
            text = (
                f"---\ntitle: 照片之{number}\ndate: 2026-11-20\ncategory: {category}\n"
                f"bylines: [本报记者 示例]\n---\n照片。{pictured}\n"
            )
            folder = self.root / "content" / "reports" / "2026" / f"n{number:02}"
            write_text(folder / "index.md", text)
            if pictured:
                (folder / f"p{number:02}.jpg").write_bytes(photo(number))


@dataclass(frozen=True)
class _HugoPhotos(HugoSite):
    photos: int = 0

    def begin(self) -> None:
        super().begin()
        write_text(self.root / "layouts" / "_partials" / "photos.html", _layout())
        shutil.rmtree(self.root / "static" / "photos")
        page = self.root / "layouts" / "page.html"
        text = page.read_text(encoding="utf-8")
        write_text(
            page, text.replace("{{ .Content }}", '{{ .Content }}{{ partial "photos.html" . }}')
        )
        for number in range(COUNT):
            folder = self.root / "content" / "reports" / "2026" / f"n{number:02}"
            write_text(
                folder / "index.md", f"---\ntitle: 照片之{number}\ndate: 2026-11-20\n---\n照片。\n"
            )
            if number < self.photos:
                (folder / f"p{number:02}.jpg").write_bytes(photo(number))


def _layout() -> str:
    """The same renditions as ours, by Hugo's own way."""

    def offers(format: str, quality: object, widths: Sequence[int]) -> Iterator[str]:
        for width in widths:
            yield (
                f'{{{{ with $p.Resize "{width}x {format} q{quality}" }}}}'
                f"{{{{ .RelPermalink }}}} {width}w {{{{ end }}}}"
            )

    sources = "".join(
        f'<source srcset="{"".join(offers(format, quality, WIDTHS))}">'
        for format, quality in (("avif", AVIF["quality"]), ("webp", WEBP["quality"]))
    )
    last = "".join(offers("jpg", JPEG["quality"], _FALLBACKS))
    return (
        '{{ range $p := .Resources.Match "*.jpg" }}<picture>'
        f'{sources}<img srcset="{last}" alt=""></picture>{{{{ end }}}}\n'
    )


def bench(work: Path, hugo: Path, runs: int) -> tuple[Figures, Figures]:
    """Ours, and Hugo's."""
    shutil.rmtree(work, ignore_errors=True)
    ours = [_LinliPhotos(work / f"linli-{count}", photos=count) for count in (0, COUNT)]
    theirs = [_HugoPhotos(work / f"hugo-{count}", hugo, photos=count) for count in (0, COUNT)]
    for site in (*ours, *theirs):
        site.begin()
    cold: dict[Path, list[Run]] = {}
    # They take turns, so that whatever else the machine does is shared.
    for _ in range(runs):
        for site in (*ours, *theirs):
            for folder in site.kept:
                shutil.rmtree(folder, ignore_errors=True)
            cold.setdefault(site.root, []).append(_run(site.build, site, work))
    return _figures(*ours, cold, work), _figures(*theirs, cold, work)


def _figures(
    bare: LinliSite | HugoSite,
    pictured: LinliSite | HugoSite,
    cold: dict[Path, list[Run]],
    work: Path,
) -> Figures:
    def more(of: str) -> float:
        one, other = (
            median(getattr(run, of) for run in cold[site.root]) for site in (bare, pictured)
        )
        return float(other - one) / COUNT

    files = [file for pattern in _PICTURES for file in pictured.output.rglob(pattern)]
    # Hugo publishes the file itself too.
    files = [
        file
        for file in files
        if not (pictured.root / "content" / file.relative_to(pictured.output)).is_file()
    ]
    unchanged = _run(pictured.build, pictured, work).seconds
    frame = pictured.frame.read_text(encoding="utf-8")
    write_text(pictured.frame, frame.replace("<body", "<body data-changed", 1))
    template = _run(pictured.build, pictured, work).seconds
    return Figures(
        more("seconds"),
        more("processor"),
        max(run.memory for run in cold[pictured.root]),
        len(files) // COUNT,
        sum(file.stat().st_size for file in files) // COUNT,
        unchanged,
        template,
    )


def _run(command: Command, site: LinliSite | HugoSite, work: Path) -> Run:
    return run(command, site.kept, work / f"{site.name}.log")


def rows(ours: Figures, theirs: Figures) -> Iterator[tuple[str, ...]]:
    """The lines of a table below HEAD."""
    told = (
        ("cold, each", "s", ours.cold, theirs.cold, ".3f"),
        ("cold, each, processor", "s", ours.processor, theirs.processor, ".3f"),
        ("cold, memory", "MB", ours.memory / 1e6, theirs.memory / 1e6, ".0f"),
        ("renditions, each", "", ours.files, theirs.files, ".0f"),
        ("renditions, each", "kB", ours.size / 1e3, theirs.size / 1e3, ".0f"),
        ("no change", "s", ours.unchanged, theirs.unchanged, ".3f"),
        ("one template changed", "s", ours.template, theirs.template, ".3f"),
    )
    for what, unit, mine, other, form in told:
        yield (
            what,
            unit,
            f"{mine:{form}}",
            f"{other:{form}}",
            f"{mine / other:.2f}" if other else "–",
        )

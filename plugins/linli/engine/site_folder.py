# SPDX-License-Identifier: MIT
"""The site folder: written aside, then put in place of the old one as a whole."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from linli.newsroom.addresses import Addresses
from linli.pages.page import Page, Product
from linli.pages.templates import Press


@dataclass(frozen=True, slots=True)
class Stage:
    """Where the next site is made, beside the one that stands."""

    site: Path

    @property
    def next(self) -> Path:
        return self.site.with_name(f".{self.site.name}.next")

    @property
    def last(self) -> Path:
        return self.site.with_name(f".{self.site.name}.last")

    def clear(self) -> None:
        """Remove what a killed build left, and put a site back that it had just moved away."""
        if not self.site.exists() and self.last.exists():
            self.last.rename(self.site)
        for leftover in (self.next, self.last):
            if leftover.exists():
                shutil.rmtree(leftover)

    def publish(self) -> None:
        """Put the next site in place of the one that stands."""
        if self.site.exists():
            self.site.rename(self.last)
        self.next.rename(self.site)
        shutil.rmtree(self.last, ignore_errors=True)


def write(folder: Path, products: Iterable[Product], press: Press) -> int:
    """Set pages, write files; returns how many. No path leads out of the folder."""
    count = 0
    made: set[Path] = set()
    for product in products:
        path = Addresses.file_of(product.url) if isinstance(product, Page) else product.path
        target = folder / path
        if ".." in target.parts:
            raise ValueError(f"{path} leads out of the site")
        if target.parent not in made:
            target.parent.mkdir(parents=True, exist_ok=True)
            made.add(target.parent)
        target.write_bytes(press.page(product) if isinstance(product, Page) else product.data)
        count += 1
    return count


def copy(folder: Path, files: Iterable[tuple[str, Path]]) -> int:
    """Copy files (renditions) to their paths below the folder; returns how many."""
    count = 0
    for path, source in files:
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
        count += 1
    return count

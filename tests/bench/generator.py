# SPDX-License-Identifier: MIT
"""What the bench asks of a generator: take the same pieces, say how it is run, where it writes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from corpus import Piece

SITE = "https://paper.example/"
TITLE = "社区新闻"


@dataclass(frozen=True, slots=True)
class Command:
    """A program to run in a folder, with what is added to the environment."""

    arguments: tuple[str, ...]
    folder: Path
    environment: Mapping[str, str] = field(default_factory=dict)


class Generator(Protocol):
    """One generator with a site of its own; both sites hold the same and have the same URLs."""

    @property
    def name(self) -> str: ...

    @property
    def root(self) -> Path: ...

    @property
    def versions(self) -> Mapping[str, str]: ...

    @property
    def output(self) -> Path:
        """The folder with the finished site."""

    @property
    def kept(self) -> tuple[Path, ...]:
        """What a cold build does not have, and where writing counts: the site and every cache."""

    @property
    def frame(self) -> Path:
        """The template around every page."""

    @property
    def build(self) -> Command: ...

    def serve(self, port: int) -> Command: ...

    def begin(self) -> None:
        """Write all of a site but its pieces."""

    def write(self, piece: Piece) -> None:
        """Write or rewrite one piece."""


def write_text(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")

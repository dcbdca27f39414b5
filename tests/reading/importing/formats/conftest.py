# SPDX-License-Identifier: MIT
"""The sources of this folder, read as an editor would give them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from linli.language.languages import Language
from linli.reading.importing.drafted import Harvest
from linli.reading.importing.faults import Beside
from linli.reading.importing.sources import read_source
from linli.reading.writing import piece

SOURCES = Path(__file__).parent / "sources"
JPEG = b"\xff\xd8\xff\xe0 a picture of "


def pictures_beside(name: str) -> bytes | None:
    """A picture of its own by every name."""
    return JPEG + name.encode() if name.endswith((".jpg", ".png")) else None


@pytest.fixture
def sources() -> Path:
    return SOURCES


@pytest.fixture
def read() -> Callable[..., Harvest]:
    """Reads a source, or a text that stands in the test, with a picture by every name beside it."""

    def read(name: str, written: str | bytes = "", beside: Beside = pictures_beside) -> Harvest:
        raw = written.encode() if isinstance(written, str) else written
        return read_source(name, raw or (SOURCES / name).read_bytes(), beside)

    return read


@pytest.fixture
def show() -> Callable[[Harvest], str]:
    """Everything that came out of a source, as one text."""

    def show(found: Harvest) -> str:
        parts: list[str] = []
        for draft in found.drafts:
            names = " ".join(one.name for one in draft.enclosures)
            parts.append(f"=== {draft.slug or '(no name)'} · {names}\n")
            parts.append(piece(draft.keys, draft.body, draft.to_do))
        parts.append("=== remarks\n")
        parts += [f"{one.line}: {one.say(Language.ZH_HANS)}\n" for one in found.remarks]
        parts += [f"{one.line}: {one.say(Language.EN)}\n" for one in found.remarks]
        parts.append("=== left over\n")
        parts += [f"{one.line}: {one.text}\n" for one in found.leftovers]
        return "".join(parts)

    return show


@pytest.fixture
def folder(tmp_path: Path) -> Callable[[str], tuple[list[str], Beside]]:
    """The files of a site in sources/, and how they are read; pictures are where it keeps them."""

    def folder(name: str) -> tuple[list[str], Beside]:
        root = SOURCES / name
        files = [one for one in root.rglob("*") if one.is_file()]

        def read(path: str) -> bytes | None:
            if path.endswith(".jpg"):
                return (
                    pictures_beside(path) if {"images", "assets"} & set(path.split("/")) else None
                )
            return (root / path).read_bytes() if (root / path).is_file() else None

        return [one.relative_to(root).as_posix() for one in files], read

    return folder

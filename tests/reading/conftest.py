# SPDX-License-Identifier: MIT
"""A findings sheet, a typesetter with a small site around it, and how findings are compared."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from zoneinfo import ZoneInfo

import pytest

from linli.newsroom.articles import PhotoNote
from linli.newsroom.diagnostics import Diagnostic, Source
from linli.newsroom.photos import Format, Photo, PhotoFault, PhotoMetadata, Rendition
from linli.reading.articles import Read, read_file
from linli.reading.findings import Findings
from linli.reading.links import LinkTargets
from linli.reading.markup.state import Surroundings
from linli.reading.markup.typesetter import Body, Typesetter

Told = list[tuple[str, int]]


@pytest.fixture
def zone() -> ZoneInfo:
    return ZoneInfo("Asia/Shanghai")


@pytest.fixture
def findings(zone: ZoneInfo) -> Findings:
    return Findings("reports/2022/lamp.md", zone)


@pytest.fixture
def told() -> Callable[[Iterable[Diagnostic]], Told]:
    """Codes with their lines, in the order of the lines."""

    def told(diagnostics: Iterable[Diagnostic]) -> Told:
        return sorted(
            ((found.code, found.location.line) for found in diagnostics),
            key=lambda pair: (pair[1], pair[0]),
        )

    return told


@pytest.fixture
def read_piece(zone: ZoneInfo) -> Callable[..., Read]:
    """Read a file by its path; a report where none is named."""

    def read(text: str, path: str = "reports/2022/lamp.md") -> Read:
        return read_file(path, text, zone)

    return read


def _photo(path: str, metadata: PhotoMetadata = PhotoMetadata()) -> Photo:
    stem = path.removesuffix(".jpg")
    sizes = [
        Rendition(f"{stem}-{width}{format.suffix}", width, width * 2 // 3, format)
        for format in (Format.AVIF, Format.JPEG)
        for width in (480, 960)
    ]
    return Photo(path, 960, 640, metadata, tuple(sizes), "data:,")


PHOTOS: dict[str, Photo | PhotoFault] = {
    "reports/2022/lamp.jpg": _photo("reports/2022/lamp.jpg"),
    "reports/2022/told.jpg": _photo(
        "reports/2022/told.jpg", PhotoMetadata("文件图注", "文件作者", "文件署名", "", "文件替代")
    ),
    "reports/2022/signed.jpg": _photo("reports/2022/signed.jpg", PhotoMetadata(creator="文件作者")),
    "reports/2022/numbers.jpg": _photo(
        "reports/2022/numbers.jpg", PhotoMetadata("失主\n139 0000 0000 11010519491231002X")
    ),
    "reports/2022/garbled.jpg": _photo("reports/2022/garbled.jpg", PhotoMetadata(unreadable=True)),
    "reports/2022/broken.jpg": PhotoFault("坏了", "it is broken"),
}

URLS = {
    path: path.removesuffix(".md").removesuffix("index")
    + ("" if path.endswith("index.md") else "/")
    for path in (
        "reports/2022/lamp.md",
        "reports/2022/bundle/index.md",
        "reports/2023/later.md",
        "about/contact.md",
        "announcements/index.md",
    )
} | {"reports/2022/form.pdf": "reports/2022/form.pdf"}


@pytest.fixture
def set_text() -> Callable[..., tuple[Body, tuple[Diagnostic, ...]]]:
    """Set a text that stands in reports/2022/lamp.md below five lines of front matter."""
    surroundings = Surroundings(
        LinkTargets(URLS, frozenset({"reports/2022/draft.md"})), PHOTOS.get, tuple(PHOTOS)
    )
    typesetter = Typesetter()

    def set_text(
        text: str, notes: tuple[PhotoNote, ...] = (), credit: str = ""
    ) -> tuple[Body, tuple[Diagnostic, ...]]:
        source = Source("reports/2022/lamp.md", {"title": 2}, 6)
        return typesetter.set(source, text, surroundings, notes, credit)

    return set_text

# SPDX-License-Identifier: MIT
"""Whose photo it is: said by its creator or its credit, and never guessed."""

from __future__ import annotations

from datetime import datetime

import pytest

from linli.newsroom.articles import Report
from linli.newsroom.bylines import Byline, Role
from linli.newsroom.diagnostics import Source
from linli.newsroom.photos import CaptionedPhoto, Photo
from linli.reading.photographers import all_photographers, photographers

REPORT = Report(
    source=Source("reports/2026/a.md"),
    body="",
    title="灯",
    published=datetime.fromisoformat("2026-07-01T00:00:00+08:00"),
    bylines=(
        Byline("沈悦", (Role.REPORTER, Role.PHOTOGRAPHER)),
        Byline("李玥林", (Role.REPORTER,)),
    ),
)


def photo(credit: str = "", creator: str = "") -> CaptionedPhoto:
    return CaptionedPhoto(
        Photo("reports/2026/a.jpg", 3, 2), "灯", "亮了。", credit, creator, "photo:1"
    )


@pytest.mark.parametrize(
    ("credit", "creator", "names"),
    [
        ("", "", ()),
        ("示意图／本站绘制", "", ()),
        ("新津区委社治委供图", "", ()),
        ("居委会 摄", "", ()),
        ("受访者供图", "", ()),
        ("赵一民 摄", "", ("赵一民",)),
        ("摄影：赵一民", "", ("赵一民",)),
        ("沈悦 摄、赵一民 摄", "", ("沈悦", "赵一民")),
        # A bare name is a photographer's only where the report says that they photographed.
        ("沈悦", "", ("沈悦",)),
        ("李玥林", "", ()),
        ("赵一民", "", ()),
        # Whoever the creator is, the credit is a line for readers.
        ("新华社", "赵一民", ("赵一民",)),
        ("沈悦 摄", "Ann Lee", ("Ann Lee",)),
        ("", "新华社记者 张三", ("张三",)),
        ("沈悦 摄", "新华社", ()),
    ],
)
def test_a_photo_is_whose_name_stands_with_it(
    credit: str, creator: str, names: tuple[str, ...]
) -> None:
    assert photographers(REPORT, photo(credit, creator)) == names


def test_everybody_is_named_once_in_the_order_of_the_photos() -> None:
    shown = [photo("赵一民 摄"), photo("沈悦 摄"), photo("赵一民 摄"), photo("资料图")]
    assert all_photographers(REPORT, shown) == ("赵一民", "沈悦")

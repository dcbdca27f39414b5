# SPDX-License-Identifier: MIT
"""Links of pages that MkDocs sets, in Markdown and in HTML; links and notes by name."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from linli.engine.stocktaking import Taken

Say = Callable[..., list[str]]
Piece = Callable[..., str]
LAMP = "reports/2022/lamp.md"
PAGE = "about/help.md"


def picture() -> bytes:
    data = io.BytesIO()
    Image.new("RGB", (8, 8), "orange").save(data, "PNG")
    return data.getvalue()


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "[灯](../reports/2022/lamp.md) [隐](privacy.md#甲 '题') [外](https://a.example) <b>好</b>",
            [],
        ),
        ('<a href="../privacy/">隐</a> <a href="../../reports/2022/lamp/#a">灯</a>', []),
        (
            "<a href='../../'>首</a> <a href=mailto:a@a.example>信</a> <a href='#甲'>下</a>\n\n## 甲",
            [],
        ),
        ("![图](tu.png) <img alt='' src='../tu.png'> [件](form.pdf)", []),
        ('<a href="../form.pdf">件</a>', []),
        ("`[灯](x.md)` <!-- [灯](x.md) -->\n\n```html\n<a href='x'>\n```\n\n    [灯](x.md)", []),
        ("[灯](none.md)\n\n[灯][a]\n\n[a]: none.md", [4, 8]),
        ('好。\n\n<a href="privacy.md">隐</a>\n<img src="none.png">', [6, 7]),
        ("<a\n  href='../none/'>无</a>", [4]),
        ("[灯]() 和 <a href=''>灯</a>", [4, 4]),
    ],
)
def test_every_link_of_a_page_leads_somewhere(
    load_site: Callable[..., Taken], piece: Piece, text: str, lines: list[int]
) -> None:
    files = {LAMP: piece(LAMP), PAGE: f"---\ntitle: 帮助\n---\n{text}\n"}
    files |= {"about/tu.png": picture(), "about/form.pdf": b"%PDF-1.4"}  # type: ignore[dict-item]
    found = [one for one in load_site(files).diagnostics if one.location.path == PAGE]
    assert sorted(one.location.line for one in found) == sorted({*lines}), found
    assert {one.code for one in found} <= {"dead-link", "link-empty"}


def test_a_link_in_html_that_names_the_file_is_told_the_way_from_the_page(
    load_site: Callable[..., Taken],
) -> None:
    text = '---\ntitle: 帮助\n---\n<a href="privacy.md">隐</a>\n'
    (found,) = load_site({PAGE: text}).diagnostics
    assert found.arguments == {"target": "privacy.md", "nearest": "../privacy/"}


def test_without_folders_a_page_in_html_is_a_file(say: Say) -> None:
    text = '---\ntitle: 帮助\n---\n<a href="privacy.html">隐</a> <a href="../privacy/">隐</a>\n'
    assert say({PAGE: text}, directory_urls=False) == [f"dead-link {PAGE}:4"]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("[灯][a]和[b][]和[^1]。\n\n[a]: ../../about/privacy.md\n[b]: #x\n[^1]: 注。\n\n## x", []),
        ("[1][2]，[ ]，`[灯][a]`，[灯](https://a.example)[好]。", []),
        ("[灯][a]。", ["link-undefined 7"]),
        ("好。\n\n[灯][]和脚注[^1]。", ["link-undefined 9", "footnote-undefined 9"]),
        ("[](https://a.example)", ["link-silent 7"]),
        ("[ ](https://a.example)", ["link-silent 7"]),
        ("[灯]()", ["link-empty 7"]),
    ],
)
def test_a_name_that_stands_for_nothing_is_told(
    load_site: Callable[..., Taken], piece: Piece, body: str, found: list[str]
) -> None:
    said = load_site({LAMP: piece(LAMP, body=body)}).diagnostics
    assert sorted(f"{one.code} {one.location.line}" for one in said) == sorted(found)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("[甲](#怎么写) [乙](#_1) [丙](#three-steps) [丁](#x) [戊](help.md#y) [注](#fn:1)", []),
        ("<a href='#y'>乙</a> <a href='../help/#x'>丁</a>", []),
        ("<a href='#怎么写法'>甲</a>\n\n[乙](#z)", [4, 6]),
        ("<a href='../help/#z'>甲</a> [隐](privacy.md#z)", [4]),
    ],
)
def test_a_link_to_a_part_of_its_own_page_finds_it(say: Say, text: str, lines: list[int]) -> None:
    parts = '## 怎么写\n\n## Three *steps*\n\n## 四 { #x }\n\n<p id="y">五</p>\n\n## 六\n'
    said = say({PAGE: f"---\ntitle: 帮助\n---\n{text}\n\n{parts}"})
    assert said == [f"dead-anchor {PAGE}:{line}" for line in lines]


def test_a_page_is_looked_at_again_when_what_it_leads_to_is_gone(
    say: Say, piece: Piece, tmp_path: Path
) -> None:
    """The second check reads only what has changed, and what leads there."""
    text = "[灯](../reports/2022/lamp.md)\n<a href='../../reports/2022/lamp/'>灯</a>\n![图](tu.png)"
    page = f"---\ntitle: 帮助\n---\n{text}\n"
    assert say({LAMP: piece(LAMP), PAGE: page, "about/tu.png": picture()}) == []
    (tmp_path / "content" / LAMP).unlink()
    assert say() == [f"dead-link {PAGE}:4", f"dead-link {PAGE}:5"]
    assert say({LAMP: piece(LAMP)}) == []
    (tmp_path / "content/about/tu.png").unlink()
    assert say() == [f"dead-link {PAGE}:6"]

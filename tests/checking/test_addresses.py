# SPDX-License-Identifier: MIT
"""Every page has one URL, and every URL one page."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from linli.engine.stocktaking import Taken

Say = Callable[..., list[str]]
Piece = Callable[..., str]
PAGE = "---\ntitle: 一页\n---\n一页。\n"


def report(piece: Piece, more: str = "", date: str = "2022-07-05") -> str:
    return piece("reports/2022/lamp.md", more, date=date)


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("reports/2022/lamp.md", []),
        ("reports/2022/lamp/index.md", []),
        ("reports/lamp.md", ["path-shape"]),
        ("reports/2022/07/lamp.md", ["path-shape"]),
        ("reports/2022/lamp/second.md", ["path-shape"]),
        ("reports/22/lamp.md", ["path-shape"]),
        ("reports/2022/index.md", ["path-shape"]),
        ("reports/2021/lamp.md", ["year-differs"]),
        ("reports/2023/lamp/index.md", ["year-differs"]),
    ],
)
def test_a_piece_lies_in_the_folder_of_its_year(
    say: Say, piece: Piece, path: str, found: list[str]
) -> None:
    line = 3 if found == ["year-differs"] else 1
    assert say({path: report(piece)}) == [f"{code} {path}:{line}" for code in found]


def test_the_right_place_is_named(load_site: Callable[..., Taken], piece: Piece) -> None:
    (finding,) = load_site({"reports/lamp.md": report(piece)}).diagnostics
    assert finding.arguments["expected"] == "reports/2022/lamp.md"


@pytest.mark.parametrize(
    ("path", "reserved"),
    [
        ("announcements/a.md", True),
        ("topics/a.md", True),
        ("topics.md", True),
        ("places/a/b.md", True),
        ("editions/index.md", True),
        ("corrections.md", True),
        ("assets/a.md", True),
        ("feeds/a.md", True),
        ("reports/index.md", True),
        ("reports.md", True),
        ("categories/index.md", True),
        ("people.md", True),
        ("404.md", True),
        ("about/topics.md", False),
        ("index.md", False),
        ("help/index.md", False),
        ("help.md", False),
    ],
)
def test_no_file_lies_where_the_site_makes_pages_of_its_own(
    say: Say, path: str, *, reserved: bool
) -> None:
    assert say({path: PAGE}) == ([f"path-reserved {path}:1"] if reserved else [])


@pytest.mark.parametrize("directory_urls", [True, False])
def test_two_files_never_share_a_url(say: Say, piece: Piece, *, directory_urls: bool) -> None:
    files = {
        "reports/2022/lamp.md": report(piece),
        "reports/2022/LAMP.md": report(piece),
        "reports/2022/lane.md": report(piece),
        "help.md": PAGE,
        "help/index.md": PAGE,
    }
    # `a/` and `a.html` differ, so a bundle meets its namesake in one style only.
    bundle = ["url-twice help/index.md:1"] if directory_urls else []
    assert say(files, directory_urls=directory_urls) == [
        *bundle,
        "url-twice reports/2022/lamp.md:1",
    ]


@pytest.mark.parametrize(
    ("alias", "taken"),
    [
        ("old/lamp/", False),
        ("/reports/2022/lane/", True),
        ("reports/2022/lane", True),
        ("reports/2022/Lane.html", True),
        ("reports/2022/lane/index.html", True),
        ("about/contact/", True),
        ("reports/2022/lamp/", True),
    ],
)
def test_an_old_url_is_not_the_url_of_another_page(
    say: Say, piece: Piece, alias: str, *, taken: bool
) -> None:
    files = {
        "reports/2022/lamp.md": report(piece, f"aliases:\n  - old/first/\n  - {alias}\n"),
        "reports/2022/lane.md": report(piece),
    }
    assert say(files) == (["alias-taken reports/2022/lamp.md:8"] if taken else [])


def test_two_pages_never_share_an_old_url(say: Say, piece: Piece) -> None:
    files = {
        "reports/2022/lamp.md": report(piece, "aliases: [old/lamp/]\n"),
        "reports/2022/lane.md": report(piece, "aliases: [/OLD/lamp]\n"),
        "help.md": "---\ntitle: 一页\naliases: [old/lamp.html]\n---\n一页。\n",
    }
    assert say(files) == ["alias-taken help.md:3", "alias-taken reports/2022/lane.md:6"]

# SPDX-License-Identifier: MIT
"""What a whole site must have, and may have only once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from linli.checking.site import POLICY_PAGES
from linli.engine.load import load
from linli.newsroom.portal import Clock, Portal

Say = Callable[..., list[str]]
Piece = Callable[..., str]
PATH = "reports/2022/lamp.md"


def test_an_empty_folder_lacks_the_five_policy_pages_and_nothing_else(tmp_path: Path) -> None:
    content = tmp_path / "content"
    content.mkdir()
    clock = Clock(datetime(2022, 8, 1, tzinfo=ZoneInfo("Asia/Shanghai")))
    loaded = load(content, Portal(name="邻里"), clock, tmp_path / "cache", lambda _: {})
    assert [(found.code, found.location.path) for found in loaded.diagnostics] == [
        ("policy-page-missing", path) for path in sorted(POLICY_PAGES)
    ]
    assert not loaded.has_errors


@pytest.mark.parametrize(
    ("folder", "code"), [("categories", "category-twice"), ("people", "person-twice")]
)
def test_no_two_files_of_a_folder_bear_one_name(say: Say, folder: str, code: str) -> None:
    files = {f"{folder}/{slug}.md": "---\nname: 甲\n---\n" for slug in ("a", "b", "c")}
    files[f"{folder}/d.md"] = "---\nname: 乙\n---\n"
    assert say(files) == [f"{code} {folder}/{slug}.md:2" for slug in ("b", "c")]


@pytest.mark.parametrize(
    ("link", "dead"),
    [
        ("#说法", False),
        ("lane.md#做法", False),
        ("lane.md#fn:1", False),
        ("lane.md#做发", True),
        ("#做法", True),
        ("lane.md", False),
    ],
)
def test_a_link_to_a_cross_head_finds_it_there(
    say: Say, piece: Piece, link: str, *, dead: bool
) -> None:
    files = {
        PATH: piece(PATH, body=f"## 说法\n\n[甲]({link})\n[乙]({link})"),
        "reports/2022/lane.md": piece(
            "reports/2022/lane.md", body="## 做法\n\n一。[^1]\n\n[^1]: 注。"
        ),
    }
    assert say(files) == [f"dead-anchor {PATH}:{line}" for line in (9, 10) if dead]


@pytest.mark.parametrize(
    ("more", "now", "hidden"),
    [
        ("status: draft\n", "2022-08-01T00:00+08:00", True),
        ("publish_at: 2022-08-01 09:30\n", "2022-08-01T09:29:59+08:00", True),
        ("publish_at: 2022-08-01 09:30\n", "2022-08-01T09:30:00+08:00", False),
        ("", "2022-07-04T23:59:59+08:00", True),
        ("", "2022-07-05T00:00:00+08:00", False),
    ],
)
def test_a_link_to_what_is_not_public_yet_is_told(
    say: Say, piece: Piece, more: str, now: str, *, hidden: bool
) -> None:
    lane = "reports/2022/lane.md"
    files = {
        PATH: piece(PATH, body="[甲](lane.md)\n\n[乙](lane.md#说法)", date="2022-07-01"),
        lane: piece(lane, more, "## 说法\n\n一。"),
    }
    expected = [f"link-not-public {PATH}:{line}" for line in (7, 9)] if hidden else []
    assert say(files, now=datetime.fromisoformat(now)) == expected

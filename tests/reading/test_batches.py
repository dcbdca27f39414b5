# SPDX-License-Identifier: MIT
"""A file of many announcements, cut into them."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest

from linli.newsroom.announcements import Lost
from linli.reading.articles import ReadBatch, read_batch, read_file
from linli.reading.batches import is_batch
from linli.reading.schema import ID

PATH = "lost/2026/2026-11-20.batch.md"
HEAD = "---\ncode: 4002\ndate: 2026-11-20\nplaces: [武侯区]\n---\n"
KEYS = "```yaml\nholder: {type: person, name: 李某}\n```\n"


def read(text: str) -> ReadBatch:
    return read_batch(PATH, text, ZoneInfo("Asia/Shanghai"))


def one(text: str) -> Lost:
    ((_, piece),) = read(text).pieces
    assert isinstance(piece, Lost)
    return piece


def told(text: str) -> list[tuple[str, int]]:
    return [(found.code, found.location.line) for found in read(text).diagnostics]


@pytest.mark.parametrize(
    ("path", "many"),
    [
        (PATH, True),
        ("notices/2026/a.batch.md", True),
        ("reports/2026/a.batch.md", False),
        ("lost/2026/batch.md", False),
        ("about/a.batch.md", False),
    ],
)
def test_a_file_of_many_is_known_by_its_name(path: str, many: bool) -> None:
    assert is_batch(path) is many


def test_its_own_keys_go_before_those_that_all_share_in_either_language() -> None:
    piece = one(
        f"{HEAD}## L-2026-0101 声明\n```yaml\n代码: 4003\n遗失人: {{type: person, name: 李某}}\n```\n文。"
    )
    assert (piece.id, piece.title, piece.code) == ("L-2026-0101", "声明", "4003")
    assert piece.source.path == "lost/2026/L-2026-0101.md"
    assert piece.source.file == PATH
    assert piece.source.at("code").line == 8
    assert piece.source.at("places.0").line == 4
    assert piece.source.at("nothing").line == piece.source.top.line == 6


@pytest.mark.parametrize(
    "text",
    [
        f"{HEAD}## L-2026-0101 声明\r\n\r\n```yaml\r\nholder: {{type: person, name: 李某}}\r\n```\r\n\r\n文。\r\n",
        f"\ufeff{HEAD}## L-2026-0101 声明\n\n``` YAML \nholder: {{type: person, name: 李某}}\n````\n\n文。",
        f"{HEAD}\n\n## L-2026-0101   声明  ##\n{KEYS}文。",
    ],
)
def test_what_an_editor_on_windows_makes_of_it_is_read_as_well(text: str) -> None:
    assert told(text) == []
    piece = one(text)
    assert (piece.title, piece.holder.name, piece.body) == ("声明", "李某", "文。")


def test_a_heading_without_a_title_takes_the_one_that_all_share() -> None:
    assert one(f"{HEAD[:-4]}title: 遗失声明\n---\n## L-2026-0101\n{KEYS}文。").title == "遗失声明"


def test_cross_heads_stand_one_level_higher_on_the_page_and_code_as_it_is() -> None:
    body = "文。\n\n### 后话\n\n#### 再后\n\n```\n### 样张\n## 样张\n```"
    assert one(f"{HEAD}## L-2026-0101 声明\n{KEYS}{body}").body == (
        "文。\n\n## 后话\n\n### 再后\n\n```\n### 样张\n## 样张\n```"
    )


def test_an_id_in_its_keys_is_the_second_one() -> None:
    text = f"{HEAD}## L-2026-0101 声明\n```yaml\nid: L-2026-0101\nholder: {{type: person, name: 李某}}\n```\n文。"
    assert told(text) == [("duplicate-key", 8)]


def test_a_block_that_is_left_open_does_not_swallow_the_next_announcement() -> None:
    text = f"{HEAD}## L-2026-0101 声明\n```yaml\na: b\n\n## L-2026-0102 声明\n{KEYS}```text\n\n## L-2026-0103 声明\n{KEYS}文。"
    assert told(text) == [("batch-fields-open", 7)]
    assert [path[-7:-3] for path, _ in read(text).pieces] == ["0101", "0102", "0103"]


def test_text_that_begins_like_a_key_is_text_unless_it_is_one() -> None:
    assert told(f"{HEAD}## L-2026-0101 声明\n{KEYS}地点：人民公园。") == []
    assert told(f"{HEAD}## L-2026-0101 声明\n地点: [武侯区]\n文。") == [("batch-fields-bare", 7)]
    assert told(f"{HEAD}## L-2026-0101 声明\n---\na: b\n---\n文。") == [("batch-fields-bare", 7)]
    assert told(f"{HEAD}## L-2026-0101 声明\nholder：李某\n文。") == [("batch-fields-bare", 7)]


def test_the_ids_of_a_file_whose_shared_keys_cannot_be_read_are_known() -> None:
    read_ = read(f"---\ncode: [\n---\n## L-2026-0101 声明\n{KEYS}文。\n## L-2026-0102\n文。")
    assert not read_.is_whole
    assert [(path[-7:-3], piece) for path, piece in read_.pieces] == [
        ("0101", None),
        ("0102", None),
    ]
    assert [found.code for found in read_.diagnostics] == ["yaml-broken"]


def test_shared_keys_that_are_wrong_are_told_where_each_has_its_own_too() -> None:
    text = "---\ncode: 4002\ndate: 2026-13-40\nplaces: [武侯区]\n---\n## L-2026-0101 声明\n```yaml\ndate: 2026-11-20\nholder: {type: person, name: 李某}\n```\n文。"
    assert told(text) == [("no-such-day", 3)]


def test_a_private_number_in_the_keys_of_one_is_told_as_in_a_file_of_its_own() -> None:
    text = f"{HEAD}## L-2026-0101 声明\n```yaml\nholder: {{type: person, name: 李某}}\n```\n文。"
    ranges = read(text).key_ranges
    assert [text[start:end].count("\n") for start, end in ranges] == [5, 2]
    assert text[ranges[1][0] :].startswith("```yaml\nholder")


def test_a_single_announcement_may_still_have_cross_heads() -> None:
    zone = ZoneInfo("Asia/Shanghai")
    single = f"---\nid: L-2026-0101\ntitle: 声明\n{HEAD[4:]}文。\n\n## L-2026-0102 那一则\n\n文。"
    assert "batch-not-named" not in [
        found.code for found in read_file("lost/2026/L-2026-0101.md", single, zone).diagnostics
    ]
    assert ID.fullmatch("L-2026-0101")

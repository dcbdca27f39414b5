# SPDX-License-Identifier: MIT
"""Earlier versions and words taken out: what of them is wrong, and on which line."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Say = Callable[..., list[str]]
Piece = Callable[..., str]
FIRST, SECOND = (f"notices/2022/N-2022-000{number}.md" for number in (1, 2))
V1, V2 = FIRST.replace(".md", ".v1.md"), FIRST.replace(".md", ".v2.md")
FOLDER = "notices/2022/N-2022-0003/index.md"
REDACTED = "redactions: [{{date: 2022-07-06, reason: 涉及个人, words: {}}}]\n"


def test_versions_that_fit_are_told_nothing(say: Say, piece: Piece) -> None:
    files = {
        FIRST: piece(FIRST, "version: 3\nupdated: 2022-07-07\n"),
        V1: piece(FIRST),
        V2: piece(FIRST, "version: 2\nupdated: 2022-07-06\n"),
        FOLDER: piece(FOLDER, "version: 2\n"),
        FOLDER.replace("index", "v1"): piece(FOLDER, "version: 1\n"),
    }
    assert say(files) == []


@pytest.mark.parametrize(
    ("version", "kept", "found"),
    [
        (2, (), f"version-missing {FIRST}:8"),
        (3, (2,), f"version-missing {FIRST}:8"),
        (3, (1,), f"version-missing {FIRST}:8"),
        (1, (1,), f"version-not-earlier {V1}:1"),
        (2, (1, 2), f"version-not-earlier {V2}:1"),
    ],
)
def test_every_earlier_version_is_there_and_no_later_one(
    say: Say, piece: Piece, version: int, kept: tuple[int, ...], found: str
) -> None:
    files = {FIRST: piece(FIRST, f"version: {version}\n")}
    files |= {
        FIRST.replace(".md", f".v{one}.md"): piece(FIRST, f"version: {one}\n") for one in kept
    }
    assert say(files) == [found]


@pytest.mark.parametrize("path", [V1, "notices/2022/N-2022-0001/v1.md"])
def test_a_version_without_its_announcement_is_told_so(say: Say, piece: Piece, path: str) -> None:
    assert say({path: piece(FIRST)}) == [f"version-alone {path}:1"]


def test_a_version_is_of_its_own_announcement_and_number(say: Say, piece: Piece) -> None:
    files = {
        FIRST: piece(FIRST, "version: 2\n"),
        V1: piece(FIRST, id="N-2022-0009"),
        SECOND: piece(SECOND, "version: 2\n"),
        SECOND.replace(".md", ".v1.md"): piece(SECOND, "version: 2\n"),
    }
    assert say(files) == [
        f"id-differs {V1}:2",
        f"version-number {SECOND.replace('.md', '.v1.md')}:8",
    ]


def test_the_text_of_a_version_is_checked_as_any_other(say: Say, piece: Piece) -> None:
    body = "第一行，\n电话13800138000，见[那里](gone.md)。"
    files = {FIRST: piece(FIRST, "version: 2\n"), V1: piece(FIRST, "places: [x]\n", body)}
    assert say(files) == [
        f"duplicate-key {V1}:8",
        f"dead-link {V1}:11",
        f"mobile-in-clear {V1}:11",
    ]


@pytest.mark.parametrize(
    ("words", "body", "found"),
    [
        ("某某甲", "找某某甲报名。", []),
        ("某某甲", "找某某\n甲报名。", []),
        ("某某甲", "找某某乙报名。", [f"redaction-not-found {FIRST}:8"]),
        ("某某甲", "找某**某甲**报名。", [f"redaction-remains {FIRST}:8"]),
        ("某某甲", "找某&#26576;甲报名。", [f"redaction-remains {FIRST}:8"]),
        ("No1甲乙", "证号Ｎｏ１甲乙。", [f"redaction-remains {FIRST}:8"]),
        ('""', "找███报名。", [f"empty-value {FIRST}:8"]),
    ],
)
def test_words_are_taken_out_whole_or_the_editor_is_told(
    say: Say, piece: Piece, words: str, body: str, found: list[str]
) -> None:
    assert say({FIRST: piece(FIRST, REDACTED.format(words), body)}) == found


def test_words_that_only_an_earlier_version_holds_are_found_there(say: Say, piece: Piece) -> None:
    files = {
        FIRST: piece(FIRST, f"version: 2\n{REDACTED.format('某某甲')}"),
        V1: piece(FIRST, body="找某某甲报名。"),
    }
    assert say(files) == []
    broken = files | {V1: piece(FIRST, body="找某**某甲**报名。")}
    assert say(broken) == [f"redaction-remains {FIRST}:9"]


def test_a_redaction_without_words_needs_a_mark(say: Say, piece: Piece) -> None:
    line = "redactions:\n  - {date: 2022-07-06, reason: 涉及个人}\n"
    assert say({FIRST: piece(FIRST, line)}) == [f"redaction-without-mark {FIRST}:9"]
    assert say({FIRST: piece(FIRST, line, "找██报名。")}) == []


def test_only_values_are_taken_out_and_never_keys(say: Say, piece: Piece) -> None:
    chinese = piece(FIRST).replace("title:", "标题:")
    text = chinese.replace("---\n正文", f"{REDACTED.format('标题')}---\n标题在此，正文")
    assert say({FIRST: text}) == []


@pytest.mark.parametrize(
    ("alias", "found"), [("notices/2022/N-2022-0001/v1/", True), ("old/v1/", False)]
)
def test_an_old_url_does_not_lie_upon_a_version(
    say: Say, piece: Piece, alias: str, found: bool
) -> None:
    files = {FIRST: piece(FIRST), SECOND: piece(SECOND, f"aliases: [{alias}]\n")}
    assert say(files) == ([f"alias-taken {SECOND}:8"] if found else [])


def test_a_version_shares_its_url_with_no_other_where_all_rules_are_run(
    say: Say, piece: Piece
) -> None:
    files = {
        FIRST: piece(FIRST, "version: 2\n"),
        V1: piece(FIRST),
        SECOND: piece(SECOND, "related: [N-2022-0099]\n"),
    }
    assert say(files) == [f"unknown-related {SECOND}:8"]

# SPDX-License-Identifier: MIT
"""What a piece names must exist."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from linli.engine.stocktaking import Taken

Say = Callable[..., list[str]]
Piece = Callable[..., str]
REPORT, OTHER = "reports/2022/lamp.md", "reports/2022/lane.md"
FIRST, SECOND, THIRD = (f"notices/2022/N-2022-000{number}.md" for number in (1, 2, 3))


def test_a_sound_site_is_told_nothing(say: Say, piece: Piece) -> None:
    assert say({path: piece(path) for path in (REPORT, FIRST, "lost/2022/L-2022-0001.md")}) == []


@pytest.mark.parametrize(
    ("category", "found"),
    [("governance", []), ("社区治理", []), ("goverment", ["unknown-category"])],
)
def test_a_category_is_a_file_by_slug_or_by_name(
    say: Say, piece: Piece, category: str, found: list[str]
) -> None:
    files = {path: piece(path, category=category) for path in (REPORT, OTHER)}
    assert say(files) == [f"{code} {path}:4" for path in (REPORT, OTHER) for code in found]


def test_the_nearest_category_is_offered(load_site: Callable[..., Taken], piece: Piece) -> None:
    (finding,) = load_site({REPORT: piece(REPORT, category="社区治里")}).diagnostics
    assert finding.arguments["nearest"] == "社区治理"
    assert finding.arguments["allowed"] == ("governance（社区治理）",)


@pytest.mark.parametrize(
    ("places", "found"),
    [
        ("[机场路社区, 双流区]", []),
        ("[双流区/西航港街道/机场路社区, 新津区/和平社区]", []),
        ("[机场路, 锦江区]", ["unknown-place", "unknown-place"]),
        ("[和平社区, 双流区]", ["ambiguous-place"]),
        ("[机场路社区, 西航港街道/机场路社区, 双流区, 双流区]", ["place-repeated"] * 2),
    ],
)
def test_a_place_stands_in_the_gazetteer_under_a_name_that_is_its_alone(
    say: Say, piece: Piece, places: str, found: list[str]
) -> None:
    assert say({REPORT: piece(REPORT, f"places: {places}\n")}) == [
        f"{one} {REPORT}:6" for one in found
    ]


def test_each_place_is_told_on_its_own_line(say: Say, piece: Piece) -> None:
    text = piece(REPORT, "places:\n  - 锦江区\n  - 双流区\n  - 机场路\n")
    assert say({REPORT: text}) == [f"unknown-place {REPORT}:7", f"unknown-place {REPORT}:9"]


@pytest.mark.parametrize(
    ("code", "found"),
    [("1003", []), ("1005", ["unknown-code"]), ("4101", ["code-of-other-kind"])],
)
def test_a_code_is_one_of_the_list_and_of_the_folder(
    say: Say, piece: Piece, code: str, found: list[str]
) -> None:
    files = {path: piece(path, code=code) for path in (FIRST, SECOND)}
    assert say(files) == [f"{one} {path}:3" for path in (FIRST, SECOND) for one in found]


@pytest.mark.parametrize(
    ("code", "nearest"), [("1005", "1004"), ("3008", "3005"), ("2222", "2002")]
)
def test_the_nearest_code_is_one_of_its_own_kind(
    load_site: Callable[..., Taken], piece: Piece, code: str, nearest: str
) -> None:
    (finding,) = load_site({FIRST: piece(FIRST, code=code)}).diagnostics
    assert str(finding.arguments["nearest"])[:1] == nearest[:1]
    assert not any(str(one).startswith("4") for one in finding.arguments["allowed_zh"])


def test_an_id_is_the_name_of_its_file(say: Say, piece: Piece) -> None:
    files = {
        FIRST: piece(FIRST, id="N-2022-0009"),
        SECOND: piece(SECOND),
        "notices/2022/N-2022-0003/index.md": piece("notices/2022/N-2022-0003/index.md"),
    }
    assert say(files) == [f"id-differs {FIRST}:2"]


def test_an_id_is_never_used_twice(say: Say, piece: Piece) -> None:
    again = ("notices/2021/N-2022-0001.md", "notices/2020/N-2022-0001.md")
    files = {path: piece(path, date=f"{path[8:12]}-07-05") for path in (FIRST, *again)}
    assert say(files) == [f"id-twice {path}:2" for path in (again[0], FIRST)]


def test_a_copied_file_is_told_once_and_the_original_not_at_all(say: Say, piece: Piece) -> None:
    files = {path: piece(path, id="N-2022-0002") for path in (FIRST, SECOND)}
    assert say(files) == [f"id-differs {FIRST}:2"]


@pytest.mark.parametrize(
    ("key", "value", "found"),
    [
        ("corrects", "N-2022-0002", "announcement-later"),
        ("corrects", "N-2022-0099", "unknown-announcement"),
        ("supersedes", "N-2022-0099", "unknown-announcement"),
        ("supersedes", "N-2022-0001", "announcement-itself"),
        ("supersedes", "N-2022-0002", "announcement-later"),
        ("supersedes", "N-2022-0003", None),
    ],
)
def test_an_announcement_points_to_an_earlier_one(
    say: Say, piece: Piece, key: str, value: str, found: str | None
) -> None:
    files = {
        FIRST: piece(FIRST, f"{key}: {value}\n"),
        SECOND: piece(
            SECOND,
            date="2022-07-06",
            more="corrections: [{date: 2022-07-05, kind: correction, text: 改。}]\n",
        )
        if key == "corrects"
        else piece(SECOND, date="2022-07-06"),
        THIRD: piece(THIRD, date="2022-07-04"),
    }
    told = [line for line in say(files) if FIRST in line]
    assert told == ([f"{found} {FIRST}:8"] if found else [])


def test_what_is_corrected_says_so(say: Say, piece: Piece) -> None:
    entry = "corrections:\n  - {{date: {}, kind: correction, text: 改。}}\n"
    files = {
        FIRST: piece(FIRST, date="2022-07-01"),
        SECOND: piece(SECOND, entry.format("2022-07-06"), date="2022-07-01"),
        THIRD: piece(THIRD, entry.format("2022-07-05"), date="2022-07-01"),
    }
    for number in (1, 2, 3):
        path = f"notices/2022/N-2022-001{number}.md"
        files[path] = piece(path, f"corrects: N-2022-000{number}\n", code="9001")
    assert say(files) == [f"correction-one-sided {FIRST}:1", f"correction-one-sided {SECOND}:8"]


def test_what_is_withdrawn_by_another_says_so(say: Say, piece: Piece) -> None:
    files = {
        FIRST: piece(FIRST),
        SECOND: piece(SECOND, "status: withdrawn\nwithdrawn: {date: 2022-07-05, reason: 有误。}\n"),
        THIRD: piece(THIRD, "status: published\n"),
    }
    for number in (1, 2, 3):
        path = f"notices/2022/N-2022-001{number}.md"
        files[path] = piece(path, f"supersedes: N-2022-000{number}\n", code="9002")
    assert say(files) == [f"withdrawal-one-sided {FIRST}:1", f"withdrawal-one-sided {THIRD}:8"]


def test_one_announcement_is_superseded_once(say: Say, piece: Piece) -> None:
    files = {FIRST: piece(FIRST)}
    for number in (1, 2, 3):
        path = f"notices/2022/N-2022-001{number}.md"
        files[path] = piece(path, "supersedes: N-2022-0001\n")
    assert say(files) == [
        f"superseded-twice notices/2022/N-2022-001{number}.md:8" for number in (2, 3)
    ]


@pytest.mark.parametrize(
    ("related", "found"),
    [
        (f"[{OTHER}, N-2022-0001, {FIRST}]", 0),
        ("[reports/2022/line.md, N-2022-0009]", 2),
        ("[lane.md]", 1),
    ],
)
def test_what_is_related_is_a_file_or_an_id(
    say: Say, piece: Piece, related: str, found: int
) -> None:
    files = {OTHER: piece(OTHER), FIRST: piece(FIRST)}
    files[REPORT] = piece(REPORT, f"related: {related}\n")
    assert say(files) == [f"unknown-related {REPORT}:6"] * found


def test_a_file_that_cannot_be_read_is_told_once_and_not_by_all_that_point_to_it(
    say: Say, piece: Piece
) -> None:
    files = {
        "categories/governance.md": "---\nname：社区治理\n---\n",
        "places.yml": "- name: [\n",
        "about/privacy.md": "没有稿件信息。\n",
        OTHER: "---\ntitle: 甲: 乙\n---\n",
        FIRST: "---\nid: [\n---\n",
        REPORT: piece(
            REPORT,
            f"places: [双流区]\nrelated: [{OTHER}, N-2022-0001]\n",
            "[甲](lane.md)，[乙](../../about/privacy.md)，[丙](../../notices/2022/N-2022-0001.md)。",
        ),
        SECOND: piece(SECOND, "supersedes: N-2022-0001\n"),
    }
    assert say(files) == [
        "front-matter-missing about/privacy.md:1",
        "wide-colon categories/governance.md:2",
        f"yaml-broken {FIRST}:2",
        "yaml-broken places.yml:1",
        f"yaml-broken {OTHER}:2",
    ]


def test_the_day_of_a_withdrawal_is_that_of_the_notice_of_it(say: Say, piece: Piece) -> None:
    withdrawn = "status: withdrawn\nwithdrawn: {{date: 2022-07-{}, reason: 有误。}}\n"
    files = {
        FIRST: piece(FIRST, withdrawn.format("05")),
        SECOND: piece(SECOND, withdrawn.format("06")),
    }
    for number in (1, 2):
        path = f"notices/2022/N-2022-001{number}.md"
        files[path] = piece(path, f"supersedes: N-2022-000{number}\n", code="9002")
    assert say(files) == [f"withdrawal-days-differ {SECOND}:9"]


def test_of_two_announcements_only_one_supersedes_the_other(say: Say, piece: Piece) -> None:
    files = {
        FIRST: piece(FIRST, "supersedes: N-2022-0003\n"),
        SECOND: piece(SECOND, "supersedes: N-2022-0001\n"),
        THIRD: piece(THIRD, "supersedes: N-2022-0002\n"),
    }
    assert say(files) == [f"superseded-in-a-circle {path}:8" for path in (FIRST, SECOND, THIRD)]
    line = files | {FIRST: piece(FIRST)}
    assert say(line) == []

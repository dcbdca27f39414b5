# SPDX-License-Identifier: MIT
"""What one piece says must agree with itself."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from linli.engine.stocktaking import Taken

Say = Callable[..., list[str]]
Piece = Callable[..., str]
REPORT, NOTICE, LOST = (
    "reports/2022/lamp.md",
    "notices/2022/N-2022-0001.md",
    "lost/2022/L-2022-0001.md",
)
VALID, ELSEWHERE = "N2510116MF1516847Y", "91510107MA61RK8CXW"


def check(say: Say, path: str, text: str, found: list[tuple[str, int]]) -> None:
    assert say({path: text}) == [f"{code} {path}:{line}" for code, line in found]


@pytest.mark.parametrize(
    ("more", "body", "found"),
    [
        ("", "正文。", []),
        ("", "", [("body-empty", 2)]),
        ("", "  \n\n", [("body-empty", 2)]),
        ("status: withdrawn\nwithdrawn: {date: 2022-07-06, reason: 有误。}\n", "", []),
    ],
)
def test_a_piece_has_a_text_unless_it_is_withdrawn(
    say: Say, piece: Piece, more: str, body: str, found: list[tuple[str, int]]
) -> None:
    check(say, REPORT, piece(REPORT, more, body), found)


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ("status: withdrawn\n", [("withdrawn-unexplained", 6)]),
        ("withdrawn: {date: 2022-07-06, reason: 有误。}\n", [("withdrawn-not-set", 6)]),
        (
            "status: draft\nwithdrawn: {date: 2022-07-06, reason: 有误。}\n",
            [("withdrawn-not-set", 7)],
        ),
        ("status: withdrawn\nwithdrawn: {date: 2022-07-06, reason: 有误。}\n", []),
        ("status: withdrawn\nwithdrawn: {date: 2022-07-06}\n", [("missing-key", 7)]),
    ],
)
def test_status_and_reason_of_a_withdrawal_come_together(
    say: Say, piece: Piece, more: str, found: list[tuple[str, int]]
) -> None:
    check(say, REPORT, piece(REPORT, more), found)


@pytest.mark.parametrize(
    ("path", "more", "found"),
    [
        (REPORT, "updated: 2022-07-06\n", [("updated-unexplained", 6)]),
        (
            REPORT,
            "corrections: [{date: 2022-07-06, kind: update, text: 补。}]\nupdated: 2022-07-07\n",
            [("updated-unexplained", 7)],
        ),
        (
            REPORT,
            "corrections: [{date: 2022-07-07, kind: update, text: 补。}]\nupdated: 2022-07-07\n",
            [],
        ),
        (NOTICE, "version: 2\nupdated: 2022-07-07\n", [("version-missing", 8)]),
        (NOTICE, "version: 1\nupdated: 2022-07-07\n", [("updated-unexplained", 9)]),
    ],
)
def test_updated_moves_only_with_a_reason(
    say: Say, piece: Piece, path: str, more: str, found: list[tuple[str, int]]
) -> None:
    check(say, path, piece(path, more), found)


@pytest.mark.parametrize(
    ("path", "more", "lines"),
    [
        (REPORT, "corrections:\n  - {date: 2022-07-05, kind: update, text: 补。}\n", []),
        (
            REPORT,
            "corrections:\n  - {date: 2022-07-04, kind: update, text: 一。}\n"
            "  - {date: 2022-07-06, kind: update, text: 二。}\n"
            "  - date: 2022-07-03\n    kind: update\n    text: 三。\n",
            [7, 9],
        ),
        (REPORT, "status: withdrawn\nwithdrawn:\n  reason: 有误。\n  date: 2022-07-04\n", [9]),
        (NOTICE, "deadline: 2022-07-05\nexpires: 2022-07-05\n", []),
        (NOTICE, "deadline: 2022-07-04\nexpires: 2022-07-04\n", [8, 9]),
    ],
)
def test_what_follows_publication_is_not_earlier(
    say: Say, piece: Piece, path: str, more: str, lines: list[int]
) -> None:
    check(say, path, piece(path, more), [("before-publication", line) for line in lines])


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ("item: 伞\nlost_on: 2022-07-05\nlost_where: 门口\n", []),
        ("item: 伞\nlost_on: 2022-07-06\nlost_where: 门口\n", [("after-publication", 9)]),
        (
            "item: 伞\nlost_on: 2022-07-05\nlost_where: 门口\nresolved: {date: 2022-07-04}\n",
            [("before-publication", 11)],
        ),
    ],
)
def test_a_thing_is_lost_before_it_is_told_and_found_after(
    say: Say, piece: Piece, more: str, found: list[tuple[str, int]]
) -> None:
    check(say, LOST, piece(LOST, more, "丢了伞。", code="4101"), found)


def test_a_document_is_issued_before_it_is_lost(say: Say, piece: Piece) -> None:
    number = "numbers: [{label: 号, value: 1}]"
    more = (
        "documents:\n"
        f"  - {{name: 证, issued_on: 2022-07-05, {number}}}\n"
        f"  - {{name: 照, issued_on: 2022-07-06, {number}}}\n"
        f"  - {{name: 书, issued_on: 2023-01-01, {number}}}\n"
    )
    check(say, LOST, piece(LOST, more), [("after-publication", 10), ("after-publication", 11)])


def test_a_key_is_counted_from_one(load_site: Callable[..., Taken], piece: Piece) -> None:
    more = "corrections: [{date: 2022-07-04, kind: update, text: 一。}]\n"
    (finding,) = load_site({REPORT: piece(REPORT, more)}).diagnostics
    assert finding.arguments["key"] == "corrections[1].date"


@pytest.mark.parametrize("line", ["date: 昨天", "dat: 2022-07-05", "date:"])
def test_a_date_that_cannot_be_read_leads_to_nothing_else(
    say: Say, piece: Piece, line: str
) -> None:
    files = {
        LOST: piece(LOST, "item: 伞\nlost_on: 2022-07-01\nlost_where: 门口\n", code="4101"),
        NOTICE: piece(NOTICE, "corrects: N-2022-0002\ndeadline: 2022-07-06\n"),
        "notices/2022/N-2022-0002.md": piece("notices/2022/N-2022-0002.md"),
    }
    files = {
        path: text if path.endswith("2.md") else text.replace("date: 2022-07-05", line, 1)
        for path, text in files.items()
    }
    assert [one.split(":")[-1] for one in say(files)] == ["5", "5"]


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ("origin: repost\n", [("repost-incomplete", 6)] * 4),
        (
            "origin: repost\nsource: 邻里报\noriginal_title: 灯\n"
            "original_url: https://a.example/\neditor: 李四\n",
            [],
        ),
        ("origin: repost\nsource: 邻里报\neditor: 李四\n", [("repost-incomplete", 6)] * 2),
        (
            "original_title: 灯\noriginal_url: https://a.example/\n",
            [("repost-not-set", 6), ("repost-not-set", 7)],
        ),
        ("origin: supplied\nsource: 社区办\neditor: 李四\n", []),
        (
            "origin: repost\nsource: 邻里报\noriginal_title: 灯\noriginal_url: a\neditor: 李四\n",
            [("wrong-shape", 9)],
        ),
    ],
)
def test_a_repost_names_all_four(
    say: Say, piece: Piece, more: str, found: list[tuple[str, int]]
) -> None:
    check(say, REPORT, piece(REPORT, more), found)


@pytest.mark.parametrize(
    ("path", "code", "more", "count"),
    [
        (NOTICE, "2001", "", 1),
        (NOTICE, "2001", "deadline: 2022-07-20\n", 0),
        (NOTICE, "1001", "", 1),
        (NOTICE, "1001", "effective_from: 2022-07-06\n", 0),
        (NOTICE, "3004", "", 0),
        (NOTICE, "3005", "", 1),
        (NOTICE, "9001", "", 1),
        (NOTICE, "9002", "", 1),
        (LOST, "4101", "", 3),
        (LOST, "4101", "item: 伞\n", 2),
        (LOST, "4201", "item: 伞\nlost_where: 门口\n", 0),
        (LOST, "4201", "", 2),
    ],
)
def test_a_code_decides_which_other_keys_are_needed(
    say: Say, piece: Piece, path: str, code: str, more: str, count: int
) -> None:
    check(say, path, piece(path, more, "正文。", code=code), [("code-needs-key", 3)] * count)


def test_a_void_declaration_needs_documents(say: Say, piece: Piece) -> None:
    text = "".join(
        line for line in piece(LOST).splitlines(keepends=True) if not line.startswith("documents")
    )
    check(say, LOST, text, [("code-needs-key", 3)])


@pytest.mark.parametrize(
    ("code", "body", "found"),
    [
        ("4007", "某社遗失毕业证，特此声明作废。", []),
        ("4007", "某社遗失毕业证，特此声\n明作废。", []),
        ("4007", "某社遗失毕业证，特此声明。", [("phrase-missing", 10)]),
        ("4007", "\n\n某社遗失毕业证，作废。", [("phrase-missing", 12)]),
        ("4201", "拾到雨伞。", []),
    ],
)
def test_a_declaration_without_its_words_has_no_effect(
    say: Say, piece: Piece, code: str, body: str, found: list[tuple[str, int]]
) -> None:
    more = "item: 伞\nlost_where: 门口\n" if code == "4201" else ""
    check(say, LOST, piece(LOST, more, body, code=code), found)


@pytest.mark.parametrize(
    ("uscc", "places", "found"),
    [
        (VALID, "[机场路社区]", []),
        (VALID, "[双流区]", []),
        (VALID, "[新津区]", [("uscc-region", 7)]),
        (VALID, "[新津区, 机场路社区]", []),
        (ELSEWHERE, "[机场路社区]", [("uscc-region", 7)]),
        (VALID, "[锦江区]", [("unknown-place", 6)]),
    ],
)
def test_the_region_in_a_credit_code_is_the_holders_district(
    say: Say, piece: Piece, uscc: str, places: str, found: list[tuple[str, int]]
) -> None:
    holder = f"{{type: organisation, name: 某社, uscc: {uscc}}}"
    check(
        say,
        LOST,
        piece(LOST, places=places, holder="organisation").replace(
            "{type: organisation, name: 某社}", holder
        ),
        found,
    )
    issuer = f"{{name: 某社, uscc: {uscc}}}"
    check_notice = piece(NOTICE, places=places, issuer=issuer)
    assert [line for line in say({NOTICE: check_notice}) if NOTICE in line] == [
        f"{code} {NOTICE}:{line}" for code, line in found
    ]


@pytest.mark.parametrize("region", ["510100", "510000", "100000"])
def test_a_body_registered_with_the_city_or_above_is_at_home_in_each_district(
    say: Say, piece: Piece, region: str
) -> None:
    issuer = f"{{name: 某局, uscc: 11{region}MF1516847Y}}"
    assert not any("uscc-region" in line for line in say({NOTICE: piece(NOTICE, issuer=issuer)}))


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ("effective_from: 2022-07-06\ndeadline: 2022-07-06\nexpires: 2022-07-06\n", []),
        ("effective_from: 2022-07-10\ndeadline: 2022-07-09\n", [("days-reversed", 9)]),
        ("deadline: 2022-07-09\nexpires: 2022-07-08\n", [("days-reversed", 9)]),
        (
            "effective_from: 2022-07-10\ndeadline: 2022-07-09\nexpires: 2022-07-08\n",
            [("days-reversed", 9), ("days-reversed", 10)],
        ),
        ("effective_from: 2022-07-10\nexpires: 2022-07-08\n", [("days-reversed", 9)]),
    ],
)
def test_a_notice_begins_before_it_ends(
    say: Say, piece: Piece, more: str, found: list[tuple[str, int]]
) -> None:
    check(say, NOTICE, piece(NOTICE, more), found)


@pytest.mark.parametrize(
    ("code", "deadline", "found"),
    [
        ("3001", "2022-08-19", []),
        ("3001", "2022-08-18", [("term-too-short", 8)]),
        ("3002", "2022-08-18", [("term-too-short", 8)]),
        ("3003", "2022-12-31", []),
        ("3004", "2022-08-03", [("term-too-short", 8)]),
        ("3004", "2022-08-04", []),
        ("3005", "2022-09-02", [("term-too-short", 8)]),
        ("3005", "2022-09-03", []),
        ("1003", "2022-07-06", []),
    ],
)
def test_a_statutory_term_is_as_long_as_the_law_says(
    say: Say, piece: Piece, code: str, deadline: str, found: list[tuple[str, int]]
) -> None:
    check(say, NOTICE, piece(NOTICE, f"deadline: {deadline}\n", code=code), found)


@pytest.mark.parametrize(
    ("code", "numbers", "found"),
    [
        ("4007", "numbers: [{label: 证号, value: 1}]", []),
        ("4007", "copy: 正本", ["document-without-number"]),
        ("4007", "numbers: [{label: 证号}]", ["missing-key"]),
        (
            "4004",
            "numbers: [{label: 核准号, value: J6510000000001}, {label: 编号, value: 6510-00000002}]",
            [],
        ),
        ("4004", "numbers: [{label: 核 准 号, value: J6510000000001}]", ["number-advised"]),
        ("4004", "numbers: [{label: 编号, value: 6510-00000002}]", ["number-missing"]),
        ("4004", "copy: 正本", ["number-advised", "number-missing"]),
    ],
)
def test_a_document_is_found_again_by_its_numbers(
    say: Say, piece: Piece, code: str, numbers: str, found: list[str]
) -> None:
    bank = ", issuer: 某银行" if code == "4004" else ""
    more = f"documents:\n  - {{name: 证, {numbers}{bank}}}\n  - {{name: 照, {numbers}{bank}}}\n"
    check(
        say,
        LOST,
        piece(LOST, more, code=code),
        [(one, line) for line in (9, 10) for one in found],
    )


@pytest.mark.parametrize(
    ("holder", "value", "show", "found"),
    [
        ("person", "6222021380013800012", "full", False),
        ("person", "6222 0213 8001 3800 011", "full", True),
        ("person", "6222021380013800011", "masked", False),
        ("person", "6222021380013800011", "hidden", False),
        ("person", "***************0010", "full", False),
        ("organisation", "6222021380013800011", "full", False),
        ("person", "22829301040012305", "full", False),
    ],
)
def test_a_persons_private_numbers_are_never_shown_in_full(
    say: Say, piece: Piece, holder: str, value: str, show: str, *, found: bool
) -> None:
    number = f'      - {{label: 号, value: "{value}", show: {show}}}\n'
    more = f"documents:\n  - name: 卡\n    numbers:\n{number}{number}"
    check(
        say,
        LOST,
        piece(LOST, more, holder=holder),
        [("person-in-full", 11), ("person-in-full", 12)] if found else [],
    )

# SPDX-License-Identifier: MIT
"""No resident id and no mobile number in clear, anywhere in what an editor writes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from linli.engine.stocktaking import Taken
from linli.language.languages import Language

Say = Callable[..., list[str]]
Piece = Callable[..., str]
RESIDENT, MOBILE = "11010519491231002X", "13800138000"
REPORT, NOTICE, LOST = (
    "reports/2022/lamp.md",
    "notices/2022/N-2022-0001.md",
    "lost/2022/L-2022-0001.md",
)


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (f"号码{RESIDENT}。", [("resident-id-in-clear", 7)]),
        (f"一。\n\n号码{RESIDENT}，又{RESIDENT}。", [("resident-id-in-clear", 9)]),
        ("号码110105 19491231 002X。", [("resident-id-in-clear", 7)]),
        (
            f"电话{MOBILE}。\n\n手机+86 139-0013-9000。",
            [("mobile-in-clear", 7), ("mobile-in-clear", 9)],
        ),
        ("电话138****8000，号码1****************X。", []),
        ("电话028-85800000，卡号6222 0213 8001 3800 012。", []),
        (f"`{MOBILE}`", [("mobile-in-clear", 7)]),
    ],
)
def test_a_private_number_in_the_text_is_found_on_its_line(
    say: Say, piece: Piece, body: str, found: list[tuple[str, int]]
) -> None:
    assert say({REPORT: piece(REPORT, body=body)}) == [
        f"{code} {REPORT}:{line}" for code, line in found
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_the_line_is_right_whatever_ends_a_line(say: Say, piece: Piece, end: str) -> None:
    text = piece(REPORT, body=f"一。\n\n电话{MOBILE}。").replace("\n", end)
    assert say({REPORT: text}) == [f"mobile-in-clear {REPORT}:9"]


@pytest.mark.parametrize(
    ("path", "more"),
    [
        (REPORT, f"summary: 联系人电话{MOBILE}。\n"),
        (REPORT, f"corrections: [{{date: 2022-07-06, kind: update, text: 电话{MOBILE}}}]\n"),
        (NOTICE, f"contacts: [{{desk: 张三{MOBILE}, phone: 028-85800000}}]\n"),
    ],
)
def test_a_mobile_in_the_front_matter_is_found_too(
    say: Say, piece: Piece, path: str, more: str
) -> None:
    line = 6 if path == REPORT else 8
    assert say({path: piece(path, more)}) == [f"mobile-in-clear {path}:{line}"]


@pytest.mark.parametrize("path", ["categories/a.md", "people/a.md", "about/a.md"])
def test_no_other_page_holds_one_either(say: Say, path: str) -> None:
    key = "title" if path.startswith("about") else "name"
    text = f"---\n{key}: 某页\nsummary: 电话{MOBILE}\n---\n号码{RESIDENT}。\n"
    assert say({path: text}) == [f"mobile-in-clear {path}:3", f"resident-id-in-clear {path}:5"]


@pytest.mark.parametrize(
    ("phone", "public", "private"),
    [
        (MOBILE, "", True),
        ('"138 0013 8000"', "", True),
        (f"028-85800000／{MOBILE}（王老师）", "", True),
        (MOBILE, ", public: false", True),
        (MOBILE, ", public: true", False),
        (MOBILE, ", public: 是", False),
        ("138****8000", "", False),
        ("028-85800000", "", False),
    ],
)
def test_a_mobile_among_the_contacts_needs_its_owners_word(
    say: Say, piece: Piece, phone: str, public: str, *, private: bool
) -> None:
    contact = f"  - {{desk: 某处, phone: {phone}{public}}}\n"
    more = f"contacts:\n{contact}{contact}"
    expected = [f"phone-private {NOTICE}:{line}" for line in (9, 10)] if private else []
    assert say({NOTICE: piece(NOTICE, more)}) == expected


def test_a_mobile_among_a_documents_numbers_is_masked_by_the_page(say: Say, piece: Piece) -> None:
    more = f"documents: [{{name: 电话卡, numbers: [{{label: 号码, value: {MOBILE}}}]}}]\n"
    assert say({LOST: piece(LOST, more, holder="person")}) == []


def test_no_message_gives_a_private_number_away(
    load_site: Callable[..., Taken], piece: Piece
) -> None:
    body = f"号码{RESIDENT}，电话{MOBILE}。"
    more = f"contacts: [{{desk: 某处, phone: {MOBILE}}}]\n"
    for finding in load_site({NOTICE: piece(NOTICE, more, body)}).diagnostics:
        for language in Language:
            line = finding.line(language)
            assert RESIDENT not in line
            assert MOBILE not in line

# SPDX-License-Identifier: MIT
"""A telephone number that stands under contacts can be dialled from anywhere."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from linli.checking.telephones import wrong_numbers

Say = Callable[..., list[str]]
Piece = Callable[..., str]
NOTICE = "notices/2022/N-2022-0001.md"


@pytest.mark.parametrize(
    "phone",
    [
        *("028-85800000", "028 8580 0000", "(028)85800000", "（028）85800000", "02885800000"),
        *(
            "010-00000000",
            "0830-0000000",
            "0755-00000000",
            "+86 28 85800000",
            "０２８－８５８０００００",
        ),
        *("028-85800000转802", "028-85800000 转 802", "028-85800000-802", "028-85800000/1/2"),
        *("028-85800000、028-85800001", "400-800-0000", "4008000000", "800 810 0000"),
        *("12345", "110", "10000", "95598", "96110", "028-12345", "138****8000", "13800138000"),
        *("+86 138 0013 8000", "见门口告示", ""),
    ],
)
def test_what_can_be_dialled_is_let_through(phone: str) -> None:
    assert list(wrong_numbers(phone)) == []


@pytest.mark.parametrize(
    ("phone", "said"),
    [
        ("85800000", [("85800000", "没有区号")]),
        ("0830000", [("0830000", "位数不对")]),
        ("028-8580000", [("028-8580000", "位数不对")]),
        ("028-858000000", [("028-858000000", "位数不对")]),
        ("028-85800000、85800001", [("85800001", "没有区号")]),
        ("400-800-000", [("400-800-000", "位数不对")]),
        ("1380013800", [("******3800", "位数不对")]),
        ("138001380000", [("********0000", "位数不对")]),
    ],
)
def test_what_cannot_be_dialled_is_told(phone: str, said: list[tuple[str, str]]) -> None:
    assert [(run, problem.zh) for run, problem in wrong_numbers(phone)] == said


def test_it_is_said_on_its_line(say: Say, piece: Piece) -> None:
    contacts = "  - {desk: 甲, phone: 028-85800000}\n  - {desk: 乙, phone: 028-8580000}\n"
    found = say({NOTICE: piece(NOTICE, f"contacts:\n{contacts * 2}")})
    assert found == [f"phone-wrong {NOTICE}:{line}" for line in (10, 12)]

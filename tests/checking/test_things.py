# SPDX-License-Identifier: MIT
"""Lost and found things: a category for each, and nobody's own telephone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Say = Callable[..., list[str]]
Piece = Callable[..., str]

THING = "lost/2022/L-2022-0001.md"


@pytest.mark.parametrize(
    ("code", "keys", "codes"),
    [
        ("4201", "item: 钥匙一串\n", [f"item-type-advised {THING}:8"]),
        ("4101", "item: 钱包，内有身份证\n", [f"item-type-advised {THING}:8"]),
        # Nobody can tell from these words.
        ("4201", "item: 红木二胡\n", []),
        ("4201", "item: 钥匙一串\nitem_type: keys\n", []),
        ("4201", "物品: 钥匙一串\n物品类别: 钥匙\n", []),
        ("4201", "item: 钥匙一串\nitem_type: other\n", []),
        # A wrong one is told of once.
        ("4201", "item: 钥匙一串\nitem_type: kezs\n", [f"unknown-choice {THING}:9"]),
        ("4007", "item_type: keys\n", [f"item-type-unused {THING}:9"]),
        ("4007", "item: 钥匙一串\n", []),
    ],
)
def test_a_thing_and_nothing_else_has_a_category(
    say: Say, piece: Piece, code: str, keys: str, codes: list[str]
) -> None:
    more = keys if code == "4007" else f"{keys}lost_on: 2022-07-01\nlost_where: 门口\n"
    body = None if code == "4007" else "请联系我们。"
    assert say({THING: piece(THING, more, body, code=code)}) == codes


@pytest.mark.parametrize("code", ["4101", "4201"])
def test_a_mobile_on_a_thing_needs_its_owner_s_leave(say: Say, piece: Piece, code: str) -> None:
    mobile = "1380013" + "8000"
    more = "item: 二胡\nlost_on: 2022-07-01\nlost_where: 门口\n"
    contact = f"contacts: [{{desk: 张某, phone: {mobile}}}]\n"
    text = piece(THING, more + contact, "请联系我们。", code=code)
    assert f"phone-private {THING}:11" in say({THING: text})
    text = piece(THING, more, f"电话{mobile}。", code=code)
    assert say({THING: text}) == [f"mobile-in-clear {THING}:12"]

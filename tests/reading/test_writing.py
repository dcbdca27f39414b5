# SPDX-License-Identifier: MIT
"""A piece that Linli writes is read again as it was meant, and looks as the handbook has it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linli.reading import frontmatter
from linli.reading.nodes import Entries, Items, Node, Scalar
from linli.reading.slugs import slug_of
from linli.reading.writing import piece


def plain(node: Node) -> Any:
    match node:
        case Scalar():
            return node.text
        case Items():
            return [plain(item) for item in node.items]
        case Entries():
            return {entry.key: plain(entry.value) for entry in node}


def test_a_piece_stands_in_the_order_of_the_table_with_what_is_still_to_be_told() -> None:
    keys = {
        "documents": [
            {"name": "银行开户许可证", "numbers": [{"label": "账号", "value": "0229"}]},
            {"name": "公章"},
        ],
        "edition": {"date": date(2022, 7, 5), "page": "01"},
        "code": "4004",
        "title": "遗失: 公告",
        "date": date(2022, 7, 5),
        "places": ["双流区/西航港街道"],
        "id": "L-2022-0001",
    }
    assert (
        piece(keys, "\n声明作废。\n\n", {"holder": "遗失人"})
        == """\
---
title: '遗失: 公告'
id: L-2022-0001
code: 4004
date: 2022-07-05
places: [双流区/西航港街道]
edition: {date: 2022-07-05, page: "01"}
# 待填：holder: 遗失人
documents:
  - name: 银行开户许可证
    numbers:
      - {label: 账号, value: "0229"}
  - {name: 公章}
---
声明作废。
"""
    )


WORD = st.text(
    st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\u2028\u2029\ufeff"),
    min_size=1,
    max_size=30,
)
VALUE = st.recursive(
    WORD, lambda value: st.lists(value, min_size=1) | st.dictionaries(WORD, value, min_size=1)
)


@given(st.dictionaries(st.sampled_from(["title", "summary", "photos"]), VALUE, min_size=1))
def test_what_was_written_is_read(keys: dict[str, Any]) -> None:
    assert plain(frontmatter.read(piece(keys, "正文。")).entries) == keys


@pytest.mark.parametrize(
    ("headline", "slug"),
    [
        ("社区暑期课堂开班 娃娃托管不再难", "she-qu-shu-qi-ke-tang-kai-ban-wa-wa-tuo"),
        ("C++ 入门 2026年", "c-ru-men-2026-nian"),
        ("ＡＢＣ café", "abc-cafe"),
        ("重庆银行行长", "chong-qing-yin-hang-hang-zhang"),
        ("🎉", ""),
    ],
)
def test_a_headline_names_a_file(headline: str, slug: str) -> None:
    assert slug_of(headline) == slug


# The dictionary is read at the first word.
@settings(deadline=None)
@given(st.text(max_size=80))
def test_a_file_name_is_short_and_plain(headline: str) -> None:
    slug = slug_of(headline)
    assert len(slug) <= 40
    assert slug == slug.strip("-")
    assert set(slug) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")

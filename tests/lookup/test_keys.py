# SPDX-License-Identifier: MIT
"""Under what a number or a name is found: one key for every spelling of it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linli.newsroom.lookup import (
    SIGNS,
    Record,
    day_code,
    day_of,
    mark_of,
    name_key,
    number_key,
    pairs,
)
from linli.pages.lookup import keys
from linli.pages.lookup.keys import BEFORE, LEAD, Shelf

NUMBERS = st.text("0123456789ABCDEFGHJKLMNPQRTUWXY", min_size=1, max_size=24)


@pytest.mark.parametrize(
    "spelling",
    [
        *("J6510155527401", "j6510155527401", "Ｊ６５１０１５５５２７４０１", "J6510 1555 27401"),
        *(
            "J6510-1555-27401",
            "ｊ６５１０－１５５５２７４０１",
            "核准号：J6510155527401。",
            "J6510—1555 27401",
        ),
        *("  J65101555　27401\n", "J6510.1555.27401", "【J6510155527401】"),
    ],
)
def test_a_number_is_one_in_every_spelling(spelling: str) -> None:
    assert number_key(spelling) == "J6510155527401"


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("成都市　双流区（示例）有限公司", "成都市双流区示例有限公司"),
        ("Example Co., Ltd.", "EXAMPLECOLTD"),
        ("ｅｘａｍｐｌｅ　Ｃｏ", "EXAMPLECO"),
        ("阿依·示例", "阿依示例"),
        ("——", ""),
    ],
)
def test_a_name_is_one_in_every_spelling(name: str, key: str) -> None:
    assert name_key(name) == key


WIDE = str.maketrans({chr(sign): chr(sign + 0xFEE0) for sign in range(0x21, 0x7F)})


@given(NUMBERS, st.sampled_from(("", " ", "-", "　", "－", ".")), st.booleans(), st.booleans())
def test_width_case_and_marks_between_make_no_other_number(
    number: str, mark: str, wide: bool, small: bool
) -> None:
    spelt = mark.join(number.lower() if small else number)
    assert number_key(spelt.translate(WIDE) if wide else spelt) == number


@given(NUMBERS, st.data())
def test_any_six_signs_in_a_row_lead_to_their_number(number: str, data: st.DataObject) -> None:
    if len(number) < 6:
        return
    start = data.draw(st.integers(0, len(number) - 6))
    asked = number[start : data.draw(st.integers(start + 6, len(number)))]
    insides = [key.partition(BEFORE) for key in keys.of_numbers(Shelf.INSIDES, [number])]
    assert (
        number.startswith(asked)
        or number.endswith(asked)
        or any(
            inside.startswith(asked[lead:]) and before.endswith(asked[:lead])
            for lead in range(LEAD + 1)
            for inside, _, before in insides
        )
    )


@given(st.lists(NUMBERS, max_size=4))
def test_a_key_tells_of_which_number_and_place_it_is_made(numbers: list[str]) -> None:
    for shelf in (*keys.OUTSIDES, Shelf.INSIDES):
        for key, (which, at) in keys.of_numbers(shelf, numbers).items():
            assert keys.of_number(shelf, numbers[which], at) == key


def test_a_name_is_kept_under_its_pairs_and_a_record_under_all_places_above_its_own() -> None:
    assert pairs("示例示例社") == {"示例", "例示", "例社"}
    assert keys.shelf_of("示例") == f"{ord('示'):x}"
    record = Record(
        *(date(2026, 11, 20), "AA", "L-2026-0001", "", "", "4004"),
        places=("shuangliu/xihanggang", "shuangliu/dongsheng"),
    )
    assert list(keys.filters(record)) == [
        *("code-4004", "place-shuangliu", "place-shuangliu~xihanggang"),
        "place-shuangliu~dongsheng",
    ]


DAYS = st.dates(date(1600, 1, 1), date(2300, 12, 31))


@given(DAYS, DAYS)
def test_codes_of_days_stand_in_the_order_of_days(one: date, other: date) -> None:
    assert day_of(day_code(one)) == one
    assert len(day_code(one)) == 3
    assert (day_code(one) < day_code(other)) == (one < other)


def test_every_day_of_a_year_has_a_code_of_its_own() -> None:
    days = [date(2026, 1, 1) + timedelta(days=number) for number in range(365)]
    assert len({day_code(day) for day in days}) == 365
    assert day_code(date(9999, 12, 31)) == "zzz"
    assert (day_code(date(1600, 1, 1)), day_code(date(2026, 11, 20))) == ("---", "a3C")


@given(st.text(min_size=1))
def test_a_mark_is_two_signs_of_an_id(id: str) -> None:
    mark = mark_of(id)
    assert len(mark) == 2
    assert set(mark) <= {*SIGNS}
    assert mark == mark_of(id)


def test_the_marks_of_a_days_ids_are_spread_out() -> None:
    marks = [mark_of(f"L-2026-{number:04}") for number in range(1000)]
    assert len({*marks}) > 850
    assert {mark[0] for mark in marks} == {*SIGNS}


@given(
    st.dates(date(1700, 1, 1)),
    st.lists(st.text(st.characters(exclude_categories=["Cs"])), max_size=3),
    st.sampled_from(("", "withdrawn", "superseded")),
)
def test_a_record_is_read_back_from_its_line(day: date, texts: list[str], standing: str) -> None:
    record = Record(
        *(day, "ab", "L-2026-0001", "lost/2026/L-2026-0001/", "\n".join(texts), "4004"),
        *((), tuple(texts), tuple(texts), standing),
    )
    line = record.line()
    assert line.startswith('["ab",')
    assert "\n" not in line
    assert Record.of_line(day, line) == record

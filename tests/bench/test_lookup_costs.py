# SPDX-License-Identifier: MIT
"""What a look-up may cost a reader, at twenty thousand announcements; `make bench` asks more."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

import pytest
from lookup_costs import Asked, measure
from registry import A_DAY, Registry

from linli.newsroom.lookup import Record
from linli.pages.lookup import index

COUNT = 20_000
KILOBYTE = 1_000


@pytest.fixture(scope="module")
def records() -> list[Record]:
    return list(Registry().records(COUNT))


@pytest.fixture(scope="module")
def asked(records: list[Record]) -> Mapping[str, Asked]:
    files = {file.path: file.data for file in index.build(records)}

    def fetch(path: str) -> str | None:
        return files[path].decode() if path in files else None

    return {one.sort: one for one in measure(fetch, records, 40)}


def test_a_small_registry_begins_a_large_one(records: list[Record]) -> None:
    assert list(Registry().records(120)) == records[:120]
    assert len({record.id for record in records}) == COUNT
    assert {after.day <= before.day for before, after in pairwise(records)} == {True}
    assert records[0].day != records[A_DAY].day
    # As few names as a list of samples has would make every part of one common.
    assert len({name for record in records for name in record.names}) > COUNT / 2


def test_whatever_is_there_is_found_and_nothing_else(asked: Mapping[str, Asked]) -> None:
    assert {sort: one.wrong for sort, one in asked.items() if one.wrong} == {}


def test_a_full_number_costs_three_requests_and_ten_kilobytes(asked: Mapping[str, Asked]) -> None:
    assert asked["full number"].figures("requests")[1] <= 3
    assert asked["full number"].figures("packed")[1] <= 10 * KILOBYTE


@pytest.mark.parametrize("length", [2, 3, 4, 6])
def test_a_part_of_a_name_costs_forty_kilobytes(asked: Mapping[str, Asked], length: int) -> None:
    assert asked[f"{length} signs of a name"].figures("packed")[1] <= 40 * KILOBYTE


def test_what_is_not_there_costs_no_more_than_what_is(asked: Mapping[str, Asked]) -> None:
    assert asked["unknown number"].figures("packed")[1] <= 40 * KILOBYTE
    assert asked["unknown name"].figures("packed")[1] <= 10 * KILOBYTE

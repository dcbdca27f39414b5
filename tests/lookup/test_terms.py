# SPDX-License-Identifier: MIT
"""Leaves of terms: the references of a common one by date, all rare ones by their sign."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linli.newsroom.lookup import day_code, day_of
from linli.pages.lookup import terms
from linli.pages.lookup.leaves import refs_of, weight
from linli.pages.lookup.terms import OWN, RARE, digits, split_terms


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(terms, "LIMIT", 8)
    monkeypatch.setattr(terms, "COMMON", 4)


REFS = st.lists(
    st.dates(date(1999, 1, 1), date(2026, 12, 31)).map(day_code), min_size=1, max_size=30
).map(lambda days: "".join(f"{day}AA" for day in sorted(days)))
SIGNS = st.sampled_from("示例邻里社区A7𠮷𤂉阳")
SHELVES = st.dictionaries(SIGNS, REFS, min_size=1)


@given(SHELVES)
def test_every_reference_stands_in_one_leaf_in_order(shelf: dict[str, str]) -> None:
    together: defaultdict[str, str] = defaultdict(str)
    for _, entries in sorted(split_terms(shelf)):
        for key, refs in entries:
            together[key] += refs
    assert together == shelf


@given(SHELVES)
def test_a_leaf_is_too_large_only_where_it_holds_one_day_of_one_term(shelf: dict[str, str]) -> None:
    for name, entries in split_terms(shelf):
        if weight(entries) > 8:
            ((_, refs),) = entries
            assert len({ref[:3] for ref in refs_of(refs)}) == 1
            assert name[0] == OWN


@given(SHELVES)
def test_a_leafs_name_tells_what_is_in_it(shelf: dict[str, str]) -> None:
    leaves = list(split_terms(shelf))
    assert len({name for name, _ in leaves}) == len(leaves)
    for name, entries in leaves:
        if name.startswith(OWN):
            ((key, refs),) = entries
            time = name.removeprefix(f"{OWN}{key}.")
            assert all(f"{day_of(ref[:3]):%Y%m%d}".startswith(time) for ref in refs_of(refs))
        elif name:
            assert all(f"{RARE}{digits(key)}".startswith(name) for key, _ in entries)
        else:
            assert len(leaves) == 1


def test_a_common_term_is_cut_by_date_as_far_as_it_must_be() -> None:
    days = [date(2009, 12, 31), *(date(2010, 1, day) for day in range(3, 13))]
    refs = "".join(f"{day_code(day)}AA" for day in days)
    leaves = dict(split_terms({"示": refs, "例": refs[:5]}))
    assert list(leaves) == ["T示.200", "T示.2010010", "T示.2010011", "L"]
    assert "".join(leaves[name][0][1] for name in leaves if name != "L") == refs


def test_the_way_to_a_rare_term_is_its_code_point_backwards() -> None:
    assert (digits("示"), digits("7"), digits("𠮷"), digits("")) == ("A397", "7300", "7BB02", "")


@given(st.lists(st.dates(date(1600, 1, 1), date(2300, 12, 31)), min_size=9, max_size=40))
def test_dates_of_any_century_follow_each_other(days: list[date]) -> None:
    refs = "".join(f"{day_code(day)}AA" for day in sorted(days))
    names = [name for name, _ in split_terms({"": refs})]
    assert names == sorted(names)
    assert not any(after.startswith(before) for before, after in pairwise(names))

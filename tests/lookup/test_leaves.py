# SPDX-License-Identifier: MIT
"""Leaves: every key in one of them and found again, none too large, each a file of its own."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from linli.pages.lookup.keys import way_to_name
from linli.pages.lookup.leaves import (
    END,
    Entry,
    file_name,
    is_inside,
    leaf,
    leaf_for,
    list_of,
    nodes,
    parent_of,
    read_leaf,
    read_list,
    split,
    weight,
)

REFS = st.lists(st.text("-09AZ_az", min_size=5, max_size=5), min_size=1, max_size=4).map(
    lambda refs: "".join(sorted(refs))
)
NUMBERS = st.text("0159ABRNZ", min_size=1, max_size=9)
ENTRIES = st.dictionaries(NUMBERS, REFS, min_size=1, max_size=60).map(dict.items)
NAMES = st.dictionaries(st.text("王李示例𠮷AZ", min_size=1, max_size=5), REFS, min_size=1)
LIMITS = st.integers(1, 9)


@given(ENTRIES, LIMITS)
def test_every_key_stands_in_one_leaf_and_its_way_leads_there(
    entries: list[Entry], limit: int
) -> None:
    leaves = dict(split(entries, limit))
    assert sorted(entry for found in leaves.values() for entry in found) == sorted(entries)
    for name, found in leaves.items():
        assert found == sorted(found)
        for key, _ in found:
            assert not name or leaf_for(key, leaves.keys()) == name


@given(ENTRIES, LIMITS)
def test_a_leaf_is_too_large_only_where_it_holds_one_key(entries: list[Entry], limit: int) -> None:
    for name, found in split(entries, limit):
        assert weight(found) <= limit or (name.endswith(END) and len(found) == 1)


@given(ENTRIES, LIMITS)
def test_a_shelf_is_cut_no_further_than_it_must_be(entries: list[Entry], limit: int) -> None:
    for name, _ in split(entries, limit):
        if name:
            above = [one for one in entries if parent_of(name) in {"", *nodes(one[0])}]
            assert weight(above) > limit


@given(ENTRIES, LIMITS)
def test_no_leaf_lies_below_another(entries: list[Entry], limit: int) -> None:
    names = [name for name, _ in split(entries, limit)]
    assert [(a, b) for a in names for b in names if a != b and is_inside(a, b)] == []


@given(ENTRIES, LIMITS)
def test_part_of_a_shelf_is_cut_as_it_is_in_the_whole(entries: list[Entry], limit: int) -> None:
    leaves = dict(split(entries, limit))
    for name in leaves:
        for node in (parent_of(name), name) if name else ():
            below = [one for one in entries if node in nodes(one[0])]
            expected = {one: leaves[one] for one in leaves if is_inside(one, node)}
            if node:
                assert dict(split(below, limit, name=node)) == expected


@given(NAMES, LIMITS)
def test_names_are_cut_by_their_ways(names: dict[str, str], limit: int) -> None:
    leaves = dict(split(names.items(), limit, way_to_name))
    assert sorted(entry for found in leaves.values() for entry in found) == sorted(names.items())
    for name, found in leaves.items():
        assert found == sorted(found)
        assert all(
            not name or leaf_for(way_to_name(key), leaves.keys()) == name for key, _ in found
        )


@given(st.dictionaries(st.text("09AZ-", max_size=80) | st.text("示例邻里𠮷", max_size=80), REFS))
def test_the_text_of_a_leaf_is_read_back(entries: dict[str, str]) -> None:
    ordered = sorted(entries.items())
    assert read_leaf(leaf(ordered)) == ordered


@given(st.lists(st.text("09AZ-abj$", min_size=1, max_size=80)))
def test_the_text_of_a_list_is_read_back(names: list[str]) -> None:
    assert read_list(list_of(sorted(names))) == sorted(names)


def test_a_leaf_and_a_list_as_they_stand_in_their_files() -> None:
    assert leaf([("J6510155527401", "LcdAB"), ("J6510155527499", "LcdABLceAA")]) == (
        "-J6510155527401 LcdAB\nB99 LcdABLceAA\n"
    )
    assert list_of(["J65", "J66c", "J66c$"]) == ">\n-J65\n16c\n3$\n"


DEVICES = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d|conin\$|conout\$|clock\$)(\..*)?")


@given(st.text("PRNCOM1LT-abcj$.", min_size=1) | st.text(min_size=1, max_size=4))
def test_every_system_can_hold_the_file_of_a_leaf(name: str) -> None:
    file = file_name(name)
    assert re.fullmatch(r"[0-9A-Za-z.$_-]+", file)
    assert not DEVICES.fullmatch(f"{file}.txt")
    assert file[0] not in "_.~-"


@given(st.text("AaBb1_.$-\x06年"), st.text("AaBb1_.$-\x06年"))
def test_no_two_leaves_have_one_file_even_where_capitals_are_small_letters(a: str, b: str) -> None:
    assert (file_name(a).lower() == file_name(b).lower()) == (a == b)


def test_a_group_of_signs_and_a_sign_are_told_apart_and_a_printer_is_no_leaf() -> None:
    assert file_name("J65C") == "kJ65C"
    assert file_name("J65c") == "kJ65_63_"
    assert file_name("RN") == "kRN"

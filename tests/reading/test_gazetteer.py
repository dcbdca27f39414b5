# SPDX-License-Identifier: MIT
"""places.yml: which names are understood, and what is wrong with the file."""

from __future__ import annotations

from collections.abc import Callable
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linli.newsroom.places import Ambiguous, Gazetteer, Place
from linli.reading.gazetteer import read_places

ZONE = ZoneInfo("Asia/Shanghai")
PLACES = """\
- name: 新津区
  slug: xinjin
  code: "510118"
  children:
    - name: 五津街道
      slug: wujin
      children:
        - {name: 古家社区, slug: gujia}
        - {name: 和平社区, slug: heping}
    - {name: 兴义镇, slug: xingyi}
- 名称: 武侯区
  网址名: wuhou
  下级:
    - name: 玉林街道
      slug: yulin
      children:
        - {name: 和平社区, slug: heping}
    - {name: 武侯区, slug: same-name}
"""


@pytest.fixture
def gazetteer() -> Gazetteer:
    gazetteer, diagnostics = read_places("places.yml", PLACES, ZONE)
    assert diagnostics == ()
    return gazetteer


@pytest.mark.parametrize(
    ("written", "path"),
    [
        ("新津区/五津街道/古家社区", "新津区/五津街道/古家社区"),
        ("五津街道/古家社区", "新津区/五津街道/古家社区"),
        ("古家社区", "新津区/五津街道/古家社区"),
        ("五津街道 / 古家社区", "新津区/五津街道/古家社区"),
        ("玉林街道/和平社区", "武侯区/玉林街道/和平社区"),
        ("兴义镇", "新津区/兴义镇"),
        ("新津区", "新津区"),
        ("武侯区", "武侯区"),
        ("武侯区/武侯区", "武侯区/武侯区"),
    ],
)
def test_the_shortest_name_that_is_its_alone_finds_a_place(
    gazetteer: Gazetteer, written: str, path: str
) -> None:
    found = gazetteer.get(written)
    assert found is not None
    assert found.path == path


@pytest.mark.parametrize("written", ["锦江区", "新津区/古家社区", "古家", "", "/", "新津区/"])
def test_what_is_no_name_or_no_ending_finds_nothing(gazetteer: Gazetteer, written: str) -> None:
    assert gazetteer.find(written) is None


def test_a_name_that_two_places_bear_is_neither(gazetteer: Gazetteer) -> None:
    found = gazetteer.find("和平社区")
    assert isinstance(found, Ambiguous)
    assert [place.path for place in found.places] == [
        "新津区/五津街道/和平社区",
        "武侯区/玉林街道/和平社区",
    ]
    assert gazetteer.get("和平社区") is None


def test_a_place_knows_what_lies_above_and_below_it(gazetteer: Gazetteer) -> None:
    place = gazetteer.get("古家社区")
    assert place is not None
    assert [above.name for above in gazetteer.above(place)] == ["新津区", "五津街道", "古家社区"]
    assert [below.name for below in gazetteer.below(None)] == ["新津区", "武侯区"]
    assert [below.name for below in gazetteer.below(gazetteer.get("新津区"))] == [
        "五津街道",
        "兴义镇",
    ]
    assert gazetteer.below(place) == ()


def test_a_place_keeps_its_line_its_code_and_its_way_by_slugs(gazetteer: Gazetteer) -> None:
    place, district = gazetteer.get("古家社区"), gazetteer.get("新津区")
    assert place is not None
    assert district is not None
    assert (place.line, place.slugs, place.level) == (8, ("xinjin", "wujin", "gujia"), 2)
    assert (district.line, district.code, district.level) == (1, "510118", 0)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        ("# 还没有\n", []),
        ("name: 新津区\n", [("not-a-list", 1)]),
        ("- 新津区\n- 武侯区\n", [("not-a-record", 1), ("not-a-record", 2)]),
        ("- name: 新津区\n- slug: wuhou\n", [("missing-key", 1), ("missing-key", 2)]),
        ("- {name: 新津区, slug: XinJin}\n", [("wrong-shape", 1)]),
        ('- {name: 新津区, slug: xinjin, code: "51011"}\n', [("wrong-shape", 1)]),
        ("- {name: 新津区, slug: xinjin, alias: 新津县}\n", [("unknown-key", 1)]),
        ("- {name: 甲区, slug: a}\n- {name: 甲区, slug: b}\n", [("place-twice", 2)]),
        ("- {name: 甲区, slug: a}\n- {name: 乙区, slug: a}\n", [("place-twice", 2)]),
        ("- {name: 甲区, slug: a}\n- name：乙区\n", [("wide-colon", 2)]),
        ("- name: 甲\n  slug: a\n  children: 无\n", [("not-a-list", 3)]),
    ],
)
def test_what_is_wrong_with_the_file_is_said_with_its_line(
    text: str, found: list[tuple[str, int]], told: Callable[..., list[tuple[str, int]]]
) -> None:
    assert told(read_places("places.yml", text, ZONE)[1]) == found


def test_there_are_three_levels_and_a_fourth_is_said(
    told: Callable[..., list[tuple[str, int]]],
) -> None:
    text = PLACES.replace(
        "        - {name: 古家社区, slug: gujia}\n",
        "        - name: 古家社区\n"
        "          slug: gujia\n"
        "          children:\n"
        "            - {name: 一组, slug: one}\n"
        "            - {name: 二组, slug: two}\n",
    )
    gazetteer, diagnostics = read_places("places.yml", text, ZONE)
    assert told(diagnostics) == [("place-too-deep", 11), ("place-too-deep", 12)]
    assert gazetteer.get("古家社区") is not None
    assert gazetteer.get("一组") is None


@pytest.mark.parametrize("slip", ["  slug: XinJin\n", "", "  slugg: xinjin\n"])
def test_a_slip_in_a_district_does_not_hide_what_lies_below_it(slip: str) -> None:
    text = PLACES.replace("  slug: xinjin\n", slip)
    gazetteer, diagnostics = read_places("places.yml", text, ZONE)
    assert len(diagnostics) == 1
    assert gazetteer.get("古家社区") is not None


NAMES = st.sampled_from(["甲区", "乙镇", "丙社区", "和平", "新村"])


@st.composite
def gazetteers(draw: st.DrawFn) -> Gazetteer:
    paths = draw(st.lists(st.lists(NAMES, min_size=1, max_size=3), min_size=1, max_size=12))
    whole = {tuple(path[:depth]) for path in paths for depth in range(1, len(path) + 1)}
    return Gazetteer(tuple(Place(names, names) for names in sorted(whole)))


@given(gazetteers())
def test_every_ending_that_is_unique_finds_its_place(gazetteer: Gazetteer) -> None:
    for place in gazetteer:
        assert gazetteer.find(place.path) == place
        for start in range(1, len(place.names)):
            ending = place.names[start:]
            bearers = [other for other in gazetteer if other.names[-len(ending) :] == ending]
            found = gazetteer.find("/".join(ending))
            if len(bearers) == 1:
                assert found == place
            elif any(other.names == ending for other in bearers):
                assert isinstance(found, Place)
                assert found.names == ending
            else:
                assert found == Ambiguous(tuple(bearers))


@given(gazetteers())
def test_every_spelling_that_is_offered_is_understood(gazetteer: Gazetteer) -> None:
    assert all(gazetteer.get(spelling) for spelling in gazetteer.spellings())

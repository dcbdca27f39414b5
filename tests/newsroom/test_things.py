# SPDX-License-Identifier: MIT
"""Lost and found things: categories, and the days on which they come to the board and leave it."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from linli.newsroom.announcements import Lost, Resolved, State
from linli.newsroom.articles import Status
from linli.newsroom.catalogue import Catalogue
from linli.newsroom.codes import CODES
from linli.newsroom.diagnostics import Source
from linli.newsroom.places import Gazetteer, Place
from linli.newsroom.portal import Clock
from linli.newsroom.things import ITEM_TYPES, ItemType, Side, likely_type

ZONE = ZoneInfo("Asia/Shanghai")
DISTRICT = Place(("双流区",), ("shuangliu",))


def thing(code: str, published: str, **keys: Any) -> Lost:
    words: dict[str, Any] = {"id": "L-2024-0001", "title": "一件东西", "code": code} | keys
    moment = datetime.combine(date.fromisoformat(published), datetime.min.time(), ZONE)
    path = f"lost/2024/{words['id']}.md"
    return Lost(source=Source(path), published=moment, body="", **words)


def rows(on: str, *things: Lost) -> Catalogue:
    now = datetime.combine(date.fromisoformat(on), datetime.min.time(), ZONE)
    return Catalogue.at(Clock(now), things, gazetteer=Gazetteer((DISTRICT,)))


@pytest.mark.parametrize(
    ("code", "side"),
    [("4101", Side.LOST), ("4201", Side.FOUND), ("4001", None), ("1003", None), ("", None)],
)
def test_a_code_tells_the_side_of_the_board(code: str, side: Side | None) -> None:
    assert Side.of(code) is side


def test_every_category_has_a_name_of_its_own_in_both_languages() -> None:
    assert list(ITEM_TYPES) == list(ItemType)
    assert len({category.name.zh for category in ITEM_TYPES.values()}) == len(ITEM_TYPES)
    assert len({category.name.en for category in ITEM_TYPES.values()}) == len(ITEM_TYPES)


def test_no_category_takes_the_address_of_another_page_of_the_board() -> None:
    assert not {one.value for one in ItemType} & {"found", "lost", "settled", "place", "page"}


def test_no_word_belongs_to_two_categories() -> None:
    words = [word for category in ITEM_TYPES.values() for word in category.words]
    assert len(words) == len(set(words))


@pytest.mark.parametrize(
    ("item", "type"),
    [
        ("钥匙一串", ItemType.KEYS),
        ("电动车钥匙一把", ItemType.KEYS),
        ("黑色钱包一个，内有身份证", ItemType.BAGS),
        ("钱包（装着学生证）", ItemType.BAGS),
        ("红色书包内有课本", ItemType.BAGS),
        ("银戒指一枚", ItemType.JEWELLERY),
        ("玳瑁色老花镜一副，装在铁盒里", ItemType.GLASSES),
        ("橘色短毛猫一只", ItemType.PETS),
        ("蓝色折叠自行车", ItemType.BICYCLES),
        ("红木二胡一把，装在墨绿色书包里", None),
        ("", None),
    ],
)
def test_the_words_for_a_thing_may_tell_its_category(item: str, type: ItemType | None) -> None:
    assert likely_type(item) is type


def test_a_thing_without_a_category_is_among_the_others() -> None:
    assert thing("4201", "2024-07-01").category is ItemType.OTHER
    assert thing("4201", "2024-07-01", item_type=ItemType.KEYS).category is ItemType.KEYS


@pytest.mark.parametrize(
    ("code", "published", "keys", "last"),
    [
        ("4201", "2024-07-01", {}, "2025-07-01"),
        ("4201", "2024-02-29", {}, "2025-02-28"),
        ("4201", "2023-02-28", {}, "2024-02-28"),
        ("4201", "2024-07-01", {"claim_by": date(2024, 8, 1)}, "2024-08-01"),
        ("4101", "2024-07-01", {}, "2024-12-28"),
        ("4101", "2024-07-01", {"claim_by": date(2024, 7, 8)}, "2024-07-08"),
    ],
)
def test_a_thing_leaves_the_board_after_its_last_day(
    code: str, published: str, keys: dict[str, Any], last: str
) -> None:
    one, end = thing(code, published, **keys), date.fromisoformat(last)
    assert one.closes == end
    assert one.is_on_board(end)
    assert one.state(end) is State.CLOSING
    after = end + timedelta(days=1)
    assert not one.is_on_board(after)
    assert one.state(after) is State.CLOSED
    assert after in one.turning_days


def test_a_thing_leaves_the_board_on_the_day_it_is_settled() -> None:
    one = thing("4201", "2024-07-01", resolved=Resolved(date(2024, 7, 9)))
    assert one.is_on_board(date(2024, 7, 8))
    assert not one.is_on_board(date(2024, 7, 9))
    assert one.state(date(2024, 7, 9)) is State.CLOSED
    assert date(2024, 7, 9) in one.turning_days


def test_a_version_says_nothing_of_the_category_that_the_desk_gave() -> None:
    assert thing("4201", "2024-07-01", item_type=ItemType.KEYS).as_issued.item_type is None


def test_what_waits_stands_in_the_rows_of_its_side_category_and_place() -> None:
    one = thing("4201", "2024-07-01", item_type=ItemType.KEYS, places=("双流区",))
    catalogue = rows("2024-07-02", one)
    names = ("things/found", "things-found-of/keys", "things-found-at/shuangliu")
    assert [len(catalogue.things(name)) for name in names] == [1, 1, 1]
    assert not catalogue.things("things/lost")
    assert not catalogue.things("things-settled")
    assert catalogue.categories_of_things == (ItemType.KEYS,)
    assert catalogue.places_of_things == (DISTRICT,)


@pytest.mark.parametrize(
    ("keys", "on", "settled"),
    [
        ({"resolved": Resolved(date(2024, 7, 9))}, "2024-07-09", 1),
        ({"resolved": Resolved(date(2024, 7, 9))}, "2025-08-01", 1),
        ({}, "2025-07-02", 0),
    ],
)
def test_what_has_left_the_board_keeps_the_page_of_its_category(
    keys: dict[str, Any], on: str, settled: int
) -> None:
    catalogue = rows(on, thing("4201", "2024-07-01", **keys))
    assert not catalogue.rows.names("things-found-of/")
    assert not catalogue.things("things/found")
    assert len(catalogue.things("things-settled")) == settled
    assert len(catalogue.things("thing-of/other")) == 1


def test_what_was_withdrawn_or_replaced_and_documents_are_in_no_row_of_things() -> None:
    withdrawn = thing("4201", "2024-07-01", status=Status.WITHDRAWN)
    old = thing("4101", "2024-07-01", id="L-2024-0002")
    new = thing("4001", "2024-07-02", id="L-2024-0003", supersedes="L-2024-0002")
    assert CODES["4001"].is_void_declaration
    assert not rows("2024-07-03", withdrawn, old, new).rows.names("thing")

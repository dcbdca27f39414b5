# SPDX-License-Identifier: MIT
"""Files that are brought up to date are those that are made anew: none other, none missing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from linli.newsroom.lookup import Record, mark_of
from linli.pages.lookup import index, renewal, terms
from linli.pages.lookup.renewal import Changes
from linli.pages.page import File, Gone

Site = dict[str, bytes]


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leaves so small that a few records split them, and that one which goes joins them."""
    monkeypatch.setattr(index, "LIMIT", 4)
    monkeypatch.setattr(renewal, "LIMIT", 4)
    monkeypatch.setattr(index, "A_DAY", 3)
    monkeypatch.setattr(terms, "LIMIT", 5)
    monkeypatch.setattr(terms, "COMMON", 3)


LONG_DAY = date(2026, 11, 20)
DAYS = st.sampled_from(
    (date(1998, 1, 31), date(2019, 12, 31), date(2020, 2, 29), date(2026, 11, 19))
) | st.just(LONG_DAY)


@st.composite
def records(draw: st.DrawFn) -> Record:
    number = draw(st.integers(0, 60))
    # Some ids of one day have one mark, as a few in a large archive do.
    mark = draw(st.sampled_from((mark_of(str(number)), "AA")))
    return Record(
        *(draw(DAYS), mark, f"L-2026-{number:04}", f"lost/2026/L-2026-{number:04}/", "遗失声明"),
        draw(st.sampled_from(("4002", "4004"))),
        draw(st.sampled_from(((), ("hu",), ("hu/liu",), ("hu/liu", "qiao")))),
        draw(st.lists(st.text("示例王A", min_size=1, max_size=4), max_size=2).map(tuple)),
        draw(st.lists(st.text("01AZ", min_size=1, max_size=12), min_size=1, max_size=3).map(tuple)),
        draw(st.sampled_from(("", "superseded"))),
    )


REGISTRIES = st.lists(records(), max_size=25).map(lambda found: {one.id: one for one in found})


def made(registry: Mapping[str, Record]) -> Site:
    return {file.path: file.data for file in index.build(registry.values())}


def renewed(site: Site, before: Mapping[str, Record], after: Mapping[str, Record]) -> Site:
    """The site brought up to date; each part is told of the last one's files alone."""
    ids = sorted({*before, *after})
    differ = [id for id in ids if before.get(id) != after.get(id)]
    changes = Changes(
        tuple(before[id] for id in differ if id in before),
        tuple(after[id] for id in differ if id in after),
    )

    def lines_of(day: date) -> Sequence[str]:
        return [after[id].line() for id in sorted(after) if after[id].day == day]

    following = dict(site)
    for change in products(changes, site.get, lines_of):
        if isinstance(change, Gone):
            del following[change.path]
        else:
            assert site.get(change.path) != change.data, f"{change.path} is what it was"
            following[change.path] = change.data
    return following


def products(
    changes: Changes, published: renewal.Published, lines_of: Callable[[date], Sequence[str]]
) -> Iterator[File | Gone]:
    yield from renewal.renew_days(changes, published, lines_of)
    for shelves in index.PARTS:
        yield from renewal.renew(shelves, changes, published)


# The limits stay small for all examples.
MANY = settings(
    max_examples=250, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@MANY
@given(REGISTRIES, REGISTRIES)
def test_any_registry_becomes_any_other(
    before: dict[str, Record], after: dict[str, Record]
) -> None:
    assert renewed(made(before), before, after) == made(after)


@MANY
@given(REGISTRIES, st.lists(st.tuples(st.integers(0, 60), st.none() | records()), max_size=6))
def test_one_edit_after_another(
    registry: dict[str, Record], edits: list[tuple[int, Record | None]]
) -> None:
    site = made(registry)
    for number, record in edits:
        id = f"L-2026-{number:04}" if record is None else record.id
        after = (
            {**registry, id: record} if record else {k: registry[k] for k in registry if k != id}
        )
        site = renewed(site, registry, after)
        assert site == made(after)
        registry = after


def _many(count: int) -> dict[str, Record]:
    found = {}
    for number in range(count):
        id = f"L-2026-{number:04}"
        day = LONG_DAY - timedelta(days=number % 7)
        found[id] = Record(
            *(day, mark_of(id), id, f"lost/2026/{id}/", "遗失声明", "4004", ("hu/liu",)),
            (f"示例{chr(0x4E00 + number % 11)}商行",),
            (id, f"J6510{number * 7919:09}"),
        )
    return found


def test_a_registry_grows_one_by_one_and_shrinks_to_nothing() -> None:
    whole = _many(60)
    registry: dict[str, Record] = {}
    site: Site = {}
    for id in whole:
        after = {**registry, id: whole[id]}
        site = renewed(site, registry, after)
        registry = after
    assert site == made(whole)
    assert len([path for path in site if "/numbers/" in path]) > 10
    for id in list(whole):
        after = {one: registry[one] for one in registry if one != id}
        site = renewed(site, registry, after)
        assert site == made(after)
        registry = after
    assert site == {}


def test_what_comes_does_not_hide_that_what_goes_makes_one_leaf_of_two() -> None:
    """One key comes into the very leaf that another leaves."""

    def numbered(*numbers: str) -> Record:
        id = "L-2026-0000"
        return Record(LONG_DAY, mark_of(id), id, f"lost/{id}/", "遗失声明", "4002", numbers=numbers)

    before = {"L-2026-0000": numbered("00", "1", "2", "3", "4")}
    after = {"L-2026-0000": numbered("0", "3", "4")}
    assert renewed(made(before), before, after) == made(after)


def test_the_order_of_the_records_makes_no_other_files() -> None:
    whole = _many(60)
    assert made(whole) == made(dict(reversed(whole.items())))


def test_cutting_by_first_sign_is_cutting_all_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    from linli.pages.lookup import keys
    from linli.pages.lookup.leaves import split

    for limit in (1, 5, 40, 100_000):
        monkeypatch.setattr(index, "LIMIT", limit)
        whole = list(index.in_order(sorted(_many(60).values(), key=lambda record: record.day)))
        for shelf in (*keys.OUTSIDES, keys.Shelf.INSIDES):
            gathered: dict[str, str] = {}
            for record in whole:
                for key in keys.of_numbers(shelf, keys.numbers(record)):
                    gathered[key] = gathered.get(key, "") + record.ref
            files = list(index.shelf_files(shelf, split(gathered.items(), limit)))
            folder = f"{index.FOLDER}{shelf}"
            of_all = [file for file in index.build(whole) if file.path.startswith(folder)]
            assert sorted(files, key=lambda file: file.path) == sorted(
                of_all, key=lambda file: file.path
            )

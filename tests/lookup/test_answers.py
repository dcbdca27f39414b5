# SPDX-License-Identifier: MIT
"""What the look-up answers: the exact first, nothing that is not there, nothing that is kept back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import date
from random import Random

import pytest
from registry import Registry
from sites import Built, Site

from linli.newsroom.lookup import Record, mark_of, name_key, number_key
from linli.pages.lookup import index, renewal, terms
from linli.pages.lookup.answers import Found, How, Lookup, Question


def lookup(records: Iterable[Record]) -> Lookup:
    files = {file.path: file.data.decode() for file in index.build(records)}
    return Lookup(files.get)


def answers(records: Iterable[Record], text: str, **among: object) -> list[tuple[str, str]]:
    question = Question(text, **among)  # type: ignore[arg-type]
    return [
        (found.how.value, found.record.id)
        for found in lookup(records).ask(question)
        if found is not None
    ]


def record(
    number: int,
    names: Sequence[str] = (),
    numbers: Sequence[str] = (),
    *,
    day: date = date(2026, 11, 20),
    code: str = "4004",
    places: Sequence[str] = ("hu/liu",),
    standing: str = "",
) -> Record:
    id = f"L-{day.year}-{number:04}"
    return Record(
        *(day, mark_of(id), id, f"lost/{day.year}/{id}/", "遗失声明", code),
        *(tuple(places), tuple(names), (id, *numbers), standing),
    )


NUMBERS = [
    record(1, ["甲示例社"], ["J6510155527401"]),
    record(2, ["乙示例社"], ["6510155527401"]),
    record(3, ["丙示例社"], ["J651015552740199"]),
    record(4, ["丁示例社"], ["99J651015552740188"]),
]


def test_exact_numbers_come_first_then_longer_ones() -> None:
    assert answers(NUMBERS, "j6510-1555 27401") == [
        *(("number", "L-2026-0001"), ("beginning", "L-2026-0003"), ("middle", "L-2026-0004")),
    ]
    found = answers(NUMBERS, "6510155527401")
    assert found[:2] == [("number", "L-2026-0002"), ("ending", "L-2026-0001")]
    assert sorted(found[2:]) == [("middle", "L-2026-0003"), ("middle", "L-2026-0004")]


def test_a_whole_number_lets_a_reader_stop_and_a_short_one_does_not() -> None:
    found = list(lookup(NUMBERS).ask(Question("J6510155527401")))
    assert [one is None for one in found] == [False, True, False, True, False, True]
    short = [record(5, [], ["12345"]), record(6, [], ["1234567"])]
    assert [one is None for one in lookup(short).ask(Question("12345"))] == [False, False]


def test_all_numbers_of_a_notice_and_its_own_find_it() -> None:
    one = record(7, [], ["J6510155527401", "22829301040012305", "N2510116MF1516847Y"])
    for text in (*one.numbers, "l20260007", "012305", "J65101555", "MF1516"):
        assert answers([one, *NUMBERS[3:]], text)[0][1] == one.id


def test_what_is_not_there_gives_nothing() -> None:
    for text in ("J6510155527402", "99999999", "Z651015", "戊示例社", "示例会", "甲示例社 乙"):
        assert answers(NUMBERS, text) == []
    assert answers([], "J6510155527401") == []
    assert answers([], "示例") == []


@pytest.mark.parametrize(
    ("text", "short"),
    [
        *(("", True), ("  ", True), ("123", True), ("1１", True), ("王", True), ("——", True)),
        *(("1234", False), ("王丽", False), ("王 丽", True), ("A1", False), ("３４５", True)),
    ],
)
def test_what_is_too_short_to_be_looked_for(text: str, short: bool) -> None:
    assert Question(text).is_too_short == short


NAMES = [
    record(1, ["例城市湖滨区示例商贸有限公司"]),
    record(2, ["示例商贸"]),
    record(3, ["例城市示例科技有限公司", "例行银行湖滨支行"]),
    record(4, ["Sample Trading Co., Ltd."]),
    record(5, ["王示例"], day=date(2024, 2, 29), code="4002", places=("qiao",)),
]


def test_a_whole_name_comes_before_names_that_hold_it() -> None:
    assert answers(NAMES, "示例商贸") == [("name", "L-2026-0002"), ("part", "L-2026-0001")]


def test_a_name_is_found_by_several_words_in_any_order() -> None:
    assert answers(NAMES, "有限公司 湖滨区") == [("part", "L-2026-0001")]
    # A word may stand in the name of the bank.
    assert answers(NAMES, "科技　湖滨") == [("part", "L-2026-0003")]
    assert answers(NAMES, "科技 商贸") == []


def test_the_pairs_of_a_word_scattered_over_a_name_are_not_the_word() -> None:
    assert answers([record(1, ["示例社区区域"])], "示例区域") == []


@pytest.mark.parametrize(
    "text", ["sample", "SAMPLE TRADING", "ｔｒａｄｉｎｇ　ｃｏ", "trading sample", "ltd"]
)
def test_a_latin_name_is_found_in_any_case(text: str) -> None:
    assert [id for _, id in answers(NAMES, text)] == ["L-2026-0004"]


def test_filters_for_code_place_and_year() -> None:
    assert [id for _, id in answers(NAMES, "示例", code="4002")] == ["L-2024-0005"]
    assert [id for _, id in answers(NAMES, "示例", year=2024)] == ["L-2024-0005"]
    assert [id for _, id in answers(NAMES, "示例", year=2025)] == []
    assert len(answers(NAMES, "示例", place="hu")) == 3
    assert len(answers(NAMES, "示例", place="hu/liu")) == 3
    assert answers(NAMES, "示例", place="h") == []
    assert [id for _, id in answers(NAMES, "示例", place="qiao")] == ["L-2024-0005"]
    assert answers(NAMES, "L-2024-0005", place="hu") == []
    assert answers(NAMES, "L-2024-0005", code="4002", year=2024, place="qiao") == [
        ("number", "L-2024-0005")
    ]


def test_names_come_newest_first() -> None:
    many = [record(n, ["示例商行"], day=date(2020 + n % 7, 1, 1 + n)) for n in range(1, 29)]
    days = [found.record.day for found in lookup(many).ask(Question("例商")) if found is not None]
    assert days == sorted(days, reverse=True)
    assert len(days) == 28


def test_two_ids_of_one_day_with_one_mark_are_told_apart() -> None:
    twins = [
        record(1, ["甲示例"], ["11112222"])._replace(mark="AA"),
        record(2, ["乙示例"], ["33334444"])._replace(mark="AA"),
    ]
    assert answers(twins, "11112222") == [("number", "L-2026-0001")]
    assert answers(twins, "乙示例") == [("name", "L-2026-0002")]
    assert {id for _, id in answers(twins, "示例")} == {"L-2026-0001", "L-2026-0002"}


# Against a look through every record


@pytest.fixture
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    for module, name, value in (
        *((index, "LIMIT", 40), (renewal, "LIMIT", 40), (index, "A_DAY", 30)),
        *((terms, "LIMIT", 100), (terms, "COMMON", 50)),
    ):
        monkeypatch.setattr(module, name, value)


def holding(records: Sequence[Record], text: str) -> set[str]:
    """Ids of records that hold a text literally, as a reader with all of them before him finds."""
    number, name = number_key(text), name_key(text)
    return {
        one.id
        for one in records
        if (len(number) >= 6 and any(number in number_key(found) for found in one.numbers))
        or (len(name) > 1 and any(name in name_key(found) for found in one.names))
    }


def ids(found: Iterable[Found | None]) -> list[str]:
    return [one.record.id for one in found if one is not None]


@pytest.mark.usefixtures("_small")
def test_what_is_found_is_what_a_look_through_every_record_finds() -> None:
    records = list(Registry().records(3_000))
    rng = Random(7)
    files = {file.path: file.data.decode() for file in index.build(records)}
    asked = []
    for _ in range(200):
        one = rng.choice(records)
        key = number_key(rng.choice(one.numbers))
        length = rng.randint(6, len(key))
        start = rng.randint(0, len(key) - length)
        asked.append(key[start : start + length])
    for _ in range(200):
        key = name_key(rng.choice(rng.choice(records).names))
        length = rng.randint(2, max(2, min(8, len(key))))
        start = rng.randint(0, max(0, len(key) - length))
        asked.append(key[start : start + length])
    for text in asked:
        found = ids(Lookup(files.get).ask(Question(text)))
        assert {*found} == holding(records, text), text
        assert len(found) == len({*found}), text
        assert found, text
    for _ in range(200):
        made_up = "".join(rng.choices("0123456789", k=rng.randint(8, 18)))
        assert {*ids(Lookup(files.get).ask(Question(made_up)))} == holding(records, made_up)
        name = "".join(chr(rng.randrange(0x4E00, 0x9FA5)) for _ in range(4))
        assert {*ids(Lookup(files.get).ask(Question(name)))} == holding(records, name)


@pytest.mark.usefixtures("_small")
def test_beginnings_and_ends_of_four_signs_are_found() -> None:
    records = list(Registry().records(1_000))
    files = {file.path: file.data.decode() for file in index.build(records)}
    rng = Random(3)
    for _ in range(60):
        key = number_key(rng.choice(rng.choice(records).numbers))
        for text in (key[:4], key[-4:], key[:5], key[-5:]):
            found = {*ids(Lookup(files.get).ask(Question(text)))}
            assert found == {
                one.id
                for one in records
                if any(
                    number_key(number).startswith(text) or number_key(number).endswith(text)
                    for number in one.numbers
                )
                or any(text in name_key(name) for name in one.names if not text.isdigit())
            }, text


# From the text of a notice to what is published


PLACES = "-- content/places.yml --\n- {name: 双流区, slug: shuangliu, code: '510116'}\n"


def lost(number: int, holder: str, documents: str, more: str = "", body: str = "声明作废。") -> str:
    id = f"L-2026-{number:04}"
    return (
        f"-- content/lost/2026/{id}.md --\n---\nid: {id}\ncode: 4099\ntitle: 遗失声明{number}\n"
        f"date: 2026-11-0{number}\nplaces: [双流区]\nholder: {holder}\ndocuments: {documents}\n"
        f"{more}---\n{body}\n"
    )


PAPER = (
    PLACES
    + lost(
        1,
        "{type: organisation, name: 双流区示例商行}",
        "[{name: 道路运输证, issuer: 示例运管所, numbers: [{label: 证号, value: 'YS88997701'},"
        " {label: 卡号, value: '6222000011112222', show: masked},"
        " {label: 内部编号, value: 'ZQ55443322', show: hidden}]}]",
    )
    + lost(
        2,
        "{type: organisation, name: 双流区撤回商行}",
        "[{name: 道路运输证, numbers: [{label: 证号, value: 'YS88997702'}]}]",
        "status: withdrawn\nwithdrawn: {date: 2026-11-05, reason: 证件已找到。}\n",
    )
)


@pytest.fixture
def built(site: Site) -> Built:
    return site(PAPER)


def found_on(built: Built, text: str) -> list[tuple[str, str]]:
    def fetch(path: str) -> str | None:
        file = built.site / path
        return file.read_text(encoding="utf-8") if file.is_file() else None

    return [
        (found.record.id, found.record.standing)
        for found in Lookup(fetch).ask(Question(text))
        if found is not None
    ]


@pytest.mark.site
def test_nothing_masked_or_hidden_is_in_any_file(built: Built) -> None:
    kept_back = (b"6222000011112222", b"62220000", b"11112222", b"ZQ55443322", b"22334455QZ")
    for path in sorted(built.site.rglob("*")):
        if path.is_file():
            data = path.read_bytes()
            assert [one for one in kept_back if one in data] == [], path
    leaves = b"".join(
        path.read_bytes() for path in sorted(built.site.glob("lookup/leaves/**/*.txt"))
    )
    # A beginning that front coding has cut off would hide from the search above.
    assert b"2222" not in leaves
    assert b"5544" not in leaves
    assert b"YS88997701" in leaves
    for text in ("6222000011112222", "ZQ55443322", "554433", "0000111122"):
        assert found_on(built, text) == []
    assert found_on(built, "ys88997701") == [("L-2026-0001", "")]
    assert found_on(built, "示例运管") == [("L-2026-0001", "")]


@pytest.mark.site
def test_a_withdrawn_notice_is_found_by_its_id_alone(built: Built) -> None:
    assert found_on(built, "L-2026-0002") == [("L-2026-0002", "withdrawn")]
    for text in ("YS88997702", "撤回商行", "997702"):
        assert found_on(built, text) == []


@pytest.mark.site
def test_a_superseded_notice_says_so(site: Site) -> None:
    notice = (
        "-- content/notices/2026/N-2026-000{n}.md --\n---\nid: N-2026-000{n}\ncode: 1002\n"
        "title: 道路施工{n}\ndate: 2026-11-1{n}\nplaces: [双流区]\nissuer: {{name: 示例中心}}\n"
        "{more}---\n施工。\n"
    )
    built = site(
        PLACES + notice.format(n=1, more="") + notice.format(n=2, more="supersedes: N-2026-0001\n")
    )
    assert found_on(built, "示例中心") == [("N-2026-0002", ""), ("N-2026-0001", "superseded")]


@pytest.mark.site
def test_the_page_offers_what_there_is(built: Built) -> None:
    main = built.main("lookup/")
    assert '<option value="4099">' in main
    assert '<option value="4004">' not in main
    assert '<option value="shuangliu" data-name="双流区">' in main
    assert '<option value="2026">' in main
    words = json.loads(
        main.partition('data-words="')[2]
        .partition('"')[0]
        .replace("&#34;", '"')
        .replace("&quot;", '"')
    )
    assert {how.value for how in How} == {*words["how"]}

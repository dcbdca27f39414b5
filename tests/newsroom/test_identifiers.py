# SPDX-License-Identifier: MIT
"""The numbers of an announcement: known answers, and what must hold for every number."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from linli.newsroom.identifiers import (
    CreditCode,
    CreditCodeFault,
    FaultKind,
    NumberKind,
    ResidentId,
    credit_check,
    faults,
    find_mobiles,
    find_resident_ids,
    is_masked,
    kind_of,
    mask,
    masked,
    may_hold_a_number,
    organisation_check,
    region_of,
    resident_check,
)

PAGE = Path(__file__).parents[1].joinpath("data/newspaper-page.txt").read_text(encoding="utf-8")
SEED = "N2510116MF1516847Y"
ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
RESIDENT = "11010519491231002X"  # the example that GB 11643 itself prints


@st.composite
def credit_codes(draw: st.DrawFn) -> str:
    body = draw(st.text("123456789ANY", min_size=1, max_size=1))
    body += draw(st.text("1239", min_size=1, max_size=1))
    body += draw(st.sampled_from(["110105", "510116", "510118", "650100", "100000"]))
    organisation = draw(st.text(ALPHABET, min_size=8, max_size=8))
    body += organisation + organisation_check(organisation)
    return body + credit_check(body)


@st.composite
def resident_ids(draw: st.DrawFn) -> str:
    region = draw(st.sampled_from(["110105", "510104", "510118", "650102", "820000"]))
    born = draw(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
    body = f"{region}{born:%Y%m%d}{draw(st.integers(0, 999)):03}"
    return body + resident_check(body)


@pytest.mark.parametrize(
    "code",
    [
        SEED,
        "n2510116mf1516847y",
        "N2 510116 MF1516847 Y",
        "N2-510116-MF151684-7-Y",
        "Ｎ２５１０１１６ＭＦ１５１６８４７Ｙ",
    ],
)
def test_the_seed_code_is_valid_in_any_writing(code: str) -> None:
    assert faults(code) == ()
    assert CreditCode.of(code) == CreditCode(SEED)


def test_a_code_tells_its_parts() -> None:
    code = CreditCode(SEED)
    assert (code.region, code.organisation_code, str(code)) == ("510116", "MF1516847", SEED)
    assert code.is_valid


@pytest.mark.parametrize(
    ("code", "found"),
    [
        (SEED[:-1] + "X", [(FaultKind.CHECK, 18, "X", "Y")]),
        (SEED[:-1] + "O", [(FaultKind.CHECK, 18, "O", "Y")]),
        ("N3" + SEED[2:], [(FaultKind.CHECK, 18, "Y", credit_check("N3" + SEED[2:17]))]),
        (
            SEED[:16] + "8Y",
            [
                (FaultKind.ORGANISATION_CHECK, 17, "8", "7"),
                (FaultKind.CHECK, 18, "Y", credit_check(SEED[:16] + "8")),
            ],
        ),
        ("N25I0116MF1516847Y", [(FaultKind.CHARACTER, 4, "I", "0123456789")]),
        ("N2510116MFI516847Y", [(FaultKind.CHARACTER, 11, "I", ALPHABET)]),
        ("N25101A6MF1516847Y", [(FaultKind.CHARACTER, 7, "A", "0123456789"), None]),
        ("S2510116MF1516848Y", [(FaultKind.CHARACTER, 1, "S", ALPHABET), None]),
        (SEED[:-1], [(FaultKind.LENGTH, 0, "17", "18")]),
        ("OO", [(FaultKind.LENGTH, 0, "2", "18"), None, None]),
        ("", [(FaultKind.LENGTH, 0, "0", "18")]),
    ],
)
def test_every_fault_of_a_code_is_told_with_what_is_expected(
    code: str, found: list[tuple[FaultKind, int, str, str] | None]
) -> None:
    told = faults(code)
    assert len(told) == len(found)
    for fault, expected in zip(told, found, strict=True):
        assert expected is None or fault == CreditCodeFault(*expected)


@given(credit_codes())
def test_every_code_made_by_the_standard_is_without_fault(code: str) -> None:
    assert faults(code) == ()


@given(credit_codes(), st.integers(0, 17), st.sampled_from("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
def test_any_one_character_changed_is_found(code: str, place: int, character: str) -> None:
    assume(code[place] != character)
    assert faults(code[:place] + character + code[place + 1 :])


@given(st.text())
def test_any_text_at_all_can_be_asked_for_faults(text: str) -> None:
    assert bool(faults(text)) is not CreditCode(text).is_valid


def test_a_resident_number_tells_region_and_birth_and_prints_masked() -> None:
    resident = ResidentId.of("110105 19491231 002x")
    assert (resident.text, resident.region) == (RESIDENT, "110105")
    assert resident.born == date(1949, 12, 31)
    assert str(resident) == "1****************X"
    assert RESIDENT not in repr(resident)


@pytest.mark.parametrize(
    "text", ["110105194912310021", "11010519490231002X", "99010519491231002X", "1101051949", ""]
)
def test_a_wrong_resident_number_is_refused_without_repeating_it(text: str) -> None:
    with pytest.raises(ValueError, match=r"^not a resident identity number$"):
        ResidentId(text)


@pytest.mark.parametrize(
    "written",
    [
        RESIDENT,
        RESIDENT.lower(),
        "１１０１０５１９４９１２３１００２Ｘ",
        "110105 19491231 002X",
        "110105-19491231-002X",
        "110105－19491231　002X",
        "1101051949\n    1231002X",
        "1101051949\u200b1231002X",
        "1 1 0 1 0 5 1 9 4 9 1 2 3 1 0 0 2 X",
    ],
)
@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", ""),
        ("身份证号", "，声明作废"),
        ("2022-07-05 ", " 13800138000"),
        ("zhang_san", ".jpg"),
        ("1234 ", "\n12"),
    ],
)
def test_a_resident_number_is_found_however_it_is_written(
    before: str, written: str, after: str
) -> None:
    text = before + written + after
    (found,) = find_resident_ids(text)
    assert text[found.start : found.end] == written
    assert (found.kind, found.value) == (NumberKind.RESIDENT_ID, RESIDENT)
    assert RESIDENT not in repr(found)


@pytest.mark.parametrize(
    "text",
    [
        PAGE,
        SEED,
        "N2 510116 MF1516847 Y",
        "22829301040012305",
        "110105194912310021",
        "1" + "510104199001011232",
        "510104199001011232" + "0",
        "6222 0210 0111 2345 678",
        "978-7-5364-1234-5",
        "2022-07-01 2022-07-05 20",
    ],
)
def test_no_resident_number_is_seen_where_there_is_none(text: str) -> None:
    assert list(find_resident_ids(text)) == []


@given(resident_ids(), st.sampled_from("0123456789"))
def test_a_longer_run_of_digits_is_never_a_resident_number(number: str, digit: str) -> None:
    assert not any(found.start == 0 for found in find_resident_ids(digit + number))
    assume(number[-1] != "X")
    assert list(find_resident_ids(number + digit)) == []


@given(st.lists(credit_codes(), max_size=4))
def test_a_credit_code_is_never_taken_for_a_person(codes: list[str]) -> None:
    assert list(find_resident_ids("，代码".join(codes))) == []


def test_a_code_of_digits_alone_that_could_be_a_person_is_a_code() -> None:
    both = next(_numbers_that_are_both())
    assert ResidentId(both)
    assert faults(both) == ()
    assert list(find_resident_ids(both)) == []
    assert kind_of(both) is NumberKind.CREDIT_CODE


def _numbers_that_are_both() -> Iterator[str]:
    for day in range(20000):
        body = f"511304{date(1950, 1, 1) + timedelta(days=day % 365):%Y%m%d}{day // 365:02}"
        body += organisation_check(body[8:])
        whole = body + resident_check(body) if "X" not in body else ""
        if whole and faults(whole) == ():
            yield whole


def test_of_a_thousand_random_numbers_at_most_two_are_flagged() -> None:
    source = random.Random(11643)
    numbers = ["".join(source.choices("0123456789", k=18)) for _ in range(1000)]
    assert sum(1 for number in numbers if list(find_resident_ids(number))) <= 2


@pytest.mark.parametrize(
    "written",
    [
        "13800138000",
        "１３８００１３８０００",
        "138 0013 8000",
        "138-0013-8000",
        "138－0013－8000",
        "1380 0138 000",
        "138\n0013 8000",
        "+8613800138000",
        "+86 138 0013 8000",
        "＋８６１３８００１３８０００",
        "0086-13800138000",
        "(+86)13800138000",
        "86 13800138000",
    ],
)
@pytest.mark.parametrize(
    ("before", "after"),
    [("", ""), ("电话", "。"), ("（", "）"), ("李四_", ".jpg"), ("2022年7月5日 ", "转2")],
)
def test_a_mobile_is_found_however_it_is_written(before: str, written: str, after: str) -> None:
    text = before + written + after
    (found,) = find_mobiles(text)
    assert text[found.start : found.end] == written
    assert (found.kind, found.value) == (NumberKind.MOBILE, "13800138000")


@given(resident_ids() | st.just("13800138000") | st.just("１３８００１３８０００"), st.data())
def test_a_text_that_holds_a_number_is_worth_looking_at(number: str, data: st.DataObject) -> None:
    gaps = st.text(" －-\u3000\n\u00ad\u2013\u200b\u2060", max_size=8)
    text = "".join(sign + data.draw(gaps) for sign in number)
    assert may_hold_a_number(text)
    assert not may_hold_a_number("2022-07-05，028-5550123，第5—12版")


@pytest.mark.parametrize(
    "text",
    [
        PAGE,
        "138001380001",
        "213800138000",
        "12800138000",
        "028-85123456",
        "a13800138000",
        "13800138000b",
        "0.13800138000",
        "13800138000.5",
        "6222 1380 0138 000",
        "6222-138-0013-8000",
        "15 16 17 18 19 2",
        "510104199001011232",
        "J6510155527401",
        "9f13800138000c",
    ],
)
def test_no_mobile_is_seen_inside_something_else(text: str) -> None:
    assert list(find_mobiles(text)) == []


@pytest.mark.parametrize(
    ("value", "kind", "masked"),
    [
        ("13800131234", NumberKind.MOBILE, "138****1234"),
        ("+86 138-0013-1234", NumberKind.MOBILE, "138****1234"),
        ("0086 13800131234", NumberKind.MOBILE, "138****1234"),
        ("１３８００１３１２３４", NumberKind.MOBILE, "138****1234"),
        ("12345", NumberKind.MOBILE, "*****"),
        ("510104199001011234", NumberKind.RESIDENT_ID, "5****************4"),
        ("110105 19491231 002x", NumberKind.RESIDENT_ID, "1****************X"),
        ("510104********1234", NumberKind.RESIDENT_ID, "5****************4"),
        ("22829301040012305", NumberKind.LONG_NUMBER, "*************2305"),
        ("6222 0210 0111 2345", NumberKind.LONG_NUMBER, "**** **** **** 2345"),
        ("6222-0210-0111-2345-678", NumberKind.LONG_NUMBER, "****-****-****-***5-678"),
        ("E12345678", NumberKind.LONG_NUMBER, "*****5678"),
        ("1234", NumberKind.LONG_NUMBER, "****"),
        ("", NumberKind.LONG_NUMBER, ""),
    ],
)
def test_each_kind_has_one_mask(value: str, kind: NumberKind, masked: str) -> None:
    assert mask(value, kind) == masked
    assert mask(masked, kind) == masked
    assert is_masked(masked) is bool(masked)


@given(st.text("0123456789*X -－１+川A"), st.sampled_from(NumberKind))
def test_a_mask_on_a_mask_changes_nothing_and_never_shows_more(
    value: str, kind: NumberKind
) -> None:
    masked = mask(value, kind)
    shown = {NumberKind.MOBILE: 7, NumberKind.RESIDENT_ID: 2}.get(kind, 4)
    assert mask(masked, kind) == masked
    assert sum(sign.isalnum() for sign in masked) <= shown


@given(resident_ids())
def test_a_masked_resident_number_keeps_its_length_and_hides_the_birthday(number: str) -> None:
    masked = mask(number, NumberKind.RESIDENT_ID)
    assert masked == number[0] + "*" * 16 + number[-1]
    assert is_masked(masked)
    assert not is_masked(number)
    assert kind_of(number) in (NumberKind.RESIDENT_ID, NumberKind.CREDIT_CODE)


@pytest.mark.parametrize(
    "value",
    ["510104********1234", "13800138000", "张*三", "1380***1234", "1*345678", "", "****12345"],
)
def test_another_mask_is_not_ours(value: str) -> None:
    assert not is_masked(value)


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ("13800138000", NumberKind.MOBILE),
        ("+86 138 0013 8000", NumberKind.MOBILE),
        ("138****1234", NumberKind.MOBILE),
        ("110105 19491231 002x", NumberKind.RESIDENT_ID),
        ("5****************4", NumberKind.RESIDENT_ID),
        (SEED, NumberKind.CREDIT_CODE),
        ("22829301040012305", NumberKind.LONG_NUMBER),
        ("J6510155527401", NumberKind.LONG_NUMBER),
        ("**** **** **** 2345", NumberKind.LONG_NUMBER),
        ("510104199001011234", NumberKind.LONG_NUMBER),
        ("1234", None),
        ("银行开户许可证存款人", None),
        ("", None),
    ],
)
def test_a_value_tells_what_kind_of_number_it_is(value: str, kind: NumberKind | None) -> None:
    assert kind_of(value) is kind


@pytest.mark.parametrize(
    ("code", "region"),
    [
        (SEED, "510116"),
        (RESIDENT, "110105"),
        ("510118", "510118"),
        ("510118001", "510118"),
        ("510118001 001", "510118"),
    ],
)
def test_a_code_tells_its_region(code: str, region: str) -> None:
    assert region_of(code) == region


@pytest.mark.parametrize("code", ["", "5101", "13800138000", "5****************4", SEED[:-1] + "X"])
def test_a_number_without_a_region_says_so(code: str) -> None:
    with pytest.raises(ValueError, match=r"^no region in this number$"):
        region_of(code)


def test_a_text_for_a_log_has_every_private_number_masked() -> None:
    number = "51010719900101001"
    number += resident_check(number)
    said = f"电话13900000000或１３９ 0000 0001，证件{number}，代码N2510116MF1516847Y。"
    ends = f"5****************{number[-1]}"
    assert masked(said) == f"电话139****0000或139****0001，证件{ends}，代码N2510116MF1516847Y。"
    wrong = "身份证号510107199001010000"
    assert masked(wrong) == "身份证号5****************0"
    assert masked("电话028-85800000，5-12岁。") == "电话028-85800000，5-12岁。"

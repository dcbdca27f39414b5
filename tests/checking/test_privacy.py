# SPDX-License-Identifier: MIT
"""No resident id and no mobile number in clear, anywhere in what an editor writes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from linli.checking import privacy
from linli.engine.stocktaking import Taken
from linli.language.languages import Language
from linli.newsroom.announcements import Holder, HolderType, Lost, LostDocument, Number, Show
from linli.newsroom.diagnostics import Source
from linli.newsroom.photos import Photo, PhotoMetadata

Say = Callable[..., list[str]]
Piece = Callable[..., str]
RESIDENT, MOBILE = "11010519491231002X", "13800138000"
REPORT, NOTICE, LOST = (
    "reports/2022/lamp.md",
    "notices/2022/N-2022-0001.md",
    "lost/2022/L-2022-0001.md",
)


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (f"号码{RESIDENT}。", [("resident-id-in-clear", 7)]),
        (f"一。\n\n号码{RESIDENT}，又{RESIDENT}。", [("resident-id-in-clear", 9)]),
        ("号码110105 19491231 002X。", [("resident-id-in-clear", 7)]),
        (
            f"电话{MOBILE}。\n\n手机+86 139-0013-9000。",
            [("mobile-in-clear", 7), ("mobile-in-clear", 9)],
        ),
        ("电话138****8000，号码1****************X。", []),
        ("电话028-85800000，卡号6222 0213 8001 3800 012。", []),
        (f"`{MOBILE}`", [("mobile-in-clear", 7)]),
    ],
)
def test_a_private_number_in_the_text_is_found_on_its_line(
    say: Say, piece: Piece, body: str, found: list[tuple[str, int]]
) -> None:
    assert say({REPORT: piece(REPORT, body=body)}) == [
        f"{code} {REPORT}:{line}" for code, line in found
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_the_line_is_right_whatever_ends_a_line(say: Say, piece: Piece, end: str) -> None:
    text = piece(REPORT, body=f"一。\n\n电话{MOBILE}。").replace("\n", end)
    assert say({REPORT: text}) == [f"mobile-in-clear {REPORT}:9"]


@pytest.mark.parametrize(
    ("path", "more"),
    [
        (REPORT, f"summary: 联系人电话{MOBILE}。\n"),
        (REPORT, f"corrections: [{{date: 2022-07-06, kind: update, text: 电话{MOBILE}}}]\n"),
        (NOTICE, f"contacts: [{{desk: 张三{MOBILE}, phone: 028-85800000}}]\n"),
    ],
)
def test_a_mobile_in_the_front_matter_is_found_too(
    say: Say, piece: Piece, path: str, more: str
) -> None:
    line = 6 if path == REPORT else 8
    assert say({path: piece(path, more)}) == [f"mobile-in-clear {path}:{line}"]


@pytest.mark.parametrize("path", ["categories/a.md", "people/a.md", "about/a.md"])
def test_no_other_page_holds_one_either(say: Say, path: str) -> None:
    key = "title" if path.startswith("about") else "name"
    text = f"---\n{key}: 某页\nsummary: 电话{MOBILE}\n---\n号码{RESIDENT}。\n"
    assert say({path: text}) == [f"mobile-in-clear {path}:3", f"resident-id-in-clear {path}:5"]


@pytest.mark.parametrize(
    ("phone", "public", "private"),
    [
        (MOBILE, "", True),
        ('"138 0013 8000"', "", True),
        (f"028-85800000／{MOBILE}（王老师）", "", True),
        (MOBILE, ", public: false", True),
        (MOBILE, ", public: true", False),
        (MOBILE, ", public: 是", False),
        ("138****8000", "", False),
        ("028-85800000", "", False),
    ],
)
def test_a_mobile_among_the_contacts_needs_its_owners_word(
    say: Say, piece: Piece, phone: str, public: str, *, private: bool
) -> None:
    contact = f"  - {{desk: 某处, phone: {phone}{public}}}\n"
    more = f"contacts:\n{contact}{contact}"
    expected = [f"phone-private {NOTICE}:{line}" for line in (9, 10)] if private else []
    assert say({NOTICE: piece(NOTICE, more)}) == expected


@pytest.mark.parametrize("holder", ["person", "organisation"])
@pytest.mark.parametrize("show", ["", ", show: full", ", show: masked", ", show: hidden"])
@pytest.mark.parametrize("value", [MOBILE, "138-0013-8000", "１３８００１３８０００"])
def test_a_mobile_among_a_documents_numbers_is_in_clear_whatever_a_page_shows(
    say: Say, piece: Piece, holder: str, show: str, value: str
) -> None:
    number = f"{{label: 号码, value: {value}{show}}}"
    more = f"documents:\n  - name: 电话卡\n    numbers:\n      - {number}\n"
    found = say({LOST: piece(LOST, more, "某社遗失毕业证，声明作废。", holder=holder)})
    assert f"mobile-in-clear {LOST}:11" in found


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (f'summary: "联系人, 电话: {MOBILE}"', True),
        (f"summary: '电话: {MOBILE}'", True),
        (f"subtitle: |\n  电话: {MOBILE}", True),
        (f"电话: {MOBILE}", True),
        (f"联系方式: [{{联系处: 某处, 电话: {MOBILE}, 可公开: 是}}]", False),
        (f'contacts: [{{desk: "一，二", phone: "{MOBILE}", public: true}}]', False),
    ],
)
def test_only_a_telephone_number_under_contacts_has_a_rule_of_its_own(
    say: Say, piece: Piece, line: str, *, found: bool
) -> None:
    said = say({NOTICE: piece(NOTICE, f"{line}\n")})
    assert any(one.startswith("mobile-in-clear") for one in said) is found


# The day of birth is that of a person in a novel; the check digit of 110105194912310023 would be X.
WRONG = "110105194912310023"


@pytest.mark.parametrize(
    ("body", "said", "masked"),
    [
        (f"身份证号：{WRONG}。", "末位校验码对不上", "1****************3"),
        (f"公民身份号码 {WRONG}。", "末位校验码对不上", "1****************3"),
        ("身份证号１１０１０５　19491231　0023。", "末位校验码对不上", "1****************3"),
        ("身份证（110105194913310023）", "出生日期不对", "1****************3"),
        ("身份证号码为990105194912310023", "前两位不是省份代码", "9****************3"),
        ("身份证号：1101051949123100。", "位数不对", "1**************0"),
        ("身份证号：110105491231002。", "位数不对", "1*************2"),
        ("身份证号：1****************3。", "", ""),
        ("身份证、银行卡（6222021380013800012）。", "", ""),
        ("身份证丢了，电话028-85800000。", "", ""),
    ],
)
def test_what_is_called_a_resident_id_but_is_none_is_said_masked(
    load_site: Callable[..., Taken], piece: Piece, body: str, said: str, masked: str
) -> None:
    found = load_site({REPORT: piece(REPORT, body=body)}).diagnostics
    texts = [one.message(Language.ZH_HANS) for one in found]
    assert texts == (
        [f"这里写着公民身份号码（{masked}），{said}。请核对，并像这样只留首末各一位，或删去。"]
        if said
        else []
    )


def test_a_wrong_resident_id_in_the_table_is_said_on_its_line(say: Say, piece: Piece) -> None:
    number = f'{{label: 公民身份号码, value: "{WRONG}"}}'
    more = f"documents:\n  - name: 身份证\n    numbers:\n      - {number}\n"
    body = "某社遗失身份证，声明作废。"
    assert say({LOST: piece(LOST, more, body, holder="person", code="4001")}) == [
        f"resident-id-wrong {LOST}:11"
    ]


@pytest.mark.parametrize("key", ["withheld", "Proof", "保留特征", "核对信息", "认领凭据"])
def test_what_proves_an_owner_is_kept_in_the_offices_own_book(
    load_site: Callable[..., Taken], piece: Piece, key: str
) -> None:
    more = "item: 戒指\nitem_type: jewellery\nlost_where: 门口\n"
    files = {LOST: piece(LOST, f"{more}{key}: 内侧刻字\n", "拾到戒指。", code="4201")}
    (finding,) = load_site(files).diagnostics
    assert finding.location.line == 11
    assert finding.message(Language.ZH_HANS) == (
        f"“{key}”是留着核对失主的，写在这里等于公开。请抄到办公室自己的登记本上，在这里删去，"
        "并告诉管理仓库的人：删掉以后，历史记录里还有。"
    )
    files = {LOST: piece(LOST, more, f"拾到戒指。\n\n{key}：内侧刻字", code="4201")}
    found = load_site(files).diagnostics
    assert [one.code for one in found] == ["withheld-detail"]


@pytest.mark.parametrize(
    "line",
    [
        "- 保留特征：内侧刻字",
        "1. 保留特征：内侧刻字",
        "**核对信息**：内侧刻字",
        "拾到戒指。核对信息：内侧刻字。",
        "| 保留特征 | 内侧刻字 |",
        "<!-- 保留特征：内侧刻字 -->",
    ],
)
def test_it_is_found_wherever_in_a_text_it_stands(say: Say, piece: Piece, line: str) -> None:
    more = "item: 戒指\nitem_type: jewellery\nlost_where: 门口\n"
    said = say({LOST: piece(LOST, more, f"拾到戒指。\n\n{line}", code="4201")})
    assert f"withheld-detail {LOST}:14" in said


def test_it_is_found_in_a_file_of_many_announcements(say: Say) -> None:
    batch = "lost/2022/2022-07-05.batch.md"
    text = (
        "---\ncode: 4201\ndate: 2022-07-05\nplaces: [机场路社区]\n保留特征: 都有记号\n"
        "holder: {type: organisation, name: 某社}\nlost_where: 门口\n---\n"
        "## L-2022-0001 招领戒指\n```yaml\nitem: 戒指\nitem_type: jewellery\n"
        "withheld: 内侧刻字\n```\n拾到戒指。\n\n"
        "## L-2022-0002 招领钥匙\n```yaml\nitem: 钥匙\nitem_type: keys\n```\n拾到钥匙。\n\n"
        "核对信息：共五把。\n"
    )
    assert say({batch: text}) == [f"withheld-detail {batch}:{line}" for line in (5, 13, 24)]


def test_a_text_may_ask_the_owner_to_describe_the_thing(say: Say, piece: Piece) -> None:
    more = "item: 戒指\nitem_type: jewellery\nlost_where: 门口\n"
    body = "拾到戒指。认领时请说出内侧刻的字，核对信息后领取。"
    assert say({LOST: piece(LOST, more, body, code="4201")}) == []


@pytest.mark.parametrize(
    ("body", "codes"),
    [
        ("电话138**0013**8000。", ["mobile-in-clear"]),
        ("电话&#49;3800138000。", ["mobile-in-clear"]),
        (f"号码{RESIDENT[:6]}*{RESIDENT[6:14]}*{RESIDENT[14:]}。", ["resident-id-in-clear"]),
        (f"电话{MOBILE}。", ["mobile-in-clear"]),
        ("|甲|乙|丙|\n|-|-|-|\n|138|0013|8000|", []),
        ("* 138\n* 0013\n* 8000", []),
    ],
)
def test_marks_between_the_digits_hide_nothing(
    load_site: Callable[..., Taken], piece: Piece, body: str, codes: list[str]
) -> None:
    found = load_site({REPORT: piece(REPORT, body=body)}).diagnostics
    assert [one.code for one in found] == codes
    assert {one.location.line for one in found} <= {7}


def test_no_message_gives_a_private_number_away(
    load_site: Callable[..., Taken], piece: Piece
) -> None:
    body = f"号码{RESIDENT}，电话{MOBILE}。"
    more = f"contacts: [{{desk: 某处, phone: {MOBILE}}}]\n"
    for finding in load_site({NOTICE: piece(NOTICE, more, body)}).diagnostics:
        for language in Language:
            line = finding.line(language)
            assert RESIDENT not in line
            assert MOBILE not in line


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("一面墙", []),
        (f"拍摄者{MOBILE}", ["138****8000"]),
        (f"{RESIDENT} 与 {MOBILE}", ["1****************X", "138****8000"]),
        ("卡号 KX-2026 0078 9155 23", ["************5523"]),
    ],
)
def test_what_a_picture_says_of_itself_gives_no_number_away(said: str, found: list[str]) -> None:
    number = Number("卡号", "KX20260078915523", Show.MASKED)
    lost = Lost(
        source=Source(LOST),
        body="",
        title="遗失声明",
        published=datetime(2022, 7, 5, tzinfo=UTC),
        holder=Holder(HolderType.PERSON, "王小明"),
        documents=(LostDocument("会员卡", numbers=(number,)),),
    )
    photo = Photo("lost/2022/card.jpg", 8, 8, PhotoMetadata(caption=said))
    told = list(privacy.photos_give_nothing_away(lost, [photo, photo]))
    assert [(one.code, one.arguments["value"]) for one in told] == [
        ("photo-says-number", value) for value in found
    ]
    assert [one.location.path for one in told] == [LOST] * len(found)

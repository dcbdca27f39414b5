# SPDX-License-Identifier: MIT
"""Each sort of lost document has numbers of its own, in a form of its own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from linli.engine.stocktaking import Taken
from linli.language.languages import Language
from linli.newsroom.documents import DOCUMENT_TYPES, recognised, type_of, vehicle_check

Load = Callable[..., Taken]
Piece = Callable[..., str]
LOST = "lost/2022/L-2022-0001.md"
CODE, ELSEWHERE = "91510107MA61RK8CXW", "N2510116MF1516847Y"


def lost(piece: Piece, name: str, label: str, value: str, code: str, **more: str) -> str:
    """A declaration of one document with one number, the same in the table and in the text."""
    issuer = ", issuer: 某银行" if code == "4004" else ""
    copy = ", copy: 副本" if name == "营业执照" else ""
    documents = (
        f"documents:\n  - name: {name}\n    numbers:\n"
        f'      - {{label: {label}, value: "{value}"}}\n'
    ).replace(f"name: {name}\n", f"name: {name}\n{_flow(issuer)}{_flow(copy)}")
    body = f"某社遗失{name}（{label}：{value}），声明作废。"
    return piece(LOST, documents, body, code=code, **more)


def _flow(pair: str) -> str:
    return f"    {pair.removeprefix(', ')}\n" if pair else ""


@pytest.mark.parametrize(
    ("names", "code"),
    [
        (("居民身份证",), "4001"),
        (("往来港澳通行证",), "4001"),
        (("营业执照正本",), "4002"),
        (("发票专用章",), "4003"),
        (("法定代表人名章",), "4003"),
        (("基本存款账户开户许可证",), "4004"),
        (("增值税电子普通发票",), "4005"),
        (("收款收据",), "4005"),
        (("国有土地使用证",), "4006"),
        (("毕业证书",), "4007"),
        (("教师资格证",), "4007"),
        (("出生医学证明",), "4008"),
        (("机动车登记证书",), "4009"),
        (("电动自行车号牌",), "4009"),
        (("食品经营许可证",), "4099"),
        (("印章", "证明"), "4003"),
    ],
)
def test_a_document_is_known_by_its_name(names: tuple[str, ...], code: str) -> None:
    found = recognised(*names)
    assert found is not None
    assert found.code == code


def test_what_nobody_knows_is_of_the_sort_that_its_code_has_for_it() -> None:
    assert recognised("会员卡", "") is None
    assert type_of("4007", "会员卡") is None
    permit, other = type_of("4004", "证"), type_of("4099", "会员卡")
    assert permit is not None
    assert permit.name.zh == "银行开户许可证"
    assert other is not None
    assert other.name.zh == "其他证件"
    assert len({(sort.code, sort.name.zh) for sort in DOCUMENT_TYPES}) == len(DOCUMENT_TYPES)


@pytest.mark.parametrize("vin", ["1M8GDM9AXKP042788", "11111111111111111"])
def test_the_ninth_place_of_a_vehicles_number_is_its_check(vin: str) -> None:
    assert vehicle_check(vin) == vin[8]


@pytest.mark.parametrize(
    ("code", "name", "label", "right", "wrong", "finding"),
    [
        ("4001", "护照", "护照号", ["E00000001", "EA0000001"], ["E0000001"], "number-unusual"),
        (
            "4001",
            "往来港澳通行证",
            "通行证号",
            ["C00000001", "CA0000001"],
            ["C01"],
            "number-unusual",
        ),
        ("4001", "台胞证", "证件号码", ["00000001"], ["0000001"], "number-unusual"),
        (
            *("4002", "营业执照", "注册号"),
            ["510116600123456", "5101166001234"],
            ["51011660012345"],
            "number-unusual",
        ),
        ("4002", "营业执照", "统一社会信用代码", [CODE], [f"{CODE[:-1]}Y"], "uscc-check"),
        ("4003", "公章", "印章编码", ["5101160000001"], ["510116000001"], "number-unusual"),
        (
            *("4004", "开户许可证", "核准号"),
            ["J6510000000001", "Z6510000000001", "L 6510 0000 0000 1"],
            ["J651000000001", "65100000000001", "A6510000000001"],
            "number-form",
        ),
        (
            "4005",
            "发票",
            "发票代码",
            ["0000999001", "000099900100"],
            ["00009990010"],
            "number-unusual",
        ),
        (
            *("4005", "发票", "发票号码"),
            ["00000128", "00000128-00000150", "00000128至00000150", "24512000000000000001"],
            ["0000128"],
            "number-unusual",
        ),
        (
            *("4006", "不动产权证", "证号"),
            ["川（2020）成都市不动产权第0000001号", "川（2018）新津区不动产权第0000001号"],
            ["川2020成都市不动产权第0000001号", "川（2020）成都市不动产权第1号"],
            "number-unusual",
        ),
        (
            *("4006", "不动产登记证明", "证明号"),
            ["川（2020）成都市不动产证明第0000001号"],
            ["川（2020）成都市不动产权第0000001号"],
            "number-unusual",
        ),
        ("4006", "房产证", "证号", ["成房权证监证字第0000001号", "1"], [], ""),
        (
            *("4007", "毕业证书", "证书编号"),
            ["000001202005000001", "00000120200500001"],
            ["0000012020"],
            "number-unusual",
        ),
        (
            "4008",
            "出生医学证明",
            "编号",
            ["T510000001"],
            ["51000001", "TT00000001"],
            "number-unusual",
        ),
        (
            *("4009", "行驶证", "号牌号码"),
            [
                *("川A00000", "川A·00000", "川 A-0000挂", "川A0000警", "川A0000学", "粤Z0000港"),
                *("粤Z0000澳", "川AD00000", "川A00000D", "川A000应急", "川0100000"),
            ],
            ["川A0000", "A00000", "川A000000", "川AI0000"],
            "number-unusual",
        ),
        ("4009", "驾驶证", "档案编号", ["510000000001"], ["51000000001"], "number-unusual"),
        ("4009", "机动车登记证书", "编号", ["510000000001"], ["51000000001"], "number-unusual"),
        (
            *("4009", "机动车登记证书", "车架号"),
            ["1M8GDM9AXKP042788"],
            ["1M8GDM9A1KP042788"],
            "vehicle-number",
        ),
        (
            "4009",
            "机动车登记证书",
            "车架号",
            [],
            ["1M8GDM9AXKP04278", "IM8GDM9AXKP042788"],
            "number-unusual",
        ),
        ("4009", "电动自行车号牌", "号牌号码", ["成都0000001"], [], ""),
        ("4099", "组织机构代码证", "代码", ["MF151684-7"], ["MF151684-8"], "organisation-code"),
        ("4099", "组织机构代码证", "代码", [], ["MF15168-4"], "number-form"),
        (
            "4099",
            "食品经营许可证",
            "许可证编号",
            ["JY25101180000001"],
            ["JY2510118"],
            "number-unusual",
        ),
        ("4099", "会员卡", "卡号", ["1", "KX-1"], [], ""),
    ],
)
def test_a_number_has_the_form_that_its_label_promises(
    load_site: Load,
    piece: Piece,
    code: str,
    name: str,
    label: str,
    right: list[str],
    wrong: list[str],
    finding: str,
) -> None:
    for value in (*right, *wrong):
        found = load_site({LOST: lost(piece, name, label, value, code)}).diagnostics
        about = [
            (one.code, one.location.line)
            for one in found
            if one.code not in {"number-advised", "number-missing"}
        ]
        line = 12 if name == "营业执照" or code == "4004" else 11
        assert about == ([(finding, line)] if value in wrong else []), value


@pytest.mark.parametrize(
    ("documents", "body", "findings"),
    [
        # A licence and a seal lost together, under the code of either.
        (
            "[{name: 营业执照, copy: 正本, numbers: [{label: 注册号, value: 510116600123456}]}, "
            "{name: 公章, numbers: [{label: 印章编码, value: 5101160000001}]}]",
            "营业执照正本和公章",
            [],
        ),
        (
            "[{name: 公章, numbers: [{label: 印章编码, value: 5101160000001}]}]",
            "公章",
            ["document-of-other-code"],
        ),
        ("[{name: 会员卡, numbers: [{label: 卡号, value: 1}]}]", "会员卡", []),
        # `type` goes before the name.
        (
            "[{name: 证书, type: 营业执照, copy: 副本, numbers: [{label: 卡号, value: 1}]}]",
            "营业执照副本",
            [],
        ),
        (
            "[{name: 营业执照, numbers: [{label: 卡号, value: 1}]}]",
            "营业执照",
            ["document-without-copy"],
        ),
        ("[{name: 营业执照副本, numbers: [{label: 卡号, value: 1}]}]", "营业执照", []),
        ("[{name: 营业执照副本, numbers: [{label: 卡号, value: 1}]}]", "执照", ["not-in-text"]),
    ],
)
def test_a_document_belongs_to_the_code_and_says_which_copy_it_is(
    load_site: Load, piece: Piece, documents: str, body: str, findings: list[str]
) -> None:
    text = piece(LOST, f"documents: {documents}\n", f"某社遗失{body}，声明作废。", code="4002")
    assert [one.code for one in load_site({LOST: text}).diagnostics] == findings


@pytest.mark.parametrize(
    ("name", "numbers", "advised"),
    [
        ("发票", "{label: 发票代码, value: '0000999001'}", ["发票号码"]),
        ("发票", "{label: 发票号码, value: '00000128'}", ["发票代码"]),
        ("发票", "{label: 发票号码, value: '24512000000000000001'}", []),
        ("收据", "{label: 号, value: '1'}", []),
        ("行驶证", "{label: 档案编号, value: '510000000001'}", ["号牌号码"]),
    ],
)
def test_what_an_office_usually_asks_for_is_advised(
    load_site: Load, piece: Piece, name: str, numbers: str, advised: list[str]
) -> None:
    code = "4009" if name == "行驶证" else "4005"
    more = f"documents: [{{name: {name}, numbers: [{numbers}]}}]\n"
    found = load_site(
        {LOST: piece(LOST, more, f"某社遗失{name}，声明作废。", code=code)}
    ).diagnostics
    assert [one.arguments["label_zh"] for one in found] == advised
    who = "车管所" if code == "4009" else "税务机关"
    assert all(f"{who}通常要求写明" in one.message(Language.ZH_HANS) for one in found)


def test_a_licences_credit_code_is_its_holders(load_site: Load, piece: Piece) -> None:
    more = (
        "documents:\n  - name: 营业执照\n    copy: 副本\n    numbers:\n"
        f"      - {{label: 统一社会信用代码, value: {CODE}}}\n"
    )
    body = f"某社（统一社会信用代码{ELSEWHERE}）遗失营业执照副本，声明作废。"
    text = piece(LOST, more, body, code="4002").replace("某社}", f"某社, uscc: {ELSEWHERE}}}")
    (finding,) = load_site({LOST: text}).diagnostics
    assert (finding.code, finding.location.line) == ("uscc-of-another", 12)
    assert f"“{CODE}”与遗失人的“{ELSEWHERE}”不同" in finding.message(Language.ZH_HANS)


@pytest.mark.parametrize(
    ("show", "found"),
    [
        ("", "是“********1234”，正文里却是“********1235”"),
        (", show: hidden", "在表里，正文里，两处不同"),
    ],
)
def test_a_message_shows_no_more_of_a_number_than_a_page(
    load_site: Load, piece: Piece, show: str, found: str
) -> None:
    number = f'{{label: 卡号, value: "000000001234"{show}}}'.replace("0000000012", "0000500012")
    more = f"documents: [{{name: 会员卡, numbers: [{number}]}}]\n"
    body = "某社遗失会员卡（卡号：000050001235），声明作废。"
    (finding,) = load_site(
        {LOST: piece(LOST, more, body, code="4099", holder="person")}
    ).diagnostics
    assert finding.code == "differs-from-text"
    assert found in finding.message(Language.ZH_HANS)
    assert "00005000" not in finding.message(Language.EN)


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        (f"拟与某公司（统一社会信用代码{CODE}）合并。", []),
        (f"一。\n\n拟与某公司（{CODE[:-1]}Y）合并。", [11]),
        ("纳税人识别号：91510107MA61RK8CX。", [9]),
        ("身份识别码 510107000000000000，毕业证号 000001202005000001。", []),
        ("一份\n91510107MA61\nRK8CXY。", [10]),
    ],
)
def test_a_credit_code_in_the_text_of_a_notice_is_checked_too(
    load_site: Load, piece: Piece, body: str, lines: list[int]
) -> None:
    path = "notices/2022/N-2022-0001.md"
    found = load_site({path: piece(path, "", body, code="3002")}).diagnostics
    assert [one.location.line for one in found] == lines
    assert {one.code for one in found} <= {"uscc-check", "uscc-length"}


@pytest.mark.parametrize(
    ("issuer", "body", "differs"),
    [
        ("某市某区行政审批局", "某社遗失某市某区行政审批局发的毕业证，声明作废。", False),
        ("某市某区行政审批局", "某社遗失某市某区行政审批后发的毕业证，声明作废。", True),
        ("某市某区行政审批局", "某社遗失毕业证，声明作废。", False),
        ("示例银行", "某社遗失示例商行的毕业证，声明作废。", False),
    ],
)
def test_an_issuer_that_the_text_names_is_named_alike(
    load_site: Load, piece: Piece, issuer: str, body: str, *, differs: bool
) -> None:
    more = f"documents: [{{name: 毕业证, issuer: {issuer}, numbers: [{{label: 号, value: 1}}]}}]\n"
    found = [one.code for one in load_site({LOST: piece(LOST, more, body)}).diagnostics]
    assert found == (["differs-from-text"] if differs else [])


@pytest.mark.parametrize(
    ("numbers", "body", "found"),
    [
        # Two serial numbers, one after the other, both in the text.
        (("00000128", "00000129"), "号码：00000128、00000129", 0),
        (("00000128", "00000129"), "号码：00000128 00000129", 0),
        (("00000128", "00000129"), "号码：00000128、00000130", 1),
        (("00000128",), "号码：００００ ０１２９", 1),
        (("00000128",), "号码：****0129", 0),
        (("00000128",), "", 0),
        (("00000128",), "合同编号：99000077", 0),
        (("00000128",), "票号：99000077", 1),
        (("12345",), "票号：12346", 0),
    ],
)
def test_a_number_is_the_same_in_the_table_and_in_the_text(
    load_site: Load, piece: Piece, numbers: tuple[str, ...], body: str, found: int
) -> None:
    rows = "".join(f'      - {{label: 票号, value: "{number}"}}\n' for number in numbers)
    more = f"documents:\n  - name: 收据\n    numbers:\n{rows}"
    said = load_site({LOST: piece(LOST, more, f"某社遗失收据（{body}），声明作废。", code="4005")})
    assert [one.code for one in said.diagnostics if one.is_error] == ["differs-from-text"] * found

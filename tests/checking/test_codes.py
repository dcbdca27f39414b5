# SPDX-License-Identifier: MIT
"""One announcement of each code that is right, and one that is wrong in the way of its code."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from linli.newsroom.codes import CODES

Say = Callable[..., list[str]]
Piece = Callable[..., str]


@dataclass(frozen=True)
class Case:
    """What is written besides the keys that every announcement of the kind has."""

    right: str
    body: str
    wrong: tuple[str, str]
    """What of it is replaced, and by what."""
    finding: str
    line: int


CASES = {
    "1001": Case(
        "effective_from: 2022-07-06\n",
        "因检修，7月6日停水。",
        ("effective_from: 2022-07-06\n", ""),
        *("code-needs-key", 3),
    ),
    "1002": Case(
        "effective_from: 2022-07-06\nexpires: 2022-07-20\n",
        "路面施工，请绕行。",
        ("2022-07-20", "2022-07-05"),
        *("days-reversed", 9),
    ),
    "1003": Case(
        "deadline: 2022-07-20\n",
        "招募队员六名。",
        ("2022-07-20", "2022-07-04"),
        "before-publication",
        8,
    ),
    "1004": Case(
        "contacts: [{desk: 窗口, phone: 028-85800000}]\n",
        "周六照常办理。",
        ("028-85800000", "85800000"),
        *("phone-wrong", 8),
    ),
    "2001": Case(
        "deadline: 2022-07-20\n",
        "现公示补助名单。",
        ("deadline: 2022-07-20\n", ""),
        "code-needs-key",
        3,
    ),
    "2002": Case(
        "deadline: 2022-07-20\n",
        "现公示候选人。",
        ("deadline: 2022-07-20\n", ""),
        "code-needs-key",
        3,
    ),
    "2003": Case(
        "deadline: 2022-07-20\n",
        "现公示采购结果。",
        ("deadline: 2022-07-20\n", ""),
        "code-needs-key",
        3,
    ),
    "3001": Case(
        "deadline: 2022-08-19\n", "拟减资。", ("2022-08-19", "2022-08-18"), "term-too-short", 8
    ),
    "3002": Case(
        "deadline: 2022-08-19\n", "拟合并。", ("2022-08-19", "2022-08-18"), "term-too-short", 8
    ),
    "3003": Case(
        "deadline: 2022-08-19\n", "清算组公告。", ("2022-08-19", "2022-08-18"), "term-too-short", 8
    ),
    "3004": Case(
        "deadline: 2022-08-04\n",
        "向某人公告送达。",
        ("2022-08-04", "2022-08-03"),
        "term-too-short",
        8,
    ),
    "3005": Case(
        "deadline: 2022-09-03\n",
        "催促申报权利。",
        ("2022-09-03", "2022-09-02"),
        "term-too-short",
        8,
    ),
    "4001": Case(
        "documents:\n  - name: 护照\n    numbers: [{label: 护照号, value: E00000001}]\n",
        "某社遗失护照（护照号：E00000001），声明作废。",
        ("E00000001", "E0000001"),
        *("number-unusual", 10),
    ),
    "4002": Case(
        "documents:\n  - name: 营业执照\n    copy: 副本\n"
        "    numbers: [{label: 统一社会信用代码, value: 91510107MA61RK8CXW}]\n",
        "某社遗失营业执照副本（统一社会信用代码：91510107MA61RK8CXW），声明作废。",
        ("    copy: 副本\n", ""),
        *("document-without-copy", 9),
    ),
    "4003": Case(
        'documents:\n  - name: 财务专用章\n    numbers: [{label: 印章编码, value: "5101160000001"}]\n',
        "某社遗失财务专用章一枚（印章编码：5101160000001），声明作废。",
        ("name: 财务专用章", "name: 印章"),
        *("seal-unclear", 9),
    ),
    "4004": Case(
        "documents:\n  - name: 开户许可证\n    issuer: 某银行\n    numbers:\n"
        "      - {label: 核准号, value: J6510000000001}\n"
        "      - {label: 编号, value: 6510-00000001}\n",
        "某社遗失某银行开户许可证（核准号：J6510000000001，编号：6510-00000001），声明作废。",
        ("      - {label: 核准号, value: J6510000000001}\n", ""),
        *("number-missing", 9),
    ),
    "4005": Case(
        "documents:\n  - name: 增值税专用发票\n    numbers:\n"
        '      - {label: 发票代码, value: "0000999001"}\n'
        '      - {label: 发票号码, value: "00000128"}\n',
        "某社遗失增值税专用发票（发票代码：0000999001，发票号码：00000128），声明作废。",
        ("0000999001", "000099901"),
        *("number-unusual", 11),
    ),
    "4006": Case(
        "documents:\n  - name: 不动产权证书\n"
        "    numbers: [{label: 证号, value: 川（2020）成都市不动产权第0000001号}]\n",
        "某社遗失不动产权证书（证号：川（2020）成都市不动产权第0000001号），声明作废。",
        ("川（2020）成都市不动产权第0000001号", "川（2020）成都市不动产第0000001号"),
        *("number-unusual", 10),
    ),
    "4007": Case(
        'documents:\n  - name: 毕业证书\n    numbers: [{label: 证书编号, value: "000001202005000001"}]\n',
        "某社遗失毕业证书（证书编号：000001202005000001），声明作废。",
        ("000001202005000001", "0000012020"),
        *("number-unusual", 10),
    ),
    "4008": Case(
        "documents:\n  - name: 出生医学证明\n    numbers: [{label: 编号, value: T510000001}]\n",
        "某社遗失出生医学证明（编号：T510000001），声明作废。",
        ("T510000001", "510000001"),
        *("number-unusual", 10),
    ),
    "4009": Case(
        "documents:\n  - name: 行驶证\n    numbers: [{label: 号牌号码, value: 川A·00000}]\n",
        "某社遗失行驶证（号牌号码：川A·00000），声明作废。",
        ("川A·00000", "川A·0000"),
        *("number-unusual", 10),
    ),
    "4099": Case(
        "documents:\n  - name: 组织机构代码证\n    numbers: [{label: 代码, value: MF151684-7}]\n",
        "某社遗失组织机构代码证（代码：MF151684-7），声明作废。",
        ("MF151684-7", "MF151684-8"),
        *("organisation-code", 10),
    ),
    "4101": Case(
        "item: 伞\nlost_on: 2022-07-01\nlost_where: 门口\n",
        "丢了一把伞。",
        ("lost_on: 2022-07-01", "lost_on: 2022-07-06"),
        *("after-publication", 9),
    ),
    "4201": Case(
        "item: 伞\nlost_where: 门口\n",
        "拾到一把伞，认领时请说出伞柄的颜色。",
        ("item: 伞\n", "item: 伞\n核对信息: 伞柄是红的\n"),
        *("withheld-detail", 9),
    ),
    "9001": Case(
        "corrects: N-2022-0009\n",
        "更正如下。",
        ("corrects: N-2022-0009\n", ""),
        "code-needs-key",
        3,
    ),
    "9002": Case(
        "supersedes: N-2022-0009\n",
        "撤回如下。",
        ("supersedes: N-2022-0009\n", ""),
        "code-needs-key",
        3,
    ),
}
OTHER = "notices/2022/N-2022-0009.md"
CORRECTED = "corrections: [{date: 2022-07-05, kind: correction, text: 时间有误。}]\n"
WITHDRAWN = "status: withdrawn\nwithdrawn: {date: 2022-07-05, reason: 有误。}\n"


def said(say: Say, piece: Piece, code: str, more: str, body: str) -> list[str]:
    folder = CODES[code].kind.folder
    path = f"{folder}/2022/{folder[0].upper()}-2022-0001.md"
    files = {path: piece(path, more, body, code=code)}
    if code.startswith("9") and "N-2022-0009" in more:
        changed = CORRECTED if code == "9001" else WITHDRAWN
        files[OTHER] = piece(OTHER, changed, date="2022-07-01")
    return say(files)


def test_every_code_has_a_right_and_a_wrong_announcement() -> None:
    assert list(CASES) == list(CODES)
    assert len(CASES) == 26


@pytest.mark.parametrize("code", CASES)
def test_of_a_right_announcement_nothing_is_said(say: Say, piece: Piece, code: str) -> None:
    case = CASES[code]
    assert said(say, piece, code, case.right, case.body) == []


@pytest.mark.parametrize("code", CASES)
def test_of_a_wrong_one_is_said_what_is_wrong(say: Say, piece: Piece, code: str) -> None:
    case = CASES[code]
    assert case.wrong[0] in case.right
    # The text has the same slip, so that the two do not differ besides.
    more, body = (text.replace(*case.wrong) for text in (case.right, case.body))
    folder = CODES[code].kind.folder
    path = f"{folder}/2022/{folder[0].upper()}-2022-0001.md"
    assert said(say, piece, code, more, body) == [f"{case.finding} {path}:{case.line}"]

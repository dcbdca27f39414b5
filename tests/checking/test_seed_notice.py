# SPDX-License-Identifier: MIT
"""The one notice that Linli was made for, and the slips a typist could make in it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from linli.engine.load import load
from linli.language.languages import Language
from linli.newsroom.diagnostics import Diagnostic
from linli.newsroom.portal import Clock, Portal

CONTENT = Path(__file__).parents[2] / "content"
SEED = "lost/2022/L-2022-0001.md"
CODE = "N2510116MF1516847Y"
NOW = datetime(2022, 7, 6, tzinfo=ZoneInfo("Asia/Shanghai"))


@pytest.fixture
def check(tmp_path: Path) -> Callable[..., tuple[Diagnostic, ...]]:
    """What is said of the seed notice after some words of it were changed."""

    def check(*changes: tuple[str, str]) -> tuple[Diagnostic, ...]:
        content = tmp_path / "content"
        # Other pieces have no part in what is said of this one.
        others = shutil.ignore_patterns("reports", "notices")
        shutil.copytree(CONTENT, content, ignore=others)
        text = (content / SEED).read_text(encoding="utf-8")
        for old, new in changes:
            assert old in text
            text = text.replace(old, new)
        (content / SEED).write_text(text, encoding="utf-8")
        portal, cache = Portal(name="邻里"), tmp_path / "cache"
        loaded = load(content, portal, Clock(NOW), cache, lambda _: {})
        return tuple(found for found in loaded.diagnostics if found.location.path == SEED)

    return check


def test_one_warning_the_permits_own_number_and_no_error(
    check: Callable[..., tuple[Diagnostic, ...]],
) -> None:
    (finding,) = check()
    assert (finding.code, finding.severity.value) == ("number-advised", "warning")
    assert finding.arguments["label_zh"] == "开户许可证编号"
    text = (CONTENT / SEED).read_text(encoding="utf-8").splitlines()
    assert "银行开户许可证" in text[finding.location.line - 1]


@pytest.mark.parametrize("position", [1, 2, *range(9, 19)])
def test_a_slip_in_any_place_of_the_credit_code_is_found_and_the_code_named(
    check: Callable[..., tuple[Diagnostic, ...]], position: int
) -> None:
    old = CODE[position - 1]
    slip = CODE[: position - 1] + ("3" if old != "3" else "4") + CODE[position:]
    found = check((f"uscc: {CODE}", f"uscc: {slip}"))
    (checked,) = [one for one in found if one.code == "uscc-check"]
    assert checked.arguments["value"] == slip
    text = (CONTENT / SEED).read_text(encoding="utf-8").splitlines()
    assert CODE in text[checked.location.line - 1]
    assert {one.code for one in found} <= {"uscc-check", "uscc-organisation", "number-advised"}


@pytest.mark.parametrize("region", ["510118", "510107", "110101", "510016"])
def test_another_region_is_said_to_be_another_region(
    check: Callable[..., tuple[Diagnostic, ...]], region: str
) -> None:
    found = check((f"uscc: {CODE}", f"uscc: N2{region}MF1516847Y"))
    (warned,) = [one for one in found if one.code == "uscc-region"]
    assert (warned.arguments["region"], warned.arguments["place"]) == (region, "双流区")
    assert not warned.is_error


def test_a_right_code_of_another_district_is_only_a_warning(
    check: Callable[..., tuple[Diagnostic, ...]],
) -> None:
    found = check((CODE, "91510107MA61RK8CXW"))
    assert [one.code for one in found] == ["uscc-region", "number-advised"]


def test_without_its_words_the_declaration_has_no_effect(
    check: Callable[..., tuple[Diagnostic, ...]],
) -> None:
    found = check(("，声明作废", ""))
    assert [one.code for one in found] == ["number-advised", "phrase-missing"]
    assert found[1].location.line == 15


def test_with_the_permits_own_number_nothing_is_said(
    check: Callable[..., tuple[Diagnostic, ...]],
) -> None:
    label = "      - {label: 账号,"
    assert check((label, f'      - {{label: 编号, value: "6510-00012345"}}\n{label}')) == ()


HOLDER = "成都市双流区西航港街道机场路社区股份经济合作联合社"
BANK = "中国农业银行双流西航港分理处"
APPROVAL, ACCOUNT = "J6510155527401", "22829301040012305"
ELSEWHERE = "N2510107MF1516847X"
"""The same body as if registered in 武侯区: its check digit is right."""
PLACES = "places: [双流区/西航港街道/机场路社区]\n"


@pytest.mark.parametrize(
    ("changes", "code", "line", "words"),
    [
        # The check digit, or one in the middle, of the code in the table.
        ([(f"uscc: {CODE}", f"uscc: {CODE[:-1]}X")], "uscc-check", 7, "末位应是“Y”"),
        ([(f"uscc: {CODE}", "uscc: N2510116MF1516847")], "uscc-length", 7, "有 17 位"),
        ([(f"uscc: {CODE}", "uscc: N2510116MF15168")], "uscc-length", 7, "有 15 位"),
        ([(CODE, ELSEWHERE)], "uscc-region", 7, "登记在区划 510107，不是双流区"),
        ([("，声明作废", "")], "phrase-missing", 15, "没有“声明作废”四个字"),
        (
            [(f"      - {{label: 核准号, value: {APPROVAL}}}\n", "")],
            *("number-missing", 9, "“银行开户许可证”缺少核准号"),
        ),
        (
            [(APPROVAL, "J651015552740")],
            *("number-form", 12, "核准号“J651015552740”不对，应为字母 J、L 或 Z 加 13 位数字"),
        ),
        (
            [(f"{HOLDER}（", "成都市双流区西航港街道机场路社区股份合作联合社（")],
            *("differs-from-text", 7, f"遗失人在表里是“{HOLDER}”，正文里却是“成都市双流区西航港"),
        ),
        (
            [(f"{HOLDER}（", "本社（")],
            *("not-in-text", 7, f"正文里没有遗失人“{HOLDER}”"),
        ),
        ([(f", uscc: {CODE}", "")], "uscc-only-in-text", 7, f"“{CODE}”，holder 里却没有"),
        (
            [(f"：{APPROVAL}", "：J6510155527410")],
            *("differs-from-text", 12, f"核准号在表里是“{APPROVAL}”，正文里却是“J6510155527410”"),
        ),
        (
            [(f"：{ACCOUNT}", "：22829301040012350")],
            *("differs-from-text", 13, f"“{ACCOUNT}”，正文里却是“22829301040012350”"),
        ),
        (
            [(f"：{ACCOUNT}", "：2282930104001235")],
            *("differs-from-text", 13, f"“{ACCOUNT}”，正文里却是“2282930104001235”"),
        ),
        (
            [(f"代码{CODE}", "代码N2510116MF1516874Y")],
            *("differs-from-text", 7, f"“{CODE}”，正文里却是“N2510116MF1516874Y”"),
        ),
        (
            [(f"代码{CODE}", f"代码{CODE}，成员代码N2510116MF1516847X")],
            *("uscc-check", 15, "“N2510116MF1516847X”对不上"),
        ),
        ([(f"    issuer: {BANK}\n", "")], "document-without-issuer", 9, "没有写开户银行"),
        (
            [(f"issuer: {BANK}", "issuer: 中国农业银行双流西航港支行")],
            *("differs-from-text", 10, "签发单位在表里是“中国农业银行双流西航港支行”"),
        ),
        (
            [(f"value: {APPROVAL}", "value: Ｊ６５１０１５５５２７４０１")],
            *("number-typed", 12, "请改成半角，字母大写"),
        ),
        ([(f"uscc: {CODE}", f"uscc: {CODE.lower()}")], "number-typed", 7, f"“{CODE.lower()}”"),
        (
            [("code: 4004", "code: 4002")],
            "document-of-other-code",
            3,
            "属于 4004（银行开户许可证）",
        ),
        ([("code: 4004", "code: 4004\ncode: 4002")], "duplicate-key", 4, "写了两次"),
        ([("code: 4004", "code: 4014")], "unknown-code", 3, "没有“4014”这个公告代码"),
        (
            [("    issuer:", "    issued_on: 2022-07-06\n    issuer:")],
            *("after-publication", 10, "晚于发表日期"),
        ),
        ([(PLACES, "")], "missing-key", 2, "缺少“places”"),
        ([("机场路社区]", "机场社区]")], "unknown-place", 6, "您要写的是不是"),
        (
            [("，声明作废", "，经办人身份证号１１０１０５ 19491231 002X，声明作废")],
            *("resident-id-in-clear", 15, "（1****************X）"),
        ),
        (
            [("，声明作废", "，电话138 0013 8000，声明作废")],
            *("mobile-in-clear", 15, "（138****8000）"),
        ),
        (
            [
                (
                    "      - {label: 账号",
                    "      - {label: 经办人, value: 13800138000}\n      - {label: 账号",
                )
            ],
            *("mobile-in-clear", 13, "（138****8000）"),
        ),
        (
            [("code: 4004", "contacts: [{desk: 联社, phone: 028-8580000}]\ncode: 4004")],
            *("phone-wrong", 3, "电话“028-8580000”位数不对"),
        ),
        (
            [("code: 4004", "核对信息: 许可证背面有签字\ncode: 4004")],
            "withheld-detail",
            3,
            "登记本",
        ),
    ],
)
def test_each_slip_of_a_typist_gives_the_one_finding_that_names_it(
    check: Callable[..., tuple[Diagnostic, ...]],
    changes: list[tuple[str, str]],
    code: str,
    line: int,
    words: str,
) -> None:
    found = [one for one in check(*changes) if one.code != "number-advised"]
    assert [(one.code, one.location.line) for one in found] == [(code, line)]
    assert words in found[0].message(Language.ZH_HANS)

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
        shutil.copytree(CONTENT, content)
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
    found = check((f"uscc: {CODE}", "uscc: 91510107MA61RK8CXW"))
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

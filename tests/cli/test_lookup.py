# SPDX-License-Identifier: MIT
"""`linli lookup`: what the page finds, on a terminal."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from sites import build, write_site
from town import TOWN

from linli.cli import main

SEED = """\
-- content/lost/2022/L-2022-0001.md --
---
id: L-2022-0001
code: 4004
title: 遗失公告
date: 2022-07-05
places: [双流区]
holder: {type: organisation, name: 成都市双流区西航港街道机场路社区股份经济合作联合社, uscc: N2510116MF1516847Y}
documents:
  - name: 银行开户许可证
    issuer: 中国农业银行双流西航港分理处
    numbers:
      - {label: 核准号, value: J6510155527401}
      - {label: 账号, value: "22829301040012305"}
---
成都市双流区西航港街道机场路社区股份经济合作联合社（统一社会信用代码N2510116MF1516847Y）不慎遗失中国农业银行双流西航港分理处银行开户许可证（核准号：J6510155527401，账号：22829301040012305），声明作废。
"""
HOLDER = "成都市双流区西航港街道机场路社区股份经济合作联合社"
NONE = "没有找到，只说明本报的网上存档里没有，不说明证件有效，也不说明别的报纸没有登过。"

Ask = Callable[..., tuple[str, str, int]]


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = write_site(tmp_path_factory.mktemp("lookup") / "town", TOWN + SEED)
    build(root)
    return root


@pytest.fixture
def ask(town: Path, capsys: pytest.CaptureFixture[str]) -> Ask:
    """What goes to the one stream and to the other, and what the shell is told."""

    def asked(*arguments: str) -> tuple[str, str, int]:
        code = main(["lookup", *arguments, "--config", str(town / "mkdocs.yml")])
        said = capsys.readouterr()
        return said.out, said.err, code

    return asked


@pytest.mark.parametrize(
    ("written", "matched"),
    [
        ("n2510116mf1516847y", "号码 N2510116MF1516847Y"),
        ("N2510116 MF1516847Y", "号码 N2510116MF1516847Y"),
        ("Ｎ２５１０１１６ＭＦ１５１６８４７Ｙ", "号码 N2510116MF1516847Y"),
        ("N2510116-MF1516847Y", "号码 N2510116MF1516847Y"),
        ("核准号：J6510155527401", "号码 J6510155527401"),
        ("J65101555", "号码开头 J6510155527401"),
        ("012305", "号码结尾 22829301040012305"),
        ("1015552", "号码中间 J6510155527401"),
        ("机场路社区", f"名称含有 {HOLDER}"),
        ("西航港分理处", "名称含有 中国农业银行双流西航港分理处"),
        (HOLDER, f"名称 {HOLDER}"),
        ("双流 农业银行", "名称含有 中国农业银行双流西航港分理处"),
        ("L-2022-0001", "号码 L-2022-0001"),
    ],
)
def test_the_seed_notice_is_found_however_it_is_asked_for(
    ask: Ask, written: str, matched: str
) -> None:
    out, said, code = ask(written)
    lines = out.splitlines()
    assert lines[:2] == ["遗失公告  银行开户许可证  双流区  2022-07-05", f"  {matched}"]
    assert lines[-1] == "  https://paper.example/lost/2022/L-2022-0001/"
    assert (said, code) == ("找到 1 则公告。\n", 0)


def test_what_is_not_there_is_not_found_and_it_is_said_what_that_means(ask: Ask) -> None:
    assert ask("J6510155527402") == ("", f"没有找到“J6510155527402”。{NONE}\n", 1)
    assert ask("某某机场") == ("", f"没有找到“某某机场”。{NONE}\n", 1)


def test_a_question_may_be_too_short(ask: Ask) -> None:
    assert ask("123") == ("", "请至少输入号码的四位，或者名称的两个字。\n", 2)
    assert ask("市") == ("", "请至少输入号码的四位，或者名称的两个字。\n", 2)


@pytest.mark.parametrize(
    "narrowed",
    [
        ["--code", "4002"],
        ["--year", "2026"],
        ["--place", "新津区"],
        ["--place", "新津区/五津街道"],
        ["--place", "xinjin"],
    ],
)
def test_a_question_can_be_narrowed(ask: Ask, narrowed: list[str]) -> None:
    assert ask("机场路社区", *narrowed)[2] == 1
    assert ask("J65101555", *narrowed)[2] == 1
    kept = ["--code", "4004", "--year", "2022", "--place", "双流区"]
    assert ask("机场路社区", *kept)[2] == 0
    assert ask("J65101555", *kept)[2] == 0


def test_a_withdrawn_notice_is_found_by_its_id_alone(ask: Ask) -> None:
    out, _, code = ask("N-2026-0003")
    assert code == 0
    assert out.splitlines()[0].endswith("  已撤回")
    assert len(out.splitlines()) == 3, "its title, its id, its page"


def test_a_program_gets_json(ask: Ask) -> None:
    out, _, _ = ask("012305", "--format", "json")
    assert json.loads(out) == [
        {
            "id": "L-2022-0001",
            "headline": "遗失公告",
            "code": "4004",
            "date": "2022-07-05",
            "how": "ending",
            "matched": "22829301040012305",
            "names": [HOLDER, "中国农业银行双流西航港分理处"],
            "numbers": ["L-2022-0001", "N2510116MF1516847Y", "J6510155527401", "22829301040012305"],
            "places": ["shuangliu"],
            "status": None,
            "url": "https://paper.example/lost/2022/L-2022-0001/",
        }
    ]


def test_it_speaks_english_too(ask: Ask) -> None:
    out, said, _ = ask("012305", "--language", "en")
    assert out.splitlines()[:2] == [
        "遗失公告  Bank account permit  双流区  2022-07-05",
        "  Ends so 22829301040012305",
    ]
    assert said == "Notices found: 1.\n"
    assert ask("123", "--language", "en")[1] == (
        "Type at least four signs of a number or two of a name.\n"
    )


@pytest.mark.parametrize(
    ("narrowed", "said"),
    [
        (["--place", "双刘区"], "--place：地名表里没有“双刘区”。您要写的是不是“双流区”？"),
        (["--place", "某处"], "--place：地名表里没有“某处”。"),
        (["--code", "4444"], "--code：没有代码“4444”。代码见 announcements/codes.json。"),
        (
            ["--place", "双刘区", "--language", "en"],
            "--place: the gazetteer has no `双刘区`. Did you mean `双流区`?",
        ),
        (
            ["--code", "4444", "--language", "en"],
            "--code: there is no code `4444`. The codes stand in announcements/codes.json.",
        ),
    ],
)
def test_a_mistake_is_told_in_a_sentence(ask: Ask, narrowed: list[str], said: str) -> None:
    assert ask("机场路社区", *narrowed) == ("", f"linli: {said}\n", 2)


def test_without_a_site_nothing_is_found_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    config = str(write_site(tmp_path, TOWN) / "mkdocs.yml")
    assert main(["lookup", "012305", "--config", config]) == 2
    assert capsys.readouterr().err == (
        "linli: site/ 里没有查询数据。请先构建网站（make site）再查。\n"
    )
    assert main(["lookup", "012305", "--config", config, "--language", "en"]) == 2
    assert capsys.readouterr().err == (
        "linli: site/ holds no look-up. Build the site first (make site).\n"
    )


def test_more_than_a_screenful_is_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pieces = "".join(
        f"-- content/lost/2026/L-2026-1{number:03}.md --\n---\nid: L-2026-1{number:03}\ncode: 4003\n"
        f"title: 公章遗失声明\ndate: 2026-11-{number % 20 + 1:02}\nplaces: [双流区]\n"
        f"holder: {{type: organisation, name: 示例第{number}商店}}\n"
        f"documents: [{{name: 公章, numbers: [{{label: 编码, value: '5101160000{number:03}'}}]}}]\n"
        f"---\n示例第{number}商店遗失公章一枚（编码：5101160000{number:03}），声明作废。\n"
        for number in range(25)
    )
    root = write_site(tmp_path, TOWN + pieces)
    build(root)
    arguments = ["lookup", "示例第", "--config", str(root / "mkdocs.yml")]
    assert main(arguments) == 0
    said = capsys.readouterr()
    assert said.out.count("公章遗失声明") == 20
    assert said.err == "已列出 20 则，可能还有。全部列出请加 --all。\n"
    days = [line.split("  ")[-1] for line in said.out.splitlines() if line.startswith("公章")]
    assert days == sorted(days, reverse=True), "the newest first"
    assert main([*arguments, "--all"]) == 0
    said = capsys.readouterr()
    assert said.out.count("公章遗失声明") == 25
    assert said.err == "找到 25 则公告。\n"
    assert main([*arguments, "--language", "en"]) == 0
    assert capsys.readouterr().err == "Shown: 20. There may be more; list them all with --all.\n"

# SPDX-License-Identifier: MIT
"""`linli import --announcements`: a printed column drafted into the content folder."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest
from sites import write_site
from town import TOWN

from linli.cli import main

COLUMN = """\
遗失声明
★武侯区示例五金店遗失公章一枚(编号:5101070000001),声明作废。
★李某（身份证号11010519491231002X）遗失居民身份证，声明作废。
"""
BATCH = "content/lost/2026/2026-11-20.batch.md"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The town, as the current folder, with a column in it as a page maker saves it."""
    write_site(tmp_path, TOWN)
    (tmp_path / "column.txt").write_bytes(COLUMN.encode("gb18030"))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LINLI_NOW", "2026-11-25 12:00")
    return tmp_path


def test_a_column_is_drafted_where_a_day_has_its_place(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["--date", "2026-11-20", "--issue", "88", "--page", "07"]
    assert main(["import", "--announcements", "column.txt", *arguments]) == 0
    said = capsys.readouterr()
    assert said.out.splitlines() == [
        "column.txt:1: 栏题，不属于哪一则，没有写进稿件：遗失声明",
        "column.txt:1: 各则之间的标记和序号没有写进稿件：★★",
        "column.txt:2: 起草 L-2026-0002：武侯区示例五金店，公章。",
        "column.txt:3: 起草 L-2026-0003：李某，居民身份证。",
        "column.txt:3: L-2026-0003 的原文里没有地名表里的地名。请补上 places。",
        "column.txt:3: 公民身份号码没有写进稿件，已遮成 1****************X。",
        "共 2 则：起草 2 则，已有 0 则，没有看懂 0 则。",
        f"写好了 {BATCH}。请对照报纸逐则核对，再运行 linli check。",
    ]
    written = (here / BATCH).read_bytes()
    assert b"11010519491231002X" not in written
    assert written.decode() == (
        '---\ndate: 2026-11-20\nedition: {date: 2026-11-20, issue: "88", page: "07"}\n---\n'
        "\n## L-2026-0002 公章遗失声明\n\n```yaml\ncode: 4003\nplaces: [武侯区]\n"
        "holder: {type: organisation, name: 武侯区示例五金店}\ndocuments:\n  - name: 公章\n"
        '    numbers:\n      - {label: 编号, value: "5101070000001"}\n```\n\n'
        "武侯区示例五金店遗失公章一枚（编号：5101070000001），声明作废。\n"
        "\n## L-2026-0003 居民身份证遗失声明\n\n```yaml\ncode: 4001\n"
        "# 待填：places: [原文里没有地名表里的地名]\n"
        "holder: {type: person, name: 李某}\ndocuments:\n  - name: 居民身份证\n"
        '    numbers:\n      - {label: 身份证号, value: "1****************X"}\n```\n\n'
        "李某（身份证号1****************X）遗失居民身份证，声明作废。\n"
    )
    assert main(["check", BATCH]) == 1
    assert capsys.readouterr().out == f"{BATCH}:20: missing-key: 缺少“places”（地点）。请补上。\n"


def test_a_second_run_says_that_all_of_it_is_there(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run = ["import", "--announcements", "column.txt", "--date", "2026-11-20"]
    assert main(run) == 0
    before = (here / BATCH).read_bytes()
    capsys.readouterr()
    assert main(run) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[2:] == [
        "column.txt:2: lost/2026/2026-11-20.batch.md:6 里已有 L-2026-0002，不再起草："
        "武侯区示例五金店遗失公章一枚（编号：510107…",
        "column.txt:3: lost/2026/2026-11-20.batch.md:20 里已有 L-2026-0003，不再起草："
        "李某（身份证号1****************…",
        "column.txt:3: 公民身份号码没有写进稿件，已遮成 1****************X。",
        "共 2 则：起草 0 则，已有 2 则，没有看懂 0 则。",
    ]
    assert (here / BATCH).read_bytes() == before


def test_a_file_that_is_there_is_never_written_over(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / BATCH).write_text("---\n---\n", encoding="utf-8")
    assert main(["import", "--announcements", "column.txt", "--date", "2026-11-20"]) == 2
    assert capsys.readouterr().err == (
        f"linli: {BATCH} 已经存在，没有改动它。请用 --output 另写一个文件名。\n"
    )
    assert (here / BATCH).read_text(encoding="utf-8") == "---\n---\n"


def test_without_a_date_the_draft_is_shown_and_says_what_is_to_be_filled_in(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(COLUMN.encode("utf-16"))))
    assert main(["import", "--announcements", "-", "--language", "en"]) == 0
    said = capsys.readouterr()
    assert said.out.startswith("---\n# 待填：date: ")
    assert "## L-2026-0003 居民身份证遗失声明" in said.out
    assert said.err.splitlines()[-1] == (
        "Notices: 2. Drafted: 2, there already: 0, not understood: 0."
    )
    output = "content/lost/2025/day.batch.md"
    (here / "column.txt").write_text("李某遗失护照，声明作废。", encoding="utf-8")
    assert main(["import", "--announcements", "column.txt", "--output", output]) == 0
    assert "## L-2025-0002 护照遗失声明" in (here / output).read_text(encoding="utf-8")


def test_what_was_not_understood_is_told_in_full_and_exits_with_one(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "column.txt").write_text(
        "招租：临街铺面一间，电话13800000000。\n\n成都示例食品店员工遗失工作牌，声明作废。\n",
        encoding="utf-8",
    )
    assert main(["import", "--announcements", "column.txt", "--date", "2026-11-20"]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "column.txt:1: 没有看懂，没有起草（不是遗失声明）。请自己写成公告。原文：招租：临街铺面一间，电话138****0000。",
        "column.txt:3: 没有看懂，没有起草（看不出遗失了什么证件）。请自己写成公告。原文：成都示例食品店员工遗失工作牌，声明作废。",
        "共 2 则：起草 0 则，已有 0 则，没有看懂 2 则。",
    ]
    assert not (here / BATCH).exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["none.txt"], "none.txt: No such file or directory"),
        (["column.txt", "--date", "2026-13-01"], "--date: `2026-13-01` is not a date"),
        (["column.txt", "--output", "content/lost/2026/day.md"], "--output 的文件名要以 .batch.md"),
        (["picture.png"], "picture.png 不是文字"),
    ],
)
def test_a_wrong_call_says_what_is_wrong_and_exits_with_two(
    here: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    (here / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n\xff\xff\xff")
    assert main(["import", "--announcements", *arguments]) == 2
    assert said in capsys.readouterr().err

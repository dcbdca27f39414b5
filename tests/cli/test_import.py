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


PAGE = """\
巷子里的灯亮了

7月4日傍晚,古家社区的巷子里,二十盏路灯头一回一起亮了起来。王婆婆走在前面,不用再扶着墙。“走了三十年,

今天才看清脚下的石板。”她说。

路灯是居民议事会定下来的。从提议到装好,前后用了四十天,社区没有多花一分钱。

本报记者 王小明

遗失声明

武侯区示例五金店遗失公章一枚(编号:5101070000001),声明作废。
"""
POST = "---\ntitle: 旧网站的文章\ndate: 2021-05-04\n---\n文章里的话。\n"


@pytest.fixture
def desk(here: Path) -> Path:
    """The town with sources of three sorts, as an editor's folder holds them."""
    (here / "page.txt").write_bytes(PAGE.encode("gb18030"))
    (here / "old" / "_posts").mkdir(parents=True)
    (here / "old" / "_config.yml").write_text("title: 旧网站\n", encoding="utf-8")
    (here / "old" / "_posts" / "2021-05-04-jiu.md").write_text(POST, encoding="utf-8")
    (here / "scan.pdf").write_bytes(b"%PDF-1.4")
    return here


def files(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted((root / "content").rglob("*"))
        if path.is_file()
    }


def test_a_printed_page_becomes_drafts_and_a_second_run_changes_nothing(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files(desk)
    assert main(["import", "page.txt", "--date", "2022-07-05", "--page", "03"]) == 0
    report, lost = (
        "content/reports/2022/xiang-zi-li-de-deng-liang-le.md",
        "content/lost/2022/L-2022-0001.md",
    )
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "# page.txt"
    assert f"- 起草 {report}：巷子里的灯亮了（92 字）" in said
    assert "- page.txt:5: 被版面切断的句子已接上：…走了三十年，｜今天才看清脚…" in said
    assert said[-2:] == [
        "共 1 份原文：起草 2 篇，已有 0 篇，没有写进稿件的文字 0 处，读不出的 0 份。",
        "请逐篇对照原文，填上“待填”，再运行 linli check。",
    ]
    drafted = files(desk)
    assert sorted(drafted.keys() - before.keys()) == [lost, report]
    text = drafted[report].decode()
    assert text.startswith("---\ntitle: 巷子里的灯亮了\ndate: 2022-07-05\n# 待填：category: ")
    assert "bylines: [本报记者 王小明]\n" in text
    assert 'edition: {date: 2022-07-05, page: "03"}\n' in text
    assert "“走了三十年，今天才看清脚下的石板。”她说。\n" in text
    assert main(["import", "page.txt", "--date", "2022-07-05", "--page", "03"]) == 0
    assert files(desk) == drafted
    said = capsys.readouterr().out.splitlines()
    assert said[-1] == (
        "共 1 份原文：起草 0 篇，已有 2 篇，没有写进稿件的文字 0 处，读不出的 0 份。"
    )


def test_several_sources_are_reported_one_by_one(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sources = ["page.txt", "old", "scan.pdf", "nowhere.docx"]
    assert main(["import", *sources, "--report", "report.md"]) == 1
    said = capsys.readouterr().out
    report = (desk / "report.md").read_text(encoding="utf-8")
    assert said == f"{report}报告写在 report.md。\n"
    heads = [line for line in report.splitlines() if line.startswith("# ")]
    assert heads == [
        "# page.txt",
        "# old/_posts/2021-05-04-jiu.md",
        "# scan.pdf",
        "# nowhere.docx",
    ]
    assert "- 没有这个文件或文件夹。请核对路径。" in report
    assert "- scan.pdf 是 PDF，里面的文字次序不可靠。" in report
    assert report.splitlines()[-3:] == [
        "共 4 份原文：起草 3 篇，已有 0 篇，没有写进稿件的文字 0 处，读不出的 2 份。",
        "原文和 --date 都没有说日期的稿件，先放在 2026 年的文件夹里。不是这一年的，请移过去。",
        "请逐篇对照原文，填上“待填”，再运行 linli check。",
    ]
    assert (desk / "content/reports/2021/jiu.md").is_file()


def test_a_dry_run_writes_nothing(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = files(desk)
    assert main(["import", "page.txt", "--dry-run", "--language", "en"]) == 0
    assert files(desk) == before
    assert (
        "- Would draft content/reports/2026/xiang-zi-li-de-deng-liang-le.md: 巷子里的灯亮了 (92 signs)"
    ) in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "answer"),
    [
        ([], "linli: 要么写出文件，要么写 --announcements。请只用一种。"),
        (
            ["page.txt", "--announcements", "column.txt"],
            "linli: 要么写出文件，要么写 --announcements。请只用一种。",
        ),
        (["page.txt", "--date", "7月4日"], "linli: --date: `7月4日` is not a date"),
    ],
)
def test_what_cannot_be_meant_is_answered(
    desk: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], answer: str
) -> None:
    assert main(["import", *arguments]) == 2
    assert capsys.readouterr().err.splitlines() == [answer]

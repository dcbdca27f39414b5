# SPDX-License-Identifier: MIT
"""`linli check --changed`: what an editor has at hand; and how many slips 10,000 characters hold."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from repositories import commit, git, repository
from sites import write_site

from linli.cli import main

HEAD = "---\ntitle: 灯亮了\ndate: 2026-11-20\ncategory: news\nbylines: [本报记者 王小明]\n---\n"
SITE = f"""\
-- content/categories/news.md --
---
name: 社区治理
---
-- content/reports/2026/a.md --
{HEAD}灯亮了,见[桥](none.md)。
-- content/reports/2026/b.md --
{HEAD}灯亮了。
"""
A, B = Path("content/reports/2026/a.md"), Path("content/reports/2026/b.md")
DEAD = "content/reports/2026/a.md:7: dead-link: 链接“none.md”指向的文件不存在。请改链接。"
MARKS = "content/reports/2026/{}.md:7: half-width-marks: 中文里有 1 个半角标点：,。请改成全角。"
ELSEWHERE = "没有改动的文件里还有 2 处，其中 1 个错误；运行 linli check 会全部列出。"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = repository(tmp_path, SITE, "paper")
    monkeypatch.chdir(root)
    return root


def spoil(path: Path) -> None:
    path.write_text(f"{HEAD}灯亮了,好。\n", encoding="utf-8")


def test_only_files_that_are_not_committed_are_reported(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--changed"]) == 0
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.splitlines()[-1] == ELSEWHERE
    spoil(B)
    spoil(B.with_name("c.md"))
    assert main(["check", "--changed"]) == 0
    said = capsys.readouterr()
    assert said.out.splitlines() == [MARKS.format("b"), MARKS.format("c")]
    assert main(["check", "content/reports/2026/c.md", "--changed"]) == 0
    assert capsys.readouterr().out.splitlines() == [MARKS.format("c")]


def test_an_error_counts_where_it_is_shown(here: Path) -> None:
    A.write_text(A.read_text(encoding="utf-8") + "好。\n", encoding="utf-8")
    assert main(["check", "--changed"]) == 1


def test_a_branch_is_held_against_where_it_left_the_other(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    git(here, "checkout", "-q", "-b", "draft")
    spoil(B)
    commit(here.parent)
    git(here, "checkout", "-q", "main")
    A.write_text(f"{HEAD}灯亮了。\n", encoding="utf-8")
    commit(here.parent)
    git(here, "checkout", "-q", "draft")
    assert main(["check", "--changed", "main", "--format", "json"]) == 0
    said = capsys.readouterr()
    assert [row["path"] for row in json.loads(said.out)] == ["content/reports/2026/b.md"]
    assert said.err.splitlines() == [ELSEWHERE]


def test_without_such_a_commit_the_command_says_so(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--changed", "origin/main"]) == 2
    assert "--changed: there is no commit `origin/main` here" in capsys.readouterr().err


def test_errors_of_editing_are_counted_in_ten_thousand_characters(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write_site(tmp_path, SITE.replace(",见[桥](none.md)", "，，好") + "灯" * 4993 + "。。\n")
    monkeypatch.chdir(tmp_path)
    assert main(["check"]) == 0
    told = "编校差错 2 处，共 5000 字，每万字 4.0 处（报纸的合格线是 3 处）。"
    assert capsys.readouterr().err.splitlines()[1] == told
    assert main(["check", "--rate", "4"]) == 0
    assert main(["check", "--rate", "3"]) == 1
    capsys.readouterr()
    assert main(["check", "--rate", "3", "--format", "github"]) == 1
    assert capsys.readouterr().err.splitlines() == [told]
    assert main(["check", "--rate", "3", "content/about"]) == 0

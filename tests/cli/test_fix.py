# SPDX-License-Identifier: MIT
"""`linli fix`: what it mends, what it shows, and what it leaves alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from repositories import git, repository
from sites import write_site

from linli.cli import main

HEAD = "---\ntitle: 灯亮了\ndate: 2026-11-20\ncategory: news\nbylines: [本报记者 王小明]\n---\n"
LOST = """\
---
id: L-2026-0001
code: 4002
title: 遗失声明
date: 2026-11-20
places: [新津区]
holder: {type: organisation, name: 示例商店(新津)}
documents: [{name: 营业执照, copy: 正本, numbers: [{label: 注册号, value: "510118600123451"}]}]
---
"""
SITE = f"""\
-- content/categories/news.md --
---
name: 社区治理
---
-- content/reports/2026/a.md --
{HEAD}灯亮了,街坊高兴。联系13900000000。
-- content/reports/2026/b.md --
{HEAD}灯亮了。
"""
A, B = "content/reports/2026/a.md", "content/reports/2026/b.md"
NOTICE = "content/lost/2026/L-2026-0001.md"
DIFF = """\
--- content/reports/2026/a.md
+++ content/reports/2026/a.md
@@ -4,4 +4,4 @@
 category: news
 bylines: [本报记者 王小明]
 ---
-灯亮了,街坊高兴。联系139****0000。
+灯亮了，街坊高兴。联系139****0000。
"""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write_site(tmp_path, SITE)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def read(path: str) -> str:
    return Path(path).read_bytes().decode()


def test_it_mends_and_shows_what_it_did_once(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["fix"]) == 0
    said = capsys.readouterr()
    assert (said.out, said.err) == (DIFF, "改好了 1 个文件。\n")
    assert read(A) == f"{HEAD}灯亮了，街坊高兴。联系13900000000。\n"
    assert main(["fix"]) == 0
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", "没有要改的。\n")
    assert sorted(path.name for path in Path(A).parent.iterdir()) == ["a.md", "b.md"]


def test_only_looking_writes_nothing_and_fails(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = read(A)
    assert main(["fix", "--check", "--language", "en"]) == 1
    said = capsys.readouterr()
    assert said.out == DIFF
    assert said.err == (
        "Files that can be mended: 1. Nothing was written; leave out --check to mend them.\n"
    )
    assert read(A) == before
    assert main(["fix", "--check", B]) == 0


def test_only_the_files_named_are_mended(here: Path) -> None:
    assert main(["fix", B]) == 0
    assert "，" not in read(A)
    assert main(["fix", "content/reports"]) == 0
    assert "，" in read(A)


@pytest.mark.parametrize(
    ("raw", "mended"),
    [
        (f"\ufeff{HEAD}灯亮了。\n".encode(), f"{HEAD}灯亮了。\n".encode()),
        (f"{HEAD}灯亮了。\n".encode("utf-16"), f"{HEAD}灯亮了。\n".encode()),
        (
            f"{HEAD}灯亮了，说：“好”——镕。\n".encode("gb18030"),
            f"{HEAD}灯亮了，说：“好”——镕。\n".encode(),
        ),
        (
            f"{HEAD}灯亮了,好。\n".replace("\n", "\r\n").encode(),
            f"{HEAD}灯亮了，好。\n".replace("\n", "\r\n").encode(),
        ),
        (f"{HEAD}灯亮了。\r\n好。\n".encode(), f"{HEAD}灯亮了。\n好。\n".encode()),
        (
            "---\r\n标题：灯亮了\r\n---\r\n好。\r\n".encode("gbk"),
            "---\r\n标题: 灯亮了\r\n---\r\n好。\r\n".encode(),
        ),
    ],
)
def test_what_windows_left_is_mended(here: Path, raw: bytes, mended: bytes) -> None:
    Path(B).write_bytes(raw)
    assert main(["fix", B]) == 0
    assert Path(B).read_bytes() == mended


@pytest.mark.parametrize(
    "raw",
    [
        f"{HEAD}灯亮了。\n".replace("\n", "\r\n").encode(),
        "---\ntitle: 燈亮了\n---\n今天晚上巷子裡的燈亮了，大家都說好。\n".encode("big5"),
        b"---\ntitle: \xff\xfe\xfd\n---\n",
        b"",
    ],
)
def test_bytes_that_are_right_or_in_doubt_stay(here: Path, raw: bytes) -> None:
    Path(B).write_bytes(raw)
    assert main(["fix", B]) == 0
    assert Path(B).read_bytes() == raw


def test_what_only_changes_its_encoding_is_told_in_a_sentence(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path(B).write_bytes(f"\ufeff{HEAD}灯亮了。\n".encode())
    assert main(["fix", B]) == 0
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == "reports/2026/b.md：只改编码和换行，文字不变。\n改好了 1 个文件。\n"


def test_a_published_announcement_is_left_alone_and_a_new_one_mended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    text = f"{LOST}示例商店不慎遗失营业执照,声明作废。\n"
    root = repository(tmp_path, f"{SITE}-- {NOTICE} --\n{text}")
    monkeypatch.chdir(root)
    new = Path(NOTICE).with_name("L-2026-0002.md")
    new.write_text(text.replace("0001", "0002").replace("(新津)", ""), encoding="utf-8")
    assert main(["fix"]) == 0
    assert read(NOTICE) == text
    assert "遗失营业执照，声明作废" in new.read_text(encoding="utf-8")
    assert capsys.readouterr().err == (
        "lost/2026/L-2026-0001.md：公告登出以后不改，没有动。要改请运行 linli revise。\n"
        "改好了 2 个文件。\n"
    )
    assert git(root, "status", "--porcelain").splitlines() == [
        f" M {A}",
        "?? content/lost/2026/L-2026-0002.md",
    ]


def test_an_announcement_keeps_the_names_that_its_keys_and_its_text_share(here: Path) -> None:
    Path(NOTICE).parent.mkdir(parents=True)
    Path(NOTICE).write_text(f"{LOST}示例商店(新津)遗失执照, \n声明作废。\n", encoding="utf-8")
    assert main(["fix"]) == 0
    assert read(NOTICE) == f"{LOST}示例商店(新津)遗失执照,\n声明作废。\n"


def test_a_folder_that_is_not_there_is_named(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["fix", "content/none.md"]) == 2
    assert "none.md: no such file in content/" in capsys.readouterr().err

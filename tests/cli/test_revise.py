# SPDX-License-Identifier: MIT
"""`linli revise`: the old version is kept byte for byte, and one number changes."""

from __future__ import annotations

from pathlib import Path

import pytest
from repositories import commit, repository
from sites import write_site

from linli.cli import main

NOTICE = "content/notices/2026/N-2026-0001.md"
KEPT = "content/notices/2026/N-2026-0001.v1.md"
HEAD = "id: N-2026-0001\ncode: 1003\ntitle: 招募\ndate: 2026-11-10\nplaces: [新津区]\n"
TEXT = f"---\n{HEAD}issuer: {{name: 居委会}}\n---\n招募志愿者。\n\nversion: 1 是正文里的字。\n"
SITE = f"-- content/places.yml --\n- {{name: 新津区, slug: xinjin}}\n-- {NOTICE} --\n{TEXT}"
REPORT = """\
-- content/categories/news.md --
---
name: 社区治理
---
-- content/reports/2026/bridge.md --
---
title: 桥修好了
date: 2026-11-10
category: news
bylines: [本报记者 李玥林]
---
小桥昨天修好。
"""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(write_site(tmp_path, SITE + REPORT))
    monkeypatch.setenv("LINLI_NOW", "2026-11-25 12:00")
    return tmp_path


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (TEXT, TEXT.replace("居委会}\n---", "居委会}\nversion: 2\n---")),
        (
            TEXT.replace("issuer", "version: 1\nissuer"),
            TEXT.replace("issuer", "version: 2\nissuer"),
        ),
        (
            TEXT.replace("issuer", '版本 :  "1"  # 第一版\nissuer'),
            TEXT.replace("issuer", '版本 :  "2"  # 第一版\nissuer'),
        ),
        (
            TEXT.replace("id:", "编号:"),
            TEXT.replace("id:", "编号:").replace("居委会}\n---", "居委会}\n版本: 2\n---"),
        ),
    ],
    ids=["no number", "a number", "a number in quotes", "Chinese keys"],
)
@pytest.mark.parametrize("windows", [False, True])
def test_the_old_version_is_kept_and_the_number_raised(
    here: Path, capsys: pytest.CaptureFixture[str], before: str, after: str, windows: bool
) -> None:
    def encoded(text: str) -> bytes:
        return b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode() if windows else text.encode()

    Path(NOTICE).write_bytes(encoded(before))
    assert main(["revise", NOTICE]) == 0
    assert Path(KEPT).read_bytes() == encoded(before)
    assert Path(NOTICE).read_bytes() == encoded(after)
    assert capsys.readouterr().out == (
        "第 1 版已存为 notices/2026/N-2026-0001.v1.md。现在请改 notices/2026/N-2026-0001.md"
        "（第 2 版），两个文件一起提交。\n"
    )
    assert main(["check"]) == 0


def test_a_piece_in_a_folder_keeps_its_version_in_it(here: Path) -> None:
    folder = Path(NOTICE).with_suffix("")
    folder.mkdir()
    Path(NOTICE).rename(folder / "index.md")
    assert main(["revise", str(folder / "index.md")]) == 0
    assert (folder / "v1.md").read_text(encoding="utf-8") == TEXT
    assert main(["check"]) == 0


def refused(path: str, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    before = {one: one.read_bytes() for one in Path("content").rglob("*") if one.is_file()}
    assert main(["revise", path]) == 1
    assert said in "".join(capsys.readouterr())
    assert {one: one.read_bytes() for one in Path("content").rglob("*") if one.is_file()} == before


def test_a_file_with_a_mistake_is_not_revised(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path(NOTICE).write_text(TEXT.replace("code: 1003", "code: 1009"), encoding="utf-8")
    refused(NOTICE, f"{NOTICE}:3: unknown-code: ", capsys)


def test_what_has_no_versions_is_told_so(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    refused(
        "content/reports/2026/bridge.md",
        "linli: reports/2026/bridge.md：只有 notices/ 和 lost/ 里的公告有版本。报道请写 corrections。",
        capsys,
    )


def test_an_earlier_version_is_not_revised(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["revise", NOTICE])
    capsys.readouterr()
    refused(
        KEPT,
        "linli: notices/2026/N-2026-0001.v1.md：这是旧版，不能再改。"
        "请改现行稿 notices/2026/N-2026-0001.md。",
        capsys,
    )


def test_a_second_revision_waits_until_the_first_is_committed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(repository(tmp_path, SITE))
    monkeypatch.setenv("LINLI_NOW", "2026-11-25 12:00")
    assert main(["revise", NOTICE]) == 0
    capsys.readouterr()
    refused(
        NOTICE,
        "linli: notices/2026/N-2026-0001.md：上次改版的旧稿 notices/2026/N-2026-0001.v1.md "
        "还没有提交。请先提交，再改下一版。",
        capsys,
    )
    commit(tmp_path)
    assert main(["revise", NOTICE]) == 0
    assert Path(KEPT.replace("v1", "v2")).is_file()


def test_where_the_number_cannot_be_raised_the_editor_is_told(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = TEXT.replace("issuer", "version:\n  1\nissuer")
    Path(NOTICE).write_text(text, encoding="utf-8")
    refused(
        NOTICE,
        "linli: notices/2026/N-2026-0001.md：找不到可以改的 version 一行。"
        "请手工复制旧稿并写上 version: 2。",
        capsys,
    )


def test_a_file_that_is_not_there_is_a_mistake_of_usage(here: Path) -> None:
    assert main(["revise", "content/notices/2026/N-2026-0077.md"]) == 2

# SPDX-License-Identifier: MIT
"""`linli check` as an editor, a pull request and a program call it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from sites import build, write_site

from linli.cli import main

TWO_MISTAKES = """\
-- content/categories/news.md --
---
name: 社区治理
---
-- content/reports/2026/a.md --
---
title: 桥修好了
date: 2026-11-20
category: nwes
bylines: [本报记者 李玥林]
---
小桥昨天修好。
-- content/reports/2026/b.md --
---
titel: 灯亮了
date: 2026-11-20
category: news
bylines: [本报记者 李玥林]
---
灯亮了,街坊高兴。
"""
CATEGORY = (
    "content/reports/2026/a.md:4: unknown-category: 没有“nwes”这个栏目。您要写的是不是“news”？"
    "现有栏目：news（社区治理）。新栏目请先在 categories 里建文件。"
)
KEY = (
    "content/reports/2026/b.md:2: unknown-key: 这里没有“titel”这个键。您要写的是不是“title”？"
    "可用的键见写稿手册。"
)
MARKS = "content/reports/2026/b.md:7: half-width-marks: 中文里有 1 个半角标点：,。请改成全角。"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two mistakes in it, as the current one."""
    write_site(tmp_path, TWO_MISTAKES)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_every_mistake_of_every_file_is_said_in_file_order(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check"]) == 1
    said = capsys.readouterr()
    assert said.out.splitlines() == [CATEGORY, KEY, MARKS]
    assert said.err.splitlines() == [
        "9 个文件：2 个错误，1 个警告，0 个提示。",
        "编校差错 1 处，共 13 字，每万字 769.2 处（报纸的合格线是 3 处）。",
        "每个代码的意思、例子和改法：运行 linli codes 代码。",
    ]


def test_only_the_files_asked_for_are_reported(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "content/reports/2026/a.md"]) == 1
    assert capsys.readouterr().out.splitlines() == [CATEGORY]
    assert main(["check", "content/about"]) == 0
    assert capsys.readouterr().out == ""
    assert main(["check", "content/reports"]) == 1
    assert capsys.readouterr().out.splitlines() == [CATEGORY, KEY, MARKS]


def test_a_pull_request_gets_its_notes_at_the_lines(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--format", "github", "--language", "en"]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "::error file=content/reports/2026/a.md,line=4,title=unknown-category::There is no category"
        " `nwes`. Did you mean `news`? There are: news（社区治理）. Make a file in"
        " categories for a new one first.",
        "::error file=content/reports/2026/b.md,line=2,title=unknown-key::There is no key `titel`"
        " here. Did you mean `title`? The handbook lists all keys.",
        "::warning file=content/reports/2026/b.md,line=7,title=half-width-marks::There are"
        " half-width marks in Chinese text: , (1). Make them full-width.",
    ]


def test_a_program_gets_json(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--format", "json", "content/reports/2026/b.md"]) == 1
    rows = json.loads(capsys.readouterr().out)
    assert [(row["path"], row["line"], row["code"], row["severity"]) for row in rows] == [
        ("content/reports/2026/b.md", 2, "unknown-key", "error"),
        ("content/reports/2026/b.md", 7, "half-width-marks", "warning"),
    ]
    assert rows[0]["message"] == KEY.partition("unknown-key: ")[2]


def test_each_finding_leads_to_what_its_code_means(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--format", "json"]) == 1
    assert {row["url"] for row in json.loads(capsys.readouterr().out)} == {None}
    (here / "content/about/codes.md").write_text("---\ntitle: 错误代码\n---\n一页。\n", "utf-8")
    page = "https://paper.example/about/codes/"
    main(["check", "--format", "json"])
    assert [row["url"] for row in json.loads(capsys.readouterr().out)] == [
        f"{page}#{code}" for code in ("unknown-category", "unknown-key", "half-width-marks")
    ]
    main(["check", "--format", "github", "content/reports/2026/b.md"])
    assert capsys.readouterr().out.splitlines()[1].endswith(f"请改成全角。 {page}#half-width-marks")
    main(["check"])
    assert capsys.readouterr().err.splitlines()[-1] == (
        f"每个代码的意思、例子和改法：{page}，或运行 linli codes 代码。"
    )
    config = here / "mkdocs.yml"
    text = config.read_text(encoding="utf-8").replace("site_url", "# site_url")
    config.write_text(text, encoding="utf-8")
    main(["check", "--language", "en"])
    assert capsys.readouterr().err.splitlines()[-1] == (
        "What each code means, with examples: content/about/codes.md, or run `linli codes CODE`."
    )


def test_a_folder_without_errors_is_clean_even_with_a_warning(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("a", "b"):
        file = here / f"content/reports/2026/{name}.md"
        text = file.read_text(encoding="utf-8").replace("nwes", "news").replace("titel", "title")
        file.write_text(text, encoding="utf-8")
    assert main(["check"]) == 0
    assert capsys.readouterr().out.splitlines() == [MARKS]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["check", "content/reports/none.md"], "none.md: no such file in content/"),
        (["check", "mkdocs.yml"], "mkdocs.yml: no such file in content/"),
        (["check", "--language", "fr"], "--language: `fr` has no words here"),
        (["check", "--now", "gestern"], "now: `gestern` is not a date and time"),
        (["check", "--config", "none.yml"], "none.yml"),
    ],
)
def test_a_wrong_call_says_what_is_wrong_and_exits_with_two(
    here: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    assert main(arguments) == 2
    shown = capsys.readouterr()
    assert said in shown.err
    assert shown.out == ""


@pytest.mark.parametrize(
    ("config", "said"),
    [
        ("- a\n- b\n", "not a mapping"),
        ("site_name: x\n", "plugins: `linli/articles` is missing"),
        ("plugins: [linli/articles]\ntheme: {name: material, language: fr}\n", "theme.language"),
        (
            "plugins:\n- linli/articles: {timezone: Asia/Nowhere}\ntheme: {language: zh}\n",
            "timezone: there is no `Asia/Nowhere`",
        ),
        ("plugins: [linli/articles\n", "mkdocs.yml"),
    ],
)
def test_a_configuration_that_cannot_be_used_is_named(
    here: Path, capsys: pytest.CaptureFixture[str], config: str, said: str
) -> None:
    (here / "mkdocs.yml").write_text(config, encoding="utf-8")
    assert main(["check"]) == 2
    assert said in capsys.readouterr().err


def test_the_day_may_be_another(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    link = here / "content/reports/2026/b.md"
    link.write_text(
        "---\ntitle: 灯亮了\ndate: 2026-11-20\ncategory: news\nbylines: [本报记者 李玥林]\n---\n"
        "见[桥](a.md)。\n",
        encoding="utf-8",
    )
    assert main(["check", "--now", "2026-11-19 12:00", "content/reports/2026/b.md"]) == 1
    assert "link-not-public" in capsys.readouterr().out
    assert main(["check", "--now", "2026-11-20 12:00", "content/reports/2026/b.md"]) == 0


@pytest.mark.site
def test_the_build_says_what_the_command_says(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from mkdocs.exceptions import Abort

    main(["check"])
    with pytest.raises(Abort):
        build(here)
    said = capsys.readouterr().out.splitlines()
    assert said == [CATEGORY, KEY, MARKS]
    assert not (here / "site").exists()


def test_an_old_url_upon_an_attachment_is_said_by_the_command_too(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "content/files").mkdir()
    (here / "content/files/form.pdf").write_bytes(b"%PDF-1.4")
    page = here / "content/about/privacy.md"
    page.write_text(
        "---\ntitle: 隐私\naliases: [old/privacy/, files/form.pdf]\n---\n正文。\n", encoding="utf-8"
    )
    assert main(["check", "content/about/privacy.md"]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "content/about/privacy.md:3: alias-taken: 旧网址“files/form.pdf”已归“files/form.pdf”。"
        "请删去这个旧网址。"
    ]


def test_an_editor_may_stand_anywhere_in_the_site(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["check"])
    told = capsys.readouterr()
    monkeypatch.chdir(here / "content" / "reports")
    assert main(["check"]) == 1
    assert capsys.readouterr() == told


def test_outside_of_any_site_the_way_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["check"]) == 2
    assert capsys.readouterr().err == (
        "linli: 这个文件夹和它上面都没有 mkdocs.yml。请进到放网站的文件夹里再运行，或写 --config"
        " · no mkdocs.yml here or above; go to the site's folder, or name the file with --config\n"
    )

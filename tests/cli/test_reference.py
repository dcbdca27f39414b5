# SPDX-License-Identifier: MIT
"""`linli schema`, `linli keys`, `linli codes`: written from the tables that validate."""

from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema
import pytest
import yaml

from linli.cli import main
from linli.language.handbook import PAGE, codes, with_codes
from linli.language.languages import Language
from linli.language.messages import MESSAGES
from linli.reading.schema import KEYS

ROOT = Path(__file__).resolve().parents[2]


def front_matter(path: str) -> dict[str, object]:
    text = (ROOT / "content" / path).read_text(encoding="utf-8")
    # BaseLoader keeps every scalar a text, as our own reader does.
    loaded: dict[str, object] = yaml.load(text.split("---\n")[1], Loader=yaml.BaseLoader)
    return loaded


def test_the_schema_accepts_the_seed_notice_and_a_report(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["schema"]) == 0
    schema = json.loads(capsys.readouterr().out)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    for path in ("lost/2022/L-2022-0001.md", "reports/2022/xinjin-zhenjie-shuji/index.md"):
        assert list(validator.iter_errors(front_matter(path))) == []
    wrong = front_matter("lost/2022/L-2022-0001.md") | {"titel": "x"}
    assert not validator.is_valid(wrong)


def test_the_table_names_every_key_in_both_languages(
    capsys: pytest.CaptureFixture[str],
) -> None:
    for language in ("zh-Hans", "en"):
        assert main(["keys", "--language", language]) == 0
        table = capsys.readouterr().out
        for key in KEYS:
            assert f"| `{key.name}` | {'、'.join(key.zh)} |" in table


def test_writing_the_table_twice_changes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    handbook = tmp_path / "writing.md"
    handbook.write_text("前\n<!-- keys:begin -->\n旧表\n<!-- keys:end -->\n后\n", encoding="utf-8")
    assert main(["keys", "--write", str(handbook)]) == 0
    once = handbook.read_text(encoding="utf-8")
    assert main(["keys", "--write", str(handbook)]) == 0
    assert handbook.read_text(encoding="utf-8") == once
    assert once.startswith("前\n<!-- keys:begin -->\n")
    assert once.endswith("<!-- keys:end -->\n后\n")
    assert "旧表" not in once


def test_a_handbook_without_the_marks_is_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    handbook = tmp_path / "writing.md"
    handbook.write_text("没有标记。\n", encoding="utf-8")
    assert main(["keys", "--write", str(handbook)]) == 2
    assert handbook.read_text(encoding="utf-8") == "没有标记。\n"
    assert "<!-- keys:begin -->" in capsys.readouterr().err


def test_the_handbook_holds_the_current_codes() -> None:
    page = (ROOT / "content" / PAGE).read_text(encoding="utf-8")
    current = with_codes(page, Language.ZH_HANS)
    assert page == current, f"run: linli codes --write content/{PAGE}"


@pytest.mark.parametrize("language", Language)
def test_every_code_has_one_heading_with_its_name_for_an_anchor(language: Language) -> None:
    anchors = re.findall(
        r"^#{2,3} .+ \{ #([a-z0-9-]+)(?: lang=en)? \}$", codes(language), re.MULTILINE
    )
    assert len(anchors) == len(set(anchors))
    assert {anchor for anchor in anchors if not anchor.startswith("theme-")} == set(MESSAGES)


def test_writing_the_codes_twice_changes_nothing(tmp_path: Path) -> None:
    page = tmp_path / "codes.md"
    page.write_text("前\n<!-- codes:begin -->\n<!-- codes:end -->\n后\n", encoding="utf-8")
    assert main(["codes", "--write", str(page)]) == 0
    once = page.read_text(encoding="utf-8")
    assert main(["codes", "--write", str(page)]) == 0
    assert page.read_text(encoding="utf-8") == once
    assert "### missing-key { #missing-key lang=en }" in once


def test_one_code_is_told_with_its_example(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["codes", "not-a-date"]) == 0
    assert capsys.readouterr().out == (
        "not-a-date（错误）\n"
        "“键”的“值”不是日期。请写成 2022-07-05、2022/7/5 或 2022年7月5日。\n\n"
        "错：\n    date: 十一月五日\n\n对：\n    date: 2026年11月5日\n"
    )
    assert main(["codes", "changed-without-version", "--language", "en"]) == 0
    assert "\nRight:\n    Restore it, run linli revise " in capsys.readouterr().out


def test_a_code_that_is_not_there_gets_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["codes", "mising_key"]) == 2
    assert capsys.readouterr().err == (
        "linli: 没有“mising_key”这个代码。您要找的是不是“missing-key”？全部代码见 linli codes。\n"
    )
    assert main(["codes", "zzz", "--language", "en"]) == 2
    assert capsys.readouterr().err == (
        "linli: There is no code `zzz`. `linli codes` lists them all.\n"
    )


@pytest.mark.parametrize("language", Language)
def test_what_a_message_shows_as_it_is_means_nothing_to_markdown(language: Language) -> None:
    import markdown

    html = markdown.markdown(codes(language), extensions=["attr_list", "fenced_code"])
    outside = re.sub(r"<pre>.*?</pre>", "", html, flags=re.DOTALL)
    assert set(re.findall(r"</?(\w+)", outside)) == {"ul", "li", "a", "h2", "h3", "p", "strong"}
    assert html.count("<pre>") == html.count("<code")
    for example in ("&lt;<", "{ #", "\\"):
        assert example not in outside

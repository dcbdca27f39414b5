# SPDX-License-Identifier: MIT
"""`linli schema` and `linli keys`: written from the table that validates."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
import yaml

from linli.cli import main
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

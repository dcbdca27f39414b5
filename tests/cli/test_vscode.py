# SPDX-License-Identifier: MIT
"""What stands in .vscode/: written from the tables, current, and true of the commands it runs."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from sites import write_site
from town import TOWN

from linli.cli import main
from linli.engine.at_hand import at_hand
from linli.engine.judging import Court
from linli.engine.settings import read_settings
from linli.newsroom.codes import CODES
from linli.newsroom.photos import Photo
from linli.reading.snippets import Snippet, snippets

ROOT = Path(__file__).resolve().parents[2]
VSCODE = ROOT / ".vscode"
VARIABLES = {
    "$CURRENT_YEAR": "2026",
    "$CURRENT_MONTH": "07",
    "$CURRENT_DATE": "01",
    "$TM_FILENAME_BASE": "N-2026-0777",
}
REPORT = "---\ntitle: 小桥\ndate: 2026-07-01\ncategory: news\nbylines: [通讯员 王小明]\n{}---\n{}\n"


def loaded(name: str) -> Any:
    return json.loads((VSCODE / name).read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("name", "command"),
    [
        ("linli.schema.json", ["schema"]),
        ("places.schema.json", ["schema", "places"]),
        ("linli.code-snippets", ["snippets", "--config", str(ROOT / "mkdocs.yml")]),
    ],
)
def test_what_is_written_by_a_command_is_current(
    tmp_path: Path, name: str, command: list[str]
) -> None:
    assert main([*command, "--write", str(tmp_path / name)]) == 0
    written = (tmp_path / name).read_bytes()
    assert written == (VSCODE / name).read_bytes(), f"linli {command[0]} --write .vscode/{name}"


def test_a_file_that_cannot_be_written_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["schema", "--write", str(tmp_path)]) == 2
    assert "Is a directory" in capsys.readouterr().err


def test_the_gazetteer_fits_its_schema_and_a_slip_does_not() -> None:
    schema = loaded("places.schema.json")
    jsonschema.Draft7Validator.check_schema(schema)
    validator = jsonschema.Draft7Validator(schema)
    text = (ROOT / "content/places.yml").read_text(encoding="utf-8")
    places = yaml.load(text, Loader=yaml.BaseLoader)
    assert list(validator.iter_errors(places)) == []
    assert not validator.is_valid([{"name": "新津区", "slug": "XJ"}])
    assert not validator.is_valid([{"name": "新津区", "slugg": "xj"}])


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> tuple[Court, dict[str, Snippet]]:
    root = write_site(tmp_path_factory.mktemp("town"), TOWN)
    site = read_settings(root / "mkdocs.yml")
    known = at_hand(site.content, site.portal.zone)
    court = Court(site, known, {"photo.jpg": Photo("reports/2026/a/photo.jpg", 8, 8)})
    return court, {one.name: one for one in snippets(known.vocabulary, known.files)}


def filled_in(snippet: Snippet) -> str:
    text = snippet.filled_in
    for variable, value in VARIABLES.items():
        text = text.replace(variable, value)
    assert not re.search(r"\$[\w{]", text), text
    return text


def test_every_type_of_announcement_has_its_snippet(
    town: tuple[Court, dict[str, Snippet]],
) -> None:
    prefixes = {prefix for one in town[1].values() for prefix in one.prefixes}
    assert prefixes >= {*CODES, "报道", "图片", "一组图片", "更正", "撤回"}
    assert len(town[1]) == len(CODES) + 5


def test_a_snippet_that_nobody_touches_passes_the_check(
    town: tuple[Court, dict[str, Snippet]],
) -> None:
    court, every = town
    for name, snippet in every.items():
        text, path = filled_in(snippet), "notices/2026/N-2026-0777.md"
        if name == "报道":
            path = "reports/2026/a.md"
        elif name in {"图片", "一组图片"}:
            path, text = "reports/2026/a/index.md", REPORT.format("", text)
        elif name in {"更正", "撤回"}:
            path, text = "reports/2026/a.md", REPORT.format(f"{text}\n", "正文。")
        elif snippet.prefixes[-1][0] == "4":
            path = "lost/2026/N-2026-0777.md"
        found = [one for one in court.judge(path, text) if one.is_error]
        assert found == [], f"{name}\n{text}\n{found}"


def test_what_is_typed_once_stands_in_the_table_and_in_the_text(
    town: tuple[Court, dict[str, Snippet]],
) -> None:
    permit = town[1]["遗失声明 银行开户许可证"]
    assert permit.lines[6:] == (
        "holder: {type: organisation, name: ${3:遗失人姓名或全称}}",
        "documents:",
        "  - name: ${4:银行开户许可证}",
        "    issuer: ${5:开户银行全称}",
        "    numbers:",
        '      - {label: 核准号, value: "${6:J0000000000000}"}',
        '      - {label: 开户许可证编号, value: "${7:0000-00000000}"}',
        "---",
        "$3不慎遗失$5$4（核准号：$6，开户许可证编号：$7），声明作废。$0",
    )


def test_the_editor_puts_every_finding_where_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write_site(tmp_path, TOWN + "-- content/reports/2026/a.md --\n---\ntitle: 桥,河\n---\n桥：好\n")
    monkeypatch.chdir(tmp_path)
    task = next(one for one in loaded("tasks.json")["tasks"] if one["label"] == "检查")
    assert main(task["args"]) == 1
    pattern = task["problemMatcher"]["pattern"]
    lines = capsys.readouterr().out.splitlines()
    found = [re.fullmatch(pattern["regexp"], line) for line in lines]
    assert all(found)
    places = [
        (one[pattern["severity"]], one[pattern["file"]], one[pattern["line"]])
        for one in found
        if one
    ]
    assert ("error", "content/reports/2026/a.md", "2") in places
    assert ("warning", "content/reports/2026/a.md", "2") in places


def test_the_tasks_run_commands_that_there_are_on_either_system() -> None:
    scripts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"][
        "scripts"
    ]
    commands = {*scripts, "mkdocs"}
    tasks = loaded("tasks.json")["tasks"]
    assert [one["label"] for one in tasks] == ["检查", "预览", "新建"]
    for task in tasks:
        name = task["command"].removeprefix("${workspaceFolder}/.venv/bin/")
        assert name in commands
        assert task["windows"]["command"] == f"${{workspaceFolder}}\\.venv\\Scripts\\{name}.exe"
    for file in loaded("settings.json")["yaml.schemas"]:
        assert (ROOT / file).is_file()

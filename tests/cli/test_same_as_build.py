# SPDX-License-Identifier: MIT
"""The command and the build say the same of any folder, for they read it by the same code."""

from __future__ import annotations

import json
import logging
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from sites import CONFIG, NOW, OVERRIDES, build, write_site
from town import TOWN

from linli.cli import main

pytestmark = pytest.mark.site

BROKEN = Path(__file__).resolve().parents[1] / "sites" / "broken" / "content"


def broken(root: Path) -> None:
    shutil.copytree(BROKEN, root / "content")
    (root / "mkdocs.yml").write_text(CONFIG.replace("OVERRIDES", str(OVERRIDES)), encoding="utf-8")


def warned(root: Path) -> None:
    write_site(
        root, TOWN.replace("走得稳当。", "走得稳当,真好。").replace("声明作废", "声明  作废")
    )


@pytest.mark.parametrize("folder", [broken, warned])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_build_finds_what_the_command_finds(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
    folder: Callable[[Path], None],
    language: str,
) -> None:
    root = tmp_path / "site0"
    root.mkdir()
    folder(root)
    file = root / "mkdocs.yml"
    config = file.read_text(encoding="utf-8")
    file.write_text(config.replace("language: zh", f"language: {language}"), encoding="utf-8")
    monkeypatch.chdir(root)
    code = main(["check", "--now", NOW])
    told = capsys.readouterr().out.splitlines()
    with caplog.at_level(logging.INFO):
        try:
            build(root)
            stopped = 0
        except SystemExit as error:
            stopped = int(str(error.code))
    found = [record.getMessage() for record in caplog.records if record.name.endswith(".findings")]
    assert told
    assert found == told
    assert stopped == code


def test_every_kind_of_finding_comes_out_of_every_format(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    broken(tmp_path)
    monkeypatch.chdir(tmp_path)
    counts = set()
    for form in ("text", "github"):
        assert main(["check", "--now", NOW, "--format", form]) == 1
        counts.add(len(capsys.readouterr().out.splitlines()))
    main(["check", "--now", NOW, "--format", "json"])
    counts.add(len(json.loads(capsys.readouterr().out)))
    assert len(counts) == 1
    assert counts.pop() > 100

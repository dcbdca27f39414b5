# SPDX-License-Identifier: MIT
"""The hooks that other newsrooms' repositories use, and those of this one."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from sites import write_site

from linli.cli import main

ROOT = Path(__file__).resolve().parents[2]
HOOKS = {
    hook["id"]: hook
    for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
}


def test_the_hooks_are_commands_that_there_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_site(tmp_path, "")
    monkeypatch.chdir(tmp_path)
    assert set(HOOKS) == {"linli-fix", "linli-check"}
    for hook in HOOKS.values():
        command, *arguments = hook["entry"].split()
        assert command == "linli"
        assert main([*arguments, *hook.get("args", [])]) == 0


def test_here_they_run_the_same_commands() -> None:
    config = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    ours = {hook["id"]: hook["entry"] for repo in config["repos"] for hook in repo["hooks"]}
    for id, hook in HOOKS.items():
        assert ours[id] == f".venv/bin/{hook['entry']}"

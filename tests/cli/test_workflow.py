# SPDX-License-Identifier: MIT
"""What the workflow calls is there, and only one job of a pull request may write."""

from __future__ import annotations

import argparse
import os
import re
import shlex
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from linli.cli import COMMANDS
from linli.pages.review import MARK

FILE = Path(__file__).resolve().parents[2] / ".github/workflows/publish.yml"
VARIABLES = {"$AGAINST": "--against HEAD^1", "$PREVIEW": "https://forge.example/artifacts/7"}


@pytest.fixture(scope="module")
def jobs() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(FILE.read_text(encoding="utf-8"))["jobs"]
    return loaded


def runs(job: dict[str, Any]) -> str:
    return "\n".join(step.get("run", "") for step in job["steps"])


def test_every_command_it_calls_takes_the_options_it_gives(jobs: dict[str, Any]) -> None:
    parser = argparse.ArgumentParser(exit_on_error=False)
    commands = parser.add_subparsers(required=True)
    for command in COMMANDS:
        command.add(commands)
    called = []
    for line in re.findall(r"\.venv/bin/linli (.+)", runs(jobs["site"])):
        for name, value in VARIABLES.items():
            line = line.replace(name, value)
        called.append(parser.parse_args(shlex.split(line)))
    assert [one.against for one in called] == ["HEAD^1", "HEAD^1"]
    assert called[1].output == Path("report.md")
    assert called[1].preview == VARIABLES["$PREVIEW"]


def test_what_a_pull_request_is_merged_into_is_fetched(jobs: dict[str, Any]) -> None:
    (checkout,) = (
        step
        for step in jobs["site"]["steps"]
        if step.get("uses", "").startswith("actions/checkout")
    )
    assert checkout["with"]["fetch-depth"] == 2


def test_the_report_is_in_the_summary_and_handed_to_the_job_that_may_comment(
    jobs: dict[str, Any],
) -> None:
    assert 'cat report.md >> "$GITHUB_STEP_SUMMARY"' in runs(jobs["site"])
    kept = [step["with"] for step in jobs["site"]["steps"] if "upload-artifact" in str(step)]
    assert {"name": "report", "path": "report.md", "retention-days": 14} in kept
    assert jobs["comment"]["steps"][0]["with"] == {"name": "report"}
    assert "head.repo.full_name == github.repository" in jobs["comment"]["if"]


def test_only_that_job_may_write_to_a_pull_request_and_it_runs_nothing_of_it(
    jobs: dict[str, Any],
) -> None:
    assert [
        name for name, job in jobs.items() if "pull-requests" in job.get("permissions", {})
    ] == ["comment"]
    assert not any("checkout" in step.get("uses", "") for step in jobs["comment"]["steps"])
    assert "linli " not in runs(jobs["comment"])


def test_the_comment_of_an_earlier_push_is_found_by_the_first_line(jobs: dict[str, Any]) -> None:
    step = jobs["comment"]["steps"][-1]
    assert f'startswith("{MARK}")' in step["env"]["OURS"]
    assert "--method PATCH" in step["run"]


@pytest.mark.parametrize(
    ("earlier", "last"),
    [
        ("", "api --silent COMMENTS --field body=@report.md"),
        ("7\n9\n", "api --silent --method PATCH COMMENT/7 --field body=@report.md"),
    ],
)
def test_the_first_comment_is_renewed_and_where_there_is_none_one_is_written(
    jobs: dict[str, Any], tmp_path: Path, earlier: str, last: str
) -> None:
    (tmp_path / "earlier").write_text(earlier)
    forge = tmp_path / "gh"
    forge.write_text(
        '#!/bin/sh\necho "$@" >> calls\n[ "$2" = --paginate ] && cat earlier\nexit 0\n'
    )
    forge.chmod(0o755)
    around = {"PATH": f"{tmp_path}:{os.environ['PATH']}", "COMMENTS": "COMMENTS"}
    around |= {"COMMENT": "COMMENT", "OURS": "ours"}
    script = jobs["comment"]["steps"][-1]["run"]
    subprocess.run(["bash", "-e", "-c", script], cwd=tmp_path, env=around, check=True)
    calls = (tmp_path / "calls").read_text().splitlines()
    assert calls == ["api --paginate COMMENTS --jq .[] | select(ours) | .id", last]

# SPDX-License-Identifier: MIT
"""Findings as a person, a pull request and a program read them."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable

from linli.engine.explanations import explanations
from linli.engine.settings import Settings
from linli.language.messages import Severity
from linli.language.summaries import CHECKED
from linli.newsroom.diagnostics import Diagnostic


def _say_text(found: Iterable[Diagnostic], settings: Settings, texts: int) -> None:
    folder = f"{settings.content.name}/"
    counts = dict.fromkeys(Severity, 0)
    for finding in found:
        counts[finding.severity] += 1
        print(finding.line(settings.says, prefix=folder))
    print(
        CHECKED(settings.says).format(
            files=texts,
            errors=counts[Severity.ERROR],
            warnings=counts[Severity.WARNING],
            notices=counts[Severity.NOTICE],
        ),
        file=sys.stderr,
    )


def _say_github(found: Iterable[Diagnostic], settings: Settings, texts: int) -> None:
    """As workflow commands, which show up beside the lines of a pull request."""
    folder = settings.content.name
    page = explanations(settings)
    for finding in found:
        message = " ".join(filter(None, [finding.message(settings.says), page.of(finding.code)]))
        for sign, code in (("%", "%25"), ("\r", "%0D"), ("\n", "%0A")):
            message = message.replace(sign, code)
        print(
            f"::{finding.severity} file={folder}/{finding.location.path},"
            f"line={finding.location.line},title={finding.code}::{message}"
        )


def _say_json(found: Iterable[Diagnostic], settings: Settings, texts: int) -> None:
    folder = settings.content.name
    page = explanations(settings)
    rows = [
        {
            "path": f"{folder}/{finding.location.path}",
            "line": finding.location.line,
            "code": finding.code,
            "severity": finding.severity.value,
            "message": finding.message(settings.says),
            "url": page.of(finding.code) or None,
        }
        for finding in found
    ]
    print(json.dumps(rows, ensure_ascii=False, indent=2))


SAY = {"text": _say_text, "github": _say_github, "json": _say_json}
"""By the name of the format: findings, the settings, and how many texts were looked at."""

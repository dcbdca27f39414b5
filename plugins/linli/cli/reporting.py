# SPDX-License-Identifier: MIT
"""`linli report`: what a pull request publishes and changes, for whoever merges it."""

from __future__ import annotations

import argparse
import re
from pathlib import Path

from linli.cli.checking import read_all
from linli.cli.options import Commands, add_shared, settings_of
from linli.engine.repository import RepositoryError
from linli.engine.review import review
from linli.engine.settings import SettingsError, read_clock
from linli.newsroom.diagnostics import Exit
from linli.pages.review import render


def add(commands: Commands) -> None:
    command = commands.add_parser(
        "report", help="这次合并会发什么 · what a pull request publishes and changes"
    )
    command.add_argument(
        "--against", required=True, metavar="REV", help="对照哪次提交 · the commit to compare with"
    )
    command.add_argument("--output", type=Path, metavar="FILE", help="写到文件 · write it there")
    command.add_argument(
        "--preview", default="", metavar="URL", help="预览的网址 · where the preview is"
    )
    add_shared(command, now="当作此刻 · as at this instant")
    command.set_defaults(run=_report)


def _report(options: argparse.Namespace) -> int:
    """Tell, whatever there is to tell: whether it may be merged is what `linli check` says."""
    settings = settings_of(options)
    if not settings.content.is_dir():
        raise SettingsError(f"docs_dir: there is no folder {settings.content.name}/")
    if options.preview and not re.fullmatch(r"https?://[^\s()<>]+", options.preview):
        raise SettingsError(f"--preview: `{options.preview}` is no address; begin with https://")
    now = read_clock(settings.portal.zone, options.now).now
    _, found = read_all(options, settings)
    try:
        told = review(settings, options.against, now, found, options.preview)
    except RepositoryError as error:
        raise SettingsError(f"--against: {error}") from error
    text = render(told, settings.says)
    if options.output is None:
        print(text, end="")
        return Exit.CLEAN
    try:
        options.output.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise SettingsError(f"{options.output}: {error.strerror or error}") from error
    return Exit.CLEAN

# SPDX-License-Identifier: MIT
"""`linli revise`: a new version of an announcement."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from linli.cli.checking import read_all
from linli.cli.findings import SAY
from linli.cli.options import Commands, add_shared, in_content, settings_of
from linli.engine.revise import ReviseError, revise
from linli.newsroom.diagnostics import Exit


def add(commands: Commands) -> None:
    command = commands.add_parser(
        "revise", help="改公告：存下旧版 · begin a new version of a notice"
    )
    command.add_argument("path", type=Path, help="公告的文件 · the file of an announcement")
    add_shared(command, now="当作此刻 · as at this instant")
    command.set_defaults(run=_revise)


def _revise(options: argparse.Namespace) -> int:
    settings = settings_of(options)
    path = in_content(options.path, settings)
    taken, found = read_all(options, settings)
    wrong = [one for one in found if one.is_error and one.location.path == path]
    if wrong:
        SAY["text"](wrong, settings, taken.texts)
        return Exit.ERRORS
    try:
        print(revise(settings.content, path, settings.portal.zone, settings.says))
    except ReviseError as error:
        print(f"linli: {error}", file=sys.stderr)
        return Exit.ERRORS
    return Exit.CLEAN

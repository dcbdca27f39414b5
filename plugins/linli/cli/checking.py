# SPDX-License-Identifier: MIT
"""`linli check`: all that is wrong in the content folder."""

from __future__ import annotations

import argparse
from pathlib import Path, PurePosixPath

from linli.cli.findings import SAY
from linli.cli.options import Commands, add_shared, in_content, settings_of
from linli.engine.against import compare
from linli.engine.load import load
from linli.engine.repository import RepositoryError
from linli.engine.settings import Settings, SettingsError, read_clock
from linli.engine.stocktaking import Taken
from linli.newsroom.diagnostics import Diagnostic, Exit, in_file_order
from linli.pages import indexes


def add(commands: Commands) -> None:
    command = commands.add_parser("check", help="检查全部稿件 · check what editors wrote")
    command.add_argument("paths", nargs="*", type=Path, help="只报告这些文件 · only these files")
    command.add_argument("--format", choices=("text", "github", "json"), default="text")
    command.add_argument(
        "--against",
        metavar="REV",
        help="对照这次提交，发表过的不能消失或悄悄改 · hold what was published at a commit",
    )
    add_shared(command, now="当作此刻检查 · check as at this instant")
    command.set_defaults(run=_check)


def _check(options: argparse.Namespace) -> int:
    settings = settings_of(options)
    if not settings.content.is_dir():
        raise SettingsError(f"docs_dir: there is no folder {settings.content.name}/")
    taken, found = read_all(options, settings)
    if options.against is not None:
        instant = read_clock(settings.portal.zone, options.now).now
        try:
            published = compare(settings.content, settings.portal, options.against, instant)
            found = list(in_file_order((*found, *published)))
        except RepositoryError as error:
            raise SettingsError(f"--against: {error}") from error
    wanted = {in_content(path, settings) for path in options.paths}
    found = [one for one in found if not wanted or _is_wanted(one, wanted)]
    SAY[options.format](found, settings, taken.texts)
    return Exit.ERRORS if any(one.is_error for one in found) else Exit.CLEAN


def read_all(options: argparse.Namespace, settings: Settings) -> tuple[Taken, list[Diagnostic]]:
    """The content folder, read, and all that is wrong with it."""
    taken = load(
        settings.content,
        settings.portal,
        read_clock(settings.portal.zone, options.now),
        settings.cache,
        lambda stands: indexes.targets(stands, settings.portal.addresses, settings.features),
    )
    return taken, list(taken.diagnostics)


def _is_wanted(finding: Diagnostic, wanted: set[str]) -> bool:
    path = PurePosixPath(finding.location.path)
    return any(path == PurePosixPath(one) or PurePosixPath(one) in path.parents for one in wanted)

# SPDX-License-Identifier: MIT
"""`linli check`: all that is wrong in the content folder."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Set
from pathlib import Path, PurePosixPath

from linli.cli.findings import SAY
from linli.cli.options import Commands, add_shared, in_content, settings_of
from linli.engine.against import compare
from linli.engine.explanations import explanations
from linli.engine.load import load
from linli.engine.proofreading import error_rate
from linli.engine.repository import Repository, RepositoryError
from linli.engine.settings import Settings, SettingsError, read_clock
from linli.engine.stocktaking import Taken
from linli.language.summaries import ELSEWHERE, RATE
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
    command.add_argument(
        "--changed",
        metavar="REV",
        nargs="?",
        const="HEAD",
        help="只报告改动过的文件：还没提交的，或与这次提交不同的 · only files that changed",
    )
    command.add_argument(
        "--rate",
        metavar="N",
        type=float,
        help="每万字的编校差错超过 N 处就不通过 · fail above N slips per 10,000 characters",
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
    is_wanted = _choice(options, settings)
    shown = [one for one in found if is_wanted(one.location.path)]
    SAY[options.format](shown, settings, taken.texts)
    if options.changed is not None and len(shown) < len(found):
        rest = [one for one in found if not is_wanted(one.location.path)]
        errors = sum(one.is_error for one in rest)
        _say(ELSEWHERE(settings.says).format(findings=len(rest), errors=errors))
    rate = error_rate(settings.content, shown, is_wanted)
    if rate.slips and (options.format == "text" or options.rate is not None):
        words = {"slips": rate.slips, "characters": rate.characters, "rate": rate.per_10000}
        _say(RATE(settings.says).format(**words))
    if shown and options.format == "text":
        _say(explanations(settings).read_more(settings.says))
    too_many = options.rate is not None and rate.per_10000 > options.rate
    return Exit.ERRORS if too_many or any(one.is_error for one in shown) else Exit.CLEAN


def _say(sentence: str) -> None:
    print(sentence, file=sys.stderr)


def _choice(options: argparse.Namespace, settings: Settings) -> Callable[[str], bool]:
    """Which files are reported: those named, those that changed, both, or all."""
    named = {in_content(path, settings) for path in options.paths}
    changed: Set[str] | None = None
    if options.changed is not None:
        try:
            changed = Repository(settings.content).changed(options.changed)
        except RepositoryError as error:
            raise SettingsError(f"--changed: {error}") from error

    def is_wanted(path: str) -> bool:
        is_named = not named or _lies_in(path, named)
        return is_named and (changed is None or path in changed)

    return is_wanted


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


def _lies_in(file: str, wanted: Set[str]) -> bool:
    path = PurePosixPath(file)
    return any(path == PurePosixPath(one) or PurePosixPath(one) in path.parents for one in wanted)

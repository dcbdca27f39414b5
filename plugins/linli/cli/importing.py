# SPDX-License-Identifier: MIT
"""`linli import`: drafts of pieces from printed pages, Word files, web pages and other sites."""

from __future__ import annotations

import argparse
from pathlib import Path

from linli.cli import column
from linli.cli.harvests import report
from linli.cli.options import Commands, add_shared, settings_of
from linli.engine.drafting import lay_out, write_down
from linli.engine.harvesting import Gathered, gather
from linli.engine.settings import Settings, SettingsError, read_clock
from linli.language import harvests
from linli.newsroom.diagnostics import Exit
from linli.reading.dates import DateError, parse_day
from linli.reading.importing.printing import Printing


def add(commands: Commands) -> None:
    command = commands.add_parser("import", help="起草稿件 · draft pieces from what there is")
    command.add_argument(
        "sources",
        nargs="*",
        metavar="FILE",
        help="版面文字、Word、网页、别的网站 · page text, Word, HTML, another site's folder",
    )
    command.add_argument(
        "--announcements",
        metavar="FILE",
        help="报纸分类公告栏的文字，- 为标准输入 · a column of classified notices; - for stdin",
    )
    command.add_argument("--date", help="登报日期 · the paper's date")
    command.add_argument("--issue", default="", help="期号 · number of the issue")
    command.add_argument("--page", default="", help="版次 · the page")
    command.add_argument(
        "--output", type=Path, help="公告栏写到哪个文件 · the file for the announcements"
    )
    command.add_argument("--report", type=Path, help="报告写到哪个文件 · the file for the report")
    command.add_argument("--dry-run", action="store_true", help="只看，不写 · write nothing")
    add_shared(command)
    command.set_defaults(run=_import)


def _import(options: argparse.Namespace) -> int:
    settings = settings_of(options)
    printing = _printing(options)
    if options.announcements is not None and not options.sources:
        return column.draft(options, settings, printing)
    if options.announcements is not None or not options.sources:
        raise SettingsError(harvests.ONE_OF_TWO(settings.says))
    return _draft(options, settings, printing)


def _printing(options: argparse.Namespace) -> Printing:
    try:
        day = parse_day(options.date) if options.date else None
    except DateError as error:
        raise SettingsError(f"--date: `{options.date}` is not a date") from error
    return Printing(day, options.issue, options.page)


def _draft(options: argparse.Namespace, settings: Settings, printing: Printing) -> int:
    if not settings.content.is_dir():
        raise SettingsError(f"docs_dir: there is no folder {settings.content.name}/")
    gathered: list[Gathered] = [
        one for source in options.sources for one in gather(source, settings, printing)
    ]
    year = read_clock(settings.portal.zone).day.year
    drafts = [draft for one in gathered for draft in one.harvest.drafts]
    laid = lay_out(drafts, settings, printing, year)
    if not options.dry_run:
        for one in laid:
            if not write_down(one, settings.content):
                raise SettingsError(harvests.TAKEN(settings.says).format(path=one.path))
    text = report(gathered, laid, settings.content.name, settings.says, dry=options.dry_run)
    print(text, end="")
    if options.report is not None:
        options.report.write_text(text, encoding="utf-8", newline="\n")
        print(harvests.REPORT(settings.says).format(path=options.report))
    if any(one.problem for one in gathered):
        return Exit.ERRORS
    return Exit.CLEAN if laid else Exit.ERRORS

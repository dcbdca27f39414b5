# SPDX-License-Identifier: MIT
"""`linli import`: drafts of pieces from what was printed."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from linli.cli.options import Commands, add_shared, settings_of
from linli.engine.importing import draft_column, write
from linli.engine.settings import SettingsError, read_clock
from linli.language import imports
from linli.language.languages import Language
from linli.newsroom.diagnostics import Exit
from linli.reading.batches import is_batch
from linli.reading.dates import DateError, parse_day
from linli.reading.importing.decoding import EncodingError, decode
from linli.reading.importing.drafts import Printing


def add(commands: Commands) -> None:
    command = commands.add_parser("import", help="起草稿件 · draft pieces from a printed text")
    command.add_argument(
        "--announcements",
        required=True,
        metavar="FILE",
        help="报纸分类公告栏的文字，- 为标准输入 · a column of classified notices; - for stdin",
    )
    command.add_argument("--date", help="登报日期 · the paper's date")
    command.add_argument("--issue", default="", help="期号 · number of the issue")
    command.add_argument("--page", default="", help="版次 · the page")
    command.add_argument("--output", type=Path, help="写到哪个文件 · the file to write")
    add_shared(command)
    command.set_defaults(run=_import)


def _import(options: argparse.Namespace) -> int:
    settings = settings_of(options)
    says = settings.says
    try:
        printing = Printing(
            parse_day(options.date) if options.date else None, options.issue, options.page
        )
    except DateError as error:
        raise SettingsError(f"--date: `{options.date}` is not a date") from error
    output = options.output
    inside = output is not None and output.resolve().is_relative_to(settings.content.resolve())
    if inside and not is_batch(output.resolve().relative_to(settings.content.resolve()).as_posix()):
        raise SettingsError(imports.NO_NAME(says).format(path=output))
    text = _printed(options.announcements, says)
    year = read_clock(settings.portal.zone).day.year
    drafted = draft_column(text, settings, printing, output, year)
    draft, target = drafted.draft, drafted.target
    # What is said goes beside the draft, never into it.
    stream = sys.stdout if target is not None else sys.stderr
    for remark in draft.remarks:
        print(f"{options.announcements}:{remark.line}: {remark.say(says)}", file=stream)
    counts = {"drafted": len(draft.drafted), "there": draft.there, "unknown": draft.unknown}
    print(imports.SUMMARY(says).format(all=sum(counts.values()), **counts), file=stream)
    if draft.text and target is None:
        print(draft.text, end="")
    elif draft.text and target is not None:
        shown = target.relative_to(Path.cwd()) if target.is_relative_to(Path.cwd()) else target
        if not write(draft.text, target):
            raise SettingsError(imports.EXISTS(says).format(path=shown))
        print(imports.WRITTEN(says).format(path=shown), file=stream)
    return Exit.ERRORS if draft.unknown else Exit.CLEAN


def _printed(file: str, says: Language) -> str:
    """The text of a file, or of what is typed or piped in."""
    try:
        raw = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        return decode(raw)
    except OSError as error:
        raise SettingsError(f"{file}: {error.strerror or error}") from error
    except EncodingError as error:
        raise SettingsError(imports.NO_TEXT(says).format(path=file)) from error

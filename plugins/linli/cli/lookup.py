# SPDX-License-Identifier: MIT
"""`linli lookup`: what a reader finds on the page of that name."""

from __future__ import annotations

import argparse
import json
import sys

from linli.cli.options import Commands, add_shared, settings_of
from linli.engine.inquiry import Answers, inquire
from linli.engine.settings import Settings
from linli.language import lookups
from linli.language.interface import Words
from linli.newsroom.codes import CODES
from linli.newsroom.diagnostics import Exit
from linli.pages.lookup.answers import Found, Question


def add(commands: Commands) -> None:
    command = commands.add_parser("lookup", help="查公告：号码、名称 · find notices")
    command.add_argument(
        "text",
        nargs="+",
        help="号码或名称，也可只写一部分 · a number, a name, or a part",
    )
    command.add_argument("--code", default="", help="公告类型代码 · a type, such as 4002")
    command.add_argument("--place", default="", help="地点 · a place, by name or slugs")
    command.add_argument("--year", type=int, help="年份 · the year of publication")
    command.add_argument("--all", action="store_true", help="全部列出 · every answer")
    command.add_argument("--format", choices=("text", "json"), default="text")
    add_shared(command)
    command.set_defaults(run=_lookup)


def _lookup(options: argparse.Namespace) -> int:
    """Tell what was found; like `grep`, 1 where that is nothing."""
    settings = settings_of(options)
    text = " ".join(options.text)
    words = Words(settings.says)
    if Question(text).is_too_short:
        print(words("lookup.short"), file=sys.stderr)
        return Exit.USAGE
    answers = inquire(
        settings,
        text,
        code=options.code,
        place=options.place,
        year=options.year,
        everything=options.all,
    )
    if options.format == "json":
        rows = [_row(answer, settings) for answer in answers.found]
        print(json.dumps(rows, ensure_ascii=False, indent=2))
    else:
        for answer in answers.found:
            print("\n".join(_lines(answer, answers, settings, words)))
    print(_summary(text, answers, settings, words), file=sys.stderr)
    return Exit.CLEAN if answers.found else Exit.ERRORS


def _row(answer: Found, settings: Settings) -> dict[str, object]:
    record = answer.record
    return {
        "id": record.id,
        "headline": record.title,
        "code": record.code,
        "date": record.day.isoformat(),
        "how": answer.how.value,
        "matched": answer.matched,
        "names": record.names,
        "numbers": record.numbers,
        "places": record.places,
        "status": record.standing or None,
        "url": settings.portal.absolute(record.url),
    }


def _lines(answer: Found, answers: Answers, settings: Settings, words: Words) -> list[str]:
    record = answer.record
    code = CODES[record.code].name(settings.says) if record.code in CODES else record.code
    standing = words(f"state.{record.standing}") if record.standing else ""
    first = [record.title, code, answers.place_of(answer), record.day.isoformat(), standing]
    matched = f"{words(f'lookup.how.{answer.how.value}')} {answer.matched}"
    names = [name for name in record.names[:1] if name != answer.matched]
    url = settings.portal.absolute(record.url)
    return ["  ".join(filter(None, first)), *(f"  {line}" for line in (matched, *names, url))]


def _summary(text: str, answers: Answers, settings: Settings, words: Words) -> str:
    if not answers.found:
        return f"{words('lookup.nothing', q=text)}{words('lookup.nothing.meaning')}"
    count = lookups.COUNT if answers.are_all else lookups.SOME
    return count(settings.says).format(n=len(answers.found))

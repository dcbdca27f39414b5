# SPDX-License-Identifier: MIT
"""`linli schema`, `snippets`, `keys` and `codes`: what may be written, and what is said of it."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path

from linli.cli.options import Commands, add_shared, language, settings_of
from linli.engine.at_hand import at_hand
from linli.engine.settings import SettingsError
from linli.language import handbook
from linli.language.languages import Language
from linli.language.messages import MESSAGES, Message, Severity
from linli.newsroom.diagnostics import Exit
from linli.reading.gazetteer import places_schema
from linli.reading.reference import reference, with_reference
from linli.reading.schema import json_schema
from linli.reading.snippets import snippets


def add(commands: Commands) -> None:
    schema = commands.add_parser("schema", help="稿件信息的 JSON Schema · of the front matter")
    schema.add_argument("of", nargs="?", choices=("pieces", "places"), default="pieces")
    schema.add_argument("--write", type=Path, help="写进文件 · write it into a file")
    schema.set_defaults(run=_schema)
    ready = commands.add_parser("snippets", help="VS Code 的片段 · snippets for VS Code")
    ready.add_argument("--write", type=Path, help="写进文件 · write them into a file")
    add_shared(ready)
    ready.set_defaults(run=_snippets)
    keys = commands.add_parser("keys", help="键表 · the table of keys")
    keys.add_argument("--language", default="zh-Hans", help="zh-Hans · en")
    keys.add_argument("--write", type=Path, help="写进手册 · write it into a handbook")
    keys.set_defaults(run=_keys)
    codes = commands.add_parser("codes", help="错误代码的意思和改法 · what each code means")
    codes.add_argument("code", nargs="?", help="代码，如 missing-key · a code")
    codes.add_argument("--language", default="zh-Hans", help="zh-Hans · en")
    codes.add_argument("--write", type=Path, help="写进手册 · write them into a handbook")
    codes.set_defaults(run=_codes)


def _schema(options: argparse.Namespace) -> int:
    schema = places_schema() if options.of == "places" else json_schema()
    return _give(schema, options.write)


def _snippets(options: argparse.Namespace) -> int:
    settings = settings_of(options)
    known = at_hand(settings.content, settings.portal.zone)
    table = {
        one.name: {"scope": "markdown", "prefix": one.prefixes, "body": one.lines}
        for one in snippets(known.vocabulary, known.files)
    }
    return _give(table, options.write)


def _give(table: object, file: Path | None) -> int:
    """Print a table as JSON, or write it into a file."""
    text = json.dumps(table, ensure_ascii=False, indent=2)
    if file is None:
        print(text)
        return Exit.CLEAN
    try:
        file.write_text(f"{text}\n", encoding="utf-8", newline="\n")
    except OSError as error:
        raise SettingsError(f"{file}: {error.strerror or error}") from error
    return Exit.CLEAN


def _keys(options: argparse.Namespace) -> int:
    asked = language(options.language)
    if options.write is None:
        print(reference(asked), end="")
        return Exit.CLEAN
    _write(options.write, with_reference, asked)
    return Exit.CLEAN


def _codes(options: argparse.Namespace) -> int:
    asked = language(options.language)
    if options.write is not None:
        _write(options.write, handbook.with_codes, asked)
    elif options.code is None:
        print(handbook.codes(asked), end="")
    elif options.code in MESSAGES:
        print(handbook.entry(options.code, asked), end="")
    else:
        words = {"code": options.code, "nearest": handbook.nearest(options.code)}
        said = Message(Severity.ERROR, handbook.UNKNOWN.zh, handbook.UNKNOWN.en)
        print(f"linli: {said.say(words, asked)}", file=sys.stderr)
        return Exit.USAGE
    return Exit.CLEAN


def _write(file: Path, with_current: Callable[[str, Language], str], asked: Language) -> None:
    """What is generated, between its marks in a file. Raises SettingsError."""
    try:
        text = file.read_text(encoding="utf-8")
        file.write_text(with_current(text, asked), encoding="utf-8")
    except (OSError, ValueError) as error:
        raise SettingsError(f"{file}: {error}") from error

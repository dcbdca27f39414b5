# SPDX-License-Identifier: MIT
"""`linli keys` and `linli codes`: the tables of the handbook."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from linli.cli.options import Commands, language
from linli.engine.settings import SettingsError
from linli.language import handbook
from linli.language.languages import Language
from linli.language.messages import MESSAGES, Message, Severity
from linli.newsroom.diagnostics import Exit
from linli.reading.reference import reference, with_reference


def add(commands: Commands) -> None:
    keys = commands.add_parser("keys", help="键表 · the table of keys")
    keys.add_argument("--language", default="zh-Hans", help="zh-Hans · en")
    keys.add_argument("--write", type=Path, help="写进手册 · write it into a handbook")
    keys.set_defaults(run=_keys)
    codes = commands.add_parser("codes", help="错误代码的意思和改法 · what each code means")
    codes.add_argument("code", nargs="?", help="代码，如 missing-key · a code")
    codes.add_argument("--language", default="zh-Hans", help="zh-Hans · en")
    codes.add_argument("--write", type=Path, help="写进手册 · write them into a handbook")
    codes.set_defaults(run=_codes)


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

# SPDX-License-Identifier: MIT
"""`linli schema` and `linli keys`: what may stand in the front matter."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from linli.cli.options import Commands, language
from linli.engine.settings import SettingsError
from linli.newsroom.diagnostics import Exit
from linli.reading.reference import reference, with_reference
from linli.reading.schema import json_schema


def add(commands: Commands) -> None:
    schema = commands.add_parser("schema", help="稿件信息的 JSON Schema · of the front matter")
    schema.set_defaults(run=_schema)
    keys = commands.add_parser("keys", help="键表 · the table of keys")
    keys.add_argument("--language", default="zh-Hans", help="zh-Hans · en")
    keys.add_argument("--write", type=Path, help="写进手册 · write it into a handbook")
    keys.set_defaults(run=_keys)


def _schema(options: argparse.Namespace) -> int:
    print(json.dumps(json_schema(), ensure_ascii=False, indent=2))
    return Exit.CLEAN


def _keys(options: argparse.Namespace) -> int:
    asked = language(options.language)
    if options.write is None:
        print(reference(asked), end="")
        return Exit.CLEAN
    try:
        handbook = options.write.read_text(encoding="utf-8")
        options.write.write_text(with_reference(handbook, asked), encoding="utf-8")
    except (OSError, ValueError) as error:
        raise SettingsError(f"{options.write}: {error}") from error
    return Exit.CLEAN

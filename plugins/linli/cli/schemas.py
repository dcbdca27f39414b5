# SPDX-License-Identifier: MIT
"""`linli schema` and `linli snippets`: what another editor of texts, VS Code, may know of ours."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from linli.cli.options import Commands, add_shared, settings_of
from linli.engine.at_hand import at_hand
from linli.engine.settings import SettingsError
from linli.newsroom.diagnostics import Exit
from linli.reading.gazetteer import places_schema
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

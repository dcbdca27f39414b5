# SPDX-License-Identifier: MIT
"""`linli fix`: what can be mended without asking anybody."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from linli.cli.options import Commands, add_shared, in_content, settings_of
from linli.engine.mending import Mending, look_over, write
from linli.engine.settings import Settings, SettingsError
from linli.language.mends import MENDED, NOT_WRITTEN, PUBLISHED, REENCODED, SOUND, WOULD_MEND
from linli.newsroom.diagnostics import Exit


def add(commands: Commands) -> None:
    command = commands.add_parser(
        "fix", help="改好标点、空行、编码 · mend marks, blanks, encodings"
    )
    command.add_argument("paths", nargs="*", type=Path, help="只改这些文件 · only these files")
    command.add_argument(
        "--check", action="store_true", help="只看不改 · show what would change, write nothing"
    )
    add_shared(command)
    command.set_defaults(run=_fix)


def _fix(options: argparse.Namespace) -> int:
    settings = settings_of(options)
    if not settings.content.is_dir():
        raise SettingsError(f"docs_dir: there is no folder {settings.content.name}/")
    wanted = [in_content(path, settings) for path in options.paths]
    mending = look_over(settings.content, wanted, settings.portal.zone)
    for mended in mending.mended:
        if mended.is_same_text:
            _say(REENCODED(settings.says).format(path=mended.path))
        else:
            print(mended.diff(settings.content.name))
    for path in mending.published:
        _say(PUBLISHED(settings.says).format(path=path))
    if options.check:
        words = WOULD_MEND if mending.mended else SOUND
        _say(words(settings.says).format(files=len(mending.mended)))
        return Exit.ERRORS if mending.mended else Exit.CLEAN
    return _write(mending, settings)


def _write(mending: Mending, settings: Settings) -> int:
    written = 0
    for mended in mending.mended:
        try:
            write(settings.content, mended)
            written += 1
        except OSError as error:
            problem = error.strerror or type(error).__name__
            _say(NOT_WRITTEN(settings.says).format(path=mended.path, problem=problem))
    words = MENDED if mending.mended else SOUND
    _say(words(settings.says).format(files=written))
    return Exit.CLEAN if written == len(mending.mended) else Exit.ERRORS


def _say(sentence: str) -> None:
    print(sentence, file=sys.stderr)

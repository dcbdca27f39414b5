# SPDX-License-Identifier: MIT
"""`linli import --announcements`: a batch drafted from a printed column of notices."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from linli.engine.column import draft_column
from linli.engine.new_files import write_new
from linli.engine.settings import Settings, SettingsError, read_clock
from linli.language import imports
from linli.language.languages import Language
from linli.newsroom.diagnostics import Exit
from linli.reading.batches import is_batch
from linli.reading.importing.decoding import EncodingError, decode
from linli.reading.importing.printing import Printing


def draft(options: argparse.Namespace, settings: Settings, printing: Printing) -> int:
    """Draft the column, write it or show it, and say what came of each notice."""
    says = settings.says
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
        if not write_new(target, draft.text.encode()):
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

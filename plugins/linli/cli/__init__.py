# SPDX-License-Identifier: MIT
"""What people and programs may ask: `linli check`, `linli lookup` and others, a module for each."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from linli.cli import (
    beginning,
    checking,
    explaining,
    fixing,
    importing,
    lookup,
    reference,
    reporting,
    revising,
    schemas,
)
from linli.engine.settings import SettingsError
from linli.newsroom.diagnostics import Exit

COMMANDS = (
    beginning,
    checking,
    fixing,
    reporting,
    revising,
    lookup,
    importing,
    explaining,
    reference,
    schemas,
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns what the shell is told (0 clean, 1 errors, 2 usage)."""
    # An editor's Windows console is not UTF-8; a message must not fail for its own characters.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    parser = argparse.ArgumentParser(prog="linli", description="Linli 邻里")
    commands = parser.add_subparsers(required=True, metavar="command")
    for command in COMMANDS:
        command.add(commands)
    options = parser.parse_args(arguments)
    try:
        return int(options.run(options))
    except SettingsError as error:
        print(f"linli: {error}", file=sys.stderr)
        return Exit.USAGE

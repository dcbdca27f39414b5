# SPDX-License-Identifier: MIT
"""`linli explain`: why a page was made, and whether it would be made again."""

from __future__ import annotations

import argparse
from pathlib import Path

from linli.cli.options import Commands, add_shared, settings_of
from linli.engine.explain import explain
from linli.engine.settings import Settings, read_clock
from linli.newsroom.addresses import Addresses
from linli.newsroom.diagnostics import Exit


def add(commands: Commands) -> None:
    command = commands.add_parser("explain", help="说明一页为何重排 · why a page is made again")
    command.add_argument("path", help="稿件或网站里的文件 · a text, or a file or URL of the site")
    add_shared(command, now="当作此刻 · as at this instant")
    command.set_defaults(run=_explain)


def _explain(options: argparse.Namespace) -> int:
    settings = settings_of(options)
    clock = read_clock(settings.portal.zone, options.now)
    for sentence in explain(settings, clock, settings.site, _target(options.path, settings)):
        print(sentence)
    return Exit.CLEAN


def _target(written: str, settings: Settings) -> str:
    """A file of the site, or a text of the content folder, however it is written."""
    file = Path(written).resolve()
    for folder in (settings.content, settings.site):
        if file.is_relative_to(folder.resolve()):
            return file.relative_to(folder.resolve()).as_posix()
    bare = written.removeprefix(settings.portal.url).lstrip("/")
    return bare if bare.endswith(".md") else Addresses.file_of(bare)

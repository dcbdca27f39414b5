# SPDX-License-Identifier: MIT
"""Options that commands share, and what they mean."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path, PurePath
from typing import TypeAlias

from linli.engine.settings import Settings, SettingsError, read_settings
from linli.language.languages import Language
from linli.language.summaries import NO_SITE

CONFIG = Path("mkdocs.yml")
Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def add_shared(command: argparse.ArgumentParser, *, now: str = "") -> None:
    """Which site is meant, in which language to speak, and, told what for, the instant."""
    command.add_argument("--config", type=Path, default=CONFIG)
    command.add_argument("--language", help="zh-Hans · en")
    if now:
        command.add_argument("--now", help=now)


def settings_of(options: argparse.Namespace) -> Settings:
    """The site's settings, in the language that was asked for. Raises SettingsError."""
    settings = read_settings(_found(options.config))
    if options.language:
        settings = replace(settings, says=language(options.language))
    return settings


def _found(config: Path) -> Path:
    """The configuration that was named; else the one here, or in the nearest folder above, because
    an editor works somewhere in the content folder. Raises SettingsError."""
    if config != CONFIG or config.is_file():
        return config
    for folder in Path.cwd().parents:
        if (folder / CONFIG).is_file():
            return folder / CONFIG
    # Which language is spoken here, that file would have said.
    raise SettingsError(f"{NO_SITE.zh} · {NO_SITE.en}")


def language(tag: str) -> Language:
    try:
        return Language.of(tag)
    except ValueError as error:
        raise SettingsError(f"--language: `{tag}` has no words here; use zh-Hans or en") from error


def in_content(path: Path, settings: Settings) -> str:
    """A path as the shell knows it, as the content folder knows it. Raises SettingsError."""
    whole = path.resolve()
    known = path_within(whole, settings.content.resolve()) if whole.exists() else None
    if known is None:
        raise SettingsError(f"{path}: no such file in {settings.content.name}/")
    return known


def path_within(path: PurePath, folder: PurePath) -> str | None:
    """A path below a folder, with slashes on every system; None where it is not below it."""
    return path.relative_to(folder).as_posix() if path.is_relative_to(folder) else None

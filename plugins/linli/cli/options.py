# SPDX-License-Identifier: MIT
"""Options that commands share, and what they mean."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path, PurePath
from typing import TypeAlias

from linli.engine.settings import Settings, SettingsError, read_settings
from linli.language.languages import Language

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def add_shared(command: argparse.ArgumentParser, *, now: str = "") -> None:
    """Which site is meant, in which language to speak, and, told what for, the instant."""
    command.add_argument("--config", type=Path, default=Path("mkdocs.yml"))
    command.add_argument("--language", help="zh-Hans · en")
    if now:
        command.add_argument("--now", help=now)


def settings_of(options: argparse.Namespace) -> Settings:
    """The site's settings, in the language that was asked for. Raises SettingsError."""
    settings = read_settings(options.config)
    if options.language:
        settings = replace(settings, says=language(options.language))
    return settings


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

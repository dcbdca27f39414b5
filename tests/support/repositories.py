# SPDX-License-Identifier: MIT
"""Small git repositories in which a newsroom publishes and then changes its mind."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from sites import write_site

WHEN = "2026-11-20T12:00:00+08:00"
"""When every commit is made, unless a test says otherwise."""


def git(root: Path, *arguments: str, when: str = WHEN) -> str:
    """Run git as nobody in particular, whatever the machine's own settings are."""
    around = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    around |= {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    around |= {"GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when}
    identity = ("-c", "user.name=编辑", "-c", "user.email=desk@paper.example")
    done = subprocess.run(
        ["git", *identity, *arguments], cwd=root, env=around, capture_output=True, check=True
    )
    return done.stdout.decode()


def repository(root: Path, text: str, folder: str = "") -> Path:
    """A repository with one commit that holds a site, in a folder of it; gives that folder."""
    root.mkdir(parents=True, exist_ok=True)
    git(root, "init", "-q", "-b", "main")
    site = write_site(root / folder if folder else root, text)
    (root / ".gitignore").write_text(".cache/\n")
    commit(root)
    return site


def commit(root: Path, when: str = WHEN) -> None:
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "published", when=when)

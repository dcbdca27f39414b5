# SPDX-License-Identifier: MIT
"""The real portal, built in a process of its own as its readers get it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NOW = "2026-11-25 12:00"

Portal = dict[str, bytes]
"""Every file of the site by its path."""


def copy_portal(target: Path) -> Path:
    """The portal's sources alone: what a fresh clone has, and no cache."""
    target.mkdir(parents=True)
    for name in ("mkdocs.yml", "content", "overrides"):
        source = ROOT / name
        copy = shutil.copytree if source.is_dir() else shutil.copy
        copy(source, target / name)
    return target


def tree(folder: Path) -> Portal:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def build_portal(root: Path, host: str = "mkdocs", **environment: str) -> Portal:
    """Build as the command does, in a process of its own; the site by path."""
    command = [sys.executable, "-m", host, "build", "--strict", "-q", "-f", "mkdocs.yml"]
    environ = {**os.environ, "LINLI_NOW": NOW, **environment}
    done = subprocess.run(command, cwd=root, env=environ, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return tree(root / "site")

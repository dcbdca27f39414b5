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


def copy_portal(target: Path, developed: Path | None = None) -> Path:
    """The portal's sources alone: what a fresh clone has, and no cache; or no other than photos
    that were developed before, for a test that is not about them."""
    target.mkdir(parents=True)
    if developed is not None:
        cache = target / ".cache" / "linli"
        cache.mkdir(parents=True)
        (cache / "photos").symlink_to(developed, target_is_directory=True)
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

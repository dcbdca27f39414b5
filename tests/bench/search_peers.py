# SPDX-License-Identifier: MIT
"""Other searches over the same reports: Pagefind over the pages that Linli prints, and the search
of Material for MkDocs over the same Markdown."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from corpus import Piece
from generator import Command, write_text
from measure import Run, run

PAGEFIND = "1.6.0"
"""Newer than what is on PyPI, and better at Chinese."""
JIEBA = "0.42.1"
"""Cuts Chinese into words; Material uses it where it is installed."""

_MATERIAL = """\
site_name: 社区新闻
docs_dir: docs
site_dir: site
theme: {{name: material, language: zh, font: false}}
plugins: [{search}]
nav: [index.md]
not_in_nav: |
  /reports/
validation: {{omitted_files: ignore}}
"""


def install_pagefind(tools: Path) -> Path:
    """Pagefind's program. It is asked for from npm; none of it is kept in this repository."""
    folder = tools / "pagefind"
    program = folder / "node_modules" / ".bin" / "pagefind"
    if not program.exists():
        folder.mkdir(parents=True, exist_ok=True)
        named = f"pagefind@{PAGEFIND}"
        subprocess.run(["npm", "install", "--silent", "--prefix", str(folder), named], check=True)
    return program


def index_with_pagefind(program: Path, site: Path, log: Path) -> Run:
    """Add Pagefind's files to a site of Linli's."""
    shutil.rmtree(site / "pagefind", ignore_errors=True)
    arguments = (str(program), "--site", str(site), "--root-selector", "article")
    return run(Command(arguments, site), [site / "pagefind"], log)


def build_material(
    root: Path, pieces: Sequence[Piece], tools: Path, log: Path, *, search: bool = True
) -> Run:
    """Build a site of Material's with its own search, or with none."""
    shutil.rmtree(root, ignore_errors=True)
    named = "search: {lang: zh}" if search else ""
    write_text(root / "mkdocs.yml", _MATERIAL.format(search=named))
    write_text(root / "docs" / "index.md", "# 社区新闻\n")
    for piece in pieces:
        front = f"---\ntitle: {json.dumps(piece.title, ensure_ascii=False)}\n---\n"
        text = piece.markdown(lambda photo: f"{photo.alt} {photo.caption} {photo.credit}")
        words = f"{' '.join(piece.places)} 本报记者 {piece.author}\n\n"
        write_text(root / "docs" / f"{piece.path}.md", f"{front}# {piece.title}\n\n{words}{text}")
    packages = tools / "jieba"
    if not packages.is_dir():
        subprocess.run(
            [
                *(sys.executable, "-m", "pip", "install", "--quiet", "--target", str(packages)),
                f"jieba=={JIEBA}",
            ],
            check=True,
        )
    command = Command(
        (sys.executable, "-m", "mkdocs", "build", "--quiet"),
        root,
        {
            "PYTHONPATH": str(packages),
            "NO_MKDOCS_2_WARNING": "1",
            "DISABLE_MKDOCS_2_WARNING": "true",
        },
    )
    return run(command, [root / "site"], log)

# SPDX-License-Identifier: MIT
"""Whole small sites: written from a text that stands in the test, built, and looked at."""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

NOW = "2026-11-25 12:00"
"""The instant of every test site: an hour at which no test can see the day turn."""

CONFIG = """\
site_name: 邻里
site_url: https://paper.example/
docs_dir: content
theme: {name: material, custom_dir: OVERRIDES, language: zh, font: false}
nav:
  - 首页: index.md
  - 更正: corrections/index.md
plugins:
  - linli/articles
  - linli/categories
  - linli/photos
  - linli/announcements
  - linli/feeds
  - linli/search
"""
"""A site's configuration; a test replaces what it is about."""

SKELETON = {
    "content/index.md": "---\ntitle: 首页\n---\n",
    "content/about/corrections.md": "---\ntitle: 更正与撤回\n---\n见报有错，我们更正。\n",
    "content/about/privacy.md": "---\ntitle: 隐私\n---\n本站不设缓存标识。\n",
    "content/about/contact.md": "---\ntitle: 联系\n---\n请写信来。\n",
    "content/about/newsroom.md": "---\ntitle: 编辑部\n---\n编辑部在街上。\n",
    "content/about/reposting.md": "---\ntitle: 转载\n---\n转载请注明出处。\n",
}
"""What every site must have, so that a test need not say it."""

OVERRIDES = Path(__file__).resolve().parents[2] / "overrides"


def write_site(root: Path, text: str) -> Path:
    """Write `-- path --` sections below a folder, with the skeleton and the configuration."""
    files = dict(SKELETON)
    sections = re.split(r"^-- (.+) --\n", text, flags=re.MULTILINE)[1:]
    files |= dict(zip(sections[::2], sections[1::2], strict=True))
    files.setdefault("mkdocs.yml", CONFIG)
    for path, content in files.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(content.replace("OVERRIDES", OVERRIDES.as_posix()), encoding="utf-8")
    templates = root / ".cache" / "linli" / "templates"
    if (compiled := os.environ.get("LINLI_COMPILED")) and not templates.exists():
        templates.parent.mkdir(parents=True, exist_ok=True)
        templates.symlink_to(compiled, target_is_directory=True)
    return root


@dataclass
class Built:
    """A site that was built, and what was said meanwhile."""

    root: Path
    records: list[logging.LogRecord]
    served: bool = False

    @property
    def site(self) -> Path:
        return self.root / (".cache/linli/serve/site" if self.served else "site")

    def text(self, path: str) -> str:
        """A file of the site, or the page at a URL."""
        target = self.site / path
        if path.endswith("/") or not path:
            target = target / "index.html"
        return target.read_text(encoding="utf-8")

    def main(self, path: str) -> str:
        """What stands in <main>: the rest of a page is the same everywhere."""
        match = re.search(r"<main[^>]*>\n?(.*?)</main>", self.text(path), re.DOTALL)
        assert match, f"{path} has no <main>"
        return match[1]

    def has(self, path: str) -> bool:
        target = self.site / path
        return (target / "index.html").is_file() if path.endswith("/") else target.is_file()

    @property
    def said(self) -> list[str]:
        """Findings about texts, as `path:line: code: …`."""
        return [record.getMessage() for record in self.records if record.name.endswith(".findings")]

    @property
    def warnings(self) -> list[str]:
        return [
            record.getMessage()
            for record in self.records
            if record.levelno >= logging.WARNING and not record.name.endswith(".findings")
        ]

    @property
    def files(self) -> dict[str, bytes]:
        """Every file of the site with its bytes."""
        return {
            path.relative_to(self.site).as_posix(): path.read_bytes()
            for path in sorted(self.site.rglob("*"))
            if path.is_file()
        }


class _Keeper(logging.Handler):
    def __init__(self, records: list[logging.LogRecord]) -> None:
        super().__init__()
        self.records = records

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


def build(
    root: Path, now: str = NOW, *, strict: bool = True, command: str = "build", **settings: Any
) -> Built:
    """Build a site as `mkdocs build --strict` does, at an instant; or as `mkdocs serve` does."""
    from mkdocs.commands.build import build as mkdocs_build
    from mkdocs.config import load_config

    records: list[logging.LogRecord] = []
    keeper = _Keeper(records)
    loggers = [logging.getLogger(host) for host in ("mkdocs", "properdocs")]
    for logger in loggers:
        logger.addHandler(keeper)
        logger.setLevel(logging.INFO)
    before = os.environ.get("LINLI_NOW")
    os.environ["LINLI_NOW"] = now
    try:
        config = load_config(str(root / "mkdocs.yml"), strict=strict, **settings)
        config.plugins.on_startup(command=command, dirty=False)
        mkdocs_build(config)
    finally:
        if before is None:
            del os.environ["LINLI_NOW"]
        for logger in loggers:
            logger.removeHandler(keeper)
    return Built(root, records, served=command == "serve")


Site = Callable[..., Built]

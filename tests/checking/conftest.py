# SPDX-License-Identifier: MIT
"""A small sound site, changed by the files of a test, and all that is said of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from linli.engine.load import load
from linli.engine.stocktaking import Taken
from linli.newsroom.addresses import Addresses
from linli.newsroom.portal import Clock, Portal

NOW = datetime(2022, 8, 1, 12, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
SOUND = {
    "categories/governance.md": "---\nname: 社区治理\n---\n",
    "places.yml": (
        '- name: 双流区\n  slug: shuangliu\n  code: "510116"\n  children:\n'
        "    - name: 西航港街道\n      slug: xihanggang\n      children:\n"
        "        - {name: 机场路社区, slug: jichanglu}\n"
        "        - {name: 和平社区, slug: heping}\n"
        '- name: 新津区\n  slug: xinjin\n  code: "510118"\n  children:\n'
        "    - {name: 和平社区, slug: heping}\n"
    ),
} | {
    f"about/{name}.md": "---\ntitle: 一页\n---\n一页。\n"
    for name in ("corrections", "privacy", "contact", "newsroom", "reposting")
}
HEADS = {
    "reports": "title: 灯亮了\ndate: 2022-07-05\ncategory: governance\nbylines: [通讯员 王小明]\n",
    "notices": (
        "id: {id}\ncode: {code}\ntitle: 通知\ndate: 2022-07-05\nplaces: [机场路社区]\n"
        "issuer: {{name: 机场路社区居委会}}\n"
    ),
    "lost": (
        "id: {id}\ncode: {code}\ntitle: 声明\ndate: 2022-07-05\nplaces: [机场路社区]\n"
        "holder: {{type: {holder}, name: 某社}}\n"
    ),
}
TEXTS = {"reports": "正文。", "notices": "正文。", "lost": "某社遗失毕业证，声明作废。"}
DOCUMENT = "documents: [{name: 毕业证, numbers: [{label: 证号, value: 0012}]}]\n"


def piece(path: str, more: str = "", body: str | None = None, **changes: str) -> str:
    """A sound piece for a path, with keys added or (by name) replaced."""
    folder = path.split("/")[0]
    name = Path(path).parent.name if path.endswith("index.md") else Path(path).stem
    words = {"id": name, "code": {"notices": "1003", "lost": "4007"}.get(folder, "")}
    words |= {"holder": "organisation"} | {
        key: changes.pop(key) for key in ("id", "code", "holder") if key in changes
    }
    head = HEADS[folder].format(**words)
    for key, value in changes.items():
        head = re.sub(rf"^{key}: .*$", f"{key}: {value}", head, flags=re.MULTILINE)
    if folder == "lost" and words["code"].startswith("40") and "documents" not in more:
        head += DOCUMENT
    text = TEXTS[folder] if body is None else body
    return f"---\n{head}{more}---\n{text}\n"


Files = dict[str, str]


@pytest.fixture(name="piece")
def piece_fixture() -> Callable[..., str]:
    return piece


@pytest.fixture
def load_site(tmp_path: Path) -> Callable[..., Taken]:
    def load_site(
        files: Files | None = None, *, now: datetime = NOW, directory_urls: bool = True
    ) -> Taken:
        content = tmp_path / "content"
        for path, text in (SOUND | (files or {})).items():
            file = content / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text.encode() if isinstance(text, str) else text)
        portal = Portal(name="邻里", addresses=Addresses(directory_urls))
        return load(content, portal, Clock(now), tmp_path / "cache", lambda _: {})

    return load_site


@pytest.fixture
def say(load_site: Callable[..., Taken]) -> Callable[..., list[str]]:
    """What is said of a site: `code path:line` in file order."""

    def say(files: Files | None = None, **settings: object) -> list[str]:
        return [
            f"{found.code} {found.location.path}:{found.location.line}"
            for found in load_site(files, **settings).diagnostics
        ]

    return say

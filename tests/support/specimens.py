# SPDX-License-Identifier: MIT
"""The examples of the handbook as whole files in a sound folder, and what is said of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from functools import cache
from io import BytesIO
from pathlib import Path, PurePosixPath
from zoneinfo import ZoneInfo

from PIL import Image

from linli.engine.load import load
from linli.language.examples.example import MISTYPED_ID, MOBILE, REPORT, RESIDENT_ID, Example, Part
from linli.newsroom.diagnostics import Diagnostic
from linli.newsroom.photos import PhotoMetadata
from linli.newsroom.portal import Clock, Portal
from linli.photos.xmp import xmp_packet

NOW = datetime(2026, 12, 1, 12, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
NUMBERS = {
    MOBILE: "13900000000",
    RESIDENT_ID: "11010519491231002X",
    MISTYPED_ID: "110105194912310023",
}
"""What an example does not show; the second is the one that the national standard explains."""
BASE = {
    "index.md": "---\ntitle: 首页\n---\n",
    "places.yml": """\
- name: 新津区
  slug: xinjin
  code: "510118"
  children:
    - name: 五津街道
      slug: wujin
      children:
        - {name: 古家社区, slug: gujia}
        - {name: 和平社区, slug: heping}
- name: 双流区
  slug: shuangliu
  code: "510116"
  children:
    - name: 西航港街道
      slug: xihanggang
      children: [{name: 和平社区, slug: heping}]
""",
    "categories/anquan.md": "---\nname: 平安社区\n---\n",
} | {
    f"about/{name}.md": "---\ntitle: 一页\n---\n一页。\n"
    for name in ("corrections", "privacy", "contact", "newsroom", "reposting")
}
PIECES = (
    *(f"reports/2026/{name}.md" for name in ("ludeng", "duqiao", "caichang", "tushu", "huodong")),
    "notices/2026/N-2026-0101.md",
)
RECEIPT = {
    "holder": "{type: organisation, name: 示例商店}",
    "documents": '\n  - name: 收据\n    numbers: [{label: 编号, value: "A-001"}]',
}
"""What an example does not say, by the folder of its file."""
HEADS = {
    "reports": {
        "title": "巷子里的灯亮了",
        "date": "2026-11-05",
        "category": "平安社区",
        "bylines": "[通讯员 王小明]",
        "edition": '{date: 2026-11-05, page: "01"}',
    },
    "notices": {
        "code": "1003",
        "title": "招募志愿者",
        "date": "2026-11-05",
        "places": "[古家社区]",
        "issuer": "{name: 古家社区居委会}",
    },
    "lost": {"title": "启事", "date": "2026-11-05", "places": "[古家社区]", "code": "4005"},
    "editions": {"pages": '\n  - {page: "01", picture: ../reports/2026/xiangzi.jpg}'},
    "topics": {"title": "一页"},
    "index.md": {"title": "首页"},
}
TEXTS = {
    "reports": '正文。\n\n![巷口的一盏路灯](xiangzi.jpg "路灯亮了。"){ credit="王小明 摄" }',
    "notices": "招募志愿者十名。",
    "lost": "示例商店遗失收据（编号：A-001），声明作废。",
    "batch": "## L-2026-0101 收据遗失声明\n\n示例商店遗失收据（编号：A-001），声明作废。",
}
KEY = re.compile(r"^([\w\u4e00-\u9fff]+) ?[:：]", re.MULTILINE)


def said_of(example: Example, side: str, root: Path) -> tuple[Diagnostic, ...]:
    """All that the check says of a sound folder with one side of an example in it."""
    written: str = getattr(example, side)
    for stand_in, number in NUMBERS.items():
        written = written.replace(stand_in, number)
    content = root / "content"
    named = [path for path in PIECES if path == REPORT or PurePosixPath(path).stem in written]
    files = BASE | {path: _whole(path) for path in named} | dict(_files(example, written))
    for path, text in files.items():
        target = content / path
        target.parent.mkdir(parents=True, exist_ok=True)
        if target.suffix in {".jpg", ".tiff"}:
            target.write_bytes(_pictures()["xiangzi.jpg"])
        else:
            target.write_text(text, encoding="utf-8")
    # One, because two are developed by processes of their own, which takes longer than all else.
    picture = "gongtu.jpg" if "gongtu" in written else "xiangzi.jpg"
    (content / "reports/2026").mkdir(parents=True, exist_ok=True)
    (content / "reports/2026" / picture).write_bytes(_pictures()[picture])
    taken = load(content, Portal(name="邻里"), Clock(NOW), root / "cache", lambda _: {})
    return taken.diagnostics


def _files(example: Example, written: str) -> Iterator[tuple[str, str]]:
    if example.part is Part.NAMES:
        yield from ((path, _whole(path)) for path in written.split("\n"))
        return
    for path, lines in Example.files(written, example.file):
        if example.part is Part.WHOLE:
            yield path, f"{lines}\n"
        elif example.part is Part.TEXT:
            yield path, _whole(path, text=lines)
        else:
            head, below, text = f"{lines}\n".partition("---\n")
            yield path, _whole(path, head, text if below else None)


def _whole(path: str, head: str = "", text: str | None = None) -> str:
    """A file in which everything is sound but for what is given."""
    kind = PurePosixPath(path).parts[0]
    stock = dict(HEADS.get(kind, {}))
    named = set(KEY.findall(head))
    is_batch = path.endswith(".batch.md") or bool(text and text.startswith("## L-"))
    if kind in {"notices", "lost"} and not is_batch:
        stock["id"] = re.sub(r"(/index)?(\.v\d+)?\.md$", "", path).rpartition("/")[2]
    if kind == "lost" and not re.search(r"^code: 4[12]", head, re.MULTILINE):
        stock |= RECEIPT
    elif kind == "lost":
        stock["holder"] = RECEIPT["holder"]
    if is_batch:
        stock.pop("title", None)
    names = {"标题": "title"}
    named = {names.get(name, name) for name in named}
    lines = [f"{key}: {value}" for key, value in stock.items() if key not in named]
    body = TEXTS.get("batch" if is_batch else kind, "") if text is None else text
    return "\n".join(["---", *lines, *filter(None, [head.strip("\n")]), "---", body, ""])


@cache
def _pictures() -> dict[str, bytes]:
    """A picture, and one that says of itself all that an editor may have left out."""
    agency = PhotoMetadata("路灯亮了。", "王小明", "邻里／供图", "", "巷口的一盏路灯")
    return {"xiangzi.jpg": _picture(), "gongtu.jpg": _picture(xmp=xmp_packet(agency))}


def _picture(**words: bytes) -> bytes:
    into = BytesIO()
    Image.new("RGB", (8, 8), "grey").save(into, "JPEG", **words)
    return into.getvalue()

# SPDX-License-Identifier: MIT
"""What an editor's Windows makes of a text: mended in reading, or answered with line and remedy."""

from __future__ import annotations

from datetime import datetime
from pathlib import PureWindowsPath
from zoneinfo import ZoneInfo

import pytest
from PIL import Image
from sites import SKELETON

from linli.cli.options import path_within
from linli.engine.load import load
from linli.language.languages import Language
from linli.newsroom.portal import Clock, Portal

NOW = datetime(2026, 11, 25, 12, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
KEYS = """\
title: 巷子里的灯亮了
date: 2026-11-05
category: 社区治理
bylines: [通讯员 王小明]
"""
TEXT = f"---\n{KEYS}---\n五点半，灯亮了。\n"


def shown(picture: str, credit: str = '"王小明 摄"') -> bytes:
    """The text, and a picture below it as it is written."""
    return f"{TEXT}\n![一盏路灯]({picture}){{ credit={credit} }}\n".encode()


MENDED = {
    "bom.md": TEXT.encode("utf-8-sig"),
    "crlf.md": TEXT.replace("\n", "\r\n").encode(),
    "bom-crlf.md": TEXT.replace("\n", "\r\n").encode("utf-8-sig"),
    "date-in-chinese.md": TEXT.replace("2026-11-05", "2026年11月5日").encode(),
    "date-with-slashes.md": TEXT.replace("2026-11-05", "2026/11/5").encode(),
    "date-full-width.md": TEXT.replace("2026-11-05", "２０２６年１１月５日").encode(),
    "keys-in-chinese.md": TEXT.replace("title", "标题").replace("date", "日期").encode(),
    "quotes-in-a-headline.md": TEXT.replace("巷子里的灯", "“巷子里的灯”").encode(),
    "two-names-and-a-chinese-comma.md": TEXT.replace("王小明", "王小明，李小红").encode(),
}
ANSWERED = {
    "ansi.md": (
        TEXT.encode("gb18030"),
        "2: not-utf8: 文件不是 UTF-8 编码（像是 GBK）。请用记事本“另存为”，编码选 UTF-8。",
    ),
    "unicode.md": (
        TEXT.encode("utf-16"),
        "1: not-utf8: 文件不是 UTF-8 编码（像是 UTF-16）。请用记事本“另存为”，编码选 UTF-8。",
    ),
    "capitals.MD": (TEXT.encode(), "1: extension-case: 扩展名“.MD”不被识别。请改成“.md”。"),
    "wide-colon.md": (
        TEXT.replace("title: ", "title：").encode(),
        "2: wide-colon: “title”后面用了全角冒号。请改成半角冒号加一个空格：“title: ”。",
    ),
    "tab.md": (
        TEXT.replace("bylines: [通讯员 王小明]", "bylines:\n\t- 通讯员 王小明").encode(),
        "6: tab-indent: 行首用了制表符。请改成空格缩进。",
    ),
    "smart-quotes.md": (
        TEXT.replace("2026-11-05", "“2026-11-05”").encode(),
        "3: smart-quotes: “2026-11-05” 外面是中文引号，这里不认。请换成英文双引号，或去掉引号。",
    ),
    "wide-comma.md": (
        TEXT.replace("category", "topics: [灯，路]\ncategory").encode(),
        "4: wide-comma: “topics”里的“灯，路”用了中文逗号或顿号，会当作一项。几项之间请用半角逗号；"
        "真是一项，请放进英文双引号。",
    ),
    "wide-brackets.md": (
        TEXT.replace("[通讯员 王小明]", "［通讯员 王小明］").encode(),
        "5: not-a-list: “bylines”应当是列表。请每项另起一行，以“- ”开头；也可以写成 [通讯员 王小明]，"
        "多项之间用半角逗号隔开。",
    ),
    "backslash-in-related.md": (
        TEXT.replace("category", "related: [reports\\2026\\bom.md]\ncategory").encode(),
        "4: unknown-related: “related”里的“reports\\2026\\bom.md”不存在。您要写的是不是"
        "“reports/2026/bom.md”？请写 content 里的路径或公告编号。",
    ),
    "backslash-in-a-link.md": (
        f"{TEXT}\n见[前文](..\\2026\\bom.md)。\n".encode(),
        "9: dead-link: 链接“..\\2026\\bom.md”指向的文件不存在。您要写的是不是“bom.md”？请改链接。",
    ),
    "backslash-before-a-picture.md": (
        shown('tu\\deng.JPG "灯。"'),
        "9: image-missing: 找不到图片“tu\\deng.JPG”。您要写的是不是“tu/deng.JPG”？请把图片放在稿件旁边。",
    ),
    "jpeg-for-jpg.md": (
        shown('tu/deng.jpeg "灯。"'),
        "9: image-missing: 找不到图片“tu/deng.jpeg”。您要写的是不是“tu/deng.JPG”？请把图片放在稿件旁边。",
    ),
    "small-letters-for-capitals.md": (
        shown('tu/deng.jpg "灯。"'),
        "9: image-missing: 找不到图片“tu/deng.jpg”。您要写的是不是“tu/deng.JPG”？请把图片放在稿件旁边。",
    ),
    "smart-quotes-at-a-caption.md": (
        shown("tu/deng.JPG “灯。”"),
        "9: smart-quotes: “灯。” 外面是中文引号，这里不认。请换成英文双引号，或去掉引号。",
    ),
    "smart-quotes-at-a-credit.md": (
        shown('tu/deng.JPG "灯。"', "“王小明 摄”"),
        "9: smart-quotes: credit=“王小明 摄” 外面是中文引号，这里不认。请换成英文双引号，或去掉引号。",
    ),
    "from-word.md": (
        f"{TEXT}\n<o:p></o:p>\n".encode(),
        "9: raw-html: 正文里有 HTML 标签 <o:p>，不能用，会原样显示出来。请改用 Markdown 写法。",
    ),
    "a name with spaces.md": (
        TEXT.encode(),
        "1: path-characters: 文件名里有“空格”，网址会出错。请改名，只用字母、数字、汉字、连字符。",
    ),
}


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """All that is said of one folder with all of these, by file."""
    root = tmp_path_factory.mktemp("windows")
    reports = root / "content" / "reports" / "2026"
    (reports / "tu").mkdir(parents=True)
    Image.new("RGB", (1600, 900), "gold").save(reports / "tu" / "deng.JPG", "JPEG")
    files = {path.removeprefix("content/"): text.encode() for path, text in SKELETON.items()}
    files["categories/governance.md"] = "---\nname: 社区治理\n---\n".encode()
    files |= {f"reports/2026/{name}": raw for name, raw in MENDED.items()}
    files |= {f"reports/2026/{name}": raw for name, (raw, _) in ANSWERED.items()}
    for path, raw in files.items():
        (root / "content" / path).parent.mkdir(parents=True, exist_ok=True)
        (root / "content" / path).write_bytes(raw)
    taken = load(
        root / "content", Portal(name="邻里"), Clock(NOW), root / "cache", lambda stands: {}
    )
    lines: dict[str, list[str]] = {}
    for finding in taken.diagnostics:
        place = f"{finding.location.line}: {finding.code}: "
        name = finding.location.path.rpartition("/")[2]
        lines.setdefault(name, []).append(f"{place}{finding.message(Language.ZH_HANS)}")
    return lines


@pytest.mark.parametrize("name", MENDED)
def test_what_cannot_be_misread_is_read(said: dict[str, list[str]], name: str) -> None:
    assert name not in said


@pytest.mark.parametrize("name", ANSWERED)
def test_what_could_be_misread_is_answered_once(said: dict[str, list[str]], name: str) -> None:
    assert said[name] == [ANSWERED[name][1]]


def test_nothing_else_is_said(said: dict[str, list[str]]) -> None:
    assert set(said) == set(ANSWERED)


@pytest.mark.parametrize(
    ("written", "path"),
    [
        (r"C:\paper\content\reports\2026\a.md", "reports/2026/a.md"),
        (r"c:\Paper\CONTENT\reports", "reports"),
        (r"\\server\paper\content\a.md", None),
        (r"D:\paper\content\a.md", None),
        (r"C:\paper\contents\a.md", None),
    ],
)
def test_a_path_of_windows_is_known_to_the_content_folder(written: str, path: str | None) -> None:
    """`linli check content\\reports`: findings and links name it with a slash."""
    assert path_within(PureWindowsPath(written), PureWindowsPath(r"C:\paper\content")) == path

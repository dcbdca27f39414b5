# SPDX-License-Identifier: MIT
"""What a text still holds that nobody meant to print: marks to come back to, traces of programs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from linli.reading.chinese import is_wide, veiled
from linli.reading.names import SURNAMES


@dataclass(frozen=True, slots=True)
class Leftover:
    """Such a thing, and where it stands; the code is that of its finding."""

    code: str
    start: int
    text: str


_TO_DO = (
    "待填写?|待补充?|待核实?|待定稿|待确认|待查证?|此处(?:待补|插入?图片?|配图)[^】）)\\]]{0,12}"
)
_SURNAME = "".join(sorted(SURNAMES))
_MARKERS = re.compile(
    rf"""(?mx)
    # In brackets, or leading a line; 名额待补 is an ordinary sentence.
    [（(【\[](?:{_TO_DO})[：:]?[）)】\]](?![(\[:])
  | ^[ \t]*(?:[\w-]+[ ]?[:：][ ]*["']?)?(?P<mark>{_TO_DO})["']?(?=[：:\n]|[ \t]*$)
  | (?<![A-Za-z0-9_/#.“‘-])(?:TODO|FIXME|TBD)(?![A-Za-z0-9_/-]|[ ]?[Ll]ist|清单|列表)
    # 138XXXX0000 is a number that is masked, 张×××  a name.
  | (?<![A-Za-z0-9*×/_“‘-])X{{3,}}(?![A-Za-z0-9*×/_-])
  | (?<![{_SURNAME}0-9A-Za-z×*“‘])×{{3,}}(?![0-9A-Za-z×*])
  | (?i:lorem[ ]ipsum(?:[ ]dolor)?)
  | 【[ ]?(?:图片?|照片|配图|插图|视频)[ ]?[0-9]*[ ]?】
  | \[(?:图片|照片|视频|表情)\](?![(\[:])
  | 点击(?:此处|这里)?(?:输入|添加)(?:标题|正文|文字|图片描述|内容)
  | 单击此处(?:编辑|添加)[^\s，。]{{0,8}}
  | 错误[!！][ ]?(?:未找到引用源|未定义书签|文档中没有指定样式的文字)[。]?
  | Error![ ](?:Reference[ ]source[ ]not[ ]found|Bookmark[ ]not[ ]defined)\.?
  | &amp;(?:nbsp|lt|gt|amp|quot|\#[0-9]+);
    """
)
_MAY = re.compile(
    "待|此处|TODO|FIXME|TBD|XXX|×××|[Ll]orem|【|\\[[图照视表]|[点单]击|错误|Error|&amp;"
)
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
_NO_CHARACTER = re.compile("[\ufffd\ue000-\uf8ff\U000f0000-\U0010ffff]")
_JOINERS = "\u200c\u200d"
_CONFLICT = re.compile(r"^<{7}[ ].*$", re.MULTILINE)


def leftovers(text: str) -> Iterator[Leftover]:
    """All of them in a file, which may begin with front matter; none of what stands in code."""
    text = text.replace("\ufeff", " ", 1) if text.startswith("\ufeff") else text
    if _MAY.search(text):
        plain = _without_code(text)
        for match in _MARKERS.finditer(plain):
            yield Leftover("leftover-marker", match.start(), match["mark"] or match[0].strip())
    if not text.isascii():
        yield from _characters(text)
    if "<<<<<<< " in text:
        for match in _CONFLICT.finditer(text):
            if _without_code(text)[match.start()] == "<":
                yield Leftover("merge-conflict", match.start(), match[0])


def _characters(text: str) -> Iterator[Leftover]:
    for match in _INVISIBLE.finditer(text):
        around = text[max(0, match.start() - 1) : match.start()] + text[match.end() :][:1]
        # Between two picture signs, or two letters of some scripts, they belong there.
        if match[0] not in _JOINERS or any(is_wide(ch) or ch.isascii() for ch in around):
            yield Leftover("invisible-character", match.start(), f"U+{ord(match[0]):04X}")
    for match in _NO_CHARACTER.finditer(text):
        yield Leftover("unknown-character", match.start(), f"U+{ord(match[0]):04X}")


_FRONT_MATTER = re.compile(r"---[ \t]*\n(?:.*\n)*?---[ \t]*(?:\n|\Z)")
_COMMENT = re.compile(r"^[ \t]*#.*$", re.MULTILINE)


def _without_code(text: str) -> str:
    """The text, sign for sign; front matter is read, but for its comments."""
    head = _FRONT_MATTER.match(text)
    end = head.end() if head else 0
    above = _COMMENT.sub(lambda comment: "\0" * len(comment[0]), text[:end])
    return above + _read(text[end:])


def _read(body: str) -> str:
    # A number that entities make is what a leftover of them is made of.
    return "".join(
        ch if hidden == ch or (hidden == "\0" and ch in "&;ampnbsltgquo") else hidden
        for ch, hidden in zip(body, veiled(body), strict=True)
    )


_TO_FILL = re.compile(
    r"^[ \t]*#[ \t]*待填[：:][ \t]*(?P<key>[\w.\[\]-]+)[ \t]*(?:[：:][ \t]*(?P<what>.*))?$",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class ToFill:
    """A comment in the front matter that stands for a key nobody has told yet."""

    start: int
    key: str
    what: str


def keys_to_fill(text: str) -> Iterator[ToFill]:
    """What `linli new` and `linli import` left for an editor: `# 待填：date: …`."""
    if "待填" not in text:
        return
    head = _FRONT_MATTER.match(text)
    for match in _TO_FILL.finditer(text, 0, head.end() if head else 0):
        yield ToFill(match.start(), match["key"], (match["what"] or "").strip())

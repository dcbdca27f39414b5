# SPDX-License-Identifier: MIT
"""What is set without Python-Markdown comes out as Python-Markdown would set it."""

from __future__ import annotations

from pathlib import Path
from unittest import mock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linli.newsroom.articles import PhotoNote
from linli.newsroom.diagnostics import Diagnostic, Source
from linli.newsroom.photos import Format, Photo, PhotoFault, PhotoMetadata, Rendition
from linli.reading.links import LinkTargets
from linli.reading.markup import typesetter
from linli.reading.markup.plain_text import is_plain
from linli.reading.markup.state import Surroundings
from linli.reading.markup.typesetter import Body, Typesetter

CONTENT = Path(__file__).parents[2] / "content"
SIZES = (
    Rendition("灯-480.webp", 480, 320, Format.WEBP),
    Rendition("灯-480.jpg", 480, 320),
    Rendition("灯-960.jpg", 960, 640),
)
PHOTOS: dict[str, Photo | PhotoFault] = {
    "reports/lamp.jpg": Photo(
        "reports/lamp.jpg", 960, 640, PhotoMetadata(), SIZES, "data:,", is_moving=True
    ),
    "reports/a_b.jpg": Photo(
        "reports/a_b.jpg", 480, 320, PhotoMetadata("图注", "作者", "署名", "", "替代"), SIZES[1:2]
    ),
    "reports/broken.jpg": PhotoFault("坏了", "it is broken"),
}
SURROUNDINGS = Surroundings(
    LinkTargets({"about/contact.md": "about/contact/"}, frozenset({"reports/draft.md"})),
    PHOTOS.get,
    tuple(PHOTOS),
)
NOTES = (PhotoNote("lamp.jpg", caption="附图注"),)
TYPESETTER = Typesetter()


def set_text(text: str) -> tuple[Body, tuple[Diagnostic, ...]]:
    return TYPESETTER.set(Source("reports/a.md", {}, 6), text, SURROUNDINGS, NOTES, "稿件")


def set_by_python_markdown(text: str) -> tuple[Body, tuple[Diagnostic, ...]]:
    with mock.patch.object(typesetter, "parse", return_value=None):
        return set_text(text)


def body_of(file: Path) -> str:
    return file.read_text("utf-8").split("---\n", 2)[2]


NEWS = ["reports", "notices", "lost"]
FILES_OF_THE_PORTAL = sorted(CONTENT.glob("*/**/*.md"))


TAME = st.text("灯亮了，。“”（）—〇abC 109.-+=#(\u3000한", min_size=1, max_size=12)
ODD = st.text("灯亮，。“）·bC 1.:;,!?%+-=~#'\"/()]}>\u3000\u00a0\u2028한", max_size=8)
MARKS = ["*", "**", "***", "_", "`", "[", "![", "](", "<b>", "&", "&amp;", "{", "{: ", "|", "\\"]
TARGETS = ["../about/contact.md", "draft.md", "no.md", "#说法", "//a.example", "javascript:x"]
FILES = ["lamp.jpg", "a_b.jpg", "broken.jpg", "no.jpg", "http://[", "https://a.example/b.jpg"]
GAPS = ["\n\n"] * 9 + ["\n\n\n", "\n", "\n \n"]


def table(rows: list[list[str]]) -> str:
    lines = [f"|{'|'.join(row)}|" for row in rows]
    return "\n".join([lines[0], "|---" * len(rows[0]) + "|", *lines[1:]])


def texts(words: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Texts of every sort of block, with these words in them."""
    run = st.one_of(
        words,
        words,
        st.builds("**{}**".format, words),
        st.builds("*{}*".format, words),
        st.builds("[{}]({})".format, words, st.sampled_from(TARGETS)),
        st.builds("5***{}".format, words),
    )
    line = st.lists(run, min_size=1, max_size=3).map("".join)
    figure = st.builds(
        "![{}]({}{}){}".format,
        words,
        st.sampled_from(FILES),
        st.one_of(st.just(""), st.builds(' "{}"'.format, words)),
        st.one_of(st.just(""), st.builds('{{ credit="{}" }}'.format, words)),
    )
    lines = st.lists(line, min_size=1, max_size=3)
    row = st.lists(words, min_size=2, max_size=2)
    block = st.one_of(
        lines.map("\n".join),
        line,
        line,
        st.builds("{} {}".format, st.sampled_from(["##", "##", "###", "####", "#"]), words),
        figure,
        lines.map(lambda items: "\n".join(f"- {item}" for item in items)),
        lines.map(lambda items: "\n".join(f"{n}. {item}" for n, item in enumerate(items, 1))),
        st.lists(row, min_size=2, max_size=3).map(table),
    )
    part = st.builds("{}{}".format, block, st.sampled_from(GAPS))
    return st.lists(part, max_size=3).map("".join)


TEXTS = st.one_of(texts(TAME), texts(st.one_of(TAME, ODD, st.sampled_from(MARKS))))
NASTY = st.text("灯a1 #*_`[]()<>!{}\"'=\\|~:/.-+&;^\n\t\r\x02\x03\x0b\x1c\x85", max_size=40)


PLAIN = [
    "灯亮了。",
    "\n　　灯亮了。\n\n\n灯\nabc（一）\n又亮了。\n",
    "## 说法\n\n## 说法\n\n### C++ 与 C#\n\n## 说法 ##",
    "# 灯\n\n#### 亮",
    '![](lamp.jpg)\n\n![灯_1](a_b.jpg "亮 了。"){ credit="甲" }',
    '![灯](no.jpg " "){credit="甲"}\n\n![灯](no.jpg " "){credit="甲"}',
    "- 时间：9时；\n- 地点。\n\n1. 一\n2. 二\n\n灯。\n\n- 三",
    "| 班 | 学什么 |\n|---|---|\n| 大班 | C、C++、C# |\n| 小班 |  |",
    "见[联系](../about/contact.md)\n[无](no.md)一页。\n\n[无](no.md)、[外](https://a.example/)",
    "**重**：*轻*了，\n**又　重**。",
    "身份证号5***************3，声明作废。",
]
MARKED = [
    "",
    " \n",
    "灯  \n亮",
    "    灯",
    "灯\t亮",
    "灯\r\n亮",
    "`灯`",
    "灯\\*亮",
    "<b>灯</b>",
    "AT&T",
    "> 灯",
    "灯\n---",
    "灯\n====",
    "~~~\n灯\n~~~",
    "灯_亮_",
    "灯[^1]\n\n[^1]: 注。",
    "[灯]: lamp.jpg",
    "[灯][灯]",
    "[TOC]",
    "看![灯](lamp.jpg)",
    '![灯](lamp.jpg){ onclick="x" }',
    "## 灯 { #own }",
    "## 灯\n亮了。",
    "- 一\n\n- 二",
    "- 一\n  又一",
    "- - 一",
    "3. 三",
    "138****0000、5***3",
    "***灯***",
    "灯\x02亮",
]


def test_what_a_picture_needs_is_set_by_either() -> None:
    for body, _ in (set_text("![灯](lamp.jpg)"), set_by_python_markdown("![灯](lamp.jpg)")):
        assert 'media="(prefers-reduced-motion: no-preference)"' in body.html
        assert 'type="image/webp"' in body.html
        assert 'style="background:url(data:,) 0/cover"' in body.html


@pytest.mark.parametrize("text", PLAIN)
def test_what_is_plain_is_set_without_python_markdown(text: str) -> None:
    assert is_plain(text)
    assert set_text(text) == set_by_python_markdown(text)


@pytest.mark.parametrize("text", MARKED)
def test_whatever_else_markdown_knows_is_left_to_python_markdown(text: str) -> None:
    assert not is_plain(text)


@settings(max_examples=400, deadline=None)
@given(st.one_of(TEXTS, NASTY))
def test_any_text_is_set_as_python_markdown_sets_it(text: str) -> None:
    assert set_text(text) == set_by_python_markdown(text)


@pytest.mark.parametrize("path", FILES_OF_THE_PORTAL, ids=lambda path: path.stem)
def test_every_text_of_the_portal_is_set_as_python_markdown_sets_it(path: Path) -> None:
    assert set_text(body_of(path)) == set_by_python_markdown(body_of(path))


def test_nearly_every_piece_of_the_portal_is_plain() -> None:
    pieces = [path for path in FILES_OF_THE_PORTAL if path.relative_to(CONTENT).parts[0] in NEWS]
    assert pieces
    assert sum(is_plain(body_of(path)) for path in pieces) >= 0.9 * len(pieces)

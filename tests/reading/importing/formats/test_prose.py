# SPDX-License-Identifier: MIT
"""From the HTML of others to Markdown of ours, piece by piece."""

from __future__ import annotations

import html
import re
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linli.newsroom.diagnostics import Source
from linli.newsroom.photos import Photo
from linli.reading.importing.faults import Notes
from linli.reading.importing.prose.album import Album, meaning, suffix_of
from linli.reading.importing.prose.blocks import markdown
from linli.reading.importing.prose.html import blocks_of
from linli.reading.importing.prose.tree import parse
from linli.reading.links import LinkTargets
from linli.reading.markup.state import Surroundings
from linli.reading.markup.typesetter import Typesetter

JPEG = b"\xff\xd8\xff\xe0"


@pytest.fixture
def made() -> Callable[[str], str]:
    def made(page: str) -> str:
        notes = Notes()
        album = Album(lambda name: JPEG + name.encode(), notes)
        return markdown(blocks_of(parse(page), album, notes))

    return made


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<p>　　段落&nbsp;</p><p>&nbsp;</p><p></p>", "段落"),
        ("<p>第一行\n第二行 and\nthird</p>", "第一行第二行 and third"),
        ("甲<br>乙<br/><br>丙", "甲  \n乙\n\n丙"),
        ("<p><br>甲<br></p>", "甲"),
        ("<div>甲<p>乙</p>丙</div>", "甲\n\n乙\n\n丙"),
        ("<b>甲</b><strong>乙</strong>丙", "**甲乙**丙"),
        ("<b> 甲 </b>乙", "**甲** 乙"),
        ("<strong><p>甲</p><p>乙</p></strong>", "**甲**\n\n**乙**"),
        ("<b>甲<br>乙</b>", "**甲**  \n**乙**"),
        ("<b><i>甲</i></b><em>乙</em>", "***甲****乙*"),
        ("<span style='font-weight:bold'>甲</span><u>乙</u>", "甲乙"),
        ("甲\u200b乙\ufeff", "甲乙"),
        ("👨‍👩‍👧🌱", "👨‍👩‍👧🌱"),
        ("x<sup>2</sup>、x<sup>[1]</sup>、a<sub>1</sub>", "x²、x[1]、a₁"),
        ("<code>a`b</code>", "``a`b``"),
        ("<pre>甲\n  乙 ``` 丙</pre>", "````\n甲\n  乙 ``` 丙\n````"),
        ("<a href='https://a.example.com/'><b>甲</b>乙</a>", "[**甲**乙](https://a.example.com/)"),
        ("甲！<a href='https://a.example.com/'>乙</a>", "甲！[乙](https://a.example.com/)"),
        ("a!<a href='https://a.example.com/'>b</a>", "a\\![b](https://a.example.com/)"),
        ("<a href='mailto:a@example.com'>信</a>", "[信](mailto:a@example.com)"),
        ("<a href='#top'>甲</a><a>乙</a><a href='/x'>丙</a>", "甲乙丙"),
        ("<h2>甲</h2><h4>乙</h4><h2>丙</h2>", "## 甲\n\n### 乙\n\n## 丙"),
        ("<h3><b>甲</b><br>乙</h3>", "## 甲 乙"),
        ("<h2><img src='a.jpg'>甲</h2>", "![](tu-1.jpg)\n\n## 甲"),
        ("<h2></h2><p>甲</p>", "甲"),
        ("<ul><li>甲</li><li></li>乙</ul>", "- 甲\n- 乙"),
        ("<ul><li>甲</li><ul><li>乙</li></ul></ul>", "- 甲\n    - 乙"),
        ("<ol start=x><li>甲</li></ol>", "1. 甲"),
        ("<ol><li>甲<img src='a.jpg'></li><li>乙</li></ol>", "1. 甲\n2. 乙\n\n![](tu-1.jpg)"),
        ("<ul><li>甲</li></ul><ol><li>乙</li></ol>", "- 甲\n\n1. 乙"),
        (
            "<blockquote>甲<img src='a.jpg'><p>乙</p></blockquote>",
            "> 甲\n\n![](tu-1.jpg)\n\n> 乙",
        ),
        ("<blockquote><blockquote>甲</blockquote>乙</blockquote>", "> > 甲\n>\n> 乙"),
        ("<table><tr><td>甲</td></tr><tr><td>乙</td></tr></table>", "甲\n\n乙"),
        (
            "<table><tr><td rowspan=2>甲<td>乙<tr><td>丙<tr><td colspan=2>丁</table>",
            "| 甲 | 乙 |\n| --- | --- |\n|  | 丙 |\n| 丁 |  |",
        ),
        (
            "<table><caption>题</caption><tr><td>甲<br>乙<td>丙|<tr><td>丁</table>",
            "题\n\n| 甲 乙 | 丙\\| |\n| --- | --- |\n| 丁 |  |",
        ),
        ("<p>甲<img src='a.jpg' alt='巷口'>乙</p>", "甲\n\n![巷口](tu-1.jpg)\n\n乙"),
        ("<img src='a.jpg'><img src='a.jpg'>", "![](tu-1.jpg)\n\n![](tu-1.jpg)"),
        ("<img src='a.jpg' alt='图[1]'>", "![图\\[1\\]](tu-1.jpg)"),
        ("<img src='a.jpg' alt='IMG_1.JPG'>", "![](tu-1.jpg)"),
        ("<img src='a.jpg'><noscript><img src='b.jpg'></noscript>", "![](tu-1.jpg)"),
        ("<noscript><img src='b.jpg'></noscript>", "![](tu-1.jpg)"),
        (
            "<figure><img src='a.jpg'><figcaption>她说<b>“好”</b>，\"好\"</figcaption></figure>",
            '![](tu-1.jpg "她说“好”，“好”")',
        ),
        (
            "<figure><img src='a.jpg'><img src='b.jpg'><figcaption>两张</figcaption></figure>",
            '![](tu-1.jpg)\n\n![](tu-2.jpg "两张")',
        ),
        ("<img src='a.jpg'><p>▲ 巷口</p>", '![](tu-1.jpg "巷口")'),
        ("<img src='a.jpg'><p style='font-size:12px'>黑的</p>", "![](tu-1.jpg)\n\n黑的"),
        (
            "<img src='a.jpg'><p style='font-size:10.5pt;color:#999'>灰的</p>",
            '![](tu-1.jpg "灰的")',
        ),
        (
            "<img src='a.jpg'><p style='font-size:16px;color:gray'>大的</p>",
            "![](tu-1.jpg)\n\n大的",
        ),
        ("甲<hr>乙", "甲\n\n---\n\n乙"),
        (
            "<p>[^1] {x} ![a] [b]: c [d] [e][f]</p>",
            "\\[^1] \\{x} \\![a\\] [b\\]: c [d\\] [e\\][f\\]",
        ),
    ],
)
def test_html_becomes_this_markdown(page: str, text: str, made: Callable[[str], str]) -> None:
    assert made(page) == text


@pytest.mark.parametrize(
    ("data", "suffix"),
    [
        (b"\xff\xd8\xff\xe1", ".jpg"),
        (b"\x89PNG\r\n\x1a\n", ".png"),
        (b"GIF89a", ".gif"),
        (b"RIFF\0\0\0\0WEBPVP8 ", ".webp"),
        (b"\0\0\0\x1cftypheic", ".heic"),
        (b"\0\0\0\x1cftypavif", ".avif"),
        (b"<svg/>", ""),
        (b"\1\0\0\0", ""),
        (b"", ""),
    ],
)
def test_a_picture_is_known_by_its_first_bytes(data: bytes, suffix: str) -> None:
    assert suffix_of(data) == suffix


@pytest.mark.parametrize("alt", ["图片", "image", "640.png", "", "IMG 2", "wechat image"])
def test_what_a_program_writes_is_no_alt_text(alt: str) -> None:
    assert meaning(alt) == ""


TYPESETTER = Typesetter()
NO_PHOTO: dict[str, Photo] = {}
HARD = "甲乙，。 a1.)(*_`[]{}<>#+-!|~=:&;\\\"'^/　"


def set_again(text: str) -> str:
    """What a reader sees of a text that the importer wrote."""
    source = Source("reports/2026/a.md", {"title": 2}, 6)
    surroundings = Surroundings(LinkTargets({}, frozenset()), NO_PHOTO.get, ())
    body, found = TYPESETTER.set(source, text, surroundings)
    assert not [one for one in found if one.code in {"raw-html", "unknown-attribute"}]
    return html.unescape(re.sub(r"<[^<>]*>", "", body.html))


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(["{}", "<b>{}</b>", "<i>{}</i>"]), st.text(HARD, max_size=12)),
        min_size=1,
        max_size=4,
    )
)
def test_every_sign_of_a_paragraph_means_itself(parts: list[tuple[str, str]]) -> None:
    words = "".join(text for _, text in parts)
    page = "".join(tags.format(html.escape(text)) for tags, text in parts)
    notes = Notes()
    text = markdown(blocks_of(parse(f"<p>{page}</p>"), Album(lambda _: None, notes), notes))
    assert "".join(set_again(text).split()) == "".join(words.split())


@pytest.mark.parametrize(
    ("page", "place"),
    [
        ("<p>他说：“花开了，人就来了。”</p>", "花开了，人就来了"),
        ("<h2>题</h2>", "题"),
        ("<p>。</p>", ""),
        ("", ""),
    ],
)
def test_a_picture_of_another_site_is_told_of_with_its_place(page: str, place: str) -> None:
    notes = Notes()
    blocks_of(
        parse(f"{page}<img src='//a.example.com/1.jpg'>"), Album(lambda _: None, notes), notes
    )
    (remark,) = notes.remarks
    assert remark.arguments == {"address": "//a.example.com/1.jpg"} | (
        {"text": place} if place else {}
    )

# SPDX-License-Identifier: MIT
"""A text as it is set: figures, links, lines, and what no text may do."""

from __future__ import annotations

import re
from collections.abc import Callable

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linli.newsroom.articles import PhotoNote
from linli.newsroom.diagnostics import Diagnostic, Source
from linli.reading.links import LinkTargets
from linli.reading.markup.state import ROOT, Surroundings
from linli.reading.markup.typesetter import Body, Typesetter, set_root

SetText = Callable[..., tuple[Body, tuple[Diagnostic, ...]]]
Told = Callable[..., list[tuple[str, int]]]
FIRST = 6
"""The line of the file on which every text of these tests begins."""


def field(html: str, name: str) -> str:
    match = re.search(rf'<span class="{name}">(.*?)</span>', html)
    return match[1] if match else ""


def alt(html: str) -> str:
    match = re.search(r'<img[^>]* alt="(.*?)"', html)
    return match[1] if match else "none"


# Figures


@pytest.mark.parametrize(
    ("image", "note", "credits", "words"),
    [
        ('![自己](lamp.jpg "图注"){ credit="署名" }', {}, "", ("自己", "图注", "署名")),
        (
            '![自己](told.jpg "图注"){ credit="署名" }',
            {"alt": "附", "caption": "附", "credit": "附", "creator": "附"},
            "稿件",
            ("自己", "图注", "署名"),
        ),
        (
            "![](told.jpg)",
            {"alt": "附替代", "caption": "附图注", "credit": "附署名", "creator": "附作者"},
            "稿件",
            ("附替代", "附图注", "附署名"),
        ),
        ("![](told.jpg)", {"creator": "附作者"}, "稿件", ("文件替代", "文件图注", "附作者")),
        ("![](told.jpg)", {}, "稿件", ("文件替代", "文件图注", "文件署名")),
        ('![自己](signed.jpg "图注")', {}, "稿件", ("自己", "图注", "文件作者")),
        ('![自己](lamp.jpg "图注")', {}, "稿件", ("自己", "图注", "稿件")),
        ('![自己](lamp.jpg "图注")', {"alt": "附"}, "稿件", ("自己", "图注", "稿件")),
    ],
)
def test_alt_caption_and_credit_are_each_taken_from_the_nearest(
    set_text: SetText,
    image: str,
    note: dict[str, str],
    credits: str,
    words: tuple[str, str, str],
) -> None:
    file = re.search(r"\((\S+?)[ )]", image)
    assert file is not None
    notes = (PhotoNote(file[1], **note),) if note else ()
    body, diagnostics = set_text(image, notes, credits)
    assert all(finding.code.endswith("-from-file") for finding in diagnostics)
    assert (alt(body.html), field(body.html, "caption"), field(body.html, "credit")) == words


def test_an_image_alone_in_its_paragraph_is_a_figure_with_sizes(set_text: SetText) -> None:
    body, _ = set_text('![路灯](lamp.jpg "亮了。"){ credit="王小明 摄" }')
    figure = html5lib.parseFragment(body.html, namespaceHTMLElements=False)[0]
    link, caption = figure
    (picture,) = link
    assert (figure.tag, link.tag, caption.tag) == ("figure", "a", "figcaption")
    assert link.attrib == {"class": "nr-enlarge", "href": f"{ROOT}reports/2022/lamp-960.jpg"}
    source, image = picture
    assert (picture.tag, source.tag, image.tag) == ("picture", "source", "img")
    assert source.attrib == {
        "type": "image/avif",
        "srcset": f"{ROOT}reports/2022/lamp-480.avif 480w, {ROOT}reports/2022/lamp-960.avif 960w",
        "sizes": "(min-width: 42rem) 38.25rem, (min-width: 30rem) 92vw, 66vw",
    }
    assert image.attrib == {
        "alt": "路灯",
        "src": f"{ROOT}reports/2022/lamp-960.jpg",
        "srcset": f"{ROOT}reports/2022/lamp-480.jpg 480w, {ROOT}reports/2022/lamp-960.jpg 960w",
        "sizes": "(min-width: 42rem) 38.25rem, (min-width: 30rem) 92vw, 66vw",
        "width": "960",
        "height": "640",
        "style": "background:url(data:,) 0/cover",
        "fetchpriority": "high",
        "decoding": "async",
    }
    assert [(span.attrib["class"], span.text) for span in caption] == [
        ("caption", "亮了。"),
        ("credit", "王小明 摄"),
    ]
    assert [photo.src_uri for photo in body.photos] == ["reports/2022/lamp.jpg"]


def test_only_the_first_picture_is_fetched_at_once(set_text: SetText) -> None:
    body, _ = set_text('![一](lamp.jpg "一。"){ credit="甲" }\n\n![二](told.jpg "二。")\n')
    first, second = re.findall("<img[^>]*>", body.html)
    assert "fetchpriority" in first
    assert "lazy" not in first
    assert 'loading="lazy"' in second


@pytest.mark.parametrize(("paragraphs", "hurries"), [(2, True), (3, False)])
def test_a_picture_far_down_does_not_hurry(
    set_text: SetText, paragraphs: int, hurries: bool
) -> None:
    text = f"{'街坊' * 50}。\n\n" * paragraphs
    body, _ = set_text(f'{text}![一](lamp.jpg "一。"){{ credit="甲" }}\n')
    assert ("fetchpriority" in body.html) is hurries
    assert ("lazy" in body.html) is not hurries


@pytest.mark.parametrize(
    "image",
    [
        '![](lamp.jpg){ alt="" }',
        '![路灯](lamp.jpg){ alt="" }',
    ],
)
def test_an_empty_alt_says_decorative_and_asks_for_nothing_more(
    set_text: SetText, image: str
) -> None:
    body, diagnostics = set_text(image)
    assert diagnostics == ()
    assert alt(body.html) == ""
    assert "figcaption" not in body.html


def test_a_note_can_say_decorative_too(set_text: SetText) -> None:
    body, diagnostics = set_text("![](lamp.jpg)", (PhotoNote("lamp.jpg", alt=""),))
    assert diagnostics == ()
    assert alt(body.html) == ""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('![](lamp.jpg "亮了。"){ credit="甲" }', [("image-alt-missing", 0)]),
        ('![ ](lamp.jpg "亮了。"){ credit="甲" }', [("image-alt-missing", 0)]),
        ('![路灯](lamp.jpg){ credit="甲" }', [("image-caption-missing", 0)]),
        ('![路灯](lamp.jpg "亮了。")', [("image-credit-missing", 0)]),
        ("![](lamp.jpg)", [(f"image-{name}-missing", 0) for name in ("alt", "caption", "credit")]),
        ('![路灯](lampe.jpg "亮了。")', [("image-missing", 0)]),
        ('![路灯](../../../etc/passwd.jpg "亮了。")', [("image-missing", 0)]),
        ('![路灯](broken.jpg "亮了。")', [("image-unreadable", 0)]),
        ('![路灯](https://a.example/b.jpg "亮了。")', [("image-remote", 0)]),
        ('![路灯](//a.example/b.jpg "亮了。")', [("image-remote", 0)]),
        ('![路灯](data:image/png;base64,AA "亮了。")', [("image-remote", 0)]),
        ('![路灯](http://[ "亮了。")', [("image-remote", 0)]),
        ("正文![路灯](lamp.jpg)正文。", []),
        ("正文![](lamp.jpg)正文。", [("image-alt-missing", 0)]),
        ('正文![路灯](lamp.jpg "亮了。")正文。', [("image-inline", 0)]),
        ('正文![路灯](lamp.jpg){ credit="甲" }正文。', [("image-inline", 0)]),
        ('\n正文。\n\n![路灯](lamp.jpg "亮了。"){ cretid="甲" }', [("unknown-attribute", 3)]),
    ],
)
def test_what_a_picture_lacks_is_said_with_its_line(
    set_text: SetText, told: Told, text: str, found: list[tuple[str, int]]
) -> None:
    assert told(set_text(text)[1]) == [(code, FIRST + line) for code, line in found]


@pytest.mark.parametrize(
    ("text", "note", "found"),
    [
        ("![](told.jpg)", {}, {"alt": "文件替代", "caption": "文件图注", "credit": "文件署名"}),
        ("![](told.jpg)", {"alt": "附", "creator": "附"}, {"caption": "文件图注"}),
        ('![自己](told.jpg "图注")', {}, {"credit": "文件署名"}),
        ('![自己](told.jpg "图注"){ credit="署名" }', {}, {}),
        ('![自己](signed.jpg "图注")', {}, {"credit": "文件作者"}),
        ("正文![自己](told.jpg)正文。", {}, {}),
        ("正文![](told.jpg)正文。", {}, {"alt": "文件替代"}),
    ],
)
def test_what_was_taken_from_the_file_is_shown_to_the_editor(
    set_text: SetText, text: str, note: dict[str, str], found: dict[str, str]
) -> None:
    notes = (PhotoNote("told.jpg", **note),) if note else ()
    told = {
        finding.code.removeprefix("photo-").removesuffix("-from-file"): finding.arguments["words"]
        for finding in set_text(text, notes)[1]
    }
    assert told == found


def test_a_number_in_the_file_is_not_told_in_clear(set_text: SetText) -> None:
    (finding,) = set_text('![自己](numbers.jpg){ credit="署名" }')[1]
    assert finding.arguments["words"] == "失主 139****0000 1****************X"


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("![自己](garbled.jpg)", ["caption-missing", "credit-missing", "words-unreadable"]),
        ('![自己](garbled.jpg "图注"){ credit="署名" }', []),
        ("正文![自己](garbled.jpg)正文。", []),
    ],
)
def test_words_that_nobody_can_read_are_told_of_where_they_would_be_of_use(
    set_text: SetText, text: str, codes: list[str]
) -> None:
    assert [finding.code.partition("-")[2] for finding in set_text(text)[1]] == codes


def test_the_nearest_picture_is_offered(set_text: SetText) -> None:
    (finding,) = set_text('![路灯](lampe.jpg "亮了。")')[1]
    assert finding.arguments["nearest"] == "lamp.jpg"


def test_an_image_in_running_text_is_no_figure(set_text: SetText) -> None:
    body, _ = set_text("看![路灯](lamp.jpg)这盏灯。")
    assert "<figure" not in body.html
    assert body.html.startswith("<p>看<picture>")


@pytest.mark.parametrize("between", ["\n", "  \n", " "])
def test_images_that_share_a_paragraph_are_figures_each(
    set_text: SetText, told: Told, between: str
) -> None:
    body, diagnostics = set_text(f'![一](lamp.jpg "甲。"){{ credit="甲" }}{between}![二](lamp.jpg)')
    assert body.html.startswith('<div class="nr-gallery"><figure id="photo:1">')
    assert body.html.count("<figure ") == 2
    assert field(body.html, "caption") == "甲。"
    assert [code for code, _ in told(diagnostics)] == [
        "image-caption-missing",
        "image-credit-missing",
    ]


def test_a_picture_that_decorates_is_not_enlarged_and_has_no_address(set_text: SetText) -> None:
    body, diagnostics = set_text('![](lamp.jpg){ alt="" }\n\n![灯](lamp.jpg "亮。"){ credit="甲" }')
    assert diagnostics == ()
    assert body.html.startswith("<figure><picture>")
    assert [figure.anchor for figure in body.figures] == ["", "photo:2"]
    assert body.html.count('<a class="nr-enlarge"') == 1


def test_a_figure_has_the_address_that_its_editor_gave_it(set_text: SetText) -> None:
    body, diagnostics = set_text(
        '![灯](lamp.jpg "亮。"){ credit="甲" #灯 }\n\n![灯](lamp.jpg "亮。"){ credit="甲" }\n{ #另一盏 }'
    )
    assert diagnostics == ()
    assert [figure.anchor for figure in body.figures] == ["photo:1", "另一盏"]
    assert {"灯", "photo:1", "另一盏"} <= body.anchors


def test_only_what_stands_by_itself_with_words_under_it_is_told_of(set_text: SetText) -> None:
    body, _ = set_text(
        '看![路灯](lamp.jpg)。\n\n![](lamp.jpg){ alt="" }\n\n![灯](lamp.jpg "亮。"){ credit="甲" }'
    )
    assert [figure.caption for figure in body.told_of] == ["亮。"]


def test_an_image_by_reference_is_a_figure_like_any_other(set_text: SetText) -> None:
    body, diagnostics = set_text('![路灯][灯]{ credit="甲" }\n\n[灯]: lamp.jpg "亮了。"\n')
    assert diagnostics == ()
    assert field(body.html, "caption") == "亮了。"


@pytest.mark.parametrize(("file", "nearest"), [("lampe.jpg", "lamp.jpg"), ("zzzzzz.png", "")])
def test_a_note_for_a_picture_that_is_not_used_is_said(
    set_text: SetText, file: str, nearest: str
) -> None:
    notes = (PhotoNote(file, caption="灯。"),)
    (finding,) = set_text('![灯](lamp.jpg "亮。"){ credit="甲" }', notes)[1]
    assert (finding.code, finding.arguments["nearest"]) == ("photo-note-unused", nearest)


# Soft breaks


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("自强不息，\n厚德载物。", "<p>自强不息，厚德载物。</p>"),
        ("自强\n**不息**\n厚德", "<p>自强<strong>不息</strong>厚德</p>"),
        ("自强**不\n息**厚德", "<p>自强<strong>不息</strong>厚德</p>"),
        ("使用\n`make`\n命令", "<p>使用 <code>make</code> 命令</p>"),
        ("第一行  \n第二行", "<p>第一行<br>第二行</p>"),
        ("hello\nworld", "<p>hello world</p>"),
        ("中文\nworld\n中文", "<p>中文 world 中文</p>"),
        ("- 自强\n  不息\n- 厚德", "<ul>\n<li>自强不息</li>\n<li>厚德</li>\n</ul>"),
        ("> 自强\n> 不息", "<blockquote>\n<p>自强不息</p>\n</blockquote>"),
    ],
)
def test_a_soft_break_between_han_leaves_nothing(set_text: SetText, text: str, html: str) -> None:
    assert set_text(text)[0].html == html


def test_a_soft_break_joins_across_a_link(set_text: SetText) -> None:
    body, _ = set_text("请见\n[联系\n我们](../../about/contact.md)\n一页。")
    assert re.sub("<[^>]*>", "", body.html) == "请见联系我们一页。"


def test_a_break_inside_an_alt_text_joins_too(set_text: SetText) -> None:
    body, _ = set_text('![巷口的\n路灯](lamp.jpg "亮了。"){ credit="甲" }')
    assert alt(body.html) == "巷口的路灯"


def test_code_is_left_as_it_was_written(set_text: SetText) -> None:
    code = "标题: 灯\n<b>中\n文</b> [x](no.md) ![](no.jpg) 1,2"
    body, diagnostics = set_text(f"```yaml\n{code}\n```\n\n`<br>`和`[y](no.md)`。")
    assert diagnostics == ()
    assert "标题: 灯\n&lt;b&gt;中\n文&lt;/b&gt; [x](no.md) ![](no.jpg) 1,2" in body.html
    assert "<code>&lt;br&gt;</code>和<code>[y](no.md)</code>" in body.html


# Headings


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("## 小标题", "小标题"),
        ("## C++ 与 C#", "c-与-c"),
        ("## 第 1 步：报名", "第-1-步-报名"),
        ("## ＡＢ", "ab"),
        ("## ？！", "_"),
        ("## 说法 { #own }", "own"),
    ],
)
def test_a_headings_id_keeps_its_chinese(set_text: SetText, text: str, id: str) -> None:
    body, diagnostics = set_text(text)
    assert diagnostics == ()
    assert f'id="{id}"' in body.html
    assert id in body.anchors


def test_two_headings_of_one_name_have_two_ids(set_text: SetText) -> None:
    body, _ = set_text("## 说法\n\n一。\n\n## 说法\n\n二。")
    assert len(body.anchors) == 2


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("# 说法", [("heading-one", 0)]),
        ("说法\n====", [("heading-one", 0)]),
        ("说法：一。\n\n# 说法", [("heading-one", 2)]),
        ("```\n# 说法\n```\n\n# 说法", [("heading-one", 4)]),
        ("# 说法\n\n一。\n\n# 说法", [("heading-one", 0), ("heading-one", 4)]),
        ("## 说法\n\n#### 做法", [("heading-skipped", 2)]),
        ("### 说法", [("heading-skipped", 0)]),
        (
            "做法是这样的。\n\n## 说法\n\n#### 做法 **好** [联系](../../about/contact.md)",
            [("heading-skipped", 4)],
        ),
        ("## 说法\n\n### 做法\n\n## 说法", []),
        ("说法\n----\n\n### 做法", []),
        ("> ## 说法\n>\n> #### 做法", [("heading-skipped", 2)]),
    ],
)
def test_headings_begin_at_two_and_skip_no_level(
    set_text: SetText, told: Told, text: str, found: list[tuple[str, int]]
) -> None:
    assert told(set_text(text)[1]) == [(code, FIRST + line) for code, line in found]


# Links


@pytest.mark.parametrize(
    ("href", "url"),
    [
        ("../2023/later.md", f"{ROOT}reports/2023/later/"),
        ("bundle/", f"{ROOT}reports/2022/bundle/"),
        ("bundle/index.md", f"{ROOT}reports/2022/bundle/"),
        ("../../announcements/", f"{ROOT}announcements/"),
        ("../../about/contact.md#电话", f"{ROOT}about/contact/#%E7%94%B5%E8%AF%9D"),
        ("form.pdf", f"{ROOT}reports/2022/form.pdf"),
        ("./form.pdf", f"{ROOT}reports/2022/form.pdf"),
        ("#说法", "#%E8%AF%B4%E6%B3%95"),
        ("lamp.md", f"{ROOT}reports/2022/lamp/"),
        ("https://a.example/b?c=d", "https://a.example/b?c=d"),
        ("mailto:a@b.example", "mailto:a@b.example"),
        ("tel:+862885800000", "tel:+862885800000"),
        ("HTTPS://A.example/", "HTTPS://A.example/"),
    ],
)
def test_a_link_leads_to_a_file_of_the_folder_or_out_of_the_house(
    set_text: SetText, href: str, url: str
) -> None:
    body, diagnostics = set_text(f"请见[这里]({href})。")
    assert diagnostics == ()
    assert f'href="{url}"' in body.html


@pytest.mark.parametrize(
    ("href", "code", "nearest"),
    [
        ("../2023/latter.md", "dead-link", "../2023/later.md"),
        ("../2023/Later.md", "dead-link", "../2023/later.md"),
        ("bundle", "dead-link", "bundle/index.md"),
        ("../2023/later/", "dead-link", "../2023/later.md"),
        ("../../../outside.md", "dead-link", None),
        ("", "link-empty", ""),
        ("draft.md", "link-not-public", ""),
        ("/about/contact.md", "link-absolute", ""),
        ("javascript:alert(1)", "link-unsafe", ""),
        ("JavaScript:alert(1)", "link-unsafe", ""),
        ("data:text/html,x", "link-unsafe", ""),
        ("vbscript:x", "link-unsafe", ""),
        ("file:///etc/passwd", "link-unsafe", ""),
        ("http://[", "link-unsafe", ""),
    ],
)
def test_a_link_that_leads_nowhere_good_is_said_and_not_set(
    set_text: SetText, href: str, code: str, nearest: str | None
) -> None:
    body, (finding,) = set_text(f"一。\n\n请见[这里]({href})。")
    assert (finding.code, finding.location.line) == (code, FIRST + 2)
    assert finding.arguments["target"] == href
    if nearest is not None:
        assert finding.arguments["nearest"] == nearest
    assert "href" not in body.html


@pytest.mark.parametrize(
    "text",
    [
        "[这里][脚本]\n\n[脚本]: javascript:alert(1)",
        "<javascript:alert(1)>",
        "[这里](java&#115;cript:alert(1))",
        "[这里](javascript&colon;alert(1))",
        "[a](<javascript:alert(1)>)",
    ],
)
def test_no_way_of_writing_it_lets_a_script_through(set_text: SetText, text: str) -> None:
    body, diagnostics = set_text(text)
    assert "href" not in body.html
    assert diagnostics or "<a" not in body.html


def test_a_page_that_others_opened_cannot_steer_the_one_it_came_from(set_text: SetText) -> None:
    outward, inward = set_text("[外](https://a.example/)、[内](../../about/contact.md)")[
        0
    ].html.split("、")
    assert 'rel="noopener"' in outward
    assert "rel" not in inward


def test_what_a_text_links_to_is_remembered_with_its_line(set_text: SetText) -> None:
    body, _ = set_text("一。\n\n[甲](../2023/later.md#说法)\n[乙](#说法)")
    assert [(use.target.src_uri, use.target.fragment, use.line) for use in body.links] == [
        ("reports/2023/later.md", "说法", 2),
        ("reports/2022/lamp.md", "说法", 3),
    ]


def test_the_root_is_put_in_when_a_page_knows_where_it_stands(set_text: SetText) -> None:
    body, _ = set_text("[甲](../2023/later.md)")
    assert 'href="../../../reports/2023/later/"' in set_root(body.html, "../../../")


# Lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("[甲](no.md)\n\n[甲](no.md)\n[甲](no.md)", [0, 2, 3]),
        ("- 一\n- [甲](no.md)\n- [甲](no.md)", [1, 2]),
        ("- 一\n\n    [甲](no.md)\n\n- 二", [2]),
        ("> 一\n> [甲\n> 乙](no.md)", [1]),
        ("| 甲 | 乙 |\n| --- | --- |\n| 一 | [甲](no.md) |", [2]),
        ("一。\n\n[甲 `a` 乙](no.md)", [2]),
        ("一。\n\n[甲\\_乙](no.md)", [2]),
        ("一。\n\n[甲\n乙](no.md)", [2]),
        ("一。\n\n[甲\t乙](no.md)", [2]),
        ("`[甲](no.md)`\n\n[甲](no.md)", [2]),
        ("```\n[甲](no.md)\n```\n\n[甲](no.md)", [4]),
        ("\\[甲](no.md)\n\n[甲](no.md)", [2]),
        ("一。[^1]\n\n[^1]: 见[甲](no.md)。", [2]),
        ("一。\n\n[甲][ref]\n\n[ref]: no.md", [2]),
        ("**一\n[甲](no.md)**", [1]),
    ],
)
def test_a_finding_stands_on_the_line_of_its_mistake(
    set_text: SetText, told: Told, text: str, lines: list[int]
) -> None:
    assert told(set_text(text)[1]) == [("dead-link", FIRST + line) for line in lines]


# HTML


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("一<br>二", [("br", 0)]),
        ("一\n\n<script>alert(1)</script>", [("script", 2)]),
        ('<div class="a">\n\n二\n\n</div>', [("div", 0)]),
        ("一。\n</div>", [("div", 1)]),
        ("<!-- 待核实 -->", [("!-- --", 0)]),
        ("<!-- 待\n\n核实 -->", [("!-- --", 0)]),
        ('<img src="x" onerror="alert(1)">', [("img", 0)]),
        ("<b>一</b><i>二</i>", [("b", 0), ("i", 0)]),
        ("<BR/>", [("BR", 0)]),
        ("<custom-tag a='b'>", [("custom-tag", 0)]),
        ("3<5，a <b 且 c", []),
        ("《<书>》", []),
        ("<https://a.example/>", []),
        ("<a@b.example>", []),
        ("`<br>`", []),
    ],
)
def test_html_is_text_and_an_error_with_its_line(
    set_text: SetText, text: str, found: list[tuple[str, int]]
) -> None:
    body, diagnostics = set_text(text)
    assert [(one.arguments["tag"], one.location.line - FIRST) for one in diagnostics] == found
    for tag in ("<script", "<div", "<!--", "<b>", "<i>", "<custom-tag"):
        assert tag not in body.html.replace("&lt;", "(")
    assert not re.search("<br|<img", body.html, re.IGNORECASE)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ('[甲](../../about/contact.md){ onclick="alert(1)" }', ["onclick"]),
        ('[甲](../../about/contact.md){ href="javascript:alert(1)" }', ["href"]),
        ('<a@b.example>{ href="javascript:alert(1)" }', ["href"]),
        ('![甲](lamp.jpg){ alt="" src="x.jpg" onerror=alert }', ["src", "onerror"]),
        ('![甲](lamp.jpg){ alt="" style="position:fixed" }', ["style"]),
        ("![甲](lamp.jpg){ alt='' data-line=x }", ["data-line"]),
        ('## 标题 { style="color:red" }', ["style"]),
        ("一段。\n{ style=color:red }", ["style"]),
        ("**重**{ 说明 }", ["说明"]),
        ("**重**{ hidden }", ["hidden"]),
        ('**重**{ #own .big lang="en" }', []),
    ],
)
def test_braces_cannot_make_a_page_act(set_text: SetText, text: str, names: list[str]) -> None:
    body, diagnostics = set_text(text)
    assert [found.arguments["name"] for found in diagnostics] == names
    assert {found.code for found in diagnostics} <= {"unknown-attribute"}
    ours = 'style="background:url(data:,) 0/cover"'
    html = body.html.replace(ours, "")
    assert not re.search(r"onclick|onerror|javascript|style=|data-line|hidden|credit=", html)


# The rest of Markdown


def test_a_footnote_and_a_table_are_set(set_text: SetText) -> None:
    body, diagnostics = set_text(
        "一。[^1]\n\n| 甲 | 乙 |\n| --- | --- |\n| 一 | 二 |\n\n[^1]: 注。"
    )
    assert diagnostics == ()
    assert "<table>" in body.html
    assert 'class="footnote"' in body.html
    assert "fn:1" in body.anchors


def test_the_running_text_is_kept_without_headings_captions_and_code(set_text: SetText) -> None:
    body, _ = set_text(
        "第一\n段**重**。\n\n## 小标题\n\n- 一项\n- 二项\n\n"
        '![路灯](lamp.jpg "亮了。"){ credit="甲" }\n\n```\n代码\n```\n\n> 引文。'
    )
    assert body.plain == ("第一段重。", "一项", "二项", "引文。")


def test_an_entity_and_an_address_are_legible_in_the_running_text(set_text: SetText) -> None:
    body, _ = set_text("甲&nbsp;&mdash;乙&amp;丙 &lt;丁&gt;，信箱<a@b.example>。")
    assert body.plain == ("甲 —乙&丙 <丁>，信箱a@b.example。",)


def test_one_text_leaves_nothing_in_the_next(set_text: SetText) -> None:
    set_text('一。[^1]\n\n## 说法\n\n![灯](lamp.jpg "亮。")\n\n[x]: form.pdf\n\n[^1]: 注。')
    body, diagnostics = set_text("二。[甲][x]\n\n## 说法")
    assert diagnostics == ()
    assert body.html == '<p>二。[甲][x]</p>\n<h2 id="说法">说法</h2>'
    assert (body.photos, body.links) == ((), ())


MARKS = st.text("灯a1 #*_`[]()<>!{}\"'=\\|~:/.-&;^\n\t\x02\x03", max_size=80)


@settings(max_examples=400, deadline=None)
@given(MARKS)
def test_any_text_is_set_without_an_exception_and_without_a_script(text: str) -> None:
    surroundings = Surroundings(LinkTargets({}), lambda path: None)
    body, diagnostics = Typesetter().set(Source("reports/2022/a.md", {}, 6), text, surroundings)
    assert all(found.location.line - 6 <= text.count("\n") for found in diagnostics)
    allowed = {"p", "em", "strong", "code", "pre", "blockquote", "ul", "ol", "li", "hr", "br", "a"}
    allowed |= {"h1", "h2", "h3", "h4", "h5", "h6", "img", "figure", "div", "sup", "table"}
    allowed |= {"thead", "tbody", "tr", "th", "td", "html", "head", "body", "section"}
    tree = html5lib.parse(body.html, namespaceHTMLElements=False)
    for element in tree.iter():
        assert element.tag in allowed
        assert not [name for name in element.attrib if name.startswith("on")]

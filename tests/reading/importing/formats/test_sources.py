# SPDX-License-Identifier: MIT
"""What an editor brings, and the drafts that are made of it; nothing of it is lost."""

from __future__ import annotations

import html
import io
import re
import subprocess
import sys
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from zoneinfo import ZoneInfo

import pytest
from word_files import (
    box,
    footnote,
    item,
    paragraph,
    picture,
    run,
    table,
    word_file,
)

from linli.language.languages import Language
from linli.language.sources import FAULTS, REMARKS
from linli.newsroom.diagnostics import Diagnostic
from linli.reading.articles import read_file
from linli.reading.importing.drafted import Harvest
from linli.reading.importing.faults import Beside, SourceError
from linli.reading.importing.sources import Sort, read_folder, read_source, sort_of
from linli.reading.markup.typesetter import Body
from linli.reading.writing import piece

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0\0\0\1\0"
EMF = b"\1\0\0\0 EMF"

WORD = word_file(
    paragraph("示例社区的花园开门了", style="a3"),
    paragraph("空地种成了花园", style="a4"),
    paragraph("本报记者 王小明"),
    paragraph(
        run("　　11月20日上午，"),
        run("示例社区", "<w:b/>"),
        run("的花园", "<w:b/>"),
        run("开门了。"),
        footnote(2),
    ),
    paragraph("怎么来的", style="2"),
    paragraph(picture("rId7", "居民在浇水")),
    paragraph("居民在花园里浇水。", style="a5"),
    paragraph(picture("rId8")),
    item("月季"),
    item("三角梅"),
    item("紫色的", level=1),
    item("先松土", 2),
    table(("花", "株"), ("月季", "30")),
    paragraph(
        f'<w:ins w:id="1">{run("新加的一句。")}</w:ins>',
        '<w:del w:id="2"><w:r><w:delText>删去的一句。</w:delText></w:r></w:del>',
    ),
    paragraph(run("框在这里。"), box("边栏：怎么报名")),
    paragraph('<w:commentRangeStart w:id="0"/>', "带批注的话。", style="a6"),
    paragraph("电话13800000000。"),
    paragraph("（李小红 摄影报道）"),
    media={"rId7.png": PNG, "rId8.emf": EMF},
    footnotes={2: "花园的正式名称还没有定。"},
    parts={
        "comments": f'<w:comment w:id="0">{paragraph("这里再核一下")}</w:comment>',
        "header1": paragraph("示例社区报 内部稿"),
    },
)
FILES: dict[str, bytes] = {
    "huayuan.docx": WORD,
    "no-styles.docx": word_file(
        paragraph("巷子里的灯亮了"),
        paragraph(
            "灯亮了，人就敢走了。",
            '<w:r><w:sym w:font="Wingdings" w:char="F0FFFF"/></w:r>',
        ),
    ),
}
PAGES = ("wechat.html", "page.html", "epaper.html", "wordpress.xml", "odd.html", "odd.md")
IN_GB = {"page.html", "epaper.html"}
SITES = ("hugo", "hexo", "jekyll")


def raw_of(name: str, sources: Path) -> bytes:
    if name in FILES:
        return FILES[name]
    raw = (sources / name).read_bytes()
    if name == "odd.html":
        # A site has cut its last sentence by bytes.
        raw = raw.replace("末了。".encode(), "末了。".encode() + b"\xe4\xba")
    return raw.decode().encode("gb18030") if name in IN_GB else raw


@pytest.mark.parametrize("name", [*PAGES, *FILES])
def test_a_file_becomes_these_drafts(
    name: str,
    sources: Path,
    read: Callable[..., Harvest],
    show: Callable[[Harvest], str],
    golden: Callable[[str, str], None],
) -> None:
    golden(f"{name}.txt", show(read(name, raw_of(name, sources))))


@pytest.mark.parametrize("name", SITES)
def test_the_folder_of_a_site_becomes_these_drafts(
    name: str,
    folder: Callable[[str], tuple[list[str], Beside]],
    show: Callable[[Harvest], str],
    golden: Callable[[str, str], None],
) -> None:
    told = []
    for path, found in read_folder(name, *folder(name)):
        said = found.say(Language.ZH_HANS) if isinstance(found, SourceError) else show(found)
        told.append(f"##### {path}\n{said}\n")
    golden(f"{name}.txt", "".join(told))


@pytest.mark.parametrize("name", [*PAGES, *FILES])
def test_the_check_has_nothing_to_say_of_a_draft_s_markup(
    name: str,
    sources: Path,
    read: Callable[..., Harvest],
    set_text: Callable[[str], tuple[Body, tuple[Diagnostic, ...]]],
) -> None:
    for draft in read(name, raw_of(name, sources)).drafts:
        _, found = set_text(draft.body)
        assert {one.code for one in found} <= {"image-missing"}


@pytest.mark.parametrize("name", [*PAGES, *FILES, *SITES])
def test_the_check_misses_in_a_draft_what_its_source_does_not_say(
    name: str,
    sources: Path,
    read: Callable[..., Harvest],
    folder: Callable[[str], tuple[list[str], Beside]],
) -> None:
    if name in SITES:
        every = [found for _, found in read_folder(name, *folder(name))]
        harvests = [found for found in every if isinstance(found, Harvest)]
    else:
        harvests = [read(name, raw_of(name, sources))]
    for draft in (draft for found in harvests for draft in found.drafts):
        text = piece(draft.keys, draft.body, draft.to_do)
        said = read_file("reports/2026/a.md", text, ZoneInfo("Asia/Shanghai")).diagnostics
        assert {one.code for one in said} <= {"missing-key"}
        assert {one.arguments["key"] for one in said} == set(draft.to_do)


def test_nobody_waits_for_what_reads_other_sources() -> None:
    code = (
        "import sys, linli.reading.importing.sources, linli.language.imports;"
        "print(*{'mammoth', 'selectolax', 'bs4', 'defusedxml'} & set(sys.modules))"
    )
    asked = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert asked.stdout.strip() == ""


# --- Every sign of a source ---


class Seen(HTMLParser):
    """What a reader sees of a page, read by a parser that is not the importer's."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.hidden += tag in {"script", "style", "title"}

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in {"script", "style", "title"}

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.texts.append(data)


def seen_in(page: str) -> list[str]:
    seen = Seen()
    seen.feed(page)
    return seen.texts


def words_of(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for inner in value.values():
            yield from words_of(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from words_of(inner)
    else:
        yield str(value)


def told_in(found: Harvest) -> str:
    """All that stands in drafts, remarks and leftovers."""
    parts: list[str] = []
    for draft in found.drafts:
        parts += [html.unescape(draft.body), *words_of(dict(draft.keys))]
    parts += [words for one in found.remarks for words in one.arguments.values()]
    parts += [one.text for one in found.leftovers]
    return "\n".join(parts)


def bare(text: str) -> str:
    """Signs that are no marks of Markdown and no spaces; a mobile as a draft shows it."""
    plain = unicodedata.normalize("NFKC", text).replace("13800000000", "1380000")
    plain = re.sub(r"138(?:\\?\*){4}0000", "1380000", plain)
    # A caption within double quotes, and a mark before it, are written another way.
    return re.sub(r'[\s\\"“”▲]', "", plain)


def assert_all_of(texts: list[str], found: Harvest) -> None:
    told = bare(told_in(found))
    for text in texts:
        for word in re.findall(r"\w+", bare(text)):
            assert word in told, word
    lost = Counter("".join(map(bare, texts))) - Counter(told)
    assert not lost, lost


def word_texts(raw: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        parts = [name for name in archive.namelist() if name.startswith("word/")]
        trees = [
            ElementTree.fromstring(archive.read(name)) for name in parts if name.endswith(".xml")
        ]
    texts = []
    for tree in trees:
        # What a text box holds stands there twice.
        fallbacks = {
            id(one) for old in tree.iter() if old.tag.endswith("}Fallback") for one in old.iter()
        }
        texts += [
            one.text or ""
            for one in tree.iter()
            if one.tag.endswith(("}t", "}delText")) and id(one) not in fallbacks
        ]
    return texts


@pytest.mark.parametrize("name", ["wechat.html", "page.html", "epaper.html", "odd.html"])
def test_every_sign_of_a_page_is_in_a_draft_or_told_of(
    name: str, sources: Path, read: Callable[..., Harvest]
) -> None:
    texts = seen_in((sources / name).read_text(encoding="utf-8"))
    assert_all_of(texts, read(name, raw_of(name, sources)))


@pytest.mark.parametrize("name", FILES)
def test_every_sign_of_a_word_file_is_in_a_draft_or_told_of(
    name: str, read: Callable[..., Harvest]
) -> None:
    assert_all_of(word_texts(FILES[name]), read(name, FILES[name]))


def test_every_sign_of_wordpress_is_in_a_draft_or_told_of(
    sources: Path, read: Callable[..., Harvest]
) -> None:
    tree = ElementTree.parse(sources / "wordpress.xml")
    texts = []
    for one in tree.iter("item"):
        if "revision" not in {child.text for child in one}:
            texts.append(one.findtext("title") or "")
            texts += [
                text
                for child in one
                if child.tag.endswith("}encoded")
                for text in seen_in(re.sub(r"\[/?caption[^\]]*\]", "", child.text or ""))
            ]
            texts += [child.text or "" for child in one.findall("category")]
    assert_all_of(texts, read("wordpress.xml"))


@pytest.mark.parametrize("name", SITES)
def test_every_sign_of_a_post_is_in_a_draft_or_told_of(
    name: str, sources: Path, folder: Callable[[str], tuple[list[str], Beside]]
) -> None:
    for path, found in read_folder(name, *folder(name)):
        if isinstance(found, SourceError):
            continue
        text = (sources / name / path).read_text(encoding="utf-8")
        # Tags, and the names of things in front matter and shortcodes, are no text of anybody's.
        text = re.sub(r"```.*?```|<(script)\b.*?</\1>|<!--.*?-->", "", text, flags=re.DOTALL)
        words = re.findall(r"[\u4e00-\u9fff]+", re.sub(r"<[^<>]*>", " ", text))
        told = bare(told_in(found))
        assert all(bare(word) in told for word in words), path


# --- What cannot be read ---

DEEP = "<div>" * 5000 + "最里面的一句话。" + "</div>" * 5000
BOMB = (
    '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "哈哈"><!ENTITY b "&a;&a;&a;&a;">]>'
    '<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>&b;</title></channel></rss>'
)


def zipped(parts: dict[str, bytes]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return written.getvalue()


def claiming(raw: bytes, size: int) -> bytes:
    """A zip whose directory says that its first part is as large as that."""
    at = raw.index(b"PK\x01\x02")
    return raw[: at + 24] + size.to_bytes(4, "little") + raw[at + 28 :]


def with_part(name: str, data: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(WORD)) as archive:
        parts = {one: archive.read(one) for one in archive.namelist()}
    return zipped(parts | {name: data})


NESTED = b"<w:x>" * 500 + b"</w:x>" * 500
BROKEN: dict[str, tuple[str, bytes, str]] = {
    "empty": ("a.docx", b" \n", "empty"),
    "cut off": ("a.docx", WORD[:900], "damaged-word"),
    "no zip": ("a.docx", b"not a zip", "damaged-word"),
    "garbled": ("a.docx", WORD.replace(b"PK\x03\x04", b"PK\x03\x05"), "damaged-word"),
    "huge": ("a.docx", claiming(WORD, 2_000_000_000), "too-large"),
    "entities": (
        "a.docx",
        with_part("word/styles.xml", b'<!DOCTYPE w [<!ENTITY a "x">]><w/>'),
        "unsafe-xml",
    ),
    "no XML": ("a.docx", with_part("word/document.xml", b"<w"), "damaged-word"),
    "deep": (
        "a.docx",
        with_part(
            "word/document.xml",
            WORD[:0] + b'<w:document xmlns:w="w">' + NESTED + b"</w:document>",
        ),
        "too-deep",
    ),
    "a password": ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "locked"),
    "old Word": ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "old-word"),
    "WPS": ("a.wps", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "wps"),
    "Excel": ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "sheet"),
    "a new sheet": ("a.xlsx", zipped({"xl/workbook.xml": b"<x/>"}), "sheet"),
    "OpenDocument": ("a.odt", zipped({"content.xml": b"<x/>"}), "odt"),
    "an archive": ("a.zip", zipped({"a.txt": b"a"}), "archive"),
    "RTF": ("a.rtf", rb"{\rtf1 a}", "rtf"),
    "PDF": ("a.txt", b"%PDF-1.7 a", "pdf"),
    "MHT": ("a.mht", b"MIME-Version: 1.0\nContent-Type: multipart/related\n", "mht"),
    "MHT by another name": (
        "a.html",
        b"From: a\nMIME-Version: 1.0\nContent-Type: multipart/related; x\n\n<html>",
        "mht",
    ),
    "a picture": ("a.jpg", b"\xff\xd8\xff\xe0 a", "picture"),
    "anything": ("a.dat", b"\0\1\2\3" * 9, "unknown"),
    "a text of no sort": ("a.dat", b"hello", "unknown"),
    "no text": ("a.html", b"<p>" + b"\xff\xff\x80" * 9, "no-text"),
    "a page text": ("a.txt", "几段文字。".encode(), "page-text"),
    "nothing": ("a.html", b"<html><body><script>1</script></body></html>", "nothing-in-it"),
    "WordPress cut off": (
        "a.xml",
        b'<rss xmlns:wp="http://wordpress.org/export/1.2/">\n<channel>\n<item>',
        "broken-xml",
    ),
    "WordPress that laughs": (
        "a.xml",
        BOMB.encode(),
        "unsafe-xml",
    ),
    "open front matter": ("a.md", "---\ntitle: 灯\n".encode(), "no-front-matter"),
    "broken front matter": ("a.md", "---\ntitle: [灯\n---\n".encode(), "broken-front-matter"),
}


@pytest.mark.parametrize("case", BROKEN)
def test_what_cannot_be_read_is_said_and_never_raises_anything_else(case: str) -> None:
    name, raw, code = BROKEN[case]
    with pytest.raises(SourceError) as caught:
        read_source(name, raw)
    assert caught.value.code == code
    for language in Language:
        assert name in caught.value.say(language)


def test_what_cannot_be_read_is_said_in_these_words(golden: Callable[[str, str], None]) -> None:
    told = []
    for case, (name, raw, _) in BROKEN.items():
        with pytest.raises(SourceError) as caught:
            read_source(name, raw)
        told.append(f"{case}\n" + "".join(f"  {caught.value.say(one)}\n" for one in Language))
    golden("faults.txt", "".join(told))


def test_every_fault_is_met_by_a_file_or_a_folder() -> None:
    with pytest.raises(SourceError) as caught:
        list(read_folder("照片", ["a.jpg"], lambda _: None))
    assert caught.value.code == "no-posts"
    assert {code for *_, code in BROKEN.values()} | {"no-posts"} == set(FAULTS)


@pytest.mark.parametrize("cut", range(0, len(WORD), 211))
def test_a_word_file_cut_off_anywhere_is_damaged(cut: int) -> None:
    with pytest.raises(SourceError) as caught:
        read_source("a.docx", WORD[:cut])
    assert caught.value.code in {"empty", "damaged-word"}


def test_a_page_nested_five_thousand_deep_is_read(read: Callable[..., Harvest]) -> None:
    (draft,) = read("deep.html", DEEP).drafts
    assert draft.body == "最里面的一句话。"


HOSTILE = """\
<h1>标题<script>alert(1)</script></h1>
<p onclick="alert(1)">甲<img src=x onerror=alert(1)><a href="javascript:alert(1)">乙</a>
<a href="&#106;ava&#9;script:alert(1)">丙</a><a href="data:text/html,x">丁</a>
<a href='https://a.example.com/"onmouseover="alert(1)'>戊</a></p>
<p>&lt;script&gt;alert(2)&lt;/script&gt; [己](javascript:alert(1)) { onclick="x" }</p>
<iframe src="https://b.example.com/"></iframe><svg onload=alert(1)><text>庚</text></svg>
<style>@import 'x'</style><object data="x.swf">辛</object><math><mtext>壬</mtext></math>
<p><img src="a.jpg" alt='癸"](javascript:alert(1)) onerror="'></p>
"""


class Tags(HTMLParser):
    """The tags of a page and all their attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.append(tag)
        self.attributes += attrs


def test_nothing_that_runs_is_in_a_draft(
    read: Callable[..., Harvest],
    set_text: Callable[[str], tuple[Body, tuple[Diagnostic, ...]]],
) -> None:
    (draft,) = read("hostile.html", HOSTILE).drafts
    body, found = set_text(draft.body)
    assert "raw-html" not in {one.code for one in found}
    assert "unknown-attribute" not in {one.code for one in found}
    tags = Tags()
    tags.feed(body.html)
    assert set(tags.names) <= {"p", "a", "img", "figure", "figcaption", "picture", "source", "h2"}
    assert not [name for name, _ in tags.attributes if name.startswith("on")]
    addresses = [value or "" for name, value in tags.attributes if name in {"href", "src"}]
    assert all(re.match("https://|tu-1.jpg", one) for one in addresses), addresses
    assert "&lt;script" in body.html


HOSTILE_POST = """\
---
title: 标题
---
<script>alert(1)</script>甲<img src=x onerror=alert(1)>
<a href="javascript:alert(1)">乙</a> [丙](javascript:alert(1)) [丁](<java&#115;cript:alert(1)>)
<javascript:alert(1)> [戊][1] <iframe src="https://b.example.com"></iframe><b onclick="x">己</b>

[1]: javascript:alert(1)

<div onload="x"><svg onload=alert(1)></svg>庚</div>
"""


def test_nothing_that_runs_is_in_the_draft_of_a_post(
    read: Callable[..., Harvest],
    set_text: Callable[[str], tuple[Body, tuple[Diagnostic, ...]]],
) -> None:
    (draft,) = read("hostile.md", HOSTILE_POST).drafts
    body, found = set_text(draft.body)
    assert {one.code for one in found} <= {"image-missing", "image-alt-missing"}
    assert not re.search(r"script|onerror|onclick|onload|iframe", body.html)
    assert all(sign in body.html for sign in "甲乙丙丁戊己庚")


# --- What a file is ---


@pytest.mark.parametrize(
    ("name", "raw", "sort"),
    [
        ("a.docx", WORD, Sort.WORD),
        ("a.DOCX.bak", WORD, Sort.WORD),
        ("a.htm", b"<p>a</p>", Sort.WEB),
        ("pasted", b"<div>a</div>", Sort.WEB),
        ("a.html", "<!--enpproperty <title>灯</title>-->".encode("gbk"), Sort.EPAPER),
        ("a.md", b"a", Sort.POST),
        ("a.txt", b"<p>is said to begin a paragraph", Sort.PAGE_TEXT),
        ("page", "版面".encode("utf-16"), Sort.PAGE_TEXT),
    ],
)
def test_a_file_is_known_by_its_bytes_and_its_name(name: str, raw: bytes, sort: Sort) -> None:
    assert sort_of(name, raw) is sort


@pytest.mark.parametrize(
    "raw",
    [
        "<meta charset=gb2312><p>囍字与㐂字</p>".encode("gb18030"),
        "<meta charset='gb2312'><p>囍字与㐂字</p>".encode(),
        "\ufeff<p>囍字与㐂字</p>".encode(),
        "\ufeff<p>囍字与㐂字</p>".encode("utf-16-le"),
        "<p>囍字与㐂字</p>".encode("gb18030"),
    ],
)
def test_a_page_s_encoding_is_told_by_its_bytes(raw: bytes, read: Callable[..., Harvest]) -> None:
    (draft,) = read("a.html", raw).drafts
    assert draft.body == "囍字与㐂字"


def test_a_page_in_big5_is_read_as_it_says(read: Callable[..., Harvest]) -> None:
    raw = "<meta charset=big5><p>社區的燈</p>".encode("big5")
    assert read("a.html", raw).drafts[0].body == "社區的燈"


def test_every_remark_is_met_in_a_golden_file() -> None:
    """Its words stand there in both languages, and are read with them."""
    texts = "".join(
        one.read_text(encoding="utf-8") for one in (Path(__file__).parent / "golden").iterdir()
    )
    for code, words in REMARKS.items():
        for language in Language:
            pattern = re.sub(r"\\{\w+\\}", ".*", re.escape(words(language)))
            assert re.search(f"^\\d+: {pattern}$", texts, re.MULTILINE), (code, language)


def test_the_same_source_gives_the_same_drafts(sources: Path, read: Callable[..., Harvest]) -> None:
    def once() -> list[Any]:
        return [read(name, raw_of(name, sources)) for name in (*PAGES, *FILES)]

    assert once() == once()

# SPDX-License-Identifier: MIT
"""The portal is its own first user: the printed page, whole and findable."""

from __future__ import annotations

import hashlib
import html
import json
import re
from pathlib import Path

import jsonschema
import pytest
from portal_build import Portal

from linli.language.languages import Language
from linli.newsroom.codes import CODES
from linli.reading.reference import with_reference

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "tests" / "data" / "newspaper-page.txt"

FIRST = "reports/2022/xinjin-zhenjie-shuji/index.html"
SECOND = "reports/2022/jincheng-shuqi-ketang/index.html"
NOTICE = "lost/2022/L-2022-0001/index.html"


_WIDE = str.maketrans(",;:()", "，；：（）")
JOINS = (
    ("龙头企业四川", "毛哥公司"),
    ("资源整合、", "推进社区"),
    ("“三张", "清单”"),
    ("“小小", "银行家"),
    ("正确人生", "观、价值观"),
)
"""Where a column or a caption cut a sentence in two."""
CAPTIONS = ("与会者们来到社区看点位。", "社区暑期课堂。")


def article(portal: Portal, path: str) -> str:
    """The text of a page's article, without tags and without any space."""
    whole = portal[path].decode()
    match = re.search(r"<article[^>]*>(.*?)</article>", whole, re.DOTALL)
    assert match, path
    return "".join(html.unescape(re.sub(r"<[^>]+>", "", match[1])).split())


def printed_sentences() -> list[str]:
    """Every sentence of the printed page, as it should be read."""
    blocks = [
        block.strip() for block in PAGE.read_text(encoding="utf-8").split("\n") if block.strip()
    ]
    text = "\n".join(block for block in blocks if block not in CAPTIONS)
    for before, after in JOINS:
        text, count = re.subn(rf"({before})\n+({after})", r"\1\2", text)
        assert count == 1, (before, after)
    text = text.translate(_WIDE).replace("张河一泊尔", "张河—泊尔")
    sentences = [s for line in text.split("\n") for s in re.split(r"(?<=[。！？])(?![”’])", line)]
    return ["".join(sentence.split()) for sentence in sentences if sentence.strip()]


def test_every_sentence_of_the_page_stands_in_the_portal_exactly_once(portal: Portal) -> None:
    whole = "\n".join(article(portal, path) for path in (FIRST, SECOND, NOTICE))
    # The byline stands in the meta line and the notice's title is that of its kind.
    signatures = (
        "华西社区传媒记者李玥林",
        "华西社区传媒记者沈悦摄影报道",
        "新津区委社治委供图",
        "遗失公告",
    )
    sentences = printed_sentences()
    assert len(sentences) > 45
    for sentence in sentences:
        if sentence not in signatures:
            assert whole.count(sentence) == 1, sentence


@pytest.mark.parametrize(
    "signature", ["华西社区传媒记者李玥林", "华西社区传媒记者沈悦摄影报道", "新津区委社治委供图"]
)
def test_a_signature_stands_under_its_report_once(portal: Portal, signature: str) -> None:
    whole = article(portal, FIRST) + article(portal, SECOND)
    assert whole.count(signature) == 1


@pytest.mark.parametrize(("path", "caption"), [(FIRST, CAPTIONS[0]), (SECOND, CAPTIONS[1])])
def test_a_caption_stands_at_its_photo_with_a_credit(
    portal: Portal, path: str, caption: str
) -> None:
    figures = re.findall(r"<figure [^>]*>(.*?)</figure>", portal[path].decode(), re.DOTALL)
    assert len(figures) == 1
    assert re.search(r"<img [^>]*alt=\"[^\"]+\"", figures[0])
    assert f'<figcaption><span class="caption">{caption}</span>' in figures[0]
    assert re.search(r'<span class="credit">示意图[^<]*</span></figcaption>', figures[0])
    assert caption not in article(portal, path).replace(caption, "", 1)


def test_people_have_pages_and_an_office_has_none(portal: Portal) -> None:
    assert "people/liyuelin/index.html" in portal
    assert "people/shenyue/index.html" in portal
    people = [path for path in portal if path.startswith("people/")]
    assert not any("社治委" in path for path in people)
    assert "社治委" not in portal["people/index.html"].decode()


@pytest.mark.parametrize(
    "place", ["shuangliu", "shuangliu/xihanggang", "shuangliu/xihanggang/jichanglu"]
)
def test_the_notice_is_listed_at_its_community_street_and_district(
    portal: Portal, place: str
) -> None:
    pages = [data.decode() for path, data in portal.items() if path.startswith(f"places/{place}/")]
    assert any("lost/2022/L-2022-0001/" in page for page in pages)


@pytest.mark.parametrize("number", ["N2510116MF1516847Y", "J6510155527401", "22829301040012305"])
def test_the_notice_shows_its_numbers_as_text(portal: Portal, number: str) -> None:
    assert f'<span class="nr-fields__number">{number}</span>' in portal[NOTICE].decode()


def test_every_type_of_announcement_has_something_to_show(portal: Portal) -> None:
    for code in CODES:
        assert f"announcements/code/{code}/index.html" in portal, code


def test_every_record_of_the_open_data_is_as_the_schema_says_and_its_check_sum_right(
    portal: Portal,
) -> None:
    schema = json.loads(portal["announcements/announcement.schema.json"])
    years = [path for path in portal if re.fullmatch(r"announcements/\d+/.*\.ndjson", path)]
    found = [json.loads(line) for path in years for line in portal[path].splitlines()]
    assert len(found) >= len(CODES)
    validator = jsonschema.Draft202012Validator(schema)
    assert [error.message for one in found for error in validator.iter_errors(one)] == []
    for record in found:
        folder = record["uri"].removeprefix("https://linli.example.org/")
        assert json.loads(portal[f"{folder}announcement.json"]) == record
        if record["status"] == "published":
            text = portal[f"{folder}canonical.txt"]
            assert hashlib.sha256(text).hexdigest() == record["sha256"]


def test_the_handbook_holds_the_current_table_of_keys() -> None:
    handbook = (ROOT / "content" / "about" / "writing.md").read_text(encoding="utf-8")
    assert handbook == with_reference(handbook, Language.ZH_HANS), "run: linli keys --write"


def test_no_file_of_the_theme_is_published(portal: Portal) -> None:
    published = {
        re.sub(r"\.[0-9a-f]{8}\.", ".", path)
        for path in portal
        if path.endswith((".js", ".css", ".map"))
    }
    ours = [
        file.name
        for folder in ("scripts", "scripts/pages", "stylesheets/pages", "stylesheets/views")
        for file in (ROOT / "overrides" / folder).iterdir()
        if file.is_file()
    ]
    assert published == {f"assets/{name}" for name in ("newspaper.css", *ours)}


def test_no_original_picture_is_published(portal: Portal) -> None:
    originals = {path.read_bytes() for path in (ROOT / "content").rglob("*.jpg")}
    assert originals
    assert not originals & set(portal.values())

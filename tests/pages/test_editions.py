# SPDX-License-Identifier: MIT
"""Printed issues: the way from page to page, the calendar, the masthead, pictures with zones."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from sites import CONFIG, Built, Site, build, write_site

pytestmark = pytest.mark.site

CATEGORY = "-- content/categories/news.md --\n---\nname: 社区治理\n---\n"


def report(slug: str, day: str, page: str, more: str = "") -> str:
    return (
        f"-- content/reports/{day[:4]}/{slug}.md --\n---\ntitle: 报道{slug}\ndate: {day}\n"
        f"category: news\nbylines: [本报记者 李玥林]\n"
        f'edition: {{date: {day}, issue: "7", page: "{page}", page_name: 要闻}}\n{more}---\n'
        "街坊都说好。\n"
    )


PAPER = (
    CATEGORY
    + report("a", "2026-10-30", "01")
    + report("b", "2026-11-06", "01")
    + report("c", "2026-11-06", "02")
    + report("d", "2026-11-06", "A3")
    + report("e", "2026-11-13", "01")
    + report("f", "2025-11-07", "01")
)


def ways(built: Built, path: str) -> dict[str, str]:
    """Where `prev` and `next` lead, from the site's root."""
    found = re.findall(r'<a rel="(prev|next)" href="(?:\.\./)+([^"]*)"', built.main(path))
    return dict(found)


def test_a_reader_leafs_from_page_to_page_and_from_issue_to_issue(site: Site) -> None:
    built = site(PAPER)
    assert ways(built, "editions/2026-11-06/01/") == {
        "prev": "editions/2026-10-30/",
        "next": "editions/2026-11-06/02/",
    }
    assert ways(built, "editions/2026-11-06/02/") == {
        "prev": "editions/2026-11-06/01/",
        "next": "editions/2026-11-06/a3/",
    }
    assert ways(built, "editions/2026-11-06/a3/")["next"] == "editions/2026-11-13/"
    assert ways(built, "editions/2026-11-13/") == {"prev": "editions/2026-11-06/"}
    assert ways(built, "editions/2025-11-07/") == {"next": "editions/2026-10-30/"}


def days(main: str) -> list[str]:
    return re.findall(r'<td[^>]*><a href="(?:\.\./)*(?:editions/)?(\d{4}-\d\d-\d\d)/"', main)


def test_exactly_the_days_with_an_issue_are_links_of_a_calendar(site: Site) -> None:
    built = site(PAPER)
    assert days(built.main("editions/")) == [
        *("2026-11-06", "2026-11-13", "2026-10-30", "2025-11-07"),
    ]
    main = built.main("editions/2026-11-06/")
    assert days(main) == ["2026-11-06", "2026-11-13"]
    assert re.findall(r'aria-current="page">(\d+)<', main) == ["6"]


def test_the_masthead_tells_what_a_paper_prints_there_and_nothing_that_nobody_gave(
    site: Site,
) -> None:
    options = (
        "- linli/articles: {serial: CN 00-0000, sponsor: 甲, publisher: 乙, supervisor: 丙,"
        " postal: 00-0, price: 1.50元, founded: 1998年1月1日}"
    )
    config = CONFIG.replace("- linli/articles", options)
    facts = re.compile(r"<li>([^<]*)</li>\n")
    plate = re.compile(r'(?s)<ul class="nr-plate__facts">(.*?)</ul>')
    for path in ("editions/2026-11-06/", "editions/2026-11-06/02/"):
        (block,) = plate.findall(site(f"{PAPER}-- mkdocs.yml --\n{config}").main(path))
        assert facts.findall(block) == [
            *(
                "国内统一连续出版物号 CN 00-0000",
                "邮发代号 00-0",
                "主管：丙",
                "主办：甲",
                "出版：乙",
            ),
            *("1998年1月1日创刊", "零售价 1.50元", "本站收录3版"),
        ]
    (block,) = plate.findall(site(PAPER).main("editions/2026-11-06/"))
    assert facts.findall(block) == ["本站收录3版"]


ISSUE = """\
-- content/editions/2026-11-06/index.md --
---
pages:
  - page: "01"
    picture: 01.jpg
    zones:
      - {piece: reports/2026/b.md, at: [0, 12.5, 60, 40]}
  - page: "04"
    page_name: 副刊
    picture: 04.jpg
---
"""


@pytest.fixture
def pictured(tmp_path: Path) -> Callable[..., Built]:
    def make(text: str, now: str = "2026-11-25 12:00") -> Built:
        root = write_site(tmp_path, text)
        for name in ("01", "04"):
            file = root / f"content/editions/2026-11-06/{name}.jpg"
            Image.new("RGB", (640, 900), "ivory").save(file)
        return build(root, now)

    return make


def test_on_the_picture_of_a_page_each_piece_is_a_link_where_it_was_printed(
    pictured: Callable[..., Built], golden: Callable[[str, str], None]
) -> None:
    built = pictured(PAPER + ISSUE)
    main = built.main("editions/2026-11-06/01/")
    golden("printed.html", re.sub(r"\.[0-9a-f]{8}([.-])", r"\1", main))
    assert 'style="left:0.0%;top:12.5%;width:60.0%;height:40.0%"' in main
    for path in re.findall(r'src="(?:\.\./)+([^"]*)"', main):
        assert built.has(path)
    assert built.said == []


def test_a_page_with_a_picture_and_no_piece_is_a_page_all_the_same(
    pictured: Callable[..., Built],
) -> None:
    built = pictured(PAPER + ISSUE)
    assert ways(built, "editions/2026-11-06/02/")["next"] == "editions/2026-11-06/04/"
    assert "04版 副刊" in built.main("editions/2026-11-06/")
    assert "04版 副刊版面图" in built.main("editions/2026-11-06/04/")


def test_a_withdrawn_piece_is_no_link_on_the_picture(pictured: Callable[..., Built]) -> None:
    gone = "status: withdrawn\nwithdrawn: {date: 2026-11-07, reason: 失实。}\n"
    text = PAPER.replace(report("b", "2026-11-06", "01"), report("b", "2026-11-06", "01", gone))
    main = pictured(text + ISSUE).main("editions/2026-11-06/01/")
    assert "nr-printed__picture" in main
    assert "nr-zone" not in main


def test_before_its_day_no_picture_of_a_page_is_published(pictured: Callable[..., Built]) -> None:
    early = PAPER.replace("date: 2026-11-06\n", "date: 2026-11-04\n")
    built = pictured(early + ISSUE, "2026-11-05 12:00")
    assert built.has("editions/2026-11-06/01/")
    assert [path for path in built.files if path.endswith((".jpg", ".webp", ".avif"))] == []


def test_a_page_s_picture_may_lie_beside_the_day_s_file(tmp_path: Path) -> None:
    flat = ISSUE.replace("2026-11-06/index.md", "2026-11-06.md")
    root = write_site(tmp_path, PAPER + flat)
    for name in ("01", "04"):
        Image.new("RGB", (640, 900), "ivory").save(root / f"content/editions/{name}.jpg")
    assert "nr-zone" in build(root).main("editions/2026-11-06/01/")

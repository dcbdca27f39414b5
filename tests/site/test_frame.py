# SPDX-License-Identifier: MIT
"""The frame is rendered once a section; what comes of it is what Jinja makes of the whole page."""

from __future__ import annotations

from pathlib import Path

import pytest
from sites import CONFIG, OVERRIDES, write_site
from town import TOWN

from linli.engine.production import Production
from linli.engine.settings import read_clock, read_settings
from linli.pages import (
    announcements,
    archive,
    articles,
    categories,
    codes,
    corrections,
    editions,
    front,
    not_found,
    people,
    places,
    redirects,
    topics,
    views,
)

SECTIONS = (
    views.Section("首页", ""),
    views.Section(
        "新闻",
        "reports/",
        children=(views.Link("新闻", "reports/"), views.Link("社区治理", "categories/news/")),
    ),
    views.Section("公告", "announcements/"),
)


def composed(root: Path, config: str) -> Production:
    write_site(root, f"{TOWN}-- mkdocs.yml --\n{config}")
    settings = read_settings(root / "mkdocs.yml")
    production = Production(settings, read_clock(settings.portal.zone, "2026-11-25 12:00"))
    production.producers += [
        lambda paper: [front.page(paper), corrections.page(paper), not_found.page(paper)],
        articles.pages,
        announcements.pages,
        redirects.files,
        categories.pages,
        topics.pages,
        places.pages,
        people.pages,
        editions.pages,
        archive.pages,
        lambda paper: [codes.file()],
    ]
    production.read()
    production.compose(OVERRIDES, SECTIONS)
    return production


@pytest.mark.parametrize(
    "config",
    [
        CONFIG,
        CONFIG.replace("language: zh", "language: en") + "use_directory_urls: false\n",
        CONFIG.replace("- linli/articles", "- linli/articles: {page_size: 1}"),
    ],
    ids=["zh", "en", "paged"],
)
def test_a_page_set_into_its_frame_is_byte_for_byte_the_whole_page(
    tmp_path: Path, config: str
) -> None:
    production = composed(tmp_path, config)
    press, pages = production._press, production._pages
    assert press is not None
    assert len(pages) > 50
    assert [page.url for page in pages if press.page(page) != press.whole_page(page)] == []


def test_a_page_is_the_same_whatever_page_was_set_before_it(tmp_path: Path) -> None:
    forward = composed(tmp_path / "a", CONFIG)
    backward = composed(tmp_path / "b", CONFIG)
    assert forward._press is not None
    assert backward._press is not None
    first = {page.url: forward._press.page(page) for page in forward._pages}
    second = {page.url: backward._press.page(page) for page in reversed(backward._pages)}
    assert first == second


def test_the_section_of_a_page_is_marked_in_the_masthead(tmp_path: Path) -> None:
    production = composed(tmp_path, CONFIG)
    assert production._press is not None
    pages = {page.url: production._press.page(page).decode() for page in production._pages}
    assert 'aria-current="true">新闻</a>' in pages["reports/2026/bridge/"]
    assert 'aria-current="true">公告</a>' in pages["notices/2026/N-2026-0001/"]
    assert 'aria-current="true">公告</a>' not in pages["reports/2026/bridge/"]

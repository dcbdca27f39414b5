# SPDX-License-Identifier: MIT
"""The frame is rendered once a section; what comes of it is what Jinja makes of the whole page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from sites import CONFIG, NOW, OVERRIDES, write_site
from town import TOWN

from linli.engine.printing import piece_products
from linli.engine.production import Production
from linli.engine.settings import read_clock, read_settings
from linli.pages import producers, views
from linli.pages.page import Draft, Page
from linli.pages.templates import Press

SECTIONS = (
    views.Section("首页", ""),
    views.Section(
        "新闻",
        "reports/",
        children=(views.Link("新闻", "reports/"), views.Link("社区治理", "categories/news/")),
    ),
    views.Section("公告", "announcements/"),
)


@dataclass(frozen=True)
class Composed:
    """A site that wants only printing."""

    press: Press
    pages: list[Page]
    """Every page but those of MkDocs, as the engine is handed it."""

    def by_url(self) -> dict[str, bytes]:
        return {page.url: self.press.page(page) for page in self.pages}


def composed(root: Path, config: str) -> Composed:
    write_site(root, f"{TOWN}-- mkdocs.yml --\n{config}")
    settings = read_settings(root / "mkdocs.yml")
    clock = read_clock(settings.portal.zone, NOW)
    production = Production(settings, clock, root / "site")
    for one in producers.OF.values():
        production.producers += one
    assert not production.read().has_errors
    production.compose(OVERRIDES, SECTIONS)
    press = production._press
    assert press is not None
    pages = list(pages_of(production))
    production.abandon()
    return Composed(press, pages)


def pages_of(production: Production) -> Iterator[Page]:
    paper = production.paper
    for article in paper.catalogue.articles:
        yield from (one for one in piece_products(paper, article) if isinstance(one, Page))
    for job in (job for producer in production.producers for job in producer(paper)):
        for product in job.make():
            if isinstance(product, Draft):
                yield product.make()
            elif isinstance(product, Page):
                yield product


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
    site = composed(tmp_path, config)
    assert len({page.url for page in site.pages}) == len(site.pages) > 50
    press = site.press
    assert [page.url for page in site.pages if press.page(page) != press.whole_page(page)] == []


def test_a_page_is_the_same_whatever_page_was_set_before_it(tmp_path: Path) -> None:
    forward = composed(tmp_path / "a", CONFIG)
    backward = composed(tmp_path / "b", CONFIG)
    backward.pages.reverse()
    assert forward.by_url() == backward.by_url()


def test_the_section_of_a_page_is_marked_in_the_masthead(tmp_path: Path) -> None:
    pages = {url: page.decode() for url, page in composed(tmp_path, CONFIG).by_url().items()}
    assert 'aria-current="true">新闻</a>' in pages["reports/2026/bridge/"]
    assert 'aria-current="true">公告</a>' in pages["notices/2026/N-2026-0001/"]
    assert 'aria-current="true">公告</a>' not in pages["reports/2026/bridge/"]

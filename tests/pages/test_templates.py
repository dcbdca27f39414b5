# SPDX-License-Identifier: MIT
"""What templates import and keep from one page to the next, and that it is never another's."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import jinja2
import pytest
from markupsafe import Markup
from sites import NOW, OVERRIDES, write_site
from town import TOWN

from linli.engine.manifest import Manifest
from linli.engine.shelves import Shelves
from linli.engine.stocktaking import Order, Stocktaking
from linli.language.languages import Language
from linli.newsroom.addresses import Addresses
from linli.newsroom.portal import Clock, Portal
from linli.pages import templates, views
from linli.pages.page import Page
from linli.photos.darkroom import Darkroom
from linli.reading.markup.state import ROOT

NOON = datetime(2026, 11, 20, 12, tzinfo=timezone(timedelta(hours=8)))
ITEM = views.Item(
    "reports/2026/bridge/", "大桥 通车", NOON, "report", category=views.Link("社区治理")
)


def partial(name: str) -> Any:
    environment = templates.environment(OVERRIDES, Language.ZH_HANS)
    return environment.get_template(f"partials/{name}.html").module


def test_an_entry_is_the_same_for_equal_pieces_and_another_for_any_other() -> None:
    entry = templates.EntrySetter(OVERRIDES, Language.ZH_HANS).set
    first = entry(ITEM)
    assert f'<a href="{ROOT}{ITEM.url}">' in first
    assert entry(ITEM._replace(headline="".join(["大桥 ", "通车"]))) == first
    others = [
        entry(ITEM._replace(headline="小桥 通车")),
        entry(ITEM._replace(category=views.Link("文化"))),
        entry(ITEM._replace(published=NOON + timedelta(days=1))),
    ]
    assert len({first, *others}) == 4


def test_an_entry_is_set_once_for_all_the_lists_it_stands_in(tmp_path: Path) -> None:
    write_site(tmp_path, TOWN)
    zone = ZoneInfo("Asia/Shanghai")
    clock = Clock(datetime.fromisoformat(NOW).replace(tzinfo=zone))
    content = tmp_path / "content"
    manifest = Manifest(tmp_path / "manifest.db", "")
    shelves = Shelves(manifest, zone)
    seen: list[str] = []

    def take(design: bytes) -> list[str]:
        """The URLs of the pieces that are set, in one bringing up to date."""
        seen.clear()

        def entry(item: views.Item) -> str:
            seen.append(item.url)
            return f"{item.url} in {design.decode()}"

        darkroom = Darkroom(content, tmp_path / "photos")
        order = Order(content, Portal(name="邻里"), clock, darkroom, lambda stands: {})
        taken = Stocktaking(
            replace(order, setter=lambda: entry, templates=design), manifest, shelves
        ).take()
        assert not taken.has_errors
        manifest.finish()
        return sorted(seen)

    url = Addresses().of_source
    first = take(b"one")
    assert first == sorted(map(url, shelves.paths("public")))
    for row in ("listed", "category/news", "place/xinjin", "month/2026-11"):
        assert [str(one.html) for one in shelves.entries(row, 0, 99)] == [
            f"{url(path)} in one" for path in shelves.paths(row)
        ]
    assert take(b"one") == []
    assert take(b"two") == first
    manifest.close()


def test_two_sites_keep_nothing_of_each_other() -> None:
    chinese = templates.environment(OVERRIDES, Language.ZH_HANS)
    english = templates.environment(OVERRIDES, Language.EN)
    day = [env.get_template("partials/dates.html").module.day for env in (chinese, english)]
    assert [one(date(2026, 11, 20)) for one in day] == [
        '<time datetime="2026-11-20">2026年11月20日</time>',
        '<time datetime="2026-11-20">20 November 2026</time>',
    ]


def test_moments_that_are_equal_are_each_written_in_their_own_zone() -> None:
    moment = partial("dates").moment
    assert NOON.astimezone(UTC) == NOON
    assert 'datetime="2026-11-20T12:00:00+08:00"' in moment(NOON)
    assert 'datetime="2026-11-20T04:00:00+00:00"' in moment(NOON.astimezone(UTC))


def test_what_is_kept_of_markup_is_not_taken_for_text_that_equals_it() -> None:
    clauses = partial("headline").clauses
    assert clauses(Markup("<i>a</i>")) == "<i>a</i>"
    assert clauses("<i>a</i>") == "&lt;i&gt;a&lt;/i&gt;"


def test_only_so_much_is_kept() -> None:
    clauses = partial("headline").clauses
    for number in range(3000):
        clauses(str(number))
    assert clauses.cache_info().currsize == clauses.cache_info().maxsize == 2048


def test_a_template_that_would_keep_something_of_a_page_stops(tmp_path: Path) -> None:
    (tmp_path / "frame.html").write_text(
        "<html>{% block head %}{% endblock %}{% block main %}{% endblock %}"
    )
    (tmp_path / "page.html").write_text(
        '{% extends "frame.html" %}{% set title = view.title %}{% block main %}{{ title }}{% endblock %}'
    )
    frame = views.FrameView(views.Imprint("邻里"), "zh-Hans", "", (), (), (), (), (), {}, {}, None)
    press = templates.Press(tmp_path, Language.ZH_HANS, frame, "/")
    page = Page("a/", "page.html", views.OrdinaryView("A", Markup("")), views.Head("A", "", ""))
    with pytest.raises(jinja2.UndefinedError, match="view"):
        press.page(page)

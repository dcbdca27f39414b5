# SPDX-License-Identifier: MIT
"""Whatever is edited while `mkdocs serve` runs is in the page that a browser gets next."""

from __future__ import annotations

import io
import os
import re
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PIL import Image
from search import Index

if TYPE_CHECKING:
    from conftest import Serve, Serving

PATIENCE = 30
"""Seconds after which a test gives up."""

BRIDGE = "content/reports/2026/bridge.md"
ALLEY = "content/reports/2026/alley.md"

SCHOOL = """\
---
title: 夜校开课
date: 2026-11-22
category: culture
bylines: [本报记者 李玥林]
---
夜校昨天开课。

![教室里的人](lamp.png "夜校第一课。"){ credit="李玥林 摄" }
"""

WALK = """\
---
title: 夜里走一走
date: 2026-11-21
category: news
bylines: [本报记者 沈悦]
---
夜里走一走。
"""


def test_an_edit_is_in_the_page_and_in_the_lists(server: Serving) -> None:
    with server.becoming("reports/2026/lantern/", lambda _, page: "满街都是灯" in page):
        server.edit("content/reports/2026/lantern.md", "满街都是人", "满街都是灯")
    with server.becoming("categories/culture/", lambda _, page: "灯会散了" in page):
        server.edit("content/reports/2026/lantern.md", "title: 灯会开了", "title: 灯会散了")
    assert "灯会散了" in server.page("reports/2026/lantern/")


def test_a_new_file_has_a_page_and_a_deleted_one_has_none(server: Serving) -> None:
    url, file = "reports/2026/walk/", server.path("content/reports/2026/walk.md")
    assert server.get(url)[0] == 404
    with server.becoming(url, lambda status, _: status == 200):
        file.write_text(WALK, encoding="utf-8")
    assert "夜里走一走" in server.page("categories/news/")
    with server.becoming(url, lambda status, _: status == 404):
        file.unlink()
    assert "夜里走一走" not in server.page("categories/news/")
    assert "<main" in server.get(url)[1].decode(), "the page for what is not there is our own"


DAY = """\
---
code: 4002
date: 2026-11-20
places: [武侯区]
---
## L-2026-0201 遗失声明
```yaml
holder: {type: organisation, name: 成都示例食品店}
documents: [{name: 营业执照, numbers: [{label: 注册号, value: "510107600123457"}]}]
```
成都示例食品店遗失营业执照正本，声明作废。
"""


def test_each_announcement_of_a_file_of_many_is_served_as_long_as_it_stands_there(
    server: Serving,
) -> None:
    url, file = "lost/2026/L-2026-0201/", server.path("content/lost/2026/day.batch.md")
    with server.becoming(url, lambda status, _: status == 200):
        file.write_text(DAY, encoding="utf-8")
    with server.becoming(url, lambda _, page: "营业执照副本" in page):
        server.edit("content/lost/2026/day.batch.md", "正本，声明", "副本，声明")
    with server.becoming(url, lambda status, _: status == 404):
        server.edit("content/lost/2026/day.batch.md", "L-2026-0201", "L-2026-0202")
    assert "成都示例食品店" in server.page("lost/2026/L-2026-0202/")


def test_a_new_folder_is_watched_too_and_goes_whole(server: Serving) -> None:
    url, folder = "reports/2024/walk/", server.path("content/reports/2024")
    with server.becoming(url, lambda status, _: status == 200):
        folder.mkdir()
        (folder / "walk.md").write_text(WALK.replace("2026", "2024"), encoding="utf-8")
    with server.becoming(url, lambda _, page: "走两走" in page):
        server.edit("content/reports/2024/walk.md", "走一走。", "走两走。")
    with server.becoming(url, lambda status, _: status == 404):
        folder.rename(server.root / "elsewhere")


def test_a_picture_that_is_replaced_is_shown_anew(server: Serving) -> None:
    url, folder = "reports/2026/school/", server.path("content/reports/2026/school")
    folder.mkdir()
    with server.becoming(url, lambda status, _: status == 200):
        Image.new("RGB", (640, 480), "orange").save(folder / "lamp.png")
        (folder / "index.md").write_text(SCHOOL, encoding="utf-8")
    before = _picture(server, url)
    with server.becoming(url, lambda _, page: 'width="600"' in page):
        Image.new("RGB", (600, 400), "navy").save(folder / "lamp.png")
    assert (before.size, _picture(server, url).size) == ((640, 480), (600, 400))


def _picture(server: Serving, url: str) -> Image.Image:
    match = re.search(r'<img[^>]* src="(?:\.\./)*([^"]+)"', server.page(url))
    assert match
    return Image.open(io.BytesIO(server.get(match[1])[1]))


def test_a_template_that_is_changed_shows_at_once(server: Serving) -> None:
    with server.becoming("reports/2025/library/", lambda _, page: "<!-- 改版 -->" in page):
        server.edit("overrides/frame.html", "</body>", "<!-- 改版 --></body>")


def test_the_search_follows_a_page_that_was_served(serve: Serve) -> None:
    server = serve()
    assert not _found(server, "老桥头"), "nothing of the kind is there yet"
    for words in ("从老桥头走", "从老桥头过来"):
        with server.becoming("reports/2026/bridge/", lambda _, page, words=words: words in page):  # type: ignore[misc]
            server.edit(BRIDGE, "走得稳当" if words == "从老桥头走" else "从老桥头走", words)
    end = time.monotonic() + PATIENCE
    while "reports/2026/bridge/" not in _found(server, "桥头过来"):
        assert time.monotonic() < end, server.said
        time.sleep(0.05)
    assert not _found(server, "走得稳当"), "what stands there no more is found no more"
    assert server.builds == 3, "to catch up is no build that a browser would reload for"


def _found(server: Serving, words: str) -> list[str]:
    """URLs that a search finds; it begins anew where its files were renewed under its hands."""
    for _ in range(100):
        try:
            return [hit.url for hit in Index(_Served(server)).ask(words)]
        except FileNotFoundError:
            time.sleep(0.02)
    pytest.fail("the list names files that are not there")


class _Served(dict[str, bytes]):
    def __init__(self, server: Serving) -> None:
        self._server = server

    def __missing__(self, path: str) -> bytes:
        status, body = self._server.get(f"search/{path}")
        if status != 200:
            raise FileNotFoundError(path)
        return body


def test_a_setting_that_is_changed_shows_at_once(server: Serving) -> None:
    with server.becoming("", lambda _, page: "街坊自己的报纸" in page):
        server.edit("mkdocs.yml", "- linli/articles", "- linli/articles: {tagline: 街坊自己的报纸}")


def test_while_a_text_is_wrong_the_last_good_page_is_served(serve: Serve) -> None:
    server = serve()
    server.edit(ALLEY, "category: news", "category: nothing")
    server.hears("An error happened during the rebuild")
    assert "小巷装了路灯" in server.page("reports/2026/alley/")
    with server.becoming("reports/2026/alley/", lambda _, page: "走路看得见" in page):
        server.edit(ALLEY, "走路看得清", "走路看得见")
        server.edit(ALLEY, "category: nothing", "category: news")


def test_reading_builds_nothing_and_one_save_builds_once(serve: Serve) -> None:
    server = serve()
    for path in sorted(server.root.rglob("*")):
        if path.is_file():
            path.read_bytes()
    for url in ("", "reports/2026/bridge/", "announcements/", "nothing/"):
        server.get(url)
    server.path(BRIDGE).with_name(".bridge.md.swp").write_text("半", encoding="utf-8")
    with server.becoming("reports/2026/bridge/", lambda _, page: "走得放心" in page):
        _save_as_editors_do(server.path(BRIDGE), "走得稳当", "走得放心")
    server.path(BRIDGE).with_name(".bridge.md.swp").unlink()
    with server.becoming("reports/2026/bridge/", lambda _, page: "走得安心" in page):
        _save_as_editors_do(server.path(BRIDGE), "走得放心", "走得安心")
    assert server.builds == 3, server.said


def _save_as_editors_do(file: Path, old: str, new: str) -> None:
    """Write aside, let the disk have it, and put it in place of the old."""
    aside = file.with_name(f".{file.name}.new")
    with open(aside, "w", encoding="utf-8") as stream:
        stream.write(file.read_text(encoding="utf-8").replace(old, new))
        stream.flush()
        os.fsync(stream.fileno())
    aside.replace(file)


def test_a_site_of_file_urls_in_a_sub_folder_is_served_there(serve: Serve) -> None:
    server = serve(base="/local/news/", more="use_directory_urls: false\n")
    with server.becoming("reports/2026/bridge.html", lambda _, page: "走得放心" in page):
        server.edit(BRIDGE, "走得稳当", "走得放心")
    assert 'href="../../categories/news/index.html"' in server.page("reports/2026/bridge.html")
    assert server.get("reports/2026/nothing.html")[0] == 404


@pytest.mark.parametrize("host", ["mkdocs", "properdocs"])
def test_an_edit_shows_under_either_host(serve: Serve, host: str) -> None:
    server = serve(host=host)
    with server.becoming("reports/2026/bridge/", lambda _, page: "走得放心" in page):
        server.edit(BRIDGE, "走得稳当", "走得放心")
    assert server.builds == 2

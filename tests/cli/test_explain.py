# SPDX-License-Identifier: MIT
"""`linli explain`: why a page was made, and whether a build now would make it again."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from sites import NOW, OVERRIDES, build, write_site
from town import TOWN

from linli.cli import main

BRIDGE = "reports/2026/bridge.md"

Ask = Callable[..., list[str]]


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """The town, built once, with templates of its own."""
    root = write_site(tmp_path / "town", TOWN)
    shutil.copytree(OVERRIDES, root / "overrides")
    config = root / "mkdocs.yml"
    text = config.read_text(encoding="utf-8").replace(OVERRIDES.as_posix(), "overrides")
    config.write_text(text, encoding="utf-8")
    build(root)
    return root


@pytest.fixture
def ask(town: Path, capsys: pytest.CaptureFixture[str]) -> Ask:
    def asked(path: str, now: str = NOW, language: str = "en") -> list[str]:
        arguments = ["--config", str(town / "mkdocs.yml"), "--now", now, "--language", language]
        assert main(["explain", path, *arguments]) == 0
        return capsys.readouterr().out.splitlines()

    return asked


def edit(root: Path, path: str, old: str, new: str) -> None:
    file = root / path
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


MADE = "{path}: last made at 2026-11-25T12:00:00+08:00. Why: made for the first time."
KEEP = "A build now would keep this page."


@pytest.mark.parametrize(
    ("written", "path"),
    [
        (BRIDGE, BRIDGE),
        ("/" + BRIDGE, BRIDGE),
        ("reports/2026/bridge/", "reports/2026/bridge/index.html"),
        ("https://paper.example/reports/2026/bridge/", "reports/2026/bridge/index.html"),
        ("categories/news/", "categories/news/index.html"),
        ("", "index.html"),
        ("404.html", "404.html"),
        ("feeds/atom.xml", "feeds/atom.xml"),
    ],
)
def test_a_page_is_asked_for_as_anybody_writes_it(ask: Ask, written: str, path: str) -> None:
    assert ask(written) == [MADE.format(path=path), KEEP]


def test_a_file_may_be_named_as_the_shell_completes_it(ask: Ask, town: Path) -> None:
    assert ask(str(town / "content" / BRIDGE)) == [MADE.format(path=BRIDGE), KEEP]


@pytest.mark.parametrize(
    ("path", "old", "new", "asked", "changed"),
    [
        (
            BRIDGE,
            "走得稳当",
            "走得很稳",
            BRIDGE,
            "head (title, summary, dates, data), headline, date, place, state, text and pictures",
        ),
        (BRIDGE, "五十年前", "六十年前", BRIDGE, "text and pictures"),
        (
            # It stands on the share card too, which the head names by what is drawn on it.
            BRIDGE,
            "kicker: 修路架桥",
            "kicker: 修桥",
            BRIDGE,
            "head (title, summary, dates, data), headline, date, place, state",
        ),
        (
            "reports/2026/alley.md",
            "title: 小巷亮了",
            "title: 小巷大亮",
            BRIDGE,
            "the pieces before and after it",
        ),
        (
            "reports/2026/alley.md",
            "title: 小巷亮了",
            "title: 小巷大亮",
            "categories/news/",
            "the pieces it lists",
        ),
    ],
)
def test_it_says_which_part_a_build_would_find_changed(
    ask: Ask, town: Path, path: str, old: str, new: str, asked: str, changed: str
) -> None:
    edit(town, f"content/{path}", old, new)
    *_, last = ask(asked)
    assert last == f"A build now would make it again. Changed: {changed}."


def test_a_template_changes_the_frame_of_every_page(ask: Ask, town: Path) -> None:
    edit(town, "overrides/frame.html", "</body>", "<!-- another -->\n</body>")
    for path in (BRIDGE, "404.html"):
        *_, last = ask(path)
        assert last == (
            "A build now would make it again. "
            "Changed: frame (templates, masthead, sections, settings)."
        )


def test_it_says_why_a_page_was_made_last(ask: Ask, town: Path) -> None:
    edit(town, f"content/{BRIDGE}", "走得稳当", "走得很稳")
    build(town, "2026-11-25 13:00")
    first, last = ask(BRIDGE)
    assert first == (
        f"{BRIDGE}: last made at 2026-11-25T13:00:00+08:00. "
        "Why: head (title, summary, dates, data), headline, date, place, state, text and pictures."
    )
    assert last == KEEP


def test_a_page_that_was_changed_by_hand_is_told_of(ask: Ask, town: Path) -> None:
    (town / "site" / "reports/2026/bridge/index.html").write_text("mine", encoding="utf-8")
    build(town)
    first, _ = ask(BRIDGE)
    assert first.endswith("Why: its file in the site was changed or removed.")


def test_pages_that_come_and_go(ask: Ask, town: Path) -> None:
    (town / "content" / BRIDGE).rename(town / "content/reports/2026/bridge-2.md")
    edit(town, "content/reports/2026/lantern.md", "bridge.md#桥的来历", "bridge-2.md#桥的来历")
    assert ask(BRIDGE)[1:] == ["A build now would remove this page."]
    assert ask("reports/2026/bridge-2.md") == [
        "A build now would make this page: it is not there yet."
    ]
    assert ask("nowhere/") == [
        "nowhere/index.html: there is no such page, nor would a build make one."
    ]


def test_an_error_is_what_a_build_would_say_first(ask: Ask, town: Path) -> None:
    edit(town, f"content/{BRIDGE}", "category: news", "category: nowhere")
    assert ask(BRIDGE) == ["Errors: 1. A build would stop; see linli check."]


def test_without_a_build_there_is_nothing_to_remember(ask: Ask, town: Path) -> None:
    shutil.rmtree(town / ".cache")
    assert ask(BRIDGE, language="zh-Hans") == [
        "没有可用的构建记录（从未构建，或程序、插件、网址方式变了）：会全部重排。"
    ]


def test_asking_changes_nothing(ask: Ask, town: Path) -> None:
    def state() -> list[tuple[str, int]]:
        files = (*town.glob("site/**/*"), *town.glob(".cache/linli/build/*.db"))
        return sorted((str(file), file.stat().st_mtime_ns) for file in files)

    before = state()
    edit(town, f"content/{BRIDGE}", "走得稳当", "走得很稳")
    ask(BRIDGE)
    assert state() == before
    assert re.search("走得稳当", (town / "site/reports/2026/bridge/index.html").read_text("utf-8"))

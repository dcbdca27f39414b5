# SPDX-License-Identifier: MIT
"""The build as a whole: what is published, and that a failing build harms nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from edits import picture
from sites import CONFIG, Site, build, write_site
from town import TOWN

pytestmark = pytest.mark.site

REPORT = """\
-- content/categories/news.md --
---
name: 社区治理
---
-- content/reports/2026/a.md --
---
title: 桥修好了
date: 2026-11-20
category: news
bylines: [本报记者 李玥林]
---
小桥昨天修好，街坊走得稳当。
"""

Refused = Callable[[Path], tuple[int | None, str]]

MISTAKES = {
    "an unknown key": "---\ntitel: 灯亮了\ndate: 2026-11-20\n---\n正文。\n",
    "a category that does not exist": (
        "---\ntitle: 灯亮了\ndate: 2026-11-20\ncategory: nwes\n"
        "bylines: [本报记者 沈悦]\n---\n正文。\n"
    ),
    "front matter that is not closed": "---\ntitle: 灯亮了\nSECRET: 正文\n",
    "front matter that is no YAML": "---\ntitle: [灯亮了\nSECRET: x\n---\n正文。\n",
}


def everything_in(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and ".cache" not in path.parts
    }


def test_a_report_stands_at_the_url_of_its_path(site: Site) -> None:
    built = site(REPORT)
    assert "小桥昨天修好，街坊走得稳当。" in built.main("reports/2026/a/")


@pytest.mark.parametrize("mistake", MISTAKES.values(), ids=MISTAKES)
def test_one_mistake_in_one_article_and_nothing_is_written(
    tmp_path: Path, refused: Refused, mistake: str
) -> None:
    root = write_site(tmp_path, f"{REPORT}-- content/reports/2026/b.md --\n{mistake}")
    before = everything_in(root)
    code, said = refused(root)
    assert code == 1
    assert "content/reports/2026/b.md:" in said
    assert "没有发布" in said
    assert everything_in(root) == before


@pytest.mark.parametrize("mistake", MISTAKES.values(), ids=MISTAKES)
def test_the_last_good_site_stays_as_it_was_byte_for_byte(
    tmp_path: Path, refused: Refused, mistake: str
) -> None:
    root = write_site(tmp_path, REPORT)
    good = build(root).files
    (root / "content/reports/2026/b.md").write_text(mistake, encoding="utf-8")
    code, _ = refused(root)
    assert code == 1
    assert build_files(root) == good


def build_files(root: Path) -> dict[str, bytes]:
    return everything_in(root / "site")


def test_a_mistake_is_mended_and_the_next_build_publishes(tmp_path: Path, refused: Refused) -> None:
    root = write_site(tmp_path, REPORT)
    file = root / "content/reports/2026/a.md"
    good = file.read_text(encoding="utf-8")
    file.write_text(good.replace("category: news", "category: nwes"), encoding="utf-8")
    assert refused(root)[0] == 1
    file.write_text(good, encoding="utf-8")
    assert build(root).has("reports/2026/a/")
    assert not list(root.glob(".site*"))


def test_broken_front_matter_is_never_printed(tmp_path: Path, refused: Refused) -> None:
    root = write_site(tmp_path, f"{REPORT}-- content/about/extra.md --\n---\ntitle: [x\n---\n")
    code, said = refused(root)
    assert code == 1
    assert "content/about/extra.md:" in said
    assert not (root / "site").exists()


def test_two_files_with_one_url_are_both_named(tmp_path: Path, refused: Refused) -> None:
    twin = REPORT.partition("-- content/reports/2026/a.md --\n")[2]
    root = write_site(tmp_path, f"{REPORT}-- content/reports/2026/a/index.md --\n{twin}")
    code, said = refused(root)
    assert code == 1
    assert "url-twice" in said
    assert "reports/2026/a.md" in said
    assert "reports/2026/a/index.md" in said


def test_two_ordinary_pages_with_one_url_are_both_named(tmp_path: Path, refused: Refused) -> None:
    page = "---\ntitle: 联系我们\n---\n请写信来。\n"
    root = write_site(tmp_path, f"{REPORT}-- content/about/contact/index.md --\n{page}")
    code, said = refused(root)
    assert code == 1
    assert "about/contact.md" in said
    assert "about/contact/index.md" in said


WARNINGS = {
    "an anchor that is not there on a page of MkDocs' own": "-- mkdocs.yml --\n"
    + CONFIG
    + "validation: {links: {anchors: warn}}\n"
    "-- content/about/extra.md --\n---\ntitle: 附\n---\n见[那里](contact.md#nowhere)。\n",
    "an entry of the navigation that does not exist": "-- mkdocs.yml --\n"
    + CONFIG.replace("corrections/index.md", "corections/index.md"),
}


@pytest.mark.parametrize("wrong", WARNINGS.values(), ids=WARNINGS)
def test_a_strict_build_with_a_warning_keeps_the_last_site(
    tmp_path: Path, refused: Refused, wrong: str
) -> None:
    root = write_site(tmp_path, REPORT)
    good = build(root).files
    write_site(root, REPORT.replace("桥修好了", "桥又修好了") + wrong)
    code, _ = refused(root)
    assert code == 1
    assert build_files(root) == good


def test_without_strict_a_warning_publishes_all_the_same(tmp_path: Path) -> None:
    root = write_site(tmp_path, REPORT + next(iter(WARNINGS.values())))
    built = build(root, strict=False)
    assert any("#nowhere" in warning for warning in built.warnings)
    assert built.has("reports/2026/a/")


def test_a_strict_build_that_kept_the_last_site_leaves_no_other_in_its_way(
    tmp_path: Path, refused: Refused
) -> None:
    root = write_site(tmp_path, REPORT + next(iter(WARNINGS.values())))
    refused(root)
    (root / "content/about/extra.md").unlink()
    assert build(root).has("reports/2026/a/")
    assert not list(root.glob(".site*"))


@pytest.mark.parametrize("left", [".site.next", ".site.last"])
def test_what_a_killed_build_left_behind_is_in_no_later_site(tmp_path: Path, left: str) -> None:
    root = write_site(tmp_path, REPORT)
    good = build(root).files
    (root / left).mkdir()
    (root / left / "half.html").write_text("half")
    # The word that a build was at work in there.
    (root / ".cache/linli/build/unsettled").touch()
    assert build(root).files == good
    for words in ("桥又修好了", "桥修好了"):
        write_site(root, REPORT.replace("桥修好了", words))
        again = build(root)
        assert len(again.files) == len(good)
        # A share card is named by what stands on it, and so are the files of the search.
        changed = {path for path in again.files.keys() ^ good.keys() if "/share." not in path}
        assert {path for path in changed if not path.startswith("search/")} == set()
    assert again.files == good
    assert not (root / ".site.last").exists()


@pytest.mark.parametrize(
    "change",
    [
        lambda tree: (tree / "half.html").write_text("half"),
        lambda tree: (tree / "about/contact/index.html").unlink(),
    ],
    ids=["a file more", "a file less"],
)
def test_what_somebody_did_to_the_next_tree_is_in_no_site(
    tmp_path: Path, change: Callable[[Path], object]
) -> None:
    root = write_site(tmp_path, REPORT)
    good = build(root).files
    write_site(root, REPORT.replace("桥修好了", "桥又修好了"))
    build(root)
    change(root / ".site.next")
    write_site(root, REPORT)
    assert build(root).files == good


def test_a_site_that_a_killed_build_had_just_moved_away_is_put_back(
    tmp_path: Path, refused: Refused
) -> None:
    root = write_site(tmp_path, REPORT)
    good = build(root).files
    (root / "site").rename(root / ".site.last")
    (root / "content/reports/2026/b.md").write_text("---\ntitel: x\n---\n", encoding="utf-8")
    assert refused(root)[0] == 1
    assert build_files(root) == good


def test_what_is_no_longer_published_is_no_longer_there(tmp_path: Path) -> None:
    root = write_site(tmp_path, TOWN)
    assert build(root).has("topics/〇/")
    (root / "content/reports/2026/alley.md").unlink()
    built = build(root)
    assert not built.has("topics/〇/")
    assert not built.has("reports/2026/alley/")


@pytest.mark.parametrize("setting", ["language: tlh", "language: ja"])
def test_a_site_in_an_unknown_language_is_told_so(
    tmp_path: Path, setting: str, caplog: pytest.LogCaptureFixture
) -> None:
    from mkdocs.exceptions import ConfigurationError

    root = write_site(tmp_path, f"-- mkdocs.yml --\n{CONFIG.replace('language: zh', setting)}")
    with pytest.raises(ConfigurationError) as error:
        build(root)
    tag = setting.removeprefix("language: ")
    assert str(error.value) == (f"theme.language: `{tag}` has no words here; use zh-Hans or en")
    assert not (root / "site").exists()


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ("page_size: 0", "page_size: `0` is not a whole number from 1"),
        ("timezone: Asia/Chengdu", "timezone: there is no `Asia/Chengdu`"),
        ("now: tomorrow", "now: `tomorrow` is not a date and time"),
        ("language: fr", "language: `fr` has no words here; use zh-Hans or en"),
    ],
)
def test_a_setting_that_cannot_be_used_is_named(tmp_path: Path, wrong: str, told: str) -> None:
    from mkdocs.exceptions import ConfigurationError

    config = CONFIG.replace("- linli/articles", f"- linli/articles: {{{wrong}}}")
    root = write_site(tmp_path, f"-- mkdocs.yml --\n{config}")
    with pytest.raises(ConfigurationError) as error:
        build(root, now="" if wrong.startswith("now") else "2026-11-25 12:00")
    assert told in str(error.value)
    assert not (root / "site").exists()


def test_a_further_picture_that_is_replaced_is_published(tmp_path: Path) -> None:
    """Only the first picture is on a card; the others have to be told of too."""
    figures = "\n".join(
        f'![{name}]({name}.jpg "{name}。"){{ credit="李玥林 摄" }}\n' for name in ("one", "two")
    )
    root = write_site(
        tmp_path,
        "-- content/categories/news.md --\n---\nname: 社区治理\n---\n"
        "-- content/reports/2026/lamp/index.md --\n---\ntitle: 灯亮了\ndate: 2026-11-20\n"
        f"category: news\nbylines: [本报记者 李玥林]\n---\n灯亮了。\n\n{figures}",
    )
    folder = root / "content/reports/2026/lamp"
    for name in ("one", "two"):
        (folder / f"{name}.jpg").write_bytes(picture("teal"))
    build(root)
    (folder / "two.jpg").write_bytes(picture("gold"))
    built = build(root)
    shown = re.findall(r"lamp/(two\.[0-9a-f]+-\d+\.\w+)", built.main("reports/2026/lamp/"))
    assert len(shown) > 2
    assert {path for path in built.files if "/two." in path} == {
        f"reports/2026/lamp/{name}" for name in shown
    }


def test_the_sitemap_follows_when_only_the_day_of_a_page_s_last_change_does(tmp_path: Path) -> None:
    root = write_site(tmp_path, REPORT)
    build(root)
    file = root / "content/reports/2026/a.md"
    text = file.read_text(encoding="utf-8")
    correction = "corrections: [{date: 2026-11-23, kind: clarification, text: 桥是新的。}]"
    file.write_text(text.replace("bylines:", f"{correction}\nbylines:"), encoding="utf-8")
    sitemap = build(root).text("sitemaps/pages.xml")
    assert re.search(r"categories/news/</loc>\s*<lastmod>2026-11-23T", sitemap)

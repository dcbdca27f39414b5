# SPDX-License-Identifier: MIT
"""Each version of an announcement stays as it was published, byte for byte."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from crawl import Walk, containing
from sites import CONFIG, Built, Site, build, write_site

pytestmark = pytest.mark.site

PLACES = "-- content/places.yml --\n- {name: 新津区, slug: xinjin}\n- {name: 武侯区, slug: wuhou}\n"
FIRST = """\
---
id: N-2026-0001
code: 1003
title: 招募读书志愿者
date: 2026-11-02
places: [新津区]
issuer: {name: 古家社区居委会}
deadline: 2026-12-05
edition: {date: 2026-11-02, issue: "10", page: "03"}
---
招募志愿者十名，见[另一则](N-2026-0002.md)。
"""
SECOND = (
    FIRST.replace("title: 招募读书志愿者", "title: 招募志愿者（名额增加）\nversion: 2")
    .replace("十名", "二十名")
    .replace("[新津区]", "[武侯区]")
    .replace("date: 2026-11-02\nplaces", "date: 2026-11-02\nupdated: 2026-11-20\nplaces")
    .replace("edition: {date: 2026-11-02", "edition: {date: 2026-11-20")
)
OTHER = """\
-- content/notices/2026/N-2026-0002.md --
---
id: N-2026-0002
code: 1004
title: 窗口改到二楼
date: 2026-11-01
places: [新津区]
issuer: {name: 古家社区居委会}
---
窗口改到二楼办事。
"""
MAIN = "notices/2026/N-2026-0001"


def one(text: str, more: str = "", *, directory_urls: bool = True) -> str:
    config = f"{CONFIG}use_directory_urls: {str(directory_urls).lower()}\n"
    return f"{PLACES}{OTHER}-- mkdocs.yml --\n{config}-- content/{MAIN}.md --\n{text}{more}"


def two(second: str = SECOND, first: str = FIRST, *, directory_urls: bool = True) -> str:
    more = f"-- content/{MAIN}.v1.md --\n{first}"
    return one(second, more, directory_urls=directory_urls)


@pytest.mark.parametrize("directory_urls", [True, False])
def test_the_first_version_is_the_same_bytes_when_the_second_comes(
    site: Site, directory_urls: bool
) -> None:
    before = site(one(FIRST, directory_urls=directory_urls))
    after = site(two(directory_urls=directory_urls), now="2026-12-24 12:00")
    name = f"{MAIN}/v1/index.html" if directory_urls else f"{MAIN}/v1.html"
    assert before.files[name] == after.files[name]
    assert name.replace("v1", "v2") not in before.files
    assert b"\xe4\xba\x8c\xe5\x8d\x81\xe5\x90\x8d" in after.files[name.replace("v1", "v2")]
    assert Walk(after.site, "https://paper.example/").faults() == []


@pytest.mark.parametrize("directory_urls", [True, False])
def test_a_piece_in_a_folder_keeps_its_versions_in_it(site: Site, directory_urls: bool) -> None:
    folder = f"-- content/{MAIN}/index.md --\n"
    link = FIRST.replace("N-2026-0002.md", "../N-2026-0002.md")
    config = f"{CONFIG}use_directory_urls: {str(directory_urls).lower()}\n"
    head = f"{PLACES}{OTHER}-- mkdocs.yml --\n{config}{folder}"
    before = site(f"{head}{link}")
    second = SECOND.replace("N-2026-0002.md", "../N-2026-0002.md")
    after = site(f"{head}{second}-- content/{MAIN}/v1.md --\n{link}")
    name = f"{MAIN}/v1/index.html" if directory_urls else f"{MAIN}/v1.html"
    assert before.files[name] == after.files[name]


def test_an_incremental_build_leaves_the_first_version_as_it_was(tmp_path: Path) -> None:
    root = write_site(tmp_path / "one", one(FIRST))
    before = build(root).files
    write_site(root, two())
    after = build(root, now="2026-12-24 12:00").files
    assert before[f"{MAIN}/v1/index.html"] == after[f"{MAIN}/v1/index.html"]
    clean = build(write_site(tmp_path / "clean", two()), now="2026-12-24 12:00").files
    assert after == clean
    # And back again: who undoes a revision has one version.
    (root / f"content/{MAIN}.v1.md").unlink()
    (root / f"content/{MAIN}.md").write_text(FIRST, encoding="utf-8")
    assert build(root).files == before


def test_a_version_says_what_it_is_and_where_the_current_one_stands(site: Site) -> None:
    built = site(two())
    main = built.main(f"{MAIN}/v1/")
    assert "这是第1版，刊登于2026年11月2日。" in main
    assert '<a href="../../../../notices/2026/N-2026-0001/">现行版本见N-2026-0001</a>' in main
    assert "十名" in main
    assert "新津区" in main
    assert "武侯区" not in main
    assert 'name="robots" content="noindex' in built.text(f"{MAIN}/v1/")
    assert "刊登于2026年11月20日。" in built.main(f"{MAIN}/v2/")


def test_the_current_page_lists_its_versions_with_their_days(site: Site) -> None:
    main = site(two()).main(f"{MAIN}/")
    assert re.findall(r'href="([^"]+/v\d/)">(第\d版，[^<]+)<', main) == [
        ("../../../notices/2026/N-2026-0001/v1/", "第1版，2026年11月2日"),
        ("../../../notices/2026/N-2026-0001/v2/", "第2版，2026年11月20日"),
    ]


def test_what_may_be_added_to_a_version_is_not_on_its_page(site: Site) -> None:
    added = FIRST.replace(
        "---\n招募",
        "insertions: [{date: 2026-11-09}]\nrelated: [N-2026-0002]\nupdated: 2026-11-10\n"
        "corrections: [{date: 2026-11-10, kind: correction, text: 是十名。}]\n---\n招募",
    )
    name = f"{MAIN}/v1/index.html"
    assert site(one(FIRST)).files[name] == site(one(added)).files[name]


def test_a_resolved_loss_has_the_same_version_as_before(site: Site) -> None:
    found = (
        "-- content/lost/2026/L-2026-0001.md --\n---\nid: L-2026-0001\ncode: 4101\ntitle: 寻伞\n"
        "date: 2026-11-02\nplaces: [新津区]\nholder: {type: person, name: 李某}\nitem: 伞\n"
        "lost_on: 2026-11-01\nlost_where: 桥头\nclaim_by: 2027-01-01\nKEY---\n寻伞一把。\n"
    )
    open_, closed = (
        site(f"{PLACES}{found.replace('KEY', key)}")
        for key in ("", "resolved: {date: 2026-11-20, how: 已找到}\n")
    )
    name = "lost/2026/L-2026-0001/v1/index.html"
    assert open_.files[name] == closed.files[name]


def test_a_version_is_no_piece(site: Site) -> None:
    built = site(two())
    lists = {
        path: data
        for path, data in built.files.items()
        if not path.startswith(("notices/2026/N-2026-0001/", "notices/2026/N-2026-0002/"))
    }
    assert containing(lists, ("招募读书志愿者", "招募志愿者十名", "/v1", "N-2026-0001.v1")) == []
    assert "共2篇" in built.main("announcements/")


@pytest.mark.parametrize("key", ["status: draft", "publish_at: 2026-11-26 08:00"])
def test_a_version_is_hidden_with_its_piece(site: Site, key: str) -> None:
    built = site(two(SECOND.replace("version: 2", f"version: 2\n{key}")))
    assert containing(built.files, ("N-2026-0001", "志愿者")) == []


def test_a_withdrawn_notice_has_a_page_and_its_versions_and_no_text(site: Site) -> None:
    keys = "status: withdrawn\nwithdrawn: {date: 2026-11-21, reason: 活动取消。}\nversion: 2"
    first = FIRST.replace("issuer:", "contacts: [{desk: 居委会, phone: 028-00000000}]\nissuer:")
    built = site(two(SECOND.replace("version: 2", keys), first))
    words = ("二十名", "招募志愿者十名", "招募读书志愿者", "028-00000000", "古家社区居委会招募")
    assert containing(built.files, words) == []
    for url in (f"{MAIN}/", f"{MAIN}/v1/", f"{MAIN}/v2/"):
        page = built.text(url)
        assert "2026年11月21日撤回。原因：活动取消。" in page
        assert "N-2026-0001" in page
        assert 'name="robots" content="noindex' in page
        assert "nr-text" not in built.main(url)
    assert "N-2026-0001" not in built.text("feeds/atom.xml")
    assert "N-2026-0001" not in "".join(
        data.decode() for path, data in built.files.items() if path.startswith("sitemaps/")
    )


def test_a_withdrawn_loss_gives_away_no_number_in_any_file(site: Site) -> None:
    lost = (
        "-- content/lost/2026/L-2026-0001{name}.md --\n---\nid: L-2026-0001\ncode: 4007\n"
        "title: 遗失声明\ndate: 2026-11-02\n{keys}places: [新津区]\n"
        "holder: {{type: organisation, name: 示例合作社}}\ndocuments:\n"
        "  - {{name: 毕业证, issuer: 示例学校, numbers: [{{label: 证号, value: {number}}}]}}\n"
        "---\n示例合作社遗失毕业证（证号{number}），声明作废。\n"
    )
    keys = "version: 2\nstatus: withdrawn\nwithdrawn: {date: 2026-11-21, reason: 已找到。}\n"
    first = lost.format(name=".v1", keys="", number="100200300401")
    built = site(PLACES + first + lost.format(name="", keys=keys, number="100200300402"))
    words = ("100200300401", "100200300402", "示例合作社", "示例学校", "毕业证（")
    assert containing(built.files, words) == []
    assert "原因：已找到。" in built.main("lost/2026/L-2026-0001/v1/")


def test_a_text_may_link_to_an_earlier_version(site: Site) -> None:
    second = SECOND.replace("[另一则](N-2026-0002.md)", "[旧版](N-2026-0001.v1.md)")
    built = site(two(second))
    assert 'href="../../../notices/2026/N-2026-0001/v1/"' in built.main(f"{MAIN}/")
    assert Walk(built.site, "https://paper.example/").faults() == []


def test_a_picture_of_an_earlier_version_is_published_with_it(
    site: Site, snapshot: Callable[[str], object]
) -> None:
    picture = '\n![窗口](window.jpg "办证窗口。"){ credit="居委会 摄" }\n'
    snapshot("content/notices/2026/window.jpg")
    built = site(two(SECOND, f"{FIRST}{picture}"))
    assert Walk(built.site, "https://paper.example/").faults() == []
    assert "<img" in built.main(f"{MAIN}/v1/")


# What is taken out


def redacted(words: str, text: str = SECOND) -> str:
    entry = f"redactions: [{{date: 2026-11-22, reason: 涉及个人。{words}}}]\n---\n招募"
    return text.replace("---\n招募", entry)


SECRET = "某某甲"
WITH_SECRET = (
    FIRST.replace("招募读书志愿者", "某某甲招募读书志愿者")
    .replace("招募志愿者十名", "招募志愿者十名，找某某\n甲报名，**某某甲**在二楼")
    .replace(
        "deadline", "summary: 找某某甲。\ncontacts: [{desk: 某某甲, phone: 028-00000000}]\ndeadline"
    )
)


def test_words_taken_out_are_in_no_byte_of_the_site(
    site: Site, snapshot: Callable[[str], object]
) -> None:
    picture = '\n![某某甲](window.jpg "某某甲在窗口。"){ credit="某某甲 摄" }\n'
    snapshot("content/notices/2026/window.jpg")
    second = SECOND.replace("二十名", "二十名，找某某甲")
    built = site(two(redacted(f", words: {SECRET}", second), f"{WITH_SECRET}{picture}"))
    escaped = SECRET.encode("unicode_escape").decode()
    assert containing(built.files, (SECRET, "某某</", "某某\n甲", escaped)) == []
    main = built.main(f"{MAIN}/v1/")
    assert "███招募读书志愿者" in main
    assert "找███报名" in main
    assert "<strong>███</strong>" in main
    assert "有内容已隐去（2026年11月22日）。原因：涉及个人。" in main
    assert "二十名，找███" in built.main(f"{MAIN}/")


def test_a_redaction_without_words_tells_of_marks_that_stand_there(site: Site) -> None:
    built = site(one(redacted("", FIRST).replace("十名", "██名")))
    assert "有内容已隐去（2026年11月22日）。原因：涉及个人。" in built.main(f"{MAIN}/")
    assert ">有隐去<" in built.main("announcements/")


# What is said beside the state


def facets(built: Built, url: str) -> dict[str, int]:
    main = built.main(url)
    found = re.findall(
        r'href="[^"]*announcements/status/([a-z-]+)/"[^>]*>[^<]+</a> <span class="nr-count">(\d+)',
        main,
    )
    return {name: int(count) for name, count in found}


def test_remarks_stand_beside_the_states_which_add_up_to_the_archive(site: Site) -> None:
    corrected = (
        redacted("", FIRST)
        .replace("十名", "██名")
        .replace(
            "deadline",
            "corrections: [{date: 2026-11-10, kind: correction, text: 名额有误。}]\ndeadline",
        )
    )
    built = site(one(corrected))
    counts = facets(built, "announcements/")
    assert counts.pop("corrected") == 1
    assert counts.pop("redacted") == 1
    assert sum(counts.values()) == 2
    assert "招募读书志愿者" in built.main("announcements/status/corrected/")
    assert "窗口改到二楼" not in built.main("announcements/status/redacted/")
    assert "有更正" in built.main(f"{MAIN}/")


# The day


def test_another_day_changes_only_what_tells_of_the_day(site: Site) -> None:
    """The notice closes on 5 December; the other, without an end of its own, on the first."""
    before = site(two(), now="2026-11-25 12:00").files
    after = site(two(), now="2026-12-24 12:00").files
    # What leaves the board is found no more, and the files of the search are named by what is.
    before, after = (
        {path: data for path, data in files.items() if not path.startswith("search/")}
        for files in (before, after)
    )
    assert set(before) - set(after) == {
        "announcements/status/closing/index.html",
        "announcements/status/open/index.html",
    }
    assert set(after) - set(before) == {"announcements/status/closed/index.html"}
    differing = {path for path in before if path in after and before[path] != after[path]}
    assert {path for path in differing if not path.startswith(("announcements/", "editions/"))} == {
        "404.html",
        "index.html",
        "lookup/index.html",
        "notices/2026/N-2026-0001/index.html",
        "notices/2026/N-2026-0002/index.html",
        "places/wuhou/index.html",
        "places/xinjin/index.html",
        "sitemaps/pages.xml",
    }

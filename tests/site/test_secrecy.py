# SPDX-License-Identifier: MIT
"""What is not public yet, or no longer: not a byte of it is anywhere in the output."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
from crawl import containing, document
from sites import Built, Site, write_site

pytestmark = pytest.mark.site

Snapshot = Callable[[str], Path]
Refused = Callable[[Path], tuple[int | None, str]]

NEWS = """\
-- content/categories/news.md --
---
name: 社区治理
---
-- content/categories/hush.md --
---
name: 秘栏
---
-- content/places.yml --
- {name: 新津区, slug: xinjin}
- {name: 秘区, slug: miqu}
-- content/reports/2026/open.md --
---
title: 桥修好了
date: 2026-11-20
category: news
places: [新津区]
bylines: [本报记者 李玥林]
---
小桥昨天修好，街坊走得稳当。
"""

SECRETS = ("秘题", "秘文", "秘摘", "秘话", "秘人", "秘附", "秘照", "秘栏", "miqu", "secret", "hush")


def secret(*keys: str) -> str:
    """A report that carries a secret word in whatever is shown of it, with files beside it."""
    extra = "".join(f"{key}\n" for key in keys)
    return f"""{NEWS}-- content/reports/2026/secret/index.md --
---
title: 秘题在此
category: hush
topics: [秘话]
places: [秘区]
summary: 秘摘在此。
bylines: [本报记者 秘人甲]
aliases: [old/secret/]
edition: {{date: 2026-11-25, issue: "7", page: "03"}}
{extra}---
秘文在此，[表格](secret-form.txt)。

![桥](secret.jpg "秘照在此。"){{ credit="秘人甲 摄" }}
-- content/reports/2026/secret/secret-form.txt --
秘附在此。
"""


EMBARGO = "2026-11-25 12:00:00"
WAYS = {
    "a draft": ("date: 2026-11-20", "status: draft"),
    "embargoed for another second": (
        "date: 2026-11-20",
        'publish_at: "2026-11-25T12:00:00+08:00"',
    ),
    "embargoed in another zone": ("date: 2026-11-20", 'publish_at: "2026-11-25T04:00:00Z"'),
    "dated one second ahead": ('date: "2026-11-25T12:00:00"',),
    "dated tomorrow": ("date: 2026-11-26",),
}


@pytest.mark.parametrize("keys", WAYS.values(), ids=WAYS)
def test_nothing_of_a_hidden_report_is_in_any_byte_of_the_site(
    site: Site, snapshot: Snapshot, keys: tuple[str, ...]
) -> None:
    snapshot("content/reports/2026/secret/secret.jpg")
    built = site(secret(*keys), now="2026-11-25 11:59:59")
    assert containing(built.files, SECRETS) == []
    # Its printed issue and page would tell of it too, and so would a picture of its size.
    assert not built.has("editions/")
    assert not [path for path in built.files if path.endswith((".jpg", ".webp", ".txt.md"))]


@pytest.mark.parametrize(
    "keys",
    [WAYS[way] for way in WAYS if way.startswith("embargoed") or "second" in way],
)
def test_all_of_it_is_there_one_second_later(
    site: Site, snapshot: Snapshot, keys: tuple[str, ...]
) -> None:
    snapshot("content/reports/2026/secret/secret.jpg")
    built = site(secret(*keys), now=EMBARGO)
    assert "秘文在此" in built.main("reports/2026/secret/")
    assert built.has("reports/2026/secret/secret-form.txt")
    assert built.has("categories/hush/")
    assert built.has("places/miqu/")
    assert built.has("old/secret/")
    assert built.has("editions/2026-11-25/03/")
    assert "秘题在此" in built.text("feeds/atom.xml")


ANNOUNCED = """\
-- content/places.yml --
- {name: 新津区, slug: xinjin}
-- content/notices/2026/N-2026-0077.md --
---
id: N-2026-0077
code: 1003
title: 秘题在此
date: 2026-11-20
places: [新津区]
issuer: {name: 秘人单位}
deadline: 2026-12-20
KEY
---
秘文在此。
"""


@pytest.mark.parametrize(
    "key", ["status: draft", 'publish_at: "2026-11-25 12:00:01"'], ids=["draft", "embargo"]
)
def test_nothing_of_a_hidden_notice_is_in_any_byte_of_the_site(site: Site, key: str) -> None:
    built = site(ANNOUNCED.replace("KEY", key), now=EMBARGO)
    assert containing(built.files, ("秘", "N-2026-0077", "announcements/2026")) == []


def test_a_draft_that_others_name_is_not_given_away_by_them(site: Site) -> None:
    related = NEWS.replace("category: news\n", "category: news\nrelated: [RELATED]\n").replace(
        "RELATED", "reports/2026/secret/index.md"
    )
    hidden = secret("date: 2026-11-20", "status: draft").removeprefix(NEWS)
    hidden = re.sub(r"\n!\[.*\n", "\n", hidden)
    built = site(related + hidden)
    assert containing(built.files, SECRETS) == []


def test_a_public_text_that_links_to_a_draft_is_stopped(tmp_path: Path, refused: Refused) -> None:
    hidden = re.sub(r"\n!\[.*\n", "\n", secret("date: 2026-11-20", "status: draft"))
    root = write_site(tmp_path, hidden.replace("稳当。\n", "稳当，见[那篇](secret/index.md)。\n"))
    code, said = refused(root)
    assert code == 1
    assert "link-not-public" in said


def test_an_about_page_that_links_to_a_draft_is_stopped_too(
    tmp_path: Path, refused: Refused
) -> None:
    hidden = re.sub(r"\n!\[.*\n", "\n", secret("date: 2026-11-20", "status: draft"))
    page = "-- content/about/extra.md --\n---\ntitle: 附\n---\n[那篇](../reports/2026/secret/index.md)\n"
    assert refused(write_site(tmp_path, hidden + page))[0] == 1


# What lies beside a hidden piece

ATTACHED = """\
-- content/categories/news.md --
---
name: 社区治理
---
-- content/reports/2026/plain.md --
---
title: 一份账目
date: 2026-11-20
category: news
bylines: [本报记者 沈悦]
KEYS---
见[甲](money-a.csv)、[乙](money-b.csv)和[丙](plain/deep/money-c.csv)。
-- content/reports/2026/other.md --
---
title: 另一篇稿
date: 2026-11-20
category: news
bylines: [本报记者 沈悦]
---
也见[乙](money-b.csv)。
-- content/reports/2026/money-a.csv --
甲账
-- content/reports/2026/money-b.csv --
乙账
-- content/reports/2026/plain/deep/money-c.csv --
丙账
"""


@pytest.mark.parametrize(
    "keys",
    [
        "status: draft\n",
        "publish_at: 2026-11-26 08:00\n",
        "status: withdrawn\nwithdrawn: {date: 2026-11-21, reason: 有误。}\n",
    ],
    ids=["draft", "embargo", "withdrawn"],
)
def test_a_file_that_only_a_hidden_piece_links_to_is_hidden_with_it(site: Site, keys: str) -> None:
    built = site(ATTACHED.replace("KEYS", keys))
    assert containing(built.files, ["甲账", "丙账", "money-a", "money-c"]) == []
    assert built.text("reports/2026/money-b.csv") == "乙账\n"


def test_a_file_that_a_public_piece_links_to_is_there(site: Site) -> None:
    built = site(ATTACHED.replace("KEYS", ""))
    assert built.text("reports/2026/money-a.csv") == "甲账\n"
    assert built.text("reports/2026/plain/deep/money-c.csv") == "丙账\n"


def test_a_file_in_a_folder_of_a_hidden_piece_s_folder_is_hidden_too(site: Site) -> None:
    hidden = re.sub(r"\n!\[.*\n", "\n", secret("date: 2026-11-20", "status: draft"))
    deep = "-- content/reports/2026/secret/tables/2026/deep.csv --\n秘附\n"
    assert containing(site(hidden + deep).files, SECRETS) == []


def test_the_pictures_and_files_of_a_withdrawn_report_are_withdrawn_too(
    site: Site, snapshot: Snapshot
) -> None:
    snapshot("content/reports/2026/secret/secret.jpg")
    keys = (
        "date: 2026-11-20",
        "status: withdrawn",
        "withdrawn: {date: 2026-11-21, reason: 有误。}",
    )
    built = site(secret(*keys))
    assert built.has("reports/2026/secret/")
    others = [path for path in built.files if not path.startswith("search/simplified.")]
    assert [path for path in others if path.endswith((".jpg", ".webp", ".txt"))] == ["robots.txt"]
    assert containing(built.files, ["秘文", "秘摘", "秘照", "秘附"]) == []


# Withdrawn pieces


def lists(built: Built) -> dict[str, str]:
    """Every page but the pieces themselves, and every feed."""
    return {
        path: data.decode()
        for path, data in built.files.items()
        if path.endswith((".html", ".xml"))
        and not path.startswith(("reports/2025/gone", "notices/2026/N-2026-0003"))
    }


def test_a_withdrawn_report_keeps_its_url_and_says_why(town: Built) -> None:
    page = town.text("reports/2025/gone/")
    shown = document(page)
    assert "本文已撤回" in shown.text
    assert "2025年4月9日撤回。原因：消息来源不实。" in shown.text
    assert "不该登的报道" in shown.text
    assert shown.metas["robots"] == "noindex"


def test_the_text_of_a_withdrawn_report_is_nowhere(town: Built) -> None:
    assert containing(town.files, ["这段文字不能再让人看见"]) == []


def test_a_withdrawn_report_is_in_no_feed_and_listed_among_the_withdrawals_alone(
    town: Built,
) -> None:
    told = ["corrections/index.html"]
    assert [path for path, text in lists(town).items() if "reports/2025/gone" in text] == told
    assert [path for path, text in lists(town).items() if "不该登的报道" in text] == told
    assert not town.has("people/赵一民/")
    assert not town.has("topics/旧闻/")


def test_a_withdrawn_notice_keeps_its_url_and_says_why(town: Built) -> None:
    shown = document(town.text("notices/2026/N-2026-0003/"))
    assert "本公告已撤回" in shown.text
    assert "2026年11月5日撤回。原因：主办方取消。" in shown.text
    assert "取消的活动" in shown.text
    assert "N-2026-0003" in shown.text
    assert shown.metas["robots"] == "noindex"


def test_the_text_and_the_fields_of_a_withdrawn_notice_are_nowhere(town: Built) -> None:
    files = town.files
    assert containing(files, ["这则公告的正文不能再让人看见", "武侯区示例中心", "2026-12-28"]) == []


def test_a_withdrawn_notice_leaves_the_board_and_the_feeds_but_not_the_archive(town: Built) -> None:
    holding = {path for path, text in lists(town).items() if "N-2026-0003" in text}
    assert "announcements/status/withdrawn/index.html" in holding
    assert "announcements/2026/11/index.html" in holding
    assert not [path for path in holding if path.startswith("feeds/")]
    assert "index.html" not in holding
    assert "404.html" not in holding
    board = town.main("announcements/").partition("nr-group")[0]
    assert "取消的活动" not in board


def test_withdrawn_pieces_are_not_in_the_sitemap(town: Built) -> None:
    tree = ElementTree.fromstring(town.text("sitemap.xml"))
    urls = [one.text or "" for one in tree.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    assert urls
    assert not [url for url in urls if "gone" in url or "N-2026-0003" in url]

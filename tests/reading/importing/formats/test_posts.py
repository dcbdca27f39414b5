# SPDX-License-Identifier: MIT
"""Posts of Hugo, Jekyll and Hexo: what they say of themselves, where they stood, their text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from linli.reading.importing.drafted import Drafted, Harvest
from linli.reading.importing.faults import Notes, SourceError
from linli.reading.importing.moments import moment_of
from linli.reading.importing.prose.album import Album
from linli.reading.importing.sites.foreign import Plain, split
from linli.reading.importing.sites.foreign_text import ours
from linli.reading.importing.sites.old_addresses import Engine, alias_of, old_address, rule_of
from linli.reading.importing.sources import read_folder

SHANGHAI = ZoneInfo("Asia/Shanghai")


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("2026-07-05", date(2026, 7, 5)),
        ("2026/7/5", date(2026, 7, 5)),
        ("2026年7月5日", date(2026, 7, 5)),
        ("2026-07-05 09:30:00", datetime(2026, 7, 5, 9, 30)),
        ("2026-07-05T09:30:00.000", datetime(2026, 7, 5, 9, 30)),
        ("2026-07-05 00:00:00:000", datetime(2026, 7, 5)),
        ("2026-07-05 09:30:00 +0800", datetime(2026, 7, 5, 9, 30, tzinfo=SHANGHAI)),
        ("2026-07-05T01:30:00Z", datetime(2026, 7, 5, 9, 30, tzinfo=SHANGHAI)),
        ("2026-07-05 01:30:00 UTC", datetime(2026, 7, 5, 9, 30, tzinfo=SHANGHAI)),
        ("2026-02-30", None),
        ("昨天", None),
    ],
)
def test_a_moment_keeps_the_offset_that_it_was_written_with(
    written: str, moment: date | None
) -> None:
    found = moment_of(written)
    assert found == moment
    assert type(found) is type(moment)
    assert getattr(found, "tzinfo", None) == getattr(moment, "tzinfo", None)


@pytest.mark.parametrize(
    ("text", "said", "body", "line"),
    [
        ("---\ntitle: 灯\n---\n\n正文\n", {"title": "灯"}, "正文", 5),
        ("+++\ntitle = '灯'\nn = 1\n+++\n正文", {"title": "灯", "n": "1"}, "正文", 5),
        ('{"title": "灯", "a": [true, null]}\n正文', {"title": "灯", "a": ["true", ""]}, "正文", 2),
        ("title: 灯\ntags:\n  - 甲\n---\n正文", {"title": "灯", "tags": ["甲"]}, "正文", 5),
        ("---\n---\n正文", {}, "正文", 3),
        ("正文。\n\n---\n\n又一段", {}, "正文。\n\n---\n\n又一段", 1),
        ("", {}, "", 1),
    ],
)
def test_front_matter_of_every_sort_is_cut_off(
    text: str, said: Mapping[str, Plain], body: str, line: int
) -> None:
    post = split("a.md", text)
    assert (dict(post.said), post.body, post.line) == (said, body, line)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("---\ntitle: 灯\ntags: [甲\n---\n", "3"),
        ("---\na: &x [甲]\nb: *x\n---\n", "2"),
        ("+++\ntitle = '灯'\n= 1\n+++\n", "3"),
        ('{"title": "灯",\n oops}\n', "2"),
    ],
)
def test_broken_front_matter_is_told_with_its_line(text: str, line: str) -> None:
    with pytest.raises(SourceError) as caught:
        split("a.md", text)
    assert (caught.value.code, caught.value.arguments["line"]) == ("broken-front-matter", line)


DAY = date(2026, 7, 5)


@pytest.mark.parametrize(
    ("engine", "config", "path", "said", "slug", "address"),
    [
        (Engine.HUGO, {}, "content/posts/deng.md", {}, "", "posts/deng/"),
        (Engine.HUGO, {}, "content/posts/Lao Jie/index.zh.md", {}, "", "posts/lao-jie/"),
        (Engine.HUGO, {}, "content/posts/deng.md", {}, "ming", "posts/ming/"),
        (
            Engine.HUGO,
            {"permalinks": {"page": {"posts": "/:section/:year/:slug/"}}},
            "content/posts/deng.md",
            {},
            "",
            "/posts/2026/deng/",
        ),
        (Engine.HEXO, {}, "source/_posts/a/deng.md", {}, "", "2026/07/05/a/deng/"),
        (Engine.HEXO, {"permalink": "p/:hash/"}, "source/_posts/deng.md", {}, "", None),
        (
            Engine.HEXO,
            {"permalink": ":category/:i_month/:title.html"},
            "source/_posts/deng.md",
            {"categories": ["Sheng Huo"]},
            "",
            "sheng-huo/7/deng.html",
        ),
        (Engine.JEKYLL, {}, "_posts/2026-07-05-deng.md", {}, "", "//2026/07/05/deng.html"),
        (
            Engine.JEKYLL,
            {"permalink": "pretty"},
            "_posts/2026-07-05-deng.md",
            {"category": "news"},
            "",
            "/news/2026/07/05/deng/",
        ),
        (Engine.JEKYLL, {"permalink": "ordinal"}, "_posts/d.md", {}, "", "//2026/186/d.html"),
    ],
)
def test_an_old_address_follows_from_the_site_s_own_rule(
    engine: Engine,
    config: Mapping[str, Plain],
    path: str,
    said: Mapping[str, Plain],
    slug: str,
    address: str | None,
) -> None:
    rule = rule_of(engine, config, path)
    assert old_address(engine, rule, path, DAY, said, slug) == address


def test_without_a_date_no_dated_address_is_known() -> None:
    assert old_address(Engine.HEXO, ":year/:title/", "source/_posts/a.md", None, {}, "") is None


@pytest.mark.parametrize(
    ("address", "alias"),
    [
        ("//2026/07/deng.html", "2026/07/deng.html"),
        ("/2026/%E7%81%AF/", "2026/灯/"),
        ("/a/index.html", "a/"),
        ("/a?b#c", "a"),
        ("/", ""),
        ("/../a", ""),
        ("/a b/", ""),
    ],
)
def test_an_alias_is_written_as_the_handbook_has_it(address: str, alias: str) -> None:
    assert alias_of(address) == alias


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("甲\n\n\n\n乙", "甲\n\n乙"),
        ("# 一\n### 二\n# 三", "## 一\n\n### 二\n\n## 三"),
        ("#一", "## 一"),
        ("一\n===\n甲\n\n二\n---\n乙", "## 一\n\n甲\n\n### 二\n\n乙"),
        ("# 题\n甲", "甲"),
        ("甲\n\n---\n\n乙", "甲\n\n---\n\n乙"),
        ("```\n# 不是题\n<b>\n```\n## 甲", "```\n# 不是题\n<b>\n```\n\n## 甲"),
        ("`<b>` 和 `![](a.jpg)`", "`<b>` 和 `![](a.jpg)`"),
        ("甲<br>乙", "甲  \n乙"),
        ("<p>甲</p>\n<p>乙</p>", "甲\n\n乙"),
        ("<h3>甲</h3>乙", "## 甲\n\n乙"),
        ("<a href='https://a.example.com/x'>甲</a>", "[甲](https://a.example.com/x)"),
        ("<https://a.example.com/>", "<https://a.example.com/>"),
        ("1 < 2，a<b", "1 < 2，a<b"),
        ("![图](a.jpg 'x')", '![图](tu-1.jpg "x")'),
        ("![图](<a b.jpg>)", "![图](tu-1.jpg)"),
        ("[![图](a.jpg)](a-da.jpg)", "![图](tu-1.jpg)"),
        ("甲![图](a.jpg =300x)乙", "甲\n\n![图](tu-1.jpg)\n\n乙"),
        ("- ![图](a.jpg)", "- ![图](tu-1.jpg)"),
        ("![图][a]\n\n[a]: a.jpg '题'", '![图](tu-1.jpg "题")'),
        ("<img src=a.jpg alt=图>", "![图](tu-1.jpg)"),
        ("{{< figure src='a.jpg' title='题' >}}", '![](tu-1.jpg "题")'),
        ("{% asset_img a.jpg 题 %}", '![](tu-1.jpg "题")'),
        ("{% include figure.html src='a.jpg' alt='图' %}", "![图](tu-1.jpg)"),
        ("{{< highlight go >}}\na\n{{< /highlight >}}", "```go\na\n```"),
        ("{% codeblock lang:js %}\n{{ a }}\n{% endcodeblock %}", "```js\n{{ a }}\n```"),
        ("{% blockquote %}\n甲\n{% endblockquote %}", "> 甲"),
        ("{{< note >}}甲{{< /note >}}", "甲"),
        ("甲 {{% ref %}} 乙 {% endquote %}", "甲  乙"),
    ],
)
def test_the_markdown_of_others_becomes_ours(text: str, written: str) -> None:
    notes = Notes()
    album = Album(lambda name: b"\xff\xd8\xff" + name.encode(), notes)
    assert ours(text, "题", album, notes) == written


def test_a_shortcode_is_told_of_with_its_own_line() -> None:
    notes = Notes()
    text = "甲\n\n```\n1\n2\n```\n\n{{< figure src='a.jpg' >}}\n\n{{< youtube x >}}"
    ours(text, "", Album(lambda _: None, notes), notes, 5)
    told = [(one.code, one.line) for one in notes.remarks]
    assert told == [("shortcode", 14), ("picture-missing", 1)]
    assert [(one.text, one.line) for one in notes.leftovers] == [("{{< youtube x >}}", 14)]


def drafts_of(files: Mapping[str, str]) -> dict[str, Drafted]:
    """The drafts of a site whose files stand in the test."""
    found = read_folder("site", list(files), lambda path: files.get(path, "").encode() or None)
    return {path: one.drafts[0] for path, one in found if isinstance(one, Harvest)}


def test_drafts_and_pages_of_a_site_are_drafts_here() -> None:
    drafts = drafts_of(
        {
            "_config.yml": "permalink: /:title/\n",
            "_posts/2026-07-05-Deng.md": "---\ntitle: 灯\n---\n灯。",
            "_drafts/cai.md": "---\ntitle: 菜\n---\n菜。",
            "about.md": "---\ntitle: 关于\n---\n关于。",
            "_posts/2026-07-06-lao-jie.html": "---\ntitle: 街\n---\n<p>街。</p>",
            "index.html": "---\nlayout: default\n---\n<p>首页。</p>",
            "README.md": "读我。",
        }
    )
    assert {path: one.keys.get("status") for path, one in drafts.items()} == {
        "_posts/2026-07-05-Deng.md": None,
        "_posts/2026-07-06-lao-jie.html": None,
        "_drafts/cai.md": "draft",
        "about.md": "draft",
    }
    assert drafts["_posts/2026-07-05-Deng.md"].slug == "deng"
    assert drafts["_posts/2026-07-05-Deng.md"].keys["aliases"] == ["Deng/"]


def test_a_name_in_chinese_is_no_file_name_here_but_an_old_url() -> None:
    (draft,) = drafts_of({"content/posts/灯.md": "---\ntitle: 灯亮了\n---\n灯。"}).values()
    assert (draft.slug, draft.headline) == ("", "灯亮了")
    assert draft.keys["aliases"] == ["posts/灯/"]


def test_a_post_of_no_site_needs_no_front_matter(read: Callable[..., Harvest]) -> None:
    (draft,) = read("灯.md", "# 灯亮了\n\n灯。").drafts
    assert draft.body == "## 灯亮了\n\n灯。"
    assert draft.headline == "灯"
    assert set(draft.to_do) == {"title", "date", "category", "bylines"}


def test_who_made_a_post_may_stand_below_its_text(read: Callable[..., Harvest]) -> None:
    (draft,) = read("a.md", "---\ntitle: 灯\n---\n灯亮了。\n\n文/王小明　图/李小红\n").drafts
    assert draft.keys["bylines"] == ["王小明", "李小红 摄"]
    assert draft.body == "灯亮了。"


def test_no_number_of_a_person_is_in_clear(read: Callable[..., Harvest]) -> None:
    text = "---\ntitle: 找13800000000\nphone: 11010519491231002X\n---\n**打**13800000000。"
    found = read("a.md", text)
    assert found.drafts[0].body == r"**打**138\*\*\*\*0000。"
    assert found.drafts[0].keys["title"] == found.drafts[0].headline == "找138****0000"
    assert not {"13800000000", "11010519491231002X"} & {
        words for one in found.remarks for words in one.arguments.values()
    }

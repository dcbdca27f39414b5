# SPDX-License-Identifier: MIT
"""`linli report`: one Markdown text for whoever merges, in which nobody's title does anything."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime
from html import unescape
from pathlib import Path

import markdown
import pytest
from repositories import git, repository

from linli.cli import main
from linli.language.languages import Language, Text
from linli.language.reviews import Deed
from linli.newsroom.diagnostics import Diagnostic, Location
from linli.pages.review import Piece, Review, render

NOW = "2026-11-25 12:00"
SITE = """\
-- content/places.yml --
- {name: 新津区, slug: xinjin, code: "510118"}
-- content/categories/news.md --
---
name: 社区治理
---
-- content/about/codes.md --
---
title: 错误代码
---
一页。
-- content/reports/2026/bridge.md --
---
title: 桥修好了
date: 2026-11-10
category: news
bylines: [本报记者 李玥林]
---
小桥昨天修好。
-- content/reports/2026/gone.md --
---
title: 要删的稿
date: 2026-11-10
category: news
bylines: [本报记者 李玥林]
---
正文。
-- content/reports/2026/untouched.md --
---
title: 没有动的稿
date: 2026-11-10
category: nwes
bylines: [本报记者 李玥林]
---
正文。
-- content/notices/2026/N-2026-0001.md --
---
id: N-2026-0001
code: 1003
title: 招募志愿者
date: 2026-11-10
places: [新津区]
issuer: {name: 古家社区居委会}
deadline: 2026-12-05
contacts: [{desk: 居委会, phone: 028-85800000}]
---
招募志愿者十名。
-- content/notices/2026/N-2026-0002.md --
---
id: N-2026-0002
code: 1003
title: 包粽子
date: 2026-11-10
places: [新津区]
issuer: {name: 古家社区居委会}
---
一起包粽子。
-- content/lost/2026/2026-11-10.batch.md --
---
code: 4005
date: 2026-11-10
places: [新津区]
holder: {type: person, name: 李某}
---
## L-2026-0101 收据遗失声明
```yaml
documents: [{name: 收据, numbers: [{label: 编号, value: "510118600123451"}]}]
```
李某遗失收据（编号：***********3451），声明作废。

## L-2026-0102 收据遗失声明
```yaml
documents: [{name: 收据, numbers: [{label: 编号, value: "510118600123452"}]}]
```
李某遗失收据（编号：***********3452），声明作废。
"""
NEW = """\
---
title: {title}
date: 2026-11-26
{more}category: news
bylines: [本报记者 李玥林]
---
{body}
"""
EVIL = "@somebody | <img src=x>[a](//b.c)`x`#12 www.d.e 13900000000"


def write(path: str, title: str, body: str = "正文。", more: str = "") -> None:
    file = Path("content", path)
    file.write_text(NEW.format(title=title, body=body, more=more), encoding="utf-8")


def change(path: str, *pairs: tuple[str, str]) -> None:
    file = Path("content", path)
    text = file.read_text(encoding="utf-8")
    for old, new in pairs:
        assert old in text, old
        text = text.replace(old, new)
    file.write_text(text, encoding="utf-8")


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What is reported of one repository as it was, and in each language after a day's work."""
    root = repository(tmp_path_factory.mktemp("report"), SITE)
    # What a commit is called depends on where the templates lie.
    commit = git(root, "rev-parse", "HEAD")[:12]
    said = {}
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(root)
        call = ["report", "--against", "HEAD", "--now", NOW, "--output", "report.md"]
        assert main(call) == 0
        said["nothing"] = Path("report.md").read_text(encoding="utf-8")
        edit()
        call += ["--preview", "https://forge.example/artifacts/7"]
        for language in ("zh-Hans", "en"):
            assert main([*call, "--language", language]) == 0
            said[language] = Path("report.md").read_text(encoding="utf-8")
    return {name: text.replace(commit, "COMMIT") for name, text in said.items()}


def edit() -> None:
    """A pull request in which everything happens that can."""
    write("reports/2026/embargo.md", "以后再说", more="publish_at: 2026-11-26 07:00\n")
    write("reports/2026/draft.md", "还没写完", more="status: draft\n")
    write("reports/2026/evil.md", f"'{EVIL}'", "![](lamp.jpg)\n\n今天,亮了。")
    Path("content/reports/2026/broken.md").write_text("没有稿件信息。\n", encoding="utf-8")
    Path("content/reports/2026/gone.md").unlink()
    Path("content/reports/2026/bridge.md").rename("content/reports/2026/xiaoqiao.md")
    change(
        "reports/2026/xiaoqiao.md",
        ("date: 2026-11-10\n", "date: 2026-11-10\naliases: [reports/2026/bridge/]\n"),
    )
    change(
        "notices/2026/N-2026-0001.md",
        ("deadline: 2026-12-05", "deadline: 2026-12-15"),
        ("phone: 028-85800000", "phone: 13900000000, public: true"),
        ("十名", "二十名"),
        ("places:", "keywords: [志愿]\nplaces:"),
    )
    change(
        "notices/2026/N-2026-0002.md",
        (
            "places:",
            "status: withdrawn\nwithdrawn: {date: 2026-11-24, reason: 活动取消。}\nplaces:",
        ),
    )
    change("lost/2026/2026-11-10.batch.md", ("510118600123452", "510118600123459"))
    change("places.yml", ("510118", "510116"))
    from PIL import Image

    Image.new("RGB", (8, 8), "grey").save("content/reports/2026/lamp.jpg")


@pytest.mark.parametrize("language", ["zh-Hans", "en"])
def test_all_that_a_merge_does_is_told(
    reports: dict[str, str], golden: Callable[[str, str], None], language: str
) -> None:
    golden(f"report.{language}.md", reports[language])


def test_where_nothing_changes_that_is_said_and_what_is_wrong_elsewhere_counted(
    reports: dict[str, str], golden: Callable[[str, str], None]
) -> None:
    golden("report.nothing.md", reports["nothing"])


@pytest.mark.parametrize("language", ["zh-Hans", "en"])
def test_a_title_is_words_and_nothing_happens(reports: dict[str, str], language: str) -> None:
    report = reports[language]
    html = markdown.markdown(report, extensions=["tables"])
    links = set(re.findall(r'href="([^"#]*)', html))
    assert all(
        one.startswith(("https://paper.example/", "https://forge.example/")) for one in links
    )
    assert "<img" not in html
    text = unescape(re.sub(r"<[^>]*>", "", html))
    assert "somebody | <img src=x>[a](//b.c)`x`" in text
    for call in ("@somebody", "#12", "www.d"):
        assert call not in text
    # Each row of a table has as many cells as its head.
    for table in re.findall(r"<table>.*?</table>", html, re.DOTALL):
        counts = {row.count("<td>") + row.count("<th>") for row in table.split("</tr>")[:-1]}
        assert len(counts) == 1, table


def test_no_personal_number_is_in_the_report(reports: dict[str, str]) -> None:
    for report in reports.values():
        assert "13900000000" not in report
        assert "510118600123452" not in report
        assert "510118600123459" not in report
    assert "139****0000" in unescape(reports["en"])


def test_a_report_without_a_commit_to_compare_with_is_a_mistake_of_usage(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(repository(tmp_path, SITE))
    assert main(["report", "--against", "nowhere"]) == 2
    assert "there is no commit `nowhere` here" in capsys.readouterr().err
    assert main(["report", "--against", "HEAD", "--preview", "javascript:alert(1)"]) == 2
    assert "begin with https://" in capsys.readouterr().err


@pytest.mark.parametrize("count", [0, 1, 3000])
def test_a_report_fits_into_a_comment_and_says_what_it_leaves_out(count: int) -> None:
    pieces = [
        Piece(Deed.NEW, f"第{n}篇" + "长" * 70, Text("报道", "report"), f"reports/2026/{n}/")
        for n in range(count)
    ]
    findings = [
        Diagnostic("unknown-key", Location(f"reports/2026/{n}.md", n), {"key": "*" * 300})
        for n in range(1, count + 1)
    ]
    text = render(
        Review(
            revision="abc",
            now=datetime(2026, 11, 25, 12, 0, tzinfo=UTC),
            folder="content",
            pieces=pieces,
            others=[f"files/{n}.pdf" for n in range(count)],
            findings=findings,
            elsewhere={},
            rate="0.8",
        ),
        Language.ZH_HANS,
    )
    assert len(text) < 65_000
    assert f"有 {count} 个错误" in text or not count
    assert "编校差错率：每万字 0.8 处。" in text
    shown = sum(text.count(f"\n{row}") for row in ("| 新发", "- ❌ content/", "- content/files/"))
    left = sum(map(int, re.findall("还有 (\\d+) 条没有列出", text)))
    assert shown + left == 3 * count
    assert count < 3000 or left

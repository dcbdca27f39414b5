# SPDX-License-Identifier: MIT
"""A day's announcements in one file: the same site as with a file for each of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from builds import attempt, differences, tree
from sites import NOW, Site, build, write_site
from town import TOWN

from linli.cli import main

pytestmark = pytest.mark.site

OTHERS = (
    TOWN
    + """\
-- content/about/handbook.md --
---
title: 手册
---
先看[声明](../lost/2026/L-2026-0101.md)。
-- content/reports/2026/words.md --
---
title: 登报声明怎么写
date: 2026-11-21
category: news
bylines: [本报记者 李玥林]
related: [lost/2026/L-2026-0102.md, L-2026-0101]
---
照着[这一则](../../lost/2026/L-2026-0101.md#怎么联系)写，别照[那一则](../../lost/2026/L-2026-0103.md)。
"""
)

SINGLE = """\
-- content/lost/2026/L-2026-0101.md --
---
id: L-2026-0101
title: 营业执照遗失声明
code: 4002
date: 2026-11-20
edition: {date: 2026-11-20, issue: "88", page: "07", page_name: 公告}
places: [武侯区]
holder: {type: organisation, name: 成都示例锦里广告制作有限公司}
documents:
  - name: 营业执照
    copy: 副本
    numbers: [{label: 注册号, value: "510107600123456"}]
---
成都示例锦里广告制作有限公司遗失营业执照副本，声明作废。

## 怎么联系

![窗口的牌子](desk.jpg "三号窗口。"){ credit="示例中心供图" }

见[另一则](L-2026-0102.md)和[样张](sample.csv)。

```text
### 这是样张
```
-- content/lost/2026/L-2026-0102.md --
---
id: L-2026-0102
title: 公章遗失声明
code: 4003
date: 2026-11-20
edition: {date: 2026-11-20, issue: "88", page: "07", page_name: 公告}
places: [新津区/五津街道]
holder: {type: person, name: 李某}
documents:
  - name: 公章
    numbers: [{label: 编码, value: "5101070000001"}]
related: [L-2026-0101]
---
李某遗失公章一枚，声明作废。
-- content/lost/2026/L-2026-0103.md --
---
id: L-2026-0103
title: 遗失声明
code: 4002
date: 2026-11-22
edition: {date: 2026-11-20, issue: "88", page: "07", page_name: 公告}
places: [武侯区]
holder: {type: organisation, name: 成都示例食品店}
documents:
  - {name: 营业执照, copy: 正本, numbers: [{label: 注册号, value: "510107600123457"}]}
status: withdrawn
withdrawn: {date: 2026-11-23, reason: 登报人撤回。}
---
成都示例食品店遗失营业执照正本，声明作废。
-- content/notices/2026/N-2026-0101.md --
---
id: N-2026-0101
title: 停水通知
code: 1001
date: 2026-11-24
places: [古家社区]
issuer: {name: 示例自来水服务站}
effective_from: 2026-12-02
---
因管网检修停水。
-- content/notices/2026/N-2026-0102.md --
---
id: N-2026-0102
title: 停电通知
code: 1001
date: 2026-11-24
places: [古家社区]
issuer: {name: 示例供电所}
effective_from: 2026-12-04
supersedes: N-2026-0101
---
因线路检修停电。
"""

BATCH = """\
-- content/lost/2026/2026-11-20.batch.md --
---
code: 4002
日期: 2026-11-20
edition: {date: 2026-11-20, issue: "88", page: "07", page_name: 公告}
places: [武侯区]
title: 遗失声明
---

## L-2026-0101 营业执照遗失声明

```yaml
holder: {type: organisation, name: 成都示例锦里广告制作有限公司}
documents:
  - name: 营业执照
    copy: 副本
    numbers: [{label: 注册号, value: "510107600123456"}]
```

成都示例锦里广告制作有限公司遗失营业执照副本，声明作废。

### 怎么联系

![窗口的牌子](desk.jpg "三号窗口。"){ credit="示例中心供图" }

见[另一则](L-2026-0102.md)和[样张](sample.csv)。

```text
### 这是样张
```

## L-2026-0102 公章遗失声明 ##
```yaml
code: 4003
地点: [新津区/五津街道]
遗失人: {type: person, name: 李某}
documents:
  - name: 公章
    numbers: [{label: 编码, value: "5101070000001"}]
related: [L-2026-0101]
```
李某遗失公章一枚，声明作废。

## L-2026-0103

```YAML
date: 2026-11-22
holder: {type: organisation, name: 成都示例食品店}
documents:
  - {name: 营业执照, copy: 正本, numbers: [{label: 注册号, value: "510107600123457"}]}
status: withdrawn
withdrawn: {date: 2026-11-23, reason: 登报人撤回。}
```

成都示例食品店遗失营业执照正本，声明作废。
-- content/notices/2026/cuts.batch.md --
---
code: 1001
date: 2026-11-24
places: [古家社区]
---
## N-2026-0102 停电通知
```
issuer: {name: 示例供电所}
effective_from: 2026-12-04
supersedes: N-2026-0101
```
因线路检修停电。

## N-2026-0101 停水通知
```
issuer: {name: 示例自来水服务站}
effective_from: 2026-12-02
```
因管网检修停水。
"""


def furnish(root: Path, text: str) -> Path:
    from edits import picture

    write_site(root, OTHERS + text)
    (root / "content/lost/2026/desk.jpg").write_bytes(picture("teal"))
    (root / "content/lost/2026/sample.csv").write_text("a\n1\n")
    return root


def test_a_day_in_one_file_gives_the_site_that_single_files_give(tmp_path: Path) -> None:
    single = build(furnish(tmp_path / "single", SINGLE))
    batch = build(furnish(tmp_path / "batch", BATCH))
    assert not single.warnings
    assert not batch.warnings
    assert batch.has("lost/2026/L-2026-0103/")
    assert differences(tree(batch.site), tree(single.site)) == []


def test_what_moves_into_a_file_of_many_changes_no_byte_of_the_site(tmp_path: Path) -> None:
    root = furnish(tmp_path / "town", SINGLE)
    before = attempt(root)
    for path in (*root.glob("content/*/2026/?-2026-010?.md"),):
        if path.name[7:] in {"0101.md", "0102.md", "0103.md"}:
            path.unlink()
    write_site(root, OTHERS + BATCH)
    after = attempt(root)
    assert after.published, after.summary
    assert differences(after.tree, before.tree) == []


def test_another_program_of_the_site_sees_each_announcement_of_a_file(
    tmp_path: Path, site: Site
) -> None:
    config = (
        "site_name: 邻里\nsite_url: https://paper.example/\ndocs_dir: content\n"
        "theme: {name: material, custom_dir: OVERRIDES, language: zh, font: false}\n"
        "plugins: [linli/articles, linli/announcements]\nhooks: [hook.py]\n"
    )
    hook = "def on_page_markdown(text, page, **_):\n    return text + f'\\n\\n{page.url}'\n"
    built = site(f"{TOWN}-- mkdocs.yml --\n{config}-- hook.py --\n{hook}{BATCH_ALONE}")
    assert "lost/2026/L-2026-0201/" in built.main("lost/2026/L-2026-0201/")


BATCH_ALONE = """\
-- content/lost/2026/b.batch.md --
---
code: 4002
date: 2026-11-20
places: [武侯区]
---
## L-2026-0201 遗失声明
```yaml
holder: {type: organisation, name: 成都示例食品店}
documents: [{name: 营业执照, copy: 正本, numbers: [{label: 注册号, value: "510107600123457"}]}]
```
成都示例食品店遗失营业执照正本，声明作废。
"""

TWICE = BATCH_ALONE.replace("b.batch.md", "a.batch.md").replace("正本", "副本")


def check(root: Path, capsys: pytest.CaptureFixture[str], *paths: str) -> list[str]:
    main(["check", "--config", str(root / "mkdocs.yml"), *(str(root / path) for path in paths)])
    return capsys.readouterr().out.splitlines()


def test_an_id_that_two_files_use_names_both_and_hides_nothing_else(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = write_site(tmp_path, TOWN + TWICE + BATCH_ALONE.replace("声明作废", "特此声明"))
    assert check(root, capsys) == [
        "content/lost/2026/b.batch.md:6: id-twice: 编号“L-2026-0201”已被“lost/2026/a.batch.md:6”使用。"
        "请换下一个没用过的编号。",
        "content/lost/2026/b.batch.md:11: phrase-missing: 正文里没有“声明作废”四个字，声明不生效。请补上。",
    ]
    single = SINGLE.split("-- content")[1].replace("L-2026-0101", "L-2026-0201")
    single = single.partition("## 怎么联系")[0].replace("声明作废", "特此声明")
    write_site(root, TOWN + TWICE + BATCH_ALONE + f"-- content{single}")
    assert check(root, capsys) == [
        "content/lost/2026/L-2026-0201.md:14: phrase-missing: 正文里没有“声明作废”四个字，声明不生效。"
        "请补上。",
        *(
            f"content/lost/2026/{name}.batch.md:6: id-twice: 编号“L-2026-0201”已被“lost/2026/L-2026-0201.md”"
            "使用。请换下一个没用过的编号。"
            for name in "ab"
        ),
    ]


def test_an_id_that_files_of_two_years_use_names_both(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = BATCH_ALONE.replace("lost/2026", "lost/2025").replace("date: 2026", "date: 2025")
    root = write_site(tmp_path, TOWN + other + BATCH_ALONE)
    assert check(root, capsys) == [
        "content/lost/2026/b.batch.md:6: id-twice: 编号“L-2026-0201”已被“lost/2025/b.batch.md:6”使用。"
        "请换下一个没用过的编号。",
    ]


def test_a_file_of_many_that_lies_in_no_year_is_told_where_it_belongs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = write_site(tmp_path, TOWN + BATCH_ALONE.replace("lost/2026", "lost"))
    assert check(root, capsys) == [
        "content/lost/b.batch.md:1: path-shape: 稿件应放在“lost/2026/b.batch.md”。请移动文件。"
    ]


def test_only_what_is_asked_for_is_told_of_a_file_of_many(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = BATCH_ALONE.replace("武侯区", "武候区").replace("声明作废", "特此声明")
    link = "-- content/about/more.md --\n---\ntitle: 更多\naliases: [files, files]\n---\n话。\n"
    root = write_site(tmp_path, TOWN + broken + link)
    said = [
        "content/lost/2026/b.batch.md:4: unknown-place: 地名表里没有“武候区”。您要写的是不是“武侯区”？"
        "新地名请先加进 places.yml。",
        "content/lost/2026/b.batch.md:11: phrase-missing: 正文里没有“声明作废”四个字，声明不生效。请补上。",
    ]
    assert check(root, capsys, "content/lost/2026/b.batch.md") == said
    assert check(root, capsys, "content/lost/2026") == said
    assert check(root, capsys, "content/reports") == []


def test_the_file_itself_is_no_page_and_no_link_leads_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    link = "-- content/reports/2026/link.md --\n---\ntitle: 一天的声明\ndate: 2026-11-21\n"
    link += (
        "category: news\nbylines: [本报记者 沈悦]\n---\n见[这里](../../lost/2026/b.batch.md)。\n"
    )
    root = write_site(tmp_path, TOWN + BATCH_ALONE + link)
    (said,) = check(root, capsys)
    assert "link.md:7: dead-link: 链接“../../lost/2026/b.batch.md”指向的文件不存在。" in said
    write_site(root, TOWN + BATCH_ALONE + link.replace("b.batch.md", "L-2026-0201.md"))
    assert check(root, capsys) == []
    built = build(root)
    assert not any("batch" in path for path in built.files)


def test_it_is_explained_announcement_by_announcement(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = write_site(tmp_path, TOWN + BATCH_ALONE)
    build(root)
    path = root / "content/lost/2026/b.batch.md"
    text = path.read_text(encoding="utf-8").replace("正本，声明", "正本一份，声明")
    path.write_text(text, encoding="utf-8")
    command = ["explain", "--config", str(root / "mkdocs.yml"), "--now", NOW, "--language", "en"]
    assert main([*command, str(path)]) == 0
    first, second, third = capsys.readouterr().out.splitlines()
    assert first == "lost/2026/L-2026-0201.md:"
    assert second.startswith("lost/2026/L-2026-0201.md: last made at 2026-11-25T12:00:00+08:00.")
    assert third == (
        "A build now would make it again. Changed: head (title, summary, dates, data), "
        "headline, date, place, state, text and pictures."
    )
    assert main([*command, "lost/2026/L-2026-0201.md"]) == 0
    assert capsys.readouterr().out.splitlines() == [second, third]

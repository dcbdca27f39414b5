# SPDX-License-Identifier: MIT
"""A day's announcements in one file: the same site as with a file for each of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from builds import attempt, differences, tree
from sites import Site, build, write_site
from town import TOWN

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
documents: [{name: 营业执照, numbers: [{label: 注册号, value: "510107600123457"}]}]
```
成都示例食品店遗失营业执照正本，声明作废。
"""

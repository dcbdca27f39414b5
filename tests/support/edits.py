# SPDX-License-Identifier: MIT
"""A town that is edited as a newsroom edits: any of its sources, in any order, at any hour.

A step is a name and two numbers, so that a script of steps can be drawn at random, made shorter,
and told as text. Each step finds something to do in whatever state the town is in; some leave a
mistake behind, as people do.
"""

from __future__ import annotations

import io
import os
import posixpath
import re
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, TypeVar

from PIL import Image
from sites import NOW, OVERRIDES, write_site
from town import TOWN

CONFIG = """\
site_name: 邻里
site_url: https://paper.example/
use_directory_urls: true
docs_dir: content
theme: {name: material, custom_dir: overrides, language: zh, font: false}
nav:
  - 首页: index.md
  - 更正: corrections/index.md
plugins:
  - linli/articles: {page_size: 20, tagline: 街坊的报纸}
  - linli/categories
  - linli/photos
  - linli/announcements
  - linli/feeds
  - linli/search
"""

MORE = f"""\
-- mkdocs.yml --
{CONFIG}\
-- content/people/wang.md --
---
name: 王小明
role: 通讯员
---
他写过[小巷](../reports/2026/alley.md)。
-- content/about/handbook.md --
---
title: 手册
aliases: [old/handbook/]
---
先读[小桥](../reports/2026/bridge.md)，再看[公告](../notices/2026/N-2026-0001.md)。

![编辑部的门](door.jpg)
-- content/reports/2026/walk.md --
---
title: 夜里走一走
date: 2026-11-21 19:00
category: news
topics: ["c++", 夜话]
places: [岷江社区]
bylines: [本报记者 沈悦]
series: 街坊夜话
related: [reports/2026/bridge.md, N-2026-0001]
aliases: [old/walk/]
prominence: featured
weight: 2
---
夜里走一走，见[小桥](bridge.md#桥的来历)，再到[栏目](../../categories/news.md)。
-- content/reports/2026/night/index.md --
---
title: 夜校开课
subtitle: 街坊都来听
date: 2026-11-22
category: culture
topics: [夜话]
places: [古家社区, 五津街道]
bylines: [本报记者 李玥林 摄影报道]
series: 街坊夜话
summary: 夜校开课了。
edition: {{date: 2026-11-22, issue: "13", page: "01"}}
---
夜校昨天开课，课表在[这里](plan.csv)。

![教室里的人](lamp.jpg "夜校第一课。"){{ credit="李玥林 摄" }}
-- content/reports/2026/draft.md --
---
title: 还没写完
date: 2026-11-23
category: news
topics: [未定]
bylines: [本报记者 王小明]
series: 街坊夜话
status: draft
---
还没写完，见[夜校](night/index.md)。
-- content/reports/2026/tomorrow.md --
---
title: 明天再说
date: 2026-11-27
publish_at: 2026-11-27 09:00
category: culture
topics: [夜话, 明天]
places: [双流区]
bylines: [本报记者 沈悦]
edition: {{date: 2026-11-27, issue: "14", page: "01"}}
related: [reports/2026/walk.md]
---
明天再说，先看[灯会](lantern.md)。
-- content/reports/2025/snow.md --
---
title: 街上下雪了
date: 2025-12-30
category: culture
topics: [雪]
bylines: [本报记者 赵一民]
corrections:
  - {{date: 2025-12-31, kind: update, text: 雪停了。}}
---
昨天下雪，见[图书室](library.md)。
-- content/reports/2025/album/index.md --
---
title: 腊月里的街
date: 2025-12-01
category: culture
bylines: [本报记者 赵一民 摄影报道]
photos:
  eaves.jpg: {{creator: Ann Lee}}
---
![屋檐](eaves.jpg "屋檐下的腊肉。"){{ credit="资料图" }}
![井](well.jpg "井边。")
![门](gate.jpg "城门。"){{ credit="王小明 摄" }}
-- content/notices/2026/N-2026-0004.md --
---
id: N-2026-0004
code: 1003
title: 再招募读书志愿者
date: 2026-11-24
places: [岷江社区]
issuer: {{name: 岷江社区居委会}}
deadline: 2026-12-05
supersedes: N-2026-0002
---
名额加到二十名，原公告见[这里](N-2026-0002.md)。
-- content/notices/2026/N-2026-0005.md --
---
id: N-2026-0005
code: 1004
title: 窗口改到二楼
date: 2026-11-19
places: [五津街道]
issuer: {{name: 五津街道办事处}}
corrections:
  - {{date: 2026-11-21, kind: correction, text: 是二楼，不是三楼。}}
---
窗口改到二楼办事。
-- content/notices/2026/N-2026-0006.md --
---
id: N-2026-0006
code: 9001
title: 关于窗口的更正
date: 2026-11-21
places: [五津街道]
issuer: {{name: 五津街道办事处}}
corrects: N-2026-0005
---
窗口在二楼，不在三楼。
-- content/notices/2026/N-2026-0007.md --
---
id: N-2026-0007
code: 3001
title: 减资公告
date: 2026-11-12
places: [武侯区]
issuer: {{name: 成都示例商贸有限公司}}
topics: [c]
---
注册资本减为一百万元，债权人可在四十五日内提出要求。
-- content/notices/2026/N-2026-0008.v1.md --
---
id: N-2026-0008
code: 1004
title: 周六办证
date: 2026-11-18
places: [古家社区]
issuer: {{name: 古家社区居委会}}
---
周六上午办证，表格在[这里](forms.csv)，也看[小桥](../../reports/2026/bridge.md)。

![窗口](window.jpg "办证窗口。"){{ credit="居委会 摄" }}
-- content/notices/2026/N-2026-0008.md --
---
id: N-2026-0008
code: 1004
title: 周日办证
date: 2026-11-18
updated: 2026-11-22
version: 2
places: [古家社区]
issuer: {{name: 古家社区居委会}}
redactions:
  - {{date: 2026-11-23, reason: 涉及个人, words: 某经办}}
---
周日上午办证，找某经办，以前的说法见[旧版](N-2026-0008.v1.md)。
-- content/lost/2026/2026-11-20.batch.md --
---
code: 4002
date: 2026-11-20
edition: {{date: 2026-11-20, issue: "12", page: "04"}}
places: [武侯区]
topics: [夜话]
---
## L-2026-0301 营业执照遗失声明
```yaml
holder: {{type: organisation, name: 成都示例锦里广告制作有限公司}}
documents: [{{name: 营业执照, numbers: [{{label: 注册号, value: "510107600123456"}}]}}]
```
成都示例锦里广告制作有限公司遗失营业执照，声明作废，见[另一则](L-2026-0302.md)。

## L-2026-0302 公章遗失声明
```yaml
code: 4003
places: [五津街道]
holder: {{type: person, name: 李某}}
documents: [{{name: 公章, numbers: [{{label: 编码, value: "5101070000001"}}]}}]
related: [L-2026-0301]
```
李某遗失公章一枚，声明作废。

## L-2026-0303 遗失声明
```yaml
holder: {{type: organisation, name: 成都示例食品店}}
documents: [{{name: 营业执照, copy: 正本, numbers: [{{label: 注册号, value: "510107600123457"}}]}}]
```
成都示例食品店遗失营业执照正本，声明作废。
-- content/lost/2026/L-2026-0401.md --
---
id: L-2026-0401
code: 4201
title: 招领雨伞
date: 2026-11-21
places: [古家社区]
holder: {{type: organisation, name: 古家社区居委会}}
item: 黑色雨伞一把
item_type: clothing
lost_where: 社区门口
---
拾到雨伞一把，请失主来领。
-- content/lost/2026/L-2026-0402.md --
---
id: L-2026-0402
code: 4101
title: 寻找钥匙
date: 2026-11-19
places: [武侯区]
holder: {{type: person, name: 李某}}
item: 钥匙一串
lost_on: 2026-11-18
lost_where: 菜市场
claim_by: 2026-12-02
---
丢了钥匙一串，请拾到的邻居告诉居委会。
-- content/reports/2026/column.md --
---
title: 一天的声明
date: 2026-11-21
category: news
bylines: [本报记者 沈悦]
related: [lost/2026/L-2026-0302.md]
---
今天登了[这一则](../../lost/2026/L-2026-0301.md)。
"""

PHOTOS = {
    "content/about/door.jpg": "brown",
    "content/reports/2026/night/lamp.jpg": "gold",
    "content/notices/2026/window.jpg": "teal",
    "content/reports/2025/album/eaves.jpg": "maroon",
    "content/reports/2025/album/well.jpg": "navy",
    "content/reports/2025/album/gate.jpg": "olive",
}

_COLOURS = ("navy", "teal", "olive", "maroon", "gold", "brown")


def picture(colour: str) -> bytes:
    """A small JPEG; another colour, other bytes."""
    data = io.BytesIO()
    Image.new("RGB", (24, 18), colour).save(data, "JPEG")
    return data.getvalue()


def write_town(root: Path) -> Path:
    """The town as it is before the first step, with overrides of its own."""
    write_site(root, TOWN + MORE)
    for path, colour in PHOTOS.items():
        (root / path).write_bytes(picture(colour))
    (root / "content/reports/2026/night/plan.csv").write_text("day,hour\n1,19\n")
    (root / "content/notices/2026/forms.csv").write_text("form\n1\n")
    shutil.copytree(OVERRIDES, root / "overrides")
    return root


@dataclass
class Town:
    """A checkout that is worked on, and the hour of its next build."""

    root: Path
    now: str = NOW

    def paths(self, *patterns: str) -> list[str]:
        """Sources by pattern, in the same order everywhere."""
        found = {path for pattern in patterns for path in self.root.glob(pattern)}
        return sorted(path.relative_to(self.root).as_posix() for path in found if path.is_file())

    @property
    def reports(self) -> list[str]:
        return self.paths("content/reports/**/*.md")

    @property
    def announcements(self) -> list[str]:
        """Those that have a file of their own."""
        files = self.paths("content/notices/**/*.md", "content/lost/**/*.md")
        return [path for path in files if not path.endswith(".batch.md")]

    @property
    def batches(self) -> list[str]:
        return self.paths("content/lost/**/*.batch.md")

    @property
    def pieces(self) -> list[str]:
        return [*self.reports, *self.announcements]

    @property
    def texts(self) -> list[str]:
        return self.paths("content/**/*.md")

    def read(self, path: str) -> str:
        return (self.root / path).read_text(encoding="utf-8")

    def write(self, path: str, text: str) -> None:
        """In place where the file is there, so that its inode stays."""
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")

    def change(self, path: str, edit: Callable[[str], str]) -> None:
        try:
            text = self.read(path)
        except UnicodeDecodeError:
            # Whoever saved it in another encoding sees signs that he does not look for.
            return
        if (changed := edit(text)) != text:
            self.write(path, changed)

    def remove(self, path: str) -> None:
        (self.root / path).unlink()

    def move(self, old: str, new: str) -> None:
        """Move a file as a person does who forgets nothing: links, paths and ids follow."""
        target = self.root / new
        target.parent.mkdir(parents=True, exist_ok=True)
        (self.root / old).rename(target)
        self.change(new, lambda text: _links_of(text, old, new))
        for path in self.texts:
            self.change(path, lambda text, path=path: _links_to(text, path, old, new))  # type: ignore[misc]
            self.change(path, lambda text: text.replace(_uri(old), _uri(new)))

    def forget(self, path: str) -> None:
        """Take away what points to a file."""
        uri, id = _uri(path), Path(path).stem
        for other in self.texts:
            self.change(other, lambda text, other=other: _links_to(text, other, path, None))  # type: ignore[misc]
            for key in ("supersedes", "corrects", "related", "front"):
                value = key_of(self.read(other), key)
                if value and (uri in value or id in value):
                    self.change(other, lambda text, key=key: with_key(text, key, None))  # type: ignore[misc]


def _uri(path: str) -> str:
    return path.removeprefix("content/")


_LINK = re.compile(r"!?\[([^\]]*)\]\(([^)#\s]+)([^)]*)\)(?:\{[^}]*\})?")


def _target(file: str, link: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(file), link))


def _links_of(text: str, old: str, new: str) -> str:
    """A text that has moved still links to where it did."""

    def moved(match: re.Match[str]) -> str:
        link = posixpath.relpath(_target(old, match[2]), posixpath.dirname(new))
        return match[0].replace(f"({match[2]}", f"({link}")

    return _LINK.sub(moved, text)


def _links_to(text: str, file: str, old: str, new: str | None) -> str:
    """Links to a file follow it; without a new place only their words stay."""

    def mended(match: re.Match[str]) -> str:
        if _target(file, match[2]) != old:
            return match[0]
        if new is None:
            return match[1]
        link = posixpath.relpath(new, posixpath.dirname(file))
        return match[0].replace(f"({match[2]}", f"({link}")

    return _LINK.sub(mended, text)


def key_of(text: str, key: str) -> str | None:
    """The value of a key of the front matter as it is written."""
    match = re.search(rf"^{key}:(.*\n(?:  .*\n)*)", text, re.MULTILINE)
    return match[1].strip() if match else None


def with_key(text: str, key: str, value: str | None) -> str:
    """The text with that key, in its old place or at the end; None: without it."""
    line = "" if value is None else f"{key}: {value}\n"
    pattern = re.compile(rf"^{key}:.*\n(?:  .*\n)*", re.MULTILINE)
    if pattern.search(text):
        return pattern.sub(lambda _: line, text, count=1)
    head, mark, body = text.removeprefix("---\n").partition("\n---\n")
    return f"---\n{head}\n{line}---\n{body}" if mark else text


class Step(NamedTuple):
    """One edit: what is done, to which, and how."""

    name: str
    which: int
    way: int

    def apply(self, town: Town) -> str:
        """Do it; tells what was done."""
        return f"{self.name}: {STEPS[self.name](town, self.which, self.way)}"


T = TypeVar("T")


def pick(things: Sequence[T], number: int) -> T:
    return things[number % len(things)]


_SENTENCES = (
    "街坊都说好。",
    "第二天又来了十个人。",
    "见[灯会](../2026/lantern.md)。",
    "\n## 后来的事\n\n后来就这样了。",
    "\n- 先来\n- 后到\n",
    "据说，这里少了一半<角>标点。",
    "居委会说:好,就这样办。",
)


def _body(town: Town, which: int, way: int) -> str:
    if not town.pieces:
        return "no piece"
    path = pick(town.pieces, which)
    if way % 3:
        sentence = pick(_SENTENCES, way // 3)
        town.change(path, lambda text: f"{text.rstrip()}\n{sentence}\n")
        return f"{path} goes on with {sentence!r}"
    # Of the same length, and older than the last build by its time.
    turned = str.maketrans("天了好来", "好来天了")
    head, mark, body = town.read(path).rpartition("\n---\n")
    town.write(path, f"{head}{mark}{body.translate(turned)}")
    if way % 2:
        os.utime(town.root / path, (1_600_000_000 + way, 1_600_000_000 + which))
    return f"{path} has other words of the same length"


def _heading(town: Town, which: int, way: int) -> str:
    headed = [path for path in town.pieces if "\n## " in town.read(path)]
    if not headed:
        return "no cross-head"
    path, word = pick(headed, which), pick(("桥的来历", "老桥新事", "后话"), way)
    old = re.findall(r"^## (.*)", town.read(path), re.MULTILINE)[0]
    town.change(path, lambda text: text.replace(f"## {old}\n", f"## {word}\n", 1))
    for other in town.texts if way % 4 else ():
        town.change(other, lambda text: text.replace(f"#{old})", f"#{word})"))
    return f"{path} has the cross-head {word}{'' if way % 4 else ' unsaid'}"


Keys = dict[str, str | None]

_COMMON: tuple[Keys, ...] = (
    {"kicker": "今日要事"},
    {"kicker": None, "subtitle": "另有副题"},
    {"summary": "一句话的摘要。"},
    {"summary": None},
    {"topics": "[c, 夜话]"},
    {"topics": '["C++", 新话题, 〇]'},
    {"topics": None},
    {"series": "街坊夜话"},
    {"series": "桥与灯"},
    {"series": "街坊 夜话"},
    {"series": None},
    {"related": "[reports/2026/alley.md, N-2026-0004]"},
    {"related": None},
    {"edition": '{date: 2026-11-20, issue: "12", page: "03", page_name: 副刊}'},
    {"edition": '{date: 2026-11-23, page: "01"}'},
    {"edition": None},
    {"status": "draft"},
    {"status": None, "withdrawn": None},
    {"status": "published", "withdrawn": None},
    {"status": "withdrawn", "withdrawn": "{date: 2027-01-02, reason: 消息有误。}"},
    {"publish_at": "2026-11-26 08:00"},
    {"publish_at": None},
    {"aliases": "[old/alley/, older.html]"},
    {"aliases": None},
    {"corrections": "[{date: 2027-01-03, kind: clarification, text: 说清楚了。}]"},
    {"corrections": None},
    {"keywords": "[桥, 灯]"},
    {"places": "[武侯区]"},
    {"places": "[岷江社区, 双流区]"},
)
_OF_REPORTS: tuple[Keys, ...] = (
    {"category": "news"},
    {"category": "culture"},
    {"category": "empty"},
    {"places": None},
    {"places": "[五津街道/古家社区]"},
    {"bylines": "[本报记者 沈悦]"},
    {"bylines": "[本报记者 李玥林, 通讯员 王小明]"},
    {"bylines": "[本报记者 赵一民 摄影报道]"},
    {"credits": "[新津区委社治委供图]"},
    {"credits": None},
    {"prominence": "lead"},
    {"prominence": "featured", "weight": "7"},
    {"prominence": None, "weight": "1"},
    {"prominence": None, "weight": None},
    {"prominence": "lead", "date": "2026-11-21"},
)
_OF_NOTICES: tuple[Keys, ...] = (
    {"deadline": "2026-11-26"},
    {"deadline": "2027-02-01"},
    {"deadline": None},
    {"expires": "2026-11-30"},
    {"expires": None},
    {"effective_from": "2026-12-01"},
    {"supersedes": "N-2025-0001"},
    {"supersedes": None},
    {"issuer": "{name: 另一个居委会, department: 办公室}"},
    {"contacts": "[{desk: 居委会, phone: 028-00000000}]"},
    {"code": "1002"},
    {"code": "1004"},
    {"version": "1"},
)
_OF_LOST: tuple[Keys, ...] = (
    {"claim_by": "2026-11-28"},
    {"claim_by": None},
    {"resolved": "{date: 2027-01-04, how: 已领回}"},
    {"resolved": "{date: 2026-11-25, how: 已领回}"},
    {"resolved": "{date: 2026-11-27, how: 已领回}"},
    {"resolved": None},
    {"item_type": "keys"},
    {"item_type": "clothing"},
    {"item_type": None},
    {"insertions": "[{date: 2026-11-24}]"},
    {"holder": "{type: person, name: 李某}"},
    {"lost_on": "2025-01-10"},
)


def _keys(town: Town, which: int, way: int) -> str:
    if not town.pieces:
        return "no piece"
    path = pick(town.pieces, which)
    own = {"reports": _OF_REPORTS, "notices": _OF_NOTICES, "lost": _OF_LOST}
    keys = pick((*_COMMON, *own[path.split("/")[1]]), way)
    for key, value in keys.items():
        town.change(path, lambda text, key=key, value=value: with_key(text, key, value))  # type: ignore[misc]
    return f"{path} gets {keys}"


def _title(town: Town, which: int, way: int) -> str:
    if not town.pieces:
        return "no piece"
    path = pick(town.pieces, which)
    title = pick(("改了标题", "“引号” 与分句", "Bridge & <river>", "小桥修好了"), way)
    town.change(path, lambda text: with_key(text, "title", title))
    return f"{path} is called {title}"


_OF_THINGS: tuple[Keys, ...] = (
    {"resolved": None},
    {"resolved": "{date: 2026-11-25, how: 已领回}"},
    {"item_type": "pets"},
    {"resolved": "{date: 2026-11-26, how: 已找到}"},
    {"claim_by": "2026-11-26"},
)


def _settle(town: Town, which: int, way: int) -> str:
    things = [path for path in town.announcements if key_of(town.read(path), "item")]
    if not things:
        return "no thing"
    path, keys = pick(things, which + way), pick(_OF_THINGS, way)
    for key, value in keys.items():
        town.change(path, lambda text, key=key, value=value: with_key(text, key, value))  # type: ignore[misc]
    return f"{path} gets {keys}"


_DAYS = ("2026-11-24", "2026-11-20 08:30", "2026-11-02", "2026-11-26", "2026-10-31 23:59")


def _date(town: Town, which: int, way: int) -> str:
    if not town.pieces:
        return "no piece"
    path, day = pick(town.pieces, which), pick(_DAYS, way)
    town.change(path, lambda text: with_key(text, "date", day))
    return f"{path} is of {day}"


def _year(town: Town, which: int, way: int) -> str:
    if not town.reports:
        return "no report"
    old = pick(town.reports, which)
    year = pick(("2025", "2024", "2026"), way)
    new = re.sub(r"/\d{4}/", f"/{year}/", old, count=1)
    if (town.root / new).exists():
        return f"{old} stays"
    town.move(old, new)
    if way % 4:
        town.change(new, lambda text: with_key(text, "date", f"{year}-06-0{way % 4}"))
    return f"{old} goes to {new}"


def _add(town: Town, which: int, way: int) -> str:
    number = 1 + len(town.pieces) + which
    if way % 2:
        path = f"content/reports/{pick(('2026', '2025'), which)}/new{number}.md"
        head = f"category: {pick(('news', 'culture'), way)}\nbylines: [本报记者 李玥林]\n"
        head += f"topics: [{pick(('C', '夜话', '新话题'), way)}]\n"
    else:
        id = f"N-2026-{1000 + number}"
        path = f"content/notices/2026/{id}.md"
        head = f"id: {id}\ncode: 1003\nplaces: [五津街道]\nissuer: {{name: 五津街道办事处}}\n"
    year = path.split("/")[2]
    day = f"{year}-11-{pick(('19', '24', '28'), way // 2)}"
    town.write(path, f"---\ntitle: 新稿第{number}号\ndate: {day}\n{head}---\n新来的稿子。\n")
    return f"{path} of {day}"


def _delete(town: Town, which: int, way: int) -> str:
    if not town.pieces:
        return "no piece"
    path = pick(town.pieces, which)
    town.remove(path)
    if way % 3:
        town.forget(path)
    return f"{path}{'' if way % 3 else ', still linked to'}"


def _rename(town: Town, which: int, way: int) -> str:
    if not town.pieces:
        return "no piece"
    old = pick(town.pieces, which)
    if old in town.announcements:
        id = Path(old).stem
        other = f"{id[:7]}{5000 + way}"
        town.move(old, old.replace(id, other))
        for path in town.texts:
            town.change(path, lambda text: text.replace(id, other))
        return f"{id} becomes {other}"
    stem = old.removesuffix(".md").removesuffix("/index")
    new = pick(
        (f"{stem}-{which}.md", f"{stem}.md", f"{stem}/index.md", f"{stem}-{which}/index.md"), way
    )
    if (town.root / new).exists():
        return f"{old} stays"
    town.move(old, new)
    if way % 3 == 0 and new not in (f"{stem}.md", f"{stem}/index.md"):
        town.change(new, lambda text: with_key(text, "aliases", f"[{_uri(stem)}/]"))
    return f"{old} becomes {new}"


_VERSION_LINE = re.compile(r"^version: (\d+)\n", re.MULTILINE)


def _revise(town: Town, which: int, way: int) -> str:
    """Versions as an editor handles them, and as one forgets to."""
    standing = [path for path in town.announcements if not re.search(r"\.v\d+\.md$", path)]
    kept = [path for path in town.announcements if path not in standing]
    if way % 5 == 0 and kept:
        path = pick(kept, which)
        if way % 2:
            town.remove(path)
            return f"{path} is gone"
        town.change(path, lambda text: f"{text.rstrip()}\n旧版多一句。\n")
        return f"{path} goes on"
    if not standing:
        return "no announcement"
    path = pick(standing, which)
    text = town.read(path)
    if way % 5 == 1:
        words = pick(("某经办", "居委会", "办证", "四十五日"), way // 5)
        redaction = f"[{{date: 2027-01-05, reason: 不宜公开, words: {words}}}]"
        town.change(path, lambda text: with_key(text, "redactions", redaction))
        return f"{path} without {words}"
    found = _VERSION_LINE.search(text)
    number = int(found[1]) if found else 1
    if way % 5 != 2:
        town.write(path.replace(".md", f".v{number}.md"), text)
    town.write(path, with_key(text, "version", str(number + 1)))
    return f"{path} has version {number + 1}{'' if way % 5 != 2 else ' and nothing before it'}"


def _exchange(town: Town, which: int, way: int) -> str:
    """Two files change places: each keeps its inode, its size and its time."""
    files = town.paths("content/**/*.jpg") if way % 3 == 0 else town.reports
    if len(files) < 2:
        return "nothing to exchange"
    one, other = pick(files, which), pick(files, which + 1 + way % (len(files) - 1))
    if one == other:
        return "nothing to exchange"
    aside = town.root / "aside"
    (town.root / one).rename(aside)
    (town.root / other).rename(town.root / one)
    aside.rename(town.root / other)
    if one.endswith(".md"):
        # The texts have changed places, what they point to has not.
        town.change(one, lambda text: _links_of(text, other, one))
        town.change(other, lambda text: _links_of(text, one, other))
    return f"{one} and {other}"


_PLACES = "content/places.yml"
_LEAF = re.compile(r"\n +- \{name: (\S+), slug: (\S+)\}")


def _place(town: Town, which: int, way: int) -> str:
    leaves = _LEAF.findall(town.read(_PLACES))
    if not leaves or way % 5 == 0:
        line = f"\n        - {{name: 新村{which}社区, slug: xincun-{which}}}"
        anchor = "      slug: wujin\n      children:"
        if line in town.read(_PLACES):
            return "there already"
        town.change(_PLACES, lambda text: text.replace(anchor, anchor + line))
        return f"a new one, {line.strip()}"
    name, slug = pick(leaves, which)
    if way % 5 == 1:
        town.change(_PLACES, lambda text: text.replace(f"slug: {slug}}}", f"slug: {slug}-{way}}}"))
        return f"{name} lies at {slug}-{way}"
    if way % 5 == 2:
        town.change(_PLACES, lambda text: text.replace("slug: wuhou", "slug: wuhou-qu", 1))
        return "武侯区 lies elsewhere"
    other = f"{name[:2]}新{way}社区" if way % 5 == 3 else "五津街道"
    new = rf"\n        - {{name: {other}, slug: {slug}}}" if way % 5 == 3 else ""
    old = re.compile(rf"\n +- \{{name: {name}, slug: {slug}\}}")
    town.change(_PLACES, lambda text: old.sub(new, text))
    if way % 4:
        for path in town.pieces:
            town.change(path, lambda text: text.replace(name, other))
    return f"{name} {f'is called {other}' if new else 'is gone'}{'' if way % 4 else ' unsaid'}"


def _category(town: Town, which: int, way: int) -> str:
    files = town.paths("content/categories/*.md")
    if not files or way % 6 == 0:
        path = f"content/categories/new{which % 3}.md"
        town.write(path, f"---\nname: 新栏目{which % 3}\norder: {way % 5}\n---\n新栏目。\n")
        return f"{path} is there"
    path = pick(files, which)
    name = key_of(town.read(path), "name") or ""
    if way % 6 == 1:
        town.change(path, lambda text: with_key(text, "order", str(way % 7)))
        return f"{path} is number {way % 7}"
    if way % 6 == 2:
        town.change(path, lambda text: with_key(text, "summary", f"第{way}次介绍。"))
        return f"{path} has a summary"
    if way % 6 == 3:
        town.change(path, lambda text: f"{text.rstrip()}\n\n又及{way}。\n")
        return f"{path} says more"
    if way % 6 == 4:
        new = f"改名{way}"
        town.change(path, lambda text: with_key(text, "name", new))
        for piece in town.reports:
            town.change(
                piece, lambda text: text.replace(f"category: {name}\n", f"category: {new}\n")
            )
        return f"{name} is called {new}"
    town.remove(path)
    town.forget(path)
    rest = town.paths("content/categories/*.md")
    for piece in town.reports if rest else ():
        if key_of(town.read(piece), "category") in (name, Path(path).stem):
            stem = Path(rest[0]).stem
            town.change(piece, lambda text: with_key(text, "category", stem))  # noqa: B023
    return f"{path} is gone"


def _person(town: Town, which: int, way: int) -> str:
    files = town.paths("content/people/*.md")
    if not files or way % 5 == 0:
        name = pick(("沈悦", "赵一民", "李玥林", "无名氏"), which)
        path = f"content/people/p{which % 4}.md"
        town.write(path, f"---\nname: {name}\n---\n写字的人，第{way}位。\n")
        return f"{path} is {name}"
    path = pick(files, which)
    if way % 5 == 1:
        town.remove(path)
        town.forget(path)
        return f"{path} is gone"
    key = pick(("role", "affiliation", "summary", "name"), way)
    town.change(path, lambda text: with_key(text, key, f"改{way}"))
    return f"{path} has another {key}"


def _photo(town: Town, which: int, way: int) -> str:
    files = town.paths("content/**/*.jpg")
    if not files or way % 5 == 0:
        if not town.reports:
            return "no report"
        piece = pick(town.reports, which)
        name = f"p{which}.jpg"
        (town.root / piece).with_name(name).write_bytes(picture(pick(_COLOURS, way)))
        line = f'\n![新图]({name} "新图一张。"){{ credit="沈悦 摄" }}\n'
        town.change(piece, lambda text: f"{text.rstrip()}\n{line}")
        return f"{name} for {piece}"
    path = pick(files, which)
    if way % 5 in (1, 2):
        colour = pick(_COLOURS, way)
        (town.root / path).write_bytes(picture(colour))
        return f"{path} is {colour}"
    if way % 5 == 3:
        for piece in town.texts:
            town.change(piece, lambda text: text.replace("夜校第一课。", f"夜校第{way}课。"))
            town.change(piece, lambda text: text.replace("[编辑部的门]", f"[门{way}]"))
        return "other words under the pictures"
    town.remove(path)
    if way % 3:
        town.forget(path)
    return f"{path} is gone{'' if way % 3 else ' and missed'}"


_IMAGE = re.compile(r"!\[(.+?)\]\((\S+?) \"(.+?)\"\)(?:\{ credit=\"(.+?)\" \})?")
_CREDITS = ("沈悦 摄", "赵一民 摄、王小明 摄", "居委会供图", "王小明 摄", "资料图", "李玥林")


def _album(town: Town, which: int, way: int) -> str:
    """What collections of photos show: words, names, which photos stand in a piece."""
    pieces = [path for path in town.pieces if _IMAGE.search(town.read(path))]
    people = town.paths("content/people/*.md")
    if way % 7 == 6 and people:
        path, name = pick(people, which), pick(("王小明", "Ann Lee", "赵一民", "沈月"), way // 7)
        town.change(path, lambda text: with_key(text, "name", name))
        return f"{path} is called {name}"
    if not pieces:
        return "no captioned photo"
    path = pick(pieces, which)
    found = list(_IMAGE.finditer(town.read(path)))
    image = pick(found, way // 7)
    alt, file, caption, credit = image.groups()
    if way % 7 == 5:
        withdrawn = "withdrawn" if key_of(town.read(path), "status") is None else None
        reason = withdrawn and "{date: 2027-01-02, reason: 消息有误。}"
        town.change(path, lambda text: with_key(text, "status", withdrawn))
        town.change(path, lambda text: with_key(text, "withdrawn", reason))
        return f"{path} is {withdrawn or 'there again'}"
    if way % 7 == 4 and "/reports/" in path:
        name = pick(("沈悦", "ann lee", "新华社", "王小明"), way // 7)
        note = f"{{creator: {name}, original: {'true' if way // 7 % 2 else 'false'}}}"
        town.change(path, lambda text: with_key(text, "photos", f"{{{file}: {note}}}"))
        return f"{path} has a photo of {note}"
    if way % 7 == 3:
        new = f'{image[0]}\n![再一张]({file} "同一张，再登一次。"){{ credit="沈悦 摄" }}'
    elif way % 7 == 2:
        new = f'![{alt}]({file} "{caption}"){{ credit="{pick(_CREDITS, way // 7)}" }}'
    elif way % 7 == 1:
        new = f'![]({file}){{ alt="" }}'
    else:
        new = image[0].replace(f'"{caption}"', f'"{caption[:-1]}{way}。"')
    town.change(path, lambda text: text.replace(image[0], new, 1))
    return f"{path} has {new} where {file} was credited to {credit}"


def _attachment(town: Town, which: int, way: int) -> str:
    files = town.paths("content/**/*.csv")
    if not files or way % 4 == 0:
        if not town.reports:
            return "no report"
        piece = pick(town.reports, which)
        (town.root / piece).with_name(f"t{which}.csv").write_text(f"n\n{way}\n")
        if way % 3:
            town.change(piece, lambda text: f"{text.rstrip()}\n见[表](t{which}.csv)。\n")
        return f"t{which}.csv for {piece}{'' if way % 3 else ', not linked to'}"
    path = pick(files, which)
    if way % 4 in (1, 2):
        town.write(path, f"day,hour\n1,{way % 10}9\n")
        return f"{path} says {way % 10}9"
    town.remove(path)
    town.forget(path)
    return f"{path} is gone"


_TAG = re.compile(r'<(p|div|article|section|nav|ul|header|h1|h2)( data-n="\d+")?(?=[ >])')


def _template(town: Town, which: int, way: int) -> str:
    path = pick(town.paths("overrides/**/*.html"), which)
    town.change(path, lambda text: _TAG.sub(rf'<\1 data-n="{way}"', text, count=1))
    return f"{path} with n={way}"


def _look(town: Town, which: int, way: int) -> str:
    path = pick(town.paths("overrides/stylesheets/*.css", "overrides/scripts/*.js"), which)
    if way % 4 == 0:
        path = f"overrides/stylesheets/zz{which % 3}.css"
        town.write(path, f".nr-new{way} {{ top: 0; }}\n")
        return f"{path} is there"
    if way % 4 == 1 and (icon := town.paths("overrides/images/*.svg")):
        town.change(icon[0], lambda text: text.replace("</svg>", f"<!-- {way} --></svg>"))
        return "another icon"
    end = f"/* {way} */" if path.endswith(".js") else f".nr-n{way} {{ top: 0; }}"
    town.change(path, lambda text: f"{text}{end}\n")
    return f"{path} ends in {end}"


def _parts(text: str) -> tuple[str, list[str]]:
    """What the announcements of a file share, and each of them."""
    head, *rest = re.split(r"^(?=## L-)", text, flags=re.MULTILINE)
    return head, rest


def _entry(number: int, way: int) -> str:
    return (
        f"## L-2026-{number} 遗失声明\n\n```yaml\n"
        f"holder: {{type: organisation, name: 示例第{way}商店}}\n"
        f'documents: [{{name: 营业执照, numbers: [{{label: 注册号, value: "5101076{number:08}"}}]}}]\n'
        f"```\n\n示例第{way}商店遗失营业执照，声明作废。\n\n"
    )


def _batch(town: Town, which: int, way: int) -> str:
    """One announcement of many is changed, comes, or goes."""
    if not town.batches:
        town.write("content/lost/2026/new.batch.md", f"{_HEAD}{_entry(4000 + which, way)}")
        return "a new file of many"
    path = pick(town.batches, which)
    head, entries = _parts(town.read(path))
    at = which % (len(entries) or 1)
    if not entries or way % 6 == 0:
        entries.insert(at, _entry(3000 + which, way))
        said = f"L-2026-{3000 + which} comes"
    elif way % 6 == 1:
        gone = entries.pop(at)[3:14]
        said = f"{gone} goes"
        if which % 3:
            town.write(path, head + "".join(entries))
            town.forget(f"content/lost/2026/{gone}.md")
            head, entries = _parts(town.read(path))
    elif way % 6 == 2:
        entries[at] = re.sub(
            "声明作废。|\\Z", f"声明作废。第{way}次登报。\n\n", entries[at], count=1
        )
        said = f"number {at} says more"
    elif way % 6 == 3:
        keys = (
            "places: [岷江社区]",
            "topics: [c]",
            "status: draft",
            "series: 街坊夜话",
            "code: 4005",
        )
        key = pick(keys, which)
        entries[at] = re.sub(rf"^{key.split(':')[0]}:.*\n", "", entries[at], flags=re.MULTILINE)
        entries[at] = entries[at].replace("```yaml\n", f"```yaml\n{key}\n", 1)
        said = f"number {at} gets {key}"
    elif way % 6 == 4:
        entries.reverse()
        said = "the other way round"
    else:
        entries[at] = re.sub("遗失声明", f"遗失声明{way}", entries[at], count=1)
        said = f"number {at} is called {way}"
    town.write(path, head + "".join(entries))
    return f"{path}: {said}"


_HEAD = "---\ncode: 4002\ndate: 2026-11-22\nplaces: [武侯区]\n---\n"


def _batch_head(town: Town, which: int, way: int) -> str:
    """What all of a file share is changed; or the file has another name, or is gone."""
    if not town.batches:
        return "no file of many"
    path = pick(town.batches, which)
    if way % 5 == 0:
        new = f"content/lost/2026/other{which % 3}.batch.md"
        if (town.root / new).exists():
            return f"{path} stays"
        town.move(path, new)
        return f"{path} becomes {new}"
    if way % 5 == 1 and which % 2:
        town.remove(path)
        return f"{path} is gone"
    keys = ("date: 2026-11-24", "places: [双流区]", "topics: [新话题]", "places: [古家社区]")
    more = (
        'edition: {date: 2026-11-23, page: "02"}',
        "date: 2026-11-27",
        "publish_at: 2026-11-26 08:00",
    )
    key, _, value = pick((*keys, *more), way).partition(": ")
    town.change(path, lambda text: with_key(text, key, value))
    return f"{path} shares {key}: {value}"


def _batch_move(town: Town, which: int, way: int) -> str:
    """An announcement gets a file of its own, comes back, or stands in both by mistake."""
    if not town.batches:
        return "no file of many"
    path = pick(town.batches, which)
    head, entries = _parts(town.read(path))
    singles = [other for other in town.announcements if "L-2026-" in other]
    if way % 2 and singles:
        single = pick(singles, which)
        keys, _, body = town.read(single).removeprefix("---\n").partition("---\n")
        rest = re.sub(r"^(?:id|title):.*\n", "", keys, flags=re.MULTILINE)
        title = key_of(town.read(single), "title") or ""
        body = re.sub("^##", "###", body, flags=re.MULTILINE)
        entry = f"## {Path(single).stem} {title}\n```yaml\n{rest}```\n{body.rstrip()}\n\n"
        entries.insert(which % (len(entries) + 1), entry)
        town.write(path, head + "".join(entries))
        if way % 8 != 7:
            town.remove(single)
        return f"{single} into {path}"
    if not entries:
        return "nothing in it"
    entry = entries[which % len(entries)]
    lines = re.match(r"## (\S+) ?(.*)\n+```yaml\n((?:.*\n)*?)```\n((?:.*\n?)*)", entry)
    assert lines, entry
    shared = "".join(
        f"{line}\n"
        for line in head.split("\n")[1:]
        if ": " in line and f"\n{line.split(':')[0]}:" not in f"\n{lines[3]}"
    )
    text = f"---\nid: {lines[1]}\ntitle: {lines[2] or '声明'}\n{lines[3]}{shared}---\n"
    body = re.sub("^###", "##", lines[4], flags=re.MULTILINE)
    town.write(f"content/lost/2026/{lines[1]}.md", f"{text}{body}")
    if way % 8 != 6:
        town.write(path, head + "".join(other for other in entries if other is not entry))
    return f"{lines[1]} out of {path}"


_SETTINGS = (
    ("tagline: [^,}]*", ("tagline: 街坊的报纸", "tagline: 另一句话")),
    ("page_size: [0-9]+", ("page_size: 3", "page_size: 7", "page_size: 20")),
    ("use_directory_urls: .*", ("use_directory_urls: false", "use_directory_urls: true")),
    (
        "site_url: .*",
        ("site_url: https://paper.example/sub/folder/", "site_url: https://paper.example/"),
    ),
    ("site_name: .*", ("site_name: 邻里", "site_name: 邻里 & <报>")),
    ("更正: corr|改错: corr", ("改错: corr", "更正: corr")),
    (
        r"linli/photos.*",
        (
            "linli/photos: {widths: [12, 20]}",
            "linli/photos: {share_cards: false}",
            "linli/photos",
            "linli/photos: {boilerplate: [Lamp, 灯]}",
        ),
    ),
)


def _setting(town: Town, which: int, way: int) -> str:
    pattern, values = pick(_SETTINGS, which)
    value = pick(values, way)
    town.change("mkdocs.yml", lambda text: re.sub(pattern, lambda _: value, text))
    return value


def _plugin(town: Town, which: int, way: int) -> str:
    name = pick(("feeds", "photos", "announcements", "categories"), which)
    pattern = re.compile(rf"  - linli/{name}.*\n")
    if pattern.search(town.read("mkdocs.yml")):
        town.change("mkdocs.yml", lambda text: pattern.sub("", text))
        return f"without {name}"
    town.change("mkdocs.yml", lambda text: f"{text}  - linli/{name}\n")
    return f"with {name}"


_HOURS = (
    NOW,
    "2026-11-26 09:00",
    "2026-11-27 10:00",
    "2026-11-29 00:00",
    "2026-12-04 12:00",
    "2027-01-10 12:00",
    "2027-03-01 12:00",
    "2026-11-24 23:59",
    "2026-11-20 12:00",
)


def _clock(town: Town, which: int, way: int) -> str:
    town.now = pick(_HOURS, which + way)
    return town.now


def _front(town: Town, which: int, way: int) -> str:
    """What an editor puts on the front page, and when it leaves it."""
    if way % 5 == 4 or not town.pieces:
        town.change("content/index.md", lambda text: with_key(text, "front", None))
        return "nothing by hand"
    names = [
        Path(path).stem if path in town.announcements and number % 2 else _uri(path)
        for number, path in enumerate(town.pieces)
    ]
    start = which % len(names)
    chosen = list(dict.fromkeys([*names[start:], *names]))[: 1 + way % 6]
    chosen[0] = f'{{piece: "{chosen[0]}", until: {pick(("2026-11-25", "2026-11-26"), way)}}}'
    value = f"[{', '.join(chosen)}]"
    town.change("content/index.md", lambda text: with_key(text, "front", value))
    return f"front: {value}"


_ISSUES = ("content/editions/2026-11-20.md", "content/editions/2026-11-23/index.md")


def _printed(town: Town, which: int, way: int) -> str:
    """The picture of a printed page, and where on it pieces stand."""
    path = pick(_ISSUES, which)
    there = path in town.paths("content/editions/**/*.md")
    page = town.root / "content/editions/page.jpg"
    if there and way % 5 == 0:
        town.remove(path)
        return f"{path} is gone"
    if there and way % 5 == 1:
        page.write_bytes(picture(pick(_COLOURS, way)))
        return "another picture of the page"
    printed = [
        one for one in town.pieces if 'page: "01"' in (key_of(town.read(one), "edition") or "")
    ]
    zones = "".join(
        f"\n      - {{piece: {_uri(one)}, at: [{10 * number}, {way % 50}, 9.5, 20]}}"
        for number, one in enumerate(printed[:8])
        if Path(path).stem in town.read(one) or path.split("/")[2] in town.read(one)
    )
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_bytes(picture("navy"))
    file = "../page.jpg" if path.endswith("index.md") else "page.jpg"
    text = f'---\npages:\n  - page: "01"\n    picture: {file}\n'
    town.write(path, f"{text}{f'    zones:{zones}' if zones else ''}\n---\n")
    return f"{path} has a page with zones:{zones}"


def _ordinary(town: Town, which: int, way: int) -> str:
    files = town.paths("content/about/*.md", "content/index.md")
    if way % 5 == 0:
        path = f"content/about/extra{which % 3}.md"
        town.write(path, f"---\ntitle: 附页{way}\n---\n附页。\n")
        return f"{path} is there"
    path = pick(files, which)
    if way % 5 == 1:
        town.change(path, lambda text: with_key(text, "title", f"另名{way}"))
        return f"{path} is called 另名{way}"
    if way % 5 == 2 and path != "content/index.md":
        town.remove(path)
        town.forget(path)
        return f"{path} is gone"
    words = pick(("又及。", "见[小巷](../reports/2026/alley.md)。", "\n## 小标题\n\n话。"), way)
    town.change(path, lambda text: f"{text.rstrip()}\n{words}\n")
    return f"{path} goes on with {words!r}"


def _mistake(town: Town, which: int, way: int) -> str:
    path = pick(town.texts, which)
    if way % 7 == 0:
        (town.root / path).write_bytes("---\ntitle: 桥\n---\n".encode("gbk"))
        return f"{path} is no UTF-8"
    if way % 7 == 1:
        town.write(path, "")
        return f"{path} is empty"
    if way % 7 == 2:
        town.write("content/reports/2026/a.md~", "backup")
        return "a backup"
    if way % 7 == 3:
        town.change(path, lambda text: f"{text.rstrip()}\n见[那里](nowhere.md)。\n")
        return f"{path} links to nothing"
    if way % 7 == 4:
        town.change(_PLACES, lambda text: text.replace("slug: wuhou", "slug: shuangliu", 1))
        return "two places of one slug"
    line = pick(("titel: 桥", "title: [桥", "date: 2026-13-01"), way)
    town.change(path, lambda text: text.replace("---\n", f"---\n{line}\n", 1))
    return f"{path} begins with {line}"


def _touch(town: Town, which: int, way: int) -> str:
    """New times and nothing else, as in a fresh clone."""
    for number, path in enumerate(town.paths("content/**/*", "overrides/**/*")):
        time = 1_500_000_000 + 100 * way + number
        os.utime(town.root / path, (time, time))
    return "every file has another time"


def _nothing(town: Town, which: int, way: int) -> str:
    return "no edit"


STEPS: dict[str, Callable[[Town, int, int], str]] = {
    "nothing": _nothing,
    "body": _body,
    "title": _title,
    "keys": _keys,
    "more keys": _keys,
    "other keys": _keys,
    "settle": _settle,
    "date": _date,
    "year": _year,
    "heading": _heading,
    "add": _add,
    "delete": _delete,
    "rename": _rename,
    "revise": _revise,
    "exchange": _exchange,
    "place": _place,
    "category": _category,
    "person": _person,
    "photo": _photo,
    "album": _album,
    "attachment": _attachment,
    "template": _template,
    "look": _look,
    "setting": _setting,
    "plugin": _plugin,
    "clock": _clock,
    "ordinary page": _ordinary,
    "front page": _front,
    "printed issue": _printed,
    "touch": _touch,
    "mistake": _mistake,
    "one of many": _batch,
    "what many share": _batch_head,
    "into and out of many": _batch_move,
}
"""Every step by its name; keys stand thrice, for there are many of them."""

# SPDX-License-Identifier: MIT
"""What `linli lookup` says."""

from __future__ import annotations

from linli.language.languages import Text

NO_SITE = Text(
    "{folder} 里没有查询数据。请先构建网站（make site）再查。",
    "{folder} holds no look-up. Build the site first (make site).",
)
UNKNOWN_PLACE = Text("--place：地名表里没有“{place}”。", "--place: the gazetteer has no `{place}`.")
NEAREST = Text("您要写的是不是“{nearest}”？", " Did you mean `{nearest}`?")
UNKNOWN_CODE = Text(
    "--code：没有代码“{code}”。代码见 announcements/codes.json。",
    "--code: there is no code `{code}`. The codes stand in announcements/codes.json.",
)
COUNT = Text("找到 {n} 则公告。", "Notices found: {n}.")
SOME = Text(
    "已列出 {n} 则，可能还有。全部列出请加 --all。",
    "Shown: {n}. There may be more; list them all with --all.",
)

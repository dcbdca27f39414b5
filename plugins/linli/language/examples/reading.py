# SPDX-License-Identifier: MIT
"""Examples of what is wrong with the front matter of one file."""

from __future__ import annotations

from linli.language.examples.example import NOTICE, Examples, keys, whole, words

_SOUND = """\
---
title: 巷子里的灯亮了
date: 2026-11-05
category: 平安社区
bylines: [通讯员 王小明]
---
正文从这里开始。"""

READING: Examples = {
    "not-utf8": words(
        ("记事本存成了“ANSI”。", "Notepad saved the file as ANSI."),
        ("“另存为”，编码选“UTF-8”。", "Save it again and choose UTF-8."),
    ),
    "file-empty": words(
        ("建了文件，一个字也没写。", "The file was made and nothing written."),
        ("写上稿件，或删掉文件。", "Write the piece, or delete the file."),
    ),
    "front-matter-missing": whole("巷子里的灯亮了\n\n正文从这里开始。", _SOUND),
    "front-matter-late": whole(f"\n\n{_SOUND}", _SOUND),
    "front-matter-open": whole(_SOUND.replace("---\n正文", "\n正文"), _SOUND),
    "front-matter-no-mapping": whole(
        "---\n- 巷子里的灯亮了\n- 2026-11-05\n---\n正文从这里开始。", _SOUND
    ),
    "wide-colon": keys("date：2026-11-05", "date: 2026-11-05"),
    "wide-comma": keys("topics: [路灯，小巷]", "topics: [路灯, 小巷]"),
    "smart-quotes": keys(
        "edition: {date: 2026-11-05, issue: “88”}", 'edition: {date: 2026-11-05, issue: "88"}'
    ),
    "tab-indent": keys("edition:\n\tdate: 2026-11-05", "edition:\n  date: 2026-11-05"),
    "yaml-broken": keys("topics: [路灯, 小巷", "topics: [路灯, 小巷]"),
    "yaml-alias": keys("title: &A 座的灯亮了", 'title: "&A 座的灯亮了"'),
    "unknown-key": keys("summery: 一百二十盏路灯换新。", "summary: 一百二十盏路灯换新。"),
    "duplicate-key": keys("title: 巷子里的灯亮了\n标题: 灯亮了", "title: 巷子里的灯亮了"),
    "empty-value": keys("summary:", "summary: 一百二十盏路灯换新。"),
    "empty-item": keys("topics:\n  - 路灯\n  -", "topics:\n  - 路灯"),
    "missing-key": whole(_SOUND.replace("date: 2026-11-05\n", ""), _SOUND),
    "not-a-single-value": keys("kicker: [看点位, 聊发展]", "kicker: 看点位 聊发展"),
    "too-short": keys("title: 灯", "title: 灯亮了"),
    "too-long": keys(
        "topics: [巷子里坏了很久很久的路灯今年秋天终于全部都换成了新的而且更亮更省电]",
        "topics: [路灯]",
    ),
    "wrong-shape": keys("aliases: [../old/]", "aliases: [old/lamp/]"),
    "unknown-choice": keys("prominence: 头版", "prominence: lead"),
    "not-a-date": keys("date: 十一月五日", "date: 2026年11月5日"),
    "no-such-day": keys("date: 2026-11-31", "date: 2026-11-30"),
    "time-missing": keys("publish_at: 2026-11-26", "publish_at: 2026-11-26 07:00"),
    "not-a-number": keys("weight: 很高", "weight: 10"),
    "not-a-flag": keys(
        "contacts:\n  - {desk: 居委会, phone: 028-85800000, public: 也许}",
        "contacts:\n  - {desk: 居委会, phone: 028-85800000, public: true}",
        NOTICE,
    ),
    "not-a-list": keys("topics: 路灯", "topics: [路灯]"),
    "not-a-record": keys("edition: 第二版", 'edition: {date: 2026-11-05, page: "02"}'),
    "not-by-file": keys(
        "photos:\n  xiangzi.jpg: 路灯亮了。", "photos:\n  xiangzi.jpg: {caption: 路灯亮了。}"
    ),
    "byline-unknown": keys("bylines: [五个社区书记一起说]", "bylines: [本报记者 王小明]"),
    "byline-organisation": keys(
        "bylines: [新津区委社治委供图]",
        "bylines: [通讯员 王小明]\ncredits: [新津区委社治委供图]",
    ),
    "credit-person": keys("credits: [本报记者 王小明]", "bylines: [本报记者 王小明]"),
    "credit-unknown": keys("credits: [感谢大家]", "credits: [新津区委社治委供图]"),
}

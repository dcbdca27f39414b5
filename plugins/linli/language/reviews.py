# SPDX-License-Identifier: MIT
"""What the report on a pull request says."""

from __future__ import annotations

from enum import StrEnum

from linli.language.languages import Text


class Deed(StrEnum):
    """What becomes of a piece."""

    NEW = "new"
    DRAFT = "draft"
    CHANGED = "changed"
    RENAMED = "renamed"
    WITHDRAWN = "withdrawn"
    HIDDEN = "hidden"
    GONE = "gone"
    UNREAD = "unread"


DEEDS = {
    Deed.NEW: Text("新发", "new"),
    Deed.DRAFT: Text("草稿", "draft"),
    Deed.CHANGED: Text("改动", "changed"),
    Deed.RENAMED: Text("改名", "renamed"),
    Deed.WITHDRAWN: Text("撤回", "withdrawn"),
    Deed.HIDDEN: Text("藏起", "hidden"),
    Deed.GONE: Text("删除", "removed"),
    Deed.UNREAD: Text("读不出", "not readable"),
}
TITLE = Text("这次合并会发什么", "What this merge publishes")
COMPARED = Text("对照 {revision}，截至 {now}。", "Held against {revision}, as at {now}.")
BLOCKED = Text(
    "❌ 有 {n} 个错误，改完才能发布。",
    "❌ Errors: {n}. Nothing is published until they are mended.",
)
WARNED = Text(
    "⚠️ 没有错误，有 {n} 个警告，请看一眼。", "⚠️ No errors. Warnings: {n}; please look at them."
)
SOUND = Text("✅ 没有错误，也没有警告。", "✅ No errors, no warnings.")
NOTHING = Text("没有稿件变动。", "No piece changes.")
PREVIEW = Text("预览：[下载这次生成的网站]({url})", "Preview: [download the site as built]({url})")
RATE = Text("编校差错率：每万字 {rate} 处。", "Copy errors per 10,000 characters: {rate}.")
PIECES = Text("稿件", "Pieces")
PIECE_HEAD = Text("| 怎样 | 标题 | 类型 | 网址 | 何时 |", "| what | title | type | URL | when |")
FROM = Text("原来：{url}", "was {url}")
UNTITLED = Text("（读不出标题）", "(title not readable)")
REPORT = Text("报道", "report")
NEVER = Text("不公开", "not public")
DEAD = Text("网址失效", "dead URL")
EMBARGO = Text("{moment} 起公开", "public from {moment}")
FIELDS = Text("公告改了哪些项", "What changes in announcements")
FIELD_HEAD = Text(
    "| 公告 | 项 | 原来 | 现在 | 版本 |", "| announcement | key | before | after | version |"
)
BODY = Text("正文", "text")
LETTERS = Text("{n} 字", "{n} characters")
NO_VERSION = Text("❌ 没有升 version", "❌ no new version")
EMPTY = "—"
FINDINGS = Text("检查结果", "Findings")
AT_LINE = Text("第 {line} 行 ", "line {line} ")
ELSEWHERE = Text(
    "没有改动的文件里还有：{errors} 个错误，{warnings} 个警告，{notices} 个提示。",
    "In files that are not changed: errors {errors}, warnings {warnings}, notices {notices}.",
)
PICTURES = Text("图片缺什么", "What pictures lack")
PICTURE_HEAD = Text("| 稿件 | 图片 | 缺 |", "| piece | picture | lacks |")
ALT, CAPTION, CREDIT = Text("替代文字", "alt text"), Text("图注", "caption"), Text("署名", "credit")
LACKS = {
    "image-alt-missing": ALT,
    "photo-alt-from-file": ALT,
    "image-caption-missing": CAPTION,
    "photo-caption-from-file": CAPTION,
    "image-credit-missing": CREDIT,
    "photo-credit-from-file": CREDIT,
}
"""By the code of the finding that says so."""
OTHERS = Text("其他文件", "Other files")
MORE = Text("还有 {n} 条没有列出。", "And {n} more.")
COLON = Text("：", ": ")
COMMA = Text("、", ", ")
SIGNS = {"error": "❌", "warning": "⚠️", "notice": "💡"}

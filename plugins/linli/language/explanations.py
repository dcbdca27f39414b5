# SPDX-License-Identifier: MIT
"""Why a page was made, or would be made, again: the words of `linli explain`."""

from __future__ import annotations

from linli.language.languages import Text

PARTS = {
    "template": Text("模板", "template"),
    "head": Text("网页头部（标题、摘要、日期、结构化数据）", "head (title, summary, dates, data)"),
    "place": Text("在网站里的位置（面包屑、栏目）", "place in the site (breadcrumbs, section)"),
    "item": Text("标题、日期、地点、状态", "headline, date, place, state"),
    "body": Text("正文和图片", "text and pictures"),
    "neighbours": Text("前一篇、后一篇", "the pieces before and after it"),
    "related": Text("相关稿件", "related pieces"),
    "months": Text("所列的稿件", "the pieces it lists"),
    "facets": Text("筛选和篇数", "filters and counts"),
    "board": Text("公告栏", "the notice board"),
    "view": Text("其他内容", "other content"),
    "basis": Text("所列的稿件", "the pieces it lists"),
    "frame": Text(
        "版框（模板、刊头、栏目、配置）", "frame (templates, masthead, sections, settings)"
    ),
    "bytes": Text("文件内容", "content of the file"),
    "new": Text("第一次排", "made for the first time"),
    "by-hand": Text("site 里的文件被改动或删掉", "its file in the site was changed or removed"),
}

COMMA = Text("、", ", ")
WAS = Text("{path}：上次排在 {made}。原因：{parts}。", "{path}: last made at {made}. Why: {parts}.")
KEPT = Text("现在再构建，这一页不动。", "A build now would keep this page.")
WOULD = Text(
    "现在再构建会重排。变了：{parts}。", "A build now would make it again. Changed: {parts}."
)
UNSEEN = Text(
    "现在再构建会排出这一页：它还没有发布过。",
    "A build now would make this page: it is not there yet.",
)
GONE = Text("现在再构建会删去这一页。", "A build now would remove this page.")
NOTHING = Text(
    "{path}：没有这一页，现在构建也不会有。",
    "{path}: there is no such page, nor would a build make one.",
)
EVERYTHING = Text(
    "没有可用的构建记录（从未构建，或程序、插件、网址方式变了）：会全部重排。",
    "There is no memory of a build that could be used (there was none, or the program, its "
    "plugins or the style of its URLs changed): everything would be made again.",
)
STOPPED = Text(
    "有 {errors} 个错误，现在构建会停下；先用 linli check 看。",
    "Errors: {errors}. A build would stop; see linli check.",
)

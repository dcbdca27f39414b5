# SPDX-License-Identifier: MIT
"""What `linli import` reports of each source: drafts, what is to be told still, what is left over."""

from __future__ import annotations

from linli.language.languages import Text

DRAFTED = Text(
    "起草 {path}：{headline}（{length} 字）", "Drafted {path}: {headline} ({length} signs)"
)
WOULD = Text(
    "将起草 {path}：{headline}（{length} 字）", "Would draft {path}: {headline} ({length} signs)"
)
THERE = Text(
    "已有 {path}，不再起草：{headline}", "{path} stands already, not drafted again: {headline}"
)
TO_DO = Text("还要填 {key}：{words}", "To be told, {key}: {words}")
PICTURES = Text("带图 {names}", "With the pictures {names}")
LEFT = Text("第 {line} 行，没有写进稿件：", "Line {line}, in no draft:")
NOTHING = Text("没有起草出稿件。请看下面列出的原文。", "No piece was drafted. See the text below.")
SUMMARY = Text(
    "共 {sources} 份原文：起草 {drafted} 篇，已有 {there} 篇，没有写进稿件的文字 {left} 处，读不出的 {failed} 份。",
    "Sources: {sources}. Drafted: {drafted}, there already: {there}; passages in no draft: {left}; "
    "sources not read: {failed}.",
)
NEXT = Text(
    "请逐篇对照原文，填上“待填”，再运行 linli check。",
    "Compare each with its source, fill in what is marked 待填, then run linli check.",
)
UNDATED = Text(
    "原文和 --date 都没有说日期的稿件，先放在 {year} 年的文件夹里。不是这一年的，请移过去。",
    "Drafts whose day neither the source nor --date tells lie in the folder of {year}. Move those of "
    "another year.",
)
REPORT = Text("报告写在 {path}。", "The report is in {path}.")
NO_SUCH = Text(
    "没有这个文件或文件夹。请核对路径。", "There is no such file or folder. Check the path."
)
UNREADABLE = Text("读不出来（{problem}）。", "It cannot be read ({problem}).")
ONE_OF_TWO = Text(
    "要么写出文件，要么写 --announcements。请只用一种。",
    "Name files, or --announcements. Use one of the two.",
)
TAKEN = Text(
    "{path} 刚刚有了别的文件，没有改动它。请再运行一次。",
    "{path} has just been written by somebody else and was left as it is. Run this again.",
)

# SPDX-License-Identifier: MIT
"""The sentence at the end of a run."""

from __future__ import annotations

from linli.language.languages import Text

CHECKED = Text(
    "{files} 个文件：{errors} 个错误，{warnings} 个警告，{notices} 个提示。",
    "Files: {files}. Errors: {errors}, warnings: {warnings}, notices: {notices}.",
)
STOPPED = Text(
    "{errors} 个错误，没有发布。网站保持原样；请按上面的提示改正后再来。",
    "Errors: {errors}. Nothing was published and the site is as it was. Mend them and run again.",
)
PRINTED = Text(
    "{articles} 篇稿件，公开 {public} 篇；写出 {files} 个文件。",
    "Articles: {articles}, public: {public}; files written: {files}.",
)

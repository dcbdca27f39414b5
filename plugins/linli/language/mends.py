# SPDX-License-Identifier: MIT
"""What `linli fix` says at the end."""

from __future__ import annotations

from linli.language.languages import Text

MENDED = Text("改好了 {files} 个文件。", "Mended files: {files}.")
WOULD_MEND = Text(
    "{files} 个文件可以改好，还没有改；去掉 --check 就改。",
    "Files that can be mended: {files}. Nothing was written; leave out --check to mend them.",
)
SOUND = Text("没有要改的。", "Nothing to mend.")
REENCODED = Text(
    "{path}：只改编码和换行，文字不变。",
    "{path}: only its encoding and line ends change.",
)
PUBLISHED = Text(
    "{path}：公告登出以后不改，没有动。要改请运行 linli revise。",
    "{path}: an announcement that was published stays as it is. To change it, run `linli revise`.",
)
NOT_WRITTEN = Text(
    "{path}：写不进去（{problem}），没有动。",
    "{path}: cannot be written ({problem}) and stays as it is.",
)

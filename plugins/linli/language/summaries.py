# SPDX-License-Identifier: MIT
"""The sentence at the end of a run."""

from __future__ import annotations

from linli.language.languages import Text

CHECKED = Text(
    "{files} 个文件：{errors} 个错误，{warnings} 个警告，{notices} 个提示。",
    "Files: {files}. Errors: {errors}, warnings: {warnings}, notices: {notices}.",
)
ELSEWHERE = Text(
    "没有改动的文件里还有 {findings} 处，其中 {errors} 个错误；运行 linli check 会全部列出。",
    "In files that did not change: {findings}, of which errors: {errors}. `linli check` shows them.",
)
RATE = Text(
    "编校差错 {slips} 处，共 {characters} 字，每万字 {rate:.1f} 处（报纸的合格线是 3 处）。",
    "Errors of editing: {slips} in {characters} characters, {rate:.1f} in 10,000 (a paper may have 3).",
)
STOPPED = Text(
    "{errors} 个错误，没有发布。网站保持原样；请按上面的提示改正后再来。",
    "Errors: {errors}. Nothing was published and the site is as it was. Mend them and run again.",
)
PRINTED = Text(
    "看过 {scanned} 个文件，读了 {parsed} 篇；写出 {rendered} 个，保留 {kept} 个，删去 {removed} 个；{seconds:.2f} 秒。",
    "Files scanned: {scanned}, texts parsed: {parsed}; rendered: {rendered}, kept: {kept}, removed: {removed}; {seconds:.2f} s.",
)
PROGRESS = {
    "read": Text(
        "读稿 {done}/{total}，每秒 {speed} 篇，还要 {left} 秒",
        "Read {done} of {total}, {speed} a second, {left} s to go",
    ),
    "developed": Text(
        "冲印照片 {done}/{total}，还要 {left} 秒",
        "Developed {done} photos of {total}, {left} s to go",
    ),
    "printed": Text(
        "排版 {done}/{total}，每秒 {speed} 页，还要 {left} 秒",
        "Printed {done} of {total}, {speed} a second, {left} s to go",
    ),
}
REFUSED = Text(
    "{problem}。没有发布，网站保持原样。",
    "{problem}. Nothing was published and the site is as it was.",
)
WAITING = Text(
    "另一次构建正在进行，等它结束……", "Another build is at work here; waiting until it is done."
)
NO_FONT = Text(
    "这台机器上没有中文字体，不画分享卡片和网站图标；装上 fonts-noto-cjk，或在 linli/photos 的 font 里写字体文件，就有了。",
    "There is no Chinese font on this machine, so no share cards and no icons are drawn."
    " Install fonts-noto-cjk, or name a font file at linli/photos: font.",
)
NO_SITE = Text(
    "这个文件夹和它上面都没有 mkdocs.yml。请进到放网站的文件夹里再运行，或写 --config",
    "no mkdocs.yml here or above; go to the site's folder, or name the file with --config",
)

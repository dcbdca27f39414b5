# SPDX-License-Identifier: MIT
"""Examples of what was published and then changed: only a comparison with git finds it."""

from __future__ import annotations

from linli.language.examples.example import Examples, words

HISTORY: Examples = {
    "published-gone": words(
        (
            "把发表过的 reports/2026/ludeng.md 删了，或改了名。",
            "The published reports/2026/ludeng.md was deleted, or renamed.",
        ),
        (
            "恢复文件，写 status: withdrawn；改了名的，在新文件里写 aliases: [reports/2026/ludeng/]。",
            "Restore it and set status: withdrawn; or give aliases: [reports/2026/ludeng/] in the"
            " new file.",
        ),
    ),
    "published-hidden": words(
        (
            "给发表过的稿件加上了 status: draft。",
            "status: draft was added to a published piece.",
        ),
        (
            "删去这一行；要撤回，写 status: withdrawn 和 withdrawn。",
            "Delete the line; to withdraw it, set status: withdrawn, and withdrawn.",
        ),
    ),
    "changed-without-version": words(
        (
            "公告登出去以后，直接把 deadline 改晚了十天。",
            "The deadline of a published announcement was put off by ten days.",
        ),
        (
            "先恢复原稿，运行 linli revise notices/2026/N-2026-0101.md，再改。",
            "Restore it, run linli revise notices/2026/N-2026-0101.md, then edit.",
        ),
    ),
    "version-differs": words(
        (
            "动了旧版 N-2026-0101.v1.md 里的字。",
            "Words of the earlier version N-2026-0101.v1.md were changed.",
        ),
        (
            "从版本库里取回旧版原样；要改，改现行稿。",
            "Take the earlier version back from the repository; edit the present one.",
        ),
    ),
    "changed-without-correction": words(
        (
            "报道发表以后，把“一百盏”改成了“一百二十盏”。",
            "“A hundred lamps” became “a hundred and twenty” in a published report.",
        ),
        (
            "加一条 corrections，说明改了什么；只改错字，可以不加。",
            "Add an entry to corrections that says what changed; a misprint may pass.",
        ),
    ),
}

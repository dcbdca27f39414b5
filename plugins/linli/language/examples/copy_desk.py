# SPDX-License-Identifier: MIT
"""Examples of what a proof-reader marks: punctuation, what was left behind, names of children."""

from __future__ import annotations

from linli.language.examples.example import Examples, keys, text, words

COPY_DESK: Examples = {
    "half-width-marks": text("今天,灯亮了!", "今天，灯亮了！"),
    "hyphen-range": text("活动面向5-12岁的孩子。", "活动面向5—12岁的孩子。"),
    "unpaired-mark": text("她说：“灯亮了。", "她说：“灯亮了。”"),
    "doubled-marks": text("灯亮了，，路好走了。。", "灯亮了，路好走了。"),
    "wrong-ellipsis": text("灯亮了。。。。。。", "灯亮了……"),
    "wrong-dash": text("他们等的就是这个--灯。", "他们等的就是这个——灯。"),
    "straight-quotes": text('她说"灯亮了"。', "她说“灯亮了”。"),
    "stray-space": text("灯亮了 ，路好走了。", "灯亮了，路好走了。"),
    "leftover-marker": text("灯是（待核实）一百二十盏。", "灯是一百二十盏。"),
    "key-to-fill": keys("# 待填：topics: 话题", "topics: [路灯]"),
    "invisible-character": words(
        (
            "从网页上复制来的字中间夹着零宽空格。",
            "A zero-width space came along with a copied text.",
        ),
        ("把这几个字删去，重新输入。", "Delete the words around it and type them again."),
    ),
    "unknown-character": words(
        (
            "从PDF里复制来的生僻字成了“方框问号”。",
            "A rare sign of a PDF became a replacement character.",
        ),
        ("对照原件重新输入。", "Type it again from the original."),
    ),
    "merge-conflict": text(
        "<<<<<<< HEAD\n灯共一百盏。\n=======\n灯共一百二十盏。\n>>>>>>> xiugai",
        "灯共一百二十盏。",
    ),
    "minor-named": text("社区少年王小明说，灯亮了。", "社区少年小明（化名）说，灯亮了。"),
}

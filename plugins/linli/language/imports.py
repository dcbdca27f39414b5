# SPDX-License-Identifier: MIT
"""What is said of a printed column that was drafted: the words of `linli import`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from linli.language.languages import Language, Text


@dataclass(frozen=True, slots=True)
class Remark:
    """Something an editor has to know about a line of the printed text."""

    code: str
    line: int
    arguments: Mapping[str, str] = field(default_factory=dict)

    def say(self, language: Language) -> str:
        words = {
            name: _WORDS[value](language)
            if value in _WORDS and name in {"reason", "kind"}
            else value
            for name, value in self.arguments.items()
        }
        return _REMARKS[self.code](language).format(**words)


_REMARKS = {
    "drafted": Text("起草 {id}：{holder}，{names}。", "Drafted {id}: {holder}, {names}."),
    "there": Text(
        "{place} 里已有 {id}，不再起草：{text}",
        "{id} stands in {place} already and is not drafted again: {text}",
    ),
    "twice": Text(
        "与 {id} 相同，不再起草：{text}", "The same as {id}, and not drafted again: {text}"
    ),
    "unknown": Text(
        "没有看懂，没有起草（{reason}）。请自己写成公告。原文：{text}",
        "Not understood and not drafted ({reason}). Write it yourself. The text: {text}",
    ),
    "masked": Text(
        "{kind}没有写进稿件，已遮成 {value}。", "The {kind} was masked in the draft: {value}."
    ),
    "no-place": Text(
        "{id} 的原文里没有地名表里的地名。请补上 places。",
        "The text of {id} names no place of the gazetteer. Add places.",
    ),
    "several-codes": Text(
        "{id} 里有几类证件，代码按第一件写成 {code}（{name}）。请核对。",
        "{id} is about several sorts of document; its code is that of the first, {code} ({name}). Check it.",
    ),
    "head": Text(
        "栏题，不属于哪一则，没有写进稿件：{text}",
        "A headline that belongs to no single notice and is not in the draft: {text}",
    ),
    "marks": Text(
        "各则之间的标记和序号没有写进稿件：{text}",
        "Marks and numbers between the notices, not in the draft: {text}",
    ),
}

_WORDS = {
    "no-declaration": Text("不是遗失声明", "it is no declaration of loss"),
    "no-document": Text("看不出遗失了什么证件", "which document was lost is not plain"),
    "no-holder": Text("看不出遗失人", "whose it is is not plain"),
    "unclear-holder": Text(
        "看不出遗失人的名称是到哪里为止，是单位还是个人",
        "where the holder's name ends, or whether it is a body or a person, is not plain",
    ),
    "resident-id": Text("公民身份号码", "resident's number"),
    "mobile": Text("手机号码", "mobile number"),
    "credit-code": Text("个人证件的号码", "number of a person's document"),
    "long-number": Text("个人证件的号码", "number of a person's document"),
}

SUMMARY = Text(
    "共 {all} 则：起草 {drafted} 则，已有 {there} 则，没有看懂 {unknown} 则。",
    "Notices: {all}. Drafted: {drafted}, there already: {there}, not understood: {unknown}.",
)
WRITTEN = Text(
    "写好了 {path}。请对照报纸逐则核对，再运行 linli check。",
    "Written to {path}. Compare each with the paper, then run linli check.",
)
EXISTS = Text(
    "{path} 已经存在，没有改动它。请用 --output 另写一个文件名。",
    "{path} exists and was left as it is. Name another file with --output.",
)
NO_TEXT = Text(
    "{path} 不是文字（UTF-8、UTF-16、GB18030 都读不出）。请另存为 UTF-8 的文本文件。",
    "{path} is no text in UTF-8, UTF-16 or GB18030. Save it as a text file in UTF-8.",
)
NO_NAME = Text(
    "--output 的文件名要以 .batch.md 结尾，放在 lost/ 的年份文件夹里才会被读到：{path}",
    "--output must end in .batch.md and lie in a folder of a year in lost/ to be read: {path}",
)

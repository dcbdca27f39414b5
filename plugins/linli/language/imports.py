# SPDX-License-Identifier: MIT
"""What is said of a printed column that was drafted: the words of `linli import`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from linli.language import sources
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
    **sources.REMARKS,
    "joined": Text(
        "被版面切断的句子已接上：{text}", "A sentence that the page cut was joined: {text}"
    ),
    "unfinished": Text(
        "这一句没有说完，后面没有找到下文，请对照报纸：{text}",
        "This sentence is unfinished and nothing was found that goes on with it. See the paper: {text}",
    ),
    "caption": Text(
        "图片说明已从正文里取出，写在稿件开头的“待填：photos”里：{text}",
        "A caption was taken out of the text; it stands in the comment on `photos`: {text}",
    ),
    "maybe-caption": Text(
        "单独的一短行，留在正文里；如果是图片说明，请移到图片下面：{text}",
        "A short line by itself, left in the text. If it is a caption, move it to its picture: {text}",
    ),
    "cross-head": Text("当作小标题：{text}", "Taken for a cross-head: {text}"),
    "maybe-heading": Text(
        "一短行，留在正文里；如果是小标题，请在前面加“## ”：{text}",
        "A short line, left in the text. If it is a cross-head, put “## ” before it: {text}",
    ),
    "headlines": Text(
        "几行标题是按先后分的，请核对。引题：{kicker}　标题：{title}",
        "Several headlines, told apart by their order. Check them. Kicker: {kicker} Headline: {title}",
    ),
    "headlines-three": Text(
        "几行标题是按先后分的，请核对。引题：{kicker}　标题：{title}　副题：{subtitle}",
        "Several headlines, told apart by their order. Check them. Kicker: {kicker} Headline: {title} Subtitle: {subtitle}",
    ),
    "headline-broken": Text(
        "两行当作一个标题，中间空一格，请核对：{title}",
        "Two lines were taken for one headline, with a space between them. Check it: {title}",
    ),
    "lone-headline": Text(
        "像标题，但后面没有正文，没有写进稿件：{text}",
        "It looks like a headline, but no text follows. It is in no draft: {text}",
    ),
    "no-headline": Text(
        "这一篇没有找到标题，请补上 title：{text}", "A piece without a headline. Add title: {text}"
    ),
    "signature-unknown": Text(
        "像署名，但没有看懂，留在正文里。请移到 bylines 或 credits：{text}",
        "It looks like a signature but was not understood, and was left in the text. Move it to bylines or credits: {text}",
    ),
    "signature-inside": Text(
        "署名之后又有正文，算作同一篇。如果是另一篇，请分开：{text}",
        "Text behind a signature, taken for the same piece. If it is another, part them: {text}",
    ),
    "signature-lifted": Text(
        "署名已从正文里取出，写进 bylines 或 credits：{text}",
        "A signature was taken out of the text, into bylines or credits: {text}",
    ),
    "jump": Text(
        "转版的提示没有写进稿件，请把两版的文字接起来：{text}",
        "A line that sends readers to another page, not in the draft. Put both parts together: {text}",
    ),
    "places": Text(
        "地点取自原文里点明的地名，请核对：{places}",
        "Places are those that the text names. Check them: {places}",
    ),
    "notice": Text(
        "当作公告起草，请补上 {keys}：{title}",
        "Drafted as an announcement. Add {keys}: {title}",
    ),
    "not-taken": Text(
        "在公告栏里，没有起草（{reason}），原文见下：{text}",
        "In a column of announcements, not drafted ({reason}); its text is left over: {text}",
    ),
    "not-taken-apart": Text(
        "正文已起草，但没有看懂（{reason}）。请自己补上 code、holder、documents：{text}",
        "Drafted, but not taken apart ({reason}). Add code, holder and documents yourself: {text}",
    ),
    "widened": Text("{n} 个半角标点改成了全角。", "Half-width marks made full-width: {n}."),
    "page-date": Text(
        "日期取自报头或版脚：{date}。", "The date is that of the page's own head or foot: {date}."
    ),
    "page-date-differs": Text(
        "版面上印的是 {date}，给出的是 {told}，用了后者。请核对。",
        "The page says {date}, you said {told}, which was used. Check it.",
    ),
    "page-dates": Text(
        "版面上有几个日期，没有采用：{date}。请补上 date。",
        "The page bears several dates, none of which was used: {date}. Add date.",
    ),
}

_WORDS = {
    **sources.WORDS,
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

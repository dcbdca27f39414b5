# SPDX-License-Identifier: MIT
"""Every finding an editor can be told of: its code, how grave it is, and its words.

A code never changes; its words may improve. A message says what is wrong and then what to do.
`{name}` is an argument; a part in `‹ ›` is said only where all its arguments have something in
them; `{{` and `}}` are braces. The position is no part of a message.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from linli.language.languages import Language
from linli.language.quoting import listed, quoted

_PART = re.compile(r"‹([^‹›]*)›")
_ARGUMENT = re.compile(r"\{\{|\}\}|\{(\w+)\}")


class Severity(StrEnum):
    """How grave a finding is."""

    ERROR = "error"
    """Nothing is published while it stands."""
    WARNING = "warning"
    """Shown on every build; the editor decides."""
    NOTICE = "notice"
    """A hint."""


@dataclass(frozen=True, slots=True)
class Message:
    """The words of one finding."""

    severity: Severity
    zh: str
    en: str

    def say(self, arguments: Mapping[str, str | int | tuple[str, ...]], language: Language) -> str:
        """The message in a language, with its arguments filled in."""
        pattern = self.zh if language is Language.ZH_HANS else self.en
        comma = "、" if language is Language.ZH_HANS else ", "
        words = {
            name: listed(value, comma) if isinstance(value, tuple) else quoted(name, value)
            for name, value in arguments.items()
        }

        def optional(match: re.Match[str]) -> str:
            names = filter(None, _ARGUMENT.findall(match[1]))
            return match[1] if all(words.get(name) for name in names) else ""

        def argument(match: re.Match[str]) -> str:
            return words[match[1]] if match[1] else match[0][0]

        return _ARGUMENT.sub(argument, _PART.sub(optional, pattern))


def _error(zh: str, en: str) -> Message:
    return Message(Severity.ERROR, zh, en)


def _warning(zh: str, en: str) -> Message:
    return Message(Severity.WARNING, zh, en)


def _notice(zh: str, en: str) -> Message:
    return Message(Severity.NOTICE, zh, en)


_READING = {
    "not-utf8": _error(
        "文件不是 UTF-8 编码‹（像是 {guess}）›。请用记事本“另存为”，编码选 UTF-8。",
        "The file is not UTF-8‹ (it looks like {guess})›. Save it again with the encoding UTF-8.",
    ),
    "file-empty": _error(
        "文件是空的。请写上内容，或删除这个文件。",
        "The file is empty. Write something, or delete it.",
    ),
    "front-matter-missing": _error(
        "文件开头没有稿件信息。请在第一行写三个减号“---”，下面每行写一个键，写完再写一行“---”。",
        "The file does not begin with front matter. Put `---` on the first line, and again after "
        "the last key.",
    ),
    "front-matter-late": _error(
        "“---”前面还有别的行，稿件信息不会被识别。请让“---”成为文件的第一行。",
        "There are lines before `---`, so the front matter is not read. Make `---` the first line "
        "of the file.",
    ),
    "front-matter-open": _error(
        "稿件信息没有结尾。请在最后一个键的下一行写三个减号“---”。",
        "The front matter does not end. Put `---` on the line after the last key.",
    ),
    "front-matter-no-mapping": _error(
        "这里不是“键: 值”。请每行写一个键，冒号后空一格，再写值。",
        "This is not `key: value`. Write one key a line, a colon, a space, the value.",
    ),
    "wide-colon": _error(
        "“{key}”后面用了全角冒号。请改成半角冒号加一个空格：“{key}: ”。",
        "A full-width colon follows `{key}`. Write a half-width colon and a space: `{key}: `.",
    ),
    "wide-comma": _error(
        "“{key}”里的“{value}”用了中文逗号或顿号，会当作一项。几项之间请用半角逗号；真是一项，请放进英文双引号。",
        "In `{key}`, the Chinese comma makes one item of `{value}`. Put half-width commas between "
        "several; if it is one, put it into double quotes.",
    ),
    "smart-quotes": _error(
        "{text} 外面是中文引号，这里不认。请换成英文双引号，或去掉引号。",
        "`{text}` has Chinese quotation marks, which are no quotes here. Use straight ones, or none.",
    ),
    "tab-indent": _error(
        "行首用了制表符。请改成空格缩进。",
        "The line is indented with a tab. Use spaces.",
    ),
    "yaml-broken": _error(
        "这一行读不懂：“{text}”。括号、引号要成对，缩进要对齐；值里若有冒号、井号或引号，"
        "请把整个值放进英文双引号。",
        "This line cannot be read: `{text}`. Close what is open and align what is indented; put a "
        "value that holds a colon, a hash sign or quotes into double quotes.",
    ),
    "yaml-alias": _error(
        "“{text}”里，值开头的“&”“*”“!”另有用途，不会照样显示。请把整个值放进英文双引号。",
        "In `{text}`, the `&`, `*` or `!` that begins the value is not taken as text. Put the "
        "whole value into double quotes.",
    ),
    "unknown-key": _error(
        "这里没有“{key}”这个键。‹您要写的是不是“{nearest}”？›可用的键见写稿手册。",
        "There is no key `{key}` here. ‹Did you mean `{nearest}`? ›The handbook lists all keys.",
    ),
    "duplicate-key": _error(
        "“{key}”写了两次，第一次在第 {first} 行。请只留一个。",
        "`{key}` stands twice, first on line {first}. Keep one.",
    ),
    "empty-value": _error(
        "“{key}”后面是空的。请写上值，或删掉这一行。",
        "`{key}` has no value. Give it one, or delete the line.",
    ),
    "empty-item": _error(
        "“{key}”的列表里有一项是空的。请写上内容，或删掉这一项。",
        "The list `{key}` has an empty item. Fill it in, or delete it.",
    ),
    "missing-key": _error(
        "缺少“{key}”（{zh}）。请补上。",
        "`{key}` ({zh}) is missing. Add it.",
    ),
    "not-a-single-value": _error(
        "“{key}”应当是{expected_zh}，这里却是列表或多个键。请只写一个值。",
        "`{key}` should be {expected_en}, but here is a list or a mapping. Write a single value.",
    ),
    "too-short": _error(
        "“{key}”只有 {length} 个字，至少要 {least} 个。请写完整。",
        "`{key}` needs at least {least} characters and has {length}. Write it out.",
    ),
    "too-long": _error(
        "“{key}”有 {length} 个字，至多 {most} 个。请缩短。",
        "`{key}` may have {most} characters and has {length}. Shorten it.",
    ),
    "wrong-shape": _error(
        "“{key}”写成了“{value}”。应写{expected_zh}。",
        "`{key}` is `{value}`. It should be {expected_en}.",
    ),
    "unknown-choice": _error(
        "“{key}”不能是“{value}”。‹您要写的是不是“{nearest}”？›可选：{allowed_zh}。",
        "`{key}` cannot be `{value}`. ‹Did you mean `{nearest}`? ›Allowed: {allowed_en}.",
    ),
    "not-a-date": _error(
        "“{key}”的“{value}”不是日期。请写成 2022-07-05、2022/7/5 或 2022年7月5日。",
        "`{key}`: `{value}` is not a date. Write 2022-07-05, 2022/7/5 or 2022年7月5日.",
    ),
    "no-such-day": _error(
        "“{key}”的“{value}”在日历上没有。请核对日期。",
        "`{key}`: there is no `{value}` in the calendar. Check the date.",
    ),
    "time-missing": _error(
        "“{key}”只有日期“{value}”。请加上时刻，例如 2022-07-05 09:30。",
        "`{key}` is only a date, `{value}`. Add the time of day, such as 2022-07-05 09:30.",
    ),
    "not-a-number": _error(
        "“{key}”写成了“{value}”。应写整数，最小是 {least}。",
        "`{key}` is `{value}`. It should be a whole number, {least} or more.",
    ),
    "not-a-flag": _error(
        "“{key}”的“{value}”既不是“是”也不是“否”。请写 true 或 false。",
        "`{key}`: `{value}` is neither yes nor no. Write true or false.",
    ),
    "not-a-list": _error(
        "“{key}”应当是列表。请每项另起一行，以“- ”开头‹；也可以写成 [{value}]，多项之间用半角逗号隔开›。",
        "`{key}` should be a list. Begin a line with `- ` for each item‹, or write [{value}], with "
        "commas between several›.",
    ),
    "not-a-record": _error(
        "“{key}”应当由几个键组成：{keys}。请分别写出。",
        "`{key}` is made of keys: {keys}. Write them out.",
    ),
    "not-by-file": _error(
        "“{key}”写法不对。请先写图片的文件名和冒号，下一行缩进，再写 caption、alt、credit 或 creator。",
        "`{key}` is not in its form. Write the picture's file name and a colon, and caption, alt, "
        "credit or creator indented below it.",
    ),
    "byline-unknown": _error(
        "看不懂署名“{value}”。请写成“华西社区传媒记者 李玥林”的样子，或分开写 name、role、affiliation。",
        "The byline `{value}` is not understood. Write it like `华西社区传媒记者 李玥林`, or give "
        "name, role and affiliation apart.",
    ),
    "byline-organisation": _error(
        "署名“{value}”是单位，不是人。请把它移到 credits（供图）里。",
        "The byline `{value}` is an office, not a person. Move it to credits.",
    ),
    "credit-person": _error(
        "“{value}”是人，不是单位。请把它移到 bylines（记者）里。",
        "`{value}` is a person, not an office. Move it to bylines.",
    ),
    "credit-unknown": _error(
        "看不懂“{value}”。请写成“新津区委社治委供图”的样子。",
        "`{value}` is not understood. Write who supplied it, like `新津区委社治委供图`.",
    ),
}

_BATCHES = {
    "batch-not-named": _error(
        "这个文件里有多则公告（“## 编号”），文件名却不是“….batch.md”。请改名为“{expected}”，"
        "或一则公告一个文件。",
        "This file holds several announcements (`## id`), but its name does not end in .batch.md. "
        "Rename it `{expected}`, or give each a file of its own.",
    ),
    "batch-empty": _error(
        "这个文件里没有公告。请每则公告以一行“## 编号 标题”开头，例如“## L-2026-0101 遗失声明”。",
        "There is no announcement in this file. Begin each with a line `## id title`, such as "
        "`## L-2026-0101 遗失声明`.",
    ),
    "batch-text-before": _error(
        "第一则公告前面有文字，不属于任何公告。请移到某一则“## 编号 标题”下面，或删去。",
        "This text stands before the first announcement and belongs to none. Move it below a line "
        "`## id title`, or delete it.",
    ),
    "batch-heading": _error(
        "“{text}”没有编号。每则公告以“## 编号 标题”开头；公告里的小标题请用 ###。",
        "`{text}` has no id. An announcement begins with `## id title`; a cross-head inside one takes "
        "###.",
    ),
    "batch-key-shared": _error(
        "“{key}”只能属于一则公告，不能写在共用的部分。请移到那一则的“## 编号”下面。",
        "`{key}` can belong to one announcement only. Move it from the shared part to below its "
        "`## id`.",
    ),
    "batch-fields-open": _error(
        "这里的“```yaml”没有结尾。请在最后一个键的下一行写“```”。",
        "The keys that begin with ```yaml here do not end. Put ``` on the line after the last key.",
    ),
    "batch-fields-bare": _error(
        "公告自己的键要放在“```yaml”和“```”两行之间，否则会当作正文。请在这一行前面写“```yaml”，"
        "最后一个键后面写“```”。",
        "An announcement's own keys stand between the lines ```yaml and ```, or they are taken for "
        "its text. Put ```yaml before this line, and ``` after the last key.",
    ),
    "batch-fields-late": _error(
        "“```yaml”要紧跟在“## 编号 标题”下面，写在这里会当作正文。请移上去。",
        "The ```yaml of an announcement comes right below its `## id title`; here it is taken for "
        "text. Move it up.",
    ),
    "batch-version": _error(
        "这个文件里的公告只有第 1 版。改版请先把这一则移到单独的文件“{file}”，旧版存在旁边。",
        "Announcements in this file have no later version. Move it to a file of its own, `{file}`, and "
        "keep the old version beside it.",
    ),
}

_NUMBERS = {
    "uscc-length": _error(
        "统一社会信用代码“{value}”有 {length} 位，应为 18 位。请核对。",
        "The credit code `{value}` has {length} characters, not 18. Check it.",
    ),
    "uscc-character": _error(
        "统一社会信用代码“{value}”第 {position} 位不能是“{found}”。代码里没有字母 I、O、S、V、Z，"
        "第 3 至 8 位只有数字。请核对。",
        "The credit code `{value}` cannot hold `{found}` in place {position}. A code has no letters "
        "I, O, S, V, Z, and only digits in places 3 to 8. Check it.",
    ),
    "uscc-check": _error(
        "统一社会信用代码“{value}”对不上‹：照前 17 位算，末位应是“{expected}”›。可能抄错了某一位，请逐位核对。",
        "The credit code `{value}` fails its check‹: from the first 17 characters the last would be "
        "`{expected}`›. One of them may be miscopied; compare each.",
    ),
    "uscc-organisation": _error(
        "统一社会信用代码“{value}”第 9 至 17 位（组织机构代码）对不上：照前 8 位算，第 17 位应是“{expected}”。请逐位核对。",
        "In the credit code `{value}`, places 9 to 17 (the organisation code) fail their check: "
        "place 17 would be `{expected}`. Compare each character.",
    ),
    "uscc-region": _warning(
        "统一社会信用代码“{value}”登记在区划 {region}，不是{place}（{code}）。请核对代码或地点。",
        "The credit code `{value}` is registered in region {region}, not in {place} ({code}). "
        "Check the code or the place.",
    ),
    "resident-id-in-clear": _error(
        "这里有完整的公民身份号码（{value}）。请像这样只留首末各一位，或删去。",
        "A resident id stands here in full ({value}). Mask it so, or delete it.",
    ),
    "mobile-in-clear": _error(
        "这里有完整的手机号码（{value}）。请像这样遮住中间四位，或改用办公电话并写在 contacts 里。",
        "A mobile number stands here in full ({value}). Mask it so, or give an office line under "
        "contacts.",
    ),
    "masked-in-text": _error(
        "“{label}”在表里是 {show}，这里却写全了。请在正文里也遮住，或删去。",
        "`{label}` is {show} in the table but stands here in full. Mask it in the text too, or "
        "delete it.",
    ),
    "photo-says-number": _error(
        "照片“{file}”自己带的说明里有完整的号码（{value}），会随照片发布。请用看图软件删去照片里的说明。",
        "The picture `{file}` says a number in full ({value}) in its own data, which go out with it. "
        "Delete the description in the file.",
    ),
    "phone-private": _error(
        "“{value}”是手机号码。本人同意公开的请加 public: true，否则请改用办公电话。",
        "`{value}` is a mobile number. Add public: true if its owner agrees, else give an office "
        "line.",
    ),
}

_FOLDER = {
    "symlink": _error(
        "这是一个快捷方式（符号链接），不是文件。请放入文件本身。",
        "This is a symbolic link. Put the file itself here.",
    ),
    "special-file": _error(
        "这不是普通文件。请删除它。",
        "This is not an ordinary file. Delete it.",
    ),
    "extension-case": _error(
        "扩展名“{found}”不被识别。请改成“{expected}”。",
        "The extension `{found}` is not read. Change it to `{expected}`.",
    ),
    "picture-format": _error(
        "“{found}”图片不能发布，原片里可能有拍摄地点。请另存为 .jpg 或 .png。",
        "A `{found}` picture cannot be published, and may tell where it was taken. Save it as .jpg "
        "or .png.",
    ),
    "backup-file": _error(
        "这是编辑软件留下的备份，会被当作附件发布。请删除它。",
        "This is an editor's backup copy and would be published. Delete it.",
    ),
    "path-shape": _error(
        "稿件应放在“{expected}”。请移动文件。",
        "An article lies at `{expected}`. Move the file.",
    ),
    "path-characters": _error(
        "文件名里有“{found_zh}”，网址会出错。请改名，只用字母、数字、汉字、连字符。",
        "The file name holds {found_en}, which breaks its URL. Rename it, with letters, digits, "
        "Chinese characters and hyphens only.",
    ),
    "path-reserved": _error(
        "“{path}”的位置留给网站自己生成的页面。请把文件移到 reports、notices、lost 或 about，或改名。",
        "The site makes the page at `{path}` by itself. Move the file to reports, notices, lost or "
        "about, or rename it.",
    ),
    "file-unreadable": _error(
        "文件读不出来（{problem}）。请检查权限，或重新放一份。",
        "The file cannot be read ({problem}). Check its permissions, or put it here again.",
    ),
    "year-differs": _warning(
        "文件在 {folder} 年的文件夹里，日期却是 {year} 年。网址用文件夹的年份，请核对日期。",
        "The file lies in the folder of {folder} but its date is in {year}. The folder makes the "
        "URL; check the date.",
    ),
    "url-twice": _error(
        "与“{other}”的网址相同（{url}）。请给其中一个改名。",
        "It has the same URL as `{other}` ({url}). Rename one of them.",
    ),
    "alias-taken": _error(
        "旧网址“{alias}”已归“{other}”。请删去这个旧网址。",
        "The old URL `{alias}` belongs to `{other}`. Delete the alias.",
    ),
    "place-twice": _error(
        "“{name}”在同一级里写了两次，第一次在第 {first} 行。请合并，或改名。",
        "`{name}` stands twice on one level, first on line {first}. Merge them, or rename one.",
    ),
    "place-too-deep": _error(
        "“{name}”在第四级。地点只有三级：区、街道或镇、社区或村。",
        "`{name}` lies on a fourth level. There are three: district, street or town, community or "
        "village.",
    ),
    "category-twice": _error(
        "栏目“{name}”已在“{other}”里。请合并，或改名。",
        "There is a category `{name}` already in `{other}`. Merge them, or rename one.",
    ),
    "person-twice": _error(
        "“{name}”已有文件“{other}”。请合并成一个。",
        "`{name}` has a file already, `{other}`. Merge them.",
    ),
    "policy-page-missing": _warning(
        "缺少“{title_zh}”页。新闻网站都要有，请写 {path}。",
        "The page `{title_en}` is missing. Every news site needs it; write {path}.",
    ),
}

_REFERENCES = {
    "unknown-category": _error(
        "没有“{value}”这个栏目。‹您要写的是不是“{nearest}”？›‹现有栏目：{allowed}。›新栏目请先在"
        " categories 里建文件。",
        "There is no category `{value}`. ‹Did you mean `{nearest}`? ›‹There are: {allowed}. ›Make a "
        "file in categories for a new one first.",
    ),
    "unknown-place": _error(
        "地名表里没有“{value}”。‹您要写的是不是“{nearest}”？›新地名请先加进 places.yml。",
        "The gazetteer has no `{value}`. ‹Did you mean `{nearest}`? ›Add a new place to places.yml "
        "first.",
    ),
    "ambiguous-place": _error(
        "“{value}”不止一个：{places}。请写完整。",
        "There are several `{value}`: {places}. Write the full path.",
    ),
    "place-repeated": _warning(
        "地点“{value}”写了两次。请删去一个。",
        "The place `{value}` stands twice. Delete one.",
    ),
    "unknown-code": _error(
        "没有“{value}”这个公告代码。‹您要写的是不是“{nearest}”？›可用：{allowed_zh}。",
        "There is no announcement code `{value}`. ‹Did you mean `{nearest}`? ›Allowed: {allowed_en}.",
    ),
    "code-of-other-kind": _error(
        "代码 {code}（{name_zh}）的公告应放在 {folder}/ 里。请移动文件或改代码。",
        "An announcement of code {code} ({name_en}) belongs in {folder}/. Move it, or change the "
        "code.",
    ),
    "id-differs": _error(
        "编号“{value}”与文件名“{file}”不同。请改成一样。",
        "The id `{value}` differs from the file name `{file}`. Make them the same.",
    ),
    "id-twice": _error(
        "编号“{value}”已被“{other}”使用。请换下一个没用过的编号。",
        "The id `{value}` is taken by `{other}`. Take the next free one.",
    ),
    "unknown-announcement": _error(
        "“{key}”指向的“{value}”不存在。‹您要写的是不是“{nearest}”？›请核对编号。",
        "`{key}`: there is no announcement `{value}`. ‹Did you mean `{nearest}`? ›Check the id.",
    ),
    "announcement-itself": _error(
        "“{key}”指向了自己。请写另一则公告的编号。",
        "`{key}` points to the announcement itself. Give the id of the other one.",
    ),
    "announcement-later": _error(
        "“{key}”指向的“{value}”比本则发布得晚。请核对编号或日期。",
        "`{key}`: `{value}` was published later than this. Check the id or the date.",
    ),
    "superseded-twice": _error(
        "“{value}”已被“{other}”取代。一则公告只能被取代一次，请核对编号。",
        "`{value}` is superseded by `{other}` already. Check the id.",
    ),
    "correction-one-sided": _error(
        "“{other}”更正了本则，这里却没有 {date} 的 corrections 记录。请补上。",
        "`{other}` corrects this, but there is no entry of {date} under corrections. Add it.",
    ),
    "withdrawal-one-sided": _error(
        "“{other}”撤回了本则，这里却没有写 status: withdrawn。请改 status，并写 withdrawn（日期和原因）。",
        "`{other}` withdraws this, but its status is not withdrawn. Set status, and withdrawn with "
        "a date and a reason.",
    ),
    "withdrawal-days-differ": _error(
        "“{other}”在 {date} 撤回了本则，这里 withdrawn 写的却是 {value}。请改成同一天。",
        "`{other}` withdraws this on {date}, but withdrawn says {value}. Make it the same day.",
    ),
    "superseded-in-a-circle": _error(
        "“{value}”又取代了本则，绕成了一圈。请核对 supersedes 的编号。",
        "`{value}` supersedes this in turn. Check the ids of supersedes.",
    ),
    "unknown-related": _error(
        "“{key}”里的“{value}”不存在。‹您要写的是不是“{nearest}”？›请写 content 里的路径或公告编号。",
        "`{key}`: there is no `{value}`. ‹Did you mean `{nearest}`? ›Give a path in content or an "
        "announcement's id.",
    ),
    "front-twice": _error(
        "“{value}”在首页上放了两次，第一次在第 {first} 行。请删去一处。",
        "`{value}` is put on the front page twice, first on line {first}. Delete one.",
    ),
    "front-past": _warning(
        "“{value}”只放到 {until}，已经不在首页了。请删去这一项，或改 until。",
        "`{value}` was to stand there until {until} and is gone. Delete the entry, or change until.",
    ),
    "front-not-public": _warning(
        "“{value}”还没有发布，不会出现在首页。请等它发布，或先换一篇。",
        "`{value}` is not published, so it is not on the front page. Wait until it is, or put "
        "another there.",
    ),
    "front-withdrawn": _warning(
        "“{value}”已经撤回，不会出现在首页。请换一篇。",
        "`{value}` is withdrawn, so it is not on the front page. Put another there.",
    ),
    "front-expired": _warning(
        "公告“{value}”已经过期，不会出现在首页。请删去这一项。",
        "The notice `{value}` has expired, so it is not on the front page. Delete the entry.",
    ),
    "front-full": _warning(
        "首页上方只放得下 {room} 篇，“{value}”放不下。请删去几项，或调整先后。",
        "There is room for {room} pieces on top of the front page, and none for `{value}`. Delete "
        "some, or change their order.",
    ),
    "issue-not-a-day": _error(
        "“{path}”的文件名不是日期。一期报纸的版面图请写在 editions/2022-07-05.md 这样的文件里。",
        "The name of `{path}` is no day. The page pictures of an issue belong in a file such as "
        "editions/2022-07-05.md.",
    ),
    "issue-without-pieces": _warning(
        "{day} 没有见报的稿件，这一期的版面图不会出现。请在稿件里写 edition，或核对文件名。",
        "No piece was printed on {day}, so these page pictures are shown nowhere. Give the pieces "
        "their edition, or check the file name.",
    ),
    "page-twice": _error(
        "{value} 版写了两次，第一次在第 {first} 行。请合并成一项。",
        "Page {value} stands twice, first on line {first}. Make them one.",
    ),
    "zone-shape": _error(
        "“{key}”写成了“{value}”。应写四个百分数 [左, 上, 宽, 高]，宽和高大于 0，都不超出 100。",
        "`{key}` is `{value}`. It should be four percentages, [left, top, width, height]; width "
        "and height more than 0, nothing beyond 100.",
    ),
    "zones-overlap": _warning(
        "“{value}”的位置和“{other}”重叠，读者可能点错。请改小其中一个。",
        "`{value}` lies upon `{other}`, so a reader may open the wrong one. Make one smaller.",
    ),
    "zone-elsewhere": _error(
        "“{value}”的 edition 不是 {date} 的 {page} 版。请核对稿件的 edition，或移到它所在的版。",
        "The edition of `{value}` is not page {page} of {date}. Check its edition, or move the "
        "entry to its page.",
    ),
}

_CONSISTENCY = {
    "withdrawn-unexplained": _error(
        "status 是 withdrawn，却没有 withdrawn: {{date, reason}}。请写明哪天、为什么撤回。",
        "status is withdrawn but withdrawn: {{date, reason}} is missing. Say when and why.",
    ),
    "withdrawn-not-set": _error(
        "写了 withdrawn，status 却不是 withdrawn。请改 status，或删去 withdrawn。",
        "withdrawn is given but status is not withdrawn. Set status, or delete withdrawn.",
    ),
    "updated-unexplained": _error(
        "写了 updated，却没有同日或更晚的 corrections，也没有新的 version。请写明改了什么。",
        "updated is given without an entry in corrections or a new version. Say what changed.",
    ),
    "before-publication": _error(
        "“{key}”（{value}）早于首次发表（{date}）。请核对。",
        "`{key}` ({value}) is earlier than first publication ({date}). Check it.",
    ),
    "after-publication": _error(
        "“{key}”（{value}）晚于发表日期（{date}）。请核对。",
        "`{key}` ({value}) is later than publication ({date}). Check it.",
    ),
    "days-reversed": _error(
        "“{key}”（{value}）早于“{other}”（{date}）。请核对。",
        "`{key}` ({value}) is earlier than `{other}` ({date}). Check it.",
    ),
    "term-too-short": _error(
        "{name_zh}公告依{basis_zh}，期限不少于 {days} 日，最早 {earliest} 截止；这里写的是 {value}。请改期限。",
        "{name_en}: {basis_en} gives at least {days} days, to {earliest} at the earliest; here it "
        "is {value}. Change the day.",
    ),
    "repost-incomplete": _error(
        "转载稿缺少“{key}”（{zh}）。转载要写全 source、original_title、original_url、editor。",
        "The repost lacks `{key}`. It must name source, original_title, original_url and editor.",
    ),
    "repost-not-set": _warning(
        "写了“{key}”，origin 却不是 repost。转载请写 origin: repost，否则请删去。",
        "`{key}` is given but origin is not repost. Set origin: repost, or delete it.",
    ),
    "code-needs-key": _error(
        "{code}（{name_zh}）公告必须写“{key}”（{zh}）。请补上。",
        "An announcement of code {code} ({name_en}) needs `{key}`. Add it.",
    ),
    "phrase-missing": _error(
        "正文里没有“{phrase}”四个字，声明不生效。请补上。",
        "The text lacks the words {phrase}, without which the declaration has no effect. Add them.",
    ),
    "number-missing": _error(
        "“{document}”缺少{label_zh}。请在 numbers 里补上。",
        "`{document}` lacks its {label_en}. Add it under numbers.",
    ),
    "number-advised": _warning(
        "“{document}”没有{label_zh}。{who_zh}通常要求写明，请向登报人核实。",
        "`{document}` has no {label_en}. {who_en} usually ask for it; ask the advertiser.",
    ),
    "document-without-number": _warning(
        "“{document}”没有写任何号码，日后难以查到。请补上证件号码。",
        "`{document}` bears no number, so nobody will find it later. Add its number.",
    ),
    "person-in-full": _error(
        "个人的“{label}”不能全部显示。请改成 show: masked 或 hidden。",
        "A person's `{label}` cannot be shown in full. Use show: masked or hidden.",
    ),
}

_VERSIONS = {
    "version-missing": _error(
        "这是第 {version} 版，旁边却没有旧版：{files}。请从版本库里取回旧稿，放回原名；以后请用 linli revise 改版。",
        "This is version {version}, but earlier ones are missing: {files}. Take them back from the "
        "repository; next time use `linli revise`.",
    ),
    "version-alone": _error(
        "这是旧版，旁边却没有现行稿“{file}”。请把现行稿放回来；要撤回请在现行稿里写 status: withdrawn。",
        "This is an earlier version, but `{file}` is not beside it. Put it back; to withdraw it, "
        "set status: withdrawn in it.",
    ),
    "version-number": _error(
        "文件名说这是第 {number} 版，version 却是 {value}。请把旧稿改回原样。",
        "The file's name says version {number}, but version is {value}. Restore it as it was.",
    ),
    "version-not-earlier": _error(
        "现行稿“{file}”还是第 {value} 版，不比这份旧版新。请把现行稿的 version 改成 {next}，或删去这份旧版。",
        "`{file}` is version {value}, no later than this one. Set its version to {next}, or delete "
        "this file.",
    ),
    "redaction-not-found": _error(
        "各版里都没有 words 写的文字。请照原文逐字写，或在原文里写成█再删去 words。",
        "No version holds these words. Write them exactly as they stand, or put █ in their place "
        "and delete words.",
    ),
    "redaction-remains": _error(
        "words 写的文字有一处没能换掉，仍会被读到，可能夹着格式符号或在图片信息里。请在原文里手工写成█。",
        "The words can still be read in one place, where formatting or a picture's own data splits "
        "them. Put █ there by hand.",
    ),
    "redaction-without-mark": _error(
        "没有写 words，文中也没有█。请写明要隐去的文字，或先在原文里写成█。",
        "There are no words here and no █ in the text. Give the words, or put █ in their place.",
    ),
}

_HISTORY = {
    "published-gone": _error(
        "“{file}”发表过，现在不见了，网址会失效。请恢复文件，改写 status: withdrawn；改了名的请在新文件的 aliases 里写“{url}”。",
        "`{file}` was published and is gone, so its URL is dead. Restore it and set status: "
        "withdrawn; if it was renamed, give `{url}` under aliases in the new file.",
    ),
    "published-hidden": _error(
        "“{file}”发表过，现在又藏起来了（{key}）。请删去 {key}；要撤回请写 status: withdrawn。",
        "`{file}` was published and is hidden now ({key}). Delete {key}; to withdraw it, set "
        "status: withdrawn.",
    ),
    "changed-without-version": _error(
        "公告发表后改了 {keys_zh}，version 却没有升。请先恢复原稿，运行 linli revise，再改。",
        "The announcement was changed after publication ({keys_en}), but not its version. Restore it, "
        "run `linli revise`, then edit.",
    ),
    "version-differs": _error(
        "这份旧版与当时发表的第 {number} 版不同（{keys_zh}）。请恢复原样。",
        "This is not version {number} as it was published ({keys_en}). Restore it.",
    ),
    "changed-without-correction": _warning(
        "正文发表后改过，却没有写 corrections 或 updated。改了事实请写明；只改错字可以不理。",
        "The text was changed after publication, but corrections and updated were not. Tell of a "
        "change of fact; a misprint may pass.",
    ),
}
"""What only a comparison with an earlier commit finds."""
COMPARED = frozenset(_HISTORY)

_DOCUMENTS = {
    "document-of-other-code": _error(
        "“{document}”属于 {other}（{other_zh}），代码却是 {code}（{name_zh}）。请改代码，或核对证件名称。",
        "`{document}` belongs to {other} ({other_en}), but the code is {code} ({name_en}). Change "
        "the code, or check the document's name.",
    ),
    "document-without-issuer": _error(
        "“{document}”没有写{who_zh}，声明不会被接受。请在 issuer 里写全称。",
        "`{document}` does not name its {who_en}, and the declaration is not accepted without. Give "
        "its full name under issuer.",
    ),
    "document-without-copy": _warning(
        "“{document}”没有写是正本还是副本。请在 copy 里写明。",
        "`{document}` does not say whether it is the original or a duplicate. Say so under copy.",
    ),
    "seal-unclear": _warning(
        "“{document}”没有写明是哪一枚章。请写公章、财务专用章、发票专用章、合同专用章或法定代表人名章。",
        "`{document}` does not say which seal it is. Write 公章, 财务专用章, 发票专用章, 合同专用章 or "
        "法定代表人名章.",
    ),
    "number-form": _error(
        "“{document}”的{label}‹“{value}”›不对，应为{form_zh}。请核对。",
        "The {label} of `{document}`‹, `{value}`,› is wrong; it should be {form_en}. Check it.",
    ),
    "number-unusual": _warning(
        "“{document}”的{label}‹“{value}”›一般是{form_zh}。请核对。",
        "The {label} of `{document}`‹, `{value}`,› is usually {form_en}. Check it.",
    ),
    "number-typed": _warning(
        "号码‹“{value}”›里有全角字符或小写字母。请改成半角，字母大写。",
        "The number‹ `{value}`› is typed with full-width or small letters. Use half-width digits "
        "and capitals.",
    ),
    "organisation-code": _error(
        "“{label}”‹（{value}）›对不上：照前 8 位算，末位应是“{expected}”。请逐位核对。",
        "`{label}`‹ ({value})› fails its check: from the first 8 characters the last would be "
        "`{expected}`. Compare each.",
    ),
    "vehicle-number": _notice(
        "“{label}”‹（{value}）›的第 9 位照国家标准应是“{expected}”。老车和进口车可以不同，请对照行驶证。",
        "`{label}`‹ ({value})›: by the standard place 9 would be `{expected}`. Old and imported "
        "vehicles may differ; compare the papers.",
    ),
    "uscc-of-another": _error(
        "“{document}”的统一社会信用代码“{value}”与遗失人的“{uscc}”不同。请核对，两处写成一样。",
        "The credit code of `{document}`, `{value}`, differs from its holder's, `{uscc}`. Check "
        "them, and make them the same.",
    ),
    "uscc-only-in-text": _warning(
        "正文里有统一社会信用代码“{value}”，holder 里却没有，读者按代码查不到。请补上 uscc。",
        "The text gives the credit code `{value}` but holder does not, so nobody finds it by the "
        "code. Add uscc.",
    ),
    "differs-from-text": _error(
        "{label_zh}在表里‹是“{value}”›，正文里‹却是“{found}”›，两处不同。请核对后写成一样。",
        "The {label_en}‹ is `{value}`› in the table‹ but `{found}`› in the text: they differ. Check "
        "which is right, and make them the same.",
    ),
    "not-in-text": _warning(
        "正文里没有{label_zh}“{value}”。请补上，或核对表里写的。",
        "The text does not name the {label_en} `{value}`. Add it, or check the table.",
    ),
    "phone-wrong": _warning(
        "电话“{value}”{problem_zh}，别人打不通。请写成 028-85800000、400-800-0000 或 12345 的样子。",
        "The number `{value}` cannot be dialled: {problem_en}. Write it like 028-85800000, "
        "400-800-0000 or 12345.",
    ),
    "resident-id-wrong": _error(
        "这里写着公民身份号码（{value}），{problem_zh}。请核对，并像这样只留首末各一位，或删去。",
        "Here is a resident id ({value}), and {problem_en}. Check it, and mask it so, or delete it.",
    ),
    "item-type-advised": _notice(
        "没有写物品类别，会归到“其他”。看物品像是“{name_zh}”，请写 item_type: {value}。",
        "There is no item_type, so it stands under other things. It seems to be one of `{name_en}`: "
        "write item_type: {value}.",
    ),
    "item-type-unused": _warning(
        "物品类别只用于寻物（4101）和招领（4201），代码 {code} 用不上。请删去 item_type，或核对代码。",
        "Only lost things (4101) and found things (4201) have an item_type; code {code} has none. "
        "Delete it, or check the code.",
    ),
    "withheld-detail": _error(
        "“{key}”是留着核对失主的，写在这里等于公开。请抄到办公室自己的登记本上，在这里删去，"
        "并告诉管理仓库的人：删掉以后，历史记录里还有。",
        "`{key}` is kept to tell the owner by, and here it is as good as public. Keep it in the "
        "office's own book, delete it here, and tell whoever runs the repository: its history "
        "still has it.",
    ),
}

_BODY = {
    "body-empty": _error(
        "没有正文。请在稿件信息下面写正文。",
        "There is no text. Write it below the front matter.",
    ),
    "heading-one": _error(
        "正文里用了一级标题“{text}”。标题写在 title 里，正文小标题请用 ##。",
        "A heading of the first level stands in the text: `{text}`. The title goes into title; use "
        "## for cross-heads.",
    ),
    "heading-skipped": _error(
        "小标题“{text}”跳了级。请用 {expected}。",
        "The heading `{text}` skips a level. Use {expected}.",
    ),
    "list-swallowed": _warning(
        "列表前没有空行，会和上面的文字连成一段。请在它前面空一行。",
        "There is no blank line before the list, so it joins the paragraph above. Add one.",
    ),
    "half-width-marks": _warning(
        "中文里有 {count} 个半角标点：{marks}。请改成全角。",
        "There are half-width marks in Chinese text: {marks} ({count}). Make them full-width.",
    ),
    "hyphen-range": _notice(
        "“{text}”用了连字符。数值范围宜用“—”或“～”。",
        "`{text}` uses a hyphen. A range takes — or ～.",
    ),
    "raw-html": _error(
        "正文里有 HTML 标签 <{tag}>，不能用，会原样显示出来。请改用 Markdown 写法。",
        "The text holds the HTML tag <{tag}>, which is not allowed and would show as it is. Write "
        "it in Markdown.",
    ),
    "unknown-attribute": _error(
        "花括号里不能写“{name}”。‹您要写的是不是“{nearest}”？›可写：{allowed}。",
        "`{name}` cannot stand in braces. ‹Did you mean `{nearest}`? ›Allowed: {allowed}.",
    ),
    "image-missing": _error(
        "找不到图片“{file}”。‹您要写的是不是“{nearest}”？›请把图片放在稿件旁边。",
        "There is no picture `{file}`. ‹Did you mean `{nearest}`? ›Put it beside the article.",
    ),
    "image-unreadable": _error(
        "图片“{file}”打不开：{problem_zh}。请重新导出后再放进来。",
        "The picture `{file}` cannot be read: {problem_en}. Export it again.",
    ),
    "image-remote": _error(
        "图片“{file}”在别的网站上。请下载后放在稿件旁边。",
        "The picture `{file}` lies on another site. Download it and put it beside the article.",
    ),
    "image-alt-missing": _error(
        '图片“{file}”没有替代文字。请在方括号里写图上有什么；纯装饰图请写 {{ alt="" }}。',
        "The picture `{file}` has no alt text. Say in the brackets what it shows; for a decorative "
        'one write {{ alt="" }}.',
    ),
    "image-caption-missing": _error(
        "图片“{file}”没有图注。请在文件名后面用英文双引号写图注。",
        "The picture `{file}` has no caption. Write it in double quotes after the file name.",
    ),
    "image-credit-missing": _warning(
        '图片“{file}”没有署名。请加 {{ credit="谁供图" }}，或写 credits。',
        'The picture `{file}` has no credit line. Add {{ credit="…" }}, or give credits.',
    ),
    "photo-alt-from-file": _notice(
        "图片“{file}”没有写替代文字，用了照片自带的：“{words}”。核对无误请抄进方括号，否则请自己写。",
        "The picture `{file}` has no alt text, so that of its file is used: “{words}”. Copy it into "
        "the brackets if it is right, else write your own.",
    ),
    "photo-caption-from-file": _notice(
        "图片“{file}”没有写图注，用了照片自带的说明：“{words}”。核对无误请抄到文件名后面的英文双引号里，"
        "否则请自己写。",
        "The picture `{file}` has no caption, so that of its file is used: “{words}”. Copy it into "
        "double quotes after the file name if it is right, else write your own.",
    ),
    "photo-credit-from-file": _notice(
        '图片“{file}”没有写署名，用了照片自带的：“{words}”。核对无误请写成 {{ credit="{words}" }}，否则请自己写。',
        "The picture `{file}` has no credit line, so that of its file is used: “{words}”. Write "
        '{{ credit="{words}" }} if it is right, else your own.',
    ),
    "photo-words-unreadable": _warning(
        "图片“{file}”自带的文字有的读不出来（编码不明，或已损坏），没有采用。请自己写图注、替代文字和署名。",
        "The picture `{file}` holds words that cannot be read, in an unknown encoding or damaged, "
        "which are left out. Write caption, alt text and credit line yourself.",
    ),
    "image-inline": _warning(
        "图片“{file}”夹在文字里，图注和署名不会显示。请让图片单独成一段。",
        "The picture `{file}` stands inside a text, where caption and credit are not shown. Give it "
        "a paragraph of its own.",
    ),
    "photo-original-unclean": _error(
        "图片“{file}”的原图不能提供下载：{problem_zh}。请去掉 original，或另存为 JPEG 再放进来。",
        "The picture `{file}` cannot be given away as it is: {problem_en}. Remove `original`, or "
        "save it as JPEG.",
    ),
    "photo-note-unused": _error(
        "photos 里的“{file}”在正文里没有用到。‹您要写的是不是“{nearest}”？›请核对文件名。",
        "The text does not use `{file}`, which stands under photos. ‹Did you mean `{nearest}`? ›"
        "Check the name.",
    ),
    "dead-link": _error(
        "链接“{target}”指向的文件不存在。‹您要写的是不是“{nearest}”？›请改链接。",
        "The link `{target}` leads to no file. ‹Did you mean `{nearest}`? ›Mend it.",
    ),
    "link-not-public": _error(
        "链接“{target}”指向尚未公开的稿件。请等它发布后再加链接。",
        "The link `{target}` leads to a piece that is not public yet. Wait until it is.",
    ),
    "link-absolute": _error(
        "链接“{target}”以 / 开头，网站换地方就会失效。请写相对路径，例如 ../../about/privacy.md。",
        "The link `{target}` begins with / and breaks when the site moves. Write a relative path, "
        "such as ../../about/privacy.md.",
    ),
    "link-unsafe": _error(
        "链接“{target}”不能用。网址请以 https:// 开头，邮箱以 mailto: 开头，电话以 tel: 开头。",
        "The link `{target}` cannot be used. Begin a web address with https://, a mail address with "
        "mailto:, a telephone number with tel:.",
    ),
    "dead-anchor": _error(
        "链接“{target}”指向的小标题不存在。‹您要写的是不是“#{nearest}”？›请改链接。",
        "The link `{target}` leads to no heading. ‹Did you mean `#{nearest}`? ›Mend it.",
    ),
}

_LINKS = {
    "link-empty": _error(
        "链接没有网址：圆括号里是空的。请写上网址，或去掉方括号和圆括号。",
        "A link has no address: its round brackets are empty. Write one, or delete the brackets.",
    ),
    "link-silent": _error(
        "链接“{target}”没有文字，读者看不到也点不到。请在方括号里写上文字。",
        "The link `{target}` has no words, so nobody sees it. Write them into its square brackets.",
    ),
    "link-undefined": _warning(
        "“{text}”不会成为链接：没有“[{name}]: 网址”这一行，读者看到的就是这些方括号。请补上这一行，或写成 [文字](网址)。",
        "`{text}` makes no link: there is no line `[{name}]: address`, and readers see the brackets. "
        "Add the line, or write [words](address).",
    ),
    "footnote-undefined": _warning(
        "“{text}”没有脚注：没有“[^{name}]: 说明”这一行，读者看到的就是这些方括号。请补上这一行，或删去。",
        "`{text}` has no footnote: there is no line `[^{name}]: note`, and readers see the brackets. "
        "Add the line, or delete the mark.",
    ),
}

_COPY = {
    "unpaired-mark": _warning(
        "“{text}”这里有 {mark}，同一段里却没有和它成对的 {partner}。请补上，或删去；引文有几段的，每段开头都写引号。",
        "At `{text}` stands {mark}, and its paragraph has no {partner} for it. Add the one, or delete "
        "the other; each paragraph of a longer quotation begins with a quote.",
    ),
    "doubled-marks": _warning(
        "标点重复了（{marks}）。请只留一个。",
        "Marks are doubled ({marks}). Keep one.",
    ),
    "wrong-ellipsis": _warning(
        "省略号写成了“{marks}”。请改成六个点“……”。",
        "An ellipsis is written `{marks}`. Make it six dots, `……`.",
    ),
    "wrong-dash": _warning(
        "破折号写成了“{marks}”。请改成“——”。",
        "A dash is written `{marks}`. Make it `——`.",
    ),
    "straight-quotes": _warning(
        "中文里用了英文直引号：{text}。请改成 “ ”。",
        "There are straight quotes in Chinese text: {text}. Make them “ ”.",
    ),
    "stray-space": _warning(
        "“{text}”里多了空格。请删去。",
        "There is a space too many in `{text}`. Delete it.",
    ),
    "leftover-marker": _warning(
        "“{text}”像是没写完、没删掉的记号。请写上内容，或删去。",
        "`{text}` looks like a mark to come back to. Fill it in, or delete it.",
    ),
    "key-to-fill": _warning(
        "“{key}”还待填‹：{what}›。请写上这个键，或删去这一行。",
        "`{key}` is still to be filled in‹: {what}›. Give the key, or delete this line.",
    ),
    "invisible-character": _warning(
        "这一行有看不见的字符（{text}），查不到、对不上都会是它。请把它前后的字删去，重新输入。",
        "This line holds a character that nobody can see ({text}), and searches miss it. Delete the "
        "words around it and type them again.",
    ),
    "unknown-character": _warning(
        "这一行有显示不出来的字（{text}），读者看到的是方框或问号。请对照原件重新输入。",
        "This line holds a character that cannot be shown ({text}); readers see a box. Type it again "
        "from the original.",
    ),
    "merge-conflict": _error(
        "这里留着合并冲突的记号“{text}”，两份稿子夹在一起了。请留下对的一份，删去“<<<<<<<”“=======”“>>>>>>>”三行。",
        "Here stands a conflict of git's: `{text}`, and two texts in one. Keep the right one, and "
        "delete the lines `<<<<<<<`, `=======` and `>>>>>>>`.",
    ),
    "minor-named": _warning(
        "“{name}”像是未成年人的真名，又没有写 privacy。请改成化名，或写 privacy: {{minors: consent, reviewer: 审核人}}。",
        "`{name}` seems to be a child's own name, and there is no privacy. Change the name, or write "
        "privacy: {{minors: consent, reviewer: …}}.",
    ),
}
"""The copy desk's, and what else a text should not hold."""
COPY_SLIPS = frozenset(_COPY) - {"merge-conflict", "minor-named", "key-to-fill"} | {
    "half-width-marks",
    "list-swallowed",
}
"""What counts as an error of editing; a hint such as `hyphen-range` does not."""

MESSAGES: dict[str, Message] = (_READING | _BATCHES | _NUMBERS | _FOLDER | _REFERENCES) | (
    _CONSISTENCY | _DOCUMENTS | _VERSIONS | _HISTORY | _BODY | _LINKS | _COPY
)
"""Every message by its code."""

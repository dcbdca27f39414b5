# SPDX-License-Identifier: MIT
"""Pieces and parts of pieces to be filled in, as VS Code inserts them.

What stands in a table and in the text is typed once: both are one tab stop.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from linli.newsroom.codes import CODES, AnnouncementCode
from linli.newsroom.documents import DocumentType, Need
from linli.newsroom.vocabulary import Vocabulary
from linli.reading.numbers import masked_value
from linli.reading.schema import keys_of

_TODAY = "$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE"
_ID = "$TM_FILENAME_BASE"
_MOST_CHOICES = 60
_EXAMPLES = {
    "公民身份号码": "1****************X",
    "注册号": "000000000000000",
    "印章编码": "0000000000000",
    "核准号": "J0000000000000",
    "开户许可证编号": "0000-00000000",
    "发票代码": "0000000000",
    "发票号码": "00000000",
    "证号": "川（2026）示例市不动产权第0000000号",
    "证书编号": "0000000000000000",
    "编号": "A000000000",
    "号牌号码": "川A00000",
}
"""Numbers that nothing bears, in the form that the check asks for."""
_OF_A_PERSON = frozenset({"4001", "4007", "4008"})
"""Codes under which it is mostly a person who lost something."""


@dataclass(frozen=True, slots=True)
class Snippet:
    """A text with places to fill in."""

    name: str
    prefixes: tuple[str, ...]
    """What is typed to get it."""
    lines: tuple[str, ...]

    @property
    def filled_in(self) -> str:
        """What stands there where every place keeps what it came with; variables remain."""
        text = "\n".join(self.lines)
        first: dict[str, str] = {}
        for number, choices, default in _STOP.findall(text):
            first.setdefault(number, _CHOICE_END.split(choices, maxsplit=1)[0] or default)
        text = _STOP.sub(lambda match: first[match[1]], text)
        text = re.sub(r"\$([1-9]\d?)", lambda match: first[match[1]], text)
        return re.sub(r"\\([$}\\,|])", r"\1", text.replace("$0", ""))


_CHOICE_END = re.compile(r"(?<!\\),")
_STOP = re.compile(r"\$\{(\d+)(?:\|((?:\\.|[^|])*)\||:((?:\\.|[^}\\])*))\}")


@dataclass(slots=True)
class _Stops:
    """Numbers the places of one snippet."""

    last: int = 0
    names: dict[str, int] = field(default_factory=dict)

    def to_fill(self, default: str, name: str = "") -> str:
        """A place to fill in; one with a name is the same each time."""
        if name in self.names:
            return f"${self.names[name]}"
        self.last += 1
        if name:
            self.names[name] = self.last
        # Variables of the editor stay what they are.
        return f"${{{self.last}:{default if default.startswith('$') else _escaped(default)}}}"

    def to_choose(self, words: Sequence[str]) -> str:
        if not 1 < len(words) <= _MOST_CHOICES:
            return self.to_fill(words[0] if words else "")
        self.last += 1
        return f"${{{self.last}|{','.join(map(_escaped_choice, words))}|}}"


def snippets(vocabulary: Vocabulary, ids: Iterable[str]) -> Iterator[Snippet]:
    """One for a report, one for each type of announcement, and those of parts.

    The first of a paper's categories, places and ids stand in them until another is chosen.
    """
    known = sorted(ids)
    yield _report(vocabulary)
    for entry in CODES.values():
        yield _announcement(entry, vocabulary, known)
    yield from _parts()


def _report(vocabulary: Vocabulary) -> Snippet:
    stops = _Stops()
    lines = (
        "---",
        f"title: {stops.to_fill('标题 分句之间空一格')}",
        f"date: {_TODAY}",
        f"category: {stops.to_choose([one.name for one in vocabulary.categories])}",
        f"places: [{stops.to_choose(_places(vocabulary))}]",
        f"bylines: [{stops.to_fill('本报记者 王小明')}]",
        "---",
        f"{stops.to_fill('第一段。')}",
        "$0",
    )
    return Snippet("报道", ("报道", "report"), lines)


def _announcement(entry: AnnouncementCode, vocabulary: Vocabulary, ids: Sequence[str]) -> Snippet:
    stops = _Stops()
    name = f"遗失声明 {entry.name.zh}" if entry.is_void_declaration else entry.name.zh
    prefixes = dict.fromkeys((name, entry.name.zh, entry.code))
    if entry.group == "9000":
        # 更正 alone is the part that is put into a piece.
        name = f"{name}公告"
        prefixes = dict.fromkeys((name, entry.code))
    title = f"{entry.name.zh}遗失声明" if entry.is_void_declaration else f"{entry.name.zh}公告"
    needed = {key.name for key in keys_of(entry.kind) if entry.kind in key.required}
    needed.update(entry.required)
    lines = ["---", f"title: {stops.to_fill(title)}", f"id: {_ID}", f"code: {entry.code}"]
    lines.append(f"date: {_TODAY}")
    for key in keys_of(entry.kind):
        if key.name in needed and key.name not in {"title", "id", "code", "date"}:
            lines += _key(key.name, entry, stops, vocabulary, ids)
    lines += ["---", *_body(entry, stops)]
    return Snippet(name, tuple(prefixes), tuple(lines))


def _key(
    key: str,
    entry: AnnouncementCode,
    stops: _Stops,
    vocabulary: Vocabulary,
    ids: Sequence[str],
) -> Iterator[str]:
    """The lines of a key that a type of announcement needs."""
    if key == "places":
        yield f"places: [{stops.to_choose(_places(vocabulary))}]"
    elif key == "issuer":
        yield f"issuer: {{name: {stops.to_fill('发布单位全称', key)}}}"
    elif key == "holder":
        sort = "person" if entry.code in _OF_A_PERSON else "organisation"
        yield f"holder: {{type: {sort}, name: {stops.to_fill('遗失人姓名或全称', key)}}}"
    elif key == "documents":
        yield from _document(entry, stops)
    elif key == "effective_from":
        yield f"effective_from: {stops.to_fill(_TODAY)}"
    elif key == "deadline":
        yield f"deadline: {stops.to_fill('$CURRENT_YEAR-12-31')}"
    elif key == "lost_on":
        yield f"lost_on: {stops.to_fill(_TODAY)}"
    elif key in {"corrects", "supersedes"}:
        yield f"{key}: {stops.to_fill(next((id for id in ids if id[0] == 'N'), 'N-2026-0001'))}"
    else:
        yield f"{key}: {stops.to_fill({'item': '物品', 'lost_where': '地点'}[key], key)}"


def _document(entry: AnnouncementCode, stops: _Stops) -> Iterator[str]:
    sort = entry.documents[0]
    yield "documents:"
    yield f"  - name: {stops.to_fill(_name(sort), 'document')}"
    if sort.has_copies:
        yield f"    copy: {stops.to_choose(['正本', '副本'])}"
    if sort.needs_issuer:
        yield f"    issuer: {stops.to_fill(f'{sort.needs_issuer.zh}全称', 'issuer')}"
    yield "    numbers:"
    for label, example in _numbers(entry):
        yield f'      - {{label: {label}, value: "{stops.to_fill(example, label)}"}}'


def _name(sort: DocumentType) -> str:
    return sort.words[0] if sort.name.zh in sort.unclear else sort.name.zh


def _numbers(entry: AnnouncementCode) -> Iterator[tuple[str, str]]:
    """The numbers that a document must or should bear, else the first that it may; a person's are
    masked."""
    every = entry.documents[0].numbers
    rules = [rule for rule in every if rule.need is not Need.KNOWN]
    rules = rules or [rule for rule in every if rule.label.zh in _EXAMPLES][:1]
    for label in [rule.label.zh for rule in rules] or ["编号"]:
        example = _EXAMPLES[label]
        is_open = entry.code not in _OF_A_PERSON or "*" in example
        yield label, example if is_open else masked_value(example)


def _body(entry: AnnouncementCode, stops: _Stops) -> Iterator[str]:
    if not entry.is_void_declaration:
        yield f"{stops.to_fill('正文。')}$0"
        return
    sort = entry.documents[0]
    issuer = stops.to_fill("", "issuer") if sort.needs_issuer else ""
    numbers = "，".join(
        f"{label}：{stops.to_fill(example, label)}" for label, example in _numbers(entry)
    )
    holder, document = stops.to_fill("", "holder"), stops.to_fill("", "document")
    yield f"{holder}不慎遗失{issuer}{document}（{numbers}），声明作废。$0"


def _parts() -> Iterator[Snippet]:
    """What is put into a piece that is there."""
    stops = _Stops()
    yield Snippet("图片", ("图片", "photo"), (f"{_picture(stops)}$0",))
    stops = _Stops()
    pair = (_picture(stops), _picture(stops))
    yield Snippet("一组图片", ("一组图片", "photos"), (pair[0], f"{pair[1]}$0"))
    stops = _Stops()
    kind = stops.to_choose(["correction", "clarification", "update"])
    text = stops.to_fill("改了什么")
    line = f"  - {{date: {_TODAY}, kind: {kind}, text: {text}}}$0"
    yield Snippet("更正", ("更正", "corrections"), ("corrections:", line))
    stops = _Stops()
    line = f"withdrawn: {{date: {_TODAY}, reason: {stops.to_fill('为什么撤回')}}}$0"
    yield Snippet("撤回", ("撤回", "withdrawn"), ("status: withdrawn", line))


def _picture(stops: _Stops) -> str:
    alt, file = stops.to_fill("图上有什么"), stops.to_fill("photo.jpg")
    caption, credit = stops.to_fill("图片说明。"), stops.to_fill("王小明 摄")
    return f'![{alt}]({file} "{caption}"){{ credit="{credit}" }}'


def _places(vocabulary: Vocabulary) -> list[str]:
    """The innermost places first: news is from somewhere."""
    return [place.path for place in sorted(vocabulary.gazetteer, key=lambda place: -place.level)]


def _escaped(text: str) -> str:
    return re.sub(r"([\\$}])", r"\\\1", text)


def _escaped_choice(text: str) -> str:
    return re.sub(r"([\\$},|])", r"\\\1", text)

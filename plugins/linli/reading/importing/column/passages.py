# SPDX-License-Identifier: MIT
"""A printed column of classified notices, cut where one ends and the next begins.

Notices are parted by blank lines, by line ends, by marks (★), by numbers, or by nothing but the
words 声明作废 and another holder behind them; and a line may end in the middle of a sentence. What
is cut here covers the text: no sign that is not a space is left over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum, auto

from linli.reading.chinese import joint

LOSS = re.compile(r"遗失|丢失|遗落|灭失|失窃|被盗|损毁")
VOID = re.compile(r"作\s*废|无效")

_SPACES = " \t\u3000\xa0"
_MARK = r"[★☆●■□◆◇▲△▼▽※◎►▶]"
_NUMBERING = r"(?:[（(]\d{1,3}[）)]|\d{1,3}[、.．)）](?!\d)|[一二三四五六七八九十]{1,3}、|[①-⑳])"
_LEAD = re.compile(rf"(?:{_MARK}|○|[·•](?=\S)|{_NUMBERING}|[{_SPACES}])+")
_IS_MARK = re.compile(_MARK + "|[○·•]")
_CUTS = re.compile(rf"\n[\s\u3000]*|(?={_MARK})|(?<=。)|(?<=废[．；;！!])|(?<=废\.)(?!\d)")
_SENTENCE_END = re.compile(r"[。．！？!?；;…][”’）)】]*$|作\s*废[.，,]?$")
_HEADLINE = re.compile(
    r"[【\[《〈]?(?:(?:分类|便民)?(?:遗失|挂失|作废|证件|印章|登报|声明|公告|分类"
    r"|寻物|招领|招租|减资|清算|注销|更正)*"
    r"(?:声明|公告|启事|启示|信息|广告)(?:专?栏)?|[\u4e00-\u9fff]{2,12}(?:遗失|挂失|作废)"
    r"(?:声明|公告|启事))[】\]》〉]?[：:]?"
)
_INLINE_HEADLINE = re.compile(
    rf"(?:[【\[]((?:遗失|挂失|作废)?(?:声明|公告|启事)|遗失)[】\]][：:{_SPACES}]*"
    rf"|((?:遗失|挂失|作废)(?:声明|公告|启事)|声明|公告|遗失)[：:{_SPACES}]+)(?=\S)"
)
_GOES_ON = re.compile(
    r"特此|自(?=[声本刊登遗即]|\d)|由此|如[有果]|凡|该|上述|以上|联系|地址|电话|声明人|声明单位|落款"
    r"|本公司(?!遗)|我公司(?!遗)|本单位(?!遗)|我单位(?!遗)|我司(?!遗)|本店(?!遗)"
    r"|另|同时|并|其|任何|与本|请|现(?=声明|登报)|声明作废|因此|从即日"
)
_NEW_PERSON = re.compile(r"本人[\u4e00-\u9fff]{2,4}[（(，,因不遗于]")
_NEW_BODY = re.compile(
    r"(?:我|本)(?:公司|单位|厂|店)[\u4e00-\u9fff（）()]{2,40}"
    r"(?:公司|店|厂|部|社|所|中心|会|校|院|行|站)[）)]?(?:因|不慎|遗失|丢失|将)"
)
_DATE_LINE = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日|[二〇○零一二三四五六七八九十年月日]{6,14}")
_SIGNATURE = re.compile(r"[\u4e00-\u9fff（）()·]{4,40}(?:公司|店|厂|部|社|所|中心|会|校|院|行|站)")


class Break(Enum):
    """What stands before a piece of text."""

    PARAGRAPH = auto()
    LINE = auto()
    NOTHING = auto()


@dataclass(slots=True)
class Passage:
    """One notice, or what could be one."""

    line: int
    """The line of the file on which it begins."""
    before: str = ""
    """The mark or number before its headline."""
    headline: str = ""
    lead: str = ""
    """The mark or number before its text."""
    text: str = ""
    """With wrapped lines joined."""
    text_line: int = 0
    """The line on which the text begins."""

    @property
    def whole(self) -> str:
        """All of it, as it was printed."""
        return "".join((self.before, self.headline, self.lead, self.text))


@dataclass(slots=True)
class Column:
    """A column, cut into what stands in it."""

    pieces: list[Passage] = field(default_factory=list)
    """All of it, in order."""

    @property
    def passages(self) -> list[Passage]:
        """What has a text."""
        return [piece for piece in self.pieces if piece.text]

    @property
    def heads(self) -> list[Passage]:
        """Headlines that stand above several notices, or above none."""
        return [piece for piece in self.pieces if not piece.text]


@dataclass(frozen=True, slots=True)
class _Chunk:
    text: str
    line: int
    before: Break
    lead: str


def cut(text: str) -> Column:
    """Cut the text of a column into its notices."""
    column = Column()
    passages: list[Passage] = []
    for chunk in _chunks(text):
        last = passages[-1] if passages else None
        if last is None or _begins(chunk, last):
            passages.append(_passage(chunk))
        else:
            _go_on(last, chunk)
    for at, passage in enumerate(passages):
        if not passage.text:
            passage.headline = passage.headline.strip()
            column.pieces.append(passage)
            continue
        following = passages[at + 1] if at + 1 < len(passages) else None
        alone = following is None or bool(following.headline) or not following.text
        if passage.headline and "\n" in passage.headline and not alone:
            head = Passage(passage.line, passage.before, passage.headline.strip())
            column.pieces.append(head)
            passage.line, passage.before, passage.headline = passage.text_line, "", ""
        passage.headline = passage.headline.strip()
        column.pieces.append(passage)
    return column


def _chunks(text: str) -> Iterator[_Chunk]:
    start, before = 0, Break.PARAGRAPH
    line = 1
    for cut in [*_CUTS.finditer(text), None]:
        end = cut.start() if cut else len(text)
        piece = text[start:end]
        lead = _LEAD.match(piece)
        bare = piece[lead.end() :] if lead else piece
        if lead and not lead[0].strip():
            lead = None
        if bare.strip() or lead:
            at = line + (len(piece) - len(piece.lstrip("\n")))
            yield _Chunk(bare.strip(), at, before, "".join(lead[0].split()) if lead else "")
            before = Break.NOTHING
        if cut is None:
            return
        breaks = cut[0].count("\n")
        line += piece.count("\n") + breaks
        start = cut.end()
        if breaks:
            before = Break.PARAGRAPH if breaks > 1 else Break.LINE


def _passage(chunk: _Chunk) -> Passage:
    passage = Passage(chunk.line, text_line=chunk.line)
    if _is_headline(chunk):
        # A line of its own, which may stand above one notice or above many.
        passage.before = chunk.lead
        passage.headline = f"{chunk.text}\n"
        return passage
    inline = _INLINE_HEADLINE.match(chunk.text)
    if inline:
        passage.before, passage.headline = chunk.lead, inline[0].strip()
        passage.text = chunk.text[inline.end() :]
    else:
        passage.lead, passage.text = chunk.lead, chunk.text
    return passage


def _is_headline(chunk: _Chunk) -> bool:
    bare = "".join(chunk.text.split())
    return len(bare) <= 18 and _HEADLINE.fullmatch(bare) is not None


def _begins(chunk: _Chunk, last: Passage) -> bool:
    """Whether another notice begins here."""
    if _is_headline(chunk) and chunk.before is not Break.NOTHING:
        return True
    if not last.text:
        return False
    if chunk.lead and (_IS_MARK.search(chunk.lead) or _ends(last)):
        return True
    if not _ends(last):
        return False
    if VOID.search(last.text):
        return not _goes_on(chunk, last)
    return chunk.before is Break.PARAGRAPH


def _ends(passage: Passage) -> bool:
    if _SENTENCE_END.search(passage.text):
        return True
    return VOID.search(passage.text) is not None and _is_signed(passage.text)


def _is_signed(text: str) -> bool:
    """Whether a text ends with a line of its own for the day or for the name of the house."""
    above, _, last = text.rpartition("\n\n")
    day = _DATE_LINE.fullmatch("".join(last.split()))
    return bool(above) and (day is not None or (last in above and bool(_SIGNATURE.fullmatch(last))))


def _goes_on(chunk: _Chunk, last: Passage) -> bool:
    """Whether what follows a whole notice still belongs to it."""
    text = chunk.text
    if chunk.before is Break.NOTHING and not chunk.lead and not LOSS.search(text):
        return True
    if _NEW_PERSON.match(text) or _NEW_BODY.match(text):
        return False
    if _GOES_ON.match(text):
        return True
    if _DATE_LINE.fullmatch("".join(text.split())):
        return True
    # The name of the house below its notice.
    return _SIGNATURE.fullmatch(text) is not None and text in last.text


def _go_on(last: Passage, chunk: _Chunk) -> None:
    text = f"{chunk.lead}{chunk.text}"
    if not last.text:
        last.lead += chunk.lead
        last.text, last.text_line = chunk.text, chunk.line
    elif chunk.before is Break.NOTHING:
        last.text += text
    elif _ends(last):
        last.text += f"\n\n{text}"
    else:
        last.text += _joint(last.text, text) + text


def _joint(before: str, after: str) -> str:
    """What a line end within a sentence stood for; a number that was broken is one number."""
    ends = f"{before[-1]}{after[0]}"
    if ends.isascii() and ends.isalnum() and any(map(str.isdigit, ends)):
        return ""
    return joint(before[-8:], after[:8])

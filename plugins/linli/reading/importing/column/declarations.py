# SPDX-License-Identifier: MIT
"""A printed 遗失声明 taken apart: whose it is, what was lost, who issued it, its numbers.

Where a part is not plain, the whole is not understood, and says why; nothing is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from linli.newsroom.announcements import Holder, HolderType, LostDocument, Number
from linli.reading.bylines import is_organisation, is_person_name
from linli.reading.dates import DateError, parse_day
from linli.reading.importing.column import documents
from linli.reading.importing.column.passages import LOSS, VOID
from linli.reading.numbers import PLATE, Labelled, labelled

_DATE = r"\d{4}(?:年\d{1,2}月\d{1,2}日|[-/.]\d{1,2}[-/.]\d{1,2})"
_OPENING = re.compile(
    r"(?:(?:我|本)(?:公司|单位|店|厂|社)(?:[（(](?=[^）)\d]{4,40}[）)])|(?=[\u4e00-\u9fff]{4,}))|声明人|失主|持证人|证件持有人|兹有|今有|现有|兹|本人(?=[\u4e00-\u9fff]{2,4}[（(，,因不于遗丢将]))"
    r"[：:，,\s]*"
)
_WHO = re.compile(r"(?:学生|业主|驾驶员|村民|居民|船员|退役军人|患者)(?=[\u4e00-\u9fff]{2,4}$)")
_NAME_ENDS = re.compile(
    rf"[（()），,；;。：:\s]|{PLATE}|因(?=[保管搬工个人不公办经内疏被遗迁本店业])|由于|于(?=\d|近日|日前)|不慎|不小心"
    r"|已?将(?=[\u4e00-\u9fff（）()]{2,40}(?:遗失|丢失))|把|现将|(?<=[司店厂社心会校院行站部])在"
)
_SAME_HOLDER = re.compile(
    r"(?:另|并|同时|还|又|以及|且|再|其|也|一并|现|已|因|不慎|将|均|[，,；;\s])*"
)
_ORGANISATION = re.compile(
    r".*(?:公司|[商饭酒菜面粥肉果花茶书药]?店|厂|超市|商行|经营部|经营处|门市部?|餐[厅馆]|食府|茶楼|酒楼|酒家|火锅"
    r"|诊所|药房|农场|工作室|事务所|协会|合作社|联合社|集体|工会|学校|幼儿园|大学|学院|医院|卫生院"
    r"|服务站|服务部|分公司|办事处|委员会|小组|村民小组|基金会|网吧|宾馆|旅馆|客栈|美容院|理发店|洗衣店"
    r"|坊|铺|馆|社|部|站|中心|支行|分理处|局|所|院|行|吧|[饭山]庄)(?:（[^（）]{1,12}）)?"
)
_IN_A_NAME = re.compile(
    r"[^（()），,；;。：:]*[（(](?!原|曾用|以下|简称|法定)[^（()）\dA-Za-z*]{1,12}[）)](?=[\u4e00-\u9fff]|$)"
)
_SENTENCE = re.compile(
    r"购买|开具|名下|所有|位于|持有|[交缴]纳|员工|职工|律师(?!事务所)|给|把|的|之(?=[子女妻母父夫])"
)
"""What stands in no name: more than a name was taken for one."""
_SEPARATORS = re.compile(r"[、和与及]")
_PREFIX = re.compile(
    r"^(?:[，,、；;：:\s]|和|及|与|以及|并|其|各|的|了|一并|由|原|共|枚|份|本|张|个|套|块|册|枝|支|页|组|副"
    r"|[一二两三四五六七八九十](?=[份枚本张个套块册枝支页组副])|\d+(?=[份枚本张个套块册枝支页组副]))+"
)
_ISSUED = re.compile(
    rf"(?:于|在)?({_DATE})?(?:核发|颁发|签发|出具|开具|发放|登记|制发|填发|开出|批准|印发|备案)的?"
)
_PLACED = re.compile(r"^(?:位于|坐落于?|座落于?|坐落在).*?的")
_RELATIVE = re.compile(r"^(?:其)?(?:子|女|儿子|女儿|父亲|母亲|丈夫|妻子)[\u4e00-\u9fff某]{0,4}的")
_BANK = re.compile(r"^开户(?:银)?行(?:为|是|[：:])?")
_ISSUER = re.compile(
    r"(.*(?:局|所|院|分理处|支行|分行|银行|大学|学院|学校|中学|小学|中心|委员会|机关|政府|公司|大队"
    r"|支队|总队|厅|部|办事处|机构|信用社|农商行|储蓄所|营业部))(.*)"
)
_IS_A_LABEL = re.compile(r"编号|号码|号|代码|核准号|编码")
_LABELLED_ISSUER = re.compile(
    r"(?:签发机关|发证机关|签发机构|发证机构|签发单位|发证单位|颁发单位|开户银行|开户行|登记机关|核发机关)"
    r"[：:为是]*([\u4e00-\u9fff（）()]{3,40}?)(?=[，,；;。）)]|$)"
)
_ISSUED_BY = re.compile(
    rf"由([\u4e00-\u9fff（）()]{{3,40}}?)(?:于|在)?(?:{_DATE})?"
    r"(?:核发|颁发|签发|出具|开具|发放|登记|制发|填发|备案)"
)
_LABELLED_DATE = re.compile(
    rf"(?:核发|签发|发证|颁发|开票|开具|填发|登记|发照|成立)(?:日期|时间)[：:为是]*({_DATE})"
)
_DATE_ISSUED = re.compile(rf"({_DATE})(?:核发|签发|颁发|开具|发放|填发|登记|出具)")
_LOST_ON = re.compile(rf"于?({_DATE})[^，,；;。]{{0,12}}?(?:不慎)?(?:遗失|丢失)")


class NotUnderstood(Exception):
    """Why a notice could not be taken apart; `code` is a key of the report's words."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Declaration:
    """What a notice says, as far as it is data."""

    holder: Holder
    documents: tuple[LostDocument, ...]
    lost_on: date | None = None

    @property
    def code(self) -> str:
        """Its type, which is that of the first document."""
        return documents.code_of(self.documents[0].name)

    @property
    def numbers(self) -> frozenset[tuple[str, str]]:
        """Names of its documents with each of their numbers."""
        return frozenset(
            (document.name, number.value)
            for document in self.documents
            for number in document.numbers
        )


def read(text: str) -> tuple[Declaration, ...]:
    """What a notice declares; more than one where several holders share a sentence.

    Raises NotUnderstood.
    """
    flat = re.sub(r"\n+", "", text)
    outside = _without_brackets(flat)
    if VOID.search(outside) is None:
        # Who looks for a purse with papers in it declares nothing void.
        raise NotUnderstood("no-declaration")
    losses = list(LOSS.finditer(outside))
    if not losses:
        return (_of_clause(flat, outside, *_void_only(outside)),)
    found: list[Declaration] = []
    for verb, start, end in _clauses(outside, losses):
        if found and start == verb.start():
            more = _documents(flat[verb.end() : end], outside[verb.end() : end])
            found[-1] = replace(found[-1], documents=(*found[-1].documents, *more))
        else:
            found.append(_of_clause(flat, outside, start, verb.start(), verb.end(), end))
    for one in found:
        if not one.documents:
            raise NotUnderstood("no-document")
    return tuple(found)


def _without_brackets(text: str) -> str:
    """The text, sign for sign, with what stands in brackets made unreadable."""
    return re.sub(r"[（(][^（）()]*[）)]", lambda match: "\0" * len(match[0]), text)


def _void_only(outside: str) -> tuple[int, int, int, int]:
    """`某公司公章（…）声明作废`: nothing says that it was lost, only that it is void."""
    end = re.search(r"[，,]?(?:现|特此|特)?(?:登报)?(?:声明)?(?:作\s*废|无效)", outside)
    assert end is not None
    return 0, end.start(), end.end(), end.end()


def _clauses(
    outside: str, losses: Sequence[re.Match[str]]
) -> Iterator[tuple[re.Match[str], int, int]]:
    """Each verb of losing with where its clause begins and ends.

    A clause that begins with its verb goes on with the holder of the one before.
    """
    starts: list[tuple[re.Match[str], int]] = []
    for verb in losses:
        if not starts:
            starts.append((verb, 0))
            continue
        before = outside[starts[-1][0].end() : verb.start()]
        cut = max(before.rfind(mark) for mark in "，,；;。")
        lead = before[cut + 1 :]
        if "的" in lead[-2:] or re.match(r"之日|期间|后|者|的", outside[verb.end() :]):
            # 自遗失之日起, 遗失期间: no second loss.
            continue
        rest = lead[_SAME_HOLDER.match(lead).end() :]  # type: ignore[union-attr]
        begins = starts[-1][0].end() + cut + 1
        starts.append((verb, begins if rest.strip("\0") else verb.start()))
    ends = [start for _, start in starts[1:]] + [_end(outside, starts[-1][0].end())]
    for (verb, start), end in zip(starts, ends, strict=True):
        yield verb, start, min(end, _end(outside, verb.end())) if end > verb.end() else verb.end()


def _end(outside: str, start: int) -> int:
    """Where the words begin that declare it void, or the sentence ends."""
    end = re.compile(
        r"[，,；;。]?\s*(?:现|特此|特|兹|均|一并|以上|上述|全部|已)*(?:登报)?(?:声明)?(?:作\s*废|无效)|。"
    ).search(outside, start)
    return end.start() if end else len(outside)


def _of_clause(
    flat: str, outside: str, start: int, verb: int, verb_end: int, end: int
) -> Declaration:
    before, hidden = flat[start:verb], outside[start:verb]
    opening = _OPENING.match(before)
    if opening:
        before, hidden = before[opening.end() :], hidden[opening.end() :]
    after = outside[verb_end:end]
    has_document = documents.named().search(after) or documents.others().search(after)
    if has_document:
        name, behind = _name(before)
        found = _documents(flat[verb_end:end], after)
    else:
        # 某公司公章（编号…）遗失
        first = documents.named().search(hidden)
        if first is None:
            raise NotUnderstood("no-document")
        name, behind = _name(before[: first.start()].rstrip("的之"))
        plate = re.search(PLATE, hidden[: first.start()])
        begin = plate.start() if plate else first.start()
        found = _documents(before[begin:], hidden[begin:])
    holder = _holder(name)
    numbers = list(labelled(behind))
    if holder.type is HolderType.ORGANISATION:
        code = next((one.value for one in numbers if one.is_credit_code), "") or next(
            (
                number.value
                for document in found
                for number in document.numbers
                if number.label.endswith("信用代码")
            ),
            "",
        )
        holder = replace(holder, uscc=code)
    else:
        found = tuple(_with_residents_number(document, numbers) for document in found)
    if not found:
        raise NotUnderstood("no-document")
    lost = _LOST_ON.search(flat[start:verb_end])
    return Declaration(holder, found, _day(lost[1]) if lost else None)


def _with_residents_number(document: LostDocument, numbers: list[Labelled]) -> LostDocument:
    """`张三（身份证号…）遗失居民身份证`: the number before the verb is the card's."""
    own = [Number(one.label, one.value) for one in numbers if one.is_of_a_person]
    if own and not document.numbers and document.name.endswith("身份证"):
        return replace(document, numbers=(own[0],))
    return document


def _name(before: str) -> tuple[str, str]:
    """A holder's name, and what stands behind it."""
    brackets = _IN_A_NAME.match(before)
    # 成都示例（集团）有限公司: a bracket within a name holds no number, and the name goes on.
    start = brackets.end() if brackets else 0
    end = _NAME_ENDS.search(before, start)
    name = before[: end.start()] if end else before
    return name.strip(), before[len(name) :]


def _holder(name: str) -> Holder:
    """Raises NotUnderstood where it is neither plainly a body nor plainly a person."""
    who = _WHO.match(name)
    bare = name[who.end() :] if who else name
    if not bare:
        raise NotUnderstood("no-holder")
    if _SENTENCE.search(bare):
        raise NotUnderstood("unclear-holder")
    if len(bare) >= 4 and (_ORGANISATION.fullmatch(bare) or is_organisation(bare)):
        return Holder(HolderType.ORGANISATION, bare)
    if _is_person(bare):
        return Holder(HolderType.PERSON, bare)
    people = _SEPARATORS.split(bare)
    if all(_is_person(one) for one in people):
        return Holder(HolderType.PERSON, "、".join(people))
    raise NotUnderstood("unclear-holder")


def _is_person(name: str) -> bool:
    return re.fullmatch(r"[\u4e00-\u9fff][某ＸX×*]{1,2}", name) is not None or is_person_name(name)


def _documents(flat: str, outside: str) -> tuple[LostDocument, ...]:
    """The documents in a clause, each with what stands before and behind it."""
    # What a bracket hides is no name of a document; a title in 《》 is one.
    matches = [
        match
        for at, match in enumerate(documents.named().finditer(outside))
        # 护照号 after 护照 names a number, not a second passport.
        if not at or not _IS_A_LABEL.match(outside, match.end())
    ]
    if not matches:
        other = documents.others().search(outside)
        matches = [other] if other else []
    found: list[LostDocument] = []
    place = 0
    for at, match in enumerate(matches):
        if match.start() < place:
            continue
        following = matches[at + 1].start() if at + 1 < len(matches) else len(flat)
        prefix, tail = flat[place : match.start()], flat[match.end() : following]
        if at + 1 < len(matches):
            tail, place = _tail(tail, match.end())
        document = _document(prefix, match[0], tail)
        if found and document is None:
            continue
        if document is not None:
            found.append(document)
    return tuple(found)


def _tail(between: str, start: int) -> tuple[str, int]:
    """What stands between two documents is the first's up to the last mark that parts them."""
    hidden = _without_brackets(between)
    parted = [match.end() for match in re.finditer(r"[、，,；;]|和|及|与|并", hidden)]
    last = next((end for end in parted if _begins_another(between, hidden, end)), 0)
    cut = last or hidden.rfind("\0") + 1
    return between[:cut], start + cut


def _begins_another(between: str, hidden: str, end: int) -> bool:
    """Whether what follows a mark can only be what stands before the next document."""
    is_copy = documents.COPIES.match(between[end:].lstrip())
    return not is_copy and not re.search(r"[0-9A-Za-z*]", hidden[end:])


def _document(prefix: str, name: str, tail: str) -> LostDocument | None:
    of_a_person = name.endswith(("身份证", "驾驶证", "驾照"))
    numbers = [
        one for one in (*labelled(prefix), *labelled(tail)) if of_a_person or not one.is_of_a_person
    ]
    bare = re.sub(r"[（(][^（）()]*[）)]|[《》“”\"]", "", prefix)
    bare = re.sub(r"(?:编号|号码|证号)为?[A-Za-z0-9*]+的?", "", bare)
    bare = _PREFIX.sub("", bare)
    bare = _BANK.sub("", _RELATIVE.sub("", _PLACED.sub("", bare)))
    dated_first = re.match(rf"({_DATE})(?:由|经)?", bare)
    bare = bare[dated_first.end() :] if dated_first else bare
    issued = _ISSUED.search(bare)
    day = issued[1] if issued and issued[1] else dated_first[1] if dated_first else None
    maker, rest = (bare[: issued.start()], bare[issued.end() :]) if issued else (bare, "")
    issuer = ""
    body = _ISSUER.fullmatch(maker)
    if body and "签订" not in maker:
        issuer, rest = body[1], rest or body[2]
    elif not issued:
        rest = maker
    rest = documents.COPIES.sub("", _PREFIX.sub("", rest))
    rest = "" if rest.endswith("的") or not re.fullmatch(r"[\u4e00-\u9fff]{1,20}", rest) else rest
    labelled_issuer = _LABELLED_ISSUER.search(tail) or _ISSUED_BY.search(tail)
    if labelled_issuer:
        issuer = labelled_issuer[1]
    dated = _LABELLED_DATE.search(tail) or _DATE_ISSUED.search(tail)
    whole = f"{rest}{name}"
    return LostDocument(
        name=whole,
        copy=documents.copies(f"{prefix}{tail}"),
        issuer=issuer.removeprefix("由"),
        issued_on=_day(dated[1]) if dated else _day(day) if day else None,
        numbers=tuple(Number(one.label, one.value) for one in numbers),
    )


def _day(text: str) -> date | None:
    try:
        return parse_day(text)
    except DateError:
        return None

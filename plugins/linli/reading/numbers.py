# SPDX-License-Identifier: MIT
"""The numbers in a printed notice, each with the word before it that says what it is."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from linli.newsroom.identifiers import (
    NumberKind,
    compact,
    find_mobiles,
    find_resident_ids,
    is_like_a_resident_id,
    kind_of,
    mask,
)

CREDIT_CODE = "统一社会信用代码"

_LABEL_END = (
    "代码|编码|号码|编号|账号|帐号"
    "|[证票单卡学档案据册准照牌架机同书执许章印保提收发税产权户录流水]号|号"
)
_PLACE = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"
_PLAIN = r"[A-Za-z0-9*]+(?:[-－—～~至/. ]{1,2}[A-Za-z0-9*]+)*"
_VALUE = (
    rf"(?:[{_PLACE}][（(]\d{{4}}[）)][^，,；;。）)（(：:]{{2,24}}?号"
    rf"|[\u4e00-\u9fff]{{1,8}}(?:[（(]\d{{4}}[）)])?[\u4e00-\u9fff]{{0,4}}第[A-Za-z0-9*-]+号"
    rf"|[{_PLACE}][A-Z][·•]?[A-Z0-9*]{{5,6}}"
    rf"|(?![码为是])[\u4e00-\u9fff]{{1,4}}[A-Za-z0-9*]{{4,}}"
    rf"|{_PLAIN})"
)
_LABELLED = re.compile(
    rf"(?P<label>[\u4e00-\u9fff]{{0,16}}?(?:{_LABEL_END}))\s*(?:[：:]|分别为|为|是|No\.?|№)?\s*"
    rf"(?P<value>{_VALUE})(?P<more>(?:[、]\s*{_PLAIN})*)"
)
_NUMERO = re.compile(rf"(?P<label>N[oO]\.?|№)[：:\s]*(?P<value>[A-Za-z]*\d{_PLAIN})(?P<more>)")
PLATE = rf"[{_PLACE}][A-Z][·•]?(?=[A-Z0-9*]*[0-9*])[A-Z0-9*]{{5,6}}(?![A-Z0-9*])"
"""The number of a vehicle."""
_BARE_PLATE = re.compile(PLATE)
_HALF_MASKED = re.compile(r"(?<![0-9*])(?=[0-9]*\*)[1-9][0-9]{5}[0-9*]{11}[0-9Xx*](?![0-9*])")
"""A resident's number as other houses mask it: it still tells the birthday."""
_BARE_CREDIT_CODE = re.compile(r"(?<![A-Za-z0-9*])[0-9A-Z]{18}(?![A-Za-z0-9*])")
_KNOWN = (
    CREDIT_CODE,
    *("社会信用代码", "信用代码", "组织机构代码", "营业执照注册号", "注册号", "执照编号"),
    *(
        "开户许可证核准号",
        "核准号",
        "开户许可证编号",
        "许可证编号",
        "许可证号",
        "证书编号",
        "证书号",
    ),
    *("印章编码", "印章编号", "公章编码", "公章编号", "备案编号", "备案号", "防伪编码"),
    *("发票代码", "发票号码", "发票号", "票据代码", "票据号码", "票据号", "收据编号", "收据号"),
    *("不动产权证号", "房产证号", "权证号", "土地证号", "产权证号", "档案编号", "档案号"),
    *("公民身份号码", "居民身份证号码", "身份证号码", "身份证号", "护照号码", "护照号"),
    *("号牌号码", "车牌号码", "车牌号", "车架号", "发动机号", "道路运输证号", "驾驶证号"),
    *("学号", "毕业证号", "学位证号", "证明编号", "出生证编号", "出生证号", "保单号", "合同编号"),
    *("银行账号", "账号", "帐号", "卡号", "流水号", "编码", "编号", "证号", "号码", "代码"),
)
_STRAY = re.compile(r"^(?:其|和|及|与|原|该|并|以及|共)+")


@dataclass(frozen=True, slots=True)
class Labelled:
    """A number in a text, with its label."""

    label: str
    value: str
    start: int
    end: int

    @property
    def is_credit_code(self) -> bool:
        return self.label.endswith("信用代码")

    @property
    def is_of_a_person(self) -> bool:
        """Whether it is a resident's number, whatever its digits are."""
        return "身份" in self.label


@dataclass(frozen=True, slots=True)
class Masked:
    """A number that was masked, and how it is shown now."""

    kind: NumberKind
    value: str


def labelled(text: str) -> Iterator[Labelled]:
    """Every number in a text that something says the name of."""
    taken: list[tuple[int, int]] = []
    for match in _LABELLED.finditer(text):
        label = _label(match["label"], _begins_clause(text, match.start()))
        if not any(sign.isdigit() or sign == "*" for sign in match["value"]):
            continue
        taken.append(match.span())
        yield Labelled(label, _plain(match["value"]), *match.span("value"))
        place = match.start("more")
        for more in re.finditer(_PLAIN, match["more"]):
            yield Labelled(label, _plain(more[0]), place + more.start(), place + more.end())
    for match in _NUMERO.finditer(text):
        if all(match.end() <= start or match.start() >= end for start, end in taken):
            taken.append(match.span())
            yield Labelled(match["label"], _plain(match["value"]), *match.span("value"))
    for match in _BARE_PLATE.finditer(text):
        if all(match.end() <= start or match.start() >= end for start, end in taken):
            yield Labelled("号牌号码", match[0], *match.span())
    for match in _BARE_CREDIT_CODE.finditer(text):
        free = all(match.end() <= start or match.start() >= end for start, end in taken)
        if free and kind_of(match[0]) is NumberKind.CREDIT_CODE:
            # Its own check digits say what it is.
            yield Labelled(CREDIT_CODE, match[0], *match.span())


def _begins_clause(text: str, start: int) -> bool:
    return start == 0 or text[start - 1] in "，,；;。：:（(、 \n"


def _label(run: str, begins_clause: bool) -> str:
    known = next((label for label in _KNOWN if run.endswith(label)), "")
    if begins_clause and len(run) <= 12:
        bare = _STRAY.sub("", run)
        return bare if bare else run
    return known or run[-2:]


def _plain(value: str) -> str:
    value = value.strip(" .-－—")
    return unicodedata.normalize("NFKC", value) if value.isascii() else value


def mask_private(text: str) -> tuple[str, list[Masked]]:
    """A text with no resident's number and no mobile in clear, and what was masked."""
    found = [*find_resident_ids(text), *find_mobiles(text)]
    spans = [(one.start, one.end, one.kind, one.value) for one in found]
    spans += [
        (match.start(), match.end(), NumberKind.RESIDENT_ID, match[0])
        for match in _HALF_MASKED.finditer(text)
    ]
    for number in labelled(text):
        # One wrong digit, or the fifteen of before 1999, make it no less private.
        free = all(number.end <= start or number.start >= end for start, end, *_ in spans)
        digits = len(compact(number.value))
        if free and number.is_of_a_person and digits >= 8 and "*" not in number.value:
            value = text[number.start : number.end]
            spans.append((number.start, number.end, NumberKind.RESIDENT_ID, value))
    return _with_masks(text, spans)


_HAN = re.compile("[\u4e00-\u9fff]")
_DIGITS = re.compile(r"\d+")


def masked_value(value: str) -> str:
    """The number of a person's document, as it may enter the repository.

    Of a title deed, `川（2018）新津区不动产权第0012345号`, only the last digits are its own.
    """
    digits = list(_DIGITS.finditer(value))
    if is_like_a_resident_id(value):
        return mask(value, NumberKind.RESIDENT_ID)
    if not _HAN.search(value) or not digits:
        return mask(value, NumberKind.LONG_NUMBER)
    last = digits[-1]
    kept = 4 if len(last[0]) > 4 else 0
    stars = "*" * (len(last[0]) - kept)
    return f"{value[: last.start()]}{stars}{value[last.end() - kept :]}"


def mask_values(text: str, values: list[str]) -> tuple[str, list[Masked]]:
    """A text in which numbers of a person's documents keep no more than a page shows of them."""
    spans: list[tuple[int, int, NumberKind, str]] = []
    for value in values:
        start = text.find(value)
        while start >= 0:
            spans.append((start, start + len(value), NumberKind.LONG_NUMBER, value))
            start = text.find(value, start + len(value))
    return _with_masks(text, spans)


def _with_masks(
    text: str, spans: list[tuple[int, int, NumberKind, str]]
) -> tuple[str, list[Masked]]:
    parts: list[str] = []
    masked: list[Masked] = []
    place = 0
    for start, end, kind, value in sorted(spans, key=lambda span: span[:2]):
        if start < place:
            continue
        shown = masked_value(value) if kind is NumberKind.LONG_NUMBER else mask(value, kind)
        masked.append(Masked(kind, shown))
        parts += [text[place:start], shown]
        place = end
    return "".join((*parts, text[place:])), masked

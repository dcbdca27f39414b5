# SPDX-License-Identifier: MIT
"""The numbers an announcement carries: which are right, which are private, how each is masked."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from functools import lru_cache
from typing import Self

_CREDIT_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_ORGANISATION_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)
_RESIDENT_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_RESIDENT_CHECKS = "10X98765432"

# The first two digits of GB/T 2260; 81–83 are the residence permits of 港澳台 residents.
_PROVINCE = re.compile("1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]")

# What print and people put between the digits of a number: space, hyphens and dashes of every
# width, the soft hyphen and the zero-width characters that copying from the web brings along.
_GAP = r"[\s\-\u00ad\u2010-\u2015\u2212\u200b-\u200d\u2060\ufeff]"
_GAPS = re.compile(_GAP)


class FaultKind(Enum):
    """What can be wrong with a unified social credit code."""

    LENGTH = "length"
    CHARACTER = "character"
    ORGANISATION_CHECK = "organisation-check"
    CHECK = "check"


@dataclass(frozen=True, slots=True)
class CreditCodeFault:
    """One thing that is wrong with a credit code, and what would be right."""

    kind: FaultKind
    position: int
    """Counted from 1 in the normalised code, as the standard counts; 0 is the code as a whole."""
    actual: str
    expected: str
    """The check digit, the length, or all the characters that may stand at this position."""


@dataclass(frozen=True, slots=True)
class CreditCode:
    """A 统一社会信用代码 (GB 32100-2015) as it was given; `faults` says whether it is right.

    1 authority, 2 class, 3–8 region, 9–17 organisation code (GB 11714-1997), 18 check.
    """

    text: str

    @classmethod
    def of(cls, text: str) -> Self:
        """The code in its plain form, from full-width, lower-case or grouped writing."""
        return cls(compact(text))

    @property
    def faults(self) -> tuple[CreditCodeFault, ...]:
        return faults(self.text)

    @property
    def is_valid(self) -> bool:
        return not self.faults

    @property
    def region(self) -> str:
        """The district where the body is registered, by GB/T 2260."""
        return self.text[2:8]

    @property
    def organisation_code(self) -> str:
        return self.text[8:17]

    def __str__(self) -> str:
        return self.text


def compact(text: str) -> str:
    """A number as the standards write it: NFKC, upper case, no spaces and no hyphens."""
    return _GAPS.sub("", unicodedata.normalize("NFKC", text)).upper()


def faults(code: str) -> tuple[CreditCodeFault, ...]:
    """Everything that is wrong with a credit code, by position; the code may be grouped.

    A check digit is only held against characters that may stand there, and a wrong one hides
    the complaint about its own character: one mistake, one fault.
    """
    plain = compact(code)
    if len(plain) != 18:
        length = CreditCodeFault(FaultKind.LENGTH, 0, str(len(plain)), "18")
        return (length, *_character_faults(plain, whole=False))
    checks = tuple(_check_faults(plain))
    checked = {fault.position for fault in checks}
    strays = (f for f in _character_faults(plain, whole=True) if f.position not in checked)
    return tuple(sorted((*strays, *checks), key=lambda fault: fault.position))


def _character_faults(plain: str, *, whole: bool) -> Iterator[CreditCodeFault]:
    for position, character in enumerate(plain, start=1):
        # Where a character is missing or too many, nobody can say which six are the region.
        allowed = "0123456789" if whole and 3 <= position <= 8 else _CREDIT_ALPHABET
        if character not in allowed:
            yield CreditCodeFault(FaultKind.CHARACTER, position, character, allowed)


def _check_faults(plain: str) -> Iterator[CreditCodeFault]:
    if _is_credit_text(plain[8:16]):
        expected = organisation_check(plain[8:16])
        if plain[16] != expected:
            yield CreditCodeFault(FaultKind.ORGANISATION_CHECK, 17, plain[16], expected)
    if _is_credit_text(plain[:17]):
        expected = credit_check(plain[:17])
        if plain[17] != expected:
            yield CreditCodeFault(FaultKind.CHECK, 18, plain[17], expected)


def _is_credit_text(text: str) -> bool:
    return all(character in _CREDIT_ALPHABET for character in text)


def credit_check(body: str) -> str:
    """The 18th character of a credit code, from its first 17 (GB 32100-2015, modulus 31)."""
    total = sum(_CREDIT_ALPHABET.index(c) * pow(3, i, 31) for i, c in enumerate(body))
    return _CREDIT_ALPHABET[-total % 31]


def organisation_check(body: str) -> str:
    """The ninth character of an organisation code, from its first eight (GB 11714-1997)."""
    total = sum(int(c, 36) * weight for c, weight in zip(body, _ORGANISATION_WEIGHTS, strict=True))
    return "0123456789X"[-total % 11]


def resident_check(body: str) -> str:
    """The 18th character of a resident's number, from its first 17 (GB 11643-1999)."""
    total = sum(int(c) * weight for c, weight in zip(body, _RESIDENT_WEIGHTS, strict=True))
    return _RESIDENT_CHECKS[total % 11]


@dataclass(frozen=True, slots=True)
class ResidentId:
    """A valid 公民身份号码 (GB 11643-1999): region, a real birth date, serial, check.

    It prints masked, so that no message and no log can give it away; `text` is the number.
    Raises ValueError for anything else, without repeating it.
    """

    text: str = field(repr=False)

    def __post_init__(self) -> None:
        if not _is_resident_id(self.text):
            raise ValueError("not a resident identity number")

    @classmethod
    def of(cls, text: str) -> Self:
        """The number in its plain form, from full-width or grouped writing."""
        return cls(compact(text))

    @property
    def region(self) -> str:
        return self.text[:6]

    @property
    def born(self) -> date:
        return date.fromisoformat(self.text[6:14])

    def __str__(self) -> str:
        return mask(self.text, NumberKind.RESIDENT_ID)


def _is_resident_id(text: str) -> bool:
    return (
        re.fullmatch(r"[0-9]{17}[0-9X]", text) is not None
        and _has_province(text)
        and _is_birth_date(text[6:14])
        and resident_check(text[:17]) == text[17]
    )


def is_like_a_resident_id(value: str) -> bool:
    """Whether a number has the signs of a resident's, be they right or wrong: who masks it masks it
    as one, for in a wrong one a digit is wrong and the others are the person's."""
    return re.fullmatch(r"[0-9]{17}[0-9X]", compact(value)) is not None


def _has_province(text: str) -> bool:
    # A foreigner's permanent residence card puts a 9 before the province that issued it.
    return _PROVINCE.match(text, 1 if text[0] == "9" else 0) is not None


def _is_birth_date(digits: str) -> bool:
    # Without a clock "not in the future" cannot be asked; two centuries keep the noise low.
    if digits[:2] not in ("19", "20"):
        return False
    try:
        date.fromisoformat(digits)
    except ValueError:
        return False
    return True


class NumberKind(Enum):
    """What sort of number a value is, as far as its own characters tell."""

    MOBILE = "mobile"
    RESIDENT_ID = "resident-id"
    CREDIT_CODE = "credit-code"
    LONG_NUMBER = "long-number"
    """A bank card, an account, a passport, a permit: whatever else has eight signs or more."""


@dataclass(frozen=True, slots=True)
class FoundNumber:
    """A number found in running text: `text[start:end]` is how it stands there."""

    kind: NumberKind
    start: int
    end: int
    value: str = field(repr=False)
    """Its plain form; not in the repr, for what is found here is private."""


# What belongs to a number or ends one, in full width.
_FULL_WIDTH = re.compile("[０-９Ａ-Ｚａ-ｚ＋－．（）]")

# Digits enough for a mobile, in whatever way they are written: what most texts do not hold.
_MANY_DIGITS = re.compile(rf"[0-9０-９](?:(?:{_GAP}|－){{0,8}}[0-9０-９]){{10}}")

# Both look ahead first: in Chinese prose few characters can begin a number at all. As few texts
# call for them, `re` compiles them when they are first asked for, and keeps them.
_RESIDENT_PATTERN = rf"(?=[0-9])(?<![0-9])[0-9](?:{_GAP}{{0,8}}[0-9]){{16}}{_GAP}{{0,8}}[0-9Xx]"
_MOBILE_PATTERN = rf"""(?x)
    (?=[(+018]) (?<![0-9A-Za-z]) (?<![0-9]\.)
    (?: (?: \((?:\+|00)86\) | (?:\+|00)86 ) {_GAP}{{0,4}} | 86 {_GAP}{{1,4}} )?
    (?: 1[3-9][0-9] {_GAP}{{0,4}} [0-9]{{4}} {_GAP}{{0,4}} [0-9]{{4}}
      | 1[3-9][0-9]{{2}} {_GAP}{{1,4}} [0-9]{{4}} {_GAP}{{1,4}} [0-9]{{3}} )
    (?![0-9A-Za-z]) (?!\.[0-9])
"""


def may_hold_a_number(text: str) -> bool:
    """Whether it is worth looking for a resident identity number or a mobile in a text at all."""
    return _MANY_DIGITS.search(text) is not None


@lru_cache(maxsize=1)
def _half_width(text: str) -> str:
    # One character for one, so that a place in the plain text is a place in the given one.
    return _FULL_WIDTH.sub(lambda match: chr(ord(match[0]) - 0xFEE0), text)


def find_resident_ids(text: str) -> Iterator[FoundNumber]:
    """Every valid resident identity number in a text, in whatever way it is written.

    Full-width digits, spaces, hyphens and line breaks between the digits hide nothing; letters
    may touch it (a file name), another digit may not. Region, birth date and check must hold,
    and a number that is a valid credit code of an existing province is that, not a person's.
    """
    plain = _half_width(text)
    pattern = re.compile(_RESIDENT_PATTERN)
    place = 0
    while match := pattern.search(plain, place):
        value = compact(match[0])
        followed = plain[match.end() : match.end() + 1]
        ends_here = not (followed.isascii() and followed.isdigit())
        if ends_here and _is_resident_id(value) and not _is_credit_code(value):
            yield FoundNumber(NumberKind.RESIDENT_ID, match.start(), match.end(), value)
            place = match.end()
        else:
            # The number may begin at a later group: "1234 510104 19…" holds eighteen digits twice.
            place = match.start() + 1


class ResidentFault(Enum):
    """What is wrong with a number that is called a resident's."""

    LENGTH = "length"
    REGION = "region"
    BIRTH = "birth"
    CHECK = "check"


@dataclass(frozen=True, slots=True)
class WrongResidentId:
    """A number that a text calls a resident's, but that cannot be one."""

    fault: ResidentFault
    start: int
    end: int
    value: str = field(repr=False)


_CALLED_RESIDENT = rf"""(?x)
    (?:身份证|公民身份) (?:件?号码?|号)?
    (?:[\s:：为是（(，,"'“]|value|号码){{0,24}}
    (?P<number> [0-9] (?:{_GAP}{{0,8}}[0-9]){{13,17}} (?:{_GAP}{{0,8}}[0-9Xx])? ) (?![0-9A-Za-z*])
"""


def find_wrong_resident_ids(text: str) -> Iterator[WrongResidentId]:
    """Every number that is called 身份证号 and is none, though it has fifteen to nineteen digits.

    Such a slip is still most of somebody's number.
    """
    if "身份" not in text:
        return
    for match in re.finditer(_CALLED_RESIDENT, _half_width(text)):
        value = compact(match["number"])
        # Fifteen digits are the number of before 1999: a real one as well.
        if len(value) >= 15 and not _is_resident_id(value):
            yield WrongResidentId(_resident_fault(value), *match.span("number"), value)


def _resident_fault(value: str) -> ResidentFault:
    if len(value) != 18:
        return ResidentFault.LENGTH
    if not _has_province(value):
        return ResidentFault.REGION
    return ResidentFault.CHECK if _is_birth_date(value[6:14]) else ResidentFault.BIRTH


def is_bank_card(value: str) -> bool:
    """Whether a number has the length of a bank card's and its check digit (Luhn)."""
    plain = compact(value)
    if not re.fullmatch("[0-9]{16,19}", plain):
        return False
    doubled = (int(sign) * 2 for sign in plain[-2::-2])
    total = sum(map(int, plain[-1::-2])) + sum(number - 9 * (number > 9) for number in doubled)
    return total % 10 == 0


def _is_credit_code(value: str) -> bool:
    # Of two numbers with good checks the province decides; 10 is the central authority's.
    return not faults(value) and (_PROVINCE.match(value, 2) is not None or value[2:4] == "10")


def find_mobiles(text: str) -> Iterator[FoundNumber]:
    """Every mainland mobile number in a text: 1[3-9] and nine digits, +86 before it or not.

    Groups of 3-4-4 or 4-4-3, full-width digits, spaces, hyphens and line breaks between them
    count; a piece of a longer number, of a card in fours or of an identifier with letters does
    not.
    """
    plain = _half_width(text)
    for match in re.finditer(_MOBILE_PATTERN, plain):
        if not _continues_a_card(plain, match):
            value = compact(match[0])[-11:]
            yield FoundNumber(NumberKind.MOBILE, match.start(), match.end(), value)


def _continues_a_card(plain: str, match: re.Match[str]) -> bool:
    gap = _GAPS.search(match[0])
    if gap is None:
        return False
    mark = re.escape(gap[0])
    before = re.search(rf"(?<![0-9])[0-9]{{4}}{mark}$", plain[: match.start()][-6:])
    after = re.match(rf"{mark}[0-9]{{4}}(?![0-9])", plain[match.end() :][:6])
    return bool(before or after)


def kind_of(value: str) -> NumberKind | None:
    """What kind of number a value is, masked or not; None where it is no number to protect."""
    plain = compact(value)
    if re.fullmatch(r"(?:(?:\+|00)?86)?1[3-9][0-9](?:[0-9]{4}|\*{4})[0-9]{4}", plain):
        return NumberKind.MOBILE
    if _is_credit_code(plain):
        return NumberKind.CREDIT_CODE
    if _is_resident_id(plain) or re.fullmatch(r"[0-9]\*{16}[0-9X]", plain):
        return NumberKind.RESIDENT_ID
    if not faults(plain):
        return NumberKind.CREDIT_CODE
    # At least half of it digits or stars: a long word is not a long number.
    signs = [sign for sign in plain if _is_sign(sign)]
    digits = sum(sign in "0123456789*" for sign in signs)
    return NumberKind.LONG_NUMBER if len(signs) >= 8 and digits * 2 >= len(signs) else None


def mask(value: str, kind: NumberKind) -> str:
    """The one form in which a private number is printed.

    A mobile is `138****1234`; a resident's number keeps its first and last sign; anything else
    keeps its last four, in the groups it was given. A value of fewer than eight signs keeps
    nothing, and a mask put on a mask changes nothing.
    """
    plain = unicodedata.normalize("NFKC", value).upper()
    signs = "".join(sign for sign in plain if _is_sign(sign))
    if len(signs) < 8:
        return _with_stars(plain, len(signs))
    if kind is NumberKind.RESIDENT_ID:
        return signs[0] + "*" * (len(signs) - 2) + signs[-1]
    if kind is NumberKind.MOBILE:
        signs = _without_country(signs)
        if len(signs) == 11:
            return f"{signs[:3]}****{signs[-4:]}"
    return _with_stars(plain, len(signs) - 4)


def masked(text: str) -> str:
    """A text with every resident id and every mobile in it masked: for what goes to a log."""
    if not may_hold_a_number(text):
        return text
    wrong = ((one.start, one.end, one.value) for one in find_wrong_resident_ids(text))
    places = [(start, end, value, NumberKind.RESIDENT_ID) for start, end, value in wrong]
    for one in (*find_resident_ids(text), *find_mobiles(text)):
        places.append((one.start, one.end, one.value, one.kind))
    for start, end, value, kind in sorted(places, reverse=True):
        text = f"{text[:start]}{mask(value, kind)}{text[end:]}"
    return text


def _without_country(signs: str) -> str:
    for code in ("0086", "86"):
        if signs.startswith(code) and len(signs) == 11 + len(code):
            return signs.removeprefix(code)
    return signs


def _with_stars(plain: str, count: int) -> str:
    masked = []
    for character in plain:
        hidden = _is_sign(character) and count > 0
        masked.append("*" if hidden else character)
        count -= hidden
    return "".join(masked)


def _is_sign(character: str) -> bool:
    return character.isalnum() or character == "*"


def is_masked(value: str) -> bool:
    """Whether a value already stands in one of our masks, so that a mask leaves it as it is.

    Another house's mask (`510104********1234`) shows more than ours, and is not one.
    """
    return "*" in value and any(mask(value, kind) == value for kind in NumberKind)


def region_of(code: str) -> str:
    """The six digits of GB/T 2260 in a credit code, a resident's number or a statistical code.

    A statistical code has six, nine or twelve digits. Raises ValueError for anything else,
    without repeating it.
    """
    plain = compact(code)
    if re.fullmatch(r"[0-9]{6}(?:[0-9]{3}|[0-9]{6})?", plain):
        return plain[:6]
    kind = kind_of(plain)
    if kind is NumberKind.CREDIT_CODE:
        return CreditCode(plain).region
    if kind is NumberKind.RESIDENT_ID and not is_masked(plain):
        return ResidentId(plain).region
    raise ValueError("no region in this number")

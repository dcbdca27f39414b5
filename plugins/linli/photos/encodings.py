# SPDX-License-Identifier: MIT
"""In which of three encodings a picture's words are written, and those words; never mojibake.

A file has one encoding, so all that is undecided is decided together: by how common the signs
are that come out. What no encoding explains is not guessed at.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from linli.photos.common_signs import SIMPLIFIED, SURNAMES, TRADITIONAL

LONGEST = 2000
"""Signs of one field; more is no caption, and would not fit into a JPEG's segment."""
_MARKS = frozenset("，。、：；！？“”‘’（）《》「」『』…—·．　／")
_GB = "gb18030"
_BIG5 = "cp950"
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Tabs and line ends may stay. The marks that turn the direction of writing disguise a text.
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
# A copyright sign before a blank or a year is the one sign of Latin-1 that cameras write unasked.
_COPYRIGHT = re.compile(rb"(?:\xa9(?=[ \d])|[\x20-\x7e])+")
_LETTER = re.compile("[A-Za-z]")
_NOT_TEXT = re.compile("[\x80-\x9f\ud800-\udfff\ue000-\uf8ff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Written:
    """A field as it lies in the file."""

    raw: bytes
    encoding: str = ""
    """What the file says that it is written in, as Python calls it; empty where it does not."""

    @property
    def plain(self) -> bytes:
        """Without the blanks around it and what lies behind its end; not for UTF-16."""
        return self.raw.strip(b"\x00 \r\n\t").partition(b"\x00")[0]


def decode_together(fields: Sequence[Written]) -> tuple[str | None, ...]:
    """The fields of one file as texts; None for one that cannot be read."""
    sure = [_sure(one) for one in fields]
    order = _order([one.plain for one, text in zip(fields, sure, strict=True) if text is None])
    return tuple(
        _doubtful(one, order) if text is None else tidy(text)
        for one, text in zip(fields, sure, strict=True)
    )


def decode(raw: bytes) -> str | None:
    """One text that stands alone."""
    return decode_together([Written(raw)])[0]


def tidy(text: str) -> str | None:
    """A text without control signs and repaired where that is certain; None if it is lost."""
    if "\x1b" in text:
        # An escape into an encoding of which nothing here knows.
        return None
    plain = _CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    plain = _repaired(plain).strip()
    if _is_lost(plain) or _NOT_TEXT.search(plain):
        return None
    return plain if len(plain) <= LONGEST else plain[: LONGEST - 1] + "…"


def _is_lost(text: str) -> bool:
    """Whether a program has put a mark for every sign that it did not know."""
    marks = sum(sign in "?？" for sign in text)
    if marks >= 2 and 2 * marks >= len(text):
        return not any("\u4e00" <= sign <= "\u9fff" for sign in text)
    return "\ufffd" in text or "锟斤拷" in text


def as_utf8(packet: bytes) -> bytes:
    """A longer text, which some programs write in the encoding of their machine, in UTF-8."""
    for encoding in ("utf-8", *_order([packet])):
        if (text := _whole(packet, encoding)) is not None:
            return text.encode()
    return packet


def likelier(raw: bytes, *encodings: str) -> str:
    """In which encoding a text looks most like Chinese or English; the first of equal ones."""

    def points(encoding: str) -> float:
        text = _whole(raw, encoding)
        if text is None:
            return -len(raw)
        return sum(1.0 if one.isascii() else _commonness(one, _GB) for one in text)

    return max(encodings, key=points)


def _sure(field: Written) -> str | None:
    """The text, where the file's own mark or the form of the bytes leaves no doubt."""
    for mark, name in _BOMS:
        if field.raw.startswith(mark):
            return _until_zero(field.raw[len(mark) :], name)
    if field.encoding not in {"", "utf-8", "latin-1"}:
        return _until_zero(field.raw, field.encoding)
    # A program may say UTF-8 and write what it likes, so its word counts only where it is true.
    text = _whole(field.plain, "utf-8")
    if text is None or (field.encoding != "utf-8" and _could_be_gb(field.plain, text)):
        return None
    return text


def _until_zero(raw: bytes, encoding: str) -> str:
    text = _whole(raw, encoding)
    return "\ufffd" if text is None else text.partition("\0")[0]


def _doubtful(field: Written, order: Sequence[str]) -> str | None:
    plain = field.plain
    for encoding in (*order, "utf-8"):
        text = _whole(plain, encoding)
        if text is None or _NOT_TEXT.search(text):
            continue
        if encoding != "utf-8" and _LETTER.search(text) and _likeness(plain, encoding) < 0:
            # Rare signs among Latin letters: the accents of another language.
            continue
        return tidy(text)
    if field.encoding == "latin-1" or _COPYRIGHT.fullmatch(plain):
        return tidy(plain.decode("cp1252", errors="replace"))
    return None


def _order(doubtful: Sequence[bytes]) -> tuple[str, str]:
    """The two encodings of Chinese, the likelier one for all these texts first."""
    gb = sum(_likeness(raw, _GB) for raw in doubtful)
    big5 = sum(_likeness(raw, _BIG5) for raw in doubtful)
    return (_BIG5, _GB) if big5 > gb else (_GB, _BIG5)


def _likeness(raw: bytes, encoding: str) -> float:
    """How much like Chinese a text looks in an encoding."""
    text = _whole(raw, encoding)
    if text is None:
        # As bad as a text of which every sign is strange.
        return -3.0 * len(raw)
    # A credit line may hold nothing but a name of two to four signs.
    name = 3.0 if 2 <= len(text) <= 4 and text[0] in SURNAMES else 0.0
    return name + sum(_commonness(sign, encoding) for sign in text)


@cache
def _commonness(sign: str, encoding: str) -> float:
    """Points for one sign: the commonest, those of the standard's first level, the others."""
    if sign.isascii():
        return 0.0
    if sign in _MARKS:
        return 2.0
    if sign in (SIMPLIFIED if encoding == _GB else TRADITIONAL):
        return 3.0
    code = sign.encode(encoding)
    first, last = (b"\xb0\xa1", b"\xd7\xf9") if encoding == _GB else (b"\xa4\x40", b"\xc6\x7e")
    if len(code) == 2 and first <= code <= last and (encoding == _BIG5 or code[1] >= 0xA1):
        return 0.5
    if unicodedata.category(sign) == "Lo" and sign >= "\u3400":
        return -2.0 if not "\ue000" <= sign <= "\uf8ff" else -5.0
    return -0.5 if "\uff01" <= sign <= "\uff5e" else -4.0


def _whole(raw: bytes, encoding: str) -> str | None:
    """The bytes as text; a last sign that was cut in half is left out; None if it is no text."""
    try:
        text = codecs.getincrementaldecoder(encoding)().decode(raw, final=False)
    except UnicodeDecodeError:
        return None
    if text.isascii() and not raw.isascii() and not encoding.startswith("utf-16"):
        # Nothing but the half sign speaks for this encoding.
        return None
    return text


def _could_be_gb(raw: bytes, text: str) -> bool:
    """Whether this UTF-8 holds nothing but signs of two bytes that could be Han in GB 2312 too."""
    if len(raw) < 4 or any(sign.isascii() or sign >= "\u0800" for sign in text):
        return False
    return all(
        0xB0 <= first <= 0xF7 and second >= 0xA1
        for first, second in zip(raw[::2], raw[1::2], strict=False)
    )


def _repaired(text: str) -> str:
    """A text whose bytes a program took for another encoding and saved so; if that is certain."""
    for wrong, right in (
        *(("latin-1", "utf-8"), ("cp1252", "utf-8"), (_GB, "utf-8")),
        *(("latin-1", "gb2312"), ("cp1252", "gb2312")),
    ):
        if text.isascii() or (wrong == _GB and all(_commonness(s, _GB) >= 0 for s in text)):
            continue
        try:
            found = text.encode(wrong).decode(right)
        except UnicodeError:
            continue
        signs = [sign for sign in found if not sign.isascii()]
        if wrong != _GB and right == "utf-8" and signs and all(map(_is_han, signs)):
            return found
        common = [sign for sign in signs if _commonness(sign, _GB) > 0]
        if len(signs) > 1 and common == signs:
            return found
    return text


def _is_han(sign: str) -> bool:
    return "\u4e00" <= sign <= "\u9fff" or sign in _MARKS or sign in "©®"

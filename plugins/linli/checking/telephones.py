# SPDX-License-Identifier: MIT
"""A telephone number that stands under contacts can be dialled from anywhere."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from linli.language.languages import Text
from linli.newsroom.announcements import Announcement
from linli.newsroom.diagnostics import Diagnostic
from linli.newsroom.identifiers import NumberKind, mask
from linli.newsroom.manuscripts import Manuscripts

_RUN = re.compile(r"(?<![0-9*])(?<!转)(?<!分机)(?<!转 )[+(]?[0-9][0-9 ()\-]*[0-9](?![0-9 \-]*\*)")
_RIGHT = re.compile(
    r"1[3-9][0-9]{9}"
    # 010 and 02x are followed by eight digits, longer area codes by seven or eight.
    r"|0(?:10|2[0-9])[0-9]{8}|0[3-9][0-9]{2}[0-9]{7,8}"
    r"|(?:0[0-9]{2,3})?(?:12[0-9]{3}|9[56][0-9]{3,4})|[48]00[0-9]{7}|1[0-9]{2}|1[0-2][0-9]{3,4}"
)
_LANDLINE_WITH_EXTENSION = re.compile(r"(\(?0[0-9]{2,3}\)?[ -]?[0-9]{7,8})[ -]+[0-9]{1,6}")
_NO_AREA = Text("没有区号", "it has no area code")
_LENGTH = Text("位数不对", "its length is wrong")


def check(manuscripts: Manuscripts) -> Iterator[Diagnostic]:
    for announcement in manuscripts.announcements:
        yield from contacts_can_be_called(announcement)


def contacts_can_be_called(announcement: Announcement) -> Iterator[Diagnostic]:
    """A landline has its area code and as many digits as there are; so have all other numbers."""
    for index, contact in enumerate(announcement.contacts):
        for run, problem in wrong_numbers(contact.phone):
            yield Diagnostic(
                "phone-wrong",
                announcement.source.at(f"contacts.{index}.phone"),
                {"value": run, "problem_zh": problem.zh, "problem_en": problem.en},
            )


def wrong_numbers(phone: str) -> Iterator[tuple[str, Text]]:
    """Numbers that cannot be dialled, each as it may be repeated, and what is wrong with it."""
    text = unicodedata.normalize("NFKC", phone)
    for match in _RUN.finditer(text):
        run = match[0].strip()
        if extension := _LANDLINE_WITH_EXTENSION.fullmatch(run):
            run = extension[1]
        digits = re.sub(r"[^0-9]", "", run)
        if len(digits) < 3:
            # 85800000/1/2: further lines of one number.
            continue
        if run.startswith(("+", "(+")) or digits.startswith("0086"):
            digits = re.sub("^(?:00)?86(?=[1-9])", "", digits)
            digits = digits if digits.startswith(("1", "4", "8")) else f"0{digits}"
        if not _RIGHT.fullmatch(digits):
            problem = _NO_AREA if re.fullmatch("[2-9][0-9]{6,7}", digits) else _LENGTH
            # A mobile that lacks a digit is still somebody's.
            personal = digits.startswith("1") and len(digits) > 8
            yield (mask(run, NumberKind.LONG_NUMBER) if personal else run), problem

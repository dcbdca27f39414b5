# SPDX-License-Identifier: MIT
"""No resident id and no mobile number in clear, anywhere in what an editor writes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from linli.newsroom.announcements import Announcement, Lost, Show
from linli.newsroom.diagnostics import Diagnostic, Location
from linli.newsroom.identifiers import (
    NumberKind,
    compact,
    find_mobiles,
    find_resident_ids,
    mask,
    may_hold_a_number,
)
from linli.newsroom.manuscripts import Manuscripts

_SHORTEST = 4
"""A number of fewer signs stands in any text by chance."""
_HAS_RULE = re.compile(r"(?:phone|电话|value|号码)[\"']? ?:[^:,{}]*$")


def check_text(
    path: str, text: str, keys: Sequence[tuple[int, int]] | None = None
) -> Iterator[Diagnostic]:
    """A person's resident id stands in full on no line of a file, nor does a mobile.

    A mobile under `contacts`, where an editor may say `public: true`, and one among a document's
    numbers, which a page masks, have rules of their own. `keys` says where in the text keys stand,
    if not above it only.
    """
    if not may_hold_a_number(text):
        return
    for found in find_resident_ids(text):
        yield _found("resident-id-in-clear", path, text, found.start, found.kind, found.value)
    ranges = keys if keys is not None else ((0, _body_start(text)),)
    for found in find_mobiles(text):
        in_keys = any(start <= found.start < end for start, end in ranges)
        if not in_keys or not _HAS_RULE.search(_before(text, found.start)):
            yield _found("mobile-in-clear", path, text, found.start, found.kind, found.value)


def _before(text: str, place: int) -> str:
    """What stands on the same line before a place."""
    return text[text.rfind("\n", 0, place) + 1 : place]


def _found(code: str, path: str, text: str, start: int, kind: NumberKind, value: str) -> Diagnostic:
    # The message goes to logs and pull requests, so it shows the number as a page would.
    line = text.count("\n", 0, start) + 1
    return Diagnostic(code, Location(path, line), {"value": mask(value, kind)})


def _body_start(text: str) -> int:
    end = text.find("\n---", 3)
    return end + 4 if end > 0 else 0


def check(manuscripts: Manuscripts) -> Iterator[Diagnostic]:
    for announcement in manuscripts.announcements:
        yield from contacts_are_public(announcement)
        if isinstance(announcement, Lost):
            yield from masked_numbers_stay_masked(announcement)


def masked_numbers_stay_masked(lost: Lost) -> Iterator[Diagnostic]:
    """A number that is masked or hidden in the table stands in full nowhere in the text."""
    numbers = [number for document in lost.documents for number in document.numbers]
    secret = [number for number in numbers if lost.show(number) is not Show.FULL]
    if not secret:
        return
    texts = {key: compact(getattr(lost, key)) for key in ("title", "subtitle", "summary")}
    lines = [compact(line) for line in lost.body.split("\n")]
    for number in secret:
        whole = compact(number.value)
        if "*" in whole or len(whole) < _SHORTEST:
            continue
        arguments = {"label": number.label, "show": lost.show(number).value}
        for key, text in texts.items():
            if whole in text:
                yield Diagnostic("masked-in-text", lost.source.at(key), arguments)
        for line, text in enumerate(lines):
            if whole in text:
                yield Diagnostic("masked-in-text", lost.source.in_body(line), arguments)


def contacts_are_public(announcement: Announcement) -> Iterator[Diagnostic]:
    """A mobile among the contacts needs `public: true`."""
    for index, contact in enumerate(announcement.contacts):
        if contact.public:
            continue
        for found in find_mobiles(contact.phone):
            yield Diagnostic(
                "phone-private",
                announcement.source.at(f"contacts.{index}.phone"),
                {"value": mask(found.value, found.kind)},
            )

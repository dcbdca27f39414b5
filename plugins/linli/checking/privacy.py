# SPDX-License-Identifier: MIT
"""No resident id and no mobile number in clear, anywhere in what an editor writes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linli.newsroom.announcements import Announcement
from linli.newsroom.diagnostics import Diagnostic, Location
from linli.newsroom.identifiers import (
    NumberKind,
    find_mobiles,
    find_resident_ids,
    mask,
)
from linli.newsroom.manuscripts import Manuscripts

_HAS_RULE = re.compile(r"(?:phone|电话|value|号码)[\"']? ?:[^:,{}]*$")


def check_text(path: str, text: str) -> Iterator[Diagnostic]:
    """A person's resident id stands in full on no line of a file, nor does a mobile.

    A mobile under `contacts`, where an editor may say `public: true`, and one among a document's
    numbers, which a page masks, have rules of their own.
    """
    for found in find_resident_ids(text):
        yield _found("resident-id-in-clear", path, text, found.start, found.kind, found.value)
    body = _body_start(text)
    for found in find_mobiles(text):
        if found.start >= body or not _HAS_RULE.search(_before(text, found.start)):
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

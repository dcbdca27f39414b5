# SPDX-License-Identifier: MIT
"""The canonical text of an announcement: the plain words whose SHA-256 proves a copy.

UTF-8, Unicode NFC, lines that end in LF, the last one too. The first line names this form; it
changes if the form ever does. Then a line `key: value` for each thing that the announcement says,
in the order below; what it does not say has no line, and what it says twice has two. A value stands
on one line, every run of blanks in it one space. Then the paragraphs of the text, a blank line
before each.

    linli announcement 1
    id, version, code, title, date (of first publication, YYYY-MM-DD), place (with those around it,
    the outermost first, joined by /)
    of a notice: issuer, department, uscc, effective-from, deadline, expires
    of what is lost or found: holder, uscc; for each document: document (its name, then which copy),
    document-issuer, issued-on, number (label, then value); item, lost-on, lost-where, claim-by
    contact (desk, then telephone)

It holds what is published and nothing else: a number that is masked is masked here. What may change
without a new version (insertions, corrections, how a thing was found) is not part of it, nor is
anything that the law or the day adds.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from datetime import date
from hashlib import sha256

from linli.newsroom.announcements import Announcement, Contact, Lost, LostDocument, Notice
from linli.newsroom.places import Place

FORM = "linli announcement 1"


def canonical_text(
    announcement: Announcement, places: Sequence[Place], paragraphs: Sequence[str]
) -> str:
    """The canonical text; `paragraphs` are the words of the text as it is published."""
    lines = [FORM]
    for key, value in _said(announcement, places):
        words = _line(value)
        if words:
            lines.append(f"{key}: {words}")
    for paragraph in paragraphs:
        lines += ["", _line(paragraph)]
    return unicodedata.normalize("NFC", "\n".join(lines) + "\n")


def digest(text: str) -> str:
    """What `sha256sum` says of a canonical text."""
    return sha256(text.encode()).hexdigest()


def _line(value: str) -> str:
    return " ".join(value.split())


def _said(announcement: Announcement, places: Sequence[Place]) -> Iterator[tuple[str, str]]:
    yield "id", announcement.id
    yield "version", str(announcement.version)
    yield "code", announcement.code
    yield "title", announcement.title
    yield "date", announcement.day.isoformat()
    for place in places:
        yield "place", place.path
    if isinstance(announcement, Notice):
        yield from _notice(announcement)
    if isinstance(announcement, Lost):
        yield from _lost(announcement)
    for contact in announcement.contacts:
        yield "contact", _contact(contact)


def _notice(notice: Notice) -> Iterator[tuple[str, str]]:
    yield "issuer", notice.issuer.name
    yield "department", notice.issuer.department
    yield "uscc", notice.issuer.uscc
    yield "effective-from", _day(notice.effective_from)
    yield "deadline", _day(notice.deadline)
    yield "expires", _day(notice.expires)


def _lost(lost: Lost) -> Iterator[tuple[str, str]]:
    yield "holder", lost.holder.name
    yield "uscc", lost.holder.uscc
    for document in lost.documents:
        yield from _document(lost, document)
    yield "item", lost.item
    yield "lost-on", _day(lost.lost_on)
    yield "lost-where", lost.lost_where
    yield "claim-by", _day(lost.claim_by)


def _document(lost: Lost, document: LostDocument) -> Iterator[tuple[str, str]]:
    yield "document", f"{document.name} {document.copy}"
    yield "document-issuer", document.issuer
    yield "issued-on", _day(document.issued_on)
    for number in document.numbers:
        shown = lost.shown(number)
        if shown:
            yield "number", f"{number.label} {shown}"


def _contact(contact: Contact) -> str:
    return f"{contact.desk} {contact.phone}"


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""

# SPDX-License-Identifier: MIT
"""An announcement as open data: one record, as JSON and as a row of a table.

Made when a text is read and kept beside it, so that a year of them is put together without a look
at any. It holds what the announcement's page shows and not the day: a state follows from the dates.
Names are those of schema.org and ninjs where they have one. URLs begin with ROOT.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from typing import Any

from linli.language.dates import iso
from linli.language.records import MEANINGS
from linli.newsroom.announcements import Announcement, Lost, Notice
from linli.newsroom.articles import Edition
from linli.newsroom.canonical import canonical_text, digest
from linli.newsroom.portal import Portal
from linli.newsroom.vocabulary import Vocabulary
from linli.pages import cards
from linli.reading.markup.state import ROOT
from linli.reading.markup.typesetter import Body
from linli.reading.markup.wording import wording

Record = dict[str, Any]

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_FORMULA = tuple("=+-@＝＋－＠")
"""With what a cell begins that a spreadsheet would reckon."""
_JOIN = "；"
COLUMNS = tuple(MEANINGS)
"""Of the table, the same for every year."""


def record(
    announcement: Announcement, body: Body | None, portal: Portal, vocabulary: Vocabulary
) -> Record:
    """The record of a public announcement; of a withdrawn one that it was, and why."""
    head: Record = {
        "id": announcement.id,
        "uri": ROOT + portal.addresses.of_source(announcement.src_uri),
    }
    if announcement.is_withdrawn:
        return head | _tombstone(announcement)
    places = vocabulary.places_of(announcement)
    paragraphs = wording(body.html) if body else ()
    clock = announcement.type.clock if announcement.type else None
    said = head | {
        "version": announcement.version,
        "status": "published",
        "kind": announcement.kind.value,
        "code": announcement.code,
        "codeName": cards.code_name(announcement, portal.language),
        "headline": announcement.title,
        "datePublished": iso(announcement.day),
        "dateModified": iso(announcement.modified.date()),
        "validFrom": iso(announcement.opens),
        "validThrough": iso(announcement.closes) if announcement.closes else "",
        "legalBasis": clock.basis(portal.language) if clock else "",
        "places": [{"name": place.name, "path": place.path} for place in places],
        **(_notice(announcement) if isinstance(announcement, Notice) else {}),
        **(_lost(announcement) if isinstance(announcement, Lost) else {}),
        "contacts": [
            _without_empty({"desk": contact.desk, "phone": contact.phone})
            for contact in announcement.contacts
        ],
        "edition": _edition(announcement.edition),
        "insertions": [
            _edition(one.edition or Edition(one.date)) for one in announcement.insertions
        ],
        "corrections": [
            {"date": iso(one.date), "kind": one.kind.value, "text": one.text}
            for one in announcement.corrections
        ],
        "supersedes": announcement.supersedes,
        "corrects": announcement.corrects,
        "sample": announcement.is_sample or None,
        "sha256": digest(canonical_text(announcement, places, paragraphs)),
        "text": "\n\n".join(paragraphs),
    }
    return _without_empty(said)


def _tombstone(announcement: Announcement) -> Record:
    withdrawn = announcement.withdrawn
    return {
        "status": "withdrawn",
        "code": announcement.code,
        "datePublished": iso(announcement.day),
        "withdrawn": {
            "date": iso(withdrawn.date) if withdrawn else "",
            "reason": withdrawn.reason if withdrawn else "",
        },
    }


def _notice(notice: Notice) -> Record:
    return {
        "issuer": _without_empty(
            {
                "name": notice.issuer.name,
                "department": notice.issuer.department,
                "uscc": notice.issuer.uscc,
            }
        ),
        "effectiveFrom": iso(notice.effective_from) if notice.effective_from else "",
        "deadline": iso(notice.deadline) if notice.deadline else "",
        "expires": iso(notice.expires) if notice.expires else "",
    }


def _lost(lost: Lost) -> Record:
    return {
        "holder": _without_empty({"name": lost.holder.name, "uscc": lost.holder.uscc}),
        "documents": [
            _without_empty(
                {
                    "name": document.name,
                    "copy": document.copy,
                    "issuer": document.issuer,
                    "dateIssued": iso(document.issued_on) if document.issued_on else "",
                    "numbers": [
                        {"label": number.label, "value": shown}
                        for number in document.numbers
                        if (shown := lost.shown(number))
                    ],
                }
            )
            for document in lost.documents
        ],
        "item": lost.item,
        "itemType": lost.category.value if lost.side else "",
        "lostOn": iso(lost.lost_on) if lost.lost_on else "",
        "lostWhere": lost.lost_where,
        "claimBy": iso(lost.claim_by) if lost.claim_by else "",
        "resolved": _without_empty({"date": iso(lost.resolved.date), "how": lost.resolved.how})
        if lost.resolved
        else None,
    }


def _edition(edition: Edition | None) -> Record | None:
    if edition is None:
        return None
    return _without_empty(
        {
            "date": iso(edition.date),
            "printEdition": edition.issue,
            "printPage": edition.page,
            "printSection": edition.page_name,
        }
    )


def _without_empty(data: Record) -> Record:
    return {key: value for key, value in data.items() if value not in ("", None, [], {})}


def line(record: Record) -> str:
    """A record as one line of JSON."""
    return _ENCODER.encode(record)


# As a row of a table


def header() -> str:
    """The first row: the keys of the JSON, so that one schema explains both."""
    return _written(COLUMNS)


def row(record: Record) -> str:
    """A record as a row, with the end of its line."""
    cells = {key: _cell(value) for key, value in record.items()}
    body = record.get("issuer") or record.get("holder") or {}
    cells |= {key: body[key] for key in ("department", "uscc") if key in body}
    cells["numbers"] = _JOIN.join(
        f"{number['label']} {number['value']}"
        for document in record.get("documents", ())
        for number in document.get("numbers", ())
    )
    return _written(cells.get(key, "") for key in COLUMNS)


def _cell(value: Any) -> str:
    """A value in one cell: of a thing its words in a row, of several one after the other."""
    if isinstance(value, list):
        return _JOIN.join(map(_cell, value))
    if not isinstance(value, dict):
        return "true" if value is True else str(value)
    if "path" in value:
        return str(value["path"])
    apart = {"department", "uscc", "numbers", "kind"}
    return " ".join(str(part) for key, part in value.items() if key not in apart)


def _written(cells: Iterable[str]) -> str:
    stream = io.StringIO()
    csv.writer(stream, lineterminator="\r\n").writerow(_harmless(cell) for cell in cells)
    return stream.getvalue()


def _harmless(cell: str) -> str:
    """No cell is a formula: what begins like one gets an apostrophe before it."""
    return f"'{cell}" if cell.lstrip().startswith(_FORMULA) else cell

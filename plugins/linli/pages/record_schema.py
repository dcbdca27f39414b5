# SPDX-License-Identifier: MIT
"""What a record of the open data looks like, as JSON Schema (draft 2020-12)."""

from __future__ import annotations

import json
from typing import Any

from linli.language.records import MEANINGS
from linli.newsroom.articles import CorrectionKind
from linli.newsroom.codes import CODES, Kind
from linli.newsroom.things import ItemType
from linli.pages.page import File
from linli.pages.paper import Paper

PATH = "announcements/announcement.schema.json"

_TEXT: dict[str, Any] = {"type": "string", "minLength": 1}
_DAY: dict[str, Any] = {"type": "string", "format": "date", "pattern": r"^\d{4}-\d\d-\d\d$"}


def _object(required: tuple[str, ...] = (), **properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(required),
        "additionalProperties": False,
    }


def _list(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items, "minItems": 1}


_EDITION = _object(("date",), date=_DAY, printEdition=_TEXT, printPage=_TEXT, printSection=_TEXT)
_DOCUMENT = _object(
    ("name",),
    name=_TEXT,
    copy=_TEXT,
    issuer=_TEXT,
    dateIssued=_DAY,
    numbers=_list(_object(("label", "value"), label=_TEXT, value=_TEXT)),
)
_FORMS: dict[str, dict[str, Any]] = {
    "id": _TEXT,
    "uri": {"type": "string", "format": "uri-reference"},
    "version": {"type": "integer", "minimum": 1},
    "status": {"enum": ["published", "withdrawn"]},
    "kind": {"enum": [kind.value for kind in Kind if kind.is_announcement]},
    "code": {"enum": list(CODES)},
    "codeName": _TEXT,
    "headline": _TEXT,
    "datePublished": _DAY,
    "dateModified": _DAY,
    "validFrom": _DAY,
    "validThrough": _DAY,
    "legalBasis": _TEXT,
    "places": _list(_object(("name", "path"), name=_TEXT, path=_TEXT)),
    "issuer": _object(("name",), name=_TEXT, department=_TEXT, uscc=_TEXT),
    "holder": _object(("name",), name=_TEXT, uscc=_TEXT),
    "documents": _list(_DOCUMENT),
    "item": _TEXT,
    "itemType": {"enum": list(ItemType)},
    "lostOn": _DAY,
    "lostWhere": _TEXT,
    "claimBy": _DAY,
    "resolved": _object(("date",), date=_DAY, how=_TEXT),
    "effectiveFrom": _DAY,
    "deadline": _DAY,
    "expires": _DAY,
    "contacts": _list(_object((), desk=_TEXT, phone=_TEXT)),
    "edition": _EDITION,
    "insertions": _list(_EDITION),
    "corrections": _list(
        _object(
            ("date", "kind", "text"),
            date=_DAY,
            kind={"enum": [kind.value for kind in CorrectionKind]},
            text=_TEXT,
        )
    ),
    "supersedes": _TEXT,
    "corrects": _TEXT,
    "sample": {"const": True},
    "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
    "text": _TEXT,
    "withdrawn": _object(("date", "reason"), date=_DAY, reason=_TEXT),
}
_WITHDRAWN = ("id", "uri", "status", "code", "datePublished", "withdrawn")
"""All that is said of an announcement that was withdrawn."""
_PUBLISHED = (
    *("id", "uri", "version", "status", "kind", "code", "codeName", "headline"),
    *("datePublished", "dateModified", "validFrom", "places", "sha256"),
)


def file(paper: Paper) -> File:
    """The schema, with the meaning of each key in the language of the portal."""
    language = paper.portal.language
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": paper.portal.absolute(PATH),
        "title": paper.t("data.record"),
        "description": paper.t("data.of-the-day"),
        "type": "object",
        "properties": {
            key: _FORMS[key] | {"title": meaning(language)}
            for key, meaning in MEANINGS.items()
            if key in _FORMS
        },
        "additionalProperties": False,
        "if": {"properties": {"status": {"const": "withdrawn"}}},
        "then": {
            "required": list(_WITHDRAWN),
            "properties": {key: False for key in MEANINGS if key not in _WITHDRAWN},
        },
        "else": {"required": list(_PUBLISHED), "properties": {"withdrawn": False}},
    }
    return File(PATH, (json.dumps(schema, ensure_ascii=False, indent=2) + "\n").encode())

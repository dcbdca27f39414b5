# SPDX-License-Identifier: MIT
"""The types of announcement as open data: `announcements/codes.json`, and the schema of it."""

from __future__ import annotations

import json
from typing import Any

from linli.language.languages import Text
from linli.newsroom.codes import CODES, GROUPS, AnnouncementCode, Clock
from linli.newsroom.documents import Check, DocumentType, Need, NumberRule
from linli.pages.page import File, Job
from linli.reading.schema import keys_of

SCHEMA = "codes.schema.json"
"""Its name; it lies beside the data that names it."""


def job() -> Job:
    return Job("codes", (), lambda: [file(), schema_file()])


def file() -> File:
    """Every code with its names, required keys, documents, legal clock and expiry."""
    return _file("codes.json", data())


def schema_file() -> File:
    return _file(SCHEMA, schema())


def _file(name: str, value: dict[str, Any]) -> File:
    text = json.dumps(value, ensure_ascii=False, indent=2) + "\n"
    return File(f"announcements/{name}", text.encode())


def data() -> dict[str, Any]:
    return {
        "$schema": SCHEMA,
        "groups": {code: _text(name) for code, name in GROUPS.items()},
        "codes": [_code(entry) for entry in CODES.values()],
    }


def _code(entry: AnnouncementCode) -> dict[str, Any]:
    return {
        "code": entry.code,
        "group": entry.group,
        "name": _text(entry.name),
        "kind": entry.kind.value,
        "fields": [key.name for key in keys_of(entry.kind) if entry.kind in key.required],
        "required": list(entry.required),
        "phrase": entry.phrase or None,
        "documents": [_document(sort) for sort in entry.documents],
        "clock": _clock(entry.clock) if entry.clock else None,
        "expiry": _expiry(entry),
        "expires_after_days": entry.expires_after,
    }


def _clock(clock: Clock) -> dict[str, Any]:
    return {
        "days": clock.days or None,
        "years": clock.years or None,
        "at_least": clock.at_least,
        "basis": _text(clock.basis),
        "meaning": _text(clock.meaning),
    }


def _expiry(entry: AnnouncementCode) -> str:
    """What closes an announcement that does not name its last day."""
    if entry.clock is not None:
        return "clock"
    return "never" if entry.expires_after is None else "days"


def _document(sort: DocumentType) -> dict[str, Any]:
    return {
        "name": _text(sort.name),
        "words": list(sort.words),
        "issuer_required": sort.needs_issuer is not None,
        "copy_named": sort.has_copies,
        "numbers": [_number(rule) for rule in sort.numbers],
    }


def _number(rule: NumberRule) -> dict[str, Any]:
    form = rule.form
    return {
        "label": _text(rule.label),
        "spellings": list(rule.spellings),
        "need": rule.need.value,
        "form": _text(form.words) if form else None,
        "pattern": f"^(?:{form.pattern})$" if form else None,
        "check": form.check.value if form and form.check else None,
    }


def _text(text: Text) -> dict[str, str]:
    return {"zh-Hans": text.zh, "en": text.en}


def schema() -> dict[str, Any]:
    """JSON Schema 2020-12 of the data; nothing in it is left undescribed."""
    four: dict[str, Any] = {"type": "string", "pattern": "^[0-9]{4}$"}
    text = {"$ref": "#/$defs/text"}
    number = _object(
        label=text,
        spellings=_list({"type": "string"}),
        need=_of("Whether a notice must give it", enum=[need.value for need in Need]),
        form=_or_null(text),
        pattern=_or_null(
            _of(
                "The number in NFKC and upper case, without spaces, hyphens and dots, matches this",
                type="string",
                format="regex",
            )
        ),
        check=_or_null(_of("Standard of its check digit", enum=[check.value for check in Check])),
    )
    document = _object(
        name=text,
        words=_of("A document whose name holds one of these is meant", **_list({"type": "string"})),
        issuer_required={"type": "boolean"},
        copy_named=_of("Whether 正本 or 副本 must be named", type="boolean"),
        numbers=_list(number),
    )
    clock = _object(
        days=_or_null({"type": "integer", "minimum": 1}),
        years=_or_null({"type": "integer", "minimum": 1}),
        at_least=_of("The law sets the shortest term only", type="boolean"),
        basis=text,
        meaning=_of("What the term is for", **text),
    )
    code = _object(
        code=four,
        group=four,
        name=text,
        kind=_of("The folder's kind", enum=["notice", "lost"]),
        fields=_of("Keys that every announcement of the kind needs", **_list({"type": "string"})),
        required=_of("Keys that this code needs besides", **_list({"type": "string"})),
        phrase=_or_null(_of("Words without which it has no effect", type="string", minLength=1)),
        documents=_list(document),
        clock=_of("Counted from the day after publication", **_or_null(clock)),
        expiry=_of(
            "What closes it where it names no last day: the clock, days after its first day, or "
            "nothing",
            enum=["clock", "days", "never"],
        ),
        expires_after_days=_or_null({"type": "integer", "minimum": 1}),
    )
    groups = {"type": "object", "propertyNames": four, "additionalProperties": text}
    whole: dict[str, dict[str, Any]] = {
        "$schema": {"const": SCHEMA},
        "groups": groups,
        "codes": _list(code),
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Linli announcement codes",
        "$defs": {"text": _object(**{"zh-Hans": _WORDS, "en": _WORDS})},
        **_object(**whole),
    }


_WORDS: dict[str, Any] = {"type": "string", "minLength": 1}


def _object(**properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _list(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}


def _or_null(schema: dict[str, Any]) -> dict[str, Any]:
    return {"anyOf": [schema, {"type": "null"}]}


def _of(description: str, **schema: Any) -> dict[str, Any]:
    return {"description": description, **schema}

# SPDX-License-Identifier: MIT
"""A key of the front matter as a field of a form: what Sveltia CMS calls a widget."""

from __future__ import annotations

from typing import Any

from linli.language.forms import PHOTO_FILE
from linli.language.languages import Language
from linli.reading.credit_code import CreditCodeForm
from linli.reading.forms import (
    ByFile,
    Choice,
    Day,
    Flag,
    Form,
    Key,
    Many,
    Moment,
    Pattern,
    Record,
    Whole,
    Words,
)
from linli.reading.signature_forms import BylineForm, CreditForm

Field = dict[str, Any]
"""A field as Sveltia's configuration has it."""

OF_ALL = ("name", "label", "hint", "required")
"""What every field has, whatever it is entered in."""
FILE = "file"
"""Where a list has the name that a file has as the name of a record."""
DAY = {"widget": "datetime", "type": "date", "format": "YYYY-MM-DD"}


def label(key: Key, language: Language) -> str:
    """A key's name above its field."""
    return key.zh[0] if language is Language.ZH_HANS else key.name.replace("_", " ").capitalize()


def fields(
    keys: tuple[Key, ...], required: frozenset[str], language: Language, zone: str
) -> list[Field]:
    """The fields of a table of keys."""
    return [field(key, language, zone, required=key.name in required) for key in keys]


def field(key: Key, language: Language, zone: str, *, required: bool) -> Field:
    """One field with its name and label, and a hint where that says more."""
    name, meaning = label(key, language), key.meaning(language)
    return {
        "name": key.name,
        "label": name,
        "hint": meaning if meaning.casefold() != name.casefold() else "",
        "required": required,
        **widget(key, key.form, language, zone),
    }


def widget(key: Key, form: Form, language: Language, zone: str) -> Field:
    """What a value of a form is entered in. Raises TypeError for a form that has no widget."""
    match form:
        case Words():
            return _text(form)
        case Pattern():
            shape = f"^(?:{form.pattern.pattern})$"
            return {"widget": "string", "pattern": [shape, form.shape(language)], **_PLAIN}
        case CreditCodeForm() | BylineForm() | CreditForm():
            return {"widget": "string", **_PLAIN}
        case Choice():
            return select([(text(language), option.value) for option, text in form.options.items()])
        case Day():
            return dict(DAY)
        case Moment():
            return _moment(form, zone)
        case Whole():
            return {"widget": "number", "value_type": "int", "min": form.least}
        case Flag():
            return {"widget": "boolean"}
        case Record():
            return {
                "widget": "object",
                "collapsed": "auto",
                "fields": fields(form.keys, form.required, language, zone),
            }
        case Many():
            return _many(key, form.form, language, zone)
        case ByFile():
            return _by_file(key, form, language, zone)
    raise TypeError(f"{key.name}: no field for {form}")


_PLAIN = {"use_emoji_autocomplete": False}
"""A colon in a text is a colon."""


def _text(form: Words) -> Field:
    bounds = {"minlength": form.least if form.least > 1 else None, "maxlength": form.most}
    return {"widget": "string", **_PLAIN} | {name: n for name, n in bounds.items() if n}


def _moment(form: Moment, zone: str) -> Field:
    if not form.needs_time:
        return dict(DAY)
    return {
        "widget": "datetime",
        "type": "datetime-local",
        "format": "YYYY-MM-DD HH:mm",
        "input_timezone": zone,
    }


def select(options: list[tuple[str, str]], **more: Any) -> Field:
    """A choice of labels, each with the value that is written."""
    return {
        "widget": "select",
        "options": [{"label": shown, "value": value} for shown, value in options],
        **more,
    }


def _many(key: Key, form: Form, language: Language, zone: str) -> Field:
    field: Field = {"widget": "list", "label_singular": label(key, language)}
    if isinstance(form, Record):
        return field | {
            "collapsed": "auto",
            "fields": fields(form.keys, form.required, language, zone),
        }
    one = {"name": key.name, "label": label(key, language)}
    return field | {"field": one | widget(key, form, language, zone)}


def _by_file(key: Key, form: ByFile, language: Language, zone: str) -> Field:
    """Sveltia has no records by the name of a file: it is shown a list, whose items name theirs."""
    field = _many(key, form.record, language, zone)
    name: Field = {"name": FILE, "label": PHOTO_FILE(language), "widget": "string", **_PLAIN}
    return field | {"summary": f"{{{{{FILE}}}}}", "fields": [name, *field["fields"]]}

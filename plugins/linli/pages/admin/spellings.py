# SPDX-License-Identifier: MIT
"""What a form must know of the way a file is written, to find each key under its one name."""

from __future__ import annotations

from typing import Any

from linli.reading.forms import ByFile, Day, Form, Key, Many, Moment, Record
from linli.reading.signature_forms import BylineForm, CreditForm


def spellings(keys: tuple[Key, ...]) -> dict[str, dict[str, Any]]:
    """Every spelling of every key: the name that a form knows it by, and what stands in it."""
    return {
        spelling: {"name": key.name} | _inside(key.form)
        for key in keys
        for spelling in key.spellings
    }


def _inside(form: Form) -> dict[str, Any]:
    if isinstance(form, Many):
        return _inside(form.form)
    if isinstance(form, ByFile):
        return _inside(form.record) | {"by_file": True}
    if isinstance(form, BylineForm | CreditForm):
        return {"line": True}
    if isinstance(form, Day | Moment):
        return {"day": True}
    return {"keys": spellings(form.keys)} if isinstance(form, Record) else {}

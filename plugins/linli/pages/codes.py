# SPDX-License-Identifier: MIT
"""The types of announcement as open data: `announcements/codes.json`."""

from __future__ import annotations

import json
from typing import Any

from linli.language.languages import Text
from linli.newsroom.codes import CODES, GROUPS, AnnouncementCode
from linli.pages.page import File, Job


def job() -> Job:
    return Job("codes", (), lambda: [file()])


def file() -> File:
    """Every code with its names, required keys, legal clock and expiry."""
    data = {
        "groups": {code: _text(name) for code, name in GROUPS.items()},
        "codes": [_code(entry) for entry in CODES.values()],
    }
    text = json.dumps(data, ensure_ascii=False, indent=2) + "\n"
    return File("announcements/codes.json", text.encode())


def _code(entry: AnnouncementCode) -> dict[str, Any]:
    clock = entry.clock
    return {
        "code": entry.code,
        "group": entry.group,
        "name": _text(entry.name),
        "kind": entry.kind.value,
        "required": list(entry.required),
        "phrase": entry.phrase or None,
        "numbers": [
            {"label": _text(number.label), "required": not number.advice}
            for number in entry.numbers
        ],
        "clock": clock
        and {
            "days": clock.days or None,
            "years": clock.years or None,
            "at_least": clock.at_least,
            "basis": _text(clock.basis),
        },
        "expires_after_days": entry.expires_after,
    }


def _text(text: Text) -> dict[str, str]:
    return {"zh-Hans": text.zh, "en": text.en}

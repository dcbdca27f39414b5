# SPDX-License-Identifier: MIT
"""What a page does not tell, in words that ask for it; and what somebody has said of it."""

from __future__ import annotations

from linli.newsroom.places import Gazetteer
from linli.reading.importing.places import places_in
from linli.reading.importing.printing import Printing
from linli.reading.writing import Value

TITLE = "标题"
CATEGORY = "栏目，categories/ 里有的一个"
BYLINES = "[原文没有署名，写记者或通讯员]"
CODE = "四位代码，决定这是哪一类公告（linli keys 列出全部）"
CODE_OF_THING = "4101 寻物，4201 招领"
ITEM = "丢失或拾到的物品"
HOLDER = "{type: organisation 或 person, name: 遗失人、失主或拾到的人}"
DOCUMENTS = "遗失的证件，每件一项，写 name 和 numbers"
_DATE = "登报日期，例如 2026-11-20"
_EDITION = '{date: 登报日期, issue: "期号", page: "版次"}'
_PLACES = "[原文里没有地名表里的地名]"


def printed(printing: Printing) -> tuple[dict[str, Value], dict[str, str]]:
    """When and where it was printed, as far as somebody has said."""
    pairs = {"issue": printing.issue, "page": printing.page}
    edition: dict[str, Value] = {key: word for key, word in pairs.items() if word}
    if printing.date is not None:
        return {"date": printing.date, "edition": {"date": printing.date, **edition}}, {}
    hint = _EDITION
    for key, words in (("issue", "期号"), ("page", "版次")):
        hint = hint.replace(f'"{words}"', f'"{pairs[key]}"') if pairs[key] else hint
    return {}, {"date": _DATE, "edition": hint}


def placed(text: str, gazetteer: Gazetteer, keys: dict[str, Value], to_do: dict[str, str]) -> None:
    """Where an announcement belongs: in the places that a text names."""
    places = places_in(text, gazetteer)
    if places:
        keys["places"] = [place.path for place in places]
    else:
        to_do["places"] = _PLACES

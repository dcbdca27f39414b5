# SPDX-License-Identifier: MIT
"""A page of a Founder e-paper, which says of its article in a comment what a draft needs."""

from __future__ import annotations

import html as entities
import re
from datetime import date, datetime

from linli.reading.importing.drafted import Harvest
from linli.reading.importing.faults import Beside, Notes
from linli.reading.importing.moments import moment_of
from linli.reading.importing.prose.album import Album
from linli.reading.importing.prose.html import blocks_of
from linli.reading.importing.prose.tree import Element, parse
from linli.reading.importing.reports import harvest, report
from linli.reading.importing.signed import Makers, take_author, take_signatures
from linli.reading.importing.web import (
    Page,
    decode_page,
    find_article,
    leave_rest,
    without_title,
)
from linli.reading.writing import Value

_PROPERTIES = re.compile(
    r"<!--\s*enpproperty(.*?)(?:/enpproperty\s*)?-->", re.DOTALL | re.IGNORECASE
)
_FIELD = re.compile(r"<(\w+)>(.*?)</\1>", re.DOTALL)
_TAG = re.compile(r"<[^<>]*>")
_PAGE = re.compile(r"第?\s*([A-Z]?\d{1,3})\s*版?\s*[：:]?\s*(.*)")
_KEPT = frozenset({"title", "introtitle", "subtitle", "date", "author", "keyword", "nodename"})


def is_epaper(html: str) -> bool:
    return _PROPERTIES.search(html) is not None


def read_epaper(name: str, raw: bytes, beside: Beside) -> Harvest:
    """The article of a page. Raises SourceError."""
    notes, makers = Notes(), Makers()
    html = decode_page(raw, name, notes)
    said = _said(html)
    page = find_article(parse(html))
    title = said.get("title", "") or page.title
    page = Page(page.tree, page.body, title, _heads(page, said))
    album = Album(beside, notes)
    blocks = without_title(blocks_of(page.body, album, notes), title)
    if said.get("author"):
        take_author(said["author"], makers, notes)
    blocks = take_signatures(blocks, makers, notes)
    leave_rest(page, notes)
    keys: dict[str, Value] = {
        "title": title,
        "kicker": said.get("introtitle", ""),
        "subtitle": said.get("subtitle", ""),
        "keywords": [word for word in re.split(r"[\s,，;；、]+", said.get("keyword", "")) if word],
    }
    printed = moment_of(said.get("date", ""))
    if printed is not None:
        day = printed.date() if isinstance(printed, datetime) else printed
        keys["date"] = day
        keys["edition"] = _edition(day, said.get("nodename", ""))
    unused = {key: value for key, value in said.items() if key not in _KEPT}
    if printed is None:
        unused |= {key: said[key] for key in ("date", "nodename") if key in said}
    if unused:
        notes.say("founder", keys="；".join(f"{key}: {value}" for key, value in unused.items()))
    return harvest(name, [report(keys, blocks, album, makers, name=name)], notes)


def _said(html: str) -> dict[str, str]:
    found = _PROPERTIES.search(html)
    fields = _FIELD.findall(found[1]) if found else []
    texts = {
        name.lower(): " ".join(entities.unescape(_TAG.sub(" ", text)).split())
        for name, text in fields
    }
    return {name: text for name, text in texts.items() if text}


def _heads(page: Page, said: dict[str, str]) -> frozenset[int]:
    """Elements around the text that show what the comment says."""
    inside = {id(element) for element in page.body}
    shown = {said[name] for name in ("title", "introtitle", "subtitle") if name in said}
    taken: set[int] = set(page.taken)
    for element in page.tree:
        if id(element) not in inside and element.is_seen and _own(element) in shown:
            taken |= {id(inner) for inner in element}
    return frozenset(taken)


def _own(element: Element) -> str:
    return element.text if not any(map(_is_block, element.children)) else ""


def _is_block(child: Element | str) -> bool:
    return isinstance(child, Element) and child.is_block and child.name != "br"


def _edition(day: date, name: str) -> dict[str, Value]:
    edition: dict[str, Value] = {"date": day}
    page = _PAGE.fullmatch(name)
    if page:
        edition["page"] = page[1]
    words = page[2] if page else name
    if words:
        edition["page_name"] = words
    return edition

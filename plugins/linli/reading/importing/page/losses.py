# SPDX-License-Identifier: MIT
"""Declarations of loss drafted from a column, by what `linli import` knows of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from linli.newsroom.announcements import Holder, LostDocument
from linli.newsroom.codes import Kind
from linli.newsroom.places import Gazetteer
from linli.reading.importing.column import declarations, passages
from linli.reading.importing.column.declarations import Declaration, NotUnderstood
from linli.reading.importing.column.drafts import discreet, title_of
from linli.reading.importing.column.passages import Passage
from linli.reading.importing.drafted import Drafted
from linli.reading.importing.page import asking
from linli.reading.importing.page.announcements import DECORATION, Notice
from linli.reading.importing.page.asking import placed, printed
from linli.reading.importing.page.markdown import escaped
from linli.reading.importing.page.notes import Notes, opening
from linli.reading.importing.printing import Printing
from linli.reading.writing import Value


def losses(
    piece: Notice, printing: Printing, gazetteer: Gazetteer, notes: Notes
) -> Iterator[Drafted]:
    """Every declaration of a column."""
    text, first = "", piece.line
    for line in piece.lines:
        # Every line keeps its number; a gap stands where the page had something of its own.
        text += "\n" * (line.number - first - text.count("\n")) + line.text
    for passage in passages.cut(text).pieces:
        passage.line += first - 1
        passage.text_line += first - 1
        signs = "".join((passage.before, *DECORATION.findall(passage.headline), passage.lead))
        if not passage.text:
            signs = f"{passage.before}{passage.headline}"
            notes.say("head", passage.line, text=passage.headline)
        if signs.strip():
            notes.leave(signs.strip(), passage.line)
        if passage.text:
            yield from _loss(passage, printing, gazetteer, notes)


def _loss(
    passage: Passage, printing: Printing, gazetteer: Gazetteer, notes: Notes
) -> Iterator[Drafted]:
    line = passage.text_line
    text = notes.private(notes.wide(passage.text), line)
    head = DECORATION.sub("", passage.headline)
    try:
        read = declarations.read(text)
    except NotUnderstood as error:
        if error.code == "no-declaration":
            notes.leave(f"{head}\n{text}".strip(), passage.line)
            notes.say("not-taken", passage.line, reason=error.code, text=opening(text))
            return
        notes.say("not-taken-apart", passage.line, reason=error.code, text=opening(text))
        keys, to_do = printed(printing)
        to_do |= {"code": asking.CODE, "holder": asking.HOLDER, "documents": asking.DOCUMENTS}
        if head:
            keys["title"] = head
        else:
            to_do["title"] = asking.TITLE
        placed(text, gazetteer, keys, to_do)
        name = head or opening(text).rstrip("…")
        yield Drafted(Kind.LOST, name, keys, escaped(text), passage.line, to_do=to_do)
        return
    text, read, masked = discreet(text, read)
    notes.say_masked(masked, line)
    for declaration in read:
        keys, to_do = printed(printing)
        keys |= _declared(declaration)
        keys["title"] = title = title_of(passage, declaration)
        placed(declaration.holder.name, gazetteer, keys, to_do)
        if "places" not in keys:
            to_do.pop("places", None)
            placed(text, gazetteer, keys, to_do)
        body = "\n\n".join(escaped(part) for part in text.split("\n\n"))
        yield Drafted(Kind.LOST, title, keys, body, passage.line, to_do=to_do)


def _declared(declaration: Declaration) -> Mapping[str, Value]:
    keys: dict[str, Value] = {
        "code": declaration.code,
        "holder": _holder(declaration.holder),
        "documents": [_document(document) for document in declaration.documents],
    }
    if declaration.lost_on:
        keys["lost_on"] = declaration.lost_on
    return keys


def _holder(holder: Holder) -> dict[str, Value]:
    told: dict[str, Value] = {"type": holder.type.value, "name": holder.name}
    return told | ({"uscc": holder.uscc} if holder.uscc else {})


def _document(document: LostDocument) -> dict[str, Value]:
    told: dict[str, Value] = {"name": document.name}
    if document.copy:
        told["copy"] = document.copy
    if document.issuer:
        told["issuer"] = document.issuer
    if document.issued_on:
        told["issued_on"] = document.issued_on
    if document.numbers:
        told["numbers"] = [
            {"label": number.label, "value": number.value} for number in document.numbers
        ]
    return told

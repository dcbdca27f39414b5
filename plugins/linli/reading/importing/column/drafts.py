# SPDX-License-Identifier: MIT
"""A batch drafted from a printed column, and a remark on everything an editor has to know of it.

Each notice that could be taken apart becomes an announcement with the text that was printed; each
that could not is told of in full. What the text does not say, neither does the draft.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from linli.language.imports import Remark
from linli.newsroom.announcements import HolderType, Lost, LostDocument
from linli.newsroom.codes import CODES, Kind
from linli.newsroom.identifiers import compact
from linli.newsroom.numbering import free_ids
from linli.newsroom.places import Gazetteer
from linli.reading.chinese import widen
from linli.reading.importing.column import declarations, documents, passages
from linli.reading.importing.column.declarations import Declaration, NotUnderstood
from linli.reading.importing.column.passages import Passage
from linli.reading.importing.places import places_in
from linli.reading.importing.printing import Printing
from linli.reading.numbers import (
    Masked,
    labelled,
    mask_private,
    mask_values,
    masked_value,
)
from linli.reading.verbatim import as_markdown

_PLAIN = re.compile(r"[\u4e00-\u9fffA-Za-z][\u4e00-\u9fffA-Za-z0-9（）·、/〔〕-]*")
_LONGEST_TITLE = 60


@dataclass(frozen=True, slots=True)
class Known:
    """What the content folder has already."""

    ids: frozenset[str] = frozenset()
    """Every id of an announcement that was ever used."""
    lost: tuple[Lost, ...] = ()
    gazetteer: Gazetteer = Gazetteer()

    def twin_of(self, declaration: Declaration, text: str) -> Lost | None:
        """The announcement that says the same: of the same holder, with the same numbers; where
        there are none, with the same documents and the same words."""
        return next((one for one in self.lost if _is_twin(one, declaration, text)), None)


@dataclass(slots=True)
class Draft:
    """The text of a batch, and what is to be said of it."""

    text: str = ""
    remarks: list[Remark] = field(default_factory=list)
    drafted: list[tuple[str, Declaration, str]] = field(default_factory=list)
    """Id, what it declares and in which words, of each."""
    there: int = 0
    unknown: int = 0

    def say(self, remark: str, line: int, **arguments: str) -> None:
        self.remarks.append(Remark(remark, line, arguments))


def draft(text: str, printing: Printing, known: Known, year: int) -> Draft:
    """Draft a batch from the text of a column; ids are of a year."""
    made = Draft()
    column = passages.cut(text)
    ids = free_ids(Kind.LOST, year, known.ids)
    entries: list[str] = []
    for passage in column.passages:
        entries += _entries(made, passage, known, ids)
    for head in column.heads:
        if head.headline:
            made.say("head", head.line, text=head.headline)
    marks = "".join(f"{one.before}{one.lead}" for one in column.pieces)
    if marks:
        made.say("marks", 1, text=marks)
    if entries:
        made.text = "\n".join([_head(printing), *entries])
    made.remarks.sort(key=lambda remark: remark.line)
    return made


def holders_in(text: str) -> frozenset[str]:
    """Whose declarations a column holds."""
    names: set[str] = set()
    for passage in passages.cut(text).passages:
        masked, _ = mask_private(widen(passage.text))
        try:
            names |= {one.holder.name for one in declarations.read(masked)}
        except NotUnderstood:
            continue
    return frozenset(names)


def _entries(made: Draft, passage: Passage, known: Known, ids: Iterator[str]) -> Iterator[str]:
    """The announcements of one notice; none where it is not understood or is there already."""
    text, masked = mask_private(widen(passage.text))
    try:
        read = declarations.read(text)
    except NotUnderstood as error:
        made.unknown += 1
        whole, _ = mask_private(widen(passage.whole))
        made.say("unknown", passage.line, reason=error.code, text="".join(whole.splitlines()))
        return
    text, read, more = discreet(text, read)
    remarks = [*masked, *more]
    for declaration in read:
        twin = known.twin_of(declaration, text)
        if twin is not None:
            made.there += 1
            place = twin.source.where
            made.say("there", passage.text_line, id=twin.id, place=place, text=_opening(text))
            continue
        again = next(
            (id for id, one, words in made.drafted if _same(one, words, declaration, text)), None
        )
        if again is not None:
            made.there += 1
            made.say("twice", passage.text_line, id=again, text=_opening(text))
            continue
        id = next(ids)
        made.drafted.append((id, declaration, text))
        title = title_of(passage, declaration)
        names = "、".join(document.name for document in declaration.documents)
        made.say("drafted", passage.text_line, id=id, holder=declaration.holder.name, names=names)
        yield _entry(made, id, title, declaration, text, known.gazetteer, passage.text_line)
    for one in remarks:
        _say_masked(made, passage.text_line, one)


def discreet(
    text: str, read: tuple[Declaration, ...]
) -> tuple[str, tuple[Declaration, ...], list[Masked]]:
    """A notice and what it declares, with no more of a person's numbers than a page may show."""
    secret = [
        number.value
        for one in read
        if one.holder.type is HolderType.PERSON
        for document in one.documents
        for number in document.numbers
        if "*" not in number.value and len(compact(number.value)) >= 4
    ]
    # As it stands in the text, which may be wider than the number itself.
    written = [text[one.start : one.end] for one in labelled(text) if one.value in secret]
    text, masked = mask_values(text, [*secret, *written])
    return text, tuple(map(_masked, read)), masked


def _say_masked(made: Draft, line: int, one: Masked) -> None:
    made.say("masked", line, kind=one.kind.value, value=one.value)


def _opening(text: str) -> str:
    return text if len(text) <= 24 else f"{text[:24]}…"


def _masked(declaration: Declaration) -> Declaration:
    """A person's numbers, as they may enter the repository."""
    if declaration.holder.type is not HolderType.PERSON:
        return declaration

    def shown(document: LostDocument) -> LostDocument:
        numbers = tuple(
            number
            if "*" in number.value or len(compact(number.value)) < 4
            else replace(number, value=masked_value(number.value))
            for number in document.numbers
        )
        return replace(document, numbers=numbers)

    return replace(declaration, documents=tuple(map(shown, declaration.documents)))


def _same(one: Declaration, words: str, other: Declaration, others_words: str) -> bool:
    """Whether two notices of a column are one, printed twice."""
    if one.numbers:
        return one == other
    return one == other and _words(words) == _words(others_words)


def _is_twin(one: Lost, declaration: Declaration, text: str) -> bool:
    if one.holder.name != declaration.holder.name:
        return False
    numbers = {compact(value) for _, value in declaration.numbers}
    there = {compact(number.value) for document in one.documents for number in document.numbers}
    if numbers:
        return numbers <= there
    names = {document.name for document in declaration.documents}
    same = names == {document.name for document in one.documents}
    return same and _words(one.body) == _words(as_markdown(text))


def _words(text: str) -> str:
    return "".join(text.split())


def title_of(passage: Passage, declaration: Declaration) -> str:
    """The headline of a notice; where it has none, what was lost."""
    headline = "".join(passage.headline.split()).strip("【】[]《》〈〉：:")
    if headline and headline != "遗失":
        return headline
    names = "、".join(dict.fromkeys(document.name for document in declaration.documents))
    if len(names) + 4 > _LONGEST_TITLE:
        names = f"{declaration.documents[0].name}等"
    return f"{names}遗失声明"


def _head(printing: Printing) -> str:
    """What all announcements of the column share; what nobody has said is left to be said."""
    lines = ["---"]
    if printing.date is None:
        lines.append("# 待填：date: 登报日期，例如 2026-11-20")
    else:
        lines.append(f"date: {printing.date}")
    if printing.date is None or not (printing.issue or printing.page):
        lines.append('# 待填：edition: {date: 登报日期, issue: "期号", page: "版次"}')
    else:
        more = [("issue", printing.issue), ("page", printing.page)]
        pairs = [f"date: {printing.date}", *(f'{key}: "{word}"' for key, word in more if word)]
        lines.append(f"edition: {{{', '.join(pairs)}}}")
    return "\n".join([*lines, "---", ""])


def _entry(
    made: Draft,
    id: str,
    title: str,
    declaration: Declaration,
    text: str,
    gazetteer: Gazetteer,
    line: int,
) -> str:
    """One announcement, as it stands in the file."""
    holder = declaration.holder
    places = places_in(holder.name, gazetteer) or places_in(text, gazetteer)
    keys = [f"code: {declaration.code}"]
    codes = {documents.code_of(document.name) for document in declaration.documents}
    if len(codes) > 1:
        name = CODES[declaration.code].name.zh
        made.say("several-codes", line, id=id, code=declaration.code, name=name)
    if places:
        keys.append(f"places: [{', '.join(_scalar(place.path) for place in places)}]")
    else:
        keys.append("# 待填：places: [原文里没有地名表里的地名]")
        made.say("no-place", line, id=id)
    pairs = [f"type: {holder.type.value}", f"name: {_scalar(holder.name)}"]
    pairs += [f"uscc: {_scalar(holder.uscc)}"] if holder.uscc else []
    keys.append(f"holder: {{{', '.join(pairs)}}}")
    keys.append("documents:")
    for document in declaration.documents:
        keys += _document(document)
    if declaration.lost_on:
        keys.append(f"lost_on: {declaration.lost_on}")
    block = "\n".join(keys)
    return f"## {id} {title}\n\n```yaml\n{block}\n```\n\n{as_markdown(text)}\n"


def _document(document: LostDocument) -> Iterator[str]:
    yield f"  - name: {_scalar(document.name)}"
    if document.copy:
        yield f"    copy: {_scalar(document.copy)}"
    if document.issuer:
        yield f"    issuer: {_scalar(document.issuer)}"
    if document.issued_on:
        yield f"    issued_on: {document.issued_on}"
    if document.numbers:
        yield "    numbers:"
        for number in document.numbers:
            yield f"      - {{label: {_scalar(number.label)}, value: {_scalar(number.value)}}}"


def _scalar(text: str) -> str:
    """A value that YAML reads as these signs."""
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)

# SPDX-License-Identifier: MIT
"""From what stood on a page to drafts: keys, text, and what the page does not tell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from linli.newsroom.announcements import Holder, LostDocument
from linli.newsroom.codes import Kind
from linli.newsroom.places import Gazetteer
from linli.reading.bylines import is_organisation
from linli.reading.importing import columns, declarations
from linli.reading.importing.columns import Passage
from linli.reading.importing.declarations import Declaration, NotUnderstood
from linli.reading.importing.drafted import Drafted
from linli.reading.importing.drafts import Printing, discreet, title_of
from linli.reading.importing.page import signatures
from linli.reading.importing.page.announcements import Notice
from linli.reading.importing.page.markdown import cross_head, escaped, verse
from linli.reading.importing.page.notes import Notes, opening, shown
from linli.reading.importing.page.pieces import Form, Paragraph, Piece
from linli.reading.importing.places import places_in
from linli.reading.writing import Value

_ABOUT_A_THING = re.compile(r"寻物|招领|失物")
_ASKED = {"issuer", "item"}
_DECORATION = re.compile(r"[【】\[\]《》〈〉：:\s]")

_TITLE = "标题"
_DATE = "登报日期，例如 2026-11-20"
_EDITION = '{date: 登报日期, issue: "期号", page: "版次"}'
_CATEGORY = "栏目，categories/ 里有的一个"
_BYLINES = "[原文没有署名，写记者或通讯员]"
_PLACES = "[原文里没有地名表里的地名]"
_CODE = "四位代码，决定这是哪一类公告（linli keys 列出全部）"
_CODE_OF_THING = "4101 寻物，4201 招领"
_ITEM = "丢失或拾到的物品"
_HOLDER = "{type: organisation 或 person, name: 遗失人}"
_DOCUMENTS = "遗失的证件，每件一项，写 name 和 numbers"


def drafts_of(
    piece: Piece | Notice, printing: Printing, gazetteer: Gazetteer, notes: Notes
) -> Iterator[Drafted]:
    """What is made of one thing that stood on a page."""
    if isinstance(piece, Piece):
        yield _report(piece, printing, gazetteer, notes)
    elif piece.is_lost:
        yield from _losses(piece, printing, gazetteer, notes)
    else:
        yield _notice(piece, printing, gazetteer, notes)


def _report(piece: Piece, printing: Printing, gazetteer: Gazetteer, notes: Notes) -> Drafted:
    _lift_signatures(piece, notes)
    keys, to_do = _printed(printing)
    heads = piece.headlines
    for key, words in (
        ("title", heads.title),
        ("kicker", heads.kicker),
        ("subtitle", heads.subtitle),
    ):
        if words:
            keys[key] = notes.private(notes.wide(words), piece.line)
    if not heads.title:
        to_do["title"] = _TITLE
    to_do["category"] = _CATEGORY
    if piece.bylines:
        keys["bylines"] = [notes.private(one, piece.line) for one in piece.bylines]
    else:
        to_do["bylines"] = _BYLINES
    if piece.credits:
        keys["credits"] = [notes.private(one, piece.line) for one in piece.credits]
    if piece.captions:
        to_do["photos"] = "\n".join(_photos(piece, notes))
    body = "\n\n".join(_set(paragraph, notes) for paragraph in piece.paragraphs)
    told = " ".join(
        (heads.kicker, heads.title, heads.subtitle, *(one.text for one in piece.paragraphs))
    )
    places = [place.path for place in places_in(told, gazetteer)]
    if places:
        keys["places"] = list(places)
        notes.say("places", piece.line, places="、".join(places))
    first = piece.paragraphs[0].text if piece.paragraphs else ""
    headline = str(keys.get("title", "")) or opening(first).rstrip("…")
    return Drafted(Kind.REPORT, headline, keys, body, piece.line, to_do=to_do)


def _lift_signatures(piece: Piece, notes: Notes) -> None:
    """Take what is signed within the text out of its first and its last paragraph."""
    if not piece.paragraphs:
        return
    for paragraph, found in (
        (piece.paragraphs[0], signatures.at_beginning(piece.paragraphs[0].text)),
        (piece.paragraphs[-1], signatures.at_end(piece.paragraphs[-1].text)),
    ):
        if found is None or paragraph.form is not Form.TEXT or not found.text:
            continue
        made = signatures.divided(found.signature)
        if made is not None:
            paragraph.text = found.text
            notes.say("signature-lifted", paragraph.line, text=shown(found.signature))
            piece.bylines += made[0]
            piece.credits += made[1]


def _photos(piece: Piece, notes: Notes) -> Iterator[str]:
    yield (
        f"报上这篇有 {len(piece.captions)} 张图，原文里没有图片文件。"
        "把图片放在稿件旁边，再把下面这样的一行贴到正文里："
    )
    for caption, near in piece.captions:
        words = notes.private(caption.text, caption.line)
        credit = f'{{ credit="{notes.private(caption.credit, caption.line)}" }}'
        place = f"（在这一段前后：{near}）" if near else "（在正文开头）"
        yield f'  ![图上有什么](文件名.jpg "{words}"){credit if caption.credit else ""}{place}'


def _set(paragraph: Paragraph, notes: Notes) -> str:
    text = notes.private(notes.wide(paragraph.text), paragraph.line)
    match paragraph.form:
        case Form.CROSS_HEAD:
            return cross_head(text)
        case Form.VERSE:
            return verse(text)
        case Form.TEXT:
            return escaped(text)


def _printed(printing: Printing) -> tuple[dict[str, Value], dict[str, str]]:
    """When and where it was printed, as far as somebody has said."""
    pairs = {"issue": printing.issue, "page": printing.page}
    edition: dict[str, Value] = {key: word for key, word in pairs.items() if word}
    if printing.date is not None:
        return {"date": printing.date, "edition": {"date": printing.date, **edition}}, {}
    hint = _EDITION
    for key, words in (("issue", "期号"), ("page", "版次")):
        hint = hint.replace(f'"{words}"', f'"{pairs[key]}"') if pairs[key] else hint
    return {}, {"date": _DATE, "edition": hint}


def _notice(piece: Notice, printing: Printing, gazetteer: Gazetteer, notes: Notes) -> Drafted:
    head, *rest = piece.blocks
    keys, to_do = _printed(printing)
    bare = notes.wide(_bare_head(head.text, head.line, notes))
    keys["title"] = title = notes.private(bare, head.line)
    kind = Kind.LOST if _ABOUT_A_THING.search(title) else Kind.NOTICE
    if kind is Kind.LOST:
        to_do |= {"code": _CODE_OF_THING, "item": _ITEM}
    else:
        signed = next((one.text for one in reversed(rest) if is_organisation(one.text)), "")
        issuer = f"落款是{shown(signed)}" if signed else "发布单位全称"
        to_do |= {"code": _CODE, "issuer": f"{{name: {issuer}}}"}
    body = "\n\n".join(verse(notes.private(notes.wide(one.text), one.line)) for one in rest)
    _place(" ".join(one.text for one in piece.blocks), gazetteer, keys, to_do)
    notes.say("notice", head.line, title=title, keys="、".join(("code", *to_do.keys() & _ASKED)))
    return Drafted(kind, title, keys, body, piece.line, to_do=to_do)


def _bare_head(text: str, line: int, notes: Notes) -> str:
    """A headline without the brackets that set it off, which are left over."""
    decoration = "".join(_DECORATION.findall(text)).strip()
    if decoration:
        notes.leave(decoration, line)
    return _DECORATION.sub("", text)


def _place(text: str, gazetteer: Gazetteer, keys: dict[str, Value], to_do: dict[str, str]) -> None:
    places = places_in(text, gazetteer)
    if places:
        keys["places"] = [place.path for place in places]
    else:
        to_do["places"] = _PLACES


def _losses(
    piece: Notice, printing: Printing, gazetteer: Gazetteer, notes: Notes
) -> Iterator[Drafted]:
    """Every declaration of a column."""
    text, first = "", piece.line
    for line in piece.lines:
        # Every line keeps its number; a gap stands where the page had something of its own.
        text += "\n" * (line.number - first - text.count("\n")) + line.text
    for passage in columns.cut(text).pieces:
        passage.line += first - 1
        passage.text_line += first - 1
        signs = "".join((passage.before, *_DECORATION.findall(passage.headline), passage.lead))
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
    head = _DECORATION.sub("", passage.headline)
    try:
        read = declarations.read(text)
    except NotUnderstood as error:
        if error.code == "no-declaration":
            notes.leave(f"{head}\n{text}".strip(), passage.line)
            notes.say("not-taken", passage.line, reason=error.code, text=opening(text))
            return
        notes.say("not-taken-apart", passage.line, reason=error.code, text=opening(text))
        keys, to_do = _printed(printing)
        to_do |= {"code": _CODE, "holder": _HOLDER, "documents": _DOCUMENTS}
        if head:
            keys["title"] = head
        else:
            to_do["title"] = _TITLE
        _place(text, gazetteer, keys, to_do)
        yield Drafted(
            Kind.LOST, head or opening(text).rstrip("…"), keys, escaped(text), line, to_do=to_do
        )
        return
    text, read, masked = discreet(text, read)
    notes.say_masked(masked, line)
    for declaration in read:
        keys, to_do = _printed(printing)
        keys |= _declared(declaration)
        keys["title"] = title = title_of(passage, declaration)
        _place(declaration.holder.name, gazetteer, keys, to_do)
        if "places" not in keys:
            to_do.pop("places", None)
            _place(text, gazetteer, keys, to_do)
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

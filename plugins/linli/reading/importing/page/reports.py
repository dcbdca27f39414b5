# SPDX-License-Identifier: MIT
"""A report drafted: keys, text, and its captions for the pictures that a plain text has not."""

from __future__ import annotations

from collections.abc import Iterator

from linli.newsroom.codes import Kind
from linli.newsroom.places import Gazetteer
from linli.reading.importing.drafted import Drafted
from linli.reading.importing.page import asking, signatures
from linli.reading.importing.page.asking import printed
from linli.reading.importing.page.markdown import cross_head, escaped, verse
from linli.reading.importing.page.notes import Notes, opening, shown
from linli.reading.importing.page.pieces import Form, Paragraph, Piece
from linli.reading.importing.places import places_in
from linli.reading.importing.printing import Printing


def report(piece: Piece, printing: Printing, gazetteer: Gazetteer, notes: Notes) -> Drafted:
    """What is made of a report; where it happened is what it names plainly."""
    _lift_signatures(piece, notes)
    keys, to_do = printed(printing)
    heads = piece.headlines
    for key, words in (
        ("title", heads.title),
        ("kicker", heads.kicker),
        ("subtitle", heads.subtitle),
    ):
        if words:
            keys[key] = notes.private(notes.wide(words), piece.line)
    if not heads.title:
        to_do["title"] = asking.TITLE
    to_do["category"] = asking.CATEGORY
    if piece.bylines:
        keys["bylines"] = [notes.private(one, piece.line) for one in piece.bylines]
    else:
        to_do["bylines"] = asking.BYLINES
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
        title = f' "{words}"' if words else ""
        credit = f'{{ credit="{notes.private(caption.credit, caption.line)}" }}'
        place = f"（在这一段前后：{near}）" if near else "（在正文开头）"
        yield f"  ![图上有什么](文件名.jpg{title}){credit if caption.credit else ''}{place}"


def _set(paragraph: Paragraph, notes: Notes) -> str:
    text = notes.private(notes.wide(paragraph.text), paragraph.line)
    match paragraph.form:
        case Form.CROSS_HEAD:
            return cross_head(text)
        case Form.VERSE:
            return verse(text)
        case Form.TEXT:
            return escaped(text)

# SPDX-License-Identifier: MIT
"""An announcement drafted that is no declaration of loss: its text whole, the rest to be told."""

from __future__ import annotations

import re

from linli.newsroom.codes import Kind
from linli.newsroom.places import Gazetteer
from linli.reading.bylines import is_organisation
from linli.reading.importing.drafted import Drafted
from linli.reading.importing.page import asking
from linli.reading.importing.page.announcements import DECORATION, Notice
from linli.reading.importing.page.asking import placed, printed
from linli.reading.importing.page.markdown import verse
from linli.reading.importing.page.notes import Notes, shown
from linli.reading.importing.printing import Printing

_ABOUT_A_THING = re.compile(r"寻物|招领|失物")
_ASKED = frozenset({"code", "holder", "issuer", "item"})


def notice(piece: Notice, printing: Printing, gazetteer: Gazetteer, notes: Notes) -> Drafted:
    """What is made of it; its kind follows from its headline."""
    head, *rest = piece.blocks
    keys, to_do = printed(printing)
    bare = notes.wide(_bare_head(head.text, head.line, notes))
    keys["title"] = title = notes.private(bare, head.line)
    kind = Kind.LOST if _ABOUT_A_THING.search(title) else Kind.NOTICE
    if kind is Kind.LOST:
        to_do |= {"code": asking.CODE_OF_THING, "holder": asking.HOLDER, "item": asking.ITEM}
    else:
        signed = next((one.text for one in reversed(rest) if is_organisation(one.text)), "")
        issuer = f"落款是{shown(signed)}" if signed else "发布单位全称"
        to_do |= {"code": asking.CODE, "issuer": f"{{name: {issuer}}}"}
    body = "\n\n".join(verse(notes.private(notes.wide(one.text), one.line)) for one in rest)
    placed(" ".join(one.text for one in piece.blocks), gazetteer, keys, to_do)
    notes.say("notice", head.line, title=title, keys="、".join(sorted(to_do.keys() & _ASKED)))
    return Drafted(kind, title, keys, body, piece.line, to_do=to_do)


def _bare_head(text: str, line: int, notes: Notes) -> str:
    """A headline without the brackets that set it off, which are left over."""
    decoration = "".join(DECORATION.findall(text)).strip()
    if decoration:
        notes.leave(decoration, line)
    words = re.sub(r"[【】\[\]《》〈〉：:]", "", text).split()
    return ("" if all(len(word) == 1 for word in words) else " ").join(words)

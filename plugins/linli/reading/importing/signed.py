# SPDX-License-Identifier: MIT
"""Who made a piece: the lines above and below its text that say so, read into its front matter."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from linli.newsroom.bylines import Role
from linli.reading.bylines import Signature, parse_signature
from linli.reading.importing.faults import Notes
from linli.reading.importing.prose.blocks import Block, Paragraph
from linli.reading.writing import Value

_LONGEST = 60
_SAYS_SO = re.compile(
    r"记者|通讯员|编辑|责编|主编|实习生|评论员|撰[文稿]|采写|供[图稿]|摄影|摄$|[图文]\s*[/／|丨：:]|报道$|作者|来源|图据"
)
"""Without one of these words, two or three characters are as well a name as anything else."""
_OPENING = re.compile(r"[^。！？（(]{0,12}(?:讯|电|报道)?\s*[（(]([^（）()]{3,40})[）)]")
"""`本报讯（记者 王小明）`: the text goes on behind it."""
_ABOVE, _BELOW = 3, 4
"""How many paragraphs are looked at."""


@dataclass(slots=True)
class Makers:
    """Who made a piece, as it will stand in the front matter."""

    bylines: list[Value] = field(default_factory=list)
    credits: list[Value] = field(default_factory=list)
    editor: str = ""

    def add(self, signature: Signature) -> None:
        for byline in signature.bylines:
            if byline.roles == (Role.EDITOR,) and self.editor in {"", byline.name}:
                self.editor = byline.name
            elif str(byline) not in self.bylines:
                self.bylines.append(str(byline))
        for credit in signature.credits:
            if str(credit) not in self.credits:
                self.credits.append(str(credit))

    def put_into(self, keys: dict[str, Value]) -> None:
        if self.bylines:
            keys["bylines"] = self.bylines
        if self.credits:
            keys["credits"] = self.credits
        if self.editor:
            keys["editor"] = self.editor


def signature_in(text: str) -> Signature | None:
    """What a line says of who made the piece, where it is such a line and is understood."""
    if len(text) > _LONGEST or not _SAYS_SO.search(text):
        return None
    return parse_signature(text)


def take_signatures(blocks: Sequence[Block], makers: Makers, notes: Notes) -> list[Block]:
    """The text without the lines above and below it that were understood."""
    lines = [at for at, block in enumerate(blocks) if isinstance(block, Paragraph)]
    taken: set[int] = set()
    for at in sorted({*lines[:_ABOVE], *lines[-_BELOW:]}):
        block = blocks[at]
        assert isinstance(block, Paragraph)
        signature = signature_in(block.text)
        if signature is not None:
            makers.add(signature)
            notes.say("signature", text=block.text)
            taken.add(at)
        elif (opening := _OPENING.match(block.text)) and (inner := signature_in(opening[1])):
            makers.add(inner)
            notes.say("signature", text=opening[0])
    return [block for at, block in enumerate(blocks) if at not in taken]


def without_signatures(text: str, makers: Makers, notes: Notes) -> str:
    """The same of a text in Markdown, whose paragraphs blank lines part."""
    paragraphs = text.split("\n\n")
    taken: set[int] = set()
    places = range(len(paragraphs))
    for at in sorted({*places[:_ABOVE], *places[-_BELOW:]}):
        signature = signature_in(paragraphs[at])
        if signature is not None:
            makers.add(signature)
            notes.say("signature", text=paragraphs[at])
            taken.add(at)
    return "\n\n".join(one for at, one in enumerate(paragraphs) if at not in taken)


def take_author(author: str, makers: Makers, notes: Notes) -> bool:
    """An author who is named beside the text, where the name is one."""
    words = " ".join(author.split())
    signature = parse_signature(words) if words else None
    if signature is not None:
        makers.add(signature)
    elif words:
        notes.say("author-unknown", text=words)
    return signature is not None

# SPDX-License-Identifier: MIT
"""A Word file as a draft; all that knows mammoth."""

from __future__ import annotations

import base64
import io
import re
from typing import Any

from linli.reading.importing.drafted import Harvest
from linli.reading.importing.faults import Notes, SourceError, nothing_beside
from linli.reading.importing.office import Parts, boxes, deleted, inserted, open_parts, paragraphs
from linli.reading.importing.prose.album import Album
from linli.reading.importing.prose.blocks import Block, Heading, Paragraph
from linli.reading.importing.prose.html import blocks_of
from linli.reading.importing.prose.tree import Element, Node, parse
from linli.reading.importing.reports import harvest, report
from linli.reading.importing.signed import Makers, signature_in, take_signatures
from linli.reading.writing import Value

_STYLES = """
p[style-name='Title'] => h1.title:fresh
p[style-name='标题'] => h1.title:fresh
p[style-name='Subtitle'] => p.subtitle:fresh
p[style-name='副标题'] => p.subtitle:fresh
p[style-name='标题 1'] => h1:fresh
p[style-name='标题 2'] => h2:fresh
p[style-name='标题 3'] => h3:fresh
p[style-name='标题 4'] => h4:fresh
p[style-name='标题 5'] => h5:fresh
p[style-name='标题 6'] => h6:fresh
p[style-name='正文'] => p:fresh
p[style-name='Caption'] => p.caption:fresh
p[style-name='caption'] => p.caption:fresh
p[style-name='题注'] => p.caption:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
p[style-name='引用'] => blockquote > p:fresh
"""
_UNTOLD = re.compile(
    r"Unrecognised (?:paragraph|run) style|style with ID .* was referenced but"
    r"|Image of type \S+ is unlikely to display"
)
"""Said of every style without a meaning, 正文缩进 and the like, and of pictures, which we judge."""
_LONGEST_HEADLINE = 40
_SENTENCE_END = re.compile(r"[。！？；：，、…!?;:,.]$")


def read_word(name: str, raw: bytes) -> Harvest:
    """The article of a file. Raises SourceError."""
    parts = open_parts(name, raw)
    notes, makers = Notes(), Makers()
    album = Album(nothing_beside, notes)
    tree = _with_footnotes(parse(_html(name, raw, notes)))
    title, subtitle, blocks = _heads(tree, blocks_of(tree, album, notes), notes)
    blocks = take_signatures(blocks, makers, notes)
    _tell_of(parts, tree, notes)
    keys: dict[str, Value] = {"title": title, "subtitle": subtitle}
    return harvest(name, [report(keys, blocks, album, makers, name=name)], notes)


def _heads(tree: Element, blocks: list[Block], notes: Notes) -> tuple[str, str, list[Block]]:
    """Headline, subtitle and the rest: by their styles, else a short first paragraph."""
    below = tree.first(lambda one: "subtitle" in one.classes)
    subtitle = below.text if below is not None else ""
    named = tree.first(lambda one: "title" in one.classes)
    first = next(iter(blocks), None)
    title = named.text if named is not None else ""
    if not title and isinstance(first, Heading):
        title = first.text
    if not title and isinstance(first, Paragraph) and _is_like_a_headline(first.text):
        title = first.text
        notes.say("title-guessed", text=title)
    heads = [text for text in (title, subtitle) if text]
    rest: list[Block] = []
    for block in blocks:
        if isinstance(block, Heading | Paragraph) and block.text in heads:
            heads.remove(block.text)
        else:
            rest.append(block)
    return title, subtitle, rest


def _is_like_a_headline(text: str) -> bool:
    short = 2 <= len(text) <= _LONGEST_HEADLINE
    return short and not _SENTENCE_END.search(text) and signature_in(text) is None


def _tell_of(parts: Parts, tree: Element, notes: Notes) -> None:
    """What Word shows beside the text, and what of the text did not come through."""
    document = parts["word/document.xml"]
    shown = _bare(tree.text)
    if text := inserted(document):
        notes.say("word-inserted", text=text)
    if text := deleted(document):
        notes.say("word-deleted", text=text)
        notes.leave(text)
    for text in boxes(document):
        if _bare(text) in shown:
            notes.say("word-box", text=text)
    for part in sorted(parts):
        for text in dict.fromkeys(paragraphs(parts[part])):
            if part.startswith(("word/header", "word/footer")):
                notes.say("word-margin", text=text)
            if _bare(text) not in shown:
                notes.leave(text)
    if "word/comments.xml" in parts:
        count = len(list(parts["word/comments.xml"]))
        notes.say("word-comments", count=str(count))


def _bare(text: str) -> str:
    return "".join(text.split())


def _html(name: str, raw: bytes, notes: Notes) -> str:
    # Who builds or checks does not wait for it.
    import mammoth

    def embedded(image: Any) -> dict[str, str]:
        try:
            with image.open() as file:
                data = base64.b64encode(file.read()).decode("ascii")
        except KeyError:
            # Named in the text, and not in the file.
            return {"src": image.content_type or "?"}
        return {"src": f"data:{image.content_type};base64,{data}"}

    try:
        made = mammoth.convert_to_html(
            io.BytesIO(raw),
            style_map=_STYLES,
            include_embedded_style_map=False,
            convert_image=mammoth.images.img_element(embedded),
        )
    except RecursionError as error:
        raise SourceError("too-deep", name=name) from error
    except Exception as error:
        # Mammoth raises whatever the first missing part of a file leads to.
        raise SourceError("damaged-word", name=name) from error
    for message in dict.fromkeys(message.message for message in made.messages):
        if not _UNTOLD.search(message):
            notes.say("word-note", text=message)
    html: str = made.value
    return html


def _with_footnotes(tree: Element) -> Element:
    """Mammoth links a footnote's mark to an item of a list at the end, and that back."""
    labels: dict[str, str] = {}
    for element in tree:
        found = re.fullmatch(r"#((?:foot|end)note-\d+)", element.attributes.get("href", ""))
        if element.name == "a" and found:
            labels.setdefault(found[1], str(len(labels) + 1))
    return _noted(tree, labels)


def _noted(element: Element, labels: dict[str, str]) -> Element:
    children: list[Node] = []
    for child in element.children:
        if isinstance(child, str):
            children.append(child)
            continue
        href = child.attributes.get("href", "")
        if child.name == "sup" and (label := _mark_in(child, labels)):
            children.append(Element("a", {"data-note": label}))
        elif child.name == "a" and re.match(r"#(?:foot|end)note-ref-", href):
            continue
        elif child.name == "ol" and any(_identity(one) in labels for one in child.children):
            children += [
                Element("div", {"data-note": labels[_identity(one)]}, _noted(one, labels).children)
                for one in child.children
                if isinstance(one, Element) and _identity(one) in labels
            ]
        else:
            children.append(_noted(child, labels))
    return Element(element.name, element.attributes, children)


def _mark_in(element: Element, labels: dict[str, str]) -> str:
    for inner in element:
        label = labels.get(inner.attributes.get("href", "").removeprefix("#"))
        if label:
            return label
    return ""


def _identity(node: Node) -> str:
    return node.attributes.get("id", "") if isinstance(node, Element) else ""

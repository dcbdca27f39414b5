# SPDX-License-Identifier: MIT
"""From the HTML of others to the blocks of a piece: no markup is left but what Markdown has."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from linli.reading.importing.faults import Notes
from linli.reading.importing.prose.album import Album, meaning
from linli.reading.importing.prose.blocks import (
    Block,
    Code,
    Figure,
    Footnote,
    Heading,
    Items,
    Paragraph,
    Quote,
    Rule,
    Table,
)
from linli.reading.importing.prose.captions import captioned
from linli.reading.importing.prose.grids import rows_of
from linli.reading.importing.prose.looks import is_small, is_tiny
from linli.reading.importing.prose.runs import Run, text_of, tidy
from linli.reading.importing.prose.tree import Element, Node

_STRONG = frozenset({"b", "strong"})
_EMPHASISED = frozenset({"i", "em", "cite", "dfn", "var"})
_CODE = frozenset({"code", "kbd", "samp", "tt"})
_PLAYERS = "mp-common-videosnap mpvoice mp-common-mpaudio qqmusic"
"""What WeChat plays."""
_EMBEDDED = frozenset(
    {"iframe", "frame", "video", "audio", "embed", "object", "applet", *_PLAYERS.split()}
)
_SAFE = re.compile(r"https?://[^\s/]|mailto:|tel:", re.IGNORECASE)
_PICTURE_FILE = re.compile(r"\.(?:jpe?g|png|gif|webp|bmp|heic|avif)(?:[?#].*)?$", re.IGNORECASE)
_LAZY = (
    *("data-src", "data-original", "data-lazy-src", "data-actualsrc", "data-orig-file"),
    *("_src", "src"),
)
"""Where an image says what it will show, before what it shows until then."""
_RAISED = str.maketrans("0123456789+-()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿ")
_LOWERED = str.maketrans("0123456789+-()", "₀₁₂₃₄₅₆₇₈₉₊₋₍₎")
_PLAIN = Run("")


def blocks_of(element: Element, album: Album, notes: Notes) -> list[Block]:
    """What stands in an element."""
    reader = _Reader(album, notes)
    reader.read(element.children)
    return captioned(reader.end(), notes)


@dataclass(slots=True)
class _Reader:
    """Collects the blocks of one element; what is set apart within it has a reader of its own."""

    album: Album
    notes: Notes
    look: Run = _PLAIN
    """How text looks here."""
    blocks: list[Block] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    small: bool = False

    def end(self) -> list[Block]:
        self.flush()
        return self.blocks

    def flush(self) -> None:
        runs = tidy(self.runs)
        self.runs = []
        if runs:
            self.blocks.append(Paragraph(runs, self.small))

    def read(self, nodes: Iterable[Node]) -> None:
        previous: Node | None = None
        for node in nodes:
            if isinstance(node, str):
                if node:
                    self.runs.append(replace(self.look, text=_without_line(node)))
            elif not (node.name == "noscript" and _is_picture(previous)):
                self._element(node)
            if not isinstance(node, str) or node.strip():
                previous = node

    def _apart(self, element: Element) -> list[Block]:
        """The blocks of an element that is read for itself."""
        inner = _Reader(self.album, self.notes, small=self.small or is_small(element))
        inner.read(element.children)
        return inner.end()

    def _element(self, element: Element) -> None:
        name = element.name
        if not element.is_seen or _is_hidden(element):
            return
        if name in _EMBEDDED:
            self._embedded(element)
        elif name == "img":
            self._picture(element)
        elif name == "br":
            self._break()
        elif name in _STRONG:
            self._looking(replace(self.look, strong=True), element)
        elif name in _EMPHASISED:
            self._looking(replace(self.look, emphasised=True), element)
        elif name in _CODE:
            self._looking(replace(self.look, code=True), element)
        elif name in {"sup", "sub"}:
            self._raised(element)
        elif name == "a":
            self._link(element)
        elif element.is_block:
            self.flush()
            self._block(element)
            self.flush()
        else:
            self.read(element.children)

    def _looking(self, look: Run, element: Element) -> None:
        outer, self.look = self.look, look
        self.read(element.children)
        self.look = outer

    def _break(self) -> None:
        """One ends a line, two end a paragraph."""
        for run in reversed(self.runs):
            if run.text == "\n":
                self.flush()
                return
            if run.text.strip():
                break
        if self.runs:
            self.runs.append(Run("\n"))

    def _raised(self, element: Element) -> None:
        figures = _RAISED if element.name == "sup" else _LOWERED
        text = element.text
        if text and all(ord(sign) in figures for sign in text) and element.named("a") is None:
            self.runs.append(replace(self.look, text=text.translate(figures)))
        else:
            self.read(element.children)

    def _link(self, element: Element) -> None:
        href = "".join(element.attributes.get("href", "").split())
        label = _label(element)
        if label:
            self.runs.append(Run(label, note=True))
        elif _SAFE.match(href) and not element.named("img"):
            self._looking(replace(self.look, href=href), element)
        else:
            self.read(element.children)
            is_anchor = not href or href.startswith("#") or href.lower().startswith("javascript:")
            if not is_anchor and not _PICTURE_FILE.search(href):
                self.notes.say("link-dropped", text=element.text, address=href)

    def _embedded(self, element: Element) -> None:
        source = next(
            (
                inner.attributes[name]
                for inner in element
                for name in ("src", "data-src", "data", "href")
                if inner.attributes.get(name)
            ),
            "",
        )
        self.notes.say("embedded", tag=element.name, address=source)
        # What is said to those whose browser cannot show it.
        self.notes.leave(element.text)

    def _picture(self, element: Element) -> None:
        figure = self._figure(element)
        if figure is not None:
            self.flush()
            self.blocks.append(figure)

    def _figure(self, element: Element) -> Figure | None:
        attributes = element.attributes
        sources = [attributes.get(name, "") for name in _LAZY]
        sources += [
            part.split()[0] for part in attributes.get("srcset", "").split(", ") if part.split()
        ]
        shown = next(filter(None, sources), "")
        if is_tiny(attributes):
            self.notes.say("picture-pixel", address=shown.partition(",")[0][:200])
            return None
        file = self.album.take(sources, self._text_above())
        return Figure(file, meaning(attributes.get("alt", ""))) if file else None

    def _text_above(self) -> str:
        last = self.blocks[-1] if self.blocks else None
        above = last.text if isinstance(last, Paragraph | Heading) else ""
        return text_of(tidy(self.runs)) or above

    def _block(self, element: Element) -> None:
        name = element.name
        if re.fullmatch("h[1-6]", name):
            self._heading(element)
        elif name in {"ul", "ol", "menu"}:
            self._list(element)
        elif name == "table":
            self._table(element)
        elif name == "blockquote":
            self._quote(element)
        elif name == "pre":
            text = "".join(_whole(element)).strip("\n")
            if text.strip():
                self.blocks.append(Code(text, _language(element)))
        elif name == "hr":
            self.blocks.append(Rule())
        elif name == "figure":
            self._framed(element)
        elif label := _label(element):
            self.blocks.append(Footnote(label, tuple(self._apart(element))))
        else:
            outer = self.small
            self.small = outer or is_small(element)
            self.read(element.children)
            self.flush()
            self.small = outer

    def _heading(self, element: Element) -> None:
        blocks = self._apart(element)
        words = [block for block in blocks if isinstance(block, Paragraph)]
        self.blocks += [block for block in blocks if not isinstance(block, Paragraph)]
        runs = [
            run
            for at, block in enumerate(words)
            for run in ([Run(" ")] if at else []) + list(block.runs)
        ]
        if text_of(runs):
            plain = [replace(run, text=run.text.replace("\n", " ")) for run in runs]
            self.blocks.append(Heading(int(element.name[1]), tidy(plain)))

    def _list(self, element: Element) -> None:
        items: list[tuple[Block, ...]] = []
        after: list[Block] = []
        for child in element.children:
            if isinstance(child, str):
                if child.strip():
                    items.append((Paragraph(tidy([Run(child)])),))
                continue
            blocks = self._apart(Element("div", {}, [child]) if child.name != "li" else child)
            after += [block for block in blocks if isinstance(block, Figure)]
            kept = tuple(block for block in blocks if not isinstance(block, Figure))
            if kept and items and child.name in {"ul", "ol"}:
                # Lists within lists that stand beside their item, as Word's HTML has them.
                items[-1] = (*items[-1], *kept)
            elif kept:
                items.append(kept)
        if items:
            start = element.attributes.get("start", "1")
            first = int(start) if re.fullmatch(r"\d{1,6}", start) else 1
            self.blocks.append(Items(tuple(items), first if element.name == "ol" else None))
        self.blocks += after

    def _quote(self, element: Element) -> None:
        inner: list[Block] = []
        for block in [*captioned(self._apart(element), self.notes), None]:
            if block is not None and not isinstance(block, Figure | Footnote):
                inner.append(block)
                continue
            if inner:
                self.blocks.append(Quote(tuple(inner)))
                inner = []
            if block is not None:
                # A figure is one only where it stands by itself.
                self.blocks.append(block)

    def _framed(self, element: Element) -> None:
        captions = [one for one in element if one.name == "figcaption"]
        blocks = self._apart(element.without({id(one) for one in captions}))
        caption = " ".join(filter(None, (one.text for one in captions)))
        figures = [block for block in blocks if isinstance(block, Figure)]
        if not caption or len(figures) != 1:
            self.blocks += blocks
            if caption:
                self.blocks.append(Paragraph(tidy([Run(caption)]), is_small=bool(figures)))
            return
        self.blocks += [
            replace(block, caption=caption) if isinstance(block, Figure) else block
            for block in blocks
        ]

    def _table(self, element: Element) -> None:
        caption = element.named("caption")
        if caption is not None:
            self.blocks += self._apart(caption)
        rows = [row for row in rows_of(element) if any(cell is not None for cell in row)]
        cells = [[self._apart(cell) if cell is not None else [] for cell in row] for row in rows]
        width = max(map(len, cells), default=0)
        plain = all(isinstance(block, Paragraph) for row in cells for cell in row for block in cell)
        if width > 1 and len(cells) > 1 and plain:
            table = Table(tuple(tuple(_cell(cell) for cell in row) for row in cells))
            if any(text_of(cell) for row in table.rows for cell in row):
                self.blocks.append(table)
            return
        if width > 1 and any(block for row in cells for block in row):
            self.notes.say("table-flattened", text=element.text[:40])
        self.blocks += [block for row in cells for cell in row for block in cell]


def _cell(blocks: Sequence[Block]) -> tuple[Run, ...]:
    runs: list[Run] = []
    for block in blocks:
        assert isinstance(block, Paragraph)
        runs += ([Run(" ")] if runs else []) + [
            replace(run, text=run.text.replace("\n", " ")) for run in block.runs
        ]
    return tuple(runs)


def _whole(element: Element) -> Iterable[str]:
    for child in element.children:
        if isinstance(child, str):
            yield child
        elif child.name == "br":
            yield "\n"
        elif child.is_seen:
            yield from _whole(child)


def _language(element: Element) -> str:
    """`language-python` of the element or of the code in it."""
    for inner in element:
        for name in inner.classes:
            if name.startswith(("language-", "lang-")):
                return re.sub(r"\W", "", name.partition("-")[2])
    return ""


def _without_line(text: str) -> str:
    """A text of the page that is no line end of ours, which stands alone."""
    return " " if text == "\n" else text


def _is_picture(node: Node | None) -> bool:
    return isinstance(node, Element) and node.named("img") is not None


def _is_hidden(element: Element) -> bool:
    style = element.attributes.get("style", "").replace(" ", "").lower()
    # WeChat hides its whole text until a script shows it: that is no reason to lose it.
    return "display:none" in style and not element.text


def _label(element: Element) -> str:
    """The label of a footnote, at its mark and at its text."""
    return re.sub(r"\W", "", element.attributes.get("data-note", ""))

# SPDX-License-Identifier: MIT
"""From the Markdown of one piece to its HTML, with what was found on the way."""

from __future__ import annotations

from dataclasses import dataclass

import markdown
from markdown.treeprocessors import Treeprocessor

from linli.newsroom.articles import PhotoNote
from linli.newsroom.diagnostics import Diagnostic, Source
from linli.newsroom.photos import CaptionedPhoto, Photo
from linli.reading.chinese import reading_minutes
from linli.reading.links import Resolved
from linli.reading.markup import located
from linli.reading.markup.figures import Figures
from linli.reading.markup.links import Links
from linli.reading.markup.outline import Outline, heading_id
from linli.reading.markup.plain_text import Copy, parse
from linli.reading.markup.safety import AttributeLists, Safety
from linli.reading.markup.soft_breaks import SoftBreaks
from linli.reading.markup.state import ROOT, Sheet, Surroundings
from linli.reading.markup.tables import Tables


@dataclass(frozen=True, slots=True)
class LinkUse:
    """A link that a text holds."""

    target: Resolved
    written: str
    line: int


@dataclass(frozen=True, slots=True)
class Body:
    """A set text. URLs of the site begin with ROOT; `set_root` makes them real."""

    html: str = ""
    before_others: str = ""
    """The HTML before other programs of the site saw it; empty where none did."""
    plain: tuple[str, ...] = ()
    """The running text, a paragraph an entry."""
    figures: tuple[CaptionedPhoto, ...] = ()
    """Every picture of the text, in its order."""
    anchors: frozenset[str] = frozenset()
    links: tuple[LinkUse, ...] = ()
    minutes: int = 0
    """How long a reader takes for it."""

    @property
    def photos(self) -> tuple[Photo, ...]:
        return tuple(figure.photo for figure in self.figures)

    @property
    def told_of(self) -> tuple[CaptionedPhoto, ...]:
        """The pictures that stand by themselves, with words or a name under them."""
        return tuple(figure for figure in self.figures if figure.is_told_of)


class Typesetter:
    """One Python-Markdown instance, used for one text after another.

    Making an instance costs two thirds of what setting a text does; `reset` is enough between
    two texts. A plain text is read without it, and finished by the same processors.
    """

    def __init__(self) -> None:
        self._md = markdown.Markdown(
            extensions=["attr_list", "tables", "fenced_code", "footnotes", "sane_lists", "toc"],
            extension_configs={"toc": {"slugify": heading_id, "permalink": False}},
            output_format="html",
        )
        self._located = located.install(self._md)
        self._links = Links(self._md)
        self._figures = Figures(self._md)
        self._outline = Outline(self._md)
        self._attributes = AttributeLists(self._md)
        # Python-Markdown's own run at 20 (inline), 8 (attribute lists), 5 (contents), 0 (unescape).
        self._register(self._attributes, "attr_list", 8)
        soft_breaks, tables = SoftBreaks(self._md), Tables(self._md)
        self._register(soft_breaks, "linli-soft-breaks", 7)
        self._register(self._links, "linli-links", 4)
        self._register(self._figures, "linli-figures", 3)
        self._register(tables, "linli-tables", 2)
        self._register(self._outline, "linli-outline", -1)
        self._register(Safety(self._md), "linli-safety", -2)
        self._finishing = (soft_breaks, self._links, self._figures, tables, self._outline)

    def _register(self, processor: Treeprocessor, name: str, priority: int) -> None:
        self._md.treeprocessors.register(processor, name, priority)

    def set(
        self,
        source: Source,
        text: str,
        surroundings: Surroundings,
        notes: tuple[PhotoNote, ...] = (),
        credit: str = "",
    ) -> tuple[Body, tuple[Diagnostic, ...]]:
        """Set a text; `credit` is the line under pictures that name nobody."""
        sheet = Sheet(source, text, surroundings, notes, credit)
        processors = (self._attributes, self._links, self._figures, self._outline)
        for processor in (*self._located, *processors):
            processor.sheet = sheet
        copy = parse(text)
        html = self._convert(text) if copy is None else self._finish(copy, sheet)
        body = Body(
            html,
            plain=tuple(sheet.plain),
            figures=tuple(sheet.figures),
            anchors=frozenset(sheet.anchors),
            links=tuple(LinkUse(*use) for use in sheet.links),
            minutes=reading_minutes("\n".join(sheet.plain)),
        )
        return body, tuple(sheet.diagnostics)

    def _convert(self, text: str) -> str:
        self._md.reset()
        return self._md.convert(text)

    def _finish(self, copy: Copy, sheet: Sheet) -> str:
        """What Python-Markdown does with a tree once it has read it."""
        for element, written in copy.located:
            located.locate(element, written, sheet)
        for processor in self._finishing:
            processor.run(copy.root)
        html: str = self._md.serializer(copy.root)
        return html.removeprefix("<div>").removesuffix("</div>").strip()


def set_root(html: str, root: str) -> str:
    """Put the way to the site's root (`../../`, `https://…/`) into a set body."""
    return html.replace(ROOT, root)

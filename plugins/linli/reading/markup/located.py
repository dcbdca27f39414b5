# SPDX-License-Identifier: MIT
"""Links and images that remember the line they were written on; HTML that stays text."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

import markdown
from markdown.inlinepatterns import InlineProcessor

from linli.reading.markup.state import Sheet

LINE = "data-line"
_PRIORITIES = {
    "reference": 170,
    "link": 160,
    "image_link": 150,
    "image_reference": 140,
    "short_reference": 130,
    "short_image_ref": 125,
    "autolink": 120,
}
"""Python-Markdown's own, which it does not tell; its processors are replaced in their places."""
_HTML_PRIORITY = 90
# Word's own tags have a prefix, `<o:p>`.
_TAG = re.compile(
    r"<(?:!--(?:.*?-->)?|(?P<close>/?)(?P<tag>(?:[a-z]{1,3}[0-9]?:)?[A-Za-z][A-Za-z0-9-]*)(?:[\s/][^<>]*)?>)"
)


def locate(element: Element, written: str, sheet: Sheet) -> None:
    """Give a link or an image the line on which it was written."""
    element.set(LINE, str(sheet.line_of(written)))
    if not element.get("alt", "alt").strip():
        # `![](a.jpg)` gives no alt text; an attribute list may still say `alt=""`.
        del element.attrib["alt"]


class Located(InlineProcessor):
    """Python-Markdown's own processor, whose element gets the line of its source."""

    def __init__(self, inner: InlineProcessor, md: markdown.Markdown) -> None:
        super().__init__(inner.pattern, md)
        self.compiled_re = inner.compiled_re
        self.inner = inner
        self.sheet: Sheet | None = None

    def handleMatch(  # type: ignore[override]
        self, m: re.Match[str], data: str
    ) -> tuple[Element | str | None, int | None, int | None]:
        element, start, end = self.inner.handleMatch(m, data)
        if isinstance(element, Element) and self.sheet is not None:
            locate(element, data[start:end], self.sheet)
        return element, start, end


class NoHtml(InlineProcessor):
    """An HTML tag in a text is an error, and shows as the characters it is."""

    sheet: Sheet | None = None

    def handleMatch(  # type: ignore[override]
        self, m: re.Match[str], data: str
    ) -> tuple[str, int, int]:
        sheet, tag = self.sheet, m["tag"] or "!-- --"
        if sheet is not None and not (m["close"] and tag in sheet.opened_tags):
            sheet.say("raw-html", sheet.line_of(m[0]), tag=tag)
            sheet.opened_tags.add(tag)
        return m[0], m.start(0), m.end(0)


def install(md: markdown.Markdown) -> list[Located | NoHtml]:
    """Put them in the places of Python-Markdown's own; the sheet is set for each document."""
    patterns = md.inlinePatterns
    processors: list[Located | NoHtml] = []
    for name, priority in _PRIORITIES.items():
        inner = patterns[name]
        assert isinstance(inner, InlineProcessor)
        located = Located(inner, md)
        patterns.register(located, name, priority)
        processors.append(located)
    no_html = NoHtml(_TAG.pattern, md)
    patterns.register(no_html, "html", _HTML_PRIORITY)
    processors.append(no_html)
    # Blocks of HTML then reach the inline processors as paragraphs.
    md.preprocessors.deregister("html_block")
    return processors

# SPDX-License-Identifier: MIT
"""Templates: a frame made once, and each page's own head and main set into it.

A page template extends `frame.html` and defines two blocks, `head` and `main`; nothing else of a
page varies from one to the next within a section. So the frame is rendered once for each section,
and a page renders its two blocks only. The result is byte for byte what Jinja makes of the whole
template; a test holds that.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup

from linli.language import dates
from linli.language.interface import Words
from linli.language.languages import Language
from linli.newsroom.addresses import Addresses
from linli.pages.page import Page, Shape
from linli.pages.views import FrameView, Section
from linli.reading.markup.state import ROOT

_HEAD, _MAIN = "\ue001head\ue001", "\ue001main\ue001"


@dataclass(frozen=True, slots=True)
class _Frame:
    """A frame cut where the page goes in."""

    before_head: str
    before_main: str
    after_main: str


class Press:
    """Turns pages into bytes."""

    def __init__(
        self, templates: Path, language: Language, frame: FrameView, base_path: str
    ) -> None:
        self._environment = environment(templates, language)
        self._frame = frame
        self._base_path = base_path
        self._frames: dict[tuple[Shape, str | None], _Frame] = {}

    def page(self, page: Page) -> bytes:
        """A page set into its frame."""
        template = self._environment.get_template(page.template)
        context = template.new_context(self._variables(page))
        head = "".join(template.blocks["head"](context))
        main = "".join(template.blocks["main"](context))
        frame = self._frame_for(page)
        text = f"{frame.before_head}{head}{frame.before_main}{main}{frame.after_main}"
        return self._rooted(text, page)

    def whole_page(self, page: Page) -> bytes:
        """The same page as Jinja renders it in one go; what `page` is tested against."""
        template = self._environment.get_template(page.template)
        return self._rooted(template.render(self._variables(page)), page)

    def _frame_for(self, page: Page) -> _Frame:
        key = (page.shape, page.section)
        if key not in self._frames:
            self._frames[key] = self._make_frame(page)
        return self._frames[key]

    def _make_frame(self, page: Page) -> _Frame:
        template = self._environment.get_template("cut.html")
        text = template.render(self._variables(page) | {"cut_head": _HEAD, "cut_main": _MAIN})
        before_head, _, rest = text.partition(_HEAD)
        before_main, _, after_main = rest.partition(_MAIN)
        return _Frame(before_head, before_main, after_main)

    def _variables(self, page: Page) -> dict[str, Any]:
        return {
            "frame": self._in_section(page.section),
            "head": page.head,
            "breadcrumbs": page.breadcrumbs,
            "view": page.view,
            "is_front": page.shape is Shape.FRONT,
            "is_404": page.shape is Shape.MISSING,
        }

    def _in_section(self, url: str | None) -> FrameView:
        """The frame with the section of a page, or the one around it, marked as current."""
        sections = tuple(
            replace(section, current=_contains(section, url)) for section in self._frame.sections
        )
        footer = tuple(replace(link, current=link.url == url) for link in self._frame.footer)
        return replace(self._frame, sections=sections, footer=footer)

    def _rooted(self, text: str, page: Page) -> bytes:
        if page.shape is Shape.MISSING:
            root = self._base_path
        else:
            root = "../" * Addresses.file_of(page.url).count("/") or "./"
        return text.replace(ROOT, root).encode()


def _contains(section: Section, url: str | None) -> bool:
    return section.url == url or any(child.url == url for child in section.children)


def environment(templates: Path, language: Language) -> jinja2.Environment:
    """Jinja as our templates need it: everything is escaped, a name that is not there stops."""
    env = jinja2.Environment(
        loader=jinja2.FileSystemLoader(templates),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    env.globals["t"] = Words(language)
    env.filters["link"] = link
    env.filters["iso"] = dates.iso
    env.filters["date_words"] = _in_words(dates.date_in_words, language)
    env.filters["date_short"] = _in_words(dates.day_in_words, language)
    env.filters["month_words"] = _in_words(dates.month_in_words, language)
    env.filters["weekday"] = _in_words(dates.weekday_in_words, language)
    return env


def _in_words(
    words: Callable[[date, Language], str], language: Language
) -> Callable[[date | datetime], str]:
    return lambda day: words(day, language)


def link(url: str) -> Markup | str:
    """A URL from the site's root, as seen from whichever page shows it; full URLs stay."""
    if url.startswith(("http:", "https:", "mailto:", "tel:")):
        return url
    return f"{ROOT}{url}"

# SPDX-License-Identifier: MIT
"""Templates: a frame made once, and each page's own head and main set into it.

A page template extends `frame.html` and defines the block `main`; besides that and the block
`head` nothing of a page varies from one to the next within a section. So the frame is rendered
once for each section and depth, and a page renders its two blocks only. What they need is
imported above them, without context: once for all pages. The result is byte for byte what Jinja
makes of the whole template; a test holds that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

import jinja2
from jinja2.runtime import Context, Macro
from markupsafe import Markup

from linli.language import dates
from linli.language.interface import Words
from linli.language.languages import Language
from linli.newsroom.addresses import Addresses
from linli.pages.page import Page, Shape
from linli.pages.views import FrameView, Item, Section
from linli.reading.markup.state import ROOT

_HEAD, _MAIN = "\ue001head\ue001", "\ue001main\ue001"


@dataclass(frozen=True, slots=True)
class _Frame:
    """A frame cut where the page goes in, with the way to the root in its URLs."""

    before_head: bytes
    before_main: bytes
    after_main: bytes


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A page template, opened."""

    template: jinja2.Template
    imports: dict[str, Any]
    """What it imports above its blocks: the same macros for every page."""
    head: Callable[[Context], Iterator[str]]
    main: Callable[[Context], Iterator[str]]


def _sheet(template: jinja2.Template) -> _Sheet:
    """Run a template up to its first text. It is shown no page, so it keeps nothing of one."""
    context = template.new_context()
    next(template.root_render_func(context))
    head, main = context.blocks["head"][0], context.blocks["main"][0]
    return _Sheet(template, context.vars, head, main)


class Press:
    """Turns pages into bytes."""

    def __init__(
        self,
        templates: Path,
        language: Language,
        frame: FrameView,
        base_path: str,
        cache: Path | None = None,
    ) -> None:
        """`cache` is a folder in which compiled templates are kept from build to build."""
        self._environment = environment(templates, language, cache)
        self._frame = frame
        self._base_path = base_path
        self._sheets: dict[str, _Sheet] = {}
        self._frames: dict[tuple[Shape, str | None, str], _Frame] = {}

    def page(self, page: Page) -> bytes:
        """A page set into its frame."""
        sheet = self._sheet_for(page)
        context = sheet.template.new_context(self._variables(page) | sheet.imports)
        head, main = "".join(sheet.head(context)), "".join(sheet.main(context))
        root = self._root(page)
        frame = self._frame_for(page, root)
        return b"".join(
            (
                frame.before_head,
                _rooted(head, root),
                frame.before_main,
                _rooted(main, root),
                frame.after_main,
            )
        )

    def whole_page(self, page: Page) -> bytes:
        """The same page as Jinja renders it in one go; what `page` is tested against."""
        template = self._environment.get_template(page.template)
        return _rooted(template.render(self._framed(page)), self._root(page))

    def _sheet_for(self, page: Page) -> _Sheet:
        if page.template not in self._sheets:
            self._sheets[page.template] = _sheet(self._environment.get_template(page.template))
        return self._sheets[page.template]

    def _frame_for(self, page: Page, root: str) -> _Frame:
        key = (page.shape, page.section, root)
        if key not in self._frames:
            self._frames[key] = self._make_frame(page, root)
        return self._frames[key]

    def _make_frame(self, page: Page, root: str) -> _Frame:
        template = self._environment.get_template("cut.html")
        text = template.render(self._framed(page) | {"cut_head": _HEAD, "cut_main": _MAIN})
        before_head, _, rest = text.partition(_HEAD)
        before_main, _, after_main = rest.partition(_MAIN)
        return _Frame(*(_rooted(part, root) for part in (before_head, before_main, after_main)))

    def _variables(self, page: Page) -> dict[str, Any]:
        return {
            "frame": self._frame,
            "head": page.head,
            "breadcrumbs": page.breadcrumbs,
            "view": page.view,
            "is_front": page.shape is Shape.FRONT,
        }

    def _framed(self, page: Page) -> dict[str, Any]:
        """With the section of the page, or the one around it, marked as current."""
        url = page.section
        sections = tuple(
            section._replace(current=_contains(section, url)) for section in self._frame.sections
        )
        footer = tuple(link._replace(current=link.url == url) for link in self._frame.footer)
        frame = self._frame._replace(sections=sections, footer=footer)
        return self._variables(page) | {"frame": frame}

    def _root(self, page: Page) -> str:
        """The way from a page to the root of the site."""
        if page.shape is Shape.MISSING:
            return self._base_path
        return "../" * Addresses.file_of(page.url).count("/") or "./"


def _rooted(text: str, root: str) -> bytes:
    return text.replace(ROOT, root).encode()


def _contains(section: Section, url: str | None) -> bool:
    return section.url == url or any(child.url == url for child in section.children)


class EntrySetter:
    """Sets a piece as it stands in an index, once for all the lists it stands in."""

    def __init__(self, templates: Path, language: Language, cache: Path | None = None) -> None:
        self._template = environment(templates, language, cache).get_template("partials/entry.html")

    def set(self, item: Item) -> str:
        """The HTML of an entry; its URLs begin with ROOT."""
        return str(self._template.module.entry(item))  # type: ignore[attr-defined]


class _Compiled(jinja2.FileSystemBytecodeCache):
    """Compiled templates, known by their names and held against their texts: in another folder,
    as a fresh clone is, they are the same."""

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        return super().get_cache_key(name)


def environment(
    templates: Path, language: Language, cache: Path | None = None
) -> jinja2.Environment:
    """Jinja as our templates need it: everything is escaped, a name that is not there stops."""
    if cache is not None:
        cache.mkdir(parents=True, exist_ok=True)
    env = jinja2.Environment(
        bytecode_cache=_Compiled(str(cache)) if cache else None,
        loader=jinja2.FileSystemLoader(templates),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        # An environment lasts for one build: a template is read once and kept.
        auto_reload=False,
        cache_size=-1,
    )
    env.globals["kept"] = _kept
    env.globals["t"] = Words(language)
    env.filters["link"] = link
    env.filters["iso"] = dates.iso
    env.filters["date_words"] = _in_words(dates.date_in_words, language)
    env.filters["date_short"] = _in_words(dates.day_in_words, language)
    env.filters["month_words"] = _in_words(dates.month_in_words, language)
    env.filters["weekday"] = _in_words(dates.weekday_in_words, language)
    return env


def _kept(macro: Macro, many: int = 2048) -> Callable[..., str]:
    """A macro that keeps what it has set: a piece stands in a dozen lists, a day in many more.

    Only for a macro whose arguments, where they are equal, are written alike.
    """
    return lru_cache(many, typed=True)(macro)


def _in_words(
    words: Callable[[date, Language], str], language: Language
) -> Callable[[date | datetime], str]:
    return lambda day: words(day, language)


def link(url: str) -> Markup | str:
    """A URL from the site's root, as seen from whichever page shows it; full URLs stay."""
    if url.startswith(("http:", "https:", "mailto:", "tel:")):
        return url
    return f"{ROOT}{url}"

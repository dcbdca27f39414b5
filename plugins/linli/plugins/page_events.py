# SPDX-License-Identifier: MIT
"""Other plugins' page events, for articles too: MkDocs' page loop never sees one.

A site that has no such plugin pays nothing. One that has sets every article anew on every build,
since nobody can tell what a plugin's answer depends on.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from typing import Any

from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import PluginCollection
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import meta

from linli.newsroom.addresses import Addresses
from linli.reading.markup.state import ROOT

_EVENTS = ("page_markdown", "page_content", "page_context", "post_page")
# A picture that leads to itself already. glightbox, which looks for a link no further than one
# element up, would wrap it once more; this class is its own word for leaving it alone.
_ENLARGED = re.compile(r'(<a class="nr-enlarge"[^>]*><picture>(?:<source[^>]*>)*<img )')
_DOCUMENT = re.compile(r"\s*<html\b.*?<body[^>]*>(?P<body>.*)</body>\s*</html>\s*", re.DOTALL)


class PageEvents:
    """The handlers that a site's other plugins and hooks have for a page, called for an article.

    `path` is the article's below the content folder. Files and navigation are empty until they
    are known and set.
    """

    def __init__(self, config: MkDocsConfig, handlers: dict[str, list[Callable[..., Any]]]) -> None:
        self.nav = Navigation([], [])
        self.files = Files([])
        self._config = config
        # The real one is another for a while: MkDocs must not list our articles.
        self._content = config.docs_dir
        self._plugins = PluginCollection()
        self._plugins.events |= handlers
        self._pages: dict[str, Page] = {}

    @classmethod
    def of(cls, config: MkDocsConfig) -> PageEvents | None:
        """The events of a site, or None where nobody but ourselves waits for any."""
        handlers = {
            event: [handler for handler in config.plugins.events[event] if not _is_ours(handler)]
            for event in _EVENTS
        }
        return cls(config, handlers) if any(handlers.values()) else None

    def markdown(self, path: str, text: str) -> str:
        """The text of an article, without its front matter, before it is set."""
        page = self._page(path)
        page.markdown = self._plugins.on_page_markdown(
            text, page=page, config=self._config, files=self.files
        )
        return page.markdown

    def content(self, path: str, html: str) -> str:
        """The set text of an article; its URLs lead from the article's own page afterwards."""
        page = self._page(path)
        page.content = self._plugins.on_page_content(
            _ENLARGED.sub(r'\1class="off-glb" ', html).replace(ROOT, _way_to_root(page.url)),
            page=page,
            config=self._config,
            files=self.files,
        )
        # Whoever parses a fragment as a document gives a document back.
        document = _DOCUMENT.fullmatch(page.content)
        if document:
            page.content = document["body"]
        return page.content

    def page(self, path: str, output: str) -> str:
        """The whole page of an article. A plugin may look at its context; a change is not seen."""
        page = self._page(path)
        page.active = True
        try:
            context = get_context(self.nav, self.files, self._config, page)
            self._plugins.on_page_context(context, page=page, config=self._config, nav=self.nav)
            return self._plugins.on_post_page(output, page=page, config=self._config)
        finally:
            page.active = False

    def _page(self, path: str) -> Page:
        if path not in self._pages:
            self._pages[path] = self._new_page(path)
        return self._pages[path]

    def _new_page(self, path: str) -> Page:
        directory_urls = self._config.use_directory_urls
        file = File(
            path,
            self._content,
            self._config.site_dir,
            directory_urls,
            inclusion=InclusionLevel.NOT_IN_NAV,
        )
        file.url = Addresses(directory_urls).of_source(path)
        file.dest_uri = Addresses.file_of(file.url)
        page = Page(None, file, self._config)
        # One announcement among many has no file that could be asked for its keys.
        text = file.content_string if os.path.isfile(file.abs_src_path or "") else ""
        page.markdown, page.meta = meta.get_data(text)
        return page


def _is_ours(handler: Callable[..., Any]) -> bool:
    return getattr(handler, "__module__", "").partition(".")[0] == __name__.partition(".")[0]


def _way_to_root(url: str) -> str:
    return "../" * url.count("/") or "./"

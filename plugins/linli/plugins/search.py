# SPDX-License-Identifier: MIT
"""`linli/search`: every text of the paper, found by any two signs of it."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin

from linli.pages import producers
from linli.pages.paper import Feature
from linli.plugins.options import NoOptions
from linli.plugins.production import production_of


class SearchPlugin(BasePlugin[NoOptions]):
    """Adds the search to the production."""

    def on_config(self, config: MkDocsConfig) -> None:
        production_of(config).producers += producers.OF[Feature.SEARCH]

# SPDX-License-Identifier: MIT
"""`linli/categories`: indexes by category, topic, place, person and printed edition."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin

from linli.pages import producers
from linli.pages.paper import Feature
from linli.plugins.options import NoOptions
from linli.plugins.production import production_of


class CategoriesPlugin(BasePlugin[NoOptions]):
    """Adds the indexes to the production."""

    def on_config(self, config: MkDocsConfig) -> None:
        production_of(config).producers += producers.OF[Feature.CATEGORIES]

# SPDX-License-Identifier: MIT
"""`linli/categories`: indexes by category, topic, place, person and printed edition."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin

from linli.pages import categories, editions, people, places, topics
from linli.plugins.options import NoOptions
from linli.plugins.production import production_of


class CategoriesPlugin(BasePlugin[NoOptions]):
    """Adds the indexes to the production."""

    def on_config(self, config: MkDocsConfig) -> None:
        production_of(config).producers += [
            categories.pages,
            topics.pages,
            places.pages,
            people.pages,
            editions.pages,
        ]

# SPDX-License-Identifier: MIT
"""How the plugins of one site find each other: through the first of them, and nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from linli.engine.production import Production
from linli.engine.settings import ARTICLES

if TYPE_CHECKING:
    from linli.plugins.articles import ArticlesPlugin


def production_of(config: MkDocsConfig) -> Production:
    """The production that `linli/articles` has begun for this build.

    Raises PluginError where that plugin is missing or stands behind the one that asks.
    """
    plugin: ArticlesPlugin | None = config.plugins.get(ARTICLES)
    production = getattr(plugin, "production", None)
    if production is None:
        raise PluginError(f"plugins: `{ARTICLES}` is missing or stands too low; put it first.")
    assert isinstance(production, Production)
    return production

# SPDX-License-Identifier: MIT
"""`linli/feeds`: Atom, RSS and the sitemap."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, get_plugin_logger

from linli.pages import producers
from linli.pages.paper import Feature
from linli.plugins.options import NoOptions
from linli.plugins.production import production_of

log = get_plugin_logger(__name__)


class FeedsPlugin(BasePlugin[NoOptions]):
    """Adds feeds and sitemap to the production."""

    def on_config(self, config: MkDocsConfig) -> None:
        if not config.site_url:
            log.warning("site_url is not set: no feeds and no sitemap, which need full URLs.")
        production = production_of(config)
        production.producers += producers.OF[Feature.FEEDS]
        production.has_sitemap = True

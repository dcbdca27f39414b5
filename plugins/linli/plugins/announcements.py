# SPDX-License-Identifier: MIT
"""`linli/announcements`: the notice board and the archive behind it, and the codes as data."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin

from linli.pages import producers
from linli.pages.paper import Feature
from linli.plugins.options import NoOptions
from linli.plugins.production import production_of


class AnnouncementsPlugin(BasePlugin[NoOptions]):
    """Adds the archive to the production."""

    def on_config(self, config: MkDocsConfig) -> None:
        production_of(config).producers += producers.OF[Feature.ANNOUNCEMENTS]

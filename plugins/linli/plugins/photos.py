# SPDX-License-Identifier: MIT
"""`linli/photos`: each picture in several widths, and all of them by month and photographer."""

from __future__ import annotations

from mkdocs.config import config_options as opt
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin

from linli.pages import producers
from linli.pages.paper import Feature
from linli.photos.settings import WIDTHS, PhotoSettings
from linli.plugins.production import production_of


class PhotosConfig(Config):
    widths = opt.ListOfItems(opt.Type(int), default=list(WIDTHS))
    """Widths of the renditions in pixels; none is made wider than its picture."""
    boilerplate = opt.ListOfItems(opt.Type(str), default=[])
    """Phrases that an agency or a camera writes into every picture: never taken for a caption, an
    alt text or a credit. The sentence in which one stands is left out; case, width and spaces
    make no difference."""


class PhotosPlugin(BasePlugin[PhotosConfig]):
    """Sets the widths, and adds the indexes of photos to the production.

    Without it pictures are published in one width, as clean and captioned.
    """

    def on_config(self, config: MkDocsConfig) -> None:
        production = production_of(config)
        production.photos = PhotoSettings(
            widths=tuple(sorted(self.config.widths)), boilerplate=tuple(self.config.boilerplate)
        )
        production.producers += producers.OF[Feature.PHOTOS]

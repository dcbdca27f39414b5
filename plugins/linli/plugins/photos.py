# SPDX-License-Identifier: MIT
"""`linli/photos`: each picture in several widths, and all of them by month and photographer."""

from __future__ import annotations

from mkdocs.config import config_options as opt
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError
from mkdocs.plugins import BasePlugin, get_plugin_logger

from linli.language.summaries import NO_FONT
from linli.pages import producers
from linli.pages.paper import Feature
from linli.photos.fonts import FontError, find_fonts
from linli.photos.settings import WIDEST, WIDTHS, PhotoSettings
from linli.plugins.production import production_of

log = get_plugin_logger(__name__)


class PhotosConfig(Config):
    widths = opt.ListOfItems(opt.Type(int), default=list(WIDTHS))
    """Widths of the renditions in pixels; none is made wider than its picture."""
    boilerplate = opt.ListOfItems(opt.Type(str), default=[])
    """Phrases that an agency or a camera writes into every picture: never taken for a caption, an
    alt text or a credit. The sentence in which one stands is left out; case, width and spaces
    make no difference."""
    share_cards = opt.Type(bool, default=True)
    """Whether every piece gets a picture of 1200 × 630 for those who pass it on, and the site its
    icons; both take a font with Chinese signs."""
    font = opt.Optional(opt.File(exists=True))
    """A font file for the share cards and icons; one of the system's where not set."""


class PhotosPlugin(BasePlugin[PhotosConfig]):
    """Says what is wanted of pictures, has share cards drawn, and adds the indexes of photos.

    Without it pictures are published in one width, as clean and captioned, and there are no cards.
    """

    def on_config(self, config: MkDocsConfig) -> None:
        widths = tuple(sorted(set(self.config.widths)))
        if not widths or widths[0] < 1 or widths[-1] > WIDEST:
            given = self.config.widths
            raise ConfigurationError(
                f"linli/photos: widths: `{given}` are not whole numbers from 1 to {WIDEST}"
            )
        production = production_of(config)
        production.photos = PhotoSettings(
            widths=widths,
            boilerplate=tuple(self.config.boilerplate),
            share_cards=self.config.share_cards,
            font=self.config.font or "",
        )
        production.producers += producers.OF[Feature.PHOTOS]
        if not self.config.share_cards:
            return
        try:
            found = find_fonts(production.photos.font)
        except FontError as error:
            raise ConfigurationError(f"linli/photos: font: {error}") from error
        if found is None:
            # Nothing is wrong with the site, so a strict build goes on.
            log.info(NO_FONT(production.settings.says))

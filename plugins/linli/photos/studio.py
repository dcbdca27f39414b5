# SPDX-License-Identifier: MIT
"""Where share cards and icons are drawn and kept, named by all that they are made of.

To name one takes neither Pillow nor a drawing, so a page can say where its card lies before there
is one; it is drawn by whoever publishes it, and lies in the cache from then on.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

import PIL

from linli.newsroom.photos import Photo, PhotoFault
from linli.newsroom.share_cards import Composition, Icon, ShareCard
from linli.photos.darkroom import Darkroom
from linli.photos.fonts import Fonts
from linli.photos.keeping import keep

_NAMED = 8
"""Signs of a digest in a published name; in the cache, where all lie together, it is whole."""
_SPARE = 500
"""Files that may lie in the cache besides those of the site: a card comes back with its words."""
_RECIPE = "2"
"""Changes with anything in the drawing: part of the name of all that is drawn."""


class CardStudio:
    """Draws for one site, with the fonts of one machine."""

    def __init__(self, fonts: Fonts, darkroom: Darkroom, cache: Path) -> None:
        self._fonts = fonts
        self._darkroom = darkroom
        self._cache = cache

    @property
    def recipe(self) -> str:
        """What every card depends on besides its own words."""
        return f"{_RECIPE}-{PIL.__version__}-{self._fonts.digest}"

    def name_of(self, card: ShareCard) -> str | None:
        """None where the fonts lack a letter: a wrong or an empty sign is worse than no card."""
        settable = self._settable(card)
        if settable is None:
            return None
        return f"share.{self._digest(settable)[:_NAMED]}{_suffix(settable)}"

    def card(self, card: ShareCard) -> Path:
        settable = self._settable(card)
        assert settable is not None, "it has no name"
        path = self._cache / f"{self._digest(settable)}{_suffix(settable)}"
        return self._kept(path, lambda: self._drawn(settable))

    def _drawn(self, card: ShareCard) -> bytes:
        # Pillow takes long to load, and most builds find every card in the cache.
        from linli.photos.share_cards import PHOTO_WIDTH, draw

        return draw(card, self._fonts, self._file_of(card.photo, PHOTO_WIDTH))

    def _file_of(self, photo: Photo | None, width: int) -> Path | None:
        """The smallest rendition that is wide enough, of a format that is quickly opened."""
        if photo is None:
            return None
        developed = self._darkroom.photo(photo.src_uri)
        if developed is None or isinstance(developed, PhotoFault):
            return None
        there = developed.in_format(developed.largest.format)
        wide = [one for one in there if one.width >= width] or [developed.largest]
        return self._darkroom.file_of(wide[0])

    def _settable(self, card: ShareCard) -> ShareCard | None:
        """The same card without the pictures and invisible signs that the fonts lack."""
        words = [self._in_type(word) for word in card.words]
        known = [word for word in words if word is not None]
        if len(known) < len(words):
            return None
        paper, headline, label, place, day, id_ = known
        settable = replace(
            card, paper=paper, headline=headline, label=label, place=place, day=day, id=id_
        )
        return settable if headline else None

    def _in_type(self, text: str) -> str | None:
        song, hei = self._fonts.song, self._fonts.hei
        missing = [sign for sign in text if not (song.has(sign) or hei.has(sign))]
        if any(map(str.isalnum, missing)):
            return None
        kept = (" " if sign.isspace() else sign for sign in text if sign not in missing)
        return " ".join("".join(kept).split())

    def _digest(self, card: ShareCard) -> str:
        photo = card.photo
        # A rendition is named by its content; its metadata goes into the card too.
        shown = (photo.largest.path, photo.metadata) if photo else ()
        return self._hash(card.composition.value, card.words, shown)

    def _hash(self, *parts: object) -> str:
        return hashlib.blake2b(repr((self.recipe, *parts)).encode(), digest_size=12).hexdigest()

    # Icons

    def icon_of(self, icon: Icon, paper: str) -> str | None:
        """The file name of an icon; None for a paper whose name has no sign to be cut."""
        sign = self._sign(paper)
        if not sign:
            return None
        return f"{icon.stem}.{self._seal(icon, sign)[:_NAMED]}{icon.suffix}"

    def icon(self, icon: Icon, paper: str) -> Path:
        sign = self._sign(paper)
        path = self._cache / f"{self._seal(icon, sign)}{icon.suffix}"
        return self._kept(path, lambda: self._cut(icon, sign))

    def _seal(self, icon: Icon, sign: str) -> str:
        return self._hash(icon.stem, icon.sizes, sign)

    def _cut(self, icon: Icon, sign: str) -> bytes:
        from linli.photos.icons import cut

        return cut(icon, sign, self._fonts)

    def _sign(self, paper: str) -> str:
        first = next((sign for sign in paper if sign.isalnum()), "").upper()[:1]
        return first if first and self._fonts.bold.has(first) else ""

    # Keeping

    def sweep(self, published: Callable[[], Iterable[str]]) -> None:
        """Forget drawings that the site shows no more, once there are many of them.

        `published` gives the paths of the files of the site that may be drawings.
        """
        try:
            there = sorted(path.name for path in self._cache.iterdir() if path.suffix != ".ico")
        except OSError:
            return
        if len(there) <= _SPARE:
            return
        shown = {path.split(".")[-2] for path in published()}
        gone = [name for name in there if name[:_NAMED] not in shown]
        if len(gone) > _SPARE:
            for name in gone:
                (self._cache / name).unlink(missing_ok=True)

    def _kept(self, path: Path, draw: Callable[[], bytes]) -> Path:
        """A file of the cache, drawn if it is not there."""
        try:
            if path.stat().st_size:
                return path
        except OSError:
            pass
        keep(path, draw())
        return path


def _suffix(card: ShareCard) -> str:
    has_photo = card.photo is not None and card.composition is Composition.REPORT
    return ".jpg" if has_photo else ".png"

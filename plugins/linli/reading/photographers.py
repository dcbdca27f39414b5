# SPDX-License-Identifier: MIT
"""Who took the photos of a piece, by name, where an editor, the file or the credit says so."""

from __future__ import annotations

from collections.abc import Iterable

from linli.newsroom.articles import Article, Report
from linli.newsroom.photos import CaptionedPhoto
from linli.reading.bylines import is_organisation, parse_signature


def photographers(article: Article, figure: CaptionedPhoto) -> tuple[str, ...]:
    """The people who took one photo; none where it was supplied by a body, or nobody is named.

    The name of its creator comes first, then a credit that says who shot it (沈悦 摄). A credit
    that is nothing but a name says so too if that person stands under the report as one who
    photographed. What cannot be read is no name: a credit is written to be read by people.
    """
    if figure.creator:
        return tuple(_named(figure.creator))
    signature = parse_signature(figure.credit) if figure.credit else None
    if signature is None:
        return ()
    bylines = article.bylines if isinstance(article, Report) else ()
    known = {byline.name for byline in bylines if byline.photographed}
    return tuple(
        dict.fromkeys(
            byline.name
            for byline in signature.bylines
            if byline.photographed or byline.name in known
        )
    )


def all_photographers(article: Article, figures: Iterable[CaptionedPhoto]) -> tuple[str, ...]:
    """Everybody who took a photo of a piece, in the order of the photos."""
    names = (name for figure in figures for name in photographers(article, figure))
    return tuple(dict.fromkeys(names))


def _named(creator: str) -> Iterable[str]:
    """A creator's field holds a name, or names, or a signature; never a body's name for us."""
    signature = parse_signature(creator)
    if signature is not None:
        return dict.fromkeys(byline.name for byline in signature.bylines)
    return () if is_organisation(creator) else (creator,)

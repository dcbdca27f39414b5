# SPDX-License-Identifier: MIT
"""Pictures by which pages are passed on, and the icons of the site."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import NamedTuple

from linli.language.dates import date_in_words
from linli.newsroom.addresses import Addresses
from linli.newsroom.announcements import Announcement
from linli.newsroom.articles import Article
from linli.newsroom.portal import Portal
from linli.newsroom.share_cards import GROUND, Composition, Icon, ShareCard, Studio
from linli.pages import views
from linli.pages.page import Copy, File, Job
from linli.pages.paper import Paper

FAVICON = "favicon.ico"
MANIFEST = "site.webmanifest"


class Shared(NamedTuple):
    """A card and where it is published."""

    card: ShareCard
    url: str
    """From the site's root, quoted."""


def of_piece(paper: Paper, article: Article, item: views.Item) -> Shared | None:
    """The card of a piece; a withdrawn one has none, for its words and photo are gone.

    Nor has a site without an address: a card is named by its full URL or not at all.
    """
    if paper.studio is None or not paper.portal.url or article.is_withdrawn:
        return None
    is_announcement = isinstance(article, Announcement)
    card = ShareCard(
        Composition.DOCUMENT if is_announcement else Composition.REPORT,
        paper.portal.name,
        item.headline,
        item.code_name or item.kicker or (item.category.title if item.category else ""),
        item.place,
        date_in_words(item.published, paper.portal.language),
        article.id if isinstance(article, Announcement) else "",
        None if is_announcement else paper.lead_photo(article),
    )
    name = paper.studio.name_of(card)
    if name is None:
        return None
    return Shared(card, paper.portal.addresses.beside(article.src_uri, name))


def of_paper(portal: Portal, studio: Studio | None) -> Shared | None:
    """The card of all pages that are no pieces."""
    if studio is None or not portal.url:
        return None
    words = portal.tagline or portal.description
    card = ShareCard(Composition.PAPER, portal.name, portal.name, words)
    name = studio.name_of(card)
    return Shared(card, f"assets/{name}") if name else None


def products(paper: Paper, article: Article, item: views.Item) -> Iterator[Copy]:
    """The file of a piece's card."""
    shared = of_piece(paper, article, item)
    if shared is not None:
        yield _copy(paper, shared)


def _copy(paper: Paper, shared: Shared) -> Copy:
    studio = paper.studio
    assert studio is not None
    # Its name changes with its bytes, so the name is digest enough.
    return Copy(Addresses.file_of(shared.url), lambda: studio.card(shared.card), shared.url)


# The site as a whole


def icons(portal: Portal, studio: Studio | None) -> dict[Icon, str]:
    """Where the icons lie; none where they cannot be drawn."""
    if studio is None:
        return {}
    names = {icon: studio.icon_of(icon, portal.name) for icon in Icon}
    return {
        icon: FAVICON if icon is Icon.FAVICON else f"assets/{name}"
        for icon, name in names.items()
        if name
    }


def job(paper: Paper) -> Job:
    return Job("share", (), lambda: _of_site(paper), always=True)


def _of_site(paper: Paper) -> Iterator[Copy | File]:
    studio = paper.studio
    if studio is None:
        return
    shared = of_paper(paper.portal, studio)
    if shared is not None:
        yield _copy(paper, shared)
    there = icons(paper.portal, studio)
    for icon, path in there.items():
        if path not in paper.brought:
            digest = studio.icon_of(icon, paper.portal.name) or ""
            yield Copy(path, lambda icon=icon: studio.icon(icon, paper.portal.name), digest)  # type: ignore[misc]
    if there and MANIFEST not in paper.brought:
        yield File(MANIFEST, _manifest(paper.portal, there))


def _manifest(portal: Portal, there: dict[Icon, str]) -> bytes:
    """https://www.w3.org/TR/appmanifest/; its URLs start from where it lies, the site's root."""
    data = {
        "name": portal.name,
        "short_name": portal.name,
        "description": portal.description,
        "lang": portal.language.value,
        "start_url": "./",
        "scope": "./",
        "display": "browser",
        "background_color": GROUND,
        "theme_color": GROUND,
        "icons": [
            {
                "src": there[icon],
                "sizes": f"{icon.sizes[0]}x{icon.sizes[0]}",
                "type": "image/png",
                "purpose": "any maskable",
            }
            for icon in (Icon.SMALL, Icon.LARGE)
        ],
    }
    known = {key: value for key, value in data.items() if value}
    return f"{json.dumps(known, ensure_ascii=False, indent=1)}\n".encode()

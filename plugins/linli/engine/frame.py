# SPDX-License-Identifier: MIT
"""What stands around every page: masthead, sections, footer, and what a browser loads with it."""

from __future__ import annotations

from collections.abc import Iterator

from linli.engine.look import Look
from linli.language import handbook
from linli.newsroom.share_cards import Icon
from linli.pages import display, feed_links, share, views
from linli.pages.paper import Paper


def frame_view(paper: Paper, look: Look, sections: tuple[views.Section, ...]) -> views.FrameView:
    """The frame of a site; `sections` are those of the masthead."""
    portal = paper.portal
    icons = share.icons(portal, paper.studio)
    return views.FrameView(
        imprint=views.Imprint(
            portal.name,
            portal.tagline,
            portal.sponsor,
            portal.publisher,
            portal.serial,
            tuple(_licences(paper)),
        ),
        language=portal.language.value,
        home=portal.addresses.page(),
        sections=sections,
        footer=tuple(_policies(paper)),
        feeds=feed_links.links(paper, portal.name),
        stylesheets=(look.stylesheet.path,),
        scripts=tuple(script.path for script in look.scripts),
        modules={name: script.path for name, script in look.modules.items()},
        sheets={name: sheet.path for name, sheet in look.sheets.items()},
        views={name: sheet.path for name, sheet in look.views.items()},
        first_script=look.first_script,
        board_url=paper.board_url,
        lookup_url=paper.lookup_url,
        search_url=paper.search_url,
        display_url=display.url(paper),
        icon=look.icon.path if look.icon else "",
        favicon=icons.get(Icon.FAVICON, ""),
        touch_icon=icons.get(Icon.TOUCH, ""),
        manifest=share.MANIFEST if icons else "",
    )


def _licences(paper: Paper) -> Iterator[views.Link]:
    for licence in paper.portal.licences:
        yield views.Link(licence.text, licence.url or None)
    if number := paper.portal.news_licence:
        yield views.Link(paper.t("imprint.news", number=number), None)


def _policies(paper: Paper) -> Iterator[views.Link]:
    """The pages of about/, for the foot of every page.

    The codes are for editors, and the handbook leads there.
    """
    for page in paper.ordinary:
        if page.source.path.startswith("about/") and page.source.path != handbook.PAGE:
            yield views.Link(page.title, paper.portal.addresses.of_source(page.source.path))

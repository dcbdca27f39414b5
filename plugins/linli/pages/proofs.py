# SPDX-License-Identifier: MIT
"""刊登证明: a sheet that says when and where an announcement was published, for a seal.

A true copy with its dates, its address and the SHA-256 of its canonical text. It says nothing of
the day on which the site was built. Seal and signature are the newspaper's own: there is room for
them and never a picture of one, so a text's pictures stay away too; and its links, which lead
nowhere on paper.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from markupsafe import Markup

from linli.newsroom.announcements import Announcement
from linli.newsroom.articles import Edition
from linli.newsroom.canonical import canonical_text, digest
from linli.pages import heads, pieces, qr, views
from linli.pages.page import File, Page, Product
from linli.pages.paper import Paper
from linli.reading.markup.wording import wording

_NOT_ON_PAPER = re.compile(r"<img\b[^>]*>|</?a\b[^>]*>")


def products(
    paper: Paper,
    announcement: Announcement,
    facts: pieces.Facts,
    fields: tuple[views.FieldView, ...],
) -> Iterator[Product]:
    """The sheet, and the text whose check sum stands on it."""
    body = paper.bodies.get(announcement.src_uri)
    text = canonical_text(announcement, facts.places, wording(body.html) if body else ())
    addresses = paper.portal.addresses
    canonical = addresses.beside(announcement.src_uri, "canonical.txt")
    yield File(addresses.file_of(canonical), text.encode())
    title = paper.t("proof")
    url = url_of(paper, announcement)
    yield Page(
        url=url,
        template="proof.html",
        view=views.ProofView(
            title=title,
            headline=announcement.title,
            id=announcement.id,
            version=announcement.version,
            code=f"{announcement.code} {facts.item.code_name}",
            places=tuple("".join(place.names) for place in facts.places),
            body=Markup(_NOT_ON_PAPER.sub("", paper.here(announcement.src_uri))),
            fields=fields,
            corrections=pieces.correction_views(paper, announcement),
            published=announcement.day,
            edition=_printed(announcement.edition),
            insertions=tuple(
                view
                for one in announcement.insertions
                if (view := _printed(one.edition or Edition(one.date)))
            ),
            address=paper.absolute(announcement) if paper.portal.url else "",
            qr=code(paper, announcement),
            digest=digest(text),
            canonical=views.Link(paper.portal.absolute(canonical), canonical),
            notes=pieces.sample_notes(paper, announcement),
            newspaper=paper.portal.publisher or paper.portal.name,
        ),
        head=heads.of_page(
            paper, paper.t("proof.of", title=announcement.title), url, robots="noindex"
        ),
        breadcrumbs=(
            *paper.way_to_announcements,
            views.Link(announcement.title, facts.item.url),
        ),
        section=paper.section_of(announcement),
    )


def url_of(paper: Paper, announcement: Announcement) -> str:
    return paper.portal.addresses.below(announcement.src_uri, "proof")


def code(paper: Paper, announcement: Announcement) -> Markup:
    """The address of the announcement for a phone; none for a site without an address."""
    if not paper.portal.url:
        return Markup("")
    return qr.code(paper.absolute(announcement), paper.t("proof.qr"))


def _printed(edition: Edition | None) -> views.EditionView | None:
    """Without a link: on paper it leads nowhere, and whether there is one depends on others."""
    if edition is None:
        return None
    return views.EditionView(edition.date, edition.issue, edition.page, edition.page_name)

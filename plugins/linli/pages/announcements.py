# SPDX-License-Identifier: MIT
"""Announcements, each on its own page: a document with typed fields."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from markupsafe import Markup

from linli.language.dates import date_in_words, iso
from linli.newsroom.announcements import (
    Announcement,
    Contact,
    Lost,
    LostDocument,
    Notice,
    State,
)
from linli.newsroom.articles import Edition
from linli.newsroom.things import Side
from linli.pages import heads, open_data, pieces, proofs, related, share, things, versions, views
from linli.pages.page import Page, Product
from linli.pages.paper import Feature, Paper


def products(paper: Paper, announcement: Announcement) -> Iterator[Product]:
    """All that is published of one announcement, its own page first."""
    facts = pieces.facts(paper, announcement)
    made = page(paper, announcement, facts)
    yield made
    yield from share.products(paper, announcement, facts.item)
    yield from versions.pages(paper, announcement, fields)
    if Feature.ANNOUNCEMENTS not in paper.features:
        return
    yield open_data.of_announcement(paper, announcement)
    if not announcement.is_withdrawn:
        yield from proofs.products(paper, announcement, facts, made.view.fields)


def page(paper: Paper, announcement: Announcement, facts: pieces.Facts) -> Page:
    code = views.Link(facts.item.code_name, paper.code_url(announcement.code))
    return Page(
        url=facts.item.url,
        template="announcement.html",
        view=view(paper, announcement, facts, code),
        head=heads.of_article(paper, announcement, facts),
        breadcrumbs=_breadcrumbs(paper, announcement, code),
        section=paper.section_of(announcement),
        modified=announcement.modified,
    )


def view(
    paper: Paper, announcement: Announcement, facts: pieces.Facts, code: views.Link
) -> views.AnnouncementView:
    withdrawn = pieces.withdrawal(paper, announcement)
    entry = announcement.type
    clock = entry.clock if entry else None
    return views.AnnouncementView(
        item=facts.item,
        id=announcement.id,
        version=announcement.version,
        code=code,
        state=facts.item.state or paper.state(announcement),
        state_sentence=_state_sentence(paper, announcement),
        body=Markup("") if withdrawn else paper.here(announcement.src_uri),
        fields=() if withdrawn else tuple(fields(paper, announcement)),
        published=announcement.published,
        edition=pieces.edition_view(paper, announcement.edition),
        insertions=tuple(
            view
            for insertion in announcement.insertions
            if (view := pieces.edition_view(paper, insertion.edition or Edition(insertion.date)))
        ),
        legal_basis=clock.basis(paper.portal.language) if clock else "",
        places=tuple(pieces.place_view(paper, place) for place in facts.places),
        corrections=pieces.correction_views(paper, announcement),
        history=tuple(_history(paper, announcement)),
        neighbours=pieces.neighbours(paper, announcement),
        withdrawn=withdrawn,
        archive_note=paper.t("announcement.archive-note"),
        redactions=pieces.redactions(paper, announcement),
        version_url=versions.url(paper, announcement, announcement.version),
        versions=versions.links(paper, announcement),
        notes=pieces.sample_notes(paper, announcement),
        downloads=(*_downloads(paper, announcement), *_originals(paper, announcement)),
        qr=Markup("") if withdrawn else proofs.code(paper, announcement),
        photos=0 if withdrawn else pieces.photos(paper.bodies.get(announcement.src_uri)),
        related=related.items(paper, announcement),
    )


def _downloads(paper: Paper, announcement: Announcement) -> Iterator[views.Link]:
    """The same notice in other forms."""
    if Feature.ANNOUNCEMENTS not in paper.features:
        return
    if not announcement.is_withdrawn:
        yield views.Link(paper.t("proof"), proofs.url_of(paper, announcement))
    yield views.Link(paper.t("data.link"), open_data.url_of(paper, announcement))


def _originals(paper: Paper, announcement: Announcement) -> Iterator[views.Link]:
    body = paper.bodies.get(announcement.src_uri)
    if body is not None and not announcement.is_withdrawn:
        yield from pieces.originals(body)


def _breadcrumbs(
    paper: Paper, announcement: Announcement, code: views.Link
) -> tuple[views.Link, ...]:
    way = tuple(things.crumbs(paper, announcement)) if isinstance(announcement, Lost) else ()
    return (
        *paper.way_to_announcements,
        # A thing hangs on a board of its own; its type is named above its title.
        *(way or (code,)),
    )


def _state_sentence(paper: Paper, announcement: Announcement) -> str:
    """What the state means for a reader today."""
    state = paper.catalogue.state(announcement)
    ends = announcement.closes
    if (
        isinstance(announcement, Lost)
        and announcement.resolved
        and announcement.is_settled(paper.day)
        and state is State.CLOSED
    ):
        day = date_in_words(announcement.resolved.date, paper.portal.language)
        return paper.t("sentence.resolved", day=day, how=announcement.resolved.how)
    if state is State.IN_FORCE:
        void = announcement.type is not None and announcement.type.is_void_declaration
        return paper.t("sentence.void" if void else "sentence.in-force")
    if state is State.SCHEDULED:
        return paper.t(
            "sentence.scheduled",
            day=date_in_words(announcement.opens, paper.portal.language),
        )
    if state in {State.OPEN, State.CLOSING, State.CLOSED} and ends is not None:
        day = date_in_words(ends, paper.portal.language)
        left = (ends - paper.day).days
        if isinstance(announcement, Lost) and announcement.side is Side.FOUND and left >= 0:
            key = "found.last-day" if left == 0 else "found"
            return paper.t(f"sentence.{key}", day=day, days=left)
        if left == 0:
            return paper.t("sentence.last-day", day=day)
        if isinstance(announcement, Lost) and announcement.side and state is State.CLOSED:
            return paper.t(f"sentence.closed.{announcement.side}", day=day)
        return paper.t(f"sentence.{state.value}", day=day, days=left)
    return paper.t(f"sentence.{state.value}")


def _history(paper: Paper, announcement: Announcement) -> Iterator[views.Link]:
    """What it takes the place of or corrects, and what does so to it."""
    for key in ("supersedes", "corrects"):
        other = paper.catalogue.announcement(getattr(announcement, key))
        if other is not None:
            yield views.Link(
                paper.t(f"history.{key}", id=other.id, title=other.title), paper.url(other)
            )
    for other in paper.catalogue.referring_to(announcement):
        key = "superseded-by" if other.supersedes == announcement.id else "corrected-by"
        yield views.Link(
            paper.t(f"history.{key}", id=other.id, title=other.title), paper.url(other)
        )


def fields(paper: Paper, announcement: Announcement) -> Iterator[views.FieldView]:
    """The typed fields, in the order in which a clerk asks for them."""
    if isinstance(announcement, Notice):
        yield from _notice_fields(paper, announcement)
    if isinstance(announcement, Lost):
        yield from _lost_fields(paper, announcement)
    for contact in announcement.contacts:
        yield _contact(paper, contact)


def _notice_fields(paper: Paper, notice: Notice) -> Iterator[views.FieldView]:
    yield _text(paper, "issuer", notice.issuer.name)
    if notice.issuer.department:
        yield _text(paper, "department", notice.issuer.department)
    if notice.issuer.uscc:
        yield _number(paper.t("field.uscc"), notice.issuer.uscc)
    if notice.effective_from:
        yield _day(paper, "effective-from", notice.effective_from)
    if notice.deadline:
        yield _day(paper, "deadline", notice.deadline, note=_clock(paper, notice))
    elif notice.type is not None and notice.type.clock is not None and notice.closes:
        yield _day(paper, "legal-deadline", notice.closes, note=_clock(paper, notice))
    if notice.expires:
        yield _day(paper, "expires", notice.expires)


def _lost_fields(paper: Paper, lost: Lost) -> Iterator[views.FieldView]:
    found = lost.side is Side.FOUND
    yield _text(paper, "finder" if found else "holder", lost.holder.name)
    if lost.holder.uscc:
        yield _number(paper.t("field.uscc"), lost.holder.uscc)
    for document in lost.documents:
        yield from _document(paper, lost, document)
    if lost.item:
        yield _text(paper, "item", lost.item)
    if lost.lost_on:
        yield _day(paper, "found-on" if found else "lost-on", lost.lost_on)
    if lost.lost_where:
        yield _text(paper, "found-where" if found else "lost-where", lost.lost_where)
    if lost.closes and not lost.resolved:
        key = "searched-until" if lost.side is Side.LOST else "claim-by"
        yield _day(paper, key, lost.closes, note=_clock(paper, lost))


def _clock(paper: Paper, announcement: Announcement) -> str:
    """The law that sets a term, and what the term is for."""
    clock = announcement.type.clock if announcement.type else None
    if clock is None:
        return ""
    language = paper.portal.language
    return paper.t(
        "announcement.clock", basis=clock.basis(language), meaning=clock.meaning(language)
    )


def _document(paper: Paper, lost: Lost, document: LostDocument) -> Iterator[views.FieldView]:
    name = f"{document.name} {document.copy}".strip()
    yield _text(paper, "document", name)
    if document.issuer:
        yield _text(paper, "document-issuer", document.issuer)
    if document.issued_on:
        yield _day(paper, "issued-on", document.issued_on)
    for number in document.numbers:
        shown = lost.shown(number)
        if shown:
            yield _number(number.label, shown)


def _contact(paper: Paper, contact: Contact) -> views.FieldView:
    return views.FieldView(
        paper.t("field.contact"),
        contact.phone or contact.desk,
        "number" if contact.phone else "text",
        note=contact.desk if contact.phone else "",
    )


def _text(paper: Paper, key: str, value: str) -> views.FieldView:
    return views.FieldView(paper.t(f"field.{key}"), value)


def _number(label: str, value: str) -> views.FieldView:
    return views.FieldView(label, value, "number")


def _day(paper: Paper, key: str, day: date, note: str = "") -> views.FieldView:
    words = date_in_words(day, paper.portal.language)
    return views.FieldView(paper.t(f"field.{key}"), words, "date", note=note, iso=iso(day))

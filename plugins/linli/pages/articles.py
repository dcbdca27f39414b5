# SPDX-License-Identifier: MIT
"""Reports, each on its own page."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from linli.language.dates import date_in_words
from linli.newsroom.articles import AiUse, Origin, Report
from linli.newsroom.bylines import Byline, Role
from linli.newsroom.categories import Category
from linli.newsroom.photos import PHOTO_STORY
from linli.pages import heads, pieces, related, series, share, views
from linli.pages.page import Page, Product
from linli.pages.paper import Paper
from linli.reading.markup.typesetter import Body


def products(paper: Paper, report: Report) -> Iterator[Product]:
    """All that is published of one report, its own page first."""
    facts = pieces.facts(paper, report)
    yield page(paper, report, facts)
    yield from share.products(paper, report, facts.item)


def page(paper: Paper, report: Report, facts: pieces.Facts) -> Page:
    return Page(
        url=facts.item.url,
        template="article.html",
        view=view(paper, report, facts),
        head=heads.of_article(paper, report, facts),
        breadcrumbs=_breadcrumbs(paper, facts.category),
        section=paper.section_of(report),
        modified=report.modified,
    )


def view(paper: Paper, report: Report, facts: pieces.Facts) -> views.ArticleView:
    body = paper.bodies.get(report.src_uri)
    withdrawn = pieces.withdrawal(paper, report)
    return views.ArticleView(
        item=facts.item,
        subtitle=report.subtitle,
        body=Markup("") if withdrawn else paper.here(report.src_uri),
        published=report.published,
        has_time=report.has_time,
        updated=report.updated,
        bylines=tuple(
            _byline(paper, byline, url)
            for byline, url in zip(report.bylines, facts.authors, strict=True)
        ),
        credits=tuple(str(credit) for credit in report.credits),
        corrections=pieces.correction_views(paper, report),
        places=tuple(pieces.place_view(paper, place) for place in facts.places),
        topics=tuple(views.Link(topic.name, paper.topic_url(topic)) for topic in facts.topics),
        series=_series(paper, report),
        edition=pieces.edition_view(paper, report.edition),
        reading_minutes=body.minutes if body and not withdrawn else 0,
        notes=tuple(_notes(paper, report)),
        related=related.items(paper, report),
        neighbours=pieces.neighbours(paper, report),
        withdrawn=withdrawn,
        originals=() if withdrawn or body is None else tuple(pieces.originals(body)),
        photos=pieces.photos(body) if not withdrawn else 0,
        photo_story=_photo_story(paper, body) if not withdrawn else None,
    )


def _series(paper: Paper, report: Report) -> views.SeriesNote | None:
    """The series, with its parts before and behind this one."""
    for row in paper.catalogue.rows_of_series(report):
        older, newer = (None, None)
        if not report.is_withdrawn:
            older, newer = paper.catalogue.rows.around(row, report)
        item = paper.shelves.item
        return views.SeriesNote(
            views.Link(report.series, series.url_of(paper, report)),
            item(older) if older else None,
            item(newer) if newer else None,
        )
    return None


def _photo_story(paper: Paper, body: Body | None) -> views.Link | None:
    told_of = body.told_of if body else ()
    if len(told_of) < PHOTO_STORY:
        return None
    return views.Link(paper.t("article.photo-story", n=len(told_of)), paper.photos_url)


def _byline(paper: Paper, byline: Byline, url: str | None) -> views.BylineView:
    wrote = [role for role in byline.roles if role is not Role.PHOTOGRAPHER]
    roles = paper.t("role.join").join(paper.t(f"role.{role.value}") for role in wrote)
    after = ""
    if byline.photographed:
        both = "byline.reported-and-shot" if Role.REPORTER in byline.roles else "byline.both"
        after = paper.t(both if wrote else "byline.shot")
    return views.BylineView(
        byline.name,
        byline.title or roles,
        byline.affiliation,
        url,
        after,
    )


def _notes(paper: Paper, report: Report) -> Iterator[str]:
    """What a reader is owed: samples, machines, and whose work it first was."""
    yield from pieces.sample_notes(paper, report)
    if report.ai is not AiUse.NONE:
        yield paper.t(f"note.ai.{report.ai.value}")
    if report.origin is Origin.SUPPLIED:
        yield paper.t("note.supplied")
    if report.origin is Origin.REPOST:
        yield paper.t(
            "note.repost",
            source=report.source_name,
            title=report.original_title,
            url=report.original_url,
            editor=report.editor,
        )
    if report.edition is not None and report.edition.date != report.published.date():
        day = date_in_words(report.edition.date, paper.portal.language)
        yield paper.t("note.printed", day=day)


def _breadcrumbs(paper: Paper, category: Category | None) -> tuple[views.Link, ...]:
    if category is None:
        return (paper.home,)
    return (paper.home, views.Link(category.name, paper.category_url(category)))

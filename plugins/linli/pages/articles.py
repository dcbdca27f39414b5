# SPDX-License-Identifier: MIT
"""Reports, each on its own page."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from linli.language.dates import date_in_words
from linli.newsroom.articles import AiUse, Origin, Report
from linli.newsroom.bylines import Byline, Role
from linli.pages import heads, pieces, views
from linli.pages.page import Page
from linli.pages.paper import Paper
from linli.reading.chinese import reading_minutes


def pages(paper: Paper) -> Iterator[Page]:
    """A page for every public report; a withdrawn one keeps its page without its text."""
    for report in paper.catalogue.reports:
        yield page(paper, report)


def page(paper: Paper, report: Report) -> Page:
    return Page(
        url=paper.url(report),
        template="article.html",
        view=view(paper, report),
        head=heads.of_article(paper, report),
        breadcrumbs=_breadcrumbs(paper, report),
        section=paper.section_of(report),
    )


def view(paper: Paper, report: Report) -> views.ArticleView:
    body = paper.bodies.get(report.src_uri)
    withdrawn = pieces.withdrawal(paper, report)
    topics = paper.catalogue.topics_of(report)
    return views.ArticleView(
        item=paper.item(report),
        subtitle=report.subtitle,
        body=Markup("") if withdrawn else paper.here(report.src_uri),
        published=report.published,
        has_time=report.has_time,
        updated=report.updated,
        bylines=tuple(_byline(paper, byline) for byline in report.bylines),
        credits=tuple(str(credit) for credit in report.credits),
        corrections=pieces.correction_views(paper, report),
        places=pieces.place_views(paper, report),
        topics=tuple(views.Link(topic.name, paper.topic_url(topic)) for topic in topics),
        series=report.series,
        edition=pieces.edition_view(paper, report.edition),
        reading_minutes=reading_minutes("\n".join(body.plain)) if body and not withdrawn else 0,
        notes=tuple(_notes(paper, report)),
        related=paper.items(paper.catalogue.related(report)),
        neighbours=pieces.neighbours(paper, report),
        withdrawn=withdrawn,
    )


def _byline(paper: Paper, byline: Byline) -> views.BylineView:
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
        paper.person_url(paper.catalogue.portfolio(byline.name)),
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


def _breadcrumbs(paper: Paper, report: Report) -> tuple[views.Link, ...]:
    home = views.Link(paper.t("home"), paper.portal.addresses.page())
    category = paper.catalogue.category_of(report)
    if category is None:
        return (home,)
    return (home, views.Link(category.name, paper.category_url(category)))

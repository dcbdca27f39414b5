# SPDX-License-Identifier: MIT
"""The front page: lead, seconds, columns, and the notice board beside them."""

from __future__ import annotations

from linli.language.dates import date_in_words, weekday_in_words
from linli.newsroom.articles import Article, Prominence, Report
from linli.pages import editions, heads, places, views
from linli.pages.page import Page, Shape
from linli.pages.paper import Feature, Paper

_SECONDS = 3
_IN_COLUMN = 4
_ON_BOARD = 6
_CORRECTIONS = 3


def page(paper: Paper) -> Page:
    url = paper.portal.addresses.page()
    return Page(
        url=url,
        template="front.html",
        view=view(paper),
        head=heads.of_front(paper, url),
        section=url,
        shape=Shape.FRONT,
    )


def view(paper: Paper) -> views.FrontView:
    ranked = ranking(paper.catalogue.reports)
    lead, seconds = ranked[:1], ranked[1 : 1 + _SECONDS]
    above = {report.src_uri for report in (*lead, *seconds)}
    issues = paper.catalogue.issues
    has_board = Feature.ANNOUNCEMENTS in paper.features
    return views.FrontView(
        date_line=f"{date_in_words(paper.day, paper.portal.language)} "
        f"{weekday_in_words(paper.day, paper.portal.language)}",
        issue_line=paper.issue_line(issues[0]) if issues else "",
        lead=paper.item(lead[0]) if lead else None,
        secondary=paper.items(seconds),
        columns=tuple(_columns(paper, above)),
        board=paper.items(paper.catalogue.board[:_ON_BOARD]) if has_board else (),
        board_url=paper.board_url,
        board_total=len(paper.catalogue.announcements),
        places=places.tree(paper) if Feature.CATEGORIES in paper.features else (),
        calendar=next(editions.calendars(paper), None)
        if Feature.CATEGORIES in paper.features
        else None,
        corrections=tuple(
            views.Link(article.title, paper.url(article))
            for article in _corrected(paper)[:_CORRECTIONS]
        ),
    )


def ranking(reports: tuple[Report, ...]) -> list[Report]:
    """What leads: the newest of the lead stories, then by prominence, weight and date.

    Only the newest lead leads; older ones stand with the featured stories, so that a lead of last
    year does not keep this week's news down for ever.
    """
    standing = [report for report in reports if not report.is_withdrawn]
    leads = [report for report in standing if report.prominence is Prominence.LEAD]
    first = leads[:1] or standing[:1]
    rest = [report for report in standing if report not in first]
    # Sorting is stable: within a rank and weight the newest stay first.
    return [
        *first,
        *sorted(
            rest,
            key=lambda report: (report.prominence is Prominence.NORMAL, -report.weight),
        ),
    ]


def _corrected(paper: Paper) -> list[Article]:
    """The pieces corrected last; what was withdrawn is told on the page of corrections alone."""
    articles = (article for _, article in paper.catalogue.corrections if not article.is_withdrawn)
    return list({article.src_uri: article for article in articles}.values())


def _columns(paper: Paper, above: set[str]) -> list[views.Column]:
    columns = []
    for category in paper.catalogue.categories:
        articles = [
            article
            for article in paper.catalogue.in_category(category)
            if article.src_uri not in above
        ][:_IN_COLUMN]
        if articles:
            columns.append(
                views.Column(category.name, paper.category_url(category), paper.items(articles))
            )
    return columns

# SPDX-License-Identifier: MIT
"""schema.org for machines that read: NewsArticle for reports, Article for announcements.

Terms: https://schema.org/NewsArticle (dateline, printEdition, printPage, correction),
https://schema.org/CorrectionComment. The result is JSON that is safe inside a script element.
"""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any

from markupsafe import Markup

from linli.language.dates import day_in_words, iso
from linli.newsroom.announcements import Announcement, Lost, Notice
from linli.newsroom.articles import AiUse, Article, Report
from linli.pages import cards
from linli.pages.paper import Paper
from linli.pages.pieces import Facts
from linli.reading.photographers import photographers

_AI = "https://cv.iptc.org/newscodes/digitalsourcetype/"
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_ESCAPED = {sign: f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}
_OF_WITHDRAWN = frozenset(
    {"@context", "@type", "mainEntityOfPage", "headline", "inLanguage", "publisher"}
    | {"datePublished", "dateModified", "identifier"}
)
"""What is still said of a piece that was withdrawn: that it was there."""
_DIGITAL_SOURCE = {
    AiUse.ASSISTED: f"{_AI}compositeWithTrainedAlgorithmicMedia",
    AiUse.GENERATED: f"{_AI}trainedAlgorithmicMedia",
}


def of_article(paper: Paper, article: Article, facts: Facts, description: str) -> Markup:
    """What one piece says of itself."""
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle" if isinstance(article, Report) else "Article",
        "mainEntityOfPage": paper.portal.absolute(facts.item.url),
        "headline": article.title,
        "description": description,
        "inLanguage": paper.portal.language.value,
        "datePublished": iso(article.published),
        "dateModified": iso(article.modified),
        "publisher": _organisation(paper.portal.publisher or paper.portal.name, paper.portal.url),
        "author": _authors(paper, article, facts.authors),
        "image": _image(paper, article),
        "contentLocation": [_place(place.names) for place in facts.places],
        "keywords": [topic.name for topic in facts.topics],
        "correction": [
            {
                "@type": "CorrectionComment",
                "text": correction.text,
                "datePublished": iso(correction.date),
            }
            for correction in article.corrections
        ],
    }
    if article.edition is not None:
        data["printEdition"] = article.edition.issue
        data["printPage"] = article.edition.page
        data["printSection"] = article.edition.page_name
    if isinstance(article, Report):
        day = day_in_words(article.published, paper.portal.language)
        data["articleSection"] = facts.category.name if facts.category else ""
        data["alternativeHeadline"] = article.subtitle
        data["dateline"] = f"{facts.places[0].names[0]} {day}" if facts.places else day
        data["digitalSourceType"] = _DIGITAL_SOURCE.get(article.ai, "")
        data["isBasedOn"] = article.original_url
    if isinstance(article, Announcement):
        data["identifier"] = article.id
        data["articleSection"] = facts.item.code_name
        data["expires"] = iso(article.closes) if article.closes else ""
    if article.is_withdrawn:
        data = {key: value for key, value in data.items() if key in _OF_WITHDRAWN}
    return _script(_without_empty(data))


def of_site(paper: Paper) -> Markup:
    """What the front page says of the paper."""
    return _script(
        _without_empty(
            {
                "@context": "https://schema.org",
                "@type": "NewsMediaOrganization",
                "name": paper.portal.name,
                "url": paper.portal.url,
                "description": paper.portal.description,
            }
        )
    )


def _authors(paper: Paper, article: Article, urls: tuple[str | None, ...]) -> list[dict[str, Any]]:
    if isinstance(article, Report):
        return [
            _without_empty(
                {
                    "@type": "Person",
                    "name": byline.name,
                    "url": paper.portal.absolute(url) if url else "",
                    "affiliation": _organisation(byline.affiliation)
                    if byline.affiliation
                    else None,
                }
            )
            for byline, url in zip(article.bylines, urls, strict=True)
        ]
    if isinstance(article, Notice) and article.issuer.name:
        return [_organisation(article.issuer.name)]
    if isinstance(article, Lost) and article.holder.type.value == "organisation":
        return [_organisation(article.holder.name)]
    return []


@lru_cache(maxsize=256)
def _organisation(name: str, url: str = "") -> dict[str, Any]:
    return _without_empty({"@type": "Organization", "name": name, "url": url})


def _image(paper: Paper, article: Article) -> list[dict[str, Any]]:
    """The lead picture, with what search engines ask of a licensable image."""
    figure = cards.lead(article, paper.bodies.get(article.src_uri))
    if figure is None:
        return []
    largest = figure.photo.largest
    names = photographers(article, figure)
    return [
        _without_empty(
            {
                "@type": "ImageObject",
                "url": paper.portal.absolute(largest.path),
                "width": largest.width,
                "height": largest.height,
                "caption": figure.caption,
                "creator": [{"@type": "Person", "name": name} for name in names],
                "creditText": figure.credit,
                "copyrightNotice": figure.photo.metadata.copyright,
            }
        )
    ]


@lru_cache(maxsize=1024)
def _place(names: tuple[str, ...]) -> dict[str, Any]:
    place: dict[str, Any] = {"@type": "Place", "name": names[-1]}
    return place | ({"containedInPlace": _place(names[:-1])} if names[:-1] else {})


def _without_empty(data: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in data.items() if value not in ("", None, [], {})}


def _script(data: dict[str, Any]) -> Markup:
    """JSON in which no `</script>` and no `<!--` can be read."""
    text = _ENCODER.encode(data)
    for sign, escaped in _ESCAPED.items():
        text = text.replace(sign, escaped)
    return Markup(text)

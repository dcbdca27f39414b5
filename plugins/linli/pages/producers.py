# SPDX-License-Identifier: MIT
"""Who makes which part of the site; each plugin brings its own, and a site may leave it out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from linli.pages import (
    archive,
    calendars,
    categories,
    codes,
    corrections,
    display,
    editions,
    feeds,
    front,
    not_found,
    open_data,
    people,
    photos,
    places,
    redirects,
    series,
    share,
    things,
    topics,
)
from linli.pages.lookup import jobs as lookup
from linli.pages.page import Job
from linli.pages.paper import Feature, Paper
from linli.pages.search import jobs as search

Producer = Callable[[Paper], Iterable[Job]]
"""Names some of the site's jobs from the paper, and from nothing else."""


def _always(paper: Paper) -> Iterator[Job]:
    yield front.job(paper)
    yield corrections.job(paper)
    yield display.job(paper)
    yield not_found.job(paper)
    yield redirects.job(paper)
    yield share.job(paper)


def _announcements(paper: Paper) -> Iterator[Job]:
    yield from archive.jobs(paper)
    yield from things.jobs(paper)
    yield codes.job()
    yield from lookup.jobs(paper)
    yield from open_data.jobs(paper)
    yield from calendars.jobs(paper)


ALWAYS: tuple[Producer, ...] = (_always,)
OF: dict[Feature, tuple[Producer, ...]] = {
    Feature.CATEGORIES: (
        categories.jobs,
        topics.jobs,
        places.jobs,
        people.jobs,
        editions.jobs,
        series.jobs,
    ),
    Feature.PHOTOS: (photos.jobs,),
    Feature.ANNOUNCEMENTS: (_announcements,),
    Feature.FEEDS: (feeds.jobs,),
    Feature.SEARCH: (search.jobs,),
}

# SPDX-License-Identifier: MIT
"""What a piece names must exist: its category, its places, its code, the pieces it points to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from pathlib import PurePosixPath

from linli.newsroom.announcements import Announcement
from linli.newsroom.articles import Article, Report
from linli.newsroom.codes import CODES
from linli.newsroom.diagnostics import Diagnostic
from linli.newsroom.manuscripts import Manuscripts
from linli.newsroom.nearest import nearest
from linli.newsroom.places import Ambiguous
from linli.newsroom.versions import main_of


def check_alone(manuscripts: Manuscripts) -> Iterator[Diagnostic]:
    """What a piece names of the desk's: category, places, code; and its own name."""
    for article in manuscripts.articles:
        yield from category_exists(article, manuscripts)
        yield from places_exist(article, manuscripts)
        if isinstance(article, Announcement):
            yield from code_exists(article)
            yield from id_is_the_file_name(article)


def check(manuscripts: Manuscripts) -> Iterator[Diagnostic]:
    """What pieces name of each other."""
    by_id = _first_by_id(manuscripts)
    known = {article.source.path for article in manuscripts.articles} | set(by_id)
    unread = manuscripts.unread | _unread_ids(manuscripts)
    for article in manuscripts.articles:
        yield from related_exist(article, known, unread)
        if isinstance(article, Announcement):
            yield from id_is_unique(article, by_id)
    yield from check_histories(manuscripts)


def check_histories(manuscripts: Manuscripts) -> Iterator[Diagnostic]:
    """What announcements say of earlier ones."""
    by_id = _first_by_id(manuscripts)
    for announcement in manuscripts.announcements:
        yield from earlier_announcements_exist(announcement, by_id, _unread_ids(manuscripts))
    yield from both_ends_agree(manuscripts, by_id)


def _first_by_id(manuscripts: Manuscripts) -> Mapping[str, Announcement]:
    by_id: dict[str, Announcement] = {}
    # The one whose file bears the id has the better right to it.
    for announcement in sorted(manuscripts.announcements, key=lambda one: one.id != _name(one)):
        if announcement.id:
            by_id.setdefault(announcement.id, announcement)
    return by_id


def _name(announcement: Announcement) -> str:
    """The name of an announcement's file."""
    path = PurePosixPath(main_of(announcement.source.path))
    return path.parent.name if path.stem == "index" else path.stem


def _unread_ids(manuscripts: Manuscripts) -> frozenset[str]:
    return frozenset(PurePosixPath(path).stem for path in manuscripts.unread)


def category_exists(article: Article, manuscripts: Manuscripts) -> Iterator[Diagnostic]:
    """A report's category is the slug or the name of a file in categories/."""
    if not isinstance(article, Report) or not article.category:
        return
    words = [word for one in manuscripts.categories for word in (one.slug, one.name)]
    if article.category not in words and not manuscripts.has_unread("categories"):
        yield Diagnostic(
            "unknown-category",
            article.source.at("category"),
            {
                "value": article.category,
                "nearest": nearest(article.category, words),
                "allowed": tuple(f"{one.slug}（{one.name}）" for one in manuscripts.categories),
            },
        )


def places_exist(article: Article, manuscripts: Manuscripts) -> Iterator[Diagnostic]:
    """Each place stands in the gazetteer, under a name that is its alone, and once."""
    gazetteer = manuscripts.gazetteer
    if manuscripts.has_unread("places.yml"):
        return
    seen = set()
    for index, written in enumerate(article.places):
        location = article.source.at(f"places.{index}")
        found = gazetteer.find(written)
        if found is None:
            near = nearest(written, gazetteer.spellings())
            yield Diagnostic("unknown-place", location, {"value": written, "nearest": near})
        elif isinstance(found, Ambiguous):
            paths = tuple(place.path for place in found.places)
            yield Diagnostic("ambiguous-place", location, {"value": written, "places": paths})
        elif found in seen:
            yield Diagnostic("place-repeated", location, {"value": written})
        else:
            seen.add(found)


def code_exists(announcement: Announcement) -> Iterator[Diagnostic]:
    """The code is one of the list, and of the kind that the folder makes."""
    if not announcement.code:
        return
    location = announcement.source.at("code")
    entry = announcement.type
    if entry is None:
        known = [one for one in CODES.values() if one.kind is announcement.kind]
        family = [one.code for one in known if one.code[:2] == announcement.code[:2]]
        yield Diagnostic(
            "unknown-code",
            location,
            {
                "value": announcement.code,
                "nearest": nearest(announcement.code, family or (one.code for one in known)),
                "allowed_zh": tuple(f"{one.code} {one.name.zh}" for one in known),
                "allowed_en": tuple(f"{one.code} {one.name.en}" for one in known),
            },
        )
    elif entry.kind is not announcement.kind:
        yield Diagnostic(
            "code-of-other-kind",
            location,
            {
                "code": entry.code,
                "name_zh": entry.name.zh,
                "name_en": entry.name.en,
                "folder": entry.kind.folder,
            },
        )


def id_is_the_file_name(announcement: Announcement) -> Iterator[Diagnostic]:
    """An announcement's id is the name of its file."""
    name = _name(announcement)
    if announcement.id and announcement.id != name:
        yield Diagnostic(
            "id-differs", announcement.source.at("id"), {"value": announcement.id, "file": name}
        )


def id_is_unique(
    announcement: Announcement, by_id: Mapping[str, Announcement]
) -> Iterator[Diagnostic]:
    """An id is never used twice; one that is not its own file's has been told of already."""
    first = by_id.get(announcement.id)
    own = announcement.id == _name(announcement)
    if first is not None and first is not announcement and own:
        yield Diagnostic(
            "id-twice",
            announcement.source.at("id"),
            {"value": announcement.id, "other": first.source.where},
        )


def earlier_announcements_exist(
    announcement: Announcement,
    by_id: Mapping[str, Announcement],
    unread: frozenset[str] = frozenset(),
) -> Iterator[Diagnostic]:
    """`corrects` and `supersedes` name another announcement, published no later."""
    for key in ("corrects", "supersedes"):
        target = getattr(announcement, key)
        location = announcement.source.at(key)
        arguments = {"key": key, "value": target}
        other = by_id.get(target)
        if not target:
            continue
        if target == announcement.id:
            yield Diagnostic("announcement-itself", location, {"key": key})
        elif other is None and target in unread:
            continue
        elif other is None:
            near = nearest(target, by_id)
            yield Diagnostic("unknown-announcement", location, arguments | {"nearest": near})
        elif announcement.is_dated and other.published > announcement.published:
            yield Diagnostic("announcement-later", location, arguments)


def both_ends_agree(
    manuscripts: Manuscripts, by_id: Mapping[str, Announcement]
) -> Iterator[Diagnostic]:
    """What is corrected says so, what is withdrawn is, and nothing is superseded twice."""
    superseding: dict[str, Announcement] = {}
    yield from nothing_is_superseded_in_a_circle(manuscripts, by_id)
    for announcement in manuscripts.announcements:
        corrected = by_id.get(announcement.corrects)
        if corrected is not None and corrected is not announcement:
            days = {correction.date for correction in corrected.corrections}
            if announcement.is_dated and announcement.day not in days:
                yield Diagnostic(
                    "correction-one-sided",
                    corrected.source.at("corrections"),
                    {"other": announcement.source.where, "date": announcement.day.isoformat()},
                )
        superseded = by_id.get(announcement.supersedes)
        if superseded is None or superseded is announcement:
            continue
        if announcement.code == "9002" and not superseded.is_withdrawn:
            yield Diagnostic(
                "withdrawal-one-sided",
                superseded.source.at("status"),
                {"other": announcement.source.where},
            )
        withdrawn = superseded.withdrawn
        told = announcement.day if announcement.is_dated else None
        if announcement.code == "9002" and withdrawn and told and withdrawn.date != told:
            yield Diagnostic(
                "withdrawal-days-differ",
                superseded.source.at("withdrawn.date"),
                {
                    "other": announcement.source.where,
                    "date": told.isoformat(),
                    "value": withdrawn.date.isoformat(),
                },
            )
        first = superseding.setdefault(superseded.id, announcement)
        if first is not announcement:
            yield Diagnostic(
                "superseded-twice",
                announcement.source.at("supersedes"),
                {"value": superseded.id, "other": first.source.where},
            )


def nothing_is_superseded_in_a_circle(
    manuscripts: Manuscripts, by_id: Mapping[str, Announcement]
) -> Iterator[Diagnostic]:
    """Of two announcements only one takes the place of the other, however many lie between."""
    for announcement in manuscripts.announcements:
        seen = {announcement.id}
        other = by_id.get(announcement.supersedes)
        while other is not None and other.supersedes and other.id not in seen:
            seen.add(other.id)
            if other.supersedes == announcement.id:
                yield Diagnostic(
                    "superseded-in-a-circle",
                    announcement.source.at("supersedes"),
                    {"value": other.id},
                )
                break
            other = by_id.get(other.supersedes)


def related_exist(article: Article, known: Set[str], unread: Set[str]) -> Iterator[Diagnostic]:
    """`related` names files of the content folder or ids of announcements."""
    for index, written in enumerate(article.related):
        if written not in known and written not in unread:
            yield Diagnostic(
                "unknown-related",
                article.source.at(f"related.{index}"),
                {"key": "related", "value": written, "nearest": nearest(written, known)},
            )

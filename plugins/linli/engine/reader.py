# SPDX-License-Identifier: MIT
"""One text read: what it says, how it is set, where it stands, and what is wrong with it.

Nothing here looks at another text, so any process can do it and in any order. What a text needs
from the rest of the site is handed in.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple, Protocol
from zoneinfo import ZoneInfo

from linli.checking import (
    addresses,
    consistency,
    copy_editing,
    documents,
    leftovers,
    minors,
    page_links,
    printed,
    privacy,
    punctuation,
    references,
    telephones,
    things,
)
from linli.engine.faults import is_picture
from linli.engine.packing import pack, pack_lines
from linli.engine.texts import decode, read_bytes
from linli.engine.versions import Dossier
from linli.newsroom import front_page
from linli.newsroom.announcements import Announcement, Notice
from linli.newsroom.articles import Article, PhotoNote, Report, Status
from linli.newsroom.categories import Category, OrdinaryPage, Person
from linli.newsroom.diagnostics import Diagnostic, in_file_order
from linli.newsroom.lookup import record_of
from linli.newsroom.manuscripts import Manuscript, Manuscripts
from linli.newsroom.photos import CaptionedPhoto, Photo
from linli.newsroom.portal import Clock, Portal
from linli.newsroom.printed import PrintedIssue, row_of_printed
from linli.newsroom.rows import Standing, photo_standings, rank_by_date, standings
from linli.newsroom.search import document_of, is_searched
from linli.newsroom.versions import main_of, version_of
from linli.newsroom.vocabulary import Vocabulary
from linli.pages import records
from linli.pages.cards import Cards, summary
from linli.pages.paper import PLACED, Feature
from linli.pages.views import Item
from linli.reading.articles import Read, ReadBatch, read_batch, read_file
from linli.reading.batches import is_batch
from linli.reading.links import Resolved, Unresolved
from linli.reading.markup import page_pictures
from linli.reading.markup.legible import blocks_of
from linli.reading.markup.state import Surroundings
from linli.reading.markup.typesetter import Body, Typesetter
from linli.reading.page_links import written_links
from linli.reading.photographers import all_photographers

_SUMMARY = 120
"""Signs of a summary in a feed: the longest that any list shows."""
_LINKED = ("category/", "topic/", "place/", "person/", "issue/", "series/")
"""Rows that a report links to whether it stands in them or not."""
_KINDS: dict[type, str] = {Category: "category", Person: "person", OrdinaryPage: "page"}


class Searched(NamedTuple):
    """A piece as the search knows it."""

    month: str
    rank: int
    digest: int
    filters: str
    line: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What one text gave, ready to be kept in the manifest."""

    path: str
    kind: str = ""
    """A kind of article, `category`, `person`, `page`; `version` for an earlier version of an
    announcement, and `batch` for a file of many, which are no pieces; empty for what could not be
    read."""
    batch: str = ""
    """The file of many announcements that it stands in."""
    id: str = ""
    url: str = ""
    """Its URL as hosts compare them: without regard to case."""
    public: bool = False
    hidden: bool = False
    """Whether it is a piece whose text no reader sees."""
    modified: int = 0
    entry: str = ""
    """The piece as an index shows it."""
    item: bytes | None = None
    record: tuple[str, str] | None = None
    """A public announcement as open data: a line of JSON, a row of a table."""
    value: bytes | None = None
    lines: bytes | None = None
    body: bytes | None = None
    standings: tuple[Standing, ...] = ()
    lookup: tuple[str, str] | None = None
    """A public announcement as the look-up knows it: its day and its line."""
    search: Searched | None = None
    """Where the search finds it today."""
    turns: tuple[int, ...] = ()
    """Instants at which it stands elsewhere or looks different."""
    findings: tuple[Diagnostic, ...] = ()
    digest: int = 0
    """Of all that lists and feeds show."""
    text_digest: int = 0
    bytes_digest: bytes = b""
    """Of the file."""
    photos: tuple[Photo, ...] = ()
    """Those that its text shows."""


class PageEvents(Protocol):
    """What other programs of the site do to the page of a piece, step by step."""

    def markdown(self, path: str, text: str) -> str:
        """The text of a piece before it is set."""
        ...

    def content(self, path: str, html: str) -> str:
        """The set text."""
        ...

    def page(self, path: str, output: str) -> str:
        """The whole page."""
        ...


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What readings depend on besides the text."""

    content: Path
    portal: Portal
    clock: Clock
    vocabulary: Vocabulary
    surroundings: Surroundings
    superseded: frozenset[str] = frozenset()
    """Ids of the announcements whose place another takes."""
    unread: frozenset[str] = frozenset()
    """Files of the desk (categories, people, places) that could not be read."""
    events: PageEvents | None = None
    features: frozenset[Feature] = frozenset()
    """Those that a reading is kept for: the search."""


SetEntry = Callable[[Item], str]
"""Sets a piece as an index shows it."""


class Reader:
    """Reads the texts of one content folder."""

    def __init__(self, circumstances: Circumstances, set_entry: SetEntry) -> None:
        self._set_entry = set_entry
        self._now = circumstances
        self._cards = Cards(circumstances.portal, circumstances.vocabulary)
        self._typesetter = Typesetter()

    def read(self, path: str) -> tuple[Reading, ...]:
        """Read a Markdown file of the content folder; one of many announcements gives many readings
        after its own."""
        raw, found = read_bytes(self._now.content / path, path)
        digest = digest_of(raw) if raw else b""
        if is_batch(path):
            first, *others = self._read_batch(path, raw, found)
            return replace(first, bytes_digest=digest), *others
        return (replace(self._read(path, raw, found), bytes_digest=digest),)

    def _read_batch(self, path: str, raw: bytes, found: list[Diagnostic]) -> Iterator[Reading]:
        """The file, with all that is wrong in it; then each announcement."""
        text, wrong = (None, []) if found else decode(raw, path)
        findings = [*found, *wrong]
        if text is None:
            yield Reading(path, findings=tuple(findings))
            return
        batch = read_batch(path, text, self._now.portal.zone)
        keys = batch.key_ranges if batch.is_whole else None
        findings += privacy.check_text(path, text, _phone_lines(batch), keys)
        findings += leftovers.check_text(path, text)
        findings += batch.diagnostics
        readings: list[Reading] = []
        for own, read in batch.entries:
            if read is None or not isinstance(read.value, Announcement):
                readings.append(Reading(own, batch=path))
                continue
            body, dossier, found = self._examine(own, text, read)
            findings += found
            reading = self._reading(read.value, body, (), dossier)
            readings.append(replace(reading, batch=path))
        findings += leftovers.keys_are_filled(path, text, findings)
        # Its name stands for its URL, which it has none of: no two files share it.
        kind = "batch" if batch.is_whole else ""
        yield Reading(path, kind, url=path.casefold(), findings=in_file_order(findings))
        yield from readings

    def _read(self, path: str, raw: bytes, found: list[Diagnostic]) -> Reading:
        text, wrong = (None, []) if found else decode(raw, path)
        found += wrong
        if text is None:
            return Reading(path, findings=tuple(found))
        dossier = Dossier(path, self._now.content, self._now.portal.zone, self._set)
        read = read_file(path, text, self._now.portal.zone, dossier.words)
        phones = privacy.phone_lines(read.value)
        findings = [*found, *privacy.check_text(path, text, phones)]
        findings += leftovers.check_text(path, text)
        findings += read.diagnostics
        if read.value is None:
            return Reading(path, findings=tuple(findings))
        if isinstance(read.value, PrintedIssue):
            return self._issue(read.value, findings)
        body, dossier, more = self._examine(path, text, read, dossier)
        findings += more
        findings += leftovers.keys_are_filled(path, text, findings)
        if isinstance(read.value, Announcement) and dossier.version is not None:
            return self._version(read.value, body, tuple(findings))
        return self._reading(read.value, body, tuple(findings), dossier)

    def _examine(
        self, path: str, text: str, read: Read, dossier: Dossier | None = None
    ) -> tuple[Body | None, Dossier, list[Diagnostic]]:
        """Set what was read, and check it by itself and with its earlier versions."""
        value = read.value
        assert value is not None
        dossier = dossier or Dossier(path, self._now.content, self._now.portal.zone, self._set)
        body, set_findings = self._set(value)
        findings = [*set_findings]
        if body is not None:
            findings += privacy.check_set(value.source.in_body(0), body.plain, text)
            if isinstance(value, Article):
                findings += privacy.photos_give_nothing_away(value, body.photos)
        if isinstance(value, OrdinaryPage):
            links = self._now.surroundings.links
            findings += page_links.check(value, links, self._url(value), self._is_picture)
        findings += check_alone(value, self._now.vocabulary, self._now.unread)
        if isinstance(value, Announcement):
            findings += dossier.check(read, body)
        return body, dossier, findings

    def _url(self, page: OrdinaryPage) -> str:
        return self._now.portal.addresses.of_source(page.source.path)

    def _page_mentions(self, page: OrdinaryPage) -> Iterator[str]:
        """What a page leads to that MkDocs sets."""
        links = self._now.surroundings.links
        for link in written_links(page.body):
            found = page_links.resolve(link, page, links, self._url(page))
            if isinstance(found, Resolved) and found.src_uri:
                yield f"@links/{found.src_uri}"
            elif isinstance(found, Unresolved):
                ways = page_links.ways(link, page, self._url(page))
                yield from (f"@pictures/{path}" for path in ways if is_picture(path))

    def _is_picture(self, path: str) -> bool:
        return is_picture(path) and self._now.surroundings.photo(path) is not None

    def _issue(self, issue: PrintedIssue, findings: list[Diagnostic]) -> Reading:
        """A reading of a printed issue's pictures; before its day no reader sees them."""
        path, day = issue.source.path, issue.day
        body, found = page_pictures.develop(issue, self._now.surroundings)
        is_out = day is not None and day <= self._now.clock.day
        rows = [row_of_printed(day)] if day else []
        rows += [f"@zone/{zone.piece}" for page in issue.pages for zone in page.zones]
        rows += [f"@pictures/{picture}" for picture in _pictures(body)]
        rows += [f"shows/{picture}" for picture in _pictures(body) if is_out]
        bare = pack(issue)
        pictures = "\n".join(photo.key for photo in body.photos).encode()
        return Reading(
            path=path,
            kind="issue",
            # Its page is that of its day, which its pieces make.
            url=path.casefold(),
            value=bare,
            lines=pack_lines(issue.source),
            body=pickle.dumps(body, 5),
            standings=tuple((name, 0) for name in dict.fromkeys(rows)),
            turns=tuple(self._midnights([day] if day else [])),
            findings=(*findings, *found, *printed.check_alone(issue)),
            photos=body.photos,
            digest=_digest(b"\0".join((bare, pictures, bytes([is_out])))),
        )

    def _version(
        self, value: Announcement, body: Body | None, findings: tuple[Diagnostic, ...]
    ) -> Reading:
        """A reading of an earlier version, which its announcement shows and nothing else."""
        return Reading(
            path=value.source.path,
            kind="version",
            url=self._now.portal.addresses.of_source(value.source.path).casefold(),
            hidden=True,
            value=pack(value),
            lines=pack_lines(value.source),
            body=pickle.dumps(body, 5) if body else None,
            standings=tuple((name, 0) for name in _mentions(value, body)),
            findings=findings,
            photos=body.photos if body else (),
            text_digest=_digest(body.html.encode()) if body else 0,
            digest=_digest(pack(value)),
        )

    def _set(self, value: Manuscript) -> tuple[Body | None, tuple[Diagnostic, ...]]:
        if isinstance(value, OrdinaryPage):
            return None, ()
        path, text = value.source.path, value.body
        events = self._now.events if isinstance(value, Article) else None
        if events is not None:
            text = events.markdown(path, text)
        body, found = self._typesetter.set(
            value.source, text, self._now.surroundings, _photo_notes(value), _credit(value)
        )
        if events is not None and version_of(path) is None:
            # What they make leads from the piece's own page; its versions lie elsewhere.
            body = replace(body, html=events.content(path, body.html), before_others=body.html)
        return body, found

    def _reading(
        self,
        value: Manuscript,
        body: Body | None,
        findings: tuple[Diagnostic, ...],
        dossier: Dossier,
    ) -> Reading:
        path = value.source.path
        # What its earlier versions name it names too: its pages show them.
        mentions = dict.fromkeys(_mentions(value, body))
        if isinstance(value, OrdinaryPage):
            mentions |= dict.fromkeys(self._page_mentions(value))
        for earlier, text in dossier.earlier:
            mentions |= dict.fromkeys(_mentions(earlier, text))
        bare = pack(value)
        reading = Reading(
            path=path,
            kind=_KINDS.get(type(value)) or str(getattr(value, "kind", "")),
            url=self._now.portal.addresses.of_source(path).casefold(),
            value=bare,
            lines=pack_lines(value.source),
            # Lists show the beginning of a text; the rest of its plain words nobody asks for here.
            body=pickle.dumps(replace(body, plain=body.plain[:1]), 5) if body else None,
            standings=tuple((name, 0) for name in mentions),
            findings=findings,
            photos=body.photos if body else (),
            text_digest=_digest(body.html.encode() + dossier.digest) if body else 0,
            digest=_digest(bare),
        )
        if not isinstance(value, Article):
            return reading
        return self._placed(reading, value, body, [text for _, text in dossier.earlier])

    def _placed(
        self, reading: Reading, article: Article, body: Body | None, earlier: list[Body]
    ) -> Reading:
        """A reading of a piece, with the rows it stands in now."""
        clock, vocabulary = self._now.clock, self._now.vocabulary
        public = article.is_public(clock.now)
        id, state, superseded = "", None, False
        turns = [int(article.appears.timestamp())]
        if isinstance(article, Report):
            turns += self._midnights(front_page.turning_days(article))
        if isinstance(article, Announcement):
            id = article.id
            superseded = id in self._now.superseded
            state = article.state(clock.day, superseded=superseded)
            turns += self._midnights(article.turning_days)
        shown_in = (body, *earlier) if public and not article.is_withdrawn else ()
        photos = [photo for text in shown_in if text is not None for photo in text.photos]
        shows = dict.fromkeys(photo.src_uri for photo in photos)
        gives = dict.fromkeys(
            figure.photo.src_uri
            for text in shown_in
            if text is not None
            for figure in text.figures
            if figure.original is not None
        )
        # Not every picture is on a card, and each row of `shows/` is told of other bytes.
        pictures = "\n".join(photo.key for photo in photos).encode()
        told_of = body.told_of if body and public and not article.is_withdrawn else ()
        card = self._cards.card(article, body, state)
        item = pickle.dumps(card, 5)
        shown = summary(article, body, _SUMMARY).encode()
        rows = standings(article, vocabulary, clock, superseded=superseded) if public else ()
        taken_by = all_photographers(article, told_of)
        albums = tuple(photo_standings(article, taken_by, vocabulary)) if told_of else ()
        mentioned = _shadows(article, vocabulary) if public else ()
        record = None
        if public and isinstance(article, Announcement):
            data = records.record(article, body, self._now.portal, vocabulary)
            record = records.line(data), records.row(data)
        return replace(
            reading,
            id=id,
            public=public,
            hidden=not public or article.is_withdrawn,
            modified=int(article.modified.timestamp()),
            entry=self._set_entry(card) if public else "",
            item=item,
            record=record,
            lookup=self._lookup(article, superseded) if public else None,
            search=self._search(article, body, card, superseded) if public else None,
            standings=(
                *(*reading.standings, *rows, *albums),
                *((name, 0) for name in (*mentioned, *(f"shows/{path}" for path in shows))),
                *((f"gives/{path}", 0) for path in gives),
            ),
            turns=tuple(sorted(set(turns))),
            digest=_digest(
                b"\0".join(
                    (
                        *(item, reading.value or b"", shown, pictures, _words_of(told_of)),
                        # A collection leads to whoever took a photo.
                        *(name.encode() for name, _ in albums),
                        record[0].encode() if record else b"",
                    )
                )
            ),
        )

    def _midnights(self, days: Iterable[date]) -> list[int]:
        return [_midnight(day, self._now.portal.zone) for day in days]

    def _lookup(self, article: Article, superseded: bool) -> tuple[str, str] | None:
        if not isinstance(article, Announcement):
            return None
        record = record_of(
            article,
            self._now.portal.addresses.of_source(article.src_uri),
            self._now.vocabulary,
            superseded=superseded,
        )
        return record.day.isoformat(), record.line()

    def _search(
        self, article: Article, body: Body | None, card: Item, superseded: bool
    ) -> Searched | None:
        if Feature.SEARCH not in self._now.features:
            return None
        if not is_searched(article, self._now.clock.day, superseded=superseded):
            return None
        document = document_of(
            article,
            card.url,
            card.category.title if card.category else card.code_name,
            self._now.vocabulary,
            blocks_of(body.html) if body else (),
        )
        filters, line = document.filter_lines, document.line()
        digest = _digest(f"{filters}\n{line}".encode())
        month = f"{article.published:%Y-%m}"
        return Searched(month, rank_by_date(article), digest, filters, line)


def _phone_lines(batch: ReadBatch) -> frozenset[int] | None:
    """The lines of telephones in a file of many; None where not all of it could be read."""
    lines: set[int] = set()
    for _, read in batch.entries:
        found = privacy.phone_lines(read.value if read else None)
        if found is None:
            return None
        lines |= found
    return frozenset(lines)


def check_alone(
    value: Manuscript, vocabulary: Vocabulary, unread: frozenset[str]
) -> Iterator[Diagnostic]:
    """The rules that ask nothing of any other piece."""
    alone = Manuscripts(
        articles=(value,) if isinstance(value, Article) else (),
        categories=vocabulary.categories,
        gazetteer=vocabulary.gazetteer,
        unread=unread,
    )
    yield from addresses.check_alone(value)
    yield from references.check_alone(alone)
    yield from consistency.check(alone)
    yield from documents.check(alone)
    yield from telephones.check(alone)
    yield from things.check(alone)
    yield from privacy.check(alone)
    yield from page_links.names_are_defined(value)
    yield from copy_editing.check(alone)
    yield from punctuation.check(alone)
    yield from minors.check(alone)


def _mentions(value: Manuscript, body: Body | None) -> Iterator[str]:
    """What a text names, whether it is public or not: if that changes, the text is read again.

    Such rows begin with `@`; no reader sees them.
    """
    links = body.links if body else ()
    targets = dict.fromkeys(use.target.src_uri for use in links)
    # Whether an earlier version may be linked to, its announcement decides.
    for target in dict.fromkeys((*targets, *map(main_of, targets))):
        if target:
            yield f"@links/{target}"
    for target in dict.fromkeys(use.target.src_uri for use in links if use.target.fragment):
        if target:
            yield f"@anchors/{target}"
    for path in _pictures(body):
        yield f"@pictures/{path}"
        if isinstance(value, Category | Person):
            yield f"shows/{path}"
    if isinstance(value, OrdinaryPage) and value.front:
        yield PLACED
    if isinstance(value, Article):
        yield from (f"@place/{written}" for written in dict.fromkeys(value.places))
    if version_of(value.source.path) is not None:
        return
    if isinstance(value, Article):
        yield from (f"@related/{written}" for written in dict.fromkeys(value.related))
    if isinstance(value, Report):
        yield f"@category/{value.category}"
    if isinstance(value, Article):
        yield from (f"@person/{name}" for name in dict.fromkeys(_people(value, body)))
    if isinstance(value, Announcement):
        ids = (value.supersedes, value.corrects)
        yield from (f"@refers/{id}" for id in dict.fromkeys(ids) if id)
    if isinstance(value, Article | OrdinaryPage):
        yield from (f"@alias/{bare}" for bare in dict.fromkeys(map(addresses.bare, value.aliases)))


def _shadows(article: Article, vocabulary: Vocabulary) -> Iterator[str]:
    """Rows that a public piece links to without standing in them: `@@` and the row's name."""
    if article.is_withdrawn and isinstance(article, Report):
        standing = replace(article, status=Status.PUBLISHED)
        clock = Clock(article.published)
        yield from (
            f"@@{name}"
            for name, _ in standings(standing, vocabulary, clock)
            if name.startswith(_LINKED)
        )
    elif isinstance(article, Announcement):
        days = dict.fromkeys(
            insertion.edition.date if insertion.edition else insertion.date
            for insertion in article.insertions
        )
        yield from (f"@@issue/{day}" for day in days)


def _pictures(body: Body | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(photo.src_uri for photo in body.photos)) if body else ()


def _people(article: Article, body: Body | None) -> Iterator[str]:
    """Everybody whose page a piece may stand on."""
    if isinstance(article, Report):
        yield from (byline.name for byline in article.bylines)
    yield from all_photographers(article, body.told_of if body else ())


def _words_of(figures: Iterable[CaptionedPhoto]) -> bytes:
    """What a collection shows under the photos of a piece; a file may say other words than before
    and give the same pictures."""
    return "".join(
        f"{one.alt}\0{one.caption}\0{one.credit}\0{one.creator}\0{one.anchor}\n" for one in figures
    ).encode()


def _photo_notes(value: Manuscript) -> tuple[PhotoNote, ...]:
    return value.photos if isinstance(value, Report | Notice) else ()


def _credit(value: Manuscript) -> str:
    """The line under a picture that names nobody: who supplied pictures, or who shot them."""
    if not isinstance(value, Report):
        return ""
    if value.credits:
        return "、".join(str(credit) for credit in value.credits)
    shot = [byline for byline in value.bylines if byline.photographed]
    return "、".join(f"{byline.name} 摄" for byline in shot)


def _digest(data: bytes) -> int:
    return int.from_bytes(blake2b(data, digest_size=8).digest(), "big", signed=True)


def _midnight(day: date, zone: ZoneInfo) -> int:
    """The instant at which a day begins."""
    return int(datetime.combine(day, time(), zone).timestamp())


def digest_of(data: bytes) -> bytes:
    """What tells one state of a file from another."""
    return blake2b(data, digest_size=16).digest()

# SPDX-License-Identifier: MIT
"""The report on a pull request: what will be published, what is wrong, what changes in notices."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple
from urllib.parse import unquote

from linli.language import reviews
from linli.language.languages import Language, Text
from linli.language.messages import Severity
from linli.language.reviews import DEEDS, LACKS, Deed
from linli.newsroom.diagnostics import Diagnostic
from linli.pages.neutral import neutral

MARK = "<!-- linli report -->"
"""The first line, by which the comment of an earlier push is found again."""
MOST = 60_000
"""Characters; a comment on GitHub holds 65,536."""
_MOST_WORDS = 400
"""Of one message."""
_LEAST_ROWS = 1


class Piece(NamedTuple):
    """A piece that differs."""

    deed: Deed
    title: str
    type: Text
    url: str
    was: str = ""
    """Its URL before, where that is another."""
    appears: datetime | None = None
    """From when it is public; None where it never is."""
    withdrawn: date | None = None


class Field(NamedTuple):
    """A key of an announcement that says something else than was published."""

    id: str
    key: str
    before: str
    after: str
    needs_version: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """All that the report tells."""

    revision: str
    now: datetime
    folder: str
    """The content folder's name, before every path."""
    site: str = ""
    """Before every URL; empty where the site has no address."""
    pieces: Sequence[Piece] = ()
    others: Sequence[str] = ()
    """Files that differ and are no pieces."""
    findings: Sequence[Diagnostic] = ()
    """Of the files that differ."""
    elsewhere: Mapping[Severity, int]
    """How many there are in all other files."""
    fields: Sequence[Field] = ()
    preview: str = ""
    rate: str = ""
    """编校差错率 of the pieces that differ; empty where there was no slip."""
    explained: Callable[[str], str] = lambda code: ""
    """The URL at which a code is explained; empty where there is none."""


@dataclass(slots=True)
class _Section:
    """A part of the report that can be cut short."""

    heading: str
    head: tuple[str, ...]
    rows: list[str]
    shown: int
    tail: str = ""
    """What is said below, however short it is cut."""

    def lines(self, says: Language) -> Iterator[str]:
        yield from ("", f"### {self.heading}", "")
        if self.rows:
            yield from (*self.head, *self.rows[: self.shown])
        if left := len(self.rows) - self.shown:
            yield from ("", reviews.MORE(says).format(n=left))
        if self.tail:
            yield from ("", self.tail) if self.rows else (self.tail,)


def render(review: Review, says: Language) -> str:
    """The report in Markdown."""
    sections = [
        section
        for section in (
            _pieces(review, says),
            _fields(review, says),
            _findings(review, says),
            _pictures(review, says),
            _others(review, says),
        )
        if section.rows or section.tail
    ]
    while True:
        lines = [*_top(review, says), *(line for one in sections for line in one.lines(says))]
        text = "\n".join(lines) + "\n"
        longest = max(sections, key=lambda one: sum(map(len, one.rows[: one.shown])), default=None)
        if len(text) <= MOST or longest is None or longest.shown <= _LEAST_ROWS:
            return text
        longest.shown = longest.shown * 3 // 4


def _top(review: Review, says: Language) -> Iterator[str]:
    counts = Counter(finding.severity for finding in review.findings) + Counter(review.elsewhere)
    yield from (MARK, f"## {reviews.TITLE(says)}", "")
    if errors := counts[Severity.ERROR]:
        yield reviews.BLOCKED(says).format(n=errors)
    elif warnings := counts[Severity.WARNING]:
        yield reviews.WARNED(says).format(n=warnings)
    else:
        yield reviews.SOUND(says)
    now = review.now.strftime("%Y-%m-%d %H:%M")
    yield from ("", reviews.COMPARED(says).format(revision=neutral(review.revision), now=now))
    if review.rate:
        yield from ("", reviews.RATE(says).format(rate=review.rate))
    if review.preview:
        yield from ("", reviews.PREVIEW(says).format(url=review.preview))
    if not review.pieces:
        yield from ("", reviews.NOTHING(says))


def _section(
    heading: Text, rows: list[str], says: Language, head: Text | None = None, tail: str = ""
) -> _Section:
    """A section whose rows stand in a table, if they have a head."""
    top = head(says) if head else ""
    table = (top, "|" + " --- |" * (top.count("|") - 1)) if top else ()
    return _Section(heading(says), table, rows, len(rows), tail)


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def _pieces(review: Review, says: Language) -> _Section:
    rows = []
    for piece in review.pieces:
        title = neutral(piece.title, 80) or reviews.UNTITLED(says)
        was = reviews.FROM(says).format(url=_address(piece.was, review))
        url = _address(piece.url, review) + (f"<br>{was}" if piece.was else "")
        deed = DEEDS[piece.deed](says)
        rows.append(_row(deed, title, piece.type(says), url, _when(piece, review.now, says)))
    return _section(reviews.PIECES, rows, says, reviews.PIECE_HEAD)


def _address(url: str, review: Review) -> str:
    text = neutral(unquote(url))
    return f"[{text}]({review.site}{url})" if review.site else text


def _when(piece: Piece, now: datetime, says: Language) -> str:
    if piece.appears is None:
        return reviews.NEVER(says)
    if piece.deed is Deed.GONE:
        return reviews.DEAD(says)
    if piece.withdrawn is not None:
        return piece.withdrawn.isoformat()
    if piece.appears > now:
        return reviews.EMBARGO(says).format(moment=piece.appears.strftime("%Y-%m-%d %H:%M"))
    return piece.appears.date().isoformat()


def _fields(review: Review, says: Language) -> _Section:
    rows = [
        _row(
            neutral(one.id),
            reviews.BODY(says) if one.key == "body" else one.key,
            _value(one.key, one.before, says),
            _value(one.key, one.after, says),
            reviews.NO_VERSION(says) if one.needs_version else "",
        )
        for one in review.fields
    ]
    return _section(reviews.FIELDS, rows, says, reviews.FIELD_HEAD)


def _value(key: str, value: str, says: Language) -> str:
    if key == "body":
        return reviews.LETTERS(says).format(n=len("".join(value.split())))
    return neutral(value, 120) or reviews.EMPTY


def _findings(review: Review, says: Language) -> _Section:
    """By file, those with errors first."""
    grave = {finding.location.path for finding in review.findings if finding.is_error}
    ordered = sorted(
        review.findings, key=lambda one: (one.location.path not in grave, one.location.path)
    )
    rows = []
    for finding in ordered:
        path = neutral(f"{review.folder}/{finding.location.path}")
        url = review.explained(finding.code)
        code = f"[`{finding.code}`]({url})" if url else f"`{finding.code}`"
        line = reviews.AT_LINE(says).format(line=finding.location.line)
        message = neutral(finding.message(says), _MOST_WORDS)
        sign = reviews.SIGNS[finding.severity]
        rows.append(f"- {sign} {path} {line}{code}{reviews.COLON(says)}{message}")
    counts = {f"{one.value}s": review.elsewhere.get(one, 0) for one in Severity}
    tail = reviews.ELSEWHERE(says).format(**counts) if any(counts.values()) else ""
    return _section(reviews.FINDINGS, rows, says, tail=tail)


def _pictures(review: Review, says: Language) -> _Section:
    lacking: dict[tuple[str, str], list[str]] = {}
    for finding in review.findings:
        if finding.code in LACKS:
            place = (finding.location.path, str(finding.arguments["file"]))
            lacking.setdefault(place, []).append(LACKS[finding.code](says))
    rows = [
        _row(neutral(path), neutral(file), reviews.COMMA(says).join(dict.fromkeys(what)))
        for (path, file), what in sorted(lacking.items())
    ]
    return _section(reviews.PICTURES, rows, says, reviews.PICTURE_HEAD)


def _others(review: Review, says: Language) -> _Section:
    rows = [f"- {neutral(f'{review.folder}/{path}')}" for path in review.others]
    return _section(reviews.OTHERS, rows, says)

# SPDX-License-Identifier: MIT
"""What one piece says must agree with itself: days in order, reasons given, the law's terms."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from linli.newsroom.announcements import Announcement, Lost, Notice
from linli.newsroom.articles import Article, Origin, Report
from linli.newsroom.codes import AnnouncementCode
from linli.newsroom.diagnostics import Diagnostic
from linli.newsroom.manuscripts import Manuscripts
from linli.newsroom.places import Gazetteer
from linli.reading.schema import KEYS

_ZH = {key.name: key.zh[0] for key in KEYS}
_REPOST_KEYS = {
    "source": "source_name",
    "original_title": "original_title",
    "original_url": "original_url",
    "editor": "editor",
}


def check(manuscripts: Manuscripts) -> Iterator[Diagnostic]:
    for article in manuscripts.articles:
        yield from there_is_a_text(article)
        if article.is_dated:
            yield from days_after_publication(article)
        yield from withdrawal_is_explained(article)
        yield from update_is_explained(article)
        if isinstance(article, Report):
            yield from repost_is_whole(article)
        if isinstance(article, Announcement):
            yield from code_has_its_keys(article)
            yield from code_has_its_phrase(article)
            yield from region_is_the_district(article, manuscripts.gazetteer)
        if isinstance(article, Notice):
            yield from notice_days_in_order(article)
            yield from term_is_long_enough(article)
        if isinstance(article, Lost):
            yield from lost_before_published(article)


def there_is_a_text(article: Article) -> Iterator[Diagnostic]:
    """A piece has a text, unless it is withdrawn."""
    if not article.body.strip() and not article.is_withdrawn:
        yield Diagnostic("body-empty", article.source.at("title"))


def days_after_publication(article: Article) -> Iterator[Diagnostic]:
    """Updates, corrections, withdrawals and repeats come after first publication."""
    published = article.published.date()
    days: list[tuple[str, date]] = []
    if article.updated:
        days.append(("updated", article.updated))
    if article.withdrawn:
        days.append(("withdrawn.date", article.withdrawn.date))
    days += [
        (f"corrections.{index}.date", correction.date)
        for index, correction in enumerate(article.corrections)
    ]
    if isinstance(article, Notice):
        # A notice may look back: what began yesterday is announced today.
        days += [
            (key, day)
            for key, day in (("deadline", article.deadline), ("expires", article.expires))
            if day
        ]
    if isinstance(article, Lost):
        days += [("claim_by", article.claim_by)] if article.claim_by else []
        days += [("resolved.date", article.resolved.date)] if article.resolved else []
    for key, day in days:
        if day < published:
            yield Diagnostic(
                "before-publication",
                article.source.at(key),
                {
                    "key": article.source.label(key),
                    "value": day.isoformat(),
                    "date": published.isoformat(),
                },
            )


def withdrawal_is_explained(article: Article) -> Iterator[Diagnostic]:
    """status: withdrawn and withdrawn: {date, reason} come together."""
    if article.is_withdrawn and "withdrawn" not in article.source.key_lines:
        yield Diagnostic("withdrawn-unexplained", article.source.at("status"))
    if not article.is_withdrawn and article.withdrawn is not None:
        yield Diagnostic("withdrawn-not-set", article.source.at("withdrawn"))


def update_is_explained(article: Article) -> Iterator[Diagnostic]:
    """`updated` moves only with a correction of that day or later, or a new version."""
    if article.updated is None:
        return
    if any(correction.date >= article.updated for correction in article.corrections):
        return
    if isinstance(article, Announcement) and article.version > 1:
        return
    yield Diagnostic("updated-unexplained", article.source.at("updated"))


def repost_is_whole(report: Report) -> Iterator[Diagnostic]:
    """A repost names its source, its original title and address, and the editor; only a repost
    does."""
    for key, attribute in _REPOST_KEYS.items():
        given = bool(getattr(report, attribute)) or key in report.source.key_lines
        arguments = {"key": key, "zh": _ZH[key]}
        if report.origin is Origin.REPOST and not given:
            yield Diagnostic("repost-incomplete", report.source.at("origin"), arguments)
        elif report.origin is not Origin.REPOST and given and key.startswith("original"):
            yield Diagnostic("repost-not-set", report.source.at(key), {"key": key})


def _named(entry: AnnouncementCode) -> dict[str, str]:
    return {"name_zh": entry.name.zh, "name_en": entry.name.en}


def code_has_its_keys(announcement: Announcement) -> Iterator[Diagnostic]:
    """Each type of announcement has keys of its own that it needs."""
    entry = announcement.type
    if entry is None or entry.kind is not announcement.kind:
        return
    for key in entry.required:
        if key not in announcement.source.key_lines:
            yield Diagnostic(
                "code-needs-key",
                announcement.source.at("code"),
                {"code": entry.code, "key": key, "zh": _ZH[key]} | _named(entry),
            )


def code_has_its_phrase(announcement: Announcement) -> Iterator[Diagnostic]:
    """A 遗失声明 has no effect without the words 声明作废."""
    entry = announcement.type
    if entry is None or not entry.phrase or not announcement.body.strip():
        return
    if entry.phrase not in "".join(announcement.body.split()):
        yield Diagnostic("phrase-missing", announcement.source.in_body(0), {"phrase": entry.phrase})


def region_is_the_district(
    announcement: Announcement, gazetteer: Gazetteer
) -> Iterator[Diagnostic]:
    """The region in a holder's or issuer's credit code is the district it is said to be in."""
    if isinstance(announcement, Lost):
        key, code = "holder.uscc", announcement.holder.uscc
    elif isinstance(announcement, Notice):
        key, code = "issuer.uscc", announcement.issuer.uscc
    else:
        return
    districts = {
        found[0].code[:6]: found[0]
        for written in announcement.places
        if (place := gazetteer.get(written)) and (found := gazetteer.above(place))
    }
    districts.pop("", None)
    # A body registered with the city, the province or the state is at home in each district.
    wider = {region[:4] + "00" for region in districts} | {
        region[:2] + "0000" for region in districts
    }
    if len(code) != 18 or not districts or code[2:8] in {*districts, *wider, "100000"}:
        return
    district = next(iter(districts.values()))
    yield Diagnostic(
        "uscc-region",
        announcement.source.at(key),
        {"value": code, "region": code[2:8], "place": district.name, "code": district.code},
    )


def notice_days_in_order(notice: Notice) -> Iterator[Diagnostic]:
    """A notice begins before it ends, and leaves the board no earlier than it closes."""
    pairs = (
        ("deadline", notice.deadline, "effective_from", notice.effective_from),
        ("expires", notice.expires, "deadline", notice.deadline),
        ("expires", notice.expires, "effective_from", notice.effective_from),
    )
    said: set[str] = set()
    for key, day, other, earlier in pairs:
        if day is not None and earlier is not None and day < earlier and key not in said:
            said.add(key)
            yield Diagnostic(
                "days-reversed",
                notice.source.at(key),
                {
                    "key": key,
                    "value": day.isoformat(),
                    "other": other,
                    "date": earlier.isoformat(),
                },
            )


def term_is_long_enough(notice: Notice) -> Iterator[Diagnostic]:
    """A day that a statutory notice names is not earlier than the law allows."""
    entry = notice.type
    if entry is None or entry.clock is None or notice.deadline is None:
        return
    earliest = entry.clock.ends(notice.day)
    if notice.day <= notice.deadline < earliest:
        yield Diagnostic(
            "term-too-short",
            notice.source.at("deadline"),
            {
                **_named(entry),
                "basis_zh": entry.clock.basis.zh,
                "basis_en": entry.clock.basis.en,
                "days": entry.clock.days,
                "earliest": earliest.isoformat(),
                "value": notice.deadline.isoformat(),
            },
        )


def lost_before_published(lost: Lost) -> Iterator[Diagnostic]:
    """What is lost was lost, and what was issued was issued, before the notice of it."""
    days = [("lost_on", lost.lost_on)]
    days += [
        (f"documents.{index}.issued_on", document.issued_on)
        for index, document in enumerate(lost.documents)
    ]
    for key, day in days:
        if day is not None and lost.is_dated and day > lost.day:
            yield Diagnostic(
                "after-publication",
                lost.source.at(key),
                {
                    "key": lost.source.label(key),
                    "value": day.isoformat(),
                    "date": lost.day.isoformat(),
                },
            )

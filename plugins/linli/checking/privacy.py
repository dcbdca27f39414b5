# SPDX-License-Identifier: MIT
"""No resident id and no mobile number in clear, anywhere in what an editor writes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from linli.checking.texts import LeftOut, texts
from linli.language.languages import Text
from linli.newsroom.announcements import Announcement, Lost, Number, Show
from linli.newsroom.articles import Article
from linli.newsroom.diagnostics import Diagnostic, Location
from linli.newsroom.identifiers import (
    NumberKind,
    ResidentFault,
    compact,
    find_mobiles,
    find_resident_ids,
    find_wrong_resident_ids,
    mask,
    may_hold_a_number,
)
from linli.newsroom.manuscripts import Manuscripts
from linli.newsroom.photos import Photo
from linli.reading.withheld import WITHHELD

_SHORTEST = 4
"""A number of fewer signs stands in any text by chance."""
_IS_PHONE = re.compile(
    # Not inside quotes, where `电话:` would be a part of some other value.
    r"""^(?:[^"']|"[^"]*"|'[^']*')*?(?<![^\s{,-])["']?(?:phone|电话)["']?\s*:[^:,{}"']*["']?[^:,{}"']*$"""
)
_FAULTS = {
    ResidentFault.LENGTH: Text("位数不对", "its length is wrong"),
    ResidentFault.REGION: Text("前两位不是省份代码", "its first two digits are no province"),
    ResidentFault.BIRTH: Text("出生日期不对", "its date of birth is none"),
    ResidentFault.CHECK: Text("末位校验码对不上", "its last character fails the check"),
}
_APART: LeftOut = {Article: {"body"}, Number: {"value"}}
"""Looked through line by line, and number by number."""
_WITHHELD_LINE = re.compile(
    # At the beginning of a line, of a sentence or of a cell, in a list or in bold.
    rf"(?:^|[。；，！？（(|]|[0-9][.)、])[\s>*+|<!-]*({'|'.join(sorted(WITHHELD))})\**\s*[:：|]",
    re.IGNORECASE,
)


def check_text(
    path: str,
    text: str,
    phone_lines: frozenset[int] | None = None,
    keys: Sequence[tuple[int, int]] | None = None,
) -> Iterator[Diagnostic]:
    """A person's resident id stands in full on no line of a file, nor does a mobile.

    Only a mobile under `contacts`, where an editor may say `public: true`, has a rule of its own.
    `phone_lines` are the lines of those keys; None where the file could not be read so far. `keys`
    says where in the text keys stand, if not above it only.
    """
    if not may_hold_a_number(text):
        return
    for found in find_resident_ids(text):
        yield _found("resident-id-in-clear", path, text, found.start, found.kind, found.value)
    for wrong in find_wrong_resident_ids(text):
        problem = _FAULTS[wrong.fault]
        location = Location(path, text.count("\n", 0, wrong.start) + 1)
        words = {"value": mask(wrong.value, NumberKind.RESIDENT_ID)}
        words |= {"problem_zh": problem.zh, "problem_en": problem.en}
        yield Diagnostic("resident-id-wrong", location, words)
    ranges = keys if keys is not None else ((0, _body_start(text)),)
    for found in find_mobiles(text):
        line = text.count("\n", 0, found.start) + 1
        in_keys = any(start <= found.start < end for start, end in ranges)
        is_phone = in_keys and (phone_lines is None or line in phone_lines)
        if not is_phone or not _IS_PHONE.match(_before(text, found.start)):
            yield _found("mobile-in-clear", path, text, found.start, found.kind, found.value)


def check_set(location: Location, paragraphs: tuple[str, ...], text: str) -> Iterator[Diagnostic]:
    """Nor does a number stand in full once a text is set: `138**0013**8000`, `&#49;38…`.

    Only what has no gaps counts: the cells of a table may well stand side by side.
    """
    plain = "\n".join(paragraphs)
    if not may_hold_a_number(plain):
        return
    known = {found.value for found in (*find_resident_ids(text), *find_mobiles(text))}
    for find, code in (
        (find_resident_ids, "resident-id-in-clear"),
        (find_mobiles, "mobile-in-clear"),
    ):
        for found in find(plain):
            if found.end - found.start == len(found.value) and found.value not in known:
                yield Diagnostic(code, location, {"value": mask(found.value, found.kind)})


def phone_lines(value: object) -> frozenset[int] | None:
    """The lines on which a piece gives telephone numbers of its contacts; None of no piece."""
    if not isinstance(value, Article):
        return None
    lines = value.source.key_lines
    return frozenset(lines[key] for key in lines if re.fullmatch(r"contacts\.\d+\.phone", key))


def _before(text: str, place: int) -> str:
    """What stands on the same line before a place."""
    return text[text.rfind("\n", 0, place) + 1 : place]


def _found(code: str, path: str, text: str, start: int, kind: NumberKind, value: str) -> Diagnostic:
    # The message goes to logs and pull requests, so it shows the number as a page would.
    line = text.count("\n", 0, start) + 1
    return Diagnostic(code, Location(path, line), {"value": mask(value, kind)})


def _body_start(text: str) -> int:
    end = text.find("\n---", 3)
    return end + 4 if end > 0 else 0


def check(manuscripts: Manuscripts) -> Iterator[Diagnostic]:
    for announcement in manuscripts.announcements:
        yield from contacts_are_public(announcement)
        if isinstance(announcement, Lost):
            yield from masked_numbers_stay_masked(announcement)
            yield from proofs_are_kept_elsewhere(announcement)


def proofs_are_kept_elsewhere(lost: Lost) -> Iterator[Diagnostic]:
    """What only the owner of a thing can know stands on no line of the text.

    A key of that sort is refused by the table of keys.
    """
    if lost.type is not None and lost.type.is_void_declaration:
        return
    for line, text in enumerate(lost.body.split("\n")):
        if match := _WITHHELD_LINE.search(text):
            yield Diagnostic("withheld-detail", lost.source.in_body(line), {"key": match[1]})


def masked_numbers_stay_masked(lost: Lost) -> Iterator[Diagnostic]:
    """A number that is masked or hidden in the table stands in full nowhere else in the file."""
    secret = _secret(lost)
    if not secret:
        return
    said = [(lost.source.at(key), compact(text)) for key, text in texts(lost, _APART)]
    said += [
        (lost.source.at(f"documents.{place}.numbers.{index}.value"), compact(number.value))
        for place, document in enumerate(lost.documents)
        for index, number in enumerate(document.numbers)
        if lost.show(number) is Show.FULL
    ]
    said += [
        (lost.source.in_body(line), compact(text))
        for line, text in enumerate(lost.body.split("\n"))
    ]
    for number, whole in secret:
        arguments = {"label": number.label, "show": lost.show(number).value}
        for location in dict.fromkeys(location for location, text in said if whole in text):
            yield Diagnostic("masked-in-text", location, arguments)


def _secret(lost: Lost) -> list[tuple[Number, str]]:
    """The numbers that are not to be seen, each as it is looked for."""
    return [
        (number, whole)
        for document in lost.documents
        for number in document.numbers
        if lost.show(number) is not Show.FULL
        and "*" not in (whole := compact(number.value))
        and len(whole) >= _SHORTEST
    ]


def photos_give_nothing_away(article: Article, photos: Iterable[Photo]) -> Iterator[Diagnostic]:
    """What a picture's own file says goes out with it, so no private number stands there."""
    secret = _secret(article) if isinstance(article, Lost) else []
    for photo in dict.fromkeys(photos):
        said = "\n".join(text for _, text in texts(photo.metadata, {}))
        plain = compact(said)
        shown = [
            mask(found.value, found.kind)
            for found in (*find_resident_ids(said), *find_mobiles(said))
        ]
        shown += [mask(whole, NumberKind.LONG_NUMBER) for _, whole in secret if whole in plain]
        for value in dict.fromkeys(shown):
            arguments = {"file": photo.src_uri, "value": value}
            yield Diagnostic("photo-says-number", article.source.top, arguments)


def contacts_are_public(announcement: Announcement) -> Iterator[Diagnostic]:
    """A mobile among the contacts needs `public: true`."""
    for index, contact in enumerate(announcement.contacts):
        if contact.public:
            continue
        for found in find_mobiles(contact.phone):
            yield Diagnostic(
                "phone-private",
                announcement.source.at(f"contacts.{index}.phone"),
                {"value": mask(found.value, found.kind)},
            )

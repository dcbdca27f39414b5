# SPDX-License-Identifier: MIT
"""A 遗失声明, document by document: which numbers it bears, in which form, and whose they are."""

from __future__ import annotations

from collections.abc import Iterator

from linli.checking.declared import credit_codes_are_right, texts_agree
from linli.newsroom.announcements import HolderType, Lost, LostDocument, Number, Show
from linli.newsroom.codes import CODES
from linli.newsroom.diagnostics import Diagnostic, Location
from linli.newsroom.documents import (
    Check,
    DocumentType,
    Need,
    NumberForm,
    NumberRule,
    plain,
    recognised,
    type_of,
    typed_otherwise,
    vehicle_check,
)
from linli.newsroom.identifiers import compact, organisation_check
from linli.newsroom.manuscripts import Manuscripts
from linli.reading.credit_code import slips

_COPIES = ("正本", "副本", "正副本")


def check(manuscripts: Manuscripts) -> Iterator[Diagnostic]:
    for article in manuscripts.announcements:
        yield from credit_codes_are_right(article)
        if isinstance(article, Lost) and article.type and article.type.is_void_declaration:
            yield from documents_belong_to_the_code(article)
            yield from documents_have_numbers(article)
            yield from documents_are_named(article)
            yield from numbers_have_their_form(article)
            yield from persons_are_masked(article)
            yield from texts_agree(article)


def _types(lost: Lost) -> Iterator[tuple[int, LostDocument, DocumentType | None]]:
    for index, document in enumerate(lost.documents):
        yield index, document, type_of(lost.code, document.type, document.name)


def documents_belong_to_the_code(lost: Lost) -> Iterator[Diagnostic]:
    """One of the documents at least is of the sort that the code is for.

    A licence and a seal are often lost together: the others may be of any sort.
    """
    sorts = [recognised(document.type, document.name) for document in lost.documents]
    if not sorts or any(sort is None or sort.code == lost.code for sort in sorts):
        return
    document, sort = lost.documents[0], sorts[0]
    if sort is not None:
        name, given = CODES[sort.code].name, CODES[lost.code].name
        yield Diagnostic(
            "document-of-other-code",
            lost.source.at("code"),
            {
                "document": document.name,
                "code": lost.code,
                "name_zh": given.zh,
                "name_en": given.en,
                "other": sort.code,
                "other_zh": name.zh,
                "other_en": name.en,
            },
        )


def documents_have_numbers(lost: Lost) -> Iterator[Diagnostic]:
    """A document is found again by its numbers; its sort says which it must have."""
    for index, document, sort in _types(lost):
        location = lost.source.at(f"documents.{index}")
        missing = list(_missing(document, sort))
        for rule in missing:
            yield Diagnostic(
                "number-advised" if rule.advice else "number-missing",
                location,
                {
                    "document": document.name,
                    "label_zh": rule.label.zh,
                    "label_en": rule.label.en,
                    "who_zh": rule.asked_by.zh,
                    "who_en": rule.asked_by.en,
                },
            )
        written = f"documents.{index}.numbers" in lost.source.key_lines
        if not document.numbers and not missing and not written:
            yield Diagnostic("document-without-number", location, {"document": document.name})


def _missing(document: LostDocument, sort: DocumentType | None) -> Iterator[NumberRule]:
    # A fully digital invoice bears one number of twenty digits, and no code.
    digital = any(len(plain(number.value)) == 20 for number in document.numbers)
    for rule in sort.numbers if sort else ():
        given = any(rule.means(number.label) for number in document.numbers)
        if not given and rule.need is not Need.KNOWN and not (digital and "发票" in rule.label.zh):
            yield rule


def documents_are_named(lost: Lost) -> Iterator[Diagnostic]:
    """A permit names its bank, a licence which copy it is, a seal which of the seals."""
    for index, document, sort in _types(lost):
        if sort is None:
            continue
        location = lost.source.at(f"documents.{index}")
        words = {"document": document.name}
        if sort.needs_issuer and not document.issuer:
            issuer = {"who_zh": sort.needs_issuer.zh, "who_en": sort.needs_issuer.en}
            yield Diagnostic("document-without-issuer", location, words | issuer)
        named = document.name + document.copy
        licence = sort.has_copies and recognised(document.type, document.name) is sort
        if licence and not any(copy in named for copy in _COPIES):
            yield Diagnostic("document-without-copy", location, words)
        if document.name in sort.unclear and not document.type:
            yield Diagnostic("seal-unclear", location, words)


def numbers_have_their_form(lost: Lost) -> Iterator[Diagnostic]:
    """A number has the form that its label promises, and stands the check of its standard."""
    for index, document, sort in _types(lost):
        for place, number in enumerate(document.numbers):
            location = lost.source.at(f"documents.{index}.numbers.{place}.value")
            rule = sort.rule_for(number.label) if sort else None
            if "*" in number.value:
                continue
            if typed_otherwise(number.value, letters=rule is not None):
                yield Diagnostic("number-typed", location, _told(lost, number))
            if rule and rule.form:
                yield from _in_form(lost, document, number, rule.form, location)


def _told(lost: Lost, number: Number) -> dict[str, str]:
    """What a message may say of a number: as much as a page shows."""
    return {"label": number.label, "value": lost.shown(number)}


def _in_form(
    lost: Lost, document: LostDocument, number: Number, form: NumberForm, location: Location
) -> Iterator[Diagnostic]:
    told = _told(lost, number)
    value = plain(number.value)
    if form.check is Check.RESIDENT_ID:
        # Whatever is wrong with one, it stands in clear: `privacy` says both.
        return
    if form.check is Check.CREDIT_CODE:
        yield from _credit_code(lost, document, number, location)
        return
    if not form.fits(number.value):
        code = "number-form" if form.is_certain else "number-unusual"
        words = {"document": document.name, "form_zh": form.words.zh, "form_en": form.words.en}
        yield Diagnostic(code, location, told | words)
    elif form.check is Check.ORGANISATION_CODE:
        if (expected := organisation_check(value[:8])) != value[8]:
            yield Diagnostic("organisation-code", location, told | {"expected": expected})
    elif form.check is Check.VEHICLE and (expected := vehicle_check(value)) != value[8]:
        yield Diagnostic("vehicle-number", location, told | {"expected": expected})


def _credit_code(
    lost: Lost, document: LostDocument, number: Number, location: Location
) -> Iterator[Diagnostic]:
    """A licence's credit code is a valid one, and its holder's."""
    value = compact(number.value)
    if value == lost.holder.uscc:
        return
    found = list(slips(value))
    yield from (Diagnostic(code, location, arguments) for code, arguments in found)
    if not found and lost.holder.uscc:
        arguments = {"document": document.name, "value": value, "uscc": lost.holder.uscc}
        yield Diagnostic("uscc-of-another", location, arguments)


def persons_are_masked(lost: Lost) -> Iterator[Diagnostic]:
    """A person's resident id, mobile or bank card is never shown in full."""
    if lost.holder.type is not HolderType.PERSON:
        return
    for index, document in enumerate(lost.documents):
        for place, number in enumerate(document.numbers):
            if number.show is Show.FULL and "*" not in number.value and number.is_private:
                yield Diagnostic(
                    "person-in-full",
                    lost.source.at(f"documents.{index}.numbers.{place}.show"),
                    {"label": number.label},
                )

# SPDX-License-Identifier: MIT
"""The course of an interview: which questions a kind of piece asks, one after the other."""

from __future__ import annotations

import re
from collections.abc import Mapping

from linli.language import interviews
from linli.language.languages import Text
from linli.newsroom.codes import CODES, Kind
from linli.newsroom.diagnostics import Diagnostic
from linli.newsroom.things import ITEM_TYPES, likely_type
from linli.reading.forms import Choice, Key
from linli.reading.interview.asking import (
    Place,
    ask,
    ask_contacts,
    ask_key,
    choices,
    prompt,
)
from linli.reading.interview.draft import Draft, Picture
from linli.reading.interview.steps import Dialogue, Option, Question, Told, choose
from linli.reading.interview.void import ask_documents, names_of, standard_wording
from linli.reading.numbers import mask_private
from linli.reading.schema import keys_of
from linli.reading.slugs import slug_of

_SLUG = re.compile(r"(?!(?:con|prn|aux|nul|com[0-9]|lpt[0-9]|index)$)[a-z0-9]+(?:-[a-z0-9]+)*")
"""A name that no system keeps for itself."""
_OWN = frozenset({"id", "code", "date", "title", "documents", "item", "item_type", "contacts"})
"""Keys that have a question of their own."""


def interview(draft: Draft) -> Dialogue[None]:
    """Ask for all that a piece needs and does not have yet."""
    table = {key.name: key for key in keys_of(draft.kind)}
    if draft.kind.is_announcement:
        yield from ask_key(draft, table["code"], lambda key: _options(draft, key))
    else:
        yield from ask_key(draft, table["title"], lambda key: ())
    yield from _ask_date(draft, table["date"])
    if draft.kind is Kind.NOTICE:
        yield from ask_key(draft, table["title"], lambda key: ())
    for key in table.values():
        if key.name in _needed(draft) and key.name not in _OWN:
            yield from ask_key(draft, key, lambda key: _options(draft, key))
    if draft.kind is Kind.REPORT:
        yield from ask_key(draft, table["places"], lambda key: _options(draft, key), optional=True)
        yield from _ask_slug(draft)
        yield from _ask_pictures(draft)
    if draft.kind is Kind.LOST:
        yield from _ask_lost(draft, table)
    if draft.kind.is_announcement and not _is_void(draft):
        yield from ask_contacts(draft, table["contacts"])
    yield from _ask_body(draft)


def _needed(draft: Draft) -> frozenset[str]:
    """The keys that the kind must have, and the code."""
    kind = {key.name for key in keys_of(draft.kind) if draft.kind in key.required}
    return frozenset(kind.union(draft.type.required if draft.type else ()))


def _is_void(draft: Draft) -> bool:
    return draft.type is not None and draft.type.is_void_declaration


def _options(draft: Draft, key: Key) -> tuple[Option, ...]:
    """What the paper's own lists offer for a key."""
    desk = draft.desk
    if key.name == "code":
        return tuple(
            Option(entry.code, entry.name(desk.says), (entry.name.zh, entry.name.en))
            for entry in CODES.values()
            if entry.kind is draft.kind
        )
    if key.name == "category":
        return tuple(Option(one.name, "", (one.slug,)) for one in desk.vocabulary.categories)
    if key.name == "places":
        gazetteer = desk.vocabulary.gazetteer
        return tuple(
            Option(place.path, "", (place.name,) if gazetteer.get(place.name) is place else ())
            for place in gazetteer
        )
    if key.name in {"corrects", "supersedes"}:
        return tuple(map(Option, sorted(desk.ids, reverse=True)))
    return ()


def _ask_date(draft: Draft, key: Key) -> Dialogue[None]:
    if key.name not in draft.keys:
        today = draft.desk.today.isoformat()
        question = Question(prompt(key, draft.desk.says), default=today)
        yield from ask(draft, question, Place(draft.keys, key.name), key.form)


def _ask_lost(draft: Draft, table: Mapping[str, Key]) -> Dialogue[None]:
    """Ask what was lost or found; the headline last, because it names that."""
    says = draft.desk.says
    default = ""
    if _is_void(draft):
        yield from ask_documents(draft, table["documents"])
        names = names_of(draft)
        default = interviews.LOST_TITLE(says).format(names=names) if names else ""
    elif draft.type is not None:
        yield from ask_key(draft, table["item"], lambda key: ())
        item = str(draft.keys.get("item", ""))
        yield from _ask_item_type(draft, table["item_type"], item)
        yield from ask_key(draft, table["lost_on"], lambda key: (), optional=True)
        title = interviews.FOUND_TITLE if draft.type.clock else interviews.SOUGHT_TITLE
        default = title(says).format(item=item) if item else ""
    if "title" not in draft.keys:
        key = table["title"]
        question = Question(prompt(key, says), default=default if len(default) <= 60 else "")
        yield from ask(draft, question, Place(draft.keys, "title"), key.form)


def _ask_item_type(draft: Draft, key: Key, item: str) -> Dialogue[None]:
    if key.name in draft.keys:
        return
    assert isinstance(key.form, Choice)
    likely = likely_type(item)
    default = ITEM_TYPES[likely].name(draft.desk.says) if likely else ""
    offered = choices(key.form, draft.desk.says)
    question = Question(prompt(key, draft.desk.says), offered, default, optional=not default)
    yield from ask(draft, question, Place(draft.keys, key.name), key.form)


def _ask_slug(draft: Draft) -> Dialogue[None]:
    """Ask what the file is called, until that is a name which nothing else has."""
    says = draft.desk.says
    if draft.slug:
        return
    default = slug_of(str(draft.keys.get("title", "")))
    while True:
        typed = yield from choose(Question(interviews.SLUG(says), default=default), says)
        if typed is None:
            return
        told = slug_fault(draft, typed) if typed else interviews.REQUIRED(says)
        if not told:
            draft.slug = typed
            return
        yield Told(told)


def slug_fault(draft: Draft, slug: str) -> str:
    """Why a report's file cannot be called so; empty where it can."""
    says = draft.desk.says
    if not _SLUG.fullmatch(slug) or len(slug) > 80:
        return interviews.SLUG_SHAPE(says).format(value=slug)
    place = f"{draft.kind.folder}/{draft.day.year}/{slug}"
    taken = [path for path in (f"{place}.md", place) if not draft.desk.is_free(path)]
    return interviews.EXISTS(says).format(path=taken[0]) if taken else ""


def _ask_pictures(draft: Draft) -> Dialogue[None]:
    for picture in draft.pictures:
        for field, (name, meaning), optional in (
            ("alt", interviews.ALT, False),
            ("caption", interviews.CAPTION, False),
            ("credit", interviews.CREDIT, True),
        ):
            yield from _ask_words(draft, picture, field, (name, meaning), optional=optional)


def _ask_words(
    draft: Draft, picture: Picture, field: str, words: tuple[Text, Text], *, optional: bool
) -> Dialogue[None]:
    says = draft.desk.says
    if getattr(picture, field):
        return
    asked = interviews.PICTURE(says).format(
        file=picture.name, name=words[0](says), meaning=words[1](says)
    )
    while True:
        typed = yield from choose(Question(asked, optional=optional), says)
        if typed is None or (not typed and optional):
            return
        if not typed:
            yield Told(interviews.REQUIRED(says))
            continue
        setattr(picture, field, typed)
        slips = [one for one in draft.slips() if one.code not in _UNTOLD]
        if not slips:
            return
        setattr(picture, field, "")
        for message in dict.fromkeys(one.message(says) for one in slips):
            yield Told(message)


_UNTOLD = frozenset({"image-caption-missing", "image-credit-missing"})
"""What is said of a picture of which the rest is still to be asked."""


def _ask_body(draft: Draft) -> Dialogue[None]:
    """Ask for the text, until it stands the check together with all above it."""
    says = draft.desk.says
    if draft.body:
        return
    draft.body = standard_wording(draft) if _is_void(draft) else ""
    # What would be refused is not offered.
    default, draft.body = "" if draft.errors() else draft.body, ""
    asked = interviews.STANDARD(says) if default else interviews.BODY(says)
    while True:
        typed = yield from choose(Question(asked, default=default, is_text=True), says)
        if typed is None:
            return
        if not typed:
            yield Told(interviews.REQUIRED(says))
            continue
        draft.body = typed
        yield from _mend_body(draft)
        if draft.body:
            return


def _mend_body(draft: Draft) -> Dialogue[None]:
    """Have what is wrong written again, and no more than that; in the end there is a text that
    stands the check, or none."""
    says = draft.desk.says
    while errors := draft.errors():
        for message in dict.fromkeys(one.message(says) for one in errors):
            yield Told(message)
        paragraphs = draft.body.split("\n\n")
        wrong = _wrong_paragraphs(draft, paragraphs, errors)
        if not wrong or len(paragraphs) == 1:
            draft.body = ""
            return
        for number in wrong:
            words = {"n": number + 1, "text": mask_private(paragraphs[number])[0]}
            question = Question(interviews.PARAGRAPH(says).format(**words), is_text=True)
            paragraphs[number] = (yield from choose(question, says)) or ""
        draft.body = "\n\n".join(filter(None, paragraphs))


def _wrong_paragraphs(
    draft: Draft, paragraphs: list[str], errors: list[Diagnostic]
) -> tuple[int, ...]:
    """The paragraphs in which all errors are; none where one of them is of the whole."""
    text, place = draft.text, draft.text.index("\n---\n", 3)
    lines: dict[int, int] = {}
    for number, paragraph in enumerate(paragraphs):
        place = text.index(paragraph, place)
        first = text.count("\n", 0, place) + 1
        lines |= dict.fromkeys(range(first, first + paragraph.count("\n") + 1), number)
        place += len(paragraph)
    found = {lines.get(one.location.line, -1) for one in errors}
    return () if -1 in found else tuple(sorted(found))

# SPDX-License-Identifier: MIT
"""A value asked for by its form, until it stands the check."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from linli.language import interviews
from linli.language.languages import Language
from linli.newsroom.identifiers import find_mobiles
from linli.reading.dates import DateError, parse_day, parse_moment
from linli.reading.forms import Choice, Day, Flag, Form, Key, Many, Moment, Record
from linli.reading.interview.draft import Draft
from linli.reading.interview.steps import Dialogue, Option, Question, Told, choose
from linli.reading.writing import Value

Options = Callable[[Key], tuple[Option, ...]]
"""What is offered for a key."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a draft an answer goes."""

    within: dict[str, Value] | list[Value]
    key: str = ""

    def put(self, value: Value) -> None:
        if isinstance(self.within, list):
            self.within.append(value)
        else:
            self.within[self.key] = value

    def clear(self) -> None:
        if isinstance(self.within, list):
            self.within.pop()
        else:
            del self.within[self.key]


def ask(
    draft: Draft, question: Question, place: Place, form: Form | None = None
) -> Dialogue[str | None]:
    """Ask until the answer stands the check, and put it in its place; None where there is none."""
    says = draft.desk.says
    while True:
        typed = yield from choose(question, says)
        if typed is None or (not typed and question.optional):
            return None
        if not typed:
            yield Told(interviews.REQUIRED(says))
            continue
        place.put(value_of(typed, form, draft))
        slips = draft.slips()
        if not slips:
            return typed
        place.clear()
        for message in dict.fromkeys(one.message(says) for one in slips):
            yield Told(message)


def value_of(typed: str, form: Form | None, draft: Draft) -> Value:
    """An answer as a piece has it written; one that is wrong stays as it was typed."""
    try:
        if isinstance(form, Day):
            return parse_day(typed)
        if isinstance(form, Moment):
            moment, has_time = parse_moment(typed, draft.desk.zone)
            return f"{moment:%Y-%m-%d %H:%M}" if has_time else moment.date()
    except DateError:
        return typed
    if isinstance(form, Choice):
        return next((one.value for one, text in form.options.items() if typed == text.zh), typed)
    if isinstance(form, Flag) and typed in _FLAGS:
        return _FLAGS[typed]
    return typed


_FLAGS = {"是": True, "否": False, "true": True, "false": False, "yes": True, "no": False}
_CONSENT = frozenset({"是", "同意", "true", "yes", "y"})


def prompt(key: Key, says: Language, outer: str = "") -> str:
    """A key as it is asked for: its name, and what it means unless its name says that."""
    own, meaning = name_of(key, says), key.meaning(says)
    name = interviews.INNER(says).format(outer=outer, name=own) if outer else own
    if meaning == own:
        return name
    meaning = meaning.removeprefix(f"{own}；")
    return interviews.PROMPT(says).format(name=name, meaning=meaning)


def _called(draft: Draft, key: Key) -> str:
    """A key by its name; who keeps what was found has not lost it."""
    is_found = key.name == "holder" and draft.type is not None and draft.type.group == "4200"
    says = draft.desk.says
    return key.zh[-1] if is_found and says is Language.ZH_HANS else name_of(key, says)


def name_of(key: Key, says: Language) -> str:
    return key.zh[0] if says is Language.ZH_HANS else key.name


def choices(form: Form, says: Language) -> tuple[Option, ...]:
    """The words of a choice."""
    if not isinstance(form, Choice):
        return ()
    if says is Language.ZH_HANS:
        return tuple(Option(text.zh, "", (one.value,)) for one, text in form.options.items())
    return tuple(Option(one.value, "", (text.zh,)) for one, text in form.options.items())


def ask_key(draft: Draft, key: Key, options: Options, *, optional: bool = False) -> Dialogue[None]:
    """Ask for a key of the front matter, unless it is there."""
    says = draft.desk.says
    if key.name in draft.keys:
        return
    if isinstance(key.form, Record):
        record: dict[str, Value] = {}
        draft.keys[key.name] = record
        yield from ask_record(draft, key.form, record, _called(draft, key))
        if not record:
            del draft.keys[key.name]
    elif isinstance(key.form, Many):
        yield from _ask_list(draft, key, options(key), optional=optional)
    else:
        offered = options(key) or choices(key.form, says)
        question = Question(prompt(key, says), offered, optional=optional)
        yield from ask(draft, question, Place(draft.keys, key.name), key.form)


def _ask_list(
    draft: Draft, key: Key, offered: tuple[Option, ...], *, optional: bool
) -> Dialogue[None]:
    says, items = draft.desk.says, list[Value]()
    more = interviews.MORE(says).format(name=name_of(key, says))
    while True:
        asked = more if items else prompt(key, says)
        again = bool(items)
        question = Question(asked, offered, optional=optional or again, is_again=again)
        draft.keys[key.name] = items
        answer = yield from ask(draft, question, Place(items))
        if answer is None:
            break
    if not items:
        del draft.keys[key.name]


def ask_record(draft: Draft, form: Record, record: dict[str, Value], outer: str) -> Dialogue[None]:
    """Ask for what a record needs, then offer the rest of it."""
    says = draft.desk.says
    for key in form.keys:
        if key.name == "uscc" and draft.is_of_a_person:
            # No person has one.
            continue
        optional = key.name not in form.required
        question = Question(prompt(key, says, outer), choices(key.form, says), optional=optional)
        yield from ask(draft, question, Place(record, key.name), key.form)


def ask_contacts(draft: Draft, key: Key) -> Dialogue[None]:
    """Ask whom to call; a mobile goes in only with its owner's consent."""
    assert isinstance(key.form, Many)
    record_form = key.form.form
    assert isinstance(record_form, Record)
    if key.name in draft.keys:
        return
    desk, phone, _ = record_form.keys
    says, contacts = draft.desk.says, list[Value]()
    while True:
        contact: dict[str, Value] = {}
        draft.keys[key.name] = [*contacts, contact]
        outer = name_of(key, says)
        asked = prompt(desk, says, outer)
        more = interviews.MORE(says).format(name=outer) if contacts else asked
        question = Question(more, optional=True, is_again=bool(contacts))
        name = yield from ask(draft, question, Place(contact, "desk"))
        if name is None:
            break
        yield from _ask_phone(draft, Question(prompt(phone, says, outer), optional=True), contact)
        contacts.append(contact)
    draft.keys[key.name] = contacts
    if not contacts:
        del draft.keys[key.name]


def _ask_phone(draft: Draft, question: Question, contact: dict[str, Value]) -> Dialogue[None]:
    says = draft.desk.says
    while True:
        typed = yield from choose(question, says)
        if not typed:
            return
        contact["phone"] = typed
        if list(find_mobiles(typed)):
            consent = yield Question(interviews.MAY_BE_PUBLIC(says), optional=True)
            if (consent or "").strip().casefold() in _CONSENT:
                contact["public"] = True
        slips = draft.slips()
        if not slips:
            return
        contact.pop("phone")
        contact.pop("public", None)
        for message in dict.fromkeys(one.message(says) for one in slips):
            yield Told(message)

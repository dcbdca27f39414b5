# SPDX-License-Identifier: MIT
"""What is asked for a 遗失声明: each document with its numbers, and the words that void it."""

from __future__ import annotations

from linli.language import interviews
from linli.newsroom.documents import DocumentType, Need, NumberRule, recognised, type_of, types_of
from linli.newsroom.identifiers import compact
from linli.reading.forms import Key, Many, Record
from linli.reading.interview.asking import Place, ask, name_of, prompt
from linli.reading.interview.draft import Draft
from linli.reading.interview.steps import Dialogue, Option, Question, Told, choose
from linli.reading.numbers import masked_value
from linli.reading.verbatim import as_markdown
from linli.reading.writing import Value

_COPIES = ("正本", "副本", "正副本")
_SHORTEST = 4
"""A number of fewer signs gives nothing away."""


def ask_documents(draft: Draft, key: Key) -> Dialogue[None]:
    """Ask for one document after the other, and for what its sort must or may bear."""
    assert isinstance(key.form, Many)
    form = key.form.form
    assert isinstance(form, Record)
    if key.name in draft.keys:
        return
    says, outer = draft.desk.says, name_of(key, draft.desk.says)
    parts = {part.name: part for part in form.keys}
    code = str(draft.keys.get("code", ""))
    offered = tuple(Option(name) for sort in types_of(code) for name in _names(sort))
    documents: list[Value] = []
    while True:
        document: dict[str, Value] = {}
        draft.keys[key.name] = [*documents, document]
        more = interviews.MORE(says).format(name=outer)
        asked = more if documents else prompt(parts["name"], says, outer)
        again = bool(documents)
        question = Question(asked, offered, optional=again, is_again=again)
        name = yield from ask(draft, question, Place(document, "name"))
        if name is None:
            break
        sort = type_of(code, name)
        if sort is not None and sort.has_copies and not any(copy in name for copy in _COPIES):
            question = Question(
                prompt(parts["copy"], says, outer), tuple(map(Option, _COPIES)), optional=True
            )
            yield from ask(draft, question, Place(document, "copy"))
        if sort is not None and sort.needs_issuer is not None:
            question = Question(prompt(parts["issuer"], says, outer))
            yield from ask(draft, question, Place(document, "issuer"))
        yield from _ask_numbers(draft, document, name, sort)
        documents.append(document)
    draft.keys[key.name] = documents
    if not documents:
        del draft.keys[key.name]


def _names(sort: DocumentType) -> tuple[str, ...]:
    """What documents of a sort are called: its own name, unless that leaves open which one."""
    own = sort.name.zh
    if own in sort.unclear or recognised(own) is not sort:
        return tuple(word for word in sort.words if word not in sort.unclear)
    return (own,)


def _ask_numbers(
    draft: Draft, document: dict[str, Value], name: str, sort: DocumentType | None
) -> Dialogue[None]:
    rules = sort.numbers if sort is not None else ()
    for rule in rules:
        yield from _ask_number(draft, document, name, rule)
    if not rules:
        yield from _ask_number(draft, document, name, None)


def _ask_number(
    draft: Draft, document: dict[str, Value], name: str, rule: NumberRule | None
) -> Dialogue[None]:
    """Ask for a number until it stands the check; a person's is masked before it goes in."""
    says = draft.desk.says
    label = rule.label.zh if rule else interviews.A_NUMBER.zh
    shape = rule.form.words(says) if rule and rule.form else ""
    hint = interviews.NUMBER_FORM(says).format(form=shape) if shape else ""
    asked = interviews.NUMBER(says).format(document=name, label=label, form=hint)
    must = rule is not None and rule.need is Need.REQUIRED
    holder = draft.keys.get("holder")
    own = str(holder.get("uscc", "")) if isinstance(holder, dict) and "信用代码" in label else ""
    question = Question(asked, default=own, optional=not must)
    while True:
        typed = yield from choose(question, says)
        if not typed and must and typed is not None:
            yield Told(interviews.REQUIRED(says))
            continue
        if not typed:
            return
        value = _masked(typed) if draft.is_of_a_person else typed
        if value != typed:
            yield Told(interviews.MASKED(says).format(value=value))
        before = document.get("numbers")
        numbers = list(before) if isinstance(before, list) else []
        document["numbers"] = [*numbers, {"label": label, "value": value}]
        slips = draft.slips()
        if not slips:
            return
        if numbers:
            document["numbers"] = numbers
        else:
            del document["numbers"]
        for message in dict.fromkeys(one.message(says) for one in slips):
            yield Told(message)


def names_of(draft: Draft) -> str:
    """The documents as a headline names them."""
    documents = draft.keys.get("documents")
    found = [_word(one, "name") for one in documents] if isinstance(documents, list) else []
    return "、".join(dict.fromkeys(filter(None, found)))


def standard_wording(draft: Draft) -> str:
    """The words in which such a declaration is printed, of what was told and of nothing else.

    Empty where it is not told whose documents they are, or which.
    """
    holder, documents = draft.keys.get("holder"), draft.keys.get("documents")
    if not _word(holder, "name") or not isinstance(documents, list) or not documents:
        return ""
    code = _word(holder, "uscc")
    who = _word(holder, "name") + (f"（统一社会信用代码{code}）" if code else "")
    lost = "、".join(_worded(one, draft.is_of_a_person) for one in documents)
    return as_markdown(f"{who}不慎遗失{lost}，声明作废。")


def _worded(document: Value, is_of_a_person: bool) -> str:
    name = _word(document, "issuer") + _word(document, "name")
    copy = _word(document, "copy")
    name += "" if copy in name else copy
    numbers = document.get("numbers") if isinstance(document, dict) else None
    told = [
        f"{_word(one, 'label')}：{_masked(value) if is_of_a_person else value}"
        for one in (numbers if isinstance(numbers, list) else ())
        if (value := _word(one, "value")) and _word(one, "show") in {"", "full", "全部"}
    ]
    return f"{name}（{'，'.join(told)}）" if told else name


def _masked(value: str) -> str:
    """A number of a person's document, unless it is masked or too short to give anything away."""
    return value if "*" in value or len(compact(value)) < _SHORTEST else masked_value(value)


def _word(record: Value | None, key: str) -> str:
    return str(record.get(key) or "") if isinstance(record, dict) else ""

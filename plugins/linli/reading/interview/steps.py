# SPDX-License-Identifier: MIT
"""What an interview yields: questions, and what is told between them."""

from __future__ import annotations

import unicodedata
from collections.abc import Generator, Iterable
from dataclasses import dataclass, replace
from typing import TypeAlias, TypeVar

from linli.language import interviews
from linli.language.languages import Language

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Option:
    """An answer that is offered."""

    word: str
    note: str = ""
    """What is shown beside it."""
    others: tuple[str, ...] = ()
    """Other words that mean it."""

    @property
    def words(self) -> tuple[str, ...]:
        return (self.word, *filter(None, (self.note, *self.others)))


@dataclass(frozen=True, slots=True)
class Question:
    """Something that an editor is asked."""

    prompt: str
    options: tuple[Option, ...] = ()
    """Answers that are offered. Another one may be typed, and the check judges it."""
    default: str = ""
    """What an empty answer means."""
    optional: bool = False
    """Whether it may go without an answer."""
    is_text: bool = False
    """Whether the answer has paragraphs."""
    is_again: bool = False
    """Whether its options have been shown."""


@dataclass(frozen=True, slots=True)
class Told:
    """Something that an editor is told."""

    line: str


@dataclass(frozen=True, slots=True)
class Taken:
    """What was understood, where that is not what was typed."""

    word: str


Step: TypeAlias = Question | Told | Taken
Dialogue: TypeAlias = Generator[Step, str | None, T]
"""Is sent what was typed; None where nobody is there to answer."""


def matching(typed: str, options: Iterable[Option]) -> tuple[Option, ...]:
    """The options meant: the one of that word, of that number, or all that hold what was typed."""
    word, every = unicodedata.normalize("NFKC", typed).casefold(), tuple(options)
    if own := [one for one in every if word == one.word.casefold()]:
        return tuple(own[:1])
    if same := [one for one in every if word in (other.casefold() for other in one.words)]:
        return tuple(same)
    if word.isdecimal() and len(word) <= 4 and 1 <= int(word) <= len(every):
        return (every[int(word) - 1],)
    return tuple(one for one in every if any(word in other.casefold() for other in one.words))


def choose(question: Question, says: Language) -> Dialogue[str | None]:
    """Ask, and let a part of a word narrow down what is offered; the answer, not judged yet."""
    asked = question
    while True:
        typed = yield asked
        if typed is None:
            return None
        typed = typed.strip()
        if any(unicodedata.category(sign) in {"Cc", "Cs"} and sign not in "\n\t" for sign in typed):
            yield Told(interviews.UNPRINTABLE(says))
            continue
        if not typed and asked != question:
            asked = question
            continue
        if not typed:
            return question.default
        found = matching(typed, asked.options)
        if len(found) > 1:
            yield Told(interviews.SEVERAL(says).format(value=typed, n=len(found)))
            asked = replace(question, options=found, default="", optional=False, is_again=False)
            continue
        if found and found[0].word != typed:
            yield Taken(found[0].word)
        return found[0].word if found else typed

# SPDX-License-Identifier: MIT
"""What the look-up answers: found in the leaves, reading no more of them than the answer needs.

`overrides/scripts/lookup.js` does the same in a reader's browser, step by step; one test asks
both. Whatever the leaves point to is compared with the record itself before it is an answer, so a
number that is not there is never found.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from linli.newsroom.lookup import Record, day_code, day_of, name_key, number_key, pairs
from linli.pages.lookup import keys
from linli.pages.lookup.index import FOLDER, leaf_path, part_of, shelf_path
from linli.pages.lookup.keys import BEFORE, LEAD, Shelf
from linli.pages.lookup.leaves import (
    is_inside,
    is_list,
    leaf_for,
    nodes,
    read_leaf,
    read_list,
    refs_of,
)
from linli.pages.lookup.terms import OWN, RARE, digits

Fetch = Callable[[str], str | None]
"""From a path of the site to the text of the file; None where there is none."""

SHORTEST = 4
"""Signs without which a number is not looked for: fewer are the beginning of any."""
WHOLE = 6
"""Signs from which a number that is found as it stands needs no look for longer ones."""
WHOLE_NAME = 6
"""Signs from which a name needs none."""
MIDDLE = 6
"""Signs from which the middle of a number is found."""
_FEW = 12
"""Records that are sooner read than looked for under one more term."""
_ENOUGH = 2
"""Common terms of a name after which a record is sooner read than looked for under a third."""


class How(StrEnum):
    """In what way a record answers."""

    NUMBER = "number"
    BEGINNING = "beginning"
    ENDING = "ending"
    MIDDLE = "middle"
    NAME = "name"
    PART = "part"


class Found(NamedTuple):
    """An answer."""

    how: How
    record: Record
    matched: str
    """The number or name of the record that answers."""


class Question(NamedTuple):
    """What is looked for, and among which announcements."""

    text: str
    code: str = ""
    place: str = ""
    """Slugs from the district down."""
    year: int | None = None

    @property
    def number(self) -> str:
        """The key of a number in it; empty where there is none."""
        key = number_key(self.text)
        # Beside Chinese a few letters are part of a name, unless there is a digit among them.
        is_one = key == name_key(self.text) or any(sign.isdigit() for sign in key)
        return key if len(key) >= SHORTEST and is_one else ""

    @property
    def words(self) -> tuple[str, ...]:
        """The keys of the parts of a name in it."""
        plain = unicodedata.normalize("NFKC", self.text)
        return tuple(filter(None, map(name_key, plain.split())))

    @property
    def has_words(self) -> bool:
        """Whether anything in it can be part of a name: two signs, not all of them digits."""
        return any(len(word) > 1 and not word.isdigit() for word in self.words)

    @property
    def is_too_short(self) -> bool:
        return not self.number and not self.has_words

    def admits(self, record: Record) -> bool:
        """Whether a record is among those that are asked of."""
        return (
            (not self.code or record.code == self.code)
            and (self.year is None or record.day.year == self.year)
            and (
                not self.place
                or any(f"{place}/".startswith(f"{self.place}/") for place in record.places)
            )
        )


class Lookup:
    """Answers questions from the files of a site."""

    def __init__(self, fetch: Fetch) -> None:
        self._fetch_anew = fetch
        self._fetched: dict[str, str | None] = {}

    def ask(self, question: Question) -> Iterator[Found | None]:
        """Answers, exact ones first, and None where a reader may well stop: what follows costs
        more files and fits less."""
        seen: set[tuple[date, str]] = set()
        for number, stage in enumerate(stages := self._stages(question), 1):
            found = 0
            for answer in stage(question):
                key = (answer.record.day, answer.record.id)
                if key not in seen:
                    seen.add(key)
                    found += 1
                    yield answer
            if found and number < len(stages) and self._may_stop(stage, question):
                yield None

    def _stages(self, question: Question) -> list[Callable[[Question], Iterator[Found]]]:
        """The ways in which a question can be answered, the exact before the others."""
        stages: list[Callable[[Question], Iterator[Found]]] = []
        if question.number:
            stages += [self._whole, self._ends]
            stages += [self._insides] if len(question.number) >= MIDDLE else []
        if question.has_words:
            stages += [self._whole_name, self._parts]
        return stages

    def _may_stop(self, stage: Callable[[Question], Iterator[Found]], question: Question) -> bool:
        """A short number that is found whole may be the end of a longer one that is meant."""
        if stage == self._whole:
            return len(question.number) >= WHOLE
        if stage == self._whole_name:
            return len(name_key(question.text)) >= WHOLE_NAME
        return stage in (self._ends, self._insides)

    # Numbers

    def _whole(self, question: Question) -> Iterator[Found]:
        number = question.number
        refs = dict(self._leaf(Shelf.NUMBERS, number)).get(number, "")
        yield from self._confirmed(question, refs_of(refs), How.NUMBER, number.__eq__)

    def _ends(self, question: Question) -> Iterator[Found]:
        number = question.number
        refs = {
            ref: How.BEGINNING
            for key, found in self._beginning(Shelf.NUMBERS, number)
            if key != number
            for ref in refs_of(found)
        }
        for key, found in self._beginning(Shelf.ENDINGS, number[::-1]):
            if len(key) != len(number):
                refs |= {ref: How.ENDING for ref in refs_of(found) if ref not in refs}
        for ref in sorted(refs, reverse=True):
            fits = str.startswith if refs[ref] is How.BEGINNING else str.endswith
            yield from self._confirmed(
                question,
                [ref],
                refs[ref],
                lambda key, fits=fits: fits(key, number),  # type: ignore[misc]
            )

    def _insides(self, question: Question) -> Iterator[Found]:
        number = question.number
        refs: set[str] = set()
        for start in range(LEAD + 1):
            for key, found in self._beginning(Shelf.INSIDES, number[start:]):
                inside, _, before = key.partition(BEFORE)
                if inside.startswith(number[start:]) and before.endswith(number[:start]):
                    refs |= {*refs_of(found)}
        yield from self._confirmed(
            question, sorted(refs, reverse=True), How.MIDDLE, lambda key: number in key
        )

    def _confirmed(
        self, question: Question, refs: Iterable[str], how: How, fits: Callable[[str], bool]
    ) -> Iterator[Found]:
        """The records of references that bear a number that fits."""
        for record in self._records(refs):
            number = next((one for one in record.numbers if fits(number_key(one))), None)
            if number is not None and question.admits(record):
                yield Found(how, record, number)

    # Names

    def _whole_name(self, question: Question) -> Iterator[Found]:
        whole = name_key(question.text)
        refs = dict(self._leaf(Shelf.NAMES, keys.way_to_name(whole))).get(whole, "")
        for record in self._records(reversed(refs_of(refs))):
            name = next((one for one in record.names if name_key(one) == whole), None)
            if name is not None and question.admits(record):
                yield Found(How.NAME, record, name)

    def _parts(self, question: Question) -> Iterator[Found]:
        words = question.words
        terms = [self._term(keys.shelf_of(pair), pair[1]) for pair in self._pairs(words)]
        filters = [keys.CODE + question.code] if question.code else []
        if question.place:
            filters.append(keys.PLACE + question.place.replace("/", "~"))
        years = (
            (day_code(date(question.year, 1, 1)), day_code(date(question.year, 12, 31)))
            if question.year
            else None
        )
        among = [self._term(shelf, "") for shelf in filters]
        for record in self._records(_common(terms, among, years)):
            matched = _name_with(record, words)
            if matched and question.admits(record):
                yield Found(How.PART, record, matched)

    def _pairs(self, words: Iterable[str]) -> list[str]:
        return sorted({pair for word in words for pair in pairs(word)})

    def _term(self, shelf: str, key: str) -> Term:
        folder = f"{Shelf.TERMS}/{shelf}"
        text = self._fetch(shelf_path(folder)) or ""
        if not is_list(text):
            return Term([("", lambda: dict(read_leaf(text)).get(key, ""))])
        listed = read_list(text)
        stem = f"{OWN}{key}."
        own = sorted((name for name in listed if name.startswith(stem)), reverse=True)
        if not own:
            way = RARE + digits(key)
            own = [name for name in listed if name[0] == RARE and way.startswith(name)]

        def reading(name: str) -> Callable[[], str]:
            path = leaf_path(folder, name)
            return lambda: dict(read_leaf(self._fetch(path) or "")).get(key, "")

        return Term(
            [(name.removeprefix(stem) if name[0] == OWN else "", reading(name)) for name in own]
        )

    # Files

    def _leaf(self, shelf: str, way: str) -> list[tuple[str, str]]:
        """What stands in the leaf to which a way leads."""
        text = self._fetch(shelf_path(shelf)) or ""
        if not is_list(text):
            return read_leaf(text)
        name = leaf_for(way, frozenset(read_list(text)))
        return read_leaf(self._fetch(leaf_path(shelf, name)) or "") if name else []

    def _beginning(self, shelf: str, start: str) -> Iterator[tuple[str, str]]:
        """All keys of a shelf that begin so, leaf by leaf."""
        text = self._fetch(shelf_path(shelf)) or ""
        if is_list(text):
            above = {*nodes(start)}
            listed = (n for n in read_list(text) if n in above or is_inside(n, start))
            texts: Iterable[str] = (self._fetch(leaf_path(shelf, name)) or "" for name in listed)
        else:
            texts = (text,)
        for one in texts:
            yield from ((key, refs) for key, refs in read_leaf(one) if key.startswith(start))

    def _records(self, refs: Iterable[str]) -> Iterator[Record]:
        """The records of references, each reference once."""
        seen: set[str] = set()
        for ref in refs:
            if ref in seen:
                continue
            seen.add(ref)
            day, mark = day_of(ref[:3]), ref[3:]
            stem = f"{FOLDER}records/{day:%Y/%m%d}"
            text = self._fetch(f"{stem}.txt") or ""
            if is_list(text):
                text = self._fetch(f"{stem}-{part_of(mark)}.txt") or ""
            start = f'["{mark}",'
            for line in text.split("\n"):
                if line.startswith(start):
                    yield Record.of_line(day, line)

    def _fetch(self, path: str) -> str | None:
        if path not in self._fetched:
            self._fetched[path] = self._fetch_anew(path)
        return self._fetched[path]


class Term:
    """The references of one term, in parts that follow each other back in time."""

    def __init__(self, parts: Sequence[tuple[str, Callable[[], str]]]) -> None:
        self._parts = parts
        self._read: dict[int, frozenset[str]] = {}

    def __len__(self) -> int:
        return len(self._parts)

    def _refs(self, part: int) -> frozenset[str]:
        if part not in self._read:
            self._read[part] = frozenset(refs_of(self._parts[part][1]()))
        return self._read[part]

    def newest_first(self, years: tuple[str, str] | None) -> Iterator[str]:
        """References; `years` are the codes of the first and the last day that matter."""
        for part, (time, _) in enumerate(self._parts):
            if years and not _meets(time, years):
                continue
            yield from (
                ref
                for ref in sorted(self._refs(part), reverse=True)
                if not years or years[0] <= ref[:3] <= years[1]
            )

    def __contains__(self, ref: str) -> bool:
        day = f"{day_of(ref[:3]):%Y%m%d}"
        return any(
            day.startswith(time) and ref in self._refs(part)
            for part, (time, _) in enumerate(self._parts)
        )


def _meets(time: str, years: tuple[str, str]) -> bool:
    """Whether a part of a term reaches into a span of days."""
    first, last = (f"{day_of(code):%Y%m%d}" for code in years)
    return first[: len(time)] <= time <= last[: len(time)]


def _common(
    terms: Sequence[Term], among: Sequence[Term], years: tuple[str, str] | None
) -> Iterator[str]:
    """References that the terms of a name and those of the filters have, the newest first. A few
    may be wrong: they are sooner read than looked for in many leaves."""
    first, *others = sorted(terms, key=len)
    short = [term for term in others if len(term) <= 1]
    long = [*[term for term in others if len(term) > 1][:_ENOUGH], *among]
    found: Iterator[str] = (
        ref for ref in first.newest_first(years) if all(ref in term for term in short)
    )
    if len(first) == 1:
        at_hand = list(found)
        if len(at_hand) <= _FEW:
            yield from at_hand
            return
        found = iter(at_hand)
    yield from (ref for ref in found if all(ref in term for term in long))


def _name_with(record: Record, words: Sequence[str]) -> str:
    """The name of a record that has most of the words, where all stand in its names."""
    held = {name: [word in name_key(name) for word in words] for name in record.names}
    if not held or not all(map(any, zip(*held.values(), strict=True))):
        return ""
    return max(held, key=lambda name: sum(held[name]))

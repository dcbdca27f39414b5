# SPDX-License-Identifier: MIT
"""The forms a value may take: each reads a node, says what is wrong with it, and describes
itself for the JSON Schema and for the editors' table of keys."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cache
from typing import Any, Protocol, TypeGuard

from linli.language.languages import Language, Text
from linli.newsroom.codes import Kind
from linli.newsroom.nearest import nearest
from linli.reading.dates import DateError, parse_day, parse_moment
from linli.reading.findings import Findings
from linli.reading.nodes import Entries, Entry, Items, Node, Scalar
from linli.reading.withheld import WITHHELD

JsonSchema = dict[str, Any]


class Form(Protocol):
    """How a value is written."""

    def read(self, node: Node, findings: Findings) -> Any:
        """The value, or None where the node is wrong; what is wrong has then been said."""

    def json_schema(self) -> JsonSchema:
        """The value as JSON Schema 2020-12."""

    def words(self, language: Language) -> str:
        """The form in a few words."""


@dataclass(frozen=True, slots=True, eq=False)
class Key:
    """One key of the front matter: the single source of validation, schema and reference."""

    name: str
    zh: tuple[str, ...]
    """Chinese spellings; the first is the one the reference shows."""
    form: Form
    meaning: Text
    kinds: frozenset[str] = frozenset()
    """Where it may stand; empty in a record, whose keys may always stand."""
    required: frozenset[str] = frozenset()
    """Where it must stand."""
    attribute: str = ""
    """The value's name in the domain, where it is not the key's own."""

    @property
    def spellings(self) -> tuple[str, ...]:
        return (self.name, *self.zh)

    @property
    def target(self) -> str:
        return self.attribute or self.name


@cache
def _by_spelling(keys: tuple[Key, ...]) -> Mapping[str, Key]:
    return {spelling: key for key in keys for spelling in key.spellings}


def read_entries(
    entries: Iterable[Entry], keys: tuple[Key, ...], findings: Findings
) -> dict[str, Any]:
    """Read a mapping by its table of keys: values by target name; what is wrong is said.

    A key whose value is wrong is left out, so that the rest of the file is still read.
    """
    by_spelling = _by_spelling(keys)
    values: dict[str, Any] = {}
    first_lines: dict[str, int] = {}
    for entry in entries:
        key = by_spelling.get(entry.key)
        if key is None and entry.key.strip().casefold() in WITHHELD:
            findings.say("withheld-detail", entry.line, key=entry.key)
            continue
        if key is None:
            findings.say(
                "unknown-key",
                entry.line,
                key=entry.key,
                nearest=nearest(entry.key, by_spelling),
            )
            continue
        if key.name in first_lines:
            findings.say("duplicate-key", entry.line, key=entry.key, first=first_lines[key.name])
            continue
        first_lines[key.name] = entry.line
        with findings.inside(key.name, entry.line, f".{entry.key}"):
            if isinstance(entry.value, Scalar) and entry.value.is_empty:
                findings.say("empty-value", entry.line, key=entry.key)
                continue
            value = key.form.read(entry.value, findings)
            if value is not None:
                values[key.target] = value
    return values


def named_keys(entries: Iterable[Entry], keys: tuple[Key, ...]) -> frozenset[str]:
    """The keys that stand in a mapping, or that an unknown one in it most likely means.

    Who wrote `titel` is asked whether `title` was meant, and need not hear that it is missing.
    """
    by_spelling = _by_spelling(keys)
    meant = (
        entry.key if entry.key in by_spelling else nearest(entry.key, by_spelling)
        for entry in entries
    )
    return frozenset([by_spelling[word].name for word in meant if word])


def say_missing(
    keys: Iterable[Key], kind: str, present: frozenset[str], findings: Findings, line: int
) -> None:
    """Say which required keys of a kind are not there at all."""
    for key in keys:
        if kind in key.required and key.name not in present:
            findings.say("missing-key", line, key=key.name, zh=key.zh[0])


_A_TEXT = Text("一段文字", "a text")
_A_WORD = Text("一个词", "one word")
_A_DATE = Text("一个日期", "a date")
_A_NUMBER = Text("一个整数", "a whole number")
_YES_OR_NO = Text("是或否", "yes or no")


_IN_CHINESE_QUOTES = re.compile(r"[“‘][^“”‘’]*[”’]")


def _scalar(
    node: Node, findings: Findings, expected: Text, *, is_prose: bool = False
) -> Scalar | None:
    if isinstance(node, Scalar):
        if not is_prose and not node.quoted and _IN_CHINESE_QUOTES.fullmatch(node.text.strip()):
            # A word processor made them of what was to be YAML's own quotes.
            findings.say("smart-quotes", node.line, text=node.text.strip())
            return None
        return node
    findings.say("not-a-single-value", node.line, key=findings.label, **_both(expected))
    return None


def _both(expected: Text) -> dict[str, str]:
    """A text for a message, which picks the language only when it is said."""
    return {"expected_zh": expected.zh, "expected_en": expected.en}


@dataclass(frozen=True, slots=True)
class Words:
    """A text on one line."""

    least: int = 1
    most: int | None = None
    may_be_empty: bool = False

    @property
    def is_name(self) -> bool:
        """A name or a word, that nobody would put into quotation marks as a whole."""
        return self.most is not None and self.most <= 30

    def read(self, node: Node, findings: Findings) -> str | None:
        scalar = _scalar(node, findings, _A_TEXT, is_prose=not self.is_name)
        if scalar is None:
            return None
        text = scalar.text.strip()
        if not text and self.may_be_empty:
            return ""
        if not text:
            findings.say("empty-value", node.line, key=findings.label)
            return None
        if len(text) < self.least:
            findings.say(
                "too-short", node.line, key=findings.label, length=len(text), least=self.least
            )
            return None
        if self.most is not None and len(text) > self.most:
            findings.say(
                "too-long", node.line, key=findings.label, length=len(text), most=self.most
            )
            return None
        return text

    def json_schema(self) -> JsonSchema:
        schema: JsonSchema = {"type": ["string", "number"], "minLength": self.least}
        if self.may_be_empty:
            schema = {"type": "string"}
        if self.most is not None:
            schema["maxLength"] = self.most
        return schema

    def words(self, language: Language) -> str:
        if self.most is None:
            return Text("文字", "text")(language)
        if self.least > 1:
            return Text(
                f"文字，{self.least}–{self.most} 字", f"text, {self.least}–{self.most} characters"
            )(language)
        return Text(f"文字，至多 {self.most} 字", f"text, {self.most} characters at most")(language)


@dataclass(frozen=True, slots=True)
class Pattern:
    """A text of a fixed shape."""

    pattern: re.Pattern[str]
    shape: Text
    """The shape in words, with an example."""

    def read(self, node: Node, findings: Findings) -> str | None:
        scalar = _scalar(node, findings, self.shape)
        if scalar is None:
            return None
        text = scalar.text.strip()
        if self.pattern.fullmatch(text):
            return text
        findings.say("wrong-shape", node.line, key=findings.label, value=text, **_both(self.shape))
        return None

    def json_schema(self) -> JsonSchema:
        return {"type": ["string", "integer"], "pattern": f"^(?:{self.pattern.pattern})$"}

    def words(self, language: Language) -> str:
        return self.shape(language)


@dataclass(frozen=True, slots=True)
class Choice:
    """One word of a list, in either spelling."""

    options: Mapping[Any, Text]
    _by_word: dict[str, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        self._by_word.update((option.value, option) for option in self.options)
        self._by_word.update((text.zh, option) for option, text in self.options.items())

    def read(self, node: Node, findings: Findings) -> Enum | None:
        scalar = _scalar(node, findings, _A_WORD)
        if scalar is None:
            return None
        word = scalar.text.strip()
        by_word = self._by_word
        found = by_word.get(word) or by_word.get(word.casefold())
        if found is None:
            findings.say(
                "unknown-choice",
                node.line,
                key=findings.label,
                value=word,
                nearest=nearest(word, by_word),
                allowed_zh=tuple(f"{one.value}（{text.zh}）" for one, text in self.options.items()),
                allowed_en=tuple(option.value for option in self.options),
            )
        return found

    def json_schema(self) -> JsonSchema:
        words = [option.value for option in self.options]
        return {"enum": words + [text.zh for text in self.options.values()]}

    def words(self, language: Language) -> str:
        if language is Language.EN:
            return " · ".join(option.value for option in self.options)
        return " · ".join(f"{option.value}（{text.zh}）" for option, text in self.options.items())


class Day:
    """A date."""

    def read(self, node: Node, findings: Findings) -> Any:
        scalar = _scalar(node, findings, _A_DATE)
        if scalar is None:
            return None
        try:
            return parse_day(scalar.text)
        except DateError as error:
            _say_date(error, scalar, findings)
            return None

    def json_schema(self) -> JsonSchema:
        return {"type": "string", "description": "2022-07-05 · 2022/7/5 · 2022年7月5日"}

    def words(self, language: Language) -> str:
        return Text("日期", "date")(language)


@dataclass(frozen=True, slots=True)
class Moment:
    """A date, with or without a time of day: the instant, and whether a time was given."""

    needs_time: bool = False

    def read(self, node: Node, findings: Findings) -> Any:
        scalar = _scalar(node, findings, _A_DATE)
        if scalar is None:
            return None
        try:
            moment, has_time = parse_moment(scalar.text, findings.zone)
        except DateError as error:
            _say_date(error, scalar, findings)
            return None
        if self.needs_time and not has_time:
            findings.say("time-missing", node.line, key=findings.label, value=scalar.text)
            return None
        return moment if self.needs_time else (moment, has_time)

    def json_schema(self) -> JsonSchema:
        return {"type": "string", "description": "2022-07-05 · 2022-07-05 09:30"}

    def words(self, language: Language) -> str:
        if self.needs_time:
            return Text("日期和时刻", "date and time")(language)
        return Text("日期，可带时刻", "date, time optional")(language)


def _say_date(error: DateError, scalar: Scalar, findings: Findings) -> None:
    code = "not-a-date" if error.real else "no-such-day"
    findings.say(code, scalar.line, key=findings.label, value=scalar.text.strip())


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number."""

    least: int = 0

    def read(self, node: Node, findings: Findings) -> int | None:
        scalar = _scalar(node, findings, _A_NUMBER)
        if scalar is None:
            return None
        text = scalar.text.strip()
        if re.fullmatch(r"-?[0-9]{1,9}", text) and int(text) >= self.least:
            return int(text)
        findings.say("not-a-number", node.line, key=findings.label, value=text, least=self.least)
        return None

    def json_schema(self) -> JsonSchema:
        return {"type": "integer", "minimum": self.least}

    def words(self, language: Language) -> str:
        return Text("整数", "whole number")(language)


class Flag:
    """Yes or no."""

    def read(self, node: Node, findings: Findings) -> bool | None:
        scalar = _scalar(node, findings, _YES_OR_NO)
        if scalar is None:
            return None
        word = scalar.text.strip().casefold()
        if word in {"true", "yes", "是"}:
            return True
        if word in {"false", "no", "否"}:
            return False
        findings.say("not-a-flag", node.line, key=findings.label, value=scalar.text.strip())
        return None

    def json_schema(self) -> JsonSchema:
        return {"enum": [True, False, "是", "否"]}

    def words(self, language: Language) -> str:
        return Text("true（是）或 false（否）", "true or false")(language)


@dataclass(frozen=True, slots=True)
class Many:
    """A list. One value that stands alone is refused: a comma in it could be two."""

    form: Form
    flat: bool = False
    """Each item gives several values (a byline that names two people)."""

    def read(self, node: Node, findings: Findings) -> tuple[Any, ...] | None:
        if not isinstance(node, Items):
            shown = node.text.strip("［］【】 ") if isinstance(node, Scalar) else ""
            findings.say("not-a-list", node.line, key=findings.label, value=shown)
            return None
        values: list[Any] = []
        if not node.items:
            findings.say("empty-value", node.line, key=findings.label)
            return None
        for index, item in enumerate(node.items):
            # Told as the file counts, remembered as the values do: a broken item is left out.
            with findings.inside(str(len(values)), item.line, f"[{index + 1}]"):
                if isinstance(item, Scalar) and item.is_empty:
                    findings.say("empty-item", item.line, key=findings.label.rpartition("[")[0])
                    continue
                if self._holds_several(item):
                    label = findings.label.rpartition("[")[0]
                    findings.say("wide-comma", item.line, key=label, value=item.text)
                    continue
                value = self.form.read(item, findings)
                if value is not None:
                    values.extend(value) if self.flat else values.append(value)
        return tuple(values)

    def _holds_several(self, item: Node) -> TypeGuard[Scalar]:
        """Whether a Chinese comma stands where YAML wants its own: `[灯，路]`."""
        if not isinstance(item, Scalar) or item.quoted:
            return False
        return isinstance(self.form, Words) and bool(re.search("[，、；]", item.text))

    def json_schema(self) -> JsonSchema:
        return {"type": "array", "items": self.form.json_schema()}

    def words(self, language: Language) -> str:
        inner = self.form.words(language)
        return Text(f"列表：{inner}", f"list of: {inner}")(language)


@dataclass(frozen=True, slots=True)
class Record:
    """A value made of keys."""

    build: Callable[..., Any]
    keys: tuple[Key, ...]
    required: frozenset[str] = frozenset()
    defaults: Mapping[str, Any] = field(default_factory=dict)
    """Stand in for a required key that is missing, so that the rest can still be checked."""

    def read(self, node: Node, findings: Findings) -> Any:
        if isinstance(node, Scalar) and (key := self._before_wide_colon(node.text)):
            findings.say("wide-colon", node.line, key=key)
            return None
        if not isinstance(node, Entries):
            findings.say(
                "not-a-record",
                node.line,
                key=findings.label,
                keys=tuple(key.name for key in self.keys),
            )
            return None
        return self.read_entries(node, findings)

    def _before_wide_colon(self, text: str) -> str:
        key, colon, _ = text.partition("：")
        return key if colon and any(key in one.spellings for one in self.keys) else ""

    def read_entries(self, node: Entries, findings: Findings, **given: Any) -> Any:
        values = read_entries(node.entries, self.keys, findings)
        standing = named_keys(node.entries, self.keys)
        whole = True
        for key in self.keys:
            if key.name in self.required and key.name not in standing:
                outer = f"{findings.label}.{key.name}"
                findings.say("missing-key", node.line, key=outer, zh=key.zh[0])
            if key.name in self.required and key.target not in values:
                whole = False
                values[key.target] = self.defaults.get(key.target)
        if not whole and any(values[name] is None for name in values):
            return None
        return self.build(**values, **given)

    def json_schema(self) -> JsonSchema:
        return object_schema(self.keys, self.required)

    def words(self, language: Language) -> str:
        return f"`{self.braces}`"

    @property
    def braces(self) -> str:
        """The keys as they are written on one line."""
        return "{" + ", ".join(key.name for key in self.keys) + "}"


def object_schema(keys: Iterable[Key], required: Iterable[str]) -> JsonSchema:
    """A mapping with these keys and no others, each in any of its spellings."""
    table = tuple(keys)
    must = set(required)
    schema: JsonSchema = {
        "type": "object",
        "properties": {
            spelling: key.form.json_schema()
            | {"title": key.zh[0], "description": f"{key.meaning.zh} · {key.meaning.en}"}
            for key in table
            for spelling in key.spellings
        },
        "additionalProperties": False,
    }
    conditions = [
        {"anyOf": [{"required": [spelling]} for spelling in key.spellings]}
        for key in table
        if key.name in must
    ]
    if conditions:
        schema["allOf"] = conditions
    return schema


@dataclass(frozen=True, slots=True)
class ByFile:
    """Records under the names of files: `photos: {a.jpg: {caption: …}}`."""

    record: Record

    def read(self, node: Node, findings: Findings) -> tuple[Any, ...] | None:
        if not isinstance(node, Entries):
            findings.say("not-by-file", node.line, key=findings.label)
            return None
        values: list[Any] = []
        first_lines: dict[str, int] = {}
        for entry in node:
            if entry.key in first_lines:
                findings.say(
                    "duplicate-key", entry.line, key=entry.key, first=first_lines[entry.key]
                )
                continue
            first_lines[entry.key] = entry.line
            with findings.inside(entry.key, entry.line, f".{entry.key}"):
                if not isinstance(entry.value, Entries):
                    findings.say("not-by-file", entry.line, key=findings.label)
                    continue
                value = self.record.read_entries(entry.value, findings, file=entry.key)
                if value is not None:
                    values.append(value)
        return tuple(values)

    def json_schema(self) -> JsonSchema:
        return {"type": "object", "additionalProperties": self.record.json_schema()}

    def words(self, language: Language) -> str:
        return f"`{{{Text('文件名', 'file')(language)}: {self.record.braces}}}`"


def kinds(*names: Kind | str) -> frozenset[str]:
    return frozenset(str(name) for name in names)

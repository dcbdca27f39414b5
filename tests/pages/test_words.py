# SPDX-License-Identifier: MIT
"""The table of words: nothing that is asked for is missing, and nothing stands there unasked."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest

from linli.language.interface import WORDS, Words
from linli.language.languages import Language

ROOT = Path(__file__).resolve().parents[2]
SOURCES = {
    path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
    for path in (*(ROOT / "overrides").rglob("*.html"), *(ROOT / "plugins/linli").rglob("*.py"))
    if path.name not in {"interface.py", "messages.py"}
}
# In a template `t('key', n=…)`; in code `paper.t("key", …)`, at times with a choice inside, and
# keys that a helper is handed: `_text(paper, "holder", …)`, `_facet(paper, "facet.year", …)`.
_ASKED = re.compile(r"""\bt\(\s*f?(["'])([^"']+)\1""")
_TEXTS = re.compile(r"""f?"([a-z0-9][a-z0-9.-]*(?:\{[^}"]*\}[a-z0-9.-]*)*)\"""")


def asked() -> dict[str, str]:
    """Every key that `t()` is called with, `{…}` where a part is computed, and who asks."""
    return {match[2]: path for path, text in SOURCES.items() for match in _ASKED.finditer(text)}


def mentioned() -> set[str]:
    """Every text of the code and the templates that could be a key."""
    found = {match[2] for text in SOURCES.values() for match in _ASKED.finditer(text)}
    for path, text in SOURCES.items():
        if path.endswith(".py"):
            found |= set(_TEXTS.findall(text))
    # The helpers of the typed fields put `field.` before the word they are given.
    return found | {f"field.{word}" for word in found}


def pattern(key: str) -> re.Pattern[str]:
    parts = re.split(r"\{[^}]*\}", key)
    return re.compile("[a-z0-9.-]+".join(map(re.escape, parts)))


def arguments(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_every_word_that_is_asked_for_is_in_the_table() -> None:
    missing = {
        key: path
        for key, path in asked().items()
        if not any(pattern(key).fullmatch(word) for word in WORDS)
    }
    assert len(asked()) > 90
    assert missing == {}


def test_every_word_of_the_table_is_asked_for_somewhere() -> None:
    patterns = [pattern(key) for key in mentioned() if "{" not in key or "." in key]
    unused = [word for word in WORDS if not any(one.fullmatch(word) for one in patterns)]
    assert unused == []


def test_every_word_takes_the_same_arguments_in_both_languages() -> None:
    different = [key for key, text in WORDS.items() if arguments(text.zh) != arguments(text.en)]
    assert different == []


def test_every_word_is_given_the_arguments_it_takes() -> None:
    """Where a call stands on one line, its keywords are those of the word."""
    wrong = []
    for path, text in SOURCES.items():
        for match in re.finditer(r"""\bt\(\s*(["'])([a-z0-9.-]+)\1((?:,[^()]*)?)\)""", text):
            given = set(re.findall(r"(\w+)=", match[3]))
            if given != arguments(WORDS[match[2]].zh):
                wrong.append((path, match[2], given))
    assert wrong == []


@pytest.mark.parametrize("language", Language)
def test_no_word_is_empty_but_that_of_an_author_who_needs_none(language: Language) -> None:
    assert {key for key, text in WORDS.items() if not text(language)} <= {"role.author"}


def test_the_table_is_in_the_order_of_its_keys() -> None:
    assert list(WORDS) == sorted(WORDS)


def test_a_word_that_is_not_in_the_table_stops() -> None:
    with pytest.raises(KeyError):
        Words(Language.EN)("no.such.word")
    with pytest.raises(KeyError):
        Words(Language.EN)("listing.total")

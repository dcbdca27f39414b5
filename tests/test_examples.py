# SPDX-License-Identifier: MIT
"""Every code has an example in the handbook: the wrong one is found, the mended one is not."""

from __future__ import annotations

from pathlib import Path

import pytest
from specimens import said_of

from linli.language.examples import EXAMPLES, THEMES
from linli.language.examples.example import Example, InWords
from linli.language.messages import COMPARED, MESSAGES

NO_TEXT = {
    *("not-utf8", "file-empty", "file-unreadable", "symlink", "special-file"),
    *("image-unreadable", "photo-says-number", "photo-words-unreadable", "photo-original-unclean"),
    *("policy-page-missing", "invisible-character", "unknown-character"),
    *COMPARED,
}
"""What no snippet can show: bytes, pictures, a page that is not there, what git remembers."""
SNIPPETS = [code for code, example in EXAMPLES.items() if isinstance(example, Example)]


def test_every_code_has_an_example() -> None:
    assert set(MESSAGES) - set(EXAMPLES) == set(), "add them to linli/language/examples"
    assert set(EXAMPLES) - set(MESSAGES) == set()


def test_no_code_stands_under_two_themes() -> None:
    assert sum(len(theme.examples) for theme in THEMES) == len(EXAMPLES)


def test_only_what_no_snippet_can_show_is_told_in_words() -> None:
    assert {code for code, one in EXAMPLES.items() if isinstance(one, InWords)} == NO_TEXT


@pytest.mark.parametrize("code", SNIPPETS)
def test_the_wrong_one_is_found_and_the_mended_one_has_no_error(code: str, tmp_path: Path) -> None:
    example = EXAMPLES[code]
    assert isinstance(example, Example)
    wrong = said_of(example, "wrong", tmp_path / "wrong")
    assert code in {found.code for found in wrong}, wrong
    right = said_of(example, "right", tmp_path / "right")
    assert not [found for found in right if found.code == code or found.is_error]

# SPDX-License-Identifier: MIT
"""The valid word an editor most likely meant."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


def nearest(word: str, words: Iterable[str]) -> str:
    """The closest of `words`, or an empty text where none is close.

    Chinese words are short: one wrong character of three is already a third of the word, so
    the bar is lower than difflib's own.
    """
    folded = {candidate.casefold(): candidate for candidate in sorted(words, reverse=True)}
    close = difflib.get_close_matches(word.strip().casefold(), folded, n=1, cutoff=0.5)
    return folded[close[0]] if close else ""

# SPDX-License-Identifier: MIT
"""What is asked of a search: parts of sentences, as somebody half remembers them, and which pieces
hold them word for word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from corpus import Corpus, Piece

LENGTHS = (2, 3, 4, 6)
OF_EACH = 75
_RUNS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Asked:
    """One question, and the addresses of all its right answers."""

    text: str
    right: frozenset[str]

    def share_found(self, found: Sequence[str]) -> float:
        """Right answers among the first ten, of those that could stand there."""
        return len(self.right.intersection(found[:10])) / min(10, len(self.right))


def reports(count: int) -> list[Piece]:
    """So many reports, the newest first, in which no two sentences are alike.

    Stock sentences stand in eight of ten pieces; whatever is asked of them is answered rightly by
    any search.
    """
    found: list[Piece] = []
    corpus, number = Corpus(stock=0), 0
    while len(found) < count:
        found.append(corpus.report(number))
        number = found[-1].number + 1
    return found


def questions(pieces: Sequence[Piece], of_each: int = OF_EACH) -> list[Asked]:
    """Parts of sentences of each length, drawn anywhere in the texts."""
    rng = Random("questions of the search")
    texts = [(piece.url, "\n".join(words_of(piece))) for piece in pieces]
    asked: list[Asked] = []
    for length in LENGTHS:
        seen: set[str] = set()
        while len(seen) < of_each:
            run = rng.choice(_RUNS.findall(rng.choice(rng.choice(pieces).paragraphs)))
            if len(run) < length:
                continue
            start = rng.randint(0, len(run) - length)
            seen.add(run[start : start + length])
        for text in sorted(seen):
            asked.append(Asked(text, frozenset(url for url, words in texts if text in words)))
    return asked


def words_of(piece: Piece) -> Iterator[str]:
    """Everything a reader may read in a piece."""
    yield piece.title
    yield from piece.paragraphs
    yield from piece.headings
    # What stands for a picture, for those who cannot see it, nobody else can read.
    yield from (f"{photo.caption}\n{photo.credit}" for photo in piece.photos)
    yield f"本报记者\n{piece.author}"
    yield from piece.places

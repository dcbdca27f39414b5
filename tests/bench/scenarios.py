# SPDX-License-Identifier: MIT
"""What happens to a site between two builds, done to every generator alike.

Nothing is taken back: each round changes something once more, and says what a reader must find
after the build. A generator that is quick because it left a page old fails here.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property

from corpus import CATEGORIES, Corpus, Piece
from generator import Generator, write_text

Proof = dict[str, str]
"""Words that stand on a page after the build, by URL."""
Edit = Callable[[Generator, "Desk", int], Proof]


class StillOld(Exception):
    """A build left a page as it was."""


@dataclass(frozen=True)
class Desk:
    """The pieces that are edited; each scenario has its own."""

    corpus: Corpus
    count: int

    @cached_property
    def of_the_archive(self) -> Piece:
        """A report from the middle, long off the first page of every list."""
        return self.corpus.report(self.count // 2)

    @cached_property
    def served(self) -> Piece:
        return self.corpus.report(self.of_the_archive.number + 1)

    @cached_property
    def retitled(self) -> Piece:
        """A report of the last days: every list has it on its first page."""
        return self.corpus.report(40)

    @cached_property
    def moved(self) -> Piece:
        return self.corpus.report(self.retitled.number + 1)


def nothing(site: Generator, desk: Desk, round: int) -> Proof:
    return {desk.of_the_archive.url: desk.of_the_archive.paragraphs[0][:20]}


def cold(site: Generator, desk: Desk, round: int) -> Proof:
    for folder in site.kept:
        shutil.rmtree(folder, ignore_errors=True)
    return nothing(site, desk, round)


def body(site: Generator, desk: Desk, round: int) -> Proof:
    return _edit_body(site, desk.of_the_archive, f"这一段改了第{round}回")


def title(site: Generator, desk: Desk, round: int) -> Proof:
    piece = replace(desk.retitled, title=f"{desk.retitled.title}改题{round}")
    site.write(piece)
    return dict.fromkeys((piece.url, f"categories/{piece.category}/"), piece.title)


def category(site: Generator, desk: Desk, round: int) -> Proof:
    slugs = tuple(CATEGORIES)
    slug = slugs[(slugs.index(desk.moved.category) + 1 + round) % len(slugs)]
    piece = replace(desk.moved, category=slug)
    site.write(piece)
    return dict.fromkeys((piece.url, f"categories/{slug}/"), piece.title)


def new(site: Generator, desk: Desk, round: int) -> Proof:
    model = desk.corpus.report(0)
    piece = replace(model, number=900_000 + round, title=f"{model.places[2]}新稿第{round}篇")
    site.write(piece)
    return dict.fromkeys((piece.url, f"categories/{piece.category}/"), piece.title)


def template(site: Generator, desk: Desk, round: int) -> Proof:
    """The frame changes, and with it every page."""
    words = f"版式第{round}版"
    text = re.sub(r"<p>版式.*</p>\n", "", site.frame.read_text(encoding="utf-8"))
    write_text(site.frame, text.replace("</body>", f"<p>{words}</p>\n</body>"))
    return {desk.of_the_archive.url: words, desk.retitled.url: words}


def serve(site: Generator, desk: Desk, round: int) -> Proof:
    return _edit_body(site, desk.served, f"开着服务改了第{round}回")


SCENARIOS: dict[str, Edit] = {
    "cold": cold,
    "unchanged": nothing,
    "body": body,
    "title": title,
    "category": category,
    "new": new,
    "template": template,
}
"""What is built, in this order; `serve` is measured through a server instead."""


def _edit_body(site: Generator, piece: Piece, words: str) -> Proof:
    site.write(replace(piece, paragraphs=(*piece.paragraphs, f"{words}。")))
    return {piece.url: words}


def prove(site: Generator, proof: Proof) -> None:
    """Look whether the built site says what it must. Raises StillOld."""
    for url, words in proof.items():
        page = site.output / url / "index.html"
        if not page.is_file() or words not in page.read_text(encoding="utf-8"):
            raise StillOld(f"{site.name}: {url} does not say {words}")

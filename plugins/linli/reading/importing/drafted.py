# SPDX-License-Identifier: MIT
"""What an importer makes of a source that is no article of ours yet: drafts, and what is left over.

Nothing is guessed and nothing is lost: what a source does not say is a `to_do` of the draft, and
what was not understood is a leftover, word for word.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from linli.language.imports import Remark
from linli.newsroom.codes import Kind
from linli.reading.writing import Value


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A picture that came with a source, by the name under which the text shows it."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Drafted:
    """One piece, as far as its source tells it."""

    kind: Kind
    headline: str
    """What the file is named after, where `slug` does not say."""
    keys: Mapping[str, Value]
    """Front matter by the English name of its keys; an announcement has no `id` yet."""
    body: str
    """Markdown; its pictures are named as their `enclosures` are."""
    line: int = 1
    """Where it begins in the source."""
    slug: str = ""
    """The name that its file had already, in a site that is moved here."""
    to_do: Mapping[str, str] = field(default_factory=dict)
    """Keys that the source does not tell, each with what is to be told."""
    enclosures: tuple[Enclosure, ...] = ()


@dataclass(frozen=True, slots=True)
class Leftover:
    """A part of the source that stands in no draft, and where it stood."""

    text: str
    line: int = 1


@dataclass(frozen=True, slots=True)
class Harvest:
    """All that came out of one source: every character of it is in a draft or left over."""

    drafts: tuple[Drafted, ...] = ()
    leftovers: tuple[Leftover, ...] = ()
    remarks: tuple[Remark, ...] = ()
    """What an editor has to know: joins, captions lifted out, signatures not understood."""

# SPDX-License-Identifier: MIT
"""Reports drafted of what a source says: headline, front matter, text; and all that came of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import PurePath

from linli.newsroom.codes import Kind
from linli.reading.importing.drafted import Drafted, Harvest
from linli.reading.importing.faults import Notes, SourceError
from linli.reading.importing.prose.album import Album
from linli.reading.importing.prose.blocks import Block, Figure, markdown
from linli.reading.importing.signed import Makers
from linli.reading.writing import Value

TO_DO = {
    "title": "标题",
    "date": "发表的日期",
    "category": "栏目",
    "bylines": "谁写的，如 记者 王小明",
}
"""What every report has to say, and what is asked where its source does not."""
LONGEST_SUMMARY = 120


def report(
    keys: Mapping[str, Value],
    text: Sequence[Block] | str,
    album: Album,
    makers: Makers,
    *,
    name: str = "",
    slug: str = "",
    line: int = 1,
) -> Drafted:
    """A draft; keys without a value are left out, and asked for where a report needs them. Without
    a headline it is named as its source is."""
    told = {name: value for name, value in keys.items() if value not in ("", [], None)}
    makers.put_into(told)
    body = text if isinstance(text, str) else markdown(text)
    return Drafted(
        Kind.REPORT,
        str(told.get("title", "")) or PurePath(name).stem,
        told,
        body,
        line=line,
        slug=slug,
        to_do={name: words for name, words in TO_DO.items() if name not in told},
        enclosures=tuple(album.enclosures),
    )


def summary_of(text: str, notes: Notes) -> str:
    """A summary that is no longer than one may be."""
    words = " ".join(text.split())
    if len(words) <= LONGEST_SUMMARY:
        return words
    notes.say("summary-long", text=words)
    return ""


def with_lead_picture(blocks: Sequence[Block], sources: Sequence[str], album: Album) -> list[Block]:
    """A text under the picture that its source shows above it, if the text does not hold it."""
    name = album.take(sources)
    held = any(isinstance(block, Figure) and block.file == name for block in blocks)
    return [*blocks] if held or not name else [Figure(name), *blocks]


def harvest(name: str, drafts: list[Drafted], notes: Notes) -> Harvest:
    """Everything of a source. Raises SourceError where that is nothing."""
    drafts = [draft for draft in drafts if draft.body or "title" in draft.keys]
    if not drafts and not notes.leftovers:
        raise SourceError("nothing-in-it", name=name)
    return Harvest(tuple(drafts), tuple(notes.leftovers), tuple(notes.remarks))

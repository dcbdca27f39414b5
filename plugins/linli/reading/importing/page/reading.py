# SPDX-License-Identifier: MIT
"""A page read from its text: what stood on it, what was left over, what an editor has to check."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from linli.newsroom.places import Gazetteer
from linli.reading.chinese import half_width_marks
from linli.reading.importing.drafted import Drafted, Harvest
from linli.reading.importing.page.announcements import Notice
from linli.reading.importing.page.assembling import pieces_of
from linli.reading.importing.page.blocks import blocks_of
from linli.reading.importing.page.furniture import Cleared, Facts, cleared
from linli.reading.importing.page.lines import Line, lines_of, runs, widened
from linli.reading.importing.page.losses import losses
from linli.reading.importing.page.notes import Notes
from linli.reading.importing.page.notices import notice
from linli.reading.importing.page.pieces import Piece
from linli.reading.importing.page.reports import report
from linli.reading.importing.printing import Printing


def read_page(text: str, printing: Printing, gazetteer: Gazetteer) -> Harvest:
    """Draft the pieces of a printed page from its plain text; nothing is guessed, nothing lost.

    `printing` is what somebody has said of the page. Where nobody has, its own head and foot may
    say it, and nothing else: a day within a report is not the day of its publication.
    """
    notes = Notes()
    page = cleared(lines_of(text))
    for line in page.furniture:
        notes.leave(line.text, line.number)
    for line in page.jumps:
        notes.leave(line.text, line.number)
        notes.say("jump", line.number, text=line.text)
    printing = _settled(printing, page, notes)
    lines = _wide(page.lines, notes)
    blocks = blocks_of(lines)
    drafts = [
        draft
        for piece in pieces_of(blocks, notes)
        for draft in _drafts(piece, printing, gazetteer, notes)
    ]
    if notes.widened:
        notes.say("widened", 1, n=str(notes.widened))
    return Harvest(
        tuple(drafts),
        tuple(sorted(notes.leftovers, key=lambda leftover: leftover.line)),
        tuple(sorted(notes.remarks, key=lambda remark: remark.line)),
    )


def _drafts(
    piece: Piece | Notice, printing: Printing, gazetteer: Gazetteer, notes: Notes
) -> Iterator[Drafted]:
    if isinstance(piece, Piece):
        yield report(piece, printing, gazetteer, notes)
    elif piece.is_lost:
        yield from losses(piece, printing, gazetteer, notes)
    else:
        yield notice(piece, printing, gazetteer, notes)


def _wide(lines: list[Line], notes: Notes) -> tuple[Line, ...]:
    for run in runs(lines):
        text = "\n".join(line.text for line in run)
        notes.widened += sum(1 for _ in half_width_marks(text))
    return widened(lines)


def _settled(printing: Printing, page: Cleared, notes: Notes) -> Printing:
    """What is known of the page, and a remark on all that its own words add or contradict."""
    facts: Facts = page.facts
    days = [day for day, _ in facts.days]
    line = facts.days[0][1] if facts.days else 1
    if printing.date is None and len(days) == 1:
        printing = replace(printing, date=days[0])
        notes.say("page-date", line, date=str(days[0]))
    elif len(days) > 1 or (days and days != [printing.date]):
        told = str(printing.date) if printing.date else ""
        code = "page-date-differs" if told else "page-dates"
        notes.say(code, line, date="、".join(map(str, days)), told=told)
    if not printing.issue and len(facts.issues) == 1:
        printing = replace(printing, issue=facts.issues[0])
    if not printing.page and len(facts.pages) == 1:
        printing = replace(printing, page=facts.pages[0])
    return printing

# SPDX-License-Identifier: MIT
"""The blocks of a page put together: which piece each belongs to, and as what.

- A piece begins with a headline at the beginning, after a signature, after an announcement, below a
  rule; and with two to four headlines above one another, or one above a signature, anywhere.
- Any other headline above a text is a cross-head.
- A signature below a text ends the piece; above the text it does not.
- A paragraph without the end of a sentence goes on in the next text of its piece, past captions.
- In a text with indents it also goes on where its column was full and the next has none.
- A caption says so itself (图为, 某某摄), or stands alone, set off by more blank lines than there
  are elsewhere, in the middle of a sentence.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from linli.reading.importing.page import captions, signatures
from linli.reading.importing.page.announcements import Notice, begins_notice, end_of_notice
from linli.reading.importing.page.blocks import MOST_HEADLINES, Block, Sort
from linli.reading.importing.page.captions import Caption
from linli.reading.importing.page.headings import begins_with_dash, sorted_out
from linli.reading.importing.page.lines import ends_sentence, joined
from linli.reading.importing.page.notes import Notes, opening, shown
from linli.reading.importing.page.pieces import Form, Paragraph, Piece

_SURELY_GOES_ON = re.compile(r"[，、；,;：“‘（《(]$")
_WITHIN = re.compile(r"[，、；,;]")
_CANNOT_BEGIN = re.compile(r"[，。、；：！？”’）》】,;)]")
_SEAM = 6


def pieces_of(blocks: Sequence[Block], notes: Notes) -> list[Piece | Notice]:
    """Everything that stood on a page, in its order."""
    assembly = _Assembly(blocks, notes)
    while assembly.at < len(blocks):
        assembly.step()
    assembly.end()
    return assembly.pieces


class _Assembly:
    def __init__(self, blocks: Sequence[Block], notes: Notes) -> None:
        self.blocks = blocks
        self.notes = notes
        self.pieces: list[Piece | Notice] = []
        self.at = 0
        self._caption_at = -1
        self._waiting: list[tuple[Block, list[str], list[str]]] = []
        """Signatures above everything else: of the piece that begins next."""
        gaps = Counter(block.gap for block in blocks[1:] if block.gap)
        self._usual_gap = min(gaps, key=lambda gap: (-gaps[gap], gap)) if gaps else 1
        self._has_indents = any(block.indented for block in blocks)

    def step(self) -> None:
        """Find a place for the next block."""
        for attempt in (self._announce, self._caption, self._go_on, self._head):
            if attempt():
                return
        self._take()

    def end(self) -> None:
        """Nothing comes any more."""
        self.close()
        self._leave_waiting()

    def close(self) -> None:
        """End the paragraph that is open; nothing was found with which it would go on."""
        last = self._open()
        if last is not None:
            last.open = False
            self.notes.say("unfinished", last.line, text=f"…{shown(last.text[-2 * _SEAM :])}")

    @property
    def _block(self) -> Block:
        return self.blocks[self.at]

    @property
    def _piece(self) -> Piece | None:
        """The piece that is being read."""
        last = self.pieces[-1] if self.pieces else None
        return last if isinstance(last, Piece) else None

    def _open(self) -> Paragraph | None:
        piece = self._piece
        last = piece.paragraphs[-1] if piece and piece.paragraphs else None
        return last if last and last.open else None

    def _cut(self) -> Paragraph | None:
        """The last paragraph, where its column ended with it and the next begins within one."""
        piece, block = self._piece, self._block
        last = piece.paragraphs[-1] if piece and not piece.signed and piece.paragraphs else None
        begins_within = self._has_indents and not block.indented and block.sort is Sort.TEXT
        return last if last and last.fills_its_end and begins_within else None

    def _after(self, at: int) -> Block | None:
        return self.blocks[at] if at < len(self.blocks) else None

    def _is_wide(self, at: int) -> bool:
        """Whether more blank lines than elsewhere stand above a block."""
        block = self._after(at)
        return block is not None and block.gap >= 2 and block.gap > self._usual_gap

    def _is_free(self) -> bool:
        """Whether something else may begin here."""
        piece = self._piece
        return piece is None or piece.signed or self._block.parted

    def _announce(self) -> bool:
        if not begins_notice(self.blocks, self.at, free=self._is_free()):
            return False
        self.close()
        self._leave_waiting()
        end = end_of_notice(self.blocks, self.at)
        self.pieces.append(Notice.of(self.blocks[self.at : end]))
        self.at = end
        return True

    def _caption(self) -> bool:
        block, piece = self._block, self._piece
        if piece is None or block.sort not in {Sort.TEXT, Sort.SHORT} or block.parted:
            return False
        found = captions.marked(block.text, block.line)
        if found is None and self._stands_apart():
            found = Caption(block.text, block.line)
        if found is None:
            return False
        near = piece.paragraphs[-1].text if piece.paragraphs else ""
        piece.captions.append((found, opening(near)))
        self.notes.say("caption", block.line, text=shown(found.text or found.credit))
        self._caption_at = self.at
        self.at += 1
        return True

    def _stands_apart(self) -> bool:
        """Whether short words break a sentence in two, or else might be under a picture."""
        block, following = self._block, self._after(self.at + 1)
        if not captions.may_be_one(block.text) or following is None:
            return False
        then = self._after(self.at + 2)
        has_credit = following.sort is Sort.SIGNATURE and signatures.is_credit(following.text)
        if has_credit and then is not None and self._open() is not None:
            # Their credit stands below them.
            return then.sort is Sort.TEXT
        if following.sort is not Sort.TEXT or _CANNOT_BEGIN.match(block.text):
            return False
        if following.indented and self._has_indents and self._open() is not None:
            # A new paragraph goes on with nothing, so these are the last words of this one.
            return False
        above, below = self._is_wide(self.at), self._is_wide(self.at + 1)
        if self._open() is not None:
            return above or below or _CANNOT_BEGIN.match(following.text) is not None
        if above and below and self._cut() is not None and not following.indented:
            return True
        if above and below and self._has_text():
            self.notes.say("maybe-caption", block.line, text=shown(block.text))
        return False

    def _is_alone(self) -> bool:
        """Whether few words stand where a caption might."""
        short = captions.may_be_one(self._block.text)
        return short and self._is_wide(self.at) and self._is_wide(self.at + 1)

    def _has_text(self) -> bool:
        return self._piece is not None and bool(self._piece.paragraphs)

    def _go_on(self) -> bool:
        last, block = self._open() or (None if self._is_alone() else self._cut()), self._block
        if last is None or block.sort not in {Sort.TEXT, Sort.SHORT} or block.parted:
            return False
        if self._has_indents and block.indented:
            return False
        sure = _SURELY_GOES_ON.search(last.text) or _WITHIN.search(block.text)
        if block.sort is Sort.SHORT and not sure:
            return False
        seam = f"…{shown(last.text[-_SEAM:])}｜{shown(block.text[:_SEAM])}…"
        self.notes.say("joined", block.line, text=seam)
        last.text = joined(last.text, block.text)
        last.open = _is_open(block)
        last.fills_its_end = block.fills_its_end
        self.at += 1
        return True

    def _head(self) -> bool:
        if self._block.sort is not Sort.SHORT:
            return False
        if self._is_cut_off(self.at):
            return False
        if not self._is_free() and _WITHIN.search(self._block.text):
            # Within a text it is rather a line of it than a headline.
            return False
        end = self._end_of_stack()
        stack, following = self.blocks[self.at : end], self._after(end)
        if len(stack) > MOST_HEADLINES or (len(stack) > 1 and all(one.is_item for one in stack)):
            self._list(stack)
        elif following is None or self._is_announced(end):
            if not self._is_free():
                return False
            self.close()
            self._leave(stack)
        elif self._begins_piece(stack, end):
            self._begin(stack)
        elif following.sort in {Sort.TEXT, Sort.VERSE} and not self._block.asks:
            self.close()
            self._paragraph(Form.CROSS_HEAD, stack[0])
            self.notes.say("cross-head", stack[0].line, text=shown(stack[0].text))
        else:
            return False
        self.at = end
        return True

    def _end_of_stack(self) -> int:
        end = self.at + 1
        while (block := self._after(end)) is not None:
            if block.sort is not Sort.SHORT or block.parted or self._is_announced(end):
                break
            if captions.marked(block.text, block.line) or self._is_cut_off(end):
                break
            if _WITHIN.search(block.text) and (self._is_wide(end + 1) or not self._is_free()):
                # Rather the first line of the text, which was cut.
                break
            end += 1
        return end

    def _is_cut_off(self, at: int) -> bool:
        """Whether a short line is the beginning of a sentence that goes on with a mark."""
        following = self._after(at + 1)
        return following is not None and _CANNOT_BEGIN.match(following.text) is not None

    def _is_announced(self, at: int) -> bool:
        return begins_notice(self.blocks, at, free=True)

    def _begins_piece(self, stack: Sequence[Block], end: int) -> bool:
        if self._is_free() or len(stack) > 1:
            return True
        following, then = self.blocks[end], self._after(end + 1)
        if following.sort is Sort.SIGNATURE:
            return then is not None and then.sort is Sort.TEXT
        dashed = begins_with_dash(following.text) and following.sort is not Sort.VERSE
        return dashed or signatures.at_beginning(following.text) is not None

    def _begin(self, stack: Sequence[Block]) -> None:
        self.close()
        headlines = sorted_out(stack)
        self._add(Piece(stack[0].line, headlines))
        if headlines.broken:
            self.notes.say("headline-broken", stack[0].line, title=shown(headlines.title))
        if headlines.by_place:
            words = {"kicker": shown(headlines.kicker), "title": shown(headlines.title)}
            if headlines.subtitle:
                words["subtitle"] = shown(headlines.subtitle)
            code = "headlines-three" if headlines.subtitle else "headlines"
            self.notes.say(code, stack[0].line, **words)

    def _add(self, piece: Piece) -> None:
        for block, bylines, credits in self._waiting:
            self._leave_mark(block)
            piece.line = min(piece.line, block.line)
            piece.bylines += bylines
            piece.credits += credits
        self._waiting = []
        self.pieces.append(piece)

    def _leave_waiting(self) -> None:
        for block, *_ in self._waiting:
            self.notes.leave(block.text, block.line)
        self._waiting = []

    def _leave_mark(self, block: Block) -> None:
        if mark := signatures.sign_of(block.text):
            self.notes.leave(mark, block.line)

    def _leave(self, stack: Sequence[Block]) -> None:
        """A headline above nothing belongs to no piece."""
        for block in stack:
            self.notes.leave(block.text, block.line)
            self.notes.say("lone-headline", block.line, text=shown(block.text))

    def _list(self, stack: Sequence[Block]) -> None:
        self.close()
        text = "\n".join(block.text for block in stack)
        self._paragraph(Form.VERSE, replace(stack[0], text=text))

    def _take(self) -> None:
        block = self._block
        if block.sort is Sort.SIGNATURE and self._sign(block):
            self.at += 1
            return
        self.close()
        if block.sort is Sort.VERSE:
            self._paragraph(Form.VERSE, block)
        else:
            if block.sort is Sort.SHORT and _is_whole_line(block) and not self._is_cut_off(self.at):
                self.notes.say("maybe-heading", block.line, text=shown(block.text))
            elif signatures.looks_like_one(block.text) and not ends_sentence(block.text):
                self.notes.say("signature-unknown", block.line, text=shown(block.text))
            self._paragraph(Form.TEXT, block)
        self.at += 1

    def _paragraph(self, form: Form, block: Block) -> None:
        piece = self._piece
        if piece is None or (block.parted and piece.paragraphs):
            piece = Piece(block.line)
            self._add(piece)
            self.notes.say("no-headline", block.line, text=opening(block.text))
        if piece.signed:
            piece.signed = False
            self.notes.say("signature-inside", block.line, text=opening(block.text))
        is_whole = _is_whole_line(block) and not self._is_cut_off(self.at)
        is_open = form is Form.TEXT and _is_open(block) and not is_whole
        cut = form is Form.TEXT and block.fills_its_end and not block.goes_on_elsewhere
        piece.paragraphs.append(Paragraph(form, block.text, block.line, is_open, cut))

    def _sign(self, block: Block) -> bool:
        """Whether a signature was understood."""
        piece, following = self._piece, self._after(self.at + 1)
        is_inside = following is not None and following.sort is Sort.TEXT
        if piece and self._caption_at == self.at - 1 and is_inside:
            caption, near = piece.captions[-1]
            if not caption.credit and signatures.is_credit(block.text):
                piece.captions[-1] = replace(caption, credit=block.text), near
                self._caption_at = self.at
                return True
        made = signatures.divided(block.text)
        if made is None:
            return False
        if piece is None:
            self._waiting.append((block, *made))
            return True
        self.close()
        self._leave_mark(block)
        piece.bylines += made[0]
        piece.credits += made[1]
        piece.signed = bool(piece.paragraphs)
        return True


def _is_whole_line(block: Block) -> bool:
    """Whether a line without the end of a sentence was never meant to have one."""
    if block.sort is Sort.SHORT:
        return _WITHIN.search(block.text) is None
    return block.is_item or signatures.looks_like_one(block.text)


def _is_open(block: Block) -> bool:
    return not ends_sentence(block.text) and not block.goes_on_elsewhere

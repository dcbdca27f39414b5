# SPDX-License-Identifier: MIT
"""The captions of pictures that a page sets below them as a paragraph like any other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from linli.reading.importing.faults import Notes
from linli.reading.importing.prose.blocks import Block, Figure, Paragraph

_CAPTION_MARK = re.compile(r"[▲△▼▽↑⬆]\s*")
_LONGEST_CAPTION = 120


def captioned(blocks: Sequence[Block], notes: Notes) -> list[Block]:
    """The small grey paragraph right below a picture, or one that begins with ▲, is its caption."""
    done: list[Block] = []
    for block in blocks:
        above = done[-1] if done else None
        if isinstance(above, Figure) and not above.caption and isinstance(block, Paragraph):
            text = block.text
            marked = _CAPTION_MARK.match(text)
            if (block.is_small or marked) and len(text) <= _LONGEST_CAPTION:
                done[-1] = replace(above, caption=text[marked.end() :] if marked else text)
                notes.say("caption-lifted", file=above.file, text=text)
                continue
        done.append(block)
    return done

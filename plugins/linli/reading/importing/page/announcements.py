# SPDX-License-Identifier: MIT
"""Announcements between the reports of a page: where they begin, and where they end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from linli.reading.bylines import is_organisation
from linli.reading.importing.column.passages import LOSS, VOID
from linli.reading.importing.page.blocks import Block, Sort
from linli.reading.importing.page.lines import Line, ends_sentence

_HEAD = re.compile(
    r"[【\[《〈]?[\u4e00-\u9fff“”（）]{0,24}(?:公告|声明|启事|启示|通知|公示|通告|告示|公告栏|声明栏)[】\]》〉]?[：:]?"
)
_COLUMN_HEAD = re.compile(
    r"[【\[《〈]?(?:(?:分类|便民|遗失|挂失|作废|证件|印章|登报)*(?:声明|公告|启事|启示|信息|广告)专?栏?|遗失)[】\]》〉]?[：:]?"
)
DECORATION = re.compile(r"[【】\[\]《》〈〉：:\s]")
"""What sets a headline off, and is no part of it."""
_PLAIN_HEAD = 8
"""A head of so few signs announces by itself: no report is called 停水通知."""
_EFFECT = re.compile(r"特此|作\s*废")
_DAY = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日|[二〇○零一二三四五六七八九十年月日]{8,14}")


@dataclass(frozen=True, slots=True)
class Notice:
    """An announcement, or a column of declarations of loss."""

    blocks: tuple[Block, ...]
    is_lost: bool

    @classmethod
    def of(cls, blocks: Sequence[Block]) -> Self:
        return cls(tuple(blocks), _is_lost(blocks))

    @property
    def line(self) -> int:
        return self.blocks[0].line

    @property
    def lines(self) -> tuple[Line, ...]:
        return tuple(line for block in self.blocks for line in block.lines)


def begins_notice(blocks: Sequence[Block], at: int, *, free: bool) -> bool:
    """Whether an announcement begins here; `free` where no piece is being read."""
    if at >= len(blocks):
        return False
    block = blocks[at]
    if block.sort is Sort.TEXT:
        return free and _declares(block.text)
    if block.sort is not Sort.SHORT or not _is_head(block.text):
        return False
    rest = blocks[at + 1 : end_of_notice(blocks, at)]
    if not rest:
        return False
    plain = free and len(block.text) <= _PLAIN_HEAD
    return plain or any(_EFFECT.search(one.text) or _is_close(one.text) for one in rest)


def end_of_notice(blocks: Sequence[Block], at: int) -> int:
    """The place of the first block behind an announcement."""
    is_column = not _is_head(blocks[at].text) or _is_column_head(blocks[at].text)
    end = at + 1
    while end < len(blocks) and not _ends_before(blocks, end, at, is_column=is_column):
        end += 1
    return end


def _ends_before(blocks: Sequence[Block], end: int, start: int, *, is_column: bool) -> bool:
    block = blocks[end]
    if block.parted:
        return True
    if block.sort is not Sort.SHORT or _is_close(block.text):
        return False
    if _is_head(block.text):
        return not (is_column and _is_column_head(block.text))
    is_cut = end - start > 1 and not ends_sentence(blocks[end - 1].text)
    then = end + 1
    while then < len(blocks) and blocks[then].sort is Sort.SHORT:
        then += 1
    stacked = then - end > 1
    if is_cut and not stacked and not _is_close(blocks[end - 1].text):
        return False
    return then < len(blocks) and blocks[then].sort in {Sort.TEXT, Sort.SIGNATURE}


def _is_head(text: str) -> bool:
    text = "".join(text.split())
    return _HEAD.fullmatch(text) is not None or _COLUMN_HEAD.fullmatch(text) is not None


def _is_column_head(text: str) -> bool:
    return _COLUMN_HEAD.fullmatch("".join(text.split())) is not None


def _is_close(text: str) -> bool:
    """Whether a line is the issuer's name or the day below an announcement."""
    bare = "".join(text.split())
    return _DAY.fullmatch(bare) is not None or (len(bare) >= 4 and is_organisation(bare))


def _declares(text: str) -> bool:
    return LOSS.search(text) is not None and "声明作废" in text


def _is_lost(blocks: Sequence[Block]) -> bool:
    return any(LOSS.search(block.text) for block in blocks) and any(
        VOID.search(block.text) for block in blocks
    )

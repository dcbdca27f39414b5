# SPDX-License-Identifier: MIT
"""Why a picture file cannot be published."""

from __future__ import annotations

from linli.newsroom.photos import PhotoFault

CLOSED = PhotoFault("文件不让读", "nobody may read the file")
EMPTY = PhotoFault("文件是空的", "the file is empty")
NOT_A_PICTURE = PhotoFault("它不是图片", "it is no picture")
TOO_LARGE = PhotoFault(
    "像素太多（最多 8000 万，每边最多 32000）",
    "it has too many pixels (80 million are the most, 32,000 on a side)",
)
TOO_LONG = PhotoFault("动图太长太大", "it moves for too long at this size")
DAMAGED = PhotoFault("文件不完整或已损坏", "it is cut off or damaged")
UNCLEANABLE = PhotoFault(
    "文件结构看不懂，里面的信息清理不干净",
    "its structure is not understood, so it cannot be cleaned",
)


def misnamed(format: str, suffix: str) -> PhotoFault:
    """A file of another format than its name says; `suffix` is what it ought to be, empty where
    nothing of that format is published."""
    if not suffix:
        return PhotoFault(f"它其实是 {format}，这里不能用", f"it is {format}, of no use here")
    return PhotoFault(
        f"它其实是 {format}，扩展名应为 {suffix}", f"it is {format} and should be named {suffix}"
    )

# SPDX-License-Identifier: MIT
"""A new version of an announcement begun: the old one is kept beside it, and the number raised."""

from __future__ import annotations

import os
import re
from pathlib import Path
from zoneinfo import ZoneInfo

from linli.engine.repository import Repository, RepositoryError
from linli.language.languages import Language, Text
from linli.newsroom.announcements import Announcement
from linli.newsroom.versions import path_of_version, version_of
from linli.reading.articles import read_file

_HEAD = re.compile(rb"(?:\xef\xbb\xbf)?---[ \t]*\r?\n(.*?)(?<=\n)---[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_VERSION = re.compile("^(version|版本)([ \t]*:[ \t]*[\"']?)([0-9]+)".encode(), re.MULTILINE)
_CHINESE = re.compile("^编号[ \t]*:".encode(), re.MULTILINE)

DONE = Text(
    "第 {number} 版已存为 {file}。现在请改 {path}（第 {next} 版），两个文件一起提交。",
    "Version {number} is kept in {file}. Now edit {path} (version {next}); commit both files.",
)
_NO_ANNOUNCEMENT = Text(
    "{path}：只有 notices/ 和 lost/ 里的公告有版本。报道请写 corrections。",
    "{path}: only announcements in notices/ and lost/ have versions. In a report use corrections.",
)
_EARLIER = Text(
    "{path}：这是旧版，不能再改。请改现行稿 {main}。",
    "{path}: this is an earlier version, which stays as it is. Revise {main}.",
)
_THERE = Text(
    "{path}：旧版 {file} 已经有了。请先核对 version。",
    "{path}: {file} is there already. Check the version first.",
)
_UNCOMMITTED = Text(
    "{path}：上次改版的旧稿 {file} 还没有提交。请先提交，再改下一版。",
    "{path}: {file}, kept by the last revision, is not committed yet. Commit it first.",
)
_BY_HAND = Text(
    "{path}：找不到可以改的 version 一行。请手工复制旧稿并写上 version: {next}。",
    "{path}: there is no line in which to raise the version. Copy the file and write version: "
    "{next} by hand.",
)


class ReviseError(Exception):
    """Why no new version was begun, in a sentence."""


def revise(content: Path, path: str, zone: ZoneInfo, language: Language) -> str:
    """Keep an announcement as an earlier version and raise its number; tells what was done.

    Every other byte of the file stays. Raises ReviseError; then nothing was written.
    """
    version = version_of(path)
    if version is not None:
        raise ReviseError(_EARLIER(language).format(path=path, main=version.main))
    data = (content / path).read_bytes()
    value = read_file(path, data.decode("utf-8"), zone).value
    if not isinstance(value, Announcement):
        raise ReviseError(_NO_ANNOUNCEMENT(language).format(path=path))
    number = value.version
    kept = path_of_version(path, number)
    words = {"path": path, "file": kept, "number": number, "next": number + 1}
    if (content / kept).exists():
        raise ReviseError(_THERE(language).format(**words))
    if number > 1 and _is_uncommitted(content, before := path_of_version(path, number - 1)):
        raise ReviseError(_UNCOMMITTED(language).format(**words | {"file": before}))
    raised = _raised(data, number)
    again = read_file(path, raised.decode("utf-8"), zone).value if raised else None
    if raised is None or not isinstance(again, Announcement) or again.version != number + 1:
        raise ReviseError(_BY_HAND(language).format(**words))
    _write(content / kept, data)
    _write(content / path, raised)
    return DONE(language).format(**words)


def _raised(data: bytes, number: int) -> bytes | None:
    """The bytes of a file with the next number in it; None where it says its number otherwise."""
    head = _HEAD.match(data)
    if head is None:
        return None
    found = _VERSION.search(head[1])
    if found is not None:
        start, end = head.start(1) + found.start(3), head.start(1) + found.end(3)
        return data[:start] + str(number + 1).encode() + data[end:]
    key = "版本" if _CHINESE.search(head[1]) else "version"
    line_end = b"\r\n" if head[1].endswith(b"\r\n") else b"\n"
    line = f"{key}: {number + 1}".encode() + line_end
    return data[: head.end(1)] + line + data[head.end(1) :]


def _is_uncommitted(content: Path, path: str) -> bool:
    try:
        return Repository(content).is_uncommitted(path)
    except RepositoryError:
        return False


def _write(file: Path, data: bytes) -> None:
    """Write aside and rename, so that a file is there whole or not at all."""
    aside = file.with_name(f".{file.name}.new")
    aside.write_bytes(data)
    os.replace(aside, file)

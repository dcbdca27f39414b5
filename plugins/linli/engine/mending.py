# SPDX-License-Identifier: MIT
"""The files of a content folder mended, each whole or not at all: `linli fix`."""

from __future__ import annotations

import codecs
import difflib
import os
import re
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

from linli.checking.texts import texts
from linli.engine.repository import Repository, RepositoryError
from linli.newsroom.announcements import Announcement
from linli.newsroom.articles import Article
from linli.newsroom.identifiers import masked
from linli.newsroom.versions import version_of
from linli.reading.articles import kind_of, read_file
from linli.reading.batches import is_batch
from linli.reading.mending import mend

_MARKS = (
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (codecs.BOM_UTF8, "utf-8"),
)
_HAN = re.compile("[\u4e00-\u9fff]")
_COMMON = 0.9
"""How many of the Han of a text in GB18030 are those of GB 2312; in any other encoding few are."""


@dataclass(frozen=True, slots=True)
class Mended:
    """A file as it is, and as it would be."""

    path: str
    before: bytes
    after: bytes
    was: str
    """The text as it is, with one sort of line end."""
    now: str

    @property
    def is_same_text(self) -> bool:
        """Whether nothing changes but the encoding, or the ends of the lines."""
        return self.was == self.now

    def diff(self, folder: str) -> str:
        """What changes, line by line; a personal number in between is shown as a page would."""
        name = f"{folder}/{self.path}"
        lines = difflib.unified_diff(
            masked(self.was).splitlines(), masked(self.now).splitlines(), name, name, lineterm=""
        )
        return "\n".join(lines)


@dataclass(frozen=True, slots=True)
class Mending:
    """All that can be mended, and what is left alone because it was published as it is."""

    mended: tuple[Mended, ...]
    published: tuple[str, ...]


def look_over(content: Path, wanted: Iterable[str], zone: ZoneInfo) -> Mending:
    """What can be mended in a folder, or in some files and folders of it; writes nothing."""
    committed = _committed(content)
    mended: list[Mended] = []
    published: list[str] = []
    for path in _files(content, tuple(wanted)):
        one = _look_at(content, path, zone)
        if one is None:
            continue
        # What was announced is proof of itself, with its slips.
        if _is_announcement(path) and path in committed:
            published.append(path)
        else:
            mended.append(one)
    return Mending(tuple(mended), tuple(published))


def write(content: Path, mended: Mended) -> None:
    """Write aside and rename, so that a file is there whole or not at all."""
    file = content / mended.path
    aside = file.with_name(f".{file.name}.new")
    aside.write_bytes(mended.after)
    shutil.copymode(file, aside)
    os.replace(aside, file)


def _files(content: Path, wanted: tuple[str, ...]) -> Iterator[str]:
    for file in sorted(content.rglob("*.md")):
        path = file.relative_to(content).as_posix()
        is_wanted = not wanted or any(
            one in (".", path) or path.startswith(f"{one}/") for one in wanted
        )
        is_hidden = any(part.startswith(".") for part in file.relative_to(content).parts)
        if is_wanted and not is_hidden and file.is_file() and not file.is_symlink():
            yield path


def _is_announcement(path: str) -> bool:
    kind = kind_of(path)
    return kind is not None and kind.is_announcement


def _committed(content: Path) -> frozenset[str]:
    """The files of the last commit; none where there is no git, nor any commit."""
    try:
        return frozenset(Repository(content).commit("HEAD").blobs)
    except RepositoryError:
        return frozenset()


def _look_at(content: Path, path: str, zone: ZoneInfo) -> Mended | None:
    try:
        raw = (content / path).read_bytes()
    except OSError:
        # That it cannot be read is said by the check.
        return None
    decoded = _decode(raw)
    if decoded is None:
        return None
    text = decoded.replace("\r\n", "\n").replace("\r", "\n")
    now = mend(text)
    if _is_announcement(path) and not _says_the_same(path, text, now, zone):
        now = mend(text, words=False)
    after = now.replace("\n", _line_end(decoded)).encode()
    return None if after == raw else Mended(path, raw, after, text, now)


def _decode(raw: bytes) -> str | None:
    """The text of a file where there is no doubt about its encoding."""
    for mark, name in _MARKS:
        if raw.startswith(mark):
            return _strictly(raw[len(mark) :], name)
    plain = _strictly(raw, "utf-8")
    if plain is not None:
        return plain
    text = _strictly(raw, "gb18030") or ""
    han = "".join(_HAN.findall(text))
    common = han.encode("gb2312", errors="ignore")
    is_certain = text.startswith("---") and len(common) / 2 >= _COMMON * len(han) > 0
    return text if is_certain else None


def _strictly(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        return None


def _line_end(text: str) -> str:
    """The line end that most lines have; the others become like them."""
    windows = text.count("\r\n")
    return "\r\n" if windows * 2 > text.count("\n") else "\n"


def _says_the_same(path: str, before: str, after: str, zone: ZoneInfo) -> bool:
    """Whether what an announcement's keys say, and its text with them, stands there as before."""
    if is_batch(path) or version_of(path) is not None:
        return False
    old, new = read_file(path, before, zone), read_file(path, after, zone)
    if not isinstance(old.value, Article) or not isinstance(new.value, Article):
        return False
    if old.redactions or (isinstance(old.value, Announcement) and old.value.redactions):
        return False
    said = {text for _, text in texts(old.value, {Article: {"body"}}) if text}
    return all(old.value.body.count(text) == new.value.body.count(text) for text in said)

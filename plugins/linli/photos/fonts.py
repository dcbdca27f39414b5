# SPDX-License-Identifier: MIT
"""Fonts with Chinese signs: which this machine has, what they hold, and what tells two apart.

Of a font file only its tables of contents are read, so that to name a card takes no Pillow and no
twenty megabytes.
"""

from __future__ import annotations

import hashlib
import os
import struct
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO

_DEBIAN = "/usr/share/fonts/opentype/noto"
"""Where fonts-noto-cjk lies."""
_FOLDERS = (
    *("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts"),
    *("/System/Library/Fonts", "/Library/Fonts", "~/Library/Fonts"),
    *("C:/Windows/Fonts", "~/AppData/Local/Microsoft/Windows/Fonts"),
)
_SONG = (
    *("NotoSerifCJK-Bold.ttc", "NotoSerifCJKsc-Bold.otf", "NotoSerifSC-Bold.otf"),
    *("SourceHanSerifSC-Bold.otf", "SourceHanSerif-Bold.ttc", "Songti.ttc", "STSong.ttf"),
    *("simsun.ttc", "NotoSerifCJK-Regular.ttc"),
)
_HEI = (
    *("NotoSansCJK-Regular.ttc", "NotoSansCJKsc-Regular.otf", "NotoSansSC-Regular.otf"),
    *("SourceHanSansSC-Regular.otf", "SourceHanSans-Regular.ttc", "PingFang.ttc"),
    *("STHeiti Medium.ttc", "Hiragino Sans GB.ttc", "msyh.ttc", "wqy-microhei.ttc", "simhei.ttf"),
)
_BOLD = (
    *("NotoSansCJK-Bold.ttc", "NotoSansCJKsc-Bold.otf", "NotoSansSC-Bold.otf"),
    *("SourceHanSansSC-Bold.otf", "SourceHanSans-Bold.ttc", "msyhbd.ttc"),
)
"""Files by what systems call them, the best first."""
_SIMPLIFIED = (" sc", "gb", "simsun", "yahei", "simhei", "simplified")
"""What the name of a face for Simplified Chinese holds, where a file has several faces."""
_TRIAL = "邻里街坊"
"""A font that lacks these has no Chinese."""


class FontError(Exception):
    """A file that is no font with Chinese signs."""


@dataclass(frozen=True)
class Face:
    """One face of a font file."""

    path: Path
    index: int
    digest: str
    """Of its table of contents, which holds a check sum of each of its tables."""
    starts: tuple[int, ...] = field(repr=False, compare=False)
    ends: tuple[int, ...] = field(repr=False, compare=False)
    """The ranges of code points that it has signs for, ascending."""

    def has(self, sign: str) -> bool:
        """Whether it has a sign, and would not draw an empty box."""
        at = bisect_right(self.starts, ord(sign)) - 1
        return at >= 0 and ord(sign) <= self.ends[at]


@dataclass(frozen=True)
class Fonts:
    """The faces that a card is set in."""

    song: Face
    """For headlines and the paper's name."""
    hei: Face
    """For all else, and for signs that the other one lacks."""
    bold: Face
    """For a sign that has to be read at sixteen pixels."""

    @property
    def digest(self) -> str:
        return f"{self.song.digest}-{self.hei.digest}-{self.bold.digest}"


@lru_cache(maxsize=4)
def find_fonts(own: str = "") -> Fonts | None:
    """The site's own font, or else the best of the machine's; None where there is none.

    Raises FontError for an own one that is of no use.
    """
    if own:
        face = read_face(Path(own))
        return Fonts(face, face, face)
    there = _files()
    song, hei, bold = (_first(there, names) for names in (_SONG, _HEI, _BOLD))
    song, hei = song or hei or bold, hei or song or bold
    if song is None or hei is None:
        return None
    return Fonts(song, hei, bold or hei)


def _files() -> dict[str, Path]:
    """The files of the font folders by their name."""
    best = {name.lower(): Path(_DEBIAN, name) for name in (_SONG[0], _HEI[0], _BOLD[0])}
    if all(path.is_file() for path in best.values()):
        # To walk through all folders takes as long as to build a page.
        return best
    found: dict[str, Path] = {}
    wanted = {name.lower() for name in (*_SONG, *_HEI, *_BOLD)}
    for folder in _FOLDERS:
        for root, folders, names in os.walk(os.path.expanduser(folder)):
            folders.sort()
            for name in sorted(names):
                if name.lower() in wanted:
                    found.setdefault(name.lower(), Path(root, name))
    return found


def _first(there: dict[str, Path], names: tuple[str, ...]) -> Face | None:
    for name in names:
        if name.lower() in there:
            try:
                return read_face(there[name.lower()])
            except FontError:
                # Cut off, or of another sort than its name says: the next one may do.
                continue
    return None


def read_face(path: Path) -> Face:
    """The face for Simplified Chinese of a font file. Raises FontError."""
    try:
        with path.open("rb") as file:
            faces = list(_faces(file))
            index, tables = min(faces, key=lambda face: (not _is_simplified(file, face[1]), face))
            starts, ends = _coverage(file, tables)
    except OSError as error:
        raise FontError(f"{path}: {error.strerror or error}") from error
    except (struct.error, KeyError, ValueError) as error:
        raise FontError(f"{path}: not a font file") from error
    contents = repr(sorted(tables.items())).encode()
    face = Face(path, index, hashlib.blake2b(contents, digest_size=8).hexdigest(), starts, ends)
    if not all(map(face.has, _TRIAL)):
        raise FontError(f"{path}: no Chinese signs")
    return face


Tables = dict[str, tuple[int, int, int]]
"""Check sum, offset and length of the tables of a face."""


def _faces(file: BinaryIO) -> Iterator[tuple[int, Tables]]:
    head = _read(file, 0, 12)
    offsets = [0]
    if head[:4] == b"ttcf":
        (count,) = struct.unpack(">I", head[8:12])
        offsets = list(struct.unpack(f">{count}I", _read(file, 12, 4 * count)))
    elif head[:4] not in (b"OTTO", b"\0\1\0\0", b"true"):
        raise ValueError(head[:4])
    for index, offset in enumerate(offsets):
        (count,) = struct.unpack(">H", _read(file, offset + 4, 2))
        records = _read(file, offset + 12, 16 * count)
        yield (
            index,
            {
                tag.decode("latin-1"): (check_sum, start, length)
                for tag, check_sum, start, length in struct.iter_unpack(">4sIII", records)
            },
        )


def _read(file: BinaryIO, offset: int, length: int) -> bytes:
    file.seek(offset)
    data = file.read(length)
    if len(data) < length:
        raise ValueError("cut off")
    return data


def _is_simplified(file: BinaryIO, tables: Tables) -> bool:
    """Whether the name of a face says that it is for Simplified Chinese."""
    _, offset, length = tables["name"]
    data = _read(file, offset, length)
    count, strings = struct.unpack(">HH", data[2:6])
    for platform, _, _, name, size, start in struct.iter_unpack(">6H", data[6 : 6 + 12 * count]):
        if name not in (1, 4):
            continue
        raw = data[strings + start : strings + start + size]
        text = raw.decode("utf-16-be" if platform in (0, 3) else "latin-1", "replace").lower()
        # A face of equal widths has signs of the same shape, and Latin ones too wide to read.
        if any(part in f" {text} " for part in _SIMPLIFIED):
            return " mono " not in text
    return False


def _coverage(file: BinaryIO, tables: Tables) -> Ranges:
    """First and last code points of the ranges that a face has signs for."""
    _, offset, length = tables["cmap"]
    data = _read(file, offset, length)
    (count,) = struct.unpack(">H", data[2:4])
    best: dict[int, int] = {}
    for platform, encoding, start in struct.iter_unpack(">HHI", data[4 : 4 + 8 * count]):
        (format_,) = struct.unpack(">H", data[start : start + 2])
        if (platform, encoding) in ((3, 10), (0, 4), (0, 6), (3, 1), (0, 3)):
            best.setdefault(format_, start)
    return _groups(data, best[12]) if 12 in best else _segments(data, best[4])


Ranges = tuple[tuple[int, ...], tuple[int, ...]]
"""First and last code points, both ascending."""


def _groups(data: bytes, start: int) -> Ranges:
    (count,) = struct.unpack(">I", data[start + 12 : start + 16])
    numbers = struct.unpack(f">{3 * count}I", data[start + 16 : start + 16 + 12 * count])
    return numbers[0::3], numbers[1::3]


def _segments(data: bytes, start: int) -> Ranges:
    (double,) = struct.unpack(">H", data[start + 6 : start + 8])
    ends = struct.unpack(f">{double // 2}H", data[start + 14 : start + 14 + double])
    begin = start + 16 + double
    # The last segment is there to end the table.
    return struct.unpack(f">{double // 2}H", data[begin : begin + double])[:-1], ends[:-1]

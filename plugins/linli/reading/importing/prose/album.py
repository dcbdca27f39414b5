# SPDX-License-Identifier: MIT
"""The pictures of one draft: those that came with the source get a name, all others are told of."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from urllib.parse import unquote, unquote_to_bytes

from linli.reading.importing.drafted import Enclosure
from linli.reading.importing.faults import Beside, Notes

_REMOTE = re.compile(r"(?:https?:)?//", re.IGNORECASE)
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:")
_BRANDS = {b"avif": ".avif", b"avis": ".avif", b"heic": ".heic", b"heix": ".heic", b"mif1": ".heic"}
_LONGEST_PLACE = 16
_ENDS = " 。！？…”’）"
_MARKS = re.compile("[。！？…“”‘’]")
_NO_ALT = re.compile(
    r"(?:图片|图像|插图|照片|image|img|picture|photo|wechat image|pic)?\s*\d*"
    r"|\S+\.(?:jpe?g|png|gif|webp|bmp|heic)",
    re.IGNORECASE,
)


def suffix_of(data: bytes) -> str:
    """What a picture is, by its first bytes; '' where Linli publishes no such picture."""
    if data.startswith(b"\xff\xd8\xff"):
        return ".jpg"
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return ".png"
    if data.startswith((b"GIF87a", b"GIF89a")):
        return ".gif"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return ".webp"
    return _BRANDS.get(data[8:12], "") if data[4:8] == b"ftyp" else ""


def meaning(alt: str) -> str:
    """An alt text that says something; programs write 图片 or the name of a file."""
    words = " ".join(alt.split())
    return "" if _NO_ALT.fullmatch(words) else words


@dataclass(slots=True)
class Album:
    """Takes pictures one by one."""

    beside: Beside
    notes: Notes
    enclosures: list[Enclosure] = field(default_factory=list)
    remote: list[str] = field(default_factory=list)
    """Addresses of pictures that lie on another site, as often as they are shown."""

    def take(self, sources: Sequence[str], after: str = "") -> str:
        """The name under which a text shows a picture; '' where it cannot. Of several sources,
        which are one picture in several sizes or places, the first that is at hand. `after` is
        the text that it stands below."""
        sources = [source.strip() for source in sources if source.strip()]
        at_hand = [
            (source, data) for source in sources if (data := self._bytes(source)) is not None
        ]
        for source, data in at_hand:
            if suffix_of(data) and not _is_pixel(data):
                return self.add(data, source)
        remote = next((one for one in sources if _REMOTE.match(one)), "")
        if remote:
            self.remote.append(remote)
            if after.strip(_ENDS):
                place = _MARKS.split(after.rstrip(_ENDS))[-1][-_LONGEST_PLACE:]
                self.notes.say("picture-remote-below", address=remote, text=place)
            else:
                self.notes.say("picture-remote", address=remote)
        elif at_hand:
            source, data = at_hand[0]
            return self.add(data, source)
        elif sources:
            self.notes.say("picture-missing", address=_shown(sources[0]))
        return ""

    def add(self, data: bytes, source: str) -> str:
        """The name of a picture whose bytes are there."""
        if _is_pixel(data):
            self.notes.say("picture-pixel", address=_shown(source))
            return ""
        suffix = suffix_of(data)
        if not suffix:
            self.notes.say("picture-format", address=_shown(source))
            return ""
        for enclosure in self.enclosures:
            if enclosure.data == data:
                return enclosure.name
        name = f"tu-{len(self.enclosures) + 1}{suffix}"
        self.enclosures.append(Enclosure(name, data))
        return name

    def _bytes(self, source: str) -> bytes | None:
        if source[:5].lower() == "data:":
            return _embedded(source)
        if _REMOTE.match(source) or _SCHEME.match(source):
            return None
        return self.beside(unquote(re.split("[?#]", source, maxsplit=1)[0]))


def _embedded(source: str) -> bytes | None:
    head, comma, data = source[5:].partition(",")
    if not comma:
        return None
    raw = unquote_to_bytes(data)
    if not head.lower().endswith(";base64"):
        return raw
    try:
        return base64.b64decode(b"".join(raw.split()), validate=True)
    except binascii.Error:
        return None


def _is_pixel(data: bytes) -> bool:
    """Whether it counts readers or keeps a place, and shows nothing."""
    if data.startswith(b"GIF8"):
        size = int.from_bytes(data[6:8], "little"), int.from_bytes(data[8:10], "little")
    elif data.startswith(b"\x89PNG"):
        size = int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")
    else:
        return False
    return max(size) <= 2


def _shown(source: str) -> str:
    """An address as it is told: an embedded picture is longer than all else together."""
    if source[:5].lower() == "data:":
        return source.partition(",")[0].partition(";")[0]
    return source if len(source) <= 200 else f"{source[:200]}…"

# SPDX-License-Identifier: MIT
"""What cameras and agencies write into every picture, so that it says nothing of this one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_CAMERAS = frozenset(
    {
        "olympusdigitalcamera",
        "sonydsc",
        "samsung",
        "samsungcamerapictures",
        "konicaminoltadigitalcamera",
        "minoltadigitalcamera",
        "kodakdigitalstillcamera",
        "nikondigitalcamera",
        "canondigitalcamera",
        "casiocomputerco.,ltd.",
        "pentaxdigitalcamera",
        "digitalcamera",
        "digitalstillcamera",
        "dcim",
        "exif_jpeg_picture",
        "exifjpeg",
        "default",
        "defaultdescription",
        "createdwithgimp",
        "createdwiththegimp",
        "screenshot",
        "screencapture",
        "processedwithvsco",
        "processedwithmoldiv",
        "snapseed",
        "untitled",
        "unknown",
        "none",
        "null",
        "description",
        "caption",
        "author",
        "yourname",
        "photographer",
        "picasa",
        "handmadesoftware,inc.",
        "ownername",
        "无标题",
        "未命名",
        "未知",
        "屏幕截图",
        "截图",
        "微信图片",
        "图片说明",
    }
)
"""Without spaces, in small letters; only where nothing else is said."""

_FILE_NAME = re.compile(
    r"(?:img|dsc|dscn|dscf|dcim|pict|sam|imag|mvimg|pano|pxl|wp|wx_camera|mmexport|screenshot|"
    r"processedwithvsco|createdwithgimp|qq图片|微信图片|屏幕截图|截屏|照片|图片)"
    r"[\W_]*\d[\d\W_]*(?:(?:cover|hdr|burst|com\.[\w.]+)[\d\W_]*)?(?:jpe?g|png|heic|webp)?"
)
_SENTENCE_END = frozenset("。！？!?；\n")


def without_boilerplate(text: str, phrases: Iterable[str]) -> str:
    """The text without the sentences that hold one of the phrases, or empty where a camera speaks.

    Case, width and spaces make no difference. A sentence ends at 。！？；, at their half-width
    forms but for the semicolon, and with its line.
    """
    for phrase in phrases:
        sought = "".join(map(_plain, phrase)).rstrip("。.!?;")
        while sought and (rest := _cut(text, sought)) != text:
            text = rest
    plain = "".join(map(_plain, text))
    return "" if plain in _CAMERAS or _FILE_NAME.fullmatch(plain) else text


def _plain(sign: str) -> str:
    return "".join(unicodedata.normalize("NFKC", sign).casefold().split())


def _cut(text: str, phrase: str) -> str:
    """The text without the first sentence that holds a phrase."""
    plain, places = "", []
    for place, sign in enumerate(text):
        folded = _plain(sign)
        plain += folded
        places += [place] * len(folded)
    found = plain.find(phrase)
    if found < 0:
        return text
    start, end = places[found], places[found + len(phrase) - 1] + 1
    while start and text[start - 1] not in _SENTENCE_END:
        start -= 1
    while end < len(text) and text[end - 1] not in _SENTENCE_END:
        end += 1
    return f"{text[:start]}{text[end:]}".strip()

# SPDX-License-Identifier: MIT
"""The parts of a .docx: opened without trust, and what of them no program shows as text."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from linli.reading.importing.faults import SourceError

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MOST_BYTES = 200 * 1024 * 1024
_MOST_XML = 40 * 1024 * 1024
"""Of one part: a book of a million characters has less."""
_MOST_PARTS = 5000
_DEEPEST = 400
_SHOWN = re.compile(r"word/(?:document|footnotes|endnotes|comments|header\d*|footer\d*)\.xml")

Parts = Mapping[str, Element]
"""By their names, those that hold text."""


def open_parts(name: str, raw: bytes) -> Parts:
    """The parts of a file that are text. Raises SourceError where it is cut off, too large, locked,
    or made to harm."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            entries = archive.infolist()
            large = sum(entry.file_size for entry in entries) > _MOST_BYTES
            large = large or len(entries) > _MOST_PARTS
            xml = [one for one in entries if one.filename.lower().endswith((".xml", ".rels"))]
            if large or any(entry.file_size > _MOST_XML for entry in xml):
                raise SourceError("too-large", name=name, limit=str(_MOST_BYTES // 1024 // 1024))
            if any(entry.flag_bits & 1 for entry in entries):
                raise SourceError("locked", name=name)
            # All of them, since whoever reads the file next looks at them without such care.
            read = {one.filename: _parsed(name, archive.read(one)) for one in xml}
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        OSError,
        # Packed or locked in a way that Python cannot undo.
        RuntimeError,
        ValueError,
    ) as error:
        raise SourceError("damaged-word", name=name) from error
    if "word/document.xml" not in read:
        raise SourceError("damaged-word", name=name)
    return {part: tree for part, tree in read.items() if _SHOWN.fullmatch(part)}


def _parsed(name: str, raw: bytes) -> Element:
    try:
        tree: Element = fromstring(raw, forbid_dtd=True)
    except DefusedXmlException as error:
        raise SourceError("unsafe-xml", name=name) from error
    except (ParseError, LookupError) as error:
        raise SourceError("damaged-word", name=name) from error
    level, depth = [tree], 0
    while level:
        depth += 1
        if depth > _DEEPEST:
            raise SourceError("too-deep", name=name)
        level = [child for element in level for child in element]
    return tree


def paragraphs(part: Element) -> Iterator[str]:
    """The text of each paragraph, as it stands with all changes accepted."""
    for paragraph in part.iter(f"{_W}p"):
        text = "".join(_signs(paragraph, f"{_W}t"))
        if text.strip():
            yield " ".join(text.split())


def inserted(part: Element) -> str:
    """What somebody added under track changes."""
    return "".join("".join(_signs(change, f"{_W}t")) for change in part.iter(f"{_W}ins")).strip()


def deleted(part: Element) -> str:
    """What somebody took out under track changes."""
    return "".join(
        "".join(_signs(change, f"{_W}delText")) for change in part.iter(f"{_W}del")
    ).strip()


def boxes(part: Element) -> Iterator[str]:
    """The text of each text box; a file may hold the same one for old programs once more."""
    texts = ("".join(paragraphs(box)) for box in part.iter(f"{_W}txbxContent"))
    yield from dict.fromkeys(filter(None, texts))


def _signs(element: Element, tag: str) -> Iterator[str]:
    for child in element:
        if child.tag == tag:
            yield child.text or ""
        elif child.tag in {f"{_W}tab", f"{_W}br", f"{_W}cr"}:
            yield " "
        elif child.tag != f"{_W}p":
            yield from _signs(child, tag)

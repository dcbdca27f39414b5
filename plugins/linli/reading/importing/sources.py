# SPDX-License-Identifier: MIT
"""What a file is, by its bytes first and then by its name, and who reads it."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from enum import Enum, auto

from linli.reading.importing.decoding import EncodingError, decode
from linli.reading.importing.drafted import Harvest
from linli.reading.importing.faults import Beside, SourceError, nothing_beside


class Sort(Enum):
    """What can be drafted from."""

    WORD = auto()
    WEB = auto()
    EPAPER = auto()
    WORDPRESS = auto()
    POST = auto()
    PAGE_TEXT = auto()
    """The text of a printed page, or of anything else."""


_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OFFICE = {"doc": "old-word", "dot": "old-word", "wps": "wps", "wpt": "wps"}
_SHEETS = frozenset({"xls", "xlsx", "et", "ppt", "pptx", "dps", "csv"})
_PICTURES = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"BM", b"II*\0", b"MM\0*")
_WEB = frozenset({"html", "htm", "xhtml", "shtml"})
_MARKDOWN = frozenset({"md", "markdown", "mdown", "mkd"})
_HTML = re.compile(
    r"<!doctype\s+html|<html[\s>]|<(?:body|article|section|div|p|h[1-6]|table)[\s>]", re.IGNORECASE
)


def sort_of(name: str, raw: bytes) -> Sort:
    """What a file is. Raises SourceError, with what to do instead, where nothing is drafted."""
    if not raw.strip():
        raise SourceError("empty", name=name)
    suffix = name.rpartition(".")[2].lower() if "." in name else ""
    refuse_what_is_no_text(name, suffix, raw)
    if raw.startswith(b"PK"):
        return _of_archive(name, suffix, raw)
    if suffix == "docx":
        raise SourceError("damaged-word", name=name)
    text = _some_text(name, suffix, raw)
    start = text[:20_000]
    if "<rss" in start and "wordpress.org/export" in start:
        return Sort.WORDPRESS
    if re.search(r"^MIME-Version:", start, re.MULTILINE) and "multipart/related" in start:
        raise SourceError("mht", name=name)
    if suffix in _MARKDOWN:
        return Sort.POST
    if suffix in _WEB or (suffix != "txt" and _HTML.search(start)):
        return Sort.EPAPER if re.search(r"<!--\s*enpproperty", text, re.IGNORECASE) else Sort.WEB
    if suffix in {"txt", "text", ""}:
        return Sort.PAGE_TEXT
    raise SourceError("unknown", name=name)


def _some_text(name: str, suffix: str, raw: bytes) -> str:
    """Enough of a text to know it by; whoever reads it is stricter. Raises SourceError."""
    try:
        return decode(raw)
    except EncodingError as error:
        if b"\0" in raw:
            raise SourceError("unknown", name=name) from error
        if suffix not in _WEB:
            raise SourceError("no-text", name=name) from error
        return raw.decode("latin-1")


def refuse_what_is_no_text(name: str, suffix: str, raw: bytes) -> None:
    """Raises SourceError for the formats that an editor may well have, and that are told apart by
    their first bytes."""
    if raw.startswith(b"%PDF"):
        raise SourceError("pdf", name=name)
    if raw.startswith(b"{\\rtf"):
        raise SourceError("rtf", name=name)
    if raw.startswith(_OLE):
        # Word's old format, and also a .docx with a password.
        code = "locked" if suffix == "docx" else "sheet" if suffix in _SHEETS else "old-word"
        raise SourceError(_OFFICE.get(suffix, code), name=name)
    if raw.startswith(_PICTURES) or raw[4:8] == b"ftyp" or raw[8:12] == b"WEBP":
        raise SourceError("picture", name=name)
    if raw.startswith((b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b")):
        raise SourceError("archive", name=name)
    for suffixes, code in (({"mht", "mhtml"}, "mht"), (_SHEETS, "sheet"), ({"wps", "wpt"}, "wps")):
        if suffix in suffixes and not raw.startswith(b"PK"):
            raise SourceError(code, name=name)


def _of_archive(name: str, suffix: str, raw: bytes) -> Sort:
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            names = frozenset(archive.namelist())
    except (zipfile.BadZipFile, ValueError, OSError, RuntimeError) as error:
        code = "damaged-word" if suffix == "docx" else "archive"
        raise SourceError(code, name=name) from error
    if "word/document.xml" in names:
        return Sort.WORD
    if "xl/workbook.xml" in names or "ppt/presentation.xml" in names:
        raise SourceError("sheet", name=name)
    if "content.xml" in names:
        raise SourceError("odt", name=name)
    raise SourceError("damaged-word" if suffix == "docx" else "archive", name=name)


def read_source(name: str, raw: bytes, beside: Beside = nothing_beside) -> Harvest:
    """The drafts of one file, of any sort but the text of a printed page. Raises SourceError."""
    # Each brings libraries that nobody waits for who imports something else.
    match sort_of(name, raw):
        case Sort.WORD:
            from linli.reading.importing.word import read_word as read

            found = read(name, raw)
        case Sort.WEB:
            from linli.reading.importing.web import read_web

            found = read_web(name, raw, beside)
        case Sort.EPAPER:
            from linli.reading.importing.epaper import read_epaper

            found = read_epaper(name, raw, beside)
        case Sort.WORDPRESS:
            from linli.reading.importing.sites.wordpress import read_wordpress

            found = read_wordpress(name, raw, beside)
        case Sort.POST:
            from linli.reading.importing.sites.posts import read_post

            found = read_post(name, raw, beside)
        case Sort.PAGE_TEXT:
            raise SourceError("page-text", name=name)
    from linli.reading.importing.veil import veiled

    return veiled(found)


def read_folder(
    name: str, paths: Sequence[str], read: Beside
) -> Iterator[tuple[str, Harvest | SourceError]]:
    """Every post in the folder of a site, each by its path in it (with `/`); one that cannot be
    read, with the reason. `read` gives a file of the folder. Raises SourceError."""
    from linli.reading.importing.sites.posts import read_posts
    from linli.reading.importing.veil import veiled

    found = False
    for path, made in read_posts(sorted(paths), read):
        found = True
        yield path, made if isinstance(made, SourceError) else veiled(made)
    if not found:
        raise SourceError("no-posts", name=name)

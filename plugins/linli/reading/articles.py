# SPDX-License-Identifier: MIT
"""A file of the content folder becomes an article, a category, a person or a page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import PurePosixPath
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from linli.newsroom import printed
from linli.newsroom.announcements import (
    Announcement,
    Holder,
    HolderType,
    Issuer,
    Lost,
    Notice,
)
from linli.newsroom.articles import Article, Report
from linli.newsroom.categories import Category, OrdinaryPage, Person
from linli.newsroom.codes import Kind
from linli.newsroom.diagnostics import Argument, Diagnostic, Location
from linli.newsroom.printed import PrintedIssue
from linli.reading import batches, frontmatter, redaction
from linli.reading.findings import Findings
from linli.reading.forms import Key, named_keys, read_entries, say_missing
from linli.reading.nodes import Scalar
from linli.reading.printed_pages import ISSUE_KEYS
from linli.reading.schema import (
    CATEGORY,
    CATEGORY_KEYS,
    FRONT_KEYS,
    ORDINARY,
    ORDINARY_KEYS,
    PERSON,
    PERSON_KEYS,
    keys_of,
)

T = TypeVar("T")

_BUILD: dict[Kind, Callable[..., Article]] = {
    Kind.REPORT: Report,
    Kind.NOTICE: Notice,
    Kind.LOST: Lost,
}
_KINDS = {kind.folder: kind for kind in Kind}
FRONT = "index.md"
"""The front page's shell: only its front matter is read."""


@dataclass(frozen=True, slots=True)
class Read:
    """What a file says, as far as it could be read, and all that is wrong with it.

    A file with a mistake in one key still gives a value, with a default in that place, so that
    the rules about the rest of it can speak in the same run. It is never published.
    """

    value: Article | Category | Person | OrdinaryPage | PrintedIssue | None
    diagnostics: tuple[Diagnostic, ...]
    redactions: tuple[Scalar, ...] = ()
    """What the file asks to be taken out, an entry each, with its line."""
    taken_out: frozenset[str] = frozenset()
    """Which words it held. The value has none of them any more."""


def kind_of(path: str) -> Kind | None:
    """The kind of article that the folder makes of a file; None outside the three folders."""
    folder, _, below = path.partition("/")
    return None if below == "index.md" else _KINDS.get(folder)


def read_file(path: str, text: str, zone: ZoneInfo, words: Iterable[str] = ()) -> Read:
    """Read a Markdown file by the folder it lies in.

    `words` are taken out of it besides those that it asks to be taken out itself.
    """
    findings = Findings(path, zone)
    try:
        document = frontmatter.read(text)
    except frontmatter.FrontMatterError as error:
        return Read(None, error.at(path))
    value: Article | Category | Person | OrdinaryPage | PrintedIssue
    kind = kind_of(path)
    if kind is not None and kind.is_announcement:
        if line := batches.line_of_many(document):
            return Read(None, (batches.not_named(path, line),))
        return _announcement(kind, document, findings, words)
    folder, slug = path.partition("/")[0], PurePosixPath(path).stem
    if kind is not None:
        value = article_of(kind, document, findings)
    elif folder == "categories" and slug != "index":
        value = _plain(Category, CATEGORY, CATEGORY_KEYS, document, findings, slug=slug, name=slug)
    elif folder == "people" and slug != "index":
        value = _plain(Person, PERSON, PERSON_KEYS, document, findings, slug=slug, name=slug)
    elif path.startswith(printed.FOLDER) and path != f"{printed.FOLDER}index.md":
        value = _plain(PrintedIssue, "issue", ISSUE_KEYS, document, findings)
    else:
        keys = FRONT_KEYS if path == FRONT else ORDINARY_KEYS
        value = _plain(OrdinaryPage, ORDINARY, keys, document, findings, title=slug)
    return Read(value, tuple(findings.diagnostics))


def _announcement(
    kind: Kind, document: frontmatter.Document, findings: Findings, words: Iterable[str]
) -> Read:
    """An announcement, from which what is to be taken out goes before anything else is read."""
    redactions = redaction.entries_of(document.entries)
    own = (one.text for one in redactions if one.text)
    document, held = redaction.redact(document, (*words, *own))
    value = article_of(kind, document, findings)
    assert isinstance(value, Announcement)
    if value.redactions:
        told = tuple(replace(one, words="") for one in value.redactions)
        value = replace(value, redactions=told)
    return Read(value, tuple(findings.diagnostics), redactions, held)


@dataclass(frozen=True, slots=True)
class ReadBatch:
    """What a file of many announcements says, and all that is wrong with it."""

    entries: tuple[tuple[str, Read | None], ...]
    """Each with the path it would have by itself; None where it could not be read."""
    diagnostics: tuple[Diagnostic, ...]
    key_ranges: tuple[tuple[int, int], ...] = ()
    """Where in the text keys stand."""
    is_whole: bool = True
    """Whether it could be cut into its announcements at all."""

    @property
    def pieces(self) -> tuple[tuple[str, Article | None], ...]:
        """What could be read of each."""
        values = ((path, read.value if read else None) for path, read in self.entries)
        return tuple(
            (path, value if isinstance(value, Article) else None) for path, value in values
        )


def read_batch(
    path: str, text: str, zone: ZoneInfo, words: Mapping[str, Iterable[str]] | None = None
) -> ReadBatch:
    """Read a file of many announcements; `batches.is_batch` tells one by its name.

    `words` are to be taken out of the announcements of these paths, besides what they say.
    """
    kind = kind_of(path)
    assert kind is not None, path
    try:
        document = frontmatter.read(text)
    except frontmatter.FrontMatterError as error:
        batch = batches.ids_in(path, text)
        pieces = tuple((batch.path_of(cutting), None) for cutting in batch.cuttings)
        return ReadBatch(pieces, error.at(path), is_whole=False)
    batch = batches.cut(path, kind, document)
    # What is wrong with the shared keys is said even where each announcement has its own.
    shared = Findings(path, zone)
    read_entries(document.entries, keys_of(kind), shared)
    found = [*batch.diagnostics, *shared.diagnostics]
    read: list[tuple[str, Read | None]] = []
    first_lines: dict[str, int] = {}
    for cutting in batch.cuttings:
        own, piece = batch.path_of(cutting), None
        if cutting.document is not None:
            findings = Findings(path, zone, piece=own)
            piece = _announcement(kind, cutting.document, findings, (words or {}).get(own, ()))
            found += findings.diagnostics
            found += _has_no_history(own, piece)
        first = first_lines.setdefault(cutting.id, cutting.line)
        if first == cutting.line:
            read.append((own, piece))
        else:
            arguments: dict[str, Argument] = {"value": cutting.id, "other": f"{path}:{first}"}
            found.append(Diagnostic("id-twice", Location(path, cutting.line), arguments))
    return ReadBatch(tuple(read), tuple(found), tuple(batch.key_ranges(text)))


def _has_no_history(path: str, piece: Read) -> Iterator[Diagnostic]:
    """Earlier versions lie beside a file of the announcement's own, and nowhere else."""
    assert isinstance(piece.value, Announcement)
    if piece.value.version > 1:
        arguments = {"file": PurePosixPath(path).name}
        yield Diagnostic("batch-version", piece.value.source.at("version"), arguments)


def article_of(kind: Kind, document: frontmatter.Document, findings: Findings) -> Article:
    """A piece of any kind, as far as it could be read."""
    keys = keys_of(kind)
    values = _values(keys, kind, document, findings)
    if "when" not in values:
        # A date that could not be read is no date: no rule may reckon with the one in its place.
        findings.key_lines.pop("date", None)
    when, has_time = values.pop("when", (datetime(1970, 1, 1, tzinfo=findings.zone), False))
    values.setdefault("title", "")
    if kind is Kind.NOTICE:
        values.setdefault("issuer", Issuer(""))
    if kind is Kind.LOST:
        values.setdefault("holder", Holder(HolderType.ORGANISATION, ""))
    return _BUILD[kind](
        source=findings.source(document.body_line),
        body=document.body,
        published=when,
        has_time=has_time,
        **values,
    )


def _plain(
    build: Callable[..., T],
    kind: str,
    keys: tuple[Key, ...],
    document: frontmatter.Document,
    findings: Findings,
    **defaults: str,
) -> T:
    values = defaults | _values(keys, kind, document, findings)
    return build(source=findings.source(document.body_line), body=document.body, **values)


def _values(
    keys: tuple[Key, ...], kind: str, document: frontmatter.Document, findings: Findings
) -> dict[str, Any]:
    values = read_entries(document.entries, keys, findings)
    present = named_keys(document.entries, keys)
    say_missing(keys, kind, present, findings, document.entries.line)
    return values

# SPDX-License-Identifier: MIT
"""What WordPress exports (WXR): posts and pages as drafts, all else told of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import accumulate
from urllib.parse import unquote
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from linli.reading.importing.drafted import Drafted, Harvest
from linli.reading.importing.faults import Beside, Notes, SourceError
from linli.reading.importing.moments import moment_of
from linli.reading.importing.prose.album import Album
from linli.reading.importing.prose.html import blocks_of
from linli.reading.importing.prose.tree import parse
from linli.reading.importing.reports import harvest, report, summary_of, with_lead_picture
from linli.reading.importing.signed import Makers, take_author, take_signatures
from linli.reading.importing.sites.old_addresses import alias_of, fitting
from linli.reading.importing.sites.shortcodes import resolve_wordpress
from linli.reading.importing.web import without_title
from linli.reading.writing import Value

_CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
_AUTHOR = "{http://purl.org/dc/elements/1.1/}creator"
_PIECES = frozenset({"post", "page"})
_UNSAID = frozenset({"revision", "customize_changeset", "oembed_cache", "user_request"})
"""Earlier states and caches; what they hold stands in a post."""
_NOT_PUBLIC = frozenset({"draft", "pending", "private", "future", "auto-draft"})
_BLOCK_COMMENT = re.compile(r"<!--\s*/?wp:.*?-->", re.DOTALL)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_UNTOUCHED = re.compile(r"(<(pre|script|style|table)\b.*?</\2\s*>)", re.DOTALL | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Export:
    authors: Mapping[str, str]
    """Names by log-in."""
    attachments: Mapping[str, tuple[str, str]]
    """Title and address by id."""
    used: set[str] = field(default_factory=set)
    """Pictures that a piece shows."""


def read_wordpress(name: str, raw: bytes, beside: Beside) -> Harvest:
    """All posts and pages of an export. Raises SourceError."""
    try:
        tree: Element = fromstring(_clean(raw), forbid_dtd=False)
    except DefusedXmlException as error:
        raise SourceError("unsafe-xml", name=name) from error
    except (ParseError, LookupError, ValueError) as error:
        line = getattr(error, "position", (1, 0))[0]
        raise SourceError("broken-xml", name=name, line=str(line)) from error
    items = list(tree.iter("item"))
    export = _Export(dict(_authors(tree)), dict(_attachments(items)))
    notes = Notes()
    drafts: list[Drafted] = []
    for item, line in zip(items, _lines(raw, len(items)), strict=True):
        notes.line = line
        kind = _of(item, "post_type") or "post"
        if kind in _PIECES and _of(item, "status") != "trash":
            drafts.append(_draft(item, kind, export, notes, beside))
        elif kind not in _UNSAID and kind != "attachment":
            _tell_of(item, kind, notes)
    notes.line = 1
    for title, address in export.attachments.values():
        if _whole_size(address) not in export.used:
            notes.say("attachment", title=title, address=address)
    return harvest(name, drafts, notes)


def _lines(raw: bytes, count: int) -> list[int]:
    """Where each item begins; the first line where a text holds what looks like one."""
    pieces = re.split(rb"<item(?=[\s>])", raw)[:-1]
    if len(pieces) != count:
        return [1] * count
    return list(accumulate((piece.count(b"\n") for piece in pieces), initial=1))[1:]


def _clean(raw: bytes) -> bytes:
    """WordPress lets signs through that no XML may hold."""
    return raw.lstrip().translate(None, bytes([*range(9), 11, 12, *range(14, 32)]))


def _of(item: Element, tag: str) -> str:
    """The text of a child in WordPress's own namespace."""
    found = next((child for child in item if _is_of_wordpress(child, tag)), None)
    return (found.text or "").strip() if found is not None else ""


def _is_of_wordpress(element: Element, tag: str) -> bool:
    """Whether an element is WordPress's own, in whatever version of its namespace."""
    own = rf"\{{http://wordpress\.org/export/[^}}]*\}}{tag}"
    return re.fullmatch(own, element.tag) is not None


def _authors(tree: Element) -> Iterator[tuple[str, str]]:
    for element in tree.iter():
        if _is_of_wordpress(element, "author"):
            yield _of(element, "author_login"), _of(element, "author_display_name")


def _attachments(items: Sequence[Element]) -> Iterator[tuple[str, tuple[str, str]]]:
    for item in items:
        if _of(item, "post_type") == "attachment":
            title = " ".join((item.findtext("title") or "").split())
            yield _of(item, "post_id"), (title, _of(item, "attachment_url") or _link(item))


def _link(item: Element) -> str:
    return (item.findtext("link") or "").strip()


def _draft(item: Element, kind: str, export: _Export, notes: Notes, beside: Beside) -> Drafted:
    title = " ".join((item.findtext("title") or "").split())
    makers = Makers()
    album = Album(beside, notes)
    content = resolve_wordpress(_paragraphs(item.findtext(_CONTENT) or ""), notes)
    blocks = without_title(blocks_of(parse(content), album, notes), title)
    lead = export.attachments.get(_meta(item, "_thumbnail_id"), ("", ""))[1]
    if lead and _whole_size(lead) not in map(_whole_size, album.remote):
        blocks = with_lead_picture(blocks, [lead], album)
    export.used.update(map(_whole_size, album.remote))
    blocks = take_signatures(blocks, makers, notes)
    if not makers.bylines:
        login = (item.findtext(_AUTHOR) or "").strip()
        take_author(export.authors.get(login, "") or login, makers, notes)
    keys: dict[str, Value] = {"title": title, "summary": _summary(item, notes)}
    keys |= _filed(item, notes)
    moment = _moment(item)
    if moment is not None:
        keys["date"] = moment
    status = _of(item, "status")
    if status in _NOT_PUBLIC or _of(item, "post_password"):
        keys["status"] = "draft"
        notes.say("was-draft", status=f"{title}: {status if status in _NOT_PUBLIC else 'password'}")
    if kind == "page":
        keys["status"] = "draft"
        notes.say("other-page", title=title)
    alias = alias_of(re.sub(r"^https?://[^/]*", "", _link(item)))
    if alias and status not in _NOT_PUBLIC:
        keys["aliases"] = [alias]
    elif _link(item) and status not in _NOT_PUBLIC:
        notes.say("old-address", pattern=_link(item))
    for key, value in _fields(item):
        notes.say("key-unknown", key=key, value=value)
    comments = [one for one in item if one.tag.endswith("}comment")]
    if comments:
        notes.say("comments", title=title, count=str(len(comments)))
    slug = fitting(unquote(_of(item, "post_name")))
    return report(keys, blocks, album, makers, slug=slug, line=notes.line)


def _paragraphs(content: str) -> str:
    """The text of a post as HTML: the classic editor leaves paragraphs as blank lines."""
    is_blocks = _BLOCK_COMMENT.search(content) is not None
    content = _COMMENT.sub("", content).replace("\r\n", "\n")
    if is_blocks or re.search(r"<p[\s>]", content):
        return content
    parts = _UNTOUCHED.split(content)
    # Text, a part that stays as it is, its tag; text again.
    texts = [part.replace("\n", "<br>") for part in parts[::3]]
    return "".join(text + part for text, part in zip(texts, [*parts[1::3], ""], strict=True))


def _meta(item: Element, key: str) -> str:
    for child in item:
        if child.tag.endswith("}postmeta") and _of(child, "meta_key") == key:
            return _of(child, "meta_value")
    return ""


def _fields(item: Element) -> Iterator[tuple[str, str]]:
    """What somebody wrote into fields of their own; those of programs begin with `_`."""
    for child in item:
        if _is_of_wordpress(child, "postmeta"):
            key, value = _of(child, "meta_key"), _of(child, "meta_value")
            if value and not key.startswith("_"):
                yield key, " ".join(value.split())


def _summary(item: Element, notes: Notes) -> str:
    for child in item:
        if child.tag.endswith("/excerpt/}encoded"):
            return summary_of(parse(child.text or "").text, notes)
    return ""


def _filed(item: Element, notes: Notes) -> dict[str, Value]:
    """Its category and its topics."""
    named: dict[str, list[Value]] = {"category": [], "post_tag": []}
    for child in item.findall("category"):
        words = " ".join((child.text or "").split())
        domain = child.get("domain", "category")
        if domain in named and words and words not in named[domain]:
            named[domain].append(words)
        elif words and domain not in named:
            notes.say("key-unknown", key=domain, value=words)
    categories, topics = named["category"], named["post_tag"]
    if len(categories) > 1:
        others = "、".join(map(str, categories[1:]))
        notes.say("more-categories", kept=str(categories[0]), others=others)
        topics = [*topics, *(one for one in categories[1:] if one not in topics)]
    filed: dict[str, Value] = {"topics": topics}
    if categories:
        filed["category"] = categories[0]
    return filed


def _moment(item: Element) -> date | None:
    """When it was published, on the site's own clock; else by that of Greenwich."""
    for tag, zone in (("post_date", ""), ("post_date_gmt", "Z")):
        written = _of(item, tag)
        if written and not written.startswith("0000"):
            return moment_of(f"{written}{zone}")
    return None


def _tell_of(item: Element, kind: str, notes: Notes) -> None:
    title = " ".join((item.findtext("title") or "").split())
    notes.say("no-piece", title=title or "–", kind=_of(item, "status") if kind in _PIECES else kind)
    notes.leave("\n".join(filter(None, (title, parse(item.findtext(_CONTENT) or "").text))))


def _whole_size(address: str) -> str:
    """The file of a picture, of which WordPress keeps several sizes."""
    bare = address.partition("?")[0].partition("://")[2]
    return re.sub(r"(?:-\d+x\d+|-scaled)?(\.\w+)$", r"\1", bare)

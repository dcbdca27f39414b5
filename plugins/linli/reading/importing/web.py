# SPDX-License-Identifier: MIT
"""A web page that was saved or copied, an article of WeChat or of any other site, as a draft."""

from __future__ import annotations

import html as entities
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from linli.reading.importing.decoding import EncodingError, decode
from linli.reading.importing.drafted import Harvest
from linli.reading.importing.faults import Beside, Notes, SourceError
from linli.reading.importing.moments import day_in_china, moment_of
from linli.reading.importing.prose.album import Album
from linli.reading.importing.prose.blocks import Block, Heading
from linli.reading.importing.prose.html import blocks_of
from linli.reading.importing.prose.tree import Element, parse
from linli.reading.importing.reports import harvest, report, summary_of
from linli.reading.importing.signed import Makers, take_author, take_signatures
from linli.reading.writing import Value

_BODIES = (
    *("articleBody", "entry-content", "post-content", "article-content", "article-body"),
    *("content-article", "rich_media_content", "TRS_Editor", "article_content", "post-body"),
)
"""Classes, ids and itemprops that sites give the text of an article."""
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_GB = frozenset({"gb2312", "gbk", "gb18030", "x-gbk", "gb_2312-80"})
_OTHER_CHARSETS = {"big5": "big5hkscs", "big5-hkscs": "big5hkscs"}
_FEW = 200
"""One sign in so many may be broken; where it is more, the encoding is another."""
_WECHAT_TIME = re.compile(r"""\b(?:var\s+ct|createTime|create_time)\s*[=:]\s*["']?(\d{10})\b""")
_WECHAT_DAY = re.compile(
    r"""\b(?:createTime|publish_time)\s*[=:]\s*["'](\d{4}-\d{1,2}-\d{1,2})[ \d:]*["']"""
)


@dataclass(frozen=True, slots=True)
class Page:
    """A page, and the parts of it that are told apart."""

    tree: Element
    body: Element
    """The text of the article."""
    title: str
    taken: frozenset[int]
    """Elements outside of the text whose words are in the front matter."""


def decode_page(raw: bytes, name: str, notes: Notes) -> str:
    """The text of a page, by its bytes or by what it says of itself. Raises SourceError."""
    said = _CHARSET.search(raw[:4096])
    charset = said[1].decode("ascii").lower() if said else ""
    encoding = "gb18030" if charset in _GB else _OTHER_CHARSETS.get(charset, "utf-8")
    try:
        # What calls itself GB2312 may have been saved as UTF-8 since; Big5 tells itself by nothing.
        text = decode(raw) if encoding != "big5hkscs" else raw.decode(encoding)
    except (EncodingError, UnicodeDecodeError) as error:
        text = raw.decode(encoding, "replace")
        broken = text.count("\ufffd")
        # A site that cuts its texts by bytes breaks a sign here and there.
        if broken * _FEW > len(text):
            raise SourceError("no-text", name=name) from error
        notes.say("broken-signs", count=str(broken))
    return text.replace("\r\n", "\n").replace("\r", "\n")


def read_web(name: str, raw: bytes, beside: Beside) -> Harvest:
    """The article of a page. Raises SourceError."""
    notes, makers = Notes(), Makers()
    html = decode_page(raw, name, notes)
    page = find_article(parse(html))
    album = Album(beside, notes)
    blocks = take_signatures(
        without_title(blocks_of(page.body, album, notes), page.title), makers, notes
    )
    meta = meta_of(page.tree)
    is_wechat = page.tree.identified("js_content") is not None
    keys: dict[str, Value] = {"title": page.title}
    first_shown = _wechat_day(html) if is_wechat else _day(page.tree, meta)
    if first_shown is not None:
        keys["date"] = first_shown
    keys["summary"] = _summary(meta, blocks, notes)
    leave_rest(_tell_authors(page, meta, makers, notes), notes)
    _tell_origin(page.tree, meta, notes)
    return harvest(name, [report(keys, blocks, album, makers, name=name)], notes)


def find_article(tree: Element) -> Page:
    """Where the headline and the text of a page stand."""
    body = _body(tree)
    inside = {id(element) for element in body}
    shown = _shown_title(tree)
    title = tree.identified("activity-name") or _headline(tree, inside, shown)
    taken = set() if title is None or id(title) in inside else {id(one) for one in title}
    return Page(tree, body, title.text if title is not None else shown, frozenset(taken))


def _headline(tree: Element, inside: set[int], shown: str) -> Element | None:
    """The heading that the page's title holds the most of: one of the site itself is in every
    page's title. Where it holds none, the first in the text, else the first of all."""
    headings = [one for one in tree if one.name == "h1" and one.text]
    named = sorted((one for one in headings if one.text in shown), key=lambda one: -len(one.text))
    within = [one for one in headings if id(one) in inside]
    return next(iter([*named, *within, *headings]), None)


def _shown_title(tree: Element) -> str:
    meta = meta_of(tree)
    name = tree.named("title")
    words = "".join(child for child in name.children if isinstance(child, str)) if name else ""
    return " ".join((meta.get("og:title") or words).split())


def _body(tree: Element) -> Element:
    for identity in ("js_content", "ozoom"):
        found = tree.identified(identity)
        if found is not None:
            return found
    for word in _BODIES:
        found = tree.first(
            lambda one, word=word: (
                word in one.classes  # type: ignore[misc]
                or word in (one.attributes.get("id"), one.attributes.get("itemprop"))
            )
        )
        if found is not None and found.text:
            return found
    for name in ("founder-content", "article", "main", "body"):
        found = tree.named(name)
        if found is not None and (found.text or name == "body"):
            return found
    return tree


def without_title(blocks: list[Block], title: str) -> list[Block]:
    """A text without the headline above it, which its page shows anyway."""
    first = next((block for block in blocks if isinstance(block, Heading)), None)
    if first is not None and blocks.index(first) < 3 and first.text == title:
        return [block for block in blocks if block is not first]
    return blocks


def leave_rest(page: Page, notes: Notes) -> None:
    """What stands on a page around its article, a line a leftover."""
    lines = list(_lines(page.tree, page.taken | {id(page.body)}))
    text = "\n".join(" ".join(line.split()) for line in lines if line.strip())
    notes.leave(text)


def _lines(tree: Element, taken: frozenset[int]) -> Iterator[str]:
    line = ""
    for child in tree.children:
        if isinstance(child, str):
            line += child
        elif id(child) in taken:
            yield line
            line = ""
        elif child.is_seen and child.is_block:
            yield line
            line = ""
            yield from _lines(child, taken)
        elif child.is_seen:
            first, *more = list(_lines(child, taken)) or [""]
            line += first
            for one in more:
                yield line
                line = one
    yield line


def meta_of(tree: Element) -> Mapping[str, str]:
    """What the head of a page says, by name; the first of several."""
    found: dict[str, str] = {}
    for element in tree:
        if element.name == "meta":
            name = element.attributes.get("property") or element.attributes.get("name", "")
            content = entities.unescape(element.attributes.get("content", ""))
            if name and content:
                found.setdefault(name.lower(), " ".join(content.split()))
    return found


def _wechat_day(html: str) -> date | None:
    """WeChat writes when it was published into a script, in seconds or as a day."""
    seconds = _WECHAT_TIME.search(html)
    if seconds:
        return day_in_china(seconds[1])
    day = _WECHAT_DAY.search(html)
    return moment_of(day[1]) if day else None


def _day(tree: Element, meta: Mapping[str, str]) -> date | None:
    for name in ("article:published_time", "datepublished", "pubdate", "publishdate", "date"):
        if name in meta and (found := moment_of(meta[name])):
            return found
    for element in tree:
        says = element.attributes.get("datetime") if element.name == "time" else None
        if says and (found := moment_of(says)):
            return found
    return None


def _summary(meta: Mapping[str, str], blocks: list[Block], notes: Notes) -> str:
    """What a page says of itself, unless that is the beginning of its text."""
    words = meta.get("og:description") or meta.get("description", "")
    start = "".join("".join(getattr(block, "text", "") for block in blocks).split())
    told = "".join(words.rstrip(".…").split())
    return "" if not told or start.startswith(told) else summary_of(words, notes)


def _tell_authors(page: Page, meta: Mapping[str, str], makers: Makers, notes: Notes) -> Page:
    """The page, without the author that it shows where the name was understood."""
    shown = page.tree.identified("js_author_name") or page.tree.identified("js_author_name_text")
    author = shown.text if shown is not None else ""
    author = author or meta.get("og:article:author", "") or meta.get("author", "")
    if author and take_author(author, makers, notes) and shown is not None:
        return replace(page, taken=page.taken | {id(one) for one in shown})
    return page


def _tell_origin(tree: Element, meta: Mapping[str, str], notes: Notes) -> None:
    account = tree.identified("js_name")
    name = account.text if account is not None else meta.get("og:site_name", "")
    address = meta.get("og:url", "")
    for element in tree:
        if element.name == "link" and element.attributes.get("rel") == "canonical":
            address = address or element.attributes.get("href", "")
    if name or address:
        notes.say("origin", name=name, address=address)

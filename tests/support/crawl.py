# SPDX-License-Identifier: MIT
"""A site as a reader's browser walks it: every page read, every link followed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote, unquote, urldefrag, urljoin, urlsplit

import html5lib

_LINKS = {("a", "href"), ("link", "href"), ("img", "src"), ("script", "src"), ("form", "action")}
_ABSOLUTE = {"og:url", "og:image"}
_VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "source",
        "track",
        "wbr",
    ]
)


@dataclass
class Document(HTMLParser):
    """One page: what it links to, what may be linked to in it, and its text."""

    html: str = field(repr=False)
    links: list[tuple[str, str]] = field(default_factory=list)
    """Pairs of element and URL, as written."""
    ids: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    metas: dict[str, str] = field(default_factory=dict)
    """Content of each <meta> by its name or property."""
    anchors: list[tuple[str, str, str]] = field(default_factory=list)
    """Each <a> with a href: its URL, its text, its rel."""
    _open: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self.feed(self.html)
        self.close()

    @property
    def text(self) -> str:
        """All that a reader sees, without a blank where only the source has one."""
        return "".join(self.texts)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag not in _VOID:
            self._open.append(tag)
        if "id" in given:
            self.ids.append(given["id"])
        for name, value in given.items():
            if (tag, name) in _LINKS:
                self.links.append((tag, value))
        for candidate in filter(None, given.get("srcset", "").split(",")):
            self.links.append((tag, candidate.split()[0]))
        if tag == "a" and "href" in given:
            self.anchors.append((given["href"], "", given.get("rel", "")))
        if tag == "meta":
            self._meta(given)

    def _meta(self, given: dict[str, str]) -> None:
        name, content = given.get("name") or given.get("property", ""), given.get("content", "")
        self.metas[name] = content
        if name in _ABSOLUTE:
            self.links.append(("meta", content))
        if given.get("http-equiv") == "refresh":
            self.links.append(("meta", content.partition("url=")[2]))

    def handle_endtag(self, tag: str) -> None:
        if tag in self._open:
            while self._open.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        if {"script", "style"} & set(self._open):
            return
        self.texts.append(data)
        if "a" in self._open:
            url, text, rel = self.anchors[-1]
            self.anchors[-1] = (url, text + data, rel)


def document(html: str) -> Document:
    return Document(html)


@dataclass(frozen=True)
class Walk:
    """A built site below its address."""

    site: Path
    address: str
    """As in the configuration; the site lies there and nowhere else."""

    def pages(self) -> dict[str, Document]:
        """Every page by its path."""
        return {
            file.relative_to(self.site).as_posix(): document(file.read_text(encoding="utf-8"))
            for file in sorted(self.site.rglob("*.html"))
        }

    def target(self, page: str, url: str) -> tuple[str, str] | None:
        """The file of the site and the fragment that a URL on a page means; None outside it."""
        whole, fragment = urldefrag(urljoin(self.address + quote(page), url))
        base = urlsplit(self.address)
        parts = urlsplit(whole)
        if (parts.scheme, parts.netloc) != (base.scheme, base.netloc):
            return None
        if not parts.path.startswith(base.path):
            return f"outside the site: {parts.path}", ""
        path = unquote(parts.path.removeprefix(base.path))
        return (f"{path}index.html" if path.endswith("/") or not path else path), unquote(fragment)

    def faults(self) -> list[str]:
        """Every link that leads nowhere, and every id that a page has twice."""
        pages = self.pages()
        return [fault for name, page in pages.items() for fault in self._of(name, page, pages)]

    def _of(self, name: str, page: Document, pages: dict[str, Document]) -> Iterator[str]:
        for doubled in sorted({one for one in page.ids if page.ids.count(one) > 1}):
            yield f"{name}: id {doubled} twice"
        for tag, url in page.links:
            found = self.target(name, url)
            if found is None:
                continue
            file, fragment = found
            if not (self.site / file).is_file():
                yield f"{name}: <{tag}> {url} leads to no file"
            elif fragment and file in pages and fragment not in pages[file].ids:
                yield f"{name}: <{tag}> {url} leads to no such place"

    def distances(self, start: str) -> dict[str, int]:
        """How many links of the text (no <head>) each page is away from one."""
        pages = self.pages()
        far, row = {start: 0}, [start]
        while row:
            name = row.pop(0)
            for url, _, _ in pages[name].anchors:
                found = self.target(name, url)
                if found and found[0] in pages and found[0] not in far:
                    far[found[0]] = far[name] + 1
                    row.append(found[0])
        return far


def parse_errors(html: str) -> list[str]:
    """What an HTML parser that keeps to the standard finds wrong with a page."""
    parser = html5lib.HTMLParser()
    parser.parse(html)
    return [f"{line}:{column} {code}" for (line, column), code, _ in parser.errors]


def containing(files: dict[str, bytes], words: Iterable[str]) -> list[str]:
    """The files that give any of the words away, in name or in content.

    The search's table of signs has every sign there is, and tells of none.
    """
    return [
        f"{word} in {path}"
        for word in words
        for path, data in files.items()
        if not path.startswith("search/simplified.")
        if word in path or word.encode() in data
    ]

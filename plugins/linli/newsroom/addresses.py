# SPDX-License-Identifier: MIT
"""Where a page lies: its URL from the site's root, and the file that holds it."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from pathlib import PurePosixPath
from urllib.parse import quote, unquote

from linli.newsroom.versions import version_of

RESERVED = frozenset(
    {"announcements", "topics", "places", "editions", "corrections", "lookup", "assets", "feeds"}
    | {"display", "search", "series", "sitemaps"}
)
"""Top folders of the pages that the site makes by itself."""


@dataclass(frozen=True, slots=True)
class Addresses:
    """The two styles of URL that MkDocs knows: `a/b/` and `a/b.html`."""

    directory_urls: bool = True

    def page(self, *parts: str) -> str:
        """URL of a page under a path of slugs; `page()` is the front page."""
        path = _quoted(parts)
        if self.directory_urls:
            return f"{path}/" if path else ""
        return f"{path}.html" if path else "index.html"

    def index(self, *parts: str) -> str:
        """URL of an index that has pages below it; `places/` or `places/index.html`."""
        path = _quoted(parts)
        return f"{path}/" if self.directory_urls else f"{path}/index.html"

    def of_source(self, src_uri: str) -> str:
        """URL of the page made from a Markdown file; `x/index.md` and `x.md` share one."""
        return _of_source(self, src_uri)

    def below(self, src_uri: str, *parts: str) -> str:
        """URL of a page that belongs to a piece and lies below its own: `x/proof/`."""
        path = f"{self._stem(src_uri)}/{_quoted(parts)}"
        return f"{path}/" if self.directory_urls else f"{path}.html"

    def beside(self, src_uri: str, name: str) -> str:
        """URL of a file that belongs to a piece, in the same folder: `x/announcement.json`."""
        return f"{self._stem(src_uri)}/{quote(name, safe='')}"

    def _stem(self, src_uri: str) -> str:
        """The folder of all that belongs to a piece."""
        url = self.of_source(src_uri)
        return url.removesuffix("index.html").removesuffix(".html").rstrip("/")

    @staticmethod
    def file_of(url: str) -> str:
        """The file, relative to the site folder, that a URL is served from."""
        return unquote(f"{url}index.html" if not url or url.endswith("/") else url)


@lru_cache(4096)
def _of_source(addresses: Addresses, src_uri: str) -> str:
    if version := version_of(src_uri):
        return addresses.below(version.main, f"v{version.number}")
    path = PurePosixPath(src_uri).with_suffix("")
    parts = [part for part in path.parts if part]
    if parts[-1] == "index":
        return addresses.index(*parts[:-1]) if parts[:-1] else addresses.page()
    return addresses.page(*parts)


@lru_cache(4096)
def _quoted(parts: tuple[str, ...]) -> str:
    return "/".join(quote(part, safe="") for part in parts)


_UNSAFE = frozenset('/\\?%*:|"<>_')
"""What a path, a URL or an upload to a host cannot hold, and the mark that stands for it."""


def slugify(text: str) -> str:
    """A slug that keeps its Chinese, never comes out empty, and never meets another.

    Two texts share a slug only if they differ in nothing but case, width (`Ｃ`, `C`) or the
    length of a space. So `C`, `C++` and `C#` have three pages, and `〇` has one. A sign that a
    path cannot hold is written as `_2f_`, its code point.
    """
    words = "\0".join(unicodedata.normalize("NFKC", text).casefold().split())
    signs = "".join(f"_{ord(sign):x}_" if _is_unsafe(sign) else sign for sign in words)
    if signs.startswith("."):
        signs = f"_2e_{signs[1:]}"
    if signs.endswith("."):
        signs = f"{signs[:-1]}_2e_"
    return signs.replace("\0", "_") or "__"


def _is_unsafe(sign: str) -> bool:
    return sign in _UNSAFE or (sign != "\0" and ord(sign) < 32)

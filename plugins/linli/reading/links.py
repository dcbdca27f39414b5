# SPDX-License-Identifier: MIT
"""Where a link in a text leads: to another file of the content folder, or out of the house."""

from __future__ import annotations

import posixpath
from collections.abc import Container, Mapping
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from linli.newsroom.nearest import nearest

_OUTWARD = frozenset({"http", "https", "mailto", "tel"})


@dataclass(frozen=True, slots=True)
class Resolved:
    """A link that leads somewhere."""

    url: str
    """From the site's root for a page of ours, else absolute; empty for this page itself."""
    src_uri: str = ""
    """The file behind a page of ours."""
    fragment: str = ""


@dataclass(frozen=True, slots=True)
class Unresolved:
    """A link that does not; `code` is that of the diagnostic."""

    code: str
    nearest: str = ""


@dataclass(frozen=True, slots=True)
class LinkTargets:
    """Everything a link may lead to, by its path in the content folder."""

    urls: Mapping[str, str]
    """Public pages and files with their URLs."""
    hidden: Container[str] = frozenset()
    """Pieces that are drafts or embargoed."""

    def resolve(self, src_uri: str, href: str) -> Resolved | Unresolved:
        """Follow `href` from the file `src_uri`."""
        try:
            parts = urlsplit(href)
        except ValueError:
            # `http://[`: the host is no address of any kind.
            return Unresolved("link-unsafe")
        if parts.scheme:
            return Resolved(href) if parts.scheme.lower() in _OUTWARD else Unresolved("link-unsafe")
        if href.startswith("//"):
            return Resolved(href)
        if not parts.path and parts.fragment:
            return Resolved("", src_uri, unquote(parts.fragment))
        if parts.path.startswith("/"):
            return Unresolved("link-absolute")
        path = unquote(parts.path)
        target = posixpath.normpath(posixpath.join(posixpath.dirname(src_uri), path))
        if path.endswith("/"):
            target = f"{target}/index.md"
        if target in self.hidden:
            return Unresolved("link-not-public")
        if target not in self.urls:
            return Unresolved("dead-link", self._nearest(src_uri, path))
        return Resolved(self.urls[target], target, unquote(parts.fragment))

    def _nearest(self, src_uri: str, path: str) -> str:
        """The most similar path, written as it would be from this file."""
        start = posixpath.dirname(src_uri) or "."
        return nearest(path, (posixpath.relpath(target, start) for target in self.urls))

# SPDX-License-Identifier: MIT
"""The portal on a port of this machine, for a browser to look at."""

from __future__ import annotations

import functools
import gzip
import io
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, BinaryIO

from playwright.sync_api import Browser, Page

CHROMIUM = "/usr/bin/chromium"
FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync"),
)

PAGES = {
    "front": "",
    "report": "reports/2022/jincheng-shuqi-ketang/",
    "corrected report": "reports/2026/xiaoxiang-ludeng/",
    "report without a picture": "reports/2025/chewei-sanzhangtu/",
    "photo story": "reports/2026/caishi-zaochen/",
    "photos": "photos/",
    "photos of a month": "photos/2026/06/",
    "photos by somebody": "photos/by/沈小满/",
    "lost document": "lost/2022/L-2022-0001/",
    "statutory notice": "notices/2026/N-2026-0008/",
    "withdrawn notice": "notices/2026/N-2026-0002/",
    "found thing": "lost/2026/L-2026-0004/",
    "first version of a notice": "lost/2026/L-2026-0004/v1/",
    "proof of publication": "lost/2022/L-2022-0001/proof/",
    "open data": "announcements/data/",
    "archive": "announcements/",
    "lost and found": "announcements/things/",
    "lost and found by category": "announcements/things/keys/",
    "what was found or is settled": "announcements/things/settled/",
    "archive by type": "announcements/code/4004/",
    "archive by state": "announcements/status/open/",
    "archive by place": "announcements/place/shuangliu/",
    "archive of a year": "announcements/2026/",
    "archive of a month": "announcements/2026/11/",
    "listing": "reports/",
    "category": "categories/youth/",
    "topics": "topics/",
    "topic": "topics/志愿服务/",
    "places": "places/",
    "place": "places/shuangliu/xihanggang/jichanglu/",
    "people": "people/",
    "person": "people/liyuelin/",
    "editions": "editions/",
    "issue": "editions/2026-11-19/",
    "page of an issue": "editions/2026-11-19/03/",
    "corrections": "corrections/",
    "about": "about/",
    "contact": "about/contact/",
    "handbook": "about/writing/",
    "look-up": "lookup/",
    "search": "search/",
    "display settings": "display/",
    "missing page": "404.html",
}
"""One page of every template, and of every template's other faces."""


TEXTS = frozenset({".html", ".css", ".js", ".json", ".ndjson", ".xml", ".txt", ".svg"})
"""Endings of what a host packs."""


def packed(data: bytes) -> bytes:
    """What a host makes of a text on the fly: gzip, in the middle of its scale."""
    return gzip.compress(data, 6, mtime=0)


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


class _Packed(_Quiet):
    """As hosts serve: text by gzip, and many files on one connection."""

    protocol_version = "HTTP/1.1"

    def send_head(self) -> BinaryIO | None:  # type: ignore[override]
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if self.path.partition("?")[0].endswith("/") else file
        if file.suffix not in TEXTS or not file.is_file():
            return super().send_head()
        data = packed(file.read_bytes())
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(file))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        return io.BytesIO(data)


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that has left a page takes no more of it: nothing to say."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


@contextmanager
def served(folder: Path, *, pack: bool = False) -> Iterator[str]:
    """Serve a folder, packed where asked to; gives its address with a slash at the end."""
    handler = functools.partial(_Packed if pack else _Quiet, directory=str(folder))
    server = _Server(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@contextmanager
def opened(chromium: Browser, width: int = 360, **options: Any) -> Iterator[Page]:
    """A page in a browser that has never been here before."""
    context = chromium.new_context(viewport={"width": width, "height": 800}, **options)
    try:
        yield context.new_page()
    finally:
        context.close()

# SPDX-License-Identifier: MIT
"""`mkdocs serve` in a process of its own, edited as a newsroom edits and read as a browser reads."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import threading
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from sites import CONFIG, NOW, OVERRIDES, write_site
from town import ADDRESS, TOWN

PATIENCE = 30
"""Seconds after which a test gives up: no test waits them out, and none passes by them."""

# A shell that starts the suite in the background makes it deaf to interrupts, and this with it.
_PROGRAM = """\
import runpy, signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
sys.argv[0] = sys.argv.pop(1)
runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
"""


class Serving:
    """A running server and the checkout that it watches."""

    def __init__(self, root: Path, host: str, base: str) -> None:
        self.root = root
        self._lines: list[str] = []
        self._news = threading.Condition()
        port = _free_port()
        self._address = f"http://127.0.0.1:{port}{base}"
        self._process = subprocess.Popen(
            [
                *(sys.executable, "-c", _PROGRAM, host),
                *("serve", "--livereload", "--dev-addr", f"127.0.0.1:{port}"),
            ],
            cwd=root,
            env={**os.environ, "LINLI_NOW": NOW, "TMPDIR": str(root.parent)},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            start_new_session=True,
        )
        self._reader = threading.Thread(target=self._listen, daemon=True)
        self._reader.start()

    # What it says

    def _listen(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            with self._news:
                self._lines.append(line)
                self._news.notify_all()

    @property
    def said(self) -> str:
        with self._news:
            return "".join(self._lines)

    @property
    def builds(self) -> int:
        """How many builds have begun."""
        return self.said.count("Building documentation")

    def hears(self, text: str, times: int = 1) -> None:
        """Wait until something was said so many times."""
        with self._news:
            heard = self._news.wait_for(
                lambda: "".join(self._lines).count(text) >= times or self._has_ended(), PATIENCE
            )
        assert heard, self.said
        assert self.said.count(text) >= times, self.said

    def _has_ended(self) -> bool:
        return self._process.poll() is not None

    # What a browser gets

    def get(self, url: str) -> tuple[int, bytes]:
        """The status and the body of an answer, right now."""
        try:
            with urllib.request.urlopen(self._address + url, timeout=PATIENCE) as answer:
                return answer.status, answer.read()
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.read()

    def page(self, url: str) -> str:
        status, body = self.get(url)
        assert status == 200, url
        return body.decode()

    @contextmanager
    def becoming(self, url: str, right: Callable[[int, str], bool]) -> Iterator[None]:
        """Do something; then a page becomes right, as a browser that reloads itself sees it."""
        seen = self._epoch()
        yield
        while True:
            status, body = self.get(url)
            if right(status, body.decode(errors="replace")):
                return
            seen = self._newer(seen)

    def _epoch(self) -> int:
        match = re.search(r"livereload\((\d+), \d+\);", self.page(""))
        assert match, "the front page does not reload itself"
        return int(match[1])

    def _newer(self, seen: int) -> int:
        """Wait for something newer than what was seen."""
        root = urllib.parse.urljoin(self._address, "/")
        try:
            with urllib.request.urlopen(f"{root}livereload/{seen}/0", timeout=PATIENCE) as answer:
                return int(answer.read())
        except TimeoutError:
            pytest.fail(f"nothing newer came\n{self.said}")

    # What an editor does

    def path(self, name: str) -> Path:
        return self.root / name

    def edit(self, name: str, old: str, new: str) -> None:
        text = self.path(name).read_text(encoding="utf-8")
        assert old in text
        self.path(name).write_text(text.replace(old, new), encoding="utf-8")

    def end(self) -> int:
        """Stop it as Ctrl+C does; its exit code."""
        self._process.send_signal(signal.SIGINT)
        try:
            code = self._process.wait(PATIENCE)
        finally:
            self._process.kill()
            self._process.wait()
            self._reader.join()
            assert self._process.stdout is not None
            self._process.stdout.close()
        return code


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


@contextmanager
def serving(
    folder: Path, host: str = "mkdocs", base: str = "/", more: str = ""
) -> Iterator[Serving]:
    """The town, served from a folder that is made for it."""
    config = CONFIG.replace(ADDRESS, f"https://paper.example{base}") + more
    config = config.replace("custom_dir: OVERRIDES", "custom_dir: overrides")
    root = write_site(folder / "town", f"{TOWN}-- mkdocs.yml --\n{config}")
    shutil.copytree(OVERRIDES, root / "overrides")
    server = Serving(root, host, base)
    try:
        server.hears("Serving on")
        yield server
    finally:
        code = server.end()
    assert code == 0, server.said
    assert list(folder.iterdir()) == [root], "what serving needs for itself is gone with it"


Serve = Callable[..., Serving]


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Serve]:
    """Starts a server that nothing has been done to yet."""
    with ExitStack() as running:
        yield lambda **options: running.enter_context(serving(tmp_path, **options))


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    """One server for all tests that each edit a file of their own."""
    with serving(tmp_path_factory.mktemp("served")) as one:
        yield one

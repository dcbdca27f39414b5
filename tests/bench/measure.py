# SPDX-License-Identifier: MIT
"""One run of a program: how long, how much processor and memory all its processes took, and what
it wrote. Memory and processor are read from /proc, so this needs Linux."""

from __future__ import annotations

import os
import resource
import signal
import socket
import subprocess
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from pathlib import Path

from generator import Command

SAMPLE = 0.02
"""Seconds between two looks at the memory."""
POLL = 0.01
"""Seconds between two requests for a page that is awaited."""
WINDOW = 0.5
"""A server that has been idle for half of so many seconds has finished."""
MOST_WINDOWS = 60
PATIENCE = 900.0
"""Seconds after which a run has failed."""

_PAGE = os.sysconf("SC_PAGE_SIZE")
_TICK = os.sysconf("SC_CLK_TCK")

Stamps = dict[str, tuple[int, int, int]]
"""Inode, time and size of every file by path."""


class RunFailed(Exception):
    """A program failed, or took longer than anybody waits."""


@dataclass(frozen=True, slots=True)
class Run:
    """What one run cost."""

    seconds: float
    processor: float
    """Seconds of processor, of all processes."""
    memory: int
    """Resident bytes of all processes together, at their highest; shared pages count each time."""
    written: int = 0
    """Bytes of the files that were made or replaced."""


def run(command: Command, kept: Iterable[Path], log: Path) -> Run:
    """Run a program to its end. Raises RunFailed."""
    before = _stamps(kept)
    begun = time.monotonic()
    with _started(command, log) as process, _Meter(process.pid) as meter:
        usage = _end_of(process, begun + PATIENCE, log)
        seconds = time.monotonic() - begun
    after = _stamps(kept)
    written = sum(stamp[2] for path, stamp in after.items() if before.get(path) != stamp)
    return Run(seconds, usage.ru_utime + usage.ru_stime, meter.highest, written)


def _end_of(process: subprocess.Popen[bytes], limit: float, log: Path) -> resource.struct_rusage:
    alarm = threading.Timer(limit - time.monotonic(), _kill, (process,))
    alarm.start()
    try:
        _, status, usage = os.wait4(process.pid, 0)
    finally:
        alarm.cancel()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RunFailed(f"exit {process.returncode}\n{_tail(log)}")
    return usage


class Server:
    """A running `serve`: asks for its pages, and tells what it costs."""

    def __init__(
        self, process: subprocess.Popen[bytes], meter: _Meter, port: int, log: Path
    ) -> None:
        self._process = process
        self._meter = meter
        self._port = port
        self._log = log

    @property
    def memory(self) -> int:
        """Its highest so far."""
        return self._meter.highest

    @property
    def processor(self) -> float:
        """Seconds of processor it has used so far."""
        return _processor(self._process.pid)

    def seconds_until(self, url: str, words: str) -> float:
        """How long it takes from now until a page holds the words. Raises RunFailed."""
        begun = time.monotonic()
        while words not in self._page(url):
            if self._process.poll() is not None or time.monotonic() - begun > PATIENCE:
                raise RunFailed(f"{url} never said {words}\n{_tail(self._log)}")
            time.sleep(POLL)
        return time.monotonic() - begun

    def settle(self) -> None:
        """Wait until the server rests; one that only looks for changes does."""
        for _ in range(MOST_WINDOWS):
            used = self.processor
            time.sleep(WINDOW)
            if self.processor - used < WINDOW / 2:
                return

    def _page(self, url: str) -> str:
        connection = HTTPConnection("127.0.0.1", self._port, timeout=PATIENCE)
        try:
            connection.request("GET", f"/{url}")
            return connection.getresponse().read().decode("utf-8", "replace")
        except (OSError, HTTPException):
            # It does not listen yet, or broke off to begin a build.
            return ""
        finally:
            connection.close()


@contextmanager
def serving(command: Callable[[int], Command], log: Path) -> Iterator[Server]:
    """A server on a free port of this machine, for as long as the block runs."""
    port = _free_port()
    with _started(command(port), log) as process, _Meter(process.pid) as meter:
        yield Server(process, meter, port, log)


@contextmanager
def _started(command: Command, log: Path) -> Iterator[subprocess.Popen[bytes]]:
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("wb") as said:
        process = subprocess.Popen(
            command.arguments,
            cwd=command.folder,
            env={**os.environ, **command.environment},
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
            # A group of its own: what it starts ends with it.
            start_new_session=True,
        )
        try:
            yield process
        finally:
            if process.returncode is None:
                _stop(process)


def _stop(process: subprocess.Popen[bytes]) -> None:
    os.killpg(process.pid, signal.SIGTERM)
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        _kill(process)
        process.wait()


def _kill(process: subprocess.Popen[bytes]) -> None:
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass


class _Meter:
    """Looks at the memory of a process and its descendants while the block runs."""

    def __init__(self, pid: int) -> None:
        self.highest = 0
        self._pid = pid
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)

    def __enter__(self) -> _Meter:
        self._thread.start()
        return self

    def __exit__(self, *raised: object) -> None:
        self._ended.set()
        self._thread.join()

    def _look(self) -> None:
        while True:
            self.highest = max(self.highest, sum(map(_resident, _tree(self._pid))))
            if self._ended.wait(SAMPLE):
                return


def _tree(pid: int) -> list[int]:
    """A process and all its descendants; one that has just ended is left out."""
    found = [pid]
    for one in found:
        try:
            for thread in os.listdir(f"/proc/{one}/task"):
                children = Path(f"/proc/{one}/task/{thread}/children").read_text()
                found += map(int, children.split())
        except OSError:
            continue
    return found


def _resident(pid: int) -> int:
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * _PAGE
    except (OSError, IndexError):
        return 0


def _processor(pid: int) -> float:
    """Seconds of processor that a process, its descendants and those it has outlived have used."""
    ticks = 0
    for one in _tree(pid):
        try:
            # The name, in brackets, may hold a space; the numbers follow it.
            fields = Path(f"/proc/{one}/stat").read_text().rpartition(")")[2].split()
            ticks += sum(map(int, fields[11:15]))
        except (OSError, ValueError):
            continue
    return ticks / _TICK


def _stamps(folders: Iterable[Path]) -> Stamps:
    found: Stamps = {}
    waiting = [str(folder) for folder in folders if folder.is_dir()]
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(entry.path)
                else:
                    stat = entry.stat(follow_symlinks=False)
                    found[entry.path] = (stat.st_ino, stat.st_mtime_ns, stat.st_size)
    return found


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
        return port


def _tail(log: Path) -> str:
    return "\n".join(log.read_text(encoding="utf-8", errors="replace").splitlines()[-20:])

# SPDX-License-Identifier: MIT
"""Builds from outside: what one left behind, compared; and one in a process that may be killed.

Run as a program it builds the site of a folder as `mkdocs build --strict` does, but says `ready`
first and waits for a line, so that its own start is no part of what a test measures or kills.
"""

from __future__ import annotations

import importlib
import logging
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sites import NOW, Built, build

Tree = dict[str, bytes]
"""Every file below a folder with its bytes; a folder ends in a slash and has none."""

_TOLD = 12
"""So many differences are told; whoever mends begins with the first."""


def tree(folder: Path) -> Tree | None:
    """All that lies below a folder; None where there is no folder."""
    if not folder.is_dir():
        return None
    return {
        f"{path.relative_to(folder).as_posix()}{'/' if path.is_dir() else ''}": (
            b"" if path.is_dir() else path.read_bytes()
        )
        for path in sorted(folder.rglob("*"))
    }


def stamps(folder: Path) -> dict[str, tuple[int, int]]:
    """Which file lies at each path and when it was written: both stay where nothing is."""
    return {
        path.relative_to(folder).as_posix(): (path.stat().st_ino, path.stat().st_mtime_ns)
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def differences(found: Tree | None, right: Tree | None) -> list[str]:
    """In words, where a tree is not as it should be."""
    if found is None or right is None:
        return [] if found is right else ["no folder" if found is None else "a folder too many"]
    words = []
    for path in sorted({*found, *right}):
        if path not in right:
            words.append(f"{path}: too many")
        elif path not in found:
            words.append(f"{path}: missing")
        elif found[path] != right[path]:
            words.append(f"{path}: {_first_difference(found[path], right[path])}")
    more = len(words) - _TOLD
    return words[:_TOLD] + ([f"and {more} more"] if more > 0 else [])


def _first_difference(found: bytes, right: bytes) -> str:
    pairs = zip(found, right, strict=False)
    place = next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(found), len(right)))
    start = max(0, place - 40)
    return " for ".join(
        repr(text[start : place + 60].decode(errors="replace")) for text in (found, right)
    )


SOURCES = ("mkdocs.yml", "content", "overrides")


def sources(root: Path) -> Tree:
    """What a fresh clone of a checkout has."""
    files: Tree = {}
    for name in SOURCES:
        top = root / name
        for path in [top, *sorted(top.rglob("*"))]:
            if path.is_file() and not path.is_symlink():
                files[path.relative_to(root).as_posix()] = path.read_bytes()
    return files


def lay(root: Path, files: Mapping[str, bytes]) -> Path:
    """Give a checkout these sources; what is right already is not touched."""
    standing = sources(root)
    for path in standing.keys() - files.keys():
        (root / path).unlink()
    for path, data in files.items():
        if standing.get(path) != data:
            target = root / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
    return root


def copy_checkout(root: Path, target: Path) -> Path:
    """A checkout with its site and its cache, and with the times of its files."""
    return Path(shutil.copytree(root, target, symlinks=True))


class _Keeper(logging.Handler):
    def __init__(self) -> None:
        super().__init__()
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@dataclass(frozen=True)
class Outcome:
    """How a build ended, also one that was stopped."""

    published: bool
    built: Built

    @property
    def said(self) -> list[str]:
        return self._anywhere(self.built.said)

    @property
    def warnings(self) -> list[str]:
        return self._anywhere(self.built.warnings)

    @property
    def tree(self) -> Tree | None:
        return tree(self.built.site)

    @property
    def summary(self) -> str:
        return "published" if self.published else f"stopped: {[*self.said, *self.warnings][:3]}"

    def _anywhere(self, lines: list[str]) -> list[str]:
        """The same words wherever the checkout lies."""
        return [line.replace(str(self.built.root), "ROOT") for line in lines]


def attempt(root: Path, now: str = NOW) -> Outcome:
    """Build as `mkdocs build --strict` does; being stopped is an outcome like another."""
    keeper = _Keeper()
    loggers = [logging.getLogger(host) for host in ("mkdocs", "properdocs")]
    for logger in loggers:
        logger.addHandler(keeper)
    try:
        build(root, now)
        published = True
    except SystemExit:
        published = False
    finally:
        for logger in loggers:
            logger.removeHandler(keeper)
    return Outcome(published, Built(root, keeper.records))


def clean_build(
    root: Path, files: Mapping[str, bytes], now: str = NOW, drawn: Path | None = None
) -> Outcome:
    """Build these sources where nothing was built before.

    `drawn` is the cache of another build, of which photos, cards and compiled templates are taken:
    they are known by their content, and to make them is most of the time of a small site.
    """
    assert not root.exists()
    lay(root, files)
    if drawn is not None:
        cache = root / ".cache" / "linli"
        cache.mkdir(parents=True)
        for name in ("photos", "share_cards", "templates"):
            (cache / name).symlink_to(drawn / name, target_is_directory=True)
    return attempt(root, now)


class Process:
    """A build in a process group of its own, that waits for `go`."""

    def __init__(self, root: Path, now: str = NOW, *, die_at: int = 0, log: Path | None = None):
        program = [sys.executable, __file__, str(root), str(die_at), str(log or "")]
        host = "properdocs" if "properdocs.replacement" in sys.modules else "mkdocs"
        self._running = subprocess.Popen(
            program,
            cwd=root,
            env={**os.environ, "LINLI_NOW": now, "HOST": host, "PYTHONDONTWRITEBYTECODE": "1"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        assert self._running.stdout is not None
        line = self._running.stdout.readline()
        assert line == "ready\n", line + self.end()[1]

    def go(self) -> None:
        assert self._running.stdin is not None
        self._running.stdin.write("go\n")
        self._running.stdin.flush()

    def kill_after(self, seconds: float) -> bool:
        """Kill the whole group at that moment; whether the build was still at work."""
        try:
            self._running.wait(seconds)
        except subprocess.TimeoutExpired:
            os.killpg(self._running.pid, signal.SIGKILL)
        self.end()
        return self._running.returncode == -signal.SIGKILL

    def end(self) -> tuple[int, str]:
        """Wait for the end; the exit code and all that was said."""
        said, _ = self._running.communicate()
        return self._running.returncode, said


_CHANGES = frozenset(
    ["os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.truncate"]
)


def _watch(root: Path, die_at: int, log: str) -> None:
    """Count what the main process does to the checkout; die just before the one of a number."""
    main, count = os.getpid(), 0
    line = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC) if log else -1

    def change(event: str, arguments: tuple[Any, ...]) -> str | None:
        """What is changed, if anything below the root is."""
        if event == "ctypes.call_function":
            return "a call of the system"
        if event == "open" and not (arguments[2] or 0) & (os.O_WRONLY | os.O_RDWR):
            return None
        if event != "open" and event not in _CHANGES:
            return None
        # A path without a folder before it belongs to one that is held open: ours.
        path = os.fsdecode(arguments[0]) if isinstance(arguments[0], str | bytes) else ""
        inside = path.startswith(str(root)) or (path != "" and not os.path.isabs(path))
        return path if inside else None

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        nonlocal count
        path = change(event, arguments)
        if path is None or os.getpid() != main:
            return
        count += 1
        if line >= 0:
            os.write(line, f"{event}\t{path}\n".encode())
        if count == die_at:
            os.killpg(0, signal.SIGKILL)

    sys.addaudithook(hook)


def changes(log: Path) -> Iterator[tuple[int, str, str]]:
    """Number, event and path of each change that a process with a log has made."""
    for number, line in enumerate(log.read_text(encoding="utf-8").splitlines(), 1):
        event, _, path = line.partition("\t")
        yield number, event, path


def _main(root: str, die_at: str, log: str) -> None:
    host = os.environ["HOST"]
    if host == "properdocs":
        importlib.import_module("properdocs.replacement")
    command = importlib.import_module(f"{host}.__main__").cli
    importlib.import_module("linli.plugins.articles")
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    sys.stdin.readline()
    if die_at != "0" or log:
        _watch(Path(root), int(die_at), log)
    command(["build", "--strict", "--quiet", "-f", f"{root}/mkdocs.yml"])


if __name__ == "__main__":
    _main(*sys.argv[1:])

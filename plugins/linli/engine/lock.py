# SPDX-License-Identifier: MIT
"""One build at a time: a second one on the same checkout waits for the first."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import IO

if sys.platform == "win32":  # pragma: no cover
    import msvcrt

    def _lock(stream: IO[bytes], *, wait: bool) -> None:
        stream.seek(0)
        msvcrt.locking(stream.fileno(), msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(stream: IO[bytes], *, wait: bool) -> None:
        fcntl.flock(stream, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)


class Lock:
    """A lock that the system takes back when the process that holds it ends, however it ends."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._stream: IO[bytes] | None = None

    def take(self, on_wait: Callable[[], None]) -> None:
        """Take the lock; `on_wait` is called once if another holds it."""
        self.give_back()
        self._file.parent.mkdir(parents=True, exist_ok=True)
        stream = self._file.open("ab")
        try:
            _lock(stream, wait=False)
        except OSError:
            on_wait()
            _lock(stream, wait=True)
        self._stream = stream

    def give_back(self) -> None:
        if self._stream is not None:
            self._stream.close()
            self._stream = None

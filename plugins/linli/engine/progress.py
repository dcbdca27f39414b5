# SPDX-License-Identifier: MIT
"""How far a long build has come, for whoever waits at a terminal."""

from __future__ import annotations

import time
from typing import Protocol, TextIO

from linli.language.languages import Language
from linli.language.summaries import PROGRESS

_EVERY = 0.2
"""Seconds between two lines: a terminal need not be written to more often."""
_PATIENCE = 1.0
"""Seconds before the first line; a build that is done by then says its summary only."""


class Progress(Protocol):
    """Told of what is done, and of what there is to do."""

    def read(self, done: int, total: int) -> None: ...

    def developed(self, done: int, total: int) -> None: ...

    def printed(self, done: int, total: int) -> None: ...

    def end(self) -> None: ...


class Silent:
    """Says nothing."""

    def read(self, done: int, total: int) -> None:
        pass

    def developed(self, done: int, total: int) -> None:
        pass

    def printed(self, done: int, total: int) -> None:
        pass

    def end(self) -> None:
        pass


SILENT = Silent()


class OnTerminal:
    """One line, written over itself: how many, how fast, how long still."""

    def __init__(self, stream: TextIO, language: Language) -> None:
        self._stream = stream
        self._language = language
        self._begun = time.monotonic()
        self._phase = ""
        self._next = self._begun + _PATIENCE
        self._shown = False

    def read(self, done: int, total: int) -> None:
        self._tell("read", done, total)

    def developed(self, done: int, total: int) -> None:
        self._tell("developed", done, total)

    def printed(self, done: int, total: int) -> None:
        self._tell("printed", done, total)

    def _tell(self, phase: str, done: int, total: int) -> None:
        now = time.monotonic()
        if phase != self._phase:
            self._phase, self._begun = phase, now
        if now < self._next or not done:
            return
        self._next = now + _EVERY
        speed = done / max(now - self._begun, 0.001)
        text = PROGRESS[phase](self._language).format(
            done=done, total=total, speed=round(speed), left=round((total - done) / speed)
        )
        self._stream.write(f"\r\x1b[K{text}")
        self._stream.flush()
        self._shown = True

    def end(self) -> None:
        """Leave the line to whoever speaks next."""
        if self._shown:
            self._stream.write("\r\x1b[K")
            self._stream.flush()
            self._shown = False

# SPDX-License-Identifier: MIT
"""What somebody at a terminal sees of a long build, and of a short one."""

from __future__ import annotations

import io
from types import SimpleNamespace

import pytest

from linli.engine import progress
from linli.engine.progress import OnTerminal, Silent
from linli.language.languages import Language

ANEW = "\r\x1b[K"


class Clock:
    """Goes on when it is told to."""

    now = 5000.0

    def monotonic(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(progress, "time", SimpleNamespace(monotonic=clock.monotonic))
    return clock


def told(stream: io.StringIO) -> str:
    """What was written since it was last asked."""
    text = stream.getvalue()
    stream.seek(0)
    stream.truncate()
    return text


def test_one_line_is_written_over_itself(clock: Clock) -> None:
    stream = io.StringIO()
    shown = OnTerminal(stream, Language.ZH_HANS)
    shown.read(1, 3000)
    clock.now += 2
    shown.read(1000, 3000)
    assert told(stream) == f"{ANEW}读稿 1000/3000，每秒 500 篇，还要 4 秒"
    clock.now += 0.125
    shown.read(1001, 3000)
    assert told(stream) == "", "not more often than five times a second"
    clock.now += 0.875
    shown.read(1500, 3000)
    assert told(stream) == f"{ANEW}读稿 1500/3000，每秒 500 篇，还要 3 秒"
    shown.end()
    assert told(stream) == ANEW
    shown.end()
    assert told(stream) == ""


def test_each_phase_has_its_own_speed(clock: Clock) -> None:
    stream = io.StringIO()
    shown = OnTerminal(stream, Language.EN)
    shown.read(1, 100)
    clock.now += 10
    shown.read(100, 100)
    assert told(stream) == f"{ANEW}Read 100 of 100, 10 a second, 0 s to go"
    clock.now += 1
    shown.developed(0, 12)
    clock.now += 8
    shown.developed(4, 12)
    assert told(stream) == f"{ANEW}Developed 4 photos of 12, 16 s to go"
    shown.printed(0, 400)
    clock.now += 2
    shown.printed(100, 400)
    assert told(stream) == f"{ANEW}Printed 100 of 400, 50 a second, 6 s to go"


def test_a_build_that_is_soon_done_says_nothing(clock: Clock) -> None:
    stream = io.StringIO()
    shown = OnTerminal(stream, Language.ZH_HANS)
    for done in range(100):
        shown.read(done, 100)
        clock.now += 0.005
    for done in range(100):
        shown.printed(done, 100)
        clock.now += 0.004
    shown.end()
    assert told(stream) == ""


def test_the_silent_one_says_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    shown = Silent()
    shown.read(1, 2)
    shown.developed(1, 2)
    shown.printed(1, 2)
    shown.end()
    assert capsys.readouterr() == ("", "")

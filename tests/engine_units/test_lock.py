# SPDX-License-Identifier: MIT
"""One build at a time: the second says that it waits, and then has its turn."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from linli.engine.lock import Lock

_PROGRAM = """\
import sys
from pathlib import Path
from linli.engine.lock import Lock

lock = Lock(Path(sys.argv[1]))
lock.take(lambda: print("waiting", flush=True))
print("taken", flush=True)
sys.stdin.readline()
"""


class Other:
    """Another process that takes the lock and holds it until it is told to end."""

    def __init__(self, file: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", _PROGRAM, str(file)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def says(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()

    def end(self) -> str:
        """What it says besides."""
        return self.process.communicate("\n")[0]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "build" / "lock"


def never() -> None:
    pytest.fail("nobody else holds it")


def test_a_second_process_waits_and_says_so(file: Path) -> None:
    lock = Lock(file)
    lock.take(never)
    other = Other(file)
    assert other.says() == "waiting"
    assert other.process.poll() is None
    lock.give_back()
    assert other.says() == "taken"
    assert other.end() == ""


def test_with_nobody_before_it_nothing_is_said(file: Path) -> None:
    other = Other(file)
    assert other.says() == "taken"
    assert other.end() == ""
    lock = Lock(file)
    lock.take(never)
    lock.give_back()


@pytest.mark.parametrize("end", [Other.end, lambda other: other.process.kill()])
def test_however_the_first_ends_the_second_has_its_turn(
    file: Path, end: Callable[[Other], object]
) -> None:
    other, told = Other(file), []
    assert other.says() == "taken"
    lock = Lock(file)
    lock.take(lambda: told.append(end(other)))
    assert len(told) == 1
    lock.give_back()
    other.process.communicate()


def test_who_takes_it_twice_does_not_wait_for_itself(file: Path) -> None:
    lock = Lock(file)
    lock.take(never)
    lock.take(never)
    lock.give_back()
    lock.give_back()

# SPDX-License-Identifier: MIT
"""Work shared out: every task is done once, and whatever goes wrong there is told here."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from linli.engine import workers
from linli.engine.workers import NEVER, WorkerError, hands, in_background, is_shared, share_out

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a fork")

# The suite itself may run threads, of which a newer Python warns whoever forks.
pytestmark = pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")


@pytest.fixture
def two_hands(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two processes, also where the suite runs threads."""
    monkeypatch.setattr(workers, "hands", lambda: 2)


def squares() -> Callable[[int], int]:
    return lambda number: number * number


def counted() -> Callable[[int], tuple[int, int]]:
    """Tells the process, and how many tasks it has done since it began."""
    done = 0

    def work(_: int) -> tuple[int, int]:
        nonlocal done
        done += 1
        return os.getpid(), done

    return work


def failing(number: int) -> int:
    return 1 // (number - 50)


def is_gone(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return False


@needs_fork
@pytest.mark.usefixtures("two_hands")
@pytest.mark.parametrize("many", [2, 3, 31, 32, 33, 200])
def test_every_task_is_done_once_in_any_order(many: int) -> None:
    found = list(share_out(range(many), squares, at_least=2))
    assert sorted(found) == [number * number for number in range(many)]


@needs_fork
@pytest.mark.usefixtures("two_hands")
def test_each_process_begins_once_and_has_its_share() -> None:
    found = list(share_out(range(101), counted, at_least=2))
    pids = {pid for pid, _ in found}
    assert len(pids) == 2
    assert os.getpid() not in pids
    shares = [sorted(count for pid, count in found if pid == one) for one in pids]
    assert sorted(shares, key=len) == [[*range(1, 51)], [*range(1, 52)]]
    assert all(map(is_gone, pids))


@pytest.mark.usefixtures("two_hands")
@pytest.mark.parametrize(("many", "at_least"), [(63, 64), (200, NEVER), (0, 64)])
def test_a_few_tasks_are_done_here_and_in_order(many: int, at_least: int) -> None:
    found = list(share_out(range(many), counted, at_least))
    assert found == [(os.getpid(), number) for number in range(1, many + 1)]


def test_one_hand_does_all_there_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "hands", lambda: 1)
    assert not is_shared(range(1000))
    assert list(share_out(range(70), squares)) == [number * number for number in range(70)]


def test_beside_another_thread_nothing_is_forked() -> None:
    end = threading.Event()
    thread = threading.Thread(target=end.wait)
    thread.start()
    try:
        assert hands() == 1
    finally:
        end.set()
        thread.join()


@needs_fork
@pytest.mark.usefixtures("two_hands")
def test_an_exception_in_a_process_is_raised_with_its_traceback() -> None:
    with pytest.raises(WorkerError) as error:
        list(share_out(range(100), lambda: failing, at_least=2))
    assert "ZeroDivisionError" in str(error.value)
    assert "in failing" in str(error.value)


@needs_fork
@pytest.mark.usefixtures("two_hands")
def test_a_process_that_cannot_begin_is_an_error() -> None:
    def begin() -> Callable[[int], int]:
        raise RuntimeError("no pen")

    with pytest.raises(WorkerError, match="RuntimeError: no pen"):
        list(share_out(range(100), begin, at_least=2))


def test_an_exception_here_is_raised_as_it_is() -> None:
    with pytest.raises(ZeroDivisionError):
        list(share_out(range(100), lambda: failing, NEVER))


@needs_fork
@pytest.mark.usefixtures("two_hands")
@pytest.mark.parametrize("at", [0, 99])
def test_a_process_that_was_killed_is_an_error_and_no_hang(at: int) -> None:
    def work(number: int) -> int:
        if number == at:
            os.kill(os.getpid(), signal.SIGKILL)
        return number

    with pytest.raises(WorkerError, match="a process ended with 9"):
        list(share_out(range(100), lambda: work, at_least=2))


@needs_fork
@pytest.mark.usefixtures("two_hands")
def test_a_process_that_was_killed_while_it_spoke_is_no_error_of_the_disk(tmp_path: Path) -> None:
    note = tmp_path / "pid"

    def work(number: int) -> bytes:
        if number == 0:
            return b""
        note.write_text(str(os.getpid()))
        signal.setitimer(signal.ITIMER_REAL, 0.1)
        # More than a pipe holds: it waits for a reader until the alarm ends it.
        return b"x" * 5_000_000

    results = share_out([0, 1], lambda: work, at_least=2)
    next(results)
    while not (note.is_file() and note.read_text()):
        pass
    os.waitid(os.P_PID, int(note.read_text()), os.WEXITED | os.WNOWAIT)
    with pytest.raises(WorkerError, match="a process ended with 14"):
        list(results)


@needs_fork
@pytest.mark.usefixtures("two_hands")
def test_whoever_wants_no_more_results_leaves_no_process() -> None:
    results = share_out(range(10_000), counted, at_least=2)
    pids = {next(results)[0] for _ in range(40)}
    results.close()  # type: ignore[attr-defined]
    assert all(map(is_gone, pids))


# In the background


@needs_fork
@pytest.mark.usefixtures("two_hands")
def test_work_in_the_background_is_done_by_another() -> None:
    result = in_background(lambda: (os.getpid(), "done"))
    pid, word = result()
    assert word == "done"
    assert pid != os.getpid()
    assert is_gone(pid) or os.waitpid(pid, 0)


def test_with_one_hand_it_is_done_when_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "hands", lambda: 1)
    asked: list[int] = []
    result = in_background(lambda: asked.append(os.getpid()))
    assert asked == []
    result()
    assert asked == [os.getpid()]


@needs_fork
@pytest.mark.usefixtures("two_hands")
def test_an_exception_in_the_background_is_raised_where_it_is_asked_for() -> None:
    result = in_background(lambda: failing(50))
    with pytest.raises(WorkerError, match="ZeroDivisionError"):
        result()


@needs_fork
@pytest.mark.usefixtures("two_hands")
def test_one_that_was_killed_in_the_background_is_an_error() -> None:
    result = in_background(lambda: os.kill(os.getpid(), signal.SIGKILL))
    with pytest.raises(WorkerError, match="a process ended with 9"):
        result()

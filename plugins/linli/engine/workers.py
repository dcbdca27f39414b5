# SPDX-License-Identifier: MIT
"""Work shared out to processes.

Each process has its share from the start and sends back what it made; the parent takes the
results as they come. A process whose parent is gone fails on its next result and ends.
"""

from __future__ import annotations

import gc
import os
import pickle
import signal
import sys
import threading
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from multiprocessing.connection import Connection, Pipe, wait
from typing import TypeVar, cast

T = TypeVar("T")
R = TypeVar("R")

NEVER = sys.maxsize
"""So many tasks are never shared out."""
WORTH_SHARING = 64
"""Fewer tasks are done sooner by one process than a second one is started."""
AT_ONCE = 16
"""Results sent together; one by one where each takes long."""


class WorkerError(Exception):
    """A process failed; the text is its traceback, the cause its error where it could be sent."""


def hands() -> int:
    """How many processes may work at once: one where a fork is missing or not safe.

    A fork copies one thread only, so where others run (while serving) it might wait for ever
    for a lock that nobody holds any more.
    """
    if not hasattr(os, "fork") or threading.active_count() > 1:
        return 1
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def is_shared(tasks: Sequence[object], at_least: int = WORTH_SHARING) -> bool:
    """Whether these tasks would be shared out."""
    return len(tasks) >= at_least and hands() > 1


def share_out(
    tasks: Sequence[T],
    begin: Callable[[], Callable[[T], R]],
    at_least: int = WORTH_SHARING,
    at_once: int = AT_ONCE,
) -> Iterator[R]:
    """Do each task and give the results in any order.

    `begin` is called once in each process, there, and gives what does one task: connections and
    other things that must not be carried through a fork are opened in it.
    Raises WorkerError where a process failed.
    """
    if not is_shared(tasks, at_least):
        work = begin()
        for task in tasks:
            yield work(task)
        return
    count = hands()
    shares = [tasks[at::count] for at in range(count)]
    sys.stdout.flush()
    sys.stderr.flush()
    # What is there now is shared by all; a collector that looks at it would make copies of it.
    gc.freeze()
    running: dict[Connection, int] = {}
    try:
        for share in shares:
            receiver, sender = Pipe(duplex=False)
            pid = os.fork()
            if pid == 0:
                receiver.close()
                for other in running:
                    other.close()
                _work(share, begin, sender, at_once)
            sender.close()
            running[receiver] = pid
        yield from _results(running)
    finally:
        gc.unfreeze()
        for receiver, pid in running.items():
            receiver.close()
            os.kill(pid, signal.SIGKILL)
            os.waitpid(pid, 0)


def in_background(work: Callable[[], R]) -> Callable[[], R]:
    """Begin something in another process, and give what waits for its result.

    It must not write, and must open for itself what a fork must not carry along. Where nothing
    can be forked it is done when it is asked for.
    """
    if hands() == 1:
        return work
    receiver, sender = Pipe(duplex=False)
    pid = os.fork()
    if pid == 0:
        receiver.close()
        _work([None], lambda: lambda _: work(), sender)
    sender.close()

    def result() -> R:
        results: list[R] = list(_results({receiver: pid}))
        if not results:
            raise WorkerError("a process ended without a word")
        return results[0]

    return result


def _results(running: dict[Connection, int]) -> Iterator[R]:
    while running:
        for receiver in cast("list[Connection]", wait(list(running))):
            try:
                message = receiver.recv_bytes()
            except (EOFError, OSError):
                # It has ended, perhaps in the middle of a word.
                receiver.close()
                _, status = os.waitpid(running.pop(receiver), 0)
                if status:
                    raise WorkerError(f"a process ended with {status}") from None
                continue
            done, failure, error = pickle.loads(message)
            if failure:
                raise WorkerError(failure) from error
            yield from done


def _work(
    share: Iterable[T],
    begin: Callable[[], Callable[[T], R]],
    sender: Connection,
    at_once: int = AT_ONCE,
) -> None:
    """The whole life of a forked process."""
    status = 1
    try:
        work = begin()
        done: list[R] = []
        for task in share:
            done.append(work(task))
            if len(done) >= at_once:
                sender.send_bytes(pickle.dumps((done, "", None)))
                done = []
        sender.send_bytes(pickle.dumps((done, "", None)))
        status = 0
    except BrokenPipeError:
        # The parent is gone, and with it whoever wanted the results.
        pass
    except BaseException as error:
        try:
            sender.send_bytes(_failure(error))
            status = 0
        except BrokenPipeError:
            pass
    finally:
        # Not the way a program ends: what the parent has open must not be closed here.
        os._exit(status)


def _failure(error: BaseException) -> bytes:
    """The traceback, and the error itself where it can be sent."""
    text = traceback.format_exc()
    try:
        return pickle.dumps(([], text, error))
    except Exception:
        return pickle.dumps(([], text, None))

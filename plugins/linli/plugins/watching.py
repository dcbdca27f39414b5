# SPDX-License-Identifier: MIT
"""What wakes `serve`, and what it answers while a text is wrong.

MkDocs looks at every watched file twice a second, which takes longer than a build does once there
are some thousand. The system tells of changes by itself; where it does not, MkDocs goes on looking.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from mkdocs.plugins import get_plugin_logger
from watchdog.events import (
    DirDeletedEvent,
    DirMovedEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer
    from watchdog.observers.api import BaseObserver, ObservedWatch

log = get_plugin_logger(__name__)

BUILD_DELAY = 0.03
"""Seconds of quiet before a build begins: the events of one save follow each other faster."""

_CHANGES: list[type[FileSystemEvent]] = [
    *(FileCreatedEvent, FileMovedEvent, FileDeletedEvent, DirMovedEvent, DirDeletedEvent),
    # Linux tells when whoever writes a file is done with it; a file half written is no news then.
    FileClosedEvent if sys.platform == "linux" else FileModifiedEvent,
]
"""What is a change. That a file is read, which a build does all the time, is none."""

_DISTANT = frozenset(
    {"9p", "afs", "cifs", "drvfs", "fuse.sshfs", "fuse.vmhgfs-fuse", "nfs", "nfs4"}
    | {"prl_fs", "smb3", "smbfs", "vboxsf"}
)
"""Linux file systems whose files change on another machine, of which this one's kernel tells
nothing."""


def watch_closely(server: LiveReloadServer, folders: Iterable[str | Path] = ()) -> None:
    """Let the system tell of changes in all that a server watches, and in these folders.

    To be called before the server begins to serve. A folder that is not there is passed over.
    """
    watched = [
        (path, count, server._watch_refs[path].is_recursive)
        for path, count in server._watched_paths.items()
    ]
    for path, count, _ in watched:
        for _ in range(count):
            server.unwatch(path)
    server.observer = Lookout(server.observer)  # type: ignore[assignment]  # all it is asked for
    server.build_delay = BUILD_DELAY
    for path, count, recursive in watched:
        for _ in range(count):
            server.watch(path, recursive=recursive)
    for folder in folders:
        if os.path.exists(folder):
            server.watch(str(folder))


def answer_always(server: LiveReloadServer) -> None:
    """Let a server show the last good site after a build that failed; it would show nothing."""
    build = server.builder

    def builder() -> None:
        try:
            build()
        except BaseException:
            with server._epoch_cond:
                server._wanted_epoch = server._visible_epoch
                server._epoch_cond.notify_all()
            raise

    server.builder = builder


class Lookout:
    """Takes the place of a server's observer, and does for each path the best there is."""

    def __init__(self, polling: BaseObserver) -> None:
        self._polling = polling
        self._told: dict[ObservedWatch, BaseObserver] = {}
        """An observer of its own for each path, so that one that fails leaves nothing behind."""
        self._looks = False
        """Whether some path has to be looked at; it was said then."""

    def schedule(
        self, handler: FileSystemEventHandler, path: str, *, recursive: bool = False
    ) -> ObservedWatch:
        # The system watches a link itself, not what it leads to.
        path = os.path.realpath(path)
        sieve = Sieve(handler, path)
        try:
            return self._be_told(sieve, path, recursive)
        except OSError as error:
            if not self._looks:
                self._looks = True
                log.warning(
                    f"{path}: the system does not tell of changes here ({error}); "
                    "they are looked for twice a second."
                )
        return self._polling.schedule(sieve, path, recursive=recursive)

    def _be_told(self, sieve: Sieve, path: str, recursive: bool) -> ObservedWatch:
        """Raises OSError where the system does not tell."""
        if (kind := file_system(path)) in _DISTANT:
            raise OSError(f"file system `{kind}`")
        observer = Observer()
        observer.start()
        try:
            watch = observer.schedule(sieve, path, recursive=recursive, event_filter=_CHANGES)
        except OSError:
            observer.stop()
            raise
        self._told[watch] = observer
        return watch

    def unschedule(self, watch: ObservedWatch) -> None:
        if watch in self._told:
            self._told.pop(watch).stop()
        else:
            self._polling.unschedule(watch)

    def start(self) -> None:
        """The rest has begun: a change is noticed from the moment its path is watched."""
        self._polling.start()

    def stop(self) -> None:
        for observer in self._observers():
            observer.stop()

    def join(self) -> None:
        for observer in self._observers():
            if observer.is_alive():
                observer.join()

    def _observers(self) -> Iterator[BaseObserver]:
        yield self._polling
        yield from self._told.values()


class Sieve(FileSystemEventHandler):
    """Lets through what a build must know, and tells it as the change of a file.

    A server asks after files only; one that goes with its folder is not always told of.
    """

    def __init__(self, handler: FileSystemEventHandler, path: str) -> None:
        self._handler = handler
        self._top = path

    def on_any_event(self, event: FileSystemEvent) -> None:
        paths = [os.fsdecode(path) for path in (event.src_path, event.dest_path) if path]
        # A backup in the content folder stops a build; that it is gone has to be told.
        gone = event.event_type == "deleted"
        if all(
            is_hidden(below) or (is_scratch(below) and not gone)
            for below in (os.path.relpath(path, self._top) for path in paths)
        ):
            return
        if event.is_directory and event.event_type in {"deleted", "moved"}:
            event = FileDeletedEvent(event.src_path)
        self._handler.on_any_event(event)


def is_hidden(path: str) -> bool:
    """Whether a path below a watched folder is a program's own, and never a source."""
    return any(part.startswith(".") and part != ".." for part in PurePath(path).parts)


def is_scratch(path: str) -> bool:
    """Whether it is what an editor writes for a moment while it saves."""
    name = PurePath(path).name
    return name.endswith(("~", ".swp", ".tmp")) or name == "4913"


def file_system(path: str, table: Path = Path("/proc/self/mounts")) -> str:
    """The file system that a path lies on; empty where the system does not say."""
    try:
        lines = table.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return ""
    kinds: dict[str, str] = {}
    for line in lines:
        _, point, kind, *_ = line.split(" ")
        # A space in a path would end the column.
        kinds[point.replace("\\040", " ")] = kind
    places = (path, *(str(above) for above in Path(path).parents))
    return next((kinds[place] for place in places if place in kinds), "")

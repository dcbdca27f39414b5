# SPDX-License-Identifier: MIT
"""The site folder: two trees of the same files, one published, one in which the next is made.

The second tree stands beside the first and shares its files by hard links, so a build changes in
it only what differs and the two then change places. Whoever looks at the site sees the old one
or the new one, whole, at every instant; a build that is killed has touched the second tree only.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from linli.engine.exchange import exchange

_UNTOUCHED = 946_684_800
"""The time of every folder of a tree: 2000-01-01. One that bears another was changed by hand."""

_BINARY = getattr(os, "O_BINARY", 0)


@dataclass(frozen=True, slots=True)
class Print:
    """One file of the site as it lies on the disk."""

    path: str
    size: int
    mtime: int
    """In nanoseconds."""


class CollisionError(Exception):
    """Two things would lie at one path; the text names it."""


@dataclass(slots=True)
class SiteFolder:
    """Where the site is published."""

    site: Path
    prepare: Callable[[], None] | None = None
    """Brings the next tree up to the published one; done before its first change."""
    changes: int = 0
    """Files of the next tree that were written or removed."""
    _is_fresh: bool = False
    """Whether nothing that is written can be there already."""
    _folders: set[str] = field(default_factory=set)
    """Folders of the next tree whose entries were changed."""

    @property
    def next(self) -> Path:
        """The tree in which the next site is made."""
        return self.site.with_name(f".{self.site.name}.next")

    @property
    def last(self) -> Path:
        """Where the published tree waits for an instant, on a system that cannot exchange two."""
        return self.site.with_name(f".{self.site.name}.last")

    def recover(self) -> None:
        """Put a site back that a killed build had just moved away."""
        if not self.site.exists() and self.last.exists():
            self.last.rename(self.site)
        if self.last.exists():
            shutil.rmtree(self.last)

    # What is published

    def differing(self, prints: Iterable[Print]) -> tuple[set[str], set[str]]:
        """The files that are not as they were published, and the folders of all."""
        differing: set[str] = set()
        folders = {""}
        root = os.fspath(self.site)
        for one in prints:
            folder = one.path.rpartition("/")[0]
            while folder not in folders:
                folders.add(folder)
                folder = folder.rpartition("/")[0]
            try:
                status = os.stat(f"{root}/{one.path}", follow_symlinks=False)
            except OSError:
                differing.add(one.path)
                continue
            if (status.st_size, status.st_mtime_ns) != (one.size, one.mtime):
                differing.add(one.path)
        return differing, folders

    @staticmethod
    def is_untouched(tree: Path, folders: Iterable[str]) -> bool:
        """Whether nothing was added to folders of a tree, or taken out of them, by hand.

        One that is not there was not touched: the tree may be older than the folder.
        """
        root = os.fspath(tree)
        for folder in folders:
            try:
                status = os.stat(f"{root}/{folder}", follow_symlinks=False)
            except FileNotFoundError:
                continue
            except OSError:
                return False
            if int(status.st_mtime) != _UNTOUCHED:
                return False
        return True

    # The next tree

    def make_ready(self) -> None:
        """Prepare the next tree, once."""
        prepare, self.prepare = self.prepare, None
        if prepare is not None:
            prepare()

    def begin_anew(self) -> None:
        """An empty next tree."""
        if self.next.exists():
            _remove_tree(self.next)
        self.next.mkdir(parents=True)
        self._folders = {""}
        self._is_fresh = True

    def end_of_beginning(self, folders: set[str]) -> None:
        """From here on files that are written may be there already, in these folders."""
        self._is_fresh = False
        self._folders |= folders

    def begin_from(self, lag: Iterable[str], stays: frozenset[str]) -> None:
        """The standing next tree, brought up to the published one.

        `lag` is what the last build changed; of that `stays` is what the site holds now.
        """
        self._folders = {""}
        for path in lag:
            if path in stays:
                self.take_over(path)
            else:
                self.remove(path)

    def take_over(self, path: str) -> None:
        """Let the next tree share a file of the published one."""
        link(self.site / path, self._make_room(path))

    def write(self, path: str, data: bytes) -> Print:
        """Write a file of the next tree, anew: the old one may be shared with the published."""
        self.make_ready()
        self.changes += 1
        target = self._make_room(path)
        file = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o666)
        try:
            left = memoryview(data)
            while left:
                left = left[os.write(file, left) :]
            status = os.fstat(file)
        finally:
            os.close(file)
        return Print(path, status.st_size, status.st_mtime_ns)

    def copy(self, path: str, source: Path) -> Print:
        """Copy a file into the next tree; its bytes may change later where it came from."""
        self.make_ready()
        self.changes += 1
        target = self._make_room(path)
        shutil.copyfile(source, target)
        status = os.stat(target)
        return Print(path, status.st_size, status.st_mtime_ns)

    def remove(self, path: str) -> None:
        """Remove a file of the next tree, and the folders that it leaves empty."""
        self.make_ready()
        self.changes += 1
        try:
            os.unlink(self.next / path)
        except FileNotFoundError:
            return
        folder = path.rpartition("/")[0]
        self._folders.add(folder)
        while folder and not os.listdir(self.next / folder):
            os.rmdir(self.next / folder)
            self._folders.discard(folder)
            folder = folder.rpartition("/")[0]
            self._folders.add(folder)

    def _make_room(self, path: str) -> str:
        """Where a file goes; whatever lies there is gone, and the folders above are there."""
        if ".." in path.split("/") or path.startswith("/"):
            raise ValueError(f"{path} leads out of the site")
        target = f"{self.next}/{path}"
        folder = path.rpartition("/")[0]
        try:
            if not self._is_fresh:
                _unlink(target)
            if folder not in self._folders:
                self._make_folder(folder)
        except (FileExistsError, NotADirectoryError, IsADirectoryError) as error:
            raise CollisionError(f"{path}: a file lies where another needs a folder") from error
        return target

    def _make_folder(self, folder: str) -> None:
        try:
            os.mkdir(f"{self.next}/{folder}")
        except FileExistsError:
            if not os.path.isdir(f"{self.next}/{folder}"):
                raise
        except FileNotFoundError:
            self._make_folder(folder.rpartition("/")[0])
            self._make_folder(folder)
        self._folders.add(folder)
        self._folders.add(folder.rpartition("/")[0])

    def seal(self, folders: Iterable[str] = ()) -> None:
        """Give every changed folder the time by which later changes by hand are known."""
        for folder in {*self._folders, *folders}:
            if os.path.isdir(f"{self.next}/{folder}"):
                os.utime(f"{self.next}/{folder}", (_UNTOUCHED, _UNTOUCHED))
        self._folders = set()

    def publish(self) -> None:
        """Let the two trees change places."""
        if not self.site.exists():
            self.next.rename(self.site)
        elif not exchange(self.next, self.site):
            self.site.rename(self.last)
            self.next.rename(self.site)
            self.last.rename(self.next)


def _unlink(path: str) -> None:
    try:
        os.unlink(path)
    except FileNotFoundError:
        pass


def link(source: Path, target: str) -> None:
    """A second name for a file; a copy of its bytes and times where there can be none."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


def folders_of(paths: Iterable[str]) -> set[str]:
    """The folders of files and all that they lie in; the root is the empty path."""
    folders = {""}
    for path in paths:
        folder = path.rpartition("/")[0]
        while folder not in folders:
            folders.add(folder)
            folder = folder.rpartition("/")[0]
    return folders


def files_below(folder: Path) -> Iterator[str]:
    """Every file below a folder by its path, in order."""
    for root, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            yield (Path(root) / name).relative_to(folder).as_posix()


def _remove_tree(folder: Path) -> None:
    if folder.is_dir() and not folder.is_symlink():
        shutil.rmtree(folder)
    else:
        folder.unlink()

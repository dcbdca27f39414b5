# SPDX-License-Identifier: MIT
"""What git remembers of the content folder: the files of a commit, and when it was made."""

from __future__ import annotations

import hashlib
import os
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

_ROOMS = frozenset({"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"})
"""What a hook of git tells its children: where its own work is, not where ours is."""


class RepositoryError(Exception):
    """Git is not there, or does not know what it was asked for; the text says which."""


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit, and what it holds below one folder."""

    id: str
    made: datetime
    blobs: Mapping[str, str]
    """Ids of the bytes of each file, by its path below the folder."""


@dataclass(frozen=True, slots=True)
class Repository:
    """The repository around a folder, of which nothing but that folder is looked at."""

    folder: Path

    def commit(self, revision: str) -> Commit:
        """A commit by any name git knows. Raises RepositoryError."""
        name = f"{revision}^{{commit}}"
        found = self._try("rev-parse", "--verify", "--quiet", "--end-of-options", name)
        if found is None:
            # Asked second, because it is seldom the reason.
            if self._try("rev-parse", "--git-dir") is None:
                raise RepositoryError(f"{self.folder.name}/ lies in no git repository")
            raise RepositoryError(
                f"there is no commit `{revision}` here; fetch it first (a shallow clone holds only "
                "the newest)"
            )
        id = found.decode().strip()
        made = self._run("show", "-s", "--format=%ct", id).decode().split()[-1]
        return Commit(id, datetime.fromtimestamp(int(made), UTC), dict(self._blobs(id)))

    def _blobs(self, id: str) -> Iterator[tuple[str, str]]:
        # Paths as they are: without -z git quotes what is not ASCII.
        listing = self._run("ls-tree", "-r", "-z", id)
        for line in listing.split(b"\0"):
            facts, tab, path = line.partition(b"\t")
            mode, _, blob = facts.decode().partition(" blob ")
            if tab and mode in {"100644", "100755"}:
                yield os.fsdecode(path), blob

    def read(self, blobs: Iterable[str]) -> dict[str, bytes]:
        """The bytes of some blobs by their ids."""
        wanted = list(dict.fromkeys(blobs))
        if not wanted:
            return {}
        answer = self._run("cat-file", "--batch", given="\n".join(wanted).encode() + b"\n")
        read: dict[str, bytes] = {}
        place = 0
        for _ in wanted:
            end = answer.index(b"\n", place)
            blob, _, size = answer[place:end].decode().split(" ")
            read[blob] = answer[end + 1 : end + 1 + int(size)]
            place = end + 2 + int(size)
        return read

    def differing(self, commit: Commit) -> frozenset[str]:
        """The files below the folder that are not as in a commit, gone, or new."""
        tracked = self._run(
            "diff", "--name-only", "--no-renames", "-z", "--relative", commit.id, "--"
        )
        new = self._run("ls-files", "--others", "--exclude-standard", "-z")
        return frozenset(map(os.fsdecode, filter(None, (tracked + new).split(b"\0"))))

    def changed(self, revision: str) -> frozenset[str]:
        """The files below the folder that differ from a commit, or from where this work and that
        commit parted; also what git has not been told of yet. Raises RepositoryError."""
        commit = self.commit(revision)
        parted = self._try("merge-base", commit.id, "HEAD")
        return self.differing(self.commit(parted.decode().strip()) if parted else commit)

    def is_uncommitted(self, path: str) -> bool:
        """Whether a file is new or differs from what was committed; no where there is no git."""
        found = self._try("status", "--porcelain", "--ignored", "-z", "--", path)
        return bool(found)

    def _run(self, *arguments: str, given: bytes = b"") -> bytes:
        done = self._ask(arguments, given)
        if done.returncode:
            raise RepositoryError(done.stderr.decode(errors="replace").strip())
        return done.stdout

    def _try(self, *arguments: str) -> bytes | None:
        done = self._ask(arguments)
        return None if done.returncode else done.stdout

    def _ask(
        self, arguments: tuple[str, ...], given: bytes = b""
    ) -> subprocess.CompletedProcess[bytes]:
        # In a container the checkout belongs to somebody else; it is only read here.
        command = ["git", "-c", "safe.directory=*", "--literal-pathspecs", *arguments]
        around = {name: value for name, value in os.environ.items() if name not in _ROOMS}
        try:
            return subprocess.run(
                command, cwd=self.folder, input=given, env=around, capture_output=True, check=False
            )
        except FileNotFoundError as error:
            raise RepositoryError("git is not installed") from error


def blob_id(data: bytes, like: str) -> str:
    """The id that git gives to bytes, in the format of another id."""
    algorithm = "sha256" if len(like) == 64 else "sha1"
    head = f"blob {len(data)}\0".encode()
    return hashlib.new(algorithm, head + data, usedforsecurity=False).hexdigest()

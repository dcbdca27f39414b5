# SPDX-License-Identifier: MIT
"""What others have written and we publish: each file held to the check sum that is locked.

npm installs it, and no build does. A file that is not what was locked is never published.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import blake2b, sha256
from pathlib import Path

from linli.pages.admin.desk import LOCALE, Program
from linli.pages.page import Copy

SUMS = "sha256sums"
_PACKAGES = "node_modules/"


class NotInstalledError(Exception):
    """The packages are not there."""


class NotAsLockedError(Exception):
    """A file is not the one that was locked; the text names it."""


def read_program(folder: Path) -> Program:
    """The program of the forms as npm has installed it below a folder, beside its check sums.

    Raises NotInstalledError and NotAsLockedError.
    """
    if not (folder / SUMS).is_file() or not (folder / _PACKAGES).is_dir():
        raise NotInstalledError(str(folder))
    digest = blake2b(digest_size=4)
    copies: list[Copy] = []
    chinese = b""
    for path, locked in _sums(folder / SUMS):
        source = folder / path
        data = source.read_bytes() if source.is_file() else b""
        if sha256(data).hexdigest() != locked:
            raise NotAsLockedError(path)
        digest.update(f"{locked} {path}\n".encode())
        name = path.removeprefix(_PACKAGES)
        if name == LOCALE:
            chinese = data
        else:
            # Not every server knows a module by this ending, and a browser takes no other for one.
            name = name.replace(".mjs", ".js")
            copies.append(Copy(name, lambda source=source: source, locked))  # type: ignore[misc]
    return Program(digest.hexdigest(), tuple(copies), chinese)


def _sums(file: Path) -> Iterator[tuple[str, str]]:
    """Paths and check sums, as `sha256sum` writes them."""
    for line in file.read_text(encoding="utf-8").splitlines():
        locked, _, path = line.partition("  ")
        yield path, locked

# SPDX-License-Identifier: MIT
"""What everything depends on besides the content: this program, its libraries, the templates."""

from __future__ import annotations

from functools import cache
from hashlib import blake2b
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

_LIBRARIES = ("jinja2", "markdown", "opencc", "pillow", "python-frontmatter", "PyYAML", "tzdata")
"""Those whose version can change a byte of the site."""


@cache
def of_program() -> str:
    """Of our own source and of the libraries it stands on."""
    digest = blake2b(digest_size=16)
    package = Path(__file__).parent.parent
    for path in sorted(package.rglob("*.py")):
        _add(digest, path.relative_to(package).as_posix(), path.read_bytes())
    for name in _LIBRARIES:
        try:
            _add(digest, name, version(name).encode())
        except PackageNotFoundError:
            _add(digest, name, b"")
    return digest.hexdigest()


def of_templates(folder: Path) -> bytes:
    """Of the templates of a folder of overrides."""
    digest = blake2b(digest_size=16)
    for path in sorted(folder.rglob("*.html")):
        _add(digest, path.relative_to(folder).as_posix(), path.read_bytes())
    return digest.digest()


def of_values(*values: object) -> bytes:
    """Of plain values with a stable `repr`."""
    return blake2b(repr(values).encode(errors="surrogatepass"), digest_size=16).digest()


def _add(digest: blake2b, name: str, data: bytes) -> None:
    digest.update(b"%d %s %d " % (len(name), name.encode(), len(data)) + data)

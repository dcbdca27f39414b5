# SPDX-License-Identifier: MIT
"""From a picture file to the renditions that are published, kept by content.

What leaves is always drawn anew: upright, in sRGB, in a few widths, with the allowed metadata
and nothing else. The original itself is never published.
"""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import asdict
from pathlib import Path, PurePosixPath
from typing import Any

import PIL

from linli.newsroom.photos import Photo, PhotoFault, PhotoMetadata, Rendition
from linli.photos import faults
from linli.photos.settings import PLAIN, PhotoSettings

SUFFIXES = frozenset({".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif"})
"""Endings of pictures that can be published."""

_QUALITY = 80
_RECIPE = f"1-{_QUALITY}-{PIL.__version__}"
"""Whatever changes the bytes of a rendition: part of the key under which it is kept."""


class Darkroom:
    """Develops pictures into a cache folder and remembers what is in it."""

    def __init__(self, content: Path, cache: Path, settings: PhotoSettings = PLAIN) -> None:
        self._content = content
        self._settings = settings
        self._cache = cache
        self._developed: dict[str, Photo | PhotoFault | None] = {}
        self._files: dict[str, Path] = {}

    def photo(self, src_uri: str) -> Photo | PhotoFault | None:
        """The photo at a path of the content folder; None where there is no such file."""
        if src_uri not in self._developed:
            self._developed[src_uri] = self._develop(src_uri)
        return self._developed[src_uri]

    def file_of(self, rendition: Rendition) -> Path:
        """Where the bytes of a rendition lie."""
        return self._files[rendition.path]

    def _develop(self, src_uri: str) -> Photo | PhotoFault | None:
        path = self._content / src_uri
        suffix = path.suffix.lower()
        if suffix not in SUFFIXES or ".." in path.parts or PurePosixPath(src_uri).is_absolute():
            return None
        try:
            if path.is_symlink() or not path.is_file():
                return None
            data = path.read_bytes()
        except OSError:
            # A name longer than any file's, or a file that nobody may read.
            return faults.CLOSED
        if not data:
            return faults.EMPTY
        digest = self._key(data, suffix)
        record = self._cache / f"{digest}.json"
        try:
            return self._described(src_uri, json.loads(record.read_text(encoding="utf-8")))
        except (OSError, ValueError, KeyError, TypeError):
            # Not developed yet, or the cache was cut off or cleared in part: make it anew.
            pass
        made = self._print(data, suffix, digest)
        if isinstance(made, PhotoFault):
            return made
        _write(record, json.dumps(made, ensure_ascii=False, sort_keys=True).encode())
        return self._described(src_uri, made)

    def _key(self, data: bytes, suffix: str) -> str:
        settings = self._settings
        recipe = f"{_RECIPE}-{suffix}-{settings.widths}-{settings.boilerplate}".encode()
        # A key of BLAKE2 has no room for the phrases themselves.
        key = hashlib.blake2b(recipe, digest_size=32).digest()
        return hashlib.blake2b(data, digest_size=10, key=key).hexdigest()

    def _described(self, src_uri: str, facts: dict[str, Any]) -> Photo:
        source = PurePosixPath(src_uri)
        renditions = []
        for one in facts["prints"]:
            file = PurePosixPath(one["file"])
            if not (self._cache / file).stat().st_size:
                raise OSError(file)
            digest = file.stem.split("-")[0]
            name = f"{source.stem}.{digest[:8]}-{one['width']}{file.suffix}"
            rendition = Rendition(
                (source.parent / name).as_posix(), int(one["width"]), int(one["height"])
            )
            self._files[rendition.path] = self._cache / one["file"]
            renditions.append(rendition)
        return Photo(
            src_uri,
            int(facts["width"]),
            int(facts["height"]),
            PhotoMetadata(**facts["metadata"]),
            tuple(renditions),
        )

    def _print(self, data: bytes, suffix: str, digest: str) -> dict[str, Any] | PhotoFault:
        # Pillow takes long to load, and most builds find every print in the cache.
        from linli.photos.prints import develop

        developed = develop(
            data, suffix, self._settings.widths, _QUALITY, self._settings.boilerplate
        )
        if isinstance(developed, PhotoFault):
            return developed
        prints = []
        for one in developed.prints:
            file = f"{digest}-{one.width}{one.suffix}"
            _write(self._cache / file, one.data)
            prints.append({"file": file, "width": one.width, "height": one.height})
        return {
            "width": developed.width,
            "height": developed.height,
            "metadata": asdict(developed.metadata),
            "prints": prints,
        }


def _write(path: Path, data: bytes) -> None:
    """Aside, then renamed: a killed build leaves no half of a file under a good name."""
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f".{path.name}.{os.getpid()}")
    aside.write_bytes(data)
    aside.replace(path)

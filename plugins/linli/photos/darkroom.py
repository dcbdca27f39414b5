# SPDX-License-Identifier: MIT
"""From a picture file to the renditions that are published, kept by content.

What leaves is always drawn anew: upright, in sRGB, in a few widths, with the allowed metadata
and nothing else. A file itself leaves only where a piece gives it away, cleaned of all else.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict
from pathlib import Path, PurePosixPath
from typing import Any

from linli.newsroom.photos import Format, Original, Photo, PhotoFault, PhotoMetadata, Rendition
from linli.photos import faults
from linli.photos.keeping import keep
from linli.photos.recipe import RECIPE
from linli.photos.settings import PLAIN, PhotoSettings

SUFFIXES = frozenset({".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif", ".heic", ".heif"})
"""Endings of pictures that can be published."""


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

    def size_of(self, src_uri: str) -> int:
        """Bytes of a file of the content folder; 0 where there is none to be read."""
        try:
            return (self._content / src_uri).stat().st_size
        except OSError:
            return 0

    def file_of(self, rendition: Rendition) -> Path:
        """Where the bytes of a rendition lie."""
        return self._files[rendition.path]

    def original(self, src_uri: str) -> Original | PhotoFault:
        """The file of a photo, cleaned without loss of what it must not tell."""
        photo = self.photo(src_uri)
        if not isinstance(photo, Photo):
            return photo or faults.NOT_A_PICTURE
        file = self._cache / f"{photo.key}-original{PurePosixPath(src_uri).suffix.lower()}"
        try:
            size = file.stat().st_size
        except OSError:
            size = 0
        if not size:
            from linli.photos.cleaning import clean

            data = (self._content / src_uri).read_bytes()
            cleaned = clean(data, file.suffix, photo.metadata)
            if isinstance(cleaned, PhotoFault):
                return cleaned
            keep(file, cleaned)
            size = len(cleaned)
        path = original_path(photo)
        self._files[path] = file
        return Original(path, size)

    def file_of_original(self, src_uri: str) -> Path:
        """Where the bytes of a cleaned file lie."""
        original = self.original(src_uri)
        assert isinstance(original, Original), src_uri
        return self._files[original.path]

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
        key = self._key(data, suffix)
        record = self._cache / f"{key}.json"
        try:
            return self._described(src_uri, key, json.loads(record.read_text(encoding="utf-8")))
        except (OSError, ValueError, KeyError, TypeError):
            # Not developed yet, or the cache was cut off or cleared in part: make it anew.
            pass
        made = self._print(data, suffix, key)
        if isinstance(made, PhotoFault):
            return made
        keep(record, json.dumps(made, ensure_ascii=False, sort_keys=True).encode())
        return self._described(src_uri, key, made)

    def _key(self, data: bytes, suffix: str) -> str:
        settings = self._settings
        recipe = f"{RECIPE}-{suffix}-{settings.widths}-{settings.boilerplate}".encode()
        # A key of BLAKE2 has no room for the phrases themselves.
        salt = hashlib.blake2b(recipe, digest_size=32).digest()
        return hashlib.blake2b(data, digest_size=10, key=salt).hexdigest()

    def _described(self, src_uri: str, key: str, facts: dict[str, Any]) -> Photo:
        source = PurePosixPath(src_uri)
        renditions = []
        for one in facts["prints"]:
            file = self._cache / one["file"]
            if not file.stat().st_size:
                raise OSError(file)
            name = f"{source.stem}.{key[:8]}-{one['width']}{file.suffix}"
            rendition = Rendition(
                (source.parent / name).as_posix(),
                int(one["width"]),
                int(one["height"]),
                Format(one["format"]),
            )
            self._files[rendition.path] = file
            renditions.append(rendition)
        return Photo(
            src_uri,
            int(facts["width"]),
            int(facts["height"]),
            PhotoMetadata(**facts["metadata"]),
            tuple(renditions),
            str(facts["placeholder"]),
            bool(facts["is_moving"]),
            key,
        )

    def _print(self, data: bytes, suffix: str, key: str) -> dict[str, Any] | PhotoFault:
        # Pillow takes long to load, and most builds find every print in the cache.
        from linli.photos.opening import PictureRefused
        from linli.photos.prints import develop

        try:
            developed = develop(data, suffix, self._settings.widths, self._settings.boilerplate)
        except PictureRefused as refused:
            return refused.fault
        prints = []
        for one in developed.prints:
            file = f"{key}-{one.width}{one.format.suffix}"
            keep(self._cache / file, one.data)
            prints.append(
                {"file": file, "width": one.width, "height": one.height, "format": one.format}
            )
        return {
            "width": developed.width,
            "height": developed.height,
            "metadata": asdict(developed.metadata),
            "placeholder": developed.placeholder,
            "is_moving": developed.is_moving,
            "prints": prints,
        }


def original_path(photo: Photo) -> str:
    """Where the file of a photo is published, should it be."""
    source = PurePosixPath(photo.src_uri)
    name = f"{source.stem}.{photo.key[:8]}{source.suffix.lower()}"
    return (source.parent / name).as_posix()

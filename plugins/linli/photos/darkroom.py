# SPDX-License-Identifier: MIT
"""From a picture file to the renditions that are published, kept by content.

What leaves is always drawn anew: upright, in sRGB, in a few widths, with the allowed metadata
and nothing else. The original itself is never published.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import warnings
from dataclasses import asdict, dataclass
from pathlib import Path, PurePosixPath
from typing import Any

import PIL
from PIL import Image, ImageCms, ImageOps, PngImagePlugin, UnidentifiedImageError

from linli.newsroom.photos import Photo, PhotoFault, PhotoMetadata, Rendition
from linli.photos.metadata import read_metadata, xmp_packet

SUFFIXES = frozenset({".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif"})
"""Endings of pictures that can be published."""

_FORMATS = {
    ".jpg": "JPEG",
    ".jpeg": "JPEG",
    ".png": "PNG",
    ".webp": "WEBP",
    ".gif": "GIF",
    ".avif": "AVIF",
}
ONE_WIDTH = (1600,)
"""One rendition a picture, for a site without the photos plugin."""
WIDTHS = (480, 960, 1600)
"""A phone, a phone with a fine screen, a desktop."""
_QUALITY = 80
_MOST_PIXELS = 80_000_000
"""Larger than any camera's picture; a file that claims more wants to fill the memory."""
_RECIPE = f"1-{_QUALITY}-{PIL.__version__}"
"""Whatever changes the bytes of a rendition: part of the key under which it is kept."""

_FAULTS = {
    "closed": PhotoFault("文件不让读", "nobody may read the file"),
    "empty": PhotoFault("文件是空的", "the file is empty"),
    "not-a-picture": PhotoFault("它不是图片", "it is no picture"),
    "misnamed": PhotoFault("扩展名与实际格式不符", "its extension is not that of its format"),
    "too-large": PhotoFault("像素太多", "it has too many pixels"),
    "damaged": PhotoFault("文件不完整或已损坏", "it is cut off or damaged"),
}


@dataclass(frozen=True, slots=True)
class _Print:
    """One rendition as it lies in the cache."""

    file: str
    width: int
    height: int


class Darkroom:
    """Develops pictures into a cache folder and remembers what is in it."""

    def __init__(self, content: Path, cache: Path, widths: tuple[int, ...] = ONE_WIDTH) -> None:
        self._content = content
        self._widths = widths
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
            return _FAULTS["closed"]
        if not data:
            return _FAULTS["empty"]
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
        recipe = f"{_RECIPE}-{suffix}-{self._widths}".encode()
        return hashlib.blake2b(data, digest_size=10, key=recipe).hexdigest()

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
        try:
            with warnings.catch_warnings():
                # The size is judged here, by our own limit; a broken EXIF block is not passed on.
                warnings.simplefilter("ignore", Image.DecompressionBombWarning)
                warnings.simplefilter("ignore", UserWarning)
                image = Image.open(io.BytesIO(data))
                if image.width * image.height > _MOST_PIXELS:
                    return _FAULTS["too-large"]
                if (image.format or "").replace("MPO", "JPEG") != _FORMATS[suffix]:
                    return _FAULTS["misnamed"]
                metadata = read_metadata(image)
                image.load()
                upright = _upright(image)
        except Image.DecompressionBombError:
            return _FAULTS["too-large"]
        except UnidentifiedImageError:
            return _FAULTS["not-a-picture"]
        except (OSError, EOFError, SyntaxError, ValueError, RuntimeError):
            # Pillow's readers raise any of these on a file that is cut off or garbled.
            return _FAULTS["damaged"]
        prints = [
            self._save(one, digest, metadata)
            for one in ([image] if _is_animated(image) else _sizes(upright, self._widths))
        ]
        return {
            "width": upright.width,
            "height": upright.height,
            "metadata": asdict(metadata),
            "prints": [asdict(one) for one in prints],
        }

    def _save(self, image: Image.Image, digest: str, metadata: PhotoMetadata) -> _Print:
        buffer = io.BytesIO()
        packet = xmp_packet(metadata)
        if _is_animated(image):
            suffix = ".webp"
            image.save(buffer, "WEBP", save_all=True, quality=_QUALITY, exif=b"", xmp=packet)
        elif image.mode == "RGBA":
            suffix = ".png"
            text = PngImagePlugin.PngInfo()
            if packet:
                text.add_itxt("XML:com.adobe.xmp", packet.decode())
            image.save(buffer, "PNG", optimize=True, pnginfo=text)
        else:
            suffix = ".jpg"
            extra: dict[str, Any] = {"xmp": packet} if packet else {}
            image.save(buffer, "JPEG", quality=_QUALITY, optimize=True, progressive=True, **extra)
        file = f"{digest}-{image.width}{suffix}"
        _write(self._cache / file, buffer.getvalue())
        return _Print(file, image.width, image.height)


def _is_animated(image: Image.Image) -> bool:
    # A telephone's MPO has a second frame too: the same scene for a 3D screen.
    return image.format != "MPO" and getattr(image, "n_frames", 1) > 1


def _upright(image: Image.Image) -> Image.Image:
    """Turned as EXIF says, in sRGB, opaque where nothing shines through, without metadata."""
    turned = ImageOps.exif_transpose(image)
    opaque = turned.mode not in {"RGBA", "LA", "PA"} and "transparency" not in turned.info
    mode = "RGB" if opaque else "RGBA"
    profile = turned.info.get("icc_profile")
    if profile and turned.mode in {"RGB", "RGBA", "CMYK", "L"}:
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            converted = ImageCms.profileToProfile(
                turned, source, ImageCms.createProfile("sRGB"), outputMode=mode
            )
            turned = converted or turned
        except (ImageCms.PyCMSError, OSError):
            # A profile that cannot be followed: the numbers as they are beat no picture.
            pass
    plain = turned.convert(mode)
    plain.info.clear()
    return plain


def _sizes(image: Image.Image, wanted: tuple[int, ...]) -> list[Image.Image]:
    """The picture in each width, never wider than it is."""
    widths = [width for width in wanted if width < image.width]
    widths.append(min(image.width, wanted[-1]))
    return [
        image.resize(
            (width, max(1, round(image.height * width / image.width))),
            Image.Resampling.LANCZOS,
            reducing_gap=3.0,
        )
        if width < image.width
        else image
        for width in dict.fromkeys(widths)
    ]


def _write(path: Path, data: bytes) -> None:
    """Aside, then renamed: a killed build leaves no half of a file under a good name."""
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f".{path.name}.{os.getpid()}")
    aside.write_bytes(data)
    aside.replace(path)

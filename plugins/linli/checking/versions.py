# SPDX-License-Identifier: MIT
"""Earlier versions of an announcement: each is kept as it was, and none is missing."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from linli.checking.texts import LeftOut, texts
from linli.newsroom.announcements import Announcement
from linli.newsroom.diagnostics import Diagnostic
from linli.newsroom.photos import Photo
from linli.newsroom.versions import MOST, VersionPath, path_of_version
from linli.reading.markup.typesetter import Body

_APART: LeftOut = {Announcement: {"body"}, Photo: {"renditions"}}
"""What was set is looked at in its place, and a rendition is no text."""


def numbers(announcement: Announcement) -> range:
    """The numbers of the earlier versions that it must have."""
    return range(1, min(announcement.version, MOST + 1))


def earlier_are_kept(
    announcement: Announcement, is_there: Callable[[int], bool]
) -> Iterator[Diagnostic]:
    """Version 3 has versions 1 and 2 beside it."""
    missing = [number for number in numbers(announcement) if not is_there(number)]
    if missing:
        files = [path_of_version(announcement.source.path, number) for number in missing]
        yield Diagnostic(
            "version-missing",
            announcement.source.at("version"),
            {"version": announcement.version, "files": tuple(map(_name, files[:5]))},
        )


def version_fits(
    version: Announcement, path: VersionPath, main: Announcement | None, *, is_there: bool
) -> Iterator[Diagnostic]:
    """An earlier version has the number of its file, and a later one took its place.

    Its id is that of its announcement: the rule about ids and names of files holds for it too.
    """
    source = version.source
    if not is_there:
        yield Diagnostic("version-alone", source.at(), {"file": _name(path.main)})
        return
    if version.version != path.number:
        yield Diagnostic(
            "version-number",
            source.at("version"),
            {"value": version.version, "number": path.number},
        )
    if main is not None and main.version <= path.number:
        yield Diagnostic(
            "version-not-earlier",
            source.at(),
            {"file": _name(path.main), "value": main.version, "next": path.number + 1},
        )


def _name(path: str) -> str:
    """A file as somebody who stands in its folder calls it."""
    return "/".join(path.split("/")[2:])


def texts_of(announcement: Announcement, body: Body | None) -> Iterator[str]:
    """Every text of an announcement that a page, a feed or a picture may show."""
    yield from (text for _, text in texts(announcement, _APART))
    if body is not None:
        yield body.html
        yield "\n".join(body.plain)
        for photo in body.photos:
            yield from (text for _, text in texts(photo, _APART))

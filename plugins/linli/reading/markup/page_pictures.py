# SPDX-License-Identifier: MIT
"""The pictures of a printed issue's pages, found and looked at as those of a text are."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from linli.newsroom.diagnostics import Diagnostic
from linli.newsroom.nearest import nearest
from linli.newsroom.photos import CaptionedPhoto, Photo, PhotoFault
from linli.newsroom.printed import PrintedIssue
from linli.reading.markup.state import Surroundings
from linli.reading.markup.typesetter import Body


def develop(issue: PrintedIssue, surroundings: Surroundings) -> tuple[Body, list[Diagnostic]]:
    """A body that shows the picture of each page, in their order."""
    found: list[Diagnostic] = []
    figures = tuple(_figures(issue, surroundings, found))
    return Body(figures=figures), found


def _figures(
    issue: PrintedIssue, surroundings: Surroundings, found: list[Diagnostic]
) -> Iterator[CaptionedPhoto]:
    folder = posixpath.dirname(issue.source.path)
    for index, page in enumerate(issue.pages):
        location = issue.source.at(f"pages.{index}.picture")
        if "://" in page.picture:
            found.append(Diagnostic("image-remote", location, {"file": page.picture}))
            continue
        photo = surroundings.photo(posixpath.normpath(posixpath.join(folder, page.picture)))
        if isinstance(photo, Photo):
            yield CaptionedPhoto(photo, "", "", "", "")
        elif isinstance(photo, PhotoFault):
            faults = {"problem_zh": photo.zh, "problem_en": photo.en}
            arguments = {"file": page.picture, **faults}
            found.append(Diagnostic("image-unreadable", location, arguments))
        else:
            known = (posixpath.relpath(other, folder) for other in surroundings.photo_paths)
            near = nearest(page.picture, known)
            found.append(
                Diagnostic("image-missing", location, {"file": page.picture, "nearest": near})
            )

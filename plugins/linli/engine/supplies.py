# SPDX-License-Identifier: MIT
"""Files of the site that are no pages: renditions of photos, attachments, what MkDocs made.

No producer knows them, because they do not come from the catalogue; they are jobs all the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath

from linli.engine.shelves import Shelves
from linli.engine.site_folder import files_below
from linli.engine.stock import Touched
from linli.engine.targets import Known
from linli.newsroom import printed
from linli.newsroom.codes import Kind
from linli.newsroom.photos import Photo, PhotoFault, Rendition
from linli.pages.page import Copy, File, Job
from linli.photos.darkroom import Darkroom, original_path

PHOTO = "photo "
"""How the name of a photo's job begins. It is a job only while its photo has been touched."""
HOST = "host"


class Supplies:
    """Everything a site publishes besides its own pages."""

    def __init__(
        self,
        shelves: Shelves,
        known: Known,
        darkroom: Darkroom,
        photo: Callable[[str], Photo | PhotoFault | None],
        content: Path,
    ) -> None:
        self._shelves = shelves
        self._known = known
        self._darkroom = darkroom
        self._photo = photo
        self._content = content

    def jobs(self, host: Path) -> Iterator[Job]:
        """What has to be compared on every build; `host` is where MkDocs has built its part."""
        yield Job(HOST, (), lambda: _files_of(host), always=True)
        yield Job("attachments", (), self._attachments, always=True)
        yield Job("photos of pages", (), self._photos_of_pages, always=True)

    def photo_jobs(self, touched: Touched, names: set[str], *, every: bool) -> Iterator[Job]:
        """The photos that were touched, or whose job is named; or all that pieces show besides."""
        paths = {
            row.removeprefix(kind)
            for kind in ("shows/", "gives/")
            for row in touched.rows
            if row.startswith(kind)
        }
        paths |= {name.removeprefix(PHOTO) for name in names if name.startswith(PHOTO)}
        if every:
            paths |= set(self._shelves.names("shows/"))
        for path in sorted(paths):
            yield Job(f"{PHOTO}{path}", (), lambda path=path: self._shown(path))  # type: ignore[misc]

    def _shown(self, path: str) -> Iterator[Copy]:
        if self._shelves.size(f"shows/{path}"):
            yield from self._renditions(path)
        photo = self._photo(path) if self._shelves.size(f"gives/{path}") else None
        if isinstance(photo, Photo):
            place = original_path(photo)
            yield Copy(place, lambda: self._darkroom.file_of_original(path), place)

    def _renditions(self, path: str) -> Iterator[Copy]:
        photo = self._photo(path)
        if isinstance(photo, Photo):
            for rendition in photo.renditions:
                # Its name changes with its bytes, so the name is digest enough.
                yield Copy(
                    rendition.path,
                    lambda rendition=rendition: self._file_of(path, rendition),  # type: ignore[misc]
                    rendition.path,
                )

    def _file_of(self, path: str, rendition: Rendition) -> Path:
        # Known from the manifest only, or cleared from its cache: then it is developed now.
        self._darkroom.photo(path)
        return self._darkroom.file_of(rendition)

    def _photos_of_pages(self) -> Iterator[Copy]:
        """A picture of an ordinary page is found by MkDocs, not by our typesetter."""
        for path in self.pictures_of_pages():
            if not self._shelves.size(f"shows/{path}"):
                yield from self._renditions(path)

    def pictures_of_pages(self) -> Iterator[str]:
        folders = (*(f"{kind.folder}/" for kind in Kind), printed.FOLDER)
        return (path for path in self._known.pictures() if not path.startswith(folders))

    def _attachments(self) -> Iterator[Copy]:
        withheld = self.withheld()
        for path, digest in self._known.attachments().items():
            if path not in withheld:
                yield Copy(path, lambda path=path: self._content / path, digest.hex())  # type: ignore[misc]

    def withheld(self) -> frozenset[str]:
        """Attachments that lie beside a hidden piece, or that one links to, and no other text."""
        rows = self._shelves.connection.execute("SELECT path FROM piece WHERE hidden").fetchall()
        hidden = {path for (path,) in rows}
        folders = {path.removesuffix("index.md") for path in hidden if path.endswith("/index.md")}
        withheld = set()
        for path in self._known.attachments():
            linking = set(self._shelves.paths(f"@links/{path}"))
            above = (f"{folder.as_posix()}/" for folder in PurePosixPath(path).parents)
            beside = any(folder in folders for folder in above)
            if (beside or linking & hidden) and not linking - hidden:
                withheld.add(path)
        return frozenset(withheld)


def _files_of(host: Path) -> Iterator[File]:
    for path in files_below(host):
        yield File(path, (host / path).read_bytes())

# SPDX-License-Identifier: MIT
"""The ledger of the site: which files it holds, who made each, from what, and when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from linli.engine.manifest import Manifest
from linli.engine.printing import Done, Output, differing_parts
from linli.engine.site_folder import CollisionError, folders_of

_COLUMNS = "path, job, source, key, parts, digest, size, mtime, url, sitemap, modified, made, why"


class Ledger:
    """The rows of the manifest's table `page`, for one build."""

    def __init__(self, manifest: Manifest, now: str) -> None:
        """`now` is the instant of the build."""
        self._manifest = manifest
        self._now = now
        self.listed: set[str] = set()
        """Sitemaps whose entries differ."""
        self._lost: frozenset[str] = frozenset()

    def _column(self, query: str, *arguments: object) -> list[str]:
        rows = self._manifest.connection.execute(query, arguments).fetchall()
        return [value for (value,) in rows]

    # What was made

    def jobs(self) -> set[str]:
        """Names of the jobs that have made something."""
        return set(self._column("SELECT DISTINCT job FROM page WHERE job <> ''"))

    def paths(self) -> list[str]:
        return self._column("SELECT path FROM page")

    def paths_of(self, job: str) -> list[str]:
        """The files that a job has made."""
        return self._column("SELECT path FROM page WHERE job = ? AND job <> ''", job)

    def holds(self, path: str) -> bool:
        return bool(self._column("SELECT 1 FROM page WHERE path = ?", path))

    def known(self, path: str, job: str, source: str) -> tuple[bytes, bytes, int] | None:
        """The key, the digest and the size of a file that was made by a job or from a piece."""
        row: tuple[bytes, bytes, int] | None = self._manifest.connection.execute(
            "SELECT key, digest, size FROM page WHERE path = ? AND job = ? AND source = ?",
            (path, job, source),
        ).fetchone()
        return row

    def gone(self, done: Done) -> Iterator[str]:
        """What a task made last time and not now."""
        if done.gone is not None:
            yield from done.gone
            return
        column, name = ("source", done.source) if done.source else ("job", done.job)
        stays = {output.path for output in done.outputs} | {*done.kept}
        query = f"SELECT path FROM page WHERE {column} = ? AND {column} <> ''"
        yield from (path for path in self._column(query, name) if path not in stays)

    def count(self) -> int:
        ((count,),) = self._manifest.connection.execute("SELECT count(*) FROM page").fetchall()
        return int(count)

    # Sitemaps

    def sitemaps(self) -> set[str]:
        return set(self._column("SELECT DISTINCT sitemap FROM page WHERE sitemap <> ''"))

    def entries(self, sitemap: str) -> list[tuple[str, str]]:
        """The URLs of a sitemap and when each last changed."""
        return self._manifest.connection.execute(
            "SELECT url, modified FROM page WHERE sitemap = ? AND sitemap <> ''", (sitemap,)
        ).fetchall()

    # Writing

    def lose(self, paths: Iterable[str]) -> tuple[set[str], set[str]]:
        """Forget files that somebody changed or removed by hand.

        Gives the files of pieces and the names of jobs that have to be done again for it.
        """
        self._lost = frozenset(paths)
        sources: set[str] = set()
        names: set[str] = set()
        for path in sorted(self._lost):
            query = "SELECT job, source FROM page WHERE path = ?"
            job, source = self._manifest.connection.execute(query, (path,)).fetchone()
            (sources if source else names).add(source or job)
            self._manifest.connection.execute("DELETE FROM page WHERE path = ?", (path,))
        return sources, names

    def forget(self, paths: Iterable[str]) -> None:
        """Forget files that are no more."""
        for path in paths:
            self.listed.update(
                self._column("SELECT sitemap FROM page WHERE path = ? AND sitemap <> ''", path)
            )
            self._manifest.connection.execute("DELETE FROM page WHERE path = ?", (path,))

    def note(self, output: Output, job: str, source: str) -> None:
        """Note a file that was made. Raises CollisionError where another lies there."""
        if self._manifest.is_new:
            self._add(output, job, source, ("new",))
            return
        before = self._manifest.connection.execute(
            "SELECT job, source, url, sitemap, modified, parts FROM page WHERE path = ?",
            (output.path,),
        ).fetchone()
        if before is None:
            self._refuse_folders(output.path)
            why = ("by-hand",) if output.path in self._lost else ("new",)
            self._add(output, job, source, why)
            self.listed |= {output.sitemap} - {""}
            return
        if before[:2] != (job, source):
            raise CollisionError(_two_things(output.path))
        if before[2:5] != (output.url, output.sitemap, output.modified):
            self.listed |= {before[3], output.sitemap} - {""}
        if output.is_new:
            self._manifest.connection.execute("DELETE FROM page WHERE path = ?", (output.path,))
            self._add(output, job, source, differing_parts(before[5], output.parts))
        else:
            self._manifest.connection.execute(
                "UPDATE page SET key = ?, parts = ?, url = ?, sitemap = ?, modified = ?"
                " WHERE path = ?",
                (
                    *(output.key, output.parts, output.url, output.sitemap, output.modified),
                    output.path,
                ),
            )

    def _add(self, output: Output, job: str, source: str, why: tuple[str, ...]) -> None:
        added = self._manifest.connection.execute(
            f"INSERT OR IGNORE INTO page ({_COLUMNS})"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                *(output.path, job, source, output.key, output.parts, output.digest),
                *(output.size, output.mtime, output.url, output.sitemap, output.modified),
                *(self._now, " ".join(why)),
            ),
        )
        if not added.rowcount:
            raise CollisionError(_two_things(output.path))

    # Collisions

    def _refuse_folders(self, path: str) -> None:
        """No file lies where another needs a folder."""
        folder = path.rpartition("/")[0]
        while folder:
            if self.holds(folder):
                raise CollisionError(f"{path}: `{folder}` is a file; one may be an old URL")
            folder = folder.rpartition("/")[0]

    def refuse_files_as_folders(self) -> None:
        """The same for all paths of a new site at once."""
        paths = set(self.paths())
        for folder in sorted(folders_of(paths) & paths):
            below = min(path for path in paths if path.startswith(f"{folder}/"))
            raise CollisionError(f"{below}: `{folder}` is a file; one may be an old URL")


def _two_things(path: str) -> str:
    return f"{path}: two things would lie here; one may be an old URL"

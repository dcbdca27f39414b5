# SPDX-License-Identifier: MIT
"""All files of the site: which have to be made, who makes them, and how they get published."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from linli.engine.inspection import Inspection
from linli.engine.manifest import Manifest
from linli.engine.printing import Done, Output, Printer, differing_parts
from linli.engine.progress import Progress
from linli.engine.reader import PageEvents
from linli.engine.shelves import Shelves
from linli.engine.site_folder import CollisionError, SiteFolder
from linli.engine.stock import Touched
from linli.engine.supplies import HOST, PHOTO, Supplies
from linli.engine.workers import NEVER, WORTH_SHARING, is_shared, share_out
from linli.language.dates import iso
from linli.newsroom.portal import Portal
from linli.pages import sitemap
from linli.pages.page import File, Job
from linli.pages.paper import Paper
from linli.pages.templates import Press

_SITEMAP = "sitemap "
"""How the name of a sitemap's job begins."""
_COLUMNS = "path, job, source, key, parts, digest, size, mtime, url, sitemap, modified, made, why"

Task = tuple[str, int]
"""The file of a piece and -1, or nothing and the number of a job."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a build has to do with the site."""

    jobs: Sequence[Job]
    frame: bytes
    """Digest of what every page depends on besides its own context."""
    touched: Touched
    every_job: bool
    day_changed: bool
    ordinary: Mapping[str, str]
    """URLs of the pages that MkDocs builds, by their path in the site."""
    sitemap: Portal | None
    """The portal, where it has an address and wants sitemaps."""


class Pressroom:
    """Prints one build."""

    def __init__(
        self,
        manifest: Manifest,
        shelves: Shelves,
        paper: Paper,
        press: Press,
        site: SiteFolder,
        supplies: Supplies,
        progress: Progress,
        events: PageEvents | None = None,
    ) -> None:
        self._events = events
        self._manifest = manifest
        self._shelves = shelves
        self._paper = paper
        self._press = press
        self._site = site
        self._supplies = supplies
        self._progress = progress
        self._marker = manifest.file.with_name("unsettled")
        """Stands while the next tree is being changed, and after a change by hand."""
        self._listed: set[str] = set()
        """Sitemaps whose entries differ."""
        self._changed: list[str] = []
        """Paths of files that were written or removed."""
        self._removed = 0
        self._settled = False
        self._lost: frozenset[str] = frozenset()
        """Files that somebody changed or removed by hand."""
        self._now = iso(paper.catalogue.clock.now)

    def print(self, plan: Plan, host: Path, inspection: Inspection) -> tuple[int, int, int]:
        """Make what differs and publish it; how many files were rendered, kept and removed.

        Raises CollisionError where two things would lie at one path.
        """
        site, manifest = self._site, self._manifest
        last_frame = manifest.get("frame")
        sources, names = self._forget_differing(inspection)
        everything = last_frame != plan.frame
        jobs = [*self._due(plan, everything, names), *self._supplies.jobs(host)]
        jobs += self._supplies.photo_jobs(plan.touched, names, every=everything)
        pieces = self._pieces(plan.touched, everything, sources)
        removed = self._withdraw(plan, jobs)
        rendered = self._make(plan, jobs, pieces, everything)
        removed += self._removed
        rendered += self._sitemaps(plan.sitemap, everything)
        manifest.put("frame", plan.frame)
        foreign = False
        if site.changes or inspection.by_hand:
            site.make_ready()
            site.seal(_folders_of(self._changed))
            foreign = inspection.files == 0 and site.site.exists()
            site.publish()
        if site.prepare is None:
            # The other tree lacks what was changed now, and nothing else; unless it is one that
            # somebody has changed, or of which this manifest never knew.
            manifest.put("lag", sorted(set(self._changed)))
            self._settled = not inspection.by_hand and not foreign
        ((total,),) = manifest.connection.execute("SELECT count(*) FROM page").fetchall()
        return rendered, total - rendered, removed

    # What has to be made

    def _forget_differing(self, inspection: Inspection) -> tuple[set[str], set[str]]:
        """Forget what is not there as it was published.

        Gives the files of pieces and the names of jobs that have to be done again for it.
        """
        execute = self._manifest.connection.execute
        self._lost = inspection.differing
        sources: set[str] = set()
        names: set[str] = set()
        for path in sorted(inspection.differing):
            job, source = execute("SELECT job, source FROM page WHERE path = ?", (path,)).fetchone()
            (sources if source else names).add(source or job)
            execute("DELETE FROM page WHERE path = ?", (path,))
        if inspection.is_empty:
            self._site.prepare = self._begin_anew
        elif self._marker.exists() or inspection.next_strays or not self._site.next.is_dir():
            self._site.prepare = self._begin_like
        else:
            self._site.prepare = self._begin_from
        return sources, names

    def _due(self, plan: Plan, everything: bool, names: set[str]) -> Iterator[Job]:
        """The jobs whose pages may differ; the others are not even asked."""
        made = self._made()
        touched = plan.touched
        for job in plan.jobs:
            if (
                everything
                or plan.every_job
                or job.always
                or job.name not in made
                or job.name in names
                or (job.daily and plan.day_changed)
                or any(map(touched.has_row, job.rows))
                or any(map(touched.has_size, job.sizes))
            ):
                yield job

    def _made(self) -> set[str]:
        """Names of the jobs that have made something."""
        rows = self._manifest.connection.execute("SELECT DISTINCT job FROM page WHERE job <> ''")
        return {name for (name,) in rows}

    def _pieces(self, touched: Touched, everything: bool, sources: set[str]) -> list[str]:
        if everything:
            rows = self._manifest.connection.execute("SELECT path FROM piece WHERE public")
            return [*sorted(path for (path,) in rows), *sorted(touched.removed | touched.flipped)]
        return sorted(touched.pieces | touched.removed | touched.flipped | sources)

    def _withdraw(self, plan: Plan, due: Iterable[Job]) -> int:
        """Remove what jobs made that are no more."""
        names = {job.name for job in (*plan.jobs, *due)}
        gone = [name for name in self._made() if name not in names and not name.startswith(_KEPT)]
        paths = [
            path
            for name in sorted(gone)
            for (path,) in self._manifest.connection.execute(
                "SELECT path FROM page WHERE job = ? AND job <> ''", (name,)
            ).fetchall()
        ]
        self._remove(paths)
        return len(paths)

    # Making it

    def _make(
        self, plan: Plan, jobs: Sequence[Job], pieces: Sequence[str], everything: bool
    ) -> int:
        tasks: list[Task] = [("", number) for number in range(len(jobs))]
        tasks += [(source, -1) for source in dict.fromkeys(pieces)]
        at_least = WORTH_SHARING if self._events is None else NEVER
        shared = is_shared(tasks, at_least)
        if shared:
            self._site.make_ready()
            self._manifest.share()
        known = self._known if not (everything and self._manifest.is_new) else _nothing

        def begin() -> Callable[[Task], Done]:
            if shared:
                self._manifest.reopen()
            printer = Printer(self._paper, self._press, plan.frame, self._site, known, self._events)
            return lambda task: (
                printer.piece(task[0]) if task[1] < 0 else printer.job(jobs[task[1]])
            )

        rendered = 0
        gone: list[str] = []
        results: list[Done] = []
        for done, result in enumerate(share_out(tasks, begin, at_least), 1):
            self._progress.printed(done, len(tasks))
            rendered += sum(output.is_new for output in result.outputs)
            if shared:
                self._site.changes += sum(output.is_new for output in result.outputs)
            if self._manifest.is_new:
                self._enter(result, plan.ordinary)
            else:
                gone += self._gone(result)
                results.append(result)
        self._progress.end()
        if self._manifest.is_new:
            self._refuse_files_as_folders()
        made = {output.path for result in results for output in result.outputs}
        self._forget(gone)
        for result in results:
            self._enter(result, plan.ordinary)
        left = [path for path in gone if path not in made]
        self._unlink(left)
        self._removed = len(left)
        return rendered

    def _known(self, path: str, job: str, source: str) -> tuple[bytes, bytes] | None:
        row: tuple[bytes, bytes] | None = self._manifest.connection.execute(
            "SELECT key, digest FROM page WHERE path = ? AND job = ? AND source = ?",
            (path, job, source),
        ).fetchone()
        return row

    def _gone(self, result: Done) -> list[str]:
        """What a task made last time and not now."""
        column, name = ("source", result.source) if result.source else ("job", result.job)
        stays = {output.path for output in result.outputs} | {*result.kept}
        return [
            path
            for (path,) in self._manifest.connection.execute(
                f"SELECT path FROM page WHERE {column} = ? AND {column} <> ''", (name,)
            ).fetchall()
            if path not in stays
        ]

    def _enter(self, result: Done, ordinary: Mapping[str, str]) -> None:
        """Note what a task made."""
        for output in result.outputs:
            if result.job == HOST and output.path in ordinary:
                url, listed_in = ordinary[output.path], sitemap.INDEXES
            else:
                url, listed_in = output.url, output.sitemap
            self._note(output, result.job, result.source, url, listed_in)

    def _note(self, output: Output, job: str, source: str, url: str, listed_in: str) -> None:
        execute = self._manifest.connection.execute
        before = None
        if not self._manifest.is_new:
            before = execute(
                "SELECT job, source, url, sitemap, modified, parts FROM page WHERE path = ?",
                (output.path,),
            ).fetchone()
        if before is not None and before[:2] != (job, source):
            raise CollisionError(_two_things(output.path))
        listed = (url, listed_in, output.modified)
        if listed_in and (before is None or before[2:5] != listed):
            self._listed.add(listed_in)
        if before is not None and before[3] and before[3] != listed_in:
            self._listed.add(before[3])
        if output.is_new:
            self._changed.append(output.path)
        if before is not None and not output.is_new:
            execute(
                "UPDATE page SET key = ?, parts = ?, url = ?, sitemap = ?, modified = ?"
                " WHERE path = ?",
                (output.key, output.parts, *listed, output.path),
            )
            return
        why = differing_parts(before[5] if before else None, output.parts)
        if output.path in self._lost:
            why = ("by-hand",)
        if before is None and not self._manifest.is_new:
            self._refuse_folders(output.path)
        added = execute(
            f"INSERT OR {'REPLACE' if before else 'IGNORE'} INTO page ({_COLUMNS})"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                *(output.path, job, source, output.key, output.parts, output.digest),
                *(output.size, output.mtime, *listed, self._now, " ".join(why)),
            ),
        )
        if not added.rowcount:
            raise CollisionError(_two_things(output.path))

    def _refuse_folders(self, path: str) -> None:
        """No file lies where another needs a folder."""
        folder = path.rpartition("/")[0]
        while folder:
            found = self._manifest.connection.execute(
                "SELECT 1 FROM page WHERE path = ?", (folder,)
            )
            if found.fetchone():
                raise CollisionError(f"{path}: `{folder}` is a file; one may be an old URL")
            folder = folder.rpartition("/")[0]

    def _refuse_files_as_folders(self) -> None:
        """The same for all paths of a new site at once."""
        rows = self._manifest.connection.execute("SELECT path FROM page ORDER BY path")
        paths = {path for (path,) in rows}
        for folder in sorted(_folders_of(paths) & paths):
            below = min(path for path in paths if path.startswith(f"{folder}/"))
            raise CollisionError(f"{below}: `{folder}` is a file; one may be an old URL")

    # Taking away

    def _remove(self, paths: Iterable[str]) -> None:
        paths = list(paths)
        self._forget(paths)
        self._unlink(paths)

    def _forget(self, paths: Iterable[str]) -> None:
        execute = self._manifest.connection.execute
        for path in paths:
            (listed_in,) = execute("SELECT sitemap FROM page WHERE path = ?", (path,)).fetchone()
            if listed_in:
                self._listed.add(listed_in)
            execute("DELETE FROM page WHERE path = ?", (path,))

    def _unlink(self, paths: Iterable[str]) -> None:
        for path in paths:
            self._site.remove(path)
            self._changed.append(path)

    # Sitemaps

    def _sitemaps(self, portal: Portal | None, everything: bool) -> int:
        """The sitemaps whose entries differ, and the index of them all."""
        execute = self._manifest.connection.execute
        names = {
            name for (name,) in execute("SELECT DISTINCT sitemap FROM page WHERE sitemap <> ''")
        }
        before = set(self._manifest.get("sitemaps", ()))
        wanted = names if portal is not None else set()
        self._remove(
            path
            for name in sorted(before - wanted)
            for (path,) in execute(
                "SELECT path FROM page WHERE job = ? AND job <> ''", (f"{_SITEMAP}{name}",)
            ).fetchall()
        )
        self._manifest.put("sitemaps", wanted)
        jobs: list[Job] = []
        if portal is not None:
            jobs = [
                Job(f"{_SITEMAP}{name}", (), lambda name=name: [self._sitemap(portal, name)])  # type: ignore[misc]
                for name in sorted(wanted)
                if everything or name in self._listed or not self._has_sitemap(name)
            ]
            jobs.append(
                Job(
                    _SITEMAP,
                    (),
                    lambda: [sitemap.index(portal, wanted), sitemap.robots(portal)],
                )
            )
        printer = Printer(self._paper, self._press, b"", self._site, self._known)
        rendered = 0
        for job in jobs:
            done = printer.job(job)
            self._enter(done, {})
            rendered += sum(output.is_new for output in done.outputs)
        if portal is None:
            self._remove(
                path
                for (path,) in execute(
                    "SELECT path FROM page WHERE job = ? AND job <> ''", (_SITEMAP,)
                ).fetchall()
            )
        return rendered

    def _has_sitemap(self, name: str) -> bool:
        found = self._manifest.connection.execute(
            "SELECT 1 FROM page WHERE job = ? AND job <> ''", (f"{_SITEMAP}{name}",)
        )
        return found.fetchone() is not None

    def _sitemap(self, portal: Portal, name: str) -> File:
        entries = self._manifest.connection.execute(
            "SELECT url, modified FROM page WHERE sitemap = ? AND sitemap <> ''", (name,)
        )
        return sitemap.sitemap(portal, name, entries.fetchall())

    # Publishing

    def _begin_anew(self) -> None:
        self._marker.touch()
        self._site.begin_anew()

    def _begin_like(self) -> None:
        self._marker.touch()
        rows = self._manifest.connection.execute("SELECT path FROM page").fetchall()
        paths = [path for (path,) in rows]
        self._site.begin_anew()
        for _ in share_out(paths, lambda: self._site.take_over):
            pass
        self._site.end_of_beginning(_folders_of(paths))

    def _begin_from(self) -> None:
        self._marker.touch()
        lag = self._manifest.get("lag", [])
        query = "SELECT 1 FROM page WHERE path = ?"
        execute = self._manifest.connection.execute
        stays = frozenset(path for path in lag if execute(query, (path,)).fetchone())
        self._site.begin_from(lag, stays)

    def settle(self) -> None:
        """Once the manifest is kept: the next tree is what the manifest says it is."""
        if self._settled:
            self._marker.unlink(missing_ok=True)


_KEPT = (PHOTO, _SITEMAP)
"""Jobs that are not named on every build and stand all the same."""


def _nothing(path: str, job: str, source: str) -> None:
    """Of a new manifest nothing was made before."""


def _two_things(path: str) -> str:
    return f"{path}: two things would lie here; one may be an old URL"


def _folders_of(paths: Iterable[str]) -> set[str]:
    """The folders of files and all that they lie in; the root is the empty path."""
    folders = {""}
    for path in paths:
        folder = path.rpartition("/")[0]
        while folder not in folders:
            folders.add(folder)
            folder = folder.rpartition("/")[0]
    return folders

# SPDX-License-Identifier: MIT
"""All files of the site: which have to be made, who makes them, and how they get published."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from pathlib import Path

from linli.engine.inspection import Inspection
from linli.engine.ledger import Ledger
from linli.engine.manifest import Manifest
from linli.engine.precompression import Packing
from linli.engine.printing import Done, Printer
from linli.engine.progress import Progress
from linli.engine.reader import PageEvents
from linli.engine.shelves import Shelves
from linli.engine.site_folder import SiteFolder, folders_of
from linli.engine.stock import Touched
from linli.engine.supplies import HOST, PHOTO, Supplies
from linli.engine.workers import NEVER, WORTH_SHARING, is_shared, share_out
from linli.language.dates import iso
from linli.newsroom.portal import Portal
from linli.pages import sitemap
from linli.pages.page import Job
from linli.pages.paper import Paper
from linli.pages.templates import Press

_SITEMAP = "sitemap "
"""How the name of a sitemap's job begins."""

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
    puts_off: bool = False
    """Whether somebody waits for a page: then late jobs are left to the next build."""
    packings: Sequence[Packing] = ()
    """In which forms texts have packed copies."""


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
        self._ledger = Ledger(manifest, iso(paper.catalogue.clock.now))
        self._changed: list[str] = []
        """Paths of files that were written or removed."""
        self._removed = 0
        self._settled = False
        self.owed: list[str] = []
        """Names of the jobs that were put off."""

    def print(self, plan: Plan, host: Path, inspection: Inspection) -> tuple[int, int, int]:
        """Make what differs and publish it; how many files were rendered, kept and removed.

        Raises CollisionError where two things would lie at one path.
        """
        site, manifest = self._site, self._manifest
        last_frame = manifest.get("frame")
        sources, names = self._ledger.lose(inspection.differing)
        self._prepare(inspection)
        recipes = [packing.recipe for packing in plan.packings]
        repacked = manifest.get("packings", []) != recipes
        everything = last_frame != plan.frame or repacked
        due = self._put_off(plan, self._due(plan, everything, names), names)
        jobs = [*due, *self._supplies.jobs(host)]
        jobs += self._supplies.photo_jobs(plan.touched, names, every=everything)
        pieces = self._pieces(plan.touched, everything, sources)
        removed = self._withdraw(plan, jobs)
        stand = set() if repacked else self._ledger.jobs() - names
        rendered = self._make(plan, jobs, pieces, everything, stand)
        rendered += self._sitemaps(plan, everything)
        removed += self._removed
        manifest.put("frame", plan.frame)
        manifest.put("owed", self.owed)
        manifest.put("packings", recipes)
        foreign = False
        if site.changes or inspection.by_hand:
            site.make_ready()
            site.seal(folders_of(self._changed))
            foreign = inspection.files == 0 and site.site.exists()
            site.publish()
        if site.prepare is None:
            # The other tree lacks what was changed now, and nothing else; unless it is one that
            # somebody has changed, or of which this manifest never knew.
            manifest.put("lag", sorted(set(self._changed)))
            self._settled = not inspection.by_hand and not foreign
        return rendered, self._ledger.count() - rendered, removed

    # What has to be made

    def _prepare(self, inspection: Inspection) -> None:
        """Settle how the next tree begins, should anything be written to it."""
        if inspection.is_empty:
            self._site.prepare = self._begin_anew
        elif self._marker.exists() or inspection.next_strays or not self._site.next.is_dir():
            self._site.prepare = self._begin_like
        else:
            self._site.prepare = self._begin_from

    def _due(self, plan: Plan, everything: bool, names: set[str]) -> Iterator[Job]:
        """The jobs whose pages may differ; the others are not even asked."""
        made = self._ledger.jobs()
        owed = frozenset(self._manifest.get("owed", []))
        touched = plan.touched
        for job in plan.jobs:
            if (
                everything
                or plan.every_job
                or job.always
                or job.name not in made
                or job.name in names
                or job.name in owed
                or (job.daily and plan.day_changed)
                or any(map(touched.has_row, job.rows))
                or any(map(touched.has_size, job.sizes))
            ):
                yield job

    def _put_off(self, plan: Plan, due: Iterable[Job], names: set[str]) -> Iterator[Job]:
        """The jobs that cannot wait; a file that was changed by hand is made again at once."""
        for job in due:
            if job.late and plan.puts_off and not self._manifest.is_new and job.name not in names:
                self.owed.append(job.name)
            else:
                yield job

    def _pieces(self, touched: Touched, everything: bool, sources: set[str]) -> list[str]:
        if everything:
            rows = self._manifest.connection.execute("SELECT path FROM piece WHERE public")
            return [*sorted(path for (path,) in rows), *sorted(touched.removed | touched.flipped)]
        return sorted(touched.pieces | touched.removed | touched.flipped | sources)

    def _withdraw(self, plan: Plan, due: Iterable[Job]) -> int:
        """Remove what jobs made that are no more."""
        names = {job.name for job in (*plan.jobs, *due)}
        gone = {name for name in self._ledger.jobs() - names if not name.startswith(_KEPT)}
        paths = [path for name in sorted(gone) for path in self._ledger.paths_of(name)]
        self._remove(paths)
        return len(paths)

    # Making it

    def _make(
        self,
        plan: Plan,
        jobs: Sequence[Job],
        pieces: Sequence[str],
        everything: bool,
        stand: Set[str],
    ) -> int:
        """`stand` names the jobs all of whose files are as they made them."""
        tasks: list[Task] = [("", number) for number in range(len(jobs))]
        tasks += [(source, -1) for source in dict.fromkeys(pieces)]
        at_least = WORTH_SHARING if self._events is None else NEVER
        shared = is_shared(tasks, at_least)
        if shared:
            self._site.make_ready()
            self._manifest.share()
        known = self._ledger.known if not (everything and self._manifest.is_new) else _nothing

        def begin() -> Callable[[Task], Done]:
            if shared:
                self._manifest.reopen()
            printer = Printer(
                *(self._paper, self._press, plan.frame, self._site, known, self._events),
                plan.packings,
            )
            return lambda task: (
                printer.piece(task[0])
                if task[1] < 0
                else printer.job(jobs[task[1]], renewing=jobs[task[1]].name in stand)
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
                gone += self._ledger.gone(result)
                results.append(result)
        self._progress.end()
        if self._manifest.is_new:
            self._ledger.refuse_files_as_folders()
        made = {output.path for result in results for output in result.outputs}
        self._ledger.forget(gone)
        for result in results:
            self._enter(result, plan.ordinary)
        left = [path for path in gone if path not in made]
        self._unlink(left)
        self._removed += len(left)
        return rendered

    def _enter(self, result: Done, ordinary: Mapping[str, str]) -> None:
        """Note what a task made."""
        for output in result.outputs:
            if result.job == HOST and output.path in ordinary:
                output = replace(output, url=ordinary[output.path], sitemap=sitemap.INDEXES)
            self._ledger.note(output, result.job, result.source)
            if output.is_new:
                self._changed.append(output.path)

    # Taking away

    def _remove(self, paths: Iterable[str]) -> None:
        paths = list(paths)
        self._ledger.forget(paths)
        self._unlink(paths)

    def _unlink(self, paths: Iterable[str]) -> None:
        for path in paths:
            self._site.remove(path)
            self._changed.append(path)

    # Sitemaps

    def _sitemaps(self, plan: Plan, everything: bool) -> int:
        """The sitemaps whose entries differ, and the index of them all."""
        ledger, portal = self._ledger, plan.sitemap
        wanted = ledger.sitemaps() if portal is not None else set()
        made = {name for name in ledger.jobs() if name.startswith(_SITEMAP)}
        stay = {f"{_SITEMAP}{name}" for name in (wanted | {""} if portal is not None else ())}
        self._remove(path for name in sorted(made - stay) for path in ledger.paths_of(name))
        if portal is None:
            return 0
        jobs = [
            Job(
                f"{_SITEMAP}{name}",
                (),
                lambda name=name: [sitemap.sitemap(portal, name, ledger.entries(name))],  # type: ignore[misc]
            )
            for name in sorted(wanted)
            if everything or name in ledger.listed or f"{_SITEMAP}{name}" not in made
        ]
        jobs.append(
            Job(_SITEMAP, (), lambda: [sitemap.index(portal, wanted), sitemap.robots(portal)])
        )
        printer = Printer(
            self._paper, self._press, b"", self._site, ledger.known, packings=plan.packings
        )
        rendered = 0
        for job in jobs:
            done = printer.job(job)
            gone = list(ledger.gone(done))
            self._remove(gone)
            self._removed += len(gone)
            self._enter(done, {})
            rendered += sum(output.is_new for output in done.outputs)
        return rendered

    # Publishing

    def _begin_anew(self) -> None:
        self._marker.touch()
        self._site.begin_anew()

    def _begin_like(self) -> None:
        self._marker.touch()
        paths = self._ledger.paths()
        self._site.begin_anew()
        for _ in share_out(paths, lambda: self._site.take_over):
            pass
        self._site.end_of_beginning(folders_of(paths))

    def _begin_from(self) -> None:
        self._marker.touch()
        lag = self._manifest.get("lag", [])
        self._site.begin_from(lag, frozenset(filter(self._ledger.holds, lag)))

    def settle(self) -> None:
        """Once the manifest is kept: the next tree is what the manifest says it is."""
        if self._settled:
            self._marker.unlink(missing_ok=True)


_KEPT = (PHOTO, _SITEMAP)
"""Jobs that are not named on every build and stand all the same."""


def _nothing(path: str, job: str, source: str) -> None:
    """Of a new manifest nothing was made before."""

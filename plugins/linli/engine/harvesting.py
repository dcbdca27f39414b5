# SPDX-License-Identifier: MIT
"""Sources brought to the desk, files and folders, each with what an importer makes of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from linli.engine.at_hand import gazetteer_of
from linli.engine.settings import Settings
from linli.language import harvests
from linli.language.languages import Language
from linli.reading.importing.decoding import decode
from linli.reading.importing.drafted import Harvest
from linli.reading.importing.faults import Beside, SourceError
from linli.reading.importing.page.reading import read_page
from linli.reading.importing.printing import Printing
from linli.reading.importing.sources import Sort, read_folder, read_source, sort_of
from linli.reading.importing.veil import veiled

_LARGEST = 200
"""More megabytes than any text with its pictures has; a film was meant for something else."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """A source, and what came out of it."""

    name: str
    """As whoever brought it wrote it."""
    harvest: Harvest = Harvest()
    problem: Callable[[Language], str] | None = None
    """Why nothing could be read of it, and what to do."""


def gather(source: str, settings: Settings, printing: Printing) -> Iterator[Gathered]:
    """What a file holds; of a folder, what each post or file in it holds, by its path."""
    path = Path(source)
    if path.is_dir():
        yield from _of_folder(source, path, settings, printing)
    else:
        yield _of_file(source, path, settings, printing)


def _of_file(source: str, path: Path, settings: Settings, printing: Printing) -> Gathered:
    try:
        return Gathered(source, _harvest(path, settings, printing))
    except SourceError as error:
        return Gathered(source, problem=error.say)
    except FileNotFoundError:
        return Gathered(source, problem=harvests.NO_SUCH)
    except OSError as error:
        return Gathered(source, problem=_unreadable(error))


def _harvest(path: Path, settings: Settings, printing: Printing) -> Harvest:
    raw = _bytes(path)
    if sort_of(path.name, raw) is not Sort.PAGE_TEXT:
        return read_source(path.name, raw, _beside(path.parent))
    gazetteer = gazetteer_of(settings.content, settings.portal.zone)
    return veiled(read_page(decode(raw), printing, gazetteer))


def _of_folder(
    source: str, folder: Path, settings: Settings, printing: Printing
) -> Iterator[Gathered]:
    """The folder of another site; where it is none, every text that lies in it."""
    paths = sorted(
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and not path.is_symlink()
    )
    try:
        for path, found in read_folder(source, paths, _beside(folder)):
            name = (Path(source) / path).as_posix()
            if isinstance(found, SourceError):
                yield Gathered(name, problem=found.say)
            else:
                yield Gathered(name, found)
    except SourceError:
        for path in paths:
            name = (Path(source) / path).as_posix()
            # What belongs to a page that was saved whole is taken with it.
            if not any(part.endswith("_files") for part in Path(path).parts):
                yield _of_file(name, folder / path, settings, printing)


def _bytes(path: Path) -> bytes:
    if path.stat().st_size > _LARGEST * 1_000_000:
        raise SourceError("too-large", name=path.name, limit=str(_LARGEST))
    return path.read_bytes()


def _beside(folder: Path) -> Beside:
    """Reads what lies in a folder, and nothing outside of it."""
    root = folder.resolve()

    def read(written: str) -> bytes | None:
        try:
            file = (root / written).resolve()
            return _bytes(file) if file.is_relative_to(root) and file.is_file() else None
        except (OSError, ValueError, SourceError):
            return None

    return read


def _unreadable(error: OSError) -> Callable[[Language], str]:
    problem = error.strerror or str(error)
    return lambda says: harvests.UNREADABLE(says).format(problem=problem)

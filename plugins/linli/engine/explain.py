# SPDX-License-Identifier: MIT
"""`linli explain`: why a page was made, and whether a build now would make it again.

A build is begun on a copy of the manifest and given up before anything is printed.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from linli.engine import manifest as manifests
from linli.engine.printing import differing_parts
from linli.engine.production import MANIFEST, Production
from linli.engine.settings import Settings
from linli.language import explanations as words
from linli.newsroom.portal import Clock
from linli.pages.producers import OF


def explain(settings: Settings, clock: Clock, site: Path, path: str) -> Iterator[str]:
    """Sentences about a file of the site, or about the page of a text of the content folder."""
    says = settings.says
    with TemporaryDirectory() as folder:
        production = Production(settings, clock, site, elsewhere=Path(folder))
        for feature in sorted(settings.features):
            production.producers += OF[feature]
        if not _copy(settings.cache / production.purpose / MANIFEST, Path(folder) / MANIFEST):
            yield words.EVERYTHING(says)
            return
        remembered = manifests.peek(Path(folder) / MANIFEST)
        production.photos = remembered.get("photos", production.photos)
        taken = production.read()
        if production.is_new:
            yield words.EVERYTHING(says)
        elif taken.has_errors:
            errors = sum(finding.is_error for finding in taken.diagnostics)
            yield words.STOPPED(says).format(errors=errors)
        else:
            production.compose(production.overrides, remembered.get("sections", ()))
            pieces = production.pieces_of(path)
            for piece in pieces:
                yield f"{piece}:"
                yield from _sentences(production, piece)
            if not pieces:
                yield from _sentences(production, path)
        production.abandon()


def _copy(manifest: Path, copy: Path) -> bool:
    """Copy a manifest with what SQLite keeps beside it; False where there is none."""
    if not manifest.is_file():
        return False
    for suffix in ("", "-wal"):
        if Path(f"{manifest}{suffix}").is_file():
            shutil.copyfile(f"{manifest}{suffix}", f"{copy}{suffix}")
    return True


def _sentences(production: Production, path: str) -> Iterator[str]:
    says = production.settings.says

    def named(parts: tuple[str, ...]) -> str:
        return words.COMMA(says).join(words.PARTS[part](says) for part in parts)

    before, now, made, why = production.context_of(path)
    if made:
        yield words.WAS(says).format(path=path, made=made, parts=named(tuple(why.split())))
    if before is None and now is None:
        yield words.NOTHING(says).format(path=path)
    elif now is None:
        yield words.GONE(says)
    elif before is None:
        yield words.UNSEEN(says)
    elif before == now:
        yield words.KEPT(says)
    else:
        yield words.WOULD(says).format(parts=named(differing_parts(before, now)))

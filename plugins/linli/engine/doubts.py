# SPDX-License-Identifier: MIT
"""Whether anything that texts name of each other may be wrong, asked in a few questions of SQL.

The rules themselves stand in `checking` and look at every text. They are run only where one of
these questions is answered with yes: each is at least as strict as its rule, and cheap.
"""

from __future__ import annotations

from collections.abc import Iterator

from linli.checking import addresses, references, site
from linli.engine.shelves import Bodies, Shelves
from linli.newsroom.manuscripts import Manuscript, Manuscripts
from linli.newsroom.vocabulary import Vocabulary

_QUESTIONS = (
    # A piece names another by its file or its id, and there is none.
    "SELECT 1 FROM row WHERE size > 0 AND name >= '@related/' AND name < '@related0'"
    " AND NOT EXISTS (SELECT 1 FROM piece WHERE path = substr(name, 10))"
    " AND NOT EXISTS (SELECT 1 FROM piece WHERE id = substr(name, 10) AND id <> '')",
    # An id or a URL is used twice.
    "SELECT 1 FROM piece WHERE id <> '' GROUP BY id HAVING count(*) > 1",
    "SELECT 1 FROM piece GROUP BY url HAVING count(*) > 1",
    # An old URL lies upon another's, old or new, or upon an attachment.
    "SELECT 1 FROM row WHERE size > 1 AND name >= '@alias/' AND name < '@alias0'",
    "SELECT 1 FROM row JOIN piece ON url IN"
    " (substr(name, 8), substr(name, 8) || '/', substr(name, 8) || '.html')"
    " WHERE row.size > 0 AND name >= '@alias/' AND name < '@alias0'",
    "SELECT 1 FROM file JOIN row ON row.size > 0 AND (name = '@alias/' || lower(path)"
    " OR name || '.html' = '@alias/' || lower(path)) WHERE sort = 'attachment'",
)


def are_there(shelves: Shelves, vocabulary: Vocabulary) -> bool:
    """Whether the rules between texts have to be run."""
    if any(shelves.connection.execute(f"{query} LIMIT 1").fetchone() for query in _QUESTIONS):
        return True
    return any(True for _ in _findings(shelves, vocabulary))


def _findings(shelves: Shelves, vocabulary: Vocabulary) -> Iterator[object]:
    """The rules themselves, over the few texts that they are about."""
    yield from (name for name in shelves.names("@alias/") if addresses.own(name))
    yield from (name for name in shelves.names("@alias/") if addresses.may_be_of_a_version(name))
    yield from site.names_are_unique("category-twice", vocabulary.categories)
    yield from site.names_are_unique("person-twice", vocabulary.people)
    yield from references.check_histories(_manuscripts(shelves, _with_histories(shelves)))
    linking = {
        path for name in shelves.names("@anchors/") for path in shelves.paths(f"@anchors/{name}")
    }
    yield from site.anchors_exist(_manuscripts(shelves, linking), Bodies(shelves))


def _with_histories(shelves: Shelves) -> set[str]:
    """Announcements that take the place of others or correct them, and those others."""
    paths: set[str] = set()
    for id in shelves.names("@refers/"):
        paths |= set(shelves.paths(f"@refers/{id}"))
        paths |= shelves.with_id(id)
    return paths


def _manuscripts(shelves: Shelves, paths: set[str]) -> Manuscripts:
    values: list[Manuscript] = []
    for path in paths:
        value = shelves.manuscript(path)
        if value is not None:
            values.append(value)
    return Manuscripts.of(values, Vocabulary().gazetteer)

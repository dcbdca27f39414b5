# SPDX-License-Identifier: MIT
"""Posts of Hugo, Jekyll and Hexo as drafts: one file, or the folder of a whole site."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from linli.reading.importing.decoding import EncodingError, decode
from linli.reading.importing.drafted import Harvest
from linli.reading.importing.faults import Beside, Notes, SourceError
from linli.reading.importing.moments import moment_of
from linli.reading.importing.prose.album import Album
from linli.reading.importing.prose.blocks import Figure, markdown_of_part
from linli.reading.importing.reports import harvest, report
from linli.reading.importing.signed import without_signatures
from linli.reading.importing.sites.foreign import Plain, read_config, split
from linli.reading.importing.sites.foreign_text import ours
from linli.reading.importing.sites.old_addresses import (
    Engine,
    alias_of,
    fitting,
    old_address,
    rule_of,
    stem_of,
)
from linli.reading.importing.sites.post_keys import Told, tell

_MARKDOWN = (".md", ".markdown", ".mdown", ".mkd")
_CONFIGS = (
    *("hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json"),
    *("config/_default/hugo.toml", "config/_default/hugo.yaml"),
    *("config.toml", "config.yaml", "config.yml", "config.json"),
    *("config/_default/config.toml", "config/_default/config.yaml"),
    "_config.yml",
)


@dataclass(frozen=True, slots=True)
class Site:
    """The folder that a post stands in, as far as it matters to it."""

    engine: Engine = Engine.UNKNOWN
    config: Mapping[str, Plain] = field(default_factory=dict)

    @property
    def url(self) -> str:
        """Where the site stood; pictures may be named by their whole address."""
        url = self.config.get("baseURL") or self.config.get("baseurl") or self.config.get("url")
        return url.rstrip("/") if isinstance(url, str) and "//" in url else ""


def site_of(paths: Sequence[str], read: Beside) -> Site:
    """What the folder of a site was made for; Engine.UNKNOWN where nothing says so."""
    there = frozenset(paths)
    name = next((name for name in _CONFIGS if name in there), "")
    raw = read(name) if name else None
    try:
        config = read_config(name, decode(raw)) if raw is not None else {}
    except EncodingError:
        config = {}
    if any(path.startswith(("source/_posts/", "source/_drafts/")) for path in paths):
        return Site(Engine.HEXO, config)
    if any("_posts" in path.split("/") for path in paths):
        return Site(Engine.JEKYLL, config)
    if any(path.startswith("content/") for path in paths) and name != "_config.yml":
        return Site(Engine.HUGO, config)
    return Site()


def posts_in(paths: Sequence[str], engine: Engine) -> list[str]:
    """Those files of a site that are posts or pages."""
    texts = sorted(path for path in paths if _is_text(path))
    match engine:
        case Engine.HUGO:
            return [path for path in texts if path.startswith("content/")]
        case Engine.HEXO:
            return [path for path in texts if path.startswith("source/")]
        case Engine.JEKYLL:
            named = {"README.md", "LICENSE.md", "CHANGELOG.md", "CONTRIBUTING.md"}
            hidden = ("node_modules/", "vendor/", "_site/")
            return [path for path in texts if path not in named and not path.startswith(hidden)]
        case Engine.UNKNOWN:
            return []


def _is_text(path: str) -> bool:
    """Whether a file can be a post; HTML is one only among posts, elsewhere it is a template."""
    is_post = path.startswith("content/") or {"_posts", "_drafts"} & set(path.split("/"))
    return path.lower().endswith((*_MARKDOWN, ".html") if is_post else _MARKDOWN)


def read_posts(paths: Sequence[str], read: Beside) -> Iterator[tuple[str, Harvest | SourceError]]:
    """Every post of a site, by its path in the folder; one that cannot be read, with the reason."""
    site = site_of(paths, read)
    for path in posts_in(paths, site.engine):
        raw = read(path)
        if raw is None:
            continue
        try:
            yield path, read_post(path, raw, read, site)
        except SourceError as error:
            yield path, error


def read_post(path: str, raw: bytes, read: Beside, site: Site = Site()) -> Harvest:
    """One post, by its path in the site's folder or by its name alone. Raises SourceError."""
    if not raw.strip():
        raise SourceError("empty", name=path)
    try:
        post = split(path, decode(raw))
    except EncodingError as error:
        raise SourceError("no-text", name=path) from error
    notes = Notes()
    album = Album(lambda name: _file(name, path, read, site), notes)
    told = tell(post.said, notes)
    stem, named_day = stem_of(path, site.engine)
    day = told.keys.get("date") or moment_of(named_day)
    if isinstance(day, date):
        told.keys["date"] = day
    _tell_what_it_was(path, told, site.engine, notes)
    body = ours(post.body, str(told.keys.get("title", "")), album, notes, post.line)
    body = without_signatures(body, told.makers, notes)
    lead = album.take(told.pictures) if told.pictures else ""
    if lead and f"({lead}" not in body:
        body = f"{markdown_of_part([Figure(lead)])}\n\n{body}".strip()
    aliases = _aliases(path, told, post.said, day if isinstance(day, date) else None, site, notes)
    if aliases:
        told.keys["aliases"] = [*aliases]
    slug = fitting(told.slug or stem)
    draft = report(told.keys, body, album, told.makers, name=stem, slug=slug, line=post.line)
    return harvest(path, [draft], notes)


def _tell_what_it_was(path: str, told: Told, engine: Engine, notes: Notes) -> None:
    folders = path.split("/")[:-1]
    if "_drafts" in folders:
        told.keys["status"] = "draft"
        notes.say("was-draft", status="_drafts")
        return
    of_posts = {
        Engine.HUGO: len(folders) > 1 and not path.endswith("/_index.md"),
        Engine.UNKNOWN: True,
    }.get(engine, "_posts" in folders)
    if not of_posts:
        told.keys["status"] = "draft"
        notes.say("other-page", title=str(told.keys.get("title") or path))


def _aliases(
    path: str,
    told: Told,
    said: Mapping[str, Plain],
    day: date | None,
    site: Site,
    notes: Notes,
) -> list[str]:
    """Where the post stood before, so that whoever has kept its address still finds it."""
    addresses = [told.address, *told.aliases]
    if not told.address and site.engine is not Engine.UNKNOWN and "_drafts" not in path.split("/"):
        rule = rule_of(site.engine, site.config, path)
        address = old_address(site.engine, rule, path, day, said, told.slug)
        if address is None:
            notes.say("old-address", pattern=rule)
        else:
            addresses.insert(0, address)
    found = []
    for address in filter(None, addresses):
        alias = alias_of(address)
        if alias and alias not in found:
            found.append(alias)
        elif not alias and address != "/":
            notes.say("old-address", pattern=address)
    return found


def _file(name: str, path: str, read: Beside, site: Site) -> bytes | None:
    """A picture beside a post, in the folder that bears its name, or where its program keeps it."""
    folder, stem = posixpath.dirname(path), posixpath.splitext(posixpath.basename(path))[0]
    bare = name.lstrip("/")
    places = [] if name.startswith("/") else [f"{folder}/{bare}", f"{folder}/{stem}/{bare}"]
    roots = {
        Engine.HUGO: ("static/", "assets/", "content/"),
        Engine.HEXO: ("source/",),
        Engine.JEKYLL: ("",),
        Engine.UNKNOWN: ("",),
    }[site.engine]
    for place in [*places, *(f"{root}{bare}" for root in roots)]:
        at = posixpath.normpath(place.lstrip("/"))
        # Nothing above the folder was given to us.
        if not at.startswith("..") and (data := read(at)) is not None:
            return data
    return None

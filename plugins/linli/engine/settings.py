# SPDX-License-Identifier: MIT
"""mkdocs.yml as a plain value, for the build and for the command line alike."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NoReturn
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import yaml

from linli.engine.precompression import PackingError, packings
from linli.language.languages import Language
from linli.newsroom import licences
from linli.newsroom.addresses import Addresses
from linli.newsroom.licences import Licence
from linli.newsroom.portal import Clock, Portal
from linli.pages.paper import Feature
from linli.reading.dates import DateError, parse_moment

ARTICLES = "linli/articles"
CACHE = Path(".cache") / "linli"


class SettingsError(Exception):
    """The configuration cannot be used; the text says which part and why."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the configuration says."""

    portal: Portal
    content: Path
    cache: Path
    says: Language
    """The language in which editors are spoken to."""
    features: frozenset[Feature]
    overrides: Path | None
    site: Path = Path("site")
    """Where the site is published."""
    precompress: tuple[str, ...] = ()
    """In which forms texts have packed copies beside them: `gz`, `br`."""


class _Loader(yaml.SafeLoader):
    """YAML that passes over the tags MkDocs allows (`!!python/name`, `!ENV`): none matters here."""


_Loader.add_multi_constructor("", lambda loader, suffix, node: None)


def read_settings(file: Path) -> Settings:
    """Read mkdocs.yml without MkDocs. Raises SettingsError."""
    try:
        config = yaml.load(file.read_text(encoding="utf-8"), Loader=_Loader)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise SettingsError(f"{file}: {error}") from error
    if not isinstance(config, dict):
        raise SettingsError(f"{file}: not a mapping")
    theme = config.get("theme")
    theme = theme if isinstance(theme, dict) else {}
    plugins = _plugins(config.get("plugins"))
    if ARTICLES not in plugins:
        raise SettingsError(f"{file}: plugins: `{ARTICLES}` is missing")
    custom = theme.get("custom_dir")
    return make_settings(
        file.resolve().parent,
        {
            "site_name": config.get("site_name", ""),
            "site_url": config.get("site_url", ""),
            "site_description": config.get("site_description", ""),
            "use_directory_urls": config.get("use_directory_urls", True),
            "docs_dir": config.get("docs_dir", "docs"),
            "language": theme.get("language", "en"),
            "custom_dir": custom,
            "site_dir": config.get("site_dir", "site"),
        },
        plugins[ARTICLES],
        frozenset(plugins),
    )


def make_settings(
    root: Path, site: Mapping[str, Any], options: Mapping[str, Any], plugins: frozenset[str]
) -> Settings:
    """Settings from what MkDocs and `linli/articles` were told. Raises SettingsError."""
    language = _language(site["language"], "theme.language")
    says = options.get("language")
    return Settings(
        Portal(
            name=site["site_name"] or "",
            url=_with_slash(site["site_url"] or ""),
            description=site["site_description"] or "",
            language=language,
            zone=_zone(options.get("timezone") or "Asia/Shanghai"),
            addresses=Addresses(bool(site["use_directory_urls"])),
            page_size=_page_size(options.get("page_size", 20)),
            tagline=options.get("tagline") or "",
            sponsor=options.get("sponsor") or "",
            publisher=options.get("publisher") or "",
            serial=options.get("serial") or "",
            supervisor=options.get("supervisor") or "",
            postal=options.get("postal") or "",
            price=options.get("price") or "",
            founded=options.get("founded") or "",
            licences=tuple(_licences(options)),
            news_licence=_news_licence(options.get("news_licence")),
            data_licence=options.get("data_licence") or "",
        ),
        content=root / site["docs_dir"],
        cache=root / CACHE,
        says=_language(says, f"{ARTICLES}: language") if says else language,
        features=frozenset(feature for feature in Feature if f"linli/{feature}" in plugins),
        overrides=root / site["custom_dir"] if site["custom_dir"] else None,
        site=root / site["site_dir"],
        precompress=_precompress(options.get("precompress") or ()),
    )


def read_clock(zone: ZoneInfo, now: str | None = None) -> Clock:
    """The one instant of a build: `now`, else LINLI_NOW, else SOURCE_DATE_EPOCH, else the clock.

    Raises SettingsError for an instant that cannot be read.
    """
    given = now or os.environ.get("LINLI_NOW")
    if given:
        try:
            return Clock(parse_moment(given, zone)[0])
        except DateError as error:
            raise SettingsError(f"now: `{given}` is not a date and time") from error
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch:
        try:
            return Clock(datetime.fromtimestamp(int(epoch), UTC).astimezone(zone))
        except (ValueError, OverflowError, OSError) as error:
            raise SettingsError(f"SOURCE_DATE_EPOCH: `{epoch}` is not a number") from error
    return Clock(datetime.now(zone).replace(microsecond=0))


def _plugins(entries: object) -> dict[str, dict[str, Any]]:
    """The plugins of mkdocs.yml by name, with their options."""
    plugins: dict[str, dict[str, Any]] = {}
    for entry in entries if isinstance(entries, list) else ():
        if isinstance(entry, str):
            plugins[entry] = {}
        elif isinstance(entry, dict):
            plugins |= {str(name): options or {} for name, options in entry.items()}
    if isinstance(entries, dict):
        plugins |= {str(name): options or {} for name, options in entries.items()}
    return plugins


def _language(tag: object, where: str) -> Language:
    try:
        return Language.of(str(tag))
    except ValueError as error:
        raise SettingsError(f"{where}: `{tag}` has no words here; use zh-Hans or en") from error


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise SettingsError(f"{ARTICLES}: timezone: there is no `{name}`") from error


def _page_size(size: object) -> int:
    if isinstance(size, int) and size > 0:
        return size
    raise SettingsError(f"{ARTICLES}: page_size: `{size}` is not a whole number from 1")


def _licences(options: Mapping[str, Any]) -> Iterator[Licence]:
    """Those that the law gives a form and an address, then whatever else is to be shown."""
    if number := options.get("icp"):
        yield licences.icp(str(number)) or _misspelt("icp", number, "蜀ICP备00000000号-1")
    if number := options.get("public_security"):
        yield licences.public_security(str(number)) or _misspelt(
            "public_security", number, "川公网安备51000000000000号"
        )
    for one in options.get("licences") or ():
        yield Licence(str(one.get("text", "")), str(one.get("url") or ""))


def _news_licence(number: object) -> str:
    if not number:
        return ""
    return licences.news(str(number)) or _misspelt("news_licence", number, "51000000000")


def _misspelt(option: str, number: object, example: str) -> NoReturn:
    raise SettingsError(
        f"{ARTICLES}: {option}: `{number}` is not written as the register writes it; "
        f"copy it from the certificate, like {example}"
    )


def _precompress(names: object) -> tuple[str, ...]:
    names = [names] if isinstance(names, str) else names
    if not isinstance(names, list | tuple):
        raise SettingsError(f"{ARTICLES}: precompress: `{names}` is not a list; use [gz, br]")
    try:
        packings(map(str, names))
    except PackingError as error:
        raise SettingsError(f"{ARTICLES}: precompress: {error}") from error
    return tuple(sorted({*map(str, names)}))


def _with_slash(url: str) -> str:
    return f"{url.rstrip('/')}/" if url else ""

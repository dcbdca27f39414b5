# SPDX-License-Identifier: MIT
"""The URL that a post had in the site it comes from, by that site's own rule."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from datetime import date
from enum import Enum
from urllib.parse import unquote

from linli.reading.importing.sites.foreign import Plain, list_of


class Engine(Enum):
    """What a folder of posts was made for."""

    HUGO = "Hugo"
    JEKYLL = "Jekyll"
    HEXO = "Hexo"
    UNKNOWN = ""


_NAMED = {
    "date": "/:categories/:year/:month/:day/:title.html",
    "pretty": "/:categories/:year/:month/:day/:title/",
    "ordinal": "/:categories/:year/:y_day/:title.html",
    "none": "/:categories/:title.html",
}
"""Jekyll's own names for its rules."""
_DAY = re.compile(r"(\d{4}-\d{1,2}-\d{1,2})-(.+)")
_LANGUAGE = re.compile(r"\.(?:zh|zh-cn|zh-hans|cn)$")
_OURS = re.compile(r"[a-z0-9][a-z0-9_-]*")
"""A name that can end a URL here as it did there."""
_SAFE_ALIAS = re.compile(r"[^\s/:?#\\]+(?:/[^\s/:?#\\]+)*/?")


def stem_of(path: str, engine: Engine) -> tuple[str, str]:
    """The name that a post's file has, and the day in it: `2022-07-05-deng.md`."""
    folder, file = posixpath.split(path)
    stem = _LANGUAGE.sub("", posixpath.splitext(file)[0])
    if stem == "index" and folder:
        stem = posixpath.basename(folder)
    dated = _DAY.fullmatch(stem)
    return (dated[2], dated[1]) if dated else (stem, "")


def rule_of(engine: Engine, config: Mapping[str, Plain], path: str) -> str:
    """The rule that a site has for a post; '' for Hugo's own, which is its path."""
    written = config.get("permalink", "")
    said = written if isinstance(written, str) else ""
    if engine is Engine.JEKYLL:
        return _NAMED.get(said or "date", said)
    if engine is Engine.HEXO:
        return said or ":year/:month/:day/:title/"
    rules = config.get("permalinks", {})
    if isinstance(rules, dict) and isinstance(rules.get("page"), dict):
        rules = rules["page"]
    section = path.removeprefix("content/").split("/")[0]
    found = rules.get(section, "") if isinstance(rules, dict) else ""
    return found if isinstance(found, str) else ""


def old_address(
    engine: Engine,
    rule: str,
    path: str,
    day: date | None,
    said: Mapping[str, Plain],
    slug: str,
) -> str | None:
    """Where a post stood; None where its rule asks for what nobody knows any more."""
    stem, _ = stem_of(path, engine)
    if engine is Engine.HUGO and not rule:
        folder = posixpath.dirname(path.removeprefix("content/"))
        if posixpath.splitext(posixpath.basename(path))[0].split(".")[0] == "index":
            folder = posixpath.dirname(folder)
        return posixpath.join(folder, slug or stem).lower().replace(" ", "-") + "/"
    name = slug or stem
    # Hexo's :title is the path below _posts.
    below = path.partition("_posts/")[2]
    title = posixpath.join(posixpath.dirname(below), stem) if engine is Engine.HEXO else name
    categories = list_of(said.get("categories", said.get("category", "")))
    parts = {"title": title, "slug": name, "name": name, "filename": stem, "contentbasename": stem}
    parts["slugorfilename"] = parts["slugorcontentbasename"] = name
    parts["categories"] = parts["category"] = "/".join(categories).lower().replace(" ", "-")
    parts["section"] = path.removeprefix("content/").split("/")[0]
    if day is not None:
        parts |= {
            "year": f"{day:%Y}",
            "short_year": f"{day:%y}",
            "month": f"{day:%m}",
            "i_month": str(day.month),
            "day": f"{day:%d}",
            "i_day": str(day.day),
            "y_day": f"{day:%j}",
        }
    names = re.findall(r":(\w+)", rule)
    if any(name not in parts or not (parts[name] or name == "categories") for name in names):
        return None
    return re.sub(r":(\w+)", lambda match: parts[match[1]], rule)


def alias_of(address: str) -> str:
    """An old URL as `aliases` takes it, with the letters that it stands for; '' where it cannot."""
    plain = unquote(re.split("[?#]", address, maxsplit=1)[0])
    plain = re.sub("/{2,}", "/", plain).lstrip("/").removesuffix("index.html")
    segments = plain.rstrip("/").split("/")
    fits = _SAFE_ALIAS.fullmatch(plain) and not {".", ".."} & set(segments)
    return plain if fits else ""


def fitting(name: str) -> str:
    """A name that can be a file's here, too; '' where it cannot, and its headline gives one."""
    plain = name.lower().replace(" ", "-")
    return plain if _OURS.fullmatch(plain) else ""

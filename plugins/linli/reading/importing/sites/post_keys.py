# SPDX-License-Identifier: MIT
"""What a post of another program says of itself, in our front matter; nothing of it is lost."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from linli.reading.importing.faults import Notes
from linli.reading.importing.moments import moment_of
from linli.reading.importing.reports import summary_of
from linli.reading.importing.signed import Makers, take_author
from linli.reading.importing.sites.foreign import Plain, list_of, words_of
from linli.reading.writing import Value

_SEPARATORS = re.compile(r"[,，、;；]")
_PICTURES = (
    *("cover", "coverimage", "cover_image", "image", "images", "img", "thumbnail", "banner"),
    *("featured_image", "featuredimage", "featureimage", "feature", "header_img", "top_img"),
)
"""Names that themes have for the picture above a post."""
_TRUE = frozenset({"true", "yes", "on", "1"})
_FALSE = frozenset({"false", "no", "off", "0"})


@dataclass(slots=True)
class Told:
    """What a post says, as far as it is understood."""

    notes: Notes
    keys: dict[str, Value] = field(default_factory=dict)
    makers: Makers = field(default_factory=Makers)
    pictures: list[str] = field(default_factory=list)
    """Its lead picture, which stands in no text."""
    slug: str = ""
    address: str = ""
    """Its own URL, where it names one."""
    aliases: list[str] = field(default_factory=list)

    def topics(self, words: list[str]) -> None:
        topics = self.keys.setdefault("topics", [])
        assert isinstance(topics, list)
        topics += [word for word in words if word not in topics]


def tell(said: Mapping[str, Plain], notes: Notes) -> Told:
    """Every key of a post: understood, or told of with its value."""
    told = Told(notes)
    for key, value in said.items():
        if not words_of(value):
            continue
        plain = key.lower().replace("-", "_")
        understand = _UNDERSTOOD.get(plain)
        if understand is None or not understand(told, key, value):
            notes.say("key-unknown", key=key, value=words_of(value))
    return told


def _text(name: str) -> Callable[[Told, str, Plain], bool]:
    def understand(told: Told, key: str, value: Plain) -> bool:
        if not isinstance(value, str) or name in told.keys:
            return False
        told.keys[name] = words_of(value)
        return True

    return understand


def _date(told: Told, key: str, value: Plain) -> bool:
    moment = moment_of(words_of(value))
    if moment is None or "date" in told.keys:
        reason = "not-a-date" if moment is None else "another-date"
        told.notes.say("key-dropped", key=key, value=words_of(value), reason=reason)
    else:
        told.keys["date"] = moment
    return True


def _updated(told: Told, key: str, value: Plain) -> bool:
    told.notes.say("key-dropped", key=key, value=words_of(value), reason="own-clock")
    return True


def _category(told: Told, key: str, value: Plain) -> bool:
    names = _listed(value)
    kept = told.keys.setdefault("category", names[0])
    others = [name for name in names if name != kept]
    if others:
        told.topics(others)
        told.notes.say("more-categories", kept=str(kept), others="、".join(others))
    return True


def _topics(told: Told, key: str, value: Plain) -> bool:
    told.topics(_listed(value))
    return True


def _keywords(told: Told, key: str, value: Plain) -> bool:
    told.keys["keywords"] = [*_listed(value)]
    return True


def _author(told: Told, key: str, value: Plain) -> bool:
    values = value if isinstance(value, list) else [value]
    for one in values:
        name = one.get("name", "") if isinstance(one, dict) else one
        if not isinstance(name, str) or not name:
            return False
        take_author(name, told.makers, told.notes)
        if isinstance(one, dict) and len(one) > 1:
            rest = {inner: words for inner, words in one.items() if inner != "name"}
            told.notes.say("key-unknown", key=key, value=words_of(rest))
    return True


def _draft_if(values: frozenset[str]) -> Callable[[Told, str, Plain], bool]:
    def understand(told: Told, key: str, value: Plain) -> bool:
        word = words_of(value).lower()
        if word in values:
            told.keys["status"] = "draft"
            told.notes.say("was-draft", status=f"{key}: {word}")
        return word in _TRUE | _FALSE | values | {"publish", "published", "public"}

    return understand


def _password(told: Told, key: str, value: Plain) -> bool:
    # Whoever reads the report need not know it.
    told.keys["status"] = "draft"
    told.notes.say("was-draft", status=key)
    return True


def _summary(told: Told, key: str, value: Plain) -> bool:
    if "summary" in told.keys:
        return False
    summary = summary_of(words_of(value), told.notes)
    if summary:
        told.keys["summary"] = summary
    return True


def _picture(told: Told, key: str, value: Plain) -> bool:
    if isinstance(value, dict):
        names = ("src", "image", "url", "path", "relative")
        source = next((value[name] for name in names if value.get(name)), "")
        if not isinstance(source, str) or not source:
            return False
        rest = {name: words for name, words in value.items() if words != source}
        if rest:
            told.notes.say("key-unknown", key=key, value=words_of(rest))
        value = source
    if words_of(value).lower() in _TRUE | _FALSE:
        return False
    told.pictures += list_of(value)
    return True


def _series(told: Told, key: str, value: Plain) -> bool:
    names = list_of(value)
    told.keys["series"] = names[0]
    told.topics(names[1:])
    return True


def _slug(told: Told, key: str, value: Plain) -> bool:
    told.slug = words_of(value).strip("/")
    return True


def _address(told: Told, key: str, value: Plain) -> bool:
    if not isinstance(value, str) or ":" in value.removeprefix("http:").removeprefix("https:"):
        return False
    told.address = re.sub(r"^https?://[^/]*", "", value.strip())
    return True


def _aliases(told: Told, key: str, value: Plain) -> bool:
    told.aliases += [re.sub(r"^https?://[^/]*", "", one) for one in list_of(value)]
    return True


def _listed(value: Plain) -> list[str]:
    words = [part.strip() for text in list_of(value) for part in _SEPARATORS.split(text)]
    return list(dict.fromkeys(filter(None, words))) or [words_of(value)]


_UNDERSTOOD: Mapping[str, Callable[[Told, str, Plain], bool]] = {
    **dict.fromkeys(("title", "标题"), _text("title")),
    **{name: _text(name) for name in ("kicker", "subtitle", "source", "original_title", "editor")},
    **dict.fromkeys(("date", "publishdate", "pubdate", "published_at", "created"), _date),
    **dict.fromkeys(("lastmod", "updated", "modified", "last_modified_at", "update"), _updated),
    **dict.fromkeys(("category", "categories", "栏目"), _category),
    **dict.fromkeys(("tag", "tags", "topics"), _topics),
    "keywords": _keywords,
    **dict.fromkeys(("author", "authors", "作者"), _author),
    **dict.fromkeys(("draft", "private", "hidden"), _draft_if(_TRUE)),
    "published": _draft_if(_FALSE),
    "status": _draft_if(frozenset({"draft", "private", "pending"})),
    "password": _password,
    **dict.fromkeys(("description", "excerpt", "summary", "abstract"), _summary),
    **dict.fromkeys(_PICTURES, _picture),
    "series": _series,
    "slug": _slug,
    **dict.fromkeys(("permalink", "url"), _address),
    **dict.fromkeys(("alias", "aliases", "redirect_from"), _aliases),
}

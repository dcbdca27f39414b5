# SPDX-License-Identifier: MIT
"""The configuration of Sveltia CMS, made from the tables: keys, codes, categories, places."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from urllib.parse import urlsplit

from linli.language import forms as words
from linli.language.languages import Language, Text
from linli.newsroom.codes import CODES, AnnouncementCode, Kind
from linli.newsroom.portal import Portal
from linli.newsroom.vocabulary import Vocabulary
from linli.pages.admin import fields
from linli.pages.admin.fields import Field
from linli.reading.schema import KEYS, keys_of


class Host(StrEnum):
    """Who keeps the repository that a form saves to."""

    GITHUB = "github"
    GITLAB = "gitlab"
    GITEA = "gitea"

    @property
    def api(self) -> str:
        """Where it answers, if the site names no server of its own."""
        return {
            "github": "https://api.github.com",
            "gitlab": "https://gitlab.com/api/v4",
            "gitea": "https://gitea.com/api/v1",
        }[self.value]

    @property
    def reviews(self) -> bool:
        """Whether a form can open a pull request there."""
        return self is not Host.GITEA


@dataclass(frozen=True, slots=True)
class BackEnd:
    """The repository that a form saves to."""

    host: Host
    repo: str
    branch: str = ""
    api_root: str = ""
    base_url: str = ""
    """Who signs an editor in."""
    app_id: str = ""

    @property
    def origins(self) -> tuple[str, ...]:
        """The servers that the page talks to: no other is let through."""
        urls = (self.api_root or self.host.api, self.base_url if self._signs_in else "")
        return tuple(sorted({f"{p.scheme}://{p.netloc}" for p in map(urlsplit, urls) if p.netloc}))

    @property
    def _signs_in(self) -> bool:
        """Whether there is somebody to sign in with. Without, Sveltia would ask Netlify."""
        return bool(self.base_url if self.host is Host.GITHUB else self.app_id)

    def data(self) -> dict[str, Any]:
        given = {
            "name": self.host.value,
            "repo": self.repo,
            "branch": self.branch,
            "api_root": self.api_root,
            "base_url": self.base_url if self._signs_in else "",
            "app_id": self.app_id,
            "auth_type": "pkce" if self.host is Host.GITLAB and self.app_id else "",
        }
        methods = ["oauth", "token"] if self._signs_in else ["token"]
        return {key: value for key, value in given.items() if value} | {"auth_methods": methods}


def configuration(
    portal: Portal, vocabulary: Vocabulary, content: str, back_end: BackEnd | None, folder: str
) -> dict[str, Any]:
    """All that Sveltia is told. Without a back end it knows a checkout on this machine only.

    `content` is where texts lie in the repository; `folder` is the name of the checkout.
    """
    reviews = back_end is not None and back_end.host.reviews
    config: dict[str, Any] = {
        "load_config_file": False,
        "backend": back_end.data() if back_end else _local(folder),
        "publish_mode": "editorial_workflow" if reviews else "simple",
        "app_title": portal.name,
        "media_folder": content,
        "public_folder": "/",
        "media_libraries": {
            # A name with a blank or a bracket could not stand in Markdown as it is.
            "all": {"slugify_filename": True},
            "stock_assets": False,
        },
        "slug": {"encoding": "ascii", "lowercase": False, "timezone": "local"},
        "output": {"omit_empty_optional_fields": True},
        "editor": {"preview": False},
        "show_preview_links": False,
        "collections": list(_collections(portal, vocabulary, content)),
    }
    if portal.url:
        config["site_url"] = portal.url
    return config


def _local(folder: str) -> dict[str, Any]:
    """Sveltia wants a back end beside a checkout: one that nobody signs in to."""
    return {"name": "gitea", "repo": f"local/{folder}", "auth_methods": ["token"]}


def _collections(portal: Portal, vocabulary: Vocabulary, content: str) -> Iterator[dict[str, Any]]:
    language = portal.language
    for kind in Kind:
        name, one = words.COLLECTIONS[kind]
        collection: dict[str, Any] = {
            "name": kind.folder,
            "label": name(language),
            "label_singular": one(language),
            "icon": _ICONS[kind],
            "folder": f"{content}/{kind.folder}",
            # How a file is read and written is told by our own script.
            "format": "linli",
            "media_folder": "",
            "public_folder": "",
            "summary": "{{title}}" if kind is Kind.REPORT else "{{id}} {{title}}",
            "sortable_fields": {
                "fields": ["date", "title"],
                "default": {"field": "date", "direction": "descending"},
            },
            "fields": _fields(kind, portal, vocabulary),
        }
        if kind is Kind.REPORT:
            yield collection | {"path": f"{_YEAR}/{{{{slug}}}}/index", "slug": _address(language)}
            yield collection | {
                "name": "reports-without-folder",
                "label": words.WITHOUT_FOLDER(language),
                "path": f"{_YEAR}/{{{{slug}}}}",
                "create": False,
            }
        else:
            # A file of many announcements has no id, and no form.
            yield collection | {
                "path": f"{_YEAR}/{{{{slug}}}}",
                "slug": "{{fields.id}}",
                "filter": {"field": "id", "pattern": _THERE},
            }


_THERE = "^(?!null$)"
"""Any value at all: Sveltia holds the word `null` against a pattern where there is none."""
_YEAR = "{{date | date('YYYY')}}"
"""The folder of a piece: the year of its own date, not of the day on which it is written."""
_ICONS = {Kind.REPORT: "newspaper", Kind.NOTICE: "campaign", Kind.LOST: "key"}


def _address(language: Language) -> dict[str, Any]:
    """Nobody can make pinyin of a headline here, so it is asked for."""
    return {
        "editable": ["create"],
        "hint": words.ADDRESS(language),
        "pattern": ["^[a-z0-9]+(?:-[a-z0-9]+)*$", words.ADDRESS_SHAPE(language)],
    }


def _fields(kind: Kind, portal: Portal, vocabulary: Vocabulary) -> list[Field]:
    """What must be filled in, what some codes ask for, the text, and then all the rest."""
    language = portal.language
    zone = str(portal.zone)
    required = frozenset(key.name for key in KEYS if kind in key.required)
    special = dict(_special(kind, vocabulary, language))
    made = [
        special[one["name"]](one) if one["name"] in special else one
        for one in fields.fields(keys_of(kind), required, language, zone)
    ]
    body: Field = {
        "name": "body",
        "label": words.BODY(language),
        "hint": words.BODY_HINT[kind](language),
        "widget": "markdown",
        # Sveltia would write 138\\*\\*\\*\\*0000, which is right and looks wrong. The text of an
        # announcement is all paragraphs, so it is entered as it is written.
        "modes": {
            Kind.REPORT: ["rich_text", "raw"],
            Kind.NOTICE: ["raw", "rich_text"],
            Kind.LOST: ["raw"],
        }[kind],
        "editor_components": ["group", "photo"] if kind is not Kind.LOST else [],
        "use_emoji_autocomplete": False,
    }
    asked = {name for entry in CODES.values() if entry.kind is kind for name in entry.required}
    first = [one for one in made if one["required"]]
    first += [one for one in made if one["name"] in asked and one not in first]
    return [*first, body, *(one for one in made if one not in first)]


def _special(
    kind: Kind, vocabulary: Vocabulary, language: Language
) -> Iterator[tuple[str, Callable[[Field], Field]]]:
    """Fields that offer what the newsroom has decided, by their key."""

    def choice(key: str, options: list[tuple[str, str]], **more: Any) -> Callable[[Field], Field]:
        # Sveltia refuses a choice of nothing; what can be chosen may still have to be written.
        if not options:
            return lambda one: one
        offered = fields.select(options, **more) | {"hint": words.HINTS[key](language)}
        return lambda one: {name: one[name] for name in fields.OF_ALL} | offered

    yield "id", lambda one: one | {"hint": words.HINTS["id"](language)}
    yield "date", lambda one: one | {"default": "{{now}}", "hint": words.HINTS["date"](language)}
    yield "category", choice("category", [(one.name, one.slug) for one in vocabulary.categories])
    codes = [entry for entry in CODES.values() if entry.kind is kind]
    yield "code", choice("code", [(_of_code(one, language), one.code) for one in codes])
    places = [(place.path, place.path) for place in vocabulary.gazetteer]
    yield "places", choice("places", places, multiple=True)


def _of_code(entry: AnnouncementCode, language: Language) -> str:
    """`1001 停水停电停气（还要填：生效日期）`: the form itself cannot ask for it."""
    names = {key.name: fields.label(key, language) for key in KEYS}
    also = words.COMMA(language).join(names[name] for name in entry.required)
    said = f"（{words.ALSO(language).format(keys=also)}）" if also else ""
    return f"{entry.code} {entry.name(language)}{said}"


def photo(language: Language) -> dict[str, Any]:
    """The photo of a text: a picture on a line of its own, with alt, caption and credit."""
    return {
        "id": "photo",
        "label": words.PHOTO(language),
        "icon": "photo_camera",
        "trigger": "button",
        "fields": _photo_fields(language),
    }


def group(language: Language) -> dict[str, Any]:
    """Several photos that stand side by side."""
    photos: Field = {
        "name": "photos",
        "label": words.PHOTO(language),
        "label_singular": words.PHOTO(language),
        "widget": "list",
        "min": 2,
        "summary": "{{alt}}",
        "collapsed": "auto",
        "fields": _photo_fields(language),
    }
    return {
        "id": "group",
        "label": words.GROUP(language),
        "icon": "photo_library",
        "trigger": "button",
        "fields": [photos],
    }


def _photo_fields(language: Language) -> list[Field]:
    pattern = ['^[^"\\[\\]]*$', words.PHOTO_WORDS(language)]

    def line(name: str, label: Text, hint: Text) -> Field:
        field: Field = {"name": name, "label": label(language), "hint": hint(language)}
        return field | {"widget": "string", "pattern": pattern, "use_emoji_autocomplete": False}

    file: Field = {
        "name": "src",
        "label": words.PHOTO_FILE(language),
        "hint": words.PHOTO_FILE_HINT(language),
        "widget": "image",
        "choose_url": False,
    }
    return [
        file,
        line("alt", words.ALT, words.ALT_HINT),
        line("caption", words.CAPTION, words.CAPTION_HINT),
        line("credit", words.CREDIT, words.CREDIT_HINT),
    ]
